import type { Match } from './detector.ts';
import { createRunReader, MAX_GROUPS, type DigitRun, type DigitWindow } from './digit-run.ts';
import type { Dispatch } from './dispatch.ts';
import type { PatternView } from './patterns.ts';

const NO_RUN: DigitRun = createRunReader()('', 0);

type Movable = { -readonly [Key in keyof DigitWindow]: DigitWindow[Key] };

/**
 * Asks the detectors of digits about every stretch of neighbouring groups of a run, longest first from each group on. Answers
 * where the run ends.
 */
export function createDigitWindows(
  view: PatternView,
  dispatch: Dispatch,
  isFree: (index: number, start: number) => boolean,
  keep: (index: number, match: Match | undefined) => void,
): (at: number) => number {
  const { text } = view;
  const readRun = createRunReader();
  const window: Movable = { run: NO_RUN, first: 0, groups: 0, count: 0, start: 0, end: 0 };

  const askFrom = (run: DigitRun, first: number): void => {
    window.run = run;
    const start = run.starts[first] ?? 0;
    const base = run.digitsBefore[first] ?? 0;
    for (let groups = Math.min(dispatch.maxGroups, run.groups - first); groups > 0; groups--) {
      const count = (run.digitsBefore[first + groups] ?? 0) - base;
      const interested = dispatch.byCount[count];
      if (interested === undefined || interested.length === 0) continue;
      const end = run.ends[first + groups - 1] ?? start;
      window.first = first;
      window.groups = groups;
      window.count = count;
      window.start = start;
      window.end = end;
      for (const { index, entry } of interested) {
        if (groups > entry.anchor.maxGroups || !isFree(index, start)) continue;
        keep(index, entry.match(view, window));
      }
    }
  };

  return (at) => {
    let run = readRun(text, at);
    let first = 0;
    while (run.cut) {
      const last = MAX_GROUPS - dispatch.maxGroups;
      for (; first < last; first++) askFrom(run, first);
      // One group of context stays in front, so that the next window still knows what precedes it.
      run = readRun(text, run.starts[last - 1] ?? at);
      first = 1;
    }
    for (; first < run.groups; first++) askFrom(run, first);
    return run.ends[run.groups - 1] ?? at + 1;
  };
}
