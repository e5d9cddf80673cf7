import { isAsciiLetter, isDigit, separatorKind, standsAlone } from '../characters.ts';
import { nirKey, remainderOf } from '../checksums.ts';
import type { DigitsDetector, Match, View } from '../detector.ts';
import {
  commonGap,
  digitAt,
  digitsFrom,
  digitsOf,
  gapAfter,
  gapBefore,
  groupLength,
  isSpelledOut,
  MIXED_GAP,
  numberAt,
  type DigitWindow,
} from '../digit-run.ts';
import { listOf } from '../word-list.ts';

/** Words of the French social insurance, and Purview's supporting keywords. */
const KEYWORDS = listOf(`
  nir, insee, sécu, secu, sécurité sociale, securite sociale, numéro de sécurité sociale, nss, no ss, n° ss, num secu,
  code sécu, numéro de sécu, carte vitale, vitale, assuré, assuree, assure, assurance maladie, numéro d'assurance, cpam, ameli,
  immatriculation, social security, socialsecuritynumber, social insurance number, ssn, fssn#, national id,
  national identification, d'identité nationale, numéro d'identification nationale, numéro d'identité, no d'identité
`);

/** Thirteen digits and the key. */
const LENGTH = 15;
/** Where the parts of a number end: sex, year, month, department, commune, order; the key follows. */
const PART_ENDS = [1, 3, 5, 7, 10, 13, 15].reduce((bits, end) => bits | (1 << end), 0);
/** Sex, year, month and the digit of a Corsican department before its letter. */
const UP_TO_CORSICA = 6;
/** From a Corsican number's letter on: letter, commune, order, key. */
const REST = [1, 3, 3, 2];

/** French social security numbers (NIR, INSEE number): 13 characters and a key of two digits. */
export const nir: DigitsDetector = {
  type: 'NIR',
  name: 'French social security number (NIR)',
  purview: { name: 'France Social Security Number (INSEE)', id: '71f62b97-efe0-4aa1-aa49-e14de253619d' },
  // Digit by digit, too.
  anchor: {
    kind: 'digits',
    counts: [UP_TO_CORSICA, LENGTH],
    maxGroups: LENGTH,
    groups: [1, 2, 3, 4, 5, 6, 7, 15],
  },
  match: matchNir,
  keywords: KEYWORDS,
  examples: {
    match: [
      { text: 'N° 2 69 05 49 588 157 80', value: '2 69 05 49 588 157 80', confidence: 'high' },
      { text: 'nir=269054958815780;', value: '269054958815780', confidence: 'high' },
      { text: 'carte vitale 1 85 05 2A 123 456 33', value: '1 85 05 2A 123 456 33' },
      { text: '185052B12345660', value: '185052B12345660' },
      { text: '2.69.05.49.588.157.80', value: '2.69.05.49.588.157.80' },
      { text: '2-69-05-49-588-157-80', value: '2-69-05-49-588-157-80' },
      { text: '2690549588157 80', value: '2690549588157 80' },
      { text: 'n° sécu 2 6 9 0 5 4 9 5 8 8 1 5 7 8 0', value: '2 6 9 0 5 4 9 5 8 8 1 5 7 8 0' },
      { text: '185052B12345660;4111', value: '185052B12345660' },
      {
        text: '2\u202f69\u202f05\u202f49\u202f588\u202f157\u202f80',
        value: '2\u202f69\u202f05\u202f49\u202f588\u202f157\u202f80',
      },
    ],
    noMatch: [
      '2 69 05 49 588 157 81',
      '269154958815767',
      '9 69 05 49 588 157 80',
      '2690549588157800',
      'ref-269054958815780-x',
      '2690 54958815780',
      'IMEI 356938035643809',
      '1.85.05.2A.123.456.00',
      '2 69-05 49 588 157 80',
      '2 6 9 0 5 4 9 5 8 8 1 5 7 8 0',
      '185052B1234566',
    ],
  },
};

