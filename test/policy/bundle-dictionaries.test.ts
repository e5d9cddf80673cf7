import { describe, expect, it } from 'vitest';
import { createDictionaries } from '../../src/classify/dictionary/dictionaries.ts';
import { bundleSchema, parseBundle } from '../../src/policy/bundle.ts';
import { MAX_COMPANY_TYPES } from '../../src/shared/company-types.ts';
import { MAX_DICTIONARY_TERMS, type DictionaryType } from '../../src/shared/dictionary.ts';
import { parse, type Result } from '../../src/shared/result.ts';
import { countOf } from '../../src/shared/text-spans.ts';
import { codeNames } from '../fakes/company-types.ts';
import { bundleObject } from '../fakes/signed-bundles.ts';

/** Enough terms that they are not made into strings one by one. */
const many = [
  ...Array.from({ length: 300 }, (_, index) => `kestrel${index}`),
  'Grey Heron',
  'grey  heron',
  'Operation Grey Heron',
  'Crème brûlée',
  'Q&A',
  'C++',
  'straße',
  'ΣΊΣΥΦΟΣ',
  'проект «Цапля»',
  '白鹭计划',
  'ﬁnal_report-7',
  ' padded ',
  `${'long '.repeat(15)}phrase`,
];
const bundle = (terms: readonly unknown[], change: object = {}) =>
  bundleObject({ types: [{ ...codeNames, terms, ...change }] });

const problemOf = (result: Result<unknown>): string => (result.ok ? '' : result.problem);
function dictionaryIn(result: ReturnType<typeof parseBundle>): DictionaryType {
  if (!result.ok) throw new Error(result.problem);
  const [type] = result.value.types;
  if (type === undefined || !('kind' in type) || type.kind !== 'dictionary') throw new Error('no dictionary');
  return type;
}

const TEXT = `Kestrel7 and kestrel299: Grey-Heron, operation grey heron; CRÈME  BRÛLÉE? Our q&a, in c++.
  STRASSE, straße. Σίσυφος. Проект «Цапля». 关于白鹭计划的预算. Final Report 7. padded. ${'LONG '.repeat(15)}Phrase`;

describe('a large dictionary of a bundle', () => {
  it.each([false, true])(
    'finds what it would find as a list of strings; case told apart: %s',
    (exact_case) => {
      const read = dictionaryIn(parseBundle(JSON.stringify(bundle(many, { exact_case })), 'bundle.json'));
      const plain = dictionaryIn(parse(bundleSchema, bundle(many, { exact_case }), 'bundle.json'));
      expect('bounds' in read.terms).toBe(true);
      expect('bounds' in plain.terms).toBe(false);
      const found = createDictionaries([read]).find(TEXT);
      expect(found).toEqual(createDictionaries([plain]).find(TEXT));
      expect(found.hits.length).toBeGreaterThan(exact_case ? 2 : 12);
    },
  );

  it('may have its terms escaped, as some programs write them', () => {
    const text = JSON.stringify(bundle([...many, 'Zürich'])).replace('Zürich', String.raw`Z\u00fcrich`);
    const { terms } = dictionaryIn(parseBundle(text, 'bundle.json'));
    expect(countOf(terms)).toBe(many.length + 1);
    expect(terms).toContain('Zürich');
  });

  it.each([
    { what: 'a term without letters', terms: [...many, '--'] },
    { what: 'an empty term', terms: [...many, ''] },
    { what: 'a term that is too long', terms: ['x'.repeat(101), ...many] },
    { what: 'several wrong terms', terms: ['!', ...many, '?', ''] },
    { what: 'a term that is no text', terms: [...many, 7] },
    { what: 'too many terms', terms: Array.from({ length: MAX_DICTIONARY_TERMS + 1 }, () => 'a') },
    { what: 'no terms', terms: [] },
  ])('is refused in the same words as a list of strings: $what', ({ terms }) => {
    const problem = problemOf(parseBundle(JSON.stringify(bundle(terms)), 'bundle.json'));
    expect(problem).toMatch(/^bundle\.json: types\[0\]\.terms/);
    expect(problem).toBe(problemOf(parse(bundleSchema, bundle(terms), 'bundle.json')));
  });

  it('is refused when it stands twice in one type', () => {
    const text = JSON.stringify(bundle(many)).replace('"terms":', `"terms":${JSON.stringify(many)},"terms":`);
    expect(problemOf(parseBundle(text, 'bundle.json'))).toBe(
      'bundle.json: the member "terms" stands twice in one object; keep one of them',
    );
  });
});

it('a bundle has room for 500 types with patterns and 50 dictionaries', () => {
  const types = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...codeNames, type: `CUSTOM:D${index}` }));
  expect(problemOf(parse(bundleSchema, bundleObject({ types: types(550) }), 'b'))).toBe('');
  expect(problemOf(parse(bundleSchema, bundleObject({ types: types(MAX_COMPANY_TYPES + 1) }), 'b'))).toMatch(
    /^b: types: /,
  );
});
