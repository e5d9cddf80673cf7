import { refusalOf } from '../shared/answering.ts';
import type { Answer, Ask, Question } from '../shared/coaching.ts';
import { failed, ok, type Result } from '../shared/result.ts';

/** Where a question is shown. `hide` is called only when no other question follows. */
export interface CoachingView {
  show(question: Question): Result<void>;
  hide(id: string): void;
}

export interface Coaching {
  readonly ask: Ask;
  /** The question to show now. */
  readonly current: () => Question | null;
  /** Takes the person's answer. `accepted` is false when that question is no longer open. */
  readonly answer: (id: string, answer: Answer) => Result<{ accepted: boolean }>;
  /** The person closed the window: the safe choice. */
  readonly closed: () => void;
  /** No question can be shown from now on: open ones are withdrawn, later ones not asked. The content stays held. */
  readonly giveUp: () => void;
}

interface Asked {
  readonly question: Question;
  readonly settle: (answer: Answer | null) => void;
}

/** One question at a time; others wait their turn in the order they were asked. */
export function createCoaching(view: CoachingView, tell: (problem: string) => void): Coaching {
  const open: Asked[] = [];
  let able = true;

  const showFirst = (): void => {
    const first = open[0];
    if (first === undefined) return;
    const shown = view.show(first.question);
    if (shown.ok) return;
    tell(`A question could not be shown, so its content stays held: ${shown.problem}.`);
    first.settle(null);
  };

  const remove = (asked: Asked): void => {
    const place = open.indexOf(asked);
    open.splice(place, 1);
    if (place > 0) return;
    if (open.length === 0) view.hide(asked.question.id);
    else showFirst();
  };

  const ask: Ask = (question, withdrawn) => {
    if (!able || withdrawn.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      const withdraw = (): void => asked.settle(null);
      const asked: Asked = {
        question,
        settle: (answer) => {
          withdrawn.removeEventListener('abort', withdraw);
          remove(asked);
          resolve(answer);
        },
      };
      withdrawn.addEventListener('abort', withdraw, { once: true });
      open.push(asked);
      if (open.length === 1) showFirst();
    });
  };

  return {
    ask,
    current: () => open[0]?.question ?? null,
    answer: (id, answer) => {
      const asked = open.find(({ question }) => question.id === id);
      if (asked === undefined) return ok({ accepted: false });
      const refusal = refusalOf(asked.question, answer);
      if (refusal !== null) return failed(refusal);
      asked.settle(answer);
      return ok({ accepted: true });
    },
    closed: () => open[0]?.settle({ choice: 'cancel' }),
    giveUp: () => {
      able = false;
      // From the last to the first, so that none is shown because the one before it went.
      for (const asked of open.toReversed()) asked.settle(null);
    },
  };
}
