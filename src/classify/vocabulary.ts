import { isDigit, isLetter } from './characters.ts';
import { fold, foldedTerm, hashOf, isIdeograph } from './units.ts';

/** A keyword after its first word, and the lists it belongs to. */
export interface Phrase {
  /** What follows the first word, folded: words, digits and marks with single spaces where the text may have any gap. */
  readonly rest: string;
  /** The first unit of `rest` that is no gap: most texts go on otherwise. 0 when there is no rest. */
  readonly next: number;
  readonly lists: readonly number[];
}

/** What the reader looks up when it has met a word. */
export interface WordEntry {
  /** The word, folded. */
  readonly word: string;
  readonly phrases: readonly Phrase[];
  /** Detectors that are anchored at this word. */
  readonly detectors: readonly number[];
  /** Those that are anchored at it where it begins with a capital. */
  readonly ofCapital: readonly number[];
}

/** All keywords and anchor words in one table. */
export interface Vocabulary {
  /** One bit for each hash that exists, over its low bits: most words of a text end here. */
  readonly filter: Int32Array;
  /** The same for words that only count with a capital; asked only where there is one. */
  readonly capitalFilter: Int32Array;
  /** Hash → place in `entries`, plus one; open addressing. */
  readonly slots: Int32Array;
  readonly hashes: Int32Array;
  readonly entries: readonly WordEntry[];
  /** Places of the terms of scripts without spaces, by their first two units. */
  readonly unspaced: ReadonlyMap<number, readonly number[]>;
  readonly lists: number;
  /** The number of a keyword list that was registered; undefined for any other. */
  readonly listOf: (keywords: readonly string[]) => number | undefined;
}

export const FILTER_BITS = 1 << 17;

export interface VocabularyBuilder {
  /** The number of a keyword list; the same list has the same number. */
  list(keywords: readonly string[]): number;
  /** A detector that is to be asked at these words. */
  anchor(words: readonly string[], detector: number, needsCapital?: boolean): void;
  build(): Vocabulary;
}

export function createVocabularyBuilder(): VocabularyBuilder {
  const listOf = new Map<readonly string[], number>();
  const listOfContent = new Map<string, number>();
  const phrases = new Map<string, Map<string, number[]>>();
  const anchors = new Map<string, number[]>();
  const capitalAnchors = new Map<string, number[]>();

  const addTerm = (term: string, list: number): void => {
    const split = splitTerm(foldedTerm(term));
    if (split === undefined) return;
    const ofFirst = phrases.get(split.first) ?? new Map<string, number[]>();
    phrases.set(split.first, ofFirst);
    const lists = ofFirst.get(split.rest) ?? [];
    ofFirst.set(split.rest, lists);
    if (!lists.includes(list)) lists.push(list);
  };

  return {
    list(keywords) {
      const known = listOf.get(keywords);
      if (known !== undefined) return known;
      const content = keywords.join('\n');
      const same = listOfContent.get(content);
      const list = same ?? listOfContent.size;
      listOf.set(keywords, list);
      if (same === undefined) {
        listOfContent.set(content, list);
        for (const keyword of keywords) addTerm(keyword, list);
      }
      return list;
    },
    anchor(words, detector, needsCapital = false) {
      const byWord = needsCapital ? capitalAnchors : anchors;
      for (const word of words) {
        const key = foldedTerm(word);
        const asked = byWord.get(key);
        if (asked === undefined) byWord.set(key, [detector]);
        else if (!asked.includes(detector)) asked.push(detector);
      }
    },
    build: () => {
      const words = [...new Set([...phrases.keys(), ...anchors.keys(), ...capitalAnchors.keys()])];
      const entries = words.map((word) => ({
        word,
        phrases: [...(phrases.get(word) ?? [])].map(([rest, lists]) => ({
          rest,
          next: rest === '' ? 0 : rest.trimStart().charCodeAt(0),
          lists,
        })),
        detectors: anchors.get(word) ?? [],
        ofCapital: capitalAnchors.get(word) ?? [],
      }));
      return { ...tablesOf(entries), lists: listOfContent.size, listOf: (keywords) => listOf.get(keywords) };
    },
  };
}

