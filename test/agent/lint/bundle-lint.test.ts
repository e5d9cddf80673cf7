import { describe, expect, it } from 'vitest';
import { lintBundle, type PlacedRemark } from '../../../src/agent/bundle/bundle-lint.ts';
import { pathInWords } from '../../../src/shared/json-lines.ts';
import {
  andPolicy,
  block,
  bundleWith,
  coach,
  contains,
  labels,
  labelsWith,
  mapping,
  NOW,
  rules,
  score,
} from './clean-bundle.ts';

type Json = Record<string, unknown>;

const lint = (changes: Json): readonly PlacedRemark[] =>
  lintBundle(JSON.stringify(bundleWith(changes), null, 2), NOW);

const DAY = 24 * 60 * 60 * 1000;
const inDays = (days: number): string => new Date(NOW + days * DAY).toISOString();
const exception = (expires: string, when: unknown = { user_group: { in: ['legal'] } }): Json => ({
  name: 'Audit',
  owner: 'Legal',
  expires,
  when,
});
const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
const ownType = (more: Json = {}): Json => ({
  type: 'CUSTOM:BERTH',
  name: 'Berth',
  regexes: { number: '\\bBR-[0-9]{6}\\b' },
  patterns: [{ confidence: 'high', find: 'number' }],
  ...more,
});
const naming = (type: Json): Json => ({ types: [type], ...andPolicy({ finding: { type: 'CUSTOM:BERTH' } }) });
const platform = { platform_id: 'house-ai', name: 'House AI', hostnames: ['ai.example.com'] };

interface Row {
  kind: string;
  severity: 'error' | 'warning' | 'hint';
  is: Json;
  path: string;
  says: string;
  not: Json;
}

const about: Row[] = [
  {
    kind: 'schema',
    severity: 'error',
    is: { mapping: [{ ...mapping[0], label: 'Secret' }] },
    path: 'mapping[0].label',
    says: 'there is no "Secret"',
    not: {},
  },
  {
    kind: 'unknown-type',
    severity: 'error',
    is: andPolicy({ finding: { type: 'CREDIT_CRAD' } }),
    path: 'policies[2].when.finding.type',
    says: 'there is no type "CREDIT_CRAD"',
    not: andPolicy({ finding: { type: 'credit card number' } }),
  },
  {
    kind: 'type-unusable',
    severity: 'error',
    is: naming(ownType({ regexes: { number: '(a)\\1' } })),
    path: 'types[0]',
    says: 'CUSTOM:BERTH',
    not: naming(ownType()),
  },
  {
    kind: 'platform-unusable',
    severity: 'error',
    is: { platforms: [{ platform_id: 'house-ai' }] },
    path: 'platforms[0]',
    says: 'a name',
    not: { platforms: [platform] },
  },
  {
    kind: 'cannot-be-signed',
    severity: 'warning',
    is: { tenant: undefined },
    path: 'top level',
    says: '"tenant" is missing',
    not: {},
  },
  {
    kind: 'issued-in-the-future',
    severity: 'error',
    is: { issued: inDays(1) },
    path: 'issued',
    says: 'in the future',
    not: { issued: inDays(0) },
  },
  {
    kind: 'expired',
    severity: 'error',
    is: { expires: inDays(-0.1) },
    path: 'expires',
    says: 'is over',
    not: { expires: inDays(20) },
  },
  {
    kind: 'expires-soon',
    severity: 'warning',
    is: { expires: inDays(13) },
    path: 'expires',
    says: 'less than 14 days',
    not: { expires: inDays(15) },
  },
  {
    kind: 'expires-late',
    severity: 'hint',
    is: { expires: inDays(401) },
    path: 'expires',
    says: 'more than 400 days',
    not: { expires: inDays(399) },
  },
  {
    kind: 'block-without-contact',
    severity: 'warning',
    is: { contact: undefined },
    path: 'policies[0]',
    says: 'nobody to ask',
    not: { contact: undefined, policies: [block({ coaching: { en: { contact: 'Ann' } } }), coach()] },
  },
  {
    kind: 'coaching-too-long',
    severity: 'warning',
    is: { coaching: { en: { text: words(46) } } },
    path: 'coaching.en.text',
    says: '46 words',
    not: { coaching: { en: { text: words(45) } } },
  },
  {
    kind: 'unknown-placeholder',
    severity: 'warning',
    is: { coaching: { en: { title: 'Stop, {name}' } } },
    path: 'coaching.en.title',
    says: '{name}',
    not: { coaching: { en: { title: 'Stop at {platform}' } } },
  },
  {
    kind: 'missing-language',
    severity: 'warning',
    is: {
      coaching: { en: { title: 'Stop' }, de: { title: 'Halt' } },
      policies: [block({ coaching: { en: { title: 'No' } } }), coach()],
    },
    path: 'policies[0].coaching',
    says: '"de"',
    not: {
      coaching: { en: { title: 'Stop' } },
      policies: [block({ coaching: { en: { title: 'No' } } }), coach()],
    },
  },
  {
    kind: 'reasons-do-not-match',
    severity: 'warning',
    is: { policies: [block(), coach({ reasons: ['a', 'b'], coaching: { de: { reasons: ['x'] } } })] },
    path: 'policies[1].coaching.de.reasons',
    says: '1 reasons, and the policy has 2',
    not: { policies: [block(), coach({ reasons: ['a', 'b'], coaching: { de: { reasons: ['x', 'y'] } } })] },
  },
  {
    kind: 'type-off',
    severity: 'warning',
    is: naming(
      ownType({ missing: ['towns'], patterns: [{ confidence: 'high', find: 'number', needs: ['towns'] }] }),
    ),
    path: 'types[0].missing',
    says: '"towns"',
    not: naming(ownType()),
  },
  {
    kind: 'type-not-named',
    severity: 'hint',
    is: { types: [ownType()] },
    path: 'types[0]',
    says: 'CUSTOM:BERTH',
    not: naming(ownType()),
  },
  {
    kind: 'slow-expression',
    severity: 'warning',
    is: naming(ownType({ regexes: { number: '(a|b)*a(a|b){300}x' } })),
    path: 'types[0].regexes.number',
    says: 'steps for each character',
    not: naming(ownType({ regexes: { number: '(?i)[a-z0-9.]{1,64}@[a-z0-9.-]{1,190}\\.[a-z]{2,10}' } })),
  },
  {
    kind: 'large-dictionary',
    severity: 'hint',
    is: naming({
      kind: 'dictionary',
      type: 'CUSTOM:BERTH',
      name: 'B',
      terms: Array.from({ length: 50_001 }, (_, n) => `term ${n}`),
    }),
    path: 'types[0].terms',
    says: '50001 terms',
    not: naming({ kind: 'dictionary', type: 'CUSTOM:BERTH', name: 'B', terms: ['one'] }),
  },
];

