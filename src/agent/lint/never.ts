import type { Condition } from '../../policy/condition.ts';
import type { JsonPath } from '../../shared/json-lines.ts';
import { settled, meet, type Box } from './box.ts';
import { ones, type Space } from './space.ts';
import { labelMask } from './space.ts';
import { waysOf } from './ways.ts';
import type { Check, LintInput, Remark } from './remark.ts';

/** Policies, branches of them, and exceptions whose condition contradicts itself; and those that ask for labels nothing gives. */
export function neverApplying(space: Space): Check {
  return (input) =>
    input.bundle.policies.flatMap(({ name, when, exceptions }, index): readonly Remark[] => {
      const path: JsonPath = ['policies', index, 'when'];
      const ways = waysOf(when, space);
      if (ways?.length === 0) {
        return [
          {
            kind: 'never-applies',
            severity: 'error',
            path,
            name,
            what: `this policy can never apply: ${whyNot(when, space)}`,
            fix: 'correct the condition; conditions that may hold one at a time belong in "any"',
          },
        ];
      }
      const dead = deadBranches(when, path, space).map((branch): Remark => ({
        kind: 'branch-never-holds',
        severity: 'warning',
        path: branch.path,
        name,
        what: `this branch can never hold: ${whyNot(branch.condition, space)}`,
        fix: 'correct it or drop it',
      }));
      const useless = exceptions.flatMap((exception, place): Remark[] => {
        const excepted = waysOf(exception.when, space);
        if (ways === null || excepted === null || meetAny(ways, excepted, space)) return [];
        return [
          {
            kind: 'exception-never-used',
            severity: 'warning',
            path: ['policies', index, 'exceptions', place, 'when'],
            name,
            what: `the exception "${exception.name}" can never hold where the policy does`,
            fix: 'correct its condition or drop it',
          },
        ];
      });
      return [...dead, ...useless, ...(ways === null ? [] : labelsNotGiven(input, index, ways, space))];
    });
}

const meetAny = (left: readonly Box[], right: readonly Box[], space: Space): boolean =>
  left.some((one) => right.some((other) => meet(one, other, space) !== null));

/** The two branches that exclude each other, or why each on its own cannot hold. */
function whyNot(condition: Condition, space: Space): string {
  if ('any' in condition) return 'none of its branches can hold';
  if ('not' in condition) return `${inWords(condition.not)} always holds`;
  const branches = 'all' in condition ? condition.all : leavesOf(condition);
  const ways = branches.map((branch) => waysOf(branch, space));
  const alone = branches[ways.findIndex((each) => each?.length === 0)];
  if (alone !== undefined) {
    const hasParts = !('not' in alone) && (!isLeaf(alone) || Object.keys(alone).length > 1);
    return hasParts ? whyNot(alone, space) : `${inWords(alone)} holds for nothing there is`;
  }
  for (const [place, left] of ways.entries()) {
    const other = ways.findIndex(
      (right, index) => index > place && left !== null && right !== null && !meetAny(left, right, space),
    );
    const [first, second] = [branches[place], branches[other]];
    if (first !== undefined && second !== undefined)
      return `${inWords(first)} and ${inWords(second)} exclude each other`;
  }
  return 'its conditions exclude each other';
}

const isLeaf = (condition: Condition): boolean =>
  !('all' in condition || 'any' in condition || 'not' in condition);

/** A leaf's keys, each as a leaf of its own: all of them must hold. */
const leavesOf = (leaf: Condition): Condition[] =>
  Object.entries(leaf).map(([key, value]) => ({ [key]: value }));

const MOST_WORDS = 80;

/** A condition as it stands in the file, cut where it is long. */
function inWords(condition: Condition): string {
  const text = JSON.stringify(condition);
  return text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS)}…` : text;
}

interface Branch {
  readonly path: JsonPath;
  readonly condition: Condition;
}

/** Branches of an `any` that contradict themselves where the whole does not. */
function deadBranches(condition: Condition, path: JsonPath, space: Space): readonly Branch[] {
  if ('all' in condition) {
    return condition.all.flatMap((branch, index) => deadBranches(branch, [...path, 'all', index], space));
  }
  if (!('any' in condition)) return [];
  return condition.any.flatMap((branch, index): readonly Branch[] => {
    const place: JsonPath = [...path, 'any', index];
    return waysOf(branch, space)?.length === 0
      ? [{ path: place, condition: branch }]
      : deadBranches(branch, place, space);
  });
}

/** A policy all of whose ways ask for a label that no rule, no row and no default gives. */
function labelsNotGiven(
  { bundle }: LintInput,
  index: number,
  ways: readonly Box[],
  space: Space,
): readonly Remark[] {
  const names = [
    ...bundle.dynamic_rules.rules.map(({ label }) => label),
    ...bundle.mapping.map(({ label }) => label),
    ...(bundle.default_label === undefined ? [] : [bundle.default_label]),
  ];
  const given =
    (names.length === 0 ? 0n : labelMask({ in: names }, space)) | (1n << BigInt(space.labels.length));
  if (
    ways.some(
      (way) => settled({ ...way, label: way.label & given & ones(space.labels.length + 1) }, space) !== null,
    )
  ) {
    return [];
  }
  return [
    {
      kind: 'label-never-given',
      severity: 'warning',
      path: ['policies', index, 'when'],
      name: bundle.policies[index]?.name,
      what: 'this policy asks for labels that no rule, no mapping row and no default label gives',
      fix: 'add a rule or a row that gives the label, or ask for one that is given',
    },
  ];
}
