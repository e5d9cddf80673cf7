import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../src/classify/classifier.ts';
import type { PatternType } from '../../src/classify/pattern-type.ts';
import { tableOf } from '../../src/classify/table.ts';

const ROWS = 200;
const table = (delimiter: string, header = ['Name', 'Badge number', 'Price']) =>
  [
    header,
    ...Array.from({ length: ROWS }, (_, row) => [`n${row}`, `${10_000_000 + row}`, `${20_000_000 + row}`]),
  ]
    .map((cells) => cells.join(delimiter))
    .join('\n');

const badge: PatternType = {
  type: 'BADGE',
  name: 'Badge number',
  patterns: [String.raw`\d{8}`],
  digitsOnly: true,
  rules: [{ confidence: 'medium', needs: [{ keywords: ['badge number'] }] }],
  examples: { match: [], noMatch: [] },
};
const classifier = createClassifierOf([], [badge]);

describe('a table', () => {
  it.each([
    ['tabs', '\t'],
    ['commas', ','],
    ['semicolons', ';'],
    ['bars', '|'],
  ])('with %s gives each cell its header', (_, delimiter) => {
    const text = table(delimiter);
    const place = text.indexOf(`${10_000_000 + ROWS - 1}`);
    const header = tableOf(text)?.headerOf(place);
    expect(text.slice(header?.start, header?.end)).toBe('Badge number');
    expect(tableOf(text)?.headerOf(3)).toBeUndefined();
  });

  it('counts a header as evidence for its own column, however far below', () => {
    const text = table('\t');
    const { findings } = classifier.classify(text);
    const far = findings.filter(({ start }) => start > 600);
    expect(far.length).toBeGreaterThan(ROWS / 2);
    expect(far.every(({ start }) => text[start] === '1')).toBe(true);
  });

  it('reads quoted cells', () => {
    const text = 'name,city,id\n"Doe, Jane",Paris,7\n"Roe, ""R""",Rome,8';
    const header = tableOf(text)?.headerOf(text.length - 1);
    expect(text.slice(header?.start, header?.end)).toBe('id');
  });

  it.each([
    ['prose with commas', 'Dear all, thank you, and see you\nsoon. We will, of course, write.\nBye'],
    ['one line', 'a,b,c'],
    ['numbers in the first line', '1,2,3\n4,5,6'],
    ['rows of other lengths', 'a,b,c\n1,2\n3,4,5'],
    ['nothing', ''],
  ])('is not seen in %s', (_, text) => {
    expect(tableOf(text)).toBeUndefined();
  });
});
