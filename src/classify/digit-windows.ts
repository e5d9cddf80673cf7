import { CLOSE, DASH, DOT, isDigit, isLetter, OPEN, PLUS, separatorKind, SLASH } from './characters.ts';
import type { DigitsDetector, Match } from './detector.ts';
import { createRunReader, MAX_GROUPS, type DigitRun, type DigitWindow } from './digit-run.ts';
import { COUNTS, windowKey, type Dispatch, type Placed } from './dispatch.ts';
import type { PatternView } from './compiled-pattern.ts';

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
  const { atStart, later, besideLetter, ofDates, maxGroups } = dispatch;

  const askFrom = (run: DigitRun, first: number, isStart: boolean): void => {
    const lists = isStart ? atStart : later;
    const start = run.starts[first] ?? 0;
    const base = run.digitsBefore[first] ?? 0;
    for (let groups = Math.min(maxGroups, run.groups - first); groups > 0; groups--) {
      const count = (run.digitsBefore[first + groups] ?? 0) - base;
      if (count >= COUNTS) continue;
      const key = windowKey(groups, count);
      const interested = lists[key] ?? null;
      const end = run.ends[first + groups - 1] ?? start;
      const beside = besideLetter[key] ?? null;
      const isBeside = beside !== null && hasLetterBeside(host.view.text, start, end);
      if (interested === null && !isBeside) continue;
      window.run = run;
      window.first = first;
      window.groups = groups;
      window.count = count;
      window.start = start;
      window.end = end;
      if (interested !== null) show(interested, start);
      if (isBeside) show(beside, start);
    }
  };

  const show = (interested: readonly Placed<DigitsDetector>[], start: number): void => {
    for (const { index, entry } of interested) {
      if (host.isFree(index, start)) host.keep(index, entry.match(host.view, window));
    }
  };

  /** A date or a decimal number is nothing else: most runs of logs and tables end here. */
  const showDate = (run: DigitRun): void => {
    window.run = run;
    window.first = 0;
    window.groups = run.groups;
    window.count = run.digitsBefore[run.groups] ?? 0;
    window.start = run.starts[0] ?? 0;
    window.end = run.ends[run.groups - 1] ?? 0;
    if (run.groups === 3) show(ofDates, window.start);
  };

  /** Where a lone group that nobody asks for, or a decimal number, ends; 0 for anything else. Most runs end here, unread. */
  const passOver = (text: string, at: number): number => {
    const end = groupEnd(text, at);
    const size = end - at;
    const separator = separatorKind(text.charCodeAt(end));
    if (separator === DOT && isDigit(text.charCodeAt(end + 1))) {
      const last = groupEnd(text, end + 1);
      return separatorKind(text.charCodeAt(last)) === 0 && !isJoint(text.charCodeAt(at - 1)) ? last : 0;
    }
    if (separator !== 0) return 0;
    if (size >= COUNTS) return end;
    const key = windowKey(1, size);
    if ((atStart[key] ?? null) !== null) return 0;
    return (besideLetter[key] ?? null) === null || !hasLetterBeside(text, at, end) ? end : 0;
  };

  return (at) => {
    const { text } = host.view;
    const passed = passOver(text, at);
    if (passed > 0) return passed;
    let run = readRun(text, at);
    if (isDecimal(run, text) || isDate(run)) {
      showDate(run);
      return run.ends[run.groups - 1] ?? at + 1;
    }
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

/** `3.14`, `0.000071`: two groups with a dot between, and no letter or mark of a longer value around. */
function isDecimal({ groups, gaps, starts, ends }: DigitRun, text: string): boolean {
  if (groups !== 2 || gaps[1] !== DOT) return false;
  return !isJoint(text.charCodeAt((starts[0] ?? 0) - 1)) && !isJoint(text.charCodeAt(ends[1] ?? 0));
}

const isJoint = (code: number): boolean => code === DASH || code === OPEN || code === CLOSE || code === PLUS;

/** Three groups as in 2026-01-31, 31.01.2026 or 1/31/2026, with a month and a day in them. */
function isDate({ groups, gaps, starts, ends, digits, digitsBefore }: DigitRun): boolean {
  if (groups !== 3 || gaps[1] !== gaps[2]) return false;
  const gap = gaps[1];
  if (gap !== DASH && gap !== DOT && gap !== SLASH) return false;
  const first = (ends[0] ?? 0) - (starts[0] ?? 0);
  const last = (ends[2] ?? 0) - (starts[2] ?? 0);
  if ((ends[1] ?? 0) - (starts[1] ?? 0) > 2) return false;
  const year = first === 4 && last <= 2 ? 0 : last === 4 && first <= 2 ? (digitsBefore[2] ?? 0) : -1;
  if (year < 0) return false;
  const century = (digits[year] ?? 0) * 10 + (digits[year + 1] ?? 0);
  return century === 19 || century === 20;
}

function groupEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Does a letter stand within three units before or behind? */
function hasLetterBeside(text: string, start: number, end: number): boolean {
  for (let step = 1; step <= 3; step++) {
    if (isLetter(text.charCodeAt(start - step)) || isLetter(text.charCodeAt(end + step - 1))) return true;
  }
  return false;
}
