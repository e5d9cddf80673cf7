import { mexicanCurp } from '../checks/americas.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { namedOrAlone } from './rules.ts';

const CURP_WORDS = listOf(`
  clave única de registro de población, unique population registry code, unique population code, curp,
  clave única, clave personal identidad, personal identidad clave
`);

export const mexico: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:MX_CURP',
    name: 'Mexican population registry code (CURP)',
    purview: {
      name: 'Mexico Unique Population Registry Code (CURP)',
      id: 'e905ad4d-5a74-406d-bf36-b1efca798af4',
    },
    country: 'MX',
    patterns: [
      '[A-Z]{4}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[HM](?:AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE)[A-Z]{3}[A-Z0-9]\\d',
    ],
    check: mexicanCurp,
    rules: namedOrAlone(CURP_WORDS, 'high', 'medium'),
    examples: {
      match: [
        {
          text: 'Clave única de registro de población: VKJL821131MCHRADG2',
          value: 'VKJL821131MCHRADG2',
          confidence: 'high',
        },
        { text: 'curp = DBVA210131HCLPLQJ7', value: 'DBVA210131HCLPLQJ7', confidence: 'high' },
        { text: 'LADE421029MCLSKQ07, as agreed', value: 'LADE421029MCLSKQ07', confidence: 'medium' },
      ],
      noMatch: [
        'Clave única de registro de población: CSVA420530MSLFSZS7',
        'Clave única de registro de población: VKJL821131MCHRADG2XQ',
        'Clave única de registro de población: VKJL821131MCHRAD',
      ],
    },
  },
];
