import { z } from 'zod';
import { confidenceSchema, type FindingType } from './finding.ts';

/**
 * A company's own sensitive type as the bundle holds it, under `types`. docs/custom-types.md is its handbook. The limits are
 * those of Purview (https://learn.microsoft.com/purview/sit-limits), so that what fits there fits here.
 */

/** How a custom type is named in findings and policies. */
export const customTypeNameSchema = z
  .string()
  .regex(/^CUSTOM:[A-Z0-9_]{1,64}$/, 'expected a name such as CUSTOM:EMPLOYEE_ID');

export const MAX_CUSTOM_TYPES = 500;
export const MAX_EXPRESSION_UNITS = 1024;
export const MAX_EXPRESSIONS = 20;
export const MAX_TERM_UNITS = 100;
/** Purview's limit for a keyword dictionary is 1 MB; this many terms of ten characters are that. */
const MAX_TERMS = 100_000;
const MAX_PATTERNS = 50;
const MAX_NEEDS = 50;
const MAX_WEIGHTS = 64;

const name = z.string().min(1).max(200);

/** How far from the value, in characters, something may stand; `unlimited` is anywhere in the text. */
export const proximitySchema = z.union([z.int().min(1).max(1_000_000), z.literal('unlimited')]);
export type Proximity = z.infer<typeof proximitySchema>;

const termSchema = z.union([
  z.string().min(1).max(MAX_TERM_UNITS),
  /** Upper and lower case told apart. */
  z.strictObject({ text: z.string().min(1).max(MAX_TERM_UNITS), exact_case: z.literal(true) }),
]);
export type Term = z.infer<typeof termSchema>;
const termsSchema = z.array(termSchema).min(1).max(MAX_TERMS);

const keywordListSchema = z.union([
  termsSchema,
  z
    .strictObject({
      /** Whole words. */
      words: termsSchema.optional(),
      /** Also inside other words, and in scripts without spaces. */
      anywhere: termsSchema.optional(),
    })
    .refine((list) => list.words !== undefined || list.anywhere !== undefined, 'expected words or anywhere'),
]);
export type KeywordList = z.infer<typeof keywordListSchema>;

const expressionText = z.string().min(1).max(MAX_EXPRESSION_UNITS);
const regexSchema = z.union([
  expressionText,
  z.strictObject({
    expression: expressionText,
    /** Names of this type's validators or of built-in ones; all must hold. */
    validators: z.array(name).min(1).max(20).optional(),
  }),
]);
export type RegexEntry = z.infer<typeof regexSchema>;

export const dateFormats = [
  'DDMMYYYY',
  'MMDDYYYY',
  'YYYYDDMM',
  'YYYYMMDD',
  'DDMMYY',
  'MMDDYY',
  'YYDDMM',
  'YYMMDD',
] as const;

const checksumSchema = z
  .strictObject({
    /** One for each character; 0 where a character is not part of the sum. */
    weights: z.array(z.int().min(0).max(1000)).min(2).max(MAX_WEIGHTS),
    mod: z.int().min(2).max(1000),
    /** Which character, counted from 1, must equal the sum modulo `mod`. */
    check_digit: z.int().min(1).max(MAX_WEIGHTS),
    /** Letters count too: A is 10, Z is 35. */
    letters: z.boolean().default(false),
  })
  .refine((sum) => sum.check_digit <= sum.weights.length, {
    path: ['check_digit'],
    message: 'expected a place that has a weight',
  });
export type Checksum = z.infer<typeof checksumSchema>;

const dateSchema = z.strictObject({
  format: z.enum(dateFormats),
  /** Where the date begins inside the value, counted from 0. */
  offset: z.int().min(0).max(1000).default(0),
});
export type DateCheck = z.infer<typeof dateSchema>;

const validatorSchema = z.union([
  z.strictObject({ checksum: checksumSchema }),
  z.strictObject({ date: dateSchema }),
]);
export type Validator = z.infer<typeof validatorSchema>;

