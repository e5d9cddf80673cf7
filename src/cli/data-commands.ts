import { InvalidArgumentError, Option, type Command } from 'commander';
import { atLeastOne, collect, type Does } from './command-kit.ts';

/** The commands that turn a company's own records and documents into hashes for the bundle. */
export function addDataCommands(program: Command, does: Does): void {
  program
    .command('edm')
    .description("exact data match: find the company's own records")
    .command('build <file>')
    .description('turn a CSV with a header into keyed hashes for the bundle')
    .requiredOption('--type <name>', 'what findings are called, such as CUSTOM:CUSTOMER')
    .addOption(
      new Option('--primary <column>', 'a column whose values identify a record; may be given again')
        .argParser(collect)
        .makeOptionMandatory(),
    )
    .option('--with <columns>', 'columns of the same record that confirm it, separated by commas', names)
    .option('--confirm <n>', 'how many of them must stand near a value (default: 1)', atLeastOne)
    .option('--proximity <characters>', 'how near (default: 300)', atLeastOne)
    .addOption(
      new Option('--alone <confidence>', 'what a value without them is worth (default: low)').choices([
        'low',
        'medium',
      ]),
    )
    .option('--name <text>', 'what it is, for people')
    .requiredOption('--out <file>', 'where the JSON is written')
    .action(does(async (file, options) => (await import('./edm.ts')).buildExactData(file, options)));

  program
    .command('fingerprint')
    .description("document fingerprints: find passages of the company's own documents")
    .command('build <files...>')
    .description('turn text files into keyed fingerprints for the bundle')
    .requiredOption('--type <name>', 'what findings are called, such as CUSTOM:CONTRACT')
    .option(
      '--threshold <percent>',
      'how much of a document, or of a paste, must match (default: 30)',
      percent,
    )
    .option('--except <file>', 'a text that many documents share; may be given again', collect)
    .option('--name <text>', 'what it is, for people')
    .requiredOption('--out <file>', 'where the JSON is written')
    .action(
      does(async (files, options) => (await import('./fingerprint.ts')).buildFingerprints(files, options)),
    );
}

const names = (value: string): string[] =>
  value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function percent(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 100) {
    throw new InvalidArgumentError('Expected a whole number from 1 to 100.');
  }
  return number;
}
