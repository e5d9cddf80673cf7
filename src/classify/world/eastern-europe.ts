import { digitAt } from '../checks/arithmetic.ts';
import { ukrainianTax } from '../checks/eastern-europe.ts';
import type { Check, PatternType } from '../pattern-type.ts';
import {
  every,
  isDay,
  lastDigit,
  mod11And10,
  numberAt,
  part,
  rest10,
  rule,
  sixDigitDate,
  symbolSum,
  to11Or0,
  twoRounds,
  weightedSum,
  unitAt,
} from './algorithms.ts';
import { entries } from './entry.ts';

/** Day, month, last three digits of the year, region, serial, check digit. Source: Zakon o jedinstvenom matičnom broju (SFRJ, 1976). */
const masterNumber = every(
  rule('a date', (value) => isDay(numberAt(value, 4, 3), numberAt(value, 2, 2), numberAt(value, 0, 2))),
  lastDigit('mod 11', [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2], to11Or0),
);

/** The digits 7 and 8 tell the region of the old federation. */
const masterShape = (regions: string): RegExp => new RegExp(`[0-3]\\d[01]\\d[09]\\d{2}${regions}\\d{4}`, 'u');

const BULGARIAN_FIRST = [1, 2, 3, 4, 5, 6, 7, 8];
/** Source: Закон за регистър БУЛСТАТ. Thirteen digits are branches of a company of nine. */
const bulgarianCompany = rule('two rounds mod 11', (value) => {
  const main = twoRounds('', BULGARIAN_FIRST, [3, 4, 5, 6, 7, 8, 9, 10]).holds(value.slice(0, 9));
  return main && (value.length === 9 || twoRounds('', [2, 7, 3, 5], [4, 9, 5, 7]).holds(value.slice(8)));
});

