import { createMarkCheck, createPrefixCheck, type MarkedLiteral, type WatchedPrefix } from './beginnings.ts';
import { isAsciiLetter, isDigit, separatorKind } from './characters.ts';
import {
  ALL_DIGITS,
  ALL_LETTERS,
  bucketOf,
  CODE,
  DIGIT_FIRST,
  LETTER_FIRST,
  LITERAL,
  LONGEST_RUN,
  PREFIX,
  push,
  RUN,
  shapeEvent,
  TOKEN,
  type Events,
} from './events.ts';
import { createLookUp } from './look-up.ts';
import type { Sightings } from './sightings.ts';
import { skipFrom } from './skips.ts';
import { classIn, DIGIT, foldedIn, IDEOGRAPH, LOWER, MARK, unitsWith, UPPER } from './units.ts';
import { FILTER_BITS, pairKey, type Vocabulary } from './vocabulary.ts';

/** Letters alone, in front of the digits of a number: `AB 12 34 56 C`. */
const LONGEST_LETTERS = 6;
/** Capitals alone that may be a value, such as a bank's code. */
const LONGEST_CAPITALS = 11;

/** Letters and digits mixed beyond this are no name but random characters: words seen in them are chance. */
const LONGEST_NAME = 32;

/** What the reader is to report; made once from the registry. */
export interface Watch {
  readonly vocabulary: Vocabulary;
  /** Literals that begin with a unit that is neither letter nor digit. */
  readonly literals: readonly MarkedLiteral[];
  /** Literals that are looked for at the beginning of a word. */
  readonly prefixes: readonly WatchedPrefix[];
  /** By bucket: 1 where a shape begins so. */
  readonly buckets: Uint8Array;
  /** Shortest run of letters and digits that is a token. */
  readonly shortestToken: number;
}

/** Reads [from, to) of a text; answers where it stopped. */
export type Reader = (text: string, from: number, to: number, into: Events, sightings: Sightings) => number;

/**
 * Prepares the one loop over the text. It folds and hashes every word, so that keywords and anchor words cost one look-up,
 * and reports where something may begin. `read` handles [from, to) and answers where it stopped: `to`, or the end of the word
 * that reaches beyond. Keywords go to `sightings`, everything else to `events`. Cost: one table look-up per unit.
 */
export function createReader(watch: Watch): Reader {
  const units = unitsWith(watch.literals.map(({ literal }) => literal.charCodeAt(0)));
  const { vocabulary } = watch;
  const runs = createRunEvents(watch, units);
  const beginsPrefix = createPrefixCheck(watch.prefixes);
  const { filter, capitalFilter, unspaced, entries } = vocabulary;
  const lookUp = createLookUp(vocabulary);
  const isMarked = createMarkCheck(watch.literals);
  /** Words of one run that passed the filter: hash, start, end. */
  const met: Events = { data: new Int32Array(3 * 64), count: 0 };

  return (text, from, to, into, sightings) => {
    const { length } = text;
    let at = from;
    while (at < to) {
      let entry = units[text.charCodeAt(at)] ?? 0;
      let kind = entry & 7;
      if (kind < LOWER && kind !== DIGIT) {
        if (kind === MARK && isMarked(text, at)) push(into, LITERAL, at, at + 1);
        else if (kind === IDEOGRAPH && unspaced.size > 0) {
          for (const place of unspaced.get(pairKey(text.charCodeAt(at), text.charCodeAt(at + 1))) ?? []) {
            const word = entries[place]?.word ?? '';
            if (text.startsWith(word, at)) lookUp.found(text, place, at, at + word.length, into, sightings);
          }
        }
        at++;
        continue;
      }
      const start = at;
      met.count = 0;
      const firstEntry = entry;
      let digits = 0;
      while (kind === DIGIT || kind >= LOWER) {
        const wordStart = at;
        if (kind === DIGIT) {
          do {
            at++;
            entry = at < length ? (units[text.charCodeAt(at)] ?? 0) : 0;
            kind = entry & 7;
          } while (kind === DIGIT);
          digits += at - wordStart;
          continue;
        }
        let hash = 0;
        let before = kind;
        const firstKind = kind;
        do {
          // As nextHash, written out: this line runs for every letter.
          hash = (Math.imul(hash, 31) + (entry >> 3)) | 0;
          at++;
          before = kind;
          entry = at < length ? (units[text.charCodeAt(at)] ?? 0) : 0;
          kind = entry & 7;
          // One small letter before a capital is a name such as iPhone, not a word of its own.
          if (kind === UPPER && before === LOWER && at - wordStart > 1) break;
        } while (kind >= LOWER);
        const bit = hash & (FILTER_BITS - 1);
        const mask = 1 << (bit & 31);
        if (((filter[bit >>> 5] ?? 0) & mask) !== 0) push(met, hash, wordStart, at);
        else if (firstKind === UPPER && ((capitalFilter[bit >>> 5] ?? 0) & mask) !== 0) {
          push(met, hash, wordStart, at);
        }
      }
      if (met.count > 0 && (digits === 0 || at - start <= LONGEST_NAME)) {
        for (let place = 0; place < met.count * 3; place += 3) {
          lookUp.word(
            text,
            met.data[place] ?? 0,
            met.data[place + 1] ?? 0,
            met.data[place + 2] ?? 0,
            into,
            sightings,
          );
        }
      }
      const skipped = digits > 0 ? skipFrom(text, start, at) : 0;
      if (skipped > 0) {
        at = skipped;
        continue;
      }
      // What begins with a prefix is long, holds digits, or goes on with a mark: most words are passed over unseen.
      if (firstEntry < ASCII_ENTRIES) {
        const isTelling = digits > 0 || at - start >= LONG_WORD || goesOn(foldedIn(entry));
        if (beginsPrefix(text, start, isTelling)) push(into, PREFIX, start, start);
      }
      if (digits > 0) runs.pushRun(text, start, at, digits, into);
      else if (isDigit(text.charCodeAt(at + 1)) || (firstEntry & 7) === UPPER)
        runs.pushLetters(text, start, at, into);
    }
    return at;
  };
}

