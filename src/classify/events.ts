/** What a reader met, for the detectors to look at. */
export const RUN = 0;
export const LITERAL = 1;
export const PREFIX = 2;
export const WORD = 3;
export const TOKEN = 4;
/** Adds its bucket in the bits above. */
export const SHAPE = 5;
/** Two letters at the start of a word with a digit right behind them. */
export const CODE = 6;
const KIND_BITS = 3;
export const wordEvent = (place: number): number => WORD | (place << KIND_BITS);
export const shapeEvent = (bucket: number): number => SHAPE | (bucket << KIND_BITS);
export const kindOf = (event: number): number => event & ((1 << KIND_BITS) - 1);
/** The word of a WORD, the bucket of a SHAPE. */
export const payloadOf = (event: number): number => event >> KIND_BITS;

/** A run of letters and digits by what it is made of. */
export const ALL_DIGITS = 0;
export const ALL_LETTERS = 1;
export const DIGIT_FIRST = 2;
export const LETTER_FIRST = 3;
export const LONGEST_RUN = 40;
/** The place of a run among the buckets of shapes. */
export const bucketOf = (length: number, make: number): number => length * 4 + make;
export const BUCKETS = (LONGEST_RUN + 1) * 4;

/** Events of one stretch of text: kind and payload, start, end. The arrays are used again for the next stretch. */
export interface Events {
  data: Int32Array;
  count: number;
}

/** Notes an event; the array grows when it is full. */
export function push(events: Events, event: number, start: number, end: number): void {
  const place = events.count * 3;
  if (place === events.data.length) {
    const grown = new Int32Array(events.data.length * 2);
    grown.set(events.data);
    events.data = grown;
  }
  events.data[place] = event;
  events.data[place + 1] = start;
  events.data[place + 2] = end;
  events.count++;
}
