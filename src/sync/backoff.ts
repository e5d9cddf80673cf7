export const FIRST_WAIT_MS = 1000;
export const LONGEST_WAIT_MS = 15 * 60 * 1000;

/**
 * How long to wait after so many failures in a row (at least 1): doubling from 1 s to 15 min, of which the second
 * half is random, so that a fleet does not come back all at once. `random` gives 0 to 1.
 */
export function backoffMs(failures: number, random: () => number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
  return Math.round(full / 2 + (full / 2) * random());
}

/** A server's own wish: never sooner, at least 1 s, and up to a tenth later for the same reason. */
export function honourMs(afterMs: number, random: () => number): number {
  return Math.round(Math.max(afterMs, FIRST_WAIT_MS) * (1 + random() / 10));
}
