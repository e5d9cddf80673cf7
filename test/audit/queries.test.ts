import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { INSERT_EVENT, rowOf } from '../../src/audit/event-rows.ts';
import { migrate } from '../../src/audit/migrations.ts';
import {
  COUNT_AFTER,
  EVENTS_BY_SEQ,
  EXPIRED,
  interactionsQuery,
  labelCountsQuery,
  OPEN_INTERACTIONS,
} from '../../src/audit/queries.ts';
import { appendMany, newFolder, openLog, START } from '../fakes/audit-samples.ts';

const everything = { since: START, until: START, label: 'Public', platform: 'chatgpt' };

const hotQueries: readonly (readonly [name: string, sql: string])[] = [
  ['all interactions', interactionsQuery({}).sql],
  ['interactions of a time', interactionsQuery({ since: START }).sql],
  ['interactions by every filter', interactionsQuery(everything).sql],
  ['label counts', labelCountsQuery({}).sql],
  ['label counts by every filter', labelCountsQuery(everything).sql],
  ['open interactions', OPEN_INTERACTIONS],
  ['upload', EVENTS_BY_SEQ],
  ['undelivered', COUNT_AFTER],
  ...EXPIRED.map((condition) => [`retention: ${condition}`, `DELETE FROM event WHERE ${condition}`] as const),
];

describe('every hot query finds its rows by an index', () => {
  const { log } = openLog(newFolder());
  const db = new SqliteDatabase(':memory:');
  migrate(db);
  for (const event of appendMany(log, 50)) db.prepare(INSERT_EVENT).run(rowOf(event));
  log.close();

  it.each(hotQueries)('%s', (_name, sql) => {
    const marks = [...sql.matchAll(/\?/g)].map(() => null);
    const plan = db
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...marks, ...(sql.includes(':keep') ? [{ keep: '' }] : []))
      .map((row) => row.detail);
    if (process.env['SHOW_PLANS']) console.log(_name, plan);
    const reads = plan.filter((detail) => /^(SEARCH|SCAN) (event|answer|asked)/.test(detail));
    expect(reads.length).toBeGreaterThan(0);
    expect(
      reads.filter((detail) => !/USING (COVERING INDEX|INDEX|INTEGER PRIMARY KEY)/.test(detail)),
    ).toEqual([]);
    expect(reads.filter((detail) => detail.startsWith('SCAN') && !detail.includes('event_held'))).toEqual([]);
  });
});
