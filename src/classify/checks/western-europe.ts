import type { Check } from '../pattern-type.ts';
import { ean13, luhn, remainder } from '../checksums.ts';
import {
  alphanumericSum,
  digitAt,
  elevensComplement,
  icaoDigit,
  isAllDigits,
  iso7064mod11x10,
  isOneDigitRepeated,
  modulo,
  verhoeff,
  weightedSum,
} from './arithmetic.ts';

/** Austria, insurance number: the fourth digit checks the other nine. A remainder of 10 is never given out. */
export const austrianInsurance: Check = {
  name: 'mod 11, fourth digit',
  holds: (vnr) =>
    vnr.length === 10 && modulo(weightedSum(vnr, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]), 11) === digitAt(vnr, 3),
};

export const luhnCheck: Check = { name: 'Luhn', holds: luhn };

/** Austria, VAT: `U` and eight digits; digit sums of the doubled ones, 96 minus the sum. */
export const austrianVat: Check = {
  name: '96 minus digit sums',
  holds: (uid) => {
    const digits = uid.slice(-8);
    let sum = 0;
    for (let at = 0; at < 7; at++) {
      const share = digitAt(digits, at) * (at % 2 === 0 ? 1 : 2);
      sum += share > 9 ? share - 9 : share;
    }
    return (96 - sum) % 10 === digitAt(digits, 7);
  },
};

/** Belgium, national register: 97 minus the rest of the nine digits; who was born from 2000 on has a 2 put in front. */
export const belgianNational: Check = {
  name: 'mod 97',
  holds: (number) => {
    if (!isAllDigits(number, 11)) return false;
    const body = number.slice(0, 9);
    const key = remainder(number.slice(9), 100);
    return key === 97 - remainder(body, 97) || key === 97 - remainder(`2${body}`, 97);
  },
};

/** Belgium, enterprise and VAT number: 97 minus the rest of the first eight digits. */
export const belgianVat: Check = {
  name: 'mod 97',
  holds: (vat) => {
    const digits = vat.slice(-10);
    return (
      isAllDigits(digits, 10) && remainder(digits.slice(8), 100) === 97 - remainder(digits.slice(0, 8), 97)
    );
  },
};

/** France, tax number (SPI): the first ten digits modulo 511 are the last three. */
export const frenchTax: Check = {
  name: 'mod 511',
  holds: (spi) => isAllDigits(spi, 13) && remainder(spi.slice(0, 10), 511) === remainder(spi.slice(10), 1000),
};

/** The letters and digits of the newer French VAT keys: no I, no O. */
const TVA_ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** France, VAT: a key of two characters and a SIREN that passes Luhn. Keys with a letter follow a rule of base 24 or 34. */
export const frenchVat: Check = {
  name: 'mod 97 and Luhn',
  holds: (vat) => {
    const siren = vat.slice(-9);
    const key = vat.slice(-11, -9);
    if (!isAllDigits(siren, 9) || !luhn(siren)) return false;
    if (isAllDigits(key, 2)) return remainder(key, 100) === (12 + 3 * remainder(siren, 97)) % 97;
    const first = TVA_ALPHABET.indexOf(key.charAt(0));
    const second = TVA_ALPHABET.indexOf(key.charAt(1));
    if (first < 0 || second < 0) return false;
    const code = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
    return (remainder(siren, 11) + 1 + Math.floor(code / 11)) % 11 === code % 11;
  },
};

/** Germany, passport and identity card: nine characters and their check digit, then perhaps a `D` for the nationality. */
export const germanDocument: Check = {
  name: 'ICAO 9303, weights 7 3 1',
  holds: (number) => icaoDigit(number.slice(0, 9)) === digitAt(number, 9),
};

/**
 * Germany, tax identification number: ISO 7064 MOD 11,10; the first digit is not 0, and among the first ten exactly one digit
 * comes twice or three times (three in a row never). Federal Central Tax Office (BZSt).
 */
export const germanTax: Check = {
  name: 'ISO 7064 MOD 11,10',
  holds: (number) => {
    if (!isAllDigits(number, 11) || number.startsWith('0') || !iso7064mod11x10(number)) return false;
    const counts = new Uint8Array(10);
    for (let at = 0; at < 10; at++) {
      const digit = digitAt(number, at);
      counts[digit] = (counts[digit] ?? 0) + 1;
      if (at > 1 && digit === digitAt(number, at - 1) && digit === digitAt(number, at - 2)) return false;
    }
    return counts.filter((count) => count > 1).length === 1 && Math.max(...counts) <= 3;
  },
};

/** Germany, VAT: nine digits by ISO 7064 MOD 11,10. */
export const germanVat: Check = {
  name: 'ISO 7064 MOD 11,10',
  holds: (vat) => {
    const digits = vat.slice(-9);
    return isAllDigits(digits, 9) && !digits.startsWith('0') && iso7064mod11x10(digits);
  },
};

