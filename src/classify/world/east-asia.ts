import { digitAt } from '../checks/arithmetic.ts';
import type { PatternType } from '../pattern-type.ts';
import {
  lastDigit,
  numberAt,
  rule,
  sixDigitDate,
  symbolSum,
  to10,
  weightedSum,
  unitAt,
} from './algorithms.ts';
import { entries } from './entry.ts';

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Powers of 3 modulo 31. Source: GB 32100-2015. */
const chineseCompany = rule('mod 31', (value) => {
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const rest = (31 - (symbolSum(value, weights, USCC_ALPHABET) % 31)) % 31;
  return unitAt(USCC_ALPHABET, rest) === value.charAt(17);
});

/** Source: National Tax Service of Korea. */
const koreanBusiness = rule('mod 10', (value) => {
  if (numberAt(value, 0, 3) < 101 || value.slice(3, 5) === '00' || value.slice(5, 9) === '0000') return false;
  const sum = weightedSum(value, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((digitAt(value, 8) * 5) / 10);
  return to10(sum) === digitAt(value, 9);
});

/** As the resident number, with 2 added; issued until 2020. The digit in the middle is 5 to 8. Source: Immigration Act of Korea. */
const koreanForeigner = rule('a date', (value) => sixDigitDate('ymd').holds(value));

/** A 7 in the seventh place counts as 10 or 1; since 2023 5 divides the sum. Source: Ministry of Finance of Taiwan. */
const taiwaneseBusiness = rule('mod 5', (value) => {
  let sum = 0;
  for (const [at, weight] of [1, 2, 1, 2, 1, 2, 4, 1].entries()) {
    const product = digitAt(value, at) * weight;
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum % 5 === 0 || (value.charAt(6) === '7' && (sum + 1) % 5 === 0);
});

/** Numbers of China, Korea, Taiwan, Hong Kong, Macau and Mongolia beside those that Purview lists. */
export const eastAsia: readonly PatternType[] = [
  ...entries({
    type: 'COMPANY_ID:CN_USCC',
    name: 'China unified social credit code (USCC)',
    shapes: [/[1-9A-GNY][1-59]\d{6}[0-9A-HJ-NP-RTUWXY]{10}/u],
    check: chineseCompany,
    labels:
      '统一社会信用代码, 社会信用代码, 信用代码, 纳税人识别号, 税号, uscc, unified social credit code, 营业执照',
    bare: 'medium',
    values: ['A3353328H25NEEXX73', 'F2993301HLLLB275TR'],
    wrong: ['757089536JBCXB7YLP'],
  }),
  ...entries({
    type: 'COMPANY_ID:HK_BR',
    name: 'Hong Kong business registration number',
    shapes: [/\d{8}(?:-\d{3}-\d{2}-\d{2}-[0-9A-Z])?/u],
    labels: 'business registration number, br number, brn, 商業登記, 商業登記號碼, hong kong business',
    close: true,
    values: ['79235962', '87116369'],
    wrong: ['7923596'],
  }),
  ...entries({
    type: 'COMPANY_ID:KR_BRN',
    name: 'South Korea business registration number (BRN)',
    shapes: [/\d{3}-?\d{2}-?\d{5}/u],
    check: koreanBusiness,
    labels: 'brn, 사업자등록번호, 사업자 등록 번호, 사업자번호, business registration number',
    values: ['594-63-47897', '1962320140'],
    wrong: ['306-93-41668'],
  }),
  ...entries({
    type: 'COMPANY_ID:KR_CORP',
    name: 'South Korea corporate registration number',
    shapes: [/[12]\d{5}-?\d{7}/u],
    check: lastDigit('weights 1 2 mod 10', [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2], to10),
    labels: '법인등록번호, 법인 등록 번호, corporate registration number',
    values: ['256454-6426508', '2255913563269'],
    wrong: ['200171-6096426'],
  }),
  ...entries({
    type: 'NATIONAL_ID:KR_FRN',
    name: 'South Korea foreigner registration number (FRN)',
    shapes: [/\d{2}[01]\d[0-3]\d-?[5-8]\d{6}/u],
    check: koreanForeigner,
    labels:
      '외국인등록번호, 외국인 등록 번호, frn, foreigner registration number, alien registration number, arc',
    values: ['720512-6576910', '7912117744513'],
    wrong: ['800138-8815062'],
  }),
  ...entries({
    type: 'NATIONAL_ID:MN_REG',
    name: 'Mongolia registration number',
    shapes: [/[А-ЯЁӨҮ]{2}\d{2}[0-3]\d[0-3]\d{3}/u],
    labels: 'регистрийн дугаар, регистр, рд, mongolian registration number',
    values: ['ЩЭ84371590', 'ОЁ23121468'],
    wrong: ['ЩЭ8437159'],
  }),
  ...entries({
    type: 'NATIONAL_ID:MO_BIR',
    name: 'Macau resident identity card number (BIR)',
    shapes: [/[157]\/\d{6}\/\d|[157]\d{6}\(\d\)/u],
    labels:
      'bir, bilhete de identidade de residente, 澳門居民身份證, 身份證, macau resident identity card, macau id',
    values: ['1/342363/9', '1/274252/9'],
    wrong: ['1/342363/'],
  }),
  ...entries({
    type: 'COMPANY_ID:TW_UBN',
    name: 'Taiwan unified business number (UBN)',
    shapes: [/\d{8}/u],
    check: taiwaneseBusiness,
    labels: '統一編號, 统一编号, 統編, ubn, gui number, unified business number, 公司統編',
    values: ['72988965', '28979209'],
    wrong: ['39777955'],
  }),
];
