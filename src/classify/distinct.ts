/** Counts different strings without keeping them: 64 bits of hash each. */
export interface DistinctCounter {
  add(value: string): void;
  readonly size: number;
}

/**
 * Two 32-bit hashes of each value in an open-addressing table, 8 bytes a slot and half of them free. Among a million values two
 * that differ are taken for one with a chance of 3 in 100 million.
 */
export function createDistinctCounter(): DistinctCounter {
  let slots = new Int32Array(2 * 16);
  let size = 0;

  const grow = (): void => {
    const larger = new Int32Array(slots.length * 2);
    for (let place = 0; place < slots.length; place += 2) {
      const high = slots[place] ?? 0;
      const low = slots[place + 1] ?? 0;
      if (high !== 0 || low !== 0) put(larger, high, low);
    }
    slots = larger;
  };

  return {
    get size() {
      return size;
    },
    add(value) {
      let high = 0x811c9dc5 | 0;
      let low = value.length + 1;
      for (let at = 0; at < value.length; at++) {
        const unit = value.charCodeAt(at);
        high = Math.imul(high ^ unit, 0x01000193);
        low = (Math.imul(low, 0x9e3779b1) + unit) | 0;
      }
      low ^= low >>> 15;
      // Zero marks a free slot.
      if (put(slots, high, low === 0 ? 1 : low)) size++;
      if (size * 4 > slots.length) grow();
    },
  };
}

/** Puts the two halves of a hash into a table that has room; false when they are there already. */
function put(into: Int32Array, high: number, low: number): boolean {
  const mask = into.length / 2 - 1;
  for (let slot = low & mask; ; slot = (slot + 1) & mask) {
    const seenHigh = into[slot * 2];
    const seenLow = into[slot * 2 + 1];
    if (seenHigh === 0 && seenLow === 0) {
      into[slot * 2] = high;
      into[slot * 2 + 1] = low;
      return true;
    }
    if (seenHigh === high && seenLow === low) return false;
  }
}
