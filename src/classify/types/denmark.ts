import { danishCpr } from '../checks/northern-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [...licenceWords, 'kørekort', 'kørekortnummer'];

const PASSPORT_WORDS = [...passportWords, 'pasnummer', 'passeport n°', 'pasnumre', 'dansk pas'];

const CPR_WORDS = [
  ...taxWords,
  ...listOf(`
  centrale personregister, civilt registreringssystem, cpr, gesundheitskarte nummer,
  gesundheitsversicherungkarte nummer, health card, health insurance card number, health insurance number,
  identification number, identifikationsnummer, identity number, krankenkassennummer, nationalid#,
  nationalnumber#, national number, personalidnumber#, personalidentityno#, personal id number,
  personnummer, reisekrankenversicherungskartenummer, rejsesygesikringskort, ssn, skat id, skat kode,
  skat nummer, skattenummer, social security number, sundhedsforsikringskort, sundhedsforsikringsnummer,
  sundhedskort, sundhedskortnummer, sygesikring, sygesikringkortnummer, tax code,
  travel health insurance card, uniqueidentityno#, cpr.nr, cprnr, cprnummer, personnr, personregister,
  sygesikringsbevis, sygesikringsbevisnr, sygesikringsbevisnummer, sygesikringskort, sygesikringskortnr,
  sygesikringskortnummer, sygesikringsnr, sygesikringsnummer
`),
];

export const denmark: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:DK',
    name: 'Danish driving licence number',
    purview: { name: "Denmark Driver's License Number", id: '98a95812-6203-451a-a220-d39870ebef0e' },
    country: 'DK',
    patterns: ['\\d{8}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Kørekort: 30436169', value: '30436169', confidence: 'medium' },
        { text: 'kørekortnummer = 26778131', value: '26778131', confidence: 'medium' },
      ],
      noMatch: ['part 30436169 of 7', 'Kørekort: 30436169XQ', 'Kørekort: 530436169'],
    },
  },
  {
    type: 'PASSPORT:DK',
    name: 'Danish passport number',
    purview: { name: 'Denmark Passport Number', id: '25e8c47e-e6fe-4884-a211-74898f8c0196' },
    country: 'DK',
    patterns: ['\\d{9}'],
    digitsOnly: true,
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport 114440917, date of expiry 17/04/2031', value: '114440917', confidence: 'high' },
        { text: 'dansk pas = 259409653', value: '259409653', confidence: 'medium' },
      ],
      noMatch: ['part 114440917 of 7', 'Passport: 114440917XQ', 'Passport: 5114440917'],
    },
  },
  // Numbers given out since October 2007 need not keep the check digit: with the hyphen and a word it is not
  // asked for.
  {
    type: 'NATIONAL_ID:DK_CPR',
    name: 'Danish personal number (CPR)',
    purview: { name: 'Denmark Personal Identification Number', id: '6c4f2fef-56e1-4c00-8093-88d7a01cf460' },
    country: 'DK',
    patterns: [
      '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2}-\\d{4}',
      '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2} ?\\d{4}',
    ],
    digitsOnly: true,
    check: danishCpr,
    rules: [
      { confidence: 'medium', of: [0], checked: false, needs: [{ keywords: CPR_WORDS }] },
      { confidence: 'medium', needs: [{ keywords: CPR_WORDS }] },
      { confidence: 'low', of: [0], needs: [] },
    ],
    examples: {
      match: [
        { text: 'Centrale personregister: 310984-2777', value: '310984-2777', confidence: 'medium' },
        { text: 'gesundheitskarte nummer = 081178 0030', value: '081178 0030', confidence: 'medium' },
        { text: '140663-9998', value: '140663-9998', confidence: 'low', country: 'DK' },
      ],
      noMatch: [
        'part 310984-2777 of 7',
        'Centrale personregister: 310984-2777XQ',
        'Centrale personregister: 310984-27',
      ],
    },
  },
];
