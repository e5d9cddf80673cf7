import { separatorKind, standsAlone } from '../characters.ts';
import { listOf } from '../word-list.ts';
import { nirKey } from '../checksums.ts';
import type { DigitsDetector, Match, View } from '../detector.ts';
import {
  commonGap,
  digitsOf,
  gapAfter,
  gapBefore,
  groupLength,
  MIXED_GAP,
  type DigitWindow,
} from '../digit-run.ts';

const KEYWORDS = listOf(`
  nir, insee, sécu, secu, sécurité sociale, securite sociale, numéro de sécurité sociale, nss, carte
  vitale, vitale, assuré, assure, assurance maladie, cpam, ameli, social security
`);

/** Where the parts of a number end: sex, year, month, department, commune, order; the key follows. */
const PART_ENDS: ReadonlySet<number> = new Set([1, 3, 5, 7, 10, 13, 15]);
/** Sex, year, month and the digit of a Corsican department before its letter. */
const UP_TO_CORSICA = 6;
/** From a Corsican number's letter on: letter, commune, order, key, with at most one separator before each part. */
const CORSICAN_REST = /([ABab])(.?)(\d{3})(.?)(\d{3})(.?)(\d{2})/y;
const LONGEST_REST = 12;

/** French social security numbers (NIR, INSEE number): 13 characters and a key of two digits. */
export const nir: DigitsDetector = {
  type: 'NIR',
  anchor: { kind: 'digits', counts: [UP_TO_CORSICA, 15], maxGroups: 7 },
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
    ],
  },
};

function matchNir(view: View, window: DigitWindow): Match | undefined {
  return window.count === UP_TO_CORSICA ? matchCorsican(view, window) : matchMainland(view, window);
}

function matchMainland(view: View, window: DigitWindow): Match | undefined {
  const { text } = view;
  if (!isGroupedByPart(window)) return undefined;
  if (window.groups > 1 && (continues(gapBefore(window), window) || continues(gapAfter(window), window))) {
    return undefined;
  }
  const digits = digitsOf(text, window);
  return verify(view, window.start, window.end, digits);
}

/** A run that goes on with the very same separator other than a space is a longer number. */
const continues = (gap: number, window: DigitWindow): boolean => gap > 32 && gap === commonGap(window);

function matchCorsican(view: View, window: DigitWindow): Match | undefined {
  const { text } = view;
  const letter = text.charCodeAt(window.end) | 0x20;
  if ((letter !== 97 && letter !== 98) || text.charCodeAt(window.end - 1) !== 50) return undefined;
  if (!isGroupedByPart(window, UP_TO_CORSICA)) return undefined;
  CORSICAN_REST.lastIndex = 0;
  const rest = CORSICAN_REST.exec(text.slice(window.end, window.end + LONGEST_REST));
  if (rest === null) return undefined;
  const [whole, island = '', gap1 = '', commune = '', gap2 = '', order = '', gap3 = '', key = ''] = rest;
  if (![gap1, gap2, gap3].every((gap) => gap === '' || separatorKind(gap.charCodeAt(0)) > 0))
    return undefined;
  const value = digitsOf(text, window) + island.toUpperCase() + commune + order + key;
  return verify(view, window.start, window.end + whole.length, value);
}

function verify(view: View, start: number, end: number, value: string): Match | undefined {
  if (!isPlausible(value) || !nirKey(value) || !standsAlone(view.text, start, end)) return undefined;
  const span = { start, end };
  const keyword = view.hasKeyword(KEYWORDS, span);
  // 3, 4, 7 and 8 are given for a time only, and start many other numbers of 15 digits.
  if (!keyword && value[0] !== '1' && value[0] !== '2') return undefined;
  const evidence = keyword
    ? (['pattern', 'checksum', 'keyword'] as const)
    : (['pattern', 'checksum'] as const);
  return { ...span, confidence: 'high', evidence, value };
}

/** Sex 1-4, 7, 8; month 01-12, or 20-42 and 50-99 for an unknown one; department 01-99 or 2A, 2B; no part of zeros. INSEE. */
function isPlausible(value: string): boolean {
  if (!'123478'.includes(value.charAt(0))) return false;
  const month = Number(value.slice(3, 5));
  if (month < 1 || (month > 12 && month < 20) || (month > 42 && month < 50)) return false;
  return value.slice(5, 7) !== '00' && value.slice(7, 10) !== '000' && value.slice(10, 13) !== '000';
}

/** Groups end where parts end, one kind of separator all through. `digits` in all. */
function isGroupedByPart(window: DigitWindow, digits = 15): boolean {
  if (commonGap(window) === MIXED_GAP) return false;
  let total = 0;
  for (let index = 0; index < window.groups; index++) {
    total += groupLength(window, index);
    if (total !== digits && !PART_ENDS.has(total)) return false;
  }
  return total === digits;
}
