import { thaiPopulation } from '../checks/asia.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { namedOrAlone } from './rules.ts';

const PIN_WORDS = listOf(`
  id number, identification number, บัตรประชาชน, รหัสบัตรประชาชน, เลขประจำตัวประชาชน, thai id,
  thai national id, citizen id
`);

export const thailand: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:TH_PIN',
    name: 'Thai population number',
    purview: { name: 'Thai Population Identification Code', id: '44ca9e86-ead7-4c5d-884a-e2eaa401515e' },
    country: 'TH',
    patterns: ['[1-8]\\d{12}', '[1-8][ -]\\d{4}[ -]\\d{5}[ -]\\d{2}[ -]\\d'],
    digitsOnly: true,
    check: thaiPopulation,
    rules: namedOrAlone(PIN_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Id number: 1912949519946', value: '1912949519946', confidence: 'high' },
        { text: 'รหัสบัตรประชาชน = 2 5927 22381 39 9', value: '2 5927 22381 39 9', confidence: 'high' },
        { text: '8147134620888', value: '8147134620888', confidence: 'medium', country: 'TH' },
      ],
      noMatch: ['Id number: 4595651492450', 'part 1912949519946 of 7', 'Id number: 1912949519946XQ'],
    },
  },
];
