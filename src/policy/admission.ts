import { compareMarks, type Mark } from '../shared/mark.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { Bundle } from './bundle.ts';
import { epochMsOf } from './moment.ts';

/** A device's clock may be so far behind the one that issued a bundle. */
const CLOCK_TOLERANCE_MS = 10 * 60 * 1000;

/**
 * A newer bundle may be so many versions ahead. A stolen key could otherwise use the numbers up: nothing could ever be newer than
 * the highest one there is.
 */
export const MAX_VERSION_JUMP = 10_000;

/** What became known of a bundle while it was made ready. */
export interface BundleFacts {
  readonly name: string;
  readonly version: number;
  /** Tenant and dates are always there where it is signed. */
  readonly tenant: string | null;
  /** ISO 8601, as the bundle has them. */
  readonly issued: string | null;
  readonly expires: string | null;
  /** Key ids (RFC 7638 thumbprints) whose signatures hold and count. */
  readonly signedBy: readonly string[];
  /** SHA-256 of the bundle's text, in hex: the same however it was signed. */
  readonly digest: string;
  /** Was it signed by enough pinned keys? */
  readonly signed: boolean;
}

export type RefusalKind =
  /** The source cannot be read. */
  | 'unreadable'
  | 'too-large'
  /** Not signed as it must be, or not a signed bundle at all. */
  | 'signature'
  | 'schema'
  | 'tenant'
  /** Below the high-water mark. */
  | 'older'
  /** Two different bundles of one version. */
  | 'equivocation'
  /** Too many versions ahead at once. */
  | 'jump'
  /** Issued in the future. */
  | 'not-yet'
  | 'expired-on-arrival'
  /** Another ring, or not in the part of the devices that takes it yet. Nothing is wrong. */
  | 'not-for-this-device'
  /** It is what is in force. Nothing is wrong. */
  | 'same'
  /** It was given up before, after crashes. */
  | 'quarantined'
  /** A name of a type that is not there, or a type that cannot be used. */
  | 'types'
  /** A case of its own does not give the verdict it expects. */
  | 'self-test'
  | 'too-slow'
  | 'crashed';

/** Why a bundle is not taken. The detail is one line: where it came from, what is wrong, what to do. */
export interface BundleRefusal {
  readonly kind: RefusalKind;
  readonly detail: string;
}

/** What a bundle is measured by. Plain data. */
export interface AdmissionContext {
  /** `new`: it comes from outside. `stored`: it was taken before and is to go on being enforced. */
  readonly arrival: 'new' | 'stored';
  /** Now, in ms since 1970; never before what was seen earlier, whatever the clock says. */
  readonly nowMs: number;
  /** The tenant of the managed settings; null where they do not say. */
  readonly tenant: string | null;
  /** From the managed settings, 0 at first: see `Mark`. For a stored bundle the one it was taken under. */
  readonly epoch: number;
  /** A new bundle must be beyond this, or be the very same; null: none was ever taken. */
  readonly mark: Mark | null;
  /** A stored one may be this and no less. */
  readonly floor: Mark | null;
  /** Digest of the bundle in force; null for the built-in one. */
  readonly inForce: string | null;
  /** Digests of bundles that were given up after crashes. */
  readonly quarantined: readonly string[];
  /** The ring this device is in; null: none. */
  readonly ring: string | null;
  /** 0 to 99: which part of a rollout in percent this device is. */
  readonly bucket: number;
  readonly maxJump?: number;
}

type Admitted = Result<void, BundleRefusal>;
const yes: Admitted = ok(undefined);
const no = (kind: RefusalKind, detail: string): Admitted => failed({ kind, detail });

/** What its digest alone says of a bundle: it is in force, or was given up here. Asked before anything is made of its text. */
export function admitDigest(digest: string, { arrival, inForce, quarantined }: AdmissionContext): Admitted {
  if (quarantined.includes(digest)) {
    return no(
      'quarantined',
      'was given up on this device after crashes; issue a mended one with a higher version',
    );
  }
  return arrival === 'new' && inForce === digest ? no('same', 'is in force already') : yes;
}

/**
 * May this bundle be enforced here and now? Asked after its signature was verified. Pure. One that is not signed (possible only
 * where nothing is pinned) has no version to keep to.
 */
