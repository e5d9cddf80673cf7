import {
  COLON,
  COMMA,
  DASH,
  DOT,
  HASH,
  isDigit,
  PLUS,
  SLASH,
  SPACE,
  standsAlone,
  unitsOf,
} from '../characters.ts';
import { listOf } from '../word-list.ts';
import { ean13 } from '../checksums.ts';
import type { DigitsDetector, Match, View } from '../detector.ts';
import {
  commonGap,
  digitsOf,
  gapAfter,
  gapBefore,
  groupLength,
  isGrouped,
  type DigitWindow,
} from '../digit-run.ts';
import {
  FEWEST_DIGITS,
  isInternationalNumber,
  isNationalNumber,
  MOST_DIGITS,
  nationalPrefix,
} from '../phone-plans.ts';
import { phoneExamples } from './phone-examples.ts';

const KEYWORDS = listOf(`
  phone, phones, telephone, tel, mobile, cell, cellphone, call, fax, whatsapp, sms, text me, dial,
  hotline, landline, voicemail, phone number, contact number, reach me, ring, msisdn, téléphone, tél,
  portable, appeler, appelez, joindre, télécopie, telefon, handy, mobil, rufnummer, anrufen,
  durchwahl, festnetz, teléfono, telefono, móvil, movil, celular, llamar, llame, cellulare, chiamare,
  telefone, telemóvel, telefoon, mobiel, puhelin, telefonnummer, komórka, telefonu, телефон, тел,
  τηλέφωνο, telefonszám, mobilní, gsm, ligue
`);

/** How near a word must be to speak for digits that nothing else tells from an order number. */
const CLOSE = 48;
/** Where a word nearby says "phone" but not from where: plans to try, by how many people use them in Europe and America. */
const USUAL_COUNTRIES = [
  'US',
  'GB',
  'FR',
  'DE',
  'ES',
  'IT',
  'NL',
  'BE',
  'PL',
  'CH',
  'AT',
  'PT',
  'SE',
  'IE',
  'AU',
  'IN',
  'BR',
  'MX',
];

/** Phone numbers by the world's numbering plans, international ones and those of the view's country. */
export const phone: DigitsDetector = {
  type: 'PHONE',
  anchor: {
    kind: 'digits',
    counts: Array.from({ length: MOST_DIGITS + 2 - FEWEST_DIGITS + 1 }, (_, index) => FEWEST_DIGITS + index),
    maxGroups: 7,
  },
  match: matchPhone,
  keywords: KEYWORDS,
  examples: phoneExamples,
};

function matchPhone(view: View, window: DigitWindow): Match | undefined {
  const { text } = view;
  if (text.charCodeAt(window.start - 1) === PLUS) return matchInternational(view, window, 1);
  if (text.startsWith('00', window.start)) return matchInternational(view, window, 0);
  if (!isPlainlyCut(text, window) || isOtherNumber(text, window)) return undefined;
  return matchNational(view, window);
}

/** `+33…` and `0033…`. `plus` is the length of the sign in front of the window. */
function matchInternational(view: View, window: DigitWindow, plus: 0 | 1): Match | undefined {
  const { text } = view;
  const start = window.start - plus;
  if (!standsAlone(text, start, window.end, SLASH) || gapAfter(window) === DOT || gapAfter(window) === DASH)
    return undefined;
  const written = digitsOf(text, window);
  const digits = plus === 1 ? written : written.slice(2);
  if (digits.length > MOST_DIGITS) return undefined;
  // `+33 (0)6…`: the national prefix between brackets is not dialled from abroad, and the plan takes it off.
  if (!isInternationalNumber(digits)) return undefined;
  if (plus === 0 && window.first > 0) return undefined;
  const span = { start: openingBracket(text, start), end: window.end };
  const keyword = view.hasKeyword(KEYWORDS, span);
  if (plus === 0 && window.groups === 1 && !keyword && digits.length < 10) return undefined;
  return found(span, plus === 1 || keyword ? 'high' : 'medium', keyword, digits);
}

/** `(+33) 6…`: the bracket belongs to the number when it closes inside it. */
const openingBracket = (text: string, start: number): number => (text[start - 1] === '(' ? start - 1 : start);

