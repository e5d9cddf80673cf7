import type { Policy } from '../../policy/policy.ts';
import { actions } from '../../shared/verdict.ts';
import { isWithin, meet, type Box } from './box.ts';
import type { Space } from './space.ts';
import { waysOf } from './ways.ts';
import { listed, type Check, type Remark } from './remark.ts';

interface Placed {
  readonly index: number;
  readonly policy: Policy;
  /** Null where there are too many to say. */
  readonly ways: readonly Box[] | null;
  readonly condition: string;
}

/** As `compilePolicies` orders them: priority, the stricter action, the name. */
const inOrder = (left: Policy, right: Policy): number =>
  left.priority - right.priority ||
  actions.indexOf(right.action) - actions.indexOf(left.action) ||
  (left.name < right.name ? -1 : 1);

/**
 * Policies that others always come before, equal conditions, and priorities that several policies share which can apply to
 * the same thing.
 */
export function policyOrder(space: Space): Check {
  return ({ bundle }) => {
    const placed = bundle.policies
      .map((policy, index): Placed => ({
        index,
        policy,
        ways: waysOf(policy.when, space),
        condition: canonical(policy.when),
      }))
      .filter(({ policy }) => policy.enabled)
      .toSorted((left, right) => inOrder(left.policy, right.policy));
    const outranked = placed.flatMap((each, place) => outrankedBy(each, placed.slice(0, place)));
    const told = new Set(outranked.map(({ path }) => path[1]));
    return [...outranked, ...sameConditions(placed, told), ...ties(placed, space)];
  };
}

/** A policy of which every way is within a way of an earlier one that decides. */
function outrankedBy(one: Placed, earlier: readonly Placed[]): readonly Remark[] {
  if (one.ways === null || one.ways.length === 0) return [];
  const deciding = earlier.filter(
    ({ policy, ways, condition }) =>
      policy.mode === 'enforce' &&
      policy.exceptions.length === 0 &&
      ways !== null &&
      // On content that was not wholly read, a closed policy applies more widely than its condition says.
      (one.policy.on_failure === 'open' || (policy.on_failure === 'closed' && condition === one.condition)),
  );
  const before = one.ways.map((way) =>
    deciding.find(({ ways }) => ways?.some((wider) => isWithin(way, wider)) === true),
  );
  if (before.includes(undefined)) return [];
  const names = [...new Set(before.flatMap((each) => (each === undefined ? [] : [each.policy.name])))];
  return [
    {
      kind: 'always-outranked',
      severity: 'warning',
      path: ['policies', one.index],
      name: one.policy.name,
      what: `this policy never decides: wherever it applies, ${listed(names)} (priority ${before[0]?.policy.priority}) come${names.length === 1 ? 's' : ''} first`,
      fix: 'give it a lower "priority" number, narrow the earlier condition, or drop it',
    },
  ];
}

function sameConditions(placed: readonly Placed[], told: ReadonlySet<unknown>): readonly Remark[] {
  return [...Map.groupBy(placed, ({ condition }) => condition).values()].flatMap(([first, ...others]) =>
    others.flatMap(({ index, policy }): Remark[] =>
      first === undefined || told.has(index)
        ? []
        : [
            {
              kind: 'same-condition',
              severity: 'hint',
              path: ['policies', index, 'when'],
              name: policy.name,
              what: `this condition is that of "${first.policy.name}" too`,
              fix: 'one policy may be enough',
            },
          ],
    ),
  );
}

/** Most policies of one priority that are compared with each other. */
const MOST_COMPARED = 60;

function ties(placed: readonly Placed[], space: Space): readonly Remark[] {
  const enforced = placed.filter(({ policy }) => policy.mode === 'enforce');
  return [...Map.groupBy(enforced, ({ policy }) => policy.priority)].flatMap(
    ([priority, group]): Remark[] => {
      const compared = group.slice(0, MOST_COMPARED);
      const tied = compared.filter((one) =>
        compared.some((other) => other !== one && overlap(one, other, space)),
      );
      const [first] = tied;
      if (first === undefined) return [];
      const sameAction = new Set(tied.map(({ policy }) => policy.action)).size < tied.length;
      return [
        {
          kind: 'priority-tie',
          severity: 'hint',
          path: ['policies', first.index, 'priority'],
          name: first.policy.name,
          what: `${listed(tied.map(({ policy }) => policy.name))} have priority ${priority} and can apply to the same thing; the stricter action decides${sameAction ? ', and between equal ones the name' : ''}`,
          fix: 'give them different priorities where the order matters',
        },
      ];
    },
  );
}

function overlap(left: Placed, right: Placed, space: Space): boolean {
  if (left.ways === null || right.ways === null) return false;
  return left.ways.some((one) => right.ways?.some((other) => meet(one, other, space) !== null));
}

/** Equal conditions written in another order of keys or branches are the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${members.toSorted().join()}}`;
}
