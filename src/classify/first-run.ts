import { ALL_DIGITS, ALL_LETTERS, bucketOf, DIGIT_FIRST, LETTER_FIRST, LONGEST_RUN } from './events.ts';

/** With what runs of letters and digits a match may begin. */
export interface FirstRuns {
  /** Each bucket with a set of FOLLOW bits: what may stand behind the run. */
  readonly buckets: ReadonlyMap<number, number>;
  /** The most units of other kinds that may stand in front of that run. */
  readonly lead: number;
  /** The letters (capitals) and digits that the run may begin with; undefined when that is any. */
  readonly firsts: ReadonlySet<string> | undefined;
  /** Bit i: the unit at place i of the run, below 32, must be a digit, or a letter. */
  readonly mustBeDigit: number;
  readonly mustBeLetter: number;
}

/** What stands right behind a run. FOLLOW_ANY: the value may end there, so anything may follow. */
export const FOLLOW_ANY = 1;
const FOLLOW_SPACE = 2;
const FOLLOW_DASH = 4;
const FOLLOW_DOT = 8;
const FOLLOW_SLASH = 16;
const FOLLOW_OTHER = 32;
const EVERY_FOLLOW = FOLLOW_SPACE | FOLLOW_DASH | FOLLOW_DOT | FOLLOW_SLASH | FOLLOW_OTHER;

