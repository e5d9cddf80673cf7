import { describe, expect, it } from 'vitest';
import { enforce, enforceBuiltIn } from '../../src/agent/enforce.ts';
import { resolveTypes } from '../../src/agent/resolve-types.ts';
import type { Enforced } from '../../src/agent/study.ts';
import { createTypeNamesOf } from '../../src/classify/known-types.ts';
import { parseBundle, type Bundle } from '../../src/policy/bundle.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import { judge } from '../../src/policy/judge.ts';
import type { Classification } from '../../src/shared/finding.ts';
import { berthType, codeNames } from '../fakes/company-types.ts';
import { classificationOf } from '../fakes/classifications.ts';
import { ai } from '../fakes/targets.ts';

const builtIn = loadDefaultBundle();
const CARD_GUID = '50842eb7-edc8-4019-85dd-5a5c1f2bb085';
const names = createTypeNamesOf([
  { type: 'CREDIT_CARD', purview: { name: 'Credit Card Number', id: CARD_GUID } },
  { type: 'EMAIL' },
  { type: 'PHONE' },
  { type: 'NIR' },
  { type: 'PASSPORT:FR', purview: { name: 'France Passport Number', id: GUIDS(1) } },
  { type: 'PASSPORT:DE', purview: { name: 'Germany Passport Number', id: GUIDS(2) } },
]);

