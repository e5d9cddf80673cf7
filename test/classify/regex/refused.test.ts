import { describe, expect, it } from 'vitest';
import { compileLinear } from '../../../src/classify/regex/linear.ts';

/** The problem of a pattern, or that there is none. */
function problemOf(source: string): string {
  const result = compileLinear(source);
  return result.ok ? 'none' : result.problem;
}

describe('a pattern that cannot be matched in linear time is refused with the place and what to write', () => {
  it.each([
    ['(a)\\1', 4, /reference back.*write out/],
    ['(?<x>a)b\\k<x>', 9, /reference back.*write out/],
    ['ab\\10', 3, /reference back/],
    ['ab++', 4, /possessive.*leave the \+ out/],
    ['a{2,3}+', 7, /possessive/],
    ['a?+', 3, /possessive/],
    ['x(?>a)', 2, /atomic.*\(\?:…\)/],
    ['x(?(1)a|b)', 2, /conditional.*\|/],
    ['a(?R)?b', 2, /recursion/],
    ['a(?1)', 2, /recursion/],
    ['a(?&name)', 2, /recursion/],
    ['a\\Kb', 2, /\\K.*look-behind/],
    ['\\Ga', 1, /\\G/],
    ['a(*SKIP)b', 2, /verbs/],
    ['(?|a|b)', 1, /branch resets/],
    ['a(?#note)b', 2, /comments/],
    ['(?=a.*b)x', 1, /look-around must be bounded.*\.\{0,100\}/],
    ['x(?<=a+)b', 2, /look-around must be bounded/],
    ['(?=a(?!bc)d)x', 1, /look-around cannot hold another/],
  ])('%s at character %d', (source, character, reason) => {
    expect(problemOf(source)).toMatch(new RegExp(`^at character ${character}: `));
    expect(problemOf(source)).toMatch(reason);
  });
});

describe('a pattern that means nothing is refused with the place and what to write', () => {
  it.each([
    ['a(b', 2, /no end.*\\\(/],
    ['ab)', 3, /no open group.*\\\)/],
    ['x[a-', 2, /class has no end/],
    ['[^', 1, /class has no end/],
    ['[z-a]', 3, /backwards/],
    ['*a', 1, /nothing to repeat.*\\\*/],
    ['a|+', 3, /nothing to repeat/],
    ['{2}', 1, /nothing to repeat/],
    ['a**', 3, /repeat of a repeat/],
    ['^*', 1, /cannot be repeated/],
    ['a(?=b)+', 2, /cannot be repeated/],
    ['a{3,2}', 2, /counts down/],
    ['a{999999}', 2, /at most 100000/],
    ['a\\', 2, /nothing follows/],
    ['a\\yb', 2, /\\y is not supported/],
    ['\\Aab', 1, /write \^/],
    ['ab\\z', 3, /write \$/],
    ['\\Qa.b\\E', 1, /backslash before each/],
    ['\\x4', 1, /\\xHH/],
    ['a\\u12', 2, /\\uHHHH/],
    ['\\u{110000}', 1, /10FFFF/],
    ['\\01', 1, /octal/],
    ['\\c1', 1, /letter after/],
    ['\\p{Nonsense}', 1, /no such Unicode property/],
    ['\\p', 1, /no such Unicode property/],
    ['\\k', 1, /\\k<name>/],
    ['[[:alpha:]]', 2, /named classes.*\\p\{L\}/],
    ['[a\\B]', 3, /\\B/],
    ['[\\1]', 2, /cannot refer/],
    ['[^😀]', 1, /negated class/],
    ['a(?i)b', 2, /very start.*\(\?i:…\)/],
    ['(?x)a', 1, /flag x/],
    ['(?<1>a)', 1, /name/],
    ["(?'n'a)", 1, /\(\?<name>…\)/],
    ['(?~a)', 1, /not known/],
    [`${'('.repeat(201)}a${')'.repeat(201)}`, 201, /200 deep/],
  ])('%s at character %d', (source, character, reason) => {
    expect(problemOf(source)).toMatch(new RegExp(`^at character ${character}: `));
    expect(problemOf(source)).toMatch(reason);
  });
});

describe('a pattern that would be too large is refused', () => {
  it.each([
    ['a counted repeat', 'x(?:ab){9000}', 2],
    ['counted repeats in each other', '(?:(?:a{100}){100}){100}', 1],
    ['optional rounds', 'ab?c{0,9000}', 4],
    ['a great many words', Array.from({ length: 3000 }, (_, index) => `word${index}`).join('|'), 1],
  ])('%s', (_, source, character) => {
    expect(problemOf(source)).toMatch(
      new RegExp(`^at character ${character}: the pattern has more than 10000 steps`),
    );
  });

  it('for look-arounds that would cost too much at each place', () => {
    expect(problemOf('ab(?=.{0,300}x)c')).toMatch(/^at character 3: the look-arounds take up to \d+ steps/);
    expect(problemOf('(?=ab)'.repeat(17))).toMatch(/at most 16 look-arounds/);
  });

  it('and one just small enough is not', () => {
    expect(problemOf('a{9000}')).toBe('none');
    expect(problemOf('(?:(?:){100000}){100000}')).toBe('none');
    expect(problemOf('ab(?=.{0,100}x)c')).toBe('none');
    expect(problemOf(`${'(?:'.repeat(200)}a${')'.repeat(200)}`)).toBe('none');
  });
});
