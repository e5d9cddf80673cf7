import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { INSERT_EVENT, rowOf } from '../../src/audit/event-rows.ts';
import { migrate } from '../../src/audit/migrations.ts';
import {
  ANY_RELABELLED,
  COUNT_AFTER,
  EVENTS_BY_SEQ,
  EXPIRED,
  interactionsQuery,
  labelCountsQuery,
  OPEN_INTERACTIONS,
  relabelledCountsQuery,
} from '../../src/audit/queries.ts';
import { appendMany, newFolder, openLog, START } from '../fakes/audit-samples.ts';

const everything = { since: START, until: START, label: 'Public', platform: 'chatgpt' };
const byTime = 'INDEX event_report (kind=? AND at>? AND at<?)';
const older = 'INDEX event_report (kind=? AND at<?)';
const sameInteraction = 'INDEX event_interaction (interaction_id=? AND kind=?)';
const bySeq = 'INTEGER PRIMARY KEY';
/** The newest label of an interaction: one look into an index, one at the row. */
const joined = [
  `SEARCH relabel USING ${bySeq} (rowid=?) LEFT-JOIN`,
  `SEARCH later USING COVERING ${sameInteraction}`,
];

/** Each query and how it must find its rows; `EXPLAIN QUERY PLAN` tells. */
const hotQueries: readonly {
  readonly name: string;
  readonly sql: string;
  readonly reads: readonly string[];
}[] = [
  {
    name: 'all interactions',
    sql: interactionsQuery({}).sql,
    reads: [
      'SEARCH event USING INDEX event_report (kind=?)',
      ...joined,
      `SEARCH answer USING ${sameInteraction}`,
    ],
  },
  {
    name: 'interactions by every filter',
    sql: interactionsQuery(everything).sql,
    reads: [`SEARCH event USING ${byTime}`, ...joined, `SEARCH answer USING ${sameInteraction}`],
  },
  {
    name: 'label counts',
    sql: labelCountsQuery({}).sql,
    reads: ['SEARCH event USING COVERING INDEX event_report (kind=?)'],
  },
  {
    name: 'label counts by every filter',
    sql: labelCountsQuery(everything).sql,
    reads: [`SEARCH event USING COVERING ${byTime}`],
  },
  {
    name: 'was any label worked out again?',
    sql: ANY_RELABELLED,
    reads: ['SEARCH event USING COVERING INDEX event_report (kind=?)'],
  },
  {
    name: 'label counts where some were worked out again',
    sql: relabelledCountsQuery(everything).sql,
    reads: [`SEARCH event USING ${byTime}`, ...joined],
  },
  {
    name: 'open interactions',
    sql: OPEN_INTERACTIONS,
    reads: ['SCAN event USING INDEX event_held', `SEARCH answer USING COVERING ${sameInteraction}`],
  },
  { name: 'upload', sql: EVENTS_BY_SEQ, reads: [`SEARCH event USING ${bySeq} (rowid>? AND rowid<?)`] },
  { name: 'undelivered', sql: COUNT_AFTER, reads: [`SEARCH event USING ${bySeq} (rowid>?)`] },
  ...EXPIRED.map((condition, index) => ({
    name: `retention, step ${index + 1}`,
    sql: `DELETE FROM event WHERE ${condition}`,
    reads:
      [
        [`SEARCH event USING COVERING ${sameInteraction}`, `SEARCH event USING ${older}`],
        [`SEARCH event USING COVERING ${sameInteraction}`, `SEARCH event USING ${older}`],
        [`SEARCH event USING ${older}`],
        [`SEARCH event USING ${older}`, `SEARCH asked USING COVERING ${sameInteraction}`],
        [`SEARCH event USING ${older}`, `SEARCH asked USING COVERING ${sameInteraction}`],
        [`SEARCH event USING ${older}`],
      ][index] ?? [],
  })),
];

describe('every hot query finds its rows by an index', () => {
  const { log } = openLog(newFolder());
  const db = new SqliteDatabase(':memory:');
  migrate(db);
  for (const event of appendMany(log, 50)) db.prepare(INSERT_EVENT).run(rowOf(event));
  log.close();

  it.each(hotQueries)('$name', ({ sql, reads }) => {
    const marks = [...sql.matchAll(/\?/g)].map(() => null);
    const plan = db
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...marks, ...(sql.includes(':keep') ? [{ keep: '' }] : []))
      .map((row) => row.detail);
    expect(plan.filter((detail) => /^(SEARCH|SCAN)/.test(detail))).toEqual(reads);
  });
});
