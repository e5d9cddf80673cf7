import { norwegianIdentity } from '../checks/northern-europe.ts';
import { idLabel } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';

const FNR_WORDS = listOf(`
  personal identification number, norwegian id number, id number, personnummer, fødselsnummer, fødselsnr,
  fnr, d-nummer
`);

export const norway: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:NO_FNR',
    name: 'Norwegian identity number',
    purview: { name: 'Norway Identity Number', id: 'd4c8a798-e9f2-4bd3-9652-500d24080fc3' },
    country: 'NO',
    patterns: [
      '(?:0[1-9]|[12]\\d|3[01]|4[1-9]|[56]\\d|7[01])[ .]?(?:0[1-9]|1[0-2])[ .]?\\d{2} ?\\d{3} ?\\d{2}',
    ],
    digitsOnly: true,
    check: norwegianIdentity,
    rules: [
      { confidence: 'high', needs: [{ keywords: FNR_WORDS }] },
      { confidence: 'medium', needs: [idLabel] },
      { confidence: 'medium', needs: [] },
    ],
    examples: {
      match: [
        { text: 'Personal identification number: 70121987374', value: '70121987374', confidence: 'high' },
        { text: 'personnummer = 43045949959', value: '43045949959', confidence: 'high' },
        { text: '46013858926', value: '46013858926', confidence: 'medium', country: 'NO' },
      ],
      noMatch: [
        'Personal identification number: 05 10 68 177 83',
        'part 70121987374 of 7',
        'Personal identification number: 70121987374XQ',
      ],
    },
  },
];
