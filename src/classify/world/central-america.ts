import { digitAt } from '../checks/arithmetic.ts';
import type { PatternType } from '../pattern-type.ts';
import {
  every,
  lastDigit,
  LUHN,
  numberAt,
  rule,
  sixDigitDate,
  to10,
  weightedSum,
  unitAt,
} from './algorithms.ts';
import { entries } from './entry.ts';

/** Source: DGII, "Validación de RNC". */
const dominicanCompany = rule(
  'mod 11',
  (value) => ((10 - (weightedSum(value, [7, 9, 8, 6, 5, 4, 3, 2]) % 11) + 9) % 9) + 1 === digitAt(value, 8),
);

/** Weights 2 up from the right; 10 is K. Source: SAT Guatemala, "Validación de NIT". */
const guatemalanTax = rule('mod 11', (value) => {
  const body = value.slice(0, -1);
  let sum = 0;
  for (let at = 0; at < body.length; at++) sum += digitAt(body, body.length - 1 - at) * (at + 2);
  return unitAt('0123456789K', (11 - (sum % 11)) % 11) === value.at(-1);
});

/** Municipalities in each of the 22 departments. Source: RENAP, "Código único de identificación". */
const MUNICIPALITIES = [17, 8, 16, 16, 14, 14, 19, 8, 24, 21, 9, 30, 33, 21, 8, 17, 14, 5, 11, 11, 7, 17];
const guatemalanPerson = rule('mod 11', (value) => {
  const department = numberAt(value, 9, 2);
  const municipality = numberAt(value, 11, 2);
  if (!(municipality >= 1 && municipality <= (MUNICIPALITIES[department - 1] ?? 0))) return false;
  return (weightedSum(value, [2, 3, 4, 5, 6, 7, 8, 9]) % 11) % 10 === digitAt(value, 8);
});

