import { createPrivateKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAppSignIn } from '../../../src/sync/sign-in/app-sign-in.ts';
import { openKeyFileStore } from '../../../src/sync/sign-in/key-file-seal.ts';
import { openTokenSource } from '../../../src/sync/sign-in/open-token-source.ts';
import type { SignInOptions } from '../../../src/sync/sign-in/person-sign-in.ts';
import { labelScopes } from '../../../src/sync/sign-in/scopes.ts';
import type { SecretStore } from '../../../src/sync/sign-in/secret-store.ts';
import type { TokenResult } from '../../../src/sync/sign-in/token-source.ts';
import { clients, CLIENT_SECRET, FakeEntra, TENANT } from '../../fakes/oidc.ts';
import { filesHolding, temporaryFolder } from '../../fakes/temporary-folder.ts';
import { makeCertificate } from '../../fakes/tls.ts';

const scopes = labelScopes('secret');
const DAY_MS = 24 * 3_600_000;

let entra: FakeEntra;
beforeAll(async () => {
  entra = await new FakeEntra().start();
});
beforeEach(() => entra.reset());
afterAll(() => entra.stop());

interface Lab {
  readonly folder: string;
  readonly secrets: SecretStore;
  readonly told: string[];
}

function lab(): Lab {
  const folder = temporaryFolder();
  const told: string[] = [];
  return { folder, told, secrets: openKeyFileStore(folder, (problem) => void told.push(problem)) };
}

const optionsOf = ({ secrets, told }: Lab, config: Partial<SignInOptions['config']>): SignInOptions => ({
  config: { tenantId: TENANT, clientId: clients.secret, loginUrl: entra.origin, method: 'secret', ...config },
  secrets,
  tell: (problem) => void told.push(problem),
});

const bySecret = (here: Lab) => createAppSignIn(optionsOf(here, {}));

/** Writes the PEM file that an admin would, open to `mode`. */
function pemFile(here: Lab, pem: string, mode = 0o600): string {
  const path = join(here.folder, 'app.pem');
  writeFileSync(path, pem, { mode });
  return path;
}

const byCertificate = (here: Lab, certificatePath: string, more: Partial<SignInOptions> = {}) =>
  createAppSignIn({
    ...optionsOf(here, { clientId: clients.certificate, method: 'certificate', certificatePath }),
    ...more,
  });

const goodPem = (): string => `${entra.clientCertificate.certificate}${entra.clientCertificate.key}`;

function problemOf(result: TokenResult) {
  if (result.ok) throw new Error('it succeeded');
  return result.problem;
}

describe('an app with a secret', () => {
  it('gets a token, and uses it until it is about to end', async () => {
    const here = lab();
    await here.secrets.write('client-secret', CLIENT_SECRET);
    const app = openTokenSource(optionsOf(here, {}));
    const [first, second] = [await app.getToken(scopes), await app.getToken(scopes)];
    expect(first.ok && (await entra.scopesOf(first.value.token))).toEqual([...scopes]);
    expect(second).toEqual(first);
    expect(entra.tokenRequests).toBe(1);
    expect(await app.account()).toBeNull();
    expect(filesHolding(here.folder, CLIENT_SECRET)).toEqual([]);
    expect(filesHolding(here.folder, first.ok ? first.value.token : '')).toEqual([]);
  });

  it('says how to give it one', async () => {
    const found = problemOf(await bySecret(lab()).getToken(scopes));
    expect(found.kind).toBe('credential-wrong');
    expect(found.fix).toContain('clipward secret set client-secret');
    expect(entra.tokenRequests).toBe(0);
  });

  it('is told that it is wrong, and works with the right one without a restart', async () => {
    const here = lab();
    await here.secrets.write('client-secret', 'not the right one, by far');
    const app = bySecret(here);
    const found = problemOf(await app.getToken(scopes));
    expect(found).toMatchObject({ kind: 'credential-wrong' });
    expect(found.detail).toContain('AADSTS7000215');
    expect(JSON.stringify(found)).not.toContain('by far');
    await here.secrets.write('client-secret', CLIENT_SECRET);
    expect(await app.getToken(scopes)).toMatchObject({ ok: true });
  });

  it('is told that it has expired', async () => {
    const here = lab();
    await here.secrets.write('client-secret', CLIENT_SECRET);
    const body = '{"error":"invalid_client","error_codes":[7000222]}';
    entra.answerInstead({ path: '/token', status: 401, body });
    const found = problemOf(await bySecret(here).getToken(scopes));
    expect(found.kind).toBe('credential-expired');
  });

  it('needs nobody to consent again: permissions that an admin has not granted are named', async () => {
    const here = lab();
    await here.secrets.write('client-secret', CLIENT_SECRET);
    const body = '{"error":"invalid_resource","error_codes":[500011]}';
    entra.answerInstead({ path: '/token', status: 400, body });
    expect(problemOf(await bySecret(here).getToken(scopes)).fix).toContain('API permissions');
  });
});

