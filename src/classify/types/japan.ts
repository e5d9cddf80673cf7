import { japaneseCorporate, japaneseIndividual } from '../checks/asia.ts';
import { japaneseBranch } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named, namedOrAlone } from './rules.ts';
import { passportWords } from './words.ts';

const BANK_WORDS = listOf(`
  checking account number, checking account, checking acct number, checking acct #, checking acct no.,
  checking account no., bank account number, bank account, bank acct number, bank acct #, bank acct no.,
  bank account no., savings account number, savings account, savings acct number, savings acct #,
  savings acct no., savings account no., debit account number, debit account, debit acct number,
  debit acct #, debit acct no., debit account no., 口座番号, 銀行口座, 銀行口座番号, 総合口座, 普通預金口座, 普通口座, 当座預金口座, 当座口座,
  預金口座, 振替口座, 銀行, バンク
`);

const BRANCH_WORDS = ['支店番号', '支店コード', '店番号'];

const LICENCE_WORDS = listOf(`
  driverlicense, driverslicense, driver'slicense, driverslicenses, driver'slicenses, driverlicenses, dl#,
  dls#, lic#, lics#, 運転免許証, 運転免許, 免許証, 免許, 運転免許証番号, 運転免許番号, 免許証番号, 免許番号, 運転免許証ナンバー, 運転免許ナンバー, 免許証ナンバー,
  運転免許証no, 運転免許no, 免許証no, 免許no, 運転経歴証明書番号, 運転経歴証明書
`);

const PASSPORT_WORDS = [
  ...passportWords,
  'パスポート',
  'パスポート番号',
  'パスポートナンバー',
  'パスポートno.',
  '旅券番号',
  '旅券ナンバー',
];

const RESIDENT_WORDS = listOf(`
  resident registration number, residents basic registry number, resident registration no.,
  resident register no., residents basic registry no., basic resident register no., 外国人登録証明書番号, 証明書番号,
  登録番号, 外国人登録証
`);

const SIN_WORDS = listOf(`
  social insurance no., social insurance num, social insurance number, 健康保険被保険者番号, 健保番号, 基礎年金番号,
  雇用保険被保険者番号, 雇用保険番号, 保険証番号, 社会保険番号, 社会保険no., 社会保険, 介護保険, 介護保険被保険者番号, 健康保険被保険者整理番号, 雇用保険被保険者整理番号, 厚生年金,
  厚生年金被保険者整理番号
`);

const CORPORATE_WORDS = listOf(`
  corporate number, マイナンバー, 共通番号, マイナンバーカード, マイナンバーカード番号, 個人番号カード, 個人識別番号, 個人識別ナンバー, 法人番号, 指定通知書
`);

const MY_NUMBER_WORDS = listOf(`
  my number, マイナンバー, 個人番号, 共通番号, マイナンバーカード, マイナンバーカード番号, 個人番号カード, 個人識別番号, 個人識別ナンバー, 通知カード
`);

const RESIDENCE_CARD_WORDS = [
  'residence card number',
  'residence card no',
  'residence card #',
  '在留カード番号',
  '在留カード',
  '在留番号',
];

