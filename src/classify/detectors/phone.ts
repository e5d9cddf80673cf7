import { DASH, DOT, isDigit, PLUS, SLASH, SPACE, standsAlone } from '../characters.ts';
import type { DigitsDetector, Match, Span, View } from '../detector.ts';
import { commonGap, digitsOf, gapAfter, isGrouped, type DigitWindow } from '../digit-run.ts';
import {
  FEWEST_DIGITS,
  isNationalNumber,
  judgeInternational,
  MOST_DIGITS,
  nationalPrefix,
} from '../phone-plans.ts';
import { listOf } from '../word-list.ts';
import { phoneExamples } from './phone-examples.ts';
import { isOtherNumber, isPlainlyCut, isThousands } from './phone-lookalikes.ts';

const KEYWORDS = listOf(`
  phone, phones, telephone, tel, mobile, cell, cellphone, call, fax, whatsapp, sms, text me, dial,
  hotline, landline, voicemail, phone number, contact number, reach me, ring, msisdn, téléphone, tél,
  portable, appeler, appelez, joindre, télécopie, telefon, handy, mobil, rufnummer, anrufen,
  durchwahl, festnetz, teléfono, telefono, móvil, movil, celular, llamar, llame, cellulare, chiamare,
  telefone, telemóvel, telefoon, mobiel, puhelin, telefonnummer, komórka, telefonu, телефон, тел,
  τηλέφωνο, telefonszám, mobilní, gsm, ligue,
  reachable, bereikbaar, erreichbar, joignable, recapiti, contactable
`);

/** How far in front of a number its label may begin: `Phone (office): …`. */
const LABEL = 48;
/** Plans to try where nothing says from which country a number is: by how many people use them in Europe and America. */
const USUAL_COUNTRIES = listOf('US, GB, FR, DE, ES, IT, NL, BE, PL, CH, AT, PT, SE, IE, AU, IN, BR, MX');
/** A label that says that bare digits are something else. Read on the 24 units before them. */
const OTHER_LABEL =
  /(?:order|commande|pedido|ordine|bestell\w{0,8}|zam\w{0,8}|invoice|facture|rechnung\w{0,8}|ref|reference|ticket|id|number|no|n°|nr)[^\p{L}\d]{0,4}$/iu;
const LOOK_BACK = 24;

/** Phone numbers by the world's numbering plans: international ones, and national ones of the view's country or with a label. */
export const phone: DigitsDetector = {
  type: 'PHONE',
  anchor: {
    kind: 'digits',
    // Two more than a number has, for the 00 in front.
    counts: Array.from({ length: MOST_DIGITS + 3 - FEWEST_DIGITS }, (_, index) => FEWEST_DIGITS + index),
    maxGroups: 7,
  },
  match: matchPhone,
  keywords: KEYWORDS,
  examples: phoneExamples,
};

function matchPhone(view: View, window: DigitWindow): Match | undefined {
  const { text } = view;
  if (text.charCodeAt(window.start - 1) === PLUS) return matchInternational(view, window, 1);
  if (window.first === 0 && text.startsWith('00', window.start)) return matchInternational(view, window, 0);
  if (window.count > MOST_DIGITS || !isPlainlyCut(text, window) || isOtherNumber(text, window))
    return undefined;
  return matchNational(view, window);
}

/** `+33…` and `0033…`. `plus` is the length of the sign in front of the window. */
function matchInternational(view: View, window: DigitWindow, plus: 0 | 1): Match | undefined {
  const { text } = view;
  const start = window.start - plus;
  const after = gapAfter(window);
  if (!standsAlone(text, start, window.end, SLASH) || after === DOT || after === DASH) return undefined;
  const digits = plus === 1 ? digitsOf(text, window) : digitsOf(text, window).slice(2);
  if (digits.length > MOST_DIGITS) return undefined;
  const verdict = judgeInternational(digits);
  if (verdict === 'none') return undefined;
  const span = { start: openingBracket(text, start), end: window.end };
  const keyword = view.hasKeyword(KEYWORDS, span);
  if (verdict === 'given') {
    if (plus === 0 && !keyword && digits.length < 10) return undefined;
    return found(span, plus === 1 || keyword ? 'high' : 'medium', keyword, digits);
  }
  const alone = plus === 1 && after === 0 && digits.length >= 9 && !isSum(text, start);
  return alone ? found(span, isLabelled(view, span) ? 'medium' : 'low', keyword, digits) : undefined;
}

