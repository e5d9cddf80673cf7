import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';

const ID_WORDS = listOf(`
  qid, qatar id, qatari id, qatari id card, qatar id number, residency permit, رقم البطاقة الشخصية,
  البطاقة الشخصية, رقم الهوية
`);

const PERSON_WORDS = ['dob', 'd.o.b', 'date of birth', 'birth date', 'date of issue', 'date of expiry'];

export const qatar: readonly PatternType[] = [
  // Purview's words are dates of birth, issue and expiry; those of the card itself are ours. A bare "GP" is
  // left out.
  {
    type: 'NATIONAL_ID:QA_ID',
    name: 'Qatari identity card number',
    purview: { name: 'Qatari ID Card Number', id: '52b1b60e-a4be-4b5a-a67b-6f9bbb7811da' },
    country: 'QA',
    patterns: ['[23]\\d{10}'],
    digitsOnly: true,
    rules: [
      { confidence: 'high', needs: [{ keywords: ID_WORDS }] },
      { confidence: 'high', needs: [{ keywords: PERSON_WORDS }] },
      { confidence: 'medium', needs: [] },
    ],
    examples: {
      match: [
        { text: 'QID: 38035762075', value: '38035762075', confidence: 'high' },
        { text: 'qatari id card = 27619444162', value: '27619444162', confidence: 'high' },
        { text: '22017039214', value: '22017039214', confidence: 'medium', country: 'QA' },
      ],
      noMatch: ['part 38035762075 of 7', 'QID: 38035762075XQ', 'QID: 538035762075'],
    },
  },
];
