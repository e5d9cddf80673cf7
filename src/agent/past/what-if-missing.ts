import { withTypes, type LeafKey } from '../../policy/condition.ts';
import type { PolicySet, Unjudged } from '../../policy/judge.ts';
import type { Policy } from '../../policy/policy.ts';
import type { FindingType } from '../../shared/finding.ts';
import { listOfReferences } from '../../shared/type-reference.ts';

/** A fact that was missing, for how many interactions and which policies. */
export interface MissingFact {
  readonly leaf: LeafKey;
  readonly interactions: number;
  readonly policies: readonly string[];
}

export interface MissingFacts {
  /** What could not be judged of one interaction, and the types that were not looked for then. */
  note(unjudged: readonly Unjudged[], notLookedFor: ReadonlySet<FindingType>): void;
  list(): readonly MissingFact[];
  /** Those of the types not looked for that the unjudged policies name. */
  types(): readonly FindingType[];
}

/** Gathers what is missing to judge the policies of this set. */
export function createMissingFacts({ ordered }: PolicySet): MissingFacts {
  const facts = new Map<LeafKey, { interactions: number; readonly policies: Set<string> }>();
  const types = new Set<FindingType>();
  const typesOf = new Map(ordered.map(({ policy }) => [policy.name, typesIn(policy)]));
  return {
    note: (unjudged, notLookedFor) => {
      for (const leaf of new Set(unjudged.flatMap(({ leaves }) => leaves))) {
        const fact = facts.get(leaf) ?? { interactions: 0, policies: new Set() };
        fact.interactions += 1;
        for (const { policy, leaves } of unjudged) if (leaves.includes(leaf)) fact.policies.add(policy);
        facts.set(leaf, fact);
      }
      for (const { policy, leaves } of unjudged) {
        if (!leaves.includes('finding')) continue;
        for (const type of typesOf.get(policy) ?? []) if (notLookedFor.has(type)) types.add(type);
      }
    },
    list: () =>
      [...facts].map(([leaf, { interactions, policies }]) => ({
        leaf,
        interactions,
        policies: [...policies],
      })),
    types: () => [...types].toSorted(),
  };
}

function typesIn({ when, exceptions }: Policy): ReadonlySet<FindingType> {
  const types = new Set<FindingType>();
  for (const condition of [when, ...exceptions.map((exception) => exception.when)]) {
    withTypes(
      condition,
      (references) => {
        for (const type of listOfReferences(references)) types.add(type);
        return references;
      },
      '',
    );
  }
  return types;
}
