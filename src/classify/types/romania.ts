import { romanianCnp } from '../checks/eastern-europe.ts';
import { idLabel } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  'permis de conducere',
  'permisului de conducere',
  'permisului conducere',
  'permisele de conducere',
  'permisele conducere',
  'permis conducere',
];

const PASSPORT_WORDS = [
  ...passportWords,
  'număr pașaport',
  'numărul pașaportului',
  'pașaport',
  'serie pașaport',
];

const CNP_WORDS = [
  ...taxWords,
  ...listOf(`
  cnp, cod identificare personal, cod numeric personal, cod unic identificare, codnumericpersonal#,
  codul fiscal nr., identificarea fiscală nr#, id-ul taxei, insurance number, insurancenumber#,
  national id, national identification number, număr identificare personal, număr identitate,
  număr personal unic, număridentitate, numărpersonalunic, număru de identificare fiscală,
  numărul de identificare fiscală, personal numeric code, pin#, tax file no, tax file number,
  unique identification number, unique identity number, uniqueidentityno
`),
];

export const romania: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:RO',
    name: 'Romanian driving licence number',
    purview: { name: "Romania Driver's License Number", id: 'b5511ace-2fd8-4ae4-b6fc-c7c6e4689e3c' },
    country: 'RO',
    patterns: ['[A-Z0-9]\\d{8}'],
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Permis de conducere: U32284003', value: 'U32284003', confidence: 'medium' },
        { text: 'permisele de conducere = Z94948830', value: 'Z94948830', confidence: 'medium' },
      ],
      noMatch: ['part U32284003 of 7', 'Permis de conducere: U32284003XQ', 'Permis de conducere: 5U32284003'],
    },
  },
  {
    type: 'PASSPORT:RO',
    name: 'Romanian passport number',
    purview: { name: 'Romania Passport Number', id: '5d31b90c-7fe2-4a76-a14b-767b8fd19d6c' },
    country: 'RO',
    patterns: ['\\d{8,9}'],
    digitsOnly: true,
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport 647003807, date of expiry 17/04/2031', value: '647003807', confidence: 'high' },
        { text: 'pașaport = 22598542', value: '22598542', confidence: 'medium' },
      ],
      noMatch: ['part 647003807 of 7', 'Passport: 647003807XQ', 'Passport: 5647003807'],
    },
  },
  {
    type: 'NATIONAL_ID:RO_CNP',
    name: 'Romanian personal code (CNP)',
    purview: { name: 'Romania Personal Numerical Code (CNP)', id: 'eb5fa399-fe28-4c67-8188-d63a616ed89c' },
    country: 'RO',
    patterns: ['[1-9]\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|[1-4]\\d|5[0-2]|99)\\d{4}'],
    digitsOnly: true,
    check: romanianCnp,
    rules: [
      { confidence: 'high', needs: [{ keywords: CNP_WORDS }] },
      { confidence: 'medium', needs: [idLabel] },
      { confidence: 'medium', needs: [] },
    ],
    examples: {
      match: [
        { text: 'CNP: 4630308518454', value: '4630308518454', confidence: 'high' },
        { text: 'cod unic identificare = 3321131994615', value: '3321131994615', confidence: 'high' },
        { text: '2230409515456', value: '2230409515456', confidence: 'medium', country: 'RO' },
      ],
      noMatch: ['CNP: 4061201017917', 'part 4630308518454 of 7', 'CNP: 4630308518454XQ'],
    },
  },
];