export function admit(bundle: Bundle, facts: BundleFacts, context: AdmissionContext): Admitted {
  const checks = facts.signed
    ? [complete, rightTenant, newEnough, timely, meantForThis]
    : [rightTenant, timely];
  for (const check of checks) {
    const admitted = check(bundle, facts, context);
    if (!admitted.ok) return admitted;
  }
  return yes;
}

const nameOf = ({ name, version }: BundleFacts): string => `"${name}" v${version}`;

function complete({ tenant, issued, expires }: Bundle): Admitted {
  const missing = Object.entries({ tenant, issued, expires }).flatMap(([key, value]) =>
    value === undefined ? [key] : [],
  );
  return missing.length === 0
    ? yes
    : no(
        'schema',
        `${missing.join(', ')}: expected in a signed bundle; add ${missing.length > 1 ? 'them' : 'it'} and sign again`,
      );
}

function rightTenant({ tenant }: Bundle, facts: BundleFacts, context: AdmissionContext): Admitted {
  if (tenant === undefined || context.tenant === null) return yes;
  return tenant.toLowerCase() === context.tenant.toLowerCase()
    ? yes
    : no('tenant', `${nameOf(facts)} is for the tenant ${tenant}, this device belongs to ${context.tenant}`);
}

function newEnough({ version }: Bundle, facts: BundleFacts, context: AdmissionContext): Admitted {
  const { arrival, epoch, floor, mark, maxJump = MAX_VERSION_JUMP } = context;
  const here: Mark = { epoch, version, digest: facts.digest };
  const least = arrival === 'stored' ? floor : mark;
  if (least === null) return yes;
  const ahead = compareMarks(here, least);
  // Whoever can write the data folder could else say that an older one was taken under a later epoch.
  if (arrival === 'stored' && mark !== null && compareMarks(here, mark) > 0) {
    return no('jump', `${nameOf(facts)} is said to be newer than any that this device ever took`);
  }
  if (ahead < 0) {
    const seen = least.epoch === epoch ? `v${least.version}` : `v${least.version} of epoch ${least.epoch}`;
    return no('older', `${nameOf(facts)} is older than ${seen}, which this device had already`);
  }
  if (ahead === 0 && least.digest !== null && least.digest !== facts.digest) {
    return no(
      'equivocation',
      `${nameOf(facts)} is not the v${version} that this device had before; each change needs a higher version`,
    );
  }
  if (arrival === 'new' && epoch === least.epoch && version - least.version > maxJump) {
    return no(
      'jump',
      `${nameOf(facts)} is more than ${maxJump} versions ahead of v${least.version}; if that is meant, raise the bundle epoch in the managed settings`,
    );
  }
  return yes;
}

function timely({ issued, expires }: Bundle, facts: BundleFacts, context: AdmissionContext): Admitted {
  const { arrival, nowMs } = context;
  // What expired while it was in force goes on being enforced: it is better than nothing, and the person is told.
  if (arrival === 'stored') return yes;
  if (issued !== undefined && epochMsOf(issued) > nowMs + CLOCK_TOLERANCE_MS) {
    return no(
      'not-yet',
      `${nameOf(facts)} is issued in the future (${issued}); check the clock of this device`,
    );
  }
  return expires !== undefined && epochMsOf(expires) <= nowMs
    ? no('expired-on-arrival', `${nameOf(facts)} expired on ${expires}; issue a new one`)
    : yes;
}

function meantForThis({ rollout }: Bundle, facts: BundleFacts, context: AdmissionContext): Admitted {
  const { arrival, bucket, ring } = context;
  if (arrival === 'stored' || rollout === undefined) return yes;
  const { percent = 100, rings } = rollout;
  if (rings !== undefined && (ring === null || !rings.includes(ring))) {
    const where = ring === null ? 'no ring' : `ring ${ring}`;
    return no(
      'not-for-this-device',
      `${nameOf(facts)} is for ${rings.join(', ')}; this device is in ${where}`,
    );
  }
  return bucket < percent
    ? yes
    : no('not-for-this-device', `${nameOf(facts)} goes to ${percent} % of the devices, not to this one yet`);
}
