export const median = (values: readonly number[]): number => atShare(values, 0.5);

/** The value that so large a share of all lies below. */
export function atShare(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Milliseconds of one call. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds of each item in turn, the median of so many rounds over all of them. */
export function mediansOf<Item>(
  items: readonly Item[],
  rounds: number,
  work: (item: Item) => unknown,
): number[] {
  const times = Array.from({ length: rounds }, () => items.map((item) => timed(() => work(item))));
  return items.map((_, index) => median(times.map((round) => round[index] ?? 0)));
}

/** Million characters per second. */
export const speedOf = (texts: readonly string[], times: readonly number[]): number =>
  texts.reduce((sum, text) => sum + text.length, 0) / 1000 / times.reduce((sum, time) => sum + time, 0);

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
