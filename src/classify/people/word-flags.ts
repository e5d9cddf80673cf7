import { fold, foldedTerm, hashOf, nextHash } from '../units.ts';

/** The lists that text[start, end) is in, folded: bit i for the i-th. Makes no string. */
export type WordFlags = (text: string, start: number, end: number) => number;

/** Prepares look-ups in some lists of words at once: open addressing over the hash that the reader uses too. */
export function createWordFlags(lists: readonly (readonly string[])[]): WordFlags {
  const flagsByWord = new Map<string, number>();
  for (const [place, list] of lists.entries()) {
    for (const word of list) {
      const key = foldedTerm(word);
      flagsByWord.set(key, (flagsByWord.get(key) ?? 0) | (1 << place));
    }
  }
  const words = [...flagsByWord.keys()];
  const flags = Int32Array.from(flagsByWord.values());
  const hashes = Int32Array.from(words, hashOf);
  let size = 64;
  while (size < words.length * 4) size *= 2;
  const mask = size - 1;
  /** The place of a word, plus one; 0 where there is none. */
  const slots = new Int32Array(size);
  for (const [place, hash] of hashes.entries()) {
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = place + 1;
  }
  return (text, start, end) => {
    let hash = 0;
    for (let at = start; at < end; at++) hash = nextHash(hash, fold(text.charCodeAt(at)));
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = (slots[slot] ?? 0) - 1;
      if (place < 0) return 0;
      if (hashes[place] === hash && isWord(text, start, end, words[place] ?? '')) return flags[place] ?? 0;
    }
  };
}

function isWord(text: string, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  for (let at = start; at < end; at++) {
    if (fold(text.charCodeAt(at)) !== word.charCodeAt(at - start)) return false;
  }
  return true;
}
