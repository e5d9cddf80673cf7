import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { MEMORY_EVENTS } from '../../src/audit/audit-log.ts';
import { closeDatabase, openDatabase } from '../../src/audit/database.ts';
import { isKnownVersion, migrate, migrations, versionOf } from '../../src/audit/migrations.ts';
import {
  appendMany,
  newFolder,
  openLog,
  START,
  started,
  storedEvents,
  valueOf,
} from '../fakes/audit-samples.ts';

const STAMP = '20260301T080000000Z';

/** A closed log with so many events; returns its folder and database file. */
function filledLog(count = 300): { readonly dataDir: string; readonly file: string } {
  const dataDir = newFolder();
  const { log } = openLog(dataDir);
  appendMany(log, count);
  log.close();
  return { dataDir, file: join(dataDir, 'clipward.db') };
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
}

/** Apart from SQLite's own header of 100 bytes, where the journal mode may have been set. Null for a folder. */
const contentOf = (path: string): string | null =>
  statSync(path).isFile() ? readFileSync(path).subarray(100).toString('base64') : null;

describe('the database at each open', () => {
  it('has the settings that make a written event durable', () => {
    const { db } = openDatabase(newFolder(), () => START);
    const read = (name: string): unknown => db.pragma(name, { simple: true });
    const names = [
      'journal_mode',
      'synchronous',
      'secure_delete',
      'trusted_schema',
      'busy_timeout',
      'user_version',
    ];
    expect(names.map(read)).toEqual(['wal', 2, 1, 0, 1000, 20]);
    if (process.platform === 'darwin') expect(read('fullfsync')).toBe(1);
    closeDatabase(db);
  });
});

describe('a database that cannot be used', () => {
  const damages: readonly (readonly [name: string, damage: (file: string) => void])[] = [
    ['truncated in the middle', (file) => truncateSync(file, 40_000)],
    ['truncated inside its header', (file) => truncateSync(file, 50)],
    ['truncated to nothing', (file) => truncateSync(file, 0)],
    ['with zeroed pages', (file) => overwrite(file, 4096 * 2, Buffer.alloc(4096 * 8))],
    ['all zeros', (file) => writeFileSync(file, Buffer.alloc(40_960))],
    ['with a garbage header', (file) => overwrite(file, 0, Buffer.from('not what SQLite wrote'))],
    ['with a garbage schema page', (file) => overwrite(file, 100, Buffer.alloc(3000, 0xa7))],
    ['that is a text file', (file) => writeFileSync(file, 'Dear diary,\n'.repeat(500))],
    ['of a future version', (file) => new SqliteDatabase(file).exec('PRAGMA user_version = 9990').close()],
    [
      'of an unknown version in between',
      (file) => new SqliteDatabase(file).exec('PRAGMA user_version = 7').close(),
    ],
    ['without its tables', (file) => new SqliteDatabase(file).exec('DROP TABLE event').close()],
    [
      'of another program with the same table name',
      (file) => {
        writeFileSync(file, '');
        new SqliteDatabase(file).exec('CREATE TABLE event (id)').close();
      },
    ],
    [
      'that is a folder',
      (file) => {
        renameSync(file, `${file}.away`);
        mkdirSync(file);
      },
    ],
    [
      'that is gone while its write-ahead log is there',
      (file) => {
        renameSync(file, `${file}.away`);
        writeFileSync(`${file}-wal`, 'left behind');
      },
    ],
  ];
  it.each(damages)('is set aside and a new one begun when it is one %s', (_name, damage) => {
    const { dataDir, file } = filledLog();
    damage(file);
    const lost = existsSync(file) ? file : `${file}-wal`;
    const before = contentOf(lost);

    const opened = openLog(dataDir);
    expect(opened.log).toMatchObject({ durable: true, problem: null });
    expect(opened.setAside).toEqual({
      path: `${lost}.set-aside-${STAMP}`,
      reason: expect.stringContaining(file),
    });
    expect(contentOf(opened.setAside?.path ?? '')).toBe(before);
    expect(storedEvents(opened.log)).toMatchObject([{ kind: 'agent', what: 'database-set-aside' }]);
    appendMany(opened.log, 1);
    opened.log.close();

    const again = openLog(dataDir);
    expect(again.setAside).toBeUndefined();
    expect(storedEvents(again.log)).toHaveLength(2);
    again.log.close();
  });

  it('takes its write-ahead log along, so that it can still be looked into', () => {
    const { dataDir, file } = filledLog(1);
    const other = new SqliteDatabase(file);
    other.pragma('journal_mode = WAL');
    other.pragma('user_version = 9990');
    const opened = openLog(dataDir);
    expect(existsSync(`${opened.setAside?.path}-wal`)).toBe(true);
    expect(existsSync(`${opened.setAside?.path}-shm`)).toBe(true);
    other.close();
    opened.log.close();
  });
});

