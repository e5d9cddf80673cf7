import { describe, expect, it } from 'vitest';
import { openAuditLogReadOnly } from '../../src/audit/audit-reader.ts';
import { eachDay, type Span } from '../../src/cli/stored-interactions.ts';
import { failed, ok } from '../../src/shared/result.ts';
import { newFolder, openLog, valueOf } from '../fakes/audit-samples.ts';
import { writePastLog } from '../fakes/past-log.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ahead = new Date(Date.now() + 3 * DAY_MS).toISOString();
const moments = [
  '2026-03-01T00:00:00.000Z',
  '2026-03-01T23:59:59.999Z',
  '2026-03-02T00:00:00.000Z',
  '2026-03-05T12:00:00.000Z',
  ahead,
];

function read(span: Span) {
  const folder = newFolder();
  writePastLog(
    folder,
    moments.map((at) => ({ at })),
  );
  const reader = valueOf(openAuditLogReadOnly(folder));
  const days: string[][] = [];
  valueOf(eachDay(reader, span, (some) => ok(void days.push(some.map(({ at }) => at)))));
  reader.close();
  return days;
}

describe('stored interactions, day by day', () => {
  it.each<{ span: Span; expected: readonly string[] }>([
    { span: {}, expected: moments },
    { span: { since: new Date('2026-03-02') }, expected: moments.slice(2) },
    { span: { since: new Date('2020-01-01') }, expected: moments },
    { span: { until: new Date('2026-03-02') }, expected: moments.slice(0, 2) },
    { span: { since: new Date('2026-03-02'), until: new Date('2026-03-03') }, expected: moments.slice(2, 3) },
    { span: { since: new Date('2026-03-03'), until: new Date('2026-03-02') }, expected: [] },
  ])('are each given once, oldest first, within $span', ({ span, expected }) => {
    const days = read(span);
    expect(days.flat()).toEqual(expected);
    expect(Math.max(...days.map((day) => day.length))).toBeLessThanOrEqual(2);
  });

  it('are none in a log in which nothing happened', () => {
    const { log } = openLog(newFolder());
    expect(eachDay(log, {}, () => failed('not called'))).toEqual(ok(0));
    log.close();
  });

  it('end with the problem of whoever they are given to', () => {
    const folder = newFolder();
    writePastLog(folder, [{ at: moments[0] ?? '' }, { at: moments[3] ?? '' }]);
    const reader = valueOf(openAuditLogReadOnly(folder));
    let asked = 0;
    const ended = eachDay(reader, {}, () => {
      asked += 1;
      return failed('the disk is full');
    });
    expect([ended, asked]).toEqual([failed('the disk is full'), 1]);
    reader.close();
  });
});
