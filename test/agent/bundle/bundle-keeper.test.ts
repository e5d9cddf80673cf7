import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BundleSettings } from '../../../src/agent/bundle/bundle-admission.ts';
import type { Fetched, BundleSource } from '../../../src/sync/bundle-sources.ts';
import { fileSource, inlineSource } from '../../../src/sync/bundle-sources.ts';
import { failed } from '../../../src/shared/result.ts';
import { prepareHere, startDevice, type Device, type DeviceOptions } from '../../fakes/bundle-device.ts';
import { bundleText, EXPIRES, newSigner, NOW, pinned, signedText } from '../../fakes/signed-bundles.ts';
import { temporaryFolder } from '../../fakes/temporary-folder.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PROVED_MS = 10 * 60_000;
const [alice, bob] = [await newSigner(), await newSigner()];
const version = (number: number, fields: Record<string, unknown> = {}): Promise<string> =>
  signedText(bundleText({ version: number, ...fields }), alice);
const [v5, v6, v7] = [await version(5), await version(6), await version(7)];

/** A source that says what it is told to, and remembers what it was asked. */
class ScriptedSource implements BundleSource {
  readonly name = 'it.example.com/clipward.jws';
  readonly local: boolean;
  readonly asked: (string | null)[] = [];
  next: Fetched;
  constructor(next: Fetched | string, local = true) {
    this.local = local;
    this.next = typeof next === 'string' ? textOf(next) : next;
  }
  offer(text: string): void {
    this.next = textOf(text);
  }
  fetch = async (tag: string | null): Promise<Fetched> => {
    this.asked.push(tag);
    return this.next.kind === 'text' && tag !== null && tag === this.next.tag
      ? { kind: 'unchanged' }
      : this.next;
  };
}
const textOf = (text: string): Fetched => ({
  kind: 'text',
  text,
  tag: createHash('sha256').update(text).digest('hex'),
});
const unreachable = (retryAfterMs?: number): Fetched => ({
  kind: 'problem',
  problem: {
    kind: 'unreachable',
    detail: 'it.example.com: answered 503',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  },
});

const device = (
  dataDir: string,
  source: BundleSource | null,
  change: Partial<DeviceOptions> = {},
): Promise<Device> =>
  startDevice({
    dataDir,
    settings: { trust: pinned(alice) },
    sources: source === null ? [] : [source],
    ...change,
  });
const inForce = ({ keeper }: Device): string => keeper.state().version;
const kinds = ({ events }: Device): string[] => events.map((event) => event.split(':')[0] ?? '');
const stateFile = (dataDir: string): string => join(dataDir, 'bundle', 'state.json');
const keptTexts = (dataDir: string): string[] =>
  readdirSync(join(dataDir, 'bundle')).filter((name) => name.endsWith('.bundle'));

