import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BundleSettings } from '../../src/agent/bundle/bundle-admission.ts';
import { SignJWT, importJWK } from 'jose';
import { httpsSource, inlineSource, type HttpsSourceOptions } from '../../src/sync/bundle-sources.ts';
import { openLog } from '../fakes/audit-samples.ts';
import { startDevice, type Device } from '../fakes/bundle-device.ts';
import { FakeBundleServer } from '../fakes/bundle-server.ts';
import {
  bothOf,
  bundleText,
  EXPIRES,
  newSigner,
  NOW,
  OTHER_TENANT,
  pinned,
  signedText,
} from '../fakes/signed-bundles.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';

/*
 * The ten classes of attack that an updater must withstand, as The Update Framework's specification names them (section 1.5.2),
 * here by a server that is the attacker's, against the real keeper, store, database and signature.
 */

const [company, second, attacker] = [await newSigner(), await newSigner(), await newSigner()];
const DAY_MS = 24 * 3_600_000;
const ofCompany = (version: number, fields: Record<string, unknown> = {}): Promise<string> =>
  signedText(bundleText({ version, ...fields }), company);
const v5 = await ofCompany(5);
const v6 = await ofCompany(6);
const v9 = await ofCompany(9);

let server: FakeBundleServer;
let address: string;
let dataDir: string;
beforeEach(async () => {
  server = new FakeBundleServer();
  address = await server.start();
  dataDir = temporaryFolder();
});
afterEach(() => server.close());

interface Circumstances {
  readonly settings?: Partial<BundleSettings>;
  readonly now?: Date;
  readonly limits?: HttpsSourceOptions;
}

async function device({ settings, now = NOW, limits = {} }: Circumstances = {}): Promise<Device> {
  const source = httpsSource(address, limits);
  if (!source.ok) throw new Error(source.problem);
  const running = await startDevice({
    dataDir,
    settings: { trust: pinned(company), ...settings },
    sources: [source.value],
    now: () => now,
  });
  await running.keeper.check();
  return running;
}

/** The device has taken v5 and its agent has stopped. */
async function hasTaken(text = v5): Promise<void> {
  server.offer(text);
  await (await device()).stop();
}

/** What is in force after the attack, and which refusals were recorded. The agent is stopped then. */
async function after(circumstances: Circumstances = {}): Promise<readonly [string, ...string[]]> {
  const running = await device(circumstances);
  const { version } = running.keeper.state();
  await running.stop();
  return [version, ...running.events.map((event) => event.split(/: |; /)[0] ?? '')];
}

const databaseFiles = (): string[] =>
  ['', '-wal', '-shm'].map((ending) => join(dataDir, `clipward.db${ending}`));
const bundleFolder = (): string => join(dataDir, 'bundle');

