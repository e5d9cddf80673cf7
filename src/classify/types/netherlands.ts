import { dutchBsn, dutchVat } from '../checks/western-europe.ts';
import { calendarDate } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const BSN_WORDS = listOf(`
  bsn, burgerservicenummer, citizen service number, person number, personal number, personal numeric code,
  person-related number, persoonlijk nummer, persoonlijke numerieke code, persoonsgebonden,
  persoonsnummer, sociaal-fiscaal nummer, social-fiscal number, sofi, sofinummer,
  uniek identificatienummer, uniek identiteitsnummer, unique identification number,
  unique identity number, uniqueidentityno#
`);

const LICENCE_WORDS = [
  ...licenceWords,
  'permis de conduire',
  'rijbewijs',
  'rijbewijsnummer',
  'rijbewijzen',
  'rijbewijs nummer',
  'rijbewijsnummers',
];

const PASSPORT_WORDS = [
  ...passportWords,
  'paspoort nummer',
  'paspoortnummers',
  'paspoortnummer',
  'paspoort nr',
  'paspoort',
];

const TAX_WORDS = [
  ...taxWords,
  ...listOf(`
  hollânske tax identification, identificatienummer belasting, identificatienummer van belasting,
  nederlands belasting id nummer, nederlands belasting identificatie,
  nederlands belasting identificatienummer, nederlands belastingnummer,
  nederlandse belasting identificatie, netherlands tax identification, netherland's tax identification,
  netherlands tin, netherland's tin
`),
];

const VAT_WORDS = listOf(`
  vat number, vat no, vat#, btw nûmer, btw-nummer, btw, btw-id, omzetbelastingnummer
`);

export const netherlands: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:NL_BSN',
    name: 'Dutch citizen service number (BSN)',
    purview: {
      name: "Netherlands Citizen's Service (BSN) Number",
      id: 'c5f54253-ef7e-44f6-a578-440ed67e946d',
    },
    country: 'NL',
    patterns: ['\\d{3}[ .]?\\d{3}[ .]?\\d{2,3}', '\\d{4}[ .]\\d{2}[ .]\\d{3}', '\\d{2} \\d{3} \\d{3}'],
    digitsOnly: true,
    check: dutchBsn,
    rules: named(BSN_WORDS, 'high'),
    examples: {
      match: [
        { text: 'BSN: 957577497', value: '957577497', confidence: 'high' },
        { text: 'person number = 9508 89 507', value: '9508 89 507', confidence: 'high' },
      ],
      noMatch: ['BSN: 899 314 47', 'part 957577497 of 7', 'BSN: 957577497XQ'],
    },
  },
  {
    type: 'DRIVER_LICENSE:NL',
    name: 'Dutch driving licence number',
    purview: { name: "Netherlands Driver's License Number", id: '6247fbea-ab80-4be5-8233-308b7c031401' },
    country: 'NL',
    patterns: ['\\d{10}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Permis de conduire: 8629671601', value: '8629671601', confidence: 'medium' },
        { text: 'rijbewijzen = 2516096597', value: '2516096597', confidence: 'medium' },
      ],
      noMatch: [
        'part 8629671601 of 7',
        'Permis de conduire: 8629671601XQ',
        'Permis de conduire: 58629671601',
      ],
    },
  },
  // Two letters, six letters or digits, a digit, and never an O (RvIG).
  {
    type: 'PASSPORT:NL',
    name: 'Dutch passport number',
    purview: { name: 'Netherlands Passport Number', id: '61786727-bafd-45f6-94d9-888d815e228e' },
    country: 'NL',
    patterns: ['[A-NP-Z]{2}[A-NP-Z0-9]{6}\\d'],
    rules: dated(PASSPORT_WORDS, { expression: calendarDate }),
    examples: {
      match: [
        { text: 'Passport BH4ILPSB9, 17.04.2031', value: 'BH4ILPSB9', confidence: 'high' },
        { text: 'paspoortnummer = HFP3WU9I6', value: 'HFP3WU9I6', confidence: 'medium' },
      ],
      noMatch: ['part BH4ILPSB9 of 7', 'Passport: BH4ILPSB9XQ', 'Passport: 5BH4ILPSB9'],
    },
  },
  {
    type: 'NATIONAL_ID:NL_BSN',
    name: 'Dutch tax number of a person',
    purview: { name: 'Netherlands Tax Identification Number', id: '01f42a64-eba7-4892-a67b-398237e4ade2' },
    country: 'NL',
    patterns: ['\\d{9}'],
    digitsOnly: true,
    check: dutchBsn,
    rules: namedOrAlone(TAX_WORDS, 'high', 'low'),
    examples: {
      match: [
        { text: 'Hollânske tax identification: 899079829', value: '899079829', confidence: 'high' },
        { text: 'nederlands belasting id nummer = 857183862', value: '857183862', confidence: 'high' },
        { text: '415314082', value: '415314082', confidence: 'low', country: 'NL' },
      ],
      noMatch: [
        'Hollânske tax identification: 615582111',
        'part 899079829 of 7',
        'Hollânske tax identification: 899079829XQ',
      ],
    },
  },
  {
    type: 'COMPANY_ID:NL_VAT',
    name: 'Dutch VAT number',
    purview: { name: 'Netherlands Value Added Tax Number', id: '4f320d9b-4972-41ae-b337-88d499bb1ade' },
    country: 'NL',
    patterns: ['NL[ .-]?\\d{9}[ .-]?B\\d{2}'],
    check: dutchVat,
    rules: namedOrAlone(VAT_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Vat number: NL743544833B01', value: 'NL743544833B01', confidence: 'high' },
        { text: 'btw-nummer = NL208709356B50', value: 'NL208709356B50', confidence: 'high' },
        { text: 'NL 186548813 B21, as agreed', value: 'NL 186548813 B21', confidence: 'medium' },
      ],
      noMatch: ['Vat number: NL651191817B57', 'Vat number: NL743544833B01XQ', 'Vat number: NL743544833B'],
    },
  },
];
