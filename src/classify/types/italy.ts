import { italianFiscalCode, italianVat } from '../checks/southern-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  'numero di patente',
  'patente di guida',
  'patente guida',
  'patenti di guida',
  'patenti guida',
];

const CF_WORDS = [
  ...taxWords,
  ...listOf(`
  codice fiscal, codice fiscale, codice id personale, codice personale, fiscal code,
  numero certificato personale, numero di identificazione fiscale, numero id personale, numero personale,
  personal certificate number, personal code, personal id code, personal id number, personalcodeno#,
  tax code, tax identity number
`),
];

const PASSPORT_WORDS = [
  ...passportWords,
  ...listOf(`
  italiana passaporto, passaporto italiana, passaporto numero, numéro passeport, numero di passaporto,
  numeri del passaporto, passeport italien, passaporto
`),
];

const VAT_WORDS = ['vat number', 'vat no', 'vat#', 'iva', 'partita iva', 'p. iva'];

export const italy: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:IT',
    name: 'Italian driving licence number',
    purview: { name: "Italy Driver's License Number", id: '97d6244f-9157-41bd-8e0c-9d669a5c4d71' },
    country: 'IT',
    patterns: ['[A-Z][AV]\\d{7}[A-Z]'],
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Numero di patente: UA2193673J', value: 'UA2193673J', confidence: 'medium' },
        { text: 'patenti di guida = QA8705669S', value: 'QA8705669S', confidence: 'medium' },
      ],
      noMatch: ['part UA2193673J of 7', 'Numero di patente: UA2193673JXQ', 'Numero di patente: 5UA2193673J'],
    },
  },
  // A letter of LMNPQRSTUV stands for a digit where two people would have the same code; women have 40 added
  // to the day.
  {
    type: 'NATIONAL_ID:IT_CF',
    name: 'Italian tax code (codice fiscale)',
    purview: { name: 'Italy Fiscal Code', id: '4cd79172-8da9-4ff5-9188-98b1e7e2eca6' },
    country: 'IT',
    patterns: [
      '[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPR-T](?:[04LQ][1-9MNP-V]|[1256MNRS][0-9LMNP-V]|[37PT][01LM])[A-Z][0-9LMNP-V]{3}[A-Z]',
    ],
    check: italianFiscalCode,
    rules: namedOrAlone(CF_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Codice fiscal: AQEBJH94P7LF51QP', value: 'AQEBJH94P7LF51QP', confidence: 'high' },
        { text: 'codice personale = UZTOFP9VT71O884C', value: 'UZTOFP9VT71O884C', confidence: 'high' },
        { text: 'SPNBXI21R69V577Y, as agreed', value: 'SPNBXI21R69V577Y', confidence: 'medium' },
      ],
      noMatch: [
        'Codice fiscal: FFEABTNMBM1LP38G',
        'Codice fiscal: AQEBJH94P7LF51QPXQ',
        'Codice fiscal: AQEBJH94P7LF51',
      ],
    },
  },
  {
    type: 'PASSPORT:IT',
    name: 'Italian passport number',
    purview: { name: 'Italy Passport Number', id: '39811019-4750-445f-b26d-4c0e6c431544' },
    country: 'IT',
    patterns: ['[A-Z0-9]{2}\\d{7}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport Y65315806, date of expiry 17/04/2031', value: 'Y65315806', confidence: 'high' },
        { text: 'passaporto numero = JO7374725', value: 'JO7374725', confidence: 'medium' },
      ],
      noMatch: ['part Y65315806 of 7', 'Passport: Y65315806XQ', 'Passport: 5Y65315806'],
    },
  },
  {
    type: 'COMPANY_ID:IT_VAT',
    name: 'Italian VAT number (partita IVA)',
    purview: { name: 'Italy Value Added Tax Number', id: '26a8cc07-2283-4a2a-ab1d-4ab643c4c67f' },
    country: 'IT',
    patterns: ['IT[ .,-]?\\d{11}', '\\d{11}'],
    check: italianVat,
    rules: [
      { confidence: 'high', of: [0], needs: [{ keywords: VAT_WORDS }] },
      { confidence: 'medium', of: [1], needs: [{ keywords: VAT_WORDS }] },
      { confidence: 'medium', of: [0], needs: [] },
    ],
    examples: {
      match: [
        { text: 'Vat number: IT05672670618', value: 'IT05672670618', confidence: 'high' },
        { text: 'partita iva = 74592680503', value: '74592680503', confidence: 'medium' },
        { text: 'IT03291760142, as agreed', value: 'IT03291760142', confidence: 'medium' },
      ],
      noMatch: ['Vat number: IT,58257449172', 'Vat number: IT05672670618XQ', 'Vat number: IT056726706'],
    },
  },
];
