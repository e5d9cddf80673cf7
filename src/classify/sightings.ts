import type { Span } from './detector.ts';
import { createListRows } from './list-rows.ts';
import { createSeenKeywords, LONGEST_KEYWORD } from './seen-keywords.ts';

/** Purview's usual proximity: supporting words count within this many characters of a value. */
export const KEYWORD_DISTANCE = 300;

const BLOCK_BITS = 8;

/** Some lists, one bit for each, and a key that is the same for the same lists. Empty key: no lists. */
export interface NearLists {
  readonly key: string;
  readonly bits: Int32Array;
}

/** Where keywords were met in one text. */
export interface Sightings {
  /** Forgets everything, for a new text. Lists met before `headerEnd` are near everywhere: a table's header. */
  clear(headerEnd?: number): void;
  /** Adds one; starts never fall. `phrase` is its place in `listsOf`. */
  add(start: number, end: number, phrase: number): void;
  /** The lists that may be near `at`, of those that open a gate. The same object for the same lists in a row. */
  near(at: number): NearLists;
  /** Does a keyword of the list stand within so many units before or after the span, and outside it? */
  has(list: number, span: Span, before?: number, after?: number): boolean;
  /** Does a keyword of the list begin inside the span, the cell of a header? It is remembered by the span's start. */
  isWithin(list: number, span: Span): boolean;
  /** The nearest keyword of the list within reach. */
  nearest(
    list: number,
    span: Span,
  ): { readonly phrase: number; readonly distance: number; readonly isBefore: boolean } | undefined;
  /** How many units away the nearest keyword of the list is, within reach. Infinity: none. */
  distance(list: number, span: Span): number;
  /** How many keywords were met. */
  readonly count: number;
}

/**
 * `listsOf` holds, for each phrase, the numbers of its lists, of which there are `lists`; `gates` are those that `near` tells of.
 * Memory: 12 bytes for each keyword met, and a bit for each list in every 256 units.
 */
export function createSightings(
  listsOf: readonly (readonly number[])[],
  lists: number,
  gates: Iterable<number>,
): Sightings {
  const rows = createListRows(lists);
  const seen = createSeenKeywords(listsOf);
  const gateMask = bitsOf(gates, rows.words);
  const none: NearLists = { key: '', bits: new Int32Array(rows.words) };
  const united = new Int32Array(rows.words);
  const columns = new Map<number, Int32Array>();
  let nearBlock = -1;
  let nearCount = -1;
  let near = none;
  /** Lists of the whole header, once it has been read: that is before anything below it is looked at. */
  let everywhere: Int32Array | undefined;
  let header = 0;

  const bitsWithin = (from: number, to: number): Int32Array => {
    const bits = new Int32Array(rows.words);
    seen.listsWithin(from, to, (met) => setBits(bits, met));
    return bits;
  };
  const mayHave = (list: number, from: number, to: number): boolean =>
    seen.count > 0 && rows.mayHave(list, from - LONGEST_KEYWORD, to);

  return {
    get count() {
      return seen.count;
    },
    clear(headerEnd = 0) {
      header = headerEnd;
      nearBlock = -1;
      near = none;
      everywhere = undefined;
      if (columns.size > 0) columns.clear();
      rows.clear();
      seen.clear();
    },
    add(start, end, phrase) {
      seen.add(start, end, phrase);
      rows.add(start, listsOf[phrase] ?? []);
    },
    near(at) {
      const block = at >> BLOCK_BITS;
      if (block === nearBlock && nearCount === seen.count) return near;
      nearBlock = block;
      nearCount = seen.count;
      if (header > 0) everywhere ??= bitsWithin(0, header);
      if (!rows.unite(at, gateMask, everywhere, united)) near = none;
      else if (!areSame(united, near.bits)) near = { key: united.join(), bits: united.slice() };
      return near;
    },
    has(list, span, before = KEYWORD_DISTANCE, after = before) {
      const from = span.start - before;
      const to = span.end + after;
      return mayHave(list, from, to) && seen.has(list, span, from, to);
    },
    isWithin(list, { start, end }) {
      let column = columns.get(start);
      if (column === undefined) columns.set(start, (column = bitsWithin(start, end)));
      return ((column[list >> 5] ?? 0) & (1 << (list & 31))) !== 0;
    },
    nearest(list, span) {
      const found = seen.nearest(list, span, span.start - KEYWORD_DISTANCE, span.end + KEYWORD_DISTANCE);
      if (found === undefined) return undefined;
      const isBefore = found.start < span.start;
      const distance = isBefore ? span.start - found.end : found.start - span.end;
      return { phrase: found.phrase, distance, isBefore };
    },
    distance(list, span) {
      const from = span.start - KEYWORD_DISTANCE;
      const to = span.end + KEYWORD_DISTANCE;
      if (!mayHave(list, from, to)) return Number.POSITIVE_INFINITY;
      const found = seen.nearest(list, span, from, to);
      // A longer label says more: it decides between two that end at the same place.
      return found === undefined
        ? Number.POSITIVE_INFINITY
        : found.distance - (found.end - found.start) / 1000;
    },
  };
}

function bitsOf(lists: Iterable<number>, words: number): Int32Array {
  const bits = new Int32Array(words);
  setBits(bits, lists);
  return bits;
}

function setBits(bits: Int32Array, lists: Iterable<number>): void {
  for (const list of lists) bits[list >> 5] = (bits[list >> 5] ?? 0) | (1 << (list & 31));
}

function areSame(left: Int32Array, right: Int32Array): boolean {
  for (let word = 0; word < left.length; word++) if (left[word] !== right[word]) return false;
  return true;
}
