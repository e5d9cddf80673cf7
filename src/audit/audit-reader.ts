import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { AuditEvent } from '../shared/audit-event.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { closeDatabase, DATABASE_FILE } from './database.ts';
import { DELIVERIES, type DeliveryState } from './delivery.ts';
import { foldAnswers, type InteractionRow, type InteractionsRead } from './event-rows.ts';
import { migrations, versionOf } from './migrations.ts';
import {
  ANY_RELABELLED,
  COUNT_AFTER,
  type InteractionFilter,
  interactionsQuery,
  labelCountsQuery,
  OPEN_INTERACTIONS,
  relabelledCountsQuery,
} from './queries.ts';
import type { LabelCount } from './report.ts';
import { trying } from './sqlite-result.ts';
import { type EventRange, type EventsRead, readEvents } from './stored-events.ts';

export interface AuditStats {
  readonly events: Readonly<Record<AuditEvent['kind'], number>>;
  /** When the oldest event happened. */
  readonly oldest: string | null;
  /** Bytes of the database and its write-ahead log. */
  readonly bytes: number;
  readonly deliveries: readonly (DeliveryState & { readonly undelivered: number })[];
}

/** The questions one can ask of the audit log. A problem means that the database could not be read. */
export interface AuditReader {
  /** Oldest first, answers folded in. */
  interactions(filter?: InteractionFilter): Result<InteractionsRead>;
  /** Interactions that were held and have no answer: after a crash, those that were open. Oldest first. */
  openInteractions(): Result<InteractionsRead>;
  /** The numbers of the classification report, counted by the database. Feed them to `reportRows`. */
  labelCounts(filter?: Omit<InteractionFilter, 'limit'>): Result<readonly LabelCount[]>;
  /** Every event as it was appended, in that order. */
  events(range: EventRange): Result<EventsRead>;
  stats(): Result<AuditStats>;
  /** Safe to call twice. */
  close(): void;
}

/**
 * Opens the log for reading while the agent may be writing. Creates and changes nothing: the agent leaves a closed
 * database without side files, and a running one has them already. The problem says what is missing or wrong.
 */
export function openAuditLogReadOnly(dataDir: string): Result<AuditReader> {
  const path = join(dataDir, DATABASE_FILE);
  if (!existsSync(path)) {
    return failed(`${path}: there is no audit log yet; it is made when the agent first runs`);
  }
  let db: Database | undefined;
  try {
    db = new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: 1000 });
    const version = versionOf(db);
    if (version === migrations.at(-1)?.version) return ok(createReader(db));
    db.close();
    return failed(
      `${path}: its version ${version} is not the one this Clipward reads; start the agent first`,
    );
  } catch (error) {
    db?.close();
    return failed(`${path}: the audit log cannot be read (${messageOf(error)})`);
  }
}

export function createReader(db: Database): AuditReader {
  const attempt = <Value>(work: () => Value): Result<Value> => trying(db, 'reading the audit log', work);
  return {
    interactions: (filter = {}) =>
      attempt(() => {
        const query = interactionsQuery(filter);
        return foldAnswers(
          db
            .prepare<unknown[], InteractionRow>(query.sql)
            .all(...query.params)
            .toReversed(),
        );
      }),
    openInteractions: () =>
      attempt(() => {
        const rows = db.prepare<[], { body: string }>(OPEN_INTERACTIONS).all();
        return foldAnswers(rows.map(({ body }) => ({ body, answer_body: null })));
      }),
    labelCounts: (filter = {}) =>
      attempt(() => {
        const relabelled = db.prepare(ANY_RELABELLED).get() !== undefined;
        const query = relabelled ? relabelledCountsQuery(filter) : labelCountsQuery(filter);
        return db.prepare<unknown[], LabelCount>(query.sql).all(...query.params);
      }),
    events: (range) => attempt(() => readEvents(db, range)),
    stats: () => attempt(() => statsOf(db)),
    close: () => closeDatabase(db),
  };
}

function statsOf(db: Database): AuditStats {
  const kinds = db.prepare<[], { kind: keyof AuditStats['events']; count: number; oldest: string }>(
    'SELECT kind, COUNT(*) AS count, MIN(at) AS oldest FROM event GROUP BY kind',
  );
  const events = { interaction: 0, answer: 0, relabel: 0, agent: 0 };
  let oldest: string | null = null;
  for (const row of kinds.all()) {
    events[row.kind] = row.count;
    if (oldest === null || row.oldest < oldest) oldest = row.oldest;
  }
  const countAfter = db.prepare<[number], { count: number }>(COUNT_AFTER);
  const deliveries = db.prepare<[], DeliveryState>(DELIVERIES).all();
  return {
    events,
    oldest,
    bytes: bytesOf(db),
    deliveries: deliveries.map((state) => ({
      ...state,
      undelivered: countAfter.get(state.acked_seq)?.count ?? 0,
    })),
  };
}

function bytesOf(db: Database): number {
  if (db.memory)
    return (
      Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }))
    );
  const sizes = [db.name, `${db.name}-wal`].map(
    (path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
