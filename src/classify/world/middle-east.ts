import { digitAt } from '../checks/arithmetic.ts';
import type { PatternType } from '../pattern-type.ts';
import { every, lastDigit, LUHN, rule, sixDigitDate, weightedSum } from './algorithms.ts';
import { entries } from './entry.ts';

/** Weights 10 to 2; rests 0 and 1 stay, others are taken from 11. Source: Iran, Civil Registration Organization. */
const iranian = rule('mod 11', (value) => {
  const rest = weightedSum(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return !/^(\d)\1{9}$/.test(value) && (rest < 2 ? rest : 11 - rest) === digitAt(value, 9);
});

/** The tenth digit plus 2 is added to each of ten. Source: Iran, Companies Registration Office. */
const iranianCompany = rule('mod 11', (value) => {
  const weights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17];
  const extra = digitAt(value, 9) + 2;
  const sum = weightedSum(value, weights) + extra * 230;
  return (sum % 11) % 10 === digitAt(value, 10);
});

/** Each digit plus its distance from the end, doubled as often, modulo 9. Source: Gelir İdaresi Başkanlığı. */
const turkishTax = rule('mod 10', (value) => {
  let sum = 0;
  for (let at = 0; at < 9; at++) {
    const shifted = (digitAt(value, at) + 9 - at) % 10;
    sum += shifted === 0 ? 0 : (shifted * 2 ** (9 - at)) % 9 || 9;
  }
  return (10 - (sum % 10)) % 10 === digitAt(value, 9);
});

/** Source: Public Authority for Civil Information, Kuwait. */
const kuwaiti = every(
  sixDigitDate('ymd', 1),
  lastDigit('mod 11', [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], (sum) => 11 - (sum % 11)),
);

/** Numbers of the Middle East, Turkey and Iran beside those that Purview lists. */
export const middleEast: readonly PatternType[] = [
  ...entries({
    type: 'COMPANY_ID:AE_TRN',
    name: 'United Arab Emirates tax registration number (TRN)',
    shapes: [/10\d{13}|10\d[- ]\d{4}[- ]\d{4}[- ]\d{4}/u],
    labels: 'trn, tax registration number, رقم التسجيل الضريبي, vat',
    values: ['108-1571-1223-7383', '105871564329393'],
    wrong: ['108-1571-1223-738'],
  }),
  ...entries({
    type: 'NATIONAL_ID:BH_CPR',
    name: 'Bahrain personal number (CPR)',
    shapes: [/\d{2}(?:0[1-9]|1[0-2])\d{5}/u],
    labels: 'cpr, cpr no, cpr number, الرقم الشخصي, bahraini id',
    close: true,
    values: ['361246707', '490790441'],
    wrong: ['36124670'],
  }),
  ...entries({
    type: 'COMPANY_ID:IL_HP',
    name: 'Israel company number',
    shapes: [/5\d-?\d{6}-?\d/u],
    check: LUHN,
    labels: 'ח.פ, ח״פ, מספר חברה, hp, israeli company',
    values: ['59-461188-1', '551775208'],
    wrong: ['55-948873-5'],
  }),
  ...entries({
    type: 'NATIONAL_ID:IR_MELLI',
    name: 'Iran national code (kode melli)',
    shapes: [/\d{3}-?\d{6}-?\d/u],
    check: iranian,
    labels: 'کد ملی, کدملی, شماره ملی, kode melli, code melli, melli code, national code',
    values: ['389-096699-3', '4514497037'],
    wrong: ['430-521646-3'],
  }),
  ...entries({
    type: 'COMPANY_ID:IR_MELLI',
    name: 'Iran national identifier of a company',
    shapes: [/1[0-9]\d{9}/u],
    check: iranianCompany,
    labels: 'شناسه ملی, shenase melli, iranian company',
    values: ['17817641104', '10380479814'],
    wrong: ['12101204105'],
  }),
  ...entries({
    type: 'NATIONAL_ID:IQ_NID',
    name: 'Iraq national card number',
    shapes: [/(?:19|20)\d{10}/u],
    labels: 'البطاقة الوطنية, رقم البطاقة الوطنية, الرقم الوطني, iraqi national card, iraqi id',
    close: true,
    values: ['197611019832', '204243836062'],
    wrong: ['19761101983'],
  }),
  ...entries({
    type: 'NATIONAL_ID:JO_NID',
    name: 'Jordan national number',
    shapes: [/[29]\d{9}/u],
    labels: 'الرقم الوطني, jordanian national number, jordan national number, jordanian id',
    close: true,
    values: ['9645056205', '2001156206'],
    wrong: ['964505620'],
  }),
  ...entries({
    type: 'NATIONAL_ID:KW_CIVIL',
    name: 'Kuwait civil number',
    shapes: [/[123]\d{11}/u],
    check: kuwaiti,
    labels: 'civil id, civil number, civil id number, الرقم المدني, رقم مدني, paci',
    values: ['109070264158', '213120967848'],
    wrong: ['205741874461'],
  }),
  ...entries({
    type: 'COMPANY_ID:OM_VAT',
    name: 'Oman VAT number',
    shapes: [/OM ?1\d{9}/u],
    labels: 'vatin, vat, الرقم الضريبي, vat number',
    bare: 'low',
    values: ['OM 1517853256', 'OM1154737502'],
    wrong: ['OM 151785325'],
  }),
  ...entries({
    type: 'COMPANY_ID:SA_VAT',
    name: 'Saudi Arabia VAT number',
    shapes: [/3\d{13}3/u],
    labels: 'الرقم الضريبي, vat, vat number, tax number, zatca, رقم التسجيل الضريبي',
    values: ['374926687729153', '386792703844793'],
    wrong: ['37492668772915'],
  }),
  ...entries({
    type: 'COMPANY_ID:SA_CR',
    name: 'Saudi Arabia commercial registration number',
    shapes: [/(?:10|11|20|40|45|58|70)\d{8}/u],
    labels: 'السجل التجاري, رقم السجل التجاري, commercial registration, saudi cr',
    close: true,
    values: ['4525927576', '1059811799'],
    wrong: ['452592757'],
  }),
  ...entries({
    type: 'COMPANY_ID:TR_VKN',
    name: 'Turkey tax number (VKN)',
    shapes: [/\d{10}/u],
    check: turkishTax,
    labels: 'vkn, vergi no, vergi numarası, vergi kimlik no, vergi kimlik numarası, vergi dairesi',
    values: ['7921730815', '6765692543'],
    wrong: ['2911205297'],
  }),
];
