import type { Answer, Ask, Question, Withdrawal } from '../../src/shared/coaching.ts';

/** Someone to ask. Questions wait until `answer` is called; withdrawn ones resolve to null by themselves. */
export class FakePerson {
  readonly asked: Question[] = [];
  readonly #open = new Map<string, (answer: Answer | null) => void>();

  readonly ask: Ask = (question: Question, withdrawn: Withdrawal) => {
    this.asked.push(question);
    return new Promise((resolve) => {
      this.#open.set(question.id, resolve);
      withdrawn.addEventListener('abort', () => this.#close(question.id, null), { once: true });
    });
  };

  get waiting(): number {
    return this.#open.size;
  }

  /** Answers the question asked last, or the one with this index. */
  answer(answer: Answer | null, index = this.asked.length - 1): void {
    const question = this.asked[index];
    if (question !== undefined) this.#close(question.id, answer);
  }

  #close(id: string, answer: Answer | null): void {
    this.#open.get(id)?.(answer);
    this.#open.delete(id);
  }
}
