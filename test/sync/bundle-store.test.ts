import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  emptyState,
  openBundleStore,
  withQuarantined,
  type BundleStore,
  type Quarantined,
} from '../../src/sync/bundle-store.ts';
import { NOW } from '../fakes/signed-bundles.ts';
import { storedBundle, textOfVersion } from '../fakes/stored-bundles.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';

const open = (dataDir: string): Promise<BundleStore> => openBundleStore(dataDir, () => NOW);
const program = join(import.meta.dirname, 'adopt-forever.ts');
const versionIn = async (store: BundleStore, file: string): Promise<number> => {
  const text = await store.readText(file);
  if (!text.ok) throw new Error(text.problem);
  return (JSON.parse(text.value) as { version: number }).version;
};

async function keep(store: BundleStore, version: number): Promise<void> {
  const kept = await store.keepText(textOfVersion(version));
  if (!kept.ok) throw new Error(kept.problem);
  const saved = await store.save({
    current: storedBundle(version, kept.value),
    previous: store.state.current,
  });
  expect(saved).toEqual({ ok: true, value: undefined });
}

describe('the store of bundles', () => {
  it('is empty at first, and after a restart what was saved', async () => {
    const dataDir = temporaryFolder();
    const store = await open(dataDir);
    expect([store.state, store.problem]).toEqual([emptyState, null]);
    await keep(store, 5);
    await store.save({ answered: NOW.toISOString() });
    const again = await open(dataDir);
    expect(again.state).toEqual({
      ...emptyState,
      current: storedBundle(5, again.state.current?.file ?? ''),
      answered: NOW.toISOString(),
    });
    expect(await versionIn(again, again.state.current?.file ?? '')).toBe(5);
  });

  it('keeps the current text and the one before, and nothing else', async () => {
    const dataDir = temporaryFolder();
    const store = await open(dataDir);
    for (const version of [5, 6, 7]) await keep(store, version);
    writeFileSync(
      join(dataDir, 'bundle', `${'0'.repeat(32)}.bundle.new`),
      'half a text of a run that was killed',
    );
    await keep(store, 8);
    expect(new Set(readdirSync(join(dataDir, 'bundle')))).toEqual(
      new Set([store.state.current?.file, store.state.previous?.file, 'state.json']),
    );
  });

  it('saves changes in the order they were made, also when nobody waits for them', async () => {
    const dataDir = temporaryFolder();
    const store = await open(dataDir);
    const days = Array.from(
      { length: 20 },
      (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}T08:00:00.000Z`,
    );
    await Promise.all(days.map((answered) => store.save({ answered })));
    expect((await open(dataDir)).state.answered).toBe(days.at(-1));
  });

  it('says what cannot be written, and goes on in memory', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'bundle'), 'a file where the folder should be');
    const store = await open(dataDir);
    expect(await store.keepText('text')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('cannot be written'),
    });
    expect(await store.save({ answered: NOW.toISOString() })).toMatchObject({ ok: false });
    expect(store.state.answered).toBe(NOW.toISOString());
  });

  it('remembers the last fifty bundles that were given up', () => {
    const given = (version: number): Quarantined => ({
      digest: String(version).padStart(64, '0'),
      name: 'acme',
      version,
      at: NOW.toISOString(),
    });
    let list: Quarantined[] = [];
    for (let version = 0; version < 60; version += 1) list = withQuarantined(list, given(version));
    expect([list.length, list[0]?.version, list.at(-1)?.version]).toEqual([50, 10, 59]);
    expect(withQuarantined(list, given(20))).toHaveLength(50);
  });
});

/** Ends the program when it has stored so many bundles, at whatever it is doing then. Gives the last version it told. */
async function killAfter(count: number, dataDir: string, first: number): Promise<number> {
  const child = spawn(process.execPath, [program, dataDir, String(first), '200000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    if (output.split('\n').length > count) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return Number(output.trimEnd().split('\n').at(-1));
}

describe('a process that is killed while it stores bundles', () => {
  it('leaves a whole current bundle each time: the last one it told of, or the next', async () => {
    const dataDir = temporaryFolder();
    let told = 0;
    for (let round = 0; round < 8; round += 1) {
      told = await killAfter(1 + Math.floor(Math.random() * 12), dataDir, told + 2);
      const { state, problem, ...store } = await open(dataDir);
      expect(problem).toBeNull();
      const { current, previous } = state;
      expect([told, told + 1]).toContain(current?.facts.version);
      for (const kept of [current, previous]) {
        if (kept !== null)
          expect(await versionIn({ state, problem, ...store }, kept.file)).toBe(kept.facts.version);
      }
    }
  }, 60_000);

  it.runIf(process.platform !== 'win32')(
    'because the disk is full has the last bundle that was taken',
    async () => {
      const dataDir = temporaryFolder();
      // A limit on file size is what a full disk looks like, and needs no disk to fill.
      const command = `ulimit -f 100; exec "$0" "$@"`;
      const first = await open(dataDir);
      await keep(first, 5);
      const output = execFileSync(
        'bash',
        ['-c', command, process.execPath, program, dataDir, '6', '300000'],
        {
          encoding: 'utf8',
        },
      );
      expect(output).toMatch(/^problem .*\.bundle: cannot be written/);
      const store = await open(dataDir);
      expect(store.state.current?.facts.version).toBe(5);
      expect(await versionIn(store, store.state.current?.file ?? '')).toBe(5);
    },
  );
});
