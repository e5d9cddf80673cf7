import type { Settings } from '../managed/settings-schema.ts';
import type { Label } from '../shared/label.ts';
import { ok, type Result } from '../shared/result.ts';
import { readCatalogue } from '../sync/labels/label-store.ts';
import { openSettings, type SettingsOptions } from './settings-layers.ts';

/** What commands that look back need of the settings. */
export interface HistorySettings {
  readonly settings: Settings;
  /** The tenant's as they are stored; empty where no tenant is set, or the integration is off. */
  readonly tenantLabels: readonly Label[];
}

/** Reads the settings once. The problem: a file that is not there or cannot be read. */
export async function historySettings(
  options: Pick<SettingsOptions, 'settings'>,
  dataDir: string,
): Promise<Result<HistorySettings>> {
  const opened = await openSettings(options, dataDir);
  if (!opened.ok) return opened;
  const settings = opened.value.current();
  opened.value.stop();
  const { TenantId: tenant, IntegrationEnabled: isOn } = settings;
  if (tenant === null || !isOn) return ok({ settings, tenantLabels: [] });
  const stored = readCatalogue(dataDir);
  if (!stored.ok) return stored;
  const isOurs = stored.value?.tenantId.toLowerCase() === tenant.toLowerCase();
  return ok({ settings, tenantLabels: isOurs ? (stored.value?.labels ?? []) : [] });
}
