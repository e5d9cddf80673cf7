import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAgent, type RunningAgent } from '../../src/agent/compose.ts';
import type { ConnectTenant } from '../../src/agent/labels-in-use.ts';
import { openAuditLogReadOnly } from '../../src/audit/audit-reader.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import type { AuditEvent } from '../../src/shared/audit-event.ts';
import { berthType, codeNames } from '../fakes/company-types.ts';
import type { Ask } from '../../src/shared/coaching.ts';
import type { Happening } from '../../src/shared/happening.ts';
import { agentOptions } from '../fakes/agent-options.ts';
import { FakeCollector } from '../fakes/collector.ts';
import type { ManagedSettings } from '../../src/managed/managed-settings.ts';
import { ok } from '../../src/shared/result.ts';
import type { LabelsAnswer } from '../../src/sync/labels/graph-labels.ts';
import { generateKeyPair, parsePrivateKey } from '../../src/sync/bundle-keys.ts';
import { issueCode } from '../../src/sync/override-code.ts';
import { FakeDesktop } from '../fakes/fake-desktop.ts';
import { FakePerson } from '../fakes/fake-person.ts';
import { present, type FakeSettingsSource } from '../fakes/fake-settings-source.ts';

/** Everything that goes to an AI platform is kept out. */
const blockAll = { name: 'Nothing', enabled: true, when: { ai_platform: true }, action: 'block' };
const TENANT = '11111111-2222-4333-8444-555555555555';
const CARD = '4111 1111 1111 1111';
const deepseek = { windowClass: ['deepseek', 'DeepSeek'] };

let folder: string;
let told: Happening[];
let running: RunningAgent | null;
let mdm: FakeSettingsSource;
let managed: ManagedSettings;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipward-compose-'));
  told = [];
  running = null;
});
afterEach(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});
const path = (name: string): string => join(folder, name);
const words = (): string =>
  told.map((happening) => ('detail' in happening ? happening.detail : '')).join('\n');

async function open(
  given: {
    desktop?: FakeDesktop;
    settings?: Record<string, unknown>;
    now?: () => Date;
    dataDir?: string;
    connectTenant?: ConnectTenant;
    ask?: Ask;
  } = {},
): Promise<RunningAgent> {
  const { dataDir = folder, settings = {}, ...rest } = given;
  const tell = (happening: Happening): void => void told.push(happening);
  const options = await agentOptions(dataDir, settings);
  mdm = options.mdm;
  managed = options.settings;
  const opened = await openAgent({ ...options, tell, ...rest });
  if (!opened.ok) throw new Error(opened.problem);
  running = opened.value;
  return opened.value;
}

function stored(): readonly AuditEvent[] {
  const reader = openAuditLogReadOnly(folder);
  if (!reader.ok) throw new Error(reader.problem);
  const events = reader.value.events({ after: 0 });
  reader.value.close();
  if (!events.ok) throw new Error(events.problem);
  return events.value.events.map(({ event }) => event);
}
const happened = (): string[] =>
  stored().map((event) =>
    event.kind === 'agent'
      ? event.what
      : event.kind === 'answer'
        ? `answer ${event.answer}`
        : event.kind === 'relabel'
          ? `relabel ${event.label}`
          : `${event.action} ${event.platform_id}`,
  );

/** Holds a card number before DeepSeek and leaves the database as a killed agent does. */
async function killedWhileHolding(): Promise<void> {
  const desktop = new FakeDesktop();
  const agent = await open({ desktop });
  desktop.copy(CARD);
  desktop.focus(deepseek);
  await agent.settled();
  running = null;
}

