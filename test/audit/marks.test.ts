import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, migrations, versionOf } from '../../src/audit/migrations.ts';
import { openMarks } from '../../src/audit/marks.ts';
import type { Mark } from '../../src/shared/mark.ts';
import { newFolder, openLog, valueOf } from '../fakes/audit-samples.ts';

const at = (epoch: number, version: number, digest: string | null = null): Mark => ({
  epoch,
  version,
  digest,
});

describe('a mark in the database', () => {
  it('is nothing at first, and after a restart what it was raised to', () => {
    const dataDir = newFolder();
    const { log } = openLog(dataDir);
    expect(log.mark('bundle')).toEqual({ ok: true, value: null });
    expect(log.raiseMark('bundle', at(0, 5, 'abc'))).toEqual({ ok: true, value: undefined });
    log.close();
    const again = openLog(dataDir).log;
    expect(valueOf(again.mark('bundle'))).toEqual(at(0, 5, 'abc'));
    expect(valueOf(again.mark('other'))).toBeNull();
    again.close();
  });

  it.each<[string, Mark, Mark, Mark]>([
    ['a higher version', at(0, 5), at(0, 6, 'new'), at(0, 6, 'new')],
    ['a lower version', at(0, 5, 'old'), at(0, 4), at(0, 5, 'old')],
    ['the same version with another digest', at(0, 5, 'old'), at(0, 5, 'new'), at(0, 5, 'old')],
    ['a higher epoch with a lower version', at(0, 5), at(1, 0), at(1, 0)],
    ['a lower epoch with a higher version', at(2, 5), at(1, 900), at(2, 5)],
    [
      'the highest version there can be',
      at(0, 5),
      at(0, Number.MAX_SAFE_INTEGER),
      at(0, Number.MAX_SAFE_INTEGER),
    ],
  ])('is the higher one after %s', (_, first, second, expected) => {
    const { log } = openLog(newFolder());
    valueOf(log.raiseMark('bundle', first));
    valueOf(log.raiseMark('bundle', second));
    expect(valueOf(log.mark('bundle'))).toEqual(expected);
    log.close();
  });

  it('cannot be lowered by any statement', () => {
    const dataDir = newFolder();
    const { log } = openLog(dataDir);
    valueOf(log.raiseMark('bundle', at(1, 5)));
    log.close();
    const db = new SqliteDatabase(join(dataDir, 'clipward.db'));
    expect(() => db.exec('UPDATE mark SET version = 4')).toThrow('marks never go back');
    expect(() => db.exec('UPDATE mark SET epoch = 0, version = 99')).toThrow('marks never go back');
    db.close();
  });

  it.each([at(-1, 0), at(0, 1.5), at(0, Number.NaN)])('is refused when it is no mark: %j', (mark) => {
    const { log } = openLog(newFolder());
    expect(log.raiseMark('bundle', mark)).toMatchObject({ ok: false });
    expect(valueOf(log.mark('bundle'))).toBeNull();
    log.close();
  });

  it('answers a closed log with a problem', () => {
    const { log } = openLog(newFolder());
    log.close();
    expect([log.mark('bundle').ok, log.raiseMark('bundle', at(0, 1)).ok]).toEqual([false, false]);
  });

  it('comes to a database of the first version with its events kept', () => {
    const db = new SqliteDatabase(':memory:');
    migrate(db, migrations.slice(0, 1));
    db.exec("INSERT INTO event (event_id, kind, at, body) VALUES ('e', 'agent', 'now', '{}')");
    expect(migrate(db)).toBe(migrations.length - 1);
    expect([versionOf(db), db.prepare('SELECT COUNT(*) FROM event').pluck().get()]).toEqual([20, 1]);
    expect(openMarks(db).mark('bundle')).toEqual({ ok: true, value: null });
  });
});
