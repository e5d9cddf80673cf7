import type { DictionaryType } from '../../shared/dictionary.ts';
import { hashWord, mixLane, type Lanes } from '../word-hash.ts';
import { createWordReader } from '../word-reader.ts';

/** Of longer phrases so many words are looked up, and the rest is compared. */
export const MAX_TERM_WORDS = 31;

/** One wording in one dictionary. */
export interface Term {
  /** Place of its dictionary. */
  readonly type: number;
  /** Tells different terms of a dictionary apart. */
  readonly id: string;
  /** To be compared unit by unit: it has signs in it (`AT&T`), or upper and lower case matter. Else its words are enough. */
  readonly literal: Literal | undefined;
}

export interface Literal {
  /** As `comparable` makes it. */
  readonly text: string;
  readonly exactCase: boolean;
  /** Where its first word begins in it. */
  readonly offset: number;
}

/** All terms of all dictionaries by the hashes of their words. */
export interface TermTable {
  /** How many words the terms have that begin with a word of this hash: bit 0 for one, bit 1 for two. 0: none begins so. */
  lengthsAt(a: number): number;
  /** The terms with these words. */
  termsOf(a: number, b: number): readonly Term[];
}

const NONE: readonly Term[] = [];

export function createTermTable(types: readonly DictionaryType[]): TermTable {
  const total = types.reduce((sum, { terms }) => sum + terms.length, 0);
  const slots = 2 ** Math.ceil(Math.log2(Math.max(64, total * 2)));
  const firsts = new Int32Array(slots);
  const lengths = new Int32Array(slots);
  const byWords = new Map<number, Term[]>();
  // One bit for each term by its lane a: most words in a row are no term, and a look into the map costs ten times as much.
  const filter = new Uint32Array(slots / 4);
  const bits = filter.length * 32 - 1;
  const reader = createWordReader();

  const slotOf = (a: number): number => {
    let slot = a & (slots - 1);
    while (lengths[slot] !== 0 && firsts[slot] !== a) slot = (slot + 1) & (slots - 1);
    return slot;
  };

  for (const [place, { terms, exact_case: exactCase }] of types.entries()) {
    for (const text of terms) {
      const read = readTerm(text, exactCase, reader);
      const slot = slotOf(read.first);
      firsts[slot] = read.first;
      lengths[slot] = (lengths[slot] ?? 0) | (1 << (read.words - 1));
      filter[(read.a & bits) >>> 5] = (filter[(read.a & bits) >>> 5] ?? 0) | (1 << (read.a & 31));
      const key = keyOf(read.a, read.b);
      const own = byWords.get(key) ?? [];
      if (own.length === 0) byWords.set(key, own);
      const id = idOf(read.a, read.b, read.literal);
      if (!own.some((other) => other.type === place && other.id === id)) {
        own.push({ type: place, id, literal: read.literal });
      }
    }
  }
  return {
    lengthsAt: (a) => lengths[slotOf(a)] ?? 0,
    termsOf: (a, b) =>
      ((filter[(a & bits) >>> 5] ?? 0) & (1 << (a & 31))) === 0 ? NONE : (byWords.get(keyOf(a, b)) ?? NONE),
  };
}

/** Two lanes as one number below 2^53. */
const keyOf = (a: number, b: number): number => (a >>> 0) * 2 ** 21 + (b >>> 11);

const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');

/** Two literals of the same words (`C#`, `C++`) are two terms. */
const idOf = (a: number, b: number, literal: Literal | undefined): string => {
  let lane = 0;
  const { text = '' } = literal ?? {};
  for (let at = 0; at < text.length; at++) lane = mixLane(lane, text.charCodeAt(at));
  return hex(a) + hex(b) + (literal === undefined ? '' : hex(lane));
};

interface ReadTerm extends Lanes {
  /** Lane a of its first word. */
  readonly first: number;
  readonly words: number;
  readonly literal: Literal | undefined;
}

function readTerm(text: string, exactCase: boolean, reader: ReturnType<typeof createWordReader>): ReadTerm {
  const form = comparable(text, exactCase);
  const lanes: Lanes = { a: 0, b: 0 };
  let [first, a, b, words, offset, end] = [0, 0, 0, 0, 0, 0];
  let plain = !exactCase;
  reader.open(form);
  while (reader.next()) {
    if (words === MAX_TERM_WORDS) {
      plain = false;
      break;
    }
    hashWord(reader, lanes);
    if (words === 0) {
      first = lanes.a;
      ({ a, b } = lanes);
      offset = reader.start;
      plain &&= reader.start === 0;
    } else {
      a = mixLane(a, lanes.a);
      b = mixLane(b, lanes.b);
      plain &&= isPlainGap(form, end, reader.start);
    }
    words++;
    ({ end } = reader);
  }
  plain &&= end === form.length;
  return { first, a, b, words, literal: plain ? undefined : { text: form, exactCase, offset } };
}

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

/** More than this between two words, and they belong to no phrase. */
export const MAX_GAP = 3;
