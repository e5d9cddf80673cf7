/** A stretch of a text's chosen shingles, `last` inclusive. */
export interface Region {
  readonly first: number;
  readonly last: number;
  /** How many of its shingles are shared. */
  readonly shared: number;
}

/**
 * The stretch with most shared shingles in which at least `threshold` percent are shared: each shared one counts for it what
 * it lacks to 100, each other one counts against it what it lacks to 0, and the stretch with the greatest sum wins (Kadane's
 * algorithm). It begins and ends with a shared one. One pass.
 */
export function densestRegion(count: number, has: (index: number) => boolean, threshold: number): Region {
  // At 100 % a shared one would count nothing.
  const gain = Math.max(1, 100 - threshold);
  let best = { first: 0, last: 0, shared: 0 };
  let bestSum = 0;
  let [sum, first, shared] = [0, 0, 0];
  for (let index = 0; index < count; index++) {
    if (!has(index)) {
      sum -= threshold;
      continue;
    }
    if (sum <= 0) {
      sum = 0;
      first = index;
      shared = 0;
    }
    sum += gain;
    shared++;
    if (sum > bestSum) {
      bestSum = sum;
      best = { first, last: index, shared };
    }
  }
  return best;
}
