import { luhnCheck } from '../checks/western-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named } from './rules.ts';

// A bare "id" or "identification" stands near too many other numbers: left out.
const ID_WORDS = listOf(`
  identity card, identity number, identity document, id number, id no, id book, rsa id, sa id,
  south african id
`);

export const southAfrica: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:ZA_ID',
    name: 'South African identity number',
    purview: { name: 'South Africa Identification Number', id: 'e2adf7cb-8ea6-4048-a2ed-d89eb65f2780' },
    country: 'ZA',
    patterns: ['\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]) ?\\d{4} ?[0-2][89]\\d'],
    digitsOnly: true,
    check: luhnCheck,
    rules: named(ID_WORDS, 'high'),
    examples: {
      match: [
        { text: 'Identity card: 2304226173197', value: '2304226173197', confidence: 'high' },
        { text: 'id number = 8510023108285', value: '8510023108285', confidence: 'high' },
      ],
      noMatch: [
        'Identity card: 250130 5616 094',
        'part 2304226173197 of 7',
        'Identity card: 2304226173197XQ',
      ],
    },
  },
];
