import type { AdmissionContext } from '../../src/policy/admission.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import {
  generateKeyPair,
  parsePrivateKey,
  type KeyPair,
  type PrivateKey,
} from '../../src/sync/bundle-keys.ts';
import { signBundle, type Trust } from '../../src/sync/bundle-signature.ts';

export const TENANT = '11111111-2222-4333-8444-555555555555';
export const OTHER_TENANT = '99999999-2222-4333-8444-555555555555';
export const ISSUED = '2026-03-01T08:00:00Z';
export const EXPIRES = '2026-06-01T08:00:00Z';
/** A week after the bundles were issued. */
export const NOW = new Date('2026-03-08T08:00:00Z');

/** A key pair whose private half is ready to sign with. */
export interface Signer extends KeyPair {
  readonly key: PrivateKey;
}

export async function newSigner(): Promise<Signer> {
  const pair = await generateKeyPair();
  const key = parsePrivateKey(pair.privateKey, 'key.json');
  if (!key.ok) throw new Error(key.problem);
  return { ...pair, key: key.value };
}

/** The policies, mapping and labels of the built-in bundle, as a company's own. */
export function bundleObject(fields: Record<string, unknown> = {}): Record<string, unknown> {
  const { labels, mapping, dynamic_rules, policies } = loadDefaultBundle();
  return {
    schema_version: 1,
    name: 'acme',
    version: 5,
    tenant: TENANT,
    issued: ISSUED,
    expires: EXPIRES,
    labels,
    mapping,
    dynamic_rules,
    policies,
    ...fields,
  };
}

export const bundleText = (fields: Record<string, unknown> = {}): string =>
  JSON.stringify(bundleObject(fields));

/** Signed by all of these. */
export async function signedText(text: string, ...signers: readonly Signer[]): Promise<string> {
  const signed = await signBundle(
    text,
    signers.map(({ key }) => key),
  );
  if (!signed.ok) throw new Error(signed.problem);
  return signed.value;
}

export const pinned = (...signers: readonly Signer[]): Trust => ({
  kind: 'pinned',
  keys: signers.map(({ publicKey }) => publicKey),
  threshold: 1,
});
export const bothOf = (...signers: readonly Signer[]): Trust => ({
  kind: 'pinned',
  keys: signers.map(({ publicKey }) => publicKey),
  threshold: signers.length,
});

/** How a device that never had a bundle measures one that arrives at `NOW`. */
export const firstArrival: AdmissionContext = {
  arrival: 'new',
  nowMs: NOW.getTime(),
  tenant: TENANT,
  epoch: 0,
  mark: null,
  floor: null,
  inForce: null,
  quarantined: [],
  ring: null,
  bucket: 0,
};
