import type { SettingKey, Settings } from '../../managed/settings-schema.ts';
import { fileSource, httpsSource, inlineSource, type BundleSource } from '../../sync/bundle-sources.ts';
import { rolloutBucket } from '../../sync/bundle-rollout.ts';
import type { BundleSettings } from './bundle-admission.ts';

/**
 * What the managed settings say of bundles, in the words of the bundle keeper. `unusable`: keys that MDM sets to what cannot be
 * used. Where it meant to pin keys and they cannot be read, no bundle is believed: it would be anybody's.
 */
export function bundleSettingsOf(
  settings: Settings,
  deviceId: string,
  unusable: readonly SettingKey[] = [],
): BundleSettings {
  const { BundleKeys: keys, BundleThreshold: threshold, TenantId, BundleEpoch, RolloutRing } = settings;
  const isUnclear = unusable.includes('BundleKeys') || unusable.includes('BundleThreshold');
  const pinned = { kind: 'pinned', keys: isUnclear ? [] : keys, threshold } as const;
  return {
    trust: keys.length === 0 && !isUnclear ? { kind: 'unsigned-allowed' } : pinned,
    tenant: TenantId,
    epoch: BundleEpoch,
    ring: RolloutRing,
    bucket: rolloutBucket(deviceId),
  };
}

export interface SourcesInUse {
  /** One at most: of address, file and parts the first that is set. */
  readonly sources: readonly BundleSource[];
  /** Why none of them can be asked although one is set, beyond what the settings tell themselves; null: nothing is wrong. */
  readonly problem: string | null;
}

/**
 * Where the settings say that bundles come from. An address is asked only where keys are pinned: what comes over a network must
 * be signed, and by whom must be known beforehand.
 */
export function bundleSourcesOf(
  { BundleUrl, BundleFile, BundleParts, BundleKeys }: Settings,
  fetch?: typeof globalThis.fetch,
): SourcesInUse {
  if (BundleUrl !== null) {
    // The settings' own check has told it (`check-together.ts`).
    if (BundleKeys.length === 0) return { sources: [], problem: null };
    const source = httpsSource(BundleUrl, fetch === undefined ? {} : { fetch });
    return source.ok ? { sources: [source.value], problem: null } : none(`BundleUrl: ${source.problem}`);
  }
  if (BundleFile !== null) return { sources: [fileSource(BundleFile)], problem: null };
  return { sources: BundleParts.length === 0 ? [] : [inlineSource(BundleParts)], problem: null };
}

const none = (problem: string): SourcesInUse => ({ sources: [], problem });
