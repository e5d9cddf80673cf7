import { describe, expect, it } from 'vitest';
import { lintBundle } from '../../../src/agent/bundle/bundle-lint.ts';
import { bundleWith, NOW } from './clean-bundle.ts';

type Json = Record<string, unknown>;
const policy = (name: string, priority: number, when: unknown, more: Json = {}): Json => ({
  name,
  enabled: true,
  priority,
  when,
  action: 'coach',
  ...more,
});

const outranked = (...policies: Json[]): (string | undefined)[] =>
  lintBundle(JSON.stringify(bundleWith({ policies, tests: [] })), NOW)
    .filter(({ kind }) => kind === 'always-outranked')
    .map(({ name }) => name);

const atLeast = (name: string): Json => ({ label: { at_least: name } });
const on = (...ids: string[]): Json => ({ platform_id: { in: ids } });
const wide = policy('wide', 100, atLeast('Confidential'));
const narrow = (more: Json = {}): Json =>
  policy('narrow', 200, { all: [atLeast('Restricted'), on('grok')] }, more);

describe('a policy that never decides', () => {
  it('is told with the one that comes first', () => {
    const [remark] = lintBundle(
      JSON.stringify(bundleWith({ policies: [wide, narrow()], tests: [] })),
      NOW,
    ).filter(({ kind }) => kind === 'always-outranked');
    expect(remark?.what).toContain('"wide" (priority 100) comes first');
  });

  it.each<[string, Json[], string[]]>([
    ['a wider one before it', [wide, narrow()], ['narrow']],
    ['the wider one after it', [policy('wide', 300, atLeast('Confidential')), narrow()], []],
    ['a wider one that is off', [{ ...wide, enabled: false }, narrow()], []],
    ['a wider one that simulates', [{ ...wide, mode: 'simulate' }, narrow()], []],
    [
      'a wider one with an exception',
      [
        {
          ...wide,
          exceptions: [{ name: 'e', owner: 'o', expires: '2026-12-01T00:00:00Z', when: on('grok') }],
        },
        narrow(),
      ],
      [],
    ],
    ['one that fails closed', [wide, narrow({ on_failure: 'closed' })], []],
    [
      'the same condition, both closed',
      [
        { ...wide, on_failure: 'closed' },
        { ...wide, name: 'z', on_failure: 'closed' },
      ],
      ['z'],
    ],
    [
      'each of its branches',
      [
        policy('a', 1, on('grok')),
        policy('b', 2, on('poe')),
        policy('c', 3, { any: [on('poe'), on('grok')] }),
      ],
      ['c'],
    ],
    [
      'one of its branches only',
      [policy('a', 1, on('grok')), policy('c', 3, { any: [on('poe'), on('grok')] })],
      [],
    ],
    [
      'the same priority and a stricter action',
      [policy('a', 5, on('grok')), policy('b', 5, on('grok'), { action: 'block' })],
      ['a'],
    ],
    [
      'more of a type',
      [
        policy('a', 1, { finding: { type: 'EMAIL' } }),
        policy('b', 2, { finding: { type: 'EMAIL', min_distinct: 5 } }),
      ],
      ['b'],
    ],
    [
      'less of a type',
      [
        policy('a', 1, { finding: { type: 'EMAIL', min_distinct: 5 } }),
        policy('b', 2, { finding: { type: 'EMAIL' } }),
      ],
      [],
    ],
    [
      'a family of types',
      [
        policy('a', 1, { finding: { type: ['EMAIL', 'PASSPORT'] } }),
        policy('b', 2, { finding: { type: 'PASSPORT:FR' } }),
      ],
      ['b'],
    ],
    [
      'a sub-group',
      [
        policy('a', 1, { user_group: { in: ['hr', 'legal'] } }),
        policy('b', 2, { user_group: { in: ['HR'] } }),
      ],
      ['b'],
    ],
    [
      'hours within hours',
      [
        policy('a', 1, { time: { from: '18:00', to: '08:00' } }),
        policy('b', 2, { time: { from: '20:00', to: '23:00' } }),
      ],
      ['b'],
    ],
    [
      'any risk at all, before what is not marked',
      [
        policy('a', 1, { risk_level: { at_least: 'none' } }),
        policy('b', 2, { not: { unscanned: { in: ['concealed'] } } }),
        policy('c', 3, { unscanned: { in: ['concealed'] } }),
      ],
      ['b'],
    ],
    [
      'something else besides',
      [policy('a', 1, { ...atLeast('Public'), device_managed: true }), policy('b', 2, atLeast('Public'))],
      [],
    ],
  ])('as there is %s: %#', (_, policies, names) => {
    expect(outranked(...policies)).toEqual(names);
  });
});
