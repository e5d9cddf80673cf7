import { describe, expect, it } from 'vitest';
import { compileLinear } from '../../../src/classify/regex/linear.ts';

/** Windows as text: a set of one unit as that unit, another as its ranges in brackets; then how far before them the match begins. */
function windowsOf(source: string, ignoreCase = false): readonly string[] | undefined {
  const pattern = compileLinear(source, { ignoreCase, multiline: true });
  if (!pattern.ok) throw new Error(pattern.problem);
  const unit = (code: number | undefined): string => String.fromCharCode(code ?? 0);
  const setText = (set: readonly number[]): string =>
    set.length === 2 && set[0] === set[1]
      ? unit(set[0])
      : `[${set.map((code, place) => (place % 2 === 1 && code === set[place - 1] ? '' : unit(code))).join('')}]`;
  return pattern.value.windows?.map(
    ({ sets, least, most }) => `${sets.map(setText).join('')} ${least}-${most}`,
  );
}

describe('of the windows of an expression every match holds one', () => {
  it.each([
    ['a word', 'contract', ['cont 0-0']],
    ['a word after what is common', '[0-9]{2,4} ?contract', ['cont 2-5']],
    ['a word at no known distance', '.*contract', ['cont 0-Infinity']],
    ['alternatives', '(?:ABC|DE)[0-9]', ['ABC 0-0', 'DE[09] 0-0']],
    ['alternatives with an empty one', 'AB(?:|x)C', ['ABC 0-0', 'ABx 0-0']],
    ['what may be left out', 'Q-?X', ['Q-X 0-0', 'QX 0-0']],
    ['a group that may be left out', '(?:abc)?XYZ', ['XYZ 0-3']],
    ['repeats', 'Z{2}(?:QX)+', ['ZZQ 0-0']],
    ['a group', '([a-z]{3})QQJ', ['QQJ 3-3']],
    ['borders and look-arounds, which do not count', '(?<=abc)\\bXYZ(?!q)', ['XYZ 0-0']],
    ['alternatives of which one is found late', '(?:[a-z]+XYZ|QJK)', ['XYZ 1-Infinity', 'QJK 0-0']],
    ['an end before the window is full', '\\bQ#', ['Q# 0-0']],
    ['digits in a row', '\\d{9}', ['[09][09][09][09][09][09] 0-0']],
  ])('%s: %s', (_, source, windows) => {
    expect(windowsOf(source)).toEqual(windows);
  });

  it('with both cases of letters when case is ignored', () => {
    expect(windowsOf('ké-x', true)).toEqual(['[Kk][Éé]- 0-0']);
  });

  it.each([
    ['what is common in texts', '\\d{3}'],
    ['any word', '\\w+'],
    ['alternatives of which one is common', 'contract|\\d'],
    ['more alternatives than are worth it', 'Ax|Bx|Cx|Dx|Ex|Fx|Gx|Hx|Ix|Jx|Kx|Lx|Mx|Nx|Ox|Px|Qx|Rx'],
    ['what may match nothing', '(?:abc)?'],
    ['a look-around alone', '(?=contract)\\w'],
  ])('there are none for %s: %s', (_, source) => {
    expect(windowsOf(source)).toBeUndefined();
  });

  it('are looked for in a time that does not explode with groups in groups', () => {
    const deep = `${'(?:\\d\\d|\\w\\w?'.repeat(60)}${')'.repeat(60)}`;
    expect(windowsOf(deep)).toBeUndefined();
    expect(windowsOf(`${'(?:(?:QX|'.repeat(15)}ZZ${')ab?)+'.repeat(15)}`)).toBeDefined();
  });
});
