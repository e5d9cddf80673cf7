import { describe, expect, it } from 'vitest';
import { createBuiltIns } from '../../../src/classify/custom/built-ins.ts';
import type { PatternType } from '../../../src/classify/pattern-type.ts';

/** A made-up type of ours under Microsoft's GUID of the Dutch citizen number. */
const dutch: PatternType = {
  type: 'NATIONAL_ID:NL_BSN',
  name: 'Dutch citizen number',
  purview: { name: 'BSN', id: 'C5F54253-EF7E-44F6-A578-440ED67E946D' },
  patterns: ['\\d{9}', '\\d{4}\\.\\d{2}\\.\\d{3}'],
  check: { name: 'even', holds: (compact) => Number(compact) % 2 === 0 },
  rules: [],
  examples: { match: [], noMatch: [] },
};
const builtIn = createBuiltIns([dutch]);

const find = (name: string, text: string): string[] | undefined => {
  const found = builtIn(name);
  if (found?.kind !== 'function') return undefined;
  return found.find?.(text).map(({ start, end }) => text.slice(start, end));
};

describe('Func_us_date', () => {
  it.each([
    { text: 'on Dec 2, 2016.', finds: ['Dec 2, 2016'] },
    { text: 'December 2nd 2016; dec-02-16', finds: ['December 2nd 2016', 'dec-02-16'] },
    { text: '12-2-16, 12/31/2019, 12 31 19', finds: ['12-2-16', '12/31/2019', '12 31 19'] },
    { text: '31/12/2019', finds: [] },
    { text: '2/29/2023 2/29/2024', finds: ['2/29/2024'] },
    { text: '12/31-2019', finds: [] },
    { text: 'release 1/2/2019.4 and x12/31/2019', finds: [] },
    { text: 'decem 2 2016', finds: [] },
  ])('finds $finds in "$text"', ({ text, finds }) => {
    expect(find('Func_us_date', text)?.toSorted()).toEqual(finds.toSorted());
  });
});

describe('Func_eu_date', () => {
  it.each([
    { text: '31.12.2019 31/12/19', finds: ['31.12.2019', '31/12/19'] },
    { text: '12/31/2019', finds: [] },
    { text: '3 June 2020', finds: ['3 June 2020'] },
    { text: '3 juni 2020', finds: ['3 juni 2020'] },
    { text: '1er août 2020', finds: ['1er août 2020'] },
    { text: '3. März 2021', finds: ['3. März 2021'] },
    { text: '3 settembre 2021', finds: ['3 settembre 2021'] },
    { text: '1º de maio de 2020', finds: ['1º de maio de 2020'] },
    { text: '12 de marzo de 2016', finds: ['12 de marzo de 2016'] },
    { text: '12-okt-19', finds: ['12-okt-19'] },
    { text: '31 april 2020', finds: [] },
  ])('finds $finds in "$text"', ({ text, finds }) => {
    expect(find('Func_eu_date', text)).toEqual(finds);
    expect(find('func_EU_date1', text)).toEqual(finds);
  });
});

describe('Func_expiration_date', () => {
  it.each([
    { text: '09/27 9/2027 09-27 9-2027', finds: ['09/27', '9/2027', '09-27', '9-2027'] },
    { text: 'Jan 27, Jan-2027, Jan/27, Jan2027', finds: ['Jan 27', 'Jan-2027', 'Jan/27', 'Jan2027'] },
    { text: '13/27', finds: [] },
    { text: '09/27/2020', finds: [] },
  ])('finds $finds in "$text"', ({ text, finds }) => {
    expect(find('Func_expiration_date', text)).toEqual(finds);
  });
});

describe('Func_us_address', () => {
  it.each([
    { text: 'Seattle, WA 98101', finds: ['WA 98101'] },
    { text: 'new york 10001-1234', finds: ['new york 10001-1234'] },
    { text: 'West Virginia  25301', finds: ['West Virginia  25301'] },
    { text: 'CA 10001', finds: [] },
    { text: 'in 46204 cases', finds: [] },
    { text: 'WA 981012', finds: [] },
  ])('finds $finds in "$text"', ({ text, finds }) => {
    expect(find('Func_us_address', text)).toEqual(finds);
  });
});

describe('the value of a Microsoft type', () => {
  it.each([
    {
      name: 'Func_netherlands_bsn',
      text: '111222332 111222333 x111222332 1112.22.332',
      finds: ['111222332', '1112.22.332'],
    },
    {
      name: 'Func_credit_card',
      text: 'pay 4111 1111 1111 1111, not 4111 1111 1111 1112',
      finds: ['4111 1111 1111 1111'],
    },
    { name: 'Func_iban', text: 'DE89 3704 0044 0532 0130 00 BIC', finds: ['DE89 3704 0044 0532 0130 00'] },
    { name: 'Func_ssn', text: '536-22-1234 000-22-1234', finds: ['536-22-1234'] },
    { name: 'Func_unformatted_ssn', text: '536221234 536-22-1234', finds: ['536221234'] },
    {
      name: 'Func_french_insee',
      text: '2 69 05 49 588 157 80 et 269054958815781',
      finds: ['2 69 05 49 588 157 80'],
    },
    { name: 'Regex_ipv4_address', text: 'from 10.1.2.3 to 10.1.2.300', finds: ['10.1.2.3'] },
    { name: 'Regex_ipv6_address', text: 'fe80:0:0:0:1:2:3:4', finds: ['fe80:0:0:0:1:2:3:4'] },
  ])('$name finds $finds', ({ name, text, finds }) => {
    expect(find(name, text)).toEqual(finds);
  });

  it.each(['Func_no_such_thing', 'Keyword_aba', 'constructor'])('%s is unknown', (name) => {
    expect(builtIn(name)).toBeUndefined();
  });

  it('of a type that the product does not have is unknown', () => {
    expect(createBuiltIns([])('Func_netherlands_bsn')).toBeUndefined();
  });
});
