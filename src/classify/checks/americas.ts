import type { Check } from '../pattern-type.ts';
import { luhn } from '../checksums.ts';
import {
  digitAt,
  elevensComplement,
  isAllDigits,
  isOneDigitRepeated,
  modulo,
  tensComplement,
  weightedSum,
} from './arithmetic.ts';

/** Argentina, CUIT and CUIL: 11 minus the rest; 11 counts as 0, 10 as 9. */
export const argentineCuit: Check = {
  name: 'mod 11',
  holds: (cuit) => {
    const complement = elevensComplement(weightedSum(cuit, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
    const digit = complement === 11 ? 0 : complement === 10 ? 9 : complement;
    return cuit.length === 11 && digit === digitAt(cuit, 10);
  },
};

/** A Brazilian check digit: 11 minus the rest, 10 and 11 count as 0. */
const brazilianDigit = (number: string, weights: readonly number[]): number => {
  const complement = elevensComplement(weightedSum(number, weights));
  return complement > 9 ? 0 : complement;
};

/** Brazil, CPF: two check digits. One digit eleven times passes the sums and is never given out. */
export const brazilianCpf: Check = {
  name: 'two digits mod 11',
  holds: (cpf) =>
    isAllDigits(cpf, 11) &&
    !isOneDigitRepeated(cpf) &&
    brazilianDigit(cpf, [10, 9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(cpf, 9) &&
    brazilianDigit(cpf, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(cpf, 10),
};

/** Brazil, CNPJ: the same with longer weights. A letter (from July 2026) counts as its ASCII code minus 48. */
export const brazilianCnpj: Check = {
  name: 'two digits mod 11',
  holds: (cnpj) => {
    if (cnpj.length !== 14 || isOneDigitRepeated(cnpj)) return false;
    const digitOf = (weights: readonly number[]): number => {
      const sum = weights.reduce((total, weight, at) => total + weight * (cnpj.charCodeAt(at) - 48), 0);
      return sum % 11 < 2 ? 0 : 11 - (sum % 11);
    };
    return (
      digitOf([5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(cnpj, 12) &&
      digitOf([6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(cnpj, 13)
    );
  },
};

/** Canada, social insurance number: Luhn; 0 and 8 in front are not given out. */
export const canadianSin: Check = {
  name: 'Luhn',
  holds: (sin) => isAllDigits(sin, 9) && sin.charAt(0) !== '0' && luhn(sin),
};

/** Chile, RUN and RUT: weights 2 to 7 from the right, 11 minus the rest; 10 is written K, 11 as 0. */
export const chileanRut: Check = {
  name: 'mod 11',
  holds: (rut) => {
    const body = rut.slice(0, -1).padStart(8, '0');
    const complement = elevensComplement(weightedSum(body, [3, 2, 7, 6, 5, 4, 3, 2]));
    const expected = complement === 11 ? '0' : complement === 10 ? 'K' : String(complement);
    return rut.length > 7 && body.length === 8 && rut.endsWith(expected);
  },
};

/** Colombia, NIT: primes from the right; a rest of 0 or 1 stays, any other is taken from 11. */
export const colombianNit: Check = {
  name: 'mod 11',
  holds: (nit) => {
    const body = nit.slice(0, -1).padStart(10, '0');
    const rest = modulo(weightedSum(body, [43, 41, 37, 29, 23, 19, 17, 13, 7, 3]), 11);
    return (
      nit.length > 8 && body.length === 10 && (rest < 2 ? rest : 11 - rest) === digitAt(nit, nit.length - 1)
    );
  },
};

/** Ecuador, identity card: Luhn over ten digits; province 01 to 24 or 30, third digit below 6 for persons. */
export const ecuadorianIdentity: Check = {
  name: 'Luhn',
  holds: (number) => {
    const province = Number(number.slice(0, 2));
    return (
      isAllDigits(number, 10) &&
      ((province >= 1 && province <= 24) || province === 30) &&
      digitAt(number, 2) < 6 &&
      luhn(number)
    );
  },
};

const CURP_ALPHABET = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';

/** Mexico, CURP: 37 characters, weights 18 to 2. RENAPO, "Instructivo normativo para la asignación de la CURP". */
export const mexicanCurp: Check = {
  name: 'mod 10, weights 18 to 2',
  holds: (curp) => {
    if (curp.length !== 18) return false;
    let sum = 0;
    for (let at = 0; at < 17; at++) {
      const value = CURP_ALPHABET.indexOf(curp.charAt(at));
      if (value < 0) return false;
      sum += value * (18 - at);
    }
    return tensComplement(sum) === digitAt(curp, 17);
  },
};

/** United States, ABA routing number: weights 3 7 1 in turn, the sum divides by 10. */
export const abaRouting: Check = {
  name: 'mod 10, weights 3 7 1',
  holds: (number) =>
    number.length === 9 &&
    number !== '000000000' &&
    modulo(weightedSum(number, [3, 7, 1, 3, 7, 1, 3, 7, 1]), 10) === 0,
};

/** United States, DEA number: two letters, then the odd places plus twice the even places end in the last digit. */
export const deaNumber: Check = {
  name: 'mod 10, weights 1 2',
  holds: (number) =>
    number.length === 9 &&
    !number.endsWith('000000') &&
    modulo(weightedSum(number.slice(2), [1, 2, 1, 2, 1, 2]), 10) === digitAt(number, 8),
};
