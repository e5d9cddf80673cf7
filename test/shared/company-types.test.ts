import { describe, expect, it } from 'vitest';
import { companyTypesSchema, kindOf } from '../../src/shared/company-types.ts';
import { parse } from '../../src/shared/result.ts';
import { berthType, codeNames, everyKind } from '../fakes/company-types.ts';

const problemOf = (types: unknown): string => {
  const parsed = parse(companyTypesSchema, types, 'bundle.json');
  return parsed.ok ? '' : parsed.problem;
};
const [, customers, handbook] = everyKind();

describe("a company's own types", () => {
  it('are of four kinds in one list', () => {
    const parsed = parse(companyTypesSchema, everyKind(), 'types');
    expect(parsed.ok && parsed.value.map(kindOf)).toEqual([
      'pattern',
      'exact_data',
      'fingerprint',
      'dictionary',
    ]);
  });

  it.each([
    {
      what: 'a pattern type without patterns',
      entry: { ...berthType, patterns: [] },
      says: 'bundle.json: [0].patterns: ',
    },
    {
      what: 'a table with a key that is none',
      entry: { ...customers, key: 'secret' },
      says: 'bundle.json: [0].key: expected 32 hexadecimal digits',
    },
    {
      what: 'a table of a later format',
      entry: { ...customers, format: 2 },
      says: 'bundle.json: [0].format: ',
    },
    {
      what: 'documents without any',
      entry: { ...handbook, documents: [] },
      says: 'bundle.json: [0].documents: ',
    },
    {
      what: 'a dictionary that has an unknown key',
      entry: { ...codeNames, words: [] },
      says: 'bundle.json: [0]: Unrecognized key: "words"',
    },
    {
      what: 'a dictionary of terms without letters',
      entry: { ...codeNames, terms: ['--'] },
      says: 'bundle.json: [0].terms[0]: expected at least one letter or digit',
    },
    {
      what: 'a kind that is not known',
      entry: { ...codeNames, kind: 'dictionaries' },
      says: 'bundle.json: [0].kind: expected exact_data, fingerprint or dictionary; leave it out for a type with patterns',
    },
    { what: 'what is no object', entry: 'CUSTOM:BERTH', says: 'bundle.json: [0]: ' },
  ])('tell the problem of their own kind: $what', ({ entry, says }) => {
    const problem = problemOf([entry]);
    expect(problem).toContain(says);
    expect(problem).not.toContain('more)');
  });

  it.each([
    {
      what: 'short name, of another kind',
      types: [berthType, { ...codeNames, type: 'CUSTOM:BERTH' }],
      says: '[1].type: expected it used once',
    },
    {
      what: 'GUID, in another case',
      types: [berthType, { ...berthType, type: 'CUSTOM:OTHER', id: berthType.id.toUpperCase() }],
      says: '[1].id: expected it used once',
    },
  ])('use each name once: $what', ({ types, says }) => {
    expect(problemOf(types)).toContain(says);
  });

  it('never repeat a value in a problem', () => {
    expect(problemOf([{ ...codeNames, terms: ['Grey Heron', 7] }])).not.toContain('Heron');
  });
});
