import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../../../src/shared/result.ts';
import { openKeyFileStore } from '../../../src/sync/sign-in/key-file-seal.ts';
import { createPersonSignIn, type SignInOptions } from '../../../src/sync/sign-in/person-sign-in.ts';
import { labelScopes } from '../../../src/sync/sign-in/scopes.ts';
import type { SecretStore } from '../../../src/sync/sign-in/secret-store.ts';
import type { SignInConfig } from '../../../src/sync/sign-in/sign-in-config.ts';
import type { SignInProblem } from '../../../src/sync/sign-in/sign-in-problem.ts';
import type { PersonSignIn, SignInWay } from '../../../src/sync/sign-in/token-source.ts';
import { browse } from '../../fakes/browser.ts';
import { clients, FakeEntra, TENANT } from '../../fakes/oidc.ts';
import { filesHolding, temporaryFolder } from '../../fakes/temporary-folder.ts';
import { makeCertificate } from '../../fakes/tls.ts';

const scopes = labelScopes('user');
const alice = { login: 'alice', password: 'correct horse' };

let entra: FakeEntra;
beforeAll(async () => {
  entra = await new FakeEntra().start();
});
beforeEach(() => entra.reset());
afterAll(() => entra.stop());

interface Device {
  readonly data: string;
  readonly told: string[];
  readonly secrets: SecretStore;
  /** A newly started agent on this device. */
  readonly start: (config?: Partial<SignInConfig>, options?: Partial<SignInOptions>) => PersonSignIn;
}

function device(): Device {
  const data = temporaryFolder();
  const told: string[] = [];
  const tell = (problem: string): void => void told.push(problem);
  const secrets = openKeyFileStore(data, tell);
  return {
    data,
    told,
    secrets,
    start: (config = {}, options = {}) =>
      createPersonSignIn({
        config: {
          tenantId: TENANT,
          clientId: clients.desktop,
          loginUrl: entra.origin,
          method: 'user',
          ...config,
        },
        secrets: openKeyFileStore(data, tell),
        tell,
        ...options,
      }),
  };
}

/** A person who goes through the pages; `page` is the last one they see. */
function browser(): { way: SignInWay; page: () => Promise<string> } {
  let page: Promise<string> = Promise.resolve('');
  const openBrowser = (url: string): Promise<Result<void>> => {
    page = browse(url, alice);
    return Promise.resolve(ok(undefined));
  };
  return { way: { kind: 'browser', openBrowser }, page: () => page };
}

const signInByBrowser = (person: PersonSignIn) => person.signIn({ way: browser().way, scopes });

/** The problem of something that must not succeed. */
function problemIn(result: Result<unknown, SignInProblem>): SignInProblem {
  expect(result.ok).toBe(false);
  if (result.ok) throw new Error('it succeeded');
  return result.problem;
}

async function tokenOf(person: PersonSignIn, claims?: string): Promise<string> {
  const result = await person.getToken(scopes, claims);
  expect(result).toMatchObject({ ok: true });
  return result.ok ? result.value.token : '';
}

