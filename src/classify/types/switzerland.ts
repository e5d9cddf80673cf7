import { swissAhv } from '../checks/western-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { namedOrAlone } from './rules.ts';

const AHV_WORDS = listOf(`
  ahv, ssn, insurance number, personalidno#, social security number, personal id number,
  personal identification no., insuranceno#, uniqueidno#, unique identification no., avs number,
  identifikationsnummer, sozialversicherungsnummer, identification personnelle id,
  numéro de sécurité sociale, ahv-nummer, ahv-nr, versichertennummer, numéro avs, navs,
  versicherungsnummer
`);

export const switzerland: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:CH_AHV',
    name: 'Swiss social security number (AHV)',
    purview: { name: 'Swiss Social Security Number AHV', id: '277cfa4b-6eaa-4a1b-9492-099dec849971' },
    country: 'CH',
    patterns: ['756\\.?\\d{4}\\.?\\d{4}\\.?\\d{2}'],
    check: swissAhv,
    rules: namedOrAlone(AHV_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'AHV: 7566147548605', value: '7566147548605', confidence: 'high' },
        { text: 'social security number = 756.1692.0891.15', value: '756.1692.0891.15', confidence: 'high' },
        { text: '756.4599.3547.44, as agreed', value: '756.4599.3547.44', confidence: 'medium' },
      ],
      noMatch: ['AHV: 756.4793.0940.72', 'AHV: 7566147548605XQ', 'AHV: 75661475486'],
    },
  },
];