describe('the bundle in force', () => {
  it('is the built-in one where there are no sources, whatever is on disk', async () => {
    const dataDir = temporaryFolder();
    await (await device(dataDir, new ScriptedSource(v5))).stop();
    const without = await device(dataDir, null);
    expect(inForce(without)).toBe('built-in v1');
    expect(without.keeper.state().warnings).toEqual([]);
    await without.stop();
  });

  it('is the one a local source offers as soon as the start is over', async () => {
    const running = await device(temporaryFolder(), new ScriptedSource(v5));
    expect(running.keeper.state()).toMatchObject({
      version: 'acme v5',
      source: 'it.example.com/clipward.jws',
      signedBy: [alice.keyId],
      expires: EXPIRES,
      lastAnswer: NOW.toISOString(),
      problems: [],
      warnings: [],
    });
    expect(running.events).toEqual([
      expect.stringMatching(/^bundle-applied: "acme" v5 from it\.example\.com/),
    ]);
    await running.stop();
  });

  it('is the last good one after a restart without any answer', async () => {
    const dataDir = temporaryFolder();
    await (await device(dataDir, new ScriptedSource(v5))).stop();
    const again = await device(dataDir, new ScriptedSource(unreachable()));
    expect(inForce(again)).toBe('acme v5');
    expect(again.keeper.state().problems).toEqual(['it.example.com: answered 503']);
    await again.stop();
  });

  it('changes to a newer one while the agent runs: ready first, the old one ended last', async () => {
    const source = new ScriptedSource(v5);
    const running = await device(temporaryFolder(), source);
    const seen: string[] = [];
    running.keeper.onChange(() => seen.push(`${inForce(running)} of ${running.alive.size}`));
    source.offer(v6);
    await running.keeper.check();
    expect(seen).toEqual(['acme v6 of 2']);
    expect(running.alive.size).toBe(1);
    await running.stop();
    expect(running.alive.size).toBe(0);
  });

  it.each([
    ['an older one', async () => version(4), 'older'],
    [
      'one whose own case fails',
      async () =>
        version(6, { tests: [{ name: 'c', text: '', platform: 'deepseek', expect: { action: 'block' } }] }),
      'expected block',
    ],
    ['one signed by a stranger', async () => signedText(bundleText({ version: 6 }), bob), 'signed by 0'],
    ['no bundle at all', async () => 'hello', 'not signed'],
  ])('stays when %s comes, which is recorded and told once', async (_, make, says) => {
    const source = new ScriptedSource(v5);
    const running = await device(temporaryFolder(), source);
    source.offer(await make());
    for (let round = 0; round < 3; round += 1) await running.keeper.check();
    expect(inForce(running)).toBe('acme v5');
    expect(kinds(running)).toEqual(['bundle-applied', 'bundle-refused']);
    expect(running.told).toEqual([expect.stringContaining(says)]);
    expect(running.keeper.state().problems).toEqual([expect.stringContaining(says)]);
    expect(running.alive.size).toBe(1);
    source.offer(v6);
    await running.keeper.check();
    expect(running.keeper.state()).toMatchObject({ version: 'acme v6', problems: [] });
    await running.stop();
  });

  it('stays when a newer one is for other devices, and that is no problem', async () => {
    const source = new ScriptedSource(v5);
    const running = await device(temporaryFolder(), source);
    source.offer(await version(6, { rollout: { rings: ['pilot'] } }));
    await running.keeper.check();
    expect(running.keeper.state()).toMatchObject({ version: 'acme v5', problems: [] });
    expect([kinds(running), running.told]).toEqual([['bundle-applied'], []]);
    await running.stop();
  });

  it('is taken when the ring of the device changes, though the source has nothing new', async () => {
    const source = new ScriptedSource(await version(6, { rollout: { rings: ['pilot'] } }));
    let ring: string | null = null;
    const settings: BundleSettings = {
      trust: pinned(alice),
      tenant: null,
      epoch: 0,
      bucket: 0,
      get ring() {
        return ring;
      },
    };
    const running = await device(temporaryFolder(), source, { settingsNow: () => ({ ...settings }) });
    expect(inForce(running)).toBe('built-in v1');
    ring = 'pilot';
    await running.keeper.check();
    expect(inForce(running)).toBe('acme v6');
    await running.stop();
  });

  it('is not fetched again while nothing has changed, also after a restart', async () => {
    const dataDir = temporaryFolder();
    const source = new ScriptedSource(v5);
    const running = await device(dataDir, source);
    await running.keeper.check();
    await running.stop();
    const again = await device(dataDir, source);
    expect(source.asked[0]).toBeNull();
    expect(source.asked.slice(1).every((tag) => tag !== null)).toBe(true);
    await again.stop();
  });

  it('comes back when the settings come back, though its source has nothing newer since', async () => {
    const dataDir = temporaryFolder();
    const managed = new ScriptedSource(v6, false);
    const lab = fileSource(join(dataDir, 'lab.json'));
    writeFileSync(join(dataDir, 'lab.json'), bundleText({ version: 1 }));
    let [trust, sources]: [BundleSettings['trust'], BundleSource[]] = [pinned(alice), [managed]];
    const running = await device(dataDir, null, {
      settingsNow: () => ({ trust, tenant: null, epoch: 0, ring: null, bucket: 0 }),
      sourcesNow: () => sources,
    });
    const after = async (change: () => void): Promise<string> => {
      change();
      await running.keeper.check();
      return inForce(running);
    };
    expect(await after(() => undefined)).toBe('acme v6');
    expect(await after(() => ([trust, sources] = [{ kind: 'unsigned-allowed' }, [lab]]))).toBe('acme v1');
    expect(await after(() => ([trust, sources] = [pinned(alice), [managed]]))).toBe('acme v6');
    await running.stop();
  });

  it('is not said to be waited for since long when only the clock was ahead before', async () => {
    const dataDir = temporaryFolder();
    const silent = new ScriptedSource(unreachable());
    const ahead = new Date(NOW.getTime() + 249 * DAY_MS);
    await (await device(dataDir, silent, { now: () => ahead })).stop();
    const running = await device(dataDir, silent);
    expect(running.keeper.state().warnings).toEqual([
      'no bundle of the company is in force, but the built-in one',
      expect.stringContaining('the clock is 249 days behind a time that was seen before'),
    ]);
    await running.stop();
  });

  it('is enforced though the disk does not take it, until the next restart', async () => {
    const dataDir = temporaryFolder();
    const source = new ScriptedSource(v5);
    const running = await device(dataDir, source);
    rmSync(join(dataDir, 'bundle'), { recursive: true });
    writeFileSync(join(dataDir, 'bundle'), 'a file where a folder was');
    source.offer(v6);
    await running.keeper.check();
    expect(inForce(running)).toBe('acme v6');
    expect(running.told).toContainEqual(expect.stringContaining('until the next restart only'));
    await running.stop();
  });

  it('keeps the text with the newest signatures when it comes signed anew', async () => {
    const dataDir = temporaryFolder();
    const source = new ScriptedSource(v5);
    const running = await device(dataDir, source, { settings: { trust: pinned(alice, bob) } });
    source.offer(await signedText(bundleText({ version: 5 }), bob));
    await running.keeper.check();
    expect(kinds(running)).toEqual(['bundle-applied']);
    await running.stop();
    const rotated = await device(dataDir, new ScriptedSource(unreachable()), {
      settings: { trust: pinned(bob) },
    });
    expect(rotated.keeper.state()).toMatchObject({ version: 'acme v5', signedBy: [bob.keyId] });
    await rotated.stop();
  });

  it('is not signed in a lab: any change of the file is taken, and forgotten with the file', async () => {
    const dataDir = temporaryFolder();
    const path = join(dataDir, 'bundle.json');
    const lab: Partial<DeviceOptions> = { settings: { trust: { kind: 'unsigned-allowed' } } };
    writeFileSync(path, bundleText({ version: 5 }));
    const running = await device(dataDir, fileSource(path), lab);
    expect(running.keeper.state()).toMatchObject({ version: 'acme v5', signedBy: [] });
    writeFileSync(path, bundleText({ version: 3, contact: 'it@acme.example' }));
    await running.keeper.check();
    expect(inForce(running)).toBe('acme v3');
    await running.stop();
    const other = await device(dataDir, fileSource(`${path}.other`), lab);
    expect(inForce(other)).toBe('built-in v1');
    await other.stop();
  });
});

