import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named } from './rules.ts';
import { passportWords } from './words.ts';

const NRIC_WORDS = listOf(`
  digital application card, i/c, i/c no, ic no, k/p, k/p no, kad akuan diri, kad aplikasi digital,
  kad pengenalan malaysia, kp no, mykad, mykas, mykid, mypr, mytentera, malaysia identity card,
  malaysian identity card, nric, personal identification card, no kad pengenalan, kad pengenalan,
  ic number
`);

const PASSPORT_WORDS = listOf(`
  pasport, malaysian passport, malaysia passport, no. pasport, nombor pasport, nomborpasport,
  pasport number, pasport no, pasportnumber, pasportno
`);

export const malaysia: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:MY_NRIC',
    name: 'Malaysian identity card number (MyKad)',
    purview: { name: 'Malaysia Identity Card Number', id: '7f0e921c-9677-435b-aba2-bb8f1013c749' },
    country: 'MY',
    patterns: ['\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])-?\\d{2}-?\\d{4}'],
    digitsOnly: true,
    rules: named(NRIC_WORDS, 'high'),
    examples: {
      match: [
        { text: 'Digital application card: 960703-01-1997', value: '960703-01-1997', confidence: 'high' },
        { text: 'ic no = 670724380816', value: '670724380816', confidence: 'high' },
      ],
      noMatch: [
        'part 960703-01-1997 of 7',
        'Digital application card: 960703-01-1997XQ',
        'Digital application card: 5960703-01-1997',
      ],
    },
  },
  {
    type: 'PASSPORT:MY',
    name: 'Malaysian passport number',
    purview: { name: 'Malaysia Passport Number', id: '62ea2a27-798e-4de3-a31f-a54c5d02ff37' },
    country: 'MY',
    patterns: ['[AHK]\\d{8}'],
    rules: [
      { confidence: 'high', needs: [{ keywords: PASSPORT_WORDS }] },
      { confidence: 'medium', needs: [{ keywords: passportWords }] },
    ],
    examples: {
      match: [
        { text: 'Pasport: K58099800', value: 'K58099800', confidence: 'high' },
        { text: 'no. pasport = A42555373', value: 'A42555373', confidence: 'high' },
      ],
      noMatch: ['part K58099800 of 7', 'Pasport: K58099800XQ', 'Pasport: 5K58099800'],
    },
  },
];
