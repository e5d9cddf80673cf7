import type { CustomType, Need, Proximity } from '../../shared/custom-type.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Span } from '../detector.ts';
import type { CharacterSteps } from './character-steps.ts';
import type { ElementTable } from './elements.ts';
import { createDistinctCounter, inside } from './occurrences.ts';
import type { Sightings } from './sightings.ts';

/** A need with its names resolved. */
export type ReadyNeed =
  | {
      readonly kind: 'match';
      readonly element: number;
      readonly atLeast: number;
      readonly distinct: boolean;
      /** Characters on either side; Infinity is anywhere. */
      readonly reach: number;
    }
  | {
      readonly kind: 'any';
      readonly children: readonly ReadyNeed[];
      readonly atLeast: number;
      readonly atMost: number;
    };

export const reachOf = (proximity: Proximity): number => (proximity === 'unlimited' ? Infinity : proximity);

export function resolveNeed(
  type: CustomType,
  need: Need,
  reach: number,
  table: ElementTable,
): Result<ReadyNeed> {
  if (typeof need === 'string') return resolveNeed(type, { match: need }, reach, table);
  if ('match' in need) {
    const element = table.place(type, need.match);
    if (!element.ok) return element;
    return ok({
      kind: 'match',
      element: element.value,
      atLeast: need.min_count ?? 1,
      distinct: need.distinct ?? false,
      reach: need.proximity === undefined ? reach : reachOf(need.proximity),
    });
  }
  const children: ReadyNeed[] = [];
  for (const child of 'any_of' in need ? need.any_of : need.none_of) {
    const resolved = resolveNeed(type, child, reach, table);
    if (!resolved.ok) return resolved;
    children.push(resolved.value);
  }
  return ok(
    'any_of' in need
      ? { kind: 'any', children, atLeast: need.at_least ?? 1, atMost: need.at_most ?? Infinity }
      : { kind: 'any', children, atLeast: 0, atMost: 0 },
  );
}

/** Can the need hold anywhere in this text? `isThere` says whether an element occurs at all; it may answer true unseen. */
export function canHold(need: ReadyNeed, isThere: (element: number) => boolean): boolean {
  if (need.kind === 'match') return isThere(need.element);
  return need.children.filter((child) => canHold(child, isThere)).length >= need.atLeast;
}

/** A hit around which needs are looked for; `place` is its own among the occurrences of its element. */
export interface Around extends Span {
  readonly element: number;
  readonly place: number;
}

/**
 * Checks needs around hits. Hits must be handed over from the first to the last: counting different values goes along
 * with them.
 */
export function createNeedCheck(
  sightings: Sightings,
  steps: CharacterSteps,
): (need: ReadyNeed, around: Around) => boolean {
  const counters = new Map<ReadyNeed, ReturnType<typeof createDistinctCounter>>();

  const matches = (need: ReadyNeed & { readonly kind: 'match' }, around: Around): boolean => {
    const { element, reach, atLeast } = need;
    const found = sightings.of(element);
    const from = reach === Infinity ? 0 : steps.back(around.start, reach);
    const to = reach === Infinity ? sightings.text.length : steps.forward(around.end, reach);
    const { first, beyond } = inside(found, from, to);
    // The hit is no evidence for itself.
    const isItself = element === around.element && first <= around.place && around.place < beyond;
    const count = beyond - first - (isItself ? 1 : 0);
    if (count < atLeast || !need.distinct) return count >= atLeast;
    let counter = counters.get(need);
    if (counter === undefined) {
      counter = createDistinctCounter((place) => sightings.valueAt(element, place));
      counters.set(need, counter);
    }
    const counted = counter(first, beyond);
    const isItsOnly = isItself && counted.timesOf(around.place) === 1;
    return counted.distinct - (isItsOnly ? 1 : 0) >= atLeast;
  };

  const holds = (need: ReadyNeed, around: Around): boolean => {
    if (need.kind === 'match') return matches(need, around);
    let count = 0;
    for (const child of need.children) if (holds(child, around)) count++;
    return count >= need.atLeast && count <= need.atMost;
  };
  return holds;
}
