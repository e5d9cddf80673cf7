import { ecuadorianIdentity } from '../checks/americas.ts';
import type { PatternType } from '../pattern-type.ts';
import { namedOrAlone } from './rules.ts';

const CI_WORDS = [
  'cédula',
  'cédula de identidad',
  'cédula de ciudadanía',
  'número único de identificación',
  'documento de identidad',
  'registro civil',
  'identidad',
];

export const ecuador: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:EC_CI',
    name: 'Ecuadorian identity card number',
    purview: { name: 'Ecuador Unique Identification Number', id: 'bc99c8a0-95ea-410e-9b7c-05e51b02e469' },
    country: 'EC',
    patterns: ['(?:0[1-9]|1\\d|2[0-4]|30)\\d{8}', '(?:0[1-9]|1\\d|2[0-4]|30)\\d{7}-\\d'],
    digitsOnly: true,
    check: ecuadorianIdentity,
    rules: namedOrAlone(CI_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Cédula: 0906973276', value: '0906973276', confidence: 'high' },
        { text: 'número único de identificación = 134752613-7', value: '134752613-7', confidence: 'high' },
        { text: '1332937117', value: '1332937117', confidence: 'medium', country: 'EC' },
      ],
      noMatch: ['Cédula: 3086223920', 'part 0906973276 of 7', 'Cédula: 0906973276XQ'],
    },
  },
];
