import type { Command } from 'commander';
import { dataOption, jsonOption, settingsOption, type Does } from './command-kit.ts';
import { addIntegrationOptions } from './integration-options.ts';

/** The commands about the tenant's sensitivity labels and the way to them. */
export function addLabelCommands(program: Command, does: Does): void {
  addIntegrationOptions(program.command('labels'))
    .description("the tenant's sensitivity labels, as they are stored here")
    .option('--sync', 'ask the tenant first')
    .option('--all', 'deleted ones too')
    .addOption(settingsOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(does(async (options) => (await import('./labels.ts')).labels(options)));

  const integration = program.command('integration').description('the connection to Microsoft Purview');
  addIntegrationOptions(integration.command('test'))
    .description('sign in, read the labels once, and say what is in the way')
    .addOption(settingsOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(does(async (options) => (await import('./integration.ts')).testIntegration(options)));
  addIntegrationOptions(integration.command('status'))
    .description('on or off, who is signed in, when labels came last and why not since')
    .addOption(settingsOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(does(async (options) => (await import('./integration.ts')).integrationStatus(options)));
}
