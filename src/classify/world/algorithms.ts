import { digitAt, iso7064mod11x10 } from '../checks/arithmetic.ts';
import { luhn, remainder } from '../checksums.ts';
import type { Check } from '../pattern-type.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Digit times weight, summed over as many digits as there are weights; NaN when one of them is no digit. */
export function weightedSum(value: string, weights: readonly number[], from = 0): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += digitAt(value, from + at) * (weights[at] ?? 0);
  return sum;
}

/** Symbol times weight, the value of a symbol being its place in `alphabet`; NaN when one is not in it. */
export function symbolSum(value: string, weights: readonly number[], alphabet: string): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) {
    const place = value.length > at ? alphabet.indexOf(value.charAt(at)) : -1;
    sum += (place < 0 ? NaN : place) * (weights[at] ?? 0);
  }
  return sum;
}

/** The unit of a table of check letters at a place; a sum that could not be taken (NaN) has none, and equals no letter. */
export const unitAt = (table: string, place: number): string =>
  Number.isNaN(place) ? 'none' : table.charAt(place);

/** What is missing to the next multiple of 11: 0 to 10, where 10 is no digit and so never holds. */
export const to11 = (sum: number): number => (11 - (sum % 11)) % 11;
/** As `to11`, with 0 in place of 10. */
export const to11Or0 = (sum: number): number => to11(sum) % 10;
/** What is missing to 11, and of that the last digit: a rest of 0 gives 1, a rest of 1 gives 0. */
export const to11Last = (sum: number): number => (11 - (sum % 11)) % 10;
export const to10 = (sum: number): number => (10 - (sum % 10)) % 10;
export const rest10 = (sum: number): number => sum % 10;

/** The last digit is what `digitOf` makes of the weighted sum of those before it. */
export const lastDigit = (
  name: string,
  weights: readonly number[],
  digitOf: (sum: number) => number,
): Check => ({
  name,
  holds: (value) =>
    value.length === weights.length + 1 &&
    digitOf(weightedSum(value, weights)) === digitAt(value, weights.length),
});

/** The weighted sum of all digits leaves `rest` when divided by `modulus`. */
export const sumLeaves = (name: string, weights: readonly number[], modulus: number, rest = 0): Check => ({
  name,
  holds: (value) => value.length === weights.length && weightedSum(value, weights) % modulus === rest,
});

export const LUHN: Check = { name: 'Luhn', holds: luhn };

export const mod11And10: Check = { name: 'ISO 7064 mod 11,10', holds: iso7064mod11x10 };

/** ISO 7064 MOD 97-10 over digits and letters (A is 10): the whole leaves `rest`. */
export const mod97 = (rest: number): Check => ({
  name: 'ISO 7064 mod 97-10',
  holds: (value) => value.length > 2 && remainder(lettersAsNumbers(value), 97) === rest,
});

/** A is 10 to Z is 35, digits stay. */
export const lettersAsNumbers = (value: string): string =>
  value.replaceAll(/[A-Z]/g, (letter) => String(LETTERS.indexOf(letter) + 10));

/** A structure or a rule of its own. */
export const rule = (name: string, holds: (compact: string) => boolean): Check => ({ name, holds });

/** All of them hold. */
export const every = (...checks: readonly Check[]): Check => ({
  name: checks.map(({ name }) => name).join(', '),
  holds: (value) => checks.every((check) => check.holds(value)),
});

/** One of them holds. */
export const either = (...checks: readonly Check[]): Check => ({
  name: checks.map(({ name }) => name).join(' or '),
  holds: (value) => checks.some((check) => check.holds(value)),
});

/** Only the part from `from` to `to` counts. */
export const part = (check: Check, from: number, to?: number): Check => ({
  name: check.name,
  holds: (value) => check.holds(value.slice(from, to)),
});

/** Is it a day of the calendar? Years of two digits may be leap years. */
export function isDay(year: number, month: number, day: number): boolean {
  if (!(month >= 1 && month <= 12 && day >= 1)) return false;
  if (month === 2) return day <= (year % 4 === 0 ? 29 : 28);
  return day <= ([4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** The number in [from, from + length) of a compact value; NaN when it holds anything but digits. */
export const numberAt = (value: string, from: number, length: number): number => {
  const digits = value.slice(from, from + length);
  return digits.length === length && /^\d{1,15}$/.test(digits) ? Number(digits) : NaN;
};

/** Six digits at `from` are a date: year, month, day (`ymd`) or day, month, year (`dmy`). */
export const sixDigitDate = (order: 'ymd' | 'dmy', from = 0): Check => ({
  name: 'a date',
  holds: (value) => {
    const [first, month, last] = [0, 2, 4].map((at) => numberAt(value, from + at, 2));
    if (first === undefined || month === undefined || last === undefined) return false;
    return order === 'ymd' ? isDay(first, month, last) : isDay(last, month, first);
  },
});

/** Two rounds: the second set of weights counts when the first leaves 10. */
export const twoRounds = (name: string, weights: readonly number[], second: readonly number[]): Check =>
  rule(name, (value) => {
    if (value.length !== weights.length + 1) return false;
    const first = weightedSum(value, weights) % 11;
    const digit = first === 10 ? (weightedSum(value, second) % 11) % 10 : first;
    return digit === digitAt(value, weights.length);
  });

/** For numbers without a check digit whose letters stand in fixed places: the same digit all over is a placeholder. */
export const NO_PLACEHOLDER: Check = rule(
  'no placeholder',
  (value) => !/^\P{N}*(\d)(?:\1|\P{N})*$/u.test(value),
);
