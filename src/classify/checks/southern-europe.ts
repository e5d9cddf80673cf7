import type { Check } from '../pattern-type.ts';
import { luhn, remainder } from '../checksums.ts';
import { digitAt, elevensComplement, isAllDigits, isCalendarDay, modulo, weightedSum } from './arithmetic.ts';

/** Cyprus, tax number: digits at odd places go through a table; the sum modulo 26 is the letter. */
export const cypriotTax: Check = {
  name: 'mod 26 letter',
  holds: (number) => {
    const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    let sum = 0;
    for (let at = 0; at < 8; at++) {
      const digit = digitAt(number, at);
      sum += at % 2 === 0 ? (odd[digit] ?? Number.NaN) : digit;
    }
    return number.charCodeAt(8) === 65 + (sum % 26);
  },
};

/** Greece, AMKA: day, month, year, four digits and a Luhn digit. */
export const greekAmka: Check = {
  name: 'Luhn',
  holds: (amka) => isAllDigits(amka, 11) && isCalendarDay(amka.slice(0, 2), amka.slice(2, 4)) && luhn(amka),
};

/** Greece, tax number (AFM): powers of two from 256 down, modulo 11, 10 counts as 0. */
export const greekTax: Check = {
  name: 'mod 11, powers of two',
  holds: (afm) =>
    isAllDigits(afm, 9) &&
    afm !== '000000000' &&
    (weightedSum(afm, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === digitAt(afm, 8),
};

/** Italy, codice fiscale: what a character at an odd place is worth, 0 to 9 and A to Z. Ministerial decree of 12 March 1974. */
const ODD_PLACES = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16,
  10, 22, 25, 24, 23,
] as const;

/** Italy, codice fiscale: fifteen characters by place, the sum modulo 26 is the last letter. */
export const italianFiscalCode: Check = {
  name: 'mod 26 letter',
  holds: (code) => {
    if (code.length !== 16) return false;
    let sum = 0;
    for (let at = 0; at < 15; at++) {
      const unit = code.charCodeAt(at);
      const value = unit >= 65 ? unit - 55 : unit - 48;
      const even = value > 9 ? value - 10 : value;
      sum += at % 2 === 0 ? (ODD_PLACES[value] ?? Number.NaN) : even;
    }
    return code.charCodeAt(15) === 65 + (sum % 26);
  },
};

/** Italy, VAT: Luhn over eleven digits; the eighth to tenth name the province (001 to 100, 120, 121, 888, 999). */
export const italianVat: Check = {
  name: 'Luhn',
  holds: (vat) => {
    const digits = vat.slice(-11);
    if (!isAllDigits(digits, 11) || !luhn(digits)) return false;
    const office = Number(digits.slice(7, 10));
    return (office >= 1 && office <= 100) || [120, 121, 888, 999].includes(office);
  },
};

/** Portugal, tax number (NIF): weights 9 to 2, 11 minus the rest; 10 and 11 count as 0. */
export const portugueseTax: Check = {
  name: 'mod 11, weights 9 to 2',
  holds: (nif) => {
    const complement = elevensComplement(weightedSum(nif, [9, 8, 7, 6, 5, 4, 3, 2]));
    return nif.length === 9 && (complement > 9 ? 0 : complement) === digitAt(nif, 8);
  },
};

const SPANISH_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Spain, DNI and NIE: the number modulo 23 picks the letter; X, Y, Z in front count as 0, 1, 2. */
export const spanishDni: Check = {
  name: 'mod 23 letter',
  holds: (number) => {
    const first = 'XYZ'.indexOf(number.charAt(0));
    const digits = first < 0 ? number.slice(0, 8) : `${first}${number.slice(1, 8)}`;
    return isAllDigits(digits, 8) && SPANISH_LETTERS.charAt(remainder(digits, 23)) === number.charAt(8);
  },
};

/** Spain, NIF of persons: DNI, NIE, and K, L, M with seven digits and their letter. */
export const spanishPersonTax: Check = {
  name: 'mod 23 letter',
  holds: (nif) => {
    if (!'KLM'.includes(nif.charAt(0))) return spanishDni.holds(nif);
    const digits = nif.slice(1, 8);
    return isAllDigits(digits, 7) && SPANISH_LETTERS.charAt(remainder(digits, 23)) === nif.charAt(8);
  },
};

/** Spain, social security: province and serial number modulo 97; a serial below ten million loses its leading zero. */
export const spanishSocialSecurity: Check = {
  name: 'mod 97',
  holds: (number) => {
    if (!isAllDigits(number, number.length) || number.length < 11) return false;
    const body = number.slice(0, -2);
    const key = remainder(number.slice(-2), 100);
    const shortened = body.length === 10 && body.charAt(2) === '0' ? body.slice(0, 2) + body.slice(3) : body;
    return key === remainder(body, 97) || key === remainder(shortened, 97);
  },
};

/** Slovenia, tax number: weights 8 to 2, 11 minus the rest; 10 counts as 0, 11 is never given out. */
export const slovenianTax: Check = {
  name: 'mod 11, weights 8 to 2',
  holds: (number) => {
    const complement = elevensComplement(weightedSum(number, [8, 7, 6, 5, 4, 3, 2]));
    return number.length === 8 && (complement === 10 ? 0 : complement) === digitAt(number, 7);
  },
};

/** Slovenia and its neighbours, EMŠO: weights 7 to 2 twice, 11 minus the rest; 11 counts as 0, 10 is never given out. */
export const slovenianEmso: Check = {
  name: 'mod 11, weights 7 to 2',
  holds: (number) => {
    const complement = elevensComplement(weightedSum(number, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
    return number.length === 13 && (complement === 11 ? 0 : complement) === digitAt(number, 12);
  },
};

/** Turkey: the tenth digit from sevenfold odd places minus even places, the eleventh from the sum of all before. */
export const turkishIdentity: Check = {
  name: 'two digits mod 10',
  holds: (number) => {
    if (!isAllDigits(number, 11)) return false;
    const tenth = modulo(weightedSum(number, [7, 9, 7, 9, 7, 9, 7, 9, 7]), 10);
    const sum = weightedSum(number, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    return tenth === digitAt(number, 9) && sum % 10 === digitAt(number, 10);
  },
};
