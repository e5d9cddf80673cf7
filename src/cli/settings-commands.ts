import type { Command } from 'commander';
import {
  bundleOption,
  collectorOption,
  countryOption,
  dataOption,
  jsonOption,
  settingsOption,
  type Does,
} from './command-kit.ts';

/** The commands about managed settings. */
export function addSettingsCommands(program: Command, does: Does): void {
  const settings = program.command('settings').description('what MDM and options have set');
  settings
    .command('explain')
    .description('every setting, its value, and where that comes from')
    .addOption(settingsOption())
    .addOption(bundleOption())
    .addOption(collectorOption())
    .addOption(countryOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(does(async (options) => (await import('./settings.ts')).explainSettings(options)));
  settings
    .command('keys')
    .description('what can be set')
    .addOption(jsonOption())
    .action(does(async (options) => (await import('./settings.ts')).listSettingKeys(options)));
}
