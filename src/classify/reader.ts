import { isAsciiLetter, isDigit, isHexDigit, separatorKind } from './characters.ts';
import type { Sightings } from './sightings.ts';
import { skipFrom } from './skips.ts';
import { classIn, DIGIT, fold, foldedIn, IDEOGRAPH, LOWER, MARK, unitsWith, UPPER } from './units.ts';
import {
  FILTER_BITS,
  pairKey,
  phraseEnd,
  unitBehindGap,
  type Vocabulary,
  type WordEntry,
} from './vocabulary.ts';

/** What a reader met, for the detectors to look at. */
export const RUN = 0;
export const LITERAL = 1;
export const PREFIX = 2;
export const WORD = 3;
export const TOKEN = 4;
/** Adds its bucket in the bits above. */
export const SHAPE = 5;
/** Two letters at the start of a word with a digit right behind them. */
export const CODE = 6;
const KIND_BITS = 3;
export const kindOf = (event: number): number => event & ((1 << KIND_BITS) - 1);
/** The word of a WORD, the bucket of a SHAPE. */
export const payloadOf = (event: number): number => event >> KIND_BITS;

/** A run of letters and digits by what it is made of. */
export const ALL_DIGITS = 0;
export const ALL_LETTERS = 1;
export const DIGIT_FIRST = 2;
export const LETTER_FIRST = 3;
export const LONGEST_RUN = 40;
/** Letters alone, in front of the digits of a number: `AB 12 34 56 C`. */
const LONGEST_LETTERS = 6;
/** Capitals alone that may be a value, such as a bank's code. */
const LONGEST_CAPITALS = 11;

/** Letters and digits mixed beyond this are no name but random characters: words seen in them are chance. */
const LONGEST_NAME = 32;

/** The place of a run among the buckets of shapes. */
export const bucketOf = (length: number, make: number): number => length * 4 + make;
export const BUCKETS = (LONGEST_RUN + 1) * 4;

/** What the reader is to report; made once from the registry. */
export interface Watch {
  readonly vocabulary: Vocabulary;
  /** Literals that begin with a unit that is neither letter nor digit. */
  readonly literals: readonly { readonly literal: string; readonly beforeHex?: boolean }[];
  /** Literals that are looked for at the beginning of a word. */
  readonly prefixes: readonly { readonly prefix: string; readonly beforeSpace: boolean }[];
  /** By bucket: 1 where a shape begins so. */
  readonly buckets: Uint8Array;
  /** Shortest run of letters and digits that is a token. */
  readonly shortestToken: number;
}

/** Events of one stretch of text: kind and payload, start, end. The arrays are used again for the next stretch. */
export interface Events {
  data: Int32Array;
  count: number;
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
  const { vocabulary, buckets, shortestToken } = watch;
  const beginsPrefix = createPrefixCheck(watch.prefixes);
  const { filter, capitalFilter, unspaced, entries } = vocabulary;
  const lookUp = createLookUp(vocabulary);
  const isMarked = createMarkCheck(watch.literals);
  /** Words of one run that passed the filter: hash, start, end. */
  const met: Events = { data: new Int32Array(3 * 64), count: 0 };

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
    if (buckets[bucket] === 1) push(into, SHAPE | (bucket << KIND_BITS), start, end);
  };

  /** Letters alone may begin a value when digits follow, or be one when they are all capitals. */
  const pushLetters = (text: string, start: number, end: number, into: Events): void => {
    if (end - start > LONGEST_CAPITALS) return;
    const bucket = bucketOf(end - start, ALL_LETTERS);
    if (buckets[bucket] !== 1) return;
    if (end - start <= LONGEST_LETTERS ? leadsToDigit(text, end) : isCapitals(text, start, end)) {
      push(into, SHAPE | (bucket << KIND_BITS), start, end);
    }
  };

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
      if (digits > 0) pushRun(text, start, at, digits, into);
      else if (isDigit(text.charCodeAt(at + 1)) || (firstEntry & 7) === UPPER)
        pushLetters(text, start, at, into);
    }
    return at;
  };
}

/** May one of the literals stand at a place? Looks at the unit there, which begins one, and at the one behind it. */
function createMarkCheck(literals: Watch['literals']): (text: string, at: number) => boolean {
  const behind = new Uint8Array(1 << 14);
  for (const { literal, beforeHex = false } of literals) {
    const row = (literal.charCodeAt(0) & 127) << 7;
    for (let unit = 0; unit < 128; unit++) {
      const fits =
        literal.length > 1
          ? unit === literal.charCodeAt(1)
          : !beforeHex || isHexDigit(unit) || unit === row >> 7;
      if (fits) behind[row | unit] = 1;
    }
  }
  return (text, at) => behind[pairAt(text, at)] === 1;
}

