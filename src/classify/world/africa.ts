import type { PatternType } from '../pattern-type.ts';
import {
  every,
  isDay,
  LUHN,
  mod97,
  numberAt,
  rule,
  sixDigitDate,
  symbolSum,
  weightedSum,
  unitAt,
} from './algorithms.ts';
import { entries } from './entry.ts';

const ALPHABET_36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Weights 14 to 2 modulo 17. Source: Mauritius, Civil Status Division, national identity card. */
const mauritian = every(
  sixDigitDate('dmy', 1),
  rule('mod 17', (value) => {
    const sum = symbolSum(value, [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2], ALPHABET_36);
    return unitAt(ALPHABET_36, (17 - (sum % 17)) % 17) === value.charAt(13);
  }),
);

/** Weights 1 to 9 over the digits behind the letter; X is 10. Source: Ghana Revenue Authority. */
const ghanaian = rule(
  'mod 11',
  (value) =>
    unitAt('0123456789X', weightedSum(value, [1, 2, 3, 4, 5, 6, 7, 8, 9], 1) % 11) === value.charAt(10),
);

/** Weights 8 9 4 5 6 7 8 9; a rest of 10 gives 1. Source: Autoridade Tributária de Moçambique. */
const mozambican = rule('mod 11', (value) => {
  const rest = weightedSum(value, [8, 9, 4, 5, 6, 7, 8, 9]) % 11;
  return unitAt('01234567891', rest) === value.charAt(8);
});

/** The digits in front, with weights 1 and 2 in turn, divide by 10. Source: ANSD Senegal, NINEA. */
const senegalese = rule('mod 10', (value) => {
  const digits = /^\d{7,9}/.exec(value)?.[0] ?? '';
  const number = value.length > 9 ? value.slice(0, -3) : digits;
  return weightedSum(number.padStart(9, '0'), [1, 2, 1, 2, 1, 2, 1, 2, 1]) % 10 === 0;
});

/** Century, date, governorate. Source: Egypt, Civil Status law 143 of 1994. */
const egyptianPerson = rule('date and governorate', (value) => {
  const place = numberAt(value, 7, 2);
  const known = (place >= 1 && place <= 35) || place === 88;
  return known && isDay(numberAt(value, 1, 2), numberAt(value, 3, 2), numberAt(value, 5, 2));
});

/** The number modulo 23 picks the letter: 23 is Z. Source: Registrar General of Zimbabwe. */
const zimbabwean = rule('mod 23', (value) => {
  const parts = /^(\d{8,9})([A-Z])\d{2}$/.exec(value);
  return unitAt('ZABCDEFGHJKLMNPQRSTVWXY', Number(parts?.[1]) % 23) === parts?.[2];
});

