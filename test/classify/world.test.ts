import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../src/classify/classifier.ts';
import type { PatternType } from '../../src/classify/pattern-type.ts';
import { worldTypes } from '../../src/classify/world/all.ts';
import { knownCountries } from '../../src/classify/world/countries.ts';
import {
  companyLabels,
  personLabels,
  SHARED_REACH,
  withGenericLabels,
} from '../../src/classify/world/generic-labels.ts';
import { findingTypeSchema } from '../../src/shared/finding.ts';

const entries = worldTypes.map((entry) => ({ entry, title: `${entry.type}, ${entry.name}` }));
const matches = entries.flatMap(({ entry, title }) =>
  entry.examples.match.map((example) => ({ entry, title, ...example })),
);
const noMatches = entries.flatMap(({ entry, title }) =>
  entry.examples.noMatch.map((example) => ({
    entry,
    title,
    text: typeof example === 'string' ? example : example.text,
  })),
);

const classifiers = new Map(entries.map(({ entry }) => [entry, createClassifierOf([], [entry])]));
const findingsOf = (entry: PatternType, text: string) =>
  classifiers.get(entry)?.classify(text).findings ?? [];
const compact = (value: string): string => value.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
const fits = (entry: PatternType, value: string): boolean =>
  entry.patterns.some((pattern) => new RegExp(`^(?:${pattern})$`, 'iu').test(value));

const plainValues = ({ examples }: PatternType): readonly string[] => [
  ...new Set(examples.match.map(({ value }) => value)),
];
/** A sum over all digits, rather than a date or a range. */
const SUM = /mod|luhn|verhoeff|ean|cross|11-test|rounds|divisible|iso/i;
const summed = entries.filter(({ entry }) => SUM.test(entry.check?.name ?? ''));

