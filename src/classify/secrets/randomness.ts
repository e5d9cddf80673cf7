import { isAsciiLetter, isDigit } from '../characters.ts';

/** How often each ASCII unit occurs in the value at hand; cleared after use. */
const occurrences = new Uint16Array(128);

/** Shannon entropy of a value in bits per unit: 0 for one repeated unit, about 3.6 for 32 random hex digits. */
export function entropyOf(value: string): number {
  const { length } = value;
  if (length === 0) return 0;
  let others = 0;
  for (let at = 0; at < length; at++) {
    const code = value.charCodeAt(at);
    if (code < 128) occurrences[code] = (occurrences[code] ?? 0) + 1;
    else others++;
  }
  let bits = others === 0 ? 0 : -(others / length) * Math.log2(others / length);
  for (let at = 0; at < length; at++) {
    const code = value.charCodeAt(at);
    const count = code < 128 ? (occurrences[code] ?? 0) : 0;
    if (count === 0) continue;
    bits -= (count / length) * Math.log2(count / length);
    occurrences[code] = 0;
  }
  return bits;
}

/** The entropy that `length` units of a real key have at least; made-up fillers (`xxxx`, `0000`, `AAAA1111`) stay below it. */
export const leastEntropy = (length: number): number => Math.min(2.6, Math.log2(Math.max(length, 1)) * 0.62);

/**
 * The pairs of letters that make up 95 % of English text and of program identifiers: a first letter, then the letters that
 * often follow it. They are a third of all 676 pairs, so random letters show it within a few units.
 */
const COMMON_PAIRS = `
abcdgilmnprstuvy baeijloruy caehiklorstu dadeiosu eabcdefglmnopqrstvwxy faefioru geinsu haeiotu iabcdefglmnoprstvz jes
kei ladeilostuy mabeimops nacdefgiklnopstuvy obcdfgiklmnoprstuvw paeiloprstu qu racdefgilmnorstuy sacehiopstuy
tacehioprstuy ubcefilmnprst vaeio waehino xpt ynop zo`;

const isCommonPair = commonPairs();

function commonPairs(): Uint8Array {
  const table = new Uint8Array(32 * 32);
  for (const row of COMMON_PAIRS.trim().split(/\s+/)) {
    const first = (row.charCodeAt(0) & 31) << 5;
    for (let at = 1; at < row.length; at++) table[first | (row.charCodeAt(at) & 31)] = 1;
  }
  return table;
}

/** What a value is made of. */
export interface Make {
  readonly lower: number;
  readonly upper: number;
  readonly digits: number;
  readonly marks: number;
  /** Pairs of neighbouring letters inside words, and how many of them words often have. */
  readonly pairs: number;
  readonly commonPairs: number;
  /** Changes between letters and digits, and from a small letter to a capital. */
  readonly turns: number;
}

/** Counts what a value is made of in one pass. */
export function makeOf(value: string): Make {
  let lower = 0;
  let upper = 0;
  let digits = 0;
  let pairs = 0;
  let common = 0;
  let turns = 0;
  let before = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    const isSmall = code >= 97 && code <= 122;
    if (isSmall) lower++;
    else if (isDigit(code)) digits++;
    else if (isAsciiLetter(code)) upper++;
    if (isAsciiLetter(code)) {
      const startsWord = !isSmall && before >= 97;
      if (isDigit(before) || (startsWord && isAsciiLetter(before))) turns++;
      else if (isAsciiLetter(before)) {
        pairs++;
        common += isCommonPair[((before & 31) << 5) | (code & 31)] ?? 0;
      }
    } else if (isDigit(code) && isAsciiLetter(before)) turns++;
    before = code;
  }
  const marks = value.length - lower - upper - digits;
  return { lower, upper, digits, marks, pairs, commonPairs: common, turns };
}

/** Are the letters those of words rather than drawn at random? Fewer than four pairs say nothing. */
export const isWordy = ({ pairs, commonPairs: common }: Make): boolean => pairs >= 4 && common >= pairs * 0.7;