/** Germany, driving licence: weights 9 to 1 over nine characters, compared with the tenth; 10 is written X. */
export const germanLicence: Check = {
  name: 'mod 11, tenth character',
  holds: (number) => {
    const rest = modulo(alphanumericSum(number, [9, 8, 7, 6, 5, 4, 3, 2, 1]), 11);
    return rest === 10 ? number.charAt(9) === 'X' : rest === digitAt(number, 9);
  },
};

/** Ireland, PPS number: weights 8 to 2, the second letter (A is 1 to I is 9) times 9, modulo 23; A is 1, W is 0. */
export const irishPps: Check = {
  name: 'mod 23 letter',
  holds: (pps) => {
    const second = pps.charCodeAt(8) - 64;
    const extra = second >= 1 && second <= 9 ? second * 9 : 0;
    const sum = weightedSum(pps, [8, 7, 6, 5, 4, 3, 2]);
    return sum >= 0 && 'WABCDEFGHIJKLMNOPQRSTUV'.charAt((sum + extra) % 23) === pps.charAt(7);
  },
};

/** Luxembourg, persons: the twelfth digit is Luhn over eleven, the thirteenth is Verhoeff over the same eleven. */
export const luxembourgPerson: Check = {
  name: 'Luhn and Verhoeff',
  holds: (number) =>
    isAllDigits(number, 13) && luhn(number.slice(0, 12)) && verhoeff(number.slice(0, 11) + number.charAt(12)),
};

/** Luxembourg, legal persons: weights 5 4 3 2 7 6 5 4 3 2; a rest of 1 is never given out. */
export const luxembourgCompany: Check = {
  name: 'mod 11',
  holds: (number) => {
    const complement = elevensComplement(weightedSum(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
    return number.length === 11 && (complement === 11 ? 0 : complement) === digitAt(number, 10);
  },
};

/** The Dutch eleven test: weights 9 to 2 and -1. Numbers of eight digits have a 0 in front. */
function passesElevenTest(number: string): boolean {
  const digits = number.padStart(9, '0');
  const last = digitAt(digits, 8);
  return digits.length === 9 && modulo(weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]), 11) === last;
}

/** Netherlands, citizen service number (BSN). */
export const dutchBsn: Check = {
  name: 'eleven test',
  holds: (bsn) => passesElevenTest(bsn) && !isOneDigitRepeated(bsn),
};

/** Netherlands, VAT: nine digits that pass the eleven test, or (sole traders since 2020) ISO 7064 MOD 97-10 over all of it. */
export const dutchVat: Check = {
  name: 'eleven test or mod 97',
  holds: (vat) => {
    if (vat.length !== 14) return false;
    if (passesElevenTest(vat.slice(2, 11))) return true;
    let rest = 0;
    for (let at = 0; at < vat.length; at++) {
      const code = vat.charCodeAt(at);
      rest = code >= 65 ? (rest * 100 + code - 55) % 97 : (rest * 10 + digitAt(vat, at)) % 97;
    }
    return rest === 1;
  },
};

/** Switzerland, AHV number: the check digit of EAN-13. */
export const swissAhv: Check = { name: 'EAN-13', holds: ean13 };

/** United Kingdom, NHS number: weights 10 to 2, 11 minus the rest; 10 is never given out. */
export const nhsNumber: Check = {
  name: 'mod 11, weights 10 to 2',
  holds: (number) => {
    const complement = elevensComplement(weightedSum(number, [10, 9, 8, 7, 6, 5, 4, 3, 2]));
    return number.length === 10 && (complement === 11 ? 0 : complement) === digitAt(number, 9);
  },
};

const UNUSED_NINO_PREFIXES: ReadonlySet<string> = new Set(['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ']);

/** United Kingdom, national insurance number: no check digit, but prefixes that are never used. HMRC manual NIM39110. */
export const ninoPrefix: Check = {
  name: 'prefix in use',
  holds: (nino) => !UNUSED_NINO_PREFIXES.has(nino.slice(0, 2)),
};

/** United Kingdom, taxpayer reference (UTR): the first digit checks the other nine. */
export const britishTaxpayer: Check = {
  name: 'mod 11, first digit',
  holds: (utr) =>
    isAllDigits(utr, 10) &&
    '21987654321'.charAt(weightedSum(utr.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11) === utr.charAt(0),
};

/** United Kingdom, VAT: weights 8 to 2, then 97 minus the rest; from 100 on the rest may also be 42 or 55 (since 2010). */
export const britishVat: Check = {
  name: 'mod 97',
  holds: (vat) => {
    const digits = vat.slice(-9);
    if (!isAllDigits(digits, 9)) return false;
    const rest = (weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) + remainder(digits.slice(7), 100)) % 97;
    return rest === 0 || (digits >= '1' && (rest === 42 || rest === 55));
  },
};
