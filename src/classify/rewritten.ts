import type { Span } from './detector.ts';

/** A text made from another one, and where each part of it came from. */
export interface Rewritten {
  readonly text: string;
  /** The span of the original that a span of the new text came from. */
  spanOf(start: number, end: number): Span;
}

export interface Rewriter {
  /** Copies original[from, to) as it is. */
  copy(from: number, to: number): void;
  /** Puts `replacement` where original[from, to) stood; empty to leave it out. */
  replace(from: number, to: number, replacement: string): void;
  done(): Rewritten;
}

/** Builds a text piece by piece. Memory: the new text, and four numbers for each piece that is not a copy. */
export function createRewriter(original: string): Rewriter {
  let text = '';
  let length = 0;
  /** Of each piece: where it begins in the new text, where in the original, how long there, and whether it is a copy. */
  const pieces: number[] = [];
  return {
    copy(from, to) {
      if (from === to) return;
      pieces.push(length, from, to - from, 1);
      text += original.slice(from, to);
      length += to - from;
    },
    replace(from, to, replacement) {
      if (replacement === '') return;
      pieces.push(length, from, to - from, 0);
      text += replacement;
      length += replacement.length;
    },
    done: () => ({
      text,
      spanOf: (start, end) => ({
        start: originOf(pieces, start, 'start'),
        end: originOf(pieces, end - 1, 'end'),
      }),
    }),
  };
}

/** Where the unit at `at` of the new text begins or ends in the original. A replaced piece counts as a whole. */
function originOf(pieces: readonly number[], at: number, edge: 'start' | 'end'): number {
  let low = 0;
  let high = pieces.length / 4 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle * 4] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const [begins = 0, from = 0, size = 0, isCopy = 1] = pieces.slice(low * 4, low * 4 + 4);
  if (isCopy === 1) return from + at - begins + (edge === 'end' ? 1 : 0);
  return edge === 'end' ? from + size : from;
}
