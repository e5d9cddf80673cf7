import { birthNumber, croatianOib, hungarianVat, nip, romanianCnp } from '../checks/eastern-europe.ts';
import { slovenianTax } from '../checks/southern-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { digitAt } from '../checks/arithmetic.ts';
import { lastDigit, numberAt, rule, to11Last, weightedSum } from './algorithms.ts';
import { entries } from './entry.ts';

/** Source: Český statistický úřad, "Identifikační číslo osoby". The Slovak number is the same. */
const companyNumber = lastDigit('mod 11', [8, 7, 6, 5, 4, 3, 2], to11Last);

/** Companies have eight digits; persons a birth number, or nine digits that begin with 6. */
const czechTax = rule('mod 11', (value) => {
  if (value.length === 8) return companyNumber.holds(value) && !value.startsWith('9');
  if (value.length === 9 && value.startsWith('6')) {
    const rest = weightedSum(value.slice(1), [8, 7, 6, 5, 4, 3, 2]) % 11;
    const digit = (((8 - ((10 - rest + 11) % 11)) % 10) + 10) % 10;
    return digit === digitAt(value, 8);
  }
  return birthNumber.holds(value);
});

const ACCOUNT_WEIGHTS = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
const isAccountPart = (digits: string): boolean =>
  weightedSum(digits.padStart(10, '0'), ACCOUNT_WEIGHTS) % 11 === 0 && /[1-9]/.test(digits);

/**
 * Prefix and number pass the same test. Where the dash stood is not told in the bare digits, so every split into a prefix of up to
 * six and a number of two to ten digits is tried. Source: ČNB, vyhláška 169/2011 Sb.
 */
const czechAccount = rule('mod 11', (value) => {
  const digits = value.slice(0, -4);
  if (digits.length <= 10 && isAccountPart(digits)) return true;
  for (let split = 1; split <= 6; split++) {
    const number = digits.slice(split);
    if (number.length < 2 || number.length > 10) continue;
    const before = digits.slice(0, split);
    if (isAccountPart(number) && (/^0*$/.test(before) || isAccountPart(before))) return true;
  }
  return false;
});

/** Codes of banks and credit unions. Source: ČNB, "Kódy platebního styku". */
const CZECH_BANKS =
  '0100|0300|0600|0710|0800|20[1267]0|2[12]00|22[257]0|2260|2600|2700|30[356]0|3500|4000|4300|5500|5800|6000|6[123]00|6210|6[78]00|79[1-9]0|80[346]0|8090|8[12]\\d\\d';

/** Ten times the sum, modulo 11, 10 counts as 0. Source: Codul fiscal, anexa la OMFP 262/2007. */
const romanianFiscal = rule('mod 11', (value) => {
  if (value.length === 13) return romanianCnp.holds(value);
  const digits = value.padStart(10, '0');
  const sum = weightedSum(digits, [7, 5, 3, 2, 1, 7, 5, 3, 2]);
  return value.length >= 2 && !value.startsWith('0') && ((sum * 10) % 11) % 10 === digitAt(digits, 9);
});

/** Source: AJPES, "Matična številka". The three places behind are the branch. */
const slovenianCompany = rule('mod 11', (value) => {
  const rest = weightedSum(value, [7, 6, 5, 4, 3, 2]) % 11;
  return rest !== 0 && (11 - rest) % 10 === digitAt(value, 6);
});

