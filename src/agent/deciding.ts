import type { SettingKey, Settings } from '../managed/settings-schema.ts';
import type { Tell } from '../shared/happening.ts';
import { createBundleKeeper, type BundleKeeper, type BundleKeeperParts } from './bundle/bundle-keeper.ts';
import { bundleSettingsOf, bundleSourcesOf } from './bundle/bundle-use.ts';
import { enforcementOf, type Enforcement } from './enforcement.ts';
import { createLabelsInUse, type LabelsInUse, type LabelsInUseOptions } from './labels-in-use.ts';

export interface DecidingParts
  extends
    Pick<BundleKeeperParts, 'prepare' | 'builtIn' | 'store' | 'secondPlace' | 'record' | 'sleep'>,
    Pick<LabelsInUseOptions, 'dataDir'> {
  readonly settings: () => Settings;
  /** See `ManagedSettings`. */
  readonly unusable: () => readonly SettingKey[];
  readonly connectTenant: LabelsInUseOptions['connect'];
  readonly fetch?: typeof globalThis.fetch;
  readonly deviceId: string;
  readonly tell: Tell;
  readonly now: () => Date;
  /** What decides has become another. */
  readonly onChange: () => void;
}

/** What decides at each moment, and where it comes from: the bundle in force and the labels of the tenant. */
export interface Deciding {
  current(): Enforcement;
  readonly keeper: BundleKeeper;
  readonly labels: LabelsInUse;
  /** The settings that it hangs on have changed. */
  decideAnew(): void;
}

/** Resolves when a bundle is in force; labels begin with what is stored, and newer ones of both come later. */
export async function openDeciding(parts: DecidingParts): Promise<Deciding> {
  const { settings, dataDir, now, tell, onChange } = parts;
  const tellNew = createTellNew((detail) => tell({ kind: 'problem', detail }));
  const keeper = await createBundleKeeper({
    ...parts,
    sources: () => bundleSourcesOf(settings(), parts.fetch).sources,
    settings: () => bundleSettingsOf(settings(), parts.deviceId, parts.unusable()),
    intervalMs: () => settings().BundleMinutes * 60_000,
  });
  await keeper.start();
  let labels: LabelsInUse | null = null;
  const decide = (): Enforcement => {
    const { TenantId: tenantId, ForeignLabels: foreign } = settings();
    const made = enforcementOf(keeper.current().data, labels?.labels() ?? [], { tenantId, foreign });
    tellNew([...made.problems, ...made.enforced.off]);
    return made;
  };
  let current = decide();
  const decideAnew = (): void => {
    current = decide();
    onChange();
  };
  const labelsChanged = (): void => {
    const count = labels?.labels().length ?? 0;
    const detail = `${count} labels of the tenant are in use now, beside the bundle's own`;
    parts.record({ kind: 'agent', what: 'labels-changed', detail });
    decideAnew();
  };
  labels = createLabelsInUse({
    dataDir,
    settings,
    connect: parts.connectTenant,
    onChange: labelsChanged,
    now,
  });
  current = decide();
  keeper.onChange(decideAnew);
  return { current: () => current, keeper, labels, decideAnew };
}

/** What stays wrong from one change to the next is told with the first. */
function createTellNew(tell: (line: string) => void): (lines: readonly string[]) => void {
  let known: readonly string[] = [];
  return (lines) => {
    for (const line of lines) if (!known.includes(line)) tell(line);
    known = lines;
  };
}
