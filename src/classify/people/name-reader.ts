import { isLetter, isWordUnit, SPACE } from '../characters.ts';
import { AMBIGUOUS, FAMILY, foldedSlice, GIVEN, nameFlags, NO_NAME, PARTICLE, SUFFIX } from './name-lists.ts';

/** A word of a name: where it stands and what the lists know of it. */
export interface NameWord {
  readonly start: number;
  readonly end: number;
  /** GIVEN, FAMILY and the like. */
  readonly flags: number;
  /** All its letters are capitals. */
  readonly capitals: boolean;
}

/** What was read from one place on. */
export interface NameRead {
  readonly start: number;
  readonly end: number;
  /** Words that are no particles, initials or suffixes. */
  readonly words: number;
  /** How much the lists know of it: a given name, one that is nothing else, a family name, one that is nothing else. */
  readonly given: boolean;
  readonly clearGiven: boolean;
  readonly family: boolean;
  readonly clearFamily: boolean;
}

const LONGEST_WORD = 30;
const MOST_WORDS = 5;

/** Capital letters of Latin, Greek and Cyrillic. */
export function isCapital(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  if (code < 0xc0 || code >= 0x1f00) return false;
  const unit = String.fromCharCode(code);
  return unit !== unit.toLowerCase();
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;
const isInner = (code: number): boolean => code === 45 || isApostrophe(code);
const isLineEnd = (code: number): boolean => code === 10 || code === 13;

/** The capitalised word at `start`: letters, with apostrophes and hyphens inside. Undefined when there is none. */
export function readWord(text: string, start: number): NameWord | undefined {
  if (!isCapital(text.charCodeAt(start))) return undefined;
  let end = start + 1;
  let smalls = 0;
  let capitals = 1;
  while (end - start <= LONGEST_WORD) {
    const code = text.charCodeAt(end);
    if (isInner(code) && isLetter(text.charCodeAt(end + 1))) {
      // A possessive is no part of the name: Anna's.
      if (code !== 45 && text.charCodeAt(end + 1) === 115 && !isLetter(text.charCodeAt(end + 2))) break;
      end++;
      continue;
    }
    if (!isLetter(code)) break;
    if (isCapital(code)) {
      // A capital inside a word: O'Brien, McKay and Anne-Marie, but not JavaScript.
      if (smalls > 0 && isLetter(text.charCodeAt(end - 1)) && !isMac(text, start, end)) break;
      capitals++;
    } else smalls++;
    end++;
  }
  if (end - start > LONGEST_WORD) return undefined;
  return { start, end, flags: nameFlags(text, start, end), capitals: smalls === 0 && capitals > 1 };
}

/** `Mc` and `Mac`, exactly. */
const isMac = (text: string, start: number, end: number): boolean =>
  text.charCodeAt(start) === 77 &&
  text.charCodeAt(end - 1) === 99 &&
  (end - start === 2 || (end - start === 3 && text.charCodeAt(start + 1) === 97));

/** Where the next word may begin after `end`: one or two spaces or one line end further on. -1: nowhere. */
function gapEnd(text: string, end: number): number {
  const code = text.charCodeAt(end);
  if (code === SPACE || code === 0xa0) return text.charCodeAt(end + 1) === SPACE ? end + 2 : end + 1;
  if (code === 10) return end + 1;
  if (code === 13) return text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  return -1;
}

interface Tally {
  end: number;
  words: number;
  given: boolean;
  clearGiven: boolean;
  family: boolean;
  clearFamily: boolean;
}

/**
 * Reads the longest stretch from `start` that can be one person's name: capitalised words that are nothing else, initials,
 * particles and suffixes between and after them. A line end is crossed only before a family name.
 * `trusting`: words that no list knows count too, as after a title or a label; otherwise one unknown word at the most.
 */
export function readName(text: string, start: number, trusting: boolean): NameRead | undefined {
  const first = readWord(text, start);
  if (first === undefined) return undefined;
  const tally: Tally = {
    end: start,
    words: 0,
    given: false,
    clearGiven: false,
    family: false,
    clearFamily: false,
  };
  let word: NameWord | undefined = first;
  let unknown = 0;
  while (word !== undefined && tally.words < MOST_WORDS) {
    const known = take(tally, word, word.start - tally.end > 2);
    if (known === undefined) break;
    if (!known && (++unknown > 1 || word.capitals) && !trusting) break;
    tally.end = word.end;
    tally.words++;
    word = nextWord(text, tally);
  }
  if (tally.words === 0) return undefined;
  const { end, words, given, clearGiven, family, clearFamily } = tally;
  return { start, end, words, given, clearGiven, family, clearFamily };
}

/**
 * Notes what the lists say of a word. False: they do not know it; undefined: it is no name, the reading ends before it.
 * After a particle it is one, whatever it means elsewhere: van der Laan.
 */
function take(tally: Tally, { flags, end, start }: NameWord, afterParticle: boolean): boolean | undefined {
  if (end - start === 1) return undefined;
  const blocked = !afterParticle && (flags & NO_NAME) !== 0;
  const ambiguous = (flags & AMBIGUOUS) !== 0;
  const given = (flags & GIVEN) !== 0 && !(blocked && ambiguous);
  const family = !(given && !tally.given) && (flags & FAMILY) !== 0;
  if (blocked && !family && !given) return undefined;
  if (given && !family && tally.given && tally.family) return undefined;
  if (given && !tally.family) {
    // The last of several given names may be the family name: Anna Martin.
    if (tally.given && family) {
      tally.family = true;
      tally.clearFamily ||= !blocked;
    }
    tally.given = true;
    tally.clearGiven ||= !ambiguous;
    return true;
  }
  if (family) {
    tally.family = true;
    tally.clearFamily ||= !blocked;
    if (given) tally.given = true;
    return true;
  }
  return false;
}

/** The word that goes on after what was taken; initials and particles between are passed over, suffixes are taken. */
function nextWord(text: string, tally: Tally): NameWord | undefined {
  // AnnaKowalska: text copied from a document that lost its spaces.
  if (tally.words === 1 && isCapital(text.charCodeAt(tally.end))) {
    const glued = readWord(text, tally.end);
    return glued !== undefined &&
      glued.end - glued.start > 3 &&
      !isWordUnit(text.charCodeAt(glued.end)) &&
      text.charCodeAt(glued.end) !== 64 &&
      (glued.flags & (FAMILY | NO_NAME)) === FAMILY
      ? glued
      : undefined;
  }
  let from = tally.end;
  for (let step = 0; step < 4; step++) {
    const at = gapEnd(text, from);
    if (at < 0) return suffixAfter(text, tally);
    const wrapped = isLineEnd(text.charCodeAt(from));
    const code = text.charCodeAt(at);
    if (isCapital(code) && !wrapped && isInitial(text, at)) {
      from = at + (text.charCodeAt(at + 1) === 46 ? 2 : 1);
      continue;
    }
    if (isCapital(code)) {
      const word = wholeWord(text, at);
      if (word === undefined || (wrapped && (tally.family || (word.flags & FAMILY) === 0))) return undefined;
      if ((word.flags & SUFFIX) !== 0 && tally.words > 0) {
        tally.end = word.end;
        return undefined;
      }
      if ((word.flags & (PARTICLE | FAMILY)) === PARTICLE && word.end - word.start < 5) {
        from = word.end;
        continue;
      }
      return word;
    }
    const particle = wrapped ? 0 : particleAt(text, at, from === tally.end);
    if (particle === 0) return undefined;
    from = at + particle;
    if (isCapital(text.charCodeAt(from))) return wholeWord(text, from);
  }
  return undefined;
}

/** A capitalised word that nothing is glued to: not the `Gmb` of GmbH. */
function wholeWord(text: string, at: number): NameWord | undefined {
  const word = readWord(text, at);
  return word === undefined || isWordUnit(text.charCodeAt(word.end)) ? undefined : word;
}

/** `, Jr.` and `, PhD` belong to the name before. */
function suffixAfter(text: string, tally: Tally): undefined {
  if (text.charCodeAt(tally.end) !== 44 || text.charCodeAt(tally.end + 1) !== SPACE) return undefined;
  const word = readWord(text, tally.end + 2);
  if (word !== undefined && word.end - word.start < 5 && (word.flags & SUFFIX) !== 0 && tally.words > 1)
    tally.end = word.end;
  return undefined;
}

/** A capital alone, with or without a dot, before another word. */
const isInitial = (text: string, at: number): boolean => {
  const next = text.charCodeAt(at + 1);
  return (
    (next === 46 && text.charCodeAt(at + 2) === SPACE) ||
    (next === SPACE && isCapital(text.charCodeAt(at + 2)))
  );
};

/** Only after another particle: van der, de la. */
const ARTICLES: ReadonlySet<string> = new Set(['der', 'den', 'dem', 'het', 'la', 'le', 'los', 'las', 'lo']);

/** The length of the particle in small letters at `at` (`van`, `d'`), 0 when there is none. */
function particleAt(text: string, at: number, first: boolean): number {
  if (text.charCodeAt(at) === 100 && isApostrophe(text.charCodeAt(at + 1))) return 2;
  let end = at;
  while (end - at < 6 && (isLetter(text.charCodeAt(end)) || text.charCodeAt(end) === 39)) end++;
  const code = text.charCodeAt(end);
  if (end === at || (code !== SPACE && code !== 0xa0)) return 0;
  if ((nameFlags(text, at, end) & PARTICLE) === 0) return 0;
  return first && ARTICLES.has(foldedSlice(text, at, end)) ? 0 : end - at;
}
