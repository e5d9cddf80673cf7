import { describe, expect, it } from 'vitest';
import { assignLabel } from '../../src/label/assign.ts';
import { dynamicRulesSchema } from '../../src/label/dynamic-rules.ts';
import { mappingSchema } from '../../src/label/mapping.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import { parseJson } from '../../src/shared/json.ts';
import { parse } from '../../src/shared/result.ts';
import {
  classificationOf,
  nothingFound,
  oneAddress,
  oneCard,
  oneEmail,
  oneNir,
} from '../fakes/classifications.ts';

const { labels, mapping, dynamic_rules } = loadDefaultBundle();
const rules = dynamic_rules.rules;

describe('the mapping table alone', () => {
  it.each([
    { what: 'no personal data', classification: nothingFound, label: 'Public', says: 'No sensitive data' },
    { what: 'low risk', classification: oneAddress, label: 'Internal', says: 'Internal use only' },
    {
      what: 'an e-mail address',
      classification: oneEmail,
      label: 'Confidential',
      says: 'Contains personal data',
    },
    {
      what: 'a phone number',
      classification: classificationOf(['PHONE'], 0.6, 'medium'),
      label: 'Confidential',
      says: 'personal',
    },
    {
      what: 'a card number',
      classification: oneCard,
      label: 'Restricted',
      says: 'Financial or identity data',
    },
    {
      what: 'a French social security number',
      classification: oneNir,
      label: 'Restricted',
      says: 'identity',
    },
    {
      what: 'an e-mail address and a card',
      classification: classificationOf(['EMAIL', 'CREDIT_CARD'], 0.92, 'high'),
      label: 'Restricted',
      says: '',
    },
    {
      what: 'a listed type whatever the level',
      classification: classificationOf(['EMAIL'], 0.3, 'low'),
      label: 'Confidential',
      says: '',
    },
  ])('labels $what $label, with the justification', ({ classification, label, says }) => {
    const labelling = assignLabel({ labels, mapping, rules: [] }, classification);
    expect(labelling).toMatchObject({ label: { name: label }, chosenBy: 'mapping' });
    expect(labelling.why).toContain(says);
  });

  it('does not let a guess of low confidence decide by its type', () => {
    const guess = classificationOf([{ type: 'CREDIT_CARD', confidence: 'low' }], 0.3, 'low');
    expect(assignLabel({ labels, mapping, rules: [] }, guess).label?.name).toBe('Internal');
  });

  it('gives no label where no row fits', () => {
    const labelling = assignLabel({ labels, mapping: [], rules: [] }, oneCard);
    expect(labelling).toMatchObject({
      label: null,
      chosenBy: 'nothing',
      why: 'no rule and no mapping row covers high risk',
    });
  });
});

