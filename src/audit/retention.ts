import type { Database } from 'better-sqlite3';
import { EXPIRED } from './queries.ts';

/** What was deleted, for the event that proves it later. */
export interface Deleted {
  readonly count: number;
  /** Of those, not yet delivered to every destination. */
  readonly undelivered: number;
  readonly oldest: string | null;
  readonly newest: string | null;
}

/** Run inside a transaction together with the event that tells of it. `keepFrom`: ISO time. Throws SqliteError. */
export function deleteBefore(db: Database, keepFrom: string): Deleted {
  let all: Deleted = { count: 0, undelivered: 0, oldest: null, newest: null };
  for (const condition of EXPIRED) all = sum(all, deleteWhere(db, condition, { keep: keepFrom }));
  return all;
}

/** The `count` events that were appended first. */
export function deleteOldest(db: Database, count: number): Deleted {
  return deleteWhere(db, 'seq IN (SELECT seq FROM event ORDER BY seq LIMIT :count)', { count });
}

export function describeDeleted(deleted: Deleted, why: string): string {
  const range = `from ${deleted.oldest ?? '?'} to ${deleted.newest ?? '?'}`;
  return `${deleted.count} events ${range} deleted, ${why}; ${deleted.undelivered} of them not delivered everywhere`;
}

function deleteWhere(db: Database, condition: string, params: Record<string, string | number>): Deleted {
  const about = db.prepare<
    [typeof params],
    Deleted
  >(`SELECT COUNT(*) AS count, MIN(at) AS oldest, MAX(at) AS newest,
    COALESCE(SUM(seq > (SELECT COALESCE(MIN(acked_seq), seq) FROM delivery)), 0) AS undelivered
    FROM event WHERE ${condition}`);
  const deleted = about.get(params);
  if (deleted === undefined || deleted.count === 0)
    return { count: 0, undelivered: 0, oldest: null, newest: null };
  db.prepare<[typeof params]>(`DELETE FROM event WHERE ${condition}`).run(params);
  return deleted;
}

function sum(left: Deleted, right: Deleted): Deleted {
  const times = [left.oldest, right.oldest, left.newest, right.newest]
    .filter((time) => time !== null)
    .toSorted();
  return {
    count: left.count + right.count,
    undelivered: left.undelivered + right.undelivered,
    oldest: times[0] ?? null,
    newest: times.at(-1) ?? null,
  };
}
