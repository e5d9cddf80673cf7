import { describe, expect, it } from 'vitest';
import { createWordFlags } from '../../../src/classify/people/word-flags.ts';

const flagsOf = createWordFlags([['Anna', 'jean-marc', 'zoë'], ['anna', 'müller'], []]);

describe('the lists that a word is in', () => {
  it.each([
    ['a word of two lists', 'anna', 3],
    ['a word in another case', 'ANNA', 3],
    ['a word whose accent was left out', 'Zoe', 1],
    ['a word with a mark inside', 'Jean-Marc', 1],
    ['a word of the second list', 'Müller', 2],
    ['a word that none of them has', 'berta', 0],
    ['the beginning of a word', 'ann', 0],
    ['nothing', '', 0],
  ])('are told for %s', (_, word, flags) => {
    expect(flagsOf(`<${word}>`, 1, 1 + word.length)).toBe(flags);
  });

  it('are told for every word of a long list', () => {
    const words = Array.from({ length: 3000 }, (_, index) => `w${index}`);
    const listed = createWordFlags([words]);
    expect(words.filter((word) => listed(word, 0, word.length) !== 1)).toEqual([]);
    expect(listed('w3000', 0, 5)).toBe(0);
  });
});
