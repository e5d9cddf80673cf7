import { describe, expect, it } from 'vitest';
import { confirmedHits } from '../../../src/classify/exact-data/confirm.ts';
import { createExactData, MAX_EXACT_HITS } from '../../../src/classify/exact-data/exact-data.ts';
import {
  createExactTable,
  findPrimaries,
  type ExactTable,
} from '../../../src/classify/exact-data/look-up.ts';
import { WORDS_PER_CHECK } from '../../../src/classify/finder.ts';
import { dataOf } from './records.ts';

const customers = dataOf([
  { primary: ['C-10023', 'ines.moreau@atelier-nord.example'], with: ['Moreau', '1984-02-11'] },
  { primary: ['C-10024', 'k.obi@lagos.example'], with: ['Obi', '1990-07-30'] },
  { primary: ['778 120 456', ''], with: ['van der Velde', '03/04/1971'] },
  { primary: ['Żaneta Król', ''], with: ['0048 22 555 01 99', ''] },
  { primary: ['王小明', ''], with: ['', '1966-12-01'] },
]);
const found = (text: string, data = customers): string[] =>
  createExactData([data])
    .find(text)
    .hits.map(({ start, end, confidence }) => `${text.slice(start, end)}: ${confidence}`);

describe('primary values', () => {
  it.each([
    { text: 'Ticket of C-10023 today', hit: 'C-10023' },
    { text: 'Ticket of c10023 today', hit: 'c10023' },
    { text: 'Ticket of C 10023.', hit: 'C 10023' },
    { text: 'id=C_10024;', hit: 'C_10024' },
    { text: 'mail INES.MOREAU@ATELIER-NORD.EXAMPLE now', hit: 'INES.MOREAU@ATELIER-NORD.EXAMPLE' },
    { text: 'no. 778120456', hit: '778120456' },
    { text: 'no. 77 81 20 456', hit: '77 81 20 456' },
    { text: 'no. 778-120-456, please', hit: '778-120-456' },
    { text: 'called żaneta król yesterday', hit: 'żaneta król' },
    { text: 'called Z\u0307ANETA KRO\u0301L yesterday', hit: 'Z\u0307ANETA KRO\u0301L' },
    { text: '客户王小明的订单', hit: '王小明' },
    { text: 'Ｃ－１００２３', hit: 'Ｃ－１００２３' },
  ])('are found however they are written: "$text"', ({ text, hit }) => {
    expect(found(text)).toEqual([`${hit}: low`]);
  });

  it.each([
    'Ticket of C-10025',
    'XC-10023',
    'C-100234',
    'C\n10023',
    'C\t10023',
    'C;10023',
    '"C"10023',
    'C -- 10023',
    'no. 778120457',
    'no. 1778120456',
    'moreau@atelier-nord.example',
    'Żaneta',
    'Król Żaneta',
    '王小',
    '',
  ])('are not found in "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('tells distinct values apart by their hash, which is no text', () => {
    const { hits } = createExactData([customers]).find('C-10023, c 10023 and C-10024');
    const values = hits.map(({ value }) => value);
    expect(new Set(values).size).toBe(2);
    expect(values[0]).toBe(values[1]);
    for (const value of values) expect(value).toMatch(/^[0-9a-f]{16}$/);
  });

  it('are worth what the file says when they stand alone', () => {
    const data = dataOf([{ primary: ['C-10023'] }], { alone: 'medium' });
    expect(found('C-10023', data)).toEqual(['C-10023: medium']);
  });

  it('are found for every type', () => {
    const other = dataOf([{ primary: ['P-555-01'] }], { type: 'CUSTOM:PROJECT', key: 'f'.repeat(32) });
    const { hits } = createExactData([customers, other]).find('C-10023 works on P-555-01');
    expect(hits.map(({ type }) => type)).toEqual(['CUSTOM:CUSTOMER', 'CUSTOM:PROJECT']);
  });
});