describe('the whole agent on a real disk', () => {
  it('writes down who, where and under which bundle, by pseudonym', async () => {
    await (await open()).stop();
    expect(happened()).toEqual(['started', 'stopped']);
    expect(stored()[0]).toMatchObject({
      user: expect.stringMatching(/^u-/),
      agent_version: '1.2.3',
      bundle_version: 'built-in v1',
      detail: 'fake desktop',
    });
    expect(JSON.stringify(stored())).not.toContain('zoe');
  });

  it('finds a card number, holds it and has it on record', async () => {
    await killedWhileHolding();
    expect(happened()).toEqual(['started', 'block deepseek']);
  });

  it('closes what was open when it was killed, once, and says so', async () => {
    await killedWhileHolding();
    await (await open()).stop();
    expect(words()).toContain('1 held copy had no answer when Clipward was ended; no event was lost');
    await (await open()).stop();
    expect(happened().filter((what) => what === 'answer interrupted')).toHaveLength(1);
    expect(happened().filter((what) => what === 'recovered-after-crash')).toHaveLength(1);
  });

  it.each([
    { outcome: 'given-back', says: 'was given back to the clipboard' },
    { outcome: 'newer', says: 'something newer had been copied' },
    { outcome: 'failed', problem: 'no display', says: 'could not be given back: no display' },
  ])('tells once what the keeper did: $outcome', async ({ says, ...note }) => {
    writeFileSync(
      path('given-back.json'),
      JSON.stringify({ at: '2026-01-02T03:04:05.678Z', units: 19, ...note }),
    );
    await (await open()).stop();
    expect(words()).toContain(says);
    told = [];
    await (await open()).stop();
    expect(words()).toBe('');
    expect(happened().filter((what) => what === 'clipboard-given-back')).toHaveLength(1);
  });

  it('enforces the built-in bundle when its own is refused', async () => {
    writeFileSync(path('bundle.json'), '{}');
    const agent = await open({ settings: { BundleFile: path('bundle.json') } });
    expect(agent.state().bundle.version).toBe('built-in v1');
    expect(words()).toMatch(/bundle\.json: schema_version: .*; the bundle in force stays/);
    expect(happened()).toContain('bundle-refused');
  });

  describe("with a bundle that has the company's own types", () => {
    const builtIn = loadDefaultBundle();
    const bundled = (change: Record<string, unknown>): string => {
      writeFileSync(path('bundle.json'), JSON.stringify({ ...builtIn, name: 'harbour', ...change }));
      return path('bundle.json');
    };
    const blockOwn = (type: string) => [
      { name: 'Ours', enabled: true, when: { finding: { type } }, action: 'block' },
    ];

    it('looks for them and enforces a policy that names one by its display name', async () => {
      const desktop = new FakeDesktop();
      const bundlePath = bundled({ types: [codeNames], policies: blockOwn('Code names of projects') });
      const agent = await open({ desktop, settings: { BundleFile: bundlePath } });
      desktop.copy('about Operation Kestrel');
      desktop.focus(deepseek);
      await agent.settled();
      expect(agent.state()).toMatchObject({ bundle: { version: 'harbour v1' }, limitations: [] });
      expect(happened()).toEqual(['bundle-applied', 'started', 'block deepseek']);
      expect(stored()[2]).toMatchObject({
        findings: [{ type: 'CUSTOM:CODE_NAME', count: 1, distinct: 1, confidence: 'medium' }],
        reason: 'Ours: 1 distinct CUSTOM:CODE_NAME found.',
      });
    });

    it('tells which of them are off, and shows it as a limit', async () => {
      const waiting = { ...berthType, keywords: {}, missing: ['harbour'] };
      const agent = await open({ settings: { BundleFile: bundled({ types: [waiting, codeNames] }) } });
      expect(agent.state().bundle.version).toBe('harbour v1');
      expect(agent.state().limitations).toEqual([
        expect.stringMatching(/^CUSTOM:BERTH is off: it needs harbour/),
      ]);
      expect(words()).toContain('CUSTOM:BERTH is off');
    });

    it.each([
      {
        why: 'a policy names a type that is not there',
        change: { policies: blockOwn('CUSTOM:CODE_NAMES'), types: [codeNames] },
        says: 'bundle.json: policies[0].when.finding.type: there is no type "CUSTOM:CODE_NAMES"',
      },
      {
        why: 'a type of it cannot be used',
        change: { types: [{ ...berthType, regexes: { berth: '(?>a)' } }] },
        says: 'bundle.json: types[0] CUSTOM:BERTH: regex "berth"',
      },
    ])('enforces the built-in one when $why', async ({ change, says }) => {
      const agent = await open({ settings: { BundleFile: bundled(change) } });
      expect(agent.state().bundle.version).toBe('built-in v1');
      expect(words()).toContain(says);
      expect(happened()).toContain('bundle-refused');
    });
  });

  it('sets a broken database aside and begins a new one', async () => {
    writeFileSync(path('clipward.db'), 'x'.repeat(5000));
    await open();
    expect(words()).toContain('a new one is begun');
    expect(happened()).toEqual(['database-set-aside', 'started']);
    expect(
      readdirSync(folder).some((name) => /^clipward\.db\..+/.test(name) && !/-(wal|shm)$/.test(name)),
    ).toBe(true);
  });

  it('renews a broken device key', async () => {
    writeFileSync(path('device.json'), '{"version":1}');
    await open();
    expect(words()).toContain('the device key could not be read and was renewed');
    expect(happened()).toContain('device-key-renewed');
  });

  it('deletes at its start what is older than 90 days', async () => {
    await killedWhileHolding();
    const later = new Date(Date.now() + 91 * 24 * 60 * 60 * 1000);
    await (await open({ now: () => later })).stop();
    expect(happened()).not.toContain('block deepseek');
    expect(happened()).toContain('expired-events-deleted');
  });

  it('goes on without a disk, holds, and shows it as a limit', async () => {
    writeFileSync(path('not-a-folder'), '');
    const desktop = new FakeDesktop();
    const agent = await open({ desktop, dataDir: path('not-a-folder') });
    desktop.copy(CARD);
    desktop.focus(deepseek);
    await agent.settled();
    expect(desktop.clipboard).toContain('Clipward is keeping');
    expect(agent.state().limitations).toHaveLength(1);
    expect(words()).toContain('events are kept in memory only');
  });

  describe('with a database that another program has locked', () => {
    const lock = (): SqliteDatabase.Database => {
      const other = new SqliteDatabase(path('clipward.db'));
      other.exec('BEGIN IMMEDIATE');
      return other;
    };
    const holdBefore = async (desktop: FakeDesktop, agent: RunningAgent, text: string): Promise<void> => {
      desktop.copy(text);
      desktop.focus(deepseek);
      await agent.settled();
    };
    const toldOfWaiting = (): number =>
      told.filter((one) => 'detail' in one && one.detail.includes('wait in memory')).length;

    it('holds all the same, tells each spell once, and shows it as a limit until events are written', async () => {
      const desktop = new FakeDesktop();
      const agent = await open({ desktop });
      for (const spell of [1, 2]) {
        const other = lock();
        await holdBefore(desktop, agent, `${CARD} spell ${spell}`);
        desktop.copy('newer');
        await agent.settled();
        expect([toldOfWaiting(), agent.state().limitations.length]).toEqual([spell, 1]);
        other.exec('ROLLBACK');
        other.close();
        await holdBefore(desktop, agent, `${CARD} after spell ${spell}`);
        expect(agent.state().limitations).toEqual([]);
      }
      expect(happened().filter((what) => what === 'block deepseek')).toHaveLength(4);
    });

    it('says at its end how many events the disk never took', async () => {
      const desktop = new FakeDesktop();
      const agent = await open({ desktop });
      const other = lock();
      await holdBefore(desktop, agent, CARD);
      await agent.stop();
      other.exec('ROLLBACK');
      other.close();
      expect(words()).toMatch(/^3 events were never taken by the disk and end with this run$/m);
    });
  });

  it('writes and uploads what a disk refused without waiting for the next event', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const collector = new FakeCollector();
    try {
      const desktop = new FakeDesktop();
      const agent = await open({ desktop, settings: { CollectorUrl: await collector.start() } });
      const database = new SqliteDatabase(path('clipward.db'));
      // Like a full disk: new rows are refused, while all else still works.
      database.exec(`CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(FAIL, 'full'); END`);
      desktop.copy(CARD);
      desktop.focus(deepseek);
      await agent.settled();
      await vi.waitFor(() => expect(agent.state().upload).toContain('idle'));
      expect(agent.state().limitations).toHaveLength(1);
      database.exec('DROP TRIGGER full');
      database.close();
      vi.advanceTimersByTime(5000);
      const kinds = (): string[] => [...collector.stored.values()].map(({ kind }) => kind);
      await vi.waitFor(() => expect(kinds()).toContain('interaction'), 5000);
      expect(agent.state().limitations).toEqual([]);
      await agent.stop();
    } finally {
      vi.useRealTimers();
      await collector.close();
    }
  });

  describe('while its settings change', () => {
    const change = async (settings: Record<string, unknown>): Promise<void> => {
      mdm.says = present(settings);
      await managed.refresh();
      await running?.settled();
    };

    it('goes over to another bundle with what is on the clipboard, and back when it is taken away', async () => {
      const strict = { ...loadDefaultBundle(), name: 'strict', policies: [blockAll] };
      writeFileSync(path('strict.json'), JSON.stringify(strict));
      const desktop = new FakeDesktop();
      const agent = await open({ desktop });
      desktop.copy('nothing in it');
      desktop.focus(deepseek);
      await agent.settled();
      expect(desktop.clipboard).toBe('nothing in it');
      await change({ BundleFile: path('strict.json') });
      await expect.poll(() => agent.state().bundle.version).toBe('strict v1');
      await expect.poll(() => desktop.clipboard).toContain('Clipward is keeping');
      await change({});
      await expect.poll(() => agent.state().bundle.version).toBe('built-in v1');
      await expect.poll(() => desktop.clipboard).toBe('nothing in it');
      await agent.stop();
      expect(happened()).toEqual(
        expect.arrayContaining(['bundle-applied', 'settings-changed', 'block deepseek']),
      );
    });

    it('leaves labels out while the integration is off, and gives them to what is copied once it is on', async () => {
      const desktop = new FakeDesktop();
      const agent = await open({ desktop, settings: { IntegrationEnabled: false } });
      desktop.copy(CARD);
      desktop.focus(deepseek);
      await agent.settled();
      await change({});
      await expect.poll(happened).toContain('integration-on');
      await agent.stop();
      const labels = stored().flatMap((event) =>
        event.kind === 'interaction' || event.kind === 'relabel' ? [[event.kind, event.label]] : [],
      );
      expect(labels).toEqual([
        ['interaction', null],
        ['relabel', 'Restricted'],
      ]);
    });

    it('records no more than they allow', async () => {
      const desktop = new FakeDesktop();
      const settings = { RecordSourceApp: false, RecordFingerprint: false, RecordPlainUser: true };
      const agent = await open({ desktop, settings });
      const source = { process: 'gedit' };
      desktop.copy(CARD, { source });
      desktop.focus(deepseek);
      await agent.settled();
      await change({});
      desktop.copy(`${CARD} again`, { source });
      await agent.stop();
      const [private_, open_] = stored().filter((event) => event.kind === 'interaction');
      expect(private_).toMatchObject({ user: 'zoe', source_app: null, fingerprint: null });
      expect(open_).toMatchObject({
        user: expect.stringMatching(/^u-/),
        source_app: 'gedit',
        fingerprint: expect.any(String),
      });
    });

    it('takes no bundle at all while the keys that MDM pins cannot be read', async () => {
      const lenient = { ...loadDefaultBundle(), name: 'open', policies: [] };
      writeFileSync(path('open.json'), JSON.stringify(lenient));
      const settings = { BundleFile: path('open.json') };
      const agent = await open({ settings: { ...settings, BundleKeys: ['ed25519:cut'] } });
      expect(agent.state().bundle.version).toBe('built-in v1');
      expect(agent.state().limitations.join('\n')).toContain('BundleKeys: item 1');
      await change({ ...settings, BundleThreshold: 50 });
      await agent.syncNow();
      expect(agent.state().bundle.version).toBe('built-in v1');
      await change(settings);
      await agent.syncNow();
      expect(agent.state().bundle.version).toBe('open v1');
    });

    it('says what is wrong with them, in its limits and on record', async () => {
      const agent = await open({ settings: { BundleUrl: 'https://it.example.com/bundle.jws' } });
      expect(agent.state().limitations.join()).toContain('pin the keys');
      await change({ RetentionDays: 'for ever' });
      await expect.poll(() => agent.state().limitations.join()).toContain('RetentionDays');
      await agent.stop();
      expect(
        stored().filter((event) => event.kind === 'agent' && event.what === 'settings-problem'),
      ).not.toEqual([]);
    });
  });

  it('counts what was pasted anyway in earlier runs', async () => {
    const adaptive = {
      ...loadDefaultBundle(),
      policies: [
        { ...blockAll, name: 'Enough', priority: 1, when: { overrides: { at_least: 1, hours: 24 } } },
        { ...blockAll, name: 'Ask', action: 'coach', justification: 'none' },
      ],
    };
    writeFileSync(path('adaptive.json'), JSON.stringify(adaptive));
    const settings = { BundleFile: path('adaptive.json') };
    for (const [run, action] of ['coach', 'block'].entries()) {
      const desktop = new FakeDesktop();
      const person = new FakePerson();
      const agent = await open({ desktop, settings, ask: person.ask });
      desktop.copy(`run ${run}`);
      desktop.focus(deepseek);
      await agent.settled();
      expect(
        happened()
          .filter((what) => what.endsWith('deepseek'))
          .at(-1),
      ).toBe(`${action} deepseek`);
      if (action === 'coach') {
        person.answer({ choice: 'proceed' });
        await agent.settled();
      }
      await agent.stop();
    }
  });

  it("takes labels from the company's tenant, by which what is held is judged anew", async () => {
    const desktop = new FakeDesktop();
    let answer: ((labels: LabelsAnswer) => void) | null = null;
    const connectTenant: ConnectTenant = () =>
      ok({ tenantId: TENANT, fetch: () => new Promise((resolve) => (answer = resolve)) });
    const agent = await open({ desktop, connectTenant });
    expect(agent.state().labels).toMatchObject({ kind: 'tenant', count: 0 });
    desktop.copy(CARD);
    desktop.focus(deepseek);
    await agent.settled();
    const restricted = { id: 'guid-r', name: 'Restricted', color: '#d13438', priority: 9, enabled: true };
    await expect.poll(() => answer).not.toBeNull();
    answer!({ kind: 'catalogue', labels: [restricted], path: 'v1.0', etag: null, notes: [], tried: [] });
    await expect.poll(() => agent.state().labels).toMatchObject({ count: 1 });
    await agent.stop();
    expect(stored().filter((event) => event.kind === 'relabel')).toMatchObject([{ label_id: 'guid-r' }]);
    expect(happened()).toContain('labels-changed');
  });

  it("lets one copy past a policy with an admin's code, once", async () => {
    const { publicKey, privateKey: file } = await generateKeyPair();
    const privateKey = parsePrivateKey(file, 'key.json');
    if (!privateKey.ok) throw new Error(privateKey.problem);
    const desktop = new FakeDesktop();
    const agent = await open({ desktop, settings: { OverrideKeys: [publicKey] } });
    const about = {
      issuer: 'help desk',
      reason: 'agreed',
      policies: 'all',
      hours: 1,
      now: Date.now(),
    } as const;
    const code = await issueCode({ ...about, device: agent.state().device }, privateKey.value);
    if (!code.ok) throw new Error(code.problem);
    expect(await agent.override(code.value)).toMatchObject({ ok: false });
    desktop.copy(CARD);
    desktop.focus(deepseek);
    await agent.settled();
    expect(await agent.override(code.value)).toMatchObject({ ok: true });
    expect(desktop.clipboard).toBe(CARD);
    desktop.copy(`${CARD} again`);
    await agent.settled();
    expect(await agent.override(code.value)).toMatchObject({
      problem: expect.stringContaining('used before'),
    });
    await agent.stop();
    expect(happened()).toEqual(expect.arrayContaining(['answer overridden', 'override-refused']));
    const later = await open({ desktop, settings: { OverrideKeys: [publicKey] } });
    desktop.copy(`${CARD} in another run`);
    desktop.focus(deepseek);
    await later.settled();
    expect(await later.override(code.value)).toMatchObject({ ok: false });
  });

  it('shows the limits of the desktop as its own', async () => {
    const desktop = new FakeDesktop();
    desktop.limitations = ['windows cannot be seen'];
    expect((await open({ desktop })).state().limitations).toEqual(['windows cannot be seen']);
    expect(happened()).toContain('started');
  });

  it("gives the desktop's problem when it cannot start", async () => {
    const desktop = new FakeDesktop();
    desktop.startProblem = 'no display';
    await expect(open({ desktop })).rejects.toThrow('no display');
  });
});
