import { germanDocument, germanLicence, germanTax, germanVat } from '../checks/western-europe.ts';
import { idLabel } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  ...listOf(`
  führerschein, fuehrerschein, führerscheinnummer, fuehrerscheinnummer, nr-führerschein, nr-fuehrerschein,
  no-führerschein, no-fuehrerschein, n-führerschein, n-fuehrerschein, permis de conduire, fahrerlaubnis
`),
];

const PASSPORT_WORDS = [
  ...passportWords,
  'reisepasse',
  'reisepassnummer',
  'no-reisepass',
  'nr-reisepass',
  'reisepass-nr',
  'passnummer',
  'reisepass',
];

const ID_CARD_WORDS = listOf(`
  gpid, identifizierungsnummer, identity card, id-nummer, personalausweis, persönliche id nummer,
  persönliche identifikationsnummer, ausweisnummer, ausweis-nr, perso, personalausweisnummer
`);

const IDNR_WORDS = [
  ...taxWords,
  'identifikationsnummer',
  'steuer id',
  'steueridentifikationsnummer',
  'steuernummer',
  'steuer-identifikationsnummer',
  'idnr',
  'steuer-idnr',
];

const VAT_WORDS = listOf(`
  vat number, vat no, vat#, mwst, mehrwertsteuer identifikationsnummer, mehrwertsteuer nummer, ust-id,
  ust-idnr, ustid, umsatzsteuer-identifikationsnummer, umsatzsteuer-id, mehrwertsteuer, vat
`);

export const germany: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:DE',
    name: 'German driving licence number',
    purview: { name: "German Driver's License Number", id: '91da9335-1edb-45b7-a95f-5fe41a16c63c' },
    country: 'DE',
    patterns: ['(?=[A-Z]{0,9}\\d)[A-Z0-9]\\d{2}[A-Z0-9]{6}\\d[A-Z0-9]'],
    check: germanLicence,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Führerschein: P80PM14FC2F', value: 'P80PM14FC2F', confidence: 'medium' },
        { text: 'fuehrerscheinnummer = W50VDYT746W', value: 'W50VDYT746W', confidence: 'medium' },
      ],
      noMatch: ['Führerschein: D950AAITO96', 'part P80PM14FC2F of 7', 'Führerschein: P80PM14FC2FXQ'],
    },
  },
  // Without a word near it, one digit in ten would pass the check: not reported.
  {
    type: 'PASSPORT:DE',
    name: 'German passport number',
    purview: { name: 'German Passport Number', id: '2e3da144-d42b-47ed-b123-fbf78604e52c' },
    country: 'DE',
    patterns: ['[CFGHJK][0-9CFGHJKLMNPRTVWXYZ]{8}\\dD?', '[CFGHJK][0-9CFGHJKLMNPRTVWXYZ]{8}'],
    check: germanDocument,
    rules: [
      { confidence: 'high', of: [0], needs: [{ keywords: PASSPORT_WORDS }] },
      { confidence: 'medium', of: [1], checked: false, needs: [{ keywords: PASSPORT_WORDS }] },
    ],
    examples: {
      match: [
        { text: 'Passport: GM9NHV2TJ0D', value: 'GM9NHV2TJ0D', confidence: 'high' },
        { text: 'no-reisepass = GGGZ31X83', value: 'GGGZ31X83', confidence: 'medium' },
      ],
      noMatch: ['Passport: CG2Z6F9N56', 'part GM9NHV2TJ0D of 7', 'Passport: GM9NHV2TJ0DXQ'],
    },
  },
  {
    type: 'NATIONAL_ID:DE_ID_CARD',
    name: 'German identity card number',
    purview: { name: 'Germany Identity Card Number', id: 'e577372f-c42e-47a0-9d85-bebed1c237d4' },
    country: 'DE',
    patterns: [
      '[LMNPRTVWXY][0-9CFGHJKLMNPRTVWXYZ]{8}\\dD?',
      '[LMNPRTVWXY][0-9CFGHJKLMNPRTVWXYZ]{8}',
      '\\d{10}',
    ],
    check: germanDocument,
    rules: [
      { confidence: 'high', of: [0], needs: [{ keywords: ID_CARD_WORDS }] },
      { confidence: 'medium', of: [1, 2], checked: false, needs: [{ keywords: ID_CARD_WORDS }] },
    ],
    examples: {
      match: [
        { text: 'GPID: W9RYML02R6', value: 'W9RYML02R6', confidence: 'high' },
        { text: 'id-nummer = RLHNGHP87', value: 'RLHNGHP87', confidence: 'medium' },
      ],
      noMatch: ['GPID: WVZH3T8046D', 'part W9RYML02R6 of 7', 'GPID: W9RYML02R6XQ'],
    },
  },
  {
    type: 'NATIONAL_ID:DE_IDNR',
    name: 'German tax identification number',
    purview: { name: 'Germany Tax Identification Number', id: '43316a89-9880-40cf-b980-04bc7eefcec5' },
    country: 'DE',
    patterns: ['\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}'],
    digitsOnly: true,
    check: germanTax,
    rules: [
      { confidence: 'high', needs: [{ keywords: IDNR_WORDS }] },
      { confidence: 'medium', needs: [idLabel] },
      { confidence: 'medium', needs: [] },
    ],
    examples: {
      match: [
        { text: 'Identifikationsnummer: 91 032 576 341', value: '91 032 576 341', confidence: 'high' },
        { text: 'steuernummer = 79216544842', value: '79216544842', confidence: 'high' },
        { text: '13406753938', value: '13406753938', confidence: 'medium', country: 'DE' },
      ],
      noMatch: [
        'Identifikationsnummer: 68 829 460 659',
        'part 91 032 576 341 of 7',
        'Identifikationsnummer: 91 032 576 341XQ',
      ],
    },
  },
  {
    type: 'COMPANY_ID:DE_VAT',
    name: 'German VAT number',
    purview: { name: 'Germany Value Added Tax Number', id: 'db177eb2-8811-4842-bffc-128c14aa219f' },
    country: 'DE',
    patterns: ['DE ?\\d{3}[ ,]?\\d{3}[ ,]?\\d{3}'],
    check: germanVat,
    rules: namedOrAlone(VAT_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Vat number: DE 453,880,705', value: 'DE 453,880,705', confidence: 'high' },
        {
          text: 'mehrwertsteuer identifikationsnummer = DE149804320',
          value: 'DE149804320',
          confidence: 'high',
        },
        { text: 'DE284209668, as agreed', value: 'DE284209668', confidence: 'medium' },
      ],
      noMatch: ['Vat number: DE 851 118,530', 'Vat number: DE 453,880,705XQ', 'Vat number: DE 453,880,7'],
    },
  },
];
