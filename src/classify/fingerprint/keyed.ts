import type { KeyedHash } from '../keyed-hash.ts';

const scratch = new Uint8Array(8);

/** A chosen shingle as files hold it: 32 bits of its keyed hash, unsigned. */
export function keyedFingerprint(a: number, b: number, hash: KeyedHash): number {
  for (let byte = 0; byte < 4; byte++) {
    scratch[byte] = a >>> (byte * 8);
    scratch[byte + 4] = b >>> (byte * 8);
  }
  hash.hash(scratch, 0, scratch.length);
  return hash.low >>> 0;
}