describe('after crashes', () => {
  /** v5 is good; v6 is in force and not proved. */
  async function underNew(dataDir: string, source: ScriptedSource): Promise<void> {
    source.offer(v5);
    await (await device(dataDir, source)).stop();
    source.offer(v6);
    await (await device(dataDir, source)).crash();
  }

  it('a new bundle gets a second chance', async () => {
    const [dataDir, source] = [temporaryFolder(), new ScriptedSource(v5)];
    await underNew(dataDir, source);
    const second = await device(dataDir, source);
    expect(inForce(second)).toBe('acme v6');
    await second.stop();
    const third = await device(dataDir, source);
    expect([inForce(third), third.store.state.current]).toMatchObject(['acme v6', { proved: true }]);
    await third.stop();
  });

  it('a new bundle is given up after the second one, for good, and the one before is back', async () => {
    const [dataDir, source] = [temporaryFolder(), new ScriptedSource(v5)];
    await underNew(dataDir, source);
    await (await device(dataDir, source)).crash();
    const third = await device(dataDir, source);
    expect(third.keeper.state()).toMatchObject({ version: 'acme v5', quarantined: ['"acme" v6'] });
    expect(third.events[0]).toBe(
      'bundle-reverted: "acme" v6 was given up: the agent ended badly 2 times under it; "acme" v5 takes its place',
    );
    await third.keeper.check();
    expect([inForce(third), third.keeper.state().problems]).toEqual([
      'acme v5',
      [expect.stringContaining('given up on this device')],
    ]);
    await third.crash();
    const fourth = await device(dataDir, source);
    expect(inForce(fourth)).toBe('acme v5');
    source.offer(v7);
    await fourth.keeper.check();
    expect(inForce(fourth)).toBe('acme v7');
    await fourth.stop();
  });

  it('a first bundle is given up for the built-in one', async () => {
    const [dataDir, source] = [temporaryFolder(), new ScriptedSource(v5)];
    await (await device(dataDir, source)).crash();
    await (await device(dataDir, source)).crash();
    const third = await device(dataDir, source);
    expect(third.keeper.state()).toMatchObject({ version: 'built-in v1', quarantined: ['"acme" v5'] });
    await third.stop();
  });

  it('a bundle that ran for ten minutes is not given up, however often the agent crashes then', async () => {
    const [dataDir, source] = [temporaryFolder(), new ScriptedSource(v5)];
    await underNew(dataDir, source);
    const proving = await device(dataDir, source);
    await proving.pass(PROVED_MS);
    await expect.poll(() => proving.store.state.current?.proved).toBe(true);
    await proving.crash();
    for (let round = 0; round < 4; round += 1) await (await device(dataDir, source)).crash();
    const last = await device(dataDir, source);
    expect(inForce(last)).toBe('acme v6');
    await last.stop();
  });

  it('the time of an earlier bundle does not prove a later one', async () => {
    const source = new ScriptedSource(v5);
    const running = await device(temporaryFolder(), source);
    source.offer(v6);
    await running.keeper.check();
    expect(running.waits().filter((ms) => ms === PROVED_MS)).toHaveLength(1);
    await running.stop();
  });

  it('a bundle that is not proved is not what is gone back to', async () => {
    const [dataDir, source] = [temporaryFolder(), new ScriptedSource(v5)];
    await underNew(dataDir, source);
    const second = await device(dataDir, source);
    source.offer(v7);
    await second.keeper.check();
    await second.crash();
    await (await device(dataDir, source)).crash();
    const last = await device(dataDir, source);
    expect(inForce(last)).toBe('acme v5');
    await last.stop();
  });

  it('a bundle that kills or hangs the thread that tries it leaves the one before in force', async () => {
    const dataDir = temporaryFolder();
    const source = new ScriptedSource(v5);
    await (await device(dataDir, source)).stop();
    source.offer(v6);
    const here = prepareHere();
    let kind: 'crashed' | 'too-slow' = 'crashed';
    const running = await device(dataDir, source, {
      prepare: async (candidate) =>
        candidate.admission.arrival === 'stored'
          ? here(candidate)
          : failed({ kind, detail: `${candidate.where}: ${kind}` }),
    });
    kind = 'too-slow';
    await running.keeper.check();
    expect(running.keeper.state()).toMatchObject({
      version: 'acme v5',
      problems: [expect.stringContaining('too-slow')],
    });
    expect(kinds(running)).toEqual(['bundle-refused', 'bundle-refused']);
    await running.stop();
  });

  it('a bug while a bundle is tried is told, and ends neither the keeper nor what is in force', async () => {
    const source = new ScriptedSource(v5);
    const running = await device(temporaryFolder(), source, {
      prepare: () => Promise.reject(new Error('a bug')),
    });
    expect(inForce(running)).toBe('built-in v1');
    expect(running.told).toContainEqual(expect.stringContaining('internal error'));
    await running.keeper.check();
    await running.stop();
  });
});

