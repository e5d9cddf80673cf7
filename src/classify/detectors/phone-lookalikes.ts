import { COLON, COMMA, DASH, DOT, HASH, isDigit, SLASH, SPACE, standsAlone, unitsOf } from '../characters.ts';
import { ean13 } from '../checksums.ts';
import {
  commonGap,
  digitsOf,
  gapAfter,
  gapBefore,
  groupLength,
  isGrouped,
  type DigitWindow,
} from '../digit-run.ts';

/** Is the window a whole number, not a slice out of a row of numbers, a sum of money or a decimal? */
export function isPlainlyCut(text: string, window: DigitWindow): boolean {
  const { start, end } = window;
  if (!standsAlone(text, start, end, SLASH)) return false;
  if (gapBefore(window) !== 0 || hasStrongGap(gapAfter(window), window)) return false;
  const before = text.charCodeAt(start - 1);
  const beforeThat = text.charCodeAt(start - 2);
  if (before === HASH || before === DASH || isMoney(before)) return false;
  if (before === SPACE && isMoney(beforeThat)) return false;
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
  return (code >= 0x20a0 && code <= 0x20cf) || MONEY.has(code);
}
const MONEY = unitsOf('$%<>*°£¥¢§^~');

/** Dates, IP addresses, social security numbers, ISBN, thousands, hours: written as a phone number is, but none. */
export function isOtherNumber(text: string, window: DigitWindow): boolean {
  const gap = commonGap(window);
  if (window.groups === 1)
    return isCompactDate(text.slice(window.start, window.end)) || isEpoch(text, window);
  if (isDate(text, window) || isGrouped(window, [3, 2, 4])) return true;
  if (gap === DOT && isThousands(window)) return true;
  if (window.groups === 4 && gap === DOT && groupLength(window, 0) <= 3 && groupLength(window, 3) <= 3)
    return !isPairs(window);
  const digits = digitsOf(text, window);
  if (digits.length === 13 && (digits.startsWith('978') || digits.startsWith('979')) && ean13(digits))
    return true;
  return digits === digits.charAt(0).repeat(digits.length);
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
function isDate(text: string, window: DigitWindow): boolean {
  if (window.groups < 3) return false;
  const parts = [0, 1, 2].map((index) => {
    const group = window.first + index;
    return text.slice(window.run.starts[group], window.run.ends[group]);
  });
  const [first = '', second = '', third = ''] = parts;
  if (window.groups === 3 && commonGap(window) !== SPACE && first.length <= 2 && second.length <= 2) {
    return isDayMonth(first, second) && (third.length === 4 || third.length === 2);
  }
  return isYear(first) && isDayMonth(third, second) && third.length <= 2;
}

const isYear = (part: string): boolean =>
  part.length === 4 && (part.startsWith('19') || part.startsWith('20'));

const isDayMonth = (day: string, month: string): boolean => {
  const low = Math.min(Number(day), Number(month));
  return low >= 1 && low <= 12 && Math.max(Number(day), Number(month)) <= 31;
};

/** `20240115` and `15012024`. */
function isCompactDate(digits: string): boolean {
  if (digits.length !== 8) return false;
  const yearFirst = isYear(digits.slice(0, 4)) && isDayMonth(digits.slice(6), digits.slice(4, 6));
  return yearFirst || (isYear(digits.slice(4)) && isDayMonth(digits.slice(0, 2), digits.slice(2, 4)));
}

/** Seconds or milliseconds since 1970, for the years 2001 to 2033. */
function isEpoch(text: string, { start, count }: DigitWindow): boolean {
  return (count === 10 || count === 13) && text[start] === '1';
}
