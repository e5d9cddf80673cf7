import { refusalOf } from '../shared/answering.ts';
import type { Answer, Ask, Question } from '../shared/coaching.ts';

interface OpenQuestion {
  readonly question: Question;
  readonly close: (answer: Answer | null) => void;
}

/** Someone who answers only when the recording says so. */
export interface RecordedPerson {
  readonly ask: Ask;
  /** Answers that found no open question, or one that does not offer them. */
  readonly unusedAnswers: number;
  /** Gives an answer to the question that was opened first. */
  answer(answer: Answer): void;
  /** Leaves what is open without an answer; nobody can be asked from then on. */
  leave(): void;
}

/** The person at a recorded desk. Has no timer: a question stays open until it is answered, withdrawn or left. */
export function createRecordedPerson(): RecordedPerson {
  const open = new Set<OpenQuestion>();
  let unusedAnswers = 0;
  let gone = false;

  return {
    get unusedAnswers() {
      return unusedAnswers;
    },
    ask(question, withdrawn) {
      if (gone || withdrawn.aborted) return Promise.resolve(null);
      return new Promise((resolve) => {
        const withdraw = (): void => asked.close(null);
        const asked: OpenQuestion = {
          question,
          close(answer) {
            open.delete(asked);
            withdrawn.removeEventListener('abort', withdraw);
            resolve(answer);
          },
        };
        open.add(asked);
        withdrawn.addEventListener('abort', withdraw, { once: true });
      });
    },
    answer(answer) {
      const [oldest] = open;
      // A recording can do no more than a person at the dialog: press what is there, with the reason it asks for.
      if (oldest !== undefined && refusalOf(oldest.question, answer) === null) oldest.close(answer);
      else unusedAnswers += 1;
    },
    leave() {
      gone = true;
      for (const asked of open) asked.close(null);
    },
  };
}
