import { abaRouting } from '../checks/americas.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named, namedOrAlone } from './rules.ts';

const ROUTING_WORDS = listOf(`
  aba number, aba, abarouting#, abaroutingnumber, americanbankassociationrouting#,
  americanbankassociationroutingnumber, bankrouting#, bankroutingnumber, routing #, routing no,
  routing number, routing transit number, rtn
`);

const BANK_WORDS = listOf(`
  checking account number, checking account, checking acct number, checking acct #, checking acct no.,
  checking account no., bank account number, bank account #, bank acct number, bank acct #, bank acct no.,
  bank account no., savings account number, savings account., savings acct number, savings acct #,
  savings acct no., savings account no., debit account number, debit account, debit acct number,
  debit acct #, debit acct no., debit account no.
`);

export const unitedStatesBank: readonly PatternType[] = [
  {
    type: 'BANK_ACCOUNT:US_ABA',
    name: 'ABA routing number',
    purview: { name: 'ABA Routing Number', id: 'cb353f78-2b72-4c3c-8827-92ebe4f69fdf' },
    country: 'US',
    patterns: ['(?:0\\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\\d{2}-?\\d{4}-?\\d'],
    digitsOnly: true,
    check: abaRouting,
    rules: namedOrAlone(ROUTING_WORDS, 'medium', 'low'),
    examples: {
      match: [
        { text: 'Aba number: 8028-2399-3', value: '8028-2399-3', confidence: 'medium' },
        {
          text: 'americanbankassociationroutingnumber = 1253-4054-8',
          value: '1253-4054-8',
          confidence: 'medium',
        },
        { text: '716968423', value: '716968423', confidence: 'low', country: 'US' },
      ],
      noMatch: ['Aba number: 2291-0232-9', 'part 8028-2399-3 of 7', 'Aba number: 8028-2399-3XQ'],
    },
  },
  {
    type: 'BANK_ACCOUNT:US',
    name: 'American bank account number',
    purview: { name: 'U.S. Bank Account Number', id: 'a2ce32a8-f935-4bb6-8e96-2a5157672e2c' },
    country: 'US',
    patterns: ['\\d{6,17}'],
    digitsOnly: true,
    rules: named(BANK_WORDS),
    examples: {
      match: [
        { text: 'Checking account number: 742416', value: '742416', confidence: 'medium' },
        { text: 'checking acct no. = 7279533191', value: '7279533191', confidence: 'medium' },
      ],
      noMatch: ['part 742416 of 7', 'Checking account number: 742416XQ', 'Checking account number: 7424'],
    },
  },
];
