import { chileanRut } from '../checks/americas.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';

const RUT_WORDS = listOf(`
  cédula de identidad, national identification, national identification number, national id,
  número de identificación nacional, rol único nacional, rol único tributario, rut,
  tarjeta de identificación, run#, nationaluniqueroleid#, nacional identidad, número identificación,
  identidad número, chilean identity no., chilean identity number, chilean identity #,
  unique tax registry, unique tributary role, unique tax role, unique tributary number,
  unique national number, unique national role, national unique role, chile identity no.,
  chile identity number, chile identity #, r.u.t, r.u.n
`);

export const chile: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:CL_RUT',
    name: 'Chilean identity number (RUN, RUT)',
    purview: { name: 'Chile Identity Card Number', id: '4e979794-49a0-407e-a0b9-2c536937b925' },
    country: 'CL',
    patterns: ['\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dK]', '\\d{1,2}\\.?\\d{3}\\.?\\d{3}-[\\dK]'],
    check: chileanRut,
    rules: [
      { confidence: 'high', needs: [{ keywords: RUT_WORDS }] },
      { confidence: 'medium', of: [0], needs: [] },
    ],
    examples: {
      match: [
        { text: 'Cédula de identidad: 3.690.995-1', value: '3.690.995-1', confidence: 'high' },
        { text: 'national id = 30.914.044-3', value: '30.914.044-3', confidence: 'high' },
        { text: '0.098.270-9, as agreed', value: '0.098.270-9', confidence: 'medium' },
      ],
      noMatch: [
        'Cédula de identidad: 96.672.162-5',
        'Cédula de identidad: 3.690.995-1XQ',
        'Cédula de identidad: 3.690.995',
      ],
    },
  },
];
