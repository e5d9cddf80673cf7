import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import * as americas from '../../src/classify/checks/americas.ts';
import * as asia from '../../src/classify/checks/asia.ts';
import * as eastern from '../../src/classify/checks/eastern-europe.ts';
import * as northern from '../../src/classify/checks/northern-europe.ts';
import * as oceania from '../../src/classify/checks/oceania.ts';
import * as southern from '../../src/classify/checks/southern-europe.ts';
import * as western from '../../src/classify/checks/western-europe.ts';
import type { Check } from '../../src/classify/pattern-type.ts';

/** The same numbers on every run: a linear congruential generator with the constants of Numerical Recipes. */
function createDice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** `9` a digit, `@` a letter, `dd` a day, `mm` a month, `yy` two digits of a year, `{abc}` one of these; all else as it is. */
function createMaker(shape: string, dice: (sides: number) => number): () => string {
  const parts = shape.match(/\{[^}]*\}|dd|mm|yy|./gu) ?? [];
  const two = (from: number, count: number): string => String(from + dice(count)).padStart(2, '0');
  const makePart = (part: string): string => {
    if (part.startsWith('{')) return part.charAt(1 + dice(part.length - 2));
    if (part === '9') return String(dice(10));
    if (part === '@') return String.fromCharCode(65 + dice(26));
    if (part === 'dd') return two(1, 28);
    if (part === 'mm') return two(1, 12);
    return part === 'yy' ? two(60, 30) : part;
  };
  return () => parts.map(makePart).join('');
}

interface Row {
  readonly of: string;
  readonly check: Check;
  readonly shape: string;
  /** The module of stdnum, by country and name. */
  readonly oracle: string;
}

function oracleOf(path: string): (value: string) => boolean {
  const [country = '', name = ''] = path.split('.');
  const module = stdnum[country]?.[name];
  if (module === undefined) throw new Error(`stdnum has no ${path}`);
  return (value) => module.validate(value).isValid;
}

