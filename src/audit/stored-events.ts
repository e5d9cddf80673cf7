import type { Database } from 'better-sqlite3';
import type { AuditEvent } from '../shared/audit-event.ts';
import { eventOf } from './event-rows.ts';
import { EVENTS_BY_SEQ } from './queries.ts';

export interface StoredEvent {
  /** Its place in the log; rises for ever and is never used again. */
  readonly seq: number;
  readonly event: AuditEvent;
  /** UTF-8 bytes of its JSON. */
  readonly bytes: number;
}

export interface EventRange {
  readonly after: number;
  /** Inclusive; to the end when absent. */
  readonly upTo?: number;
  readonly limit?: number;
}

export interface EventsRead {
  readonly events: readonly StoredEvent[];
  readonly unreadable: number;
  readonly unreadableSeqs: readonly number[];
  /** The last row looked at, readable or not; null when the range is empty. */
  readonly lastSeq: number | null;
}

/** Events in the order they were appended. Throws SqliteError. */
export function readEvents(db: Database, range: EventRange): EventsRead {
  const select = db.prepare<[number, number, number], { seq: number; body: string }>(EVENTS_BY_SEQ);
  const rows = select.all(range.after, range.upTo ?? Number.MAX_SAFE_INTEGER, range.limit ?? -1);
  const events: StoredEvent[] = [];
  const unreadableSeqs: number[] = [];
  for (const { seq, body } of rows) {
    const event = eventOf(body);
    if (event === null) unreadableSeqs.push(seq);
    else events.push({ seq, event, bytes: Buffer.byteLength(body) });
  }
  return { events, unreadable: unreadableSeqs.length, unreadableSeqs, lastSeq: rows.at(-1)?.seq ?? null };
}
