import {
  australianBusiness,
  australianCompany,
  australianMedicare,
  australianTaxFile,
} from '../checks/oceania.ts';
import { bankStateBranch } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords } from './words.ts';

const BANK_WORDS = listOf(`
  swift bank code, correspondent bank, usa account, holder address, bank address, information account,
  fund transfers, bank charges, bank details, banking information, bsb, bsb number, bank account number,
  account number
`);

const LICENCE_WORDS = [
  ...licenceWords,
  'international driving permit',
  'international driving permits',
  'australian automobile association',
  "driver's licence number",
  'licence number',
];

/** Purview takes these to speak of another country. */
const AMERICAN_SPELLING = listOf(`
  aaa, driverlicense, driverlicenses, driver license, driver licenses, driverslicense, driverslicenses,
  drivers license, drivers licenses, driver's license, driver's licenses
`);

const MEDICARE_WORDS = [
  'medicare payments',
  'department of human services',
  'medicare',
  'medicare card',
  'medicare number',
  'medicare no',
];

const PASSPORT_WORDS = [
  ...passportWords,
  'department of immigration',
  'travel document',
  'issuing authority',
];

const TFN_WORDS = [
  'marginal tax rate',
  'medicare levy',
  'withholding tax',
  'individual tax return',
  'tax file number',
  'tfn',
];

const ABN_WORDS = [
  'australia business no',
  'business number',
  'businessid#',
  'business id',
  'abn',
  'businessno#',
];

const ACN_WORDS = [
  'acn',
  'australia company no',
  'australia company number',
  'australian company no',
  'australian company number',
];

