import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Label } from '../../../src/shared/label.ts';
import { ok } from '../../../src/shared/result.ts';
import { fetchLabels, type LabelsAnswer } from '../../../src/sync/labels/graph-labels.ts';
import type { LabelProblem } from '../../../src/sync/labels/label-problem.ts';
import { createLabelSync, type KnownAnswer, type LabelSync } from '../../../src/sync/labels/label-sync.ts';
import { hasContract, loadContract } from '../../fakes/graph-contract.ts';
import { FakeGraph } from '../../fakes/graph.ts';

const HOUR = 3_600_000;
const label = (id: string, name: string): Label => ({
  id,
  name,
  color: '#123456',
  priority: 1,
  enabled: true,
});
const listed = (...names: readonly string[]): LabelsAnswer => ({
  kind: 'catalogue',
  labels: names.map((name) => label(name.toLowerCase(), name)),
  notes: [],
  path: '/v1.0/labels',
  etag: '"e"',
  tried: [],
});
const refused = (kind: LabelProblem['kind'], retryAfterMs?: number): LabelsAnswer => ({
  kind: 'problem',
  problem: {
    kind,
    detail: 'it failed',
    fix: 'mend it',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  },
  tried: [],
});

let folder: string;
let clock: number;
let answers: (LabelsAnswer | Promise<LabelsAnswer> | Error)[];
let known: (KnownAnswer | undefined)[];
/** The wait the loop is in; ended by `pass`. */
let waiting: { readonly ms: number; end(): void } | null;
const running: LabelSync[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipward-label-sync-'));
  clock = Date.parse('2026-11-21T10:00:00.000Z');
  answers = [];
  known = [];
  waiting = null;
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((sync) => sync.stop()));
  rmSync(folder, { recursive: true, force: true });
});

function create(more: { enabled?: boolean; random?: number } = {}) {
  const sync = createLabelSync({
    dataDir: folder,
    tenantId: 'tenant',
    enabled: more.enabled ?? true,
    now: () => new Date(clock),
    random: () => more.random ?? 0.5,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          waiting = null;
          resolve();
        };
        waiting = { ms, end };
        signal.addEventListener('abort', end, { once: true });
      }),
    fetch: async (given, _signal) => {
      known.push(given);
      const answer = answers.shift() ?? listed('Public');
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  running.push(sync);
  return sync;
}
/** Waits until the loop waits, and says for how long. */
const wait = async (): Promise<number> => {
  await expect.poll(() => waiting?.ms ?? null, { interval: 1 }).not.toBeNull();
  return waiting?.ms ?? -1;
};
const pass = async (): Promise<void> => {
  clock += await wait();
  waiting?.end();
};
const namesOf = (sync: LabelSync): string[] => sync.labels().map(({ name }) => name);

describe('labels are kept up to date', () => {
  it.each([
    { random: 0, ms: 0.9 * HOUR },
    { random: 0.5, ms: HOUR },
    { random: 1, ms: 1.1 * HOUR },
  ])('at the start, then every hour give or take a tenth ($ms ms)', async ({ random, ms }) => {
    const sync = create({ random });
    sync.start();
    expect(await wait()).toBe(0);
    await pass();
    await expect.poll(() => known.length).toBe(1);
    await expect.poll(() => waiting?.ms).toBe(ms);
    expect(sync.state()).toMatchObject({
      count: 1,
      nextAttempt: new Date(clock + ms).toISOString(),
      problem: null,
    });
    await pass();
    await expect.poll(() => known).toEqual([undefined, { path: '/v1.0/labels', etag: '"e"' }]);
  });

  it('not at a start soon after the last time', async () => {
    await create().syncNow();
    clock += HOUR / 4;
    const again = create();
    again.start();
    expect(await wait()).toBe(0.75 * HOUR);
    expect(namesOf(again)).toEqual(['Public']);
  });

  it('at once when the clock says that the last time is still to come', async () => {
    await create().syncNow();
    clock -= 2 * HOUR;
    create().start();
    expect(await wait()).toBe(0);
  });

  it('when someone asks, once for all who ask at the same time', async () => {
    const sync = create();
    await Promise.all([sync.syncNow(), sync.syncNow()]);
    expect(known).toHaveLength(1);
    await sync.syncNow();
    expect(known).toHaveLength(2);
  });

  it('and the hour begins anew after someone asked', async () => {
    const sync = create();
    await sync.syncNow();
    sync.start();
    await wait();
    clock += HOUR / 2;
    await sync.syncNow();
    await expect.poll(() => waiting?.ms).toBe(HOUR);
  });
});

