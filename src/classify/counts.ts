import { confidenceNumber, type FindingType, type TypeCount } from '../shared/finding.ts';
import { createDistinctCounter, type DistinctCounter } from './distinct.ts';
import type { Hit } from './scanner.ts';

interface Tally {
  count: number;
  readonly values: DistinctCounter;
  confidence: TypeCount['confidence'];
}

/**
 * How much there is of each type, most frequent first (then by type). Values are told apart in their normalised form;
 * the confidence of a type is the best among its hits.
 */
export function countByType(hits: readonly Hit[], typeOf: (hit: Hit) => FindingType): readonly TypeCount[] {
  const tallies = new Map<FindingType, Tally>();
  for (const hit of hits) {
    const type = typeOf(hit);
    let tally = tallies.get(type);
    if (tally === undefined) {
      tally = { count: 0, values: createDistinctCounter(), confidence: hit.confidence };
      tallies.set(type, tally);
    }
    tally.count++;
    tally.values.add(hit.value);
    if (confidenceNumber[hit.confidence] > confidenceNumber[tally.confidence])
      tally.confidence = hit.confidence;
  }
  return [...tallies]
    .map(([type, { count, values, confidence }]) => ({ type, count, distinct: values.size, confidence }))
    .toSorted((left, right) => right.count - left.count || (left.type < right.type ? -1 : 1));
}
