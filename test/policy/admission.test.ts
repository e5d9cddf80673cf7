import { describe, expect, it } from 'vitest';
import { admit, admitDigest, type AdmissionContext, type BundleFacts } from '../../src/policy/admission.ts';
import { bundleSchema } from '../../src/policy/bundle.ts';
import type { Mark } from '../../src/shared/mark.ts';
import { EXPIRES, ISSUED, OTHER_TENANT, bundleObject, firstArrival } from '../fakes/signed-bundles.ts';

const DIGEST = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const MINUTE_MS = 60_000;

const context: AdmissionContext = { ...firstArrival, bucket: 50 };
const at = (version: number, epoch = 0, digest: string | null = OTHER): Mark => ({ epoch, version, digest });

/** What becomes of version 5 of the company's bundle. */
function kindOf(fields: Record<string, unknown>, measured: Partial<AdmissionContext>, signed = true): string {
  const bundle = bundleSchema.parse(bundleObject(fields));
  const { name, version } = bundle;
  const facts: BundleFacts = {
    name,
    version,
    tenant: null,
    issued: null,
    expires: null,
    signedBy: [],
    digest: DIGEST,
    signed,
  };
  const admitted = admit(bundle, facts, { ...context, ...measured });
  return admitted.ok ? 'taken' : admitted.problem.kind;
}

type Row = readonly [string, Record<string, unknown>, Partial<AdmissionContext>, string];

describe('a signed bundle', () => {
  it.each<Row>([
    ['of this tenant', {}, {}, 'taken'],
    [
      'of this tenant in other letters',
      { tenant: 'ABCDEF00-2222-4333-8444-555555555555' },
      { tenant: 'abcdef00-2222-4333-8444-555555555555' },
      'taken',
    ],
    ['of another tenant', { tenant: OTHER_TENANT }, {}, 'tenant'],
    ['of any tenant where the settings name none', { tenant: OTHER_TENANT }, { tenant: null }, 'taken'],
    ['of another tenant, from disk', { tenant: OTHER_TENANT }, { arrival: 'stored' }, 'tenant'],
    ['without a tenant', { tenant: undefined }, { tenant: null }, 'schema'],
    ['without its date of issue', { issued: undefined }, {}, 'schema'],
    ['without an expiry', { expires: undefined }, {}, 'schema'],
  ])('%s is judged by its tenant', (_, fields, measured, kind) => {
    expect(kindOf(fields, measured)).toBe(kind);
  });

  it.each<Row>([
    ['the first one', {}, {}, 'taken'],
    ['the first one, however high', { version: 4_000_000_000 }, {}, 'taken'],
    ['a higher one', {}, { mark: at(4) }, 'taken'],
    ['a lower one', {}, { mark: at(6) }, 'older'],
    ['the same again', {}, { mark: at(5, 0, DIGEST) }, 'taken'],
    ['another one of the same version', {}, { mark: at(5) }, 'equivocation'],
    ['the same version where the digest is not known', {}, { mark: at(5, 0, null) }, 'taken'],
    ['one as far ahead as may be', { version: 15 }, { mark: at(5), maxJump: 10 }, 'taken'],
    ['one too far ahead', { version: 16 }, { mark: at(5), maxJump: 10 }, 'jump'],
    ['the highest there can be', { version: Number.MAX_SAFE_INTEGER }, { mark: at(5) }, 'jump'],
    ['from disk, the newest ever taken', {}, { arrival: 'stored', mark: at(5), floor: at(4) }, 'taken'],
    [
      'from disk, said to be of an epoch that never was',
      {},
      { arrival: 'stored', epoch: 7, mark: at(900), floor: at(900) },
      'jump',
    ],
    ['a lower one in a new epoch', {}, { mark: at(900), epoch: 1 }, 'taken'],
    ['one far ahead in a new epoch', { version: 90_000 }, { mark: at(5), epoch: 1 }, 'taken'],
    ['a higher one after the epoch was lowered', {}, { mark: at(4, 1), epoch: 0 }, 'older'],
    [
      'one from disk that is below the newest',
      {},
      { arrival: 'stored', mark: at(9), floor: at(5, 0, DIGEST) },
      'taken',
    ],
    ['one from disk below the floor', {}, { arrival: 'stored', mark: at(9), floor: at(6) }, 'older'],
    [
      'another one from disk at the floor',
      {},
      { arrival: 'stored', mark: at(9), floor: at(5) },
      'equivocation',
    ],
    ['one from disk far above the floor', { version: 90_000 }, { arrival: 'stored', floor: at(5) }, 'taken'],
  ])('%s is judged by its version', (_, fields, measured, kind) => {
    expect(kindOf(fields, measured)).toBe(kind);
  });

  const issued = Date.parse(ISSUED);
  const expires = Date.parse(EXPIRES);
  it.each<Row>([
    ['issued in the past', {}, { nowMs: issued + 1 }, 'taken'],
    ['issued a little in the future', {}, { nowMs: issued - 10 * MINUTE_MS }, 'taken'],
    ['issued further in the future', {}, { nowMs: issued - 10 * MINUTE_MS - 1 }, 'not-yet'],
    ['just before it expires', {}, { nowMs: expires - 1 }, 'taken'],
    ['when it expires', {}, { nowMs: expires }, 'expired-on-arrival'],
    [
      'with an expiry in another time zone',
      { expires: '2026-03-08T09:30:00+02:00' },
      {},
      'expired-on-arrival',
    ],
    ['with an expiry later in another time zone', { expires: '2026-03-08T06:30:00-02:00' }, {}, 'taken'],
    ['that expired on disk', {}, { nowMs: expires, arrival: 'stored' }, 'taken'],
    [
      'from disk on a clock before it was issued',
      {},
      { nowMs: issued - 90 * MINUTE_MS, arrival: 'stored' },
      'taken',
    ],
  ])('%s is judged by its dates', (_, fields, measured, kind) => {
    expect(kindOf(fields, measured)).toBe(kind);
  });

  it.each<Row>([
    ['for a ring this device is in', { rollout: { rings: ['pilot', 'it'] } }, { ring: 'it' }, 'taken'],
    [
      'for a ring this device is not in',
      { rollout: { rings: ['pilot'] } },
      { ring: 'it' },
      'not-for-this-device',
    ],
    [
      'for a ring, where this device is in none',
      { rollout: { rings: ['pilot'] } },
      {},
      'not-for-this-device',
    ],
    ['for all rings, where this device is in none', { rollout: {} }, {}, 'taken'],
    ['for more than this hundredth', { rollout: { percent: 51 } }, { bucket: 50 }, 'taken'],
    ['for less than this hundredth', { rollout: { percent: 50 } }, { bucket: 50 }, 'not-for-this-device'],
    ['for one percent, the first', { rollout: { percent: 1 } }, { bucket: 0 }, 'taken'],
    ['for all percent, the last', { rollout: { percent: 100 } }, { bucket: 99 }, 'taken'],
    [
      'for the ring but not the hundredth',
      { rollout: { rings: ['it'], percent: 10 } },
      { ring: 'it' },
      'not-for-this-device',
    ],
    ['for another ring, from disk', { rollout: { rings: ['pilot'] } }, { arrival: 'stored' }, 'taken'],
  ])('%s is judged by its rollout', (_, fields, measured, kind) => {
    expect(kindOf(fields, measured)).toBe(kind);
  });
});

