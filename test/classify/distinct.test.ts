import { describe, expect, it } from 'vitest';
import { createDistinctCounter } from '../../src/classify/distinct.ts';

describe('a counter of different values', () => {
  it('counts each value once', () => {
    const counter = createDistinctCounter();
    for (const value of ['a', 'b', 'a', '', 'ab', 'ba', '', 'a']) counter.add(value);
    expect(counter.size).toBe(5);
  });

  it.each([
    ['numbers in a row', (index: number) => `${4_000_000_000 + index}`],
    ['addresses', (index: number) => `user${index}@example.com`],
    ['long values that differ at the end', (index: number) => `${'x'.repeat(200)}${index}`],
    ['long values that differ in front', (index: number) => `${index}${'x'.repeat(200)}`],
    [
      'letters beyond Latin',
      (index: number) => `имя${String.fromCharCode(0x4e00 + (index % 20_000))}${index}`,
    ],
  ])('tells a hundred thousand %s apart', (_, valueOf) => {
    const counter = createDistinctCounter();
    for (let round = 0; round < 2; round++)
      for (let index = 0; index < 100_000; index++) counter.add(valueOf(index));
    expect(counter.size).toBe(100_000);
  });
});
