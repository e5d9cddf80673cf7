import { DASH, DOT, SPACE, standsAlone } from '../characters.ts';
import type { DigitsDetector, Match, View } from '../detector.ts';
import { commonGap, digitsOf, isGrouped, type DigitWindow } from '../digit-run.ts';

const KEYWORDS = [
  'ssn',
  'ssns',
  'ssa',
  'social security',
  'soc sec',
  'social sec',
  'taxpayer',
  'taxpayer id',
  'tax id',
];

/** US social security numbers: three, two and four digits. There is no check digit. */
export const usSsn: DigitsDetector = {
  type: 'US_SSN',
  anchor: { kind: 'digits', counts: [9], maxGroups: 3 },
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
    ],
    noMatch: [
      '000-22-8145',
      '666-22-8145',
      '900-22-8145',
      '536-00-8145',
      '536-22-0000',
      '536228145',
      '536-228-145',
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
  const { text } = view;
  const bare = window.groups === 1;
  if (!bare && !isGrouped(window, [3, 2, 4])) return undefined;
  const gap = commonGap(window);
  if (!bare && gap !== DASH && gap !== SPACE && gap !== DOT) return undefined;
  const digits = digitsOf(text, window);
  if (!isIssuable(digits) || !standsAlone(text, window.start, window.end)) return undefined;
  const keyword = view.hasKeyword(KEYWORDS, window);
  if (!keyword && gap !== DASH) return undefined;
  const { start, end } = window;
  const evidence = keyword ? (['pattern', 'keyword'] as const) : (['pattern'] as const);
  return { start, end, confidence: keyword && !bare ? 'high' : 'medium', evidence, value: digits };
}

/** Area 001-899 without 666, group not 00, serial not 0000 (Social Security Administration, also after randomisation in 2011). */
function isIssuable(digits: string): boolean {
  const area = digits.slice(0, 3);
  if (area === '000' || area === '666' || digits.charAt(0) === '9') return false;
  if (digits.slice(3, 5) === '00' || digits.slice(5) === '0000') return false;
  return digits !== digits.charAt(0).repeat(9);
}
