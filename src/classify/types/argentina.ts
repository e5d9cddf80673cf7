import { argentineCuit } from '../checks/americas.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named } from './rules.ts';

const DNI_WORDS = [
  'argentina national identity number',
  'dni',
  'documento nacional de identidad',
  'registro nacional de las personas',
  'rnp',
  'número de documento',
];

const CUIT_WORDS = listOf(`
  clave unica de identificacion tributaria, cuit, unique code of labour identification,
  unique labour identification code, cuil, unique tax identification key,
  unique labour identification key, unique key of labour identification, unique work identification code,
  unique code of work identification, unique work identification key, unique key of work identification,
  unique code of tax identification, unique key of tax identification, unique labor identification code,
  unique code of labor identification, unique labor identification key,
  unique key of labor identification, tax id, taxid, taxidnumber, tax number, tax no, tax #, taxpayer id,
  taxpayer number, taxpayer no, taxpayer #, tax identity, tax identification,
  número de identificación fiscal, número de contribuyente
`);

export const argentina: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:AR_DNI',
    name: 'Argentine identity number (DNI)',
    purview: { name: 'Argentina National Identity (DNI) Number', id: 'eefbb00e-8282-433c-8620-8f1da3bffdb2' },
    country: 'AR',
    patterns: ['\\d{1,2}\\.\\d{3}\\.\\d{3}', '\\d{2}\\.?\\d{3}\\.?\\d{3}'],
    digitsOnly: true,
    rules: named(DNI_WORDS),
    examples: {
      match: [
        { text: 'Argentina national identity number: 54.971.269', value: '54.971.269', confidence: 'medium' },
        { text: 'registro nacional de las personas = 62743479', value: '62743479', confidence: 'medium' },
      ],
      noMatch: [
        'part 54.971.269 of 7',
        'Argentina national identity number: 54.971.269XQ',
        'Argentina national identity number: 554.971.269',
      ],
    },
  },
  {
    type: 'COMPANY_ID:AR_CUIT',
    name: 'Argentine tax key of a company (CUIT)',
    purview: {
      name: 'Argentina Unique Tax Identification Key (CUIT/CUIL)',
      id: '98da3da1-9199-4571-b7c4-b6522980b507',
    },
    country: 'AR',
    patterns: ['3[034]-\\d{8}-\\d', '3[034]\\d{9}'],
    check: argentineCuit,
    rules: [
      { confidence: 'high', needs: [{ keywords: CUIT_WORDS }] },
      { confidence: 'medium', of: [0], needs: [] },
    ],
    examples: {
      match: [
        {
          text: 'Clave unica de identificacion tributaria: 33-69974710-1',
          value: '33-69974710-1',
          confidence: 'high',
        },
        { text: 'unique labour identification code = 30575609240', value: '30575609240', confidence: 'high' },
        { text: '34-42180963-3, as agreed', value: '34-42180963-3', confidence: 'medium' },
      ],
      noMatch: [
        'Clave unica de identificacion tributaria: 34-65948311-8',
        'Clave unica de identificacion tributaria: 33-69974710-1XQ',
        'Clave unica de identificacion tributaria: 33-69974710',
      ],
    },
  },
  // Purview has one type for both; 20, 23, 24 and 27 are those of persons (AFIP).
  {
    type: 'NATIONAL_ID:AR_CUIL',
    name: 'Argentine tax key of a person (CUIT, CUIL)',
    country: 'AR',
    patterns: ['2[03-7]-\\d{8}-\\d', '2[03-7]\\d{9}'],
    check: argentineCuit,
    rules: [
      { confidence: 'high', needs: [{ keywords: CUIT_WORDS }] },
      { confidence: 'medium', of: [0], needs: [] },
    ],
    examples: {
      match: [
        {
          text: 'Clave unica de identificacion tributaria: 25-72711997-6',
          value: '25-72711997-6',
          confidence: 'high',
        },
        { text: 'unique labour identification code = 24837665147', value: '24837665147', confidence: 'high' },
        { text: '24-60053378-5, as agreed', value: '24-60053378-5', confidence: 'medium' },
      ],
      noMatch: [
        'Clave unica de identificacion tributaria: 25-80983219-9',
        'Clave unica de identificacion tributaria: 25-72711997-6XQ',
        'Clave unica de identificacion tributaria: 25-72711997',
      ],
    },
  },
];
