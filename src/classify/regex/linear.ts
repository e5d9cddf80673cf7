import { failed, ok, type Result } from '../../shared/result.ts';
import { createBackward, startOf, type Backward } from './backward.ts';
import { createForward, type Starts } from './forward.ts';
import { createLooks } from './looks.ts';
import { parsePattern } from './parse.ts';
import { compileProgram, type Program } from './program.ts';
import { createTables, type Meter } from './tables.ts';
import { openTrace, type FoundMatch, type Trace } from './trace.ts';
import { requiredWindows, type Window } from './windows.ts';

export interface LinearPattern {
  readonly source: string;
  /** Code units a match spans. */
  readonly minLength: number;
  /** Infinity when unbounded. */
  readonly maxLength: number;
  /**
   * The first match at or after `from` that ends at or before `to`: leftmost, and Perl's choice among those that begin
   * there (first alternative, greedy or lazy). Borders and look-arounds see the text outside `from` and `to` too.
   * `group` is there when the pattern has exactly one capturing group outside look-arounds, and it took part. A match
   * may be empty.
   *
   * A call reads the text from `from` once, and a loop over all matches, each call from the end of the last match on
   * (one further when that was empty), reads it a fixed number of times in all.
   *
   * `starts`, when given, must name every place where a match begins; places that it leaves out are passed over.
   */
  find(text: string, from: number, to?: number, starts?: Starts): FoundMatch | undefined;
  /** Of which every match holds at least one. Undefined when there are none that are rare in texts. */
  readonly windows: readonly Window[] | undefined;
}

export interface LinearOptions {
  readonly ignoreCase?: boolean;
  readonly multiline?: boolean;
}

/**
 * Compiles a regular expression of JavaScript's syntax (and `\h`, leading `(?i)`) for matching in time proportional to
 * the length of the text times that of the pattern, whatever either holds. Text is UTF-16 code units; a character
 * beyond U+FFFF in the pattern is its two units. A problem names the place, what is wrong and what to write instead.
 */
export function compileLinear(source: string, options: LinearOptions = {}): Result<LinearPattern> {
  return compileMetered(source, options, { steps: 0 });
}

/** The same with a counter of the work done, for proving how it grows. */
export function compileMetered(source: string, options: LinearOptions, meter: Meter): Result<LinearPattern> {
  const parsed = parsePattern(source, {
    ignoreCase: options.ignoreCase ?? false,
    multiline: options.multiline ?? false,
    dotAll: false,
    unicode: false,
    dialect: 'linear',
  });
  if (!parsed.ok) return parsed;
  const program = compileProgram(parsed.value);
  if (!program.ok) return failed(`at character ${program.problem.at + 1}: ${program.problem.reason}`);
  const { min, max } = program.value.length;
  return ok({
    source,
    minLength: min,
    maxLength: max,
    find: createLazyFind(program.value, meter),
    windows: requiredWindows(parsed.value),
  });
}

/** What runs the program is made at the first call: a company may have ten thousand expressions, and no text may need them. */
function createLazyFind(program: Program, meter: Meter): LinearPattern['find'] {
  let find: LinearPattern['find'] | undefined;
  return (text, from, to, starts) => (find ??= createFind(program, meter))(text, from, to, starts);
}

/**
 * One pass forward tells where the leftmost match ends, one back from there where it begins. A pass may have to read far
 * behind the match it finds to be sure of it (`a.*b|a` where there is no b), and the next call then reads that again.
 * When calls have read more than their share of a text, the rest of it is read backwards once instead, and what that
 * tells serves all further calls.
 */
function createFind(program: Program, meter: Meter): LinearPattern['find'] {
  const tables = createTables(program);
  const askLooks = createLooks(program, meter);
  const forward = createForward(tables, askLooks, meter);
  let exactly: Backward | undefined;
  const exact = (): Backward => (exactly ??= createBackward(tables, askLooks, meter, false));
  const share = createShare();
  const traces = createTraces((text, from, to) => {
    const everywhere = createBackward(tables, askLooks, meter, true);
    return openTrace(everywhere, tables, meter, text, from, to);
  });
  const { min, max } = program.length;

  return (text, from, to = text.length, starts) => {
    const first = Math.max(from, 0);
    const last = Math.min(to, text.length);
    if (first > last) return undefined;
    if (share.isSpent(text.length, first, last)) {
      const found = traces.of(text, first, last).find(first);
      if (found === undefined) share.reset();
      return found;
    }
    const { end, notBefore, read } = forward.search(text, first, last, starts);
    if (end < 0) {
      share.reset();
      return undefined;
    }
    // It begins no earlier than `notBefore` and no later than its shortest length allows.
    const latest = end - min;
    const start = min === max || latest === notBefore ? latest : startOf(exact(), text, end, notBefore);
    share.charge(read - first, end);
    if (!program.captures) return { start, end };
    return openTrace(exact(), tables, meter, text, start, end).find(start);
  };
}

/** How many times over a text may be read before the calls count as hostile, and how many units that always leaves. */
const READINGS = 4;
const FREE_UNITS = 4096;

interface Share {
  /** Has the loop over this text, if this call belongs to one, read more than its share? */
  isSpent(length: number, from: number, to: number): boolean;
  charge(read: number, end: number): void;
  reset(): void;
}

function createShare(): Share {
  let length = -1;
  let to = -1;
  let begun = 0;
  let lastEnd = 0;
  let read = 0;
  return {
    isSpent(textLength, from, textTo) {
      if (textLength !== length || textTo !== to || from < lastEnd) {
        length = textLength;
        to = textTo;
        begun = from;
        lastEnd = from;
        read = 0;
      }
      return read > READINGS * (to - begun) + FREE_UNITS;
    },
    charge(units, end) {
      read += units;
      lastEnd = end;
    },
    reset() {
      length = -1;
    },
  };
}

interface Traces {
  of(text: string, from: number, to: number): Trace;
}

/** The last trace, as long as nothing but this holds it: no text outlives the work on it. */
function createTraces(open: (text: string, from: number, to: number) => Trace): Traces {
  interface Held {
    readonly text: string;
    readonly from: number;
    readonly to: number;
    readonly trace: Trace;
  }
  let last: WeakRef<Held> | undefined;
  return {
    of(text, from, to) {
      const held = last?.deref();
      if (held !== undefined && held.text === text && held.to === to && held.from <= from) return held.trace;
      const fresh: Held = { text, from, to, trace: open(text, from, to) };
      last = new WeakRef(fresh);
      return fresh.trace;
    },
  };
}
