import { birthNumber } from '../checks/eastern-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  'vodičský preukaz',
  'vodičské preukazy',
  'vodičského preukazu',
  'vodičských preukazov',
];

const PASSPORT_WORDS = [
  ...passportWords,
  'číslo pasu',
  'čísla pasov',
  'pas č.',
  'passeport n°',
  'n° passeport',
  'cestovný pas',
  'pas číslo',
];

const RC_WORDS = [
  ...taxWords,
  ...listOf(`
  azonosító szám, birth number, číslo národnej identifikačnej karty, číslo občianského preukazu,
  daňové číslo, id number, identification no, identification number, identifikačná karta č,
  identifikačné číslo, identity card no, identity card number, národná identifikačná značka č,
  national number, nationalnumber#, nemzeti személyazonosító igazolvány, personalidnumber#, rč,
  rodne cislo, social security number, ssn, személyi igazolvány szám, személyi igazolvány száma,
  személyigazolvány szám, tax file no, tax file number
`),
];

export const slovakia: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:SK',
    name: 'Slovak driving licence number',
    purview: { name: "Slovakia Driver's License Number", id: '14240c22-b6de-4ce5-a90b-137f74252513' },
    country: 'SK',
    patterns: ['[A-Z0-9]\\d{7}'],
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Vodičský preukaz: I3183200', value: 'I3183200', confidence: 'medium' },
        { text: 'vodičských preukazov = A7333658', value: 'A7333658', confidence: 'medium' },
      ],
      noMatch: ['part I3183200 of 7', 'Vodičský preukaz: I3183200XQ', 'Vodičský preukaz: 5I3183200'],
    },
  },
  {
    type: 'PASSPORT:SK',
    name: 'Slovak passport number',
    purview: { name: 'Slovakia Passport Number', id: '238e1f08-d80e-4793-af33-9b57918335b7' },
    country: 'SK',
    patterns: ['[A-Z]\\d{7}', '[A-Z]{2}\\d{6,7}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport R1434148, date of expiry 17/04/2031', value: 'R1434148', confidence: 'high' },
        { text: 'pas č. = SU8620384', value: 'SU8620384', confidence: 'medium' },
      ],
      noMatch: ['part R1434148 of 7', 'Passport: R1434148XQ', 'Passport: 5R1434148'],
    },
  },
  {
    type: 'NATIONAL_ID:SK_RC',
    name: 'Slovak birth number',
    purview: { name: 'Slovakia Personal Number', id: '951c26b7-3b35-4f73-924b-15dd599cb9ab' },
    country: 'SK',
    patterns: ['\\d{2}(?:[0257][1-9]|[1368][0-2])(?:0[1-9]|[12]\\d|3[01])/?\\d{3,4}'],
    digitsOnly: true,
    check: birthNumber,
    rules: namedOrAlone(RC_WORDS, 'high', 'low'),
    examples: {
      match: [
        { text: 'Azonosító szám: 318031155', value: '318031155', confidence: 'high' },
        { text: 'číslo občianského preukazu = 372127560', value: '372127560', confidence: 'high' },
        { text: '047405/941', value: '047405/941', confidence: 'low', country: 'SK' },
      ],
      noMatch: ['Azonosító szám: 773129/528', 'part 318031155 of 7', 'Azonosító szám: 318031155XQ'],
    },
  },
];
