import { CompactSign, compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../shared/json.ts';
import { oneLine } from '../shared/one-line.ts';
import { platformIdSchema } from '../shared/platform.ts';
import { failed, ok, parse, type Result } from '../shared/result.ts';
import { keyIdOf, publicJwkOf, publicKeyOf, publicKeySchema, type PrivateKey } from './bundle-keys.ts';

/*
 * An admin issues a code offline; the person reads it from an e-mail or a telephone and gives it to the agent, once. It is a
 * compact JWS (RFC 7515), signed with Ed25519 (RFC 8037, RFC 9864), with claims as in a JWT (RFC 7519).
 */

/** Said in every code: a signature made for something else is no override code. */
export const OVERRIDE_TYPE = 'clipward-override+jwt';
const ALGORITHM = 'Ed25519';

/** No code holds longer than this. */
export const MAX_OVERRIDE_HOURS = 7 * 24;
/** The issuer's and the device's clock may differ by so much. */
const CLOCK_TOLERANCE_S = 10 * 60;
/** Longer texts are refused unread: room for every policy name and platform that claims may hold. */
const MAX_CODE_UNITS = 16 * 1024;

const seconds = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const word = (most: number) => z.string().trim().pipe(oneLine(most));

const claimsSchema = z
  .strictObject({
    /** Told in events; a code is used once, whoever asks. */
    jti: z.uuid(),
    /** Who issued it: a person or a team. */
    iss: word(200),
    /** Why; for the record. */
    reason: word(500),
    tenant: z.guid().optional(),
    /** Device id, as `clipward status` tells it. */
    device: word(64).optional(),
    /** The person's pseudonym, as events have it. */
    user: word(64).optional(),
    /** The policies it lifts. */
    policies: z.union([z.literal('all'), z.array(word(200)).min(1).max(20)]),
    /** Left out: on every platform. */
    platforms: z.array(platformIdSchema).min(1).max(20).optional(),
    nbf: seconds,
    exp: seconds,
    once: z.literal(true),
  })
  .refine(({ nbf, exp }) => exp > nbf && exp - nbf <= MAX_OVERRIDE_HOURS * 3600, {
    path: ['exp'],
    message: `expected an end after the beginning, and at most ${MAX_OVERRIDE_HOURS} hours after it`,
  });
type Claims = z.infer<typeof claimsSchema>;

const headerSchema = z.strictObject({
  alg: z.literal(ALGORITHM),
  kid: z.string().min(1).max(256),
  typ: z.literal(OVERRIDE_TYPE),
});

/** What an admin says of a code. */
export interface OverrideDraft {
  readonly issuer: string;
  readonly reason: string;
  readonly policies: 'all' | readonly string[];
  readonly platforms?: readonly string[] | undefined;
  readonly tenant?: string | undefined;
  readonly device?: string | undefined;
  readonly user?: string | undefined;
  /** Whole hours from `now` on, at most `MAX_OVERRIDE_HOURS`. */
  readonly hours: number;
  /** Epoch ms. */
  readonly now: number;
}

/** A code that holds here and now. Whether it was used before, its taker must ask: `id` is in the event of each use. */
export interface Permit {
  readonly id: string;
  readonly issuer: string;
  readonly reason: string;
  readonly policies: 'all' | readonly string[];
  readonly platforms: 'all' | readonly string[];
  /** Epoch ms. */
  readonly expires: number;
}

/** Whom and when a code must be for. What is null is not known here, and a code that asks for it does not hold. */
export interface OverrideContext {
  /** Pinned public keys, `ed25519:…`, from the managed settings. */
  readonly keys: readonly string[];
  /** Epoch ms. */
  readonly now: number;
  readonly deviceId: string | null;
  readonly user: string | null;
  readonly tenant: string | null;
}

/** Issues a one-use code. Grouped by spaces, so that e-mails break it between groups. */
export async function issueCode(draft: OverrideDraft, key: PrivateKey): Promise<Result<string>> {
  const { issuer, reason, policies, platforms, tenant, device, user, hours, now } = draft;
  const nbf = Math.floor(now / 1000);
  const claims = parse(
    claimsSchema,
    {
      jti: randomUUID(),
      iss: issuer,
      reason,
      policies,
      ...(platforms === undefined ? {} : { platforms }),
      ...(tenant === undefined ? {} : { tenant }),
      ...(device === undefined ? {} : { device }),
      ...(user === undefined ? {} : { user }),
      nbf,
      exp: nbf + Math.round(hours * 3600),
      once: true,
    },
    'override code',
  );
  if (!claims.ok) return claims;
  const kid = await keyIdOf(publicKeyOf(key));
  if (!kid.ok) return kid;
  const { kty, crv, x, d } = key;
  const code = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims.value)))
    .setProtectedHeader({ alg: ALGORITHM, kid: kid.value, typ: OVERRIDE_TYPE })
    .sign(await importJWK({ kty, crv, x, d }, ALGORITHM));
  return ok(grouped(code));
}

