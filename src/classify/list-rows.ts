/** Which keyword lists were met in each stretch of 256 units: one row of bits for each stretch. */
export interface ListRows {
  clear(): void;
  /** Notes that a keyword of these lists stands at a place. */
  add(at: number, lists: readonly number[]): void;
  /** May a keyword of the list begin in [from, to)? False is certain. */
  mayHave(list: number, from: number, to: number): boolean;
  /** Unites the rows around a place, and one more, into `into`, under a mask. Answers whether a bit is set. */
  unite(at: number, mask: Int32Array, more: Int32Array | undefined, into: Int32Array): boolean;
  /** How many 32-bit words a row has. */
  readonly words: number;
}

const BLOCK_BITS = 8;
/** Stretches on each side that hold everything within 300 units of a place. */
const REACH = 2;
/** Between texts, no more than this is kept (numbers, not bytes). */
const KEPT = 1 << 18;

export function createListRows(lists: number): ListRows {
  const words = Math.max(1, (lists + 31) >> 5);
  let rows = new Int32Array(words * 16);
  /** Rows below this have been written to. */
  let used = 0;

  const reach = (block: number): void => {
    const wanted = (block + 1) * words;
    if (wanted > rows.length) {
      const larger = new Int32Array(Math.max(wanted, rows.length * 2));
      larger.set(rows);
      rows = larger;
    }
    used = Math.max(used, block + 1);
  };

  return {
    words,
    clear() {
      if (rows.length > KEPT) rows = new Int32Array(words * 16);
      else rows.fill(0, 0, used * words);
      used = 0;
    },
    add(at, lists_) {
      const block = at >> BLOCK_BITS;
      if (block >= used) reach(block);
      const row = block * words;
      for (const list of lists_) {
        const place = row + (list >> 5);
        rows[place] = (rows[place] ?? 0) | (1 << (list & 31));
      }
    },
    mayHave(list, from, to) {
      const last = Math.min(used - 1, (to - 1) >> BLOCK_BITS);
      const bit = 1 << (list & 31);
      for (let block = Math.max(0, from >> BLOCK_BITS); block <= last; block++) {
        if (((rows[block * words + (list >> 5)] ?? 0) & bit) !== 0) return true;
      }
      return false;
    },
    unite(at, mask, more, into) {
      const block = at >> BLOCK_BITS;
      const first = Math.max(0, block - REACH);
      const last = Math.min(used - 1, block + REACH);
      let any = 0;
      for (let word = 0; word < words; word++) {
        let bits = more === undefined ? 0 : (more[word] ?? 0);
        for (let other = first; other <= last; other++) bits |= rows[other * words + word] ?? 0;
        bits &= mask[word] ?? 0;
        into[word] = bits;
        any |= bits;
      }
      return any !== 0;
    },
  };
}
