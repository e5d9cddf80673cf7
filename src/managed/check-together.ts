import type { Settings } from './settings-schema.ts';

/** What cannot work although each value by itself can. Lines for people, each with what to do. */
export function checkTogether(settings: Settings): readonly string[] {
  return checks.filter(([wrong]) => wrong(settings)).map(([, line]) => line);
}

const checks: readonly (readonly [wrong: (settings: Settings) => boolean, line: string])[] = [
  [
    // The tenant alone is enough for bundles.
    ({ TenantId, ClientId }) => TenantId === null && ClientId !== null,
    'TenantId: not set, and ClientId is; signing in to Purview needs both',
  ],
  [
    ({ SignInMethod, CertificateFile }) => SignInMethod === 'certificate' && CertificateFile === null,
    'CertificateFile: not set, and SignInMethod is certificate',
  ],
  [
    ({ BundleKeys, BundleThreshold }) => BundleKeys.length > 0 && BundleThreshold > new Set(BundleKeys).size,
    'BundleThreshold: more than there are keys in BundleKeys; no bundle can be signed by so many',
  ],
  [
    ({ BundleUrl, BundleKeys }) => BundleUrl !== null && BundleKeys.length === 0,
    'BundleKeys: none, so BundleUrl is not asked; pin the keys that sign what is there',
  ],
  [
    ({ BundleKeys, OverrideKeys }) => BundleKeys.some((key) => OverrideKeys.includes(key)),
    'OverrideKeys: a key of BundleKeys is among them; whoever issues override codes could sign policies',
  ],
];
