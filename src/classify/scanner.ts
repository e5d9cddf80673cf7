import { isAlphanumeric, isAsciiLetter, isDigit } from './characters.ts';
import type { CodeDetector, Detector, DigitsDetector, LiteralDetector, Match, View } from './detector.ts';
import { createRunReader, MAX_GROUPS, type DigitRun, type DigitWindow } from './digit-run.ts';

/** A match and the place of its detector in the registry. */
export interface Hit extends Match {
  readonly detector: number;
}

export interface Scan {
  readonly hits: readonly Hit[];
  /** False when the scan ended early because `limit` hits were found. */
  readonly complete: boolean;
}

interface Placed<Entry extends Detector> {
  readonly index: number;
  readonly entry: Entry;
}

/** The registry turned into tables that are looked up by what the scan meets. */
interface Dispatch {
  /** By ASCII code: 0 nothing starts here, 1 a digit, 2 a literal may start. */
  readonly classes: Uint8Array;
  readonly byCount: readonly (readonly Placed<DigitsDetector>[])[];
  readonly byFirstUnit: readonly (readonly {
    readonly literal: string;
    readonly of: Placed<LiteralDetector>;
  }[])[];
  readonly codes: readonly Placed<CodeDetector>[];
  readonly maxGroups: number;
}

const DIGIT = 1;
const LITERAL = 2;

/**
 * Prepares one pass over a text that meets every anchor of every detector and asks the detectors only there.
 * Cost: one table look-up per code unit, plus a bounded number of detector calls per group of digits or literal.
 * A detector is not asked again inside a span it has already claimed.
 */
export function createScanner(detectors: readonly Detector[]): (view: View, limit: number) => Scan {
  const dispatch = dispatchOf(detectors);
  return (view, limit) => {
    const pass = createPass(view, dispatch, detectors.length);
    const { text } = view;
    const { classes } = dispatch;
    let at = 0;
    while (at < text.length && pass.hits.length < limit) {
      const code = text.charCodeAt(at);
      const kind = code < 128 ? classes[code] : 0;
      if (kind === 0) at++;
      else if (kind === DIGIT) at = pass.digits(at);
      else {
        pass.literal(at, code);
        at++;
      }
    }
    return { hits: pass.hits, complete: at >= text.length };
  };
}

function dispatchOf(detectors: readonly Detector[]): Dispatch {
  const classes = new Uint8Array(128);
  for (let code = 48; code <= 57; code++) classes[code] = DIGIT;
  const byCount: Placed<DigitsDetector>[][] = [];
  const byFirstUnit: { literal: string; of: Placed<LiteralDetector> }[][] = Array.from(
    { length: 128 },
    () => [],
  );
  const codes: Placed<CodeDetector>[] = [];
  let maxGroups = 1;
  for (const [index, entry] of detectors.entries()) {
    if (isDigits(entry)) {
      for (const count of entry.anchor.counts) (byCount[count] ??= []).push({ index, entry });
      maxGroups = Math.max(maxGroups, entry.anchor.maxGroups);
    } else if (isLiteral(entry)) {
      for (const literal of entry.anchor.literals) {
        const first = literal.charCodeAt(0);
        byFirstUnit[first]?.push({ literal, of: { index, entry } });
        classes[first] = LITERAL;
      }
    } else codes.push({ index, entry });
  }
  return { classes, byCount: Array.from(byCount, (list) => list ?? []), byFirstUnit, codes, maxGroups };
}

const isDigits = (entry: Detector): entry is DigitsDetector => entry.anchor.kind === 'digits';
const isLiteral = (entry: Detector): entry is LiteralDetector => entry.anchor.kind === 'literal';

interface Pass {
  readonly hits: Hit[];
  /** Handles the run of digits that begins here; returns where to go on. */
  digits(at: number): number;
  literal(at: number, code: number): void;
}

const NO_RUN: DigitRun = createRunReader()('', 0);

type Movable = { -readonly [Key in keyof DigitWindow]: DigitWindow[Key] };

function createPass(view: View, dispatch: Dispatch, detectors: number): Pass {
  const { text } = view;
  const hits: Hit[] = [];
  const claimedTo = new Int32Array(detectors);
  const readRun = createRunReader();
  const window: Movable = { run: NO_RUN, first: 0, groups: 0, count: 0, start: 0, end: 0 };

  const keep = (index: number, match: Match | undefined): void => {
    if (match === undefined) return;
    claimedTo[index] = match.end;
    hits.push({ ...match, detector: index });
  };

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
        if (groups > entry.anchor.maxGroups || start < (claimedTo[index] ?? 0)) continue;
        keep(index, entry.match(view, window));
      }
    }
  };

  return {
    hits,
    digits(at) {
      if (dispatch.codes.length > 0 && startsCode(text, at)) {
        const span = { start: at - 2, end: at };
        for (const { index, entry } of dispatch.codes) {
          if (span.start >= (claimedTo[index] ?? 0)) keep(index, entry.match(view, span));
        }
      }
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
    },
    literal(at, code) {
      for (const { literal, of } of dispatch.byFirstUnit[code] ?? []) {
        if (at < (claimedTo[of.index] ?? 0) || !text.startsWith(literal, at)) continue;
        keep(of.index, of.entry.match(view, { start: at, end: at + literal.length }));
      }
    },
  };
}

function startsCode(text: string, at: number): boolean {
  return (
    at >= 2 &&
    isAsciiLetter(text.charCodeAt(at - 1)) &&
    isAsciiLetter(text.charCodeAt(at - 2)) &&
    !isAlphanumeric(text.charCodeAt(at - 3)) &&
    isDigit(text.charCodeAt(at + 1))
  );
}
