import { colombianNit } from '../checks/americas.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named, namedOrAlone } from './rules.ts';

const CEDULA_WORDS = listOf(`
  cédula de ciudadanía, cédula de extranjería, cédula, tarjeta de identidad, número de identificación,
  documento de identidad, nuip, registraduría
`);

const NIT_WORDS = [
  'nit',
  'n.i.t.',
  'número de identificación tributaria',
  'identificación tributaria',
  'registro único tributario',
  'rut',
  'dian',
];

export const colombia: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:CO_CEDULA',
    name: 'Colombian identity card (cédula de ciudadanía)',
    purview: { name: 'Colombia National ID', id: '060c591a-0fd7-4598-a715-8a94b283dfcf' },
    country: 'CO',
    patterns: ['\\d{1,3}(?:\\.?\\d{3}){2}', '\\d{1,3}(?:\\.?\\d{3}){3}'],
    digitsOnly: true,
    rules: named(CEDULA_WORDS),
    examples: {
      match: [
        { text: 'Cédula de ciudadanía: 230.531.361', value: '230.531.361', confidence: 'medium' },
        { text: 'tarjeta de identidad = 29461644100', value: '29461644100', confidence: 'medium' },
      ],
      noMatch: [
        'part 230.531.361 of 7',
        'Cédula de ciudadanía: 230.531.361XQ',
        'Cédula de ciudadanía: 230.531.3',
      ],
    },
  },
  {
    type: 'COMPANY_ID:CO_NIT',
    name: 'Colombian tax number (NIT)',
    purview: { name: 'Colombia Tax Identification Number', id: 'df275e7b-40d0-4519-b668-59cee178df65' },
    country: 'CO',
    patterns: ['\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d'],
    digitsOnly: true,
    check: colombianNit,
    rules: namedOrAlone(NIT_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'NIT: 250.627.769-4', value: '250.627.769-4', confidence: 'high' },
        { text: 'identificación tributaria = 624.147.621-1', value: '624.147.621-1', confidence: 'high' },
        { text: '4022989610', value: '4022989610', confidence: 'medium', country: 'CO' },
      ],
      noMatch: ['NIT: 930.350.110-0', 'part 250.627.769-4 of 7', 'NIT: 250.627.769-4XQ'],
    },
  },
];
