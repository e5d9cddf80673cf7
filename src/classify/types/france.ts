import { frenchTax, frenchVat } from '../checks/western-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, phoneWords, taxWords } from './words.ts';

const LICENCE_WORDS = [...licenceWords, 'permis de conduire', 'numéro de permis'];

const VITALE_WORDS = ['carte vitale', "carte d'assuré social", 'numéro de carte vitale', 'assurance maladie'];

const CNI_WORDS = listOf(`
  carte nationale d'identité, cni, national identification number, national identity, nationalidno#,
  carte d'identité, numéro de carte d'identité, cnie
`);

const PASSPORT_WORDS = [
  ...passportWords,
  ...listOf(`
  numéro de passeport, passeport n °, passeport #, passeportn °, passeport français, passeport livre,
  passeport carte, numéro passeport, n° du passeport, n° passeport, passeport
`),
];

const SPI_WORDS = [
  ...taxWords,
  "numéro d'identification fiscale",
  'numéro fiscal',
  'numéro spi',
  'spi',
  'référence fiscale',
  'n° fiscal',
];

const VAT_WORDS = listOf(`
  vat number, vat no, vat#, value added tax, taxe valeur ajoutée, taxe sur la valeur ajoutée, n° tva,
  numéro de tva, numéro d'identification siren, tva, tva intracommunautaire, vat
`);

export const france: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:FR',
    name: 'French driving licence number',
    purview: { name: "France Driver's License Number", id: '18e55a36-a01b-4b0f-943d-dc10282a1824' },
    country: 'FR',
    patterns: ['\\d{12}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Permis de conduire: 636359404020', value: '636359404020', confidence: 'medium' },
        { text: 'numéro de permis = 505753825246', value: '505753825246', confidence: 'medium' },
      ],
      noMatch: [
        'part 636359404020 of 7',
        'Permis de conduire: 636359404020XQ',
        'Permis de conduire: 5636359404020',
      ],
    },
  },
  {
    type: 'NATIONAL_ID:FR_VITALE',
    name: 'French health insurance card number',
    purview: { name: 'France Health Insurance Number', id: '9bc2069e-76df-4ff9-ac02-2f519469e236' },
    country: 'FR',
    patterns: ['\\d{10} ?\\d{10} ?\\d'],
    digitsOnly: true,
    rules: named(VITALE_WORDS),
    examples: {
      match: [
        {
          text: 'Carte vitale: 6390013354 9329336731 9',
          value: '6390013354 9329336731 9',
          confidence: 'medium',
        },
        {
          text: 'assurance maladie = 887955312208725337207',
          value: '887955312208725337207',
          confidence: 'medium',
        },
      ],
      noMatch: [
        'part 6390013354 9329336731 9 of 7',
        'Carte vitale: 6390013354 9329336731 9XQ',
        'Carte vitale: 56390013354 9329336731 9',
      ],
    },
  },
  // The second shape is the card given out since 2021.
  {
    type: 'NATIONAL_ID:FR_CNI',
    name: 'French identity card number',
    purview: { name: 'France National ID Card (CNI)', id: 'f741ac74-1bc0-4665-b69b-f0c7f927c0c4' },
    country: 'FR',
    patterns: ['\\d{12}', '(?=[CFGHJKLMNPRTVWXYZ]{0,8}\\d)[0-9CFGHJKLMNPRTVWXYZ]{9}'],
    rules: [{ confidence: 'low', needs: [{ keywords: CNI_WORDS }] }],
    examples: {
      match: [
        { text: "Carte nationale d'identité: 722670715851", value: '722670715851', confidence: 'low' },
        { text: 'national identity = N61VWNMR9', value: 'N61VWNMR9', confidence: 'low' },
      ],
      noMatch: [
        'part 722670715851 of 7',
        "Carte nationale d'identité: 722670715851XQ",
        "Carte nationale d'identité: 5722670715851",
      ],
    },
  },
  {
    type: 'PASSPORT:FR',
    name: 'French passport number',
    purview: { name: 'France Passport Number', id: '3008b884-8c8c-4cd8-a289-99f34fc7ff5d' },
    country: 'FR',
    patterns: ['\\d{2}[A-Z]{2}\\d{5}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport 67KC41350, date of expiry 17/04/2031', value: '67KC41350', confidence: 'high' },
        { text: 'passeport livre = 65YT01496', value: '65YT01496', confidence: 'medium' },
      ],
      noMatch: ['part 67KC41350 of 7', 'Passport: 67KC41350XQ', 'Passport: 567KC41350'],
    },
  },
  {
    type: 'NATIONAL_ID:FR_SPI',
    name: 'French tax number (numéro SPI)',
    purview: {
      name: 'France Tax Identification Number (numéro SPI.)',
      id: 'ed59e77e-171d-442c-9ec1-88e2ebcb5b0a',
    },
    country: 'FR',
    patterns: ['[0-3]\\d ?\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}'],
    digitsOnly: true,
    check: frenchTax,
    rules: namedOrAlone(SPI_WORDS, 'high', 'medium', phoneWords),
    examples: {
      match: [
        {
          text: "Numéro d'identification fiscale: 30 06 153 404 191",
          value: '30 06 153 404 191',
          confidence: 'high',
        },
        { text: 'spi = 0484530636436', value: '0484530636436', confidence: 'high' },
        { text: '12 16 330 920 175', value: '12 16 330 920 175', confidence: 'medium', country: 'FR' },
      ],
      noMatch: [
        "Numéro d'identification fiscale: 06 22 702 485 034",
        'part 30 06 153 404 191 of 7',
        "Numéro d'identification fiscale: 30 06 153 404 191XQ",
      ],
    },
  },
  {
    type: 'COMPANY_ID:FR_VAT',
    name: 'French VAT number',
    purview: { name: 'France Value Added Tax Number', id: '949121e6-ad9f-4379-8731-710342baea78' },
    country: 'FR',
    patterns: ['FR[ -]?[A-Z0-9]{2}[ .,-]?\\d{3}[ .,-]?\\d{3}[ .,-]?\\d{3}'],
    check: frenchVat,
    rules: namedOrAlone(VAT_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Vat number: FRL9288738248', value: 'FRL9288738248', confidence: 'high' },
        { text: 'vat = FRXY806623328', value: 'FRXY806623328', confidence: 'high' },
        { text: 'FR6X121786396, as agreed', value: 'FR6X121786396', confidence: 'medium' },
      ],
      noMatch: ['Vat number: FR SW 655-868,478', 'Vat number: FRL9288738248XQ', 'Vat number: FRL92887382'],
    },
  },
];