describe('signing a person in', () => {
  it('goes through the browser, and the token is one that the service knows for exactly this scope', async () => {
    const { start, told } = device();
    const person = start();
    const { way, page } = browser();

    const signedIn = await person.signIn({ way, scopes });

    const account = { username: 'alice@contoso.example', tenantId: TENANT };
    expect(signedIn).toMatchObject({ ok: true, value: account });
    expect(await page()).toContain('Clipward is signed in');
    expect(await person.account()).toMatchObject(account);
    expect(await entra.scopesOf(await tokenOf(person))).toEqual(expect.arrayContaining([...scopes]));
    expect(told).toEqual([]);
  });

  it('goes by a code that is typed in elsewhere', async () => {
    const person = device().start();
    const shown: string[] = [];
    const signedIn = await person.signIn({
      scopes,
      way: {
        kind: 'device-code',
        showCode: ({ code, url, expiresInMs }) => {
          shown.push(url);
          expect(expiresInMs).toBe(600_000);
          void browse(url, { user_code: code, ...alice });
        },
      },
    });
    expect(signedIn).toMatchObject({ ok: true, value: { tenantId: TENANT } });
    expect(shown).toEqual([entra.deviceUrl]);
    expect(await entra.scopesOf(await tokenOf(person))).not.toBeNull();
  });

  it('keeps one person: whoever signs in next replaces them', async () => {
    const { start, secrets } = device();
    await signInByBrowser(start());
    entra.person = { username: 'bob@contoso.example', objectId: '5b6c7d8e-0000-4000-8000-000000000b0b' };
    expect(await signInByBrowser(start())).toMatchObject({ ok: true });
    expect(await start().account()).toMatchObject({ username: 'bob@contoso.example' });
    const kept = await secrets.read('token-cache');
    expect(kept.ok && kept.value).toContain('bob@');
    expect(kept.ok && kept.value).not.toContain('alice@');
  });

  it('refuses an account of another tenant and keeps nothing of it', async () => {
    const { start, secrets } = device();
    const person = start();
    entra.accountTenant = '00000000-1111-4222-8333-444444444444';
    expect(problemIn(await signInByBrowser(person))).toMatchObject({ kind: 'wrong-tenant' });
    expect(await start().account()).toBeNull();
    expect(problemIn(await person.getToken(scopes)).kind).toBe('sign-in-needed');
    const kept = await secrets.read('token-cache');
    expect(kept.ok && kept.value).not.toMatch(/alice@|secret":"/);
  });

  it('says what to do where no browser can be opened', async () => {
    const openBrowser = (): Promise<Result<void>> => Promise.resolve(failed('xdg-open: not found'));
    const result = await device()
      .start()
      .signIn({ scopes, way: { kind: 'browser', openBrowser } });
    const found = problemIn(result);
    expect(found.kind).toBe('misconfigured');
    expect(found.detail).toContain('xdg-open');
    expect(found.fix).toContain('--device-code');
  });

  it('tells a person who says no from one who is not allowed', async () => {
    const openBrowser = async (url: string): Promise<Result<void>> => {
      await answerTo(url, { error: 'access_denied' });
      return ok(undefined);
    };
    const result = await device()
      .start()
      .signIn({ scopes, way: { kind: 'browser', openBrowser } });
    expect(problemIn(result).kind).toBe('cancelled');
  });

  it.each([
    ['65004', 'consent-missing'],
    ['53003', 'blocked'],
    ['50105', 'consent-missing'],
    ['50020', 'wrong-tenant'],
  ])('understands AADSTS%s when the browser brings it', async (number, kind) => {
    const openBrowser = async (url: string): Promise<Result<void>> => {
      await answerTo(url, {
        error: 'access_denied',
        error_description: `AADSTS${number}: bob@contoso.example ...`,
      });
      return ok(undefined);
    };
    const result = await device()
      .start()
      .signIn({ scopes, way: { kind: 'browser', openBrowser } });
    expect(problemIn(result)).toMatchObject({ kind });
    expect(JSON.stringify(result)).not.toContain('bob');
  });
});

/** A port where nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Brings an answer back to the waiting agent, as the service's page does in the browser. */
async function answerTo(url: string, fields: Record<string, string>): Promise<void> {
  const query = new URL(url).searchParams;
  const body = new URLSearchParams({ ...fields, state: query.get('state') ?? '' });
  await fetch(query.get('redirect_uri') ?? '', { method: 'POST', body });
}

