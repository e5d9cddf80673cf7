import { describe, expect, it } from 'vitest';
import { nearNames } from '../../src/shared/near-names.ts';

const names = [
  'CREDIT_CARD',
  'Credit Card Number',
  'IBAN',
  'NATIONAL_ID:FR_CNI',
  'France Passport Number',
  'Germany Passport Number',
  'Italy Passport Number',
  'Spain Passport Number',
];

describe('names that may have been meant', () => {
  it.each([
    { text: 'Credit Crad Number', near: ['Credit Card Number'] },
    { text: 'creditcard', near: ['CREDIT_CARD'] },
    { text: 'credit card', near: ['CREDIT_CARD', 'Credit Card Number'] },
    { text: 'IBAM', near: ['IBAN'] },
    { text: 'NATIONAL-ID FR CNI', near: ['NATIONAL_ID:FR_CNI'] },
    { text: 'France Pasport Nummer', near: ['France Passport Number'] },
    {
      text: 'passport number',
      near: ['Italy Passport Number', 'Spain Passport Number', 'France Passport Number'],
    },
    { text: 'berth', near: [] },
    { text: '  -- ', near: [] },
    { text: 'x'.repeat(5000), near: [] },
  ])('for "$text"', ({ text, near }) => {
    expect(nearNames(text, names)).toEqual(near);
  });
});
