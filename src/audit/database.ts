import { chmodSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { messageOf } from '../shared/result.ts';
import { DELIVERIES } from './delivery.ts';
import { INSERT_EVENT } from './event-rows.ts';
import { READ_MARK } from './marks.ts';
import { isKnownVersion, migrate, versionOf } from './migrations.ts';
import { setAside } from './set-aside.ts';

export const DATABASE_FILE = 'clipward.db';

/** How long to wait for another process: at open (a report may be reading), and for one write (a paste may be waiting). */
const OPEN_WAIT_MS = 5000;
const WRITE_WAIT_MS = 1000;

export interface SetAside {
  readonly path: string;
  readonly reason: string;
}

export interface OpenedDatabase {
  readonly db: Database;
  /** Null when on disk; else why it is in memory only. */
  readonly problem: string | null;
  readonly setAside?: SetAside;
}

/**
 * Opens `<dataDir>/clipward.db` for writing, and always comes back with a database. One that cannot be read is set
 * aside with its `-wal` and `-shm` and a new one begun. Where the disk does not allow even that, it is in memory.
 */
export function openDatabase(dataDir: string, now: () => Date): OpenedDatabase {
  const path = join(dataDir, DATABASE_FILE);
  const first = openOnDisk(dataDir, path);
  if (first.kind === 'open') return { db: first.db, problem: null };
  if (first.kind === 'unavailable') return { db: openInMemory(), problem: first.reason };
  try {
    const moved = { path: setAsideWithSiblings(path, now()), reason: first.reason };
    const second = openOnDisk(dataDir, path);
    if (second.kind === 'open') return { db: second.db, problem: null, setAside: moved };
    return { db: openInMemory(), problem: second.reason, setAside: moved };
  } catch (error) {
    return { db: openInMemory(), problem: `${first.reason}; it cannot be set aside (${messageOf(error)})` };
  }
}

/**
 * Closes the database so that only `clipward.db` stays: a reader can then open it without creating files beside it,
 * and no deleted row lives on in a `-wal`. Where a reader holds it open it stays in WAL, which is as safe.
 */
export function closeDatabase(db: Database): void {
  if (!db.open) return;
  try {
    db.pragma('busy_timeout = 0');
    if (!db.memory && !db.readonly) db.pragma('journal_mode = DELETE');
  } catch (error) {
    if (!(error instanceof SqliteDatabase.SqliteError)) throw error;
  } finally {
    db.close();
  }
}

type OnDisk =
  | { readonly kind: 'open'; readonly db: Database }
  /** The file itself is the problem. */
  | { readonly kind: 'unusable'; readonly reason: string }
  /** The file may be fine, but cannot be used now (disk full, locked, no permission). */
  | { readonly kind: 'unavailable'; readonly reason: string };

function openOnDisk(dataDir: string, path: string): OnDisk {
  let db: Database | undefined;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const damage = damageBeforeOpening(path);
    if (damage !== null) return { kind: 'unusable', reason: `${path}: ${damage}` };
    db = new SqliteDatabase(path, { timeout: OPEN_WAIT_MS });
    // Before the first write: SQLite gives -wal and -shm the mode of the main file.
    chmodSync(path, 0o600);
    const reason = prepareOnDisk(db);
    if (reason === null) return { kind: 'open', db };
    db.close();
    return { ...reason, reason: `${path}: ${reason.reason}` };
  } catch (error) {
    db?.close();
    return {
      kind: blamesTheFile(error, path) ? 'unusable' : 'unavailable',
      reason: `${path}: ${messageOf(error)}`,
    };
  }
}

/** What SQLite itself would take for a new database, throwing away what was there. */
function damageBeforeOpening(path: string): string | null {
  const log = `${path}-wal`;
  const hasLog = existsSync(log) && statSync(log).size > 0;
  if (!existsSync(path)) return hasLog ? 'the database is gone but its write-ahead log is there' : null;
  return statSync(path).size === 0 ? 'the file is empty' : null;
}

/** Looks before it writes: a file that is not ours, or not whole, is set aside as it was found. */
function prepareOnDisk(db: Database): Exclude<OnDisk, { kind: 'open' }> | null {
  const check = String(db.pragma('quick_check(1)', { simple: true }));
  if (check !== 'ok') return { kind: 'unusable', reason: `damaged: ${check}` };
  if (!isKnownVersion(versionOf(db))) {
    return { kind: 'unusable', reason: `its version ${versionOf(db)} is not known to this Clipward` };
  }
  const mismatch = setPragmas(db);
  if (mismatch !== null) return { kind: 'unavailable', reason: mismatch };
  migrate(db);
  // Throws SQLITE_ERROR when the version is right but the tables are not.
  db.prepare(INSERT_EVENT);
  db.prepare(DELIVERIES);
  db.prepare(READ_MARK);
  db.pragma(`busy_timeout = ${WRITE_WAIT_MS}`);
  return null;
}

/** Durability is what these settings say, so each is read back. Returns what did not hold. */
function setPragmas(db: Database): string | null {
  const wanted: readonly (readonly [name: string, set: string, expected: string | number])[] = [
    ['journal_mode', 'WAL', 'wal'],
    ['synchronous', 'FULL', 2],
    ['secure_delete', 'ON', 1],
    ['trusted_schema', 'OFF', 0],
    // On macOS fsync alone does not reach the platter (https://www.sqlite.org/pragma.html#pragma_fullfsync).
    ...(process.platform === 'darwin'
      ? ([
          ['fullfsync', 'ON', 1],
          ['checkpoint_fullfsync', 'ON', 1],
        ] as const)
      : []),
  ];
  for (const [name, set, expected] of wanted) {
    db.pragma(`${name} = ${set}`);
    const actual = db.pragma(name, { simple: true });
    if (actual !== expected)
      return `${name} is ${String(actual)}, not ${expected}: events would not be safe on disk`;
  }
  return null;
}

/** Result codes that mean "these bytes are no Clipward database" rather than "not now". */
function blamesTheFile(error: unknown, path: string): boolean {
  if (!(error instanceof SqliteDatabase.SqliteError)) return false;
  if (error.code === 'SQLITE_CANTOPEN') return existsSync(path) && !statSync(path).isFile();
  return /^SQLITE_(NOTADB|CORRUPT|FORMAT|ERROR|IOERR_SHORT_READ)/.test(error.code);
}

function setAsideWithSiblings(path: string, now: Date): string {
  const present = existsSync(path);
  const target = present ? setAside(path, 'set-aside', now) : null;
  // An orphaned log has no main file to be named after.
  if (target === null) return setAside(`${path}-wal`, 'set-aside', now);
  for (const sibling of ['-wal', '-shm']) {
    if (existsSync(path + sibling)) renameSync(path + sibling, target + sibling);
  }
  return target;
}

function openInMemory(): Database {
  const db = new SqliteDatabase(':memory:');
  migrate(db);
  return db;
}
