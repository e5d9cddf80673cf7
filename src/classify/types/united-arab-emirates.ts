import { luhnCheck } from '../checks/western-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { namedOrAlone } from './rules.ts';
import { passportWords } from './words.ts';

const ID_WORDS = listOf(`
  emirates id, id number, id no, id #, identification number, identification no, emirates identity card,
  رقم الهوية, الهوية الإماراتية
`);

const PASSPORT_WORDS = ['جواز سفر', 'جواز السفر', 'uae passport', 'emirates passport', 'emirati passport'];

export const unitedArabEmirates: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:AE_ID',
    name: 'Emirates identity card number',
    purview: { name: 'UAE Identity Card Number', id: '853a8051-ad90-417c-9345-c73ac0adc1c3' },
    country: 'AE',
    patterns: ['784-?(?:19|20)\\d{2}-?\\d{7}-?\\d'],
    check: luhnCheck,
    rules: namedOrAlone(ID_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Emirates id: 784-2088-2438053-0', value: '784-2088-2438053-0', confidence: 'high' },
        {
          text: 'identification number = 784-2032-1392004-6',
          value: '784-2032-1392004-6',
          confidence: 'high',
        },
        { text: '784192924373050, as agreed', value: '784192924373050', confidence: 'medium' },
      ],
      noMatch: [
        'Emirates id: 784-1960-2100220-6',
        'Emirates id: 784-2088-2438053-0XQ',
        'Emirates id: 784-2088-2438053',
      ],
    },
  },
  {
    type: 'PASSPORT:AE',
    name: 'Emirati passport number',
    purview: { name: 'UAE Passport Number', id: '111b5e63-6f4e-47c6-99bc-dd95625a5acf' },
    country: 'AE',
    patterns: ['(?=[CFGHJKLMNPRTVWXYZ]{0,8}\\d)[0-9CFGHJKLMNPRTVWXYZ]{9}'],
    rules: [
      { confidence: 'high', needs: [{ keywords: PASSPORT_WORDS }] },
      { confidence: 'medium', needs: [{ keywords: passportWords }] },
    ],
    examples: {
      match: [
        { text: 'جواز سفر: YX43G3R7K', value: 'YX43G3R7K', confidence: 'high' },
        { text: 'emirates passport = 8W67TRTXL', value: '8W67TRTXL', confidence: 'high' },
      ],
      noMatch: ['part YX43G3R7K of 7', 'جواز سفر: YX43G3R7KXQ', 'جواز سفر: 5YX43G3R7K'],
    },
  },
];
