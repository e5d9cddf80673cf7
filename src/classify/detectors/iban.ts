import {
  AT,
  DASH,
  DOT,
  isAlphanumeric,
  isAsciiLetter,
  isDigit,
  separatorKind,
  SPACE,
} from '../characters.ts';
import type { CodeDetector, DigitsDetector, Match, Span, View } from '../detector.ts';
import { digitAt, digitsFrom, digitsOf, gapAfter, numberAt, type DigitWindow } from '../digit-run.ts';
import { remainderOf } from '../checksums.ts';
import { listOf } from '../word-list.ts';
import { fitsStructure, ibanLength, lengthsOfDigits, placeOfCountry } from './iban-registry.ts';

const KEYWORDS = listOf(`
  iban, ibans, bank, banking, bank account, international bank account, bic, swift, sepa, account, konto, kontonummer,
  bankverbindung, bankkonto, compte, compte bancaire, rib, virement, cuenta, cuenta bancaria, conto, conto corrente, bonifico,
  conta, conta bancária, rekening, rekeningnummer, bankrekening, numer konta, rachunek, nr konta, nr rachunku, číslo účtu, účet,
  bankkonto, tilinumero, bankszámlaszám, számlaszám, cont bancar, λογαριασμός, банковский счет, hesap, hesap no, kod iban
`);

const PURVIEW = {
  name: 'International Banking Account Number (IBAN)',
  id: 'e7dc4711-11b7-4cb0-b88b-2c394a771f0e',
};
const CHECKED = ['pattern', 'checksum'] as const;
const WITH_KEYWORD = ['pattern', 'checksum', 'keyword'] as const;

/** International bank account numbers, compact or in groups. ISO 13616. */
export const iban: CodeDetector = {
  type: 'IBAN',
  name: 'International bank account number',
  purview: PURVIEW,
  anchor: { kind: 'code' },
  match: matchIban,
  keywords: KEYWORDS,
  examples: {
    match: [
      { text: 'IBAN: DE89 3704 0044 0532 0130 00', value: 'DE89 3704 0044 0532 0130 00', confidence: 'high' },
      { text: 'FR1420041010050500013M02606', value: 'FR1420041010050500013M02606', confidence: 'high' },
      { text: '(GB82 WEST 1234 5698 7654 32)', value: 'GB82 WEST 1234 5698 7654 32' },
      { text: 'no. gb82west12345698765432.', value: 'gb82west12345698765432' },
      { text: 'on de89 3704 0044 0532 0130 00', value: 'de89 3704 0044 0532 0130 00' },
      { text: 'NO93\u00a08601\u00a01117\u00a0947 now', value: 'NO93\u00a08601\u00a01117\u00a0947' },
      { text: 'BE68-5390-0754-7034', value: 'BE68-5390-0754-7034' },
      { text: 'MT84MALT011000012345MTLCAST001S', value: 'MT84MALT011000012345MTLCAST001S' },
    ],
    noMatch: [
      'DE89 3704 0044 0532 0130 01',
      'GB82WEST123456987654320',
      'XDE89370400440532013000',
      'ZZ89 3704 0044 0532 0130 00',
      'AT10 people were here and 20 left again soon',
      'gb82we st1234 5698 7654 32',
      'LV80 bank 0000 4351 9500 1',
      'DE89',
      'commit be71a1d2c3f4e5968778695a4b3c2d1e0f9a8b7c',
      'DE00000000000000000000',
      'GB82123412345698765432',
      'DE89370400440532013000@example',
    ],
  },
};

function matchIban(view: View, at: Span): Match | undefined {
  const { text } = view;
  const { start } = at;
  const country = placeOfCountry(text.charCodeAt(start), text.charCodeAt(start + 1));
  const length = ibanLength(country);
  if (length === 0) return undefined;
  const end = endOf(text, start, length);
  if (end === 0) return undefined;
  const after = text.charCodeAt(end);
  if (isAlphanumeric(after) || after === AT) return undefined;
  const value = compactOf(text, start, end, length);
  if (!fitsStructure(country, value)) return undefined;
  const keyword = view.hasKeyword(KEYWORDS, { start, end });
  return { start, end, confidence: 'high', evidence: keyword ? WITH_KEYWORD : CHECKED, value };
}

/**
 * Reads `length` letters and digits from `start` on, single separators between them passed over, and answers where they end;
 * 0 when there are not so many or their check digits do not hold (ISO 7064 mod 97-10 with the first four characters moved to
 * the end). Small letters are only taken from groups of four without capitals: other pieces are words.
 */
