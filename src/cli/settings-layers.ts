import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openManagedSettings, watchTimes, type ManagedSettings } from '../managed/managed-settings.ts';
import { settingsFile } from '../managed/settings-file.ts';
import type { RawSetting, SettingsSource } from '../managed/settings-source.ts';
import { systemSource } from '../managed/system-source.ts';
import { failed, ok, type Result } from '../shared/result.ts';

/** Options of the command line that settings take part in. */
export interface SettingsOptions {
  /** A file of settings, for labs. */
  readonly settings?: string | undefined;
  readonly bundle?: string | undefined;
  readonly collector?: string | undefined;
  readonly country?: string | undefined;
}

/**
 * The settings as a command with these options has them. `watch`: for an agent that runs on; it keeps the last good forced values in
 * the data folder. The problem: the file of `--settings` is not there.
 */
export async function openSettings(
  options: SettingsOptions,
  dataDir: string,
  {
    watch = false,
    forced = systemSource(),
  }: { readonly watch?: boolean; readonly forced?: SettingsSource } = {},
): Promise<Result<ManagedSettings>> {
  const { settings } = options;
  if (settings !== undefined && !existsSync(settings)) return failed(`${settings}: there is no such file`);
  return ok(
    await openManagedSettings({
      forced,
      given: settings === undefined ? undefined : settingsFile(settings),
      person: fromOptions(options),
      lastGoodFile: join(dataDir, 'settings-last-good.json'),
      ...(watch ? { watch: watchTimes } : {}),
    }),
  );
}

function fromOptions({ bundle, collector, country }: SettingsOptions): RawSetting[] {
  const options = [
    { name: 'BundleFile', value: bundle === undefined ? undefined : resolve(bundle), origin: '--bundle' },
    { name: 'CollectorUrl', value: collector, origin: '--collector' },
    { name: 'Country', value: country, origin: '--country' },
  ];
  return options.filter(({ value }) => value !== undefined);
}
