import type { PatternType } from '../pattern-type.ts';
import { alphanumericAt, digitAt } from '../checks/arithmetic.ts';
import { portugueseTax, spanishDni } from '../checks/southern-europe.ts';
import { LUHN, numberAt, part, rule, to11, weightedSum, unitAt } from './algorithms.ts';
import { entries } from './entry.ts';

/** DNI, NIE and meter points share this table: the number modulo 23. Source: Ministerio del Interior, "Cálculo del dígito de control del NIF/NIE". */
const SPANISH_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Number ranges by first letter. Source: Govern d'Andorra, Decret d'aplicació del NRT. */
const andorranRanges = rule('range of the letter', (value) => {
  const number = numberAt(value, 1, 6);
  if (value.startsWith('F')) return number <= 699_999;
  return !/^[AL]/.test(value) || (number >= 700_000 && number <= 799_999);
});

/** The digit that completes the seven digits to a Luhn number, or the letter for it. Source: Orden EHA/451/2008. */
const spanishCompany = rule('Luhn, digit or letter', (value) => {
  const last = value.charAt(8);
  const digit = /\d/.test(last) ? last : String('JABCDEFGHI'.indexOf(last));
  return LUHN.holds(value.slice(1, 8) + digit);
});

/** 16 digits modulo 529 as two letters. Source: Red Eléctrica, "Codificación CUPS". */
const meterPoint = rule('mod 529', (value) => {
  const rest = Number(BigInt(/^\d{16}/.exec(value.slice(2))?.[0] ?? '0') % 529n);
  const letters = unitAt(SPANISH_LETTERS, Math.floor(rest / 23)) + unitAt(SPANISH_LETTERS, rest % 23);
  return value.slice(18, 20) === letters;
});

const CADASTRE_WEIGHTS = [13, 15, 12, 5, 4, 17, 9, 21, 3, 7, 1];

/** Eleven symbols: a digit counts as itself, A as 1 to Z as 27 (Ñ is 15). */
function cadastreLetter(symbols: string): string {
  let sum = 0;
  for (const [at, weight] of CADASTRE_WEIGHTS.entries()) {
    const digit = digitAt(symbols, at);
    const letter = 'ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'.indexOf(symbols.charAt(at)) + 1;
    sum += (Number.isNaN(digit) ? letter : digit) * weight;
  }
  return unitAt('MQWERTYUIOPASDFGHJKLBZX', sum % 23);
}

/** Two control letters, each over half of the parcel and the number of the property. Source: Dirección General del Catastro. */
const cadastre = rule('mod 23, two letters', (value) => {
  const property = value.slice(14, 18);
  const letters =
    cadastreLetter(value.slice(0, 7) + property) + cadastreLetter(value.slice(7, 14) + property);
  return value.slice(18) === letters;
});

/** One digit over ten; 10 is written as 1. */
function accountDigit(body: string): number {
  const rest = to11(weightedSum(body, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]));
  return rest === 10 ? 1 : rest;
}

/** Bank and branch, then the account. Source: Consejo Superior Bancario. */
const spanishAccount = rule(
  'mod 11, two digits',
  (value) =>
    accountDigit(`00${value.slice(0, 8)}`) === digitAt(value, 8) &&
    accountDigit(value.slice(10)) === digitAt(value, 9),
);

