import { describe, expect, it } from 'vitest';
import { base64FromNumbers, isBase64OfNumbers, numbersFromBase64 } from '../../src/shared/base64.ts';

describe('base64 of numbers', () => {
  it.each([[[]], [[0]], [[1, 2]], [[0xffffffff, 0x80000000, 7]], [[1, 2, 3, 4]]])(
    'gives back %j',
    (numbers) => {
      const text = base64FromNumbers(Uint32Array.from(numbers));
      expect(isBase64OfNumbers(text)).toBe(true);
      expect([...numbersFromBase64(text)]).toEqual(numbers);
    },
  );

  it('is what other programs read and write, little-endian', () => {
    const numbers = Uint32Array.from({ length: 5000 }, (_, index) => Math.imul(index, 0x9e3779b1));
    const bytes = Buffer.alloc(numbers.length * 4);
    for (const [index, number] of numbers.entries()) bytes.writeUInt32LE(number, index * 4);
    expect(base64FromNumbers(numbers)).toBe(bytes.toString('base64'));
  });

  it.each(['A', 'AAAA', 'AAAAAA=', 'AAAAAA', 'AAAA A==', 'AAAAA-==', 'AA=AAA==', 'ÄAAAAA==', '========'])(
    'refuses "%s"',
    (text) => {
      expect(isBase64OfNumbers(text)).toBe(false);
    },
  );

  it('looks at millions of characters', () => {
    const text = 'A'.repeat(16 * 1024 * 1024);
    expect(isBase64OfNumbers(text)).toBe(true);
    expect(isBase64OfNumbers(`${text.slice(4)}AA*A`)).toBe(false);
  });
});