describe('giving up', () => {
  it.each([
    ['by the person', { signal: true }],
    ['by the time-out', { timeoutMs: 150 }],
  ])('%s ends the wait for the browser and closes the port', async (_name, how) => {
    const opened = Promise.withResolvers<string>();
    const stop = new AbortController();
    const pending = device()
      .start()
      .signIn({
        scopes,
        way: {
          kind: 'browser',
          openBrowser: (url) => {
            opened.resolve(url);
            return Promise.resolve(ok(undefined));
          },
        },
        ...('timeoutMs' in how ? { timeoutMs: how.timeoutMs } : { signal: stop.signal }),
      });
    const url = await opened.promise;
    if ('signal' in how) stop.abort();
    expect(problemIn(await pending).kind).toBe('cancelled');
    await expect(answerTo(url, { code: 'late' })).rejects.toThrow('fetch failed');
  });

  it('ends the wait for a device code at once', async () => {
    // Longer than a test may take.
    entra.deviceIntervalSeconds = 300;
    const stop = new AbortController();
    const way: SignInWay = { kind: 'device-code', showCode: () => setTimeout(() => stop.abort(), 100) };
    const result = await device().start().signIn({ scopes, way, signal: stop.signal });
    expect(problemIn(result).kind).toBe('cancelled');
  });

  it('ends before anything is asked where it was given up already', async () => {
    const result = await device().start().signIn({ scopes, way: browser().way, signal: AbortSignal.abort() });
    expect(problemIn(result).kind).toBe('cancelled');
    expect(entra.requests.filter((request) => request.includes('authorize'))).toEqual([]);
  });
});

describe('staying signed in', () => {
  it('asks nobody after a restart, nor the service while the token is good', async () => {
    const { start } = device();
    const before = start();
    await signInByBrowser(before);
    const token = await tokenOf(before);
    entra.requests.length = 0;
    expect(await tokenOf(start())).toBe(token);
    expect(entra.tokenRequests).toBe(0);
  });

  it('renews a token that is about to end, across restarts too', async () => {
    entra.accessTokenSeconds = 200;
    const { start } = device();
    const person = start();
    await signInByBrowser(person);
    const tokens = [await tokenOf(person), await tokenOf(person), await tokenOf(start())];
    expect(new Set(tokens).size).toBe(3);
    expect(entra.tokenRequests).toBe(4);
    expect(await entra.scopesOf(tokens[2] ?? '')).toEqual(expect.arrayContaining([...scopes]));
  });

  it('gets a new token where a service demands claims, although the old one is good', async () => {
    const person = device().start();
    await signInByBrowser(person);
    const first = await tokenOf(person);
    const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: '1700000000' } } });
    expect(await tokenOf(person, claims)).not.toBe(first);
  });

  it('shares one sign-in between two running programs', async () => {
    const { start } = device();
    const [agent, terminal] = [start(), start()];
    expect(await agent.account()).toBeNull();
    await signInByBrowser(terminal);
    expect(await agent.account()).toMatchObject({ username: 'alice@contoso.example' });
    expect(await tokenOf(terminal)).toBe(await tokenOf(agent));
    await agent.signOut();
    expect(await terminal.account()).toBeNull();
    expect(problemIn(await terminal.getToken(scopes)).kind).toBe('sign-in-needed');
  });

  it('is signed out where the stored tokens cannot be decrypted, says so, and can sign in again', async () => {
    const { start, data, told } = device();
    await signInByBrowser(start());
    writeFileSync(join(data, 'secrets', 'token-cache.key'), 'not what was written');
    expect(problemIn(await start().getToken(scopes)).kind).toBe('sign-in-needed');
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('sign in');
    expect(await signInByBrowser(start())).toMatchObject({ ok: true });
  });

  it('loses nothing when two scopes are asked for at once while tokens are renewed', async () => {
    entra.accessTokenSeconds = 200;
    const { start } = device();
    const person = start();
    await signInByBrowser(person);
    const asked = Array.from({ length: 8 }, (_, each) =>
      person.getToken(each % 2 === 0 ? scopes : ['openid']),
    );
    for (const result of await Promise.all(asked)) expect(result.ok).toBe(true);
    expect(await start().account()).not.toBeNull();
  });

  it('signs out twice without complaint', async () => {
    const person = device().start();
    expect(await person.signOut()).toEqual(ok(undefined));
    expect(await person.signOut()).toEqual(ok(undefined));
  });
});

