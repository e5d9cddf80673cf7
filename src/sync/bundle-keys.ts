import { calculateJwkThumbprint, exportJWK, generateKeyPair as generate, type JWK } from 'jose';
import { z } from 'zod';
import { parseJson } from '../shared/json.ts';
import { failed, ok, type Result } from '../shared/result.ts';

/** 32 bytes in base64url; the last of the 43 characters carries two bits that must be zero. */
const bytes32 = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, 'expected 32 bytes in base64url');

const PREFIX = 'ed25519:';

/** A public key as managed settings pin it: `ed25519:` and its 32 bytes in base64url (the `x` of its JWK, RFC 8037). */
export const publicKeySchema = z
  .string()
  .trim()
  .startsWith(PREFIX, `expected a key such as ${PREFIX}11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo`)
  .refine((key) => bytes32.safeParse(key.slice(PREFIX.length)).success, {
    error: `expected 32 bytes in base64url behind ${PREFIX}`,
  });
export type PublicKey = string;

/** A private key as its file holds it: a JWK (RFC 7517, RFC 8037). Never logged, never told. */
export const privateKeySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: bytes32,
  d: bytes32,
  kid: z.string().max(256).optional(),
});
export type PrivateKey = z.infer<typeof privateKeySchema>;

/** Reads a private key file's text. The problem says what is wrong without any of it. */
export function parsePrivateKey(text: string, where: string): Result<PrivateKey> {
  return parseJson(privateKeySchema, text, where);
}

/** The public half of a private key, as settings pin it. */
export const publicKeyOf = ({ x }: PrivateKey): PublicKey => `${PREFIX}${x}`;

/** As a JWK, for whoever verifies with it. The key was checked by `publicKeySchema` before. */
export const publicJwkOf = (key: PublicKey): JWK => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: key.trim().slice(PREFIX.length),
});

/** How signatures name a key: its JWK thumbprint with SHA-256 (RFC 7638), in base64url. */
export async function keyIdOf(key: PublicKey): Promise<Result<string>> {
  if (!publicKeySchema.safeParse(key).success)
    return failed(`expected a key such as ${PREFIX} and 32 bytes in base64url`);
  return ok(await calculateJwkThumbprint(publicJwkOf(key), 'sha256'));
}

export interface KeyPair {
  /** The text of the private key file: to be kept offline, readable by its owner alone. */
  readonly privateKey: string;
  /** What the managed settings pin. */
  readonly publicKey: PublicKey;
  readonly keyId: string;
}

/** A new Ed25519 key pair. */
export async function generateKeyPair(): Promise<KeyPair> {
  const { privateKey } = await generate('Ed25519', { extractable: true });
  const jwk = privateKeySchema.parse(await exportJWK(privateKey));
  const keyId = await calculateJwkThumbprint(publicJwkOf(publicKeyOf(jwk)), 'sha256');
  const { kty, crv, x, d } = jwk;
  return {
    privateKey: `${JSON.stringify({ kty, crv, kid: keyId, x, d }, null, 2)}\n`,
    publicKey: publicKeyOf(jwk),
    keyId,
  };
}
