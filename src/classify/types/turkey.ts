import { turkishIdentity } from '../checks/southern-europe.ts';
import { idLabel } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';

const TCKN_WORDS = listOf(`
  tc kimlik no, tc kimlik numarası, vatandaşlık numarası, vatandaşlık no, tckn, kimlik numarası,
  kimlik no, t.c. kimlik, tc kimlik
`);

export const turkey: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:TR_TCKN',
    name: 'Turkish identity number',
    purview: { name: 'Turkish National Identification number', id: 'fb621f20-3876-4cfc-acec-8c8e73ca32c7' },
    country: 'TR',
    patterns: ['[1-9]\\d{10}'],
    digitsOnly: true,
    check: turkishIdentity,
    rules: [
      { confidence: 'high', needs: [{ keywords: TCKN_WORDS }] },
      { confidence: 'medium', needs: [idLabel] },
      { confidence: 'medium', needs: [] },
    ],
    examples: {
      match: [
        { text: 'Tc kimlik no: 47782999252', value: '47782999252', confidence: 'high' },
        { text: 'vatandaşlık no = 62497525268', value: '62497525268', confidence: 'high' },
        { text: '12661897516', value: '12661897516', confidence: 'medium', country: 'TR' },
      ],
      noMatch: ['Tc kimlik no: 61567075905', 'part 47782999252 of 7', 'Tc kimlik no: 47782999252XQ'],
    },
  },
];