describe('asking the sources', () => {
  it.each<[string, Fetched | string, readonly number[]]>([
    ['about each hour when they answer', v5, [HOUR_MS, HOUR_MS]],
    ['sooner, then less and less, when they do not', unreachable(), [750, 1500, 3000]],
    ['not before a server wants to be asked', unreachable(120_000), [126_000, 126_000]],
    ['about each hour when what they offer is refused', 'hello', [HOUR_MS, HOUR_MS]],
  ])('happens again %s', async (_, next, expected) => {
    const running = await device(temporaryFolder(), new ScriptedSource(next, false));
    const waited: number[] = [];
    for (const ms of expected) {
      await expect.poll(() => running.waits().filter((wait) => wait !== PROVED_MS)).toHaveLength(1);
      waited.push(...running.waits().filter((wait) => wait !== PROVED_MS));
      await running.pass(ms);
    }
    expect(waited).toEqual(expected);
    await running.stop();
  });

  it('now waits for the round that is under way, and then asks once, whoever else wants to know', async () => {
    const source = new ScriptedSource(v5);
    const running = await device(temporaryFolder(), source);
    await expect.poll(() => running.waits()).toContain(HOUR_MS);
    const before = source.asked.length;
    const first = running.keeper.check();
    await Promise.resolve();
    await Promise.all([first, running.keeper.check(), running.keeper.check()]);
    expect(source.asked).toHaveLength(before + 2);
    await running.stop();
  });

  it('ends with stop, at once: what is still being made ready is ended and never enforced', async () => {
    const dataDir = temporaryFolder();
    const source = new ScriptedSource(v5);
    const gate = Promise.withResolvers<void>();
    const alive = new Set<string>();
    const here = prepareHere(alive);
    const running = await device(dataDir, source, {
      prepare: async (candidate) => {
        const ready = await here(candidate);
        if (ready.ok && ready.value.facts?.version === 6) await gate.promise;
        return ready;
      },
    });
    source.offer(v6);
    const checking = running.keeper.check();
    await expect.poll(() => alive.size).toBe(2);
    await Promise.all([checking, running.stop()]);
    expect(alive.size).toBe(1);
    gate.resolve();
    await expect.poll(() => alive.size).toBe(0);
    const again = await device(dataDir, new ScriptedSource(unreachable()));
    expect(inForce(again)).toBe('acme v5');
    await again.stop();
  });

  it('asks several sources and enforces the newest of what they offer', async () => {
    const running = await startDevice({
      dataDir: temporaryFolder(),
      settings: { trust: pinned(alice) },
      sources: [inlineSource([v5.slice(0, 1000), v5.slice(1000)]), new ScriptedSource(v6)],
    });
    expect(inForce(running)).toBe('acme v6');
    await running.stop();
  });
});

