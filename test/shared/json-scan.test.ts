import { describe, expect, it } from 'vitest';
import { putBack, scanJson } from '../../src/shared/json-scan.ts';
import { countOf, textAt, type TextSpans } from '../../src/shared/text-spans.ts';

const PLACE = { within: 'types', key: 'terms' };
const terms = Array.from({ length: 150 }, (_, index) => `term ${index}`);
const json = JSON.stringify(terms);
const scan = (text: string) => scanJson(text, 64, PLACE);
const textsOf = (spans: TextSpans): string[] =>
  Array.from({ length: countOf(spans) }, (_, place) => textAt(spans, place));

/** What `JSON.parse` gives once the lists are put back, spans as strings again. */
function reassembled(text: string): unknown {
  const scanned = scan(text);
  const value: unknown = JSON.parse(scanned.rest);
  putBack(value, scanned, PLACE);
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && 'bounds' in part ? textsOf(part as TextSpans) : part,
    ),
  );
}

describe('long lists of strings', () => {
  it.each([
    { what: 'one', text: `{"types":[{"terms":${json}}]}`, cut: 1 },
    {
      what: 'two and something between',
      text: `{"types":[{"terms":${json},"a":1},{"terms":${json}}]}`,
      cut: 2,
    },
    {
      what: 'one with spaces and lines',
      text: `{"types" : [ { "terms" :\n${JSON.stringify(terms, null, 2)} } ] }`,
      cut: 1,
    },
    {
      what: 'one beside a string like its key',
      text: `{"types":[{"name":"terms","x":[],"terms":${json}}]}`,
      cut: 1,
    },
    {
      what: 'one with brackets and quotes in it',
      text: `{"types":[{"terms":${JSON.stringify([...terms, '[{', ']}'])}}]}`,
      cut: 1,
    },
  ])('are cut out and put back: $what', ({ text, cut }) => {
    expect(scan(text).lists).toHaveLength(cut);
    expect(scan(text).rest.length).toBeLessThan(200);
    expect(reassembled(text)).toEqual(JSON.parse(text));
  });

  it.each([
    { what: 'a short one', text: '{"types":[{"terms":["a","b"]}]}' },
    { what: 'one with an escape', text: `{"types":[{"terms":${JSON.stringify([...terms, 'a"b'])}}]}` },
    {
      what: 'one with an escaped letter',
      text: `{"types":[{"terms":${json.replace('term 7', String.raw`\u0074erm 7`)}}]}`,
    },
    { what: 'one with a number', text: `{"types":[{"terms":${JSON.stringify([...terms, 1])}}]}` },
    { what: 'one under another key', text: `{"types":[{"words":${json}}]}` },
    { what: 'one that is deeper', text: `{"types":[{"more":{"terms":${json}}}]}` },
    { what: 'one that is not as deep', text: `{"terms":${json}}` },
    { what: 'no list', text: '{"types":[{"terms":"a"}]}' },
  ])('stay where they are: $what', ({ text }) => {
    expect(scan(text)).toMatchObject({ lists: [], rest: text });
    expect(reassembled(text)).toEqual(JSON.parse(text));
  });

  it.each([
    { what: 'ends early', text: `{"types":[{"terms":${json.slice(0, -1)}` },
    { what: 'has a comma too many', text: `{"types":[{"terms":${json.slice(0, -1)},]}]}` },
    {
      what: 'has a line break in a string',
      text: `{"types":[{"terms":${json.replace('term 7"', 'term\n7"')}}]}`,
    },
    { what: 'has an open string', text: `{"types":[{"terms":${json.slice(0, 900)}` },
  ])('that are not JSON are left to the parser: one that $what', ({ text }) => {
    expect(scan(text)).toMatchObject({ lists: [], rest: text });
    expect(() => JSON.parse(text)).toThrow(/JSON/);
  });
});

describe('the depth of a text', () => {
  it.each([
    ['""', 0],
    ['{"a":[[]]}', 3],
    ['["[[[[", "\\"[[["]', 1],
    ['[[],[[]]]', 3],
  ])('%s: %i', (text, deepest) => {
    expect(scanJson(text, 64).deepest).toBe(deepest);
  });

  it('is told once it is too much, without reading on', () => {
    expect(scanJson('['.repeat(1000), 64).deepest).toBe(65);
  });
});
