import { latvianPersonalCode } from '../checks/eastern-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named } from './rules.ts';
import { licenceWords, passportWords, phoneWords, taxWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  'autovadītāja apliecība',
  'autovadītāja apliecības',
  'vadītāja apliecība',
];

const PASSPORT_WORDS = [
  ...passportWords,
  'pase numurs',
  'pase numur',
  'pases numuri',
  'pases nr',
  'n° du passeport',
  'pase',
];

const PK_WORDS = [
  ...taxWords,
  ...listOf(`
  administrative number, alvas nē, birth number, citizen number, civil number, electronic census number,
  electronic number, fiscal code, healthcare user number, id#, id-code, identification number,
  identifikācijas numurs, id-number, individual number, latvija alva, nacionālais id, national id,
  national identifying number, national identity number, national insurance number,
  national register number, nodokļa numurs, nodokļu id, nodokļu identifikācija numurs,
  personal certificate number, personal code, personal id code, personal id number,
  personal identification code, personal identifier, personal identity number, personal number,
  personal numeric code, personalcodeno#, personas kods, population identification code,
  public service number, registration number, revenue number, social insurance number,
  social security number, state tax code, tax file number, voter's number, pk
`),
];

export const latvia: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:LV',
    name: 'Latvian driving licence number',
    purview: { name: "Latvia Driver's License Number", id: 'ec996de0-30f2-46b1-b192-4d2ff8805fa7' },
    country: 'LV',
    patterns: ['[A-Z]{3}\\d{6}'],
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Autovadītāja apliecība: NIB899492', value: 'NIB899492', confidence: 'medium' },
        { text: 'autovadītāja apliecība = VVT684364', value: 'VVT684364', confidence: 'medium' },
      ],
      noMatch: [
        'part NIB899492 of 7',
        'Autovadītāja apliecība: NIB899492XQ',
        'Autovadītāja apliecība: 5NIB899492',
      ],
    },
  },
  {
    type: 'PASSPORT:LV',
    name: 'Latvian passport number',
    purview: { name: 'Latvia Passport Number', id: '23ae25ec-cc28-421b-b77a-3054eadf1ede' },
    country: 'LV',
    patterns: ['[A-Z0-9]{2}\\d{7}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport SV1007780, date of expiry 17/04/2031', value: 'SV1007780', confidence: 'high' },
        { text: 'pases numuri = XM3375521', value: 'XM3375521', confidence: 'medium' },
      ],
      noMatch: ['part SV1007780 of 7', 'Passport: SV1007780XQ', 'Passport: 5SV1007780'],
    },
  },
  // The third shape has been given out since 2017; it has no check digit.
  {
    type: 'NATIONAL_ID:LV_PK',
    name: 'Latvian personal code',
    purview: { name: 'Latvia Personal Code', id: '03fcf763-27c2-49ed-9422-2641c6c895c9' },
    country: 'LV',
    patterns: [
      '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2}-[0-2]\\d{4}',
      '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2}[0-2]\\d{4}',
      '32\\d{4}-?\\d{5}',
    ],
    check: latvianPersonalCode,
    rules: [
      { confidence: 'high', of: [0, 1], needs: [{ keywords: PK_WORDS }] },
      { confidence: 'high', of: [2], checked: false, needs: [{ keywords: PK_WORDS }] },
      { confidence: 'medium', of: [0], needs: [], never: [{ keywords: phoneWords }] },
    ],
    examples: {
      match: [
        { text: 'Administrative number: 061078-09721', value: '061078-09721', confidence: 'high' },
        { text: 'citizen number = 30105627721', value: '30105627721', confidence: 'high' },
        { text: '080518-00726, as agreed', value: '080518-00726', confidence: 'medium' },
      ],
      noMatch: [
        'Administrative number: 060518-05734',
        'Administrative number: 061078-09721XQ',
        'Administrative number: 061078-097',
      ],
    },
  },
];
