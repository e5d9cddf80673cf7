import { getCountries, getCountryCallingCode, isValidPhoneNumber } from 'libphonenumber-js/max';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import {
  createNationalMatcher,
  isNationalNumber,
  judgeInternational,
  nationalPrefix,
} from '../../src/classify/phone-plans.ts';

/** The plans read digits as numbers, in the middle of others. */
const digitsOf = (text: string) => Uint8Array.from(`7${text}7`, Number);
const judge = (text: string) => judgeInternational(digitsOf(text), 1, 1 + text.length);
const isNational = (text: string, country: string) =>
  isNationalNumber(digitsOf(text), 1, 1 + text.length, country);

/** The library's own example of a mobile number for every country, without national prefix. */
const mobile = createRequire(import.meta.url)('libphonenumber-js/examples.mobile.json') as Record<
  string,
  string
>;
const countries = getCountries().map((country) => ({ country, example: mobile[country] ?? '' }));

describe('the numbering plans', () => {
  it('cover every country of the library', () => {
    expect(countries.length).toBeGreaterThan(200);
  });

  it.each(countries)('know the mobile number of $country, abroad and at home', ({ country, example }) => {
    expect(judge(getCountryCallingCode(country) + example)).toBe('given');
    expect(isNational(example, country)).toBe(true);
  });

  it('agree with the library on international numbers, right and wrong ones', () => {
    const different: string[] = [];
    for (const { country, example } of countries) {
      const whole = getCountryCallingCode(country) + example;
      for (let digit = 0; digit < 10; digit++) {
        const changed = whole.slice(0, -7) + digit + whole.slice(-6);
        for (const number of [changed, `${whole}${digit}`, whole.slice(0, -1)]) {
          const ours = judge(number) === 'given';
          if (ours !== isValidPhoneNumber(`+${number}`)) different.push(number);
        }
      }
    }
    expect(different).toEqual([]);
  });

  it.each([
    ['FR', '0'],
    ['HU', '06'],
    ['US', '1'],
    ['ES', undefined],
    ['XX', undefined],
  ])('know what %s dials first: %s', (country, prefix) => {
    expect(nationalPrefix(country)).toBe(prefix);
  });

  it.each([
    ['0612345678', 'FR', true],
    ['612345678', 'FR', true],
    ['0012345678', 'FR', false],
    ['2025550123', 'CA', true],
    ['1125550123', 'US', false],
    ['0612345678', 'XX', false],
  ])('say of %s in %s: %s', (digits, country, valid) => {
    expect(isNational(digits, country)).toBe(valid);
  });

  it.each([
    ['33123', 'foreign'],
    ['999123456789', 'none'],
    ['33012345678', 'possible'],
    ['80012345678', 'given'],
    ['', 'none'],
    ['0012025550123', 'none'],
  ])('judge %s abroad: %s', (digits, verdict) => {
    expect(judge(digits)).toBe(verdict);
  });

  it.each([
    ['0612345678', 'needed', true],
    ['612345678', 'needed', false],
    ['612345678', 'optional', true],
    ['12025550123', 'needed', true],
    ['2025550123', 'needed', true],
    ['5125550123', 'optional', true],
    ['1125550123', 'optional', false],
  ] as const)(
    'take %s for a number of France or the United States, prefix %s: %s',
    (digits, prefix, valid) => {
      const matches = createNationalMatcher(['FR', 'US', 'XX'], prefix);
      expect(matches(digitsOf(digits), 1, 1 + digits.length)).toBe(valid);
    },
  );
});
