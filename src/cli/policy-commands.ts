import { Option, type Command } from 'commander';
import {
  atLeastOne,
  collect,
  dataOption,
  endOfDay,
  jsonOption,
  settingsOption,
  time,
  type Does,
} from './command-kit.ts';

/** The commands that look at what happened with other policies or another mapping. */
export function addPolicyCommands(program: Command, does: Does): void {
  program
    .command('policy')
    .description('try policies before they bite')
    .command('try <file>')
    .description('what a draft bundle would have done to what happened on this device')
    .option('--since <time>', 'ISO date or time', time)
    .option('--until <time>', 'ISO date or time; a date means the end of that day', endOfDay)
    .option('--user-group <group>', 'assume that the person was in it; may be given again', collect)
    .option('--device-group <group>', 'assume that the device was in it; may be given again', collect)
    .option('--managed', 'assume that the company managed the device')
    .option('--no-managed', 'assume that it did not')
    .addOption(
      new Option('--examples <n>', 'at most so many events shown of each policy')
        .argParser(atLeastOne)
        .default(5),
    )
    .option('--bundle <file>', 'the bundle of that time (default: what is in force now)')
    .addOption(settingsOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(does(async (file, options) => (await import('./policy-try.ts')).tryPolicies(file, options)));

  program
    .command('relabel')
    .description('work out the labels of what happened again, by the current rules and mapping')
    .option('--bundle <file>', 'mapping, rules and own types (default: what is in force)')
    .option('--since <time>', 'ISO date or time', time)
    .option('--dry-run', 'only say what would change')
    .addOption(settingsOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(does(async (options) => (await import('./relabel.ts')).relabel(options)));
}
