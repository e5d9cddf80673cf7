import { describe, expect, it } from 'vitest';
import { distinctOf, typeCovers, typesInWords } from '../../src/shared/finding.ts';
import { classificationOf } from '../fakes/classifications.ts';

describe('a type of a policy', () => {
  it.each([
    ['NATIONAL_ID', 'NATIONAL_ID:FR_CNI', true],
    ['NATIONAL_ID:FR', 'NATIONAL_ID:FR_CNI', true],
    ['NATIONAL_ID:FR_CNI', 'NATIONAL_ID:FR', false],
    ['NATIONAL_ID:F', 'NATIONAL_ID:FR', false],
    ['CUSTOM', 'CUSTOM:CONTRACT', true],
    ['CUSTOM:CONTRACT', 'CUSTOM:CONTRACT', true],
    ['CUSTOM:CONTRACT', 'CUSTOM:CONTRACT_PARTNER', false],
  ])('%s names %s: %s', (wanted, found, covers) => {
    expect(typeCovers(wanted, found)).toBe(covers);
  });
});

describe('different values of types', () => {
  const found = classificationOf(
    [
      { type: 'PASSPORT:FR', distinct: 2 },
      { type: 'PASSPORT:DE', distinct: 3 },
      { type: 'PASSPORT:IT', distinct: 5, confidence: 'low' },
      'EMAIL',
    ],
    0.9,
    'high',
  );

  it.each([
    { types: 'PASSPORT', distinct: 5, words: 'PASSPORT' },
    { types: ['PASSPORT:FR', 'PASSPORT:IT'], distinct: 2, words: 'PASSPORT:FR' },
    { types: ['PASSPORT', 'PASSPORT:FR'], distinct: 5, words: 'PASSPORT:FR, PASSPORT:DE' },
    { types: ['IBAN', 'NIR'], distinct: 0, words: 'IBAN, NIR' },
    { types: ['IBAN', 'NIR', 'PHONE', 'PERSON', 'US_SSN'], distinct: 0, words: 'IBAN, NIR, PHONE or 2 more' },
    { types: [], distinct: 0, words: '' },
  ])('are counted once and named in a reason: $types', ({ types, distinct, words }) => {
    expect([distinctOf(found, types), typesInWords(found, types)]).toEqual([distinct, words]);
  });
});
