/** Where the rows of each hash begin, in rows that are sorted by an evenly spread 32-bit number. */
export interface HashDirectory {
  /** The first row whose number is not below `hash`; looks at two rows on average. */
  firstRow(hash: number): number;
}

/** About so many rows share a bucket. */
const ROWS_PER_BUCKET = 2;

/** `rows` are sorted by their first number, unsigned; each is `width` numbers long. */
export function createHashDirectory(rows: Uint32Array, width: number): HashDirectory {
  const count = Math.floor(rows.length / width);
  const bits = Math.max(1, Math.ceil(Math.log2(Math.max(1, count / ROWS_PER_BUCKET))));
  const shift = 32 - bits;
  const buckets = new Uint32Array((1 << bits) + 1);
  let bucket = 0;
  for (let row = 0; row < count; row++) {
    const own = (rows[row * width] ?? 0) >>> shift;
    while (bucket <= own) buckets[bucket++] = row;
  }
  buckets.fill(count, bucket);

  return {
    firstRow(hash) {
      const wanted = hash >>> 0;
      const own = wanted >>> shift;
      let row = buckets[own] ?? count;
      const end = buckets[own + 1] ?? count;
      while (row < end && (rows[row * width] ?? 0) < wanted) row++;
      return row;
    },
  };
}