function tablesOf(entries: readonly WordEntry[]): Omit<Vocabulary, 'lists' | 'listOf'> {
  let size = 1024;
  while (size < entries.length * 4) size *= 2;
  const slots = new Int32Array(size);
  const hashes = new Int32Array(size);
  const filter = new Int32Array(FILTER_BITS / 32);
  const capitalFilter = new Int32Array(FILTER_BITS / 32);
  const unspaced = new Map<number, number[]>();
  for (const [place, entry] of entries.entries()) {
    if (isIdeograph(entry.word.charCodeAt(0))) {
      const key = pairKey(entry.word.charCodeAt(0), entry.word.charCodeAt(1));
      unspaced.set(key, [...(unspaced.get(key) ?? []), place]);
      continue;
    }
    const hash = hashOf(entry.word);
    let slot = hash & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = place + 1;
    hashes[slot] = hash;
    if (entry.ofCapital.length > 0) setBit(capitalFilter, hash);
    if (entry.phrases.length + entry.detectors.length > 0) setBit(filter, hash);
  }
  return { filter, capitalFilter, slots, hashes, entries, unspaced };
}

function setBit(filter: Int32Array, hash: number): void {
  const bit = hash & (FILTER_BITS - 1);
  filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/** Two units as one number. A term of one unit has NaN as its second: it is not looked for. */
export const pairKey = (first: number, second: number): number => first * 0x10000 + second;

/**
 * A folded term as its first word and the rest. Marks in front are dropped, a term of a script without spaces stays whole,
 * one that begins with a digit cannot be looked for (undefined).
 */
function splitTerm(term: string): { first: string; rest: string } | undefined {
  // Most terms are plain words with single spaces, and there are tens of thousands.
  if (/^[a-z]+(?: [a-z]+)*$/.test(term)) {
    const space = term.indexOf(' ');
    return space < 0 ? { first: term, rest: '' } : { first: term.slice(0, space), rest: term.slice(space) };
  }
  let start = 0;
  while (start < term.length && !isLetter(term.charCodeAt(start)) && !isDigit(term.charCodeAt(start)))
    start++;
  if (start === term.length || isDigit(term.charCodeAt(start))) return undefined;
  if (isIdeograph(term.charCodeAt(start))) return { first: term.slice(start), rest: '' };
  let end = start;
  while (end < term.length && isLetter(term.charCodeAt(end)) && !isIdeograph(term.charCodeAt(end))) end++;
  return { first: term.slice(start, end), rest: restOf(term.slice(end)) };
}

/** Gaps as single spaces, none at the end; `#`, `°` and digits stay, other marks are gaps. */
function restOf(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N}\p{M}#°№]+/gu, ' ')
    .replaceAll(/ ?([#°№]) ?/g, '$1')
    .trimEnd();
}

/** The first unit behind the gap at `end`, folded; what a phrase of several words goes on with. */
export function unitBehindGap(text: string, end: number): number {
  let at = end;
  while (at - end < GAP && isGap(text.charCodeAt(at)) && !isSign(text.charCodeAt(at))) at++;
  return fold(text.charCodeAt(at));
}

/** The most units of a gap between two words of a phrase. */
const GAP = 2;

/**
 * Where a phrase ends whose first word ends at `end`; 0 when it does not go on so. A space in `rest` stands for a gap of up to
 * two units that are neither letters nor digits; before `#` and `°` one may stand in the text too.
 */
export function phraseEnd(text: string, end: number, rest: string): number {
  let at = end;
  for (let index = 0; index < rest.length; index++) {
    const wanted = rest.charCodeAt(index);
    if (wanted === 32) {
      const gap = at;
      while (at - gap < GAP && isGap(text.charCodeAt(at))) at++;
      continue;
    }
    if (isSign(wanted) && text.charCodeAt(at) === 32) at++;
    if (fold(text.charCodeAt(at)) !== wanted) return 0;
    at++;
    if (isSign(wanted) && text.charCodeAt(at) === 32) at++;
  }
  return isLetter(rest.charCodeAt(rest.length - 1)) && continuesWord(text, at) ? 0 : at;
}

const isGap = (code: number): boolean => !Number.isNaN(code) && !isLetter(code) && !isDigit(code);
const isSign = (code: number): boolean => code === 35 || code === 0xb0 || code === 0x2116;

/** Does the unit at `at` belong to the same word as the one before it? A capital after small letters begins a new one. */
function continuesWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (!isLetter(code) || isIdeograph(code)) return false;
  const before = text.charCodeAt(at - 1);
  return !(code >= 65 && code <= 90 && before >= 97 && before <= 122);
}
