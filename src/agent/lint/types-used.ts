import type { Condition } from '../../policy/condition.ts';
import { typeCovers, type FindingType } from '../../shared/finding.ts';
import { listOfReferences } from '../../shared/type-reference.ts';
import type { ResolvedBundle } from '../resolve-types.ts';

/** What a bundle's mapping, rules, policies and exceptions name; `has` also of a type that a family's name covers. */
export function findingsIn({ mapping, dynamic_rules, policies }: ResolvedBundle): {
  has(type: FindingType): boolean;
} {
  const named = new Set<FindingType>([
    ...mapping.flatMap(({ types }) => types),
    ...dynamic_rules.rules.flatMap(({ condition }) =>
      'classifications' in condition ? listOfReferences(condition.value) : [],
    ),
    ...policies.flatMap(({ when, exceptions }) =>
      [when, ...exceptions.map((exception) => exception.when)].flatMap(typesIn),
    ),
  ]);
  return { has: (type) => [...named].some((name) => typeCovers(name, type)) };
}

function typesIn(condition: Condition): readonly FindingType[] {
  if ('all' in condition) return condition.all.flatMap(typesIn);
  if ('any' in condition) return condition.any.flatMap(typesIn);
  if ('not' in condition) return typesIn(condition.not);
  return condition.finding === undefined ? [] : listOfReferences(condition.finding.type);
}