describe('an app with a certificate', () => {
  it('signs, and the service checks the signature', async () => {
    const here = lab();
    const token = await byCertificate(here, pemFile(here, goodPem())).getToken(scopes);
    expect(token.ok && (await entra.scopesOf(token.value.token))).toEqual([...scopes]);
  });

  it('is refused with one that is not registered', async () => {
    const here = lab();
    const other = makeCertificate('client');
    const app = byCertificate(here, pemFile(here, `${other.certificate}${other.key}`));
    other.remove();
    const found = problemOf(await app.getToken(scopes));
    expect(found).toMatchObject({ kind: 'credential-wrong' });
    expect(found.detail).toContain('AADSTS700027');
  });

  it('is told of the clock, not of the certificate, where the clock is off', async () => {
    const here = lab();
    entra.clockAheadMs = -2 * 3_600_000;
    const found = problemOf(await byCertificate(here, pemFile(here, goodPem())).getToken(scopes));
    expect(found.kind).toBe('clock-wrong');
    expect(found.detail).toContain('clock is 120 minutes ahead');
    entra.tellsNumbers = false;
    expect(problemOf(await byCertificate(here, pemFile(here, goodPem())).getToken(scopes)).kind).toBe(
      'clock-wrong',
    );
  });

  it.each([
    ['after its end', 2 * DAY_MS, 'credential-expired'],
    ['before its beginning', -2 * DAY_MS, 'clock-wrong'],
  ])('sends nothing %s', async (_name, awayMs, kind) => {
    const here = lab();
    const now = (): Date => new Date(Date.now() + awayMs);
    const app = byCertificate(here, pemFile(here, goodPem()), { now });
    expect(problemOf(await app.getToken(scopes))).toMatchObject({ kind });
    expect(entra.requests).toEqual([]);
  });

  it('opens an encrypted key by the stored passphrase', async () => {
    const here = lab();
    const key = createPrivateKey(entra.clientCertificate.key).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'a passphrase',
    });
    const app = byCertificate(here, pemFile(here, `${entra.clientCertificate.certificate}${String(key)}`));
    expect(problemOf(await app.getToken(scopes)).fix).toContain('secret set certificate-passphrase');
    await here.secrets.write('certificate-passphrase', 'another one');
    expect(problemOf(await app.getToken(scopes)).detail).toContain('passphrase does not open');
    await here.secrets.write('certificate-passphrase', 'a passphrase');
    expect(await app.getToken(scopes)).toMatchObject({ ok: true });
  });

  it.each([
    ['no such file', null, 'misconfigured', 'cannot be read'],
    ['no PEM', () => 'hello', 'misconfigured', 'expected a PEM file'],
    ['no key', () => entra.clientCertificate.certificate, 'credential-wrong', 'no usable private key'],
    [
      'the key of another',
      () => `${entra.clientCertificate.certificate}${makeCertificate('client').key}`,
      'credential-wrong',
      'not the RSA key',
    ],
    [
      'an elliptic key',
      () => {
        const { certificate, key } = makeCertificate('ec-client');
        return `${certificate}${key}`;
      },
      'credential-wrong',
      'not the RSA key',
    ],
  ])('names what is wrong with its file: %s', async (_name, pem, kind, words) => {
    const here = lab();
    const path = pem === null ? join(here.folder, 'nothing.pem') : pemFile(here, pem());
    const found = problemOf(await byCertificate(here, path).getToken(scopes));
    expect(found.kind).toBe(kind);
    expect(found.detail).toContain(words);
    expect(found.detail).not.toContain('PRIVATE KEY');
  });

  it('refuses a key that everyone on the machine can read', async () => {
    const here = lab();
    const found = problemOf(await byCertificate(here, pemFile(here, goodPem(), 0o644)).getToken(scopes));
    expect(found.fix).toContain('chmod o-rwx');
  });
});
