import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import {
  type AgentEvent,
  type AuditEvent,
  auditEventSchema,
  EVENT_SCHEMA_VERSION,
  type EventDraft,
} from '../shared/audit-event.ts';
import { failed, ok, parse, type Result } from '../shared/result.ts';
import { type AuditReader, createReader } from './audit-reader.ts';
import { openDatabase, type SetAside } from './database.ts';
import { type Delivery, openDelivery } from './delivery.ts';
import { type EventRow, INSERT_EVENT, rowOf } from './event-rows.ts';
import { openMarks, type Marks } from './marks.ts';
import { deleteBefore, deleteOldest, describeDeleted } from './retention.ts';
import { trying } from './sqlite-result.ts';
import { createWaitingEvents, type GivenUp } from './waiting-events.ts';

/** Mission S0.11: classification data is kept 90 days unless the company sets it longer. */
export const RETENTION_DAYS = 90;

/** Without a disk the log keeps this many events at most (about 20 MB) and gives up the oldest tenth when full. */
export const MEMORY_EVENTS = 20_000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Goes into every event. `user` is a pseudonym, `device` the id of this installation. */
export interface Who {
  readonly user: () => string;
  readonly device: string;
  readonly agentVersion: string;
  readonly bundleVersion: () => string;
}

export interface AuditLogOptions {
  readonly dataDir: string;
  readonly now: () => Date;
  readonly who: Who;
}

export interface AuditLog extends AuditReader, Marks {
  /** False: events live in memory only, because of `problem`. Enforcement goes on. */
  readonly durable: boolean;
  readonly problem: string | null;
  /**
   * Adds the common fields, checks the event and stores it. When it comes back ok the event is on disk (if `durable`).
   * A full disk or a lock is a problem, never an exception: the event then waits in memory, and is written, as of the
   * time it happened, by the next `append` or `catchUp` that can. A field that events do not have is refused.
   */
  append(draft: EventDraft): Result<AuditEvent>;
  /** Many at once, in one write: all of them or none, and none of them waits in memory. Gives how many. */
  appendAll(drafts: readonly EventDraft[]): Result<number>;
  /** How many events wait for the disk. */
  readonly waiting: number;
  /** Writes what waits, if it can be written by now. */
  catchUp(): Result<void>;
  /** The cursor of one destination; one user of it at a time. */
  delivery(destination: string): Delivery;
  /**
   * Deletes what is older than so many days, delivered or not: interactions with their answers, and agent events.
   * Leaves an `expired-events-deleted` event with count and range when there was any. Gives the number deleted.
   */
  deleteExpired(olderThanDays?: number): Result<number>;
}

export interface OpenedAuditLog {
  readonly log: AuditLog;
  /** An earlier database that could not be used, and why. */
  readonly setAside?: SetAside;
}

/** Opens the log in `<dataDir>/clipward.db`. Always succeeds: see `durable` and `setAside` for how well. */
export function openAuditLog(options: AuditLogOptions): OpenedAuditLog {
  const opened = openDatabase(options.dataDir, options.now);
  const log = createAuditLog(opened.db, opened.problem, options);
  if (opened.setAside === undefined) return { log };
  const detail = `${opened.setAside.reason}; kept as ${opened.setAside.path}`.slice(0, 1000);
  const told = log.append({ kind: 'agent', what: 'database-set-aside', detail });
  const reason = told.ok ? opened.setAside.reason : `${opened.setAside.reason}; ${told.problem}`;
  return { log, setAside: { path: opened.setAside.path, reason } };
}

