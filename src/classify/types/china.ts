import { chineseResident } from '../checks/asia.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { namedOrAlone } from './rules.ts';

const RIC_WORDS = listOf(`
  resident identity card, prc, national identification card, 身份证, 居民身份证, 身分證, 公民身份号码, id card, id number
`);

export const china: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:CN_RIC',
    name: 'Chinese resident identity card number',
    purview: {
      name: 'China Resident Identity Card (PRC) Number',
      id: 'c92daa86-2d16-4871-901f-816b3f554fc1',
    },
    country: 'CN',
    patterns: ['[1-8]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dX]'],
    check: chineseResident,
    rules: namedOrAlone(RIC_WORDS, 'high', 'medium'),
    examples: {
      match: [
        {
          text: 'Resident identity card: 876313193112063858',
          value: '876313193112063858',
          confidence: 'high',
        },
        { text: '身份证 = 456950191207059349', value: '456950191207059349', confidence: 'high' },
        { text: '787422209111145573, as agreed', value: '787422209111145573', confidence: 'medium' },
      ],
      noMatch: [
        'Resident identity card: 738368204508210015',
        'Resident identity card: 876313193112063858XQ',
        'Resident identity card: 8763131931120638',
      ],
    },
  },
];
