import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../src/classify/classifier.ts';
import { creditCard } from '../../src/classify/detectors/credit-card.ts';
import { iban } from '../../src/classify/detectors/iban.ts';
import { ipV4 } from '../../src/classify/detectors/ip-v4.ts';
import { ipV6 } from '../../src/classify/detectors/ip-v6.ts';
import { nir } from '../../src/classify/detectors/nir.ts';
import { usSsn } from '../../src/classify/detectors/us-ssn.ts';
import { calendarDate } from '../../src/classify/evidence.ts';
import type { Need, PatternType } from '../../src/classify/pattern-type.ts';
import { purviewTypes } from '../../src/classify/types/all.ts';
import { azureTypes } from '../../src/classify/types/azure.ts';
import { bundles } from '../../src/classify/types/bundles.ts';
import { createTypeResolver } from '../../src/classify/types/names.ts';
import { findingTypeSchema } from '../../src/shared/finding.ts';

/** The types with a detector written by hand, and two that those find under another name (bundles.ts). */
const byHand = [creditCard, iban, nir, usSsn, ipV4, ipV6];
const alsoByHand = ['0e9b3178-9678-47dd-a509-37222ca96b42', '1daa4ad5-e2dd-4ca4-a788-54722c09efb2'];
const guidsOf = (entries: readonly { readonly purview?: { readonly id: string } }[]): string[] =>
  entries.flatMap(({ purview }) => (purview === undefined ? [] : [purview.id]));

const rows = purviewTypes.map((entry) => ({ name: entry.name, type: entry.type, entry }));
const keywordsOf = (needs: readonly Need[]): readonly string[] =>
  needs.flatMap((need) => {
    if ('keywords' in need) return need.keywords;
    return 'anyOf' in need ? keywordsOf(need.anyOf) : [];
  });
const allKeywords = ({ rules }: PatternType): readonly string[] =>
  rules.flatMap(({ needs, never }) => [...keywordsOf(needs), ...keywordsOf(never ?? [])]);

