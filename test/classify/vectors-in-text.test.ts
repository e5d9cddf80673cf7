import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTypeResolver } from '../../src/classify/types/names.ts';
import { typeCovers } from '../../src/shared/finding.ts';
import { classifierIn, everyEntry, listsFor } from './whole-registry.ts';

/** Test values of the catalogue of Purview's types, in a folder next to the repository that not every machine has. */
const FOLDER = join(import.meta.dirname, '../../../shared/sit');
const isThere = existsSync(join(FOLDER, 'vectors.json'));

const vectorsSchema = z.record(
  z.string(),
  z.object({ valid: z.array(z.string()), badChecksum: z.array(z.string()).default([]) }),
);
const catalogueSchema = z.array(z.object({ slug: z.string(), guid: z.string() }));

/** Made-up values that only fit a shape, where ours asks for more. The reason is a fact about the numbers. */
const notFound: Readonly<Record<string, string>> = {
  'austria-value-added-tax': 'one value stands with spaces around the U, as nobody writes it',
  'canada-personal-health-identification-number': 'nine digits from 0 on; the words of one act are no label',
  'eu-debit-card-number': 'no issuer has these first digits, ISO/IEC 7812',
  'germany-drivers-license-number': 'the last but one is a check digit, and does not hold',
  'india-drivers-license-number': 'the letters name a state',
  'ip-address': 'a part of an address has no zero in front, RFC 6943 section 3.1.1',
  'italy-fiscal-code': 'the day of birth is one that exists, or 40 more',
  'luxemburg-national-identification-number-non-natural-persons': 'the first four digits are a year',
  'netherlands-passport-number': 'two letters in front, a digit at the end',
  'new-zealand-bank-account-number': 'the bank exists and its sum holds',
  'saudi-arabia-national-id': 'the first digit is 1 or 2, and Luhn holds',
  'slovakia-personal-number': 'nine digits only to 1953',
  'swift-code': 'ISO 9362: eight or eleven characters with a country',
  'uae-identity-card-number': 'every number begins with 784, the country in ISO 3166',
};

/** Check digits that Purview asks for and the issuers have given up, so that real numbers break them. */
const mayBreak: Readonly<Record<string, string>> = {
  'denmark-personal-identification-number': 'given out without modulus 11 since 2007 (cpr.dk)',
  'south-korea-resident-registration-number':
    'given out with random digits since October 2020 (law of 2020-05-26)',
};

interface Row {
  readonly slug: string;
  readonly guid: string;
  readonly label: string;
  readonly valid: readonly string[];
  readonly bad: readonly string[];
}

function readRows(): readonly Row[] {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
  const vectors = vectorsSchema.parse(read('vectors.json'));
  return catalogueSchema.parse(read('catalogue.json')).flatMap(({ slug, guid }) => {
    const vector = vectors[slug];
    const entry = everyEntry.find(({ purview }) => purview?.id === guid);
    if (vector === undefined || entry === undefined) return [];
    const label = listsFor(entry).find((list) => list.length > 0)?.[0] ?? '';
    return [{ slug, guid, label, valid: vector.valid, bad: vector.badChecksum }];
  });
}

const resolve = createTypeResolver(everyEntry);
const family = (type: string): string => type.split(':')[0] ?? type;
/** Numbers of persons and of companies: some are both, and the words for them are shared. */
const NUMBERS = new Set(['NATIONAL_ID', 'COMPANY_ID', 'NIR', 'US_SSN']);
const isAlike = (left: string, right: string): boolean =>
  family(left) === family(right) || (NUMBERS.has(family(left)) && NUMBERS.has(family(right)));

/** What is found where the value stands, at least over half of it. */
function typesAt(text: string, value: string): readonly string[] {
  const from = text.length - value.length;
  return classifierIn(undefined)
    .classify(text)
    .findings.filter(({ start, end }) => (end - Math.max(start, from)) * 2 >= value.length)
    .map(({ type }) => type);
}

describe.skipIf(!isThere)("the catalogue's test values after their type's first keyword", () => {
  const rows = isThere ? readRows() : [];

  it('cover nearly all types', () => {
    expect(rows.length).toBeGreaterThan(195);
  });

  it.each(rows.filter(({ slug }) => notFound[slug] === undefined))(
    'are found as $slug or its like',
    ({ guid, label, valid }) => {
      const types = resolve(guid) ?? [];
      const missed = valid.filter((value) => {
        const found = typesAt(`${label}: ${value}`, value);
        return !found.some((type) => types.some((wanted) => isAlike(wanted, type)));
      });
      expect(missed).toEqual([]);
    },
  );

  it('are mostly found as that very type', () => {
    const values = rows.flatMap(({ guid, label, valid }) => valid.map((value) => ({ guid, label, value })));
    const own = values.filter(({ guid, label, value }) =>
      typesAt(`${label}: ${value}`, value).some((type) =>
        (resolve(guid) ?? []).some((wanted) => typeCovers(wanted, type)),
      ),
    );
    expect(own.length / values.length).toBeGreaterThan(0.65);
  });

  it.each(rows.filter(({ slug, bad }) => bad.length > 0 && mayBreak[slug] === undefined))(
    'with a broken check digit are no $slug',
    ({ guid, label, bad }) => {
      const types = resolve(guid) ?? [];
      const found = bad.filter((value) =>
        typesAt(`${label}: ${value}`, value).some((type) => types.some((wanted) => typeCovers(wanted, type))),
      );
      expect(found).toEqual([]);
    },
  );
});
