import { z } from 'zod';
import { customTypeNameSchema, MAX_TERM_UNITS } from './custom-type.ts';

export const MAX_DICTIONARY_TERMS = 100_000;

const termSchema = z
  .string()
  .max(MAX_TERM_UNITS)
  .refine((term) => /[\p{L}\p{Nd}]/u.test(term), 'expected at least one letter or digit');

/** A company's own words and phrases: project names, customers, code words. */
export const dictionaryTypeSchema = z
  .strictObject({
    kind: z.literal('dictionary'),
    type: customTypeNameSchema,
    name: z.string().min(1).max(256),
    terms: z.array(termSchema).min(1).max(MAX_DICTIONARY_TERMS),
    /** Upper and lower case told apart. */
    exact_case: z.boolean().default(false),
    /** How many different terms a text must hold for medium and high confidence; below it is low. */
    medium_at: z.int().min(1).max(MAX_DICTIONARY_TERMS).default(1),
    high_at: z.int().min(1).max(MAX_DICTIONARY_TERMS).default(3),
  })
  .refine((dictionary) => dictionary.medium_at <= dictionary.high_at, {
    path: ['high_at'],
    message: 'expected no less than medium_at',
  });
export type DictionaryType = z.infer<typeof dictionaryTypeSchema>;
