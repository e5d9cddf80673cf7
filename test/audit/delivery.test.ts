import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../src/audit/delivery.ts';
import { appendMany, daysLater, newFolder, openLog, valueOf } from '../fakes/audit-samples.ts';

const LIMITS = { events: 3, bytes: 1_000_000 };
const seqs = (batch: Batch | null): number[] => (batch?.events ?? []).map(({ seq }) => seq);

describe('the cursor of a destination', () => {
  it('gives one batch after the other until all is delivered', () => {
    const { log } = openLog(newFolder());
    appendMany(log, 5);
    const delivery = log.delivery('collector');
    expect(seqs(valueOf(delivery.next(LIMITS)))).toEqual([1, 2, 3]);
    valueOf(delivery.acknowledge(3));
    expect(seqs(valueOf(delivery.next(LIMITS)))).toEqual([4, 5]);
    valueOf(delivery.acknowledge(5));
    expect(valueOf(delivery.next(LIMITS))).toBeNull();
    log.close();
  });

  it('repeats the batch that was under way at a crash, whatever came after and whatever the limits', () => {
    const dataDir = newFolder();
    const first = openLog(dataDir).log;
    appendMany(first, 2);
    valueOf(first.delivery('collector').next(LIMITS));
    appendMany(first, 4);
    first.close();
    const { log } = openLog(dataDir);
    const delivery = log.delivery('collector');
    expect(seqs(valueOf(delivery.next({ events: 1, bytes: 1 })))).toEqual([1, 2]);
    expect(valueOf(delivery.state())).toMatchObject({ acked_seq: 0, sending_to_seq: 2 });
    log.close();
  });

  it('takes as many events as fit, but at least one', () => {
    const { log } = openLog(newFolder());
    appendMany(log, 3);
    const [one] = valueOf(log.events({ after: 0 })).events;
    const delivery = log.delivery('collector');
    expect(seqs(valueOf(delivery.next({ events: 3, bytes: 1 })))).toEqual([1]);
    valueOf(delivery.acknowledge(1));
    expect(seqs(valueOf(delivery.next({ events: 3, bytes: (one?.bytes ?? 0) * 2 - 1 })))).toEqual([2]);
    log.close();
  });

  it('is its own for each destination', () => {
    const { log } = openLog(newFolder());
    appendMany(log, 2);
    const [up, down] = [log.delivery('up'), log.delivery('down')];
    for (const delivery of [up, down]) valueOf(delivery.next(LIMITS));
    valueOf(up.acknowledge(2));
    valueOf(down.noteProblem('no answer'));
    expect(valueOf(up.next(LIMITS))).toBeNull();
    expect(seqs(valueOf(down.next(LIMITS)))).toEqual([1, 2]);
    expect(valueOf(log.stats()).deliveries).toMatchObject([
      { destination: 'down', undelivered: 2, last_error: 'no answer' },
      { destination: 'up', undelivered: 0, last_error: null },
    ]);
    log.close();
  });

  it('can be narrowed, and keeps what was skipped and why', () => {
    const { log } = openLog(newFolder());
    appendMany(log, 3);
    const delivery = log.delivery('collector');
    valueOf(delivery.next(LIMITS));
    valueOf(delivery.narrow(1));
    expect(seqs(valueOf(delivery.next(LIMITS)))).toEqual([1]);
    valueOf(delivery.acknowledge(1, { count: 1, reason: 'too large' }));
    expect(valueOf(delivery.state())).toMatchObject({ acked_seq: 1, skipped: 1, last_error: 'too large' });
    valueOf(delivery.next(LIMITS));
    valueOf(delivery.acknowledge(3));
    expect(valueOf(delivery.state())).toMatchObject({ skipped: 1, last_skip: 'too large', last_error: null });
    log.close();
  });

  it('passes rows that no longer read, and counts them', () => {
    const dataDir = newFolder();
    const { log } = openLog(dataDir);
    appendMany(log, 1);
    const other = new SqliteDatabase(join(dataDir, 'clipward.db'));
    other
      .prepare(`INSERT INTO event (event_id, kind, at, body) VALUES (?, 'agent', '', 'x')`)
      .run(randomUUID());
    other.close();
    appendMany(log, 1);
    const delivery = log.delivery('collector');
    expect(valueOf(delivery.next(LIMITS))).toMatchObject({
      toSeq: 3,
      unreadable: 1,
      events: [{ seq: 1 }, { seq: 3 }],
    });
    log.close();
  });

  it('has an empty batch to acknowledge when retention took all of the one under way', () => {
    let day = 0;
    const { log } = openLog(newFolder(), () => daysLater(day));
    appendMany(log, 2);
    const delivery = log.delivery('collector');
    valueOf(delivery.next(LIMITS));
    day = 100;
    valueOf(log.deleteExpired());
    expect(valueOf(delivery.next(LIMITS))).toEqual({ events: [], toSeq: 2, unreadable: 0 });
    valueOf(delivery.acknowledge(2));
    expect(seqs(valueOf(delivery.next(LIMITS)))).toEqual([3]);
    log.close();
  });
});
