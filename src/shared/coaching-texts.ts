import { z } from 'zod';

/** A language as BCP 47 writes it: `de`, `pt-BR`. */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'expected a language such as de or pt-BR');

/**
 * A company's own words for the coaching dialog in one language; what is left out is said in Clipward's words.
 * `{platform}`, `{label}` and `{policy}` stand for their names.
 */
export const coachingTextSchema = z.strictObject({
  title: z.string().trim().min(1).max(60).optional(),
  text: z.string().trim().min(1).max(600).optional(),
  /** Whom a person may ask. */
  contact: z.string().trim().min(1).max(200).optional(),
  /** The policy's reasons in this language, in the same order. */
  reasons: z.array(z.string().trim().min(1).max(100)).max(12).optional(),
});
export type CoachingText = z.infer<typeof coachingTextSchema>;

/** By language. */
export const coachingTextsSchema = z.record(languageSchema, coachingTextSchema);
export type CoachingTexts = z.infer<typeof coachingTextsSchema>;
