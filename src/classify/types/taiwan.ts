import { taiwaneseIdentity } from '../checks/asia.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named, namedOrAlone } from './rules.ts';

const ID_WORDS = listOf(`
  身份證字號, 身份證, 身份證號碼, 身份證號, 身分證字號, 身分證, 身分證號碼, 身分證統一編號, 國民身分證統一編號, national id, taiwan id,
  identity card number
`);

const PASSPORT_WORDS = listOf(`
  roc passport number, passport number, passport no, passport num, passport #, 护照, 中華民國護照,
  zhōnghuá mínguó hùzhào, 護照號碼, 護照
`);

const ARC_WORDS = listOf(`
  resident certificate, resident cert, alien resident certificate, taiwan area resident certificate, tarc,
  居留證, 外僑居留證, 台灣地區居留證, arc number, arc no
`);

export const taiwan: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:TW_ID',
    name: 'Taiwanese identity number',
    purview: { name: 'Taiwan National ID', id: '4c7bfc34-8dd1-421d-8fb7-6c6182c2af03' },
    country: 'TW',
    patterns: ['[A-Z][12]\\d{8}'],
    check: taiwaneseIdentity,
    rules: namedOrAlone(ID_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: '身份證字號: E108030505', value: 'E108030505', confidence: 'high' },
        { text: '身份證號 = A230193922', value: 'A230193922', confidence: 'high' },
        { text: 'M103488418, as agreed', value: 'M103488418', confidence: 'medium' },
      ],
      noMatch: ['身份證字號: D122044406', '身份證字號: E108030505XQ', '身份證字號: E1080305'],
    },
  },
  {
    type: 'PASSPORT:TW',
    name: 'Taiwanese passport number',
    purview: { name: 'Taiwan Passport Number', id: 'e7251cb4-4c2c-41df-963e-924eb3dae04a' },
    country: 'TW',
    patterns: ['\\d{9}'],
    digitsOnly: true,
    rules: named(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Roc passport number: 738592691', value: '738592691', confidence: 'medium' },
        { text: 'zhōnghuá mínguó hùzhào = 755656441', value: '755656441', confidence: 'medium' },
      ],
      noMatch: ['part 738592691 of 7', 'Roc passport number: 738592691XQ', 'Roc passport number: 5738592691'],
    },
  },
  {
    type: 'NATIONAL_ID:TW_ARC',
    name: 'Taiwanese resident certificate number',
    purview: { name: 'Taiwan Resident Certificate (ARC/TARC)', id: '48269fec-05ea-46ea-b326-f5623a58c6e9' },
    country: 'TW',
    patterns: ['[A-Z]{2}\\d{8}'],
    rules: named(ARC_WORDS),
    examples: {
      match: [
        { text: 'Resident certificate: PL30682025', value: 'PL30682025', confidence: 'medium' },
        { text: 'taiwan area resident certificate = NT76555940', value: 'NT76555940', confidence: 'medium' },
      ],
      noMatch: [
        'part PL30682025 of 7',
        'Resident certificate: PL30682025XQ',
        'Resident certificate: 5PL30682025',
      ],
    },
  },
];
