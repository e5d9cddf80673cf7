import type { Database } from 'better-sqlite3';
import { markSchema, type Mark } from '../shared/mark.ts';
import { failed, ok, parse, type Result } from '../shared/result.ts';
import { trying } from './sqlite-result.ts';

/** Marks by name, in the database: the second place of what must not be forgotten when a file is deleted. */
export interface Marks {
  /** Null: nothing has that name yet. */
  mark(name: string): Result<Mark | null>;
  /** On disk when it comes back ok. One that is not higher than what stands there changes nothing. */
  raiseMark(name: string, mark: Mark): Result<void>;
}

export const READ_MARK = 'SELECT epoch, version, digest FROM mark WHERE name = ?';
const RAISE_MARK = `INSERT INTO mark (name, epoch, version, digest) VALUES (?, ?, ?, ?)
  ON CONFLICT (name) DO UPDATE SET epoch = excluded.epoch, version = excluded.version, digest = excluded.digest
  WHERE (excluded.epoch, excluded.version) > (epoch, version)`;

export function openMarks(db: Database): Marks {
  return {
    mark: (name) => {
      const row = trying(db, 'reading a mark', () => db.prepare<[string], Mark>(READ_MARK).get(name) ?? null);
      if (!row.ok || row.value === null) return row;
      return parse(markSchema, row.value, `mark ${name} of the audit log`);
    },
    raiseMark: (name, mark) => {
      const valid = parse(markSchema, mark, `mark ${name}`);
      if (!valid.ok) return failed(valid.problem);
      const { epoch, version, digest } = valid.value;
      const raised = trying(db, 'raising a mark', () =>
        db.prepare(RAISE_MARK).run(name, epoch, version, digest),
      );
      return raised.ok ? ok(undefined) : raised;
    },
  };
}