describe('arbitrary installation', () => {
  it.each<[string, () => Promise<string>]>([
    ['unsigned', async () => bundleText({ version: 6 })],
    ['signed by the attacker', async () => signedText(bundleText({ version: 6 }), attacker)],
    ['changed after it was signed', async () => v6.replace(/"payload":"(.{200})./, '"payload":"$1A')],
    ['no bundle', async () => '<html>Sign in to the network</html>'],
  ])('is refused: a bundle that is %s', async (_, make) => {
    await hasTaken();
    server.offer(await make());
    expect(await after()).toEqual(['acme v5', 'bundle-refused']);
  });
});

describe('endless data', () => {
  it('is cut off, and what is in force stays', async () => {
    await hasTaken();
    server.behaviour = { kind: 'endless' };
    expect(await after({ limits: { maxBytes: 3_000_000 } })).toEqual(['acme v5', 'bundle-refused']);
    await expect.poll(() => server.givenUp).toBeGreaterThan(0);
  });
});

describe('extraneous dependencies', () => {
  it.each([
    ['to be fetched besides', { dependencies: ['https://evil.example/more.json'] }],
    ['with code', { script: 'process.exit()' }],
    [
      'in a policy',
      { policies: [{ name: 'P', when: { ai_platform: true }, action: 'log', run: 'calc.exe' }] },
    ],
  ])('are refused: a bundle of the company with something more %s', async (_, fields) => {
    await hasTaken();
    server.offer(await ofCompany(6, fields));
    expect(await after()).toEqual(['acme v5', 'bundle-refused']);
  });
});

describe('fast-forward', () => {
  it('is refused: a version so high that none could ever follow', async () => {
    await hasTaken();
    server.offer(await ofCompany(Number.MAX_SAFE_INTEGER));
    expect(await after()).toEqual(['acme v5', 'bundle-refused']);
    server.offer(v6);
    expect(await after()).toEqual(['acme v6', 'bundle-applied']);
  });

  it('can be recovered from: a device that was taken far ahead follows again when the epoch is raised', async () => {
    await hasTaken(await ofCompany(8_000_000));
    server.offer(v6);
    expect(await after()).toEqual(['acme v8000000', 'bundle-refused']);
    expect(await after({ settings: { epoch: 1 } })).toEqual(['acme v6', 'bundle-applied']);
    server.offer(v5);
    expect(await after({ settings: { epoch: 1 } })).toEqual(['acme v6', 'bundle-refused']);
  });
});

describe('an indefinite freeze', () => {
  it('shows: a server that says "nothing new" for ever cannot hide that the bundle has expired', async () => {
    await hasTaken();
    const late = new Date(Date.parse(EXPIRES) + DAY_MS);
    const running = await device({ now: late });
    expect(running.keeper.state()).toMatchObject({
      version: 'acme v5',
      problems: [],
      warnings: [expect.stringContaining('expired on 2026-06-01T08:00:00Z and is still enforced')],
    });
    await running.stop();
  });

  it('shows: a server that is blocked is told after a week, long before the bundle expires', async () => {
    await hasTaken();
    await server.close();
    const running = await device({ now: new Date(NOW.getTime() + 8 * DAY_MS) });
    expect(running.keeper.state().warnings).toEqual([
      expect.stringContaining('no bundle source has answered'),
    ]);
    await running.stop();
    server = new FakeBundleServer();
    await server.start();
  });

  it('does not work with a clock that is set back: an expired bundle stays expired', async () => {
    await hasTaken();
    const late = new Date(Date.parse(EXPIRES) + DAY_MS);
    await (await device({ now: late })).stop();
    const running = await device({ now: NOW });
    expect(running.keeper.state().warnings).toEqual([
      expect.stringContaining('the bundle expired'),
      expect.stringContaining('the clock is 86 days behind a time that was seen before'),
    ]);
    server.offer(v6);
    await running.keeper.check();
    expect(running.keeper.state().version).toBe('acme v5');
    expect(running.events.at(-1)).toContain('v6 expired on');
    await running.stop();
  });

  it('survives a time in the database that no calendar has', async () => {
    await hasTaken();
    const { log } = openLog(dataDir);
    log.raiseMark('bundle-clock', { epoch: 0, version: Number.MAX_SAFE_INTEGER, digest: null });
    log.close();
    const running = await device();
    const { version, warnings } = running.keeper.state();
    expect([version, warnings.length > 0, running.told]).toEqual(['acme v5', true, []]);
    await running.stop();
  });

  it('a clock that was wrong, and years ahead, is forgotten when the epoch is raised', async () => {
    await hasTaken();
    await (await device({ now: new Date('2040-01-01T00:00:00Z') })).stop();
    server.offer(v6);
    expect(await after()).toEqual(['acme v5', 'bundle-refused']);
    expect(await after({ settings: { epoch: 1 } })).toEqual(['acme v6', 'bundle-applied']);
  });
});

describe('a malicious mirror, mixing and matching', () => {
  const envelope = (text: string) => JSON.parse(text) as { payload: string; signatures: unknown[] };

  it.each<[string, () => Promise<string>]>([
    [
      'the payload of one bundle and the signature of another',
      async () => JSON.stringify({ ...envelope(v6), signatures: envelope(v9).signatures }),
    ],
    ['a bundle of another tenant that the same key signed', () => ofCompany(6, { tenant: OTHER_TENANT })],
    ['two bundles, one after the other', async () => v6 + v9],
    [
      'one signature each over two different bundles',
      async () => {
        const other = envelope(await signedText(bundleText({ version: 7 }), second));
        return JSON.stringify({
          ...envelope(v6),
          signatures: [...envelope(v6).signatures, ...other.signatures],
        });
      },
    ],
  ])('are refused: %s', async (_, make) => {
    await hasTaken();
    server.offer(await make());
    const trust = pinned(company, second);
    expect(await after({ settings: { trust } })).toEqual(['acme v5', 'bundle-refused']);
  });

  it('is refused: parts of different bundles in the managed settings', async () => {
    // They differ in the payload and in the signature: cut in between.
    let first = 0;
    while (v6[first] === v9[first]) first += 1;
    const running = await startDevice({
      dataDir,
      settings: { trust: pinned(company) },
      sources: [inlineSource([v6.slice(0, first + 1), v9.slice(first + 1)])],
    });
    expect(running.keeper.state()).toMatchObject({ version: 'built-in v1' });
    expect(running.events).toEqual([expect.stringContaining('bundle-refused: managed settings: ')]);
    await running.stop();
  });

  it('is refused: two different bundles of one version', async () => {
    await hasTaken();
    server.offer(await ofCompany(5, { contact: 'someone else' }));
    expect(await after()).toEqual(['acme v5', 'bundle-refused']);
  });
});

describe('a rollback', () => {
  beforeEach(() => hasTaken(v9));

  it('is refused: an older bundle, validly signed', async () => {
    server.offer(v6);
    expect(await after()).toEqual(['acme v9', 'bundle-refused']);
  });

  it('is refused after the audit database was deleted, and the mark is there again', async () => {
    for (const file of databaseFiles()) rmSync(file, { force: true });
    server.offer(v6);
    expect(await after()).toEqual([
      'acme v9',
      'bundle-mark-repaired',
      'bundle-mark-repaired',
      'bundle-refused',
    ]);
    expect(await after()).toEqual(['acme v9', 'bundle-refused']);
  });

  it('is refused after the state of bundles was deleted', async () => {
    rmSync(join(bundleFolder(), 'state.json'));
    server.offer(v6);
    expect(await after()).toEqual([
      'acme v9',
      'bundle-mark-repaired',
      'bundle-mark-repaired',
      'bundle-refused',
    ]);
  });

  it('is refused after everything about bundles was deleted: nothing older than before comes into force', async () => {
    rmSync(bundleFolder(), { recursive: true });
    server.offer(v6);
    expect(await after()).toEqual([
      'built-in v1',
      'bundle-mark-repaired',
      'bundle-mark-repaired',
      'bundle-refused',
    ]);
    server.offer(v9);
    expect(await after()).toEqual(['acme v9', 'bundle-applied']);
  });

  it('is refused when the folder of bundles is put back to what it was before', async () => {
    const [before, now] = [temporaryFolder(), dataDir];
    dataDir = before;
    await hasTaken(v5);
    dataDir = now;
    rmSync(bundleFolder(), { recursive: true });
    cpSync(join(before, 'bundle'), bundleFolder(), { recursive: true });
    server.behaviour = { kind: 'status', status: 503 };
    const [version, ...events] = await after();
    expect(version).toBe('built-in v1');
    expect(events).toContain('bundle-mark-repaired');
    expect(events).toContain('bundle-refused');
  });

  it('is refused when the text on disk is exchanged for an older one', async () => {
    const state = JSON.parse(readFileSync(join(bundleFolder(), 'state.json'), 'utf8')) as {
      current: { file: string };
    };
    writeFileSync(join(bundleFolder(), state.current.file), v5);
    server.behaviour = { kind: 'status', status: 503 };
    expect(await after()).toEqual(['built-in v1', 'bundle-refused', 'bundle-reverted']);
  });

  it('is refused with a clock that is set back a year', async () => {
    server.offer(v6);
    const [version, ...events] = await after({ now: new Date(NOW.getTime() - 365 * DAY_MS) });
    expect([version, events]).toEqual(['acme v9', ['bundle-refused']]);
  });

  it('is refused when the epoch of the settings is lowered', async () => {
    server.offer(await ofCompany(10));
    await (await device({ settings: { epoch: 1 } })).stop();
    server.offer(await ofCompany(11));
    expect(await after({ settings: { epoch: 0 } })).toEqual(['acme v10', 'bundle-refused']);
  });
});

describe('slow retrieval', () => {
  it.each([
    ['a byte at a time', { kind: 'drip', everyMs: 5 } as const],
    ['nothing at all', { kind: 'hang' } as const],
  ])('is given up, and what is in force stays: %s', async (_, behaviour) => {
    await hasTaken();
    server.behaviour = behaviour;
    const running = await device({ limits: { idleMs: 60, leastBytesPerSecond: 10_000 } });
    expect(running.keeper.state()).toMatchObject({ version: 'acme v5', problems: [expect.any(String)] });
    expect(running.told).toHaveLength(1);
    await running.stop();
  });
});

describe('a key that is compromised', () => {
  it('alone is not enough where two must sign', async () => {
    const trust = bothOf(company, second);
    server.offer(await signedText(bundleText({ version: 5 }), company, second));
    await (await device({ settings: { trust } })).stop();
    server.offer(await ofCompany(6));
    expect(await after({ settings: { trust } })).toEqual(['acme v5', 'bundle-refused']);
    server.offer(await signedText(bundleText({ version: 6 }), second, company));
    expect(await after({ settings: { trust } })).toEqual(['acme v6', 'bundle-applied']);
  });

  it('is of no use once it is no longer pinned: what it signed is not even loaded from disk', async () => {
    await hasTaken();
    server.behaviour = { kind: 'status', status: 503 };
    const trust = pinned(second);
    expect(await after({ settings: { trust } })).toEqual([
      'built-in v1',
      'bundle-refused',
      'bundle-reverted',
    ]);
    server.offer(await signedText(bundleText({ version: 6 }), second));
    expect(await after({ settings: { trust } })).toEqual([
      'acme v6',
      'bundle-refused',
      'bundle-reverted',
      'bundle-applied',
    ]);
  });

  it('is of no use from the moment the settings change, without a restart', async () => {
    let keys = pinned(company);
    server.offer(v5);
    const source = httpsSource(address);
    if (!source.ok) throw new Error(source.problem);
    const running = await startDevice({
      dataDir,
      settings: { trust: keys },
      settingsNow: () => ({ trust: keys, tenant: null, epoch: 0, ring: null, bucket: 0 }),
      sources: [source.value],
    });
    await running.keeper.check();
    expect(running.keeper.state().version).toBe('acme v5');
    keys = pinned(second);
    await running.keeper.check();
    expect(running.keeper.state().version).toBe('built-in v1');
    await running.stop();
  });
});

describe('the wrong software', () => {
  it.each<[string, () => Promise<string>]>([
    ['for a later schema than this agent knows', () => ofCompany(6, { schema_version: 2 })],
    ['for devices of another tenant', () => ofCompany(6, { tenant: OTHER_TENANT })],
    [
      'that is something else the company signed, with the same key',
      async () =>
        new SignJWT({ policies: 'all' })
          .setProtectedHeader({ alg: 'Ed25519', kid: company.keyId, typ: 'clipward-override+jwt' })
          .sign(await importJWK({ ...company.key, kid: company.keyId }, 'Ed25519')),
    ],
  ])('is refused: a file %s', async (_, make) => {
    await hasTaken();
    server.offer(await make());
    expect(await after()).toEqual(['acme v5', 'bundle-refused']);
  });

  it('is not taken: a bundle for another ring', async () => {
    await hasTaken();
    server.offer(await ofCompany(6, { rollout: { rings: ['pilot'] } }));
    expect(await after()).toEqual(['acme v5']);
    expect(await after({ settings: { ring: 'pilot' } })).toEqual(['acme v6', 'bundle-applied']);
  });
});
