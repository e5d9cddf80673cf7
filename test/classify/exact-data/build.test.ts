import { describe, expect, it } from 'vitest';
import { createExactData } from '../../../src/classify/exact-data/exact-data.ts';
import { exactDataTypeSchema } from '../../../src/shared/exact-data.ts';
import { parse } from '../../../src/shared/result.ts';
import { build, dataOf } from './records.ts';

describe('building exact data', () => {
  it.each([
    { value: 'abc', why: 'too-short' },
    { value: '2024', why: 'too-short' },
    { value: 'A-1', why: 'too-short' },
    { value: 'Test', why: 'placeholder' },
    { value: 'N/A unknown', why: undefined },
    { value: 'unknown', why: 'placeholder' },
    { value: '00000000', why: 'placeholder' },
    { value: 'XXXX-XXXX', why: 'placeholder' },
    { value: '123456789', why: 'placeholder' },
    { value: 'w'.repeat(129), why: 'too-long' },
    { value: 'a b c d e f g h i j k', why: 'too-long' },
    { value: 'C-10023', why: undefined },
    { value: '20241', why: undefined },
  ])('leaves "$value" out: $why', ({ value, why }) => {
    const { kept, refused } = build([{ primary: [value] }]);
    const counts = { 'too-short': 0, 'too-long': 0, placeholder: 0, 'too-common': 0 };
    expect(refused).toEqual(why === undefined ? counts : { ...counts, [why]: 1 });
    expect(kept).toBe(why === undefined ? 1 : 0);
  });

  it('leaves out a value that more than five rows share', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        primary: ['Head Office', `K-${index + 1000}`],
        with: [`${index}`],
      }));
    expect(build(rows(5))).toMatchObject({ kept: 10, refused: { 'too-common': 0 } });
    expect(build(rows(6))).toMatchObject({ kept: 6, refused: { 'too-common': 6 } });
  });

  it('counts equal rows once, and passes over empty values', () => {
    const row = { primary: ['C-10023', ' - '], with: ['Moreau'] };
    expect(build([row, row, row, row, row, row, row])).toMatchObject({
      kept: 1,
      refused: { 'too-common': 0 },
    });
  });

  it('holds nothing of the values, and nothing of the order of the rows', () => {
    const rows = [
      { primary: ['Quetzal-77'], with: ['Zephyrine'] },
      { primary: ['Marmot-4411'], with: ['Ottoline'] },
    ];
    const json = JSON.stringify(build(rows).data).toLowerCase();
    for (const word of ['quetzal', 'marmot', '4411', 'zephyrine', 'ottoline'])
      expect(json).not.toContain(word);
    expect(JSON.stringify(build(rows.toReversed()).data).toLowerCase()).toBe(json);
  });

  it('gives other hashes under another key', () => {
    const rows = [{ primary: ['Quetzal-77'] }];
    const [one, other] = [dataOf(rows), dataOf(rows, { key: 'ab'.repeat(16) })];
    expect(one.rows).not.toBe(other.rows);
    expect(createExactData([other]).find('quetzal 77').hits).toHaveLength(1);
  });

  it('finds each of many thousand values again, and no other', () => {
    const value = (index: number): string => `K${(index * 7919) % 1_000_003}-${index + 10}`;
    const rows = Array.from({ length: 5000 }, (_, index) => ({ primary: [value(index)] }));
    const exact = createExactData([dataOf(rows)]);
    const text = (from: number): string =>
      Array.from({ length: 5000 }, (_, index) => value(from + index)).join(', ');
    expect(exact.find(text(0)).hits).toHaveLength(5000);
    expect(exact.find(text(5000)).hits).toEqual([]);
  });
});

describe('the schema of exact data', () => {
  const { data } = build([{ primary: ['C-10023'], with: ['Moreau'] }]);
  it.each([
    { change: { rows: 'AAAAAAAAAAA=' }, says: 'rows: expected rows of 12 bytes' },
    { change: { rows: 'not base64' }, says: 'rows: expected base64 of 32-bit numbers' },
    { change: { leads: 'AAAAAAAAAAAAAAAA' }, says: 'leads: expected a power of two of numbers' },
    { change: { confirm: 2 }, says: 'confirm: expected no more than there are with_columns' },
    { change: { key: 'secret' }, says: 'key: expected 32 hexadecimal digits' },
    { change: { type: 'CREDIT_CARD' }, says: 'type: expected a name such as CUSTOM:EMPLOYEE_ID' },
    { change: { format: 2 }, says: 'format: ' },
    { change: { lengths: { digits: [], other: [129], with_numbers: [] } }, says: 'lengths.other[0]: ' },
  ])('refuses $change', ({ change, says }) => {
    const parsed = parse(exactDataTypeSchema, { ...data, ...change }, 'bundle');
    expect(parsed.ok ? '' : parsed.problem).toContain(`bundle: ${says}`);
  });

  it('takes what was built', () => {
    expect(parse(exactDataTypeSchema, data, 'bundle').ok).toBe(true);
  });
});
