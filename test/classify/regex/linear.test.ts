import { describe, expect, it } from 'vitest';
import { compileLinear, type LinearOptions, type LinearPattern } from '../../../src/classify/regex/linear.ts';
import { randomPattern, randomText, seeded, type Grammar } from './random-patterns.ts';

function compiled(source: string, options?: LinearOptions): LinearPattern {
  const result = compileLinear(source, options);
  if (!result.ok) throw new Error(`${source}: ${result.problem}`);
  return result.value;
}

/** start, end and, for a pattern with one group, the group's start and end (-1 when it took no part). */
type Found = readonly number[];

function allOf(pattern: LinearPattern, text: string, withGroup: boolean): Found[] {
  const found: Found[] = [];
  for (let from = 0; from <= text.length;) {
    const match = pattern.find(text, from);
    if (match === undefined) break;
    const group = withGroup ? [match.group?.start ?? -1, match.group?.end ?? -1] : [];
    found.push([match.start, match.end, ...group]);
    from = match.end > match.start ? match.end : match.end + 1;
  }
  return found;
}

function allOfV8(source: string, flags: string, text: string, withGroup: boolean): Found[] {
  return Array.from(text.matchAll(new RegExp(source, `gd${flags}`)), (match) => {
    const group = withGroup ? (match.indices?.[1] ?? [-1, -1]) : [];
    return [match.index, match.index + match[0].length, ...group];
  });
}