/** A word of letters alone that is so long may begin a secret. */
const LONG_WORD = 16;
/** Marks with which a secret goes on behind its prefix. */
const GOING_ON = new Uint8Array(128);
for (const mark of `-_.:/=$+~%&!@|"'\``.split('')) GOING_ON[mark.charCodeAt(0)] = 1;
const goesOn = (code: number): boolean => code < 128 && GOING_ON[code] === 1;

interface RunEvents {
  pushRun(text: string, start: number, end: number, digits: number, into: Events): void;
  pushLetters(text: string, start: number, end: number, into: Events): void;
}

/** What a run of letters and digits, once it has been read, may be. */
function createRunEvents({ buckets, shortestToken }: Watch, units: Int32Array): RunEvents {
  /** What a run of letters and digits that holds a digit may be. */
  const pushRun = (text: string, start: number, end: number, digits: number, into: Events): void => {
    const size = end - start;
    const first = classIn(units[text.charCodeAt(start)] ?? 0);
    if (first === DIGIT) push(into, RUN, start, end);
    else if (isCode(text, start)) push(into, CODE, start, end);
    if (digits < size && size >= shortestToken) push(into, TOKEN, start, end);
    if (size > LONGEST_RUN) return;
    const make = digits === size ? ALL_DIGITS : first === DIGIT ? DIGIT_FIRST : LETTER_FIRST;
    const bucket = bucketOf(size, make);
    if (buckets[bucket] === 1) push(into, shapeEvent(bucket), start, end);
  };

  /** Letters alone may begin a value when digits follow, or be one when they are all capitals. */
  const pushLetters = (text: string, start: number, end: number, into: Events): void => {
    if (end - start > LONGEST_CAPITALS) return;
    const bucket = bucketOf(end - start, ALL_LETTERS);
    if (buckets[bucket] !== 1) return;
    if (end - start <= LONGEST_LETTERS ? leadsToDigit(text, end) : isCapitals(text, start, end)) {
      push(into, shapeEvent(bucket), start, end);
    }
  };

  return { pushRun, pushLetters };
}

/** Entries of a table of units below this belong to ASCII letters and digits: folding keeps them below U+0080. */
const ASCII_ENTRIES = 0x80 << 3;

const isCode = (text: string, start: number): boolean =>
  isAsciiLetter(text.charCodeAt(start)) &&
  isAsciiLetter(text.charCodeAt(start + 1)) &&
  isDigit(text.charCodeAt(start + 2));

const leadsToDigit = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at + 1)) && separatorKind(text.charCodeAt(at)) !== 0;

function isCapitals(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 65 || code > 90) return false;
  }
  return true;
}