describe('when it fails', () => {
  /** Signed in with a token that ends at once, so that the next one has to be asked for. */
  async function signedIn(): Promise<PersonSignIn> {
    entra.accessTokenSeconds = 200;
    const person = device().start();
    await signInByBrowser(person);
    return person;
  }

  it('needs a sign-in once an admin has revoked the sessions', async () => {
    const person = await signedIn();
    await entra.revokeEverything();
    expect(problemIn(await person.getToken(scopes))).toMatchObject({ kind: 'sign-in-needed' });
  });

  it('knows that too from a provider that tells no numbers', async () => {
    const person = await signedIn();
    entra.tellsNumbers = false;
    await entra.revokeEverything();
    expect(problemIn(await person.getToken(scopes)).detail).toContain('(invalid_grant)');
  });

  it.each([
    [400, { error: 'invalid_grant', error_codes: [65001], suberror: 'consent_required' }, 'consent-missing'],
    [400, { error: 'interaction_required', error_codes: [50076], claims: '{"a":1}' }, 'sign-in-needed'],
    [400, { error: 'invalid_grant', error_codes: [53000] }, 'blocked'],
    [400, { error: 'unauthorized_client', error_codes: [700016] }, 'app-unknown'],
    [401, { error: 'invalid_client', error_codes: [7000218] }, 'misconfigured'],
    [400, { error: 'invalid_scope', error_codes: [70011] }, 'misconfigured'],
    [400, { error: 'made_up', error_codes: [1] }, 'unexpected'],
    [503, { error: 'temporarily_unavailable', error_codes: [90033] }, 'service'],
    [500, {}, 'service'],
  ])('tells %i %j as %s', async (status, body, kind) => {
    const person = await signedIn();
    entra.answerInstead({ path: '/oauth2/v2.0/token', status, body: JSON.stringify(body) });
    const found = problemIn(await person.getToken(scopes));
    expect(found.kind).toBe(kind);
    expect(found.detail).not.toContain('\n');
    expect(found.fix).not.toBe('');
    if (found.kind === 'sign-in-needed') expect(found.claims).toBe('{"a":1}');
  });

  it('repeats nothing of what the service said or was sent', async () => {
    const person = await signedIn();
    const said = 'AADSTS50173: for bob@contoso.example, grant eyJhbGciOi.secret';
    const body = JSON.stringify({ error: 'invalid_grant', error_codes: [50173], error_description: said });
    entra.answerInstead({ path: '/oauth2/v2.0/token', status: 400, body });
    const result = await person.getToken(scopes);
    expect(problemIn(result).detail).toContain('AADSTS50173');
    expect(JSON.stringify(result)).not.toMatch(/bob|eyJ|grant eyJ/);
  });

  it('leaves the service alone for as long as it wants', async () => {
    const person = await signedIn();
    entra.answerInstead({
      path: '/oauth2/v2.0/token',
      status: 429,
      body: '{"error":"slow_down"}',
      headers: { 'retry-after': '17' },
    });
    const first = problemIn(await person.getToken(scopes));
    expect(first.kind).toBe('throttled');
    if (first.kind === 'throttled') expect(first.afterMs).toBeGreaterThan(10_000);
    const asked = entra.tokenRequests;
    expect(problemIn(await person.getToken(scopes)).kind).toBe('throttled');
    expect(entra.tokenRequests).toBe(asked);
  });

  it('knows a tenant that does not exist', async () => {
    const person = device().start({ tenantId: '99999999-0000-4000-8000-000000000000' });
    const found = problemIn(await signInByBrowser(person));
    expect(found).toMatchObject({ kind: 'wrong-tenant' });
    expect(found.detail).toContain('AADSTS90002');
  });

  it('knows an app that the tenant does not have', async () => {
    const person = device().start({ clientId: '99999999-0000-4000-8000-000000000000' });
    const result = await person.signIn({ scopes, way: { kind: 'device-code', showCode: () => undefined } });
    expect(problemIn(result).kind).toBe('app-unknown');
  });

  it('knows that there is no network', async () => {
    const port = await freePort();
    const person = device().start({ loginUrl: `https://localhost:${port}` });
    const found = problemIn(await signInByBrowser(person));
    expect(found).toMatchObject({ kind: 'offline' });
    expect(found.detail).toContain(`localhost:${port} (ECONNREFUSED)`);
  });

  it('gives up on a service that does not answer', async () => {
    const silent: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      });
    const person = device().start({}, { fetch: silent, timeoutMs: 30 });
    expect(problemIn(await signInByBrowser(person)).detail).toContain('nothing within 30 ms');
  });

  it.each([
    ['a page', 200, '<html>Welcome to Hotel Wi-Fi</html>', {}],
    ['a redirect', 307, '', { location: '/elsewhere' }],
    ['too much', 200, ' '.repeat(1_100_000), {}],
    ['a list', 200, '[]', {}],
  ])('takes %s for a captive portal, not for the service', async (_name, status, body, headers) => {
    const person = await signedIn();
    entra.answerInstead({ path: '/oauth2/v2.0/token', status, body, headers });
    const found = problemIn(await person.getToken(scopes));
    expect(found.kind).toBe('offline');
    expect(found.fix).toContain('browser');
    expect(JSON.stringify(found)).not.toContain('Hotel');
    // What was sent holds a refresh token.
    expect(entra.requests.join()).not.toContain('/elsewhere');
  });

  it('tells a certificate that it does not trust from no network', async () => {
    const { key, certificate, remove } = makeCertificate('server');
    const server = createServer({ key, cert: certificate }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const person = device().start({ loginUrl: `https://localhost:${port}` });
    const found = problemIn(await signInByBrowser(person));
    server.close();
    remove();
    expect(found.kind).toBe('offline');
    expect(found.fix).toContain('CA');
  });

  it("names the clock where it is off, and measures it by the service's answers", async () => {
    const person = await signedIn();
    expect(Math.abs(person.clockSkewMs() ?? Infinity)).toBeLessThan(60_000);
    entra.clockAheadMs = 3_600_000;
    await entra.revokeEverything();
    expect(problemIn(await person.getToken(scopes)).detail).toContain('clock is 60 minutes behind');
    expect(person.clockSkewMs()).toBeGreaterThan(3_500_000);
  });

  it('works for this run, and says so, where nothing can be kept', async () => {
    const { start, told } = device();
    const nowhere = {
      read: () => Promise.resolve(ok(null)),
      write: () => Promise.resolve(failed('disk full')),
      update: () => Promise.resolve(failed('disk full')),
      remove: () => Promise.resolve(ok(undefined)),
    };
    const person = start({}, { secrets: nowhere });
    expect(await signInByBrowser(person)).toMatchObject({ ok: true });
    expect(await entra.scopesOf(await tokenOf(person))).not.toBeNull();
    expect(told.join()).toContain('for this run only: disk full');
  });
});

describe('what is on disk', () => {
  it('holds no token, neither as it is nor encoded', async () => {
    const { start, data } = device();
    const person = start();
    await signInByBrowser(person);
    const token = await tokenOf(person);
    expect(token.length).toBeGreaterThan(20);
    const kept = await openKeyFileStore(data, () => undefined).read('token-cache');
    const refresh = /"RefreshToken":.*?"secret":"([^"]+)"/.exec((kept.ok && kept.value) || '')?.[1] ?? '';
    expect(refresh.length).toBeGreaterThan(20);
    for (const secret of [token, refresh, 'alice@contoso.example']) {
      expect(filesHolding(data, secret)).toEqual([]);
    }
    // The search itself can find each form.
    for (const encoding of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
      const text =
        encoding === 'base64' || encoding === 'hex'
          ? Buffer.from(`"x":"${token}"`).toString(encoding)
          : token;
      writeFileSync(join(data, encoding), text, encoding === 'utf16le' ? 'utf16le' : 'utf8');
      expect(filesHolding(data, token)).toContain(join(data, encoding));
    }
  });
});
