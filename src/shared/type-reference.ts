import { z } from 'zod';

/**
 * How an admin names a sensitive type: its short name (`CREDIT_CARD`, `NATIONAL_ID:FR`, or `NATIONAL_ID` for all of them),
 * Purview's name ("Credit Card Number") or GUID, or the name of a type of the bundle's own; in any case. What each stands for
 * is worked out where a bundle is made ready: a parsed bundle still holds the names as they were written, a ready one holds
 * short names alone.
 */
export const typeReferenceSchema = z.string().trim().min(1, 'expected the name of a type').max(256);

/** One type, or several of which any counts. */
export const typeReferencesSchema = z.union([
  typeReferenceSchema,
  z.array(typeReferenceSchema).min(1).max(200),
]);
export type TypeReferences = z.infer<typeof typeReferencesSchema>;

export const listOfReferences = (references: TypeReferences): readonly string[] =>
  typeof references === 'string' ? [references] : references;