describe('after a failure', () => {
  it.each([
    { kind: 'offline', ms: 750 },
    { kind: 'service', ms: 750 },
    { kind: 'permission', ms: 15 * 60_000 * 1.05 },
    { kind: 'sign-in-needed', ms: 15 * 60_000 * 1.05 },
  ] as const)('of kind $kind it is tried again in $ms ms', async ({ kind, ms }) => {
    answers = [refused(kind)];
    const sync = create();
    await sync.syncNow();
    sync.start();
    expect(await wait()).toBe(ms);
  });

  it('waits grow, and are gone after a success', async () => {
    answers = [refused('offline'), refused('offline'), refused('offline')];
    const sync = create();
    const waits: number[] = [];
    await sync.syncNow();
    sync.start();
    for (let round = 0; round < 3; round += 1) {
      waits.push(await wait());
      const before = known.length;
      await pass();
      await expect.poll(() => known.length).toBe(before + 1);
    }
    expect(waits).toEqual([750, 1500, 3000]);
    expect(await wait()).toBe(HOUR);
  });

  it('the service’s wish is kept', async () => {
    answers = [refused('throttled', 120_000)];
    const sync = create();
    await sync.syncNow();
    sync.start();
    expect(await wait()).toBe(120_000 * 1.05);
  });

  it('labels stay, and it is said since when and why', async () => {
    answers = [listed('Public', 'Secret'), refused('permission')];
    const sync = create();
    await sync.syncNow();
    const success = new Date(clock).toISOString();
    clock += HOUR;
    await sync.syncNow();
    expect(namesOf(sync)).toEqual(['Public', 'Secret']);
    expect(sync.state()).toMatchObject({
      lastSuccess: success,
      lastAttempt: new Date(clock).toISOString(),
      problem: { kind: 'permission', detail: 'it failed', fix: 'mend it' },
      count: 2,
    });
  });

  it('even of its own, it goes on', async () => {
    answers = [new Error('a bug')];
    const sync = create();
    await sync.syncNow();
    expect(sync.state().problem?.detail).toBe('unexpected: a bug');
    await sync.syncNow();
    expect(sync.state()).toMatchObject({ problem: null, count: 1 });
  });

  it('of the disk the labels are used, and it is said', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file in the way');
    const sync = create();
    await sync.syncNow();
    expect(namesOf(sync)).toEqual(['Public']);
    expect(sync.state().problem).toMatchObject({
      kind: 'storage',
      detail: expect.stringContaining('cannot be stored'),
    });
  });

  it('what could not be read from disk is said until it is written anew', async () => {
    writeFileSync(join(folder, 'labels.json'), '{');
    const sync = create();
    expect(sync.state().problem).toMatchObject({
      kind: 'storage',
      detail: expect.stringContaining('not JSON'),
    });
    await sync.syncNow();
    expect(sync.state().problem).toBeNull();
  });
});

describe('who listens', () => {
  it('hears of labels that changed, and of nothing else', async () => {
    let heard = 0;
    const sync = create();
    sync.onChange(() => (heard += 1));
    answers = [
      listed('Public'),
      listed('Public'),
      refused('offline'),
      { kind: 'unchanged', path: '', tried: [] },
      listed('Public', 'Secret'),
    ];
    const counts: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      await sync.syncNow();
      counts.push(heard);
    }
    expect(counts).toEqual([1, 1, 1, 1, 2]);
  });
});

describe('the integration switched off', () => {
  it('asks nobody; the stored labels stay but are none for policies', async () => {
    await create().syncNow();
    const sync = create({ enabled: false });
    sync.start();
    await sync.syncNow();
    expect(known).toHaveLength(1);
    expect(waiting).toBeNull();
    expect(namesOf(sync)).toEqual([]);
    expect(sync.catalogue().labels).toHaveLength(1);
    expect(sync.state()).toMatchObject({ enabled: false, count: 1, nextAttempt: null });
  });

  it('and on again asks at once; those who listen hear of both', async () => {
    const heard: string[][] = [];
    const sync = create();
    sync.onChange(() => heard.push(namesOf(sync)));
    await sync.syncNow();
    sync.start();
    await wait();
    sync.setEnabled(false);
    await expect.poll(() => waiting).toBeNull();
    sync.setEnabled(true);
    await expect.poll(() => known.length).toBe(2);
    expect(await wait()).toBe(HOUR);
    expect(heard).toEqual([['Public'], [], ['Public']]);
  });

  it('does not take an answer that was asked for before', async () => {
    const late = Promise.withResolvers<LabelsAnswer>();
    answers = [late.promise];
    const sync = create();
    const asking = sync.syncNow();
    sync.setEnabled(false);
    late.resolve(listed('Public'));
    await asking;
    expect(sync.state()).toMatchObject({ count: 0, lastAttempt: null });
  });
});

it('stopping does not wait for a tenant that never answers', async () => {
  const sync = create();
  answers = [new Promise<LabelsAnswer>(() => undefined)];
  const asking = sync.syncNow();
  await expect.poll(() => known.length).toBe(1);
  await Promise.all([sync.stop(), asking]);
  expect(sync.state().lastAttempt).toBe(null);
});

it('stopping ends the wait, and what comes after it is not taken', async () => {
  const late = Promise.withResolvers<LabelsAnswer>();
  const sync = create();
  sync.start();
  await pass();
  await expect.poll(() => sync.state().count).toBe(1);
  answers = [late.promise];
  const asking = sync.syncNow();
  const stopped = sync.stop();
  late.resolve(listed('Public', 'Secret'));
  await Promise.all([asking, stopped]);
  expect(sync.catalogue().labels).toHaveLength(1);
});

it('a restart without network has the labels of the tenant', async () => {
  const graph = new FakeGraph(hasContract ? await loadContract() : null);
  const origin = await graph.start();
  graph.setTenant('token', [{ id: 'A', name: 'Public', priority: 0 }]);
  const connect = () => {
    const sync = createLabelSync({
      dataDir: folder,
      tenantId: 'tenant',
      enabled: true,
      sleep: () => new Promise(() => undefined),
      fetch: (given, signal) =>
        fetchLabels(
          { origin, getToken: async () => ok('token'), sleep: async () => undefined },
          {
            access: 'application',
            tenantId: 'tenant',
            signal,
            ...(given === undefined ? {} : { known: given }),
          },
        ),
    });
    return sync;
  };
  await connect().syncNow();
  await graph.close();
  const again = connect();
  expect(namesOf(again)).toEqual(['Public']);
  await again.syncNow();
  expect(again.state()).toMatchObject({ count: 1, problem: { kind: 'offline' } });
  expect(namesOf(again)).toEqual(['Public']);
  expect(graph.problems).toEqual([]);
});
