import { describe, expect, it } from 'vitest';
import { MAX_BUNDLE_BYTES } from '../../src/policy/bundle.ts';
import { keyIdOf, parsePrivateKey, publicKeyOf } from '../../src/sync/bundle-keys.ts';
import {
  addSignature,
  BUNDLE_TYPE,
  MAX_SIGNED_UNITS,
  signBundle,
  unsignedText,
  verifyBundle,
  type Trust,
} from '../../src/sync/bundle-signature.ts';
import { bothOf, bundleText, newSigner, pinned, signedText } from '../fakes/signed-bundles.ts';
import { CompactSign, GeneralSign, importJWK, type JWK } from 'jose';

const [alice, bob, eve] = [await newSigner(), await newSigner(), await newSigner()];
const text = bundleText();
const signed = await signedText(text, alice);
const signedByBoth = await signedText(text, alice, bob);

interface Envelope {
  payload: string;
  signatures: { protected: string; signature: string; [other: string]: unknown }[];
  [other: string]: unknown;
}
/** The signed file after a change to its envelope. */
function changed(change: (envelope: Envelope) => void, from = signed): string {
  const envelope = JSON.parse(from) as Envelope;
  change(envelope);
  return JSON.stringify(envelope);
}
const encoded = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const importKey = (key: JWK) => importJWK(key, 'Ed25519');

/** Alice's own signature, with a header that she would never write. */
async function withHeader(header: Record<string, unknown>): Promise<string> {
  const crit = Array.isArray(header['crit'])
    ? Object.fromEntries(header['crit'].map((name) => [name, true]))
    : {};
  const jws = await new GeneralSign(new TextEncoder().encode(text))
    .addSignature(await importKey({ ...alice.key, kid: alice.keyId }), { crit })
    .setProtectedHeader({ alg: 'Ed25519', kid: alice.keyId, typ: BUNDLE_TYPE, ...header })
    .sign();
  return JSON.stringify(jws);
}

const byEveAndAlice = await signedText(text, eve, alice);

const flip = (encodedBytes: string): string =>
  `${encodedBytes.startsWith('A') ? 'B' : 'A'}${encodedBytes.slice(1)}`;