function endOf(text: string, start: number, length: number): number {
  const check = twoDigits(text, start + 2);
  // The check digits are never computed as 00, 01 or 99.
  if (check < 2 || check > 98) return 0;
  let irregular = false;
  let small = isSmall(text.charCodeAt(start));
  let capital = !isSmall(text.charCodeAt(start + 1));
  if (small === capital) return 0;
  let rest = 0;
  let at = start + 4;
  for (let count = 4; count < length; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) rest = (rest * 10 + code - 48) % 97;
    else if (isAsciiLetter(code)) {
      rest = (rest * 100 + (code & ~0x20) - 55) % 97;
      if (isSmall(code)) small = true;
      else capital = true;
    } else {
      const kind = separatorKind(code);
      if ((kind !== SPACE && kind !== DASH && kind !== DOT) || !isAlphanumeric(text.charCodeAt(at + 1)))
        return 0;
      irregular ||= count % 4 !== 0;
      continue;
    }
    if (small && (capital || irregular)) return 0;
    count++;
  }
  const letters = letterValue(text, start) * 100 + letterValue(text, start + 1);
  return (rest * 1_000_000 + letters * 100 + check) % 97 === 1 ? at : 0;
}

const isSmall = (code: number): boolean => code >= 97;

/** A is 10, Z is 35. */
const letterValue = (text: string, at: number): number => (text.charCodeAt(at) & ~0x20) - 55;

/** Two digits as a number; -1 when they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : -1;
}

function compactOf(text: string, start: number, end: number, length: number): string {
  const written = text.slice(start, end);
  const compact = end - start === length ? written : written.replaceAll(/[^0-9A-Za-z]/g, '');
  // Small letters stand in all groups or in none, and in the country's code if anywhere.
  return isSmall(compact.charCodeAt(0)) ? compact.toUpperCase() : compact;
}

/** The same with a space behind the letters of the country: `NO 93 8601…`. Only for countries whose numbers hold no letters. */
export const ibanApart: DigitsDetector = {
  type: 'IBAN',
  name: 'International bank account number, country apart',
  purview: PURVIEW,
  anchor: { kind: 'digits', counts: lengthsOfDigits, maxGroups: 8 },
  match: matchApart,
  keywords: KEYWORDS,
  examples: {
    match: [
      { text: 'IBAN NO 93 8601 1117 947', value: 'NO 93 8601 1117 947', confidence: 'high' },
      { text: 'pay to DE 89 3704 0044 0532 0130 00 now', value: 'DE 89 3704 0044 0532 0130 00' },
      { text: 'BE 68539007547034', value: 'BE 68539007547034', confidence: 'medium' },
      { text: 'Konto: DE 89370400440532013000.', value: 'DE 89370400440532013000', confidence: 'high' },
      { text: 'BE\u00a068 5390 0754 7034', value: 'BE\u00a068 5390 0754 7034' },
    ],
    noMatch: [
      'NO 93 8601 1117 948',
      'no 93 8601 1117 947',
      'ANO 93 8601 1117 947',
      'NO 93 8601 1117 947 12',
      'ZZ 68539007547034',
      '68539007547034',
    ],
  },
};

function matchApart(view: View, window: DigitWindow): Match | undefined {
  const { text } = view;
  const start = window.start - 3;
  if (separatorKind(text.charCodeAt(start + 2)) !== SPACE || !isCountry(text, start)) return undefined;
  const country = placeOfCountry(text.charCodeAt(start), text.charCodeAt(start + 1));
  if (ibanLength(country) !== window.count + 2 || gapAfter(window) !== 0) return undefined;
  if (isAlphanumeric(text.charCodeAt(window.end)) || numberAt(window, 0, 2) < 2) return undefined;
  const from = digitsFrom(window);
  const rest = remainderOf(window.run.digits, from + 2, from + window.count, 97);
  const letters = letterValue(text, start) * 100 + letterValue(text, start + 1);
  const check = digitAt(window, 0) * 10 + digitAt(window, 1);
  if ((rest * 1_000_000 + letters * 100 + check) % 97 !== 1) return undefined;
  const value = text.slice(start, start + 2) + digitsOf(text, window);
  if (!fitsStructure(country, value)) return undefined;
  const keyword = view.hasKeyword(KEYWORDS, { start, end: window.end });
  return {
    start,
    end: window.end,
    confidence: keyword ? 'high' : 'medium',
    evidence: keyword ? WITH_KEYWORD : CHECKED,
    value,
  };
}

/** Two capital letters that are a word of their own. */
const isCountry = (text: string, at: number): boolean =>
  isCapital(text.charCodeAt(at)) &&
  isCapital(text.charCodeAt(at + 1)) &&
  !isAlphanumeric(text.charCodeAt(at - 1));

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
