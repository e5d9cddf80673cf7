import type { Span } from './detector.ts';

/** Purview's usual proximity: supporting words count within this many characters of a value. */
export const KEYWORD_DISTANCE = 300;

const BLOCK_BITS = 8;
/** Blocks on each side that hold everything within KEYWORD_DISTANCE of a place. */
const REACH = 2;
/** Longer keywords do not exist. */
const LONGEST = 200;
/** A keyword behind the value counts as so many units further away than one in front: labels come first. */
const BEHIND = 40;
/** Between texts, no more than this is kept (numbers, not bytes). */
const KEPT = 1 << 16;

/** Some lists, and a key that is the same for the same lists. Empty: no lists. */
export interface NearLists {
  readonly key: string;
  readonly lists: ReadonlySet<number>;
}

const NO_LISTS: NearLists = { key: '', lists: new Set() };

const setOf = (lists: ReadonlySet<number>): NearLists => ({
  key: [...lists].toSorted((left, right) => left - right).join(' '),
  lists,
});

/** Where keywords were met in one text. */
export interface Sightings {
  /** Forgets everything, for a new text. Lists met before `headerEnd` are near everywhere: a table's header. */
  clear(headerEnd?: number): void;
  /** Adds one; starts never fall. `phrase` is its place in `listsOf`. */
  add(start: number, end: number, phrase: number): void;
  /** The lists that may be near `at`. */
  near(at: number): NearLists;
  /** Does a keyword of the list stand within so many units before or after the span, and outside it? */
  has(list: number, span: Span, before?: number, after?: number): boolean;
  /** Does a keyword of the list begin inside the span? */
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

/** `listsOf` holds, for each phrase, the numbers of its lists. Memory: 12 bytes for each keyword met. */
export function createSightings(listsOf: readonly (readonly number[])[]): Sightings {
  let seen = new Int32Array(3 * 64);
  let count = 0;
  let cursor = 0;
  let nearBlock = -1;
  let nearCount = -1;
  let near = NO_LISTS;
  let everywhere = NO_LISTS;
  let header = 0;

  /** The header has been read by the time that anything below it is looked at. */
  const readHeader = (): void => {
    const lists = new Set<number>();
    for (let index = 0; index < count && startOf(index) < header; index++) {
      for (const list of listsAt(index)) lists.add(list);
    }
    everywhere = setOf(lists);
    header = 0;
  };

  const startOf = (index: number): number => seen[index * 3] ?? 0;
  const listsAt = (index: number): readonly number[] => listsOf[seen[index * 3 + 2] ?? 0] ?? [];
  const isOf = (index: number, list: number): boolean => listsAt(index).includes(list);

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
      everywhere = NO_LISTS;
      if (seen.length > KEPT) seen = new Int32Array(3 * 64);
    },
    add(start, end, phrase) {
      if (count * 3 === seen.length) seen = grown(seen);
      seen[count * 3] = start;
      seen[count * 3 + 1] = end;
      seen[count * 3 + 2] = phrase;
      count++;
    },
    near(at) {
      if (header > 0) readHeader();
      const block = at >> BLOCK_BITS;
      if (block === nearBlock && nearCount === count) return near;
      nearBlock = block;
      nearCount = count;
      const first = seek((block - REACH) << BLOCK_BITS);
      const end = (block + REACH + 1) << BLOCK_BITS;
      if (startOf(first) >= end || first === count) return (near = everywhere);
      const lists = new Set(everywhere.lists);
      for (let index = first; index < count && startOf(index) < end; index++) {
        for (const list of listsAt(index)) lists.add(list);
      }
      return (near = setOf(lists));
    },
    has: (list, span, before = KEYWORD_DISTANCE, after = before) =>
      count > 0 && nearest(list, span, span.start - before, span.end + after) < Number.POSITIVE_INFINITY,
    isWithin: (list, { start, end }) => {
      for (let index = 0; index < count && startOf(index) < end; index++) {
        if (startOf(index) >= start && isOf(index, list)) return true;
      }
      return false;
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
    distance: (list, span) => nearest(list, span, span.start - KEYWORD_DISTANCE, span.end + KEYWORD_DISTANCE),
  };
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
