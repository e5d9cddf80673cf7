/**
 * Check digit algorithms. Each takes the bare characters (separators already removed) and answers whether they hold.
 * A character outside the algorithm's alphabet makes the answer false; nothing throws.
 */

const ZERO = 48;

/** Luhn, as on payment cards: from the right every second digit is doubled (minus 9 above 9), the sum ends in 0. ISO/IEC 7812-1. */
export function luhn(digits: string): boolean {
  let sum = 0;
  let doubled = false;
  for (let index = digits.length - 1; index >= 0; index--) {
    const digit = digits.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return false;
    const share = doubled ? digit * 2 : digit;
    sum += share > 9 ? share - 9 : share;
    doubled = !doubled;
  }
  return digits.length > 1 && sum % 10 === 0;
}

/** Luhn over digits[from, to), which hold numbers from 0 to 9. */
export function luhnOf(digits: Uint8Array, from: number, to: number): boolean {
  let sum = 0;
  let doubled = false;
  for (let at = to - 1; at >= from; at--) {
    const digit = digits[at] ?? 0;
    const share = doubled ? digit * 2 : digit;
    sum += share > 9 ? share - 9 : share;
    doubled = !doubled;
  }
  return to - from > 1 && sum % 10 === 0;
}

/** The remainder of digits[from, to), which hold numbers from 0 to 9, by `modulus` (at most 1e6). */
export function remainderOf(digits: Uint8Array, from: number, to: number, modulus: number): number {
  let rest = 0;
  for (let at = from; at < to; at++) rest = (rest * 10 + (digits[at] ?? 0)) % modulus;
  return rest;
}

/** The remainder of a decimal number of any length by `modulus` (at most 1e6); -1 when it holds anything but digits. */
export function remainder(digits: string, modulus: number): number {
  if (digits.length === 0) return -1;
  let rest = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    rest = (rest * 10 + digit) % modulus;
  }
  return rest;
}

/**
 * ISO 7064 MOD 97-10 as an IBAN uses it: the first four characters move to the end, A is 10 to Z is 35,
 * the number leaves 1 when divided by 97. ISO 13616-1. Letters may be of either case.
 */
export function ibanCheck(iban: string): boolean {
  if (iban.length < 5) return false;
  let rest = 0;
  for (let index = 0; index < iban.length; index++) {
    const value = alphanumericValue(iban.charCodeAt((index + 4) % iban.length));
    if (value < 0) return false;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

function alphanumericValue(code: number): number {
  if (code >= 48 && code <= 57) return code - ZERO;
  const upper = code & ~0x20;
  return upper >= 65 && upper <= 90 ? upper - 55 : -1;
}

/**
 * The key of a French social security number: 97 minus the 13 characters before it, modulo 97. In Corsica the
 * department is 2A or 2B; they count as 19 and 18. `nir` is all 15 characters, upper case. Source: INSEE, "Numéro NIR".
 */
export function nirKey(nir: string): boolean {
  if (nir.length !== 15) return false;
  const body = nir.slice(0, 13).replace('2A', '19').replace('2B', '18');
  const rest = remainder(body, 97);
  const key = remainder(nir.slice(13), 100);
  return rest >= 0 && key === 97 - rest;
}

/** The check digit of ISBN-13 and EAN-13: weights 1 and 3 in turn, the sum ends in 0. */
export function ean13(digits: string): boolean {
  if (digits.length !== 13 || remainder(digits, 10) < 0) return false;
  let sum = 0;
  for (let index = 0; index < 13; index++) {
    sum += (digits.charCodeAt(index) - ZERO) * (index % 2 === 0 ? 1 : 3);
  }
  return sum % 10 === 0;
}
