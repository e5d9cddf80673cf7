import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditLog } from '../../src/audit/audit-log.ts';
import type { DeliveryState } from '../../src/audit/delivery.ts';
import { createCollector, type Send } from '../../src/sync/collector.ts';
import type { Sleep } from '../../src/sync/sleep.ts';
import { createUploader, type Uploader, type UploaderOptions } from '../../src/sync/uploader.ts';
import { appendMany, newFolder, openLog, START, valueOf } from '../fakes/audit-samples.ts';
import { FakeCollector, type Fault } from '../fakes/collector.ts';

let server: FakeCollector;
let send: Send;
let log: AuditLog;
let dataDir: string;
let uploader: Uploader | null;

beforeEach(async () => {
  server = new FakeCollector();
  send = valueOf(createCollector({ url: await server.start() })).send;
  dataDir = newFolder();
  log = openLog(dataDir).log;
  uploader = null;
});
afterEach(async () => {
  server.release();
  await uploader?.stop();
  log.close();
  await server.close();
});

/** Waits pass at once and are written down. */
class Waits {
  readonly ms: number[] = [];
  readonly sleep: Sleep = async (ms) => {
    this.ms.push(ms);
    await Promise.resolve();
  };
}

function newUploader(more: Partial<UploaderOptions> = {}): Uploader {
  uploader = createUploader({
    log,
    destinationName: 'collector',
    send,
    now: () => START,
    random: () => 1,
    ...more,
  });
  return uploader;
}

const delivery = (): DeliveryState => valueOf(log.delivery('collector').state());

async function allDelivered(): Promise<void> {
  await expect.poll(() => valueOf(log.stats()).deliveries[0]?.undelivered, { timeout: 20_000 }).toBe(0);
}

/** Nothing lost, nothing twice, nothing malformed. */
function expectStored(events: readonly { readonly event_id: string }[]): void {
  expect(server.problems).toEqual([]);
  expect(server.twice).toEqual([]);
  expect([...server.stored.keys()]).toEqual(events.map((event) => event.event_id));
}

