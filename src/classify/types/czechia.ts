import { birthNumber } from '../checks/eastern-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  'řidičský prúkaz',
  'řidičské průkazy',
  'číslo řidičského průkazu',
  'čísla řidičských průkazů',
];

const RC_WORDS = [
  ...taxWords,
  ...listOf(`
  birth number, czech republic id, czechidno#, daňové číslo, identifikační číslo, identity no,
  identity number, identityno, insurance number, national identification number, nationalnumber#,
  national number, osobní číslo, personalidnumber#, personal id number, personal identification number,
  personal number, pid#, pojištění číslo, rč, rodne cislo, ssn, social security number,
  unique identification number
`),
];

const PASSPORT_WORDS = [...passportWords, 'cestovní pas', 'číslo pasu', 'cestovní pasu', 'čísla pasu'];

export const czechia: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:CZ',
    name: 'Czech driving licence number',
    purview: { name: "Czech Driver's License Number", id: '86b40d3b-d8ea-4c36-aab0-ef9416a6769c' },
    country: 'CZ',
    patterns: ['E[A-Z] ?\\d{6}'],
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Řidičský prúkaz: EA 973743', value: 'EA 973743', confidence: 'medium' },
        { text: 'čísla řidičských průkazů = ED533023', value: 'ED533023', confidence: 'medium' },
      ],
      noMatch: ['part EA 973743 of 7', 'Řidičský prúkaz: EA 973743XQ', 'Řidičský prúkaz: 5EA 973743'],
    },
  },
  {
    type: 'NATIONAL_ID:CZ_RC',
    name: 'Czech birth number',
    purview: { name: 'Czech Personal Identity Number', id: '60c0725a-4eb6-455b-9dda-05d8a7396497' },
    country: 'CZ',
    patterns: [
      '\\d{2}(?:[0257][1-9]|[1368][0-2])(?:0[1-9]|[12]\\d|3[01])/\\d{3,4}',
      '\\d{2}(?:[0257][1-9]|[1368][0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3,4}',
    ],
    check: birthNumber,
    rules: [
      { confidence: 'high', needs: [{ keywords: RC_WORDS }] },
      { confidence: 'medium', of: [0], needs: [] },
    ],
    examples: {
      match: [
        { text: 'Birth number: 055106/966', value: '055106/966', confidence: 'high' },
        { text: 'identifikační číslo = 355830788', value: '355830788', confidence: 'high' },
        { text: '107430/328, as agreed', value: '107430/328', confidence: 'medium' },
      ],
      noMatch: ['Birth number: 453130/6807', 'Birth number: 055106/966XQ', 'Birth number: 055106/9'],
    },
  },
  {
    type: 'PASSPORT:CZ',
    name: 'Czech passport number',
    purview: { name: 'Czech Republic Passport Number', id: '7bcd8ce8-5e92-4bbe-bc92-fa669f0369fa' },
    country: 'CZ',
    patterns: ['\\d{8}'],
    digitsOnly: true,
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport 09971285, date of expiry 17/04/2031', value: '09971285', confidence: 'high' },
        { text: 'cestovní pasu = 20467479', value: '20467479', confidence: 'medium' },
      ],
      noMatch: ['part 09971285 of 7', 'Passport: 09971285XQ', 'Passport: 509971285'],
    },
  },
];
