import type { Answer, Question } from './coaching.ts';

/** Characters, after trimming: fewer are no reason. */
export const MIN_JUSTIFICATION = 3;

/** Why a person goes on: a reason chosen from the list, words of their own, or both. */
export type GivenReason = Pick<Answer, 'reason' | 'justification'>;

/** Is this enough of a reason for this question? Windows use it to enable a button, hosts to accept an answer. */
export const isJustified = (demand: Question['justification'], given: GivenReason): boolean =>
  demand !== 'required' ||
  given.reason !== undefined ||
  (given.justification ?? '').trim().length >= MIN_JUSTIFICATION;

/** Why this answer cannot be taken, or null when it can. `cancel` always can: closing the window means it. */
export function refusalOf(question: Question, { choice, ...given }: Answer): string | null {
  if (choice === 'cancel') return null;
  if (!question.choices.includes(choice)) return `"${choice}" was not offered`;
  if (given.reason !== undefined && !question.reasons.includes(given.reason)) {
    return 'the chosen reason is none of those offered';
  }
  if (choice === 'proceed' && !isJustified(question.justification, given)) {
    const listed = question.reasons.length === 0 ? '' : 'one of the listed reasons or ';
    return `${listed}a reason of at least ${MIN_JUSTIFICATION} characters is needed to go on`;
  }
  return null;
}
