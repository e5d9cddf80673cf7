/** At most so many bits of a lane choose the bucket: of five million entries twenty are in each. */
const MAX_BITS = 18;

/** The entries whose two lanes are these. */
export type PairIndex = (a: number, b: number) => readonly number[];

const NONE: readonly number[] = [];

/**
 * Entries (0, 1, 2, …) by their two 32-bit lanes, which must be well mixed: sorted into buckets by the upper bits of `a`. Keeps 8
 * bytes an entry beside `b` and takes about 25 ns an entry to make, where a `Map` takes 100 bytes and a microsecond.
 */
export function createPairIndex(a: Int32Array, b: Int32Array): PairIndex {
  const bits = Math.min(MAX_BITS, Math.max(1, Math.ceil(Math.log2(a.length + 1))));
  const shift = 32 - bits;
  /** Where each bucket begins; the last place is the end of all. */
  const begins = new Uint32Array(2 ** bits + 1);
  for (let entry = 0; entry < a.length; entry++) {
    const after = ((a[entry] ?? 0) >>> shift) + 1;
    begins[after] = (begins[after] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < begins.length; bucket++) {
    begins[bucket] = (begins[bucket] ?? 0) + (begins[bucket - 1] ?? 0);
  }
  const free = begins.slice();
  const lanes = new Int32Array(a.length);
  const entries = new Uint32Array(a.length);
  for (let entry = 0; entry < a.length; entry++) {
    const lane = a[entry] ?? 0;
    const bucket = lane >>> shift;
    const place = free[bucket] ?? 0;
    free[bucket] = place + 1;
    lanes[place] = lane;
    entries[place] = entry;
  }
  return (wantedA, wantedB) => {
    const bucket = wantedA >>> shift;
    const end = begins[bucket + 1] ?? 0;
    let found: number[] | undefined;
    for (let at = begins[bucket] ?? 0; at < end; at++) {
      if (lanes[at] !== wantedA) continue;
      const entry = entries[at] ?? 0;
      if (b[entry] === wantedB) (found ??= []).push(entry);
    }
    return found ?? NONE;
  };
}