describe('the uploader', () => {
  it('delivers what is there at the start, in batches, and what comes later', async () => {
    const early = appendMany(log, 450);
    newUploader().start();
    await allDelivered();
    const late = appendMany(log, 3);
    uploader?.wake();
    await allDelivered();
    expectStored([...early, ...late]);
    expect(server.requests.map(({ events }) => events)).toEqual([200, 200, 50, 3]);
    await expect.poll(() => uploader?.state().phase).toBe('idle');
  });

  it('keeps a batch below 512 KiB', async () => {
    const events = appendMany(log, 199);
    const [one] = valueOf(log.events({ after: 0 })).events;
    server.maxBytes = 512 * 1024;
    const large: Send = (batch, signal) => {
      expect(batch.events.length * (one?.bytes ?? 0)).toBeLessThanOrEqual(512 * 1024);
      return send(batch, signal);
    };
    expect(await newUploader({ send: large }).flush()).toEqual({ kind: 'empty', delivered: 199 });
    expectStored(events);
  });

  const status = (code: number, headers: Record<string, string> = {}): Fault => ({
    kind: 'status',
    status: code,
    headers,
  });
  const faults: readonly (readonly [name: string, faults: readonly Fault[], waits: readonly number[]])[] = [
    ['an error of the server', [status(500), status(502), status(503)], [1000, 2000, 4000]],
    ['a wish to wait', [status(503, { 'retry-after': '30' })], [33_000]],
    ['too many requests', [status(429, { 'retry-after': '0' })], [1100]],
    ['a connection cut in the middle', [{ kind: 'cut' }, { kind: 'cut' }], [1000, 2000]],
    [
      'an answer lost after storing',
      [{ kind: 'accept-then-drop' }, { kind: 'accept-then-drop' }],
      [1000, 2000],
    ],
    ['a refusal that someone then mends', [status(403)], [990_000]],
    [
      'all of it',
      [{ kind: 'cut' }, status(500), { kind: 'accept-then-drop' }, status(429)],
      [1000, 2000, 4000, 8000],
    ],
  ];
  it.each(faults)('loses nothing and sends nothing twice through %s', async (_name, script, waited) => {
    const events = appendMany(log, 250);
    server.script(...script);
    const waits = new Waits();
    newUploader({ sleep: waits.sleep }).start();
    await allDelivered();
    expectStored(events);
    expect(waits.ms).toEqual(waited);
    expect(delivery()).toMatchObject({ acked_seq: 250, sending_to_seq: null, last_error: null, skipped: 0 });
  });

  it('repeats a batch whose answer was lost under the same key', async () => {
    appendMany(log, 5);
    server.script({ kind: 'accept-then-drop' });
    const both = newUploader();
    expect(await both.flush()).toMatchObject({ kind: 'retry', delivered: 0 });
    expect(delivery()).toMatchObject({
      sending_to_seq: 5,
      last_error: expect.stringContaining('could not be reached'),
    });
    appendMany(log, 5);
    expect(await both.flush()).toEqual({ kind: 'empty', delivered: 10 });
    expect(server.requests.map(({ events }) => events)).toEqual([5, 5, 5]);
    expect(new Set(server.requests.map(({ key }) => key)).size).toBe(2);
    expect(server.replays).toBe(1);
  });

  it('repeats the same batch after a crash between sending and acknowledging', async () => {
    const events = appendMany(log, 5);
    const crash: Send = async (batch, signal) => {
      await send(batch, signal);
      // As after a power cut: the next write of this process never happens.
      log.close();
      return { kind: 'accepted' };
    };
    expect(await newUploader({ send: crash }).flush()).toMatchObject({ kind: 'retry', delivered: 0 });
    log = openLog(dataDir).log;
    const more = appendMany(log, 2);
    expect(await newUploader().flush()).toEqual({ kind: 'empty', delivered: 7 });
    expectStored([...events, ...more]);
    expect(server.replays).toBe(1);
  });

  it('sends nothing that it could not note before', async () => {
    appendMany(log, 1);
    const lame = createUploader({ log, destinationName: 'collector', send });
    log.close();
    expect(await lame.flush()).toMatchObject({ kind: 'retry', problem: expect.stringContaining('closed') });
    expect(server.requests).toEqual([]);
  });

  it('halves a batch that is too large until it fits, then takes more again', async () => {
    const events = appendMany(log, 400);
    const [one] = valueOf(log.events({ after: 0 })).events;
    server.maxBytes = 60 * ((one?.bytes ?? 0) + 1);
    expect(await newUploader().flush()).toEqual({ kind: 'empty', delivered: 400 });
    expectStored(events);
    const sizes = server.requests.map((request) => request.events);
    expect(sizes.slice(0, 3)).toEqual([200, 100, 50]);
    expect(sizes[3]).toBeGreaterThan(50);
    expect(delivery().skipped).toBe(0);
  });

  it('skips a single event that is too large, says so, and delivers the others', async () => {
    const events = appendMany(log, 10);
    const bad = events[4]?.event_id ?? '';
    const picky: Send = async (batch, signal) =>
      batch.events.some((event) => event.event_id === bad)
        ? { kind: 'too-large', problem: 'collector: answered 413' }
        : send(batch, signal);
    expect(await newUploader({ send: picky }).flush()).toEqual({ kind: 'empty', delivered: 9 });
    expectStored(events.filter((event) => event.event_id !== bad));
    expect(delivery()).toMatchObject({ acked_seq: 10, skipped: 1, last_skip: expect.stringContaining(bad) });
  });

  it('drops nothing that was refused, and shows why', async () => {
    appendMany(log, 3);
    server.script(status(400));
    expect(await newUploader().flush()).toMatchObject({
      kind: 'refused',
      problem: expect.stringContaining('400'),
    });
    expect(delivery()).toMatchObject({ acked_seq: 0, last_error: expect.stringContaining('400') });
    expect(uploader?.state()).toMatchObject({ failures: 1, problem: expect.stringContaining('400') });
  });

  it('survives a destination that throws', async () => {
    const events = appendMany(log, 3);
    let calls = 0;
    const buggy: Send = async (batch, signal) => {
      calls += 1;
      if (calls === 1) throw new Error('a bug');
      return send(batch, signal);
    };
    newUploader({ send: buggy, sleep: new Waits().sleep }).start();
    await allDelivered();
    expectStored(events);
  });

  it('waits out a back-off though events come in, and a flush ends it', async () => {
    appendMany(log, 1);
    server.script(status(500));
    newUploader().start();
    await expect.poll(() => uploader?.state().phase).toBe('waiting');
    expect(uploader?.state().nextAttemptAt).toEqual(new Date(START.getTime() + 1000));
    uploader?.wake();
    expect(uploader?.state().phase).toBe('waiting');
    expect(await uploader?.flush()).toEqual({ kind: 'empty', delivered: 1 });
    await expect.poll(() => uploader?.state().phase).toBe('idle');
  });

  it('backs off up to 15 minutes, half of it random', async () => {
    appendMany(log, 1);
    server.script(...Array.from({ length: 12 }, () => status(500)));
    const waits = new Waits();
    newUploader({ sleep: waits.sleep, random: () => 0 }).start();
    await allDelivered();
    expect(waits.ms).toEqual([
      500, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 450_000, 450_000,
    ]);
  });
});

describe('stopping the uploader', () => {
  it('lets a request under way end', async () => {
    const events = appendMany(log, 300);
    server.script({ kind: 'hang' });
    const stopping = newUploader({ graceMs: 60_000 });
    stopping.start();
    await server.hanging();
    const stopped = Promise.all([stopping.stop(), stopping.stop()]);
    server.release();
    await stopped;
    expectStored(events.slice(0, 200));
    expect(delivery()).toMatchObject({ acked_seq: 200, sending_to_seq: null });
    expect(uploader?.state().phase).toBe('stopped');
  });

  it('gives up a request that takes too long, and the next start repeats it', async () => {
    const events = appendMany(log, 5);
    server.script({ kind: 'hang' });
    newUploader({ graceMs: 1 }).start();
    await server.hanging();
    await uploader?.stop();
    expect(delivery()).toMatchObject({ acked_seq: 0, sending_to_seq: 5 });
    server.release();
    expect(await newUploader().flush()).toEqual({ kind: 'empty', delivered: 5 });
    expectStored(events);
    expect(server.replays).toBe(1);
  });

  it.each(['idle', 'waiting', 'never started'])('works when %s', async (phase) => {
    appendMany(log, 1);
    if (phase === 'waiting') server.script(status500);
    newUploader();
    if (phase !== 'never started') {
      uploader?.start();
      await expect.poll(() => uploader?.state().phase).toBe(phase);
    }
    await uploader?.stop();
    expect(uploader?.state().phase).toBe('stopped');
    expect(await uploader?.flush()).toEqual({ kind: 'stopped', delivered: 0 });
  });
});

const status500: Fault = { kind: 'status', status: 500 };
