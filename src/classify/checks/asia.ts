import type { Check } from '../pattern-type.ts';
import { luhn } from '../checksums.ts';
import {
  alphanumericAt,
  alphanumericSum,
  digitAt,
  elevensComplement,
  isAllDigits,
  isCalendarDay,
  modulo,
  verhoeff,
  weightedSum,
} from './arithmetic.ts';

/** China, resident identity card: ISO 7064 MOD 11-2, written with its weights (GB 11643-1999); the rest picks the last character. */
export const chineseResident: Check = {
  name: 'ISO 7064 MOD 11-2',
  holds: (number) => {
    const rest = modulo(weightedSum(number, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]), 11);
    return number.length === 18 && '10X98765432'.charAt(rest) === number.charAt(17);
  },
};

/** Hong Kong, identity card: letters count from A as 10, a missing first letter as 36; 10 is written A. */
export const hongKongIdentity: Check = {
  name: 'mod 11',
  holds: (number) => {
    const long = number.length === 9;
    const first = long ? alphanumericAt(number, 0) : 36;
    const rest = alphanumericSum(long ? number.slice(1) : number, [8, 7, 6, 5, 4, 3, 2]);
    const complement = elevensComplement(rest < 0 ? rest : first * 9 + rest);
    const expected = complement === 11 ? '0' : complement === 10 ? 'A' : String(complement);
    return (long || number.length === 8) && number.endsWith(expected);
  },
};

/** India, Aadhaar: Verhoeff over twelve digits, the first from 2 to 9. */
export const aadhaar: Check = {
  name: 'Verhoeff',
  holds: (number) => isAllDigits(number, 12) && number.charAt(0) >= '2' && verhoeff(number),
};

/** India, GSTIN: Luhn in base 36 over fifteen characters. */
export const gstin: Check = {
  name: 'Luhn mod 36',
  holds: (number) => {
    let sum = 0;
    for (let at = 0; at < 15; at++) {
      const share = alphanumericAt(number, 14 - at) * (at % 2 === 0 ? 1 : 2);
      sum += Math.floor(share / 36) + (share % 36);
    }
    return number.length === 15 && sum % 36 === 0;
  },
};

/** Japan, individual number: weights 6 to 2 and 7 to 2, 11 minus the rest; 10 and 11 count as 0. Ordinance of 2014, article 5. */
export const japaneseIndividual: Check = {
  name: 'mod 11',
  holds: (number) => {
    const complement = elevensComplement(weightedSum(number, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
    return number.length === 12 && (complement > 9 ? 0 : complement) === digitAt(number, 11);
  },
};

/** Japan, corporate number: the first digit is 9 minus the rest of the twelve behind it, weights 1 and 2 from the right. */
export const japaneseCorporate: Check = {
  name: 'mod 9, first digit',
  holds: (number) => {
    const sum = weightedSum(number.slice(1), [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]);
    return number.length === 13 && 9 - modulo(sum, 9) === digitAt(number, 0);
  },
};

/**
 * South Korea, resident registration number: a date, the century and sex (1 to 8 for who was born since 1900), a check digit.
 * Numbers given out since October 2020 need not keep the last.
 */
export const koreanResident: Check = {
  name: 'mod 11',
  holds: (number) =>
    number.length === 13 &&
    isCalendarDay(number.slice(4, 6), number.slice(2, 4)) &&
    !'09'.includes(number.charAt(6)) &&
    elevensComplement(weightedSum(number, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5])) % 10 === digitAt(number, 12),
};

/** What is added to the sum, and the letters a rest stands for, by the first letter of a Singapore number. */
const NRIC_SERIES: Readonly<Record<string, readonly [number, string]>> = {
  S: [0, 'JZIHGFEDCBA'],
  T: [4, 'JZIHGFEDCBA'],
  F: [0, 'XWUTRQPNMLK'],
  G: [4, 'XWUTRQPNMLK'],
  M: [3, 'XWUTRQPNJLK'],
};

/** Singapore, NRIC and FIN: weights 2 7 6 5 4 3 2, a table of letters for each series. */
export const singaporeNric: Check = {
  name: 'mod 11 letter',
  holds: (number) => {
    const series = NRIC_SERIES[number.charAt(0)];
    const sum = weightedSum(number.slice(1), [2, 7, 6, 5, 4, 3, 2]);
    if (series === undefined || sum < 0) return false;
    const [offset, letters] = series;
    return letters.charAt((sum + offset) % 11) === number.charAt(8);
  },
};

/** Taiwan: the letter of a county as two digits, in the order of the letters A to Z. */
const TAIWAN_LETTERS = [
  10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
] as const;

/** Taiwan, identity card, and since 2021 the resident certificate: the letter and nine digits, the sum divides by 10. */
export const taiwaneseIdentity: Check = {
  name: 'mod 10',
  holds: (number) => {
    const letter = TAIWAN_LETTERS[number.charCodeAt(0) - 65];
    const rest = weightedSum(number.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1]);
    if (letter === undefined || rest < 0 || number.length !== 10) return false;
    return (Math.floor(letter / 10) + (letter % 10) * 9 + rest) % 10 === 0;
  },
};

/** Thailand, population number: weights 13 to 2, the last digit of 11 minus the rest. */
export const thaiPopulation: Check = {
  name: 'mod 11',
  holds: (number) =>
    number.length === 13 &&
    elevensComplement(weightedSum(number, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2])) % 10 ===
      digitAt(number, 12),
};

/** Israel, identity number: Luhn over nine digits; a missing leading zero changes nothing. */
export const israeliIdentity: Check = {
  name: 'Luhn',
  holds: (number) => isAllDigits(number.padStart(9, '0'), 9) && number > '000000000' && luhn(number),
};

/** India, PAN: no check digit, but the fourth letter says who holds it (P a person, C a company …) and the number is not 0000. */
export const indianPan: Check = {
  name: 'kind of holder',
  holds: (pan) => 'ABCFGHJLPT'.includes(pan.charAt(3)) && pan.length === 10 && pan.slice(5, 9) !== '0000',
};
