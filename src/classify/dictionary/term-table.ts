import type { DictionaryType } from '../../shared/dictionary.ts';
import { countOf, textAt, type Texts } from '../../shared/text-spans.ts';
import { mixLane } from '../word-hash.ts';
import { createPairIndex } from './pair-index.ts';
import {
  createTermReader,
  readLiteral,
  type Literal,
  type TermReader,
  type TermWords,
} from './term-reader.ts';

/** One wording in one dictionary. */
export interface Term {
  /** Place of its dictionary. */
  readonly type: number;
  /** Tells different terms of a dictionary apart. */
  readonly id: string;
  /** To be compared unit by unit: it has signs in it (`AT&T`), or upper and lower case matter. Else its words are enough. */
  readonly literal: Literal | undefined;
}

/** All terms of all dictionaries by the hashes of their words. */
export interface TermTable {
  /**
   * How many words the phrases have that may begin with a word of this hash: bit 1 for two, bit 2 for three. 0: none begins so.
   */
  phrasesAt(a: number): number;
  /** The terms with these words. */
  termsOf(a: number, b: number): readonly Term[];
}

const NONE: readonly Term[] = [];
/** Of so many terms that texts held, what they were made into is remembered. */
const MAX_REMEMBERED = 4096;

/**
 * Reads all terms and sorts them by hash; a `Term` is made of one when a text holds it. Keeps 13 bytes a term beside the terms
 * themselves, and takes about 0.15 µs a term of letters, digits, spaces and hyphens, and a whole µs for others.
 */
export function createTermTable(types: readonly DictionaryType[]): TermTable {
  const { begins, a, b, literals, phrases } = readAll(types);
  const entriesOf = createPairIndex(a, b);
  const remembered = new Map<number, Term>();

  const termOf = (entry: number, laneA: number, laneB: number): Term => {
    const known = remembered.get(entry);
    if (known !== undefined) return known;
    const type = begins.findLastIndex((begin) => begin <= entry);
    const { terms, exact_case: exactCase } = types[type] ?? { terms: [], exact_case: false };
    const text = textAt(terms, entry - (begins[type] ?? 0));
    const literal = literals[entry] === 1 ? readLiteral(text, exactCase) : undefined;
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    const term = { type, id: idOf(laneA, laneB, literal), literal };
    remembered.set(entry, term);
    return term;
  };

  return {
    phrasesAt: (a) => phrases.at(a),
    termsOf(laneA, laneB) {
      const entries = entriesOf(laneA, laneB);
      if (entries.length === 0) return NONE;
      const terms = entries.map((entry) => termOf(entry, laneA, laneB));
      // A dictionary may hold one term twice.
      return terms.filter(
        ({ type, id }, place) => terms.findIndex((other) => other.type === type && other.id === id) === place,
      );
    },
  };
}

interface ReadTerms {
  /** Place of the first term of each dictionary. */
  readonly begins: readonly number[];
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** 1 where the words are not all there is to a term. */
  readonly literals: Uint8Array;
  readonly phrases: PhraseLengths;
}

function readAll(types: readonly DictionaryType[]): ReadTerms {
  const total = types.reduce((sum, { terms }) => sum + countOf(terms), 0);
  const begins: number[] = [];
  const all: ReadTerms = {
    begins,
    a: new Int32Array(total),
    b: new Int32Array(total),
    literals: new Uint8Array(total),
    phrases: createPhraseLengths(total),
  };
  const read = createTermReader();
  let place = 0;
  for (const { terms, exact_case: exactCase } of types) {
    begins.push(place);
    readDictionary(terms, exactCase, read, all, place);
    place += countOf(terms);
  }
  return all;
}

/** By itself, so that it is compiled well before the first million of terms is through. */
function readDictionary(
  terms: Texts,
  exactCase: boolean,
  read: TermReader,
  all: ReadTerms,
  from: number,
): void {
  let place = from;
  if ('bounds' in terms) {
    const { within, bounds } = terms;
    for (let at = 0; at < bounds.length; at += 2)
      put(all, place++, read(within, bounds[at] ?? 0, bounds[at + 1] ?? 0, exactCase));
  } else for (const term of terms) put(all, place++, read(term, 0, term.length, exactCase));
}

function put({ a, b, literals, phrases }: ReadTerms, place: number, term: TermWords): void {
  a[place] = term.a;
  b[place] = term.b;
  if (term.words > 1) phrases.add(term.first, term.words);
  if (!term.plain) literals[place] = 1;
}

interface PhraseLengths {
  add(first: number, words: number): void;
  at(first: number): number;
}

/** At most 16 MB. */
const MAX_SLOTS = 2 ** 22;

/** By the lowest bits of a word's lane alone: two words that share them cost a look-up in vain now and then. */
function createPhraseLengths(terms: number): PhraseLengths {
  const slots = Math.min(MAX_SLOTS, 2 ** Math.ceil(Math.log2(Math.max(64, terms * 2))));
  const lengths = new Int32Array(slots);
  return {
    add(first, words) {
      const slot = first & (slots - 1);
      lengths[slot] = (lengths[slot] ?? 0) | (1 << (words - 1));
    },
    at: (first) => lengths[first & (slots - 1)] ?? 0,
  };
}

const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');

/** Two literals of the same words (`C#`, `C++`) are two terms. */
const idOf = (a: number, b: number, literal: Literal | undefined): string => {
  let lane = 0;
  const { text = '' } = literal ?? {};
  for (let at = 0; at < text.length; at++) lane = mixLane(lane, text.charCodeAt(at));
  return hex(a) + hex(b) + (literal === undefined ? '' : hex(lane));
};
