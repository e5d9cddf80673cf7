import { newZealandBank, newZealandHealth, newZealandIrd } from '../checks/oceania.ts';
import type { PatternType } from '../pattern-type.ts';
import { named, namedOrAlone } from './rules.ts';
import { licenceWords } from './words.ts';

const BANK_WORDS = ['account number', 'bank account', 'bank_acct_id', 'bank_acct_branch', 'bank_acct_nbr'];

const LICENCE_WORDS = [
  ...licenceWords,
  'international driving permit',
  'international driving permits',
  'nz automobile association',
  'new zealand automobile association',
];

const IRD_WORDS = [
  'ird no.',
  'nz ird',
  'new zealand ird',
  'ird number',
  'inland revenue number',
  'inland revenue',
];

const NHI_WORDS = ['nhi', 'national health index', 'nhi number'];

const SWN_WORDS = ['social welfare #', 'social welfare no.', 'social welfare number', 'swn#', 'swn'];

export const newZealand: readonly PatternType[] = [
  {
    type: 'BANK_ACCOUNT:NZ',
    name: 'New Zealand bank account number',
    purview: { name: 'New Zealand bank account number', id: '1a97fc2b-dd2f-48f1-bc4e-2ddf25813956' },
    country: 'NZ',
    patterns: ['\\d{2}[ -]\\d{4}[ -]\\d{7}[ -]\\d{2,3}', '\\d{2}[ -]?\\d{3,4}[ -]?\\d{7}[ -]?\\d{2,3}'],
    check: newZealandBank,
    rules: [
      { confidence: 'high', needs: [{ keywords: BANK_WORDS }] },
      { confidence: 'medium', of: [0], needs: [] },
    ],
    examples: {
      match: [
        { text: 'Account number: 03 1374 1952802 441', value: '03 1374 1952802 441', confidence: 'high' },
        { text: 'bank_acct_branch = 118584552635200', value: '118584552635200', confidence: 'high' },
        { text: '01 0159 6581810 431, as agreed', value: '01 0159 6581810 431', confidence: 'medium' },
      ],
      noMatch: [
        'Account number: 55 4617 6811290 09',
        'Account number: 03 1374 1952802 441XQ',
        'Account number: 03 1374 1952802 4',
      ],
    },
  },
  // The check that Purview speaks of is not published: not reported without a word.
  {
    type: 'DRIVER_LICENSE:NZ',
    name: 'New Zealand driving licence number',
    purview: { name: 'New Zealand Driver License Number', id: '1924b377-d287-49c9-a737-cfe7a8a2615a' },
    country: 'NZ',
    patterns: ['[A-Z]{2}\\d{6}'],
    rules: named(LICENCE_WORDS, 'high'),
    examples: {
      match: [
        { text: 'International driving permit: QN553897', value: 'QN553897', confidence: 'high' },
        { text: 'new zealand automobile association = VP890412', value: 'VP890412', confidence: 'high' },
      ],
      noMatch: [
        'part QN553897 of 7',
        'International driving permit: QN553897XQ',
        'International driving permit: 5QN553897',
      ],
    },
  },
  {
    type: 'NATIONAL_ID:NZ_IRD',
    name: 'New Zealand tax number (IRD)',
    purview: { name: 'New Zealand Inland Revenue number', id: 'dd0fe2bc-7bcf-455f-bac1-83b1e3eb25fd' },
    country: 'NZ',
    patterns: ['\\d{2,3}[ -]?\\d{3}[ -]?\\d{3}'],
    digitsOnly: true,
    check: newZealandIrd,
    rules: namedOrAlone(IRD_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Ird no.: 19 301 141', value: '19 301 141', confidence: 'high' },
        { text: 'ird number = 11 275 613', value: '11 275 613', confidence: 'high' },
        { text: '43704109', value: '43704109', confidence: 'medium', country: 'NZ' },
      ],
      noMatch: ['Ird no.: 020 026 805', 'part 19 301 141 of 7', 'Ird no.: 19 301 141XQ'],
    },
  },
  // Three letters, four digits: one code in eleven of that shape would pass, so a word is always asked for.
  {
    type: 'NATIONAL_ID:NZ_NHI',
    name: 'New Zealand health index number',
    purview: { name: 'New Zealand Ministry of Health Number', id: '2b71c1c8-d14e-4430-82dc-fd1ed6bf05c7' },
    country: 'NZ',
    patterns: ['[A-HJ-NP-Z]{3} ?\\d{4}'],
    check: newZealandHealth,
    rules: named(NHI_WORDS, 'high'),
    examples: {
      match: [
        { text: 'NHI: YQC5035', value: 'YQC5035', confidence: 'high' },
        { text: 'nhi = MWP 8759', value: 'MWP 8759', confidence: 'high' },
      ],
      noMatch: ['NHI: UMC9313', 'part YQC5035 of 7', 'NHI: YQC5035XQ'],
    },
  },
  // The check that Purview speaks of is not published: not reported without a word.
  {
    type: 'NATIONAL_ID:NZ_SWN',
    name: 'New Zealand social welfare number',
    purview: { name: 'New Zealand Social Welfare Number', id: '20f3c48d-4ac1-4cd2-86bd-34ecc1826e9d' },
    country: 'NZ',
    patterns: ['\\d{3}-?\\d{3}-?\\d{3}'],
    digitsOnly: true,
    rules: named(SWN_WORDS, 'high'),
    examples: {
      match: [
        { text: 'Social welfare no.: 839-736-951', value: '839-736-951', confidence: 'high' },
        { text: 'social welfare no. = 464408777', value: '464408777', confidence: 'high' },
      ],
      noMatch: [
        'part 839-736-951 of 7',
        'Social welfare no.: 839-736-951XQ',
        'Social welfare no.: 5839-736-951',
      ],
    },
  },
];
