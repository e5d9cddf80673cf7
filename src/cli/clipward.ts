import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { messageOf } from '../shared/result.ts';
import { addBundleCommands } from './bundle-commands.ts';
import {
  bundleOption,
  collectorOption,
  countryOption,
  dataOption,
  endOfDay,
  jsonOption,
  settingsOption,
  time,
  type Does,
} from './command-kit.ts';
import { addDataCommands } from './data-commands.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { addJudgeCommand } from './judge-command.ts';
import { addLabelCommands } from './label-commands.ts';
import { printable } from './output.ts';
import { addOverrideCommands } from './override-commands.ts';
import { addPolicyCommands } from './policy-commands.ts';
import { addSettingsCommands } from './settings-commands.ts';
import { addSignInCommands } from './sign-in-commands.ts';
import type { DictionaryFile } from './types.ts';
import { version } from './version.ts';

const exitCodes = `
Exit codes: 0 ok; 1 something was found, held or refused; 2 wrong usage; 3 it could not be done.
Errors are one line on stderr; with --json nothing else is on stdout.`;

function addAgentCommands(program: Command, does: Does): void {
  program
    .command('run')
    .description('run the agent: in the tray, in this terminal, or without asking anyone')
    .option('--headless', 'no window and no questions: what a policy holds stays held')
    .option('--terminal', 'ask in this terminal, even where the tray app could run')
    .addOption(dataOption())
    .addOption(bundleOption('what MDM sets, else built in'))
    .addOption(collectorOption())
    .addOption(countryOption())
    .addOption(settingsOption())
    .addOption(
      new Option('--or-play-recording', 'where there is no desktop, play the bundled recording').hideHelp(),
    )
    .action(does(async (options) => (await import('./run.ts')).run(options)));

  program
    .command('replay <file>')
    .description('play a recorded desktop session through the whole agent')
    .addOption(dataOption())
    .addOption(bundleOption())
    .addOption(countryOption())
    .addOption(jsonOption())
    .action(does(async (file, options) => (await import('./replay.ts')).replay(file, options)));

  program
    .command('status')
    .description('is it guarding, what can it not see, what is queued')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(does(async (options) => (await import('./status.ts')).status(options)));

  program
    .command('sync')
    .description('have the running agent look for a newer bundle and for labels now')
    .addOption(dataOption())
    .action(does(async (options) => (await import('./sync.ts')).sync(options)));
}

function addTextCommands(program: Command, does: Does): void {
  program
    .command('classify [file]')
    .description('find what is sensitive in a file or stdin')
    .addOption(jsonOption())
    .option('--jsonl', 'read {"id","text"} lines on stdin and answer each with one line')
    .addOption(bundleOption())
    .addOption(countryOption())
    .option(
      '--explain',
      'show for each finding its rule, its evidence, and what would have made it not match',
    )
    .action(does(async (file, options) => (await import('./classify.ts')).classify(file, options)));

  addJudgeCommand(program, does);

  program
    .command('redact')
    .description('replace what is sensitive by tokens')
    .requiredOption('--clipboard', 'in the clipboard, in place')
    .addOption(bundleOption())
    .addOption(countryOption())
    .action(does(async (options) => (await import('./redact.ts')).redact(options)));
}

function addTypeCommands(program: Command, does: Does): void {
  const types = program.command('types').description("the company's own sensitive types");
  types
    .command('import <file>')
    .description('turn a Purview rule package into the JSON for "types" of a bundle')
    .option('--out <file>', 'write it there instead of stdout')
    .addOption(
      new Option('--dictionary <guid=file>', 'terms of a keyword dictionary, one on each line; repeatable')
        .argParser(dictionary)
        .default([]),
    )
    .action(does(async (file, options) => (await import('./types.ts')).importTypes(file, options)));
  types
    .command('add <files...>')
    .description('put types into a bundle, from files that import, edm build or fingerprint build wrote')
    .requiredOption('--bundle <file>', 'the bundle')
    .option('--out <file>', 'write it there instead')
    .action(does(async (files, options) => (await import('./types-add.ts')).addTypes(files, options)));
  types
    .command('list')
    .description('the types in a bundle, and which of them are off')
    .addOption(bundleOption())
    .addOption(jsonOption())
    .action(does(async (options) => (await import('./types.ts')).listTypes(options)));
}

function addAuditCommands(program: Command, does: Does): void {
  program
    .command('events')
    .description('what happened: one entry for each interaction')
    .option('--since <time>', 'ISO date or time', time)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(does(async (options) => (await import('./events.ts')).events(options)));

  program
    .command('report')
    .description('label, count, % of total, high risk, blocked')
    .option('--from <time>', 'ISO date or time', time)
    .option('--to <time>', 'ISO date or time; a date means the end of that day', endOfDay)
    .option('--label <name>')
    .option('--platform <id>')
    .addOption(new Option('--format <kind>').choices(['table', 'csv', 'json']).default('table'))
    .addOption(dataOption())
    .action(does(async (options) => (await import('./report.ts')).report(options)));
}

/** better-sqlite3 13 needs Node-API 10; an older Node dies of it without a word (seen with 22.13). */
const OLDEST_NODE = [22, 14] as const;

function nodeIsTooOld(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}

async function main(): Promise<void> {
  let code: ExitCode = exit.ok;
  if (nodeIsTooOld()) {
    const need = `needs Node ${OLDEST_NODE.join('.')} or newer, this is ${process.versions.node}`;
    process.exitCode = complain(`${need}; npx clipward finds the one that npm ci installed`);
    return;
  }
  const does: Does =
    (run) =>
    async (...given) => {
      code = await run(...given);
    };

  const program = new Command('clipward')
    .description(
      "Sees what is copied into AI apps, labels it and applies the company's policies, on this device.",
    )
    .version(version)
    .addHelpText('after', exitCodes)
    .exitOverride()
    .configureOutput({
      outputError: (text, write) =>
        write(
          `clipward: ${printable(
            text
              .trim()
              .replace(/^error: /, '')
              .replaceAll('\n', ' '),
          )} (clipward --help)\n`,
        ),
    });

  addAgentCommands(program, does);
  addTextCommands(program, does);
  addTypeCommands(program, does);
  addAuditCommands(program, does);
  addDataCommands(program, does);
  addBundleCommands(program, does);
  addOverrideCommands(program, does);
  addPolicyCommands(program, does);
  addSignInCommands(program, does);
  addLabelCommands(program, does);
  addSettingsCommands(program, does);

  try {
    await program.parseAsync();
  } catch (error) {
    code = failureCode(error);
  }
  process.exitCode = code;
}

/** Commander has already told its own errors; anything else is a bug, told in one line. */
function failureCode(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.usage;
  if (process.env['CLIPWARD_DEBUG'] !== undefined) process.stderr.write(`${(error as Error).stack}\n`);
  return complain(`internal error: ${messageOf(error)} (CLIPWARD_DEBUG=1 shows where)`);
}

function dictionary(value: string, before: readonly DictionaryFile[]): readonly DictionaryFile[] {
  const [, guid, file] = /^([0-9a-fA-F-]{36})=(.+)$/.exec(value) ?? [];
  if (guid === undefined || file === undefined)
    throw new InvalidArgumentError('Expected the GUID of a dictionary, "=" and a file.');
  return [...before, { guid, file }];
}

// A reader that stops early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exit.ok);
  throw error;
});

await main();