describe('what status says', () => {
  const later =
    (days: number): (() => Date) =>
    () =>
      new Date(NOW.getTime() + days * DAY_MS);
  const expiry = (Date.parse(EXPIRES) - NOW.getTime()) / DAY_MS;
  it.each<[string, number, readonly string[]]>([
    ['nothing while all is well', 1, []],
    [
      'how many days are left',
      expiry - 3,
      ['the bundle expires in 3 days (2026-06-01T08:00:00Z); issue a newer one', 'no bundle source'],
    ],
    ['that the last day has begun', expiry - 0.5, ['the bundle expires in 12 hours', 'no bundle source']],
    [
      'that it has expired and is still enforced',
      expiry + 1,
      ['the bundle expired on 2026-06-01T08:00:00Z and is still enforced', 'no bundle source'],
    ],
    [
      'that no source has answered for a week',
      8,
      ['no bundle source has answered as it should since 2026-03-08T08:00:00.000Z (8 days)'],
    ],
  ])('of time: %s', async (_, days, says) => {
    const dataDir = temporaryFolder();
    await (await device(dataDir, new ScriptedSource(v5))).stop();
    const running = await device(dataDir, new ScriptedSource(unreachable()), { now: later(days) });
    const { version: name, warnings } = running.keeper.state();
    expect(name).toBe('acme v5');
    expect(warnings.map((line, index) => line.slice(0, says[index]?.length))).toEqual(says);
    await running.stop();
  });

  it('that the built-in bundle is in force though there is a source', async () => {
    const running = await device(temporaryFolder(), new ScriptedSource(unreachable()));
    expect(running.keeper.state().warnings).toEqual([
      'no bundle of the company is in force, but the built-in one',
    ]);
    await running.stop();
  });
});

