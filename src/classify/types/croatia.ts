import { croatianOib } from '../checks/eastern-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [...licenceWords, 'vozačka dozvola', 'vozačke dozvole'];

const ID_CARD_WORDS = [
  ...taxWords,
  ...listOf(`
  majstorski broj građana, master citizen number, nacionalni identifikacijski broj,
  national identification number, oib, osobna iskaznica, osobni id, osobni identifikacijski broj,
  personal identification number, porezni broj, porezni identifikacijski broj
`),
];

const PASSPORT_WORDS = [...passportWords, 'broj putovnice', 'br. putovnice', 'putovnica', 'putovnice'];

const OIB_WORDS = [
  ...taxWords,
  ...listOf(`
  majstorski broj građana, master citizen number, nacionalni identifikacijski broj,
  national identification number, oib, osobna iskaznica, osobni id, osobni identifikacijski broj,
  personal identification number, porezni broj, porezni identifikacijski broj
`),
];

export const croatia: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:HR',
    name: 'Croatian driving licence number',
    purview: { name: "Croatia Driver's License Number", id: '005b3ef1-47dd-4e68-bb02-c6db484d00f2' },
    country: 'HR',
    patterns: ['\\d{8}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Vozačka dozvola: 26507822', value: '26507822', confidence: 'medium' },
        { text: 'vozačke dozvole = 41730346', value: '41730346', confidence: 'medium' },
      ],
      noMatch: ['part 26507822 of 7', 'Vozačka dozvola: 26507822XQ', 'Vozačka dozvola: 526507822'],
    },
  },
  {
    type: 'NATIONAL_ID:HR_ID_CARD',
    name: 'Croatian identity card number',
    purview: { name: 'Croatia Identity Card Number', id: 'ff12f884-c20a-4189-b185-34c8e7258d47' },
    country: 'HR',
    patterns: ['\\d{9}'],
    digitsOnly: true,
    rules: named(ID_CARD_WORDS),
    examples: {
      match: [
        { text: 'Majstorski broj građana: 564063443', value: '564063443', confidence: 'medium' },
        { text: 'national identification number = 517072007', value: '517072007', confidence: 'medium' },
      ],
      noMatch: [
        'part 564063443 of 7',
        'Majstorski broj građana: 564063443XQ',
        'Majstorski broj građana: 5564063443',
      ],
    },
  },
  {
    type: 'PASSPORT:HR',
    name: 'Croatian passport number',
    purview: { name: 'Croatia Passport Number', id: '7d7a729d-32d8-4204-8d01-d5e6a6c25581' },
    country: 'HR',
    patterns: ['\\d{9}'],
    digitsOnly: true,
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport 979551992, date of expiry 17/04/2031', value: '979551992', confidence: 'high' },
        { text: 'putovnica = 298545532', value: '298545532', confidence: 'medium' },
      ],
      noMatch: ['part 979551992 of 7', 'Passport: 979551992XQ', 'Passport: 5979551992'],
    },
  },
  {
    type: 'NATIONAL_ID:HR_OIB',
    name: 'Croatian personal identification number (OIB)',
    purview: {
      name: 'Croatia Personal Identification (OIB) Number',
      id: '31983b6d-db95-4eb2-a630-b44bd091968d',
    },
    country: 'HR',
    patterns: ['\\d{11}'],
    digitsOnly: true,
    check: croatianOib,
    rules: namedOrAlone(OIB_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Majstorski broj građana: 45486211154', value: '45486211154', confidence: 'high' },
        { text: 'national identification number = 94174651732', value: '94174651732', confidence: 'high' },
        { text: '73407835778', value: '73407835778', confidence: 'medium', country: 'HR' },
      ],
      noMatch: [
        'Majstorski broj građana: 66926131808',
        'part 45486211154 of 7',
        'Majstorski broj građana: 45486211154XQ',
      ],
    },
  },
];
