import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated } from './rules.ts';
import { licenceWords, passportWords } from './words.ts';

const PASSPORT_WORDS = [
  ...passportWords,
  'british passport',
  'uk passport',
  'us passport',
  'u.s. passport',
  'american passport',
];

const LICENCE_WORDS = [
  ...licenceWords,
  'identification card',
  'identification cards',
  'id card',
  'id cards',
  'state id',
];

const LICENCE_ABBREVIATIONS = listOf(`
  dl, dls, cdl, cdls, dln, lic#, id#, id number, id numbers
`);

const STATES = listOf(`
  alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, district of columbia,
  florida, georgia, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland,
  massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire,
  new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania,
  rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington,
  west virginia, wisconsin, wyoming
`);

const ITIN_WORDS = [
  'taxpayer',
  'itin',
  'i.t.i.n.',
  'tax payer',
  'itins',
  'individual taxpayer',
  'tax identification number',
];

export const unitedStatesDocuments: readonly PatternType[] = [
  {
    type: 'PASSPORT:US_UK',
    name: 'American or British passport number',
    purview: { name: 'U.S. / U.K. Passport Number', id: '178ec42a-18b4-47cc-85c7-d62c92fd67f8' },
    patterns: ['[A-Z0-9]\\d{8}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport 306736310, date of expiry 17/04/2031', value: '306736310', confidence: 'high' },
        { text: 'us passport = X31893367', value: 'X31893367', confidence: 'medium' },
      ],
      noMatch: ['part 306736310 of 7', 'Passport: 306736310XQ', 'Passport: 5306736310'],
    },
  },
  // General knowledge of the states: digits alone, New York, one to three letters and digits, NH, IA, MO and
  // ME, KS, WA. Two-letter abbreviations of the states are words of their own (in, or, me): left out.
  {
    type: 'DRIVER_LICENSE:US',
    name: 'American driving licence number',
    purview: { name: "U.S. Driver's License Number", id: 'dfeb356f-61cd-459e-bf0f-7c6d28b458c6' },
    country: 'US',
    patterns: [
      '\\d{6,14}',
      '\\d{3} \\d{3} \\d{3}',
      '[A-Z]\\d{4,14}|[A-Z]{2}\\d{4,7}|[A-Z]{3}\\d{6}',
      'NHL\\d{8}|\\d{2}[A-Z]{3}\\d{5}',
      '\\d{3}[A-Z]{2}\\d{4}',
      '[A-Z]\\d{6}R|\\d{8}[A-Z]{2}|\\d{7,9}[A-Z]',
      '[A-Z]\\d[A-Z]\\d[A-Z]|[A-Z]{2}\\d{6}[A-Z]',
      'WDL[A-Z0-9]{9}|[A-Z][A-Z*]{6}\\d{3}[A-Z0-9]{2}',
    ],
    rules: [
      { confidence: 'medium', needs: [{ keywords: LICENCE_WORDS }, { keywords: STATES }] },
      { confidence: 'medium', needs: [{ keywords: licenceWords, within: 30 }] },
      {
        confidence: 'low',
        needs: [{ keywords: LICENCE_ABBREVIATIONS }, { keywords: STATES }],
        never: [{ keywords: LICENCE_WORDS }],
      },
      { confidence: 'low', of: [2, 3, 4, 5, 6], needs: [{ keywords: licenceWords }] },
    ],
    examples: {
      match: [
        { text: 'Identification card: 98252367287 (Alabama)', value: '98252367287', confidence: 'medium' },
        { text: 'id cards = 910 037 055, Arkansas', value: '910 037 055', confidence: 'medium' },
      ],
      noMatch: ['part 98252367287 of 7', 'Identification card (Alabama): 98252367287XQ'],
    },
  },
  {
    type: 'NATIONAL_ID:US_ITIN',
    name: 'American individual taxpayer number (ITIN)',
    purview: {
      name: 'U.S. Individual Taxpayer Identification Number (ITIN)',
      id: 'e55e2a32-f92d-4985-a35d-a0b269eb687b',
    },
    country: 'US',
    patterns: [
      '9\\d{2}[ -](?:[78]\\d|5\\d|6[0-5]|9[0-24-9])[ -]\\d{4}',
      '9\\d{2}(?:[78]\\d|5\\d|6[0-5]|9[0-24-9])\\d{4}',
    ],
    digitsOnly: true,
    rules: [
      { confidence: 'high', of: [0], needs: [{ keywords: ITIN_WORDS }] },
      { confidence: 'medium', of: [1], needs: [{ keywords: ITIN_WORDS }] },
      { confidence: 'low', needs: [] },
    ],
    examples: {
      match: [
        { text: 'Taxpayer: 910 57 8574', value: '910 57 8574', confidence: 'high' },
        { text: 'tax payer = 911927638', value: '911927638', confidence: 'medium' },
        { text: '934 82 5681', value: '934 82 5681', confidence: 'low', country: 'US' },
      ],
      noMatch: ['part 910 57 8574 of 7', 'Taxpayer: 910 57 8574XQ', 'Taxpayer: 5910 57 8574'],
    },
  },
];
