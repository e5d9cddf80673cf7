import { singaporeNric } from '../checks/asia.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  ...listOf(`
  licence number, licence no, licence#, lesen memandu, lesen pemandu, nombor lesen, 驾驶执照, 驾驶执照号码
`),
];

const NRIC_WORDS = [
  'national registration identity card',
  'identity card number',
  'nric',
  'foreign identification number',
  'fin',
  '身份证',
  '身份證',
];

const PASSPORT_WORDS = listOf(`
  singapore passport, pasport, no. pasport, nombor pasport, nomborpasport, pasport number, pasport no,
  新加坡护照
`);

export const singapore: readonly PatternType[] = [
  // Without a word the shape is that of many part numbers: not reported.
  {
    type: 'DRIVER_LICENSE:SG',
    name: 'Singapore driving licence number',
    purview: { name: 'Singapore Driving License Number', id: 'beaa54d7-ec6a-4160-a37b-f3916b68934b' },
    country: 'SG',
    patterns: ['[A-Z]\\d{7}[A-Z]'],
    rules: named(LICENCE_WORDS, 'high'),
    examples: {
      match: [
        { text: 'Licence number: Y5442402E', value: 'Y5442402E', confidence: 'high' },
        { text: 'lesen pemandu = Q4013100G', value: 'Q4013100G', confidence: 'high' },
      ],
      noMatch: ['part Y5442402E of 7', 'Licence number: Y5442402EXQ', 'Licence number: 5Y5442402E'],
    },
  },
  {
    type: 'NATIONAL_ID:SG_NRIC',
    name: 'Singapore identity number (NRIC, FIN)',
    purview: {
      name: 'Singapore National Registration Identity Card (NRIC) Number',
      id: 'cead390a-dd83-4856-9751-fb6dc98c34da',
    },
    country: 'SG',
    patterns: ['[FGMST]\\d{7}[A-Z]'],
    check: singaporeNric,
    rules: namedOrAlone(NRIC_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'National registration identity card: T3719846Z', value: 'T3719846Z', confidence: 'high' },
        { text: 'foreign identification number = S0290493D', value: 'S0290493D', confidence: 'high' },
        { text: 'T1409216H, as agreed', value: 'T1409216H', confidence: 'medium' },
      ],
      noMatch: [
        'National registration identity card: G3683898V',
        'National registration identity card: T3719846ZXQ',
        'National registration identity card: T371984',
      ],
    },
  },
  {
    type: 'PASSPORT:SG',
    name: 'Singapore passport number',
    purview: { name: 'Singapore Passport Number', id: '4081ae73-c4ec-405d-932c-8b36ae35b20c' },
    country: 'SG',
    patterns: ['E\\d{7}[A-Z]'],
    rules: [
      { confidence: 'high', needs: [{ keywords: PASSPORT_WORDS }] },
      { confidence: 'medium', needs: [{ keywords: passportWords }] },
    ],
    examples: {
      match: [
        { text: 'Singapore passport: E2357451I', value: 'E2357451I', confidence: 'high' },
        { text: 'nombor pasport = E5181693M', value: 'E5181693M', confidence: 'high' },
      ],
      noMatch: ['part E2357451I of 7', 'Singapore passport: E2357451IXQ', 'Singapore passport: 5E2357451I'],
    },
  },
];
