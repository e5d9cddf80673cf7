import { describe, expect, it } from 'vitest';
import { lintBundle } from '../../../src/agent/bundle/bundle-lint.ts';
import { andPolicy, bundleWith, NOW } from './clean-bundle.ts';

const never = (when: unknown): string | undefined =>
  lintBundle(JSON.stringify(bundleWith(andPolicy(when))), NOW).find(({ kind }) => kind === 'never-applies')
    ?.what;

const finding = (type: unknown, more = {}) => ({ finding: { type, ...more } });
const groups = (...names: string[]) => ({ user_group: { in: names } });
const not = (condition: unknown) => ({ not: condition });

/** Two conditions that exclude each other, and two alike that do not. */
const pairs: [string, [unknown, unknown], [unknown, unknown]][] = [
  [
    'no risk at all in what is not marked',
    [not({ unscanned: { in: ['concealed'] } }), not({ risk_level: { at_least: 'none' } })],
    [{ unscanned: { in: ['concealed'] } }, not({ risk_level: { at_least: 'none' } })],
  ],
  [
    'the night to Monday',
    [
      { time: { days: ['sun'], from: '22:00', to: '06:00' } },
      { time: { days: ['mon'], from: '06:00', to: '08:00' } },
    ],
    [
      { time: { days: ['sun'], from: '22:00', to: '06:00' } },
      { time: { days: ['mon'], from: '05:59', to: '08:00' } },
    ],
  ],
  [
    'labels',
    [{ label: { at_least: 'Restricted' } }, { label: { is: 'Public' } }],
    [{ label: { at_least: 'Internal' } }, { label: { in: ['Public', 'Restricted'] } }],
  ],
  [
    'a label and its opposite',
    [{ label: { is: 'Public' } }, not({ label: { at_least: 'Public' } })],
    [{ label: { is: 'Public' } }, not({ label: { at_least: 'Internal' } })],
  ],
  [
    'platforms',
    [{ platform_id: { in: ['grok'] } }, { platform_id: { in: ['claude', 'poe'] } }],
    [{ platform_id: { in: ['grok'] } }, { platform_id: { in: ['claude', 'grok'] } }],
  ],
  [
    'a platform and no AI',
    [{ ai_platform: false }, { platform_id: { in: ['grok'] } }],
    [{ ai_platform: false }, { platform_id: { in: ['unknown-site'] } }],
  ],
  [
    'a platform and the company’s word on it',
    [{ sanctioned: true }, { platform_id: { in: ['grok'] } }],
    [{ sanctioned: true }, { platform_id: { in: ['m365-copilot'] } }],
  ],
  [
    'sanctioned and no AI',
    [{ sanctioned: false }, { ai_platform: false }],
    [{ sanctioned: false }, { ai_platform: true }],
  ],
  [
    'risk scores',
    [{ risk_score: { gte: 0.8 } }, { risk_score: { lt: 0.8 } }],
    [{ risk_score: { gte: 0.79 } }, { risk_score: { lt: 0.8 } }],
  ],
  [
    'a score and a level',
    [{ risk_level: { at_least: 'high' } }, { risk_score: { lt: 0.8 } }],
    [{ risk_level: { at_least: 'high' } }, { risk_score: { lt: 0.81 } }],
  ],
  [
    'a score and what is found',
    [finding('CREDIT_CARD'), { risk_score: { lt: 0.5 } }],
    [finding('IP_ADDRESS'), { risk_score: { lt: 0.5 } }],
  ],
  [
    'a finding and its opposite',
    [finding('PASSPORT:FR', { min_distinct: 3 }), not(finding('PASSPORT'))],
    [finding('PASSPORT:FR'), not(finding('PASSPORT', { min_distinct: 2 }))],
  ],
  [
    'a finding in a marked text',
    [finding('EMAIL'), { unscanned: { in: ['concealed'] } }],
    [finding('EMAIL'), { unscanned: { in: ['too-large'] } }],
  ],
  [
    'a label on a marked text',
    [{ label: { is: 'Public' } }, { unscanned: { in: ['concealed'] } }],
    [not({ label: { is: 'Public' } }), { unscanned: { in: ['concealed'] } }],
  ],
  [
    'all read and not all read',
    [
      { unscanned: true },
      not({ unscanned: { in: ['too-large', 'unreadable', 'timed-out', 'failed', 'concealed'] } }),
    ],
    [{ unscanned: true }, not({ unscanned: { in: ['concealed'] } })],
  ],
  [
    'kinds of capture',
    [{ capture: { in: ['image'] } }, { capture: { in: ['text', 'files'] } }],
    [{ capture: { in: ['image'] } }, { capture: { in: ['text', 'unscanned'] } }],
  ],
  [
    'a file label on a text',
    [{ file_label: { is: 'Public' } }, { capture: { in: ['text'] } }],
    [{ file_label: { is: 'Public' } }, { capture: { in: ['text', 'files'] } }],
  ],
  [
    'a file label and a wider one that is not',
    [{ file_label: { is: 'Restricted' } }, not({ file_label: { at_least: 'Internal' } })],
    [{ file_label: { is: 'Public' } }, not({ file_label: { at_least: 'Internal' } })],
  ],
  [
    'source apps',
    [{ source_app: { in: ['Excel.exe'] } }, not({ source_app: { in: ['excel', 'word'] } })],
    [{ source_app: { in: ['excel', 'notes'] } }, not({ source_app: { in: ['excel'] } })],
  ],
  ['groups', [groups('hr'), not(groups('HR', 'legal'))], [groups('hr', 'legal'), not(groups('hr'))]],
  [
    'managed or not',
    [{ device_managed: true }, { device_managed: false }],
    [{ device_managed: true }, { device_managed: true }],
  ],
  [
    'days',
    [{ time: { days: ['sat'] } }, { time: { days: ['mon'] } }],
    [{ time: { days: ['fri'], from: '22:00', to: '06:00' } }, { time: { days: ['sat'] } }],
  ],
  [
    'hours',
    [{ time: { from: '08:00', to: '18:00' } }, { time: { from: '18:00', to: '08:00' } }],
    [{ time: { from: '08:00', to: '18:01' } }, { time: { from: '18:00', to: '08:00' } }],
  ],
  [
    'overrides',
    [{ overrides: { at_least: 5, hours: 1 } }, not({ overrides: { at_least: 3, hours: 2 } })],
    [{ overrides: { at_least: 5, hours: 2 } }, not({ overrides: { at_least: 3, hours: 1 } })],
  ],
];