describe('the numbers of the world', () => {
  it('are persons, companies and accounts, named as policies name them', () => {
    for (const { type } of worldTypes) {
      expect(findingTypeSchema.safeParse(type).success, type).toBe(true);
      expect(type).toMatch(/^(?:NATIONAL_ID|COMPANY_ID|BANK_ACCOUNT):/);
    }
    expect(new Set(worldTypes.map(({ type }) => type)).size).toBeGreaterThan(190);
  });

  it('name persons before companies, so that a tie is taken for a person', () => {
    const lastPerson = worldTypes.findLastIndex(({ type }) => type.startsWith('NATIONAL_ID'));
    const firstOther = worldTypes.findIndex(({ type }) => !type.startsWith('NATIONAL_ID'));
    expect(lastPerson).toBeLessThan(firstOther);
  });

  it('belong to countries that have names', () => {
    const countries = worldTypes.flatMap(({ country }) => country ?? []);
    expect(countries.filter((country) => !knownCountries.includes(country))).toEqual([]);
  });

  it.each(entries)('have bounded expressions: $title', ({ entry }) => {
    for (const pattern of entry.patterns) {
      const bare = pattern.replaceAll(/\\.|\[[^\]]*\]/g, 'x').replaceAll(/\(\?[:=]/g, '(');
      expect(bare).not.toMatch(/[*+]|\{\d+,\}/);
    }
  });

  it.each(entries)('have two examples with a label and two that are none: $title', ({ entry }) => {
    expect(entry.examples.match.filter(({ text, value }) => text !== value).length).toBeGreaterThanOrEqual(2);
    expect(entry.examples.noMatch.length).toBeGreaterThanOrEqual(2);
  });

  it.each(entries)('have labels in small letters, none twice: $title', ({ entry }) => {
    for (const { needs } of entry.rules) {
      for (const need of needs) {
        if (!('keywords' in need)) continue;
        expect(need.keywords.filter((word) => word !== word.toLowerCase() || word === '')).toEqual([]);
      }
    }
    const [own] = entry.rules.flatMap(({ needs }) => needs);
    const words = own !== undefined && 'keywords' in own ? own.keywords : [];
    expect(new Set(words).size).toBe(words.length);
  });

  it.each(matches)('are found with their label: $title in "$text"', ({ entry, text, value }) => {
    const found = findingsOf(entry, text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([value]);
  });

  it.each(noMatches)('are not found in "$text": $title', ({ entry, text }) => {
    expect(findingsOf(entry, text)).toEqual([]);
  });

  it.each(entries.filter(({ entry }) => entry.digitsOnly === true))(
    'are not told from bare digits abroad: $title',
    ({ entry }) => {
      for (const value of plainValues(entry)) expect(findingsOf(entry, `a ${value} b`)).toEqual([]);
    },
  );
});

describe('check digits', () => {
  it.each(summed)('refuse most values with one digit changed: $title', ({ entry }) => {
    const changed = plainValues(entry)
      .map(compact)
      .flatMap((value) => withOneDigitChanged(value));
    const refused = changed.filter((value) => entry.check?.holds(value) === false);
    expect(refused.length / changed.length).toBeGreaterThan(0.5);
  });

  it.each(entries.filter(({ entry }) => entry.check !== undefined))(
    'neither hold for nor throw on what is no number: $title',
    ({ entry }) => {
      for (const text of ['', 'A', 'ABCDEFGHIJKL', '١٢٣٤٥٦٧٨٩', 'ZZ99ZZ'])
        if (!fits(entry, text)) expect(() => entry.check?.holds(text)).not.toThrow();
    },
  );

  /** Numbers of companies as their registers and annual reports publish them, and numbers from the issuers' own manuals. */
  it.each([
    ['COMPANY_ID:AT_FN', '93363z'],
    ['COMPANY_ID:AT_FN', '33209m'],
    ['COMPANY_ID:BE_VAT', '0417497106'],
    ['COMPANY_ID:BG_VAT', '831902088'],
    ['COMPANY_ID:CH_UID', 'CHE-105.909.036'],
    ['COMPANY_ID:CN_USCC', '91440300708461136T'],
    ['COMPANY_ID:CZ_ICO', '45274649'],
    ['COMPANY_ID:DK_CVR', '24256790'],
    ['COMPANY_ID:EE_REGISTRIKOOD', '10234957'],
    ['COMPANY_ID:ES_CIF', 'A28015865'],
    ['COMPANY_ID:FI_YTUNNUS', '0112038-9'],
    ['COMPANY_ID:FR_SIREN', '443061841'],
    ['COMPANY_ID:GB_VAT', '220430231'],
    ['COMPANY_ID:HU_VAT', '10625790'],
    ['COMPANY_ID:IE_VAT', '6388047V'],
    ['COMPANY_ID:IL_HP', '520013954'],
    ['COMPANY_ID:KR_BRN', '124-81-00998'],
    ['COMPANY_ID:LU_TVA', '26375245'],
    ['COMPANY_ID:LV_PVN', '40003245752'],
    ['COMPANY_ID:MX_RFC', 'PME380607P35'],
    ['COMPANY_ID:NO_ORGNR', '923609016'],
    ['COMPANY_ID:PE_RUC', '20100017491'],
    ['COMPANY_ID:PL_NIP', '7740001454'],
    ['COMPANY_ID:PT_NIPC', '503504564'],
    ['COMPANY_ID:RO_CUI', '1590082'],
    ['COMPANY_ID:RS_PIB', '100002887'],
    ['COMPANY_ID:RU_OGRN', '1027700070518'],
    ['COMPANY_ID:SE_ORG', '556012-5790'],
    ['COMPANY_ID:SG_UEN', '197200078R'],
    ['COMPANY_ID:SI_MATICNA', '5043611'],
    ['COMPANY_ID:SK_ICO', '31322832'],
    ['COMPANY_ID:TH_TIN', '0107544000108'],
    ['COMPANY_ID:TW_UBN', '22099131'],
    ['COMPANY_ID:UA_EDRPOU', '20077720'],
    ['COMPANY_ID:UY_RUT', '211003420017'],
    ['COMPANY_ID:VN_MST', '0300588569'],
    ['NATIONAL_ID:DE_KVNR', 'A123456780'],
    ['NATIONAL_ID:IS_KENNITALA', '120174-3399'],
    ['NATIONAL_ID:RU_SNILS', '112-233-445 95'],
    ['NATIONAL_ID:US_NPI', '1234567893'],
  ])('hold for a published number of %s: %s', (type, value) => {
    const own = worldTypes.filter((entry) => entry.type === type && fits(entry, value));
    expect(own.map((entry) => entry.check?.holds(compact(value)))).toContain(true);
  });
});

/** Numbers for which the library's answer is known to be right; it differs from the issuer for some others. */
const libraries = {
  'BANK_ACCOUNT:NO': 'NO.kontonr',
  'COMPANY_ID:CA_QST': 'CA.qst',
  'COMPANY_ID:CH_UID': 'CH.uid',
  'COMPANY_ID:CZ_ICO': 'CZ.ico',
  'COMPANY_ID:DK_CVR': 'DK.cvr',
  'COMPANY_ID:DO_RNC': 'DO.rnc',
  'COMPANY_ID:EE_KMKR': 'EE.kmkr',
  'COMPANY_ID:EE_REGISTRIKOOD': 'EE.registrikood',
  'COMPANY_ID:FR_SIRET': 'FR.siret',
  'COMPANY_ID:GH_TIN': 'GH.tin',
  'COMPANY_ID:GT_NIT': 'GT.nit',
  'COMPANY_ID:KR_BRN': 'KR.brn',
  'COMPANY_ID:MK_EDB': 'MK.edb',
  'COMPANY_ID:MT_VAT': 'MT.vat',
  'COMPANY_ID:MZ_NUIT': 'MZ.nuit',
  'COMPANY_ID:NO_ORGNR': 'NO.orgnr',
  'COMPANY_ID:PE_RUC': 'PE.ruc',
  'COMPANY_ID:RS_PIB': 'RS.pib',
  'COMPANY_ID:SG_UEN': 'SG.uen',
  'COMPANY_ID:TR_VKN': 'TR.vkn',
  'COMPANY_ID:UA_EDRPOU': 'UA.edrpou',
  'NATIONAL_ID:CA_BC_PHN': 'CA.bc_bhn',
  'NATIONAL_ID:DO_CEDULA': 'DO.cedula',
  'NATIONAL_ID:ES_NIE': 'ES.nie',
  'NATIONAL_ID:UY_CI': 'UY.cedula',
  'NATIONAL_ID:ZA_TIN': 'ZA.tin',
} as const;

describe('our check digits', () => {
  it.each(Object.entries(libraries))('agree with the stdnum library on %s', (type, path) => {
    const [country = '', name = ''] = path.split('.');
    const isValid = (value: string): boolean => stdnum[country]?.[name]?.validate(value).isValid === true;
    const entry = worldTypes.find(
      (each) => each.type === type && plainValues(each).some((value) => isValid(compact(value))),
    );
    const values = entry === undefined ? [] : plainValues(entry).map(compact);
    const tried = values.flatMap((value) => [value, ...withOneDigitChanged(value)]);
    expect(tried.length).toBeGreaterThan(50);
    const differing = tried.filter((value) => entry?.check?.holds(value) !== isValid(value));
    expect(differing.filter((value) => entry !== undefined && fits(entry, value))).toEqual([]);
  });
});

describe('labels that many countries share', () => {
  const polish = worldTypes.find(
    ({ type, digitsOnly }) => type === 'COMPANY_ID:PL_NIP' && digitsOnly === true,
  );
  const unchecked = worldTypes.find(({ check }) => check === undefined);

  it('speak English everywhere and the languages of the country', () => {
    expect(personLabels('DE')).toContain('tax id');
    expect(personLabels('DE')).toContain('steuernummer');
    expect(personLabels('PE')).not.toContain('steuernummer');
    expect(companyLabels('CH')).toEqual(
      expect.arrayContaining(['vat number', 'n° tva', 'partita iva', 'mwst nr']),
    );
  });

  it('are more than twenty languages', () => {
    const first = [
      'DE',
      'FR',
      'ES',
      'PT',
      'IT',
      'NL',
      'SE',
      'DK',
      'NO',
      'FI',
      'PL',
      'CZ',
      'SK',
      'HU',
      'RO',
      'BG',
      'GR',
      'RU',
      'UA',
      'TR',
      'SA',
      'IL',
      'CN',
      'JP',
      'KR',
      'VN',
    ];
    const own = first.map((country) =>
      personLabels(country).filter((word) => !personLabels('US').includes(word)),
    );
    expect(own.filter((words) => words.length === 0)).toEqual([]);
  });

  it('support a number with a check digit at medium confidence, and come before its weak rules', () => {
    const bare: PatternType | undefined =
      polish === undefined ? undefined : { ...polish, rules: [{ confidence: 'low', needs: [] }] };
    const rules = bare === undefined ? [] : withGenericLabels(bare).rules;
    expect(rules.map(({ confidence }) => confidence)).toEqual(['medium', 'low']);
    expect(rules[0]?.needs).toEqual([{ keywords: companyLabels('PL'), within: SHARED_REACH }]);
  });

  it('leave a number without a check digit as it was', () => {
    expect(unchecked).toBeDefined();
    if (unchecked !== undefined) expect(withGenericLabels(unchecked)).toBe(unchecked);
  });

  it.each([
    ['National ID: 5260250995 and nothing else', 0],
    ['tax id 526-025-09-95', 1],
    ['numer identyfikacji podatkowej 5260250995', 1],
  ])('are near the number: %s', (text, count) => {
    const classifier = createClassifierOf([], polish === undefined ? [] : [polish]);
    expect(classifier.classify(text).findings).toHaveLength(count);
  });
});

/** Every value that differs in one digit. */
function withOneDigitChanged(value: string): readonly string[] {
  return value.split('').flatMap((unit, at) =>
    /\d/.test(unit)
      ? '0123456789'
          .split('')
          .filter((digit) => digit !== unit)
          .map((digit) => value.slice(0, at) + digit + value.slice(at + 1))
      : [],
  );
}