/** Source: постановление МНС РБ N 96. Letters are told by their Latin twins. */
const belarusian = rule('mod 11', (value) => {
  const latin = value.replaceAll(/[АВЕКМНОРСТ]/g, (letter) =>
    unitAt('ABEKMHOPCT', 'АВЕКМНОРСТ'.indexOf(letter)),
  );
  const second = 'ABCEHKMOPT'.indexOf(latin.charAt(1));
  const symbols = second < 0 ? latin : `${latin.charAt(0)}${second}${latin.slice(2)}`;
  const sum = symbolSum(symbols, [29, 23, 19, 17, 13, 7, 5, 3], '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return sum % 11 === digitAt(value, 8);
});

const moldovan = lastDigit('weights 7 3 1 mod 10', [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1], rest10);
const FIRST = [1, 2, 3, 4, 5, 6, 7];

/** Codes between 30 and 60 million begin with another weight. Source: Держстат, ЄДРПОУ. */
const ukrainianCompany = rule('two rounds mod 11', (value) => {
  const middle = value >= '30000000' && value < '60000000';
  const weights = middle ? [7, 1, 2, 3, 4, 5, 6] : FIRST;
  return twoRounds(
    '',
    weights,
    weights.map((weight) => weight + 2),
  ).holds(value);
});

/** The number without its last digit modulo 11 (companies) or 13 (traders). Source: приказ Минфина 165н. */
const russianState = rule('mod 11 or 13', (value) => {
  const body = numberAt(value, 0, value.length - 1);
  return (body % (value.length - 2)) % 10 === digitAt(value, value.length - 1);
});

/** Weights 9 to 1 modulo 101. Source: ПФР, постановление 192п. */
const pension = rule('mod 101', (value) => {
  const rest = weightedSum(value, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return value > '00100199800' && rest % 100 === numberAt(value, 9, 2);
});

/** Two rounds of weights, over eleven digits. Source: Республика Казахстан, закон 223-III, приложение. */
const kazakh = twoRounds(
  'two rounds mod 11',
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2],
);

/** The ninth digit checks eight; the last is 1 for companies and 2 for persons. */
const azeri = every(
  part(
    rule('mod 11', (value) => weightedSum(value, [4, 1, 8, 6, 2, 7, 5, 3]) % 11 === digitAt(value, 8)),
    0,
    9,
  ),
  rule('1 or 2 at the end', (value) => /[12]$/.test(value)),
);

/**
 * Letter of the decade, year, month and day. The month carries more: the district of a company in steps of 12, the sex of a person
 * (50) or birth abroad (30). Source: Qendra Kombëtare e Biznesit; Ligji 8952/2002.
 */
const albanian = (step: number): Check =>
  rule('a date', (value) => {
    const year = (value.charCodeAt(0) - 65) * 10 + digitAt(value, 1);
    const month = ((((numberAt(value, 2, 2) % 50) - 1) % step) + step) % step;
    return isDay(year, month + 1, numberAt(value, 4, 2));
  });

/** Numbers of the Balkans, eastern Europe, the Caucasus and central Asia. */
export const easternEurope: readonly PatternType[] = [
  ...entries({
    type: 'COMPANY_ID:AL_NIPT',
    name: 'Albania tax number (NIPT, NUIS)',
    shapes: [/[A-M] ?\d{3}[0-3]\d{4}[A-Z]/u],
    check: albanian(12),
    labels: 'nipt, nuis, numri i identifikimit për personin e tatueshëm, numri unik i identifikimit',
    bare: 'low',
    values: ['M 96230283B', 'F05012738P'],
    wrong: ['G 68732343S'],
  }),
  ...entries({
    type: 'NATIONAL_ID:AL_NID',
    name: 'Albania personal number (NID)',
    shapes: [/[A-T]\d[0156]\d[0-3]\d{4}[A-W]/u],
    check: albanian(30),
    labels: 'nid, numri personal, numri i identitetit, numri personal i identifikimit, letërnjoftimi',
    values: ['Q21003313H', 'S05908062I'],
    wrong: ['T16327441Q'],
  }),
  ...entries({
    type: 'COMPANY_ID:BG_VAT',
    name: 'Bulgaria company and VAT number (EIK, DDS)',
    shapes: [/\d{9}(?:\d{4})?/u],
    prefix: 'BG',
    check: bulgarianCompany,
    labels:
      'ддс, ддс номер, идентификационен номер по ддс, ин по ддс, еик, булстат, eik, bulstat, bulgarian vat',
    values: ['612975172', '342398866'],
    wrong: ['786663951'],
  }),
  ...entries({
    type: 'NATIONAL_ID:BG_LNCH',
    name: 'Bulgaria number of a foreigner (LNCh)',
    shapes: [/\d{4} ?\d{3} ?\d{3}/u],
    check: lastDigit('weights mod 10', [21, 19, 17, 13, 11, 9, 7, 3, 1], rest10),
    labels: 'лнч, личен номер на чужденец, lnch, pnf, foreigner number',
    values: ['2268817301', '9875429664'],
    wrong: ['0914465718'],
  }),
  ...entries({
    type: 'COMPANY_ID:BY_UNP',
    name: 'Belarus payer number (UNP)',
    shapes: [/[1-9]\d{8}/u, /[ABCEHKM][ABCEHKMOPT]\d{7}/u, /[АВСЕНКМ][АВСЕНКМОРТ]\d{7}/u],
    check: belarusian,
    labels: 'унп, unp, учетный номер плательщика, учётный номер плательщика',
    values: ['610565819', 'HA4922575'],
    wrong: ['ЕЕ4983797'],
  }),
  ...entries({
    type: 'NATIONAL_ID:BA_JMBG',
    name: 'Bosnia and Herzegovina master citizen number (JMBG)',
    shapes: [masterShape('1\\d')],
    check: masterNumber,
    labels: 'jmbg, јмбг, matični broj, jedinstveni matični broj, матични број',
    values: ['1011973177376', '2311070189553'],
    wrong: ['0210042155636'],
  }),
  ...entries({
    type: 'NATIONAL_ID:ME_JMBG',
    name: 'Montenegro master citizen number (JMBG)',
    shapes: [masterShape('2\\d')],
    check: masterNumber,
    labels: 'jmbg, јмбг, matični broj, jedinstveni matični broj, матични број',
    values: ['2305945245258', '1204009231453'],
    wrong: ['1813943296544'],
  }),
  ...entries({
    type: 'NATIONAL_ID:MK_EMBG',
    name: 'North Macedonia master citizen number (EMBG)',
    shapes: [masterShape('4\\d')],
    check: masterNumber,
    labels: 'embg, ембг, единствен матичен број, матичен број',
    values: ['1901943489042', '2806017463537'],
    wrong: ['1607091420073'],
  }),
  ...entries({
    type: 'NATIONAL_ID:RS_JMBG',
    name: 'Serbia master citizen number (JMBG)',
    shapes: [masterShape('(?:[7-9]\\d|0\\d)')],
    check: masterNumber,
    labels: 'jmbg, јмбг, matični broj, jedinstveni matični broj, матични број',
    values: ['1902056064912', '3007051059951'],
    wrong: ['3513951870424'],
  }),
  ...entries({
    type: 'COMPANY_ID:ME_PIB',
    name: 'Montenegro tax number (PIB)',
    shapes: [/0\d{7}/u],
    check: lastDigit('mod 11', [8, 7, 6, 5, 4, 3, 2], to11Or0),
    labels: 'pib, пиб, poreski identifikacioni broj, poreski broj',
    values: ['03557308', '07943610'],
    wrong: ['02833625'],
  }),
  ...entries({
    type: 'COMPANY_ID:RS_PIB',
    name: 'Serbia tax number (PIB)',
    shapes: [/1\d{8}/u],
    check: mod11And10,
    labels: 'pib, пиб, poreski identifikacioni broj, порески идентификациони број, poreski broj',
    values: ['158739826', '142702734'],
    wrong: ['178458527'],
  }),
  ...entries({
    type: 'COMPANY_ID:MK_EDB',
    name: 'North Macedonia tax number (EDB)',
    shapes: [/[45]\d{12}/u],
    prefix: 'MK|МК',
    check: lastDigit('mod 11', [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2], to11Or0),
    labels: 'едб, edb, единствен даночен број, даночен број, edinstven danočen broj',
    values: ['4962565328272', '4895306537441'],
    wrong: ['4903556521625'],
  }),
  ...entries({
    type: 'COMPANY_ID:MD_IDNO',
    name: 'Moldova company number (IDNO)',
    shapes: [/1\d{12}/u],
    check: moldovan,
    labels: 'idno, cod fiscal, фискальный код, идно, numărul de identificare de stat',
    values: ['1372752571866', '1451580616935'],
    wrong: ['1745959283759'],
  }),
  ...entries({
    type: 'NATIONAL_ID:MD_IDNP',
    name: 'Moldova personal number (IDNP)',
    shapes: [/(?:2|09)\d{11,12}/u],
    check: moldovan,
    labels: 'idnp, cod personal, numărul de identificare personal, идентификационный номер, личный код',
    values: ['2075537475513', '2171984880947'],
    wrong: ['222934066987'],
  }),
  ...entries({
    type: 'COMPANY_ID:UA_EDRPOU',
    name: 'Ukraine company number (EDRPOU)',
    shapes: [/\d{8}/u],
    check: ukrainianCompany,
    labels: 'єдрпоу, код єдрпоу, edrpou, едрпоу, єдрпоу/дрфо, ідентифікаційний код юридичної особи',
    values: ['72429430', '73566525'],
    wrong: ['25598460'],
  }),
  ...entries({
    type: 'NATIONAL_ID:UA_RNOKPP',
    name: 'Ukraine taxpayer number (RNOKPP)',
    shapes: [/\d{10}/u],
    check: ukrainianTax,
    labels: `рнокпп, іпн, rnokpp, rntrc, дрфо, реєстраційний номер облікової картки, ідентифікаційний номер, ідентифікаційний код, индивидуальный налоговый номер`,
    values: ['2516336110', '1078635956'],
    wrong: ['8953925103'],
  }),
  ...entries({
    type: 'NATIONAL_ID:UA_UNZR',
    name: 'Ukraine demographic register number (UNZR)',
    shapes: [/(?:19|20)\d{2}[01]\d[0-3]\d-\d{5}/u],
    labels: 'унзр, unzr, унікальний номер запису, демографічному реєстрі',
    values: ['19011224-15703', '19020830-14505'],
    wrong: ['19011224-1570'],
  }),
  ...entries({
    type: 'COMPANY_ID:RU_OGRN',
    name: 'Russia state registration number (OGRN, OGRNIP)',
    shapes: [/[15]\d{12}|3\d{14}/u],
    check: russianState,
    labels: 'огрн, огрнип, ogrn, ogrnip, psrn, основной государственный регистрационный номер',
    values: ['5547284984978', '353828963074774'],
    wrong: ['349011194692916'],
  }),
  ...entries({
    type: 'NATIONAL_ID:RU_SNILS',
    name: 'Russia pension insurance number (SNILS)',
    shapes: [/\d{3}[- ]?\d{3}[- ]?\d{3}[- ]?\d{2}/u],
    check: pension,
    labels: 'снилс, snils, страховой номер, страховое свидетельство, пенсионное страхование',
    values: ['480-474-853-10', '16036113320'],
    wrong: ['393-902-257-12'],
  }),
  ...entries({
    type: 'COMPANY_ID:RU_KPP',
    name: 'Russia tax registration reason code (KPP)',
    shapes: [/\d{4}(?:0[1-9]|[1-9]\d|[A-Z]{2})\d{3}/u],
    labels: 'кпп, kpp, код причины постановки',
    close: true,
    values: ['122009439', '1958AD241'],
    wrong: ['12200943'],
  }),
  ...entries({
    type: 'NATIONAL_ID:KZ_IIN',
    name: 'Kazakhstan individual identification number (IIN)',
    shapes: [/\d{2}[01]\d[0-3]\d[0-6]\d{5}/u],
    check: every(sixDigitDate('ymd'), kazakh),
    labels: 'иин, жсн, iin, индивидуальный идентификационный номер, жеке сәйкестендіру нөмірі',
    values: ['110215509325', '420109420198'],
    wrong: ['471528674443'],
  }),
  ...entries({
    type: 'COMPANY_ID:KZ_BIN',
    name: 'Kazakhstan business identification number (BIN)',
    shapes: [/\d{2}[01]\d[4-6][0-4]\d{6}/u],
    check: kazakh,
    labels: 'бин, бсн, бизнес идентификационный номер, бизнес сәйкестендіру нөмірі',
    values: ['870054572024', '511543782091'],
    wrong: ['290364259899'],
  }),
  ...entries({
    type: 'NATIONAL_ID:UZ_PINFL',
    name: 'Uzbekistan personal number (PINFL)',
    shapes: [/[1-6]\d{13}/u],
    check: every(
      sixDigitDate('dmy', 1),
      lastDigit('weights 7 3 1 mod 10', [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7], rest10),
    ),
    labels: 'пинфл, pinfl, jshshir, жшшир, персональный идентификационный номер',
    values: ['50411257491401', '41708603149135'],
    wrong: ['15827580685180'],
  }),
  ...entries({
    type: 'NATIONAL_ID:GE_PN',
    name: 'Georgia personal number',
    shapes: [/\d{11}/u],
    labels: 'პირადი ნომერი, პირადი, georgian personal number, georgian id',
    close: true,
    values: ['76451712123', '10049462649'],
    wrong: ['7645171212'],
  }),
  ...entries({
    type: 'COMPANY_ID:AZ_VOEN',
    name: 'Azerbaijan tax number (VÖEN)',
    shapes: [/\d{10}/u],
    check: azeri,
    labels: 'vöen, voen, vergi ödəyicisinin eyniləşdirmə nömrəsi, vergi ödəyicisi',
    values: ['2297995812', '6044830912'],
    wrong: ['0673516345'],
  }),
];
