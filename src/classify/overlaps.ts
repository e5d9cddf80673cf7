import { confidenceNumber } from '../shared/finding.ts';
import type { Hit } from './scanner.ts';

/** How far the nearest word that speaks for a hit is; Infinity when there is none. Asked only where hits compete. */
export type DistanceOf = (hit: Hit) => number;

/**
 * Leaves no two hits that overlap. The more confident one stays, then the clearly longer, then the one whose word is nearer,
 * then the one whose detector is registered first; a hit that lost to none of those that stay is kept. Sorted by start. Cost: one sort,
 * and the length of the hits.
 */
export function withoutOverlaps(hits: readonly Hit[], distanceOf: DistanceOf): readonly Hit[] {
  const sorted = hits.toSorted((left, right) => left.start - right.start || left.end - right.end);
  const kept: Hit[] = [];
  let cluster: Hit[] = [];
  let clusterEnd = 0;
  for (const hit of sorted) {
    if (hit.start >= clusterEnd && cluster.length > 0) {
      keepBest(cluster, kept, distanceOf);
      cluster = [];
    }
    cluster.push(hit);
    clusterEnd = Math.max(clusterEnd, hit.end);
  }
  keepBest(cluster, kept, distanceOf);
  return kept;
}

/** Takes the hits of one chain of overlaps from best to worst; marks each code unit that is taken. */
function keepBest(cluster: Hit[], kept: Hit[], distanceOf: DistanceOf): void {
  const [first] = cluster;
  if (first === undefined) return;
  if (cluster.length === 1) {
    kept.push(first);
    return;
  }
  const origin = first.start;
  const end = cluster.reduce((furthest, hit) => Math.max(furthest, hit.end), 0);
  const taken = new Uint8Array(end - origin);
  const distances = new Map(cluster.map((hit) => [hit, distanceOf(hit)]));
  const chosen = cluster
    .toSorted((left, right) => byMerit(left, right, distances))
    .filter((hit) => {
      if (taken.subarray(hit.start - origin, hit.end - origin).includes(1)) return false;
      taken.fill(1, hit.start - origin, hit.end - origin);
      return true;
    });
  for (const hit of chosen.toSorted((left, right) => left.start - right.start)) kept.push(hit);
}

function byMerit(left: Hit, right: Hit, distances: ReadonlyMap<Hit, number>): number {
  return (
    confidenceNumber[right.confidence] - confidenceNumber[left.confidence] ||
    lengthClass(right) - lengthClass(left) ||
    distanceIn(distances, left) - distanceIn(distances, right) ||
    right.end - right.start - (left.end - left.start) ||
    left.detector - right.detector ||
    left.start - right.start
  );
}

/** Lengths within about a half of each other are alike: then the nearer word decides. */
const lengthClass = ({ start, end }: Hit): number => Math.round(Math.log(end - start) / Math.log(1.6));

/** A value that needs no word stands between those with a word close by and those with one far away. */
const WITHOUT_WORD = 100;
function distanceIn(distances: ReadonlyMap<Hit, number>, hit: Hit): number {
  const distance = distances.get(hit) ?? WITHOUT_WORD;
  return Number.isFinite(distance) ? distance : WITHOUT_WORD;
}
