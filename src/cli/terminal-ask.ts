import { refusalOf } from '../shared/answering.ts';
import { choiceWords } from '../shared/coaching-words.ts';
import {
  MAX_JUSTIFICATION,
  type Answer,
  type Ask,
  type Question,
  type Withdrawal,
} from '../shared/coaching.ts';
import { messageOf } from '../shared/result.ts';
import { linesOf } from './input.ts';

export type TerminalInput = AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };

/** Asks coaching questions in a terminal, one after the other. Once the input has ended nobody can be asked. */
export function createTerminalAsk(input: TerminalInput, say: (text: string) => void): Ask {
  const lines = lineReader(input, say);
  let last: Promise<unknown> = Promise.resolve();

  return (question, withdrawn) => {
    const answer = last.then(() => (withdrawn.aborted ? null : putQuestion(question)));
    const given = new Promise<null>((resolve) => {
      withdrawn.addEventListener('abort', () => resolve(null), { once: true });
    });
    const first = Promise.race([answer, given]);
    last = first.catch(() => null);
    return first;

    async function putQuestion(asked: Question): Promise<Answer | null> {
      say(textOf(asked));
      for (;;) {
        const line = await lines.next(withdrawn);
        if (line === null) return null;
        const answer = await completed(asked, line);
        const refusal =
          answer === null ? `type a number from 1 to ${asked.choices.length}` : refusalOf(asked, answer);
        if (refusal === null) return answer;
        say(`  ${refusal}`);
      }
    }

    async function completed(asked: Question, line: string): Promise<Answer | null> {
      const choice = asked.choices[Number(line.trim()) - 1];
      if (choice === undefined) return null;
      if (choice !== 'proceed' || asked.justification === 'none') return { choice };
      say(reasonPrompt(asked));
      const given = ((await lines.next(withdrawn)) ?? '').trim().slice(0, MAX_JUSTIFICATION);
      const reason = asked.reasons[Number(given) - 1];
      if (reason !== undefined) return { choice, reason };
      return given === '' ? { choice } : { choice, justification: given };
    }
  };
}

function textOf(question: Question): string {
  const offers = question.choices.map((choice, index) => `${index + 1} ${choiceWords[choice]}`).join('    ');
  const policy = question.policy === null ? '' : `\n  Policy: ${question.policy}`;
  return `\n? ${question.title}\n  ${question.text}${policy}\n  ${offers}`;
}

/** The policy's reasons by number; anything that is no such number is a reason in the person's own words. */
function reasonPrompt({ justification, reasons }: Question): string {
  const none = justification === 'required' ? '' : ' (Enter for none)';
  if (reasons.length === 0) return `  Your reason${none}:`;
  const listed = reasons.map((reason, index) => `    ${index + 1} ${reason}\n`);
  return `  Your reason, by number or in your own words${none}:\n${listed.join('')}`.trimEnd();
}

interface LineReader {
  /** The next line typed, or null when the input has ended or the question was withdrawn. */
  next(withdrawn: Withdrawal): Promise<string | null>;
}

type Taker = (line: string | null) => void;

/** Hands each line to whoever waits for it. */
function lineReader(input: TerminalInput, say: (text: string) => void): LineReader {
  const early: string[] = [];
  const waiting: Taker[] = [];
  let ended = false;

  async function read(): Promise<void> {
    for await (const line of linesOf(input)) {
      const next = waiting.shift();
      if (next !== undefined) next(line);
      // Keys pressed at a terminal before a question stood there answer nothing; a script writes its answers ahead.
      else if (input.isTTY !== true) early.push(line);
    }
  }
  void read()
    .catch((error: unknown) => say(`the terminal cannot be read: ${messageOf(error)}`))
    .then(() => {
      ended = true;
      for (const next of waiting.splice(0)) next(null);
    });

  return {
    next(withdrawn) {
      const line = early.shift();
      if (line !== undefined) return Promise.resolve(line);
      if (ended || withdrawn.aborted) return Promise.resolve(null);
      return new Promise((resolve) => {
        waiting.push(resolve);
        const giveUp = (): void => {
          const index = waiting.indexOf(resolve);
          if (index >= 0) waiting.splice(index, 1);
          resolve(null);
        };
        withdrawn.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
}
