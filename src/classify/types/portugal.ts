import { portugueseTax } from '../checks/southern-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const CC_WORDS = listOf(`
  bilhete de identidade, cartão de cidadão, citizen card, documento de identificação, identity card no,
  identity card number, national id card, número bi de portugal, número de identificação civil,
  número de identificação fiscal, portugal bi number
`);

const LICENCE_WORDS = [
  ...licenceWords,
  ...listOf(`
  carteira de motorista, carteira motorista, carteira de habilitação, carteira habilitação,
  número de licença, número licença, permissão de condução, permissão condução, licença condução portugal,
  carta de condução
`),
];

const PASSPORT_WORDS = [
  ...passportWords,
  ...listOf(`
  número do passaporte, portuguese passport, portuguese passeport, portuguese passaporte, passaporte nº,
  passeport nº, números de passaporte, portuguese passports, número passaporte, números passaporte,
  passaporte
`),
];

const NIF_WORDS = [
  ...taxWords,
  'nif',
  'numero fiscal',
  'número de identificação fiscal',
  'nº contribuinte',
  'número de contribuinte',
  'contribuinte',
];

export const portugal: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:PT_CC',
    name: 'Portuguese citizen card number',
    purview: { name: 'Portugal Citizen Card Number', id: '91a7ece2-add4-4986-9a15-c84544d81ecd' },
    country: 'PT',
    patterns: ['\\d{8}', '\\d{8} \\d(?: [A-Z]{2}\\d)?'],
    digitsOnly: true,
    rules: named(CC_WORDS, 'high'),
    examples: {
      match: [
        { text: 'Bilhete de identidade: 18006907', value: '18006907', confidence: 'high' },
        { text: 'National id card: 87293490', value: '87293490', confidence: 'high' },
      ],
      noMatch: [
        'part 18006907 of 7',
        'Bilhete de identidade: 18006907XQ',
        'Bilhete de identidade: 518006907',
      ],
    },
  },
  {
    type: 'DRIVER_LICENSE:PT',
    name: 'Portuguese driving licence number',
    purview: { name: "Portugal Driver's License Number", id: '977f1e5a-2c33-4bcc-b516-95bb275cff23' },
    country: 'PT',
    patterns: ['[A-Z]{2}-\\d{5,6} \\d', '[A-Z]-(?:\\d{8}|\\d{6}) \\d'],
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Carteira de motorista: MW-098989 1', value: 'MW-098989 1', confidence: 'medium' },
        { text: 'carteira habilitação = C-854774 8', value: 'C-854774 8', confidence: 'medium' },
      ],
      noMatch: [
        'part MW-098989 1 of 7',
        'Carteira de motorista: MW-098989 1XQ',
        'Carteira de motorista: 5MW-098989 1',
      ],
    },
  },
  {
    type: 'PASSPORT:PT',
    name: 'Portuguese passport number',
    purview: { name: 'Portugal Passport Number', id: '080a52fd-a7bc-431e-b54d-51f08f59db11' },
    country: 'PT',
    patterns: ['[A-Z]\\d{6}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport E859740, date of expiry 17/04/2031', value: 'E859740', confidence: 'high' },
        { text: 'portuguese passeport = H751301', value: 'H751301', confidence: 'medium' },
      ],
      noMatch: ['part E859740 of 7', 'Passport: E859740XQ', 'Passport: 5E859740'],
    },
  },
  {
    type: 'NATIONAL_ID:PT_NIF',
    name: 'Portuguese tax number (NIF)',
    purview: { name: 'Portugal Tax Identification Number', id: '65372402-3131-4f1e-9983-4439841d1f15' },
    country: 'PT',
    patterns: ['\\d{3}[ .]?\\d{3}[ .]?\\d{3}'],
    digitsOnly: true,
    check: portugueseTax,
    rules: namedOrAlone(NIF_WORDS, 'high', 'low'),
    examples: {
      match: [
        { text: 'NIF: 819 821 497', value: '819 821 497', confidence: 'high' },
        { text: 'nº contribuinte = 520151089', value: '520151089', confidence: 'high' },
        { text: '271 661 909', value: '271 661 909', confidence: 'low', country: 'PT' },
      ],
      noMatch: ['NIF: 574 418 365', 'part 819 821 497 of 7', 'NIF: 819 821 497XQ'],
    },
  },
];