function matchNational(view: View, window: DigitWindow): Match | undefined {
  const digits = digitsOf(view.text, window);
  const bracketed =
    view.text[window.start - 1] === '(' && view.text.slice(window.start, window.end).includes(')');
  const start = bracketed ? window.start - 1 : window.start;
  const span = { start, end: window.end };
  const shape = shapeOf(view, window, digits, bracketed);
  if (shape === undefined) return matchByWord(view, window, span, digits);
  const keyword = view.hasKeyword(KEYWORDS, span);
  if (shape === 'vague' && !keyword) return undefined;
  return found(span, keyword && shape === 'clear' ? 'high' : 'medium', keyword, digits);
}

/**
 * Does the way it is written tell a phone number? `clear`: as the view's country or North America or France writes one.
 * `vague`: valid in the view's country, but other numbers look the same.
 */
function shapeOf(
  view: View,
  window: DigitWindow,
  digits: string,
  bracketed: boolean,
): 'clear' | 'vague' | undefined {
  if (isNorthAmerican(window, bracketed) && isNationalNumber(digits, 'US')) return 'clear';
  if (isGrouped(window, [2, 2, 2, 2, 2]) && digits.startsWith('0') && isNationalNumber(digits, 'FR'))
    return 'clear';
  if (view.country === undefined || !isNationalNumber(digits, view.country)) return undefined;
  const prefix = nationalPrefix(view.country);
  if (prefix !== undefined && prefix.startsWith('0')) {
    if (!digits.startsWith(prefix)) return 'vague';
    return digits.length >= 9 ? 'clear' : 'vague';
  }
  return window.groups >= 3 || bracketed ? 'clear' : 'vague';
}

/** `(202) 555-0123`, `202-555-0123`, `202.555.0123`, also with `1` in front. With spaces alone it needs the country. */
function isNorthAmerican(window: DigitWindow, bracketed: boolean): boolean {
  const gap = commonGap(window);
  const marked = gap !== SPACE || bracketed;
  return marked && (isGrouped(window, [3, 3, 4]) || isGrouped(window, [1, 3, 3, 4]));
}

/** Digits in no shape of the view's country with a word such as "phone" close to them: tries the usual countries. */
function matchByWord(
  view: View,
  window: DigitWindow,
  span: { start: number; end: number },
  digits: string,
): Match | undefined {
  if (digits.length < 8) return undefined;
  if (!view.hasKeyword(KEYWORDS, span, CLOSE)) return undefined;
  if (!USUAL_COUNTRIES.some((country) => isWrittenAsIn(country, digits))) return undefined;
  return found(span, window.groups > 1 || digits.startsWith('0') ? 'medium' : 'low', true, digits);
}

function isWrittenAsIn(country: string, digits: string): boolean {
  const prefix = nationalPrefix(country);
  if (prefix !== undefined && prefix.startsWith('0') && !digits.startsWith(prefix)) return false;
  return isNationalNumber(digits, country);
}

const found = (
  span: { start: number; end: number },
  confidence: Match['confidence'],
  keyword: boolean,
  value: string,
): Match => ({ ...span, confidence, evidence: keyword ? ['pattern', 'keyword'] : ['pattern'], value });

/** Is the window a whole number, not a slice out of a row of numbers, a sum of money or a decimal? */
function isPlainlyCut(text: string, window: DigitWindow): boolean {
  const { start, end } = window;
  if (!standsAlone(text, start, end, SLASH)) return false;
  if (gapBefore(window) !== 0 || hasStrongGap(gapAfter(window), window)) return false;
  const before = text.charCodeAt(start - 1);
  const beforeThat = text.charCodeAt(start - 2);
  if (before === HASH || before === DASH || isMoney(before)) return false;
  if (before === SPACE && isMoney(beforeThat)) return false;
  const after = text.charCodeAt(end);
  if (after === COLON && isDigit(text.charCodeAt(end + 1))) return false;
  if (after === COMMA && isDigit(text.charCodeAt(end + 1))) return false;
  return !isMoney(after) && !(separates(after) && isMoney(text.charCodeAt(end + 1)));
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
function isOtherNumber(text: string, window: DigitWindow): boolean {
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
function isThousands(window: DigitWindow): boolean {
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
