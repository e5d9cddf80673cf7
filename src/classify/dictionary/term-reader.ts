import { addToA, addToB, EMPTY_A, EMPTY_B, finish, hashWord, mixLane, type Lanes } from '../word-hash.ts';
import { createWordReader, type WordReader } from '../word-reader.ts';
import { DIGIT, LETTER, unitTables, type UnitTables } from '../word-units.ts';

/** Of longer phrases so many words are looked up, and the rest is compared. */
export const MAX_TERM_WORDS = 31;

/** More than this between two words, and they belong to no phrase. */
export const MAX_GAP = 3;

/** A term as units of text. */
export interface Literal {
  /** As `comparable` makes it. */
  readonly text: string;
  readonly exactCase: boolean;
  /** Where its first word begins in it. */
  readonly offset: number;
}

/** What the words of a term hash to. */
export interface TermWords extends Lanes {
  /** Lane a of its first word. */
  first: number;
  words: number;
  /** Its words are all there is to it, with spaces or hyphens between them. */
  plain: boolean;
}

/** Reads the term text[from, to). What it answers is overwritten by the next. */
export type TermReader = (text: string, from: number, to: number, exactCase: boolean) => TermWords;

export function createTermReader(): TermReader {
  const reader = createWordReader();
  const simple = simpleUnits(unitTables());
  const read: TermWords = { a: 0, b: 0, first: 0, words: 0, plain: false };
  return (text, from, to, exactCase) => {
    if (!exactCase && readSimple(simple, text, from, to, read)) return read;
    readWords(reader, comparable(text.slice(from, to), exactCase), read);
    read.plain &&= !exactCase;
    return read;
  };
}

/** The term unit by unit, for those whose words are not all there is to them. */
export function readLiteral(term: string, exactCase: boolean): Literal {
  const text = comparable(term, exactCase);
  const reader = createWordReader(text);
  return { text, exactCase, offset: reader.next() ? reader.start : 0 };
}

const HYPHEN = 45;
const UNDERSCORE = 95;
const SPACE = 32;

/** Of each unit that is a letter or digit by itself its normalised form; 0 of all others. */
const simpleUnits = ({ classes, folded }: UnitTables): Uint16Array =>
  folded.map((form, unit) => (classes[unit] === LETTER || classes[unit] === DIGIT ? form : 0));

/**
 * The short way, several times as fast: reads a term of simple letters and digits with single signs between them, in which
 * `comparable` would change nothing that counts. False for all other terms.
 */
function readSimple(simple: Uint16Array, text: string, from: number, to: number, into: TermWords): boolean {
  let a = EMPTY_A;
  let b = EMPTY_B;
  let begun = from;
  into.words = 0;
  for (let at = from; at <= to; at++) {
    const code = at < to ? text.charCodeAt(at) : SPACE;
    const unit = simple[code] ?? 0;
    if (unit !== 0) {
      if (unit >= 0x80) {
        if (unit >= 0x800) {
          a = addToA(addToA(a, 0xe0 | (unit >> 12)), 0x80 | ((unit >> 6) & 63));
          b = addToB(addToB(b, 0xe0 | (unit >> 12)), 0x80 | ((unit >> 6) & 63));
        } else {
          a = addToA(a, 0xc0 | (unit >> 6));
          b = addToB(b, 0xc0 | (unit >> 6));
        }
      }
      const byte = unit < 0x80 ? unit : 0x80 | (unit & 63);
      a = addToA(a, byte);
      b = addToB(b, byte);
    } else {
      if (at === begun || (code !== SPACE && code !== HYPHEN && code !== UNDERSCORE)) return false;
      if (into.words === MAX_TERM_WORDS) return false;
      addWord(into, finish(a), finish(b));
      a = EMPTY_A;
      b = EMPTY_B;
      begun = at + 1;
    }
  }
  into.plain = true;
  return true;
}

function addWord(into: TermWords, a: number, b: number): void {
  if (into.words === 0) {
    into.first = into.a = a;
    into.b = b;
  } else {
    into.a = mixLane(into.a, a);
    into.b = mixLane(into.b, b);
  }
  into.words++;
}

function readWords(reader: WordReader, form: string, into: TermWords): void {
  let end = 0;
  into.words = 0;
  into.first = into.a = into.b = 0;
  into.plain = true;
  reader.open(form);
  while (reader.next()) {
    if (into.words === MAX_TERM_WORDS) {
      into.plain = false;
      break;
    }
    into.plain &&= into.words === 0 ? reader.start === 0 : isPlainGap(form, end, reader.start);
    hashWord(reader, lanes);
    addWord(into, lanes.a, lanes.b);
    ({ end } = reader);
  }
  into.plain &&= end === form.length;
}
const lanes: Lanes = { a: 0, b: 0 };

/** What literals are compared as: NFKC, one space for any space, plain apostrophes, lower case unless it matters. */
export function comparable(text: string, exactCase: boolean): string {
  const form = text.normalize('NFKC').replaceAll(/\s/g, ' ').replaceAll('\u2019', "'");
  return exactCase ? form.trim() : form.trim().toLowerCase();
}

/** Spaces, line breaks, hyphens and underscores may stand between the words of a phrase, three at most; or nothing at all. */
export function isPlainGap(text: string, from: number, to: number): boolean {
  if (to - from > MAX_GAP) return false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const space = code <= 32 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a);
    if (!space && code !== 45 && code !== 95 && code !== 0x2010 && code !== 0x2011) return false;
  }
  return true;
}
