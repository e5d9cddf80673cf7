import { CompactSign, importJWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateKeyPair, keyIdOf, parsePrivateKey, type PrivateKey } from '../../src/sync/bundle-keys.ts';
import {
  issueCode,
  OVERRIDE_TYPE,
  readCode,
  verifyCode,
  type OverrideContext,
  type OverrideDraft,
} from '../../src/sync/override-code.ts';

const NOW = Date.UTC(2026, 10, 21, 9);
const HOUR = 3_600_000;
const TENANT = '11111111-2222-3333-4444-555555555555';

let key: PrivateKey;
let publicKey: string;
let other: string;
beforeAll(async () => {
  const pair = await generateKeyPair();
  const parsed = parsePrivateKey(pair.privateKey, 'test');
  if (!parsed.ok) throw new Error(parsed.problem);
  key = parsed.value;
  publicKey = pair.publicKey;
  other = (await generateKeyPair()).publicKey;
});

const draft = (more: Partial<OverrideDraft> = {}): OverrideDraft => ({
  issuer: 'Ann, service desk',
  reason: 'ticket 4711',
  policies: ['Block Restricted'],
  hours: 2,
  now: NOW,
  ...more,
});

async function issued(more: Partial<OverrideDraft> = {}): Promise<string> {
  const code = await issueCode(draft(more), key);
  if (!code.ok) throw new Error(code.problem);
  return code.value;
}

const here = (more: Partial<OverrideContext> = {}): OverrideContext => ({
  keys: [publicKey],
  now: NOW,
  deviceId: 'device-1',
  user: 'pseudonym-1',
  tenant: TENANT,
  ...more,
});

/** A code signed with the right key that says whatever is given. */
async function signed(claims: unknown, header: Record<string, unknown> = {}): Promise<string> {
  const kid = await keyIdOf(publicKey);
  const text = typeof claims === 'string' ? claims : JSON.stringify(claims);
  return new CompactSign(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'Ed25519', kid: kid.ok ? kid.value : '', typ: OVERRIDE_TYPE, ...header })
    .sign(await importJWK({ ...key, kid: undefined } as never, 'Ed25519'));
}

const claims = {
  jti: '3f0e2c9a-8d0f-4f57-9a55-0f6d4d1d7a11',
  iss: 'Ann',
  reason: 'r',
  policies: 'all',
  nbf: NOW / 1000,
  exp: NOW / 1000 + 60,
  once: true,
};