const aboutLabels: Row[] = [
  {
    kind: 'gap',
    severity: 'warning',
    is: { mapping: [], ...rules([score('gte', 0.8), 'Confidential'], [score('lt', 0.5), 'Public']) },
    path: 'mapping',
    says: 'risk 0.50 to 0.79 gets no label',
    not: { mapping: [], default_label: 'Internal' },
  },
  {
    kind: 'level-without-row',
    severity: 'hint',
    is: { mapping: mapping.slice(0, 3), default_label: 'Internal' },
    path: 'mapping',
    says: 'no row for high risk',
    not: {},
  },
  {
    kind: 'rule-against-mapping',
    severity: 'warning',
    is: rules([score('gte', 0.8), 'Confidential']),
    path: 'dynamic_rules.rules[0]',
    says: '"CREDIT_CARD" and "NIR" at risk 0.80 to 1 gets "Confidential"',
    not: rules([score('gte', 0.8), 'Restricted']),
  },
  {
    kind: 'rule-against-mapping',
    severity: 'warning',
    is: rules([contains('NIR'), 'Internal']),
    path: 'dynamic_rules.rules[0]',
    says: '"NIR"',
    not: rules([contains('NIR'), 'Restricted']),
  },
  {
    kind: 'type-with-two-labels',
    severity: 'warning',
    is: {
      mapping: mapping.map((row) => ({
        ...row,
        types: row.risk_level === 'low' ? ['NIR'] : (row.types ?? []),
      })),
    },
    path: 'mapping[1]',
    says: 'mapping[3] for "Restricted"',
    not: {},
  },
  {
    kind: 'type-with-two-labels',
    severity: 'warning',
    is: rules(
      [contains('NATIONAL_ID'), 'Restricted'],
      [contains(['PHONE', 'NATIONAL_ID:FR']), 'Confidential'],
    ),
    path: 'dynamic_rules.rules[1]',
    says: '"NATIONAL_ID:FR"',
    not: rules([contains('NATIONAL_ID:FR'), 'Restricted'], [contains('PHONE'), 'Confidential']),
  },
  {
    kind: 'rule-never-reached',
    severity: 'warning',
    is: rules([score('gte', 0.7), 'Restricted'], [score('gte', 0.9), 'Restricted']),
    path: 'dynamic_rules.rules[1]',
    says: 'never reached',
    not: rules([score('gte', 0.9), 'Restricted'], [score('gte', 0.7), 'Restricted']),
  },
  {
    kind: 'rule-never-reached',
    severity: 'warning',
    is: rules([contains('NATIONAL_ID'), 'Restricted'], [contains('NATIONAL_ID:FR'), 'Restricted']),
    path: 'dynamic_rules.rules[1]',
    says: 'never reached',
    not: rules([contains('NATIONAL_ID:FR'), 'Restricted'], [contains('NATIONAL_ID'), 'Restricted']),
  },
  {
    kind: 'rule-never-reached',
    severity: 'warning',
    is: rules([score('gte', 0.7), 'Restricted'], [contains('CREDIT_CARD'), 'Restricted']),
    path: 'dynamic_rules.rules[1]',
    says: 'never reached',
    not: rules([score('lt', 0.95), 'Restricted'], [contains('CREDIT_CARD'), 'Restricted']),
  },
  {
    kind: 'rule-never-reached',
    severity: 'warning',
    is: rules([score('lt', 0), 'Public']),
    path: 'dynamic_rules.rules[0]',
    says: 'no score is below 0',
    not: rules([score('lt', 0.01), 'Public']),
  },
  {
    kind: 'label-falls-as-risk-rises',
    severity: 'warning',
    is: {
      mapping: mapping.map((row) =>
        row.risk_level === 'high' ? { ...row, label: 'Internal', types: [] } : row,
      ),
    },
    path: 'dynamic_rules',
    says: 'risk 0.80 gets "Internal"',
    not: {},
  },
  {
    kind: 'label-disabled',
    severity: 'warning',
    is: { labels: labelsWith('Restricted', { enabled: false }) },
    path: 'mapping[3].label',
    says: '"Restricted" is disabled',
    not: { labels: [...labels, { id: 'old', name: 'Old', color: '#000000', priority: 9, enabled: false }] },
  },
  {
    kind: 'label-out-of-scope',
    severity: 'warning',
    is: { labels: labelsWith('Restricted', { scopes: ['site'] }) },
    path: 'mapping[3].label',
    says: 'for site, not for files',
    not: { labels: labelsWith('Restricted', { scopes: ['file', 'email', 'site'] }) },
  },
  {
    kind: 'label-is-a-group',
    severity: 'warning',
    is: { labels: labelsWith('Public', { parentId: 'restricted' }) },
    path: 'mapping[3].label',
    says: 'has sub-labels',
    not: {
      labels: [
        ...labels,
        { id: 'hr', name: 'HR', parentId: 'group', color: '#000000', priority: 9 },
        { id: 'group', name: 'Group', color: '#000000', priority: 8 },
      ],
    },
  },
  {
    kind: 'label-never-given',
    severity: 'warning',
    is: {
      labels: [...labels, { id: 'top', name: 'Top', color: '#000000', priority: 9 }],
      ...andPolicy({ label: { is: 'Top' } }),
    },
    path: 'policies[2].when',
    says: 'no rule, no mapping row',
    not: {
      labels: [...labels, { id: 'top', name: 'Top', color: '#000000', priority: 9 }],
      default_label: 'Top',
      ...andPolicy({ label: { is: 'Top' } }),
    },
  },
];

