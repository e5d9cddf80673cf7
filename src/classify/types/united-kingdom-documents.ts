import type { PatternType } from '../pattern-type.ts';
import { named, namedOrAlone } from './rules.ts';
import { licenceWords } from './words.ts';

const ELECTORAL_WORDS = ['council nomination', 'nomination form', 'electoral register', 'electoral roll'];

export const unitedKingdomDocuments: readonly PatternType[] = [
  // The check characters are not published; the date of birth within must be one.
  {
    type: 'DRIVER_LICENSE:GB',
    name: 'British driving licence number',
    purview: { name: "U.K. Driver's License Number", id: 'f93de4be-d94c-40df-a8be-461738047551' },
    country: 'GB',
    patterns: [
      '[A-Z9]{5}\\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\\d|3[01])\\d[A-Z9]{2}\\d[A-Z0-9]{2}(?: ?\\d{2})?',
      '[A-Z9]{5} \\d{6} [A-Z9]{2}\\d[A-Z0-9]{2}',
    ],
    rules: namedOrAlone(licenceWords, 'medium', 'low'),
    examples: {
      match: [
        { text: 'Driving licence: FMNA9651217SG5OT', value: 'FMNA9651217SG5OT', confidence: 'medium' },
        { text: "driver's license = 9RQFO 704557 JV04M", value: '9RQFO 704557 JV04M', confidence: 'medium' },
      ],
      noMatch: [
        'part FMNA9651217SG5OT of 7',
        'Driving licence: FMNA9651217SG5OTXQ',
        'Driving licence: 5FMNA9651217SG5OT',
      ],
    },
  },
  {
    type: 'NATIONAL_ID:GB_ELECTORAL',
    name: 'British electoral roll number',
    purview: { name: 'U.K. Electoral Roll Number', id: 'a3eea206-dc0c-4f06-9e22-aa1be3059963' },
    country: 'GB',
    patterns: ['[A-Z]{2}\\d{1,4}'],
    rules: named(ELECTORAL_WORDS),
    examples: {
      match: [
        { text: 'Council nomination: GK5689', value: 'GK5689', confidence: 'medium' },
        { text: 'electoral roll = DN88', value: 'DN88', confidence: 'medium' },
      ],
      noMatch: ['part GK5689 of 7', 'Council nomination: GK5689XQ', 'Council nomination: 5GK5689'],
    },
  },
];
