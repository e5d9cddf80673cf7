import { passportDates } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [...licenceWords, 'liċenzja tas-sewqan', 'liċenzji tas-sewwieq'];

const ID_CARD_WORDS = listOf(`
  citizen service number, id tat-taxxa, identifika numru tal-biljett, kodiċi numerali personali,
  numru ta' identità uniku, numru tas-servizz taċ-ċittadin, numru tat-taxxa, personal numeric code,
  unique identification number, unique identity number, uniqueidentityno#, karta tal-identità,
  maltese id card, identity card malta, numru ta' identifikazzjoni personali
`);

const PASSPORT_WORDS = [...passportWords, 'numru tal-passaport', 'numri tal-passaport', 'nru tal-passaport'];

const TIN_WORDS = [
  ...taxWords,
  ...listOf(`
  citizen service number, id tat-taxxa, identifika numru tal-biljett, kodiċi numerali personali,
  numru ta' identità uniku, numru tas-servizz taċ-ċittadin, numru tat-taxxa, personal numeric code,
  unique identification number, unique identity number, uniqueidentityno#,
  numru ta' identifikazzjoni personali
`),
];

export const malta: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:MT',
    name: 'Maltese driving licence number',
    purview: { name: "Malta Driver's License Number", id: 'a3bdaa4a-8371-4735-8fa5-56ee0fb4afc4' },
    country: 'MT',
    patterns: ['[A-Z0-9]{2} ?\\d{3} ?\\d{3}'],
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Liċenzja tas-sewqan: L4 440 366', value: 'L4 440 366', confidence: 'medium' },
        { text: 'liċenzji tas-sewwieq = 5P455765', value: '5P455765', confidence: 'medium' },
      ],
      noMatch: [
        'part L4 440 366 of 7',
        'Liċenzja tas-sewqan: L4 440 366XQ',
        'Liċenzja tas-sewqan: 5L4 440 366',
      ],
    },
  },
  {
    type: 'NATIONAL_ID:MT_ID_CARD',
    name: 'Maltese identity card number',
    purview: { name: 'Malta Identity Card Number', id: '854b36b3-a388-4ac8-a4ec-677c2b5e4356' },
    country: 'MT',
    patterns: ['\\d{7}[MGAPLHBZ]'],
    rules: namedOrAlone(ID_CARD_WORDS, 'medium', 'low'),
    examples: {
      match: [
        { text: 'Citizen service number: 5625279M', value: '5625279M', confidence: 'medium' },
        { text: 'kodiċi numerali personali = 7314369L', value: '7314369L', confidence: 'medium' },
      ],
      noMatch: [
        'part 5625279M of 7',
        'Citizen service number: 5625279MXQ',
        'Citizen service number: 55625279M',
      ],
    },
  },
  {
    type: 'PASSPORT:MT',
    name: 'Maltese passport number',
    purview: { name: 'Malta Passport Number', id: 'b2b21198-48f9-4d13-b2a5-03969bff0fb8' },
    country: 'MT',
    patterns: ['\\d{7}'],
    digitsOnly: true,
    rules: dated(PASSPORT_WORDS, { keywords: passportDates }),
    examples: {
      match: [
        { text: 'Passport: 0164381 (Date of issue)', value: '0164381', confidence: 'high' },
        { text: 'nru tal-passaport = 9007375, Expires on', value: '9007375', confidence: 'high' },
      ],
      noMatch: [
        'part 0164381 of 7',
        'Passport (Date of issue): 0164381XQ',
        'Passport (Date of issue): 50164381',
      ],
    },
  },
  // No check digit is published: not reported without a word.
  {
    type: 'NATIONAL_ID:MT_TIN',
    name: 'Maltese tax number',
    purview: { name: 'Malta Tax ID Number', id: 'ec830c63-65f4-45d0-9d8c-910dc8334b20' },
    country: 'MT',
    patterns: ['\\d{5,7}[A-Z]', '\\d{9}'],
    exactCase: true,
    rules: named(TIN_WORDS),
    examples: {
      match: [
        { text: 'Citizen service number: 62264I', value: '62264I', confidence: 'medium' },
        { text: 'kodiċi numerali personali = 005039820', value: '005039820', confidence: 'medium' },
      ],
      noMatch: ['part 62264I of 7', 'Citizen service number: 62264IXQ', 'Citizen service number: 6226'],
    },
  },
];
