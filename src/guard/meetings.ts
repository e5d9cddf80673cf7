import { refusalOf } from '../shared/answering.ts';
import type { AnswerEvent } from '../shared/audit-event.ts';
import type { Answer, Ask, Question } from '../shared/coaching.ts';
import type { Tell } from '../shared/happening.ts';
import { nameOf, platformIdOf, type Target } from '../shared/platform.ts';
import { messageOf } from '../shared/result.ts';
import { holds } from '../shared/verdict.ts';
import { questionFor, recordedReason, type Subject } from './wording.ts';

/** How an interaction ended, as the audit log has it. */
export type Closing = Pick<AnswerEvent, 'answer' | 'justification' | 'reason' | 'override'>;

/** Whose one-use code it was. */
export type OverriddenBy = NonNullable<Closing['override']>;

export interface MeetingsParts {
  readonly ask: Ask;
  readonly tell: Tell;
  /** Called before an answer takes effect, so that it is on disk first. */
  readonly onAnswer: (interactionId: string, closing: Closing) => void;
  /** Runs a step after all earlier ones: answers arrive at any time and must not cross a change of focus. */
  readonly enqueue: (step: () => Promise<void>) => void;
  /** An answer is on disk: it takes effect now. */
  readonly apply: () => Promise<void>;
}

/** One capture's meeting with one platform. */
export interface Meeting {
  readonly subject: Subject;
  /** What holds for as long as this capture is the newest; null while there is no answer. */
  readonly answer: Answer['choice'] | null;
}

/** Who was asked what about one capture, and what they said. */
export interface Meetings {
  /** The meeting with this subject. One of another id at the same platform is over: its question is withdrawn. */
  meet(subject: Subject): Meeting;
  /** Asks the person, once for each meeting, if the verdict is one to ask about. */
  ask(meeting: Meeting): void;
  override(subject: Subject, by: OverriddenBy): Promise<void>;
  /** Those whose content must not pass; the newest comes first. */
  kept(): readonly Subject[];
  /** Withdraws every open question and forgets every answer. */
  end(): void;
}

interface OpenMeeting {
  readonly subject: Subject;
  answer: Answer['choice'] | null;
  /** Closes the question while it is open. */
  question: AbortController | null;
}

export function createMeetings({ ask, tell, onAnswer, enqueue, apply }: MeetingsParts): Meetings {
  /** By platform, the one met last at the end. */
  const meetings = new Map<string, OpenMeeting>();

  function close(meeting: OpenMeeting, closing: Closing): void {
    const { id, target } = meeting.subject;
    const { question } = meeting;
    meeting.question = null;
    onAnswer(id, closing);
    tell({ kind: 'answered', answer: closing.answer, platform: nameOf(target) });
    question?.abort();
  }

  function withdraw(meeting: OpenMeeting): void {
    if (meeting.question !== null) close(meeting, { answer: 'withdrawn', justification: null });
  }

  async function answered(meeting: OpenMeeting, question: Question, answer: Answer | null): Promise<void> {
    // Withdrawn or overridden meanwhile: that is on record, and this answers nothing.
    if (meeting.question === null) return;
    if (answer === null) {
      // Nobody could be asked: the content stays held, and the same question is not put again.
      meeting.answer = 'cancel';
      return withdraw(meeting);
    }
    const refusal = refusalOf(question, answer);
    if (refusal !== null) tell({ kind: 'problem', detail: `${refusal}; the content stays held` });
    const choice = refusal === null ? answer.choice : 'cancel';
    const reason = recordedReason(question, meeting.subject.verdict, answer.reason);
    meeting.answer = choice;
    close(meeting, {
      answer: choice,
      justification: answer.justification ?? null,
      ...(reason === undefined ? {} : { reason }),
    });
    await apply();
  }

  return {
    meet(subject) {
      const key = keyOf(subject.target);
      const known = meetings.get(key);
      const isKnown = known?.subject.id === subject.id;
      if (known !== undefined && !isKnown) withdraw(known);
      const meeting = isKnown ? known : { subject, answer: null, question: null };
      meetings.delete(key);
      meetings.set(key, meeting);
      return meeting;
    },
    ask({ subject }) {
      const meeting = meetings.get(keyOf(subject.target));
      if (meeting?.subject !== subject || !isAskedAbout(meeting)) return;
      const question = questionFor(subject);
      meeting.question = new AbortController();
      ask(question, meeting.question.signal).then(
        (answer) => enqueue(() => answered(meeting, question, answer)),
        (error: unknown) => {
          tell({ kind: 'problem', detail: `the question could not be shown: ${messageOf(error)}` });
          enqueue(() => answered(meeting, question, null));
        },
      );
    },
    async override(subject, by) {
      const meeting = meetings.get(keyOf(subject.target));
      if (meeting?.subject !== subject) return;
      close(meeting, { answer: 'overridden', justification: null, override: by });
      meeting.answer = 'proceed';
      await apply();
    },
    kept: () =>
      [...meetings.values()]
        .filter(isKept)
        .map(({ subject }) => subject)
        .toReversed(),
    end() {
      for (const meeting of meetings.values()) withdraw(meeting);
      meetings.clear();
    },
  };
}

const keyOf = (target: Target): string => platformIdOf(target) ?? '';

const isAskedAbout = ({ subject, answer, question }: OpenMeeting): boolean =>
  holds(subject.verdict) && answer === null && question === null;

/** Must this content stay out of the platform, as it is? */
export const isKept = ({ subject, answer }: Meeting): boolean =>
  holds(subject.verdict) && answer !== 'proceed';
