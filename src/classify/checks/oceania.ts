import type { Check } from '../pattern-type.ts';
import { digitAt, elevensComplement, modulo, tensComplement, weightedSum } from './arithmetic.ts';

/** Australia, business number: 1 less in the first digit, the sum divides by 89. Australian Business Register. */
export const australianBusiness: Check = {
  name: 'mod 89',
  holds: (abn) => {
    const sum = weightedSum(abn, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
    return abn.length === 11 && !abn.startsWith('0') && modulo(sum - 10, 89) === 0;
  },
};

/** Australia, company number: weights 8 to 1. */
export const australianCompany: Check = {
  name: 'mod 10, weights 8 to 1',
  holds: (acn) =>
    acn.length === 9 && tensComplement(weightedSum(acn, [8, 7, 6, 5, 4, 3, 2, 1])) === digitAt(acn, 8),
};

/** Australia, tax file number: the sum divides by 11, with other weights for the older eight digits. */
export const australianTaxFile: Check = {
  name: 'mod 11',
  holds: (tfn) => {
    const weights = tfn.length === 8 ? [10, 7, 8, 4, 6, 3, 5, 1] : [1, 4, 3, 7, 5, 8, 6, 9, 10];
    return tfn.length === weights.length && modulo(weightedSum(tfn, weights), 11) === 0;
  },
};

/** Australia, Medicare card: weights 1 3 7 9 over eight digits; the ninth is the check digit, the tenth counts issues. */
export const australianMedicare: Check = {
  name: 'mod 10, weights 1 3 7 9',
  holds: (number) => modulo(weightedSum(number, [1, 3, 7, 9, 1, 3, 7, 9]), 10) === digitAt(number, 8),
};

/** New Zealand, IRD number: 10,000,000 to 150,000,000; a complement of 10 calls for a second row of weights. Inland Revenue. */
export const newZealandIrd: Check = {
  name: 'mod 11 in two stages',
  holds: (ird) => {
    const digits = ird.padStart(9, '0');
    if (digits.length !== 9 || digits < '010000000' || digits > '150000000') return false;
    let complement = elevensComplement(weightedSum(digits, [3, 2, 7, 6, 5, 4, 3, 2]));
    if (complement === 10) complement = elevensComplement(weightedSum(digits, [7, 4, 3, 2, 5, 2, 7, 6]));
    return (complement === 11 ? 0 : complement) === digitAt(digits, 8);
  },
};

const NHI_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** New Zealand, health index: letters from A as 1 without I and O, weights 7 to 2; a rest of 0 is never given out. HISO 10046. */
export const newZealandHealth: Check = {
  name: 'mod 11, weights 7 to 2',
  holds: (nhi) => {
    let sum = weightedSum(nhi.slice(3), [4, 3, 2]);
    for (let at = 0; at < 3; at++) {
      const value = NHI_ALPHABET.indexOf(nhi.charAt(at)) + 1;
      if (value === 0) return false;
      sum += value * (7 - at);
    }
    const rest = modulo(sum, 11);
    return nhi.length === 7 && rest !== 0 && (11 - rest) % 10 === digitAt(nhi, 6);
  },
};

/** Branches in use and the algorithm of their accounts, by bank. Inland Revenue, "RWT and NRWT specification", annex 1. */
const NEW_ZEALAND_BANKS: Readonly<Record<string, readonly [string, ...(readonly [number, number])[]]>> = {
  '01': ['AB', [1, 999], [1100, 1199], [1800, 1899]],
  '02': ['AB', [1, 999], [1200, 1299]],
  '03': ['AB', [1, 999], [1300, 1399], [1500, 1599], [1700, 1799], [1900, 1999]],
  '06': ['AB', [1, 999], [1400, 1499]],
  '08': ['D', [6500, 6599]],
  '09': ['E', [0, 0]],
  '11': ['AB', [5000, 6499], [6600, 8999]],
  '12': ['AB', [3000, 3299], [3400, 3499], [3600, 3699]],
  '13': ['AB', [4900, 4999]],
  '14': ['AB', [4700, 4799]],
  '15': ['AB', [3900, 3999]],
  '16': ['AB', [4400, 4499]],
  '17': ['AB', [3300, 3399]],
  '18': ['AB', [3500, 3599]],
  '19': ['AB', [4600, 4649]],
  '20': ['AB', [4100, 4199]],
  '21': ['AB', [4800, 4899]],
  '22': ['AB', [4000, 4049]],
  '23': ['AB', [3700, 3799]],
  '24': ['AB', [4300, 4349]],
  '25': ['F', [2500, 2599]],
  '26': ['G', [2600, 2699]],
  '27': ['AB', [3800, 3849]],
  '28': ['G', [2100, 2149]],
  '29': ['G', [2150, 2299]],
  '30': ['AB', [2900, 2949]],
  '31': ['X', [2800, 2849]],
  '33': ['F', [6700, 6799]],
  '35': ['AB', [2400, 2499]],
  '38': ['AB', [9000, 9499]],
};

/** Weights over bank (2), branch (4), account (8) and suffix (4), and the modulus. */
const NEW_ZEALAND_SUMS: Readonly<Record<string, readonly [readonly number[], number]>> = {
  A: [[0, 0, 6, 3, 7, 9, 0, 0, 10, 5, 8, 4, 2, 1, 0, 0, 0, 0], 11],
  B: [[0, 0, 0, 0, 0, 0, 0, 0, 10, 5, 8, 4, 2, 1, 0, 0, 0, 0], 11],
  D: [[0, 0, 0, 0, 0, 0, 0, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0], 11],
  E: [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 4, 3, 2, 0, 0, 0, 1], 11],
  F: [[0, 0, 0, 0, 0, 0, 0, 1, 7, 3, 1, 7, 3, 1, 0, 0, 0, 0], 10],
  G: [[0, 0, 0, 0, 0, 0, 0, 1, 3, 7, 1, 3, 7, 1, 0, 3, 7, 1], 10],
  X: [[], 1],
};

/** The digit sum of a product of weight and digit, as algorithms E and G ask for: taken twice, 45 becomes 9. */
const digitSum = (product: number): number => (product > 9 ? 1 + ((product - 1) % 9) : product);

/** New Zealand, bank account: bank, branch, account of seven digits, suffix of two or three. The bank says which sum. */
export const newZealandBank: Check = {
  name: 'mod 11 or 10 by bank',
  holds: (number) => {
    if (number.length < 14 || number.length > 16) return false;
    const shortBranch = number.length === 14;
    const branch = shortBranch ? `0${number.slice(2, 5)}` : number.slice(2, 6);
    const account = shortBranch ? number.slice(5) : number.slice(6);
    const bank = NEW_ZEALAND_BANKS[number.slice(0, 2)];
    if (bank === undefined) return false;
    const [algorithm, ...branches] = bank;
    if (!branches.some(([from, to]) => Number(branch) >= from && Number(branch) <= to)) return false;
    const digits = `${number.slice(0, 2)}${branch}0${account.slice(0, 7)}${account.slice(7).padStart(4, '0')}`;
    const name = algorithm !== 'AB' ? algorithm : account.slice(0, 7) < '0990000' ? 'A' : 'B';
    const [weights, modulus] = NEW_ZEALAND_SUMS[name] ?? [[], 1];
    const folded = name === 'E' || name === 'G';
    const sum = weights.reduce((total, weight, at) => {
      const product = weight * digitAt(digits, at);
      return total + (folded ? digitSum(product) : product);
    }, 0);
    return sum % modulus === 0;
  },
};
