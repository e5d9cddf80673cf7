import type { FindingType } from '../../shared/finding.ts';
import type { PatternRule, PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { COMPANY_LABELS, PERSON_LABELS } from './labels-by-language.ts';

/**
 * Labels that many countries' numbers share. They do not tell whose number it is, so they only support one whose check digit
 * holds, and only in the languages of the country that issues it.
 */

/** Languages of forms and papers, by country; English counts everywhere. ISO 639-1, separated by spaces. */
const LANGUAGES: Readonly<Record<string, string>> = {
  AD: 'ca es fr',
  AE: 'ar',
  AL: 'sq',
  AO: 'pt',
  AR: 'es',
  AT: 'de',
  AZ: 'az ru',
  BA: 'sr',
  BE: 'nl fr de',
  BG: 'bg',
  BH: 'ar',
  BO: 'es',
  BR: 'pt',
  BY: 'ru',
  CA: 'fr',
  CH: 'de fr it',
  CL: 'es',
  CN: 'zh',
  CO: 'es',
  CR: 'es',
  CU: 'es',
  CY: 'el tr',
  CZ: 'cs',
  DE: 'de',
  DK: 'da',
  DO: 'es',
  DZ: 'fr ar',
  EC: 'es',
  EE: 'et ru',
  EG: 'ar',
  ES: 'es ca',
  FI: 'fi sv',
  FO: 'da',
  FR: 'fr',
  GN: 'fr',
  GR: 'el',
  GT: 'es',
  HK: 'zh',
  HN: 'es',
  HR: 'sr',
  HU: 'hu',
  ID: 'id',
  IL: 'he ar',
  IN: 'hi',
  IQ: 'ar',
  IR: 'fa',
  IS: 'is',
  IT: 'it de',
  JO: 'ar',
  JP: 'ja',
  KR: 'ko',
  KW: 'ar',
  KZ: 'ru',
  LI: 'de',
  LT: 'lt ru',
  LU: 'fr de',
  LV: 'lv ru',
  LY: 'ar',
  MA: 'fr ar',
  MC: 'fr',
  MD: 'ro ru',
  ME: 'sr',
  MK: 'mk',
  MO: 'zh pt',
  MX: 'es',
  MY: 'id',
  MZ: 'pt',
  NI: 'es',
  NL: 'nl',
  NO: 'no',
  OM: 'ar',
  PA: 'es',
  PE: 'es',
  PL: 'pl',
  PT: 'pt',
  PY: 'es',
  QA: 'ar',
  RO: 'ro',
  RS: 'sr',
  RU: 'ru',
  SA: 'ar',
  SE: 'sv',
  SG: 'zh',
  SI: 'sl',
  SK: 'sk',
  SM: 'it',
  SN: 'fr',
  SV: 'es',
  TH: 'th',
  TN: 'fr ar',
  TR: 'tr',
  TW: 'zh',
  UA: 'uk ru',
  UY: 'es',
  UZ: 'ru',
  VE: 'es',
  VN: 'vi',
};

const gather = (table: Readonly<Record<string, string>>, country: string): readonly string[] =>
  ['en', ...(LANGUAGES[country] ?? '').split(' ')].flatMap((language) => {
    const words = table[language];
    return words === undefined ? [] : listOf(words);
  });

const remembered = (table: Readonly<Record<string, string>>): ((country: string) => readonly string[]) => {
  const known = new Map<string, readonly string[]>();
  return (country) => {
    const list = known.get(country) ?? gather(table, country);
    known.set(country, list);
    return list;
  };
};

/** "national id", "tax number", "numéro d'identification": what people write before a person's number of that country. */
export const personLabels = remembered(PERSON_LABELS);
/** "company number", "VAT", "numéro d'entreprise": the same for companies, tax numbers among them. */
export const companyLabels = remembered(COMPANY_LABELS);

/** Shared labels count this near (code units), so that they stand on the number itself and not on its neighbour. */
export const SHARED_REACH = 40;

/** English words for such numbers that count when the country is named too: "Peruvian identity number". */
const PERSON_WORDS = listOf(`
  national number, national id, national identity, national identification, national identifier, national insurance,
  identity number, identity nr, identity no, identity card, identity code, identity codes, identity document, id number, id no, id nr, id card,
  id code, identification number, identification code, identification card, identification document, identifier,
  personal id, personal number, personal numbers, personal code, personal identity, personal identification, personal identifier,
  personal tax, citizen number, citizen card, citizenship number, civil number, civil id, birth number, social security, social insurance,
  pension number, health number, health card, health insurance, patient identifier, resident number, residence number,
  residence permit, resident registration, foreigner number, foreigners number, foreigners id, pupil number, student number, student identification,
  tax number, tax no, tax id, tax identification, tax identifier, tax code, tax registration, tax file, tax payer, taxpayer,
  fiscal number, fiscal code, tin`);

const COMPANY_WORDS = listOf(`
  company number, company no, company id, company identifier, company identification, company code, company register, company registration,
  company tax, business number, business id, business identifier, business registration, business administration,
  organisation number, organisation identifier, organisation id, organisation registration, organization number, organization identifier,
  organization id, enterprise number, enterprise identifier, enterprises, establishment number, establishment identification, corporate number,
  corporate registration, corporate identifier, registration number, trade register, commercial register, legal entity, legal person,
  memorandum of association, statistical number, receipt number, creditor identifier, property id, property number, meter point, supply point, identifier,
  tax number, tax no, tax id, tax identification, tax identifier, tax code, tax registration, tax reference, taxpayer, fiscal number, fiscal code, tin, vat,
  vat number, value added tax, sales tax, gst, excise number, activity establishment`);

const BANK_WORDS = listOf(`
  bank account, account number, account no, account code, bank code, banking code, bank number, bank details`);

export function kindWords(type: FindingType): readonly string[] {
  if (type.startsWith('COMPANY')) return COMPANY_WORDS;
  return type.startsWith('BANK') ? BANK_WORDS : PERSON_WORDS;
}

/**
 * A national number with a check digit and one rule more: a shared label near it, at medium confidence. Types of other families
 * and those without a check digit or a country come back as they were.
 */
export function withGenericLabels(type: PatternType): PatternType {
  const { check, country } = type;
  const company = type.type.startsWith('COMPANY_ID:');
  if (check === undefined || country === undefined) return type;
  if (!company && !type.type.startsWith('NATIONAL_ID:')) return type;
  const keywords = company ? companyLabels(country) : personLabels(country);
  const strong = type.rules.filter(({ confidence }) => confidence !== 'low');
  const weak = type.rules.filter(({ confidence }) => confidence === 'low');
  const shared: PatternRule = {
    confidence: 'medium',
    needs: [{ keywords, within: SHARED_REACH }],
  };
  return { ...type, rules: [...strong, shared, ...weak] };
}
