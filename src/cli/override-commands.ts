import { InvalidArgumentError, type Command } from 'commander';
import { collect, dataOption, guid, jsonOption, type Does } from './command-kit.ts';

/** The commands with which an admin issues one-use codes, and looks into one. */
export function addOverrideCommands(program: Command, does: Does): void {
  const override = program.command('override').description('one-use codes that lift a policy for a while');
  override
    .command('issue')
    .description('a signed code for one paste that a policy would hold; made offline')
    .requiredOption('--key <file>', 'the private key for override codes')
    .option('--policy <name>', 'a policy that it lifts; may be given again', collect)
    .option('--all-policies', 'it lifts every policy')
    .option('--platform <id>', 'only there; may be given again', collect)
    .option('--tenant <guid>', 'only in this tenant', guid)
    .option('--device <id>', 'only on this device, as "clipward status" names it')
    .option('--user <pseudonym>', 'only for this person, as events name them')
    .requiredOption('--hours <n>', 'how long it can be used, at most 168', hours)
    .requiredOption('--reason <text>', 'why; it stands in the code and in the record')
    .option('--issuer <name>', 'who answers for it (default: the name you are signed in with)')
    .action(does(async (options) => (await import('./override.ts')).issueOverride(options)));
  override
    .command('show <code>')
    .description('what a code says, and who signed it; - reads it from stdin')
    .requiredOption('--key <ed25519:…>', 'a public key for override codes; may be given again', collect)
    .addOption(jsonOption())
    .action(does(async (code, options) => (await import('./override.ts')).showOverride(code, options)));
  override
    .command('use <code>')
    .description('give a code to the agent that holds something here; - reads it from stdin')
    .addOption(dataOption())
    .action(does(async (code, options) => (await import('./override.ts')).useOverride(code, options)));
}

/** As in `MAX_OVERRIDE_HOURS`, which is not loaded for every command. */
const MOST_HOURS = 168;

function hours(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= MOST_HOURS)) {
    throw new InvalidArgumentError(`Expected hours, at most ${MOST_HOURS}.`);
  }
  return number;
}
