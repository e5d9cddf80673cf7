import { createHash } from 'node:crypto';
import { flattenedVerify, GeneralSign, importJWK } from 'jose';
import { z } from 'zod';
import type { BundleRefusal } from '../policy/admission.ts';
import { MAX_BUNDLE_BYTES } from '../policy/bundle.ts';
import { duplicateMember } from '../shared/duplicate-members.ts';
import { parseJson } from '../shared/json.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { keyIdOf, publicJwkOf, publicKeyOf, publicKeySchema, type PrivateKey } from './bundle-keys.ts';

/** Said in every signature: what was signed for something else is no bundle, and a bundle is nothing else. */
export const BUNDLE_TYPE = 'clipward-bundle+jws';
/** RFC 9864: the one algorithm, fully named. */
const ALGORITHM = 'Ed25519';

const MAX_SIGNATURES = 16;
/** Base64url is four characters for three bytes; the rest is room for the signatures. */
export const MAX_SIGNED_UNITS = Math.ceil((MAX_BUNDLE_BYTES * 4) / 3) + 16 * 1024;

/** Whose signature a bundle needs. Plain data. */
export type Trust =
  | {
      readonly kind: 'pinned';
      /** `ed25519:…`, from the managed settings. */
      readonly keys: readonly string[];
      /** So many different ones of them must have signed. */
      readonly threshold: number;
    }
  /** Nothing is pinned: for labs. Anything that is a bundle is taken, signed by whomever or by nobody. */
  | { readonly kind: 'unsigned-allowed' };

const base64url = (most: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]*$/, 'expected base64url');

/** RFC 7515, 7.2.1, without unprotected headers: nothing that counts may stand outside of what is signed. */
const envelopeSchema = z.strictObject({
  payload: base64url(MAX_SIGNED_UNITS),
  signatures: z
    .array(z.strictObject({ protected: base64url(1024), signature: base64url(128) }))
    .min(1)
    .max(MAX_SIGNATURES),
});
type Envelope = z.infer<typeof envelopeSchema>;
type Signature = Envelope['signatures'][number];

/** Anything more, such as `crit` or `b64`, would change what the signature is of. */
const headerSchema = z.strictObject({
  alg: z.literal(ALGORITHM),
  kid: z.string().min(1).max(256),
  typ: z.literal(BUNDLE_TYPE),
});

export interface VerifiedBundle {
  /** The bundle's JSON text. */
  readonly payload: string;
  /** Ids of the pinned keys that signed it. */
  readonly signedBy: readonly string[];
  /** SHA-256 of the payload in hex. */
  readonly digest: string;
}

/** Signs a bundle's text as it is. The keys must be different ones. Gives the text of the signed file. */
export async function signBundle(text: string, keys: readonly PrivateKey[]): Promise<Result<string>> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MAX_BUNDLE_BYTES) {
    return failed(`the bundle has ${bytes.length} bytes; expected at most ${MAX_BUNDLE_BYTES}`);
  }
  if (keys.length === 0 || keys.length > MAX_SIGNATURES)
    return failed(`expected 1 to ${MAX_SIGNATURES} keys`);
  if (new Set(keys.map(({ x }) => x)).size < keys.length) return failed('expected each key only once');
  const signing = new GeneralSign(bytes);
  for (const key of keys) {
    const kid = await keyIdOf(publicKeyOf(key));
    if (!kid.ok) return kid;
    const { kty, crv, x, d } = key;
    signing
      .addSignature(await importJWK({ kty, crv, x, d }, ALGORITHM))
      .setProtectedHeader({ alg: ALGORITHM, kid: kid.value, typ: BUNDLE_TYPE });
  }
  return ok(`${JSON.stringify(await signing.sign())}\n`);
}

/** Adds a key's signature to a signed file, for companies where two people sign. An earlier one of the same key is replaced. */
export async function addSignature(
  signedText: string,
  key: PrivateKey,
  where: string,
): Promise<Result<string>> {
  const envelope = readEnvelope(signedText, where);
  if (!envelope.ok) return envelope;
  const { payload, signatures } = envelope.value;
  const text = decodeText(payload);
  if (text === null) return failed(`${where}: the payload is not UTF-8`);
  const own = await signBundle(text, [key]);
  if (!own.ok) return own;
  const added = readEnvelope(own.value, 'the new signature');
  if (!added.ok) return added;
  if (added.value.payload !== payload)
    return failed(`${where}: the payload is not base64url as it is written`);
  const [signature] = added.value.signatures;
  if (signature === undefined) return failed('the new signature is missing');
  const kept = signatures.filter((each) => each.protected !== signature.protected);
  return ok(`${JSON.stringify({ payload, signatures: [...kept, signature] })}\n`);
}

/** The text of a bundle, signed or not, without asking who signed it: for people who look into a file. */
export function unsignedText(text: string, where: string): Result<string> {
  if (!looksSigned(text)) return ok(text);
  const envelope = readEnvelope(text, where);
  if (!envelope.ok) return envelope;
  const payload = decodeText(envelope.value.payload);
  return payload === null ? failed(`${where}: the payload is not UTF-8`) : ok(payload);
}

/**
 * Verifies a signed bundle: General JWS JSON (RFC 7515), Ed25519, at least `threshold` different pinned keys. Signatures of keys
 * that are not pinned count for nothing and hinder nothing; one that names a pinned key and does not hold refuses the whole.
 * Where nothing is pinned, any bundle's text is taken, and `signedBy` is empty.
 */
