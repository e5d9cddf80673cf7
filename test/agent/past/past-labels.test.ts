import { describe, expect, it } from 'vitest';
import {
  createLabelOfPast,
  notLookedForUnder,
  storedClassification,
} from '../../../src/agent/past/past-labels.ts';
import type { LabelRules } from '../../../src/label/assign.ts';
import type { FindingType } from '../../../src/shared/finding.ts';
import { nothingFound, oneEmail } from '../../fakes/classifications.ts';
import { past } from '../../fakes/past-interactions.ts';

const label = (name: string, priority: number, enabled = true) => ({
  id: name.toLowerCase(),
  name,
  color: '#107c10',
  priority,
  enabled,
});
const labels = [label('Public', 0), label('Internal', 1), label('Secret', 2), label('Old', 3, false)];
const row = (risk_level: 'none' | 'medium' | 'high', name: string, types: FindingType[] = []) => ({
  risk_level,
  types,
  label: name,
  justification: 'so',
});
const contains = (value: string | string[], name: string) => ({
  condition: { classifications: 'contains' as const, value },
  label: name,
});
const mapping = [row('none', 'Public'), row('medium', 'Internal'), row('high', 'Secret')];
const PROJECT = new Set(['CUSTOM:PROJECT']);

describe('the label of a past interaction', () => {
  it('is worked out from what is stored of what was found', () => {
    const stored = storedClassification(past({ unscanned: 'timed-out' }));
    expect(stored).toMatchObject({
      counts: [{ type: 'CREDIT_CARD', count: 2, distinct: 1 }],
      riskScore: 0.9,
      riskLevel: 'high',
      unscanned: 'timed-out',
    });
    const rules = { labels, rules: [contains('CREDIT_CARD', 'Internal')], mapping };
    expect(createLabelOfPast(rules)(stored, new Set())).toMatchObject({
      ok: true,
      value: { label: { name: 'Internal' } },
    });
    expect('unscanned' in storedClassification(past())).toBe(false);
  });

  it.each<{ what: string; rules: Partial<LabelRules>; label: string | null }>([
    { what: 'nothing names the type', rules: {}, label: 'Internal' },
    {
      what: 'a rule that names it comes after the one that decides',
      rules: { rules: [contains('EMAIL', 'Public'), contains('CUSTOM:PROJECT', 'Secret')] },
      label: 'Public',
    },
    {
      what: 'a rule that names it would give the same label',
      rules: { rules: [contains('CUSTOM:PROJECT', 'Internal')] },
      label: 'Internal',
    },
    {
      what: 'a rule that names it holds by another type',
      rules: { rules: [contains(['CUSTOM:PROJECT', 'EMAIL'], 'Secret')] },
      label: 'Secret',
    },
    {
      what: 'a rule that names it has a disabled label',
      rules: { rules: [contains('CUSTOM:PROJECT', 'Old')] },
      label: 'Internal',
    },
    {
      what: 'the row that names it is below the one that decides',
      rules: { mapping: [row('none', 'Public', ['CUSTOM:PROJECT']), row('medium', 'Internal')] },
      label: 'Internal',
    },
    {
      what: 'a rule decides before any row',
      rules: {
        rules: [contains('EMAIL', 'Internal')],
        mapping: [row('high', 'Secret', ['CUSTOM:PROJECT'])],
      },
      label: 'Internal',
    },
  ])('is known where $what', ({ rules, label: expected }) => {
    const labelOfPast = createLabelOfPast({ labels, rules: [], mapping, ...rules });
    expect(labelOfPast(oneEmail, PROJECT)).toMatchObject({ ok: true, value: { label: { name: expected } } });
  });

  it.each<{ what: string; rules: Partial<LabelRules> }>([
    {
      what: 'a rule that names it comes first',
      rules: { rules: [contains('CUSTOM:PROJECT', 'Secret'), contains('EMAIL', 'Public')] },
    },
    { what: 'a rule names its whole family', rules: { rules: [contains('CUSTOM', 'Secret')] } },
    {
      what: 'a stricter row names it',
      rules: { mapping: [row('medium', 'Internal'), row('high', 'Secret', ['CUSTOM:PROJECT'])] },
    },
    { what: 'no row holds otherwise', rules: { mapping: [row('none', 'Public', ['CUSTOM:PROJECT'])] } },
  ])('cannot be told where a type was not looked for and $what', ({ rules }) => {
    const labelOfPast = createLabelOfPast({ labels, rules: [], mapping, ...rules });
    expect(labelOfPast(oneEmail, PROJECT)).toEqual({ ok: false, problem: ['CUSTOM:PROJECT'] });
    expect(labelOfPast(oneEmail, new Set())).toMatchObject({ ok: true });
  });

  it('tells one set of types from another', () => {
    const labelOfPast = createLabelOfPast({ labels, rules: [contains('CUSTOM:PROJECT', 'Secret')], mapping });
    expect(labelOfPast(nothingFound, PROJECT).ok).toBe(false);
    expect(labelOfPast(nothingFound, new Set(['CUSTOM:OTHER'])).ok).toBe(true);
  });
});

describe('what was not looked for', () => {
  const bundle = (version: string, ...types: string[]) => ({
    version,
    displayNames: new Map(types.map((type) => [type, type])),
  });
  const draft = bundle('acme v2', 'CUSTOM:A', 'CUSTOM:B');

  it.each([
    { what: 'types new since the bundle in force', version: 'acme v1', types: ['CUSTOM:B'] },
    {
      what: "all of the company's under a bundle of which nothing is known",
      version: 'acme v0',
      types: ['CUSTOM:A', 'CUSTOM:B'],
    },
    {
      what: "all of them under another bundle of the draft's own name",
      version: 'acme v2',
      types: ['CUSTOM:A', 'CUSTOM:B'],
    },
  ])('is $what', ({ version, types }) => {
    expect([...notLookedForUnder(draft, bundle('acme v1', 'CUSTOM:A'))(version)]).toEqual(types);
  });

  it('is nothing under the same bundle', () => {
    expect([...notLookedForUnder(draft, draft)('acme v2')]).toEqual([]);
  });
});
