import SqliteDatabase, { type Database } from 'better-sqlite3';
import { failed, ok, type Result } from '../shared/result.ts';

const advice: readonly (readonly [code: RegExp, advice: string])[] = [
  [/^SQLITE_FULL/, 'free some disk space'],
  [/^SQLITE_(BUSY|LOCKED)/, 'another program holds the database; close it'],
  [/^SQLITE_READONLY/, 'make the data folder writable'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'restart Clipward: it sets the damaged file aside'],
  [/^SQLITE_IOERR/, 'check the disk and its free space'],
];

/**
 * Runs one piece of database work. What SQLite refuses (full, locked, damaged) is a problem that says what to do;
 * so is a log that was closed before. Anything else that is thrown is a bug and goes on.
 */
export function trying<Value>(db: Database, what: string, work: () => Value): Result<Value> {
  if (!db.open) return failed(`${what}: the audit log is closed`);
  try {
    return ok(work());
  } catch (error) {
    if (!(error instanceof SqliteDatabase.SqliteError)) throw error;
    const todo = advice.find(([code]) => code.test(error.code))?.[1];
    return failed(`${what}: ${error.message} (${error.code})${todo === undefined ? '' : `; ${todo}`}`);
  }
}