describe('dynamic rules', () => {
  const verbatim =
    '{"rules":[{"condition":{"classifications":"contains","value":"CREDIT_CARD"},"label":"Restricted"},{"condition":{"risk_score":"gte","value":0.8},"label":"Confidential"},{"condition":{"risk_score":"lt","value":0.5},"label":"Public"}]}';

  it('are read in exactly the JSON that admins write, and the built-in bundle holds them unchanged', () => {
    expect(parseJson(dynamicRulesSchema, verbatim, 'rules')).toEqual({ ok: true, value: dynamic_rules });
    expect(JSON.stringify(dynamic_rules)).toBe(verbatim);
  });

  it.each([
    { what: 'a card number', classification: oneCard, label: 'Restricted', chosenBy: 'rule' },
    {
      what: 'score 0.8 exactly',
      classification: classificationOf(['IBAN'], 0.8, 'high'),
      label: 'Confidential',
      chosenBy: 'rule',
    },
    {
      what: 'a NIR, by its score, against the mapping',
      classification: oneNir,
      label: 'Confidential',
      chosenBy: 'rule',
    },
    { what: 'nothing found', classification: nothingFound, label: 'Public', chosenBy: 'rule' },
    {
      what: 'score 0.49',
      classification: classificationOf(['IP_ADDRESS'], 0.49, 'low'),
      label: 'Public',
      chosenBy: 'rule',
    },
    {
      what: 'the gap from 0.5 to 0.8, left to the mapping',
      classification: oneEmail,
      label: 'Confidential',
      chosenBy: 'mapping',
    },
  ])('first match wins, then the mapping: $what', ({ classification, label, chosenBy }) => {
    expect(assignLabel({ labels, mapping, rules }, classification)).toMatchObject({
      label: { name: label },
      chosenBy,
    });
  });

  it.each([
    { value: 'PASSPORT', why: 'rule "it contains PASSPORT" gives Restricted' },
    { value: ['IBAN', 'PASSPORT:DE', 'PASSPORT:FR'], why: 'rule "it contains PASSPORT:FR" gives Restricted' },
  ])('name what was found: $value', ({ value, why }) => {
    const given = dynamicRulesSchema.parse({
      rules: [{ condition: { classifications: 'contains', value }, label: 'Restricted' }],
    });
    const passport = classificationOf(['PASSPORT:FR'], 0.9, 'high');
    expect(assignLabel({ labels, mapping, rules: given.rules }, passport).why).toBe(why);
  });

  it.each([
    {
      why: 'an operator that does not exist',
      rule: { condition: { risk_score: 'gt', value: 0.5 }, label: 'Public' },
      path: 'rules[0].condition',
    },
    {
      why: 'a score above 1',
      rule: { condition: { risk_score: 'gte', value: 80 }, label: 'Public' },
      path: 'rules[0].condition.value',
    },
    { why: 'no label', rule: { condition: { risk_score: 'gte', value: 0.8 } }, path: 'rules[0].label' },
    {
      why: 'an unknown key',
      rule: { condition: { risk_score: 'gte', value: 0.8 }, label: 'Public', because: 1 },
      path: 'rules[0]',
    },
  ])('are refused with the path for $why', ({ rule, path }) => {
    const parsed = parse(dynamicRulesSchema, { rules: [rule] }, 'rules.json');
    expect(parsed).toMatchObject({ ok: false, problem: expect.stringContaining(`rules.json: ${path}`) });
  });
});

describe('the default label', () => {
  const given = { labels, rules: [], mapping: [], defaultLabel: 'Internal' };

  it('is of what no rule and no row covers', () => {
    expect(assignLabel(given, oneCard)).toMatchObject({
      label: { name: 'Internal' },
      chosenBy: 'default',
      why: 'no rule and no mapping row covers high risk; the default label is Internal',
    });
  });

  it.each([
    { what: 'a rule', covering: { ...given, rules }, chosenBy: 'rule' },
    { what: 'a row', covering: { ...given, mapping }, chosenBy: 'mapping' },
  ])('is not of what $what covers', ({ covering, chosenBy }) => {
    expect(assignLabel(covering, oneCard)).toMatchObject({ label: { name: 'Restricted' }, chosenBy });
  });

  it('is not of what was not wholly read, even where something was found', () => {
    const partly = { ...oneCard, unscanned: 'too-large' as const };
    expect(assignLabel(given, partly)).toMatchObject({ label: null, chosenBy: 'nothing' });
  });
});