function createAuditLog(db: Database, problem: string | null, { now, who }: AuditLogOptions): AuditLog {
  const insert = db.prepare<[EventRow]>(INSERT_EVENT);
  const complete = (draft: EventDraft): Result<AuditEvent> =>
    parse(auditEventSchema, withCommon(draft, now(), who), 'event');
  const store = (event: AuditEvent): AuditEvent => {
    insert.run(rowOf(event));
    return event;
  };
  const tell = (what: AgentEvent['what'], detail: string): void => {
    const event = complete({ kind: 'agent', what, detail });
    if (!event.ok) throw new Error(event.problem);
    store(event.value);
  };
  const makeRoom =
    problem === null ? () => undefined : memoryBound(db, (detail) => tell('expired-events-deleted', detail));
  const expire = db.transaction((keepFrom: string): number => {
    const deleted = deleteBefore(db, keepFrom);
    if (deleted.count > 0) tell('expired-events-deleted', describeDeleted(deleted, `older than ${keepFrom}`));
    return deleted.count;
  });
  const storeAll = db.transaction((events: readonly AuditEvent[]): number => {
    for (const event of events) {
      makeRoom();
      store(event);
    }
    return events.length;
  });
  const waiting = createWaitingEvents();
  const storeWaiting = db.transaction((events: readonly AuditEvent[], givenUp: GivenUp | null): void => {
    for (const event of events) store(event);
    if (givenUp !== null) tell('events-lost', describeGivenUp(givenUp));
  });
  const catchUp = (): Result<void> => {
    if (waiting.count === 0) return ok(undefined);
    return waiting.drain((events, givenUp) =>
      trying(db, 'writing events that waited for the disk', () => storeWaiting.immediate(events, givenUp)),
    );
  };
  return {
    ...createReader(db),
    ...openMarks(db),
    durable: problem === null,
    problem,
    append: (draft) => {
      const event = complete(draft);
      if (!event.ok) return event;
      const caughtUp = catchUp();
      const written = caughtUp.ok
        ? trying(db, 'writing an audit event', () => {
            makeRoom();
            return store(event.value);
          })
        : caughtUp;
      // A log that was closed takes nothing any more; what the disk refuses may be taken later.
      if (!written.ok && db.open) waiting.add(event.value);
      return written;
    },
    appendAll: (drafts) => {
      const events: AuditEvent[] = [];
      for (const draft of drafts) {
        const event = complete(draft);
        if (!event.ok) return event;
        events.push(event.value);
      }
      const caughtUp = catchUp();
      return caughtUp.ok ? trying(db, 'writing audit events', () => storeAll.immediate(events)) : caughtUp;
    },
    get waiting() {
      return waiting.count;
    },
    catchUp,
    delivery: (destination) => openDelivery(db, destination, now),
    deleteExpired: (days = RETENTION_DAYS) => {
      if (!(days >= 0)) return failed(`retention: expected a number of days, not ${days}`);
      const deleted = trying(db, 'deleting expired events', () =>
        expire.immediate(new Date(now().getTime() - days * DAY_MS).toISOString()),
      );
      return deleted.ok && deleted.value > 0 ? forgetDeleted(db, deleted.value) : deleted;
    },
  };
}

const describeGivenUp = ({ count, from, to }: GivenUp): string =>
  `${count} events from ${from} to ${to} were lost: the disk did not take them, and too many waited`;

/** The agent's fields come last: a draft cannot speak for them. */
function withCommon(draft: EventDraft, at: Date, who: Who): unknown {
  return {
    ...draft,
    schema_version: EVENT_SCHEMA_VERSION,
    event_id: randomUUID(),
    at: at.toISOString(),
    user: who.user(),
    device: who.device,
    agent_version: who.agentVersion,
    bundle_version: who.bundleVersion(),
  };
}

/** Old pages of the write-ahead log still hold what was deleted: emptied here. A reader in the way only delays that. */
function forgetDeleted(db: Database, count: number): Result<number> {
  if (db.memory) return ok(count);
  const emptied = trying(db, 'emptying the write-ahead log', () => db.pragma('wal_checkpoint(TRUNCATE)'));
  return emptied.ok ? ok(count) : emptied;
}

function memoryBound(db: Database, tell: (detail: string) => void): () => void {
  const count = db.prepare<[], { count: number }>('SELECT COUNT(*) AS count FROM event');
  let room = MEMORY_EVENTS - (count.get()?.count ?? 0);
  return () => {
    if (room <= 0) {
      const deleted = deleteOldest(db, MEMORY_EVENTS / 10);
      tell(describeDeleted(deleted, 'given up because the log is in memory only and full'));
      room += deleted.count - 1;
    }
    room -= 1;
  };
}
