import { deaNumber } from '../checks/americas.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { namedOrAlone } from './rules.ts';

const DEA_WORDS = ['dea', 'drug enforcement administration', 'drug enforcement agency'];

const MBI_WORDS = listOf(`
  mbi, medicare beneficiary #, medicare beneficiary identifier, medicare beneficiary no,
  medicare beneficiary number, medicare, medicare id, medicare number, medicare no, beneficiary
`);

export const unitedStatesHealth: readonly PatternType[] = [
  // One passport number in ten has the same shape and passes: low without a word, where Purview says medium.
  {
    type: 'HEALTH_ID:US_DEA',
    name: 'DEA registration number',
    purview: { name: 'Drug Enforcement Agency (DEA) Number', id: '9a5445ad-406e-43eb-8bd7-cac17ab6d0e4' },
    country: 'US',
    patterns: ['[A-HJ-NPRSTUX][A-Z9]\\d{7}'],
    exactCase: true,
    check: deaNumber,
    rules: namedOrAlone(DEA_WORDS, 'high', 'low'),
    examples: {
      match: [
        { text: 'DEA: DA2406002', value: 'DA2406002', confidence: 'high' },
        { text: 'dea = RL7178153', value: 'RL7178153', confidence: 'high' },
        { text: 'SK0576871, as agreed', value: 'SK0576871', confidence: 'low' },
      ],
      noMatch: ['DEA: LQ9584042', 'DEA: DA2406002XQ', 'DEA: DA24060'],
    },
  },
  {
    type: 'NATIONAL_ID:US_MBI',
    name: 'Medicare beneficiary identifier',
    purview: {
      name: 'Medicare Beneficiary Identifier (MBI) card',
      id: 'f753a286-f5cc-47e6-a592-4be25fd02591',
    },
    country: 'US',
    patterns: [
      '[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\\d-?[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\\d-?[AC-HJKMNP-RT-Y]{2}\\d{2}',
    ],
    rules: namedOrAlone(MBI_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'MBI: 9JC2-VA0-JF01', value: '9JC2-VA0-JF01', confidence: 'high' },
        { text: 'medicare beneficiary number = 3EW0PY9MA82', value: '3EW0PY9MA82', confidence: 'high' },
      ],
      noMatch: ['part 9JC2-VA0-JF01 of 7', 'MBI: 9JC2-VA0-JF01XQ', 'MBI: 59JC2-VA0-JF01'],
    },
  },
];
