import { InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from './exit.ts';

/**
 * Wraps a command so that its exit code is the program's. The command is loaded only when it is called: `classify` must not wait
 * for the database, nor `report` for the detectors.
 */
export type Does = <Arguments extends unknown[]>(
  run: (...given: Arguments) => Promise<ExitCode>,
) => (...given: Arguments) => Promise<void>;

export const dataOption = (): Option =>
  new Option('--data <dir>', "data folder (default: CLIPWARD_DATA or the system's usual place)");
export const bundleOption = (): Option =>
  new Option('--bundle <file>', 'mapping, rules, policies and own types (default: built in)');
export const jsonOption = (): Option => new Option('--json', 'machine-readable output');
export const countryOption = (): Option =>
  new Option('--country <code>', 'how national phone numbers are read, such as FR').argParser(country);

function country(value: string): string {
  if (!/^[A-Za-z]{2}$/.test(value)) throw new InvalidArgumentError('Expected a country such as FR.');
  return value.toUpperCase();
}