function GUIDS(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** The built-in bundle with this type named by a policy, a rule and the mapping. */
function naming(type: string | string[]): Bundle {
  const policy = { name: 'Named', enabled: true, priority: 1, action: 'block' as const, redact: true };
  const leaf = { finding: { type, min_distinct: 2 } };
  return {
    ...builtIn,
    mapping: builtIn.mapping.map((row, index) => (index === 0 ? { ...row, types: [type].flat() } : row)),
    dynamic_rules: {
      rules: [{ condition: { classifications: 'contains', value: type }, label: 'Restricted' }],
    },
    policies: [{ ...policy, justification: 'none', when: { any: [{ not: leaf }, { all: [leaf] }] } }],
  };
}

describe('the names of types in a bundle', () => {
  it.each([
    ['a short name', 'CREDIT_CARD', 'CREDIT_CARD'],
    ['a short name in small letters', 'credit_card', 'CREDIT_CARD'],
    ['a name of Purview', 'Credit Card Number', 'CREDIT_CARD'],
    ['a name of Purview in another case', ' credit card NUMBER ', 'CREDIT_CARD'],
    ['a GUID', CARD_GUID.toUpperCase(), 'CREDIT_CARD'],
    ['a GUID in braces', `{${CARD_GUID}}`, 'CREDIT_CARD'],
    ['a family', 'passport', 'PASSPORT'],
    ['several names', ['EMAIL', 'Credit Card Number'], ['EMAIL', 'CREDIT_CARD']],
    ['one type under two names', ['CREDIT_CARD', CARD_GUID], 'CREDIT_CARD'],
  ])('become short names: %s', (_, given, short) => {
    const resolved = resolveTypes(naming(given), names);
    if (!resolved.ok) throw new Error(resolved.problem.join('; '));
    const { mapping, dynamic_rules, policies } = resolved.value;
    expect([...new Set(mapping[0]?.types)]).toEqual([short].flat());
    expect(dynamic_rules.rules[0]?.condition).toMatchObject({ value: short });
    const leaf = { finding: { type: short, min_distinct: 2 } };
    expect(policies[0]?.when).toEqual({ any: [{ not: leaf }, { all: [leaf] }] });
  });

  it('become all members where Purview has one name for several', () => {
    const resolved = resolveTypes(naming('EU Passport Number'), names);
    if (!resolved.ok) throw new Error(resolved.problem.join('; '));
    expect(resolved.value.mapping[0]?.types).toEqual(expect.arrayContaining(['PASSPORT:FR', 'PASSPORT:DE']));
    expect(resolved.value.mapping[0]?.types.length).toBeGreaterThan(20);
  });

  it('that are not known are all told, with path, name and what may have been meant', () => {
    expect(resolveTypes(naming('Credit Crad Number'), names)).toEqual({
      ok: false,
      problem: [
        'mapping[0].types[0]',
        'dynamic_rules.rules[0].condition.value',
        'policies[0].when.any[0].not.finding.type',
        'policies[0].when.any[1].all[0].finding.type',
      ].map((path) => `${path}: there is no type "Credit Crad Number"; did you mean "Credit Card Number"?`),
    });
  });

  it('that are like none are told with what is expected, and their place in a list', () => {
    const resolved = resolveTypes(naming(['EMAIL', 'berth']), names);
    expect(resolved.ok ? '' : resolved.problem[1]).toBe(
      'dynamic_rules.rules[0].condition.value[1]: there is no type "berth"; expected a short name such as CREDIT_CARD, a name or GUID of Purview, or a type of this bundle',
    );
  });
});

const textOf = (change: Record<string, unknown>): string => JSON.stringify({ ...builtIn, ...change });
function enforced(change: Record<string, unknown>): Enforced {
  const parsed = parseBundle(textOf(change), 'bundle.json');
  if (!parsed.ok) throw new Error(parsed.problem);
  const made = enforce(parsed.value, 'bundle.json');
  if (!made.ok) throw new Error(made.problem);
  return made.value;
}
const verdictOf = (ready: Enforced, classification: Classification) =>
  judge(ready.policies, { classification, label: null, target: ai('chatgpt') });
const blocking = (type: unknown, min_distinct = 1) => [
  { name: 'Block it', enabled: true, when: { finding: { type, min_distinct } }, action: 'block' },
];

describe('a bundle made ready', () => {
  it('is the built-in one without trouble', () => {
    expect(enforceBuiltIn()).toMatchObject({ version: 'built-in v1', own: { types: [], finders: [] } });
  });

  it.each(['CUSTOM:BERTH', 'custom:berth', 'Berth number', 'BERTH NUMBER', berthType.id.toUpperCase()])(
    "knows the company's own type as %s",
    (name) => {
      const ready = enforced({ types: [berthType], policies: blocking(name) });
      const found = classificationOf(['CUSTOM:BERTH'], 0.6, 'medium');
      expect(verdictOf(ready, found)).toMatchObject({
        action: 'block',
        reason: 'Block it: 1 distinct CUSTOM:BERTH found.',
      });
    },
  );

  it('counts the members of a Purview bundle together and names the ones that were found', () => {
    const ready = enforced({ policies: blocking('EU Passport Number', 3) });
    const found = (distinct: number) =>
      classificationOf([{ type: 'PASSPORT:FR', distinct }, 'PASSPORT:DE', 'PASSPORT:CA'], 0.9, 'high');
    expect(verdictOf(ready, found(1)).action).toBe('allow');
    expect(verdictOf(ready, found(2)).reason).toBe('Block it: 3 distinct PASSPORT:FR, PASSPORT:DE found.');
  });

  it.each([
    {
      why: 'names a type that is not there',
      change: { policies: blocking('CUSTOM:BIRTH'), types: [berthType] },
      says: 'bundle.json: policies[0].when.finding.type: there is no type "CUSTOM:BIRTH"; did you mean "CUSTOM:BERTH"?',
    },
    {
      why: 'has an expression that cannot be run in linear time',
      change: { types: [codeNames, { ...berthType, regexes: { berth: '(a)\\1' } }] },
      says: 'bundle.json: types[1] CUSTOM:BERTH: regex "berth": ',
    },
  ])('is refused with file and path when it $why', ({ change, says }) => {
    const parsed = parseBundle(textOf(change), 'bundle.json');
    expect(parsed.ok).toBe(true);
    const made = parsed.ok ? enforce(parsed.value, 'bundle.json') : parsed;
    expect(made.ok ? '' : made.problem).toContain(says);
  });
});
