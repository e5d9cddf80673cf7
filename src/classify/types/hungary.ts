import { hungarianPersonal, hungarianTaj, hungarianTax, hungarianVat } from '../checks/eastern-europe.ts';
import { idLabel } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, phoneWords, taxWords } from './words.ts';

const TAJ_WORDS = listOf(`
  hungarian social security number, social security number, socialsecuritynumber#, socialsecuritynno,
  hssn, taj, social security no, taj szám, társadalombiztosítási azonosító jel
`);

const VAT_WORDS = listOf(`
  vat, value added tax number, vatno#, hungarianvatno#, tax no., value added tax áfa, közösségi adószám,
  általános forgalmi adó szám, hozzáadottérték adó, áfa szám, adószám
`);

const LICENCE_WORDS = [...licenceWords, 'vezetoi engedely', 'vezetői engedélyek'];

const PASSPORT_WORDS = [
  ...passportWords,
  'útlevél száma',
  'útlevelek száma',
  'útlevél szám',
  'útlevél',
  'útlevélszám',
];

const ID_WORDS = [
  'id number',
  'identification number',
  'sz ig',
  'személyazonosító igazolvány',
  'személyi igazolvány',
  'személyi azonosító',
  'személyi szám',
];

const TIN_WORDS = [
  ...taxWords,
  ...listOf(`
  adóazonosító szám, adóhatóság szám, adószám, hungarian tin, hungatiantin#, tax authority no, vat number,
  adóazonosító jel
`),
];

export const hungary: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:HU_TAJ',
    name: 'Hungarian social security number (TAJ)',
    purview: { name: 'Hungarian Social Security Number (TAJ)', id: '0de78315-9537-47f5-95ab-b3e77eba3993' },
    country: 'HU',
    patterns: ['\\d{3}[ -]?\\d{3}[ -]?\\d{3}'],
    digitsOnly: true,
    check: hungarianTaj,
    rules: namedOrAlone(TAJ_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Hungarian social security number: 078266241', value: '078266241', confidence: 'high' },
        { text: 'hssn = 575 150 630', value: '575 150 630', confidence: 'high' },
        { text: '682 522 610', value: '682 522 610', confidence: 'medium', country: 'HU' },
      ],
      noMatch: [
        'Hungarian social security number: 366 227 504',
        'part 078266241 of 7',
        'Hungarian social security number: 078266241XQ',
      ],
    },
  },
  {
    type: 'COMPANY_ID:HU_VAT',
    name: 'Hungarian VAT number',
    purview: { name: 'Hungarian Value Added Tax Number', id: '976349a0-683b-477a-90f8-ff0a220d5592' },
    country: 'HU',
    patterns: ['HU ?\\d{8}'],
    check: hungarianVat,
    rules: namedOrAlone(VAT_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'VAT: HU 31772787', value: 'HU 31772787', confidence: 'high' },
        { text: 'value added tax áfa = HU44779629', value: 'HU44779629', confidence: 'high' },
        { text: 'HU89191248, as agreed', value: 'HU89191248', confidence: 'medium' },
      ],
      noMatch: ['VAT: HU 09200900', 'VAT: HU 31772787XQ', 'VAT: HU 317727'],
    },
  },
  {
    type: 'DRIVER_LICENSE:HU',
    name: 'Hungarian driving licence number',
    purview: { name: "Hungary Driver's License Number", id: '9d31c46b-6e6b-444c-aeb1-6dd7e604bb24' },
    country: 'HU',
    patterns: ['[A-Z]{2}\\d{6}'],
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Vezetoi engedely: IO470853', value: 'IO470853', confidence: 'medium' },
        { text: 'vezetői engedélyek = QA911540', value: 'QA911540', confidence: 'medium' },
      ],
      noMatch: ['part IO470853 of 7', 'Vezetoi engedely: IO470853XQ', 'Vezetoi engedely: 5IO470853'],
    },
  },
  {
    type: 'PASSPORT:HU',
    name: 'Hungarian passport number',
    purview: { name: 'Hungary Passport Number', id: '5b483910-9aa7-4c99-9917-f4001464bda7' },
    country: 'HU',
    patterns: ['[A-Z]{2}\\d{6,7}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport XH659369, date of expiry 17/04/2031', value: 'XH659369', confidence: 'high' },
        { text: 'útlevél szám = YL9566293', value: 'YL9566293', confidence: 'medium' },
      ],
      noMatch: ['part XH659369 of 7', 'Passport: XH659369XQ', 'Passport: 5XH659369'],
    },
  },
  {
    type: 'NATIONAL_ID:HU_ID',
    name: 'Hungarian personal number',
    purview: { name: 'Hungary Personal Identification Number', id: '7b5cc218-7046-47d9-80c9-f325b50896ca' },
    country: 'HU',
    patterns: ['[1-8][ -]?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[ -]?\\d{4}'],
    digitsOnly: true,
    check: hungarianPersonal,
    rules: [
      { confidence: 'high', needs: [{ keywords: ID_WORDS }] },
      { confidence: 'medium', needs: [idLabel] },
      { confidence: 'medium', needs: [], never: [{ keywords: phoneWords }] },
    ],
    examples: {
      match: [
        { text: 'Id number: 34811311984', value: '34811311984', confidence: 'high' },
        { text: 'személyazonosító igazolvány = 4 560903 9414', value: '4 560903 9414', confidence: 'high' },
        { text: '8 970531 1300', value: '8 970531 1300', confidence: 'medium', country: 'HU' },
      ],
      noMatch: ['Id number: 2 700630 4011', 'part 34811311984 of 7', 'Id number: 34811311984XQ'],
    },
  },
  {
    type: 'NATIONAL_ID:HU_TIN',
    name: 'Hungarian tax number of a person',
    purview: { name: 'Hungary Tax identification Number', id: 'ede42eb4-59d9-49eb-9603-d7853fbda91d' },
    country: 'HU',
    patterns: ['8\\d{9}'],
    digitsOnly: true,
    check: hungarianTax,
    rules: namedOrAlone(TIN_WORDS, 'high', 'medium', phoneWords),
    examples: {
      match: [
        { text: 'Adóazonosító szám: 8487090133', value: '8487090133', confidence: 'high' },
        { text: 'hungarian tin = 8022721255', value: '8022721255', confidence: 'high' },
        { text: '8612036550', value: '8612036550', confidence: 'medium', country: 'HU' },
      ],
      noMatch: ['Adóazonosító szám: 8299653587', 'part 8487090133 of 7', 'Adóazonosító szám: 8487090133XQ'],
    },
  },
];
