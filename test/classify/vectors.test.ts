import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PatternType } from '../../src/classify/pattern-type.ts';
import { purviewTypes } from '../../src/classify/types/all.ts';
import { createTypeResolver } from '../../src/classify/types/names.ts';

/** Test values of the catalogue of Purview's types, in a folder next to the repository that not every machine has. */
const FOLDER = join(import.meta.dirname, '../../../shared/sit');
const isThere = existsSync(join(FOLDER, 'vectors.json'));

const vectorsSchema = z.record(
  z.string(),
  z.object({
    valid: z.array(z.string()),
    badChecksum: z.array(z.string()).default([]),
    formatOnly: z.boolean().default(false),
  }),
);
const catalogueSchema = z.array(z.object({ slug: z.string(), guid: z.string() }));

/**
 * Where our shape is narrower than Purview's text on purpose, and its random values do not fit: the country writes only these.
 */
const narrower: Readonly<Record<string, string>> = {
  'czech-personal-identity-number': 'the month is one that exists, nine digits only to 1953',
  'slovakia-personal-number': 'the month is one that exists, nine digits only to 1953',
  'swift-code': 'ISO 9362: eight or eleven characters with a country',
  'uae-identity-card-number': 'every number begins with 784, the country in ISO 3166',
  'saudi-arabia-national-id': 'the first digit is 1 or 2, and Luhn holds',
  'india-drivers-license-number': 'the letters name a state',
  'italy-fiscal-code': 'the day of birth is one that exists, or 40 more',
  'luxemburg-national-identification-number-non-natural-persons': 'the first four digits are a year',
  'netherlands-passport-number': 'two letters in front, a digit at the end',
  'new-zealand-bank-account-number': 'the bank exists and its sum holds',
  'international-classification-of-diseases-icd-10-cm':
    'the third character is a digit where there is no dot',
};

interface Row {
  readonly slug: string;
  readonly entry: PatternType;
  readonly valid: readonly string[];
  readonly bad: readonly string[];
  readonly formatOnly: boolean;
}

function readRows(): readonly Row[] {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
  const vectors = vectorsSchema.parse(read('vectors.json'));
  const guids = new Map(catalogueSchema.parse(read('catalogue.json')).map(({ slug, guid }) => [slug, guid]));
  return Object.entries(vectors).flatMap(([slug, { valid, badChecksum, formatOnly }]) => {
    const entry = purviewTypes.find(({ purview }) => purview?.id === guids.get(slug));
    return entry === undefined ? [] : [{ slug, entry, valid, bad: badChecksum, formatOnly }];
  });
}

const compact = (value: string): string => value.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();

const resolveType = createTypeResolver(purviewTypes);

/** All entries that the GUID names count: a number without its separators, or of persons alone, may be one of its own. */
function fitsOf({ purview }: PatternType, value: string): readonly PatternType[] {
  const types = resolveType(purview?.id ?? '') ?? [];
  return purviewTypes.filter(
    (entry) =>
      types.includes(entry.type) &&
      entry.patterns.some((pattern) => {
        const flags = entry.exactCase === true ? 'u' : 'iu';
        return new RegExp(`^(?:${pattern})$`, flags).test(value);
      }),
  );
}

const mustHold = ({ rules }: PatternType): boolean => !rules.some(({ checked }) => checked === false);

describe.skipIf(!isThere)("the catalogue's test values", () => {
  const rows = isThere ? readRows() : [];
  const expected = rows.filter(({ slug }) => narrower[slug] === undefined);

  it('cover nearly all types', () => {
    expect(rows.length).toBeGreaterThan(190);
  });

  it.each(expected)('fit $slug', ({ entry, valid }) => {
    expect(valid.filter((value) => fitsOf(entry, value).length === 0)).toEqual([]);
  });

  it.each(expected.filter(({ entry, formatOnly }) => entry.check !== undefined && !formatOnly))(
    'hold the check of $slug',
    ({ entry, valid }) => {
      if (!mustHold(entry)) return;
      expect(valid.filter((value) => !(entry.check?.holds(compact(value)) ?? true))).toEqual([]);
    },
  );

  it.each(rows.filter(({ bad }) => bad.length > 0))(
    'with a broken check digit are none of $slug',
    ({ entry, bad }) => {
      const passing = bad.filter((value) =>
        fitsOf(entry, value).some((fit) => fit.check?.holds(compact(value)) ?? true),
      );
      expect(passing).toEqual([]);
    },
  );
});
