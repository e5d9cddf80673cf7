import { InvalidArgumentError, Option, type Command } from 'commander';
import { localTimeOf } from '../agent/local-clock.ts';
import type { LocalTime } from '../shared/local-time.ts';
import {
  bundleOption,
  collect,
  countryOption,
  dataOption,
  jsonOption,
  settingsOption,
  type Does,
} from './command-kit.ts';

/** `clipward judge`: what a policy may ask about is an option each; what is not given is not known. */
export function addJudgeCommand(program: Command, does: Does): void {
  program
    .command('judge [file]')
    .description('the verdict for a text, or for copied files, on a platform, and why')
    .requiredOption('--platform <id>', 'an AI platform such as chatgpt, or unknown-site')
    .option('--user-group <group>', 'a group the person is in; may be given again', collect)
    .option('--device-group <group>', 'a group the device is in; may be given again', collect)
    .option('--managed', 'the company manages the device')
    .option('--no-managed', 'it does not')
    .addOption(new Option('--at <time>', 'local time such as 2026-11-21T14:30 (default: now)').argParser(at))
    .option('--source-app <program>', 'the program it was copied in, such as outlook.exe')
    .addOption(new Option('--overrides <n>', 'how often the person has pasted anyway today').argParser(count))
    .option(
      '--file-label <label>',
      'copied files in place of a text: a label that one of them carries; may be given again',
      collect,
    )
    .addOption(jsonOption())
    .addOption(bundleOption('the one in force here'))
    .addOption(countryOption())
    .addOption(settingsOption())
    .addOption(dataOption())
    .action(does(async (file, options) => (await import('./judge.ts')).judge(file, options)));
}

function at(value: string): LocalTime {
  // Inside that minute, so that what happened when it began was before.
  const moment = new Date(`${value}:01`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) || Number.isNaN(moment.getTime())) {
    throw new InvalidArgumentError('Expected a local time such as 2026-11-21T14:30.');
  }
  return localTimeOf(moment);
}

function count(value: string): number {
  if (!/^\d{1,4}$/.test(value) || Number(value) > 1000) {
    throw new InvalidArgumentError('Expected a whole number from 0 to 1000.');
  }
  return Number(value);
}
