import { describe, expect, it } from 'vitest';
import { keywordsOf } from '../../../src/classify/custom/elements.ts';
import { createKeywordMatcher } from '../../../src/classify/custom/keyword-matcher.ts';
import type { KeywordList } from '../../../src/shared/custom-type.ts';

const find = (lists: readonly KeywordList[], text: string, limit = 100) => {
  const { lists: found, complete } = createKeywordMatcher(lists.map(keywordsOf))(text, limit);
  return {
    complete,
    words: found.map(({ starts, ends }) => starts.map((start, place) => text.slice(start, ends[place]))),
  };
};

describe('keywords', () => {
  it.each<{ list: KeywordList; text: string; finds: string[] }>([
    { list: ['badge'], text: 'Badge, BADGE; badges', finds: ['Badge', 'BADGE'] },
    {
      list: ['staff number'],
      text: 'staff  number and Staff\nNumber',
      finds: ['staff  number', 'Staff\nNumber'],
    },
    { list: ['staff number'], text: 'staffnumber staff-number', finds: [] },
    { list: ['employee'], text: 'employee_id,employee1', finds: ['employee'] },
    { list: ['pass', 'passport number', 'passport'], text: 'a passport number', finds: ['passport number'] },
    { list: ['aba#'], text: 'aba#123 xaba#1', finds: ['aba#'] },
    { list: ['(en)'], text: 'maatregel(en)', finds: ['(en)'] },
    { list: ['naïve'], text: 'NAÏVE', finds: ['NAÏVE'] },
    { list: ["citizen's"], text: 'citizen’s', finds: ['citizen’s'] },
    { list: ['e-mail'], text: 'e‑mail', finds: ['e‑mail'] },
    { list: ['番号'], text: '社員番号は', finds: ['番号'] },
    { list: { anywhere: ['card'] }, text: 'discard CARDS', finds: ['card', 'CARD'] },
    { list: { anywhere: [' open'] }, text: 'reopen open', finds: [' open'] },
    { list: [{ text: 'ID', exact_case: true }], text: 'id Id ID', finds: ['ID'] },
    { list: ['x'], text: 'x', finds: ['x'] },
    { list: ['xy', 'xyz'], text: 'xyz xy', finds: ['xyz', 'xy'] },
    { list: ['a b'], text: 'a b, a   b', finds: ['a b', 'a   b'] },
    { list: ['ab c'], text: 'ab c, ab \n c', finds: ['ab c', 'ab \n c'] },
    { list: ['abc d'], text: 'abc d, abc  d', finds: ['abc d', 'abc  d'] },
    { list: ['a b c d'], text: 'a b  c d', finds: ['a b  c d'] },
    { list: { anywhere: [' a b'] }, text: 'x  a  b', finds: [' a  b'] },
    { list: ['word'], text: 'wore word', finds: ['word'] },
    { list: { words: ['plan'], anywhere: ['計画'] }, text: 'plan 新計画 planet', finds: ['plan', '計画'] },
  ])('$list in "$text" are $finds', ({ list, text, finds }) => {
    expect(find([list], text).words).toEqual([finds]);
  });

  it('of several lists are told apart, and the longest of one list counts where they overlap', () => {
    const { words } = find([['card', 'credit card'], ['card']], 'a credit card');
    expect(words).toEqual([['credit card'], ['card']]);
  });

  it('are not looked for further once there are too many, which is told', () => {
    const { words, complete } = find([['a']], 'a a a a', 2);
    expect([words[0]?.length, complete]).toEqual([2, false]);
  });

  it('are not looked for further once the time is over, which is told', () => {
    const match = createKeywordMatcher([keywordsOf(['end'])]);
    const text = `${'x'.repeat(200_000)} end`;
    expect(match(text, 10, () => true)).toEqual({ lists: [{ starts: [], ends: [] }], complete: false });
    expect(match(text, 10, () => false).lists[0]?.starts).toEqual([200_001]);
  });
});
