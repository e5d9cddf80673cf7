import { aadhaar, gstin, indianPan } from '../checks/asia.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named, namedOrAlone } from './rules.ts';
import { licenceWords, taxWords } from './words.ts';

const GSTIN_WORDS = ['gst', 'gstin', 'goods and services tax', 'goods and service tax'];

const PAN_WORDS = [
  ...taxWords,
  'permanent account number',
  'pan',
  'pan card',
  'pan number',
  'pan no',
  'income tax',
];

const AADHAAR_WORDS = ['aadhaar', 'aadhar', 'आधार', 'uidai'];

const VOTER_WORDS = listOf(`
  voter, voterid, votercard, voteridcard, electoral photo identity card, epic no, epic number, voter id,
  election commission, voter card
`);

export const india: readonly PatternType[] = [
  // The first two letters name the state or territory.
  {
    type: 'DRIVER_LICENSE:IN',
    name: 'Indian driving licence number',
    purview: { name: "India Driver's License Number", id: '680788a3-53b6-455a-b891-c38cd76dc917' },
    country: 'IN',
    patterns: [
      '(?:A[NPRS]|BR|C[GH]|D[DLN]|G[AJ]|H[PR]|J[HK]|K[AL]|L[AD]|M[HLNPZ]|NL|O[DR]|P[BY]|RJ|SK|T[GNRS]|U[AKPT]|WB)[ -]?\\d{2}[ -]?(?:19|20)\\d{2}[ -]?\\d{7}',
    ],
    exactCase: true,
    rules: namedOrAlone(licenceWords, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Driving licence: CH 37 2069 8187568', value: 'CH 37 2069 8187568', confidence: 'high' },
        { text: "driver's license = CH7119236439655", value: 'CH7119236439655', confidence: 'high' },
      ],
      noMatch: [
        'part CH 37 2069 8187568 of 7',
        'Driving licence: CH 37 2069 8187568XQ',
        'Driving licence: 5CH 37 2069 8187568',
      ],
    },
  },
  {
    type: 'COMPANY_ID:IN_GSTIN',
    name: 'Indian GST number',
    purview: { name: 'India GST Number', id: '9f5a721c-2fd2-446a-a27e-0c02fbe4630c' },
    country: 'IN',
    patterns: [
      '(?:0[1-9]|[12]\\d|3[0-8]|9[79])[ -]?[A-Z]{3}[CPHFATBLJG][A-Z]\\d{4}[A-Z][1-9A-Z][ -]?Z[ -]?[0-9A-Z]',
    ],
    check: gstin,
    rules: namedOrAlone(GSTIN_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'GST: 07 QZYTQ4322WR Z M', value: '07 QZYTQ4322WR Z M', confidence: 'high' },
        { text: 'goods and service tax = 08YLDCV8988EUZL', value: '08YLDCV8988EUZL', confidence: 'high' },
        { text: '99 EZGBO5926O5 Z W, as agreed', value: '99 EZGBO5926O5 Z W', confidence: 'medium' },
      ],
      noMatch: ['GST: 97 LSALY9220MP Z I', 'GST: 07 QZYTQ4322WR Z MXQ', 'GST: 07 QZYTQ4322WR Z'],
    },
  },
  {
    type: 'NATIONAL_ID:IN_PAN',
    name: 'Indian permanent account number',
    purview: { name: 'India Permanent Account Number (PAN)', id: '2602bfee-9bb0-47a5-a7a6-2bf3053e2804' },
    country: 'IN',
    patterns: ['[A-Z]{5}\\d{4}[A-Z]'],
    exactCase: true,
    check: indianPan,
    rules: namedOrAlone(PAN_WORDS, 'high', 'low'),
    examples: {
      match: [
        { text: 'Permanent account number: IEGLB1920L', value: 'IEGLB1920L', confidence: 'high' },
        { text: 'pan number = TSBPT9039T', value: 'TSBPT9039T', confidence: 'high' },
        { text: 'PQXBF5096Z, as agreed', value: 'PQXBF5096Z', confidence: 'low' },
      ],
      noMatch: [
        'Permanent account number: LBAIN4427V',
        'Permanent account number: IEGLB1920LXQ',
        'Permanent account number: IEGLB192',
      ],
    },
  },
  {
    type: 'NATIONAL_ID:IN_AADHAAR',
    name: 'Indian Aadhaar number',
    purview: {
      name: 'India Unique Identification (Aadhaar) Number',
      id: '1ca46b29-76f5-4f46-9383-cfa15e91048f',
    },
    country: 'IN',
    patterns: ['[2-9]\\d{3}[ -]?\\d{4}[ -]?\\d{4}'],
    digitsOnly: true,
    check: aadhaar,
    rules: namedOrAlone(AADHAAR_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Aadhaar: 495312465546', value: '495312465546', confidence: 'high' },
        { text: 'uidai = 978339340216', value: '978339340216', confidence: 'high' },
        { text: '470268012698', value: '470268012698', confidence: 'medium', country: 'IN' },
      ],
      noMatch: ['Aadhaar: 9581 5400 1529', 'part 495312465546 of 7', 'Aadhaar: 495312465546XQ'],
    },
  },
  // Without a word the shape is that of many part numbers: not reported.
  {
    type: 'NATIONAL_ID:IN_VOTER',
    name: 'Indian voter card number',
    purview: { name: 'India Voter Id Card', id: '646d643f-5228-4408-acc8-f2e81a6df897' },
    country: 'IN',
    patterns: ['[A-Z]{3}\\d{7}'],
    rules: named(VOTER_WORDS),
    examples: {
      match: [
        { text: 'VOTER: XCS7918761', value: 'XCS7918761', confidence: 'medium' },
        { text: 'voteridcard = RYZ9134011', value: 'RYZ9134011', confidence: 'medium' },
      ],
      noMatch: ['part XCS7918761 of 7', 'VOTER: XCS7918761XQ', 'VOTER: 5XCS7918761'],
    },
  },
];