describe('an override code', () => {
  it('holds for what it was issued for', async () => {
    const code = await issued({
      platforms: ['chatgpt'],
      device: 'device-1',
      user: 'pseudonym-1',
      tenant: TENANT,
    });
    const permit = await verifyCode(code, here());
    expect(permit).toMatchObject({
      ok: true,
      value: {
        issuer: 'Ann, service desk',
        reason: 'ticket 4711',
        policies: ['Block Restricted'],
        platforms: ['chatgpt'],
        expires: NOW + 2 * HOUR,
      },
    });
  });

  it('has an id of its own each time', async () => {
    const ids = await Promise.all([issued(), issued()].map(async (code) => verifyCode(await code, here())));
    const [first, second] = ids.map((permit) => (permit.ok ? permit.value.id : 'none'));
    expect(first).not.toBe(second);
  });

  it.each<[string, (code: string) => string]>([
    ['as it was issued', (code) => code],
    ['without any space', (code) => code.replaceAll(/\s/g, '')],
    [
      'quoted in an e-mail',
      (code) =>
        code
          .split('\n')
          .map((line) => `> > ${line}`)
          .join('\r\n'),
    ],
    ['broken into other lines', (code) => code.replaceAll(/\s/g, '').replaceAll(/.{17}/g, '$&\r\n\t')],
    ['with non-breaking spaces', (code) => code.replaceAll(' ', '\u00a0')],
  ])('is read %s', async (_, change) => {
    expect((await verifyCode(change(await issued()), here())).ok).toBe(true);
  });

  it('is in groups of ten, in lines of at most 66 characters', async () => {
    const code = await issued();
    expect(code.split('\n').every((line) => line.length <= 66)).toBe(true);
    expect(
      code
        .split(/\s/)
        .slice(0, -1)
        .every((group) => group.length === 10),
    ).toBe(true);
  });

  it.each<[string, Partial<OverrideDraft>, Partial<OverrideContext>, string]>([
    ['after its end', {}, { now: NOW + 2 * HOUR }, 'ended 2026-11-21T11:00:00'],
    ['long before its beginning', {}, { now: NOW - 11 * 60_000 }, 'holds from'],
    ['on another device', { device: 'device-2' }, {}, 'another device'],
    ['on a device that does not know its id', { device: 'device-1' }, { deviceId: null }, 'another device'],
    ['for another person', { user: 'pseudonym-2' }, {}, 'another person'],
    ['in another tenant', { tenant: '99999999-2222-3333-4444-555555555555' }, {}, 'another tenant'],
    ['where no key is pinned', {}, { keys: [] }, 'no key for override codes is pinned'],
    ['where a pinned key is none', {}, { keys: ['ed25519:abc'] }, 'pinned key 1 of the settings'],
  ])('does not hold %s', async (_, given, context, says) => {
    const permit = await verifyCode(await issued(given), here(context));
    expect(permit).toMatchObject({ ok: false });
    expect(permit.ok ? '' : permit.problem).toContain(says);
  });

  it('holds a little before its beginning, as clocks differ', async () => {
    expect((await verifyCode(await issued(), here({ now: NOW - 9 * 60_000 }))).ok).toBe(true);
  });

  it('does not hold where another key is pinned, and does where one of several is its own', async () => {
    const code = await issued();
    expect((await verifyCode(code, here({ keys: [other] }))).ok).toBe(false);
    expect((await verifyCode(code, here({ keys: [other, publicKey] }))).ok).toBe(true);
  });

  it.each([0, 1, 2])('does not hold when part %i of it was changed', async (part) => {
    const parts = (await issued()).replaceAll(/\s/g, '').split('.');
    const changed = parts.map((text, index) =>
      index === part ? `${text.slice(0, 10)}${text[10] === 'A' ? 'B' : 'A'}${text.slice(11)}` : text,
    );
    expect((await verifyCode(changed.join('.'), here())).ok).toBe(false);
  });

  it.each<[string, () => Promise<string> | string, string]>([
    ['nothing', () => '', 'not whole'],
    ['half of it', async () => (await issued()).slice(0, 60), 'not whole'],
    ['some other words', () => 'please.let.me', 'cannot be read'],
    ['a very long text', () => 'a'.repeat(20_000), 'too long'],
    [
      'another kind of signed thing',
      () => signed(claims, { typ: 'clipward-bundle+jws' }),
      'something else that was signed',
    ],
    [
      'a header with a critical extension',
      () => signed(claims, { crit: ['b64'], b64: true }),
      'override code',
    ],
    ['no reason', () => signed({ ...claims, reason: undefined }), 'reason'],
    ['more than seven days', () => signed({ ...claims, exp: claims.nbf + 8 * 86_400 }), 'at most 168 hours'],
    ['an end before its beginning', () => signed({ ...claims, exp: claims.nbf - 1 }), 'exp'],
    ['a use more than once', () => signed({ ...claims, once: false }), 'once'],
    ['an unknown claim', () => signed({ ...claims, forever: true }), 'forever'],
    [
      'a claim twice',
      () => signed(JSON.stringify(claims).replace('"iss"', '"policies":"all","iss"')),
      'stands twice',
    ],
  ])('is refused with %s', async (_, make, says) => {
    const permit = await verifyCode(await make(), here());
    expect(permit.ok ? 'it held' : permit.problem).toContain(says);
  });

  it.each<[string, Partial<OverrideDraft>]>([
    ['for more than seven days', { hours: 169 }],
    ['for no time', { hours: 0 }],
    ['without a reason', { reason: ' ' }],
    ['for no policy', { policies: [] }],
    ['for a platform that is no id', { platforms: ['Chat GPT'] }],
    ['for a tenant that is no id', { tenant: 'contoso' }],
  ])('is not issued %s', async (_, given) => {
    expect((await issueCode(draft(given), key)).ok).toBe(false);
  });

  it('can be looked into when it does not hold here', async () => {
    const read = await readCode(await issued({ device: 'device-9' }), [publicKey]);
    expect(read).toMatchObject({ ok: true, value: { device: 'device-9', user: null, from: NOW } });
    expect((await readCode(await issued(), [other])).ok).toBe(false);
  });
});
