import { balticPersonalCode } from '../checks/eastern-europe.ts';
import { idLabel } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named } from './rules.ts';
import { licenceWords, passportWords, phoneWords, taxWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  'juhilubade numbrid',
  'juhiloa number',
  'juhiluba',
  'permis de conduire',
];

const PASSPORT_WORDS = [...passportWords, 'passi number', 'passinumber', 'eesti pass'];

const IK_WORDS = [
  ...taxWords,
  ...listOf(`
  id-kaart, isikukood, maksu id, maksukohustuslase identifitseerimisnumber, maksunumber,
  national identification number, national number, personal code, personal id number,
  personal identification code, personal identification number, personalidnumber#
`),
];

export const estonia: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:EE',
    name: 'Estonian driving licence number',
    purview: { name: "Estonia Driver's License Number", id: '51da8171-da70-4cc1-9d65-055a59ca4f83' },
    country: 'EE',
    patterns: ['ET\\d{6}'],
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Juhilubade numbrid: ET198932', value: 'ET198932', confidence: 'medium' },
        { text: 'permis de conduire = ET411229', value: 'ET411229', confidence: 'medium' },
      ],
      noMatch: ['part ET198932 of 7', 'Juhilubade numbrid: ET198932XQ', 'Juhilubade numbrid: 5ET198932'],
    },
  },
  {
    type: 'PASSPORT:EE',
    name: 'Estonian passport number',
    purview: { name: 'Estonia Passport Number', id: '61f7073a-509e-425b-a754-bc01bb5d5b8c' },
    country: 'EE',
    patterns: ['[A-Z]\\d{7}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport M5380358, date of expiry 17/04/2031', value: 'M5380358', confidence: 'high' },
        { text: 'eesti pass = V5548428', value: 'V5548428', confidence: 'medium' },
      ],
      noMatch: ['part M5380358 of 7', 'Passport: M5380358XQ', 'Passport: 5M5380358'],
    },
  },
  {
    type: 'NATIONAL_ID:EE_IK',
    name: 'Estonian personal code (isikukood)',
    purview: { name: 'Estonia Personal Identification Code', id: 'bfb26de6-dad5-4d48-ab72-4789cdd0654c' },
    country: 'EE',
    patterns: ['[1-6]\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{4}'],
    digitsOnly: true,
    check: balticPersonalCode,
    rules: [
      { confidence: 'high', needs: [{ keywords: IK_WORDS }] },
      { confidence: 'medium', needs: [idLabel] },
      { confidence: 'medium', needs: [], never: [{ keywords: phoneWords }] },
    ],
    examples: {
      match: [
        { text: 'Id-kaart: 28410042492', value: '28410042492', confidence: 'high' },
        {
          text: 'maksukohustuslase identifitseerimisnumber = 47711101476',
          value: '47711101476',
          confidence: 'high',
        },
        { text: '52107308248', value: '52107308248', confidence: 'medium', country: 'EE' },
      ],
      noMatch: ['Id-kaart: 40003306188', 'part 28410042492 of 7', 'Id-kaart: 28410042492XQ'],
    },
  },
];
