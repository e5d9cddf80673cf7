import type { Database } from 'better-sqlite3';
import * as events from './migrations/0010-events.ts';
import * as marks from './migrations/0020-marks.ts';

/** One step of the schema. Numbered in tens so that a fix can go between two that are already out. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** In rising order. */
export const migrations: readonly Migration[] = [events, marks];

/**
 * False: made by a newer Clipward, or by something else. Not ours to touch.
 * 0 is a database that has no schema yet.
 */
export function isKnownVersion(version: number, steps: readonly Migration[] = migrations): boolean {
  return version === 0 || steps.some((step) => step.version === version);
}

/**
 * Brings a database of a known version to the newest one: all pending steps in one transaction, together with
 * `user_version`. Gives the number of steps. Throws SqliteError when one does not fit; nothing is changed then.
 */
export function migrate(db: Database, steps: readonly Migration[] = migrations): number {
  const present = versionOf(db);
  const pending = steps.filter((step) => step.version > present);
  const apply = db.transaction(() => {
    for (const step of pending) {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }
  });
  if (pending.length > 0) apply.immediate();
  return pending.length;
}

/** 0 for a database that has no schema yet. */
export function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
