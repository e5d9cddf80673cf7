import { z } from 'zod';
import { customTypeNameSchema, MAX_TERM_UNITS } from './custom-type.ts';
import { countOf, textAt, type Texts } from './text-spans.ts';

export const MAX_DICTIONARY_TERMS = 100_000;

const hasLetterOrDigit = (term: string): boolean => /[\p{L}\p{Nd}]/u.test(term);

const termSchema = z
  .string()
  .max(MAX_TERM_UNITS)
  .refine(hasLetterOrDigit, 'expected at least one letter or digit');
const listSchema = z.array(termSchema).min(1).max(MAX_DICTIONARY_TERMS);

/**
 * Terms as strings, or as spans of the bundle's text. Fifty dictionaries hold five million of them: they are looked at in a plain
 * loop, where the schema would take seconds. Where one is wrong the schema says what and where.
 */
const termsSchema: z.ZodType<Texts> = z.unknown().transform((given, context): Texts => {
  if (isTexts(given) && areTerms(given)) return given;
  const list = isTexts(given)
    ? Array.from({ length: countOf(given) }, (_, place) => textAt(given, place))
    : given;
  const parsed = listSchema.safeParse(list);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    context.issues.push({ ...issue, input: list } as z.core.$ZodRawIssue);
  }
  return z.NEVER;
});

const isTexts = (given: unknown): given is Texts =>
  Array.isArray(given)
    ? given.every((term) => typeof term === 'string')
    : typeof given === 'object' && given !== null && 'bounds' in given && given.bounds instanceof Uint32Array;

function areTerms(texts: Texts): boolean {
  const count = countOf(texts);
  if (count < 1 || count > MAX_DICTIONARY_TERMS) return false;
  if (!('bounds' in texts)) return texts.every((term) => isTerm(term, 0, term.length));
  const { within, bounds } = texts;
  for (let at = 0; at < bounds.length; at += 2) {
    if (!isTerm(within, bounds[at] ?? 0, bounds[at + 1] ?? 0)) return false;
  }
  return true;
}

/** Nearly every term has a letter or digit of ASCII among its first units; for the others the expression is asked. */
function isTerm(text: string, from: number, to: number): boolean {
  if (to - from > MAX_TERM_UNITS) return false;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    const small = unit | 0x20;
    if ((unit >= 0x30 && unit <= 0x39) || (small >= 0x61 && small <= 0x7a)) return true;
  }
  return hasLetterOrDigit(text.slice(from, to));
}

/** A company's own words and phrases: project names, customers, code words. */
export const dictionaryTypeSchema = z
  .strictObject({
    kind: z.literal('dictionary'),
    type: customTypeNameSchema,
    name: z.string().min(1).max(256),
    terms: termsSchema,
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
