import { describe, expect, it } from 'vitest';
import { createDigitMatcher } from '../../src/classify/digit-automaton.ts';

const matches = (pattern: string, text: string): boolean =>
  createDigitMatcher(pattern)(Uint8Array.from(`0${text}0`, Number), 1, 1 + text.length);

const patterns = [
  '',
  '7',
  '12|34|5',
  '(?:1|23)4?',
  '[2-57]\\d',
  '\\d{3}',
  '[19]{2,4}',
  '0?(?:1[2-4]|2(?:3|4{2}))\\d{1,2}',
  '(?:12){2}|1212(?:3|)',
  '1(?:2|23)(?:3|34)?',
];
const texts = Array.from({ length: 12_350 }, (_, value) => String(value)).filter(
  (_, index) => index < 1300 || index % 7 === 0,
);

describe('a digit matcher', () => {
  it.each(patterns)('matches what the regular expression %s matches', (pattern) => {
    const expected = new RegExp(`^(?:${pattern})$`);
    const matcher = createDigitMatcher(pattern);
    const wrong = ['', ...texts].filter(
      (text) => matcher(Uint8Array.from(text, Number), 0, text.length) !== expected.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it('looks at the stretch that it is given only', () => {
    expect(matches('12', '12')).toBe(true);
    expect(matches('012', '12')).toBe(false);
    expect(matches('120', '12')).toBe(false);
  });

  it('stays right when its table grows large and is begun anew', () => {
    const matcher = createDigitMatcher('\\d{0,9}1\\d{12}');
    const expected = /^\d{0,9}1\d{12}$/;
    let seed = 7;
    for (let round = 0; round < 20_000; round++) {
      seed = (seed * 48_271) % 2_147_483_647;
      const text = String(seed).padStart(10, '3') + String(seed % 99_991).padStart(6, '1');
      expect(matcher(Uint8Array.from(text, Number), 0, text.length)).toBe(expected.test(text));
    }
  });

  it.each(['a', '1+', '(1)', '[^1]', '(?:1', '1)', '1{2,}'])('refuses %s, which no plan holds', (pattern) => {
    expect(() => createDigitMatcher(pattern)).toThrow(/numbering plan/);
  });
});
