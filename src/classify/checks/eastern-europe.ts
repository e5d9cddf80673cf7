import type { Check } from '../pattern-type.ts';
import { remainder } from '../checksums.ts';
import {
  alphanumericSum,
  digitAt,
  isAllDigits,
  iso7064mod11x10,
  modulo,
  tensComplement,
  weightedSum,
} from './arithmetic.ts';

/** Bulgaria, EGN: the sum modulo 11, 10 counts as 0. */
export const bulgarianEgn: Check = {
  name: 'mod 11',
  holds: (egn) =>
    egn.length === 10 && modulo(weightedSum(egn, [2, 4, 8, 5, 10, 9, 7, 3, 6]), 11) % 10 === digitAt(egn, 9),
};

/** Croatia, OIB: ISO 7064 MOD 11,10. */
export const croatianOib: Check = {
  name: 'ISO 7064 MOD 11,10',
  holds: (oib) => isAllDigits(oib, 11) && iso7064mod11x10(oib),
};

/**
 * Czechia and Slovakia, birth number: ten digits divide by 11, or nine leave 10 and the last is 0 (to 1985 as a rule).
 * The nine digits given out to 1953 have no check digit.
 */
export const birthNumber: Check = {
  name: 'mod 11',
  holds: (number) => {
    if (isAllDigits(number, 9)) return number.slice(0, 2) <= '53';
    if (!isAllDigits(number, 10)) return false;
    return remainder(number.slice(0, 9), 11) % 10 === digitAt(number, 9);
  },
};

/** Hungary, TAJ: weights 3 and 7 in turn. */
export const hungarianTaj: Check = {
  name: 'mod 10, weights 3 7',
  holds: (taj) =>
    taj.length === 9 && modulo(weightedSum(taj, [3, 7, 3, 7, 3, 7, 3, 7]), 10) === digitAt(taj, 8),
};

/** Hungary, VAT: weights 9 7 3 1 over seven digits. */
export const hungarianVat: Check = {
  name: 'mod 10, weights 9 7 3 1',
  holds: (vat) => {
    const digits = vat.slice(-8);
    return (
      digits.length === 8 && tensComplement(weightedSum(digits, [9, 7, 3, 1, 9, 7, 3])) === digitAt(digits, 7)
    );
  },
};

/** Hungary, personal number: weights 1 to 10 for births to 1996, 10 to 1 after. 3 and 4 in front stand for 2000 and later. */
export const hungarianPersonal: Check = {
  name: 'mod 11',
  holds: (number) => {
    if (!isAllDigits(number, 11)) return false;
    const first = digitAt(number, 0);
    const later = first === 3 || first === 4 || number.slice(1, 3) >= '97';
    const weights = later ? [10, 9, 8, 7, 6, 5, 4, 3, 2, 1] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    return modulo(weightedSum(number, weights), 11) === digitAt(number, 10);
  },
};

/** Hungary, tax number of a person: weights 1 to 9; a rest of 10 is never given out. */
export const hungarianTax: Check = {
  name: 'mod 11, weights 1 to 9',
  holds: (number) =>
    number.length === 10 &&
    modulo(weightedSum(number, [1, 2, 3, 4, 5, 6, 7, 8, 9]), 11) === digitAt(number, 9),
};

/** Poland, PESEL: weights 1 3 7 9 in turn. */
export const pesel: Check = {
  name: 'mod 10, weights 1 3 7 9',
  holds: (number) =>
    number.length === 11 &&
    tensComplement(weightedSum(number, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3])) === digitAt(number, 10),
};

/** Poland, REGON of nine digits, or of fourteen with a second check digit; 10 counts as 0. */
export const regon: Check = {
  name: 'mod 11',
  holds: (number) => {
    if (modulo(weightedSum(number, [8, 9, 2, 3, 4, 5, 6, 7]), 11) % 10 !== digitAt(number, 8)) return false;
    if (number.length === 9) return true;
    const long = weightedSum(number, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]);
    return number.length === 14 && modulo(long, 11) % 10 === digitAt(number, 13);
  },
};

/** Poland, identity card: letters count from A as 10; the fourth character is the check digit. */
export const polishIdCard: Check = {
  name: 'mod 10, weights 7 3 1',
  holds: (number) => modulo(alphanumericSum(number, [7, 3, 1, 9, 7, 3, 1, 7, 3]), 10) === 0,
};

/** Poland, passport: the third character is the check digit. */
export const polishPassport: Check = {
  name: 'mod 10, weights 7 3 1',
  holds: (number) => modulo(alphanumericSum(number, [7, 3, 9, 1, 7, 3, 1, 7, 3]), 10) === 0,
};

/** Romania, CNP: the sum modulo 11, 10 counts as 1. */
export const romanianCnp: Check = {
  name: 'mod 11',
  holds: (cnp) => {
    const rest = modulo(weightedSum(cnp, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]), 11);
    return cnp.length === 13 && (rest === 10 ? 1 : rest) === digitAt(cnp, 12);
  },
};

/** Russia, INN: ten digits for companies, twelve with two check digits for persons. */
export const russianInn: Check = {
  name: 'mod 11',
  holds: (inn) => {
    if (inn.length === 10) {
      return modulo(weightedSum(inn, [2, 4, 10, 3, 5, 9, 4, 6, 8]), 11) % 10 === digitAt(inn, 9);
    }
    const eleventh = modulo(weightedSum(inn, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]), 11) % 10;
    const twelfth = modulo(weightedSum(inn, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]), 11) % 10;
    return inn.length === 12 && eleventh === digitAt(inn, 10) && twelfth === digitAt(inn, 11);
  },
};

/** Estonia and Lithuania, personal code: weights 1 to 9 and 1; a rest of 10 calls for 3 to 9 and 1 to 3, then counts as 0. */
export const balticPersonalCode: Check = {
  name: 'mod 11 in two stages',
  holds: (code) => {
    if (!isAllDigits(code, 11)) return false;
    const first = weightedSum(code, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
    const rest = first < 10 ? first : weightedSum(code, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
    return rest % 10 === digitAt(code, 10);
  },
};

/** Latvia, personal code of the old kind: 1 plus the sum, modulo 11, 10 counts as 0. */
export const latvianPersonalCode: Check = {
  name: 'mod 11',
  holds: (code) => {
    const sum = weightedSum(code, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9]);
    return code.length === 11 && modulo(sum < 0 ? sum : sum + 1, 11) % 10 === digitAt(code, 10);
  },
};

/** Poland, NIP: the sum modulo 11 is the last digit; 10 is never given out. */
export const nip: Check = {
  name: 'mod 11',
  holds: (number) => {
    const digits = number.slice(-10);
    return (
      digits.length === 10 &&
      modulo(weightedSum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]), 11) === digitAt(digits, 9)
    );
  },
};

/** Ukraine, taxpayer number: weights with a -1 in front (10 modulo 11), 10 counts as 0. */
export const ukrainianTax: Check = {
  name: 'mod 11',
  holds: (number) =>
    isAllDigits(number, 10) &&
    (weightedSum(number, [10, 5, 7, 9, 4, 6, 10, 5, 7]) % 11) % 10 === digitAt(number, 9),
};