describe('a policy that can never apply', () => {
  it.each(pairs)('is told by %s', (_, [left, right], [near, fine]) => {
    expect(never({ all: [left, right] })).toContain('exclude each other');
    expect(never({ all: [near, fine] })).toBeUndefined();
  });

  it.each(pairs)('is told by %s on either side of any', (_, [left, right]) => {
    expect(never({ any: [{ all: [left, right] }, { all: [right, left] }] })).toContain(
      'none of its branches',
    );
    expect(never({ any: [{ all: [left, right] }, { risk_level: { at_least: 'low' } }] })).toBeUndefined();
  });

  it('names the two conditions', () => {
    expect(
      never({
        all: [{ ai_platform: true }, { risk_score: { gte: 0.9 } }, not({ risk_level: { at_least: 'low' } })],
      }),
    ).toBe(
      'this policy can never apply: {"risk_score":{"gte":0.9}} and {"not":{"risk_level":{"at_least":"low"}}} exclude each other',
    );
  });

  it('is told within one leaf', () => {
    expect(never({ risk_score: { gte: 0.9 }, risk_level: { at_least: 'low' } })).toBeUndefined();
    expect(never({ sanctioned: true, platform_id: { in: ['grok'] } })).toContain('exclude each other');
  });

  it('is told by one impossible condition', () => {
    expect(never({ risk_score: { gte: 0.7, lt: 0.7 } })).toContain('holds for nothing there is');
    expect(never({ not: { any: [{ ai_platform: true }, { ai_platform: false }] } })).toContain(
      'always holds',
    );
  });

  it('is not told of a condition with too many ways to say', () => {
    const many = {
      any: Array.from({ length: 30 }, (_, n) => ({ finding: { type: 'EMAIL', min_distinct: n + 1 } })),
    };
    expect(never({ all: [many, many, many] })).toBeUndefined();
    expect(never({ all: [many, { device_managed: true }, { device_managed: false }] })).toBeDefined();
  });
});
