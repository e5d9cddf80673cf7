import type { Span } from './detector.ts';
import { createListRows } from './list-rows.ts';

/** Purview's usual proximity: supporting words count within this many characters of a value. */
export const KEYWORD_DISTANCE = 300;

const BLOCK_BITS = 8;
/** Longer keywords do not exist. */
const LONGEST = 200;
/** A keyword behind the value counts as so many units further away than one in front: labels come first. */
const BEHIND = 40;
/** Between texts, no more than this is kept (numbers, not bytes). */
const KEPT = 1 << 16;

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
  const gateMask = bitsOf(gates, rows.words);
  const none: NearLists = { key: '', bits: new Int32Array(rows.words) };
  const united = new Int32Array(rows.words);
  const columns = new Map<number, Int32Array>();
  let seen = new Int32Array(3 * 64);
  let count = 0;
  let cursor = 0;
  let nearBlock = -1;
  let nearCount = -1;
  let near = none;
  /** Lists of the whole header, once it has been read: that is before anything below it is looked at. */
  let everywhere: Int32Array | undefined;
  let header = 0;

  const startOf = (index: number): number => seen[index * 3] ?? 0;
  const listsAt = (index: number): readonly number[] => listsOf[seen[index * 3 + 2] ?? 0] ?? [];
  const isOf = (index: number, list: number): boolean => listsAt(index).includes(list);
  const listsWithin = (start: number, end: number): Int32Array => {
    const bits = new Int32Array(rows.words);
    for (let index = 0; index < count && startOf(index) < end; index++) {
      if (startOf(index) >= start) setBits(bits, listsAt(index));
    }
    return bits;
  };

  /** The first sighting that may reach beyond `from`. Places asked for mostly rise, so the cursor moves little. */
  const seek = (from: number): number => {
    while (cursor > 0 && startOf(cursor - 1) > from - LONGEST) cursor--;
    while (cursor < count && startOf(cursor) <= from - LONGEST) cursor++;
    return cursor;
  };

  let nearestIndex = -1;
  const nearest = (list: number, { start, end }: Span, from: number, to: number): number => {
    let least = Number.POSITIVE_INFINITY;
    nearestIndex = -1;
    for (let index = seek(from); index < count; index++) {
      const seenStart = startOf(index);
      if (seenStart >= to) break;
      const seenEnd = seen[index * 3 + 1] ?? 0;
      if (seenEnd <= from || (seenEnd > start && seenStart < end)) continue;
      const distance = seenEnd <= start ? start - seenEnd : seenStart - end + BEHIND;
      if (distance >= least || !isOf(index, list)) continue;
      least = distance;
      nearestIndex = index;
    }
    return least;
  };

  return {
    get count() {
      return count;
    },
    clear(headerEnd = 0) {
      header = headerEnd;
      count = 0;
      cursor = 0;
      nearBlock = -1;
      near = none;
      everywhere = undefined;
      if (columns.size > 0) columns.clear();
      rows.clear();
      if (seen.length > KEPT) seen = new Int32Array(3 * 64);
    },
    add(start, end, phrase) {
      if (count * 3 === seen.length) seen = grown(seen);
      seen[count * 3] = start;
      seen[count * 3 + 1] = end;
      seen[count * 3 + 2] = phrase;
      count++;
      rows.add(start, listsOf[phrase] ?? []);
    },
    near(at) {
      const block = at >> BLOCK_BITS;
      if (block === nearBlock && nearCount === count) return near;
      nearBlock = block;
      nearCount = count;
      if (header > 0) everywhere ??= listsWithin(0, header);
      if (!rows.unite(at, gateMask, everywhere, united)) near = none;
      else if (!areSame(united, near.bits)) near = { key: united.join(), bits: united.slice() };
      return near;
    },
    has: (list, span, before = KEYWORD_DISTANCE, after = before) =>
      count > 0 &&
      rows.mayHave(list, span.start - before - LONGEST, span.end + after) &&
      nearest(list, span, span.start - before, span.end + after) < Number.POSITIVE_INFINITY,
    isWithin(list, { start, end }) {
      let lists = columns.get(start);
      if (lists === undefined) columns.set(start, (lists = listsWithin(start, end)));
      return ((lists[list >> 5] ?? 0) & (1 << (list & 31))) !== 0;
    },
    nearest(list, span) {
      nearest(list, span, span.start - KEYWORD_DISTANCE, span.end + KEYWORD_DISTANCE);
      if (nearestIndex < 0) return undefined;
      const isBefore = startOf(nearestIndex) < span.start;
      const distance = isBefore
        ? span.start - (seen[nearestIndex * 3 + 1] ?? 0)
        : startOf(nearestIndex) - span.end;
      return { phrase: seen[nearestIndex * 3 + 2] ?? 0, distance, isBefore };
    },
    distance: (list, span) =>
      rows.mayHave(list, span.start - KEYWORD_DISTANCE - LONGEST, span.end + KEYWORD_DISTANCE)
        ? nearest(list, span, span.start - KEYWORD_DISTANCE, span.end + KEYWORD_DISTANCE)
        : Number.POSITIVE_INFINITY,
  };
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
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