export const filterPlaces = ['starts_with', 'ends_with', 'equals', 'preceded_by', 'followed_by'] as const;
export type FilterPlace = (typeof filterPlaces)[number];

const filterSchema = z.union([
  /** Drops values whose digits are all the same. */
  z.strictObject({ exclude: z.literal('same_digits') }),
  /** `matching` names keywords or a regex of this type. */
  z.strictObject({ exclude: z.enum(filterPlaces), matching: name }),
  z.strictObject({ require: z.enum(filterPlaces), matching: name }),
]);
export type Filter = z.infer<typeof filterSchema>;
const filtersSchema = z.array(filterSchema).max(20);

/** Something that must stand near the value. A bare name is short for `{"match": name}`. */
export type Need =
  | string
  | {
      match: string;
      min_count?: number | undefined;
      distinct?: boolean | undefined;
      proximity?: Proximity | undefined;
    }
  | { any_of: Need[]; at_least?: number | undefined; at_most?: number | undefined }
  | { none_of: Need[] };

export const needSchema: z.ZodType<Need, Need> = z.lazy(() =>
  z.union([
    name,
    z.strictObject({
      match: name,
      /** How often it must occur; with `distinct`, in how many different wordings. */
      min_count: z.int().min(1).max(10_000).optional(),
      distinct: z.boolean().optional(),
      proximity: proximitySchema.optional(),
    }),
    z
      .strictObject({
        any_of: z.array(needSchema).min(1).max(MAX_NEEDS),
        /** How many of them must hold, 1 when left out. */
        at_least: z.int().min(0).max(MAX_NEEDS).optional(),
        at_most: z.int().min(1).max(MAX_NEEDS).optional(),
      })
      .refine((any) => (any.at_least ?? 1) <= Math.min(any.any_of.length, any.at_most ?? MAX_NEEDS), {
        path: ['at_least'],
        message: 'expected no more than there are in any_of, and no more than at_most',
      }),
    z.strictObject({ none_of: z.array(needSchema).min(1).max(MAX_NEEDS) }),
  ]),
);

const patternSchema = z.strictObject({
  confidence: confidenceSchema,
  /** The value itself: the name of a regex, of a keyword list, or of a built-in function. */
  find: name,
  /** All must hold. */
  needs: z.array(needSchema).max(MAX_NEEDS).default([]),
  /** Instead of the type's. */
  proximity: proximitySchema.optional(),
  /** Besides the type's. */
  filters: filtersSchema.default([]),
});
export type CustomPattern = z.infer<typeof patternSchema>;

