import { describe, expect, it } from 'vitest';
import { csvRows, delimiterOf } from '../../src/cli/csv.ts';

const rows = (text: string, delimiter: ',' | ';' | '\t' = ','): unknown[] =>
  [...csvRows(text, delimiter)].map((row) => (row.ok ? row.value.fields : row.problem));

describe('CSV rows', () => {
  it.each([
    {
      text: 'a,b\r\n1,2\r\n',
      read: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
    {
      text: 'a,b\n1,2',
      read: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
    {
      text: 'a,b\r1,2\r',
      read: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
    {
      text: 'a,b\n,\n',
      read: [
        ['a', 'b'],
        ['', ''],
      ],
    },
    {
      text: 'a,b\n1,',
      read: [
        ['a', 'b'],
        ['1', ''],
      ],
    },
    { text: 'a\n\n\n1\n', read: [['a'], ['1']] },
    {
      text: '"a","b ""c"" d"\n"1,2","line\nbreak"',
      read: [
        ['a', 'b "c" d'],
        ['1,2', 'line\nbreak'],
      ],
    },
    {
      text: 'a,b\n""," "',
      read: [
        ['a', 'b'],
        ['', ' '],
      ],
    },
    {
      text: 'a,b"c\n1,2',
      read: [
        ['a', 'b"c'],
        ['1', '2'],
      ],
    },
    { text: '', read: [] },
  ])('of $text are $read', ({ text, read }) => {
    expect(rows(text)).toEqual(read);
  });

  it('may be divided by semicolons or tabs', () => {
    expect(rows('a;b,c\n1;2', ';')).toEqual([
      ['a', 'b,c'],
      ['1', '2'],
    ]);
    expect(rows('a\tb\n1\t"2\t3"', '\t')).toEqual([
      ['a', 'b'],
      ['1', '2\t3'],
    ]);
  });

  it.each([
    { text: 'a,b\n1,2\n3\n4,5', problem: 'line 3: expected 2 columns as in the header, there are 1' },
    { text: 'a,b\n"x\ny",2\n3,4,5', problem: 'line 4: expected 2 columns as in the header, there are 3' },
    { text: 'a,b\n1,"2', problem: 'line 2: expected a closing quote' },
    {
      text: 'a\n"1"2\n3',
      problem: 'line 2: expected a delimiter or the end of the line after a closing quote',
    },
  ])('end with the problem, told by its line alone: $problem', ({ text, problem }) => {
    expect(rows(text).at(-1)).toBe(problem);
  });
});

describe('the delimiter', () => {
  it.each([
    { text: 'a,b,c;d\n', delimiter: ',' },
    { text: 'a;b;c,d\n', delimiter: ';' },
    { text: 'a\tb\tc,d\n', delimiter: '\t' },
    { text: '"a;b;c",d\n', delimiter: ',' },
    { text: 'a\n1;2;3', delimiter: ',' },
    { text: '', delimiter: ',' },
  ])('of $text is $delimiter', ({ text, delimiter }) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});
