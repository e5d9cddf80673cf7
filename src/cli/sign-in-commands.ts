import { Argument, type Command } from 'commander';
import { secretNames } from '../sync/sign-in/secret-store.ts';
import { dataOption, settingsOption, type Does } from './command-kit.ts';
import { addIntegrationOptions } from './integration-options.ts';

/** The token cache is made by signing in, not by hand. */
const names = secretNames.filter((name) => name !== 'token-cache');
const nameArgument = (): Argument => new Argument('<name>', 'which secret').choices(names);

/** The commands by which a person, or a lab's app, signs in to Microsoft, and by which secrets are given. */
export function addSignInCommands(program: Command, does: Does): void {
  addIntegrationOptions(program.command('sign-in'))
    .description('sign in to the Microsoft tenant whose labels are used')
    .option('--device-code', 'finish in the browser of another device')
    .addOption(settingsOption())
    .addOption(dataOption())
    .action(does(async (options) => (await import('./sign-in.ts')).signIn(options)));

  program
    .command('sign-out')
    .description('forget the Microsoft sign-in on this device')
    .addOption(dataOption())
    .action(does(async (options) => (await import('./sign-in.ts')).signOut(options)));

  const secret = program.command('secret').description('secrets that are kept encrypted on this device');
  secret
    .command('set')
    .addArgument(nameArgument())
    .description('keep a secret: its value comes from stdin, or is typed and not shown')
    .addOption(dataOption())
    .action(does(async (name, options) => (await import('./sign-in.ts')).setSecret(name, options)));
  secret
    .command('remove')
    .addArgument(nameArgument())
    .description('forget a secret')
    .addOption(dataOption())
    .action(does(async (name, options) => (await import('./sign-in.ts')).removeSecret(name, options)));
}
