import { randomUUID } from 'node:crypto';
import type { Capture, FileLabel, PrivacyMarker, WindowContext } from '../shared/capture.ts';
import type { Ask } from '../shared/coaching.ts';
import { ok } from '../shared/result.ts';
import type { Desktop, DesktopEvent, Placed, Replacement } from './desktop.ts';
import { createRecordedPerson } from './recorded-person.ts';
import type { Recording, RecordingStep } from './recording.ts';

/** What an app received: the clipboard as it was at the moment of one paste. */
export interface Arrival {
  readonly platformOrApp: WindowContext;
  readonly text: string;
}

export interface RecordedDesktop extends Desktop {
  /** Answers with the recording's next `answer` step; null when withdrawn, stopped, or the recording ends first. */
  readonly ask: Ask;
  /** One per paste step that had a window in front, in order. */
  readonly arrivals: readonly Arrival[];
  /** What the virtual clipboard holds now. */
  readonly clipboard: string;
  /** What was handed over last to be given back after a crash; null when nothing is held. */
  readonly safeguarded: Placed | null;
  /** Answer steps that found no open question, or one that does not offer that answer. */
  readonly unusedAnswers: number;
  /**
   * Plays every step, once, after `start`. `settled` resolves when the agent has dealt with all events so far; it must
   * not wait for an open question, whose answer is a later step. `onStep` is called just before its step is done.
   */
  play(settled: () => Promise<void>, onStep?: (step: RecordingStep, index: number) => void): Promise<void>;
}

/** A person's desk played from a recording: a virtual clipboard, windows and answers. Second implementation of Desktop. */
export function createRecordedDesktop(recording: Recording, name: string): RecordedDesktop {
  const person = createRecordedPerson();
  const arrivals: Arrival[] = [];
  let listener: ((event: DesktopEvent) => void) | null = null;
  let played = false;
  let front: WindowContext | null = null;
  let clipboard = '';
  let safeguarded: Placed | null = null;

  const perform = (step: RecordingStep): void => {
    switch (step.kind) {
      case 'focus':
        front = step.window;
        listener?.({ kind: 'focused', window: front });
        return;
      case 'copy':
        clipboard = step.text;
        listener?.({ kind: 'copied', capture: captureOf(step.text, step.markers, front) });
        return;
      case 'copy-files':
        clipboard = '';
        listener?.({ kind: 'copied', capture: filesOf(step.fileLabels, front) });
        return;
      case 'paste':
        // First the arrival: an app reads the clipboard at once, whatever the agent does when it hears of the paste.
        if (front !== null) arrivals.push({ platformOrApp: front, text: clipboard });
        listener?.({ kind: 'pasted' });
        return;
      case 'answer':
        person.answer(step.answer);
    }
  };

  return {
    name,
    seesPastes: true,
    limitations: [],
    arrivals,
    ask: person.ask,
    get clipboard() {
      return clipboard;
    },
    get safeguarded() {
      return safeguarded;
    },
    get unusedAnswers() {
      return person.unusedAnswers;
    },
    start(tell) {
      listener = tell;
      return Promise.resolve(ok(undefined));
    },
    stop() {
      listener = null;
      person.leave();
      return Promise.resolve();
    },
    // A recording has nothing to poll and nothing to start.
    watch: () => undefined,
    expectHold: () => undefined,
    replace(expected, text): Promise<Replacement> {
      if (clipboard !== expected) return Promise.resolve({ kind: 'newer' });
      clipboard = text;
      return Promise.resolve({ kind: 'replaced' });
    },
    safeguard(held) {
      safeguarded = held;
      return Promise.resolve(ok(undefined));
    },
    async play(settled, onStep) {
      if (listener === null) throw new Error(`${name}: start must come before play`);
      if (played) throw new Error(`${name}: a recording is played only once`);
      played = true;
      for (const [index, step] of recording.steps.entries()) {
        await settled();
        if (listener === null) return;
        onStep?.(step, index);
        perform(step);
      }
      await settled();
      person.leave();
      await settled();
    },
  };
}

function captureOf(text: string, markers: readonly PrivacyMarker[], source: WindowContext | null): Capture {
  return { id: randomUUID(), at: new Date(), kind: text === '' ? 'empty' : 'text', text, source, markers };
}

function filesOf(fileLabels: readonly FileLabel[], source: WindowContext | null): Capture {
  return { id: randomUUID(), at: new Date(), kind: 'files', text: '', fileLabels, source, markers: [] };
}