const aboutPolicies: Row[] = [
  {
    kind: 'switched-off',
    severity: 'hint',
    is: andPolicy({ risk_level: { at_least: 'low' } }, { enabled: false }),
    path: 'policies[2].enabled',
    says: 'switched off',
    not: {},
  },
  {
    kind: 'simulates',
    severity: 'hint',
    is: andPolicy({ risk_level: { at_least: 'low' } }, { mode: 'simulate' }),
    path: 'policies[2].mode',
    says: 'only simulates',
    not: {},
  },
  {
    kind: 'simulates-for-long',
    severity: 'warning',
    is: { issued: inDays(-31), ...andPolicy({ risk_level: { at_least: 'low' } }, { mode: 'simulate' }) },
    path: 'policies[2].mode',
    says: 'at least 31 days',
    not: { issued: inDays(-30), ...andPolicy({ risk_level: { at_least: 'low' } }, { mode: 'simulate' }) },
  },
  {
    kind: 'setting-without-effect',
    severity: 'hint',
    is: andPolicy({ risk_level: { at_least: 'low' } }, { reasons: ['because'] }),
    path: 'policies[2].reasons',
    says: '"reasons" has no effect',
    not: { policies: [block(), coach({ reasons: ['because'] })] },
  },
  {
    kind: 'exception-expired',
    severity: 'warning',
    is: { policies: [block({ exceptions: [exception(inDays(-1))] }), coach()] },
    path: 'policies[0].exceptions[0].expires',
    says: 'of Legal ended',
    not: { policies: [block({ exceptions: [exception(inDays(30))] }), coach()] },
  },
  {
    kind: 'exception-lasts-long',
    severity: 'warning',
    is: { policies: [block({ exceptions: [exception(inDays(91))] }), coach()] },
    path: 'policies[0].exceptions[0].expires',
    says: 'within 90 days',
    not: { policies: [block({ exceptions: [exception(inDays(89))] }), coach()] },
  },
  {
    kind: 'exception-never-used',
    severity: 'warning',
    is: { policies: [block({ exceptions: [exception(inDays(9), { label: { is: 'Public' } })] }), coach()] },
    path: 'policies[0].exceptions[0].when',
    says: '"Audit" can never hold',
    not: { policies: [block({ exceptions: [exception(inDays(9))] }), coach()] },
  },
  {
    kind: 'block-without-test',
    severity: 'warning',
    is: { tests: [] },
    path: 'policies[0]',
    says: 'no test expects',
    not: { tests: [], policies: [coach()] },
  },
  {
    kind: 'test-of-nothing',
    severity: 'error',
    is: { tests: [{ name: 't', text: 'x', platform: 'grok', expect: { policy: 'Block Restrictd' } }] },
    path: 'tests[0].expect.policy',
    says: 'no policy "Block Restrictd"',
    not: { tests: [{ name: 't', text: 'x', platform: 'grok', expect: { policy: null } }] },
  },
  {
    kind: 'test-name-twice',
    severity: 'hint',
    is: {
      tests: [1, 2].map(() => ({ name: 't', text: 'x', platform: 'grok', expect: { action: 'allow' } })),
    },
    path: 'tests[1].name',
    says: 'another test',
    not: {},
  },
  {
    kind: 'unknown-platform',
    severity: 'error',
    is: andPolicy({ platform_id: { in: ['grok', 'chat-gpt'] } }),
    path: 'policies[2].when.platform_id.in[1]',
    says: 'no AI platform "chat-gpt"',
    not: { platforms: [platform], ...andPolicy({ platform_id: { in: ['house-ai', 'unknown-site'] } }) },
  },
  {
    kind: 'platform-switched-off',
    severity: 'warning',
    is: andPolicy({ platform_id: { in: ['ollama', 'grok'] } }),
    path: 'policies[2].when.platform_id.in[0]',
    says: 'switched off',
    not: {
      platforms: [{ platform_id: 'ollama', enabled: true }],
      ...andPolicy({ platform_id: { in: ['ollama', 'grok'] } }),
    },
  },
  {
    kind: 'branch-never-holds',
    severity: 'warning',
    is: andPolicy({
      any: [
        { risk_level: { at_least: 'high' } },
        { all: [{ ai_platform: false }, { platform_id: { in: ['grok'] } }] },
      ],
    }),
    path: 'policies[2].when.any[1]',
    says: 'exclude each other',
    not: andPolicy({ any: [{ risk_level: { at_least: 'high' } }, { platform_id: { in: ['grok'] } }] }),
  },
  {
    kind: 'same-condition',
    severity: 'hint',
    is: { policies: [block(), coach(), { ...coach({ name: 'Again', priority: 150, mode: 'simulate' }) }] },
    path: 'policies[1].when',
    says: '"Again" too',
    not: {},
  },
  {
    kind: 'priority-tie',
    severity: 'hint',
    is: andPolicy({ risk_level: { at_least: 'low' } }, { priority: 200 }),
    path: 'policies[1].priority',
    says: 'have priority 200',
    not: andPolicy({ label: { is: 'Public' } }, { priority: 200 }),
  },
];

