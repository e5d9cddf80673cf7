import { canadianSin } from '../checks/americas.ts';
import { calendarDate, canadianTransit } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named } from './rules.ts';
import { licenceWords, passportWords } from './words.ts';

// Benefit and tax programmes, notaries and the like stand near many other numbers: left out.
const BANK_WORDS = listOf(`
  canadian financial institution, direct deposit form, direct deposit, deposit request,
  institution number, transit number, banking information, bank account number, bank account,
  account number
`);

const LICENCE_WORDS = [...licenceWords, 'permis de conduire', 'cdl', 'cdls'];

const PROVINCE_NAMES = listOf(`
  alberta, british columbia, manitoba, new brunswick, newfoundland and labrador, newfoundland,
  nova scotia, ontario, prince edward island, quebec, québec, saskatchewan, northwest territories,
  nunavut, yukon
`);

const PHN_WORDS = [
  'personal health number',
  'health card number',
  'health card',
  'health insurance number',
  "numéro d'assurance maladie",
  'carte santé',
  'ohip',
];

const PASSPORT_WORDS = [
  ...passportWords,
  ...listOf(`
  canadian passport, renewal application, パスポート, パスポート番号, パスポートのnum, numéro de passeport, passeport n °,
  passeport #, passeportn °
`),
];

const PHIN_WORDS = listOf(`
  health information act, manitoba health, health registration, prescription purchases, personal health,
  personal health number, practitioner referral, wellness professional, patient referral,
  health and wellness, phin
`);

const PROVINCES = listOf(`
  alberta, british columbia, manitoba, new brunswick, newfoundland and labrador, nova scotia, ontario,
  prince edward island, quebec, saskatchewan, northwest territories, nunavut, yukon, canada
`);

const SIN_WORDS = listOf(`
  sin, sins, sin#, social insurance, social insurance number, numéro d'assurance sociale,
  assurance sociale, nas, national identification number, national id, soc ins, social ins
`);

const PERSON_WORDS = listOf(`
  driver's license, drivers license, driver's licence, drivers licence, dob, birthdate, birthday,
  date of birth
`);

