import { nameOf } from '../shared/platform.ts';
import type { Desktop } from '../sense/desktop.ts';
import { createClipboardHold } from './clipboard-hold.ts';
import {
  createMeetings,
  isKept,
  type Meeting,
  type Meetings,
  type MeetingsParts,
  type OverriddenBy,
} from './meetings.ts';
import { noticeFor, type Subject } from './wording.ts';

export interface GuardParts extends Omit<MeetingsParts, 'apply'> {
  readonly desktop: Desktop;
}

/** What the guard needs of the capture it may hold. */
export interface Guarded {
  readonly text: string;
  /** Computed only when the person asks for it. */
  readonly redacted: () => string;
}

export interface Guard {
  readonly holding: boolean;
  /**
   * An AI platform (or unknown site) is in front with this capture on the clipboard. A subject with another id than the last
   * one for this platform is another question: the old one is withdrawn, and its answer holds no more.
   */
  face(guarded: Guarded, subject: Subject): Promise<void>;
  /** What is kept out of a platform, or would be were it in front; the one that faced it last comes first. */
  readonly kept: Meetings['kept'];
  /** An admin lets what is kept pass, as if the person had gone on. On disk before it takes effect. */
  override(subject: Subject, by: OverriddenBy): Promise<void>;
  /** Something else is in front: the content is given back. An open question stays open. */
  leave(): Promise<void>;
  /** Something newer was copied: the old content and its question are done with. */
  newer(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Decides what stands on the clipboard while an AI platform is in front. One question per capture and platform;
 * its answer holds for as long as that capture is the newest. Not safe for concurrent calls: the agent's queue serialises them.
 */
export function createGuard({ desktop, ...parts }: GuardParts): Guard {
  const { tell } = parts;
  const hold = createClipboardHold(desktop, tell);
  const meetings = createMeetings({ ...parts, apply });
  let facing: { guarded: Guarded; meeting: Meeting } | null = null;

  async function apply(): Promise<void> {
    if (facing === null) return;
    const { guarded, meeting } = facing;
    const { target } = meeting.subject;
    if (!isKept(meeting)) return hold.giveBack();
    const isRedacted = meeting.answer === 'redact';
    const text = isRedacted ? guarded.redacted() : noticeFor(target);
    if ((await hold.put(guarded.text, text)) !== 'placed') return;
    tell({ kind: isRedacted ? 'redacted' : 'held', platform: nameOf(target) });
  }

  return {
    get holding() {
      return hold.holding;
    },
    face: async (guarded, subject) => {
      const meeting = meetings.meet(subject);
      facing = { guarded, meeting };
      await apply();
      meetings.ask(meeting);
    },
    kept: () => meetings.kept(),
    override: (subject, by) => meetings.override(subject, by),
    leave: async () => {
      facing = null;
      await hold.giveBack();
    },
    newer: async () => {
      meetings.end();
      facing = null;
      await hold.forget();
    },
    stop: async () => {
      meetings.end();
      facing = null;
      await hold.giveBack();
    },
  };
}
