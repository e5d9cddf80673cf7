import type { PatternType } from '../pattern-type.ts';
import { digitAt } from '../checks/arithmetic.ts';
import {
  every,
  isDay,
  lastDigit,
  LUHN,
  numberAt,
  part,
  rule,
  sumLeaves,
  to10,
  to11,
  twoRounds,
} from './algorithms.ts';
import { entries } from './entry.ts';

/** Day, month, year; companies have 40 added to the day. Source: Þjóðskrá, "Um kennitölur". */
const icelandic = every(
  sumLeaves('weights mod 11', [3, 2, 7, 6, 5, 4, 3, 2, 1, 0], 11),
  rule('a date', (value) => isDay(2000, numberAt(value, 2, 2), numberAt(value, 0, 2) % 40)),
  rule('a century', (value) => /[890]$/.test(value)),
);

const norwegianCompany = sumLeaves('weights mod 11', [3, 2, 7, 6, 5, 4, 3, 2, 1], 11);

/** Legal persons begin with 2 or more in the third place, so that they are no dates. Source: Skatteverket, SKV 709. */
const swedishCompany = every(
  LUHN,
  rule('no date', (value) => digitAt(value, 2) >= 2),
);

/** The day of birth has 60 added. Source: Skatteverket, "Samordningsnummer". */
const coordination = rule('Luhn', (value) => {
  const ten = value.slice(-10);
  return LUHN.holds(ten) && isDay(2000, numberAt(ten, 2, 2), numberAt(ten, 4, 2) - 60);
});

/** Two rounds of weights, as in the personal codes of the Baltic states. */
const rounds = (digits: number): ReturnType<typeof twoRounds> =>
  twoRounds(
    'two rounds mod 11',
    Array.from({ length: digits }, (_, at) => (at % 9) + 1),
    Array.from({ length: digits }, (_, at) => ((at + 2) % 9) + 1),
  );

const lithuanianVat = rule('two rounds mod 11', (value) => {
  const companies = value.length === 9 && value.charAt(7) === '1';
  const groups = value.length === 12 && value.charAt(10) === '1';
  return (companies || groups) && rounds(value.length - 1).holds(value);
});

/** Legal persons only: the first digit is 4 or more. Source: Valsts ieņēmumu dienests. */
const latvianVat = every(
  rule('legal person', (value) => digitAt(value, 0) >= 4),
  sumLeaves('weights mod 11', [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1], 11, 3),
);

