/**
 * SipHash-2-4, a keyed hash for short inputs: J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast short-input PRF",
 * INDOCRYPT 2012. 128 bits of key, 64 bits of result. 64-bit numbers are kept as two signed 32-bit halves.
 */
export interface KeyedHash {
  /** Halves of the last result, signed. */
  low: number;
  high: number;
  /** Hashes bytes[start, end) into `low` and `high`. */
  hash(bytes: Uint8Array, start: number, end: number): void;
}

/** `key` is 32 hexadecimal digits: the 16 bytes of the key in order. */
export function createKeyedHash(key: string): KeyedHash {
  const [k0l, k0h, k1l, k1h] = [0, 8, 16, 24].map((at) => littleEndian(key, at));
  if (k0l === undefined || k0h === undefined || k1l === undefined || k1h === undefined || key.length !== 32) {
    throw new Error('the key of a keyed hash is 32 hexadecimal digits');
  }
  // "somepseudorandomlygeneratedbytes", as the paper has it.
  const [v0l, v0h] = [k0l ^ 0x70736575, k0h ^ 0x736f6d65];
  const [v1l, v1h] = [k1l ^ 0x6e646f6d, k1h ^ 0x646f7261];
  const [v2l, v2h] = [k0l ^ 0x6e657261, k0h ^ 0x6c796765];
  const [v3l, v3h] = [k1l ^ 0x79746573, k1h ^ 0x74656462];

  const result: KeyedHash = {
    low: 0,
    high: 0,
    hash(bytes, start, end) {
      let al = v0l;
      let ah = v0h;
      let bl = v1l;
      let bh = v1h;
      let cl = v2l;
      let ch = v2h;
      let dl = v3l;
      let dh = v3h;
      let at = start;
      // Two rounds for each whole word of eight bytes, two for the last word with the length on top, four to finish.
      for (let left = (end - start) >> 3; left >= -1; left--) {
        let ml = 0;
        let mh = 0;
        let rounds = 2;
        if (left > 0) {
          ml = fourBytes(bytes, at);
          mh = fourBytes(bytes, at + 4);
          at += 8;
        } else if (left === 0) {
          const rest = end - at;
          mh = (end - start) << 24;
          for (let index = 0; index < rest; index++) {
            if (index < 4) ml |= (bytes[at + index] ?? 0) << (index * 8);
            else mh |= (bytes[at + index] ?? 0) << ((index - 4) * 8);
          }
        } else {
          cl ^= 0xff;
          rounds = 4;
        }
        dl ^= ml;
        dh ^= mh;
        for (; rounds > 0; rounds--) {
          let kept: number;
          al = (al + bl) | 0;
          ah = (ah + bh + (al >>> 0 < bl >>> 0 ? 1 : 0)) | 0;
          kept = bl;
          bl = ((bl << 13) | (bh >>> 19)) ^ al;
          bh = ((bh << 13) | (kept >>> 19)) ^ ah;
          kept = al;
          al = ah;
          ah = kept;
          cl = (cl + dl) | 0;
          ch = (ch + dh + (cl >>> 0 < dl >>> 0 ? 1 : 0)) | 0;
          kept = dl;
          dl = ((dl << 16) | (dh >>> 16)) ^ cl;
          dh = ((dh << 16) | (kept >>> 16)) ^ ch;
          al = (al + dl) | 0;
          ah = (ah + dh + (al >>> 0 < dl >>> 0 ? 1 : 0)) | 0;
          kept = dl;
          dl = ((dl << 21) | (dh >>> 11)) ^ al;
          dh = ((dh << 21) | (kept >>> 11)) ^ ah;
          cl = (cl + bl) | 0;
          ch = (ch + bh + (cl >>> 0 < bl >>> 0 ? 1 : 0)) | 0;
          kept = bl;
          bl = ((bl << 17) | (bh >>> 15)) ^ cl;
          bh = ((bh << 17) | (kept >>> 15)) ^ ch;
          kept = cl;
          cl = ch;
          ch = kept;
        }
        al ^= ml;
        ah ^= mh;
      }
      result.low = al ^ bl ^ cl ^ dl;
      result.high = ah ^ bh ^ ch ^ dh;
    },
  };
  return result;
}

/** 64 bits as 16 hexadecimal digits. */
export const hexOf = (low: number, high: number): string => hex32(high) + hex32(low);

const hex32 = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');

const fourBytes = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) |
  ((bytes[at + 1] ?? 0) << 8) |
  ((bytes[at + 2] ?? 0) << 16) |
  ((bytes[at + 3] ?? 0) << 24);

function littleEndian(hex: string, at: number): number {
  const digits = hex.slice(at, at + 8);
  const number = [6, 4, 2, 0].map((byte) => digits.slice(byte, byte + 2)).join('');
  if (!/^[0-9a-f]{8}$/i.test(number)) throw new Error('the key of a keyed hash is 32 hexadecimal digits');
  return Number.parseInt(number, 16) | 0;
}