describe('a place where nothing can be written', () => {
  it('gives a log in memory that says why, and works', () => {
    const notAFolder = join(newFolder(), 'a-file');
    writeFileSync(notAFolder, '');
    const { log, setAside } = openLog(notAFolder);
    expect(setAside).toBeUndefined();
    expect(log.durable).toBe(false);
    expect(log.problem).toContain(notAFolder);
    appendMany(log, 3);
    expect(storedEvents(log)).toHaveLength(3);
    expect(valueOf(log.stats()).bytes).toBeGreaterThan(0);
    log.close();
  });

  it('leaves a database alone that another program has locked', () => {
    const { dataDir, file } = filledLog(2);
    const other = new SqliteDatabase(file);
    other.exec('BEGIN EXCLUSIVE');
    const { log, setAside } = openLog(dataDir);
    expect([log.durable, setAside]).toEqual([false, undefined]);
    other.exec('ROLLBACK');
    other.close();
    const again = openLog(dataDir);
    expect(storedEvents(again.log)).toHaveLength(2);
    again.log.close();
  });

  it('keeps the log in memory bounded and tells what it gave up', () => {
    const notAFolder = join(newFolder(), 'a-file');
    writeFileSync(notAFolder, '');
    const { log } = openLog(notAFolder);
    for (let count = 0; count <= MEMORY_EVENTS; count += 1) log.append(started);
    const events = storedEvents(log);
    expect(events.length).toBeLessThanOrEqual(MEMORY_EVENTS);
    const told = events.filter((event) => event.kind === 'agent' && event.what === 'expired-events-deleted');
    expect(told).toMatchObject([{ detail: expect.stringContaining(`${MEMORY_EVENTS / 10} events from `) }]);
    log.close();
  });

  /** A limit on file size is what a full disk looks like to SQLite, and needs no disk to fill. */
  const withFileLimit = (blocks: number, dataDir: string): string => {
    const script = join(import.meta.dirname, 'fill-disk.ts');
    const command = `ulimit -f ${blocks}; exec "$0" "$@"`;
    return execFileSync('bash', ['-c', command, process.execPath, script, dataDir], { encoding: 'utf8' });
  };

  it.runIf(process.platform !== 'win32')(
    'answers a disk that fills up with a problem, and keeps all that was acknowledged',
    () => {
      const dataDir = newFolder();
      const outcome = JSON.parse(withFileLimit(300, dataDir)) as {
        durable: boolean;
        acknowledged: string[];
        problem: string;
      };
      expect(outcome.durable).toBe(true);
      expect(outcome.problem).toMatch(/SQLITE_(IOERR|FULL)/);
      expect(outcome.acknowledged.length).toBeGreaterThan(10);
      const { log, setAside } = openLog(dataDir);
      expect(setAside).toBeUndefined();
      expect(storedEvents(log).map((event) => event.event_id)).toEqual(outcome.acknowledged);
      log.close();
    },
  );

  it.runIf(process.platform !== 'win32')('opens in memory on a disk that is full already', () => {
    const dataDir = newFolder();
    const outcome = JSON.parse(withFileLimit(0, dataDir)) as { durable: boolean; problem: string | null };
    expect(outcome).toMatchObject({ durable: false, problem: null });
  });
});

describe('migrations', () => {
  it('bring an empty database to the newest version, once', () => {
    const db = new SqliteDatabase(':memory:');
    expect(migrate(db)).toBe(migrations.length);
    expect(migrate(db)).toBe(0);
    expect(versionOf(db)).toBe(migrations.at(-1)?.version);
  });

  it('are numbered in rising tens', () => {
    const versions = migrations.map((step) => step.version);
    expect(versions).toEqual(versions.toSorted((left, right) => left - right));
    expect(versions.every((version) => version % 10 === 0)).toBe(true);
  });

  it('are all or nothing: a step that fails undoes the ones before it', () => {
    const db = new SqliteDatabase(':memory:');
    const failing = [
      ...migrations,
      { version: 9990, sql: 'CREATE TABLE later (x); CREATE TABLE event (x);' },
    ];
    expect(() => migrate(db, failing)).toThrow('already exists');
    expect(versionOf(db)).toBe(0);
    expect(db.prepare('SELECT COUNT(*) FROM sqlite_schema').pluck().get()).toBe(0);
  });

  it('run only what is pending', () => {
    const db = new SqliteDatabase(':memory:');
    migrate(db);
    const newer = [...migrations, { version: 9990, sql: 'CREATE TABLE later (x)' }];
    expect(migrate(db, newer)).toBe(1);
    expect(versionOf(db)).toBe(9990);
    expect([isKnownVersion(9990, newer), isKnownVersion(9990)]).toEqual([true, false]);
  });
});
