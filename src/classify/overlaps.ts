import { confidenceNumber } from '../shared/finding.ts';
import type { Hit } from './scanner.ts';

/** How far the nearest word that speaks for a hit is; Infinity when there is none. Asked only where hits compete. */
export type DistanceOf = (hit: Hit) => number;

/**
 * Leaves no two hits that overlap. The more confident one stays, then the clearly longer, then the one whose word is nearer,
 * then the one whose detector is registered first; a hit that lost to none of those that stay is kept. Sorted by start. Cost: one sort,
 * and the length of the hits. A wide hit competes with wide ones only, and keeps the longest stretch that the others leave it.
 */
export function withoutOverlaps(hits: readonly Hit[], distanceOf: DistanceOf): readonly Hit[] {
  if (areApart(hits)) return hits;
  if (!hits.some(({ wide }) => wide === true)) return best(hits, distanceOf);
  const narrow = best(
    hits.filter(({ wide }) => wide !== true),
    distanceOf,
  );
  const wide = best(
    hits.filter((hit) => hit.wide === true),
    distanceOf,
  );
  const shrunk = wide.flatMap((hit) => withoutTaken(hit, narrow) ?? []);
  return [...narrow, ...shrunk].toSorted((left, right) => left.start - right.start);
}

/** Are they in order already, with none over another? */
function areApart(hits: readonly Hit[]): boolean {
  let end = 0;
  for (const hit of hits) {
    if (hit.start < end) return false;
    ({ end } = hit);
  }
  return true;
}

/** The longest stretch of a wide hit that no other takes; undefined when nothing is left of it. */
function withoutTaken(hit: Hit, taken: readonly Hit[]): Hit | undefined {
  let longest = { start: hit.start, end: hit.start };
  let from = hit.start;
  const inside = taken.slice(firstEndingAfter(taken, hit.start));
  for (const { start, end } of inside) {
    if (start >= hit.end) break;
    if (start - from > longest.end - longest.start) longest = { start: from, end: start };
    from = Math.max(from, end);
  }
  if (hit.end - from > longest.end - longest.start) longest = { start: from, end: hit.end };
  return longest.end > longest.start ? { ...hit, ...longest } : undefined;
}

function firstEndingAfter(sorted: readonly Hit[], place: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function best(hits: readonly Hit[], distanceOf: DistanceOf): readonly Hit[] {
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