describe('values of the same row', () => {
  it.each([
    'C-10023 is Moreau',
    'MOREAU, Ines (c10023)',
    'C-10023 born 1984-02-11',
    'C-10023 born 11/02/1984',
    'C-10023 born 2/11/1984',
    'C-10023 born 11.2.1984',
    'C-10023,Ines,Moreau,11.02.1984',
    '778120456 Van Der Velde',
    '778120456 van-der-velde',
    'Żaneta Król, tel. 0048225550199',
    'Żaneta Król, tel. 0048 22 5550 199',
    '王小明 1966/12/1',
  ])('confirm it within the proximity: "%s"', (text) => {
    expect(found(text)).toEqual([expect.stringMatching(/: high$/)]);
  });

  it.each([
    'C-10023 is Obi',
    'C-10023 is Moreaux',
    'C-10023 born 1984-02-12',
    'C-10023 born 1990-07-30',
    '778120456 van der',
    '王小明 1966-13-01',
  ])('of another row, or something else, do not: "%s"', (text) => {
    expect(found(text)).toEqual([expect.stringMatching(/: low$/)]);
  });

  it.each([
    { units: 299, confidence: 'high' },
    { units: 300, confidence: 'low' },
  ])('count when less than 300 characters lie between: $units', ({ units, confidence }) => {
    const gap = ' '.padEnd(units, '. ');
    expect(found(`C-10023${gap}Moreau`)).toEqual([`C-10023: ${confidence}`]);
    expect(found(`Moreau${gap}C-10023`)).toEqual([`C-10023: ${confidence}`]);
  });

  it('may be dates with day and month in either order', () => {
    expect(found('王小明 1966-01-12')).toEqual(['王小明: high']);
  });

  it('must be as many as the file says', () => {
    const data = dataOf([{ primary: ['C-10023'], with: ['Moreau', '1984-02-11'] }], { confirm: 2 });
    expect(found('C-10023 Moreau', data)).toEqual(['C-10023: low']);
    expect(found('C-10023 Moreau 11.02.1984', data)).toEqual(['C-10023: high']);
  });

  it('are looked for in every row that has the same primary value', () => {
    const data = dataOf([
      { primary: ['Maria Rossi'], with: ['Torino'] },
      { primary: ['Maria Rossi'], with: ['Bari'] },
    ]);
    expect(found('Maria Rossi, Bari', data)).toEqual(['Maria Rossi: high']);
    expect(found('Maria Rossi, Torino', data)).toEqual(['Maria Rossi: high']);
    expect(found('Maria Rossi, Roma', data)).toEqual(['Maria Rossi: low']);
  });

  it('do not count inside the value itself, and empty ones never', () => {
    const data = dataOf([{ primary: ['Anna Weiss'], with: ['Weiss', ''] }]);
    expect(found('Anna Weiss', data)).toEqual(['Anna Weiss: low']);
    expect(found('Anna Weiss, Weiss', data)).toEqual(['Anna Weiss: high']);
  });

  it('confirm each of many hits by its own row', () => {
    const rows = Array.from({ length: 500 }, (_, index) => ({
      primary: [`K${index + 100_000}`],
      with: [`name${index}x`],
    }));
    const text = rows
      .map((row, index) => `${row.primary[0]},${index % 2 ? row.with[0] : 'nobody'}`)
      .join('\n');
    const { hits } = createExactData([dataOf(rows, { proximity: 12 })]).find(text);
    expect(hits).toHaveLength(500);
    expect(hits.map(({ confidence }) => confidence === 'high')).toEqual(
      rows.map((_, index) => index % 2 === 1),
    );
  });
});

describe('hostile texts', () => {
  /** Counts what is hashed from now on. */
  function counting(table: ExactTable): { bytes: number } {
    const counts = { bytes: 0 };
    const hash = table.hash.hash.bind(table.hash);
    table.hash.hash = (bytes, start, end) => {
      counts.bytes += end - start;
      hash(bytes, start, end);
    };
    return counts;
  }
  // A value that begins with `a`, so that runs of words are put together at every word; long values; short numbers.
  const nasty = dataOf([
    { primary: [`a ${'b'.repeat(100)}`], with: ['a'] },
    { primary: ['abca'], with: ['abca'] },
    { primary: ['111112'], with: ['1'] },
    ...Array.from({ length: 60 }, (_, length) => ({ primary: [`a-${'c'.repeat(length + 3)}`], with: ['1'] })),
  ]);

  it.each([
    { what: 'leads of values', unit: 'a ' },
    { what: 'values', unit: 'abca ' },
    { what: 'short groups of digits', unit: '1 ' },
    { what: 'dates', unit: '1.1.1950 ' },
    { what: 'one endless word', unit: 'a' },
    { what: 'marks', unit: '\u0301' },
    { what: 'halves of surrogate pairs', unit: '\ud835' },
    { what: 'ideographs', unit: '王' },
  ])('cost the same for each unit however long they are: $what', ({ unit }) => {
    const bytesFor = (units: number): number => {
      const table = createExactTable(nasty);
      const counts = counting(table);
      const text = unit.repeat(units / unit.length);
      const { hits } = findPrimaries(table, text, MAX_EXACT_HITS, () => false);
      confirmedHits(table, text, hits);
      return counts.bytes;
    };
    const [small, large] = [bytesFor(20_000), bytesFor(80_000)];
    expect(large).toBeLessThan(small * 4.2 + 1000);
    expect(large).toBeLessThan(80_000 * 300);
  });

  it('hash each word of ordinary text once', () => {
    const table = createExactTable(customers);
    const counts = counting(table);
    const words = 'the committee will meet again before lunch ';
    findPrimaries(table, words.repeat(1000), MAX_EXACT_HITS, () => false);
    expect(counts.bytes).toBeLessThanOrEqual(words.replaceAll(' ', '').length * 1000);
  });

  it('end when the time is up, and say so', () => {
    let asked = 0;
    const text = 'C-10023 '.repeat(WORDS_PER_CHECK * 4);
    const result = createExactData([customers]).find(text, () => ++asked === 2);
    expect(result.complete).toBe(false);
    expect(result.hits.length).toBeGreaterThan(WORDS_PER_CHECK / 2);
    expect(result.hits.length).toBeLessThanOrEqual(WORDS_PER_CHECK);
    expect(asked).toBe(2);
  });

  it('end after very many hits, and say so', () => {
    const result = createExactData([nasty]).find('abca '.repeat(MAX_EXACT_HITS + 10));
    expect(result.hits.length).toBe(MAX_EXACT_HITS);
    expect(result.complete).toBe(false);
  });

  it('cost nothing without types', () => {
    let asked = 0;
    const result = createExactData([]).find('word '.repeat(100_000), () => ++asked > 0);
    expect(result).toEqual({ hits: [], complete: true });
    expect(asked).toBe(0);
  });
});
