import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  answerTo,
  daysLater,
  interaction,
  newFolder,
  openLog,
  started,
  storedEvents,
  valueOf,
} from '../fakes/audit-samples.ts';

/** A log with one interaction of each day, answered a day later, then `now` on day `until`. */
function logOfDays(days: number, until: number): ReturnType<typeof openLog> & { readonly dataDir: string } {
  let day = 0;
  const dataDir = newFolder();
  const opened = openLog(dataDir, () => daysLater(day));
  let asked: ReturnType<typeof interaction> | null = null;
  for (; day < days; day += 1) {
    if (asked !== null) valueOf(opened.log.append(answerTo(asked.interaction_id)));
    asked = interaction({ reason: `reason of day ${day}.` });
    valueOf(opened.log.append(asked));
  }
  day = until;
  return { ...opened, dataDir };
}

describe('retention', () => {
  it('deletes whole interactions older than the limit and leaves a note', () => {
    const { log } = logOfDays(10, 95);
    // Days 0 to 4 are older than 90 days on day 95; the answer to day 4 came on day 5 and goes with it.
    expect(valueOf(log.deleteExpired())).toBe(10);
    const { interactions } = valueOf(log.interactions());
    expect(interactions.map(({ at }) => at)).toEqual(
      [5, 6, 7, 8, 9].map((day) => daysLater(day).toISOString()),
    );
    expect(interactions.map(({ answer }) => answer)).toEqual(['cancel', 'cancel', 'cancel', 'cancel', null]);
    const range = `10 events from ${daysLater(0).toISOString()} to ${daysLater(5).toISOString()}`;
    expect(storedEvents(log).at(-1)).toMatchObject({
      what: 'expired-events-deleted',
      detail: expect.stringContaining(range),
    });
    log.close();
  });

  it('notes nothing when nothing is old', () => {
    const { log } = logOfDays(3, 5);
    expect(valueOf(log.deleteExpired(30))).toBe(0);
    expect(storedEvents(log)).toHaveLength(5);
    log.close();
  });

  it('deletes old events of the agent too', () => {
    let day = 0;
    const { log } = openLog(newFolder(), () => daysLater(day));
    valueOf(log.append(started));
    day = 100;
    expect(valueOf(log.deleteExpired())).toBe(1);
    log.close();
  });

  it('says how many were not delivered', () => {
    const { log } = logOfDays(10, 200);
    const delivery = log.delivery('collector');
    valueOf(delivery.next({ events: 7, bytes: 1_000_000 }));
    valueOf(delivery.acknowledge(7));
    valueOf(log.deleteExpired());
    expect(storedEvents(log)).toMatchObject([
      { detail: expect.stringContaining('12 of them not delivered') },
    ]);
    log.close();
  });

  it('leaves no trace of what it deleted in any file', () => {
    const { log, dataDir } = logOfDays(10, 95);
    valueOf(log.deleteExpired());
    const bytes = ['clipward.db', 'clipward.db-wal']
      .map((name) => readFileSync(join(dataDir, name), 'latin1'))
      .join('');
    const holds = (text: string): boolean => bytes.includes(text);
    expect([holds('reason of day 7.'), holds('reason of day 2.')]).toEqual([true, false]);
    log.close();
  });

  it.each([-1, Number.NaN])('refuses %s days', (days) => {
    const { log } = logOfDays(1, 95);
    expect(log.deleteExpired(days)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('number of days'),
    });
    expect(storedEvents(log)).toHaveLength(1);
    log.close();
  });
});
