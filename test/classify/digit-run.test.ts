import { describe, expect, it } from 'vitest';
import {
  createRunReader,
  digitsOf,
  isSpelledOut,
  MAX_GROUP_DIGITS,
  MAX_GROUPS,
  numberAt,
  type DigitRun,
  type DigitWindow,
} from '../../src/classify/digit-run.ts';

const wholeOf = (run: DigitRun): DigitWindow => ({
  run,
  first: 0,
  groups: run.groups,
  count: run.digitsBefore[run.groups] ?? 0,
  start: run.starts[0] ?? 0,
  end: run.ends[run.groups - 1] ?? 0,
});

function groupsOf(text: string, from = 0): readonly string[] {
  const run = createRunReader()(text, from);
  return Array.from({ length: run.groups }, (_, group) => text.slice(run.starts[group], run.ends[group]));
}

describe('a run of digits', () => {
  it.each<[string, string[], number?]>([
    ['12', ['12']],
    ['12 34', ['12', '34']],
    ['12  34', ['12']],
    ['(0)6 12', ['0', '6', '12'], 1],
    ['1 - 2 / 3', ['1', '2', '3']],
    ['1,2', ['1']],
    ['1\n2', ['1']],
    ['1\u00a02\u20113', ['1', '2', '3']],
    ['1.', ['1']],
  ])('in %j has the groups %j', (text, groups, from = 0) => {
    expect(groupsOf(text, from)).toEqual(groups);
  });

  it('holds its digits as numbers, all groups in a row', () => {
    const window = wholeOf(createRunReader()('x 2024-01.5', 2));
    expect(Array.from(window.run.digits.subarray(0, window.count))).toEqual([2, 0, 2, 4, 0, 1, 5]);
    expect(numberAt(window, 2, 7)).toBe(24_015);
    expect(digitsOf('x 2024-01.5', window)).toBe('2024015');
  });

  it('is read anew into the same object', () => {
    const read = createRunReader();
    read('999 888', 0);
    const window = wholeOf(read('12', 0));
    expect([window.groups, window.count, numberAt(window, 0, 2)]).toEqual([1, 2, 12]);
  });

  it('counts no more digits of one group than anyone asks for', () => {
    const text = `${'7'.repeat(5000)} 12`;
    const run = createRunReader()(text, 0);
    expect([run.groups, run.ends[0], run.digitsBefore[1]]).toEqual([2, 5000, MAX_GROUP_DIGITS]);
    expect([run.digits[MAX_GROUP_DIGITS], run.digits[MAX_GROUP_DIGITS + 1]]).toEqual([1, 2]);
  });

  it('is cut where more groups follow than fit', () => {
    const run = createRunReader()('1 '.repeat(100).trimEnd(), 0);
    expect([run.groups, run.cut]).toEqual([MAX_GROUPS, true]);
    expect(createRunReader()('1 '.repeat(MAX_GROUPS).trimEnd(), 0).cut).toBe(false);
  });

  it.each([
    ['1 2 3', true],
    ['1-2-3', false],
    ['1 2 34', false],
    ['1', false],
  ])('%s is spelled out digit by digit: %s', (text, spelled) => {
    expect(isSpelledOut(wholeOf(createRunReader()(text, 0)))).toBe(spelled);
  });
});
