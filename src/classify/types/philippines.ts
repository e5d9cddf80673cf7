import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named } from './rules.ts';
import { passportWords } from './words.ts';

const PSN_WORDS = listOf(`
  philsys, philsys number, philsys card number, philid, psn, pcn, philippine national id,
  philippine identification, pambansang id
`);

const PASSPORT_WORDS = [
  'pasaporte',
  'philippine passport',
  'numero ng pasaporte',
  'libro ng pasaporte',
  'passport book',
];

const UMID_WORDS = [
  'unified multi-purpose id',
  'umid',
  'pinag-isang multi-layunin id',
  'common reference number',
  'crn',
];

export const philippines: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:PH_PSN',
    name: 'Philippine national identity number (PhilSys)',
    purview: { name: 'Philippines National ID', id: '3257da62-3d98-44ca-a923-6f8b0cd94b7f' },
    country: 'PH',
    patterns: ['\\d{4}-?\\d{4}-?\\d{4}(?:-?\\d{4})?'],
    digitsOnly: true,
    rules: named(PSN_WORDS),
    examples: {
      match: [
        { text: 'Philsys: 7648-7890-4857', value: '7648-7890-4857', confidence: 'medium' },
        { text: 'philid = 4109330284521615', value: '4109330284521615', confidence: 'medium' },
      ],
      noMatch: ['part 7648-7890-4857 of 7', 'Philsys: 7648-7890-4857XQ', 'Philsys: 57648-7890-4857'],
    },
  },
  {
    type: 'PASSPORT:PH',
    name: 'Philippine passport number',
    purview: { name: 'Philippines Passport Number', id: '6fa57f91-314a-4561-8248-7ab921957448' },
    country: 'PH',
    patterns: ['[A-Z]{1,2}\\d{6}', '[A-Z]{2}\\d{7}', '[A-Z]\\d{7}[A-Z]'],
    rules: [
      { confidence: 'high', needs: [{ keywords: PASSPORT_WORDS }] },
      { confidence: 'medium', needs: [{ keywords: passportWords }] },
    ],
    examples: {
      match: [
        { text: 'Pasaporte: U062433', value: 'U062433', confidence: 'high' },
        { text: 'libro ng pasaporte = GI3715157', value: 'GI3715157', confidence: 'high' },
      ],
      noMatch: ['part U062433 of 7', 'Pasaporte: U062433XQ', 'Pasaporte: 5U062433'],
    },
  },
  {
    type: 'NATIONAL_ID:PH_UMID',
    name: 'Philippine unified multi-purpose identity number',
    purview: {
      name: 'Philippines Unified Multi-Purpose ID Number',
      id: '019b39dd-8c25-4765-91a3-d9c6baf3c3b3',
    },
    country: 'PH',
    patterns: ['\\d{4}-\\d{7}-\\d'],
    digitsOnly: true,
    rules: named(UMID_WORDS),
    examples: {
      match: [
        { text: 'Unified multi-purpose id: 0517-6271038-7', value: '0517-6271038-7', confidence: 'medium' },
        { text: 'common reference number = 0537-0318997-9', value: '0537-0318997-9', confidence: 'medium' },
      ],
      noMatch: [
        'part 0517-6271038-7 of 7',
        'Unified multi-purpose id: 0517-6271038-7XQ',
        'Unified multi-purpose id: 50517-6271038-7',
      ],
    },
  },
];
