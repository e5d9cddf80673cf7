import { isLetter, isWordUnit, SPACE } from '../characters.ts';
import {
  foldedSlice,
  isAmbiguous,
  isFamilyName,
  isGivenName,
  isNoName,
  isParticle,
  isSuffix,
} from './name-lists.ts';

/** A word of a name: where it stands and its folded form. */
export interface NameWord {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
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

const isInner = (code: number): boolean => code === 39 || code === 0x2019 || code === 45;

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
      if (smalls > 0 && isLetter(text.charCodeAt(end - 1)) && !/^Ma?c$/.test(text.slice(start, end))) break;
      capitals++;
    } else smalls++;
    end++;
  }
  if (end - start > LONGEST_WORD) return undefined;
  return { start, end, folded: foldedSlice(text, start, end), capitals: smalls === 0 && capitals > 1 };
}

/** Where the next word may begin after `end`: one or two spaces, or, when `wrapped`, one line end. -1: nowhere. */
function gapAfter(text: string, end: number): { at: number; wrapped: boolean } {
  let at = end;
  let wrapped = false;
  const code = text.charCodeAt(at);
  if (code === 13 || code === 10) {
    at += code === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
    wrapped = true;
  } else if (code === SPACE || code === 0xa0) at += text.charCodeAt(at + 1) === SPACE ? 2 : 1;
  return { at: at === end ? -1 : at, wrapped };
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
  return { start, ...tally };
}

/**
 * Notes what the lists say of a word. False: they do not know it; undefined: it is no name, the reading ends before it.
 * After a particle it is one, whatever it means elsewhere: van der Laan.
 */
function take(tally: Tally, { folded, end, start }: NameWord, afterParticle: boolean): boolean | undefined {
  if (end - start === 1) return undefined;
  const blocked = !afterParticle && isNoName(folded);
  const given = isGivenName(folded) && !(blocked && isAmbiguous(folded));
  const family = !(given && !tally.given) && isFamilyName(folded);
  if (blocked && !family && !given) return undefined;
  if (given && !family && tally.given && tally.family) return undefined;
  if (given && !tally.family) {
    // The last of several given names may be the family name: Anna Martin.
    if (tally.given && family) {
      tally.family = true;
      tally.clearFamily ||= !blocked;
    }
    tally.given = true;
    tally.clearGiven ||= !isAmbiguous(folded);
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
      isFamilyName(glued.folded) &&
      !isNoName(glued.folded)
      ? glued
      : undefined;
  }
  let from = tally.end;
  for (let step = 0; step < 4; step++) {
    const { at, wrapped } = gapAfter(text, from);
    if (at < 0) return suffixAfter(text, tally);
    const code = text.charCodeAt(at);
    if (isCapital(code) && !wrapped && isInitial(text, at)) {
      from = at + (text.charCodeAt(at + 1) === 46 ? 2 : 1);
      continue;
    }
    if (isCapital(code)) {
      const word = wholeWord(text, at);
      if (word === undefined || (wrapped && (tally.family || !isFamilyName(word.folded)))) return undefined;
      if (isSuffix(word.folded) && tally.words > 0) {
        tally.end = word.end;
        return undefined;
      }
      if (isParticle(word.folded) && word.end - word.start < 5 && !isFamilyName(word.folded)) {
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
  if (word !== undefined && word.end - word.start < 5 && isSuffix(word.folded) && tally.words > 1)
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
  if (/^d['’]$/.test(text.slice(at, at + 2))) return 2;
  let end = at;
  while (end - at < 6 && (isLetter(text.charCodeAt(end)) || text.charCodeAt(end) === 39)) end++;
  const code = text.charCodeAt(end);
  if (end === at || (code !== SPACE && code !== 0xa0)) return 0;
  const word = foldedSlice(text, at, end);
  if (!isParticle(word) || (first && ARTICLES.has(word))) return 0;
  return end - at;
}