export function followOf(code: number): number {
  if (code === 32) return FOLLOW_SPACE;
  if (code === 45) return FOLLOW_DASH;
  if (code === 46) return FOLLOW_DOT;
  return code === 47 ? FOLLOW_SLASH : FOLLOW_OTHER;
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
/** What was found out so far: beginnings whose run has ended with what follows them, and first units. */
interface Findings {
  readonly ended: Map<number, number>;
  readonly firsts: Set<string>;
  anyFirst: boolean;
  /** By place in the run: the kinds that were seen there. */
  readonly kindsAt: Uint8Array;
}

/** Follows one part of an expression from each of some beginnings to where that part ends. */
type Step = (from: Beginnings, found: Findings) => Beginnings;

/** Some characters: of which kinds they are, which letters and digits (undefined: any), and which FOLLOW bits the marks have. */
interface Characters {
  readonly kinds: number;
  readonly units: string | undefined;
  readonly follow: number;
}

/**
 * Works out from the source of an expression how its matches may begin, so that it is tried only there. Borders and
 * look-arounds count as nothing, so that the answer may name too many beginnings but never too few.
 * Understands what the built-in types use; throws on a syntax beyond that, which a test over all of them would show.
 */
export function firstRuns(source: string): FirstRuns {
  const known = answers.get(source);
  if (known !== undefined) return known;
  const runs = workOut(source);
  answers.set(source, runs);
  return runs;
}

/** The registry's expressions: some stand in several types. */
const answers = new Map<string, FirstRuns>();

function workOut(source: string): FirstRuns {
  const parser = createParser(source);
  const found: Findings = {
    ended: new Map(),
    firsts: new Set(),
    anyFirst: false,
    kindsAt: new Uint8Array(LONGEST_RUN + 2),
  };
  const whole = parser.alternatives();
  if (!parser.isDone()) throw new Error(`unexpected ")" in the expression ${source}`);
  for (const state of whole(new Set([beginning(0, 0, 0)]), found)) end(found, state, FOLLOW_ANY);
  const buckets = new Map<number, number>();
  let lead = 0;
  for (const [state, follow] of found.ended) {
    const length = state >> 5;
    if (length === 0 || length > LONGEST_RUN) continue;
    const bucket = bucketOf(length, makeOf(state & 7));
    buckets.set(bucket, (buckets.get(bucket) ?? 0) | follow);
    lead = Math.max(lead, (state >> 3) & 3);
  }
  return {
    buckets,
    lead,
    firsts: found.anyFirst ? undefined : found.firsts,
    mustBeDigit: placesOf(found.kindsAt, DIGITS),
    mustBeLetter: placesOf(found.kindsAt, LETTERS),
  };
}

function placesOf(kindsAt: Uint8Array, kinds: number): number {
  let places = 0;
  for (let place = 0; place < 32; place++) if (kindsAt[place] === kinds) places |= 1 << place;
  return places;
}

function end({ ended }: Findings, state: number, follow: number): void {
  ended.set(state, (ended.get(state) ?? 0) | follow);
}

function makeOf(flags: number): number {
  if ((flags & LETTERS) === 0) return ALL_DIGITS;
  if ((flags & DIGITS) === 0) return ALL_LETTERS;
  return (flags & FIRST_DIGIT) === 0 ? LETTER_FIRST : DIGIT_FIRST;
}

/** One of some characters. */
const oneOf =
  ({ kinds, units, follow }: Characters): Step =>
  (from, found) => {
    const to = new Set<number>();
    for (const state of from) {
      const length = state >> 5;
      const lead = (state >> 3) & 3;
      if (length > LONGEST_RUN) continue;
      if (length === 0 && (kinds & (DIGITS | LETTERS)) !== 0) addFirsts(found, units);
      found.kindsAt[length] = (found.kindsAt[length] ?? 0) | (kinds & (DIGITS | LETTERS));
      if ((kinds & DIGITS) !== 0) {
        to.add(beginning(length + 1, lead, (state & 7) | DIGITS | (length === 0 ? FIRST_DIGIT : 0)));
      }
      if ((kinds & LETTERS) !== 0) to.add(beginning(length + 1, lead, (state & 7) | LETTERS));
      if ((kinds & MARKS) === 0) continue;
      if (length > 0) end(found, state, follow);
      else if (lead < MOST_LEAD) to.add(beginning(0, lead + 1, 0));
    }
    return to;
  };

function addFirsts(found: Findings, units: string | undefined): void {
  if (units === undefined) found.anyFirst = true;
  else for (let at = 0; at < units.length; at++) found.firsts.add(units.charAt(at));
}

const nothing: Step = (from) => from;

const inTurn =
  (steps: readonly Step[]): Step =>
  (from, found) =>
    steps.reduce((states, step) => (states.size === 0 ? states : step(states, found)), from);

const either =
  (steps: readonly Step[]): Step =>
  (from, found) =>
    new Set(steps.flatMap((step) => [...step(from, found)]));

const times =
  (step: Step, least: number, most: number): Step =>
  (from, found) => {
    let states = from;
    for (let count = 0; count < least; count++) states = step(states, found);
    const reached = new Set(states);
    // Beyond the longest run nothing new is reached.
    for (let count = least; count < Math.min(most, LONGEST_RUN + 1) && states.size > 0; count++) {
      states = step(states, found);
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
    if (unit === '[') return oneOf(setOf());
    if (unit === '\\') return escaped();
    if (unit === '.') return oneOf(ANY);
    if (unit === '^' || unit === '$') return nothing;
    return oneOf(charactersOf(unit ?? ''));
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
    if (/[1-9]/.test(unit)) return times(oneOf(ANY), 0, 1);
    if (unit === 'k') {
      at = source.indexOf('>', at) + 1;
      return times(oneOf(ANY), 0, 1);
    }
    return oneOf(escapedOf(unit));
  };

  const escapedOf = (unit: string): Characters => {
    if (unit === 'd') return { kinds: DIGITS, units: '0123456789', follow: 0 };
    if (unit === 's') return { kinds: MARKS, units: '', follow: FOLLOW_SPACE | FOLLOW_OTHER };
    if (unit === 't' || unit === 'n' || unit === 'r')
      return { kinds: MARKS, units: '', follow: FOLLOW_OTHER };
    if (unit === 'u' || unit === 'x') {
      const code = /^(?:\{[0-9a-f]+\}|[0-9a-f]{4}|[0-9a-f]{2})/i.exec(source.slice(at, at + 10))?.[0] ?? '';
      at += code.length;
      return charactersOf(String.fromCodePoint(Number.parseInt(code.replaceAll(/[{}]/g, ''), 16)));
    }
    if (unit === 'p' || unit === 'P') {
      const property = source.slice(at, source.indexOf('}', at) + 1);
      at += property.length;
      return unit === 'p' && property.startsWith('{L')
        ? { kinds: LETTERS, units: undefined, follow: 0 }
        : ANY;
    }
    return /[wDWS]/.test(unit) ? ANY : charactersOf(unit);
  };

  const setOf = (): Characters => {
    if (source[at] === '^') {
      at = source.indexOf(']', at) + 1;
      return ANY;
    }
    let all: Characters = { kinds: 0, units: '', follow: 0 };
    while (at < source.length && source[at] !== ']') {
      const unit = source[at++] ?? '';
      const isRange = source[at] === '-' && source[at + 1] !== ']' && unit !== '\\';
      if (isRange) {
        all = joined(all, rangeOf(unit, source[at + 1] ?? ''));
        at += 2;
      } else all = joined(all, unit === '\\' ? escapedOf(source[at++] ?? '') : charactersOf(unit));
    }
    at++;
    return all;
  };

  return { alternatives, isDone: () => at >= source.length };
}

const ANY: Characters = { kinds: ANYTHING, units: undefined, follow: EVERY_FOLLOW };

function charactersOf(unit: string): Characters {
  if (/\p{N}/u.test(unit)) return { kinds: DIGITS, units: unit, follow: 0 };
  if (/[a-z]/i.test(unit)) return { kinds: LETTERS, units: unit.toUpperCase(), follow: 0 };
  if (/\p{L}/u.test(unit)) return { kinds: LETTERS, units: undefined, follow: 0 };
  return { kinds: MARKS, units: '', follow: followOf(unit.charCodeAt(0)) };
}

/** `A-Z`, `0-9`. A range that is neither of ASCII letters nor of digits counts as anything. */
function rangeOf(from: string, to: string): Characters {
  if (!/^(?:[0-9]{2}|[a-z]{2}|[A-Z]{2})$/.test(from + to)) return ANY;
  let all = charactersOf(from);
  for (let code = from.charCodeAt(0) + 1; code <= to.charCodeAt(0); code++) {
    all = joined(all, charactersOf(String.fromCharCode(code)));
  }
  return all;
}

const joined = (left: Characters, right: Characters): Characters => ({
  kinds: left.kinds | right.kinds,
  units: left.units === undefined || right.units === undefined ? undefined : left.units + right.units,
  follow: left.follow | right.follow,
});
