/**
 * What check digits are made of. All of these take bare characters, answer -1 (or false) for a character outside their
 * alphabet, and never throw.
 */

const ZERO = 48;

/** The value of the digit at a place; NaN beyond the end and for anything else. */
export const digitAt = (text: string, at: number): number => {
  const digit = text.charCodeAt(at) - ZERO;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
};

/** 0 to 9 for digits, 10 to 35 for A to Z, as in passports (ICAO 9303) and ISO 7064; NaN for anything else. */
export const alphanumericAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90 ? code - 55 : digitAt(text, at);
};

/** The sum of the first digits, each times its weight; -1 when one of them is no digit. */
export function weightedSum(text: string, weights: readonly number[]): number {
  return sumOf(text, weights, digitAt);
}

/** The same with letters, A worth 10 to Z worth 35. */
export function alphanumericSum(text: string, weights: readonly number[]): number {
  return sumOf(text, weights, alphanumericAt);
}

function sumOf(
  text: string,
  weights: readonly number[],
  valueAt: (text: string, at: number) => number,
): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * valueAt(text, at);
  return sum === sum ? sum : -1;
}

/** A remainder that is never negative; NaN (which equals nothing) when the sum could not be taken. */
export const modulo = (sum: number, modulus: number): number => (sum < 0 ? Number.NaN : sum % modulus);

/** The digit that brings a sum up to the next multiple of ten. */
export const tensComplement = (sum: number): number => (10 - modulo(sum, 10)) % 10;

/** 11 minus the remainder: 1 to 11. What becomes of 10 and 11 differs from number to number. */
export const elevensComplement = (sum: number): number => 11 - modulo(sum, 11);

export const isAllDigits = (text: string, length: number): boolean => {
  if (text.length !== length) return false;
  for (let at = 0; at < length; at++) if (Number.isNaN(digitAt(text, at))) return false;
  return true;
};

export const isOneDigitRepeated = (text: string): boolean => text === text.charAt(0).repeat(text.length);

/** ISO 7064 MOD 11,10: a running product over all digits, the check digit included. */
export function iso7064mod11x10(digits: string): boolean {
  let product = 10;
  for (let at = 0; at < digits.length - 1; at++) {
    const sum = (product + digitAt(digits, at)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return digits.length > 1 && (11 - product) % 10 === digitAt(digits, digits.length - 1);
}

/** The multiplication table of the dihedral group D5, row by row (J. Verhoeff, "Error detecting decimal codes", 1969). */
const D5 =
  '0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210';
/** The permutations that Verhoeff applies to a digit by its place, counted from the right. */
const PERMUTATIONS = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
] as const;

/** Verhoeff: every digit, permuted by its place, goes through the dihedral group; a right number ends at 0. */
export function verhoeff(digits: string): boolean {
  let state = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = digitAt(digits, digits.length - 1 - place);
    const permuted = digitAt(PERMUTATIONS[place % 8] ?? '', digit);
    state = digitAt(D5, state * 10 + permuted);
  }
  return digits.length > 1 && state === 0;
}

/** The check digit of passports and identity cards: weights 7, 3, 1 in turn, the sum modulo 10. ICAO 9303-3, 4.9. */
export function icaoDigit(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += ([7, 3, 1][at % 3] ?? 0) * alphanumericAt(text, at);
  return sum % 10;
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Is there such a day in some year? Both are two digits. */
export const isCalendarDay = (day: string, month: string): boolean =>
  Number(day) >= 1 && Number(day) <= (LONGEST_MONTHS[Number(month) - 1] ?? 0);
