import { CLOSE, DASH, isDigit, OPEN, separatorKind, SLASH, SPACE } from './characters.ts';

/** A gap of more than one character, such as `) ` or ` - `. */
export const MIXED_GAP = 1;
/** Longer runs are read in overlapping stretches of this many groups: memory stays flat on a text of single digits. */
export const MAX_GROUPS = 64;
/** Further digits of one group are not counted: no detector asks for so many. */
export const MAX_GROUP_DIGITS = 63;

/** Neighbouring groups of digits with separators between them on one line: `+33 (0)6 12…`, `4111-1111-…`, `10.0.0.1`. */
export interface DigitRun {
  readonly groups: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The separator before group i, folded by `separatorKind`, or MIXED_GAP; 0 before the first. */
  readonly gaps: Int32Array;
  /** Digits in groups 0 to i - 1; of one group at most MAX_GROUP_DIGITS are counted. */
  readonly digitsBefore: Int32Array;
  /** The counted digits as numbers, all groups in a row: those of group i begin at `digitsBefore[i]`. */
  readonly digits: Uint8Array;
  /** True when more groups follow than fitted. */
  readonly cut: boolean;
}

/** Some neighbouring groups of a run. The same object is moved along; a detector must not keep it. */
export interface DigitWindow {
  readonly run: DigitRun;
  readonly first: number;
  readonly groups: number;
  /** How many digits. */
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** Reads runs into one object that is used again for each run. */
export function createRunReader(): (text: string, from: number) => DigitRun {
  const starts = new Int32Array(MAX_GROUPS);
  const ends = new Int32Array(MAX_GROUPS);
  const gaps = new Int32Array(MAX_GROUPS);
  const digitsBefore = new Int32Array(MAX_GROUPS + 1);
  const digits = new Uint8Array(MAX_GROUPS * MAX_GROUP_DIGITS);
  const run = { groups: 0, starts, ends, gaps, digitsBefore, digits, cut: false };
  return (text, from) => {
    let groups = 0;
    let at = from;
    let gap = 0;
    let count = 0;
    for (;;) {
      const start = at;
      const most = count + MAX_GROUP_DIGITS;
      for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(at)) {
        if (count < most) digits[count++] = code - 48;
        at++;
      }
      starts[groups] = start;
      ends[groups] = at;
      gaps[groups] = gap;
      digitsBefore[++groups] = count;
      const code = text.charCodeAt(at);
      const kind = separatorKind(code);
      const width = kind === 0 ? 0 : gapWidth(text, at, kind);
      if (width === 0 || groups === MAX_GROUPS) {
        run.groups = groups;
        run.cut = width > 0;
        return run;
      }
      gap = width > 1 || kind === OPEN || kind === CLOSE ? MIXED_GAP : kind;
      at += width;
    }
  };
}

/** How many units (1 to 3) of separator, the first of kind `first`, lead from one group of digits to the next; 0 when none do. */
function gapWidth(text: string, at: number, first: number): number {
  if (isDigit(text.charCodeAt(at + 1))) return 1;
  const second = separatorKind(text.charCodeAt(at + 1));
  if (second === 0 || second === first) return 0;
  const bracket = first === OPEN || first === CLOSE || second === OPEN || second === CLOSE;
  if (bracket && isDigit(text.charCodeAt(at + 2))) return 2;
  const spacedOut = first === SPACE && (second === DASH || second === SLASH);
  const third = separatorKind(text.charCodeAt(at + 2));
  return spacedOut && third === SPACE && isDigit(text.charCodeAt(at + 3)) ? 3 : 0;
}

/** The digits of the window without separators. */
export function digitsOf(text: string, window: DigitWindow): string {
  const { run, first, groups } = window;
  if (groups === 1) return text.slice(window.start, window.end);
  let digits = '';
  for (let group = first; group < first + groups; group++) {
    digits += text.slice(run.starts[group], run.ends[group]);
  }
  return digits;
}

/** Where the window's digits begin in its run's `digits`. */
export const digitsFrom = ({ run, first }: DigitWindow): number => run.digitsBefore[first] ?? 0;

/** Digit `index` of the window as a number from 0 to 9. */
export const digitAt = ({ run, first }: DigitWindow, index: number): number =>
  run.digits[(run.digitsBefore[first] ?? 0) + index] ?? 0;

/** Digits `from` up to but not including `to` of the window as one number, nine of them at most. */
export function numberAt(window: DigitWindow, from: number, to: number): number {
  const { digits } = window.run;
  const base = digitsFrom(window);
  let value = 0;
  for (let at = base + from; at < base + to; at++) value = value * 10 + (digits[at] ?? 0);
  return value;
}

/** One digit all through: `0000000000`. */
export function isOneDigitRepeated(window: DigitWindow): boolean {
  const { digits } = window.run;
  const from = digitsFrom(window);
  const only = digits[from];
  for (let at = from + window.count - 1; at > from; at--) if (digits[at] !== only) return false;
  return true;
}

/** How many digits group `index` of the window has; -1 beyond it. */
export function groupLength({ run, first, groups }: DigitWindow, index: number): number {
  return index < groups ? (run.ends[first + index] ?? 0) - (run.starts[first + index] ?? 0) : -1;
}

/** Are the groups of exactly these lengths? */
export function isGrouped(window: DigitWindow, lengths: readonly number[]): boolean {
  if (window.groups !== lengths.length) return false;
  for (let index = 0; index < lengths.length; index++) {
    if (groupLength(window, index) !== lengths[index]) return false;
  }
  return true;
}

/** `4 1 1 1 …`: every digit a group of its own, single spaces between them, and the run holds nothing else. */
export const isSpelledOut = (window: DigitWindow): boolean =>
  window.groups === window.count &&
  window.groups > 1 &&
  window.groups === window.run.groups &&
  !window.run.cut &&
  commonGap(window) === SPACE;

/** The one separator used all through the window; 0 when it has a single group, MIXED_GAP when they differ. */
export function commonGap({ run, first, groups }: DigitWindow): number {
  if (groups < 2) return 0;
  const gap = run.gaps[first + 1] ?? 0;
  for (let index = 2; index < groups; index++) {
    if (run.gaps[first + index] !== gap) return MIXED_GAP;
  }
  return gap;
}

/** The separator that leads from the group before into the window; 0 when the window begins the run. */
export const gapBefore = ({ run, first }: DigitWindow): number => (first === 0 ? 0 : (run.gaps[first] ?? 0));

/** The separator that leads on to the group after the window; 0 when the window ends the run. */
export const gapAfter = ({ run, first, groups }: DigitWindow): number =>
  first + groups < run.groups ? (run.gaps[first + groups] ?? 0) : 0;
