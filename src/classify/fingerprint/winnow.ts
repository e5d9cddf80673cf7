import { WORDS_PER_CHECK } from '../finder.ts';
import { finish, hashWord, type Lanes } from '../word-hash.ts';
import { createWordReader, LETTERS } from '../word-reader.ts';

/** So many words in a row make a shingle. */
export const SHINGLE_WORDS = 5;
/** Of so many shingles in a row at least one is chosen. */
export const WINDOW_SHINGLES = 8;
/** A passage of so many words that two texts share is always noticed: there is a whole window of shingles in it. */
export const GUARANTEED_WORDS = SHINGLE_WORDS + WINDOW_SHINGLES - 1;

/** Each word's share in the hash of a shingle grows by this with every word behind it; the last is its power of SHINGLE_WORDS. */
const FACTOR = 0x9e3779b1;
const FACTOR_OF_LAST = Array.from({ length: SHINGLE_WORDS }).reduce<number>(
  (power) => Math.imul(power, FACTOR),
  1,
);

/** The chosen shingles of a text, in its order. */
export interface Winnowed {
  readonly count: number;
  /** The two lanes of each shingle's hash. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** From the first unit of its first word to the end of its last. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How many shingles there were to choose from. */
  readonly shingles: number;
  /** False when the time was up. */
  readonly complete: boolean;
}

/**
 * Chooses about two of nine shingles by their hash alone, so that equal passages are chosen from equally wherever they stand:
 * S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003 (robust
 * winnowing: of equal ones the one that was chosen before stays). Words with digits are left out: dates and amounts that
 * somebody fills in change nothing.
 */
export function winnow(text: string, deadline: () => boolean): Winnowed {
  const words = createWordReader(text);
  const lanes: Lanes = { a: 0, b: 0 };
  const [a, b, starts, ends]: [number[], number[], number[], number[]] = [[], [], [], []];
  // The last words as a ring, and the hash of all of them, which goes on from word to word (Rabin and Karp).
  const wordA = new Int32Array(SHINGLE_WORDS);
  const wordB = new Int32Array(SHINGLE_WORDS);
  const wordStarts = new Int32Array(SHINGLE_WORDS);
  const window = createWindow();
  let place = 0;
  let [rollingA, rollingB] = [0, 0];
  let count = 0;
  let read = 0;
  let complete = true;
  const choose = (): void => {
    const least = window.least();
    if (least < 0) return;
    a.push(window.a[least] ?? 0);
    b.push(window.b[least] ?? 0);
    starts.push(window.starts[least] ?? 0);
    ends.push(window.ends[least] ?? 0);
  };

  while (words.next()) {
    if (++read % WORDS_PER_CHECK === 0 && deadline()) {
      complete = false;
      break;
    }
    if (words.kind !== LETTERS) continue;
    hashWord(words, lanes);
    rollingA = (Math.imul(rollingA, FACTOR) + lanes.a - Math.imul(wordA[place] ?? 0, FACTOR_OF_LAST)) | 0;
    rollingB = (Math.imul(rollingB, FACTOR) + lanes.b - Math.imul(wordB[place] ?? 0, FACTOR_OF_LAST)) | 0;
    wordA[place] = lanes.a;
    wordB[place] = lanes.b;
    wordStarts[place] = words.start;
    if (++place === SHINGLE_WORDS) place = 0;
    if (++count < SHINGLE_WORDS) continue;
    // What now stands at `place` is the first word of the shingle.
    window.take(finish(rollingA), finish(rollingB), wordStarts[place] ?? 0, words.end);
    if (window.taken >= WINDOW_SHINGLES) choose();
  }
  // A text shorter than one window gives its least shingle.
  if (window.taken > 0 && window.taken < WINDOW_SHINGLES) choose();
  return { count: a.length, a, b, starts, ends, shingles: window.taken, complete };
}

/** The last shingles; the least of them stays chosen until a lesser one comes or it drops out. */
interface Window {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many it has seen. */
  taken: number;
  take(a: number, b: number, start: number, end: number): void;
  /** The place of the least, or -1 when that was told before. */
  least(): number;
}

function createWindow(): Window {
  let chosen = -1;
  let told = -1;
  const window: Window = {
    a: new Int32Array(WINDOW_SHINGLES),
    b: new Int32Array(WINDOW_SHINGLES),
    starts: new Int32Array(WINDOW_SHINGLES),
    ends: new Int32Array(WINDOW_SHINGLES),
    taken: 0,
    take(a, b, start, end) {
      const place = window.taken % WINDOW_SHINGLES;
      window.a[place] = a;
      window.b[place] = b;
      window.starts[place] = start;
      window.ends[place] = end;
      const number = window.taken++;
      if (chosen >= 0 && number - chosen < WINDOW_SHINGLES) {
        if (a < (window.a[chosen % WINDOW_SHINGLES] ?? 0)) chosen = number;
        return;
      }
      // The chosen one dropped out: the last of the least takes its place.
      chosen = number;
      for (let other = number - 1; other >= 0 && number - other < WINDOW_SHINGLES; other--) {
        if ((window.a[other % WINDOW_SHINGLES] ?? 0) < (window.a[chosen % WINDOW_SHINGLES] ?? 0))
          chosen = other;
      }
    },
    least() {
      if (chosen === told) return -1;
      told = chosen;
      return chosen % WINDOW_SHINGLES;
    },
  };
  return window;
}
