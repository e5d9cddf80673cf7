import { luhnCheck } from '../checks/western-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named } from './rules.ts';

const ID_WORDS = listOf(`
  identification card, id number, الوطنية الهوية بطاقة رقم, national id, saudi id, iqama, رقم الهوية,
  رقم الهوية الوطنية, الهوية الوطنية, رقم الإقامة
`);

export const saudiArabia: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:SA_ID',
    name: 'Saudi national identity number',
    purview: { name: 'Saudi Arabia National ID', id: '8c5a0ba8-404a-41a3-8871-746aa21ee6c0' },
    country: 'SA',
    patterns: ['[12]\\d{9}'],
    digitsOnly: true,
    check: luhnCheck,
    rules: named(ID_WORDS),
    examples: {
      match: [
        { text: 'Identification card: 2574888380', value: '2574888380', confidence: 'medium' },
        { text: 'national id = 1939359426', value: '1939359426', confidence: 'medium' },
      ],
      noMatch: [
        'Identification card: 2015534835',
        'part 2574888380 of 7',
        'Identification card: 2574888380XQ',
      ],
    },
  },
];