const refusals: readonly (readonly [string, string, Trust, string])[] = [
  ['not signed', text, pinned(alice), 'is not signed'],
  [
    'signed by a stranger',
    await signedText(text, eve),
    pinned(alice),
    'signed by 0 of the pinned keys, expected 1',
  ],
  [
    'signed by one where two are needed',
    signed,
    bothOf(alice, bob),
    'signed by 1 of the pinned keys, expected 2',
  ],
  [
    'signed twice by one key where two are needed',
    changed(
      ({ signatures }) =>
        void signatures.push(structuredClone(signatures[0] ?? { protected: '', signature: '' })),
    ),
    bothOf(alice, bob),
    'has signed already',
  ],
  [
    'of a changed payload',
    changed((file) => void (file.payload = encoded(text.replace('acme', 'evil')))),
    pinned(alice),
    'does not hold',
  ],
  [
    'of a changed signature',
    changed(({ signatures: [first] }) => void (first!.signature = flip(first!.signature))),
    pinned(alice),
    'does not hold',
  ],
  [
    "signed by a stranger in the pinned key's name",
    changed(
      ({ signatures: [first] }) =>
        void (first!.protected = encoded({ alg: 'Ed25519', kid: alice.keyId, typ: BUNDLE_TYPE })),
      await signedText(text, eve),
    ),
    pinned(alice),
    'does not hold',
  ],
  [
    'with an unprotected header',
    changed(({ signatures: [first] }) => void (first!['header'] = { kid: alice.keyId })),
    pinned(alice),
    'header',
  ],
  ['with a member more', changed((file) => void (file['also'] = 1)), pinned(alice), 'also'],
  [
    'in the flattened form',
    changed((file) => void Object.assign(file, file.signatures[0])),
    pinned(alice),
    'protected',
  ],
  ['without signatures', changed((file) => void (file.signatures = [])), pinned(alice), 'signatures'],
  [
    'with seventeen signatures',
    changed((file) => void (file.signatures = Array.from({ length: 17 }, () => file.signatures[0]!))),
    pinned(alice),
    'signatures',
  ],
  ['with a payload twice', signed.replace('{', '{"payload":"AAAA",'), pinned(alice), 'twice'],
  [
    'with a payload twice, once in other letters',
    signed.replace('{', '{"p\\u0061yload":"AAAA",'),
    pinned(alice),
    'is not signed',
  ],
  [
    'with alg twice in its header',
    changed(
      ({ signatures: [first] }) =>
        void (first!.protected = encoded(
          `{"alg":"none","alg":"Ed25519","kid":"${alice.keyId}","typ":"${BUNDLE_TYPE}"}`,
        )),
    ),
    pinned(alice),
    'twice',
  ],
  [
    'with alg none',
    changed(
      ({ signatures: [first] }) =>
        void (first!.protected = encoded({ alg: 'none', kid: alice.keyId, typ: BUNDLE_TYPE })),
    ),
    pinned(alice),
    'alg',
  ],
  [
    'with a MAC by the public key',
    changed(
      ({ signatures: [first] }) =>
        void (first!.protected = encoded({ alg: 'HS256', kid: alice.keyId, typ: BUNDLE_TYPE })),
    ),
    pinned(alice),
    'alg',
  ],
  ['signed for something else', await withHeader({ typ: 'JWT' }), pinned(alice), 'typ'],
  ['signed without a type', await withHeader({ typ: undefined }), pinned(alice), 'typ'],
  ['with a critical extension', await withHeader({ crit: ['exp'], exp: 1 }), pinned(alice), 'crit'],
  ['with an unencoded payload', await withHeader({ crit: ['b64'], b64: true }), pinned(alice), 'b64'],
  ['with its key in the header', await withHeader({ jwk: { kty: 'OKP' } }), pinned(alice), 'jwk'],
  [
    'in the compact form',
    await new CompactSign(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'Ed25519', kid: alice.keyId, typ: BUNDLE_TYPE })
      .sign(await importKey({ ...alice.key, kid: alice.keyId })),
    pinned(alice),
    'is not signed',
  ],
  ['cut off', signed.slice(0, -40), pinned(alice), 'not JSON'],
  ['empty', '', pinned(alice), 'is not signed'],
  ['with a byte order mark', `\uFEFF${signed}`, pinned(alice), ''],
  ['with padding', changed((file) => void (file.payload += '=')), pinned(alice), 'base64url'],
  ['a list', `[${signed}]`, pinned(alice), 'is not signed'],
  ['nested without end', '{"payload":'.repeat(100_000), pinned(alice), 'nesting'],
  [
    'pinned by something that is no key',
    signed,
    { kind: 'pinned', keys: ['ed25519:short'], threshold: 1 },
    'pinned key 1',
  ],
  [
    'measured by more keys than are pinned',
    signed,
    { kind: 'pinned', keys: [alice.publicKey], threshold: 2 },
    'ask for 2 signatures of 1',
  ],
  [
    'measured by one key pinned twice',
    signed,
    { kind: 'pinned', keys: [alice.publicKey, alice.publicKey], threshold: 2 },
    'ask for 2 signatures of 1',
  ],
  ['measured by no key', signed, { kind: 'pinned', keys: [], threshold: 0 }, 'ask for 0 signatures'],
  [
    'measured by a threshold of none',
    signed,
    { kind: 'pinned', keys: [eve.publicKey], threshold: 0 },
    'ask for 0 signatures',
  ],
];

