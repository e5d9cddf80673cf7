import { builtInCatalogue, type Catalogue } from '../sense/catalogue.ts';
import { createIdentifier } from '../sense/identify.ts';
import { mergeCatalogue } from '../sense/platform-overrides.ts';
import type { WindowContext } from '../shared/capture.ts';
import type { Label } from '../shared/label.ts';
import type { Target } from '../shared/platform.ts';
import { makeEnforced, type Enforced, type EnforcedData, type FileLabelRules } from './enforced.ts';

/** What decides at this moment: the bundle in force with today's labels, and the catalogue with the bundle's changes. */
export interface Enforcement {
  readonly enforced: Enforced;
  readonly identify: (window: WindowContext | null) => Target;
  /** What of the bundle cannot be used here, one line each. */
  readonly problems: readonly string[];
}

/** Made anew whenever the bundle or the tenant's labels have changed. */
export function enforcementOf(
  data: EnforcedData,
  tenantLabels: readonly Label[],
  fileLabels: FileLabelRules,
): Enforcement {
  const merged = mergeCatalogue(builtInCatalogue, data.platforms);
  const catalogue: Catalogue = merged.ok ? merged.value : builtInCatalogue;
  return {
    enforced: makeEnforced(data, tenantLabels, fileLabels),
    identify: createIdentifier(catalogue),
    problems: merged.ok ? [] : [`${data.version}: ${merged.problem}; its platforms are left out`],
  };
}