/** Numbers of the Nordic and Baltic countries beside those that Purview lists. */
export const nordicBaltic: readonly PatternType[] = [
  ...entries({
    type: 'COMPANY_ID:DK_CVR',
    name: 'Denmark company and VAT number (CVR)',
    shapes: [/[1-9]\d ?\d{2} ?\d{2} ?\d{2}/u],
    prefix: 'DK',
    check: sumLeaves('weights mod 11', [2, 7, 6, 5, 4, 3, 2, 1], 11),
    labels:
      'cvr, cvr nr, cvr nummer, se nr, se nummer, momsnummer, momsregistreringsnummer, virksomhedsnummer',
    values: ['75 08 39 20', '91951061'],
    wrong: ['61118159'],
  }),
  ...entries({
    type: 'COMPANY_ID:FI_YTUNNUS',
    name: 'Finland business identifier (Y-tunnus)',
    shapes: [/\d{6,7}-\d/u],
    check: rule('weights mod 11', (value) =>
      sumLeaves('', [7, 9, 10, 5, 8, 4, 2, 1], 11).holds(value.padStart(8, '0')),
    ),
    labels:
      'y tunnus, ly tunnus, fo nummer, yritys ja yhteisötunnus, yritystunnus, företags och organisationsnummer, business id',
    values: ['825847-9', '2064646-6'],
    wrong: ['9211943-3'],
  }),
  ...entries({
    type: 'COMPANY_ID:FI_ALV',
    name: 'Finland VAT number (ALV)',
    shapes: [/\d{8}/u],
    prefix: 'FI',
    check: sumLeaves('weights mod 11', [7, 9, 10, 5, 8, 4, 2, 1], 11),
    labels:
      'alv, alv nro, alv numero, arvonlisäveronumero, mervärdesskattenummer, momsregistreringsnummer, momsnummer',
    values: ['29664089', '46969669'],
    wrong: ['22511196'],
  }),
  ...entries({
    type: 'NATIONAL_ID:FI_VERONUMERO',
    name: 'Finland individual tax number (veronumero)',
    shapes: [/\d{4} ?\d{4} ?\d{4}/u],
    labels: 'veronumero, skattenummer, finnish individual tax number',
    close: true,
    values: ['9416 6340 2977', '216920081443'],
    wrong: ['9416 6340 297'],
  }),
  ...entries({
    type: 'COMPANY_ID:FO_VN',
    name: 'Faroe Islands tax number (V-number)',
    shapes: [/(?:FO ?)?\d{3}[ -]?\d{3}/u],
    labels: 'v tal, vtal, v number, vinnutal, v nummer, faroe islands tax number',
    close: true,
    values: ['FO 117-691', '835168'],
    wrong: ['FO 117-69'],
  }),
  ...entries({
    type: 'NATIONAL_ID:IS_KENNITALA',
    name: 'Iceland identity number (kennitala)',
    shapes: [/[0-7]\d[01]\d{3}[- ]?\d{4}/u],
    check: icelandic,
    labels: 'kennitala, kt, kennitölu, kennitalan, icelandic id',
    values: ['470519-2588', '2107359418'],
    wrong: ['540157-1517'],
  }),
  ...entries({
    type: 'COMPANY_ID:IS_VSK',
    name: 'Iceland VAT number (VSK)',
    shapes: [/(?:IS ?)?\d{5,6}/u],
    labels: 'vsk, vsk nr, vsk númer, virðisaukaskattsnúmer, icelandic vat number, iceland vat number',
    close: true,
    values: ['IS 28202', '66132'],
    wrong: ['IS 2820'],
  }),
  ...entries({
    type: 'COMPANY_ID:NO_ORGNR',
    name: 'Norway organisation number',
    shapes: [/[89]\d{2}[ .]?\d{3}[ .]?\d{3}/u],
    check: norwegianCompany,
    labels:
      'orgnr, org nr, organisasjonsnummer, organisasjonsnr, foretaksnummer, brønnøysund, foretaksregisteret',
    values: ['952 645 994', '826396997'],
    wrong: ['839822177'],
  }),
  ...entries({
    type: 'COMPANY_ID:NO_MVA',
    name: 'Norway VAT number (MVA)',
    shapes: [/(?:NO ?)?[89]\d{2}[ .]?\d{3}[ .]?\d{3} ?MVA/u],
    check: rule('weights mod 11', (value) => norwegianCompany.holds(value.replace(/^NO/, '').slice(0, 9))),
    labels: 'mva, merverdiavgift, orgnr, organisasjonsnummer, mva nr, vat',
    bare: 'medium',
    values: ['969 895 714 MVA', 'NO820197445MVA'],
    wrong: ['NO 854 909 804 MVA'],
  }),
  ...entries({
    type: 'BANK_ACCOUNT:NO',
    name: 'Norway bank account number',
    shapes: [/\d{4}[ .]?\d{2}[ .]?\d{5}/u],
    check: lastDigit('weights mod 11', [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], to11),
    labels: 'konto nr, kontonr, kontonummer, konto, bankkonto, norsk kontonummer',
    values: ['8571 22 64786', '46081971013'],
    wrong: ['7232 45 69068'],
  }),
  ...entries({
    type: 'COMPANY_ID:SE_ORG',
    name: 'Sweden organisation number',
    shapes: [/[1-9]\d[2-9]\d{3}[- ]?\d{4}/u],
    check: swedishCompany,
    labels: 'orgnr, org nr, organisationsnummer, organisationsnr, org.nr, bolagsverket',
    values: ['173067-4064', '5250121166'],
    wrong: ['295667-6740'],
  }),
  ...entries({
    type: 'COMPANY_ID:SE_VAT',
    name: 'Sweden VAT number',
    shapes: [/SE[ -]?\d{6}[- ]?\d{4}[ -]?01/u],
    check: part(LUHN, 2, 12),
    labels: 'vat nr, momsnr, momsregistreringsnummer, moms, vat, registreringsnummer för mervärdesskatt',
    bare: 'medium',
    values: ['SE-866192-4327-01', 'SE533169359701'],
    wrong: ['SE-767865-3961-01'],
  }),
  ...entries({
    type: 'NATIONAL_ID:SE_SAMORDNING',
    name: 'Sweden coordination number (samordningsnummer)',
    shapes: [/(?:19|20)?\d{2}[01]\d[6-9]\d[- +]?\d{4}/u],
    check: coordination,
    labels: 'samordningsnummer, samordningsnr, personnummer, coordination number',
    values: ['151083-5273', '6206706787'],
    wrong: ['751399-5536'],
  }),
  ...entries({
    type: 'COMPANY_ID:EE_KMKR',
    name: 'Estonia VAT number (KMKR)',
    shapes: [/\d{9}/u],
    prefix: 'EE',
    check: lastDigit('weights 3 7 1 mod 10', [3, 7, 1, 3, 7, 1, 3, 7], to10),
    labels: 'kmkr, kmkr nr, käibemaksukohustuslase number, käibemaksukohustuslase, estonian vat',
    values: ['843218758', '154755696'],
    wrong: ['328814133'],
  }),
  ...entries({
    type: 'COMPANY_ID:EE_REGISTRIKOOD',
    name: 'Estonia organisation registration code',
    shapes: [/[1789]\d{7}/u],
    check: rounds(7),
    labels: 'registrikood, registrikoodi, reg kood, äriregister, äriregistri kood, reg nr',
    values: ['82628645', '90743704'],
    wrong: ['96539606'],
  }),
  ...entries({
    type: 'COMPANY_ID:LT_PVM',
    name: 'Lithuania VAT number (PVM)',
    shapes: [/\d{9}|\d{12}/u],
    prefix: 'LT',
    check: lithuanianVat,
    labels: 'pvm, pvm kodas, pvm mokėtojo kodas, pridėtinės vertės mokestis, lithuanian vat',
    values: ['653086248415', '551608533012'],
    wrong: ['499296865'],
  }),
  ...entries({
    type: 'COMPANY_ID:LT_IMONES',
    name: 'Lithuania company code',
    shapes: [/[1-3]\d{8}/u],
    check: rounds(8),
    labels: 'įmonės kodas, juridinio asmens kodas, į.k, im kodas',
    values: ['306942275', '205493606'],
    wrong: ['259679242'],
  }),
  ...entries({
    type: 'COMPANY_ID:LV_PVN',
    name: 'Latvia VAT and company number (PVN)',
    shapes: [/[4-9]\d{3} ?\d{4} ?\d{3}/u],
    prefix: 'LV',
    check: latvianVat,
    labels: `pvn, pvn nr, pvn numurs, pievienotās vērtības nodokļa, reģistrācijas numurs, reģistrācijas nr, vienotais reģistrācijas numurs, latvian vat`,
    values: ['8213 3470 431', '79506704976'],
    wrong: ['4423 2188 511'],
  }),
];