/** Numbers of Africa beside those that Purview lists. */
export const africa: readonly PatternType[] = [
  ...entries({
    type: 'NATIONAL_ID:AO_BI',
    name: 'Angola identity card number (BI), also the tax number of a person',
    shapes: [/\d{9}(?:BA|BE|BO|CA|CC|CE|CN|CS|HA|HO|HU|KN|KS|LA|LN|LS|MA|ME|MO|NE|UE|UI|ZE)\d{3}/u],
    labels: 'bi, bilhete de identidade, nif, número de identificação fiscal',
    bare: 'low',
    values: ['831130286KN086', '347986165HO557'],
    wrong: ['831130286KN08'],
  }),
  ...entries({
    type: 'COMPANY_ID:AO_NIF',
    name: 'Angola tax number of a company (NIF)',
    shapes: [/5\d{9}/u],
    labels: 'angola nif, nif angolano, contribuinte angolano',
    close: true,
    values: ['5594475179', '5663733122'],
    wrong: ['559447517'],
  }),
  ...entries({
    type: 'NATIONAL_ID:BW_OMANG',
    name: 'Botswana identity number (Omang)',
    shapes: [/\d{4}[12]\d{4}/u],
    labels: 'omang, omang number, omang no',
    close: true,
    values: ['576616128', '431325221'],
    wrong: ['57661612'],
  }),
  ...entries({
    type: 'COMPANY_ID:DZ_NIF',
    name: 'Algeria tax number (NIF)',
    shapes: [/\d{15}|\d{20}|\d{3} \d{3} \d{3} \d{3} \d{3}/u],
    labels: `nif, n.i.f, numéro d'identification fiscale, رقم التعريف الجبائي`,
    values: ['101 726 086 690 588', '970 575 640 924 244'],
    wrong: ['101 726 086 690 58'],
  }),
  ...entries({
    type: 'NATIONAL_ID:DZ_NIN',
    name: 'Algeria national identification number (NIN)',
    shapes: [/[12]\d{17}/u],
    labels: `nin, numéro d'identification national, رقم التعريف الوطني`,
    values: ['164983818583805683', '148450153778863622'],
    wrong: ['16498381858380568'],
  }),
  ...entries({
    type: 'COMPANY_ID:EG_TN',
    name: 'Egypt tax registration number',
    shapes: [/\d{3}[- ]?\d{3}[- ]?\d{3}/u],
    labels: 'الرقم الضريبي, رقم التسجيل الضريبي, egyptian tax registration number, tax registration number',
    values: ['219-820-013', '533548185'],
    wrong: ['219-820-01'],
  }),
  ...entries({
    type: 'NATIONAL_ID:EG_NID',
    name: 'Egypt national identity number',
    shapes: [/[23]\d{13}/u],
    check: egyptianPerson,
    labels: 'الرقم القومي, رقم البطاقة, egyptian national id, raqam qawmi',
    values: ['31305023298054', '34607092556097'],
    wrong: ['24229416544468'],
  }),
  ...entries({
    type: 'COMPANY_ID:GH_TIN',
    name: 'Ghana taxpayer identification number (TIN)',
    shapes: [/[PCGQV]00\d{7}[\dX]/u],
    check: ghanaian,
    labels: 'tin, taxpayer identification number, tin number, gra tin',
    bare: 'medium',
    values: ['Q0013803050', 'G0066852323'],
    wrong: ['Q0040279958'],
  }),
  ...entries({
    type: 'NATIONAL_ID:GH_CARD',
    name: 'Ghana Card number',
    shapes: [/GHA-?\d{9}-?\d/u],
    labels: 'ghana card, ghana card number, ghanacard, nia, personal id number',
    bare: 'medium',
    values: ['GHA-192716966-9', 'GHA9793701979'],
    wrong: ['GHA-192716966-'],
  }),
  ...entries({
    type: 'COMPANY_ID:GN_NIFP',
    name: 'Guinea tax number (NIFp)',
    shapes: [/\d{3}-?\d{3}-?\d{3}/u],
    check: LUHN,
    labels: `nifp, numéro d'identification fiscale permanent, nif permanent`,
    values: ['717-585-376', '198830937'],
    wrong: ['907-661-385'],
  }),
  ...entries({
    type: 'NATIONAL_ID:KE_PIN',
    name: 'Kenya tax number (KRA PIN)',
    shapes: [/[AP]\d{9}[A-Z]/u],
    labels: 'kra pin, kra, pin number, pin no, personal identification number, pin certificate',
    bare: 'low',
    values: ['A881382638M', 'A281338357K'],
    wrong: ['A881382638'],
  }),
  ...entries({
    type: 'NATIONAL_ID:LY_NN',
    name: 'Libya national number',
    shapes: [/[12](?:19|20)\d{9}/u],
    labels: 'الرقم الوطني, libyan national number, libyan id, identity card number, national number',
    values: ['219620717158', '120247643831'],
    wrong: ['21962071715'],
  }),
  ...entries({
    type: 'COMPANY_ID:MA_ICE',
    name: 'Morocco common company identifier (ICE)',
    shapes: [/\d{15}|\d{3} \d{3} \d{3} \d{3} \d{3}/u],
    check: mod97(0),
    labels: `ice, identifiant commun de l'entreprise, numéro ice, التعريف الموحد للمقاولة, التعريف الموحد`,
    values: ['566175648311228', '869 231 337 165 122'],
    wrong: ['084810880791637'],
  }),
  ...entries({
    type: 'NATIONAL_ID:MA_CIN',
    name: 'Morocco identity card number (CIN)',
    shapes: [/[A-Z]{1,2}\d{5,6}/u],
    labels: `cnie, cin, carte nationale d'identité électronique, رقم البطاقة الوطنية`,
    close: true,
    values: ['O54973', 'A94861'],
    wrong: ['O5497'],
  }),
  ...entries({
    type: 'NATIONAL_ID:MU_NID',
    name: 'Mauritius national identity number',
    shapes: [/[A-Z][0-3]\d[01]\d{9}[0-9A-G]/u],
    check: mauritian,
    labels: 'nid, nic, national identity card, id number',
    bare: 'medium',
    values: ['Q0304051185032', 'Y2704779018701'],
    wrong: ['V251039994786B'],
  }),
  ...entries({
    type: 'COMPANY_ID:MZ_NUIT',
    name: 'Mozambique tax number (NUIT)',
    shapes: [/\d{3}[ .-]?\d{3}[ .-]?\d{3}/u],
    check: mozambican,
    labels: 'nuit, número único de identificação tributária',
    values: ['978-125-476', '716766357'],
    wrong: ['249-848-544'],
  }),
  ...entries({
    type: 'NATIONAL_ID:MZ_BI',
    name: 'Mozambique identity card number (BI)',
    shapes: [/\d{12}[A-Z]/u],
    labels: 'bi, bilhete de identidade, nº do bi',
    values: ['419852050964T', '853031938879T'],
    wrong: ['419852050964'],
  }),
  ...entries({
    type: 'NATIONAL_ID:NG_NIN',
    name: 'Nigeria national identification number (NIN)',
    shapes: [/\d{4} ?\d{3} ?\d{4}/u],
    labels: 'nin, nimc, nin number, nigerian national identification number',
    close: true,
    values: ['3340 028 9714', '12045961085'],
    wrong: ['3340 028 971'],
  }),
  ...entries({
    type: 'BANK_ACCOUNT:NG_BVN',
    name: 'Nigeria bank verification number (BVN)',
    shapes: [/22\d{9}/u],
    labels: 'bvn, bank verification number, bvn number',
    close: true,
    values: ['22056418797', '22024839052'],
    wrong: ['2205641879'],
  }),
  ...entries({
    type: 'COMPANY_ID:NG_TIN',
    name: 'Nigeria tax number (TIN)',
    shapes: [/\d{8}-\d{4}/u],
    labels: 'tin, tax identification number, firs tin, jtb tin, nigerian tin',
    values: ['89670905-4618', '19426863-4305'],
    wrong: ['89670905-461'],
  }),
  ...entries({
    type: 'NATIONAL_ID:RW_NID',
    name: 'Rwanda national identity number',
    shapes: [/[123] ?(?:19|20)\d{2} ?[78] ?\d{7} ?\d ?\d{2}/u],
    labels: 'indangamuntu, nid, nida, national id, national identity card',
    values: ['1 2012 8 5972325 2 66', '2195689572767764'],
    wrong: ['1 2012 8 5972325 2 6'],
  }),
  ...entries({
    type: 'COMPANY_ID:SN_NINEA',
    name: 'Senegal company number (NINEA)',
    shapes: [/\d{7}(?:\d{2})?(?:[ /]?[012][A-Z]\d)?|\d{3} \d{4}(?: [012][A-Z]\d)?/u],
    check: senegalese,
    labels: `ninea, numéro d'identification nationale des entreprises et associations, numéro ninea`,
    values: ['3966275 1O8', '4856431020P9'],
    wrong: ['488 6114'],
  }),
  ...entries({
    type: 'COMPANY_ID:SN_NINEA',
    name: 'Senegal company number with its tax code (NINEA and COFI)',
    shapes: [/\d{7}(?:\d{2})?[ /]?[012][A-Z]\d|\d{3} \d{4} [012][A-Z]\d/u],
    check: senegalese,
    labels: 'ninea, cofi, numéro ninea',
    bare: 'low',
    values: ['974214141 2L0', '974 7413 1N4'],
    wrong: ['857404078 0K1'],
  }),
  ...entries({
    type: 'COMPANY_ID:TN_MF',
    name: 'Tunisia tax number (matricule fiscal)',
    shapes: [/\d{3} ?\d{3,4}[- /]?[A-HJ-NP-TV-Z][- /]?[ABDNP][- /]?[CEMNP][- /]?\d{3}/u],
    labels: 'mf, matricule fiscal, matricule fiscale, المعرف الجبائي, identifiant fiscal',
    bare: 'low',
    values: ['895 995-L-N-N-756', '8890522QAP793'],
    wrong: ['895 995-L-N-N-75'],
  }),
  ...entries({
    type: 'COMPANY_ID:TN_MF',
    name: 'Tunisia tax number without its codes',
    shapes: [/\d{7}[- /]?[A-HJ-NP-TV-Z]/u],
    labels: 'matricule fiscal, matricule fiscale, المعرف الجبائي, mf',
    close: true,
    values: ['4766478-W', '2652496K'],
    wrong: ['4766478-'],
  }),
  ...entries({
    type: 'NATIONAL_ID:TN_CIN',
    name: 'Tunisia identity card number (CIN)',
    shapes: [/[01]\d{7}/u],
    labels: `cin, carte d'identité nationale, numéro cin, بطاقة التعريف الوطنية, رقم بطاقة التعريف, identity card number`,
    close: true,
    values: ['19143326', '13865867'],
    wrong: ['1914332'],
  }),
  ...entries({
    type: 'NATIONAL_ID:TZ_NIDA',
    name: 'Tanzania national identity number (NIDA)',
    shapes: [/(?:19|20)\d{2}[01]\d[0-3]\d-\d{5}-\d{5}-\d{2}/u],
    labels: 'nida, nin, namba ya kitambulisho, kitambulisho cha taifa, national id',
    values: ['20070735-84349-60256-02', '20610706-40365-16134-49'],
    wrong: ['20070735-84349-60256-0'],
  }),
  ...entries({
    type: 'NATIONAL_ID:UG_NIN',
    name: 'Uganda national identification number (NIN)',
    shapes: [/C[FM]\d{2}[0-9A-Z]{10}/u],
    labels: 'nin, nira, national identification number, national id',
    values: ['CF54RCOG5Q2VAV', 'CF027L6K1RYPSR'],
    wrong: ['CF54RCOG5Q2VA'],
  }),
  ...entries({
    type: 'NATIONAL_ID:ZA_TIN',
    name: 'South Africa tax reference number',
    shapes: [/[01239]\d{3}[ /]?\d{3}[ /]?\d{2}[ /]?\d/u],
    check: LUHN,
    labels: 'tin, sars, tax reference number, income tax number, tax number, income tax reference',
    values: ['3574 552 61 2', '9656774479'],
    wrong: ['1098 307 08 9'],
  }),
  ...entries({
    type: 'COMPANY_ID:ZA_VAT',
    name: 'South Africa VAT number',
    shapes: [/4\d{9}/u],
    labels: 'vat, vat no, vat number, vat registration number, sars',
    values: ['4931680687', '4638596826'],
    wrong: ['493168068'],
  }),
  ...entries({
    type: 'NATIONAL_ID:ZM_NRC',
    name: 'Zambia national registration card number (NRC)',
    shapes: [/\d{6}\/\d{2}\/[1-3]/u],
    labels: 'nrc, nrc no, nrc number, national registration card',
    values: ['375610/23/2', '786727/86/2'],
    wrong: ['375610/23/'],
  }),
  ...entries({
    type: 'NATIONAL_ID:ZW_ID',
    name: 'Zimbabwe national identity number',
    shapes: [/\d{2}-?\d{6,7} ?-?[A-Z] ?-?\d{2}/u],
    check: zimbabwean,
    labels: 'national id, id number, national registration number, zimbabwean id',
    values: ['11-232470 -F -35', '535902643X13'],
    wrong: ['96-5662524 -G -23'],
  }),
];
