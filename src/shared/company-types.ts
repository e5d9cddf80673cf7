import { z } from 'zod';
import { customTypeSchema, MAX_CUSTOM_TYPES, type CustomType } from './custom-type.ts';
import { dictionaryTypeSchema, type DictionaryType } from './dictionary.ts';
import { exactDataTypeSchema, type ExactDataType } from './exact-data.ts';
import { fingerprintTypeSchema, type FingerprintType } from './fingerprint.ts';

/**
 * Sensitive types of a company's own, as a bundle holds them under `types`: expressions and keywords (no `kind`), records
 * (`exact_data`), documents (`fingerprint`) and words (`dictionary`).
 */
export type CompanyType = CustomType | ExactDataType | FingerprintType | DictionaryType;

/** How a type looks for things. `pattern` stands for the types that have no `kind`. */
export const companyKinds = ['pattern', 'exact_data', 'fingerprint', 'dictionary'] as const;
export type CompanyKind = (typeof companyKinds)[number];

export const kindOf = (type: CompanyType): CompanyKind => ('kind' in type ? type.kind : 'pattern');

const schemas: Readonly<Record<string, z.ZodType<CompanyType>>> = {
  exact_data: exactDataTypeSchema,
  fingerprint: fingerprintTypeSchema,
  dictionary: dictionaryTypeSchema,
};

/** One entry. Its `kind` says which schema it is held against, so that what is wrong is told for that kind alone. */
export const companyTypeSchema: z.ZodType<CompanyType> = z.unknown().transform((entry, context) => {
  const schema = schemaFor(entry);
  if (schema === undefined) {
    context.addIssue({
      code: 'custom',
      path: ['kind'],
      message: 'expected exact_data, fingerprint or dictionary; leave it out for a type with patterns',
    });
    return z.NEVER;
  }
  const parsed = schema.safeParse(entry);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    context.issues.push({ ...issue, input: entry } as z.core.$ZodRawIssue);
  return z.NEVER;
});

function schemaFor(entry: unknown): z.ZodType<CompanyType> | undefined {
  if (typeof entry !== 'object' || entry === null || !('kind' in entry)) return customTypeSchema;
  const { kind } = entry;
  return typeof kind === 'string' && Object.hasOwn(schemas, kind) ? schemas[kind] : undefined;
}

/** Purview allows 50 types of keyword dictionaries besides (https://learn.microsoft.com/purview/sit-limits). */
export const MAX_COMPANY_TYPES = MAX_CUSTOM_TYPES + 50;

/** All of a bundle. Short names and GUIDs are used once, whatever the kind: one name means one thing. */
export const companyTypesSchema = z
  .array(companyTypeSchema)
  .max(MAX_COMPANY_TYPES)
  .superRefine((types, context) => {
    const seen = new Set<string>();
    for (const [index, entry] of types.entries()) {
      const id = 'id' in entry ? entry.id?.toLowerCase() : undefined;
      for (const [key, value] of [['type', entry.type] as const, ['id', id] as const]) {
        if (value === undefined) continue;
        if (seen.has(value)) {
          context.addIssue({
            code: 'custom',
            path: [index, key],
            message: `expected it used once; another entry has this ${key} already`,
          });
        }
        seen.add(value);
      }
    }
  });