/** Our own arithmetic beside the stdnum package, which was written by others from the same public rules. */
const rows: readonly Row[] = [
  {
    of: 'AT social security',
    check: western.austrianInsurance,
    shape: '{123456789}999ddmmyy',
    oracle: 'AT.vnr',
  },
  { of: 'AT VAT', check: western.austrianVat, shape: 'ATU99999999', oracle: 'AT.uid' },
  { of: 'BE national', check: western.belgianNational, shape: '{01}9mmdd999{012345678}9', oracle: 'BE.nn' },
  { of: 'BE VAT', check: western.belgianVat, shape: 'BE0999999999', oracle: 'BE.vat' },
  { of: 'BG EGN', check: eastern.bulgarianEgn, shape: 'yymmdd9999', oracle: 'BG.egn' },
  { of: 'BR CPF', check: americas.brazilianCpf, shape: '99999999999', oracle: 'BR.cpf' },
  { of: 'BR CNPJ', check: americas.brazilianCnpj, shape: '999999990001{0123456789}9', oracle: 'BR.cnpj' },
  { of: 'AR CUIT', check: americas.argentineCuit, shape: '20999999999', oracle: 'AR.cuit' },
  { of: 'AU ABN', check: oceania.australianBusiness, shape: '{123456789}9999999999', oracle: 'AU.abn' },
  { of: 'AU ACN', check: oceania.australianCompany, shape: '999999999', oracle: 'AU.acn' },
  { of: 'AU TFN', check: oceania.australianTaxFile, shape: '999999999', oracle: 'AU.tfn' },
  { of: 'CA SIN', check: americas.canadianSin, shape: '{12345679}99999999', oracle: 'CA.sin' },
  { of: 'CH AHV', check: western.swissAhv, shape: '7569999999999', oracle: 'CH.ssn' },
  { of: 'CL RUT', check: americas.chileanRut, shape: '99999999{0123456789K}', oracle: 'CL.rut' },
  {
    of: 'CN resident',
    check: asia.chineseResident,
    shape: '11010119yymmdd999{0123456789X}',
    oracle: 'CN.ric',
  },
  { of: 'CO NIT', check: americas.colombianNit, shape: '9999999999', oracle: 'CO.nit' },
  { of: 'CZ birth number', check: eastern.birthNumber, shape: '{67}9mmdd9999', oracle: 'CZ.rc' },
  { of: 'DE tax', check: western.germanTax, shape: '{123}4567{456}890{123}9', oracle: 'DE.idnr' },
  { of: 'DE VAT', check: western.germanVat, shape: 'DE{123456789}99999999', oracle: 'DE.vat' },
  { of: 'EC identity', check: americas.ecuadorianIdentity, shape: '1{0123}{012345}9999999', oracle: 'EC.ci' },
  { of: 'EE personal code', check: eastern.balticPersonalCode, shape: '{34}yymmdd9999', oracle: 'EE.ik' },
  { of: 'ES DNI', check: southern.spanishDni, shape: '99999999@', oracle: 'ES.dni' },
  { of: 'ES NIE', check: southern.spanishDni, shape: '{XYZ}9999999@', oracle: 'ES.nie' },
  { of: 'ES NIF', check: southern.spanishPersonTax, shape: '{KLM}9999999@', oracle: 'ES.nif' },
  {
    of: 'ES social security',
    check: southern.spanishSocialSecurity,
    shape: '28{123456789}999999999',
    oracle: 'ES.nss',
  },
  {
    of: 'FI HETU',
    check: northern.finnishHetu,
    shape: 'ddmmyy-{1234}99{0123456789ABCDEFHJKLMNPRSTUVWXY}',
    oracle: 'FI.hetu',
  },
  { of: 'FR SPI', check: western.frenchTax, shape: '0999999999{012}99', oracle: 'FR.nif' },
  { of: 'FR VAT', check: western.frenchVat, shape: 'FR{AB12}{12CD}999999999', oracle: 'FR.tva' },
  { of: 'GB VAT', check: western.britishVat, shape: 'GB999999999', oracle: 'GB.vat' },
  {
    of: 'PL NIP',
    check: eastern.nip,
    shape: '{123456789}{123456789}99999999',
    oracle: 'PL.nip',
  },
  { of: 'GR AFM', check: southern.greekTax, shape: '999999999', oracle: 'GR.vat' },
  { of: 'GR AMKA', check: southern.greekAmka, shape: 'ddmmyy99999', oracle: 'GR.amka' },
  { of: 'GB UTR', check: western.britishTaxpayer, shape: '{123456789}999999999', oracle: 'GB.utr' },
  {
    of: 'HK identity card',
    check: asia.hongKongIdentity,
    shape: '{ABCY}999999{0123456789A}',
    oracle: 'HK.hkid',
  },
  { of: 'HR OIB', check: eastern.croatianOib, shape: '99999999999', oracle: 'HR.oib' },
  { of: 'HU VAT', check: eastern.hungarianVat, shape: 'HU99999999', oracle: 'HU.anum' },
  { of: 'IE PPS', check: western.irishPps, shape: '9999999@', oracle: 'IE.pps' },
  { of: 'IE PPS of 2013', check: western.irishPps, shape: '9999999@{AH}', oracle: 'IE.pps' },
  { of: 'IL identity', check: asia.israeliIdentity, shape: '999999999', oracle: 'IL.idnr' },
  { of: 'IN Aadhaar', check: asia.aadhaar, shape: '{2345}99999999999', oracle: 'IN.aadhaar' },
  {
    of: 'IN GSTIN',
    check: asia.gstin,
    shape: '27AAAPA1234A1Z{0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ}',
    oracle: 'IN.gstin',
  },
  {
    of: 'IT codice fiscale',
    check: southern.italianFiscalCode,
    shape: 'RSS{AEIMO}RAyy{ABCDEHLMPRST}ddF205@',
    oracle: 'IT.codicefiscale',
  },
  { of: 'IT VAT', check: southern.italianVat, shape: '99999990{1234}99', oracle: 'IT.iva' },
  {
    of: 'JP corporate number',
    check: asia.japaneseCorporate,
    shape: '{123456789}999999999999',
    oracle: 'JP.cn',
  },
  { of: 'KR resident', check: asia.koreanResident, shape: 'yymmdd{12}099999', oracle: 'KR.rrn' },
  { of: 'LT personal code', check: eastern.balticPersonalCode, shape: '{34}yymmdd9999', oracle: 'LT.asmens' },
  { of: 'LV personal code', check: eastern.latvianPersonalCode, shape: 'ddmmyy{01}9999', oracle: 'LV.pvn' },
  { of: 'MX CURP', check: americas.mexicanCurp, shape: 'BOXWyymmddHNERXN{0123456789}9', oracle: 'MX.curp' },
  { of: 'NL BSN', check: western.dutchBsn, shape: '{123456789}99999999', oracle: 'NL.bsn' },
  { of: 'NL VAT', check: western.dutchVat, shape: 'NL999999999B0{123456789}', oracle: 'NL.btw' },
  {
    of: 'NO identity',
    check: northern.norwegianIdentity,
    shape: 'ddmmyy{01234}9999',
    oracle: 'NO.fodselsnummer',
  },
  {
    of: 'NZ bank account',
    check: oceania.newZealandBank,
    shape: '{01}{123}0{0123}999999999{0}99',
    oracle: 'NZ.bank',
  },
  { of: 'NZ IRD', check: oceania.newZealandIrd, shape: '1{01234}9999999', oracle: 'NZ.ird' },
  { of: 'PL PESEL', check: eastern.pesel, shape: 'yymmdd99999', oracle: 'PL.pesel' },
  { of: 'PL REGON', check: eastern.regon, shape: '999999999', oracle: 'PL.regon' },
  { of: 'PL REGON of 14 digits', check: eastern.regon, shape: '99999999999999', oracle: 'PL.regon' },
  { of: 'PT NIF', check: southern.portugueseTax, shape: '{1235689}99999999', oracle: 'PT.nif' },
  { of: 'RO CNP', check: eastern.romanianCnp, shape: '{12}yymmdd0{1234}9999', oracle: 'RO.cnp' },
  { of: 'RU INN of a person', check: eastern.russianInn, shape: '999999999999', oracle: 'RU.inn' },
  { of: 'RU INN of a company', check: eastern.russianInn, shape: '9999999999', oracle: 'RU.inn' },
  {
    of: 'SE personal number',
    check: northern.swedishPersonal,
    shape: 'yymmdd-9999',
    oracle: 'SE.personnummer',
  },
  {
    of: 'TH population number',
    check: asia.thaiPopulation,
    shape: '{12345678}999999999999',
    oracle: 'TH.idnr',
  },
  {
    of: 'TR identity',
    check: southern.turkishIdentity,
    shape: '{123456789}9999999999',
    oracle: 'TR.tckimlik',
  },
  { of: 'TW identity', check: asia.taiwaneseIdentity, shape: 'A{12}99999999', oracle: 'TW.natid' },
  { of: 'ZA identity', check: western.luhnCheck, shape: 'yymmdd99990{8}9', oracle: 'ZA.idnr' },
];
const SAMPLES = 1500;

