import { confidenceNumber } from '../shared/finding.ts';
import type { Hit } from './scanner.ts';

/**
 * Leaves no two hits that overlap. The more confident one stays, then the longer, then the one whose detector is registered
 * first; a hit that lost to none of those that stay is kept. Sorted by start. Cost: one sort, and the length of the hits.
 */
export function withoutOverlaps(hits: readonly Hit[]): readonly Hit[] {
  const sorted = hits.toSorted((left, right) => left.start - right.start || left.end - right.end);
  const kept: Hit[] = [];
  let cluster: Hit[] = [];
  let clusterEnd = 0;
  for (const hit of sorted) {
    if (hit.start >= clusterEnd && cluster.length > 0) {
      keepBest(cluster, kept);
      cluster = [];
    }
    cluster.push(hit);
    clusterEnd = Math.max(clusterEnd, hit.end);
  }
  keepBest(cluster, kept);
  return kept;
}

/** Takes the hits of one chain of overlaps from best to worst; marks each code unit that is taken. */
function keepBest(cluster: Hit[], kept: Hit[]): void {
  const [first] = cluster;
  if (first === undefined) return;
  if (cluster.length === 1) {
    kept.push(first);
    return;
  }
  const origin = first.start;
  const end = cluster.reduce((furthest, hit) => Math.max(furthest, hit.end), 0);
  const taken = new Uint8Array(end - origin);
  const chosen = cluster.toSorted(byMerit).filter((hit) => {
    if (taken.subarray(hit.start - origin, hit.end - origin).includes(1)) return false;
    taken.fill(1, hit.start - origin, hit.end - origin);
    return true;
  });
  for (const hit of chosen.toSorted((left, right) => left.start - right.start)) kept.push(hit);
}

function byMerit(left: Hit, right: Hit): number {
  return (
    confidenceNumber[right.confidence] - confidenceNumber[left.confidence] ||
    right.end - right.start - (left.end - left.start) ||
    left.detector - right.detector ||
    left.start - right.start
  );
}
