import { admissionOfReading } from '../agent/bundle/bundle-admission.ts';
import { bundleSettingsOf, bundleSourcesOf } from '../agent/bundle/bundle-use.ts';
import { enforceBuiltIn } from '../agent/enforce.ts';
import { prepareBundle } from '../agent/bundle/prepare-bundle.ts';
import { ok, type Result } from '../shared/result.ts';
import { openBundleStore } from '../sync/bundle-store.ts';
import { bundleFor, commandBundle, type CommandBundle } from './bundle-option.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { historySettings, type HistorySettings } from './history-settings.ts';
import { dataDirFor } from './paths.ts';
import type { SettingsOptions } from './settings-layers.ts';

/**
 * The bundle a command judges with: the file of `--bundle`, else the one that the agent of this data folder has in force, read
 * from disk by today's settings, else the built-in one; with the tenant's labels as they are stored. What is wrong with it is told; the code is to end with.
 */
export async function bundleInForce(
  options: SettingsOptions & { readonly data?: string | undefined },
): Promise<Result<CommandBundle, ExitCode>> {
  if (options.bundle !== undefined) return bundleFor(options.bundle);
  const dataDir = dataDirFor(options.data);
  const about = await historySettings(options, dataDir);
  return about.ok ? keptBundle(dataDir, about.value) : { ok: false, problem: complain(about.problem) };
}

async function keptBundle(
  dataDir: string,
  { settings, tenantLabels }: HistorySettings,
): Promise<Result<CommandBundle, ExitCode>> {
  const builtIn = (): Result<CommandBundle, never> => ok(commandBundle(enforceBuiltIn(), tenantLabels));
  if (bundleSourcesOf(settings).sources.length === 0) return builtIn();
  const store = await openBundleStore(dataDir, () => new Date());
  const { current } = store.state;
  if (current === null) return builtIn();
  const text = await store.readText(current.file);
  if (!text.ok) return { ok: false, problem: complain(text.problem) };
  const rules = bundleSettingsOf(settings, '');
  const prepared = await prepareBundle(
    {
      text: text.value,
      where: `kept from ${current.source}`,
      trust: rules.trust,
      admission: admissionOfReading(rules, current.epoch, new Date()),
    },
    { country: settings.Country ?? undefined },
  );
  return prepared.ok
    ? ok(commandBundle(prepared.value, tenantLabels))
    : { ok: false, problem: complain(prepared.problem.detail, exit.findings) };
}
