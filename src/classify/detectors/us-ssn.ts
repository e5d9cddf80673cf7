import { DASH, DOT, SPACE, standsAlone } from '../characters.ts';
import type { DigitsDetector, Match, View } from '../detector.ts';
import {
  commonGap,
  digitsOf,
  isGrouped,
  isOneDigitRepeated,
  isSpelledOut,
  numberAt,
  type DigitWindow,
} from '../digit-run.ts';
import { listOf } from '../word-list.ts';

const KEYWORDS = listOf(`
  ssn, ssns, ssn#, ss#, ssa, ssid, social security, social security#, socialsecurity, socialsecuritynumber, soc sec,
  social sec, taxpayer, taxpayer id, tax id, seguro social, seguridad social
`);

/** US social security numbers: three, two and four digits. There is no check digit. */
export const usSsn: DigitsDetector = {
  type: 'US_SSN',
  name: 'US social security number',
  purview: { name: 'U.S. Social Security Number (SSN)', id: 'a44669fe-0d48-453d-a9b1-2cc83f2cba77' },
  // Digit by digit, too.
  anchor: { kind: 'digits', counts: [9], maxGroups: 9, groups: [1, 2, 3, 9] },
  match: matchSsn,
  keywords: KEYWORDS,
  examples: {
    match: [
      { text: 'SSN: 536-22-8145', value: '536-22-8145', confidence: 'high' },
      { text: 'he gave 536-22-8145 as his', value: '536-22-8145', confidence: 'medium' },
      { text: 'his social security number is 536228145.', value: '536228145', confidence: 'medium' },
      { text: 'SSN 536 22 8145', value: '536 22 8145', confidence: 'high' },
      { text: 'ssn=536\u201122\u20118145', value: '536\u201122\u20118145', confidence: 'high' },
      { text: 'socialSecurityNumber: "536.22.8145"', value: '536.22.8145' },
      { text: 'SSN# 536-228145', value: '536-228145', confidence: 'medium' },
      { text: 'soc sec no 53622-8145', value: '53622-8145', confidence: 'medium' },
      { text: 'her SSN is 5 3 6 2 2 8 1 4 5', value: '5 3 6 2 2 8 1 4 5', confidence: 'medium' },
    ],
    noMatch: [
      '000-22-8145',
      '666-22-8145',
      '900-22-8145',
      '536-00-8145',
      '536-22-0000',
      '536228145',
      '536-228-145',
      '536-228145',
      'SSN 078-05-1120',
      'SSN 219-09-9999',
      'SSN 536-228-145',
      '5 3 6 2 2 8 1 4 5',
      '5536-22-8145',
      '536-22-81456',
      'part 12-536-22-8145',
      '536-22-8145-9',
      '111-11-1111',
      '536 22 8145 items',
      '94105-1234',
      '2024-01-15',
    ],
  },
};

function matchSsn(view: View, window: DigitWindow): Match | undefined {
  if (!isIssuable(window)) return undefined;
  const usual = window.groups === 3 && isGrouped(window, [3, 2, 4]);
  const gap = commonGap(window);
  if (usual ? gap !== DASH && gap !== SPACE && gap !== DOT : !isOddlyGrouped(window, gap)) return undefined;
  const { start, end } = window;
  if (!standsAlone(view.text, start, end)) return undefined;
  const keyword = view.hasKeyword(KEYWORDS, window);
  if (!keyword && !(usual && gap === DASH)) return undefined;
  return {
    start,
    end,
    confidence: keyword && usual ? 'high' : 'medium',
    evidence: keyword ? WITH_KEYWORD : PATTERN,
    value: digitsOf(view.text, window),
  };
}

const PATTERN = ['pattern'] as const;
const WITH_KEYWORD = ['pattern', 'keyword'] as const;

/** Without separators, with one of the two dashes left out, or digit by digit. */
function isOddlyGrouped(window: DigitWindow, gap: number): boolean {
  if (window.groups === 1) return true;
  if (window.groups === 2) return gap === DASH && (isGrouped(window, [3, 6]) || isGrouped(window, [5, 4]));
  return isSpelledOut(window);
}

/**
 * Area 001-899 without 666, group not 00, serial not 0000, and neither of the two numbers that were printed in advertisements
 * and voided (Social Security Administration, also after randomisation in 2011).
 */
function isIssuable(window: DigitWindow): boolean {
  const area = numberAt(window, 0, 3);
  if (area === 0 || area === 666 || area > 899) return false;
  if (numberAt(window, 3, 5) === 0 || numberAt(window, 5, 9) === 0) return false;
  const whole = numberAt(window, 0, 9);
  return whole !== 78_051_120 && whole !== 219_099_999 && !isOneDigitRepeated(window);
}