describe('a label that cannot be given', () => {
  const disabled = (...names: string[]) =>
    labels.map((label) => (names.includes(label.name) ? { ...label, enabled: false } : label));
  const high = { risk_level: 'high' as const, types: [], label: 'Restricted', justification: 'high' };
  const medium = {
    risk_level: 'medium' as const,
    types: ['CREDIT_CARD'],
    label: 'Confidential',
    justification: 'm',
  };
  const contains = dynamicRulesSchema.parse({
    rules: [
      { condition: { classifications: 'contains', value: 'CREDIT_CARD' }, label: 'Restricted' },
      { condition: { risk_score: 'gte', value: 0.8 }, label: 'Internal' },
    ],
  }).rules;

  it.each([
    { what: 'the next rule', rules: contains, mapping: [high], label: 'Internal', chosenBy: 'rule' },
    {
      what: 'the mapping',
      rules: contains.slice(0, 1),
      mapping: [medium],
      label: 'Confidential',
      chosenBy: 'mapping',
    },
    {
      what: 'the next row that fits',
      rules: [],
      mapping: [high, medium],
      label: 'Confidential',
      chosenBy: 'mapping',
    },
  ])('as it is disabled gives way to $what, and the reason says so', ({ label, chosenBy, ...given }) => {
    const labelling = assignLabel(
      { ...given, labels: disabled('Restricted'), defaultLabel: 'Public' },
      oneCard,
    );
    expect(labelling).toMatchObject({ label: { name: label }, chosenBy });
    expect(labelling.why).toContain('passed over: label "Restricted" is disabled');
  });

  it('never gives way to the default, which is for what nothing covers', () => {
    const labelling = assignLabel(
      { rules: [], mapping: [high], labels: disabled('Restricted'), defaultLabel: 'Public' },
      oneCard,
    );
    expect(labelling).toMatchObject({ label: null, chosenBy: 'nothing' });
    expect(labelling.why).toContain('passed over: label "Restricted" is disabled');
  });

  it('as it is gone gives way too', () => {
    const gone = labels.filter(({ name }) => name !== 'Restricted');
    const labelling = assignLabel({ labels: gone, rules: contains, mapping: [] }, oneCard);
    expect(labelling.label?.name).toBe('Internal');
    expect(labelling.why).toContain('there is no label "Restricted" any more');
  });

  it('leaves no label where nothing else fits', () => {
    const all = disabled('Restricted', 'Internal', 'Public');
    const labelling = assignLabel(
      { labels: all, rules: contains, mapping: [], defaultLabel: 'Public' },
      oneCard,
    );
    expect(labelling).toMatchObject({ label: null, chosenBy: 'nothing' });
    expect(labelling.why.match(/is disabled/g)).toHaveLength(2);
  });
});

describe('a label in rules and rows', () => {
  const top = { id: 'top', name: 'Confidential', color: '#d13438', priority: 2, enabled: true };
  const hr = { ...top, id: '0a1b2c3d-0000-4000-8000-00000000000b', name: 'HR', parentId: 'top', priority: 3 };
  it.each([{ reference: 'HR' }, { reference: 'Confidential\\HR' }, { reference: hr.id }])(
    'is written as its name, its path or its id: $reference',
    ({ reference }) => {
      const row = { risk_level: 'high' as const, types: [], label: reference, justification: 'x' };
      const rule = { condition: { risk_score: 'gte' as const, value: 0.5 }, label: reference };
      expect(assignLabel({ labels: [top, hr], rules: [], mapping: [row] }, oneCard).label).toBe(hr);
      expect(assignLabel({ labels: [top, hr], rules: [rule], mapping: [] }, oneCard).label).toBe(hr);
    },
  );
});

describe('content that was not scanned', () => {
  it.each(['too-large', 'unreadable', 'timed-out', 'failed', 'concealed'] as const)(
    'gets no label when %s: it is never called Public',
    (unscanned) => {
      const labelling = assignLabel({ labels, mapping, rules }, classificationOf([], 0, 'none', unscanned));
      expect(labelling.label).toBeNull();
      expect(labelling.why).toContain(unscanned);
    },
  );
});

describe('content that was scanned in part', () => {
  it.each([
    { found: oneCard, label: 'Restricted', why: 'a type in it decides' },
    { found: oneNir, label: 'Confidential', why: 'its risk is at least that' },
    { found: oneEmail, label: 'Confidential', why: 'the mapping knows the type' },
    {
      found: oneAddress,
      label: 'Internal',
      why: 'a low risk is a risk, and "below 0.5" cannot be said of it',
    },
  ])('has the label of what was found: $label, as $why', ({ found, label }) => {
    const partly = { ...found, unscanned: 'too-large' as const };
    expect(assignLabel({ labels, mapping, rules }, partly).label?.name).toBe(label);
  });
});

describe('a mapping table', () => {
  it('is refused when two rows speak of one level', () => {
    const row = { risk_level: 'high', label: 'Restricted', justification: 'x' };
    expect(parse(mappingSchema, [row, row], 'm')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('m: [1].risk_level'),
    });
  });

  it('is refused when a row lacks its justification', () => {
    expect(parse(mappingSchema, [{ risk_level: 'high', label: 'Restricted' }], 'm')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('[0].justification'),
    });
  });
});
