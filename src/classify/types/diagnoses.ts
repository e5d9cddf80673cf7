import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';

const ICD10_WORDS = listOf(`
  icd, icd10, icd 10, icd-10-cm, icd code, icd codes, diagnosis code, diagnosis codes, diagnoseschlüssel,
  cim-10, cie-10
`);

const DIAGNOSIS_WORDS = listOf(`
  diagnosis, diagnoses, diagnosed, dx, principal diagnosis, diagnose, diagnostic, diagnóstico, diagnosi,
  befund
`);

const ICD9_WORDS = ['icd9', 'icd 9', 'icd-9-cm', 'cim-9', 'cie-9'];

export const diagnoses: readonly PatternType[] = [
  // Purview looks codes up in a dictionary that it does not print: here the shape and a word must do.
  {
    type: 'HEALTH:ICD10',
    name: 'ICD-10-CM diagnosis code',
    purview: {
      name: 'International Classification of Diseases (ICD-10-CM)',
      id: '3356946c-6bb7-449b-b253-6ffa419c0ce7',
    },
    patterns: ['[A-TV-Z]\\d[0-9A-Z]\\.[0-9A-Z]{1,4}', '[A-TV-Z]\\d\\d'],
    exactCase: true,
    rules: [
      { confidence: 'high', of: [0], needs: [{ keywords: ICD10_WORDS }] },
      { confidence: 'medium', of: [1], needs: [{ keywords: ICD10_WORDS }] },
      { confidence: 'medium', of: [0], needs: [{ keywords: DIAGNOSIS_WORDS }] },
    ],
    examples: {
      match: [
        { text: 'ICD: E76.LVK', value: 'E76.LVK', confidence: 'high' },
        { text: 'icd-10-cm = N74', value: 'N74', confidence: 'medium' },
      ],
      noMatch: ['part E76.LVK of 7', 'ICD: 5E76.LVK'],
    },
  },
  {
    type: 'HEALTH:ICD9',
    name: 'ICD-9-CM diagnosis code',
    purview: {
      name: 'International Classification of Diseases (ICD-9-CM)',
      id: 'fa3f9c74-ee07-4c52-b5f2-085d6b2c0ec4',
    },
    patterns: ['\\d{3}\\.\\d{1,2}|V\\d{2}(?:\\.\\d{1,2})?|E\\d{3}(?:\\.\\d)?', '\\d{3}'],
    exactCase: true,
    rules: [
      { confidence: 'high', of: [0], needs: [{ keywords: ICD9_WORDS }] },
      { confidence: 'low', of: [1], needs: [{ keywords: ICD9_WORDS }] },
    ],
    examples: {
      match: [
        { text: 'Icd9: V92.98', value: 'V92.98', confidence: 'high' },
        { text: 'cim-9 = 601', value: '601', confidence: 'low' },
      ],
      noMatch: ['part V92.98 of 7', 'Icd9: 5V92.98'],
    },
  },
];