const countGroups = (source: string): number => source.match(/\((?!\?(?!<[A-Za-z]))/g)?.length ?? 0;

describe('a linear pattern finds what a regular expression of JavaScript finds', () => {
  it.each([
    ['literals', 'abc', 'xabcabc ab'],
    ['first alternative, not the longest', 'a|ab|abc', 'abc'],
    ['longest when greedy', 'a{1,3}', 'aaaaa'],
    ['shortest when lazy', 'a{1,3}?', 'aaaaa'],
    ['lazy to a mark', '<.+?>', '<a><b> <>'],
    ['greedy to a mark', '<.+>', '<a><b> <>'],
    ['classes', '[a-c1-3_-]+', 'abc-3_ x9b'],
    ['negated classes', '[^a-c\\s]+', 'xyz abc 12'],
    ['a class that starts with a bracket', '[\\]a]+', 'a]a'],
    ['a hyphen next to a named set', '[\\w-.]+', 'a-b.c d'],
    ['nothing and anything', '[]|[^]', 'a\n'],
    ['named sets', '\\d+\\s\\w+\\S\\D\\W', '12 ab. c!'],
    ['dot and line ends', '.+', 'ab\ncd\u2028ef\r'],
    ['escapes', '\\t\\n\\x41\\u0042\\cA\\0\\/\\.', '\t\nAB\u0001\u0000/.'],
    ['line borders', '^a|b$', 'aab'],
    ['word borders', '\\bfoo\\b|\\Bo', 'foo foot o_o'],
    ['a group repeated', 'x(ab|c)*y', 'xababcy xy xcy'],
    ['a group cleared by the next round', '(?:(a)|b)*', 'ab ba aa'],
    ['a named group', '(?<year>\\d{4})-', '2024-05 199-'],
    ['a group that takes no part', 'a(b)?c', 'ac abc'],
    ['an empty alternative', 'a(?:|b)c?', 'abc ac a'],
    ['rounds that may be empty', '(?:a?b??)*', 'ab abab'],
    ['rounds that may be empty in rounds', '(?:(?:a|b?)*c?)*', 'abc cab'],
    ['at least one round that may be empty', '(?:|a)+', 'aaa'],
    ['counted rounds that may be empty', '(?:a??){2,3}', 'aaa'],
    ['a brace that is no count', 'a{x}{,2}', 'a{x}{,2}'],
    ['empty matches', 'a*', 'baac'],
    ['borders alone', '\\b', 'ab cd'],
    ['an assertion in a repeated group', '(?:^)*a', 'aa'],
    ['a nothing repeated', '(?:(?:){3}|a){2}b', 'ab b'],
  ])('%s', (_, source, text) => {
    const withGroup = countGroups(source) === 1;
    const found = allOf(compiled(source), text, withGroup);
    expect(found).toEqual(allOfV8(source, '', text, withGroup));
    expect(found.length).toBeGreaterThan(0);
  });

  it.each([
    ['(?=ab)a', 'abaab'],
    ['a(?!b)', 'abaab'],
    ['(?<=a)b', 'abbab'],
    ['(?<!a)b', 'abbab'],
    ['(?<!\\d)\\d{3}(?!\\d)', '123 1234 999'],
    ['(?<=id: ?)\\d+', 'id: 12 id:3 no 4'],
    ['(?<!no\\.? )\\b\\d+', 'no. 12 no 13 14'],
    ['\\b(?!000|666|9\\d{2})\\d{3}-(?!00)\\d{2}\\b', '666-12 123-45 912-11 12-00 123-00'],
    ['(?:(?!end)[a-z ])+', 'to the end of it'],
    ['(?=[ab]{1,3}c)[ab]+', 'aabc ab bbbc'],
    ['a(?=b\\b)', 'ab abc ab'],
    ['(?<=^|,)x', 'x,x x'],
    ['(?:(?<=a)|(?<=b))c(?=$|d)', 'ac bc bcd acx'],
    ['(?<=(?:ab){2})c', 'abc ababc'],
  ])('look-arounds in %s', (source, text) => {
    const found = allOf(compiled(source), text, false);
    expect(found).toEqual(allOfV8(source, '', text, false));
    expect(found.length).toBeGreaterThan(0);
  });

  it.each([
    ['straße', 'STRASSE STRAßE straße', 'i'],
    ['[à-é]+', 'ÀÉ àé', 'i'],
    ['k[^s]', 'K\u212a kS kx', 'i'],
    ['[^é]', 'éÉe', 'i'],
    ['i', 'iI\u0130\u0131', 'i'],
    ['ς', 'σΣς', 'i'],
    ['^b|a$', 'a\nb\r\na', 'm'],
    ['^$', 'a\n\nb', 'm'],
    ['^A.', 'ab\nAC', 'im'],
  ])('%s with flags over %j', (source, text, flags) => {
    const options = { ignoreCase: flags.includes('i'), multiline: flags.includes('m') };
    expect(allOf(compiled(source, options), text, false)).toEqual(allOfV8(source, flags, text, false));
  });

  it.each<[string, Grammar]>([
    ['plain', { looks: false, group: false }],
    ['with a group', { looks: false, group: true }],
    ['with look-arounds', { looks: true, group: true }],
  ])('in 600 random patterns, %s', (_, grammar) => {
    const differences: unknown[] = [];
    let matches = 0;
    for (let seed = 1; seed <= 600; seed++) {
      const random = seeded(seed);
      const source = randomPattern(random, grammar);
      const options = { ignoreCase: random(3) === 0, multiline: random(3) === 0 };
      const flags = `${options.ignoreCase ? 'i' : ''}${options.multiline ? 'm' : ''}`;
      const pattern = compiled(source, options);
      const withGroup = countGroups(source) === 1;
      for (let round = 0; round < 4; round++) {
        const text = randomText(random, random(12));
        const expected = allOfV8(source, flags, text, withGroup);
        const found = allOf(pattern, text, withGroup);
        matches += found.length;
        if (JSON.stringify(found) !== JSON.stringify(expected)) {
          differences.push({ seed, source, flags, text, found, expected });
        }
      }
    }
    expect(differences).toEqual([]);
    expect(matches).toBeGreaterThan(2000);
  });
});

describe('what a linear pattern reads beyond JavaScript without flags', () => {
  it.each([
    ['(?i)abc', 'xABc', 1, 4],
    ['(?im)^b', 'a\nB', 2, 3],
    ['(?s)a.b', 'a\nb', 0, 3],
    ['a(?i:b)c', 'abC aBc', 4, 7],
    ['(?i)a(?-i:b)', 'AB Ab', 3, 5],
    ['\\h+', 'a \t\u00a0\nb', 1, 4],
    ['[\\h,]+x', '\n , x', 1, 5],
    ['\\p{Lu}\\p{Ll}+', 'x Émile', 2, 7],
    ['[\\p{L}\\p{Nd}]+', '- a1é', 2, 5],
    ['\\P{L}', 'éa1', 2, 3],
    ['\\pL+', '12ab', 2, 4],
    ['\\p{Script=Greek}+', 'ab αβγ', 3, 6],
    ['(?P<word>z+)', 'azz', 1, 3],
  ])('%s', (source, text, start, end) => {
    expect(compiled(source).find(text, 0)).toMatchObject({ start, end });
  });

  it.each([
    ['\\u{1F600}', 'a😀', 1, 3],
    ['\\uD83D\\uDE00', 'a😀', 1, 3],
    ['😀+', 'a😀😀b', 1, 5],
    ['[😀x]+', 'a😀x😀b', 1, 6],
    ['[\\u{1F600}-\\u{1F64F}]', '\u{1F5FF}\u{1F620}\u{1F650}', 2, 4],
    ['[\\u{1F000}-\\u{1FFFF}]+', '\u{1EFFF}\u{1F000}\u{1F700}\u{1FFFF}\u{20000}', 2, 8],
    ['a.', 'a😀', 0, 2],
    ['[^a]', '😀', 0, 1],
    ['\\uDE00', '😀', 1, 2],
  ])('takes characters beyond U+FFFF as two units: %s', (source, text, start, end) => {
    expect(compiled(source).find(text, 0)).toEqual({ start, end });
  });
});

describe('find', () => {
  it('begins at `from`, though the text before it counts for borders and look-behinds', () => {
    expect(compiled('\\bb').find('ab b', 1)).toEqual({ start: 3, end: 4 });
    expect(compiled('(?<=aa)b').find('aab', 2)).toEqual({ start: 2, end: 3 });
    expect(compiled('^b').find('ab', 1)).toBeUndefined();
  });

  it('ends at `to`, though the text after it counts for borders and look-aheads', () => {
    expect(compiled('a+').find('aaaa', 1, 3)).toEqual({ start: 1, end: 3 });
    expect(compiled('a{3}').find('aaaa', 2, 4)).toBeUndefined();
    expect(compiled('a+$').find('aaaa', 0, 3)).toBeUndefined();
    expect(compiled('a+\\b').find('aaaa', 0, 3)).toBeUndefined();
    expect(compiled('a(?=bc)').find('abc', 0, 1)).toEqual({ start: 0, end: 1 });
    expect(compiled('abc').find('xxabc', 0, 4)).toBeUndefined();
    expect(compiled('ab').find('xxab', 0, 99)).toEqual({ start: 2, end: 4 });
  });

  it('finds nothing where there is no room', () => {
    expect(compiled('a*').find('aa', 3)).toBeUndefined();
    expect(compiled('a*').find('aa', 2, 1)).toBeUndefined();
    expect(compiled('a*').find('', 0)).toEqual({ start: 0, end: 0 });
  });

  it('tells the group of a pattern that has exactly one', () => {
    expect(compiled('id:\\s*(\\d+)').find('x id: 42', 0)).toEqual({
      start: 2,
      end: 8,
      group: { start: 6, end: 8 },
    });
    expect(compiled('(a)(b)').find('ab', 0)).toEqual({ start: 0, end: 2 });
    expect(compiled('(?=(a))a(b)').find('ab', 0)).toEqual({ start: 0, end: 2, group: { start: 1, end: 2 } });
  });

  it('tells the group of a match longer than what is held at a time', () => {
    const text = `${'-'.repeat(3000)}${'a'.repeat(3000)}b${'c'.repeat(3000)}`;
    expect(compiled('a+(b)c+').find(text, 0)).toEqual({
      start: 3000,
      end: 9001,
      group: { start: 6000, end: 6001 },
    });
  });

  it.each([
    ['abc', 3, 3],
    ['a{2,5}|b', 1, 5],
    ['(?:ab?){2}', 2, 4],
    ['a+', 1, Infinity],
    ['\\b(?=x)', 0, 0],
    ['(?:){5}', 0, 0],
    ['\\u{1F600}', 2, 2],
  ])('%s spans from %d to %d units', (source, minLength, maxLength) => {
    expect(compiled(source)).toMatchObject({ source, minLength, maxLength });
  });
});
