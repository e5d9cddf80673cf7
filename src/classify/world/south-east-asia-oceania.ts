import { digitAt } from '../checks/arithmetic.ts';
import { ean13 } from '../checksums.ts';
import type { PatternType } from '../pattern-type.ts';
import { lastDigit, LUHN, part, rule, symbolSum, to11Last, weightedSum, unitAt } from './algorithms.ts';
import { entries } from './entry.ts';

/** Businesses, local companies, and all others, each with its weights and letters. Source: ACRA, UEN. */
const singaporean = rule('mod 11', (value) => {
  const last = value.at(-1) ?? '';
  if (value.length === 9) {
    return unitAt('XMKECAWLJDB', weightedSum(value, [10, 4, 9, 3, 8, 2, 7, 1]) % 11) === last;
  }
  if (/^\d/.test(value)) {
    return unitAt('ZKCMDNERGWH', weightedSum(value, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11) === last;
  }
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWX0123456789';
  const sum = symbolSum(value, [4, 3, 5, 3, 10, 2, 2, 5, 7], alphabet);
  return unitAt(alphabet, (sum - 5 + 11) % 11) === last;
});

const thai = lastDigit('mod 11', [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2], to11Last);

/** Source: Tổng cục Thuế, Thông tư 105/2020/TT-BTC. */
const vietnamese = rule(
  'mod 11',
  (value) =>
    10 - (weightedSum(value, [31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11) === digitAt(value, 9) &&
    !value.endsWith('000', 13),
);

/** Luhn over the first nine digits; a few old numbers carry theirs elsewhere. Source: Direktorat Jenderal Pajak. */
const indonesian = part(LUHN, 0, 9);

/** Numbers of South-East Asia, Australia and New Zealand beside those that Purview lists. */
export const southEastAsiaOceania: readonly PatternType[] = [
  ...entries({
    type: 'NATIONAL_ID:AU_DIRECTOR',
    name: 'Australia director identification number',
    shapes: [/036 ?\d{4} ?\d{4} ?\d{4}/u],
    check: LUHN,
    labels: 'director id, director identification number, director number, abrs',
    values: ['036 2300 3365 2281', '036494189182440'],
    wrong: ['036 0531 9694 9206'],
  }),
  ...entries({
    type: 'NATIONAL_ID:AU_CRN',
    name: 'Australia Centrelink customer reference number (CRN)',
    shapes: [/\d{3} ?\d{3} ?\d{3} ?[A-Z]/u],
    labels: 'crn, centrelink, customer reference number, centrelink reference number',
    close: true,
    values: ['291 698 512 L', '278988145K'],
    wrong: ['291 698 512 '],
  }),
  ...entries({
    type: 'COMPANY_ID:NZ_NZBN',
    name: 'New Zealand business number (NZBN)',
    shapes: [/9429\d{9}/u],
    check: rule('EAN-13', ean13),
    labels: 'nzbn, new zealand business number',
    values: ['9429809909801', '9429306622814'],
    wrong: ['9429921385442'],
  }),
  ...entries({
    type: 'COMPANY_ID:ID_NPWP',
    name: 'Indonesia tax number (NPWP)',
    shapes: [/\d{2}\.?\d{3}\.?\d{3}\.?\d[-.]?\d{3}\.?\d{3}/u],
    check: indonesian,
    labels: 'npwp, no npwp, nomor pokok wajib pajak',
    values: ['46.467.281.5-298.773', '720519586579027'],
    wrong: ['62.965.168.2-270.543'],
  }),
  ...entries({
    type: 'NATIONAL_ID:MM_NRC',
    name: 'Myanmar national registration card number (NRC)',
    shapes: [/(?:[1-9]|1[0-4])\/[A-Z]{3,9} ?\((?:N|E|P|T|Y|S|NAING|C)\) ?\d{6}/u],
    labels: 'nrc, nrc no, nrc number, national registration card',
    bare: 'medium',
    values: ['9/WIO (Y) 523544', '1/EGDCAJG(P)728140'],
    wrong: ['9/WIO (Y) 52354'],
  }),
  ...entries({
    type: 'COMPANY_ID:MY_TIN',
    name: 'Malaysia income tax number (TIN)',
    shapes: [/(?:IG|SG|OG|CS|TA|TC|TN|TP|TR|PT|LE|[CDEFJ]) ?\d{10,12}/u],
    labels: 'no cukai pendapatan, nombor cukai, income tax number, lhdn, malaysian tin, tin',
    close: true,
    values: ['LE 09851642290', 'TR80077261866'],
    wrong: ['LE 098516422'],
  }),
  ...entries({
    type: 'NATIONAL_ID:PH_TIN',
    name: 'Philippines taxpayer identification number (TIN)',
    shapes: [/\d{3}-\d{3}-\d{3}(?:-\d{3,5})?/u, /\d{9}(?:\d{3}(?:\d{2})?)?/u],
    labels: 'tin, bir, bir tin, taxpayer identification number, tax id, tax identification number, tin no',
    close: true,
    values: ['513-752-687', '812428040'],
    wrong: ['513-752-68'],
  }),
  ...entries({
    type: 'NATIONAL_ID:PH_SSS',
    name: 'Philippines social security number (SSS) and health insurance number (PhilHealth)',
    shapes: [/\d{2}-\d{7}-\d|\d{2}-\d{9}-\d/u],
    labels: 'sss, sss no, sss number, social security system, philhealth, phil health',
    values: ['63-7109627-7', '65-791513416-9'],
    wrong: ['63-7109627-'],
  }),
  ...entries({
    type: 'COMPANY_ID:SG_UEN',
    name: 'Singapore unique entity number (UEN)',
    shapes: [
      /[1-9]\d{7}[ABCDEJKLMWX]|(?:19|20)\d{7}[CDEGHKMNRWZ]|[RST]\d{2}(?:C[CDHLMPSX]|DP|F[BCMN]|G[ABS]|HS|L[LP]|M[BCDHMQ]|N[BR]|P[ABF]|R[FP]|S[MS]|T[CU]|VH|XL)\d{4}[A-HJ-N]/u,
    ],
    check: singaporean,
    labels: 'uen, unique entity number, acra, roc no, company registration no, gst reg no',
    bare: 'medium',
    values: ['63465219B', '24563454A'],
    wrong: ['T17FC5677E'],
  }),
  ...entries({
    type: 'COMPANY_ID:TH_TIN',
    name: 'Thailand company and tax number (TIN, MOA)',
    shapes: [/0[- ]?\d{4}[- ]?\d{5}[- ]?\d{2}[- ]?\d|0[- ]\d{2}[- ]\d[- ]\d{3}[- ]\d{5}[- ]\d/u],
    check: thai,
    labels:
      'เลขประจำตัวผู้เสียภาษี, เลขทะเบียนนิติบุคคล, moa, memorandum of association, tin, taxpayer identification number, tax id',
    values: ['0-0657-94875-16-0', '0-85-9-241-42627-9'],
    wrong: ['0-41-9-530-77898-9'],
  }),
  ...entries({
    type: 'NATIONAL_ID:TH_TIN',
    name: 'Thailand tax number of a person (TIN)',
    shapes: [/[1-8][- ]?\d{4}[- ]?\d{5}[- ]?\d{2}[- ]?\d|[1-8][- ]\d{2}[- ]\d[- ]\d{3}[- ]\d{5}[- ]\d/u],
    check: thai,
    labels: `เลขประจำตัวผู้เสียภาษี, เลขประจำตัวประชาชน, tnin, tin, taxpayer identification number, tax id, thai national id`,
    values: ['2-3223-88596-73-8', '5-46-2-027-79258-6'],
    wrong: ['6-9810-67472-24-6'],
  }),
  ...entries({
    type: 'COMPANY_ID:VN_MST',
    name: 'Vietnam tax number (MST)',
    shapes: [/\d{10}(?:-?\d{3})?/u],
    check: vietnamese,
    labels: 'mst, mã số thuế, mã số doanh nghiệp',
    values: ['5206582784', '2239929845501'],
    wrong: ['9323679967-356'],
  }),
  ...entries({
    type: 'NATIONAL_ID:VN_CCCD',
    name: 'Vietnam citizen identity card number (CCCD)',
    shapes: [/0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}/u],
    labels: 'cccd, căn cước công dân, căn cước, số định danh cá nhân, số cccd',
    values: ['008399007558', '092219463531'],
    wrong: ['00839900755'],
  }),
];