describe('lint', () => {
  it('has nothing to remark on a clean bundle', () => {
    expect(lint({})).toEqual([]);
  });

  it.each([...about, ...aboutLabels, ...aboutPolicies])(
    'says $kind at $path, and not where it is not so',
    ({ kind, severity, is, path, says, not }) => {
      const found = lint(is).filter((remark) => remark.kind === kind);
      expect(found.map((remark) => pathInWords(remark.path))).toContain(path);
      const remark = found.find((each) => pathInWords(each.path) === path);
      expect(remark).toMatchObject({ severity });
      expect(remark?.what).toContain(says);
      expect(remark?.fix).not.toBe('');
      expect(lint(not).map((other) => other.kind)).not.toContain(kind);
    },
  );

  it('says that expressions without a keyword are many, and not of those that ask for one', () => {
    const types = (needs: string[]): Json[] =>
      Array.from({ length: 6 }, (_, type) => ({
        type: `CUSTOM:T${type}`,
        name: `T${type}`,
        regexes: Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`r${n}`, `A${type}-${n}[0-9]{6}`])),
        keywords: { words: ['berth'] },
        patterns: Array.from({ length: 20 }, (_, n) => ({ confidence: 'high', find: `r${n}`, needs })),
      }));
    const kinds = (needs: string[]) => lint({ types: types(needs) }).map(({ kind }) => kind);
    expect(kinds([])).toContain('many-expressions-without-keyword');
    expect(kinds(['words'])).not.toContain('many-expressions-without-keyword');
  });

  it('does not call a rule unreachable that texts reach which were not wholly read', () => {
    // No rule about a score below a bound holds for those.
    const kinds = lint(
      rules(
        [score('lt', 1), 'Restricted'],
        [score('gte', 0.99), 'Restricted'],
        [contains('NIR'), 'Restricted'],
      ),
    ).map(({ kind }) => kind);
    expect(kinds).not.toContain('rule-never-reached');
  });

  it('says that a bundle is large', () => {
    const size = (units: number): readonly string[] =>
      lintBundle(JSON.stringify(bundleWith()) + ' '.repeat(units), NOW).map(({ kind }) => kind);
    expect([size(17 * 1024 * 1024), size(1024)]).toEqual([['large-bundle'], []]);
  });

  it('says that a member stands twice', () => {
    const text = JSON.stringify(bundleWith());
    const [remark] = lintBundle(text.replace('"version":3', '"version":3,"version":4'), NOW);
    expect(remark).toMatchObject({ kind: 'schema', severity: 'error' });
    expect(remark?.what).toContain('"version" stands twice');
  });

  it('puts errors first, and each on its line', () => {
    const remarks = lint({
      contact: undefined,
      tests: [{ name: 't', text: 'x', platform: 'chat-gpt', expect: { action: 'allow' } }],
    });
    expect(remarks.map(({ severity }) => severity)).toEqual(['error', 'warning', 'warning']);
    const lines = JSON.stringify(
      bundleWith({
        contact: undefined,
        tests: [{ name: 't', text: 'x', platform: 'chat-gpt', expect: { action: 'allow' } }],
      }),
      null,
      2,
    ).split('\n');
    expect(lines[(remarks[0]?.line ?? 0) - 1]).toContain('"platform": "chat-gpt"');
    expect(lines[remarks[1]?.line ?? 0]).toContain('"name": "Block Restricted"');
  });

  it.each([
    ['what is not JSON', '{\n"name": yes}', 'not JSON (line 2', 2],
    ['what nests too deep', '['.repeat(100) + ']'.repeat(100), 'levels of nesting', 1],
  ])('tells %s with its line', (_, text, says, line) => {
    const [remark, ...others] = lintBundle(text, NOW);
    expect(others).toEqual([]);
    expect(remark).toMatchObject({ kind: 'schema', line });
    expect(remark?.what).toContain(says);
  });

  it('tells everything that the schema finds at once', () => {
    const remarks = lint({ version: -1, policies: [block({ action: 'stop' }), coach({ priority: 2000 })] });
    expect(remarks.map(({ path }) => pathInWords(path))).toEqual([
      'version',
      'policies[0].action',
      'policies[1].priority',
    ]);
  });

  it('goes on looking where a type is not there', () => {
    const kinds = lint({ contact: undefined, ...andPolicy({ finding: { type: 'NOBODY' } }) }).map(
      ({ kind }) => kind,
    );
    expect(kinds).toContain('unknown-type');
    expect(kinds).toContain('block-without-contact');
  });
});
