import { koreanResident } from '../checks/asia.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { licenceWords, passportWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  '운전면허번호',
  '운전면허 번호',
  '운전 면허 번호',
  '운전면허증 번호',
  '운전면허증',
  '운전면허',
];

const PASSPORT_WORDS = ['여권', '여권번호', '여권 번호', '한국 여권', '한국여권', 'korean passport'];

const RRN_WORDS = listOf(`
  national id card, citizen's registration number, jumin deungnok beonho, rrn, 주민등록번호, 주민번호,
  resident registration number, resident registration
`);

export const southKorea: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:KR',
    name: 'South Korean driving licence number',
    purview: { name: "South Korea Driver's License Number", id: '3da0b024-4c08-406b-9f9e-de96accd0209' },
    country: 'KR',
    patterns: ['(?:1[1-9]|2[0-68])-?\\d{2}-?\\d{6}-?\\d{2}', '\\d{2}-?\\d{6}-?\\d{2}'],
    digitsOnly: true,
    rules: [
      { confidence: 'high', needs: [{ keywords: LICENCE_WORDS }] },
      { confidence: 'low', of: [0], needs: [] },
    ],
    examples: {
      match: [
        { text: '운전면허번호: 20-90-279964-62', value: '20-90-279964-62', confidence: 'high' },
        { text: '운전면허증 번호 = 8267481405', value: '8267481405', confidence: 'high' },
        { text: '19-33-831184-17', value: '19-33-831184-17', confidence: 'low', country: 'KR' },
      ],
      noMatch: [
        'part 20-90-279964-62 of 7',
        '운전면허번호: 20-90-279964-62XQ',
        '운전면허번호: 520-90-279964-62',
      ],
    },
  },
  {
    type: 'PASSPORT:KR',
    name: 'South Korean passport number',
    purview: { name: 'South Korea Passport Number', id: 'cb725748-0f69-4282-8a03-e9b222a10a18' },
    country: 'KR',
    patterns: ['[MSROD](?:\\d{8}|\\d{3}[A-Z]\\d{4})'],
    rules: [
      { confidence: 'high', needs: [{ keywords: PASSPORT_WORDS }] },
      { confidence: 'medium', needs: [{ keywords: passportWords }] },
    ],
    examples: {
      match: [
        { text: '여권번호: S77164660', value: 'S77164660', confidence: 'high' },
        { text: '한국여권 = S21284893', value: 'S21284893', confidence: 'high' },
      ],
      noMatch: ['part S77164660 of 7', '여권번호: S77164660XQ', '여권번호: 5S77164660'],
    },
  },
  // Numbers given out since October 2020 need not keep the check digit: with a word it is not asked for.
  {
    type: 'NATIONAL_ID:KR_RRN',
    name: 'South Korean resident registration number',
    purview: { name: 'South Korea Resident Registration Number', id: '5b802e18-ba80-44c4-bc83-bf2ad36ae36a' },
    country: 'KR',
    patterns: [
      '\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])-\\d{7}',
      '\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{7}',
    ],
    check: koreanResident,
    rules: [
      { confidence: 'high', checked: false, needs: [{ keywords: RRN_WORDS }] },
      { confidence: 'medium', of: [0], needs: [] },
    ],
    examples: {
      match: [
        { text: 'National id card: 611107-2328129', value: '611107-2328129', confidence: 'high' },
        { text: 'rrn = 3409306554818', value: '3409306554818', confidence: 'high' },
      ],
      noMatch: [
        'part 611107-2328129 of 7',
        'National id card: 611107-2328129XQ',
        'National id card: 611107-23281',
      ],
    },
  },
];
