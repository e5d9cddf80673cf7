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

/** Numbers kept of each piece: where it begins in the new text, where in the original, how long there, units for one new unit. */
const FIELDS = 4;
/** A piece whose units do not come from single units: it counts as a whole. */
const WHOLE = 0;
/** So many units at a time become a string. */
const CHUNK = 8192;

/**
 * Builds a text piece by piece. Memory: 2 bytes for each unit of the new text, and 16 for each place where the distance between
 * the two texts changes: units that are replaced one by one are no such place.
 */
export function createRewriter(original: string): Rewriter {
  let units = new Uint16Array(64);
  let length = 0;
  let pieces = new Int32Array(FIELDS * 16);
  let count = 0;

  const note = (from: number, size: number, step: number): void => {
    const last = (count - 1) * FIELDS;
    const follows = count > 0 && step !== WHOLE && pieces[last + 3] === step;
    if (follows && (pieces[last + 1] ?? 0) + (pieces[last + 2] ?? 0) === from) {
      pieces[last + 2] = (pieces[last + 2] ?? 0) + size;
      return;
    }
    if ((count + 1) * FIELDS > pieces.length) pieces = enlarged(pieces, new Int32Array(pieces.length * 2));
    pieces.set([length, from, size, step], count * FIELDS);
    count++;
  };
  const write = (text: string, from: number, to: number): void => {
    const wanted = length + to - from;
    if (wanted > units.length) units = enlarged(units, new Uint16Array(Math.max(wanted, units.length * 2)));
    for (let at = from; at < to; at++) units[length++] = text.charCodeAt(at);
  };

  return {
    copy(from, to) {
      if (from === to) return;
      note(from, to - from, 1);
      write(original, from, to);
    },
    replace(from, to, replacement) {
      if (replacement === '') return;
      const isEven = (to - from) % replacement.length === 0;
      note(from, to - from, isEven ? (to - from) / replacement.length : WHOLE);
      write(replacement, 0, replacement.length);
    },
    done: () => {
      const text = stringOf(units, length);
      const known = pieces.slice(0, count * FIELDS);
      return {
        text,
        spanOf: (start, end) => ({ start: originOf(known, start).start, end: originOf(known, end - 1).end }),
      };
    },
  };
}

function enlarged<Numbers extends Int32Array | Uint16Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

/** The first `length` units as a string. */
export function stringOf(units: Uint16Array, length: number): string {
  const chunks: string[] = [];
  for (let at = 0; at < length; at += CHUNK) {
    chunks.push(String.fromCharCode(...units.subarray(at, Math.min(length, at + CHUNK))));
  }
  return chunks.join('');
}

/** Where the unit at `at` of the new text stood in the original. */
function originOf(pieces: Int32Array, at: number): Span {
  let low = 0;
  let high = pieces.length / FIELDS - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle * FIELDS] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const [begins = 0, from = 0, size = 0, step = 1] = pieces.subarray(low * FIELDS, (low + 1) * FIELDS);
  if (step === WHOLE) return { start: from, end: from + size };
  const start = from + (at - begins) * step;
  return { start, end: start + step };
}
