import type { Database } from 'better-sqlite3';
import * as events from './migrations/0010-events.ts';

/** One step of the schema. Numbered in tens so that a fix can go between two that are already out. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** In rising order. */
export const migrations: readonly Migration[] = [events];

export type Migrated =
  | { readonly kind: 'done'; readonly applied: number }
  /** Made by a newer Clipward, or by something else: not ours to touch. */
  | { readonly kind: 'foreign'; readonly version: number };

/**
 * Brings the schema to the newest version: all pending steps in one transaction, together with `user_version`.
 * Throws SqliteError when a step does not fit what is there; nothing is changed then.
 */
export function migrate(db: Database, steps: readonly Migration[] = migrations): Migrated {
  const present = versionOf(db);
  if (present !== 0 && !steps.some((step) => step.version === present)) {
    return { kind: 'foreign', version: present };
  }
  const pending = steps.filter((step) => step.version > present);
  const apply = db.transaction(() => {
    for (const step of pending) {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }
  });
  if (pending.length > 0) apply.immediate();
  return { kind: 'done', applied: pending.length };
}

/** 0 for a database that has no schema yet. */
export function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
