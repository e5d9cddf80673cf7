import { isLetter } from './characters.ts';

/** What a UTF-16 code unit is to the reader of a text. */
export const OTHER = 0;
export const DIGIT = 1;
/** Something else than a letter or digit with which a detector's literal begins. */
export const MARK = 2;
/** A letter of a script that writes no spaces between words: each may begin a term. */
export const IDEOGRAPH = 3;
export const LOWER = 4;
export const UPPER = 5;

/** In a table of units: the class in the low three bits, the folded unit above them. */
const CLASS_BITS = 3;
export const classIn = (entry: number): number => entry & 7;
export const foldedIn = (entry: number): number => entry >> CLASS_BITS;

/** Units from here on are their own folded form. */
const FOLDED = 0x2000;

/** `ς` ends words; its capital is that of `σ`. */
const FINAL_SIGMA = 0x3c2;
const SIGMA = 0x3c3;

/** Latin letters that have no canonical decomposition, with the letter people type instead. */
const STROKED: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ŧ', 't'],
]);

/** Thai, Lao, Burmese, Khmer; kana, ideographs, hangul. */
const isUnspaced = (code: number): boolean =>
  (code >= 0x0e00 && code < 0x0f00) ||
  (code >= 0x1000 && code < 0x10a0) ||
  (code >= 0x1780 && code < 0x1800) ||
  (code >= 0x3040 && code < 0xa4d0) ||
  (code >= 0xac00 && code < 0xd7b0) ||
  (code >= 0xf900 && code < 0xfb00);

/** Class and folded form of every unit. One table, as the reader looks at each unit of a text once. */
const units: Int32Array = createUnits();

function createUnits(): Int32Array {
  const table = new Int32Array(0x10000);
  for (let code = 0; code < table.length; code++) {
    table[code] = ((code < FOLDED ? foldedUnit(code) : code) << CLASS_BITS) | classOf(code);
  }
  return table;
}

function classOf(code: number): number {
  if (code >= 48 && code <= 57) return DIGIT;
  if (isUnspaced(code)) return IDEOGRAPH;
  if (!isLetter(code)) return OTHER;
  return code < FOLDED && isCapital(code) ? UPPER : LOWER;
}

function isCapital(code: number): boolean {
  const unit = String.fromCharCode(code);
  return unit !== unit.toLowerCase();
}

/** Small letter without accent: `É` and `e` fold to the same, as people leave accents out. */
function foldedUnit(code: number): number {
  if (code < 0xc0) return code >= 65 && code <= 90 ? code | 0x20 : code;
  const lower = String.fromCharCode(code).toLowerCase();
  if (code === FINAL_SIGMA) return SIGMA;
  // Cyrillic й keeps its mark: it is another letter. Greek accents are left out in capitals.
  if (code >= 0x400) return lower.length === 1 ? lower.charCodeAt(0) : code;
  return (STROKED.get(lower) ?? lower.normalize('NFD')).charCodeAt(0);
}

/** A copy of the table of units in which some that are neither letter nor digit are MARKs. */
export function unitsWith(marks: readonly number[]): Int32Array {
  const table = units.slice();
  for (const mark of marks) {
    const entry = table[mark] ?? 0;
    if (classIn(entry) === OTHER) table[mark] = entry | MARK;
  }
  return table;
}

/** NaN, before or after a text, folds to itself. */
export const fold = (code: number): number => foldedIn(units[code] ?? code << CLASS_BITS);

export const isIdeograph = (code: number): boolean => classIn(units[code] ?? 0) === IDEOGRAPH;

/** A term as the reader sees it: folded unit by unit. */
export function foldedTerm(term: string): string {
  // Most terms are plain small letters, and there are tens of thousands.
  if (/^[a-z \d-]*$/.test(term)) return term;
  let result = '';
  for (let at = 0; at < term.length; at++) result += String.fromCharCode(fold(term.charCodeAt(at)));
  return result;
}

/** One step of the hash over folded units that the reader computes for every word. */
export const nextHash = (hash: number, unit: number): number => (Math.imul(hash, 31) + unit) | 0;

export function hashOf(foldedWord: string): number {
  let hash = 0;
  for (let at = 0; at < foldedWord.length; at++) hash = nextHash(hash, foldedWord.charCodeAt(at));
  return hash;
}
