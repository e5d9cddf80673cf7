import { COLON, COMMA, DASH, DOT, HASH, isDigit, SLASH, SPACE, standsAlone, unitsOf } from '../characters.ts';
import {
  commonGap,
  digitAt,
  gapAfter,
  gapBefore,
  groupLength,
  isGrouped,
  isOneDigitRepeated,
  numberAt,
  type DigitWindow,
} from '../digit-run.ts';

/** Is the window a whole number, not a slice out of a row of numbers, a sum of money or a decimal? */
export function isPlainlyCut(text: string, window: DigitWindow): boolean {
  const { start, end } = window;
  if (gapBefore(window) !== 0 || hasStrongGap(gapAfter(window), window)) return false;
  if (!standsAlone(text, start, end, SLASH)) return false;
  const before = text.charCodeAt(start - 1);
  if (before === HASH || before === DASH || isMoney(before)) return false;
  if (before === SPACE && isMoney(text.charCodeAt(start - 2))) return false;
  const after = text.charCodeAt(end);
  if (after === COLON && isDigit(text.charCodeAt(end + 1))) return false;
  if (after === COMMA && isFraction(text, end + 1)) return false;
  return !isMoney(after) && !(separates(after) && isMoney(text.charCodeAt(end + 1)));
}

/** One or two digits behind a comma are cents; more are the next field of a table. */
function isFraction(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at))) return false;
  return !isDigit(text.charCodeAt(at + 1)) || !isDigit(text.charCodeAt(at + 2));
}

/** A group that follows belongs to the number unless only a space, where the number has none, leads to it. */
function hasStrongGap(after: number, window: DigitWindow): boolean {
  if (after === 0 || after === SLASH) return false;
  return after !== SPACE || commonGap(window) === SPACE;
}

const separates = (code: number): boolean => code === SPACE || code === 0xa0 || code === 0x202f;

/** `$ % = < > * °` and the currency signs. */
function isMoney(code: number): boolean {
  if (code < 128) return ASCII_MONEY[code] === 1;
  return (code >= 0x20a0 && code <= 0x20cf) || MONEY.has(code);
}
const MONEY = unitsOf('$%<>*°£¥¢§^~');
const ASCII_MONEY = new Uint8Array(128);
for (const code of MONEY) ASCII_MONEY[code] = 1;

/** Dates, IP addresses, social security numbers, ISBN, thousands, hours: written as a phone number is, but none. */
export function isOtherNumber(window: DigitWindow): boolean {
  if (window.groups === 1) return isCompactDate(window);
  const gap = commonGap(window);
  if (window.groups === 2 && isHalved(window, gap)) return true;
  if (isDate(window) || isGrouped(window, SSN)) return true;
  if (gap === DOT) {
    if (isThousands(window)) return true;
    if (window.groups === 4 && groupLength(window, 0) <= 3 && groupLength(window, 3) <= 3) {
      return !isPairs(window);
    }
  }
  return isBookNumber(window) || isOneDigitRepeated(window);
}

const SSN = [3, 2, 4];

/** `67.301234` is a decimal, and `94105-1234` and `94105 1234` are a place in the United States (ZIP+4). */
function isHalved(window: DigitWindow, gap: number): boolean {
  if (gap === DOT) return digitAt(window, 0) !== 0 || groupLength(window, 0) < 3;
  return (gap === DASH || gap === SPACE) && groupLength(window, 0) === 5 && groupLength(window, 1) === 4;
}

/** ISBN-13, by its first digits and check digit: weights 1 and 3 in turn, the sum ends in 0. */
function isBookNumber(window: DigitWindow): boolean {
  if (window.count !== 13) return false;
  const prefix = numberAt(window, 0, 3);
  if (prefix !== 978 && prefix !== 979) return false;
  let sum = 0;
  for (let index = 0; index < 13; index++) sum += digitAt(window, index) * (index % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}

const isPairs = (window: DigitWindow): boolean => {
  for (let index = 0; index < window.groups; index++) if (groupLength(window, index) !== 2) return false;
  return true;
};

/** `1.234.567`: one to three digits, then threes. Phone numbers written so start with 0 or have another length. */
export function isThousands(window: DigitWindow): boolean {
  for (let index = 1; index < window.groups; index++) if (groupLength(window, index) !== 3) return false;
  return groupLength(window, 0) <= 3;
}

/** Year-month-day in either direction in the first three groups, whatever follows (an hour, say). */
function isDate(window: DigitWindow): boolean {
  if (window.groups < 3) return false;
  const first = groupLength(window, 0);
  const second = groupLength(window, 1);
  const third = groupLength(window, 2);
  if (second > 2) return false;
  if (window.groups === 3 && first <= 2 && commonGap(window) !== SPACE) {
    return (third === 4 || third === 2) && isDayMonth(valueOf(window, 0), valueOf(window, 1));
  }
  return (
    first === 4 &&
    third <= 2 &&
    isYear(valueOf(window, 0)) &&
    isDayMonth(valueOf(window, 2), valueOf(window, 1))
  );
}

/** A group of the window, nine digits at most, as a number. */
function valueOf(window: DigitWindow, index: number): number {
  let from = 0;
  for (let group = 0; group < index; group++) from += groupLength(window, group);
  return numberAt(window, from, from + groupLength(window, index));
}

const isYear = (year: number): boolean => year >= 1900 && year < 2100;

const isDayMonth = (day: number, month: number): boolean => {
  const low = Math.min(day, month);
  return low >= 1 && low <= 12 && Math.max(day, month) <= 31;
};

/** `20240115` and `15012024`. */
function isCompactDate(window: DigitWindow): boolean {
  if (window.count !== 8) return false;
  if (isYear(numberAt(window, 0, 4)) && isDayMonth(numberAt(window, 6, 8), numberAt(window, 4, 6)))
    return true;
  return isYear(numberAt(window, 4, 8)) && isDayMonth(numberAt(window, 0, 2), numberAt(window, 2, 4));
}

/** Seconds or milliseconds since 1970, for the years 2001 to 2033. */
export const isEpoch = (window: DigitWindow): boolean =>
  window.groups === 1 && (window.count === 10 || window.count === 13) && digitAt(window, 0) === 1;