/** Source: Segurança Social, Decreto-Lei 8/2007. */
const portugueseSocial = rule(
  'weights mod 10',
  (value) => 9 - (weightedSum(value, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10) === digitAt(value, 10),
);

/** Luhn with letters: A is 10 to Z is 35. Source: Cartão de Cidadão, "Validação de número de documento". */
const portugueseCard = rule('Luhn with letters', (value) => {
  let sum = 0;
  for (let at = 0; at < 12; at++) {
    const worth = alphanumericAt(value, at) * (at % 2 === 0 ? 2 : 1);
    sum += at % 2 === 0 && worth > 9 ? worth - 9 : worth;
  }
  return value.length === 12 && sum % 10 === 0;
});

/** Numbers of Spain, Portugal and Andorra beside those that Purview lists. */
export const iberia: readonly PatternType[] = [
  ...entries({
    type: 'COMPANY_ID:AD_NRT',
    name: 'Andorra tax register number (NRT)',
    shapes: [/[ACDEFGLOPU][- ]?\d{6}[- ]?[A-Z]/u],
    check: andorranRanges,
    labels: 'nrt, número de registre tributari, registre tributari',
    values: ['U-547366-N', 'F429254Q'],
    wrong: ['L986473A'],
  }),
  ...entries({
    type: 'NATIONAL_ID:ES_NIE',
    name: 'Spain foreigner identity number (NIE)',
    shapes: [/[XYZ][- .]?\d{7}[- .]?[A-Z]/u],
    check: spanishDni,
    labels:
      'nie, n.i.e, número de identidad de extranjero, número de identificación de extranjero, tarjeta de extranjero, dni, nif',
    bare: 'medium',
    values: ['Z-1354042-Z', 'Y7488531K'],
    wrong: ['Y-8862510-F'],
  }),
  ...entries({
    type: 'COMPANY_ID:ES_CIF',
    name: 'Spain company tax number (CIF)',
    shapes: [/(?:ES[ -]?)?[ABCDEFGHJNPQRSUVW][- .]?\d{2}[. ]?\d{3}[. ]?\d{2}[- .]?[0-9A-J]/u],
    check: rule('Luhn, digit or letter', (value) => spanishCompany.holds(value.replace(/^ES/, ''))),
    labels: 'cif, c.i.f, nif, n.i.f, código de identificación fiscal, número de identificación fiscal, vat',
    bare: 'low',
    values: ['S-15.963.51-5', 'V26998153'],
    wrong: ['N-81.002.88-2'],
  }),
  ...entries({
    type: 'COMPANY_ID:ES_VAT',
    name: 'Spain VAT number of a person',
    shapes: [/ES[- ]?\d{8}[- ]?[A-Z]|ES[- ]?[XYZ]\d{7}[- ]?[A-Z]/u],
    check: part(spanishDni, 2),
    labels: 'nif, nif iva, nif intracomunitario, número de identificación fiscal, vat',
    bare: 'medium',
    values: ['ES-80186003-E', 'ESX9267477H'],
    wrong: ['ES-16638150-M'],
  }),
  ...entries({
    type: 'COMPANY_ID:ES_CAE',
    name: 'Spain activity and establishment code (CAE)',
    shapes: [/ES000\d{2}[A-Z][A-Z0-9]\d{3}[A-Z]/u],
    labels: 'cae, código de actividad y establecimiento, impuestos especiales, activity establishment',
    bare: 'medium',
    values: ['ES00044TJ627X', 'ES00082B5166D'],
    wrong: ['ES00044TJ627'],
  }),
  ...entries({
    type: 'COMPANY_ID:ES_CUPS',
    name: 'Spain meter point number (CUPS)',
    shapes: [/ES[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?[A-Z]{2}(?:[ -]?\d[FPCRXYZ])?/u],
    check: meterPoint,
    labels:
      'cups, código unificado de punto de suministro, código universal del punto de suministro, punto de suministro',
    bare: 'medium',
    values: ['ES-7045-9574-6424-8028-GT-7Y', 'ES6190103150154577GA3Y'],
    wrong: ['ES-3966-6474-3182-7199-FZ'],
  }),
  ...entries({
    type: 'COMPANY_ID:ES_CATASTRAL',
    name: 'Spain cadastral reference',
    shapes: [/\d{7} ?[A-Z]{2}\d{4}[A-Z] ?\d{4} ?[A-Z]{2}|\d{5}[A-Z]\d ?\d{7} ?\d{4} ?[A-Z]{2}/u],
    check: cadastre,
    labels: 'referencia catastral, ref. catastral, catastro, catastral',
    bare: 'medium',
    values: ['4977097 JT4340S 1324 KH', '6833474QT7029N7632PR'],
    wrong: ['39360P3 2389031 2482 DF'],
  }),
  ...entries({
    type: 'BANK_ACCOUNT:ES',
    name: 'Spain bank account number (CCC)',
    shapes: [/\d{4}[- ]?\d{4}[- ]?\d{2}[- ]?\d{10}/u],
    check: spanishAccount,
    labels:
      'ccc, código cuenta corriente, código cuenta cliente, cuenta corriente, cuenta bancaria, número de cuenta',
    values: ['7005-2396-78-1077491311', '58219364559558436345'],
    wrong: ['7748-8110-59-0661707175'],
  }),
  ...entries({
    type: 'NATIONAL_ID:PT_CC',
    name: 'Portugal citizen card number as it is printed',
    shapes: [/\d{8} ?\d ?[A-Z]{2} ?\d/u],
    check: portugueseCard,
    labels: 'cartão de cidadão, cartão cidadão, cc, número do documento, citizen card',
    bare: 'medium',
    values: ['22774635 2 RQ 3', '805683272MW4'],
    wrong: ['53778863 6 FR 6'],
  }),
  ...entries({
    type: 'NATIONAL_ID:PT_NISS',
    name: 'Portugal social security number (NISS)',
    shapes: [/[12]\d{2} ?\d{3} ?\d{3} ?\d{2}/u],
    check: portugueseSocial,
    labels:
      'niss, segurança social, número de identificação de segurança social, número de segurança social, nº segurança social',
    values: ['279 674 385 48', '25609143687'],
    wrong: ['105 326 865 70'],
  }),
  ...entries({
    type: 'COMPANY_ID:PT_NIPC',
    name: 'Portugal company number and VAT number (NIPC)',
    shapes: [/[1-9]\d{2} ?\d{3} ?\d{3}/u],
    prefix: 'PT',
    check: portugueseTax,
    labels: 'nipc, número de identificação de pessoa colectiva, número de pessoa coletiva, pessoa colectiva',
    values: ['873 163 842', '704007665'],
    wrong: ['686 596 529'],
  }),
];
