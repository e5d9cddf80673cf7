import type { Span } from '../detector.ts';

/** Where one thing stands in a text: sorted, without overlaps. */
export interface Occurrences {
  readonly starts: number[];
  readonly ends: number[];
}

export const noOccurrences: Occurrences = { starts: [], ends: [] };

export const isEmpty = (found: Occurrences): boolean => found.starts.length === 0;

export function occurrencesOf(spans: readonly Span[]): Occurrences {
  const found: Occurrences = { starts: [], ends: [] };
  let last = 0;
  for (const { start, end } of spans.toSorted(
    (left, right) => left.start - right.start || right.end - left.end,
  )) {
    if (start < last || end <= start) continue;
    found.starts.push(start);
    found.ends.push(end);
    last = end;
  }
  return found;
}

/** The first place in sorted `numbers` that is at least `bound`. */
export function firstAtLeast(numbers: readonly number[], bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many stand wholly inside the window, as places [first, beyond). */
export function inside(found: Occurrences, from: number, to: number): { first: number; beyond: number } {
  const first = firstAtLeast(found.starts, from);
  return { first, beyond: Math.max(first, firstAtLeast(found.ends, to + 1)) };
}

/** Counts different values in windows that only ever move forward: all windows together cost one pass. */
export function createDistinctCounter(
  valueAt: (place: number) => string,
): (first: number, beyond: number) => { distinct: number; timesOf(place: number): number } {
  const times = new Map<string, number>();
  let left = 0;
  let right = 0;
  const add = (place: number, by: number): void => {
    const value = valueAt(place);
    const now = (times.get(value) ?? 0) + by;
    if (now === 0) times.delete(value);
    else times.set(value, now);
  };
  return (first, beyond) => {
    for (; right < beyond; right++) add(right, 1);
    for (; left < first && left < right; left++) add(left, -1);
    left = Math.max(left, first);
    right = Math.max(right, left);
    return { distinct: times.size, timesOf: (place) => times.get(valueAt(place)) ?? 0 };
  };
}
