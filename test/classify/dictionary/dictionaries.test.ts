import { describe, expect, it } from 'vitest';
import { createDictionaries, MAX_TERM_HITS } from '../../../src/classify/dictionary/dictionaries.ts';
import { WORDS_PER_CHECK } from '../../../src/classify/finder.ts';
import {
  dictionaryTypeSchema,
  MAX_DICTIONARY_TERMS,
  type DictionaryType,
} from '../../../src/shared/dictionary.ts';
import { parse } from '../../../src/shared/result.ts';

const dictionary = (terms: readonly string[], change: Partial<DictionaryType> = {}): DictionaryType =>
  dictionaryTypeSchema.parse({
    kind: 'dictionary',
    type: 'CUSTOM:CODE_NAME',
    name: 'Code names',
    terms,
    ...change,
  });

const foundBy = (terms: readonly string[], text: string, change: Partial<DictionaryType> = {}): string[] =>
  createDictionaries([dictionary(terms, change)])
    .find(text)
    .hits.map(({ start, end }) => text.slice(start, end));

describe('terms', () => {
  it.each([
    { term: 'Kestrel', text: 'about KESTREL.', hit: 'KESTREL' },
    { term: 'kestrel', text: 'Kestrel’s budget', hit: 'Kestrel' },
    { term: 'Operation Grey Heron', text: 'operation  grey\nheron', hit: 'operation  grey\nheron' },
    { term: 'Operation Grey Heron', text: 'OPERATION_GREY-HERON.docx', hit: 'OPERATION_GREY-HERON' },
    { term: 'grey-heron', text: 'a grey heron', hit: 'grey heron' },
    { term: 'Crème Brûlée', text: 'CRE\u0300ME BRU\u0302LE\u0301E', hit: 'CRE\u0300ME BRU\u0302LE\u0301E' },
    { term: 'Q&A', text: 'our q&a today', hit: 'q&a' },
    { term: 'C++', text: 'in c++, mostly', hit: 'c++' },
    { term: '.NET', text: 'on .net now', hit: '.net' },
    { term: "O'Hara", text: 'by O’Hara', hit: 'O’Hara' },
    { term: 'Salt, Pepper & Co', text: 'for salt, pepper & co only', hit: 'salt, pepper & co' },
    { term: '白鹭计划', text: '关于白鹭计划的预算', hit: '白鹭计划' },
    { term: '대외비', text: '이 문서는 대외비입니다', hit: '대외비' },
    { term: 'เอกสารลับ', text: 'นี่คือเอกสารลับของบริษัท', hit: 'เอกสารลับ' },
    { term: 'проект «Цапля»', text: 'Проект «Цапля»: итоги', hit: 'Проект «Цапля»' },
    { term: 'سري للغاية', text: 'الملف سري للغاية، شكرا', hit: 'سري للغاية' },
    { term: 'Kestrel', text: '代号Kestrel项目', hit: 'Kestrel' },
    { term: 'Tiếng Việt', text: 'nói TIẾNG-VIỆT.', hit: 'TIẾNG-VIỆT' },
    { term: 'საიდუმლო', text: 'ეს საიდუმლოა, საიდუმლო', hit: 'საიდუმლო' },
    { term: 'con\u00adfidential', text: 'confi\u200bdential', hit: 'confi\u200bdential' },
  ])('"$term" is found in "$text"', ({ term, text, hit }) => {
    expect(foundBy([term], text)).toEqual([hit]);
  });

  it.each([
    { term: 'Kestrel', text: 'kestrels are birds' },
    { term: 'Kestrel', text: 'Kestrel2' },
    { term: 'Operation Grey Heron', text: 'operation, grey heron' },
    { term: 'Operation Grey Heron', text: 'operation grey' },
    { term: 'Operation Grey Heron', text: 'operation grey grey heron' },
    { term: 'Operation Grey Heron', text: 'operation     grey heron' },
    { term: 'Q&A', text: 'q a' },
    { term: 'C++', text: 'c and c#' },
    { term: '.NET', text: 'net worth' },
    { term: '白鹭计划', text: '白鹭。计划' },
    { term: '白鹭计划', text: '白鹭计' },
    { term: 'Crème', text: 'creme' },
  ])('"$term" is not found in "$text"', ({ term, text }) => {
    expect(foundBy([term], text)).toEqual([]);
  });

  it('tell upper and lower case apart when asked to', () => {
    expect(
      foundBy(['Apple', 'US Sales'], 'apple Apple APPLE us sales US Sales', { exact_case: true }),
    ).toEqual(['Apple', 'US Sales']);
  });

  it('are found one inside the other and one after the other', () => {
    expect(foundBy(['grey heron', 'heron', 'heron grey'], 'grey heron grey heron').toSorted()).toEqual([
      'grey heron',
      'grey heron',
      'heron',
      'heron',
      'heron grey',
    ]);
  });

  it('may be phrases of many words', () => {
    const term = Array.from({ length: 50 }, (_, index) => 'abcdefghij'[index % 10]).join(' ');
    expect(foundBy([term], `x ${term} y`)).toEqual([term]);
    expect(foundBy([term], `x ${term.slice(0, -1)}z y`)).toEqual([]);
  });

  it('are found wherever the reader of words moves its bytes', () => {
    const text = 'filler grey heron '.repeat(5000);
    expect(foundBy(['grey heron'], text)).toHaveLength(5000);
  });

  it('may be a hundred thousand, found in one pass', () => {
    const name = (index: number): string => `${'bcdfghjklm'[index % 10]}ova${index.toString(36)} team`;
    const terms = Array.from({ length: MAX_DICTIONARY_TERMS }, (_, index) => name(index));
    const text = Array.from(
      { length: 2000 },
      (_, index) => `${name(index * 50)}, ${name(index + 200_000)}`,
    ).join('; ');
    expect(foundBy(terms, text)).toHaveLength(2000);
  });
});

