import type { PatternType } from '../pattern-type.ts';
import {
  every,
  isDay,
  lastDigit,
  LUHN,
  numberAt,
  part,
  rule,
  symbolSum,
  to10,
  to11,
  to11Last,
  unitAt,
} from './algorithms.ts';
import { entries } from './entry.ts';

/** Campuses of the IRS that give out numbers. Source: IRS, "How EINs are assigned and valid EIN prefixes". */
const EIN_PREFIX = '(?:0[1-6]|1[0-6]|2[0-7]|3[0-9]|4[0-8]|5[0-9]|6[0-8]|7[1-7]|8[0-8]|9[0-5]|98|99)';

/** Luhn over the number with 80840 in front. Source: CMS, "NPI check digit". */
const provider = rule('Luhn', (value) => LUHN.holds(`80840${value}`));

const RFC_ALPHABET = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';

const mexicanDate = rule('a date', (value) => {
  const at = /\d/.exec(value)?.index ?? 0;
  return isDay(numberAt(value, at, 2), numberAt(value, at + 2, 2), numberAt(value, at + 4, 2));
});

/**
 * Weights 13 to 2 modulo 11; companies have a space in front. Not all numbers in use follow it, so a number with its label
 * needs a date only. Source: SAT, "Algoritmo para generar el RFC".
 */
const mexicanTax = rule('mod 11', (value) => {
  const body = value.slice(0, -1).padStart(12, ' ');
  const rest = symbolSum(body, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2], RFC_ALPHABET) % 11;
  return unitAt('0A987654321', rest) === value.at(-1);
});

/** Each product modulo 10, weights 3, 7, 1 in turn. Source: Asociación de Bancos de México, CLABE. */
const clabe = lastDigit('weights 3 7 1 mod 10', [3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7], to10);