export const customTypeSchema = z
  .strictObject({
    type: customTypeNameSchema,
    /** Purview's GUID of the type, so that rules which name it carry over. */
    id: z.guid('expected a GUID').optional(),
    name: z.string().min(1).max(256),
    recommended_confidence: confidenceSchema.default('high'),
    proximity: proximitySchema.default(300),
    /** How many different values must be there before any of them is reported. */
    min_count: z.int().min(1).max(500).default(1),
    regexes: z.record(name, regexSchema).default({}),
    keywords: z.record(name, keywordListSchema).default({}),
    validators: z.record(name, validatorSchema).default({}),
    filters: filtersSchema.default([]),
    /** Names that are used but not there, such as a keyword dictionary: the type is off until all are among `keywords`. */
    missing: z.array(name).max(100).default([]),
    patterns: z.array(patternSchema).min(1).max(MAX_PATTERNS),
  })
  .superRefine((type, context) => {
    const complain = (path: PropertyKey[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    if (Object.keys(type.regexes).length > MAX_EXPRESSIONS)
      complain(['regexes'], `expected at most ${MAX_EXPRESSIONS}`);
    const both = Object.keys(type.regexes).find((key) => Object.hasOwn(type.keywords, key));
    if (both !== undefined) complain(['keywords', both], 'expected a name that no regex has');
    for (const { path, name, kind } of references(type)) {
      if (!isKnown(type, name, kind)) {
        const among = kind === 'validator' ? 'validators' : 'regexes or keywords';
        complain(path, `expected a name of this type's ${among} or a built-in one, there is no "${name}"`);
      }
    }
  });
export type CustomType = z.infer<typeof customTypeSchema>;

export const customTypesSchema = z
  .array(customTypeSchema)
  .max(MAX_CUSTOM_TYPES)
  .superRefine((types, context) => {
    const seen = new Set<string>();
    for (const [index, { type, id }] of types.entries()) {
      for (const [key, value] of [['type', type] as const, ['id', id?.toLowerCase()] as const]) {
        if (value === undefined) continue;
        if (seen.has(value))
          context.addIssue({ code: 'custom', path: [index, key], message: 'expected it used once' });
        seen.add(value);
      }
    }
  });

/** Names that are used but given neither here nor as a built-in one: the type is off while there are any. */
export const missingNames = (type: CustomType): readonly string[] =>
  type.missing.filter((name) => !Object.hasOwn(type.keywords, name) && !Object.hasOwn(type.regexes, name));

/** The names Microsoft gives to functions, keyword lists and expressions of its own. */
export const looksBuiltIn = (reference: string): boolean =>
  /^(?:func|keywords?|regex|cep|dictionary)_/i.test(reference);

/** Microsoft's functions alone: no company can add one. */
export const looksLikeFunction = (reference: string): boolean => /^func_/i.test(reference);

export interface Reference {
  readonly path: PropertyKey[];
  readonly name: string;
  readonly kind: 'element' | 'validator';
}

const element = (path: PropertyKey[], name: string): Reference => ({ path, name, kind: 'element' });

/** Every name that a type uses, with where it uses it. */
export function references(type: CustomType): readonly Reference[] {
  return [
    ...ofFilters([], type.filters),
    ...Object.entries(type.regexes).flatMap(([key, regex]) =>
      typeof regex === 'string'
        ? []
        : (regex.validators ?? []).map((name, index): Reference => ({
            path: ['regexes', key, 'validators', index],
            name,
            kind: 'validator',
          })),
    ),
    ...type.patterns.flatMap(({ find, needs, filters }, index) => [
      element(['patterns', index, 'find'], find),
      ...needs.flatMap((need, place) => ofNeed(['patterns', index, 'needs', place], need)),
      ...ofFilters(['patterns', index], filters),
    ]),
  ];
}

const ofFilters = (path: PropertyKey[], filters: readonly Filter[]): Reference[] =>
  filters.flatMap((filter, index) =>
    'matching' in filter ? [element([...path, 'filters', index, 'matching'], filter.matching)] : [],
  );

function ofNeed(path: PropertyKey[], need: Need): Reference[] {
  if (typeof need === 'string') return [element(path, need)];
  if ('match' in need) return [element([...path, 'match'], need.match)];
  const [key, children] =
    'any_of' in need ? (['any_of', need.any_of] as const) : (['none_of', need.none_of] as const);
  return children.flatMap((child, index) => ofNeed([...path, key, index], child));
}

function isKnown(type: CustomType, name: string, kind: Reference['kind']): boolean {
  if (looksLikeFunction(name) || type.missing.includes(name)) return true;
  if (kind === 'validator') return Object.hasOwn(type.validators, name) || name.toLowerCase() === 'luhn';
  return Object.hasOwn(type.regexes, name) || Object.hasOwn(type.keywords, name) || looksBuiltIn(name);
}

/** A short name for findings from a display name, such as `CUSTOM:EMPLOYEE_ID`; undefined when no letter or digit is left. */
export function typeNameFrom(display: string): FindingType | undefined {
  const plain = display
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    // "Custom - Passport" says it twice.
    .replace(/^CUSTOM_(?=.)/, '');
  return plain === '' ? undefined : `CUSTOM:${plain.slice(0, 60)}`;
}
