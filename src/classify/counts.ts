import { confidenceNumber, type FindingType, type TypeCount } from '../shared/finding.ts';
import { createDistinctCounter, type DistinctCounter } from './distinct.ts';
import type { Hit } from './scanner.ts';

interface Tally {
  count: number;
  /** Values found with low confidence. */
  readonly values: DistinctCounter;
  /** Those that were found with more than low confidence. */
  readonly sure: DistinctCounter;
  confidence: TypeCount['confidence'];
}

/**
 * How much there is of each type, most frequent first (then by type). Values are told apart in their normalised form;
 * the confidence of a type is the best among its hits. Where some are surer, guesses do not count as different values: they
 * must not tip a threshold.
 */
export function countByType(hits: readonly Hit[], typeOf: (hit: Hit) => FindingType): readonly TypeCount[] {
  const tallies = new Map<FindingType, Tally>();
  for (const hit of hits) {
    const type = typeOf(hit);
    let tally = tallies.get(type);
    if (tally === undefined) {
      tally = {
        count: 0,
        values: createDistinctCounter(),
        sure: createDistinctCounter(),
        confidence: hit.confidence,
      };
      tallies.set(type, tally);
    }
    tally.count++;
    (hit.confidence === 'low' ? tally.values : tally.sure).add(hit.value);
    if (confidenceNumber[hit.confidence] > confidenceNumber[tally.confidence])
      tally.confidence = hit.confidence;
  }
  return [...tallies]
    .map(([type, { count, values, sure, confidence }]) => ({
      type,
      count,
      distinct: (confidence === 'low' ? values : sure).size,
      confidence,
    }))
    .toSorted((left, right) => right.count - left.count || (left.type < right.type ? -1 : 1));
}
