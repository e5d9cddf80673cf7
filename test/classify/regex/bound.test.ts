import { describe, expect, it } from 'vitest';
import { matchBound } from '../../../src/classify/regex/bound.ts';
import { parsePattern } from '../../../src/classify/regex/parse.ts';
import type { Node } from '../../../src/classify/regex/syntax.ts';
import { contains } from '../../../src/classify/regex/unit-set.ts';
import { randomPattern, randomText, seeded } from './random-patterns.ts';

describe('matchBound', () => {
  it.each([
    ['\\d{3}-\\d{2}', '', { minLength: 6, maxLength: 6 }],
    ['a{2,5}|b?', '', { minLength: 0, maxLength: 5 }],
    ['(?<=ab{1,3})c(?!d)', 'u', { minLength: 1, maxLength: 1 }],
    ['(?<a>[ab]{1,2})-\\k<a>', '', { minLength: 2, maxLength: 5 }],
    ['(\\d{4})([ -]?)\\d{4}\\2\\d{4}', '', { minLength: 12, maxLength: 14 }],
    ['\\p{L}{1,3}', 'u', { minLength: 1, maxLength: 6 }],
    ['\\u{1F600}', 'u', { minLength: 2, maxLength: 2 }],
    ['.', 's', { minLength: 1, maxLength: 1 }],
    ['a*', '', { minLength: 0, maxLength: Infinity, steps: Infinity }],
    ['a{2,}', '', { minLength: 2, maxLength: Infinity, steps: Infinity }],
    ['(?=.*b)a', '', { minLength: 1, maxLength: 1, steps: Infinity }],
  ])('tells how long a match of %s may be', (source, flags, expected) => {
    expect(matchBound(source, flags)).toMatchObject(expected);
  });

  it.each([
    // Each unit read and the end, once.
    ['abc', '', 4],
    // Two splits before a and b, the two of them, and the end after a or b.
    ['a|b', '', 4],
    // Both repeats, both a and b; after a the second repeat, its a and b, and b once more; after aa b; then the end.
    ['(?:a?){2}b', '', 11],
    // Three digits, seven steps for each group with its separator, the end.
    ['\\d{3}(?:[ -]?\\d{4}){3}', '', 25],
  ])('counts the steps of %s exactly', (source, flags, steps) => {
    expect(matchBound(source, flags).steps).toBe(steps);
  });

  it.each([
    ['an address with bounded labels', '[a-z0-9.]{1,64}@(?:[a-z0-9-]{1,63}\\.){1,8}[a-z]{2,24}', 'iu'],
    ['a number in groups', '(?:[ -]?\\d){8,15}', 'u'],
    ['names in a row', '\\p{Lu}\\p{Ll}{1,30}(?: \\p{Lu}\\p{Ll}{1,30}){1,3}', 'u'],
    ['words kept apart by spaces', '(?:\\w{1,30}\\s){1,10}', ''],
  ])('shows that %s has few ways', (_, source, flags) => {
    expect(matchBound(source, flags).steps).toBeLessThan(5000);
  });

  it.each([
    ['a choice of the same thing', '(?:a|a){0,20}b', '', 2 ** 20],
    ['bounded repeats in a bounded repeat', '(?:a{0,9}){0,9}b', '', 40_000],
    ['classes that overlap', '(?:[ab]{1,9}[bc]{1,9}){1,3}x', '', 10_000],
    ['letters that are the same without case', '(?:k|\\u212a){1,20}x', 'iu', 2 ** 20],
    ['a look-ahead with many ways', '(?=(?:a|a){0,20}b)a', '', 2 ** 20],
    ['a back-reference to something repeated', '(a{0,20})\\1(?:a|a){0,9}b', '', 1000],
  ])('does not let %s pass for cheap', (_, source, flags, atLeast) => {
    expect(matchBound(source, flags).steps).toBeGreaterThanOrEqual(atLeast);
  });

  it('is never less than what a plain backtracking matcher does, in 150 random patterns', () => {
    let most = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const random = seeded(seed);
      const source = randomPattern(random, { looks: false, group: true })
        .replaceAll(/[*+]/g, '{0,3}')
        .replaceAll(',}', ',4}');
      const { steps } = matchBound(source, '');
      for (let round = 0; round < 5; round++) {
        const tried = unitsTried(source, randomText(random, random(14)));
        most = Math.max(most, tried);
        expect(steps, `${source} (seed ${seed})`).toBeGreaterThanOrEqual(tried);
      }
    }
    expect(most).toBeGreaterThan(500);
  });

  it.each([
    ['(', '', /cannot read/],
    ['[a&&b]', 'v', /flag v/],
    ['(?:a{1000}){1000}', '', /more than 50000 steps/],
  ])('throws for %s, which it cannot judge', (source, flags, message) => {
    expect(() => matchBound(source, flags)).toThrow(message);
  });
});

/** How many units a matcher tries that goes every way from the start of the text and never accepts. */
function unitsTried(source: string, text: string): number {
  const options = { ignoreCase: false, multiline: false, dotAll: false, unicode: false } as const;
  const parsed = parsePattern(source, { ...options, dialect: 'backtracking' });
  if (!parsed.ok) throw new Error(parsed.problem);
  let tried = 0;
  type Then = (at: number) => void;
  const go = (node: Node, at: number, then: Then): void => {
    switch (node.kind) {
      case 'unit':
        tried++;
        if (at < text.length && contains(node.units, text.charCodeAt(at))) then(at + 1);
        return;
      case 'sequence': {
        const from = (index: number): Then => {
          const item = node.items[index];
          return item === undefined ? then : (place) => go(item, place, from(index + 1));
        };
        from(0)(at);
        return;
      }
      case 'choice':
        for (const option of node.options) go(option, at, then);
        return;
      case 'capture':
        go(node.item, at, then);
        return;
      case 'repeat': {
        const round = (done: number, place: number): void => {
          if (done >= node.min) then(place);
          if (done === node.max) return;
          // An optional round must take something: ECMA-262, RepeatMatcher.
          go(node.item, place, (end) => (end > place || done < node.min ? round(done + 1, end) : undefined));
        };
        round(0, at);
        return;
      }
      case 'border':
      case 'look':
        then(at);
    }
  };
  go(parsed.value, 0, () => undefined);
  return tried;
}
