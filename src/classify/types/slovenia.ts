import { slovenianEmso, slovenianTax } from '../checks/southern-europe.ts';
import { idLabel } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  'vozniško dovoljenje',
  'vozniška številka licence',
  'vozniških dovoljenj',
  'številka vozniškega dovoljenja',
  'številke vozniških dovoljenj',
];

const PASSPORT_WORDS = [...passportWords, 'številka potnega lista', 'potni list', 'številke potnih listov'];

const TIN_WORDS = [
  ...taxWords,
  'davčna številka',
  'identifikacijska številka davka',
  'številka davčne datoteke',
  'tax file no',
  'tax file number',
];

const EMSO_WORDS = listOf(`
  edinstvena številka glavnega državljana, emšo, enotna maticna številka obcana, id card,
  identification number, identifikacijska številka, identity card, nacionalna id, national id,
  osebna izkaznica, osebni koda, osebni številka, personal code, personal number, personal numeric code,
  številka državljana, unique citizen number, unique id number, unique identity number,
  unique master citizen number, unique registration number, uniqueidentityno #
`);

export const slovenia: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:SI',
    name: 'Slovenian driving licence number',
    purview: { name: "Slovenia Driver's License Number", id: 'd5bc089a-f2ee-433d-a6b1-5c253051d6f2' },
    country: 'SI',
    patterns: ['\\d{9}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Vozniško dovoljenje: 108985521', value: '108985521', confidence: 'medium' },
        { text: 'številka vozniškega dovoljenja = 011087474', value: '011087474', confidence: 'medium' },
      ],
      noMatch: ['part 108985521 of 7', 'Vozniško dovoljenje: 108985521XQ', 'Vozniško dovoljenje: 5108985521'],
    },
  },
  {
    type: 'PASSPORT:SI',
    name: 'Slovenian passport number',
    purview: { name: 'Slovenia Passport Number', id: '235b7976-7bbe-4df5-bb40-08678e749d1a' },
    country: 'SI',
    patterns: ['P[A-Z]\\d{7}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport PP4832671, date of expiry 17/04/2031', value: 'PP4832671', confidence: 'high' },
        { text: 'številke potnih listov = PY0066945', value: 'PY0066945', confidence: 'medium' },
      ],
      noMatch: ['part PP4832671 of 7', 'Passport: PP4832671XQ', 'Passport: 5PP4832671'],
    },
  },
  {
    type: 'NATIONAL_ID:SI_TIN',
    name: 'Slovenian tax number',
    purview: { name: 'Slovenia Tax Identification Number', id: 'e47b071e-c352-4d70-8241-8c215ad65505' },
    country: 'SI',
    patterns: ['[1-9]\\d{7}'],
    digitsOnly: true,
    check: slovenianTax,
    rules: namedOrAlone(TIN_WORDS, 'high', 'low'),
    examples: {
      match: [
        { text: 'Davčna številka: 62853554', value: '62853554', confidence: 'high' },
        { text: 'tax file no = 10884688', value: '10884688', confidence: 'high' },
        { text: '86295934', value: '86295934', confidence: 'low', country: 'SI' },
      ],
      noMatch: ['Davčna številka: 63519880', 'part 62853554 of 7', 'Davčna številka: 62853554XQ'],
    },
  },
  {
    type: 'NATIONAL_ID:SI_EMSO',
    name: 'Slovenian citizen number (EMŠO)',
    purview: { name: 'Slovenia Unique Master Citizen Number', id: '68948b27-803d-41e4-adf1-13e05eb541bb' },
    country: 'SI',
    patterns: ['(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{3}50\\d{4}'],
    digitsOnly: true,
    check: slovenianEmso,
    rules: [
      { confidence: 'high', needs: [{ keywords: EMSO_WORDS }] },
      { confidence: 'medium', needs: [idLabel] },
      { confidence: 'medium', needs: [] },
    ],
    examples: {
      match: [
        {
          text: 'Edinstvena številka glavnega državljana: 3112572504208',
          value: '3112572504208',
          confidence: 'high',
        },
        { text: 'id card = 2906979507832', value: '2906979507832', confidence: 'high' },
        { text: '3012720508450', value: '3012720508450', confidence: 'medium', country: 'SI' },
      ],
      noMatch: [
        'Edinstvena številka glavnega državljana: 3011371508879',
        'part 3112572504208 of 7',
        'Edinstvena številka glavnega državljana: 3112572504208XQ',
      ],
    },
  },
];