function matchNir(view: View, window: DigitWindow): Match | undefined {
  return window.count === UP_TO_CORSICA ? matchCorsican(view, window) : matchMainland(view, window);
}

function matchMainland(view: View, window: DigitWindow): Match | undefined {
  if (!isPlausible(window)) return undefined;
  if (numberAt(window, 5, 7) === 0 || numberAt(window, 7, 10) === 0 || numberAt(window, 10, 13) === 0)
    return undefined;
  const from = digitsFrom(window);
  const rest = remainderOf(window.run.digits, from, from + 13, 97);
  if (numberAt(window, 13, LENGTH) !== 97 - rest) return undefined;
  const spelled = isSpelledOut(window);
  if (!spelled && !isGroupedByPart(window, LENGTH)) return undefined;
  if (window.groups > 1 && (continues(gapBefore(window), window) || continues(gapAfter(window), window))) {
    return undefined;
  }
  return accept(view, window.start, window.end, digitsOf(view.text, window), spelled);
}

/** A run that goes on with the very same separator other than a space is a longer number. */
const continues = (gap: number, window: DigitWindow): boolean => gap > 32 && gap === commonGap(window);

function matchCorsican(view: View, window: DigitWindow): Match | undefined {
  const { text } = view;
  const letter = text.charCodeAt(window.end) | 0x20;
  if ((letter !== 97 && letter !== 98) || digitAt(window, 5) !== 2 || !isPlausible(window)) return undefined;
  if (!isGroupedByPart(window, UP_TO_CORSICA)) return undefined;
  const rest = readRest(text, window.end);
  if (rest === undefined) return undefined;
  const value = digitsOf(text, window) + rest.value;
  if (value.startsWith('000', 7) || value.startsWith('000', 10) || !nirKey(value)) return undefined;
  return accept(view, window.start, rest.end, value, false);
}

/** Reads the parts from the Corsican letter on, with at most one separator before each. */
function readRest(text: string, from: number): { value: string; end: number } | undefined {
  let at = from;
  let value = '';
  for (const length of REST) {
    if (value !== '' && separatorKind(text.charCodeAt(at)) !== 0) at++;
    for (let unit = at; unit < at + length; unit++) {
      const code = text.charCodeAt(unit);
      if (value === '' ? !isAsciiLetter(code) : !isDigit(code)) return undefined;
    }
    value += text.slice(at, at + length).toUpperCase();
    at += length;
  }
  return { value, end: at };
}

const CHECKED = ['pattern', 'checksum'] as const;
const WITH_KEYWORD = ['pattern', 'checksum', 'keyword'] as const;

/** `spelled`: written digit by digit, as little else is that has a word near it. */
function accept(view: View, start: number, end: number, value: string, spelled: boolean): Match | undefined {
  if (!standsAlone(view.text, start, end)) return undefined;
  const keyword = view.hasKeyword(KEYWORDS, { start, end });
  // 3, 4, 7 and 8 are given for a time only, and start many other numbers of 15 digits.
  if (!keyword && (spelled || !(value.startsWith('1') || value.startsWith('2')))) return undefined;
  return { start, end, confidence: 'high', evidence: keyword ? WITH_KEYWORD : CHECKED, value };
}

/** Sex 1-4, 7, 8; month 01-12, or 20-42 and 50-99 for an unknown one (INSEE). */
function isPlausible(window: DigitWindow): boolean {
  const sex = digitAt(window, 0);
  if (sex === 0 || sex === 5 || sex === 6 || sex === 9) return false;
  const month = numberAt(window, 3, 5);
  return (month > 0 && month < 13) || (month > 19 && month < 43) || month > 49;
}

/** Groups end where parts end, one kind of separator all through. `digits` in all. */
function isGroupedByPart(window: DigitWindow, digits: number): boolean {
  if (commonGap(window) === MIXED_GAP) return false;
  let total = 0;
  for (let index = 0; index < window.groups; index++) {
    total += groupLength(window, index);
    if (total !== digits && (PART_ENDS & (1 << total)) === 0) return false;
  }
  return total === digits;
}
