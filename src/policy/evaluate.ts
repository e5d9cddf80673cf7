import { findLabel } from '../label/label-catalogue.ts';
import { distinctOf, typesInWords } from '../shared/finding.ts';
import type { Label } from '../shared/label.ts';
import { nameOf, platformIdOf } from '../shared/platform.ts';
import { atLeastLevel, type Condition, type Leaf } from './condition.ts';
import type { PolicyInput } from './interaction.ts';

/** Whether a condition holds, and the fact that settled it, in words without any pasted text. */
export interface Outcome {
  readonly holds: boolean;
  readonly why: string;
}

/** Evaluates a condition tree. `all` stops at the first that fails, `any` at the first that holds: that one is the reason. */
export function evaluate(condition: Condition, input: PolicyInput, labels: readonly Label[]): Outcome {
  if ('all' in condition) return combine(condition.all, input, labels, false);
  if ('any' in condition) return combine(condition.any, input, labels, true);
  if ('not' in condition) {
    const inner = evaluate(condition.not, input, labels);
    return { holds: !inner.holds, why: inner.why };
  }
  return evaluateLeaf(condition, input, labels);
}

/** `decisive` is the result that ends the walk: true for `any`, false for `all`. */
function combine(
  branches: readonly Condition[],
  input: PolicyInput,
  labels: readonly Label[],
  decisive: boolean,
): Outcome {
  const reasons: string[] = [];
  for (const branch of branches) {
    const outcome = evaluate(branch, input, labels);
    if (outcome.holds === decisive) return outcome;
    reasons.push(outcome.why);
  }
  return { holds: !decisive, why: reasons.join(' and ') };
}

type LeafKey = keyof Leaf;
type Wanted<Key extends LeafKey> = NonNullable<Leaf[Key]>;
type Test<Key extends LeafKey> = (
  wanted: Wanted<Key>,
  input: PolicyInput,
  labels: readonly Label[],
) => Outcome;

const fact = (holds: boolean, why: string): Outcome => ({ holds, why });

/** One test a key; the mapped type makes a new key without a test a compile error. */
const tests: { readonly [Key in LeafKey]: Test<Key> } = {
  label: (wanted, { label }, labels) => {
    const why = label === null ? 'it has no label' : `label is ${label.name}`;
    if (label === null) return fact(false, why);
    if ('at_least' in wanted) {
      const bound = findLabel(labels, wanted.at_least);
      return fact(bound !== null && label.priority >= bound.priority, why);
    }
    const names = 'is' in wanted ? [wanted.is] : wanted.in;
    return fact(
      names.some((name) => findLabel(labels, name)?.id === label.id),
      why,
    );
  },
  platform_id: (wanted, { target }) => {
    const id = platformIdOf(target);
    return fact(
      id !== null && wanted.in.includes(id),
      id === null ? `${nameOf(target)} is not an AI platform` : `platform is ${id}`,
    );
  },
  ai_platform: (wanted, { target }) =>
    fact(
      (target.kind === 'ai') === wanted,
      `${nameOf(target)} is ${target.kind === 'ai' ? 'an' : 'not an'} AI platform`,
    ),
  sanctioned: (wanted, { target }) =>
    target.kind === 'ai'
      ? fact(target.sanctioned === wanted, `${target.name} is ${target.sanctioned ? '' : 'not '}sanctioned`)
      : fact(false, `${nameOf(target)} is not an AI platform`),
  risk_score: (wanted, { classification: { riskScore } }) =>
    fact(riskScore >= (wanted.gte ?? 0) && riskScore < (wanted.lt ?? Infinity), `risk score is ${riskScore}`),
  risk_level: (wanted, { classification: { riskLevel } }) =>
    fact(atLeastLevel(riskLevel, wanted.at_least), `risk is ${riskLevel}`),
  finding: (wanted, { classification }) => {
    const distinct = distinctOf(classification, wanted.type);
    const types = typesInWords(classification, wanted.type);
    return fact(distinct >= wanted.min_distinct, `${distinct} distinct ${types} found`);
  },
  unscanned: (wanted, { classification: { unscanned } }) =>
    unscanned === undefined
      ? fact(false, 'all of it was read')
      : fact(wanted === true || wanted.in.includes(unscanned), `it was not fully read (${unscanned})`),
};

function evaluateLeaf(leaf: Leaf, input: PolicyInput, labels: readonly Label[]): Outcome {
  const reasons: string[] = [];
  for (const key of presentKeys(leaf)) {
    const outcome = testKey(key, leaf, input, labels);
    if (!outcome.holds) return outcome;
    reasons.push(outcome.why);
  }
  return { holds: true, why: reasons.join(' and ') };
}

const presentKeys = (leaf: Leaf): LeafKey[] =>
  (Object.keys(leaf) as LeafKey[]).filter((key) => leaf[key] !== undefined);

function testKey<Key extends LeafKey>(
  key: Key,
  leaf: Leaf,
  input: PolicyInput,
  labels: readonly Label[],
): Outcome {
  const test: Test<Key> = tests[key];
  return test(leaf[key] as Wanted<Key>, input, labels);
}