describe('a bundle that is not signed', () => {
  it.each<Row>([
    ['without tenant and dates', { tenant: undefined, issued: undefined, expires: undefined }, {}, 'taken'],
    ['of another tenant', { tenant: OTHER_TENANT }, {}, 'tenant'],
    ['that is older', {}, { mark: at(9) }, 'taken'],
    ['that was changed without a new version', {}, { mark: at(5) }, 'taken'],
    ['that has expired', {}, { nowMs: Date.parse(EXPIRES) }, 'expired-on-arrival'],
    ['for another ring', { rollout: { rings: ['pilot'] } }, {}, 'taken'],
  ])('%s is judged by what it says', (_, fields, measured, kind) => {
    expect(kindOf(fields, measured, false)).toBe(kind);
  });
});

describe('the digest of a bundle', () => {
  it.each<[string, Partial<AdmissionContext>, string]>([
    ['new', { inForce: OTHER, quarantined: [OTHER] }, 'taken'],
    ['of what is in force', { inForce: DIGEST }, 'same'],
    ['of what is in force, from disk', { inForce: DIGEST, arrival: 'stored' }, 'taken'],
    ['given up after crashes', { quarantined: [OTHER, DIGEST] }, 'quarantined'],
    ['given up after crashes, from disk', { quarantined: [DIGEST], arrival: 'stored' }, 'quarantined'],
  ])('is judged when it is %s', (_, measured, kind) => {
    const admitted = admitDigest(DIGEST, { ...context, ...measured });
    expect(admitted.ok ? 'taken' : admitted.problem.kind).toBe(kind);
  });
});
