import type { Database } from 'better-sqlite3';
import type { Result } from '../shared/result.ts';
import { readEvents, type StoredEvent } from './stored-events.ts';
import { trying } from './sqlite-result.ts';

/** How far one destination is. Each destination has its own: one that is down holds up no other. */
export interface DeliveryState {
  readonly destination: string;
  /** Everything up to here has arrived, or was skipped with a note. */
  readonly acked_seq: number;
  /** The end of the batch that may be under way; null when none is. */
  readonly sending_to_seq: number | null;
  readonly last_attempt_at: string | null;
  /** Why the last attempt did not succeed; null once one does. */
  readonly last_error: string | null;
  /** Events given up because they could not be delivered ever, and the newest such note. */
  readonly skipped: number;
  readonly last_skip: string | null;
}

export interface Batch {
  readonly events: readonly StoredEvent[];
  readonly toSeq: number;
  /** Rows in this range that are no readable event. */
  readonly unreadable: number;
}

export interface BatchLimits {
  readonly events: number;
  /** UTF-8 bytes of JSON, before compression. At least one event is always taken. */
  readonly bytes: number;
}

/** The cursor of one destination. All of it is on disk when a call returns. */
export interface Delivery {
  state(): Result<DeliveryState>;
  /**
   * The batch to send now: the same one again if it was begun and not acknowledged (so a crash cannot change what an
   * idempotency key stands for), else the next one. Null when everything is delivered.
   */
  next(limits: BatchLimits): Result<Batch | null>;
  /** The destination wants less at a time: the batch under way ends at `toSeq` now. */
  narrow(toSeq: number): Result<void>;
  /**
   * Everything up to `toSeq` has arrived. `skipped`: apart from so many events that never can, and why; the reason is
   * also `last_error` until the next batch arrives.
   */
  acknowledge(toSeq: number, skipped?: Skipped): Result<void>;
  noteProblem(problem: string): Result<void>;
}

export interface Skipped {
  readonly count: number;
  readonly reason: string;
}

export const DELIVERIES = 'SELECT * FROM delivery ORDER BY destination';

/** A destination that is new begins with the oldest event there is. */
export function openDelivery(db: Database, destination: string, now: () => Date): Delivery {
  const attempt = <Value>(work: () => Value): Result<Value> => trying(db, `delivery to ${destination}`, work);
  const run = (sql: string, ...params: (string | number | null)[]): void => {
    db.prepare(sql).run(...params, destination);
  };
  const state = (): DeliveryState => {
    const select = db.prepare<[string], DeliveryState>('SELECT * FROM delivery WHERE destination = ?');
    return select.get(destination) ?? freshState(destination);
  };
  const begin = db.transaction((limits: BatchLimits): Batch | null => {
    db.prepare('INSERT OR IGNORE INTO delivery (destination) VALUES (?)').run(destination);
    const { acked_seq, sending_to_seq } = state();
    const batch = takeBatch(db, acked_seq, sending_to_seq, limits);
    if (batch === null) return null;
    const attemptAt = now().toISOString();
    run(
      'UPDATE delivery SET sending_to_seq = ?, last_attempt_at = ? WHERE destination = ?',
      batch.toSeq,
      attemptAt,
    );
    return batch;
  });
  const acknowledge = (toSeq: number, skipped: Skipped | undefined): void =>
    run(
      `UPDATE delivery SET acked_seq = ?, sending_to_seq = NULL, last_error = ?, skipped = skipped + ?,
        last_skip = COALESCE(?, last_skip) WHERE destination = ?`,
      toSeq,
      skipped?.reason ?? null,
      skipped?.count ?? 0,
      skipped?.reason ?? null,
    );
  return {
    state: () => attempt(state),
    next: (limits) => attempt(() => begin.immediate(limits)),
    narrow: (toSeq) =>
      attempt(() => run('UPDATE delivery SET sending_to_seq = ? WHERE destination = ?', toSeq)),
    acknowledge: (toSeq, skipped) => attempt(() => acknowledge(toSeq, skipped)),
    noteProblem: (problem) =>
      attempt(() => run('UPDATE delivery SET last_error = ? WHERE destination = ?', problem)),
  };
}

function freshState(destination: string): DeliveryState {
  const nothing = {
    sending_to_seq: null,
    last_attempt_at: null,
    last_error: null,
    skipped: 0,
    last_skip: null,
  };
  return { destination, acked_seq: 0, ...nothing };
}

/** A batch under way is read whole, whatever the limits are now. */
function takeBatch(db: Database, acked: number, sendingTo: number | null, limits: BatchLimits): Batch | null {
  const underWay = sendingTo !== null && sendingTo > acked;
  const range = underWay ? { after: acked, upTo: sendingTo } : { after: acked, limit: limits.events };
  const read = readEvents(db, range);
  // Retention may have taken all of a batch under way: it is then empty, and still to be acknowledged.
  if (underWay) return { events: read.events, toSeq: sendingTo, unreadable: read.unreadable };
  if (read.lastSeq === null) return null;
  const events = withinBytes(read.events, limits.bytes);
  if (events.length === read.events.length)
    return { events, toSeq: read.lastSeq, unreadable: read.unreadable };
  const toSeq = events.at(-1)?.seq ?? read.lastSeq;
  return { events, toSeq, unreadable: read.unreadableSeqs.filter((seq) => seq < toSeq).length };
}

function withinBytes(events: readonly StoredEvent[], bytes: number): readonly StoredEvent[] {
  let total = 0;
  const end = events.findIndex((event, index) => {
    total += event.bytes;
    return total > bytes && index > 0;
  });
  return end === -1 ? events : events.slice(0, end);
}
