import { Option, type Command } from 'commander';

/** As `addIntegrationOptions` gives them. */
export interface IntegrationOptions {
  readonly tenant?: string | undefined;
  readonly client?: string | undefined;
  readonly certificate?: string | undefined;
  readonly appSecret?: boolean | undefined;
}

/** The options by which a lab tells tenant and app without managed settings. */
export function addIntegrationOptions(command: Command): Command {
  return command
    .option('--tenant <id>', 'tenant: GUID or domain (default: CLIPWARD_TENANT)')
    .option('--client <id>', 'application (client) id (default: CLIPWARD_CLIENT)')
    .option('--certificate <pem>', 'sign in as the app itself, with this certificate and its key')
    .addOption(
      new Option('--app-secret', 'sign in as the app itself, with the stored client-secret').conflicts(
        'certificate',
      ),
    );
}