/** Numbers of Czechia, Slovakia, Hungary, Poland, Romania, Slovenia and Croatia beside those that Purview lists. */
export const centralEurope: readonly PatternType[] = [
  ...entries({
    type: 'COMPANY_ID:CZ_ICO',
    name: 'Czechia company number (IČO)',
    shapes: [/\d{3} ?\d{2} ?\d{3}/u],
    check: companyNumber,
    labels: 'ičo, ič, ico, identifikační číslo osoby, identifikační číslo, ič organizace, czech company',
    values: ['610 48 551', '89479785'],
    wrong: ['54256883'],
  }),
  ...entries({
    type: 'COMPANY_ID:CZ_DIC',
    name: 'Czechia VAT number (DIČ)',
    shapes: [/\d{8,10}/u],
    prefix: 'CZ',
    check: czechTax,
    labels: 'dič, dic, daňové identifikační číslo, plátce dph, czech vat',
    values: ['261404571', '5269500390'],
    wrong: ['734053325'],
  }),
  ...entries({
    type: 'BANK_ACCOUNT:CZ',
    name: 'Czechia bank account number',
    shapes: [new RegExp(`(?:\\d{1,6}-)?\\d{2,10}/(?:${CZECH_BANKS})`, 'u')],
    check: czechAccount,
    labels: 'číslo účtu, č.ú, účet, bankovní spojení, bankovní účet, č. účtu, czech bank account',
    values: ['1468/2700', '43-81646814/6800'],
    wrong: ['191-830/4000'],
  }),
  ...entries({
    type: 'COMPANY_ID:SK_ICO',
    name: 'Slovakia company number (IČO)',
    shapes: [/\d{2} ?\d{3} ?\d{3}/u],
    check: companyNumber,
    labels: 'ičo, ico, identifikačné číslo organizácie, identifikačné číslo, slovak organisation',
    values: ['63 539 152', '36581909'],
    wrong: ['74 905 613'],
  }),
  ...entries({
    type: 'COMPANY_ID:SK_DPH',
    name: 'Slovakia VAT number (IČ DPH)',
    shapes: [/[1-9]\d[2-47-9]\d{7}/u],
    prefix: 'SK',
    check: rule('divisible by 11', (value) => value.length === 10 && numberAt(value, 0, 10) % 11 === 0),
    labels: 'ič dph, ic dph, dič, daňové identifikačné číslo, identifikačné číslo pre daň, slovak vat',
    values: ['4545172676', '7284263899'],
    wrong: ['2799908895'],
  }),
  ...entries({
    type: 'COMPANY_ID:HU_ADOSZAM',
    name: 'Hungary tax number (adószám)',
    shapes: [/\d{8}-[1-5]-\d{2}/u],
    check: rule('mod 10', (value) => hungarianVat.holds(value.slice(0, 8))),
    labels: 'adószám, adoszam, közösségi adószám, anum, áfa, hungarian vat',
    values: ['40914749-4-84', '89896060-2-44'],
    wrong: ['83702519-4-27'],
  }),
  ...entries({
    type: 'COMPANY_ID:HU_VAT',
    name: 'Hungary VAT number (közösségi adószám)',
    shapes: [/\d{8}/u],
    prefix: 'HU',
    check: hungarianVat,
    labels: 'közösségi adószám, anum, adószám, hungarian vat',
    values: ['55082217', '82178837'],
    wrong: ['81789247'],
  }),
  ...entries({
    type: 'COMPANY_ID:PL_NIP',
    name: 'Poland VAT number (NIP)',
    shapes: [/\d{3}[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}|\d{3}[ -]\d{2}[ -]\d{2}[ -]\d{3}/u],
    prefix: 'PL',
    check: nip,
    labels: 'nip, nip ue, numer nip, numer identyfikacji podatkowej, nr nip, vat ue, vat eu',
    values: ['432-37-54-559', '196-16-92-548'],
    wrong: ['601-50-42-896'],
  }),
  ...entries({
    type: 'COMPANY_ID:PL_KRS',
    name: 'Poland court register number (KRS)',
    shapes: [/0000\d{6}/u],
    labels:
      'krs, nr krs, numer krs, krajowy rejestr sądowy, krajowego rejestru sądowego, rejestr przedsiębiorców',
    values: ['0000535191', '0000620000'],
    wrong: ['000053519'],
  }),
  ...entries({
    type: 'COMPANY_ID:RO_CUI',
    name: 'Romania company and VAT number (CUI, CIF)',
    shapes: [/[1-9]\d{4,9}/u],
    prefix: 'RO',
    check: romanianFiscal,
    labels: `cui, cif, c.u.i, c.i.f, cod fiscal, cod unic de înregistrare, codul unic de înregistrare, cod de identificare fiscală, cod de înregistrare,
      romanian company, romanian vat`,
    values: ['61610', '100930'],
    wrong: ['526101'],
  }),
  ...entries({
    type: 'COMPANY_ID:RO_ONRC',
    name: 'Romania trade register number (ONRC)',
    shapes: [
      /[CFJ](?:19|20)\d{8}(?:[0-3]\d|4[01]|5[12])\d/u,
      /[CFJ][ /-]?(?:[0-3]?\d|4[01]|5[12])[ /-]\d{1,5}[ /-](?:\d{2}\.\d{2}\.)?(?:19|20)\d{2}/u,
    ],
    labels:
      'onrc, registrul comerțului, registrul comerţului, nr. reg. com, nr ord reg com, ordine din registrul, trade register',
    bare: 'medium',
    values: ['J40/4711/2016', 'F12/853/2009'],
    wrong: ['J-40-3-202'],
  }),
  ...entries({
    type: 'COMPANY_ID:SI_MATICNA',
    name: 'Slovenia company registration number (matična številka)',
    shapes: [/[1-9]\d{6}(?: ?[0-9A-Z]\d{2})?/u],
    check: slovenianCompany,
    labels:
      'matična številka, matična številka poslovnega registra, matična št, poslovni register, ajpes, corporate registration number',
    values: ['8270970', '5900786U30'],
    wrong: ['2087356 F83'],
  }),
  ...entries({
    type: 'COMPANY_ID:SI_DDV',
    name: 'Slovenia VAT number (ID za DDV)',
    shapes: [/[1-9]\d{7}/u],
    prefix: 'SI',
    check: slovenianTax,
    labels: 'id za ddv, ddv, identifikacijska številka za ddv, davčna številka, slovenian vat',
    values: ['82400466', '16648471'],
    wrong: ['74641346'],
  }),
  ...entries({
    type: 'COMPANY_ID:HR_VAT',
    name: 'Croatia VAT number',
    shapes: [/\d{11}/u],
    prefix: 'HR',
    check: croatianOib,
    labels: 'pdv, pdv id, pdv broj, porezni broj, croatian vat',
    values: ['80469146215', '67035540041'],
    wrong: ['32599312648'],
  }),
];
