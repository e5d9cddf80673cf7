import type { Check } from '../pattern-type.ts';
import { luhn, remainder } from '../checksums.ts';
import { digitAt, elevensComplement, isAllDigits, isCalendarDay, modulo, weightedSum } from './arithmetic.ts';

/** Denmark, CPR: the weighted sum divides by 11. Numbers given out since October 2007 need not keep it. */
export const danishCpr: Check = {
  name: 'mod 11',
  holds: (cpr) => cpr.length === 10 && modulo(weightedSum(cpr, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]), 11) === 0,
};

/**
 * Finland, personal identity code: date and serial number (from 002 on) as one number modulo 31 pick the last character.
 * Digital and Population Data Services Agency.
 */
export const finnishHetu: Check = {
  name: 'mod 31 character',
  holds: (code) => {
    const digits = code.slice(0, 6) + code.slice(-4, -1);
    return (
      isAllDigits(digits, 9) &&
      isCalendarDay(digits.slice(0, 2), digits.slice(2, 4)) &&
      digits.slice(6) > '001' &&
      '0123456789ABCDEFHJKLMNPRSTUVWXY'.charAt(remainder(digits, 31)) === code.slice(-1)
    );
  },
};

/** Norway, identity number: two check digits, each 11 minus the rest; 11 counts as 0, 10 is never given out. */
export const norwegianIdentity: Check = {
  name: 'two digits mod 11',
  holds: (number) => {
    const first = elevensComplement(weightedSum(number, [3, 7, 6, 1, 8, 9, 4, 5, 2]));
    const second = elevensComplement(weightedSum(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
    return (
      number.length === 11 &&
      (first === 11 ? 0 : first) === digitAt(number, 9) &&
      (second === 11 ? 0 : second) === digitAt(number, 10)
    );
  },
};

/** Sweden, personal number: Luhn over the last ten digits. */
export const swedishPersonal: Check = {
  name: 'Luhn over ten digits',
  holds: (number) => number.length >= 10 && luhn(number.slice(-10)),
};
