import { isLetter } from './characters.ts';
import type { Span } from './detector.ts';

/** Purview's usual proximity: supporting words count within this many characters of a value. */
export const KEYWORD_DISTANCE = 300;

const BLOCK = 256;
const HASHES = 1 << 14;

/** A phrase by its words, and the lists it belongs to. */
interface Phrase {
  readonly words: readonly string[];
  readonly lists: readonly number[];
}

/** All keyword lists, ready to be looked for. */
export interface Vocabulary {
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase[]>;
  /** Which hashes of first words exist: most words of a text are passed over without making a string of them. */
  readonly firstHashes: Uint8Array;
  readonly listOf: ReadonlyMap<readonly string[], number>;
}

/** Where keywords stand in one text; blocks of it are read on demand and once at most. */
export interface KeywordIndex {
  has(keywords: readonly string[], span: Span, before?: number, after?: number): boolean;
}

interface Sighting extends Span {
  readonly lists: readonly number[];
}

/** Keywords are lower case words of letters, separated by one space when there are several. */
export function createVocabulary(lists: readonly (readonly string[])[]): Vocabulary {
  const listOf = new Map([...new Set(lists)].map((list, index) => [list, index]));
  const members = new Map<string, number[]>();
  for (const [list, index] of listOf) {
    for (const keyword of list) members.set(keyword, [...(members.get(keyword) ?? []), index]);
  }
  const byFirstWord = new Map<string, Phrase[]>();
  const firstHashes = new Uint8Array(HASHES);
  for (const [keyword, ofLists] of members) {
    const words = keyword.split(' ');
    const [first = ''] = words;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, lists: ofLists }]);
    let hash = 0;
    for (let at = 0; at < first.length; at++) hash = nextHash(hash, first.charCodeAt(at));
    firstHashes[hash] = 1;
  }
  return { byFirstWord, firstHashes, listOf };
}

const nextHash = (hash: number, code: number): number => (hash * 31 + lowerUnit(code)) & (HASHES - 1);

/** Lower case for ASCII and Latin-1; other letters all fold to one value here and are compared as strings. */
const lowerUnit = (code: number): number => {
  if (code >= 65 && code <= 90) return code | 0x20;
  if (code < 0xc0) return code;
  return code <= 0xff ? code | 0x20 : 0x100;
};

export function createKeywordIndex(text: string, vocabulary: Vocabulary): KeywordIndex {
  const blocks = new Map<number, readonly Sighting[]>();

  const sightingsIn = (block: number): readonly Sighting[] => {
    const known = blocks.get(block);
    if (known !== undefined) return known;
    const seen = readBlock(text, block * BLOCK, vocabulary);
    blocks.set(block, seen);
    return seen;
  };

  return {
    has(keywords, { start, end }, before = KEYWORD_DISTANCE, after = before) {
      const list = vocabulary.listOf.get(keywords);
      if (list === undefined) return false;
      const from = Math.max(0, start - before);
      const to = Math.min(text.length, end + after);
      const last = Math.floor(Math.max(to - 1, from) / BLOCK);
      for (let block = Math.floor(from / BLOCK); block <= last; block++) {
        for (const seen of sightingsIn(block)) {
          const near = seen.end > from && seen.start < to && (seen.end <= start || seen.start >= end);
          if (near && seen.lists.includes(list)) return true;
        }
      }
      return false;
    },
  };
}

/** All keywords whose first letter is in the block. Words end at a change from small to capital letter: `phoneNumber`. */
function readBlock(text: string, start: number, vocabulary: Vocabulary): readonly Sighting[] {
  const limit = Math.min(text.length, start + BLOCK);
  let at = start;
  if (start > 0 && continuesWord(text, start)) {
    while (at < limit && continuesWord(text, at)) at++;
  }
  let seen: Sighting[] | undefined;
  while (at < limit) {
    if (!isLetter(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = wordEnd(text, at);
    let hash = 0;
    for (let unit = at; unit < end; unit++) hash = nextHash(hash, text.charCodeAt(unit));
    if (vocabulary.firstHashes[hash] === 1) {
      for (const phrase of vocabulary.byFirstWord.get(text.slice(at, end).toLowerCase()) ?? []) {
        const phraseEnd = endOfPhrase(text, end, phrase.words);
        if (phraseEnd > 0) (seen ??= []).push({ start: at, end: phraseEnd, lists: phrase.lists });
      }
    }
    at = end;
  }
  return seen ?? NOTHING;
}

const NOTHING: readonly Sighting[] = [];
const MAX_WORD = 64;

/** Does the unit at `at` belong to the same word as the one before it? */
function continuesWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  if (!isLetter(code) || !isLetter(before)) return false;
  // One small letter before a capital is a name such as iPhone, not a word of its own.
  return !(isCapital(code) && isSmall(before) && isLetter(text.charCodeAt(at - 2)));
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isSmall = (code: number): boolean => code >= 97 && code <= 122;

function wordEnd(text: string, start: number): number {
  let end = start + 1;
  while (end - start < MAX_WORD && continuesWord(text, end)) end++;
  return end;
}

/** Where a phrase ends whose first word ends at `end`; its words stand one or two units apart. 0 when it does not go on so. */
function endOfPhrase(text: string, end: number, words: readonly string[]): number {
  let at = end;
  for (let index = 1; index < words.length; index++) {
    let start = at;
    while (start - at < 2 && !isLetter(text.charCodeAt(start))) start++;
    const next = words[index] ?? '';
    const stop = start + next.length;
    if (text.slice(start, stop).toLowerCase() !== next) return 0;
    if (continuesWord(text, stop)) return 0;
    at = stop;
  }
  return at;
}
