import type { Span } from './detector.ts';

/** Longer keywords do not exist. */
export const LONGEST_KEYWORD = 200;
/** A keyword behind the value counts as so many units further away than one in front: labels come first. */
const BEHIND = 40;
/** Between texts, no more than this is kept (numbers, not bytes). */
const KEPT = 1 << 16;

/** A keyword that was met: which, and where it stands. */
export interface Seen {
  readonly phrase: number;
  readonly start: number;
  readonly end: number;
  /** Units to the value; one behind it counts as further away. */
  readonly distance: number;
}

/** The keywords of one text, in the order in which they begin. 12 bytes each. */
export interface SeenKeywords {
  readonly count: number;
  clear(): void;
  add(start: number, end: number, phrase: number): void;
  /** Of the keywords of a list in [from, to) and outside the span, the nearest to it. */
  nearest(list: number, span: Span, from: number, to: number): Seen | undefined;
  /** Is there one? Cheaper than the nearest. */
  has(list: number, span: Span, from: number, to: number): boolean;
  /** Tells the lists of each keyword that begins in [from, to). */
  listsWithin(from: number, to: number, tell: (lists: readonly number[]) => void): void;
}

/** `listsOf` holds, for each phrase, the numbers of its lists. */
export function createSeenKeywords(listsOf: readonly (readonly number[])[]): SeenKeywords {
  let seen = new Int32Array(3 * 64);
  let count = 0;
  let cursor = 0;
  const startOf = (index: number): number => seen[index * 3] ?? 0;
  const endOf = (index: number): number => seen[index * 3 + 1] ?? 0;
  const listsAt = (index: number): readonly number[] => listsOf[seen[index * 3 + 2] ?? 0] ?? [];

  /** The first keyword that may reach beyond `from`. Places asked for mostly rise, so the cursor moves little. */
  const seek = (from: number): number => {
    while (cursor > 0 && startOf(cursor - 1) > from - LONGEST_KEYWORD) cursor--;
    while (cursor < count && startOf(cursor) <= from - LONGEST_KEYWORD) cursor++;
    return cursor;
  };
  const isOutside = (index: number, { start, end }: Span, from: number): boolean =>
    endOf(index) > from && (endOf(index) <= start || startOf(index) >= end);

  return {
    get count() {
      return count;
    },
    clear() {
      count = 0;
      cursor = 0;
      if (seen.length > KEPT) seen = new Int32Array(3 * 64);
    },
    add(start, end, phrase) {
      if (count * 3 === seen.length) seen = doubled(seen);
      seen[count * 3] = start;
      seen[count * 3 + 1] = end;
      seen[count * 3 + 2] = phrase;
      count++;
    },
    has(list, span, from, to) {
      for (let index = seek(from); index < count && startOf(index) < to; index++) {
        if (isOutside(index, span, from) && listsAt(index).includes(list)) return true;
      }
      return false;
    },
    nearest(list, span, from, to) {
      let least = Number.POSITIVE_INFINITY;
      let best = -1;
      for (let index = seek(from); index < count && startOf(index) < to; index++) {
        if (!isOutside(index, span, from)) continue;
        const distance =
          endOf(index) <= span.start ? span.start - endOf(index) : startOf(index) - span.end + BEHIND;
        // Of two that end at the same place the longer one says more.
        const isLonger = distance === least && endOf(index) - startOf(index) > endOf(best) - startOf(best);
        if ((distance >= least && !isLonger) || !listsAt(index).includes(list)) continue;
        least = distance;
        best = index;
      }
      if (best < 0) return undefined;
      return { phrase: seen[best * 3 + 2] ?? 0, start: startOf(best), end: endOf(best), distance: least };
    },
    listsWithin(from, to, tell) {
      for (let index = seek(from); index < count && startOf(index) < to; index++) {
        if (startOf(index) >= from) tell(listsAt(index));
      }
    },
  };
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