export const japan: readonly PatternType[] = [
  {
    type: 'BANK_ACCOUNT:JP',
    name: 'Japanese bank account number',
    purview: { name: 'Japan Bank Account Number', id: 'd354f95b-96ee-4b80-80bc-4377312b55bc' },
    country: 'JP',
    patterns: ['\\d{7,8}'],
    digitsOnly: true,
    rules: [
      {
        confidence: 'high',
        needs: [
          { keywords: BANK_WORDS },
          { anyOf: [{ keywords: BRANCH_WORDS }, { expression: japaneseBranch }] },
        ],
      },
      { confidence: 'medium', needs: [{ keywords: BANK_WORDS }] },
    ],
    examples: {
      match: [
        { text: 'Checking account number 0070888, 店番号 001-234', value: '0070888', confidence: 'high' },
        { text: 'checking acct no. = 0081653', value: '0081653', confidence: 'medium' },
      ],
      noMatch: ['part 0070888 of 7', 'Checking account number: 0070888XQ', 'Checking account number: 00708'],
    },
  },
  {
    type: 'DRIVER_LICENSE:JP',
    name: 'Japanese driving licence number',
    purview: { name: "Japan Driver's License Number", id: 'c6011143-d087-451c-8313-7f6d4aed2270' },
    country: 'JP',
    patterns: ['\\d{12}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: "Driver'slicense: 063002796046", value: '063002796046', confidence: 'medium' },
        { text: '運転免許 = 500950627465', value: '500950627465', confidence: 'medium' },
      ],
      noMatch: [
        'part 063002796046 of 7',
        "Driver'slicense: 063002796046XQ",
        "Driver'slicense: 5063002796046",
      ],
    },
  },
  {
    type: 'PASSPORT:JP',
    name: 'Japanese passport number',
    purview: { name: 'Japan Passport Number', id: '75177310-1a09-4613-bf6d-833aae3743f8' },
    country: 'JP',
    patterns: ['[A-Z]{2}\\d{7}'],
    rules: named(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport: KZ3416263', value: 'KZ3416263', confidence: 'medium' },
        { text: 'パスポートナンバー = TP3640319', value: 'TP3640319', confidence: 'medium' },
      ],
      noMatch: ['part KZ3416263 of 7', 'Passport: KZ3416263XQ', 'Passport: 5KZ3416263'],
    },
  },
  {
    type: 'NATIONAL_ID:JP_RESIDENT',
    name: 'Japanese resident registration number',
    purview: { name: 'Japan Resident Registration Number', id: '01c1209b-6389-4faf-a5f8-3f7e13899652' },
    country: 'JP',
    patterns: ['\\d{11}'],
    digitsOnly: true,
    rules: named(RESIDENT_WORDS),
    examples: {
      match: [
        { text: 'Resident registration number: 22253390566', value: '22253390566', confidence: 'medium' },
        { text: 'resident register no. = 12705096869', value: '12705096869', confidence: 'medium' },
      ],
      noMatch: [
        'part 22253390566 of 7',
        'Resident registration number: 22253390566XQ',
        'Resident registration number: 522253390566',
      ],
    },
  },
  {
    type: 'NATIONAL_ID:JP_SIN',
    name: 'Japanese social insurance number',
    purview: { name: 'Japan Social Insurance Number (SIN)', id: 'c840e719-0896-45bb-84fd-1ed5c95e45ff' },
    country: 'JP',
    patterns: ['\\d{4}-?\\d{6}', '\\d{7,12}'],
    digitsOnly: true,
    rules: [
      { confidence: 'high', of: [0], needs: [{ keywords: SIN_WORDS }] },
      { confidence: 'medium', needs: [{ keywords: SIN_WORDS }] },
    ],
    examples: {
      match: [
        { text: 'Social insurance no.: 4307-799489', value: '4307-799489', confidence: 'high' },
        { text: '健康保険被保険者番号 = 705933589072', value: '705933589072', confidence: 'medium' },
      ],
      noMatch: [
        'part 4307-799489 of 7',
        'Social insurance no.: 4307-799489XQ',
        'Social insurance no.: 54307-799489',
      ],
    },
  },
  {
    type: 'COMPANY_ID:JP_CORPORATE',
    name: 'Japanese corporate number',
    purview: { name: 'Japanese My Number Corporate', id: '9e0eaf79-ff20-4ffb-b3e4-e7368d5db6ff' },
    country: 'JP',
    patterns: ['[1-9]\\d{12}'],
    digitsOnly: true,
    check: japaneseCorporate,
    rules: namedOrAlone(CORPORATE_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Corporate number: 7255277127970', value: '7255277127970', confidence: 'high' },
        { text: 'マイナンバーカード = 7269717917204', value: '7269717917204', confidence: 'high' },
        { text: '1601198470947', value: '1601198470947', confidence: 'medium', country: 'JP' },
      ],
      noMatch: [
        'Corporate number: 7904030222100',
        'part 7255277127970 of 7',
        'Corporate number: 7255277127970XQ',
      ],
    },
  },
  {
    type: 'NATIONAL_ID:JP_MY_NUMBER',
    name: 'Japanese individual number (My Number)',
    purview: { name: 'Japanese My Number Personal', id: '98da8e66-7299-4ebd-9f82-c871ab37d3ef' },
    country: 'JP',
    patterns: ['\\d{4}[ .-]?\\d{4}[ .-]?\\d{4}'],
    digitsOnly: true,
    check: japaneseIndividual,
    rules: namedOrAlone(MY_NUMBER_WORDS, 'high', 'low'),
    examples: {
      match: [
        { text: 'My number: 2965 9240 4237', value: '2965 9240 4237', confidence: 'high' },
        { text: '共通番号 = 630489994147', value: '630489994147', confidence: 'high' },
        { text: '847174371264', value: '847174371264', confidence: 'low', country: 'JP' },
      ],
      noMatch: ['My number: 9400 7490 9833', 'part 2965 9240 4237 of 7', 'My number: 2965 9240 4237XQ'],
    },
  },
  {
    type: 'NATIONAL_ID:JP_RESIDENCE_CARD',
    name: 'Japanese residence card number',
    purview: { name: 'Japanese Residence Card Number', id: 'ac36fef2-a289-4e2c-bb48-b02366e89fc0' },
    country: 'JP',
    patterns: ['[A-Z]{2}\\d{8}[A-Z]{2}'],
    rules: named(RESIDENCE_CARD_WORDS),
    examples: {
      match: [
        { text: 'Residence card number: CG34694593MK', value: 'CG34694593MK', confidence: 'medium' },
        { text: '在留カード = HR64035109CL', value: 'HR64035109CL', confidence: 'medium' },
      ],
      noMatch: [
        'part CG34694593MK of 7',
        'Residence card number: CG34694593MKXQ',
        'Residence card number: 5CG34694593MK',
      ],
    },
  },
];
