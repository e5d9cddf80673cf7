import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseBundle } from '../../src/policy/bundle.ts';
import { codeNames, everyKind } from '../fakes/company-types.ts';

const builtIn = JSON.parse(readFileSync('assets/default-bundle.json', 'utf8')) as Record<string, unknown>;
const changed = (change: (bundle: any) => void): string => {
  const copy = structuredClone(builtIn);
  change(copy);
  return JSON.stringify(copy);
};

const labelledAs = (name: string) => (b: any) => {
  const before = b.labels[3].name;
  b.labels[3].name = name;
  for (const rule of [...b.mapping, ...b.dynamic_rules.rules]) if (rule.label === before) rule.label = name;
  for (const policy of b.policies) {
    for (const part of policy.when.all ?? []) if (part.label?.is === before) part.label.is = name;
  }
};

describe('a bundle', () => {
  const nameIn: readonly (readonly [string, (name: string) => (b: any) => void])[] = [
    ['the bundle', (name) => (b) => (b.name = name)],
    ['a policy', (name) => (b) => (b.policies[0].name = name)],
    ['a label', labelledAs],
    ['a row of the mapping', (name) => (b) => (b.mapping[0].justification = name)],
    [
      'a case',
      (name) => (b) => (b.tests = [{ name, text: '', platform: 'chatgpt', expect: { action: 'allow' } }]),
    ],
    ['a group', (name) => (b) => (b.policies[0].when = { user_group: { in: [name] } })],
    [
      'an exception and its owner',
      (name) => (b) =>
        (b.policies[0].exceptions = [
          { name, owner: name, expires: '2030-01-01T00:00:00Z', when: { ai_platform: true } },
        ]),
    ],
    [
      'a platform',
      (name) => (b) => (b.platforms = [{ platform_id: 'own-ai', name, hostnames: ['ai.example.com'] }]),
    ],
  ];
  const bad = [
    'x\nBLOCK y',
    'x\u001b[2J',
    `x${String.fromCodePoint(0x9b)}2J`,
    `x${String.fromCodePoint(0x202e)}y`,
  ];

  it.each(nameIn)('is refused where %s is named in what would forge a line or be obeyed', (_, named) => {
    for (const name of bad) {
      const parsed = parseBundle(changed(named(name)), 'b.json');
      expect(parsed).toMatchObject({ ok: false, problem: expect.stringContaining('expected one line') });
    }
  });

  it.each(nameIn)('may name %s in any language', (_, named) => {
    expect(parseBundle(changed(named('Öffentlich "機密" 😀 سري')), 'b.json')).toMatchObject({ ok: true });
  });

  it('is taken as the built-in one is written', () => {
    expect(parseBundle(JSON.stringify(builtIn), 'bundle.json').ok).toBe(true);
  });

  it.each([
    {
      where: 'a policy',
      change: (b: any) => (b.policies[0].when = { finding: { type: ['IBAN', 'credit card number'] } }),
    },
    {
      where: 'a rule',
      change: (b: any) => (b.dynamic_rules.rules[0].condition.value = ['IBAN', 'Our berths']),
    },
    { where: 'the mapping', change: (b: any) => (b.mapping[0].types = ['Credit Card Number']) },
  ])('may name types in any way, and several, in $where', ({ change }) => {
    expect(parseBundle(changed(change), 'bundle.json').ok).toBe(true);
  });

  it("takes the company's own types of all kinds", () => {
    const parsed = parseBundle(
      changed((b) => (b.types = everyKind())),
      'bundle.json',
    );
    expect(parsed.ok && parsed.value.types).toHaveLength(4);
  });

  it.each([
    { why: 'another schema version', change: (b: any) => (b.schema_version = 2), says: 'schema_version: ' },
    { why: 'an unknown key', change: (b: any) => (b.polices = []), says: 'top level: ' },
    {
      why: 'an action that does not exist',
      change: (b: any) => (b.policies[0].action = 'deny'),
      says: 'policies[0].action: ',
    },
    {
      why: 'a condition key that does not exist',
      change: (b: any) => (b.policies[0].when.all[0] = { labels: { is: 'Restricted' } }),
      says: 'policies[0].when',
    },
    {
      why: 'a platform id with a capital',
      change: (b: any) => (b.policies[0].when.all[1].platform_id.in[0] = 'DeepSeek'),
      says: 'policies[0].when.all[1].platform_id.in[0]: expected a platform id',
    },
    {
      why: 'a policy naming a label that is not there',
      change: (b: any) => (b.policies[0].when.all[0].label.is = 'Secret'),
      says: 'policies[0].when: expected a label of this bundle, there is no "Secret"',
    },
    {
      why: 'a mapping row naming a label that is not there',
      change: (b: any) => (b.mapping[0].label = 'Open'),
      says: 'mapping[0].label: expected a label',
    },
    {
      why: 'a rule naming a label that is not there',
      change: (b: any) => (b.dynamic_rules.rules[2].label = 'Open'),
      says: 'dynamic_rules.rules[2].label: expected a label',
    },
    {
      why: 'two policies of one name',
      change: (b: any) => (b.policies[1].name = b.policies[0].name),
      says: 'policies[1].name: expected a name used once',
    },
    {
      why: 'a priority above 1000',
      change: (b: any) => (b.policies[0].priority = 1001),
      says: 'policies[0].priority: ',
    },
    {
      why: 'a type without a name',
      change: (b: any) => (b.mapping[2].types[0] = ' '),
      says: 'mapping[2].types[0]: expected the name of a type',
    },
    {
      why: 'a type of its own that is wrong',
      change: (b: any) => (b.types = [{ ...codeNames, terms: [] }]),
      says: 'types[0].terms: ',
    },
    { why: 'an empty condition', change: (b: any) => (b.policies[0].when = {}), says: 'policies[0].when' },
    { why: 'a version that is no number', change: (b: any) => (b.version = '1'), says: 'version: ' },
  ])('is refused in one line with file and path for $why', ({ change, says }) => {
    const parsed = parseBundle(changed(change), 'bundle.json');
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.problem.startsWith('bundle.json: ')).toBe(true);
    expect(parsed.problem).toContain(says);
    expect(parsed.problem).not.toContain('\n');
  });

  it('that is not JSON is refused with line and column where they are known', () => {
    expect(parseBundle('{\n  "name": oops }', 'b.json')).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^b\.json: not JSON \(line 2, column \d+\)$/),
    });
  });

  it('nested too deep to be meant is refused, not a crash', () => {
    const deep = '{"not":'.repeat(20_000) + '{"ai_platform":true}' + '}'.repeat(20_000);
    const text = JSON.stringify(builtIn).replace(
      /"when":\{.*?\},"action":"block"/,
      `"when":${deep},"action":"block"`,
    );
    expect(parseBundle(text, 'b.json').ok).toBe(false);
  });
});
