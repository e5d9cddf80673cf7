import { refusalOf } from '../shared/answering.ts';
import type { Answer, Ask, Question } from '../shared/coaching.ts';
import type { Tell } from '../shared/happening.ts';
import { nameOf, platformIdOf, type Target } from '../shared/platform.ts';
import { messageOf } from '../shared/result.ts';
import { holds } from '../shared/verdict.ts';
import type { Desktop } from '../sense/desktop.ts';
import { createClipboardHold } from './clipboard-hold.ts';
import { noticeFor, questionFor, type Subject } from './wording.ts';

export type Closing = Answer['choice'] | 'withdrawn';

export interface GuardParts {
  readonly desktop: Desktop;
  readonly ask: Ask;
  readonly tell: Tell;
  /** Called before an answer takes effect, so that it is on disk first. */
  readonly onAnswer: (interactionId: string, answer: Closing, justification: string | null) => void;
  /** Runs a step after all earlier ones: answers arrive at any time and must not cross a change of focus. */
  readonly enqueue: (step: () => Promise<void>) => void;
}

/** What the guard needs of the capture it may hold. */
export interface Guarded {
  readonly text: string;
  /** Computed only when the person asks for it. */
  readonly redacted: () => string;
}

export interface Guard {
  readonly holding: boolean;
  /** An AI platform (or unknown site) is in front with this capture on the clipboard. */
  face(guarded: Guarded, subject: Subject): Promise<void>;
  /** Something else is in front: the content is given back. An open question stays open. */
  leave(): Promise<void>;
  /** Something newer was copied: the old content and its question are done with. */
  newer(): Promise<void>;
  stop(): Promise<void>;
}

interface Open {
  readonly subject: Subject;
  readonly withdraw: AbortController;
}

/**
 * Decides what stands on the clipboard while an AI platform is in front. One question per capture and platform;
 * its answer holds for as long as that capture is the newest. Not safe for concurrent calls: the agent's queue serialises them.
 */
export function createGuard({ desktop, ask, tell, onAnswer, enqueue }: GuardParts): Guard {
  const hold = createClipboardHold(desktop, tell);
  const answers = new Map<string, Answer['choice']>();
  const open = new Map<string, Open>();
  let facing: { guarded: Guarded; subject: Subject } | null = null;

  async function apply(): Promise<void> {
    if (facing === null) return;
    const { guarded, subject } = facing;
    const { target, verdict } = subject;
    const answer = answers.get(keyOf(target));
    if (!holds(verdict) || answer === 'proceed') return hold.giveBack();
    const text = answer === 'redact' ? guarded.redacted() : noticeFor(target);
    if ((await hold.put(guarded.text, text)) !== 'placed') return;
    tell({ kind: answer === 'redact' ? 'redacted' : 'held', platform: nameOf(target) });
  }

  function askOnce(subject: Subject): void {
    const key = keyOf(subject.target);
    if (!holds(subject.verdict) || answers.has(key) || open.has(key)) return;
    const question = questionFor(subject);
    const withdraw = new AbortController();
    open.set(key, { subject, withdraw });
    ask(question, withdraw.signal).then(
      (answer) => enqueue(() => answered(key, question, answer)),
      (error: unknown) => {
        tell({ kind: 'problem', detail: `the question could not be shown: ${messageOf(error)}` });
        enqueue(() => answered(key, question, null));
      },
    );
  }

  async function answered(key: string, question: Question, answer: Answer | null): Promise<void> {
    const asked = open.get(key);
    if (asked === undefined || asked.subject.id !== question.id) return;
    open.delete(key);
    if (answer === null) {
      // Nobody could be asked: the content stays held, and the same question is not put again.
      answers.set(key, 'cancel');
      return close(asked.subject, 'withdrawn', null);
    }
    const refusal = refusalOf(question, answer);
    const choice = refusal === null ? answer.choice : 'cancel';
    if (refusal !== null) tell({ kind: 'problem', detail: `${refusal}; the content stays held` });
    answers.set(key, choice);
    close(asked.subject, choice, answer.justification ?? null);
    await apply();
  }

  function close(subject: Subject, answer: Closing, justification: string | null): void {
    onAnswer(subject.id, answer, justification);
    tell({ kind: 'answered', answer, platform: nameOf(subject.target) });
  }

  function withdrawAll(): void {
    for (const { subject, withdraw } of open.values()) {
      close(subject, 'withdrawn', null);
      withdraw.abort();
    }
    open.clear();
    answers.clear();
    facing = null;
  }

  return {
    get holding() {
      return hold.holding;
    },
    face: async (guarded, subject) => {
      facing = { guarded, subject };
      await apply();
      askOnce(subject);
    },
    leave: async () => {
      facing = null;
      await hold.giveBack();
    },
    newer: async () => {
      withdrawAll();
      await hold.forget();
    },
    stop: async () => {
      withdrawAll();
      await hold.giveBack();
    },
  };
}

const keyOf = (target: Target): string => platformIdOf(target) ?? '';
