import { expect } from 'vitest';
import type { Outcome, Truth } from '../../src/policy/check.ts';
import { conditionSchema } from '../../src/policy/condition.ts';
import { compileCondition } from '../../src/policy/evaluate.ts';
import { factsOf } from '../../src/policy/facts.ts';
import type { PartialInput } from '../../src/policy/interaction.ts';
import { indexLabels } from '../../src/policy/label-checks.ts';
import { labelSchema } from '../../src/shared/label.ts';
import { classificationOf } from '../fakes/classifications.ts';
import { inputOf } from '../fakes/policy-inputs.ts';
import { ai } from '../fakes/targets.ts';

export const TENANT = '1111aaaa-1111-4111-8111-111111111111';
const label = (id: string, name: string, priority: number, more: object = {}) =>
  labelSchema.parse({ id, name, priority, color: '#123456', ...more });
export const [open, inside, secret, money, wages, bonuses, top] = [
  label('a1', 'Public', 0),
  label('b2', 'Internal', 1),
  label('c3', 'Sensitive Data', 2, { tenantId: TENANT }),
  label('d4', 'Finance', 3, { parentId: 'c3' }),
  label('e5', 'Payroll', 4, { parentId: 'd4' }),
  label('f6', 'Bonuses', 5, { parentId: 'e5' }),
  label('a7', 'Restricted', 6),
] as const;
export const labels = [open, inside, secret, money, wages, bonuses, top];

/** What comes of a condition as it stands in a bundle. */
export function outcomeOf(when: unknown, input: PartialInput, speaksAgainst = true): Outcome {
  const check = compileCondition(conditionSchema.parse(when), { labels: indexLabels(labels), speaksAgainst });
  const facts = factsOf(input);
  const outcome = check.explain(facts);
  expect(check.truth(facts), 'the quick answer is the explained one').toBe(outcome.truth);
  expect(outcome.why).not.toBe('');
  return outcome;
}

/** What it is, the condition, what it is asked of, what comes of it, and the reason where it matters. */
type Row = readonly [what: string, when: unknown, given: PartialInput, truth: Truth, why?: string];

interface Case {
  readonly what: string;
  readonly when: unknown;
  readonly given: PartialInput;
  readonly truth: Truth;
  readonly why: string | undefined;
}

export const rows = (cases: readonly Row[]): Case[] =>
  cases.map(([what, when, given, truth, why]) => ({ what, when, given, truth, why }));

/** The test of one row. */
export function settles({ when, given, truth, why }: Case): void {
  const outcome = outcomeOf(when, given);
  expect(outcome.truth).toBe(truth);
  if (why !== undefined) expect(outcome.why).toBe(why);
  expect(outcome.missing.length > 0).toBe(truth === 'missing');
}

export const found = classificationOf(
  [
    { type: 'EMAIL', distinct: 3 },
    { type: 'NATIONAL_ID:FR_CNI', confidence: 'medium' },
    { type: 'PHONE', confidence: 'low' },
  ],
  0.7,
  'medium',
);
export const read = inputOf({ classification: found, label: money, target: ai('chatgpt', true) });
/** The same found in the part of a text that was read. */
export const partly = inputOf({ classification: { ...found, unscanned: 'too-large' }, label: money });
export const unread = inputOf({ classification: classificationOf([], 0, 'none', 'timed-out') });
export const concealed = inputOf({ classification: classificationOf([], 0, 'none', 'concealed') });
export const DOUBT = ', but it was not fully read (too-large)';
