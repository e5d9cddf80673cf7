import type { PatternType } from '../pattern-type.ts';
import { named } from './rules.ts';
import { passportWords } from './words.ts';

const LICENCE_WORDS = ['surat izin mengemudi', 'nomor sim', 'no sim', 'sim a', 'sim c'];

const NIK_WORDS = ['ktp', 'kartu tanda penduduk', 'nomor induk kependudukan', 'nik', 'e-ktp', 'nomor ktp'];

const PASSPORT_WORDS = [...passportWords, 'paspor', 'nomor paspor', 'no paspor'];

export const indonesia: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:ID',
    name: 'Indonesian driving licence number',
    purview: { name: 'Indonesia Drivers License Number', id: '67d902ee-c3ce-44a2-81ac-e9746e7d60a1' },
    country: 'ID',
    patterns: ['\\d{12}(?:\\d{2,4})?'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Surat izin mengemudi: 172616053936', value: '172616053936', confidence: 'medium' },
        { text: 'sim a = 8235315597045234', value: '8235315597045234', confidence: 'medium' },
      ],
      noMatch: [
        'part 172616053936 of 7',
        'Surat izin mengemudi: 172616053936XQ',
        'Surat izin mengemudi: 5172616053936',
      ],
    },
  },
  {
    type: 'NATIONAL_ID:ID_NIK',
    name: 'Indonesian identity number (NIK)',
    purview: { name: 'Indonesia Identity Card (KTP) Number', id: 'da68fdb0-f383-4981-8c86-82689d3b7d55' },
    country: 'ID',
    patterns: ['\\d{2}\\.?\\d{2}\\d{2}\\.?(?:[04][1-9]|[1256]\\d|[37][01])(?:0[1-9]|1[0-2])\\d{2}\\.?\\d{4}'],
    digitsOnly: true,
    rules: named(NIK_WORDS, 'high'),
    examples: {
      match: [
        { text: 'KTP: 15.8797.301012.4205', value: '15.8797.301012.4205', confidence: 'high' },
        { text: 'nik = 8424922912276007', value: '8424922912276007', confidence: 'high' },
      ],
      noMatch: ['part 15.8797.301012.4205 of 7', 'KTP: 15.8797.301012.4205XQ', 'KTP: 515.8797.301012.4205'],
    },
  },
  {
    type: 'PASSPORT:ID',
    name: 'Indonesian passport number',
    purview: { name: 'Indonesia Passport Number', id: 'd0001c83-e72f-4360-98d3-f5a41dc5a380' },
    country: 'ID',
    patterns: ['[A-Z]{1,2}\\d{6,7}'],
    rules: named(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport: O3859674', value: 'O3859674', confidence: 'medium' },
        { text: 'no paspor = CO658788', value: 'CO658788', confidence: 'medium' },
      ],
      noMatch: ['part O3859674 of 7', 'Passport: O3859674XQ', 'Passport: 5O3859674'],
    },
  },
];