/** A word of letters alone that is so long may begin a secret. */
const LONG_WORD = 16;
/** Marks with which a secret goes on behind its prefix. */
const GOING_ON = new Uint8Array(128);
for (const mark of `-_.:/=$+~%&!@|"'\``.split('')) GOING_ON[mark.charCodeAt(0)] = 1;
const goesOn = (code: number): boolean => code < 128 && GOING_ON[code] === 1;

/** Entries of a table of units below this belong to ASCII letters and digits: folding keeps them below U+0080. */
const ASCII_ENTRIES = 0x80 << 3;

/**
 * May one of the prefixes stand at a place? Looks at three units; answers wrongly yes now and then. `isTelling`: the run of
 * letters and digits there is long, holds a digit or goes on with a mark.
 */
function createPrefixCheck(
  prefixes: Watch['prefixes'],
): (text: string, at: number, isTelling: boolean) => boolean {
  const pairs = new Uint8Array(1 << 14);
  const triples = new Uint8Array(1 << 15);
  for (const { prefix, beforeSpace } of prefixes) {
    const pair = pairAt(prefix, 0);
    pairs[pair] = (pairs[pair] ?? 0) | (prefix.length === 2 ? SHORT : LONG) | (beforeSpace ? ANYWHERE : 0);
    if (prefix.length > 2) triples[tripleAt(prefix, 0, pair)] = 1;
  }
  return (text, at, isTelling) => {
    const pair = pairAt(text, at);
    const known = pairs[pair] ?? 0;
    if (known === 0 || (!isTelling && (known & ANYWHERE) === 0)) return false;
    return (known & SHORT) !== 0 || triples[tripleAt(text, at, pair)] === 1;
  };
}

/** Kinds of prefixes that begin with a pair of units: of two units, of more, and such as a space may follow. */
const SHORT = 1;
const LONG = 2;
const ANYWHERE = 4;
const pairAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 127) << 7) | (text.charCodeAt(at + 1) & 127);
const tripleAt = (text: string, at: number, pair: number): number =>
  (pair ^ Math.imul(text.charCodeAt(at + 2) & 127, 331)) & 0x7fff;

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

function push(events: Events, event: number, start: number, end: number): void {
  const place = events.count * 3;
  if (place === events.data.length) {
    const grown = new Int32Array(events.data.length * 2);
    grown.set(events.data);
    events.data = grown;
  }
  events.data[place] = event;
  events.data[place + 1] = start;
  events.data[place + 2] = end;
  events.count++;
}

interface LookUp {
  /** A word whose hash passed the filter. */
  word(text: string, hash: number, start: number, end: number, into: Events, sightings: Sightings): void;
  /** The entry at `place` stands at [start, end). */
  found(text: string, place: number, start: number, end: number, into: Events, sightings: Sightings): void;
}

function createLookUp({ slots, hashes, entries }: Vocabulary): LookUp {
  const firstPhrase = numberPhrases(entries);
  const mask = slots.length - 1;
  const found: LookUp['found'] = (text, place, start, end, into, sightings) => {
    const entry = entries[place];
    if (entry === undefined) return;
    const isAnchor = entry.detectors.length > 0 || (entry.ofCapital.length > 0 && isCapital(text, start));
    if (isAnchor) push(into, WORD | (place << KIND_BITS), start, end);
    let phrase = firstPhrase[place] ?? 0;
    const next = entry.phrases.length > 1 ? unitBehindGap(text, end) : -1;
    for (const { rest, next: wanted } of entry.phrases) {
      if (wanted === 0) sightings.add(start, end, phrase);
      else if (next < 0 || wanted === next) {
        const stop = phraseEnd(text, end, rest);
        if (stop > 0) sightings.add(start, stop, phrase);
      }
      phrase++;
    }
  };
  return {
    found,
    word(text, hash, start, end, into, sightings) {
      for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        if (hashes[slot] !== hash) continue;
        const place = (slots[slot] ?? 0) - 1;
        if (isWord(text, start, end, entries[place]?.word ?? ''))
          found(text, place, start, end, into, sightings);
      }
    },
  };
}

export const isCapital = (text: string, at: number): boolean =>
  fold(text.charCodeAt(at)) !== text.charCodeAt(at);

/** The number of each entry's first phrase: phrases are numbered entry by entry. */
function numberPhrases(entries: readonly WordEntry[]): Int32Array {
  const numbers = new Int32Array(entries.length);
  let next = 0;
  for (const [place, entry] of entries.entries()) {
    numbers[place] = next;
    next += entry.phrases.length;
  }
  return numbers;
}

/** The lists of every phrase, in the reader's numbering. */
export const listsOfPhrases = (vocabulary: Vocabulary): readonly (readonly number[])[] =>
  vocabulary.entries.flatMap(({ phrases }) => phrases.map(({ lists }) => lists));

function isWord(text: string, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  for (let at = start; at < end; at++) {
    if (fold(text.charCodeAt(at)) !== word.charCodeAt(at - start)) return false;
  }
  return true;
}