describe('confidence', () => {
  const terms = ['heron', 'kestrel', 'osprey'];
  it.each([
    { text: 'heron heron heron', confidence: 'low' },
    { text: 'heron kestrel', confidence: 'medium' },
    { text: 'heron kestrel osprey', confidence: 'high' },
  ])('grows with the number of different terms: "$text" is $confidence', ({ text, confidence }) => {
    const { hits } = createDictionaries([dictionary(terms, { medium_at: 2, high_at: 3 })]).find(text);
    expect(new Set(hits.map((hit) => hit.confidence))).toEqual(new Set([confidence]));
  });

  it('is counted for each dictionary, and by term', () => {
    const both = createDictionaries([
      dictionary(['heron', 'HERON', 'grey heron'], { high_at: 2 }),
      dictionary(['heron'], { type: 'CUSTOM:BIRD', high_at: 2 }),
    ]);
    const { hits } = both.find('heron Heron');
    expect(hits.map(({ type, confidence }) => `${type} ${confidence}`)).toEqual([
      'CUSTOM:CODE_NAME medium',
      'CUSTOM:BIRD medium',
      'CUSTOM:CODE_NAME medium',
      'CUSTOM:BIRD medium',
    ]);
    expect(new Set(hits.map(({ value }) => value)).size).toBe(1);
    expect(hits[0]?.value).toMatch(/^[0-9a-f]+$/);
  });
});

describe('the schema of dictionaries', () => {
  it.each([
    { change: { terms: [] }, says: 'terms: ' },
    { change: { terms: ['ok', '!!!'] }, says: 'terms[1]: expected at least one letter or digit' },
    { change: { terms: ['a'.repeat(101)] }, says: 'terms[0]: ' },
    { change: { medium_at: 5, high_at: 4 }, says: 'high_at: expected no less than medium_at' },
    { change: { type: 'BIRD' }, says: 'type: expected a name such as' },
  ])('refuses $change', ({ change, says }) => {
    const parsed = parse(dictionaryTypeSchema, { ...dictionary(['heron']), ...change }, 'bundle');
    expect(parsed.ok ? '' : parsed.problem).toContain(`bundle: ${says}`);
  });
});

describe('hostile texts', () => {
  it('end when the time is up, and say so', () => {
    let asked = 0;
    const result = createDictionaries([dictionary(['heron'])]).find(
      'heron '.repeat(WORDS_PER_CHECK * 5),
      () => ++asked === 2,
    );
    expect([asked, result.complete]).toEqual([2, false]);
    expect(result.hits).toHaveLength(WORDS_PER_CHECK * 2 - 1);
  });

  it('end after very many hits, and say so', () => {
    const result = createDictionaries([dictionary(['a'])]).find('a '.repeat(MAX_TERM_HITS + 5));
    expect([result.hits.length, result.complete]).toEqual([MAX_TERM_HITS, false]);
  });

  it('cost nothing without types', () => {
    let asked = 0;
    expect(createDictionaries([]).find('heron '.repeat(50_000), () => ++asked > 0)).toEqual({
      hits: [],
      complete: true,
    });
    expect(asked).toBe(0);
  });
});
