import { CLOSE, DASH, isDigit, OPEN, separatorKind, SLASH, SPACE } from './characters.ts';

/** A gap of more than one character, such as `) ` or ` - `. */
export const MIXED_GAP = 1;
/** Longer runs are read in overlapping stretches of this many groups: memory stays flat on a text of single digits. */
export const MAX_GROUPS = 64;

/** Neighbouring groups of digits with separators between them on one line: `+33 (0)6 12…`, `4111-1111-…`, `10.0.0.1`. */
export interface DigitRun {
  readonly groups: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The separator before group i, folded by `separatorKind`, or MIXED_GAP; 0 before the first. */
  readonly gaps: Int32Array;
  /** Digits in groups 0 to i - 1. */
  readonly digitsBefore: Int32Array;
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

/** Reads runs into one set of arrays that is used again for each run. */
export function createRunReader(): (text: string, from: number) => DigitRun {
  const starts = new Int32Array(MAX_GROUPS);
  const ends = new Int32Array(MAX_GROUPS);
  const gaps = new Int32Array(MAX_GROUPS);
  const digitsBefore = new Int32Array(MAX_GROUPS + 1);
  return (text, from) => {
    let groups = 0;
    let at = from;
    let gap = 0;
    for (;;) {
      const start = at;
      while (isDigit(text.charCodeAt(at))) at++;
      starts[groups] = start;
      ends[groups] = at;
      gaps[groups] = gap;
      digitsBefore[groups + 1] = (digitsBefore[groups] ?? 0) + at - start;
      groups++;
      const width = gapWidth(text, at);
      if (width === 0 || groups === MAX_GROUPS) {
        return { groups, starts, ends, gaps, digitsBefore, cut: width > 0 };
      }
      gap = width === 1 ? foldedGap(text.charCodeAt(at)) : MIXED_GAP;
      at += width;
    }
  };
}

const foldedGap = (code: number): number => {
  const kind = separatorKind(code);
  return kind === OPEN || kind === CLOSE ? MIXED_GAP : kind;
};

/** How many units (1 to 3) of separator lead from one group of digits to the next; 0 when the run ends here. */
function gapWidth(text: string, at: number): number {
  const first = separatorKind(text.charCodeAt(at));
  if (first === 0) return 0;
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
  let digits = '';
  for (let index = 0; index < window.groups; index++) {
    const group = window.first + index;
    digits += text.slice(window.run.starts[group], window.run.ends[group]);
  }
  return digits;
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
