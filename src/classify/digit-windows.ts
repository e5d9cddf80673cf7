import type { Match } from './detector.ts';
import { createRunReader, MAX_GROUPS, type DigitRun, type DigitWindow } from './digit-run.ts';
import { windowKey, type Dispatch } from './dispatch.ts';
import type { PatternView } from './patterns.ts';

const NO_RUN: DigitRun = createRunReader()('', 0);

type Movable = { -readonly [Key in keyof DigitWindow]: DigitWindow[Key] };

/** What the windows are shown to. */
export interface WindowHost {
  view: PatternView;
  isFree(index: number, start: number): boolean;
  keep(index: number, match: Match | undefined): void;
}

/**
 * Asks the detectors of digits about every stretch of neighbouring groups of a run, longest first from each group on. Answers
 * where the run ends. Made once: it is used for one text after the other.
 */
export function createDigitWindows(dispatch: Dispatch, host: WindowHost): (at: number) => number {
  const readRun = createRunReader();
  const window: Movable = { run: NO_RUN, first: 0, groups: 0, count: 0, start: 0, end: 0 };
  const { atStart, later, maxGroups } = dispatch;

  const askFrom = (run: DigitRun, first: number, isStart: boolean): void => {
    const lists = isStart ? atStart : later;
    const start = run.starts[first] ?? 0;
    const base = run.digitsBefore[first] ?? 0;
    for (let groups = Math.min(maxGroups, run.groups - first); groups > 0; groups--) {
      const count = (run.digitsBefore[first + groups] ?? 0) - base;
      const interested = count < 64 ? lists[windowKey(groups, count)] : null;
      if (interested === null || interested === undefined) continue;
      window.run = run;
      window.first = first;
      window.groups = groups;
      window.count = count;
      window.start = start;
      window.end = run.ends[first + groups - 1] ?? start;
      for (const { index, entry } of interested) {
        if (host.isFree(index, start)) host.keep(index, entry.match(host.view, window));
      }
    }
  };

  return (at) => {
    const { text } = host.view;
    let run = readRun(text, at);
    let first = 0;
    let isStart = true;
    while (run.cut) {
      const last = MAX_GROUPS - maxGroups;
      for (; first < last; first++) {
        askFrom(run, first, isStart);
        isStart = false;
      }
      // One group of context stays in front, so that the next window still knows what precedes it.
      run = readRun(text, run.starts[last - 1] ?? at);
      first = 1;
    }
    for (; first < run.groups; first++) {
      askFrom(run, first, isStart);
      isStart = false;
    }
    return run.ends[run.groups - 1] ?? at + 1;
  };
}