describe('the bundles on disk', () => {
  it.skipIf(process.platform === 'win32')('are readable by the agent alone', async () => {
    const dataDir = temporaryFolder();
    await (await device(dataDir, new ScriptedSource(v5))).stop();
    const modes = [
      stateFile(dataDir),
      ...keptTexts(dataDir).map((file) => join(dataDir, 'bundle', file)),
    ].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600]);
  });

  it('are two at most: the current one and the one before', async () => {
    const [dataDir, source] = [temporaryFolder(), new ScriptedSource(v5)];
    const running = await device(dataDir, source);
    for (const text of [v6, v7, await version(8)]) {
      source.offer(text);
      await running.keeper.check();
    }
    expect(keptTexts(dataDir)).toHaveLength(2);
    await running.stop();
  });

  it.each<[string, (file: string, dataDir: string) => void]>([
    ['is gone', (file) => rmSync(file)],
    ['was cut', (file) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 500))],
    ['was emptied', (file) => writeFileSync(file, '')],
    ['is another good bundle', (file) => writeFileSync(file, v5)],
  ])('are gone back from when the current text %s', async (_, damage) => {
    const [dataDir, source] = [temporaryFolder(), new ScriptedSource(v5)];
    await (await device(dataDir, source)).stop();
    source.offer(v6);
    await (await device(dataDir, source)).stop();
    const state = JSON.parse(readFileSync(stateFile(dataDir), 'utf8')) as { current: { file: string } };
    damage(join(dataDir, 'bundle', state.current.file), dataDir);
    const damaged = await device(dataDir, new ScriptedSource(unreachable()));
    expect(inForce(damaged)).toBe('acme v5');
    expect(kinds(damaged)).toEqual(['bundle-refused', 'bundle-reverted']);
    await damaged.stop();
    const mended = await device(dataDir, source);
    expect(inForce(mended)).toBe('acme v6');
    await mended.stop();
  });

  it('that cannot be read leave the built-in one in force', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'bundle'), 'a file where the folder should be');
    const running = await device(dataDir, new ScriptedSource(unreachable()));
    expect(inForce(running)).toBe('built-in v1');
    expect(running.told[0]).toContain('state.json: cannot be read');
    await running.stop();
  });

  it('are found again when the state that named them is gone, if they are signed', async () => {
    const dataDir = temporaryFolder();
    await (await device(dataDir, new ScriptedSource(v5))).stop();
    rmSync(stateFile(dataDir));
    const running = await device(dataDir, new ScriptedSource(unreachable()));
    expect(inForce(running)).toBe('acme v5');
    await running.stop();
    const again = await device(dataDir, new ScriptedSource(unreachable()));
    expect(inForce(again)).toBe('acme v5');
    await again.stop();
  });

  it.each([
    ['is no JSON', 'hello'],
    ['is cut', '{"version":1,'],
    ['is of another version', '{"version":2}'],
    ['names a file elsewhere', '{"version":1,"current":{"file":"../../etc/passwd"}}'],
    ['is far too large', ' '.repeat(2 * 1024 * 1024)],
  ])('have a state that is set aside when it %s', async (_, content) => {
    const dataDir = temporaryFolder();
    await (await device(dataDir, new ScriptedSource(v5))).stop();
    writeFileSync(stateFile(dataDir), content);
    const running = await device(dataDir, new ScriptedSource(unreachable()));
    expect(inForce(running)).toBe('acme v5');
    expect(running.told[0]).toMatch(/state\.json.*kept as .*state\.json\.broken-/);
    await running.stop();
  });
});