describe('a signed bundle', () => {
  it.each<[string, string, Trust, string[]]>([
    ['signed by the pinned key', signed, pinned(alice), [alice.keyId]],
    ['signed by one of two pinned keys', signed, pinned(bob, alice), [alice.keyId]],
    ['signed by both where both are needed', signedByBoth, bothOf(alice, bob), [alice.keyId, bob.keyId]],
    ['signed by a key besides that is not pinned', byEveAndAlice, pinned(alice), [alice.keyId]],
    ['anything at all where nothing is pinned', signed, { kind: 'unsigned-allowed' }, []],
    ['not signed where nothing is pinned', text, { kind: 'unsigned-allowed' }, []],
  ])('is taken when it is %s', async (_, file, trust, signedBy) => {
    const verified = await verifyBundle(file, trust, 'bundle.jws');
    expect(verified).toMatchObject({ ok: true, value: { payload: text, signedBy } });
  });

  it('is the same bundle, by its digest, whoever signed it', async () => {
    const digests = await Promise.all(
      [signed, signedByBoth].map(async (file) => {
        const verified = await verifyBundle(file, pinned(alice), 'bundle.jws');
        return verified.ok ? verified.value.digest : verified.problem.detail;
      }),
    );
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(digests[1]).toBe(digests[0]);
  });

  it('has the form that RFC 7515, 7.2.1 describes, and headers that name the key', () => {
    const envelope = JSON.parse(signed) as Envelope;
    expect(Object.keys(envelope).toSorted()).toEqual(['payload', 'signatures']);
    const header: unknown = JSON.parse(
      Buffer.from(envelope.signatures[0]?.protected ?? '', 'base64url').toString(),
    );
    expect(header).toEqual({ alg: 'Ed25519', kid: alice.keyId, typ: 'clipward-bundle+jws' });
  });

  it.each(refusals)('is refused when it is %s', async (_name, file, trust, says) => {
    const verified = await verifyBundle(file, trust, 'bundle.jws');
    expect(verified).toMatchObject({ ok: false, problem: { kind: 'signature' } });
    expect(verified.ok ? '' : verified.problem.detail).toContain(says);
    expect(verified.ok ? '' : verified.problem.detail).toMatch(/^bundle\.jws: .+/);
  });

  it('is refused undecoded when it is larger than any bundle', async () => {
    const verified = await verifyBundle('x'.repeat(MAX_SIGNED_UNITS + 1), pinned(alice), 'bundle.jws');
    expect(verified).toMatchObject({ ok: false, problem: { kind: 'too-large' } });
  });

  it('is refused unsigned when it is larger than any bundle', async () => {
    const verified = await verifyBundle(
      ' '.repeat(MAX_BUNDLE_BYTES + 1),
      { kind: 'unsigned-allowed' },
      'bundle.json',
    );
    expect(verified).toMatchObject({ ok: false, problem: { kind: 'too-large' } });
  });
});

describe('signing', () => {
  it('adds the signature of a second person without the first one being there', async () => {
    const twice = await addSignature(signed, bob.key, 'bundle.jws');
    expect(twice.ok).toBe(true);
    const verified = await verifyBundle(twice.ok ? twice.value : '', bothOf(alice, bob), 'bundle.jws');
    expect(verified).toMatchObject({
      ok: true,
      value: { payload: text, signedBy: [alice.keyId, bob.keyId] },
    });
  });

  it('has each key only once, however often it is added', async () => {
    const again = await addSignature(signed, alice.key, 'bundle.jws');
    expect((JSON.parse(again.ok ? again.value : '{}') as Envelope).signatures).toHaveLength(1);
  });

  it.each([
    ['no key', []],
    ['one key twice', [alice.key, alice.key]],
  ])('is refused with %s', async (_, keys) => {
    expect(await signBundle(text, keys)).toMatchObject({ ok: false });
  });

  it('can be looked through: the text comes out as it went in', () => {
    expect(unsignedText(signed, 'bundle.jws')).toEqual({ ok: true, value: text });
    expect(unsignedText(text, 'bundle.json')).toEqual({ ok: true, value: text });
  });
});

describe('a key pair', () => {
  it('has the id that RFC 8037, appendix A.3 gives the key of its example', async () => {
    const id = await keyIdOf('ed25519:11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo');
    expect(id).toEqual({ ok: true, value: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k' });
  });

  it('is read back from its file with the same public half', () => {
    const key = parsePrivateKey(alice.privateKey, 'key.json');
    expect(key.ok ? publicKeyOf(key.value) : key.problem).toBe(alice.publicKey);
  });

  it.each([
    ['not JSON', 'secret'],
    ['of another kind', '{"kty":"EC","crv":"P-256","x":"a","d":"b"}'],
    ['without its private half', JSON.stringify({ ...alice.key, d: undefined })],
    ['of too few bytes', JSON.stringify({ ...alice.key, d: alice.key.d.slice(1) })],
  ])('is refused without a word of it when it is %s', (_, file) => {
    const key = parsePrivateKey(file, 'key.json');
    expect(key.ok ? '' : key.problem).toMatch(/^key\.json: /);
    expect(key.ok ? '' : key.problem).not.toContain(alice.key.d.slice(1));
  });
});
