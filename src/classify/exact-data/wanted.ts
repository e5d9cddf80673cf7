import type { Span } from '../detector.ts';

/** Numbers that are looked for near hits, and where they were seen. */
export interface WantedNumbers {
  /** Wants a number; 0 is none. */
  add(number: number): void;
  /** Tells that a number, wanted or not, stands at [start, end). Told in the order of the text. */
  see(number: number, start: number, end: number): void;
  /**
   * Does the number stand within `proximity` characters of the span, and not in it? Asked from the text's end to its
   * beginning; only then is it right, and cheap.
   */
  isNear(number: number, span: Span, proximity: number): boolean;
}

/** Room for `capacity` different numbers to begin with; the tables grow. */
export function createWantedNumbers(capacity: number): WantedNumbers {
  let slots = 2 ** Math.ceil(Math.log2(Math.max(16, capacity * 2)));
  let numbers = new Int32Array(slots);
  /** For each number its last sighting that is still within reach, plus 1. */
  let last = new Int32Array(slots);
  let count = 0;
  const starts: number[] = [];
  const ends: number[] = [];
  /** The sighting before, of the same number, plus 1. */
  const earlier: number[] = [];

  const slotOf = (number: number): number => {
    let slot = number & (slots - 1);
    while (numbers[slot] !== 0 && numbers[slot] !== number) slot = (slot + 1) & (slots - 1);
    return slot;
  };

  const grow = (): void => {
    const before = numbers;
    slots *= 2;
    numbers = new Int32Array(slots);
    last = new Int32Array(slots);
    for (const number of before) if (number !== 0) numbers[slotOf(number)] = number;
  };

  return {
    add(number) {
      if (number === 0) return;
      const slot = slotOf(number);
      if (numbers[slot] === number) return;
      numbers[slot] = number;
      if (++count * 2 > slots) grow();
    },
    see(number, start, end) {
      const slot = slotOf(number);
      if (numbers[slot] !== number) return;
      starts.push(start);
      ends.push(end);
      earlier.push(last[slot] ?? 0);
      last[slot] = starts.length;
    },
    isNear(number, span, proximity) {
      if (number === 0) return false;
      const slot = slotOf(number);
      const reach = span.end + proximity;
      let sighting = last[slot] ?? 0;
      while (sighting > 0 && (starts[sighting - 1] ?? 0) >= reach) sighting = earlier[sighting - 1] ?? 0;
      last[slot] = sighting;
      for (; sighting > 0; sighting = earlier[sighting - 1] ?? 0) {
        const start = starts[sighting - 1] ?? 0;
        const end = ends[sighting - 1] ?? 0;
        if (end <= span.start - proximity) return false;
        if (end <= span.start || start >= span.end) return true;
      }
      return false;
    },
  };
}
