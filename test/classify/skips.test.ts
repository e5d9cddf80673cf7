import { describe, expect, it } from 'vitest';
import { isDecimalOrDate, skipFrom } from '../../src/classify/skips.ts';

const runEnd = (text: string): number => /^[\dA-Za-z]*/.exec(text)?.[0].length ?? 0;

describe('a value that identifies nobody', () => {
  it.each([
    ['a UUID', '550e8400-e29b-41d4-a716-446655440000', 36],
    ['a UUID in capitals before a comma', '550E8400-E29B-41D4-A716-446655440000, x', 36],
    ['a timestamp', '2026-01-31T10:20:30.123Z INFO', 24],
    ['a timestamp with a space', '2026-01-31 10:20 x', 16],
    ['a timestamp with a zone', '2026-01-31T10:20:30+01:00', 25],
    ['a timestamp with a comma', '2026-01-31 10:20:30,123 x', 23],
  ])('is passed over as a whole: %s', (_, text, length) => {
    expect(skipFrom(text, 0, runEnd(text))).toBe(length);
  });

  it.each([
    ['a date alone', '2026-01-31 and so on'],
    ['a UUID that goes on', '550e8400-e29b-41d4-a716-4466554400001'],
    ['a UUID with a letter beyond F', '550e8400-e29b-41d4-a716-44665544000g'],
    ['a number with dashes', '5500-8400-2923-4142'],
    ['a card', '4111-1111-1111-1111'],
    ['a time that goes on', '2026-01-31T10:20:30Zulu'],
    ['text that ends', '2026-01-31T10'],
  ])('is not: %s', (_, text) => {
    expect(skipFrom(text, 0, runEnd(text))).toBe(0);
  });

  it.each([
    ['12.345', true],
    ['0.000071;', true],
    ['2026-01-31', true],
    ['12.345.678-9', false],
    ['12.345-6', false],
    ['2026-01-31-1', false],
    ['756.1234.5678', false],
    ['1234-56-7890', false],
    ['12.', false],
    ['0.5 12', false],
  ])('%s is a decimal number or a date: %s', (text, expected) => {
    expect(isDecimalOrDate(text, 0, runEnd(text))).toBe(expected);
  });
});
