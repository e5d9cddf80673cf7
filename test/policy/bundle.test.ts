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

describe('a bundle', () => {
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
