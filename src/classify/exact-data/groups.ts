import { DIGITS, type WordReader } from '../word-reader.ts';
import { gapKind, GROUPED, MAX_GROUP_DIGITS, packDate } from './value.ts';

/** Digits in so many groups make one number at most. */
const MAX_GROUPS = 8;

/** The groups of digits in a row that end with the current word, first to last. */
export interface Groups {
  count: number;
  readonly starts: Int32Array;
  /** Where each begins among the reader's bytes. */
  readonly bytes: Int32Array;
  /** Goes on with the reader's word. */
  take(text: string, words: WordReader, previousEnd: number): void;
  /** The date that the last three make, or 0. */
  date(): number;
}

export function createGroups(): Groups {
  const starts = new Int32Array(MAX_GROUPS);
  const bytes = new Int32Array(MAX_GROUPS);
  const values = new Int32Array(MAX_GROUPS);
  const groups: Groups = {
    count: 0,
    starts,
    bytes,
    take(text, words, previousEnd) {
      if (words.kind !== DIGITS || words.to - words.from > MAX_GROUP_DIGITS) {
        groups.count = 0;
        return;
      }
      if (groups.count > 0 && gapKind(text, previousEnd, words.start) !== GROUPED) groups.count = 0;
      if (groups.count === MAX_GROUPS) {
        for (const array of [starts, bytes, values]) array.copyWithin(0, 1);
        groups.count--;
      }
      for (let group = 0; group < groups.count; group++) bytes[group] = (bytes[group] ?? 0) - words.moved;
      let value = 0;
      for (let at = words.from; at < words.to; at++) value = value * 10 + (words.bytes[at] ?? 48) - 48;
      starts[groups.count] = words.start;
      bytes[groups.count] = words.from;
      values[groups.count] = value;
      groups.count++;
    },
    date() {
      const { count } = groups;
      if (count < 3) return 0;
      return packDate(values[count - 3] ?? 0, values[count - 2] ?? 0, values[count - 1] ?? 0);
    },
  };
  return groups;
}
