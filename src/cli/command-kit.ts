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
export const bundleOption = (otherwise = 'built in'): Option =>
  new Option('--bundle <file>', `mapping, rules, policies and own types (default: ${otherwise})`);
export const collectorOption = (): Option =>
  new Option(
    '--collector <url>',
    'HTTPS collector for events; its token comes from CLIPWARD_COLLECTOR_TOKEN',
  );
export const settingsOption = (): Option =>
  new Option('--settings <file>', 'JSON file of settings, for labs; what MDM forces is stronger');
export const jsonOption = (): Option => new Option('--json', 'machine-readable output');
export const countryOption = (): Option =>
  new Option('--country <code>', 'how national phone numbers are read, such as FR').argParser(country);

function country(value: string): string {
  if (!/^[A-Za-z]{2}$/.test(value)) throw new InvalidArgumentError('Expected a country such as FR.');
  return value.toUpperCase();
}

/** For an option that may be given again. */
export const collect = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];

/** For an option that is a tenant's id. */
export function guid(value: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) {
    throw new InvalidArgumentError('Expected a tenant id such as 11111111-2222-3333-4444-555555555555.');
  }
  return value;
}

/** For an option that counts. */
export function atLeastOne(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('Expected a whole number from 1.');
  return number;
}

/** For an option that is a moment. */
export function time(value: string): Date {
  const date = new Date(value);
  if (Number.isNaN(date.getTime()))
    throw new InvalidArgumentError('Expected an ISO date or time such as 2026-11-21.');
  return date;
}

/** For an option up to which something goes: a date means the end of that day. */
export function endOfDay(value: string): Date {
  return time(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T23:59:59.999Z` : value);
}
