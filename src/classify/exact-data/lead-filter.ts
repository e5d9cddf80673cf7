/**
 * A Bloom filter of the hashes of leading letters or digits, two bits each: a word that is not in it begins no value, so that
 * nothing behind it need be looked up. At 8 to 16 bits for each entry, at most 5 % of other words pass.
 */
const BITS_PER_ENTRY = 8;

const firstBit = (low: number, bits: number): number => low & (bits - 1);
const secondBit = (high: number, bits: number): number => high & (bits - 1);

export interface LeadFilterBuilder {
  add(low: number, high: number): void;
  /** A power of two of numbers; none when nothing was added. */
  bits(): Uint32Array;
}

export function createLeadFilter(): LeadFilterBuilder {
  /** Both halves in one: 2^53 is enough to tell a few million leads apart. */
  const seen = new Map<number, readonly [low: number, high: number]>();
  return {
    add(low, high) {
      const both = (high >>> 11) * 2 ** 32 + (low >>> 0);
      if (!seen.has(both)) seen.set(both, [low, high]);
    },
    bits() {
      if (seen.size === 0) return new Uint32Array(0);
      const numbers = 2 ** Math.ceil(Math.log2(Math.max(1, (seen.size * BITS_PER_ENTRY) / 32)));
      const filter = new Uint32Array(numbers);
      for (const [low, high] of seen.values()) {
        for (const bit of [firstBit(low, numbers * 32), secondBit(high, numbers * 32)]) {
          filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
        }
      }
      return filter;
    },
  };
}

/** May a value go on after this lead? */
export function mayLead(filter: Uint32Array, low: number, high: number): boolean {
  const bits = filter.length * 32;
  if (bits === 0) return false;
  const [first, second] = [firstBit(low, bits), secondBit(high, bits)];
  return (
    ((filter[first >>> 5] ?? 0) & (1 << (first & 31))) !== 0 &&
    ((filter[second >>> 5] ?? 0) & (1 << (second & 31))) !== 0
  );
}
