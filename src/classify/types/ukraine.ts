import type { PatternType } from '../pattern-type.ts';
import { named } from './rules.ts';

const PASSPORT_WORDS = [
  'ukraine passport',
  'passport number',
  'passport no',
  'паспорт україни',
  'номер паспорта',
  'паспорт',
  'id-картка',
];

const TRAVEL_WORDS = [
  'ukraine passport',
  'passport number',
  'passport no',
  'паспорт україни',
  'номер паспорта',
  'закордонний паспорт',
];

export const ukraine: readonly PatternType[] = [
  {
    type: 'PASSPORT:UA',
    name: 'Ukrainian identity card and internal passport number',
    purview: { name: 'Ukraine Passport Number (Domestic)', id: '1817a540-221f-4459-9202-3bd78b81d803' },
    country: 'UA',
    patterns: ['\\d{9}'],
    digitsOnly: true,
    rules: named(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Ukraine passport: 019304700', value: '019304700', confidence: 'medium' },
        { text: 'паспорт = 522970795', value: '522970795', confidence: 'medium' },
      ],
      noMatch: ['part 019304700 of 7', 'Ukraine passport: 019304700XQ', 'Ukraine passport: 5019304700'],
    },
  },
  {
    type: 'PASSPORT:UA',
    name: 'Ukrainian passport number for travel abroad',
    purview: { name: 'Ukraine Passport Number (International)', id: 'cfbe032d-22e0-4f28-ab68-d66e9641f1e2' },
    country: 'UA',
    patterns: ['[A-Z0-9]{2}\\d{6}'],
    rules: named(TRAVEL_WORDS),
    examples: {
      match: [
        { text: 'Ukraine passport: X5077284', value: 'X5077284', confidence: 'medium' },
        { text: 'закордонний паспорт = 8K854403', value: '8K854403', confidence: 'medium' },
      ],
      noMatch: ['part X5077284 of 7', 'Ukraine passport: X5077284XQ', 'Ukraine passport: 5X5077284'],
    },
  },
];
