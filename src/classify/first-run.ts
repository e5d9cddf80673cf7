import { ALL_DIGITS, ALL_LETTERS, bucketOf, DIGIT_FIRST, LETTER_FIRST, LONGEST_RUN } from './reader.ts';

/** With what runs of letters and digits a match may begin. */
export interface FirstRuns {
  readonly buckets: readonly number[];
  /** The most units of other kinds that may stand in front of that run. */
  readonly lead: number;
}

const DIGITS = 1;
const LETTERS = 2;
const MARKS = 4;
const ANYTHING = DIGITS | LETTERS | MARKS;
/** Marks in front of the first run, at most. */
const MOST_LEAD = 3;

/**
 * A beginning as a number: length of the run, marks in front of it, and whether it holds digits, letters, and began with a
 * digit.
 */
const beginning = (length: number, lead: number, flags: number): number =>
  (length << 5) | (lead << 3) | flags;
const FIRST_DIGIT = 4;

type Beginnings = ReadonlySet<number>;
/** Follows one part of an expression from each of some beginnings to where that part ends. */
type Step = (from: Beginnings, ended: Set<number>) => Beginnings;

/**
 * Works out from the source of an expression how its matches may begin, so that it is tried only there. Borders and
 * look-arounds count as nothing, so that the answer may name too many beginnings but never too few.
 * Understands what the built-in types use; throws on a syntax beyond that, which a test over all of them would show.
 */
export function firstRuns(source: string): FirstRuns {
  const parser = createParser(source);
  const ended = new Set<number>();
  const whole = parser.alternatives();
  if (!parser.isDone()) throw new Error(`unexpected ")" in the expression ${source}`);
  for (const state of whole(new Set([beginning(0, 0, 0)]), ended)) ended.add(state);
  const buckets = new Set<number>();
  let lead = 0;
  for (const state of ended) {
    const length = state >> 5;
    if (length === 0 || length > LONGEST_RUN) continue;
    buckets.add(bucketOf(length, makeOf(state & 7)));
    lead = Math.max(lead, (state >> 3) & 3);
  }
  return { buckets: [...buckets], lead };
}

function makeOf(flags: number): number {
  if ((flags & LETTERS) === 0) return ALL_DIGITS;
  if ((flags & DIGITS) === 0) return ALL_LETTERS;
  return (flags & FIRST_DIGIT) === 0 ? LETTER_FIRST : DIGIT_FIRST;
}

/** One character of the given kinds. */
const oneOf =
  (kinds: number): Step =>
  (from, ended) => {
    const to = new Set<number>();
    for (const state of from) {
      const length = state >> 5;
      const lead = (state >> 3) & 3;
      if (length > LONGEST_RUN) continue;
      if ((kinds & DIGITS) !== 0) {
        to.add(beginning(length + 1, lead, (state & 7) | DIGITS | (length === 0 ? FIRST_DIGIT : 0)));
      }
      if ((kinds & LETTERS) !== 0) to.add(beginning(length + 1, lead, (state & 7) | LETTERS));
      if ((kinds & MARKS) === 0) continue;
      if (length > 0) ended.add(state);
      else if (lead < MOST_LEAD) to.add(beginning(0, lead + 1, 0));
    }
    return to;
  };

const nothing: Step = (from) => from;

const inTurn =
  (steps: readonly Step[]): Step =>
  (from, ended) =>
    steps.reduce((states, step) => (states.size === 0 ? states : step(states, ended)), from);

const either =
  (steps: readonly Step[]): Step =>
  (from, ended) =>
    new Set(steps.flatMap((step) => [...step(from, ended)]));

const times =
  (step: Step, least: number, most: number): Step =>
  (from, ended) => {
    let states = from;
    for (let count = 0; count < least; count++) states = step(states, ended);
    const reached = new Set(states);
    // Beyond the longest run nothing new is reached.
    for (let count = least; count < Math.min(most, LONGEST_RUN + 1) && states.size > 0; count++) {
      states = step(states, ended);
      for (const state of states) reached.add(state);
    }
    return reached;
  };

