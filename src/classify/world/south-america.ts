import { digitAt } from '../checks/arithmetic.ts';
import type { PatternType } from '../pattern-type.ts';
import {
  every,
  lastDigit,
  LUHN,
  numberAt,
  part,
  rule,
  sumLeaves,
  to10,
  to11,
  to11Last,
  to11Or0,
  weightedSum,
  unitAt,
} from './algorithms.ts';
import { entries } from './entry.ts';

/** Bank and branch with one check digit, account with another. Source: BCRA, comunicación A 2622. */
const argentineAccount = every(
  part(lastDigit('mod 10', [7, 1, 3, 9, 7, 1, 3], to10), 0, 8),
  part(lastDigit('mod 10', [3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3], to10), 8),
);

/** Two numbers in one: persons carry their identity number, public bodies and companies one of their own. Source: SRI Ecuador. */
const ecuadorianTax = rule('mod 10 or 11', (value) => {
  const province = numberAt(value, 0, 2);
  if (!((province >= 1 && province <= 24) || province === 30 || province === 50)) return false;
  const third = digitAt(value, 2);
  if (third <= 6 && !value.endsWith('000') && LUHN.holds(value.slice(0, 10))) return true;
  const publicBody =
    third === 6 && weightedSum(value, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 && !value.endsWith('0000');
  const company = third === 9 && weightedSum(value, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
  return publicBody || (company && !value.endsWith('000'));
});

/** A digit or a letter from two tables. Source: RENIEC, "Dígito verificador del DNI". */
const peruvianPerson = rule('mod 11', (value) => {
  const rest = weightedSum(value, [3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  const last = value.charAt(8);
  return unitAt('65432110987', rest) === last || unitAt('KJIHGFEDCBA', rest) === last;
});

/** Weights 2 up from the right; rests 0 and 1 give 0. Source: SET Paraguay, "Dígito verificador". */
const paraguayanTax = rule('mod 11', (value) => {
  const body = value.slice(0, -1);
  let sum = 0;
  for (let at = 0; at < body.length; at++) sum += digitAt(body, body.length - 1 - at) * (at + 2);
  return (sum % 11 > 1 ? 11 - (sum % 11) : 0) === digitAt(value, value.length - 1);
});

const uruguayanTax = every(
  rule(
    'parts',
    (value) => numberAt(value, 0, 2) >= 1 && numberAt(value, 0, 2) <= 22 && numberAt(value, 2, 6) > 0,
  ),
  lastDigit('mod 11', [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2], to11),
);

/** The first letter counts too. Source: SENIAT, RIF. */
const venezuelanTax = rule('mod 11', (value) => {
  const kind = { V: 4, E: 8, J: 12, C: 12, P: 16, G: 20 }[value.charAt(0)] ?? NaN;
  const rest = (kind + weightedSum(value, [3, 2, 7, 6, 5, 4, 3, 2], 1)) % 11;
  return unitAt('00987654321', rest) === value.charAt(9);
});

/** Two digits: over the number, and over the state with the first of them. Source: TSE, Resolução 21.538. */
const voterTitle = rule('mod 11, two digits', (value) => {
  const state = numberAt(value, 8, 2);
  if (!(state >= 1 && state <= 28)) return false;
  const digit = (sum: number): number => {
    const rest = sum % 11;
    if (rest === 10) return 0;
    return rest === 0 && state <= 2 ? 1 : rest;
  };
  const first = digit(weightedSum(value, [2, 3, 4, 5, 6, 7, 8, 9]));
  return first === digitAt(value, 10) && digit(weightedSum(value, [7, 8, 9], 8)) === digitAt(value, 11);
});

/** Weights 15 to 1, divisible by 11. Source: DATASUS, Cartão Nacional de Saúde. */
const healthCard = sumLeaves('mod 11', [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 11);

/** Numbers of South America beside those that Purview lists. */
export const southAmerica: readonly PatternType[] = [
  ...entries({
    type: 'BANK_ACCOUNT:AR',
    name: 'Argentina standard bank account number (CBU, CVU)',
    shapes: [/\d{8}[ -]?\d{14}|\d{7}[ -]\d[ -]\d{13}[ -]\d/u],
    check: argentineAccount,
    labels: 'cbu, cvu, clave bancaria uniforme, clave virtual uniforme, cuenta bancaria',
    values: ['5590163-1-0336699657153-9', '7563135-6-8448129367786-1'],
    wrong: ['45016482-59283818055608'],
  }),
  ...entries({
    type: 'NATIONAL_ID:BO_CI',
    name: 'Bolivia identity card number (cédula de identidad)',
    shapes: [/\d{6,8}(?:[- ]?\d[A-Z])?[- ]?(?:LP|OR|PT|CB|CH|TJ|SC|BE|BN|PD|PA)/u],
    labels: 'ci, c.i, cédula de identidad, carnet de identidad, cédula',
    close: true,
    values: ['3776680-9D-SC', '9567478GCH'],
    wrong: ['3776680-9D-S'],
  }),
  ...entries({
    type: 'NATIONAL_ID:BR_PIS',
    name: 'Brazil social registration number (PIS, PASEP, NIS, NIT)',
    shapes: [/\d{3}\.?\d{5}\.?\d{2}-?\d/u],
    check: lastDigit('mod 11', [3, 2, 9, 8, 7, 6, 5, 4, 3, 2], to11Or0),
    labels:
      'pis, pasep, pis/pasep, nis, nit, programa de integração social, número de identificação social, inss',
    values: ['661.70075.18-7', '57514810053'],
    wrong: ['331.18802.81-4'],
  }),
  ...entries({
    type: 'NATIONAL_ID:BR_TITULO',
    name: 'Brazil voter number (título de eleitor)',
    shapes: [/\d{4} ?\d{4} ?\d{4}/u],
    check: voterTitle,
    labels: 'título de eleitor, título eleitoral, inscrição eleitoral, zona eleitoral',
    values: ['5436 2960 0507', '932608572143'],
    wrong: ['5895 4977 7767'],
  }),
  ...entries({
    type: 'NATIONAL_ID:BR_CNS',
    name: 'Brazil health card number (CNS)',
    shapes: [/[1-2789]\d{2} ?\d{4} ?\d{4} ?\d{4}/u],
    check: healthCard,
    labels: 'cns, cartão nacional de saúde, cartão sus, cartão do sus, sus',
    values: ['891 1649 4418 6634', '255405939582806'],
    wrong: ['960 0624 6290 6866'],
  }),
  ...entries({
    type: 'COMPANY_ID:EC_RUC',
    name: 'Ecuador tax number (RUC)',
    shapes: [/\d{10}-?\d{3}/u],
    check: ecuadorianTax,
    labels: 'ruc, r.u.c, registro único de contribuyentes',
    values: ['1840268302-992', '1563459467544'],
    wrong: ['1161708930-341'],
  }),
  ...entries({
    type: 'NATIONAL_ID:PE_CUI',
    name: 'Peru identity number (DNI, CUI)',
    shapes: [/\d{8}-?[0-9A-K]/u],
    check: peruvianPerson,
    labels:
      'dni, cui, documento nacional de identidad, cédula única de identidad, código único de identificación, reniec',
    values: ['61942392-1', '394803966'],
    wrong: ['15175248-G'],
  }),
  ...entries({
    type: 'NATIONAL_ID:PE_DNI',
    name: 'Peru identity number without its check digit (DNI)',
    shapes: [/\d{8}/u],
    labels: 'cédula única de identidad, reniec, dni peruano, cui',
    values: ['11384977', '68717154'],
    wrong: ['1138497'],
  }),
  ...entries({
    type: 'COMPANY_ID:PE_RUC',
    name: 'Peru tax number (RUC)',
    shapes: [/(?:1[05-7]|20)-?\d{8}-?\d/u],
    check: lastDigit('mod 11', [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], to11Last),
    labels: 'ruc, r.u.c, registro único de contribuyentes, sunat',
    values: ['20-43380329-0', '16184308715'],
    wrong: ['20-26204089-3'],
  }),
  ...entries({
    type: 'NATIONAL_ID:PE_CE',
    name: 'Peru foreigner card number (carné de extranjería)',
    shapes: [/\d{9}/u],
    labels: 'carné de extranjería, carnet de extranjería',
    close: true,
    values: ['346631696', '148405851'],
    wrong: ['34663169'],
  }),
  ...entries({
    type: 'COMPANY_ID:PY_RUC',
    name: 'Paraguay tax number (RUC)',
    shapes: [/\d{5,8}-?\d/u],
    check: paraguayanTax,
    labels: 'ruc, r.u.c, registro único de contribuyentes, registro único del contribuyente, ruc number',
    values: ['94458-0', '3102378'],
    wrong: ['2461915-4'],
  }),
  ...entries({
    type: 'NATIONAL_ID:UY_CI',
    name: 'Uruguay identity card number (cédula de identidad)',
    shapes: [/\d\.?\d{3}\.?\d{3}-?\d/u],
    check: lastDigit('mod 10', [2, 9, 8, 7, 6, 3, 4], to10),
    labels: 'ci, c.i, cédula, cédula de identidad, cédula uruguaya',
    values: ['4.376.400-3', '16372623'],
    wrong: ['8.158.306-0'],
  }),
  ...entries({
    type: 'COMPANY_ID:UY_RUT',
    name: 'Uruguay tax number (RUT)',
    shapes: [/\d{2}[- ]?\d{6}[- ]?001[- ]?\d/u],
    prefix: 'UY',
    check: uruguayanTax,
    labels: 'rut, registro único tributario, dgi',
    values: ['12-469147-001-8', '170468310018'],
    wrong: ['40-771289-001-7'],
  }),
  ...entries({
    type: 'NATIONAL_ID:VE_RIF',
    name: 'Venezuela tax number of a person (RIF)',
    shapes: [/[VEP]-?\d{8}-?\d/u],
    check: venezuelanTax,
    labels:
      'rif, r.i.f, registro de información fiscal, registro único de información fiscal, registro de identificación fiscal',
    bare: 'medium',
    values: ['P-54334967-0', 'V156320265'],
    wrong: ['V-46578640-3'],
  }),
  ...entries({
    type: 'COMPANY_ID:VE_RIF',
    name: 'Venezuela tax number of a company (RIF)',
    shapes: [/[JGC]-?\d{8}-?\d/u],
    check: venezuelanTax,
    labels:
      'rif, r.i.f, registro de información fiscal, registro único de información fiscal, registro de identificación fiscal',
    bare: 'medium',
    values: ['J-70617478-7', 'J418866500'],
    wrong: ['J-01133125-5'],
  }),
  ...entries({
    type: 'NATIONAL_ID:VE_CEDULA',
    name: 'Venezuela identity card number (cédula)',
    shapes: [/[VE]-?\d{1,2}\.?\d{3}\.?\d{3}/u],
    labels: 'cédula, cédula de identidad, c.i, ci',
    close: true,
    values: ['V-9.878.950', 'V77509023'],
    wrong: ['V-9.878.95'],
  }),
];