describe("Purview's pattern types", () => {
  it('are all there: 220 GUIDs, each once', () => {
    const guids = [...guidsOf(purviewTypes), ...guidsOf(azureTypes), ...guidsOf(byHand), ...alsoByHand];
    expect(guids.filter((guid, index) => guids.indexOf(guid) !== index)).toEqual([]);
    expect(guids).toHaveLength(220);
    for (const guid of guids) expect(guid).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('have names of their own', () => {
    const names = purviewTypes.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(rows)('writes $name as the contract says', ({ entry }) => {
    expect(findingTypeSchema.safeParse(entry.type).success).toBe(true);
    if (entry.country !== undefined) expect(entry.country).toMatch(/^[A-Z]{2}$/);
    expect(entry.patterns.length).toBeGreaterThan(0);
    for (const pattern of entry.patterns) {
      expect(pattern).not.toMatch(/(?<!\\)[*+](?![^[]*\])|\{\d+,\}/);
      expect(() => new RegExp(pattern, 'iu')).not.toThrow();
    }
    expect(entry.rules.length).toBeGreaterThan(0);
    for (const { of = [] } of entry.rules) {
      expect(of.filter((place) => place >= entry.patterns.length)).toEqual([]);
    }
    expect(entry.examples.match.length).toBeGreaterThanOrEqual(2);
    expect(entry.examples.noMatch.length).toBeGreaterThanOrEqual(2);
  });

  it.each(rows)('writes the keywords of $name in small letters with single spaces', ({ entry }) => {
    const odd = allKeywords(entry).filter(
      (keyword) =>
        keyword !== keyword.toLowerCase() || keyword !== keyword.trim() || /\s{2}|,|^$/.test(keyword),
    );
    expect(odd).toEqual([]);
  });

  it.each(rows)('marks $name as digits only where a letter never comes', ({ entry }) => {
    if (entry.digitsOnly !== true) return;
    const letters = entry.patterns.map((pattern) => pattern.replaceAll(/\\d|\[\\dX\]|\[A-Z\]\{2\}/g, ''));
    expect(letters.filter((rest) => /[a-z]/i.test(rest))).toEqual([]);
  });
});

const found = (entry: PatternType, text: string, country?: string) =>
  createClassifierOf([], [entry], country === undefined ? {} : { country }).classify(text).findings;

describe('each pattern type', () => {
  const matches = purviewTypes.flatMap((entry) =>
    entry.examples.match.map((example) => ({ entry, name: entry.name, ...example })),
  );
  const noMatches = purviewTypes.flatMap((entry) =>
    entry.examples.noMatch.map((example) => ({
      entry,
      name: entry.name,
      ...(typeof example === 'string' ? { text: example, country: undefined } : example),
    })),
  );

  it.each(matches)('finds $name in $text', ({ entry, text, value, country, confidence }) => {
    const findings = found(entry, text, country);
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual([value]);
    expect(findings[0]?.confidence).toBe(confidence);
    expect(findings[0]?.type).toBe(entry.type);
  });

  it.each(noMatches)('finds no $name in $text', ({ entry, text, country }) => {
    expect(found(entry, text, country)).toEqual([]);
  });
});

describe('each Azure type', () => {
  const rowsOf = (kind: 'match' | 'noMatch') =>
    azureTypes.flatMap((detector) =>
      detector.examples[kind].map((example) => ({ detector, name: detector.name, example })),
    );

  it.each(rowsOf('match'))('finds $name', ({ detector, example }) => {
    const { text, value } =
      typeof example === 'object' && 'value' in example ? example : { text: '', value: '' };
    const { findings } = createClassifierOf([detector]).classify(text);
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual([value]);
  });

  it.each(rowsOf('noMatch'))('finds no $name in what only looks like it', ({ detector, example }) => {
    const text = typeof example === 'string' ? example : example.text;
    expect(createClassifierOf([detector]).classify(text).findings).toEqual([]);
  });
});

describe('evidence', () => {
  it.each(['17/04/2031', '2031-04-17', '17.04.31', '17 APR 2031', '17 AVR/APR 31', 'bis 3. Mai 2031'])(
    'takes "%s" for a date',
    (text) => expect(calendarDate.test(text)).toBe(true),
  );
  it.each(['17', '1.2.3', '123/456', '17 cats 2031', 'v2031-04-17x'])('takes "%s" for none', (text) =>
    expect(calendarDate.test(text)).toBe(false),
  );
});

describe('the names of types', () => {
  const entries = [...purviewTypes, ...azureTypes, ...byHand];
  const resolve = createTypeResolver(entries);

  it.each([
    ['a Purview name', "U.K. Driver's License Number", ['DRIVER_LICENSE:GB']],
    [
      'a Purview name in any case, with another apostrophe',
      'u.k. driver\u2019s  license number',
      ['DRIVER_LICENSE:GB'],
    ],
    ['a GUID', '3192014E-2A16-44E9-AA69-4B20375C9A78', ['NATIONAL_ID:GB_NHS']],
    ['a GUID in braces', '{3192014e-2a16-44e9-aa69-4b20375c9a78}', ['NATIONAL_ID:GB_NHS']],
    ['a short name', ' national_id:gb_nhs ', ['NATIONAL_ID:GB_NHS']],
    ['a family', 'NATIONAL_ID', ['NATIONAL_ID']],
    ['a type written by hand', 'Credit Card Number', ['CREDIT_CARD']],
    ['a type that another one finds', 'EU Debit Card Number', ['CREDIT_CARD']],
    ['two types of one family', 'IP Address', ['IP_ADDRESS']],
    ['the bundle of credentials', 'All Credential Types', ['SECRET', 'PRIVATE_KEY']],
  ])('resolve %s', (_, text, types) => {
    expect(resolve(text)).toEqual(types);
  });

  it.each([
    '',
    'Nothing of the kind',
    'NATIONAL_ID:ZZ_NONE',
    'NATIONAL',
    '3192014e-2a16-44e9-aa69-000000000000',
  ])('do not know "%s"', (text) => expect(resolve(text)).toBeUndefined());

  it('resolve every Purview name and GUID that an entry carries', () => {
    for (const { type, purview } of entries) {
      if (purview === undefined) continue;
      expect(resolve(purview.name)).toContain(type);
      expect(resolve(purview.id)).toContain(type);
    }
  });

  it.each(bundles.filter(({ name }) => name.startsWith('EU ')))(
    'resolve $name to types that exist',
    ({ types }) => {
      const known = new Set<string>(entries.map(({ type }) => type));
      expect(types.filter((type) => !known.has(type))).toEqual([]);
      expect(new Set(types).size).toBe(types.length);
    },
  );
});
