import type { PatternType } from '../pattern-type.ts';
import { digitAt } from '../checks/arithmetic.ts';
import {
  isDay,
  lastDigit,
  mod97,
  numberAt,
  part,
  rule,
  to10,
  to11,
  weightedSum,
  unitAt,
} from './algorithms.ts';
import { entries } from './entry.ts';

/** A letter for the weighted sum modulo 17. Source: Bundesministerium für Justiz (AT), Firmenbuch, Prüfzeichen. */
const firmenbuch = rule('mod 17', (value) => {
  const letter = value.at(-1) ?? '';
  const digits = value.slice(value.startsWith('FN') ? 2 : 0, -1).padStart(6, '0');
  return unitAt('ABDFGHIKMPSTVWXYZ', weightedSum(digits, [6, 4, 14, 15, 10, 1]) % 17) === letter;
});

/** The digits of the products, summed. */
const crossSum = (digits: string, weights: readonly number[]): number => {
  let sum = 0;
  for (const [at, weight] of weights.entries()) {
    const product = digitAt(digits, at) * weight;
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum;
};

/** Area, date of birth, initial, serial, check digit. Source: Deutsche Rentenversicherung, VKVV § 2. */
const pensionNumber = rule('cross sum mod 10', (value) => {
  const area = numberAt(value, 0, 2);
  const day = numberAt(value, 2, 2);
  const month = numberAt(value, 4, 2);
  if (!(area >= 2 && area <= 89) || !isDay(2000, month, day % 50 || day)) return false;
  const digits = value.slice(0, 8) + lettersAsNumbers2(value.charAt(8)) + value.slice(9);
  return crossSum(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 === digitAt(digits, 12);
});

/** A is 01 to Z is 26. */
const lettersAsNumbers2 = (letter: string): string => String(letter.charCodeAt(0) - 64).padStart(2, '0');

/** The letter as two digits, then weights 1 and 2 in turn. Source: GKV-Spitzenverband, Krankenversichertennummer, § 290 SGB V. */
const healthNumber = rule('cross sum mod 10', (value) => {
  const digits = lettersAsNumbers2(value.charAt(0)) + value.slice(1);
  return crossSum(digits, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 === digitAt(digits, 10);
});

/** First seven of nine digits. Source: KBV, Richtlinie zur Arzt- und Betriebsstättennummer, § 3. */
const doctorNumber = part(lastDigit('weights mod 10', [4, 9, 4, 9, 4, 9], to10), 0, 7);

const swissNumber = lastDigit('mod 11', [5, 4, 3, 2, 7, 6, 5, 4], to11);

/** Numbers of Germany, Austria, Switzerland and Liechtenstein beside those that Purview lists. */
export const germanSpeaking: readonly PatternType[] = [
  ...entries({
    type: 'COMPANY_ID:AT_FN',
    name: 'Austria company register number (Firmenbuchnummer)',
    shapes: [/\d{5,6} ?[ABDFGHIKMPSTVWXYZ]/u],
    prefix: 'FN',
    check: firmenbuch,
    labels: 'fn, firmenbuchnummer, firmenbuch, fb nr, fn nr',
    values: ['90836 H', '753855K'],
    wrong: ['927206 X'],
  }),
  ...entries({
    type: 'COMPANY_ID:CH_UID',
    name: 'Switzerland business identifier (UID)',
    shapes: [/CHE[- ]?\d{3}[. ]?\d{3}[. ]?\d{3}/u],
    check: part(swissNumber, 3),
    labels:
      'uid, ide, idi, unternehmens identifikationsnummer, numéro d’identification des entreprises, handelsregister',
    bare: 'medium',
    values: ['CHE-197.548.785', 'CHE316275343'],
    wrong: ['CHE-752.916.398'],
  }),
  ...entries({
    type: 'COMPANY_ID:CH_VAT',
    name: 'Switzerland VAT number',
    shapes: [/CHE[- ]?\d{3}[. ]?\d{3}[. ]?\d{3} ?(?:MWST|TVA|IVA|TPV|VAT)/u],
    check: part(swissNumber, 3, 12),
    labels: 'mwst, mwst nr, mehrwertsteuernummer, tva, iva, tpv, vat',
    bare: 'medium',
    values: ['CHE-135.641.973 MWST', 'CHE487535593TPV'],
    wrong: ['CHE-554.255.075 TVA'],
  }),
  ...entries({
    type: 'NATIONAL_ID:DE_STNR',
    name: 'Germany tax number (Steuernummer)',
    shapes: [/\d{2,3}[ /]?\d{3}[ /]?\d{4,5}/u, /\d{3}[ /]?\d{4}[ /]?\d{4}/u, /[1-59]\d{3}0\d{8}/u],
    labels: `steuernummer, st.-nr, stnr, steuer nr, steuernr, st nr, einkommensteuernummer, finanzamt, steuerliche nummer`,
    values: ['775 6705 3890', '32830723893'],
    wrong: ['775 6705 389'],
  }),
  ...entries({
    type: 'NATIONAL_ID:DE_SVNR',
    name: 'Germany pension insurance number (Rentenversicherungsnummer)',
    shapes: [/\d{2} ?\d{6} ?[A-Z] ?\d{3}/u],
    check: pensionNumber,
    labels: `rentenversicherungsnummer, versicherungsnummer, sozialversicherungsnummer, rvnr, svnr, sv nummer, sv nr, rv nummer, rv nr, vsnr,
      sozialversicherungsausweis, rentenversicherung`,
    bare: 'medium',
    values: ['74 790423 P 661', '20570526M332'],
    wrong: ['00 602205 T 224'],
  }),
  ...entries({
    type: 'NATIONAL_ID:DE_KVNR',
    name: 'Germany health insurance number (Krankenversichertennummer)',
    shapes: [/[A-Z]\d{3} ?\d{3} ?\d{3}/u],
    check: healthNumber,
    labels: `krankenversichertennummer, krankenversicherungsnummer, versichertennummer, kvnr, kv nummer, kv nr, versicherten nr, gesundheitskarte,
      egk, egk nummer, krankenkasse, krankenversicherung`,
    bare: 'low',
    values: ['P443 696 562', 'H189661207'],
    wrong: ['E640 484 939'],
  }),
  ...entries({
    type: 'NATIONAL_ID:DE_LANR',
    name: 'Germany lifelong doctor number (LANR)',
    shapes: [/\d{9}/u],
    check: doctorNumber,
    labels: 'lanr, arztnummer, lebenslange arztnummer, arzt nr, vertragsarztnummer',
    values: ['299298975', '252551500'],
    wrong: ['952597662'],
  }),
  ...entries({
    type: 'COMPANY_ID:DE_BSNR',
    name: 'Germany practice number (Betriebsstättennummer)',
    shapes: [/\d{9}/u],
    labels: 'bsnr, betriebsstättennummer, betriebsstätte, nbsnr, betriebsstätten nr',
    close: true,
    values: ['790119675', '341458741'],
    wrong: ['79011967'],
  }),
  ...entries({
    type: 'COMPANY_ID:DE_HR',
    name: 'Germany commercial register number (Handelsregisternummer)',
    shapes: [/(?:HRA|HRB|GnR|GsR|VR|PR)[ -]?\d{2,6}(?: [A-Z]{1,2})?/u],
    exactCase: true,
    labels: `handelsregister, handelsregisternummer, registergericht, amtsgericht, hr nummer, registernummer, vereinsregister, genossenschaftsregister,
      commercial register`,
    values: ['GsR-3863 I', 'GsR47'],
    wrong: ['sR-3863 I'],
  }),
  ...entries({
    type: 'COMPANY_ID:DE_HR',
    name: 'Germany commercial register number with its court',
    shapes: [/HR[AB][ -]?\d{3,6}(?: [A-Z]{1,2})?/u],
    exactCase: true,
    labels: 'handelsregister, handelsregisternummer, registergericht, amtsgericht',
    bare: 'medium',
    values: ['HRB-415179', 'HRB513'],
    wrong: ['HRB-4151797'],
  }),
  ...entries({
    type: 'COMPANY_ID:DE_LEITWEG',
    name: 'Germany routing number for electronic invoices (Leitweg-ID)',
    shapes: [/\d{2,12}-(?:[0-9A-Z]{1,30}-)?\d{2}/u],
    check: mod97(1),
    labels: 'leitweg id, leitweg, leitwegid, buyer reference, rechnungseingang',
    values: ['112735598-XSVQVLC2ZEET389PT4D1M2KF0-48', '841833-WNK7R5DRL5QU-31'],
    wrong: ['63-75'],
  }),
  ...entries({
    type: 'COMPANY_ID:DE_WIDNR',
    name: 'Germany business identification number (W-IdNr.)',
    shapes: [/DE\d{9}-\d{5}/u],
    labels: 'w idnr, widnr, wirtschafts identifikationsnummer, wirtschafts id',
    bare: 'low',
    values: ['DE734004885-10181', 'DE859829583-39241'],
    wrong: ['DE734004885-1018'],
  }),
  ...entries({
    type: 'NATIONAL_ID:LI_PEID',
    name: 'Liechtenstein tax code (PEID)',
    shapes: [/\d{4,12}/u],
    labels: 'peid, peid nummer, pe id, personenidentifikationsnummer',
    close: true,
    values: ['941311', '921845063708'],
    wrong: ['9218450637087'],
  }),
];