export const canada: readonly PatternType[] = [
  {
    type: 'BANK_ACCOUNT:CA',
    name: 'Canadian bank account number',
    purview: { name: 'Canada Bank Account Number', id: '552e814c-cb50-4d94-bbaa-bb1d1ffb34de' },
    country: 'CA',
    patterns: ['\\d{7}', '\\d{12}'],
    digitsOnly: true,
    rules: [
      { confidence: 'high', needs: [{ keywords: BANK_WORDS }, { expression: canadianTransit }] },
      { confidence: 'medium', needs: [{ keywords: BANK_WORDS }] },
    ],
    examples: {
      match: [
        {
          text: 'Canadian financial institution 4202793, transit 01234-003',
          value: '4202793',
          confidence: 'high',
        },
        { text: 'deposit request = 021695912372', value: '021695912372', confidence: 'medium' },
      ],
      noMatch: [
        'part 4202793 of 7',
        'Canadian financial institution: 4202793XQ',
        'Canadian financial institution: 54202793',
      ],
    },
  },
  // General knowledge of the provinces, in this order: AB and BC and SK and NB; ON; QC; NL; NS; MB.
  // Two-letter abbreviations of the provinces are words of their own: left out.
  {
    type: 'DRIVER_LICENSE:CA',
    name: 'Canadian driving licence number',
    purview: { name: "Canada Driver's License Number", id: '37186abb-8e48-4800-ad3c-e3d1610b3db0' },
    country: 'CA',
    patterns: [
      '\\d{5,8}|\\d{6}-\\d{3}',
      '[A-Z]\\d{4}-?\\d{5}-?\\d{5}',
      '[A-Z]\\d{4}-?\\d{6}-?\\d{2}',
      '[A-Z]\\d{9,10}',
      '[A-Z]{5}\\d{9}',
      '[A-Z]{2}-?[A-Z]{2}-?[A-Z]{2}-?[A-Z]\\d{3}[A-Z]{2}',
    ],
    rules: [
      { confidence: 'medium', needs: [{ keywords: LICENCE_WORDS }, { keywords: PROVINCE_NAMES }] },
      { confidence: 'low', of: [1, 2, 4, 5], needs: [{ keywords: LICENCE_WORDS }] },
    ],
    examples: {
      match: [
        {
          text: 'Permis de conduire: Z79249522629039 (New brunswick)',
          value: 'Z79249522629039',
          confidence: 'medium',
        },
        {
          text: 'Permis de conduire: E0086-193699-23 (Nova scotia)',
          value: 'E0086-193699-23',
          confidence: 'medium',
        },
      ],
      noMatch: [
        'part Z79249522629039 of 7',
        'Permis de conduire (Alberta): Z79249522629039XQ',
        'Permis de conduire (Alberta): 5Z79249522629039',
      ],
    },
  },
  {
    type: 'NATIONAL_ID:CA_PHN',
    name: 'Canadian personal health number',
    purview: { name: 'Canada Health Service Number', id: '59c0bf39-7fab-482c-af25-00faa4384c94' },
    country: 'CA',
    patterns: ['\\d{10}', '\\d{4}[ -]\\d{3}[ -]\\d{3}'],
    digitsOnly: true,
    rules: named(PHN_WORDS),
    examples: {
      match: [
        { text: 'Personal health number: 4137895119', value: '4137895119', confidence: 'medium' },
        { text: 'health insurance number = 6451 387 475', value: '6451 387 475', confidence: 'medium' },
      ],
      noMatch: [
        'part 4137895119 of 7',
        'Personal health number: 4137895119XQ',
        'Personal health number: 54137895119',
      ],
    },
  },
  {
    type: 'PASSPORT:CA',
    name: 'Canadian passport number',
    purview: { name: 'Canada Passport Number', id: '14d0db8b-498a-43ed-9fca-f6097ae687eb' },
    country: 'CA',
    patterns: ['[A-Z]{2}\\d{6}'],
    exactCase: true,
    rules: named(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport: IY897258', value: 'IY897258', confidence: 'medium' },
        { text: 'パスポート = WV989373', value: 'WV989373', confidence: 'medium' },
      ],
      noMatch: ['part IY897258 of 7', 'Passport: IY897258XQ', 'Passport: 5IY897258'],
    },
  },
  {
    type: 'NATIONAL_ID:CA_PHIN',
    name: 'Manitoba personal health identification number',
    purview: {
      name: 'Canada Personal Health Identification Number (PHIN)',
      id: '722e12ac-c89a-4ec8-a1b7-fea3469f89db',
    },
    country: 'CA',
    patterns: ['\\d{9}'],
    digitsOnly: true,
    rules: [{ confidence: 'medium', needs: [{ keywords: PHIN_WORDS }, { keywords: PROVINCES }] }],
    examples: {
      match: [
        { text: 'Health information act: 883760226 (Alberta)', value: '883760226', confidence: 'medium' },
        {
          text: 'prescription purchases = 193670414, New brunswick',
          value: '193670414',
          confidence: 'medium',
        },
      ],
      noMatch: [
        'part 883760226 of 7',
        'Health information act (Alberta): 883760226XQ',
        'Health information act (Alberta): 5883760226',
      ],
    },
  },
  // Purview takes "SSN" for it too; that is the number of the neighbour and a finding of its own: left out.
  {
    type: 'NATIONAL_ID:CA_SIN',
    name: 'Canadian social insurance number',
    purview: { name: 'Canada Social Insurance Number', id: 'a2f29c85-ecb8-4514-a610-364790c0773e' },
    country: 'CA',
    patterns: ['\\d{3}[- ]\\d{3}[- ]\\d{3}', '\\d{9}'],
    digitsOnly: true,
    check: canadianSin,
    rules: [
      {
        confidence: 'high',
        of: [0],
        needs: [
          {
            anyOf: [{ keywords: SIN_WORDS }, { keywords: PERSON_WORDS }, { expression: calendarDate }],
            atLeast: 2,
          },
        ],
      },
      { confidence: 'medium', needs: [{ keywords: SIN_WORDS }] },
    ],
    examples: {
      match: [
        { text: 'SIN 707-025-524', value: '707-025-524', confidence: 'medium' },
        {
          text: 'social insurance number = 924903958, Date of birth',
          value: '924903958',
          confidence: 'medium',
        },
      ],
      noMatch: ['SIN: 040-143-518', 'part 707-025-524 of 7', 'SIN: 707-025-524XQ'],
    },
  },
];