/** The old numbers (serial up to 100) count otherwise. Source: Ministerio de Hacienda, NIT. */
const salvadoranTax = rule('mod 11', (value) => {
  if (numberAt(value, 10, 3) <= 100) {
    const sum = weightedSum(value, [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    return (sum % 11) % 10 === digitAt(value, 13);
  }
  const rest = weightedSum(value, [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest > 1 ? 11 - rest : 0) === digitAt(value, 13);
});

/** Kind of legal person by its first digits. Source: Registro Nacional, "Clases jurídicas". */
const LEGAL_KINDS = '(?:2-?[1-4]00|3-?(?:00[2-9]|01[0-4]|10[1-9]|110)|4-?000|5-?001)';

/** The number modulo 23. Source: CSE Nicaragua, cédula de identidad. */
const nicaraguan = every(
  sixDigitDate('dmy', 3),
  rule(
    'mod 23',
    (value) => unitAt('ABCDEFGHJKLMNPQRSTUVWXY', numberAt(value, 0, 13) % 23) === value.charAt(13),
  ),
);

/** Numbers of Central America and the Caribbean. */
export const centralAmerica: readonly PatternType[] = [
  ...entries({
    type: 'NATIONAL_ID:DO_CEDULA',
    name: 'Dominican Republic identity card number (cédula)',
    shapes: [/\d{3}[- ]?\d{7}[- ]?\d/u],
    check: LUHN,
    labels: 'cédula, cédula de identidad, cédula de identidad y electoral, cédula no',
    lenient: true,
    values: ['470-4362937-8', '94978101130'],
    wrong: ['470-4362937-'],
  }),
  ...entries({
    type: 'COMPANY_ID:DO_RNC',
    name: 'Dominican Republic tax number (RNC)',
    shapes: [/[1-9][- ]?\d{2}[- ]?\d{5}[- ]?\d/u],
    check: dominicanCompany,
    labels: 'rnc, registro nacional del contribuyente, registro nacional de contribuyentes',
    values: ['5-93-76904-8', '233983862'],
    wrong: ['7-36-72917-7'],
  }),
  ...entries({
    type: 'COMPANY_ID:DO_NCF',
    name: 'Dominican Republic fiscal receipt number (NCF)',
    shapes: [/B(?:0[1-4]|1[1-7])\d{8}|E(?:3[1-4]|4[1-7])\d{10}|[AP]\d{8}(?:0[1-4]|1[1-7])\d{8}/u],
    labels:
      'ncf, e ncf, encf, número de comprobante fiscal, números de comprobante fiscal, comprobante fiscal',
    bare: 'low',
    values: ['E453482083606', 'B0101823918'],
    wrong: ['E45348208360'],
  }),
  ...entries({
    type: 'NATIONAL_ID:CR_CPF',
    name: 'Costa Rica identity card number (cédula de identidad)',
    shapes: [/0?[1-9]-\d{3,4}-\d{3,4}/u, /0?[1-9]\d{8}/u],
    labels: 'cédula, cédula de identidad, cédula de persona física, cédula física, cpf',
    values: ['7-7909-7804', '7-411-8007'],
    wrong: ['7-7909-78047'],
  }),
  ...entries({
    type: 'COMPANY_ID:CR_CPJ',
    name: 'Costa Rica company number (cédula jurídica)',
    shapes: [new RegExp(`${LEGAL_KINDS}-?\\d{6}`, 'u')],
    labels: 'cédula jurídica, cédula de persona jurídica, cpj, persona jurídica',
    values: ['5-001-799589', '3110495756'],
    wrong: ['5-001-79958'],
  }),
  ...entries({
    type: 'NATIONAL_ID:CR_DIMEX',
    name: 'Costa Rica residence card number (DIMEX)',
    shapes: [/1\d{10,11}/u],
    labels: 'dimex, cédula de residencia, residencia, documento de identificación migratorio',
    close: true,
    values: ['18237685340', '146267989133'],
    wrong: ['1823768534'],
  }),
  ...entries({
    type: 'COMPANY_ID:GT_NIT',
    name: 'Guatemala tax number (NIT)',
    shapes: [/\d{3,9}-?[\dK]/u],
    check: guatemalanTax,
    labels: 'nit, n.i.t, número de identificación tributaria',
    values: ['138831235-2', '561207'],
    wrong: ['483672758-2'],
  }),
  ...entries({
    type: 'NATIONAL_ID:GT_CUI',
    name: 'Guatemala identity number (CUI)',
    shapes: [/\d{4} ?\d{5} ?\d{4}/u],
    check: guatemalanPerson,
    labels: 'cui, dpi, código único de identificación, documento personal de identificación',
    values: ['1136 72438 0714', '2605507280203'],
    wrong: ['0797 60579 9317'],
  }),
  ...entries({
    type: 'NATIONAL_ID:SV_NIT',
    name: 'El Salvador tax number (NIT)',
    shapes: [/[019]\d{3}-?\d{6}-?\d{3}-?\d/u],
    check: salvadoranTax,
    labels: 'nit, n.i.t, número de identificación tributaria',
    values: ['1091-877673-630-4', '10179272013096'],
    wrong: ['04571683162285'],
  }),
  ...entries({
    type: 'NATIONAL_ID:SV_DUI',
    name: 'El Salvador identity document number (DUI)',
    shapes: [/\d{8}-?\d/u],
    check: lastDigit('mod 10', [9, 8, 7, 6, 5, 4, 3, 2], to10),
    labels: 'dui, documento único de identidad, número de dui',
    values: ['87511032-3', '994484237'],
    wrong: ['41160296-0'],
  }),
  ...entries({
    type: 'NATIONAL_ID:HN_DNI',
    name: 'Honduras identity number (DNI) and tax number (RTN)',
    shapes: [/(?:0[1-9]|1[0-8])\d{2}-?(?:19|20)\d{2}-?\d{5,6}/u],
    labels: 'rtn, dni, tarjeta de identidad, registro tributario nacional, número de identidad, identidad',
    values: ['1476-1958-13270', '18062004404228'],
    wrong: ['1476-1958-1327'],
  }),
  ...entries({
    type: 'NATIONAL_ID:NI_CEDULA',
    name: 'Nicaragua identity card number (cédula)',
    shapes: [/\d{3}-?\d{6}-?\d{4}[A-HJ-NP-Y]/u],
    check: nicaraguan,
    labels: 'cédula, cédula de identidad, número de cédula',
    bare: 'medium',
    values: ['629-190530-4922A', '4771911708892T'],
    wrong: ['846-111763-6764F'],
  }),
  ...entries({
    type: 'NATIONAL_ID:PA_CEDULA',
    name: 'Panama identity card number (cédula)',
    shapes: [/(?:[1-9]|1[0-3]|PE|E|N)-\d{1,4}-\d{3,6}/u],
    labels: 'cédula panameña, cédula, cédula de identidad personal, ruc',
    close: true,
    values: ['PE-7-401', '8-412-630919'],
    wrong: ['PE-7-40'],
  }),
  ...entries({
    type: 'NATIONAL_ID:CU_NI',
    name: 'Cuba identity number (carné de identidad)',
    shapes: [/\d{2}[01]\d[0-3]\d{6}/u],
    labels: 'carné de identidad, carnet de identidad, número de identidad, cuban identity',
    close: true,
    values: ['92083148771', '28060187316'],
    wrong: ['9208314877'],
  }),
  ...entries({
    type: 'NATIONAL_ID:JM_TRN',
    name: 'Jamaica taxpayer registration number (TRN)',
    shapes: [/\d{3}-\d{3}-\d{3}|\d{9}/u],
    labels: 'trn, taxpayer registration number, jamaican tax',
    close: true,
    values: ['823612727', '507-587-098'],
    wrong: ['82361272'],
  }),
  ...entries({
    type: 'NATIONAL_ID:BZ_TIN',
    name: 'Belize tax number (TIN)',
    shapes: [/\d{6}-?(?:10|13|66)/u],
    labels: 'belize tin, belize tax, belize tax number',
    close: true,
    values: ['858715-66', '10372213'],
    wrong: ['858715-6'],
  }),
];