const GROUP_UNITS = 10;
const GROUPS_IN_LINE = 6;

function grouped(code: string): string {
  const groups = code.match(new RegExp(`.{1,${GROUP_UNITS}}`, 'g')) ?? [];
  return groups
    .map((group, index) => `${group}${(index + 1) % GROUPS_IN_LINE === 0 ? '\n' : ' '}`)
    .join('')
    .trim();
}

/**
 * Reads a code and says whether it holds here and now. White space, the `>` that mail programs put before quoted lines, and
 * hyphens at line ends do not matter.
 */
export async function verifyCode(code: string, context: OverrideContext): Promise<Result<Permit>> {
  const claims = await signedClaims(code, context.keys);
  if (!claims.ok) return claims;
  const problem = notFor(claims.value, context);
  if (problem !== null) return failed(`override code: ${problem}`);
  return ok(permitOf(claims.value));
}

export interface ReadCode extends Permit {
  readonly tenant: string | null;
  readonly device: string | null;
  readonly user: string | null;
  /** Epoch ms. */
  readonly from: number;
}

/** What a code says, when one of these keys signed it; whether it holds here and now is not asked. */
export async function readCode(code: string, keys: readonly string[]): Promise<Result<ReadCode>> {
  const claims = await signedClaims(code, keys);
  if (!claims.ok) return claims;
  const { tenant = null, device = null, user = null, nbf } = claims.value;
  return ok({ ...permitOf(claims.value), tenant, device, user, from: nbf * 1000 });
}

const permitOf = ({ jti, iss, reason, policies, platforms, exp }: Claims): Permit => ({
  id: jti,
  issuer: iss,
  reason,
  policies,
  platforms: platforms ?? 'all',
  expires: exp * 1000,
});

const bad = (what: string): Result<never> => failed(`override code: ${what}`);

async function signedClaims(code: string, keys: readonly string[]): Promise<Result<Claims>> {
  if (keys.length === 0)
    return bad('no key for override codes is pinned on this device; ask for a policy exception');
  if (code.length > MAX_CODE_UNITS) return bad('it is too long for a code; copy nothing but the code');
  const compact = code.replaceAll(/^[ \t]*(?:>[ \t]*)+/gm, '').replaceAll(/\s+/g, '');
  if (!/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/.test(compact)) {
    return bad('it is not whole; copy all of it, from its first group to its last');
  }
  const header = headerOf(compact);
  if (!header.ok) return header;
  const key = await keyWithId(header.value.kid, keys);
  if (!key.ok) return key;
  let payload: Uint8Array;
  try {
    const imported = await importJWK(publicJwkOf(key.value), ALGORITHM);
    ({ payload } = await compactVerify(compact, imported, { algorithms: [ALGORITHM] }));
  } catch {
    // Whatever jose finds wrong with it: it does not hold.
    return bad('its signature does not hold; copy it again, or ask for a new one');
  }
  const text = new TextDecoder().decode(payload);
  return parseJson(claimsSchema, text, 'override code', { unique: true });
}

function headerOf(compact: string): Result<z.infer<typeof headerSchema>> {
  let header: unknown;
  try {
    header = decodeProtectedHeader(compact);
  } catch {
    // Not base64url of JSON: cut, or mistyped.
    return bad('it cannot be read; copy it again');
  }
  const parsed = parse(headerSchema, header, 'override code');
  return parsed.ok ? parsed : bad('it is something else that was signed, not an override code');
}

async function keyWithId(kid: string, keys: readonly string[]): Promise<Result<string>> {
  for (const [index, pinned] of keys.entries()) {
    const key = publicKeySchema.safeParse(pinned);
    const id = key.success ? await keyIdOf(key.data) : null;
    if (!key.success || id === null || !id.ok) {
      return bad(`pinned key ${index + 1} of the settings is no ed25519 key`);
    }
    if (id.value === kid) return ok(key.data);
  }
  return bad(`it is signed with the key ${kid}, which is not pinned on this device`);
}

/** Why a code does not hold here and now; null when it does. */
function notFor(claims: Claims, { now, deviceId, user, tenant }: OverrideContext): string | null {
  const at = Math.floor(now / 1000);
  if (at >= claims.exp) return `it ended ${new Date(claims.exp * 1000).toISOString()}; ask for a new one`;
  if (at < claims.nbf - CLOCK_TOLERANCE_S) {
    return `it holds from ${new Date(claims.nbf * 1000).toISOString()} on; is the clock of this device right?`;
  }
  const others = [
    ['tenant', claims.tenant, tenant],
    ['device', claims.device, deviceId],
    ['person', claims.user, user],
  ] as const;
  for (const [what, wanted, here] of others) {
    if (wanted !== undefined && wanted.toLowerCase() !== here?.toLowerCase())
      return `it is for another ${what}`;
  }
  return null;
}