describe('each check against stdnum', () => {
  it.each(rows)('says the same of $of', ({ of, check, shape, oracle }) => {
    const isValid = oracleOf(oracle);
    const make = createMaker(shape, createDice(of.length * 7919 + shape.length));
    const numbers = Array.from({ length: SAMPLES }, make);
    const differing = numbers.filter((number) => check.holds(compact(number)) !== isValid(number));
    expect(differing).toEqual([]);
    expect(numbers.some((number) => check.holds(compact(number)))).toBe(true);
  });
});

/** Numbers that are published as samples, or follow from the rule by hand, for what stdnum does not know; then one digit off. */
const samples: readonly { of: string; check: Check; holds: readonly string[]; fails: readonly string[] }[] = [
  {
    of: 'US routing',
    check: americas.abaRouting,
    holds: ['021000021', '011401533'],
    fails: ['021000022', '000000000'],
  },
  { of: 'US DEA', check: americas.deaNumber, holds: ['AB1234563'], fails: ['AB1234564'] },
  { of: 'GB NHS', check: western.nhsNumber, holds: ['9434765919', '4010232137'], fails: ['9434765918'] },
  { of: 'GB NINO', check: western.ninoPrefix, holds: ['AB123456C'], fails: ['GB123456C', 'ZZ123456C'] },
  {
    of: 'SG NRIC',
    check: asia.singaporeNric,
    holds: ['S1234567D', 'G1234567X'],
    fails: ['S1234567A', 'A1234567D'],
  },
  { of: 'JP individual', check: asia.japaneseIndividual, holds: ['123456789018'], fails: ['123456789012'] },
  { of: 'AU Medicare', check: oceania.australianMedicare, holds: ['2123456701'], fails: ['2123456711'] },
  {
    of: 'AU TFN of eight digits',
    check: oceania.australianTaxFile,
    holds: ['37118655'],
    fails: ['37118656'],
  },
  { of: 'NZ NHI', check: oceania.newZealandHealth, holds: ['ZAC5361'], fails: ['ZAC5362', 'ZIC5361'] },
  { of: 'PL identity card', check: eastern.polishIdCard, holds: ['ABA300000'], fails: ['ABA400000'] },
  { of: 'PL passport', check: eastern.polishPassport, holds: ['ZS0000177'], fails: ['ZS1000177'] },
  { of: 'HU TAJ', check: eastern.hungarianTaj, holds: ['111111110'], fails: ['111111111'] },
  { of: 'HU tax', check: eastern.hungarianTax, holds: ['8000000008'], fails: ['8000000007'] },
  { of: 'HU personal', check: eastern.hungarianPersonal, holds: ['10101011129'], fails: ['10101011128'] },
  { of: 'DE licence', check: western.germanLicence, holds: ['B072RRE2I55'], fails: ['B072RRE2I65'] },
  {
    of: 'DE identity card',
    check: western.germanDocument,
    holds: ['T220001293D', 'LM3ME4ZLC6'],
    fails: ['T220001294D'],
  },
  { of: 'DK CPR', check: northern.danishCpr, holds: ['0707614285'], fails: ['0707614286'] },
  { of: 'CY tax', check: southern.cypriotTax, holds: ['10259033P'], fails: ['10259033Z'] },
  { of: 'UA taxpayer', check: eastern.ukrainianTax, holds: ['1759013776'], fails: ['1759013770'] },
  { of: 'LU legal person', check: western.luxembourgCompany, holds: ['19970000014'], fails: ['19970000015'] },
  { of: 'LU person', check: western.luxembourgPerson, holds: ['1893120105732'], fails: ['1893120105733'] },
  {
    of: 'BR CNPJ with letters',
    check: americas.brazilianCnpj,
    holds: ['12ABC34501DE35'],
    fails: ['12ABC34501DE36'],
  },
];

describe('each check without an oracle', () => {
  it.each(samples)('accepts and refuses $of', ({ check, holds, fails }) => {
    expect(holds.map((number) => check.holds(number))).toEqual(holds.map(() => true));
    expect(fails.map((number) => check.holds(number))).toEqual(fails.map(() => false));
  });
});

describe('every check', () => {
  const checks = [americas, asia, eastern, northern, oceania, southern, western].flatMap((module) =>
    Object.values(module),
  );

  it.each(['', ' ', 'É', '0', 'Z', '999', '\u{1F600}'.repeat(5), 'ABCDEFGHIJKLMNOP'])(
    'answers false, and does not throw, for "%s"',
    (text) => {
      const holding = checks.filter((check) => check !== western.ninoPrefix && check.holds(text));
      expect(holding.map(({ name }) => name)).toEqual([]);
    },
  );
});

const compact = (value: string): string => value.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
