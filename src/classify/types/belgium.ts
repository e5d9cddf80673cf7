import { belgianNational, belgianVat } from '../checks/western-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  'rijbewijs',
  'rijbewijsnummer',
  'führerschein',
  'führerscheinnummer',
  'fuehrerschein',
  'permis de conduire',
  'numéro permis conduire',
];

const NRN_WORDS = [
  ...taxWords,
  ...listOf(`
  bnn, carte d'identité, identifiant national, identifiantnational#, identifikationsnummer,
  identiteitskaart, national number, national register, nationalnumber, nif, numéro d'assuré,
  numéro de registre national, numéro de sécurité, numéro d'identification, numéro d'immatriculation,
  numéro national, numéronational#, personal id number, personalausweis, personalidnumber#,
  social security number, ssn, steuernummer, rijksregisternummer, niss, insz, registre national,
  nationalregisternummer
`),
];

const PASSPORT_WORDS = [
  ...passportWords,
  ...listOf(`
  numéro passeport, paspoort nr, paspoortnummer, paspoortnummers, passeport carte, passeport livre,
  pass-nr, passnummer, passeport, paspoort, reisepass
`),
];

const VAT_WORDS = listOf(`
  nº tva, vat number, vat no, numéro t.v.a, umsatzsteuer-identifikationsnummer, umsatzsteuernummer, btw,
  vat#
`);

export const belgium: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:BE',
    name: 'Belgian driving licence number',
    purview: { name: "Belgium Driver's License Number", id: 'd89fd329-9324-433c-b687-2c37bd5166f3' },
    country: 'BE',
    patterns: ['\\d{10}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Rijbewijs: 0061301196', value: '0061301196', confidence: 'medium' },
        { text: 'führerscheinnummer = 5178907020', value: '5178907020', confidence: 'medium' },
      ],
      noMatch: ['part 0061301196 of 7', 'Rijbewijs: 0061301196XQ', 'Rijbewijs: 50061301196'],
    },
  },
  {
    type: 'NATIONAL_ID:BE_NRN',
    name: 'Belgian national register number',
    purview: { name: 'Belgium National Number', id: 'fb969c9e-0fd1-4b18-8091-a2123c5e6a54' },
    country: 'BE',
    patterns: [
      '\\d{2}\\.(?:[024]\\d|[135][0-2])\\.(?:[0-2]\\d|3[01])[. -]\\d{3}[. -]\\d{2}',
      '\\d{2}[. -]?(?:[024]\\d|[135][0-2])[. -]?(?:[0-2]\\d|3[01])[. -]?\\d{3}[. -]?\\d{2}',
    ],
    check: belgianNational,
    rules: [
      { confidence: 'medium', needs: [{ keywords: NRN_WORDS }] },
      { confidence: 'low', of: [0], needs: [] },
    ],
    examples: {
      match: [
        { text: 'BNN: 25.29.09.544.11', value: '25.29.09.544.11', confidence: 'medium' },
        { text: 'identifikationsnummer = 76.44.23.509.26', value: '76.44.23.509.26', confidence: 'medium' },
        { text: '15.30.23.063.63, as agreed', value: '15.30.23.063.63', confidence: 'low' },
      ],
      noMatch: ['BNN: 52.32.31.256.48', 'BNN: 25.29.09.544.11XQ', 'BNN: 25.29.09.544.'],
    },
  },
  {
    type: 'PASSPORT:BE',
    name: 'Belgian passport number',
    purview: { name: 'Belgium Passport Number', id: 'd7b1315b-21ca-4774-a32a-596010ff78fd' },
    country: 'BE',
    patterns: ['[A-Z]{2}\\d{6}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport MQ614802, date of expiry 17/04/2031', value: 'MQ614802', confidence: 'high' },
        { text: 'paspoortnummer = SW090726', value: 'SW090726', confidence: 'medium' },
      ],
      noMatch: ['part MQ614802 of 7', 'Passport: MQ614802XQ', 'Passport: 5MQ614802'],
    },
  },
  {
    type: 'COMPANY_ID:BE_VAT',
    name: 'Belgian VAT number',
    purview: { name: 'Belgium Value Added Tax Number', id: '85b5b3c3-f2de-4ae8-ac46-fd3cb38bf9ed' },
    country: 'BE',
    patterns: [
      'BE ?[01][1-9]\\d{2}[. -]?\\d{3}[. -]?\\d{3}',
      'BE ?[01]\\d{3}[. -]?\\d{3}[. -]?\\d{3}',
      'BE0[1-9][. -]?\\d{4}[. -]?\\d{4}',
    ],
    check: belgianVat,
    rules: namedOrAlone(VAT_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Nº tva: BE 1515.012.316', value: 'BE 1515.012.316', confidence: 'high' },
        { text: 'numéro t.v.a = BE 0608.702.813', value: 'BE 0608.702.813', confidence: 'high' },
        { text: 'BE 1929.483.913, as agreed', value: 'BE 1929.483.913', confidence: 'medium' },
      ],
      noMatch: ['Nº tva: BE 1713.881.299', 'Nº tva: BE 1515.012.316XQ', 'Nº tva: BE 1515.012.3'],
    },
  },
];
