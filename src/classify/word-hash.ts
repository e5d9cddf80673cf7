import type { WordReader } from './word-reader.ts';

/**
 * A fast hash of words and of words in a row: two 32-bit lanes, no key. It is for looking up in tables and for choosing;
 * what leaves the machine or comes to it in a file is hashed with a key.
 */
export interface Lanes {
  a: number;
  b: number;
}

/** What the lanes are before the first byte of a word. */
export const EMPTY_A = 0x811c9dc5 | 0;
export const EMPTY_B = 0x2545f491;
/** One more byte of a word; `finish` comes after the last. */
export const addToA = (a: number, byte: number): number => Math.imul(a ^ byte, 0x01000193);
export const addToB = (b: number, byte: number): number => Math.imul(b + byte, 0x85ebca6b);

/** Hashes the reader's word into `into`. */
export function hashWord({ bytes, from, to }: WordReader, into: Lanes): void {
  let a = EMPTY_A;
  let b = EMPTY_B;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    a = addToA(a, byte);
    b = addToB(b, byte);
  }
  into.a = finish(a);
  into.b = finish(b);
}

/** The last steps of MurmurHash3, with which every bit of the input reaches every bit of the result. */
export function finish(lane: number): number {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** A lane of words in a row that goes on with one more word; the order counts. */
export const mixLane = (before: number, word: number): number => {
  const turned = Math.imul((before << 5) | (before >>> 27), 0x9e3779b1) + word;
  return (turned ^ (turned >>> 15)) | 0;
};