/** `(+33) 6…`: the bracket belongs to the number. */
const openingBracket = (text: string, start: number): number => (text[start - 1] === '(' ? start - 1 : start);

/** Is the plus an operator: `5 +441234567`? */
const isSum = (text: string, plus: number): boolean =>
  text.charCodeAt(plus - 1) === SPACE && isDigit(text.charCodeAt(plus - 2));

function matchNational(view: View, window: DigitWindow): Match | undefined {
  const { text } = view;
  const digits = digitsOf(text, window);
  const bracketed = text[window.start - 1] === '(' && text.slice(window.start, window.end).includes(')');
  const span = { start: bracketed ? window.start - 1 : window.start, end: window.end };
  const labelled = isLabelled(view, span);
  if (isClear(view, window, digits, bracketed)) {
    if (!labelled && window.groups === 1 && hasOtherLabel(text, span.start)) return undefined;
    const keyword = labelled || view.hasKeyword(KEYWORDS, span);
    return found(span, keyword ? 'high' : 'medium', keyword, digits);
  }
  if (labelled) return isKnownAnywhere(view, digits) ? found(span, 'medium', true, digits) : undefined;
  // An area code in brackets, or groups with a zero in front and talk of phones around: of some country, perhaps.
  if (!digits.startsWith('0') || digits.length < 9 || (!bracketed && window.groups === 1)) return undefined;
  const keyword = view.hasKeyword(KEYWORDS, span);
  if ((!bracketed && !keyword) || !isUsual(digits)) return undefined;
  return found(span, bracketed ? 'medium' : 'low', keyword, digits);
}

/** Does a keyword stand before the span on its line, with no other number between? */
function isLabelled(view: View, span: Span): boolean {
  let from = span.start;
  while (span.start - from < LABEL && from > 0 && !endsLabel(view.text.charCodeAt(from - 1))) from--;
  return view.hasKeyword(KEYWORDS, span, span.start - from, 0);
}

const endsLabel = (code: number): boolean => isDigit(code) || code === 10 || code === 13;

const hasOtherLabel = (text: string, start: number): boolean =>
  OTHER_LABEL.test(text.slice(Math.max(0, start - LOOK_BACK), start));

/** Is it written as North America, France or the view's country write a phone number, and valid there? */
function isClear(view: View, window: DigitWindow, digits: string, bracketed: boolean): boolean {
  if (isNorthAmerican(window, bracketed) && isNationalNumber(digits, 'US')) return true;
  if (isGrouped(window, [2, 2, 2, 2, 2]) && digits.startsWith('0') && isNationalNumber(digits, 'FR'))
    return true;
  const { country } = view;
  if (country === undefined) return false;
  const prefix = nationalPrefix(country);
  const plausible =
    prefix?.startsWith('0') === true
      ? digits.startsWith(prefix) && digits.length >= 9
      : bracketed || (window.groups >= 3 && !isThousands(window));
  return plausible && isNationalNumber(digits, country);
}

/** `(202) 555-0123`, `202-555-0123`, `202.555.0123`, also with `1` in front. With spaces alone it needs the country. */
function isNorthAmerican(window: DigitWindow, bracketed: boolean): boolean {
  if (commonGap(window) === SPACE && !bracketed) return false;
  return isGrouped(window, [3, 3, 4]) || isGrouped(window, [1, 3, 3, 4]);
}

/** For digits with a label: in the view's country, in a usual one, or with the calling code but no plus. */
function isKnownAnywhere({ country }: View, digits: string): boolean {
  if (country !== undefined && isNationalNumber(digits, country)) return true;
  if (digits.length < 8) return false;
  return isUsual(digits) || (digits.length >= 10 && judgeInternational(digits) === 'given');
}

/** Valid in a usual country, and with the zero in front where that country writes one. */
function isUsual(digits: string): boolean {
  return USUAL_COUNTRIES.some((country) => {
    const prefix = nationalPrefix(country);
    if (prefix?.startsWith('0') === true && !digits.startsWith(prefix)) return false;
    return isNationalNumber(digits, country);
  });
}

const found = (span: Span, confidence: Match['confidence'], keyword: boolean, value: string): Match => ({
  ...span,
  confidence,
  evidence: keyword ? ['pattern', 'keyword'] : ['pattern'],
  value,
});
