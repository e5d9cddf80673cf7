import { israeliIdentity } from '../checks/asia.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named } from './rules.ts';

const BANK_WORDS = ['bank account number', 'bank account', 'account number', 'מספר חשבון בנק'];

const ID_WORDS = listOf(`
  מספר זהות, מספר זיה וי, מספר זיהוי ישר אלי, זהותישר אלית, هو ية اسرائيل ية عدد, هوية إسرائ يلية,
  رقم الهوية, عدد هوية فريدة من نوعها, idnumber#, id number, identity no, identitynumber#,
  identity number, israeliidentitynumber, personal id, unique id, תעודת זהות, ת.ז., teudat zehut,
  israeli id
`);

export const israel: readonly PatternType[] = [
  {
    type: 'BANK_ACCOUNT:IL',
    name: 'Israeli bank account number',
    purview: { name: 'Israel Bank Account Number', id: '7d08b2ff-a0b9-437f-957c-aeddbf9b2b25' },
    country: 'IL',
    patterns: ['\\d{2}-\\d{3}-\\d{8}', '\\d{13}'],
    digitsOnly: true,
    rules: named(BANK_WORDS),
    examples: {
      match: [
        { text: 'Bank account number: 69-395-52307229', value: '69-395-52307229', confidence: 'medium' },
        { text: 'מספר חשבון בנק = 1138264712668', value: '1138264712668', confidence: 'medium' },
      ],
      noMatch: [
        'part 69-395-52307229 of 7',
        'Bank account number: 69-395-52307229XQ',
        'Bank account number: 569-395-52307229',
      ],
    },
  },
  // With a hyphen before the check digit, a leading zero may be missing.
  {
    type: 'NATIONAL_ID:IL_ID',
    name: 'Israeli identity number',
    purview: { name: 'Israel National ID', id: 'e05881f5-1db1-418c-89aa-a3ac5c5277ee' },
    country: 'IL',
    patterns: ['\\d{9}', '\\d{7,8}-\\d'],
    digitsOnly: true,
    check: israeliIdentity,
    rules: named(ID_WORDS),
    examples: {
      match: [
        { text: 'מספר זהות: 863857280', value: '863857280', confidence: 'medium' },
        { text: 'זהותישר אלית = 1771992-3', value: '1771992-3', confidence: 'medium' },
      ],
      noMatch: ['מספר זהות: 499114003', 'part 863857280 of 7', 'מספר זהות: 863857280XQ'],
    },
  },
];
