import { describe, expect, it } from 'vitest';
import { createCharacterSteps } from '../../../src/classify/custom/character-steps.ts';
import { createDistinctCounter, inside, occurrencesOf } from '../../../src/classify/custom/occurrences.ts';

describe('steps of characters', () => {
  const emoji = 'ab😀😀cd';
  it.each([
    { text: 'abcdef', at: 4, by: 2, back: 2, forward: 6 },
    { text: 'abcdef', at: 4, by: 9, back: 0, forward: 6 },
    { text: emoji, at: 6, by: 1, back: 4, forward: 7 },
    { text: emoji, at: 6, by: 2, back: 2, forward: 8 },
    { text: emoji, at: 2, by: 2, back: 0, forward: 6 },
    { text: emoji, at: 6, by: 9, back: 0, forward: 8 },
  ])('$by from $at in "$text" lead to $back and $forward', ({ text, at, by, back, forward }) => {
    const steps = createCharacterSteps(text);
    expect([steps.back(at, by), steps.forward(at, by)]).toEqual([back, forward]);
  });

  it('agree with counting characters one by one', () => {
    const text = '😀a😀😀bcd😀e😀'.repeat(7);
    const steps = createCharacterSteps(text);
    const bounds = Array.from(text).reduce(
      (sums, character) => [...sums, (sums.at(-1) ?? 0) + character.length],
      [0],
    );
    for (const [index, at] of bounds.entries()) {
      for (const by of [1, 3, 10, 80]) {
        expect(steps.back(at, by)).toBe(bounds[Math.max(0, index - by)]);
        expect(steps.forward(at, by)).toBe(bounds[Math.min(bounds.length - 1, index + by)]);
      }
    }
  });
});

describe('occurrences', () => {
  const found = occurrencesOf([
    { start: 20, end: 25 },
    { start: 0, end: 5 },
    { start: 3, end: 9 },
    { start: 10, end: 15 },
  ]);

  it('are sorted and do not overlap', () => {
    expect(found).toEqual({ starts: [0, 10, 20], ends: [5, 15, 25] });
  });

  it.each([
    { from: 0, to: 25, places: [0, 3] },
    { from: 1, to: 25, places: [1, 3] },
    { from: 0, to: 24, places: [0, 2] },
    { from: 11, to: 19, places: [2, 2] },
    { from: 12, to: 14, places: [2, 2] },
  ])('count when they lie wholly inside $from to $to', ({ from, to, places }) => {
    const { first, beyond } = inside(found, from, to);
    expect([first, beyond]).toEqual(places);
  });

  it('are counted by value in windows that move forward, each looked at twice at most', () => {
    const values = ['a', 'b', 'a', 'c', 'c', 'a'];
    let looks = 0;
    const count = createDistinctCounter((place) => {
      looks++;
      return values[place] ?? '';
    });
    const windows = [
      [0, 3],
      [1, 4],
      [3, 5],
      [5, 6],
    ] as const;
    expect(windows.map(([first, beyond]) => count(first, beyond).distinct)).toEqual([2, 3, 1, 1]);
    expect(looks).toBeLessThanOrEqual(2 * values.length);
    expect(count(5, 6).timesOf(5)).toBe(1);
  });
});
