import { z } from 'zod';
import { typeCountSchema } from './finding.ts';
import { labelSchema } from './label.ts';
import { actionSchema, justificationSchema, MAX_REASON_UNITS, MAX_REASONS } from './verdict.ts';

/** What a person can answer. `withdrawn`: the question went away (newer copy, agent stopping) before they chose. */
export const choices = ['cancel', 'redact', 'proceed'] as const;
export const choiceSchema = z.enum(choices);
export type Choice = z.infer<typeof choiceSchema>;

export const MAX_JUSTIFICATION = 500;

/** How much of one type was found; `name` is what a company calls a type of its own. */
const foundCountSchema = typeCountSchema.extend({ name: z.string().max(256).optional() });

/** What is shown to the person. Holds counts and names; the window that shows spans gets the text separately. */
export const questionSchema = z.object({
  id: z.string().min(1).max(64),
  title: z.string().max(60),
  text: z.string().max(600),
  platform: z.string().max(200),
  found: z.array(foundCountSchema),
  label: labelSchema.nullable(),
  policy: z.string().max(200).nullable(),
  action: actionSchema,
  /** In the order to offer them: the safe one first. */
  choices: z.array(choiceSchema).min(1),
  justification: justificationSchema,
  /** To choose from when justifying, in the person's language; own words are always possible. */
  reasons: z.array(z.string().min(1).max(MAX_REASON_UNITS)).max(MAX_REASONS),
});
export type Question = z.infer<typeof questionSchema>;

export const answerSchema = z.object({
  choice: choiceSchema,
  justification: z.string().trim().max(MAX_JUSTIFICATION).optional(),
  /** One of the question's reasons, word for word. */
  reason: z.string().min(1).max(MAX_REASON_UNITS).optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/** Tells that a question is no longer wanted. An AbortSignal is one; the pure worlds have no DOM or Node types to name it. */
export interface Withdrawal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * Asks the person. Resolves with their answer, or null when the signal withdrew the question
 * or no one can be asked (no screen, no terminal): the content then stays held.
 */
export type Ask = (question: Question, withdrawn: Withdrawal) => Promise<Answer | null>;
