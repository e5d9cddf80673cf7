import type { Answer, Question } from './coaching.ts';

/** Characters, after trimming: fewer are no reason. */
export const MIN_JUSTIFICATION = 3;

/** Is `text` enough of a reason for this question? Windows use it to enable a button, hosts to accept an answer. */
export const isJustified = (demand: Question['justification'], text: string): boolean =>
  demand !== 'required' || text.trim().length >= MIN_JUSTIFICATION;

/** Why this answer cannot be taken, or null when it can. `cancel` always can: closing the window means it. */
export function refusalOf(question: Question, { choice, justification }: Answer): string | null {
  if (choice === 'cancel') return null;
  if (!question.choices.includes(choice)) return `"${choice}" was not offered`;
  if (choice === 'proceed' && !isJustified(question.justification, justification ?? '')) {
    return `a reason of at least ${MIN_JUSTIFICATION} characters is needed to go on`;
  }
  return null;
}
