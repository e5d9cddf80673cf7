import { describe, expect, it } from 'vitest';
import { enforce, enforceBuiltIn } from '../../src/agent/enforce.ts';
import { resolveTypes } from '../../src/agent/resolve-types.ts';
import { builtInData, makeEnforced, type Enforced } from '../../src/agent/enforced.ts';
import { createTypeNamesOf } from '../../src/classify/known-types.ts';
import { findLabel } from '../../src/label/label-catalogue.ts';
import { parseBundle, type Bundle } from '../../src/policy/bundle.ts';
import { policySchema } from '../../src/policy/policy.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import { judge } from '../../src/policy/judge.ts';
import type { Classification } from '../../src/shared/finding.ts';
import { berthType, codeNames, everyKind } from '../fakes/company-types.ts';
import { classificationOf } from '../fakes/classifications.ts';
import { inputOf } from '../fakes/policy-inputs.ts';

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

const findingOf = (type: string | string[]) => ({
  finding: { type, min_distinct: 2, min_count: 1, confidence: 'medium' as const },
});

/** The built-in bundle with this type named by a policy, its exception, a rule, the mapping and a case of its own. */
function naming(type: string | string[]): Bundle {
  const leaf = findingOf(type);
  const exception = { name: 'Not now', owner: 'a@example.com', expires: '2030-01-01T00:00:00Z', when: leaf };
  return {
    ...builtIn,
    tests: [
      { name: 'A case', text: 'x', platform: 'chatgpt', expect: { findings: [type].flat() } },
      { name: 'Another', text: 'x', platform: 'chatgpt', expect: { action: 'allow' } },
    ],
    mapping: builtIn.mapping.map((row, index) => (index === 0 ? { ...row, types: [type].flat() } : row)),
    dynamic_rules: {
      rules: [{ condition: { classifications: 'contains', value: type }, label: 'Restricted' }],
    },
    policies: [
      policySchema.parse({
        name: 'Named',
        action: 'block',
        when: { any: [{ not: leaf }, { all: [leaf] }] },
        exceptions: [exception],
      }),
    ],
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
    const leaf = findingOf(short);
    expect(policies[0]?.when).toEqual({ any: [{ not: leaf }, { all: [leaf] }] });
    expect(policies[0]?.exceptions[0]?.when).toEqual(leaf);
    expect([...new Set(resolved.value.tests[0]?.expect.findings)]).toEqual([short].flat());
    expect(resolved.value.tests[1]?.expect).toEqual({ action: 'allow', findings: [] });
  });

  it('become all members where Purview has one name for several', () => {
    const resolved = resolveTypes(naming('EU Passport Number'), names);
    if (!resolved.ok) throw new Error(resolved.problem.join('; '));
    expect(resolved.value.mapping[0]?.types).toEqual(expect.arrayContaining(['PASSPORT:FR', 'PASSPORT:DE']));
    expect(resolved.value.mapping[0]?.types.length).toBeGreaterThan(20);
    // Of a case's own name any member will do.
    expect(resolved.value.tests[0]?.expect.findings).toEqual([
      expect.arrayContaining(['PASSPORT:FR', 'PASSPORT:DE']),
    ]);
  });

  it('that are not known are all told, with path, name and what may have been meant', () => {
    expect(resolveTypes(naming('Credit Crad Number'), names)).toEqual({
      ok: false,
      problem: [
        'mapping[0].types[0]',
        'dynamic_rules.rules[0].condition.value',
        'policies[0].when.any[0].not.finding.type',
        'policies[0].when.any[1].all[0].finding.type',
        'policies[0].exceptions[0].when.finding.type',
        'tests[0].expect.findings[0]',
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
  return makeEnforced(made.value.data);
}
const verdictOf = (ready: Enforced, classification: Classification) =>
  judge(ready.policies, inputOf({ classification }));
const blocking = (type: unknown, min_distinct = 1) => [
  { name: 'Block it', enabled: true, when: { finding: { type, min_distinct } }, action: 'block' },
];

describe('a bundle made ready', () => {
  it('is the built-in one without trouble', () => {
    expect(enforceBuiltIn()).toMatchObject({
      data: { version: 'built-in v1', off: [] },
      own: { types: [], finders: [] },
    });
  });

  it('carries all that a bundle says beside its policies, as data that crosses a thread', () => {
    const platforms = [{ platform_id: 'chatgpt', sanctioned: true }];
    const coaching = { de: { title: 'Bitte nicht' } };
    const change = { contact: 'help@acme.example', default_label: 'Internal', platforms, coaching };
    const parsed = parseBundle(textOf({ ...change, types: everyKind() }), 'bundle.json');
    const made = parsed.ok ? enforce(parsed.value, 'bundle.json') : parsed;
    if (!made.ok) throw new Error(made.problem);
    const ready = makeEnforced(structuredClone(made.value.data));
    expect(ready).toMatchObject({ contact: 'help@acme.example', platforms, coaching });
    expect(ready.labelRules.defaultLabel).toBe('Internal');
    expect(ready.displayNames.get('CUSTOM:BERTH')).toBe('Berth number');
    expect(['CUSTOM:HANDBOOK', 'CUSTOM:BERTH'].map(ready.speaksOfText)).toEqual([true, false]);
  });

  it('works with the labels of the tenant where there are any', () => {
    const [first] = builtIn.labels;
    if (first === undefined) throw new Error('the built-in bundle has labels');
    const renamed = { ...first, name: 'For everybody', tenantId: GUIDS(9) };
    const { data } = enforceBuiltIn();
    expect(makeEnforced(data).labelRules.labels).toEqual(data.labels);
    const { labels } = makeEnforced(data, [renamed]).labelRules;
    expect(findLabel(labels, first.name)).toMatchObject({ id: first.id, name: 'For everybody' });
  });

  it('names the types that are off', () => {
    const needy = { ...berthType, keywords: {}, missing: ['harbour'] };
    expect(enforced({ types: [needy] }).off).toEqual([
      'CUSTOM:BERTH is off: it needs harbour; add the terms to its "keywords" under that name',
    ]);
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

it('makes of the built-in bundle the same, with and without what knows the names of types', () => {
  expect(builtInData()).toEqual(enforceBuiltIn().data);
});
