import { MAX_VALUE_BYTES } from '../../shared/exact-data.ts';
import { SLASH } from '../characters.ts';
import type { KeyedHash } from '../keyed-hash.ts';
import { DIGITS, type WordReader } from '../word-reader.ts';

/** Runs of more words than this are not looked up: an e-mail address has up to eight or so. */
export const MAX_RUN_WORDS = 10;
/** Digits that may be grouped otherwise stand in groups of at most so many: longer ones side by side are two numbers. */
export const MAX_GROUP_DIGITS = 6;
/** So many words at the beginning of a with-value count. */
export const MAX_WITH_WORDS = 4;

/** A value of a column without its separators. */
export interface NormalValue {
  readonly bytes: Uint8Array;
  readonly words: number;
  /** Nothing but digits, which people group as they like. */
  readonly isNumber: boolean;
  /** Where its leading letters or digits end; the length of all of it when nothing follows them. */
  readonly lead: number;
}

/** NFKC, lower case, letters and digits alone: `C-10 023` and `c10023` are the same value. */
export function normalValue(value: string, reader: WordReader): NormalValue {
  reader.open(value);
  const parts: Uint8Array[] = [];
  let length = 0;
  let lead = 0;
  let digits = true;
  let longest = 0;
  while (reader.next()) {
    if (parts.length === 0) lead = reader.lead - reader.from;
    if (reader.kind !== DIGITS) digits = false;
    longest = Math.max(longest, reader.to - reader.from);
    parts.push(reader.bytes.slice(reader.from, reader.to));
    length += reader.to - reader.from;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const isNumber = digits && (parts.length <= 1 || longest <= MAX_GROUP_DIGITS);
  return { bytes, words: parts.length, isNumber, lead: isNumber ? length : lead };
}

/** A with-value as it is stored. */
export interface WithNumber {
  /** 0 when it is empty. */
  readonly number: number;
  /** How many digits it has, when it is a number that may be grouped; else 0. */
  readonly digits: number;
}

/**
 * A date has the same number in whatever order its day, month and year are written; digits in groups are one number; of other
 * values the first words count.
 */
export function withNumber(value: string, hash: KeyedHash, reader: WordReader): WithNumber {
  const { words, isNumber, bytes } = normalValue(value, reader);
  if (words === 0) return { number: 0, digits: 0 };
  const date = /^\D{0,2}(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?!\d)/.exec(value);
  const packed = date === null ? 0 : packDate(Number(date[1]), Number(date[2]), Number(date[3]));
  if (packed > 0 && isNumber) return { number: dateNumber(packed, hash), digits: 0 };
  if (isNumber) {
    hash.hash(bytes, 0, bytes.length);
    return { number: nonZero(hash.low), digits: bytes.length <= MAX_VALUE_BYTES ? bytes.length : 0 };
  }
  reader.open(value);
  let mixed = 0;
  for (let word = 0; word < MAX_WITH_WORDS && reader.next(); word++) {
    hash.hash(reader.bytes, reader.from, reader.to);
    mixed = word === 0 ? hash.low : mixWords(mixed, hash.low);
  }
  return { number: nonZero(mixed), digits: 0 };
}

/** One number for words in a row; the order counts. */
export const mixWords = (before: number, word: number): number =>
  (Math.imul(before, 0x9e3779b1) ^ ((before >>> 15) + word)) | 0;

/** 0 stands for no value. */
export const nonZero = (number: number): number => (number === 0 ? 1 : number | 0);

/** Year, smaller and larger of day and month in one number; 0 when the three are no date. */
export function packDate(first: number, second: number, third: number): number {
  const yearFirst = first > 31;
  const year = yearFirst ? first : third;
  const other = yearFirst ? third : first;
  const [low, high] = other < second ? [other, second] : [second, other];
  if (year < 1850 || year > 2150 || low < 1 || low > 12 || high > 31) return 0;
  return year * 10_000 + low * 100 + high;
}

const scratch = new Uint8Array(5);

/** Hashed with a leading zero byte, which no word has. */
export function dateNumber(packed: number, hash: KeyedHash): number {
  for (let byte = 0; byte < 4; byte++) scratch[byte + 1] = packed >>> (byte * 8);
  hash.hash(scratch, 0, scratch.length);
  return nonZero(hash.low);
}

/** How two words stand to each other: apart, parts of one value, or groups of one number. */
export const APART = 0;
export const JOINED = 1;
export const GROUPED = 2;

/** text[from, to) is what stands between two words. Values do not go on over a line, a tab or a column's border. */
export function gapKind(text: string, from: number, to: number): number {
  if (to - from > 2) return APART;
  let kind = GROUPED;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 9 || code === 10 || code === 13 || code === 34 || code === 59 || code === 124) return APART;
    if (!groupsDigits(code)) kind = JOINED;
  }
  return kind;
}

/** Spaces, dashes, dots, slashes and brackets stand between the groups of a number. */
function groupsDigits(code: number): boolean {
  if (code === 32 || code === 40 || code === 41 || code === 45 || code === 46 || code === SLASH) return true;
  return code === 0xa0 || code === 0x202f || (code >= 0x2007 && code <= 0x2013);
}