interface Parser {
  alternatives(): Step;
  isDone(): boolean;
}

function createParser(source: string): Parser {
  let at = 0;

  const alternatives = (): Step => {
    const branches = [sequence()];
    while (source[at] === '|') {
      at++;
      branches.push(sequence());
    }
    return branches.length === 1 ? (branches[0] ?? nothing) : either(branches);
  };

  const sequence = (): Step => {
    const steps: Step[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') steps.push(repeated(atom()));
    return inTurn(steps);
  };

  const repeated = (step: Step): Step => {
    const range = /^(?:\{(\d+)(,?)(\d*)\}|([?*+]))\??/.exec(source.slice(at, at + 12));
    if (range === null) return step;
    at += range[0].length;
    const [, least, comma, most, sign] = range;
    if (sign !== undefined)
      return times(step, sign === '+' ? 1 : 0, sign === '?' ? 1 : Number.POSITIVE_INFINITY);
    const low = Number(least);
    if (comma === '') return times(step, low, low);
    return times(step, low, most === '' ? Number.POSITIVE_INFINITY : Number(most));
  };

  const atom = (): Step => {
    const unit = source[at++];
    if (unit === '(') return group();
    if (unit === '[') return oneOf(setKinds());
    if (unit === '\\') return escaped();
    if (unit === '.') return oneOf(ANYTHING);
    if (unit === '^' || unit === '$') return nothing;
    return oneOf(kindsOf(unit ?? ''));
  };

  const group = (): Step => {
    const opening = /^\?(?:[:=!]|<[=!]|<[^>]+>)/.exec(source.slice(at, at + 40))?.[0] ?? '';
    at += opening.length;
    const inner = alternatives();
    at++;
    return /[=!]/.test(opening) ? nothing : inner;
  };

  const escaped = (): Step => {
    const unit = source[at++] ?? '';
    if (unit === 'b' || unit === 'B') return nothing;
    // A reference to a group: a separator that repeats, in all the built-in types.
    if (/[1-9]/.test(unit)) return times(oneOf(ANYTHING), 0, 1);
    if (unit === 'k') {
      at = source.indexOf('>', at) + 1;
      return times(oneOf(ANYTHING), 0, 1);
    }
    return oneOf(escapeKinds(unit));
  };

  const escapeKinds = (unit: string): number => {
    if (unit === 'd') return DIGITS;
    if (unit === 's' || unit === 't' || unit === 'n' || unit === 'r') return MARKS;
    if (unit === 'u' || unit === 'x') {
      const code = /^(?:\{[0-9a-f]+\}|[0-9a-f]{4}|[0-9a-f]{2})/i.exec(source.slice(at, at + 10))?.[0] ?? '';
      at += code.length;
      return kindsOf(String.fromCodePoint(Number.parseInt(code.replaceAll(/[{}]/g, ''), 16)));
    }
    if (unit === 'p' || unit === 'P') {
      const property = source.slice(at, source.indexOf('}', at) + 1);
      at += property.length;
      return unit === 'p' && property.startsWith('{L') ? LETTERS : ANYTHING;
    }
    return /[wDWS]/.test(unit) ? ANYTHING : kindsOf(unit);
  };

  /** The kinds in `[…]`. A range such as `A-Z` or `0-9` has the kinds of its ends. */
  const setKinds = (): number => {
    if (source[at] === '^') {
      at = source.indexOf(']', at) + 1;
      return ANYTHING;
    }
    let kinds = 0;
    while (at < source.length && source[at] !== ']') {
      const unit = source[at++] ?? '';
      kinds |= unit === '\\' ? escapeKinds(source[at++] ?? '') : unit === '-' ? MARKS : kindsOf(unit);
    }
    at++;
    return kinds;
  };

  return { alternatives, isDone: () => at >= source.length };
}

function kindsOf(unit: string): number {
  if (/\p{N}/u.test(unit)) return DIGITS;
  return /\p{L}/u.test(unit) ? LETTERS : MARKS;
}
