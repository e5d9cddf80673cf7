import { describe, expect, it } from 'vitest';
import { compileMetered } from '../../../src/classify/regex/linear.ts';
import { seeded } from './random-patterns.ts';

interface Cost {
  readonly steps: number;
  readonly matches: number;
}

/** What a loop over all matches costs, in code units read and instructions looked at. */
function costOf(source: string, text: string): Cost {
  const meter = { steps: 0 };
  const result = compileMetered(source, {}, meter);
  if (!result.ok) throw new Error(result.problem);
  let matches = 0;
  for (let from = 0; from <= text.length; matches++) {
    const match = result.value.find(text, from);
    if (match === undefined) break;
    from = match.end > match.start ? match.end : match.end + 1;
  }
  return { steps: meter.steps, matches };
}

const letters = (count: number): string => {
  const random = seeded(count);
  return Array.from({ length: count }, () => 'ab'.charAt(random(2))).join('');
};

const filled = (unit: string) => (length: number) => unit.repeat(length / unit.length);
const SIZE = 100_000;

describe('steps grow with the text alone, whatever the pattern', () => {
  it.each<[string, (length: number) => string, number]>([
    // The number is the most steps that one code unit may cost.
    ['(a+)+$', (length) => `${'a'.repeat(length - 1)}b`, 4],
    ['(a|a)*b', filled('a'), 4],
    ['(?:a?){30}a{30}', filled('a'), 4],
    ['x*y', filled('x'), 4],
    ['(?:x+x+)+y', filled('x'), 4],
    ['^(?:\\w+\\s?)*$', filled('word word! '), 4],
    ['(?:.*,){20}z', filled('a,'), 4],
    ['a.*b', filled('a'), 4],
    // Each of these finds a match at once but reads to the end to be sure of it.
    ['a.*b|a', filled('a'), 30],
    ['(?:a.*b)?', filled('a'), 30],
    ['(a).*b|a', filled('a'), 30],
    ['a(?:.{0,2000}b)?', filled('a'), 30],
    ['a*?(?:b|(?=c))|a', filled('a'), 30],
    ['[^y]*y|x', filled('x'), 30],
    ['(?:x*y)?', filled('x'), 30],
    ['\\w*(?<=z)|\\w', filled('word'), 30],
    // A look-around of several units at every place.
    ['(?=a{1,50}b)a', filled('a'), 120],
    ['(?<=ba{1,50})a', filled('a'), 120],
    // States hardly ever repeat, so that all steps are taken one instruction at a time.
    ['(?:a|b)*a(?:a|b){60}c', letters, 600],
    ['a[ab]{60}c', letters, 600],
    ['a(?:[ab]{60}c)?', letters, 2400],
  ])('%s', (source, textOf, perUnit) => {
    const half = costOf(source, textOf(SIZE / 2));
    const whole = costOf(source, textOf(SIZE));
    expect(whole.steps).toBeLessThanOrEqual(2.1 * half.steps + 50_000);
    expect(whole.steps).toBeLessThanOrEqual(perUnit * SIZE);
    expect(whole.steps).toBeGreaterThanOrEqual(SIZE);
  });

  it('finds all matches of a loop that reads too much', () => {
    expect(costOf('a.*b|a', 'a'.repeat(SIZE)).matches).toBe(SIZE);
    expect(costOf('a(?:.{0,2000}b)?', 'a'.repeat(SIZE)).matches).toBe(SIZE);
  });

  it('for a loop over matches that are few and far between', () => {
    const text = `${'a'.repeat(999)}\n`.repeat(100);
    const cost = costOf('a.*b|a{500}', text);
    expect(cost.matches).toBe(100);
    expect(cost.steps).toBeLessThan(30 * text.length);
  });

  it('when loops over two texts of one length take turns', () => {
    const meter = { steps: 0 };
    const result = compileMetered('a.*b|a', {}, meter);
    if (!result.ok) throw new Error(result.problem);
    for (const text of ['a'.repeat(20_000), 'ab'.repeat(10_000), 'a'.repeat(20_000)]) {
      for (let from = 0; from < text.length;) from = result.value.find(text, from)?.end ?? text.length;
    }
    expect(meter.steps).toBeLessThan(60_000 * 30);
  });

  it('a call for the first match reads no further than it must', () => {
    const meter = { steps: 0 };
    const result = compileMetered('\\bab\\d{3}\\b', {}, meter);
    if (!result.ok) throw new Error(result.problem);
    expect(result.value.find(`ab123 ${'ab '.repeat(SIZE)}`, 0)).toEqual({ start: 0, end: 5 });
    expect(meter.steps).toBeLessThan(200);
  });
});
