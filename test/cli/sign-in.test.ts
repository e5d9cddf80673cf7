import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browse } from '../fakes/browser.ts';
import { clients, CLIENT_SECRET, FakeEntra, TENANT } from '../fakes/oidc.ts';
import { filesHolding, temporaryFolder } from '../fakes/temporary-folder.ts';
import { repository, runClipward } from '../setup/program.ts';

const alice = { login: 'alice', password: 'correct horse' };

let entra: FakeEntra;
beforeAll(async () => {
  entra = await new FakeEntra().start();
});
beforeEach(() => entra.reset());
afterAll(() => entra.stop());

/** A machine whose data folder is `data` and that trusts the fake service. */
function machine(more: NodeJS.ProcessEnv = {}): { data: string; env: NodeJS.ProcessEnv } {
  const data = temporaryFolder();
  const env = {
    ...process.env,
    CLIPWARD_DATA: data,
    CLIPWARD_TENANT: TENANT,
    CLIPWARD_CLIENT: clients.desktop,
    CLIPWARD_LOGIN_URL: entra.origin,
    NODE_EXTRA_CA_CERTS: entra.caFile,
    ...more,
  };
  return { data, env };
}

/** Runs the program while the test can see what it says and stop it. */
function start(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [repository('dist/cli/clipward.js'), ...args], { env });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, ...said }));
  return { said, ended, interrupt: () => child.kill('SIGINT') };
}

describe('clipward sign-in', () => {
  it('shows a code, waits for the person, and stays signed in until sign-out', async () => {
    const { data, env } = machine();
    const program = start(['sign-in', '--device-code'], env);
    await expect.poll(() => program.said.stderr, { timeout: 10_000 }).toContain('type the code');
    const [, url = '', code = ''] = /Open (\S+) .* type the code (\S+) /.exec(program.said.stderr) ?? [];
    await browse(url, { user_code: code, ...alice });

    const { code: exitCode, stdout } = await program.ended;
    expect(stdout).toBe(`Signed in as alice@contoso.example (tenant ${TENANT}).\n`);
    expect(exitCode).toBe(0);
    expect(existsSync(join(data, 'secrets', 'token-cache.key'))).toBe(true);
    expect(filesHolding(data, 'alice@contoso.example')).toEqual([]);
    expect(filesHolding(data, 'RefreshToken')).toEqual([]);

    expect(await runClipward(['sign-out'], env)).toMatchObject({ code: 0 });
    expect(existsSync(join(data, 'secrets', 'token-cache.key'))).toBe(false);
  });

  it.runIf(process.platform === 'linux')("opens the system's browser", async () => {
    const bin = temporaryFolder();
    const address = join(bin, 'address');
    writeFileSync(
      join(bin, 'xdg-open'),
      `#!/bin/sh\nprintf %s "$1" > '${address}.new' && mv '${address}.new' '${address}'\n`,
      {
        mode: 0o755,
      },
    );
    const { env } = machine({ PATH: `${bin}${delimiter}${process.env['PATH']}` });
    const program = start(['sign-in'], env);
    await expect.poll(() => existsSync(address), { timeout: 10_000 }).toBe(true);
    await browse(readFileSync(address, 'utf8'), alice);
    expect(await program.ended).toMatchObject({ code: 0, stdout: expect.stringContaining('Signed in as') });
  });

  it.runIf(process.platform === 'linux')('says what to do where there is no browser', async () => {
    const { env } = machine({ PATH: temporaryFolder() });
    const { code, stderr } = await runClipward(['sign-in'], env);
    expect(code).toBe(3);
    expect(stderr).toContain('--device-code');
  });

  it('is given up by Ctrl-C', async () => {
    // Longer than a test may take: it must not wait for the next time to ask.
    entra.deviceIntervalSeconds = 300;
    const { env } = machine();
    const program = start(['sign-in', '--device-code'], env);
    await expect.poll(() => program.said.stderr, { timeout: 10_000 }).toContain('type the code');
    program.interrupt();
    const { code, stderr } = await program.ended;
    expect(code).toBe(3);
    expect(stderr).toContain('it was cancelled');
  });

  it.each([
    ['no tenant', { CLIPWARD_TENANT: undefined }, 2, '--tenant or CLIPWARD_TENANT'],
    ['no app', { CLIPWARD_CLIENT: undefined }, 2, '--client or CLIPWARD_CLIENT'],
    ['no GUID', { CLIPWARD_CLIENT: 'my app' }, 2, 'clientId'],
    ['an unknown tenant', { CLIPWARD_TENANT: 'fabrikam.example' }, 3, 'AADSTS90002'],
    ['a service that is not trusted', { NODE_EXTRA_CA_CERTS: undefined }, 3, 'is not trusted here'],
  ])('tells in one line what is wrong: %s', async (_name, more, exitCode, words) => {
    const { env } = machine(more);
    const { code, stderr, stdout } = await runClipward(['sign-in', '--device-code'], env);
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(exitCode);
  });

  it('takes tenant and app from options before the environment', async () => {
    const { env } = machine({ CLIPWARD_TENANT: 'fabrikam.example', CLIPWARD_CLIENT: undefined });
    const args = ['sign-in', '--tenant', TENANT, '--client', clients.secret, '--app-secret'];
    const { stderr } = await runClipward(args, env);
    expect(stderr).toContain('the app has no secret on this device');
  });
});

describe('clipward secret', () => {
  it('takes a secret from stdin, keeps it encrypted, and the app can sign in by it', async () => {
    const { data, env } = machine({ CLIPWARD_CLIENT: clients.secret });
    const kept = await runClipward(['secret', 'set', 'client-secret'], env, `${CLIENT_SECRET}\n`);
    expect(kept).toMatchObject({ code: 0, stdout: 'client-secret is kept, encrypted.\n', stderr: '' });
    expect(filesHolding(data, CLIENT_SECRET)).toEqual([]);

    expect(await runClipward(['sign-in', '--app-secret'], env)).toMatchObject({
      code: 0,
      stdout: `The app signs in by its secret (tenant ${TENANT}).\n`,
    });
    expect(await runClipward(['secret', 'remove', 'client-secret'], env)).toMatchObject({ code: 0 });
    expect(await runClipward(['sign-in', '--app-secret'], env)).toMatchObject({ code: 3 });
  });

  it('signs the app in by a certificate', async () => {
    const { data, env } = machine({ CLIPWARD_CLIENT: clients.certificate });
    const pem = join(data, 'app.pem');
    writeFileSync(pem, `${entra.clientCertificate.certificate}${entra.clientCertificate.key}`, {
      mode: 0o600,
    });
    expect(await runClipward(['sign-in', '--certificate', pem], env)).toMatchObject({
      code: 0,
      stdout: `The app signs in by its certificate (tenant ${TENANT}).\n`,
    });
  });

  it.each([
    [['secret', 'set', 'token-cache'], 'x', 'client-secret, certificate-passphrase, collector-token'],
    [['secret', 'set', 'client-secret', CLIENT_SECRET], 'x', 'too many arguments'],
    [['secret', 'set', 'client-secret'], '', 'empty'],
  ])('refuses %j', async (args, input, words) => {
    const { data, env } = machine();
    const { code, stderr } = await runClipward(args, env, input);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain(CLIENT_SECRET);
    expect(existsSync(join(data, 'secrets'))).toBe(false);
  });
});
