import { DASH, DOT, SPACE } from '../characters.ts';
import type { View } from '../detector.ts';
import {
  commonGap,
  digitAt,
  digitsFrom,
  groupLength,
  isGrouped,
  MIXED_GAP,
  type DigitWindow,
} from '../digit-run.ts';
import {
  createNationalMatcher,
  isNationalNumber,
  judgeInternational,
  nationalPrefix,
  type NationalMatcher,
} from '../phone-plans.ts';
import { listOf } from '../word-list.ts';
import { isThousands } from './phone-lookalikes.ts';

/** Plans to try where nothing says from which country a number is: by how many people use them. */
const USUAL_COUNTRIES = listOf(`
  US, GB, FR, DE, ES, IT, NL, BE, PL, CH, AT, PT, SE, IE, AU, IN, BR, MX, CN, JP, KR, TR, PH, DK, NO, FI, CZ, ZA, NZ, IL, GR, RO, HU
`);

/** Is it written as North America, France, China, Japan, Korea or the view's country write a phone number, and valid there? */
export function isClear(view: View, window: DigitWindow, bracketed: boolean): boolean {
  if (window.groups > 1 && isClearAnywhere(window, bracketed)) return true;
  const { country } = view;
  if (country === undefined) return false;
  const prefix = nationalPrefix(country);
  const plausible =
    prefix?.startsWith('0') === true
      ? startsWith(window, prefix) && window.count >= 9
      : bracketed || (window.groups >= 3 && !isThousands(window));
  return plausible && isValidIn(window, country);
}

function isClearAnywhere(window: DigitWindow, bracketed: boolean): boolean {
  if (isNorthAmerican(window, bracketed)) return isValidIn(window, 'US');
  if (isGrouped(window, PAIRS)) return digitAt(window, 0) === 0 && isValidIn(window, 'FR');
  if (!isGrouped(window, EAST_ASIAN)) return false;
  // Mobile numbers: 13x to 19x in China, 070 to 090 in Japan with dashes, 010 in Korea.
  const gap = commonGap(window);
  if (digitAt(window, 0) === 1) return digitAt(window, 1) >= 3 && isValidIn(window, 'CN');
  if (gap !== DASH || digitAt(window, 0) !== 0 || digitAt(window, 2) !== 0) return false;
  return digitAt(window, 1) === 1 ? isValidIn(window, 'KR') : isValidIn(window, 'JP');
}

const PAIRS = [2, 2, 2, 2, 2];
const EAST_ASIAN = [3, 4, 4];
const NORTH_AMERICAN = [3, 3, 4];
const NORTH_AMERICAN_WITH_1 = [1, 3, 3, 4];

/** `(202) 555-0123`, `202-555-0123`, `202.555.0123`, also with `1` in front. With spaces alone it needs the country. */
const isNorthAmerican = (window: DigitWindow, bracketed: boolean): boolean =>
  (isGrouped(window, NORTH_AMERICAN) || isGrouped(window, NORTH_AMERICAN_WITH_1)) &&
  (bracketed || commonGap(window) !== SPACE);

/** For digits with a label: in the view's country, in a usual one, or with the calling code but no plus. */
export function isKnownAnywhere({ country }: View, window: DigitWindow): boolean {
  if (country !== undefined && isValidIn(window, country)) return true;
  if (window.count < 8) return false;
  if (isUsual(window, true)) return true;
  const from = digitsFrom(window);
  return window.count >= 10 && judgeInternational(window.run.digits, from, from + window.count) === 'given';
}

/** For digits right behind a label, which may be of any country: is there something that no phone number has? */
export const isFromSomewhere = (window: DigitWindow): boolean =>
  window.count <= MOST_NATIONAL && !(window.groups > 1 && isThousandsOfMillions(window));

/** Digits right behind a label may be so many. */
export const MOST_NATIONAL = 13;

/** `1 234 567`, which is rather an amount. */
const isThousandsOfMillions = (window: DigitWindow): boolean =>
  groupLength(window, 0) < 3 && digitAt(window, 0) !== 0 && isThousands(window);

/** How much digits look like a phone number of some usual country, without a label. */
export function likenessOf(window: DigitWindow, bracketed: boolean): 'none' | 'low' | 'medium' {
  const { groups, count } = window;
  if (groups < 2 || count < 9 || count > 12) return 'none';
  if (bracketed) return isUsual(window, false) ? 'medium' : 'none';
  // Made-up numbers of North America: `555-123-4567`.
  if (isNorthAmerican(window, false)) return digitAt(window, groups === 4 ? 1 : 0) > 1 ? 'low' : 'none';
  if (isThousands(window) && digitAt(window, 0) !== 0) return 'none';
  return hasAreaCode(window) && isUsual(window, true) ? 'low' : 'none';
}

/** `020 7946 0958`, `0532 123 45 67`, `0 532 123…`: the zero, and groups as phone numbers have them. */
function hasAreaCode(window: DigitWindow): boolean {
  const gap = commonGap(window);
  const first = groupLength(window, 0);
  if (digitAt(window, 0) !== 0 || first > 5 || hasDotAmong(window, gap)) return false;
  return window.groups > 2 || (first > 2 && gap !== DOT);
}

/** `0.7.1 / 2010-03-16`: a version with a date. */
function hasDotAmong({ run, first, groups }: DigitWindow, gap: number): boolean {
  if (gap !== MIXED_GAP) return false;
  for (let index = 1; index < groups; index++) if (run.gaps[first + index] === DOT) return true;
  return false;
}

/** Valid in a usual country; with `prefixed`, only with the zero in front where that country writes one. */
function isUsual(window: DigitWindow, prefixed: boolean): boolean {
  const matcher = prefixed
    ? (withPrefix ??= createNationalMatcher(USUAL_COUNTRIES, 'needed'))
    : (withoutPrefix ??= createNationalMatcher(USUAL_COUNTRIES, 'optional'));
  const from = digitsFrom(window);
  return matcher(window.run.digits, from, from + window.count);
}

/** Made when first needed: that takes some milliseconds. */
let withPrefix: NationalMatcher | undefined;
let withoutPrefix: NationalMatcher | undefined;

function isValidIn(window: DigitWindow, country: string): boolean {
  const from = digitsFrom(window);
  return isNationalNumber(window.run.digits, from, from + window.count, country);
}

function startsWith(window: DigitWindow, digits: string): boolean {
  for (let at = 0; at < digits.length; at++) {
    if (digitAt(window, at) !== digits.charCodeAt(at) - 48) return false;
  }
  return true;
}