export async function verifyBundle(
  text: string,
  trust: Trust,
  where: string,
): Promise<Result<VerifiedBundle, BundleRefusal>> {
  if (text.length > MAX_SIGNED_UNITS) {
    return refused(
      'too-large',
      `${where}: expected at most ${MAX_SIGNED_UNITS} characters, it has ${text.length}`,
    );
  }
  if (trust.kind === 'unsigned-allowed') {
    const payload = unsignedText(text, where);
    return payload.ok ? withDigest(payload.value, [], where) : refused('signature', payload.problem);
  }
  const keys = await pinnedKeys(trust, where);
  if (!keys.ok) return keys;
  if (!looksSigned(text)) {
    return refused('signature', `${where}: is not signed; sign it with "clipward bundle sign"`);
  }
  const envelope = readEnvelope(text, where);
  if (!envelope.ok) return refused('signature', envelope.problem);
  const signedBy = await signersOf(envelope.value, keys.value, where);
  if (!signedBy.ok) return refused('signature', signedBy.problem);
  if (signedBy.value.length < trust.threshold) {
    return refused(
      'signature',
      `${where}: is signed by ${signedBy.value.length} of the pinned keys, expected ${trust.threshold}`,
    );
  }
  const payload = decodeText(envelope.value.payload);
  return payload === null
    ? refused('signature', `${where}: the payload is not UTF-8`)
    : withDigest(payload, signedBy.value, where);
}

const refused = (kind: BundleRefusal['kind'], detail: string): Result<never, BundleRefusal> =>
  failed({ kind, detail });

function withDigest(
  payload: string,
  signedBy: readonly string[],
  where: string,
): Result<VerifiedBundle, BundleRefusal> {
  const bytes = Buffer.byteLength(payload);
  return bytes > MAX_BUNDLE_BYTES
    ? refused('too-large', `${where}: expected at most ${MAX_BUNDLE_BYTES} bytes, the bundle has ${bytes}`)
    : ok({ payload, signedBy, digest: createHash('sha256').update(payload).digest('hex') });
}

/** By key id. A pin that is no key, and a threshold that cannot be met, are the settings' fault: nothing is trusted then. */
async function pinnedKeys(
  { keys, threshold }: Extract<Trust, { kind: 'pinned' }>,
  where: string,
): Promise<Result<ReadonlyMap<string, string>, BundleRefusal>> {
  const byId = new Map<string, string>();
  for (const [index, pinned] of keys.entries()) {
    const key = publicKeySchema.safeParse(pinned);
    const id = key.success ? await keyIdOf(key.data) : undefined;
    if (!key.success || id === undefined || !id.ok) {
      return refused('signature', `${where}: pinned key ${index + 1} of the settings is no ed25519 key`);
    }
    byId.set(id.value, key.data);
  }
  return Number.isInteger(threshold) && threshold >= 1 && threshold <= byId.size
    ? ok(byId)
    : refused(
        'signature',
        `${where}: the settings ask for ${threshold} signatures of ${byId.size} pinned keys`,
      );
}

async function signersOf(
  { payload, signatures }: Envelope,
  keys: ReadonlyMap<string, string>,
  where: string,
): Promise<Result<readonly string[]>> {
  const signers = new Set<string>();
  for (const [index, signature] of signatures.entries()) {
    const at = `${where}: signatures[${index}]`;
    const header = readHeader(signature, at);
    if (!header.ok) return header;
    const { kid } = header.value;
    const key = keys.get(kid);
    if (key === undefined) continue;
    if (signers.has(kid)) return failed(`${at}: the key ${kid} has signed already`);
    if (!(await holds(payload, signature, key))) {
      return failed(`${at}: does not hold for the key ${kid}; the bundle was changed after it was signed`);
    }
    signers.add(kid);
  }
  return ok([...signers]);
}

async function holds(payload: string, signature: Signature, key: string): Promise<boolean> {
  try {
    const imported = await importJWK(publicJwkOf(key), ALGORITHM);
    await flattenedVerify({ payload, ...signature }, imported, { algorithms: [ALGORITHM] });
    return true;
  } catch {
    // Whatever jose or the system finds wrong with it: it does not hold.
    return false;
  }
}

function readHeader(signature: Signature, where: string): Result<z.infer<typeof headerSchema>> {
  const text = decodeText(signature.protected);
  if (text === null) return failed(`${where}: the protected header is not UTF-8`);
  const header = parseJson(headerSchema, text, `${where}.protected`);
  return header.ok && duplicateMember(text) !== null
    ? failed(`${where}.protected: a member stands twice`)
    : header;
}

/** A signed file has a payload and signatures at its top; a bundle's text never has. */
const looksSigned = (text: string): boolean =>
  /^\s{0,1000}\{\s{0,1000}"(?:payload|signatures)"/.test(text.slice(0, 4096));

function readEnvelope(text: string, where: string): Result<Envelope> {
  const envelope = parseJson(envelopeSchema, text, where);
  if (!envelope.ok) return envelope;
  return duplicateMember(text) === null ? envelope : failed(`${where}: a member stands twice`);
}

/** Null for what is not UTF-8. A byte order mark stays in, and no JSON begins with one. */
function decodeText(encoded: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(encoded, 'base64url'),
    );
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
