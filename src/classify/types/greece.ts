import { greekAmka, greekTax } from '../checks/southern-europe.ts';
import { idLabel } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [...licenceWords, 'adeia odigisis', 'άδεια οδήγησης', 'δίπλωμα οδήγησης'];

const ID_CARD_WORDS = listOf(`
  greek id, greek national id, greek personal id card, greek police id, identity card, tautotita,
  ταυτότητα, ταυτότητας, αριθμός ταυτότητας, αδτ, δελτίο ταυτότητας
`);

const PASSPORT_WORDS = [
  ...passportWords,
  'αριθμός διαβατηρίου',
  'αριθμούς διαβατηρίου',
  'αριθμός διαβατηριο',
  'διαβατήριο',
  'διαβατηρίου',
];

const AMKA_WORDS = listOf(`
  ssn, social security no, socialsecurityno#, social security number, amka, a.m.k.a.,
  αριθμού μητρώου κοινωνικής ασφάλισης, αμκα, α.μ.κ.α., αριθμός μητρώου κοινωνικής ασφάλισης
`);

const AFM_WORDS = [
  ...taxWords,
  ...listOf(`
  afm, aφμ, tax registry no, tax registry number, taxregistryno#, αριθμός φορολογικού μητρώου,
  τον αριθμό φορολογικού μητρώου, φορολογικού μητρώου νο, αφμ, α.φ.μ.
`),
];

export const greece: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:GR',
    name: 'Greek driving licence number',
    purview: { name: "Greece Driver's License Number", id: '7a2200b5-aacf-4e3c-ab36-136d3e68b7da' },
    country: 'GR',
    patterns: ['\\d{9}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Adeia odigisis: 925066213', value: '925066213', confidence: 'medium' },
        { text: 'adeia odigisis = 102326746', value: '102326746', confidence: 'medium' },
      ],
      noMatch: ['part 925066213 of 7', 'Adeia odigisis: 925066213XQ', 'Adeia odigisis: 5925066213'],
    },
  },
  {
    type: 'NATIONAL_ID:GR_ID_CARD',
    name: 'Greek identity card number',
    purview: { name: 'Greece National ID Card', id: '82568215-1da1-46d3-874a-d2294d81b5ac' },
    country: 'GR',
    patterns: [
      '[\\u0391-\\u03A9]{1,2}[- ]?\\d{6}',
      '[ABEZHIKMNOPTYX]{1,2}-\\d{6}',
      '[ABEZHIKMNOPTYX]{2} ?\\d{6}',
    ],
    rules: [
      { confidence: 'high', needs: [{ keywords: ID_CARD_WORDS }] },
      { confidence: 'low', of: [0], needs: [] },
    ],
    examples: {
      match: [
        { text: 'Greek id: Θ-787607', value: 'Θ-787607', confidence: 'high' },
        { text: 'greek police id = Z-797022', value: 'Z-797022', confidence: 'high' },
      ],
      noMatch: ['part Θ-787607 of 7', 'Greek id: Θ-787607XQ', 'Greek id: 5Θ-787607'],
    },
  },
  {
    type: 'PASSPORT:GR',
    name: 'Greek passport number',
    purview: { name: 'Greece Passport Number', id: '7e65eb47-cdf9-4f52-8f90-2a27d5ee67e3' },
    country: 'GR',
    patterns: ['[A-Z]{2}\\d{7}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport XB9803986, date of expiry 17/04/2031', value: 'XB9803986', confidence: 'high' },
        { text: 'αριθμός διαβατηριο = DQ9812121', value: 'DQ9812121', confidence: 'medium' },
      ],
      noMatch: ['part XB9803986 of 7', 'Passport: XB9803986XQ', 'Passport: 5XB9803986'],
    },
  },
  {
    type: 'NATIONAL_ID:GR_AMKA',
    name: 'Greek social security number (AMKA)',
    purview: { name: 'Greece Social Security Number (AMKA)', id: 'e39b03f4-50ea-41ae-af7a-a4b9539596ad' },
    country: 'GR',
    patterns: ['\\d{11}'],
    digitsOnly: true,
    check: greekAmka,
    rules: [
      { confidence: 'high', needs: [{ keywords: AMKA_WORDS }] },
      { confidence: 'medium', needs: [idLabel] },
      { confidence: 'medium', needs: [] },
    ],
    examples: {
      match: [
        { text: 'SSN: 27017155360', value: '27017155360', confidence: 'high' },
        { text: 'amka = 05066384594', value: '05066384594', confidence: 'high' },
        { text: '29010682697', value: '29010682697', confidence: 'medium', country: 'GR' },
      ],
      noMatch: ['SSN: 18241158014', 'part 27017155360 of 7', 'SSN: 27017155360XQ'],
    },
  },
  {
    type: 'NATIONAL_ID:GR_AFM',
    name: 'Greek tax number (AFM)',
    purview: { name: 'Greek Tax identification Number', id: '15a54a5a-53d4-4080-ad43-a2a4fe1d3bf7' },
    country: 'GR',
    patterns: ['\\d{9}'],
    digitsOnly: true,
    check: greekTax,
    rules: named(AFM_WORDS),
    examples: {
      match: [
        { text: 'AFM: 793721105', value: '793721105', confidence: 'medium' },
        { text: 'tax registry number = 388792157', value: '388792157', confidence: 'medium' },
      ],
      noMatch: ['AFM: 789619211', 'part 793721105 of 7', 'AFM: 793721105XQ'],
    },
  },
];