/** Numbers of the United States, Canada and Mexico beside those that Purview lists. */
export const northAmerica: readonly PatternType[] = [
  ...entries({
    type: 'COMPANY_ID:US_EIN',
    name: 'United States employer identification number (EIN)',
    shapes: [new RegExp(`${EIN_PREFIX}[- ]?\\d{7}`, 'u')],
    labels: `ein, fein, employer identification number, employer id, federal tax id, federal tax identification number, federal ein, tax id, tax identification number, tin,
      taxpayer identification number`,
    values: ['54-4016305', '832878081'],
    wrong: ['54-401630'],
  }),
  ...entries({
    type: 'NATIONAL_ID:US_ATIN',
    name: 'United States adoption taxpayer identification number (ATIN)',
    shapes: [/9\d{2}-?93-?\d{4}/u],
    labels: 'atin, adoption taxpayer identification number, adoption taxpayer, tax id, tin',
    values: ['997-93-8946', '943935974'],
    wrong: ['997-93-894'],
  }),
  ...entries({
    type: 'NATIONAL_ID:US_PTIN',
    name: 'United States preparer tax identification number (PTIN)',
    shapes: [/P\d{8}/u],
    labels: 'ptin, preparer tax identification number, paid preparer, tax preparer',
    values: ['P68892453', 'P64814716'],
    wrong: ['P6889245'],
  }),
  ...entries({
    type: 'NATIONAL_ID:US_NPI',
    name: 'United States national provider identifier (NPI)',
    shapes: [/[12]\d{9}/u],
    check: provider,
    labels: 'npi, national provider identifier, provider number, npi number, provider id',
    values: ['2559660347', '2420948608'],
    wrong: ['1901379070'],
  }),
  ...entries({
    type: 'NATIONAL_ID:US_MBI',
    name: 'United States Medicare beneficiary identifier with its dashes (MBI)',
    // Letters without S, L, O, I, B, Z, at fixed places. Source: CMS, "Understanding the MBI format".
    shapes: [
      /[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-[AC-HJKMNP-RT-Y]{2}\d{2}/u,
    ],
    labels: 'mbi, medicare, medicare id, medicare number, medicare beneficiary identifier',
    bare: 'low',
    values: ['1WN1-DP0-VQ10', '2D53-K39-QD54'],
    wrong: ['1WN1-DP0-VQ1'],
  }),
  ...entries({
    type: 'COMPANY_ID:CA_BN',
    name: 'Canada business number (BN)',
    shapes: [/\d{5} ?\d{4}/u],
    check: LUHN,
    labels: 'bn, business number, canadian business number, gst, hst, gst number, cra business number',
    values: ['67305 1363', '686691973'],
    wrong: ['643253239'],
  }),
  ...entries({
    type: 'COMPANY_ID:CA_BN',
    name: 'Canada business number with a program account',
    shapes: [/\d{5} ?\d{4} ?R[CMPRTZ] ?\d{4}/u],
    check: part(LUHN, 0, 9),
    labels: 'bn, business number, gst, hst, gst number, payroll account',
    bare: 'medium',
    values: ['28118 1560 RZ 3802', '855864674RZ0638'],
    wrong: ['63596 5404 RC 8920'],
  }),
  ...entries({
    type: 'COMPANY_ID:CA_QST',
    name: 'Québec sales tax number (QST)',
    shapes: [/\d{10} ?TQ ?\d{4}/u],
    check: part(lastDigit('mod 11', [4, 3, 2, 7, 6, 5, 4, 3, 2], to11Last), 0, 10),
    labels: 'qst, tvq, qst number, numéro de tvq, revenu québec',
    bare: 'medium',
    values: ['4351106536 TQ 9415', '5478792206TQ3858'],
    wrong: ['2346958139 TQ 9140'],
  }),
  ...entries({
    type: 'NATIONAL_ID:CA_BC_PHN',
    name: 'British Columbia personal health number (PHN)',
    shapes: [/9\d{3}[ -]?\d{3}[ -]?\d{3}/u],
    check: part(lastDigit('mod 11', [2, 4, 8, 5, 10, 9, 7, 3], to11), 1),
    labels: 'phn, personal health number, bc services card, care card, msp',
    values: ['9346-988-688', '9733935117'],
    wrong: ['9556-420-268'],
  }),
  ...entries({
    type: 'NATIONAL_ID:MX_RFC',
    name: 'Mexico tax number of a person (RFC)',
    shapes: [/[A-ZÑ][AEIOUX][A-ZÑ&]{2}[- ]?\d{2}[01]\d[0-3]\d[- ]?[0-9A-Z]{2}[0-9A]/u],
    check: every(mexicanDate, mexicanTax),
    labels: 'rfc, registro federal de contribuyentes, r.f.c, clave del rfc',
    bare: 'medium',
    values: ['CULQ-490215-EH4', 'IIEI410709Q70'],
    wrong: ['FEYB220008JO2'],
  }),
  ...entries({
    type: 'NATIONAL_ID:MX_RFC',
    name: 'Mexico tax number of a person, check digit not looked at (RFC)',
    shapes: [/[A-ZÑ][AEIOUX][A-ZÑ&]{2}[- ]?\d{2}[01]\d[0-3]\d(?:[- ]?[0-9A-Z]{3})?/u],
    check: mexicanDate,
    labels: 'rfc, registro federal de contribuyentes, r.f.c, clave del rfc',
    bare: 'low',
    values: ['XAÑW-070321-ZQZ', 'ZAHN3802173WH'],
    wrong: ['VARW-441729'],
  }),
  ...entries({
    type: 'COMPANY_ID:MX_RFC',
    name: 'Mexico tax number of a company (RFC)',
    shapes: [/[A-ZÑ][A-ZÑ&]{2}[- ]?\d{2}[01]\d[0-3]\d[- ]?[0-9A-Z]{2}[0-9A]/u],
    check: every(mexicanDate, mexicanTax),
    labels: 'rfc, registro federal de contribuyentes, r.f.c, clave del rfc',
    bare: 'medium',
    values: ['NGI-600207-HL9', 'FLG110521QS2'],
    wrong: ['ILD-490008-255'],
  }),
  ...entries({
    type: 'COMPANY_ID:MX_RFC',
    name: 'Mexico tax number of a company, check digit not looked at (RFC)',
    shapes: [/[A-ZÑ][A-ZÑ&]{2}[- ]?\d{2}[01]\d[0-3]\d[- ]?[0-9A-Z]{2}[0-9A]/u],
    check: mexicanDate,
    labels: 'rfc, registro federal de contribuyentes, r.f.c, clave del rfc',
    values: ['RVÑ-660307-A22', 'NAÑ261015SB3'],
    wrong: ['ATU-650137-ZA8'],
  }),
  ...entries({
    type: 'BANK_ACCOUNT:MX',
    name: 'Mexico standard bank account number (CLABE)',
    shapes: [/\d{3} ?\d{3} ?\d{11} ?\d/u],
    check: clabe,
    labels: 'clabe, clabe interbancaria, cuenta clabe, clave bancaria estandarizada, cuenta bancaria',
    values: ['124 703 35801624366 3', '345419442278691728'],
    wrong: ['987 723 90258940682 4'],
  }),
  ...entries({
    type: 'NATIONAL_ID:MX_NSS',
    name: 'Mexico social security number (NSS)',
    shapes: [/\d{2}[- ]?\d{2}[- ]?\d{2}[- ]?\d{4}[- ]?\d/u],
    check: LUHN,
    labels: 'nss, imss, número de seguridad social, número de seguro social, seguro social',
    values: ['84-85-24-0877-6', '68783551739'],
    wrong: ['13-50-88-9853-2'],
  }),
];
