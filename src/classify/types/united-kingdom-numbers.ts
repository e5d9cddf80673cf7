import { britishTaxpayer, nhsNumber, ninoPrefix } from '../checks/western-europe.ts';
import { idLabel } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named } from './rules.ts';
import { taxWords } from './words.ts';

const NHS_WORDS = listOf(`
  national health service, nhs, nhs number, nhs no, health services authority, health authority,
  patient id, patient identification, patient no, patient number
`);

const PATIENT_WORDS = listOf(`
  dob, d.o.b, date of birth, birth date, patient, national id, national id number, id number
`);

const NINO_WORDS = listOf(`
  national insurance number, national insurance contributions, social security number,
  insurance application, social insurance, social security, ni number, ni no., ni #, insurance#,
  insurancenumber, nationalinsurance#, nationalinsurancenumber, nino, national insurance
`);

const UTR_WORDS = [...taxWords, 'utr', 'unique taxpayer reference', 'tax reference', 'self assessment'];

export const unitedKingdomNumbers: readonly PatternType[] = [
  // Beside a date of birth or a general word, only as 3, 3 and 4 digits. A bare "GP" is left out.
  {
    type: 'NATIONAL_ID:GB_NHS',
    name: 'NHS number',
    purview: { name: 'U.K. National Health Service Number', id: '3192014e-2a16-44e9-aa69-4b20375c9a78' },
    country: 'GB',
    patterns: ['\\d{3}[ -]\\d{3}[ -]\\d{4}', '\\d{10}', '\\d{10} \\d{3} \\d{4}'],
    digitsOnly: true,
    check: nhsNumber,
    rules: [
      { confidence: 'high', needs: [{ keywords: NHS_WORDS }] },
      { confidence: 'medium', of: [0], needs: [{ keywords: PATIENT_WORDS }] },
      { confidence: 'medium', of: [0], needs: [idLabel] },
    ],
    examples: {
      match: [
        { text: 'National health service: 083 493 1079', value: '083 493 1079', confidence: 'high' },
        { text: 'nhs no = 6857425493', value: '6857425493', confidence: 'high' },
      ],
      noMatch: [
        'National health service: 189 936 1386',
        'part 083 493 1079 of 7',
        'National health service: 083 493 1079XQ',
      ],
    },
  },
  // The last letter is sometimes left out.
  {
    type: 'NATIONAL_ID:GB_NINO',
    name: 'British national insurance number',
    purview: { name: 'U.K. National Insurance Number (NINO)', id: '16c07343-c26f-49d2-a987-3daf717e94cc' },
    country: 'GB',
    patterns: [
      '[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{6} ?[A-D]',
      '[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\\d{2}[ -]\\d{2}[ -]\\d{2}[ -]?[A-D]',
      '[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\\d{6}',
    ],
    check: ninoPrefix,
    rules: [
      { confidence: 'high', of: [0, 1], needs: [{ keywords: NINO_WORDS }] },
      { confidence: 'medium', of: [2], needs: [{ keywords: NINO_WORDS }] },
      { confidence: 'medium', of: [0, 1], needs: [] },
    ],
    examples: {
      match: [
        { text: 'National insurance number: AA 102571 B', value: 'AA 102571 B', confidence: 'high' },
        { text: 'insurance application = JZ09 20 93A', value: 'JZ09 20 93A', confidence: 'high' },
        { text: 'AT 433384 C, as agreed', value: 'AT 433384 C', confidence: 'medium' },
      ],
      noMatch: [
        'National insurance number: NK557949C',
        'National insurance number: AA 102571 BXQ',
        'National insurance number: AA 102571',
      ],
    },
  },
  {
    type: 'NATIONAL_ID:GB_UTR',
    name: 'British taxpayer reference (UTR)',
    purview: { name: 'U.K. Unique Taxpayer Reference Number', id: 'ad4a8116-0db8-439a-b545-6d967642f0ec' },
    country: 'GB',
    patterns: ['\\d{5} ?\\d{5}', '\\d{3} \\d{3} \\d{4}'],
    digitsOnly: true,
    check: britishTaxpayer,
    rules: named(UTR_WORDS, 'high'),
    examples: {
      match: [
        { text: 'UTR: 23325 24377', value: '23325 24377', confidence: 'high' },
        { text: 'self assessment = 252 570 7705', value: '252 570 7705', confidence: 'high' },
      ],
      noMatch: ['UTR: 47276 93053', 'part 23325 24377 of 7', 'UTR: 23325 24377XQ'],
    },
  },
];
