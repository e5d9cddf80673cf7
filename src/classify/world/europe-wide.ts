import type { PatternType } from '../pattern-type.ts';
import { lettersAsNumbers, mod97, rule, symbolSum, unitAt } from './algorithms.ts';
import { entries } from './entry.ts';

const ALPHABET_37 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-';
const WEIGHTS_16 = [16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

/** Weights 16 to 2 modulo 37. Source: ENTSO-E, EIC reference manual, annex 1. */
const energyCode = rule('mod 37', (value) => {
  const rest = (symbolSum(value, WEIGHTS_16, ALPHABET_37) - 1) % 37;
  return unitAt(ALPHABET_37, 36 - rest) === value.charAt(15);
});

/** ISO 3166 numbers of the member states, with which these numbers begin. Source: Council Implementing Regulation (EU) 2020/194. */
const MEMBER_STATES =
  '(?:040|056|100|191|196|203|208|233|246|250|276|300|348|372|380|428|440|442|470|528|616|620|642|703|705|724|752)';

/** The business code (places 5 to 7) does not count. Source: EPC262-08, "Creditor identifier overview". */
const creditor = rule('ISO 7064 mod 97-10', (value) =>
  mod97(1).holds(value.slice(7) + lettersAsNumbers(value.slice(0, 2)) + value.slice(2, 4)),
);

/** Numbers that are alike in all of Europe or all of the world. */
export const europeWide: readonly PatternType[] = [
  ...entries({
    type: 'COMPANY_ID:EU_OSS',
    name: 'EU one stop shop VAT number (OSS, IOSS)',
    shapes: [new RegExp(`EU ?${MEMBER_STATES}\\d{6}`, 'u')],
    labels: 'oss, one stop shop, moss, union scheme, vat on e commerce',
    bare: 'medium',
    values: ['EU 705615267', 'EU196203727'],
    wrong: ['EU 70561526'],
  }),
  ...entries({
    type: 'COMPANY_ID:EU_OSS',
    name: 'EU import one stop shop VAT number (IOSS)',
    shapes: [new RegExp(`IM ?${MEMBER_STATES}\\d{7}`, 'u')],
    labels: 'ioss, import one stop shop, ioss number, ioss nummer, numéro ioss, oss',
    bare: 'medium',
    values: ['IM 0400645958', 'IM7058382535'],
    wrong: ['IM 040064595'],
  }),
  ...entries({
    type: 'COMPANY_ID:EU_EIC',
    name: 'European energy identification code (EIC)',
    shapes: [/\d{2}[XYZTWVAN][0-9A-Z]{13}/u],
    check: energyCode,
    labels: 'eic, eic code, energy identification code, entso e',
    bare: 'medium',
    values: ['68W1AFKPOVKQJCOE', '56WTOK8J3VVIGYL0'],
    wrong: ['77Y63QUWQXVWW0VN'],
  }),
  // Dashes fill a short name; they are gone when the check character is computed, so these are taken with their label only.
  ...entries({
    type: 'COMPANY_ID:EU_EIC',
    name: 'European energy identification code with dashes (EIC)',
    shapes: [/\d{2}[XYZTWVAN][0-9A-Z-]{1,10}-[0-9A-Z-]{1,10}[0-9A-Z]/u],
    labels: 'eic, eic code, energy identification code, entso e',
    values: ['69W86B-GQ509EF', '47TNQ-OI69ED5-6L9A'],
    wrong: ['9W86B-GQ509EF'],
  }),
  ...entries({
    type: 'COMPANY_ID:EU_SEPA_CREDITOR',
    name: 'SEPA creditor identifier (AT-02)',
    shapes: [/[A-Z]{2}\d{2}ZZZ[0-9A-Z]{5,28}/u, /[A-Z]{2}\d{2}[0-9A-Z]{3}[0-9A-Z]{8,28}/u],
    check: creditor,
    labels: `creditor identifier, creditor id, identifier of the creditor, sepa creditor, gläubiger id, gläubiger identifikationsnummer, gläubigeridentifikationsnummer,
      identifiant créancier sepa, ics, identificador del acreedor, incassant id, identificativo creditore, sci`,
    values: ['JH2360ZF5VO5GGW885FCY', 'SC40ZZZSGD8Q'],
    wrong: ['ZU00ZZZIEFBJWDB90EWML7K'],
  }),
  ...entries({
    type: 'COMPANY_ID:EU_SEPA_CREDITOR',
    name: 'SEPA creditor identifier with the usual business code',
    shapes: [/[A-Z]{2}\d{2}ZZZ[0-9A-Z]{8,28}/u],
    check: creditor,
    labels: 'creditor identifier, creditor id, gläubiger id, identifiant créancier, sepa',
    bare: 'medium',
    values: ['BY41ZZZSBDOWNW651NCGLP70S5WP0', 'BX03ZZZWMNWPORZO'],
    wrong: ['BX29ZZZK95EPO4H1ZUGXUT'],
  }),
  ...entries({
    type: 'COMPANY_ID:EU_EXCISE',
    name: 'EU excise number (SEED)',
    shapes: [
      /(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)(?=[A-Z0-9]{0,10}\d)[0-9A-Z]{11}/u,
    ],
    labels: `excise number, excise no, seed number, european excise number, verbrauchsteuernummer, numéro d'accise, accijnsnummer, codice accisa`,
    values: ['EE4QADOTYE7JX', 'BE76JFJXXMWW1'],
    wrong: ['EE4QADOTYE7J'],
  }),
];