export const australia: readonly PatternType[] = [
  {
    type: 'BANK_ACCOUNT:AU',
    name: 'Australian bank account number',
    purview: { name: 'Australia Bank Account Number', id: '74a54de9-2a30-4aa0-a8aa-3d9327fc07c7' },
    country: 'AU',
    patterns: ['\\d{6,10}'],
    digitsOnly: true,
    rules: [
      { confidence: 'high', needs: [{ keywords: BANK_WORDS }, { expression: bankStateBranch }] },
      { confidence: 'medium', needs: [{ keywords: BANK_WORDS }] },
    ],
    examples: {
      match: [
        { text: 'Swift bank code 5116212, BSB 062-000', value: '5116212', confidence: 'high' },
        { text: 'holder address = 136527760', value: '136527760', confidence: 'medium' },
      ],
      noMatch: ['part 5116212 of 7', 'Swift bank code: 5116212XQ', 'Swift bank code: 51162'],
    },
  },
  {
    type: 'DRIVER_LICENSE:AU',
    name: 'Australian driver licence number',
    purview: { name: "Australia Driver's License Number", id: '1cbbc8f5-9216-4392-9eb5-5ac2298d1356' },
    country: 'AU',
    patterns: ['[A-Z]{0,2}\\d{4,9}', '(?=[A-Z]{0,8}\\d)[A-Z0-9]{9}'],
    rules: [
      {
        confidence: 'medium',
        needs: [{ keywords: LICENCE_WORDS }],
        never: [{ keywords: AMERICAN_SPELLING }],
      },
    ],
    examples: {
      match: [
        { text: 'International driving permit: GV8706', value: 'GV8706', confidence: 'medium' },
        { text: "driver's licence number = PNFQANOL6", value: 'PNFQANOL6', confidence: 'medium' },
      ],
      noMatch: [
        'part GV8706 of 7',
        'International driving permit: GV8706XQ',
        'International driving permit: 5GV8706',
      ],
    },
  },
  {
    type: 'NATIONAL_ID:AU_MEDICARE',
    name: 'Australian Medicare card number',
    purview: { name: 'Australia Medical Account Number', id: '104a99a0-3d3b-4542-a40d-ab0b9e1efe63' },
    country: 'AU',
    patterns: ['[2-6]\\d{9}\\d?', '[2-6]\\d{3} \\d{5} \\d'],
    digitsOnly: true,
    check: australianMedicare,
    rules: named(MEDICARE_WORDS, 'high'),
    examples: {
      match: [
        { text: 'Medicare payments: 6281166628', value: '6281166628', confidence: 'high' },
        { text: 'medicare card = 2492 27132 8', value: '2492 27132 8', confidence: 'high' },
      ],
      noMatch: ['Medicare payments: 23026695374', 'part 6281166628 of 7', 'Medicare payments: 6281166628XQ'],
    },
  },
  {
    type: 'PASSPORT:AU',
    name: 'Australian passport number',
    purview: { name: 'Australia Passport Number', id: '29869db6-602d-4853-ab93-3484f905df50' },
    country: 'AU',
    patterns: ['(?:[NEDFACUX]|P[ABCDEFUWXZ])\\d{7}'],
    rules: named(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport: C6121404', value: 'C6121404', confidence: 'medium' },
        { text: 'issuing authority = PF2543271', value: 'PF2543271', confidence: 'medium' },
      ],
      noMatch: ['part C6121404 of 7', 'Passport: C6121404XQ', 'Passport: 5C6121404'],
    },
  },
  {
    type: 'NATIONAL_ID:AU_TFN',
    name: 'Australian tax file number',
    purview: { name: 'Australia Tax File Number', id: 'e29bc95f-ff70-4a37-aa01-04d17360a4c5' },
    country: 'AU',
    patterns: ['\\d{3}[ -]?\\d{3}[ -]?\\d{2,3}', '\\d{2} \\d{3} \\d{3}'],
    digitsOnly: true,
    check: australianTaxFile,
    rules: named(TFN_WORDS, 'high'),
    examples: {
      match: [
        { text: 'Marginal tax rate: 219 440 150', value: '219 440 150', confidence: 'high' },
        { text: 'individual tax return = 90 685 531', value: '90 685 531', confidence: 'high' },
      ],
      noMatch: ['Marginal tax rate: 913 493 25', 'part 219 440 150 of 7', 'Marginal tax rate: 219 440 150XQ'],
    },
  },
  {
    type: 'COMPANY_ID:AU_ABN',
    name: 'Australian business number',
    purview: { name: 'Australian Business Number', id: '76e83b3b-01ee-4530-aced-e667a6609f49' },
    country: 'AU',
    patterns: ['\\d{2}[ -]?\\d{3}[ -]?\\d{3}[ -]?\\d{3}'],
    digitsOnly: true,
    check: australianBusiness,
    rules: namedOrAlone(ABN_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Australia business no: 30 192 441 704', value: '30 192 441 704', confidence: 'high' },
        { text: 'abn = 12033025134', value: '12033025134', confidence: 'high' },
        { text: '53 757 602 297', value: '53 757 602 297', confidence: 'medium', country: 'AU' },
      ],
      noMatch: [
        'Australia business no: 46 858 803 593',
        'part 30 192 441 704 of 7',
        'Australia business no: 30 192 441 704XQ',
      ],
    },
  },
  {
    type: 'COMPANY_ID:AU_ACN',
    name: 'Australian company number',
    purview: { name: 'Australian Company Number', id: 'b1fba4f7-7b3e-4bb9-8f9a-9366df604dbb' },
    country: 'AU',
    patterns: ['\\d{3} ?\\d{3} ?\\d{3}'],
    digitsOnly: true,
    check: australianCompany,
    rules: namedOrAlone(ACN_WORDS, 'high', 'low'),
    examples: {
      match: [
        { text: 'ACN: 344 251 369', value: '344 251 369', confidence: 'high' },
        { text: 'australian company no = 929 296 202', value: '929 296 202', confidence: 'high' },
        { text: '059 991 696', value: '059 991 696', confidence: 'low', country: 'AU' },
      ],
      noMatch: ['ACN: 238 015 303', 'part 344 251 369 of 7', 'ACN: 344 251 369XQ'],
    },
  },
];
