import { describe, expect, it } from 'vitest';
import { formatCsv, formatReport } from '../../src/audit/report-format.ts';
import { classificationReport, NO_LABEL, reportRows, shares } from '../../src/audit/report.ts';
import type { Action } from '../../src/shared/verdict.ts';
import { daysLater, interaction, newFolder, openLog, valueOf } from '../fakes/audit-samples.ts';

const labels = ['Public', 'Internal', 'Confidential', 'Restricted', null] as const;
const actions: readonly Action[] = ['allow', 'log', 'coach', 'block'];

/** A fixed sequence that looks random: the same at every run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

describe('the classification report', () => {
  it('counts each label, its high risks and its blocks', () => {
    const rows = classificationReport(
      [
        interaction(),
        interaction({ action: 'coach' }),
        interaction({ label: 'Public', risk_level: 'none', action: 'allow' }),
        interaction({ label: null, risk_level: 'low' }),
      ],
      ['Public', 'Restricted'],
    );
    expect(rows).toEqual([
      { label: 'Public', count: 1, percent: 25, high_risk: 0, blocked: 0 },
      { label: 'Restricted', count: 2, percent: 50, high_risk: 2, blocked: 1 },
      { label: NO_LABEL, count: 1, percent: 25, high_risk: 0, blocked: 1 },
    ]);
  });

  it('shows labels outside the given order by count, and no label last', () => {
    const row = (label: string | null, count: number) => ({ label, count, high_risk: 0, blocked: 0 });
    const rows = reportRows(
      [row(null, 9), row('b', 1), row('c', 2), row('a', 1), row('first', 1), row('gone', 0)],
      ['first'],
    );
    expect(rows.map(({ label }) => label)).toEqual(['first', 'c', 'a', 'b', NO_LABEL]);
  });

  it.each([
    { counts: [1, 1, 1], percents: [33.4, 33.3, 33.3] },
    { counts: [2, 1], percents: [66.7, 33.3] },
    { counts: [1, 1, 1, 1, 1, 1], percents: [16.7, 16.7, 16.7, 16.7, 16.6, 16.6] },
    { counts: [1_000_000, 1], percents: [100, 0] },
    { counts: [7], percents: [100] },
    { counts: [], percents: [] },
  ])('gives $counts the percentages $percents', ({ counts, percents }) => {
    const rows = reportRows(
      counts.map((count, index) => ({ label: `${index}`, count, high_risk: 0, blocked: 0 })),
    );
    expect(rows.map(({ percent }) => percent)).toEqual(percents);
  });

  it('always adds up to 100.0', () => {
    const next = numbersFrom(7);
    for (let round = 0; round < 500; round += 1) {
      const weights = Array.from({ length: 1 + next(12) }, () => 1 + next(100_000));
      const tenths = shares(weights, 1000);
      expect(tenths.reduce((sum, share) => sum + share, 0)).toBe(1000);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      tenths.forEach((share, index) =>
        expect(Math.abs(share - ((weights[index] ?? 0) * 1000) / total)).toBeLessThan(1),
      );
    }
  });

  it('is the same counted by the database', () => {
    const next = numbersFrom(11);
    let day = 0;
    const { log } = openLog(newFolder(), () => daysLater(day));
    for (let count = 0; count < 200; count += 1) {
      day = Math.floor(count / 20);
      const draft = interaction({
        label: labels[next(labels.length)] ?? null,
        action: actions[next(actions.length)] ?? 'allow',
        risk_level: next(2) === 0 ? 'high' : 'low',
        platform_id: next(2) === 0 ? 'chatgpt' : 'deepseek',
      });
      valueOf(log.append(draft));
    }
    const filters = [
      {},
      { since: daysLater(3), until: daysLater(7) },
      { platform: 'deepseek' },
      { label: null },
      { label: 'Public' },
    ];
    for (const filter of filters) {
      const counted = reportRows(valueOf(log.labelCounts(filter)));
      expect(counted.length).toBeGreaterThan(0);
      expect(counted).toEqual(classificationReport(valueOf(log.interactions(filter)).interactions));
    }
    log.close();
  });
});

describe('the report as text', () => {
  const rows = [
    { label: 'Restricted', count: 12, percent: 92.3, high_risk: 12, blocked: 10 },
    { label: NO_LABEL, count: 1, percent: 7.7, high_risk: 0, blocked: 0 },
  ];

  it('is a table with a total', () => {
    expect(formatReport(rows, 'table')).toBe(
      [
        'Label       Count  % of total  High risk  Blocked',
        'Restricted     12        92.3         12       10',
        '(none)          1         7.7          0        0',
        'Total          13       100.0         12       10',
        '',
      ].join('\n'),
    );
  });

  it('says so when there is nothing', () => {
    expect(formatReport([], 'table')).toBe('No interactions.\n');
  });

  it('lets no label command the terminal', () => {
    expect(
      formatReport([{ label: '\u001b[2J', count: 1, percent: 100, high_risk: 0, blocked: 0 }], 'table'),
    ).not.toContain('\u001b');
  });

  it('is CSV', () => {
    expect(formatReport(rows, 'csv')).toBe(
      'label,count,percent,high_risk,blocked\r\nRestricted,12,92.3,12,10\r\n(none),1,7.7,0,0\r\n',
    );
  });

  it('is JSON', () => {
    expect(JSON.parse(formatReport(rows, 'json'))).toEqual(rows);
  });

  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['a=b', 'a=b'],
  ])('writes the cell %j as %j', (cell, written) => {
    expect(formatCsv([[cell]])).toBe(`${written}\r\n`);
  });
});
