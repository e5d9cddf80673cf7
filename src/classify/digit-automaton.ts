/**
 * Regular expressions over nothing but digits, as numbering plans are written in, turned into a table that is read one digit
 * at a time. The table is filled as it is used: a plan costs nothing before its first number, and a number costs one look-up
 * for each digit.
 */

/** Does digits[from, to) match the whole expression? `digits` holds values from 0 to 9. */
export type DigitMatcher = (digits: Uint8Array, from: number, to: number) => boolean;

type Node =
  | { readonly set: number }
  | { readonly all: readonly Node[] }
  | { readonly any: readonly Node[] }
  | { readonly item: Node; readonly least: number; readonly most: number };

/** A state that may have several ways on. With a `set` (one bit for each digit) a digit of it leads to `next`; without, none is needed. */
interface Step {
  readonly set: number;
  readonly next: number;
  readonly other: number;
}

interface Table {
  /** By state times ten plus digit: the next state, DEAD, or UNKNOWN until first asked for. */
  readonly next: number[];
  readonly accepts: boolean[];
  step(state: number, digit: number): number;
}

const ACCEPT = 0;
const DEAD = -1;
const UNKNOWN = -2;
/** More states than any plan has; a table that grows beyond is begun anew. */
const MAX_STATES = 8192;

/**
 * `pattern` may hold digits, `\d`, classes such as `[2-79]`, groups `(?:…)`, `|`, `?`, `{n}` and `{n,m}`: all that
 * libphonenumber's plans use. Throws on anything else.
 */
export function createDigitMatcher(pattern: string): DigitMatcher {
  const steps: Step[] = [{ set: 0, next: ACCEPT, other: ACCEPT }];
  const start = build(parse(pattern), ACCEPT, steps);
  let table = createTable(steps, start);
  return (digits, from, to) => {
    let state = 0;
    for (let at = from; at < to; at++) {
      const digit = digits[at] ?? 0;
      let next = table.next[state * 10 + digit] ?? DEAD;
      if (next === UNKNOWN) next = table.step(state, digit);
      if (next === DEAD) return false;
      state = next;
    }
    const accepted = table.accepts[state] === true;
    if (table.accepts.length > MAX_STATES) table = createTable(steps, start);
    return accepted;
  };
}

/** A state of the table stands for all the steps that one could be at; it is made when it is first reached. */
function createTable(steps: readonly Step[], start: number): Table {
  const next: number[] = [];
  const accepts: boolean[] = [];
  const members: number[][] = [];
  const known = new Map<string, number>();

  const stateOf = (reached: readonly number[]): number => {
    const closed = closure(steps, reached);
    if (closed.length === 0) return DEAD;
    const key = closed.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const state = members.push(closed) - 1;
    known.set(key, state);
    accepts.push(closed.includes(ACCEPT));
    for (let digit = 0; digit < 10; digit++) next.push(UNKNOWN);
    return state;
  };
  stateOf([start]);

  return {
    next,
    accepts,
    step(state, digit) {
      const reached: number[] = [];
      for (const place of members[state] ?? []) {
        const step = steps[place];
        if (step !== undefined && (step.set & (1 << digit)) !== 0) reached.push(step.next);
      }
      const following = stateOf(reached);
      next[state * 10 + digit] = following;
      return following;
    },
  };
}

/** The steps that take a digit, and ACCEPT, that can be reached from these without one; sorted. */
function closure(steps: readonly Step[], from: readonly number[]): number[] {
  const seen = new Set<number>();
  const pending = [...from];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    const step = steps[place];
    if (place !== ACCEPT && step?.set === 0) pending.push(step.next, step.other);
  }
  return [...seen]
    .filter((place) => place === ACCEPT || steps[place]?.set !== 0)
    .toSorted((left, right) => left - right);
}

/** Adds the steps for `node`, leading on to the step `then`; answers where they begin. */
function build(node: Node, then: number, steps: Step[]): number {
  const add = (set: number, next: number, other: number): number => steps.push({ set, next, other }) - 1;
  if ('set' in node) return add(node.set, then, then);
  if ('all' in node) return node.all.reduceRight((next, item) => build(item, next, steps), then);
  if ('any' in node) {
    const starts = node.any.map((item) => build(item, then, steps));
    return starts.reduce((left, right) => add(0, left, right));
  }
  let next = then;
  for (let count = node.most; count > 0; count--) {
    const begin = build(node.item, next, steps);
    next = count > node.least ? add(0, begin, then) : begin;
  }
  return next;
}

function parse(pattern: string): Node {
  let at = 0;

  const choice = (): Node => {
    const any = [sequence()];
    while (pattern[at] === '|') {
      at++;
      any.push(sequence());
    }
    return any.length === 1 ? (any[0] ?? { all: [] }) : { any };
  };
  const sequence = (): Node => {
    const all: Node[] = [];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') all.push(repeated(atom()));
    return { all };
  };
  const repeated = (item: Node): Node => {
    const [whole, optional, least, most] = expect(/(?:(\?)|\{(\d{1,2})(?:,(\d{1,2}))?\})?/y);
    if (whole === '') return item;
    if (optional !== undefined) return { item, least: 0, most: 1 };
    return { item, least: Number(least), most: Number(most ?? least) };
  };
  const atom = (): Node => {
    if (pattern.startsWith('(?:', at)) {
      at += 3;
      const inner = choice();
      expect(/\)/y);
      return inner;
    }
    const [token] = expect(/\d|\\d|\[[-\d]{1,20}\]/y);
    return { set: token === '\\d' ? 0x3ff : setOf(token.replaceAll(/[[\]]/g, '')) };
  };
  /** Takes what the sticky expression matches here. */
  const expect = (expression: RegExp): RegExpExecArray => {
    expression.lastIndex = at;
    const found = expression.exec(pattern);
    if (found === null)
      throw new Error(`a numbering plan has an expression that is not understood, at unit ${at}`);
    at += found[0].length;
    return found;
  };

  const whole = choice();
  if (at < pattern.length) throw new Error(`a numbering plan has an unmatched bracket at unit ${at}`);
  return whole;
}

/** One bit for each digit of a class: `2-79` is 2 to 7, and 9. */
function setOf(members: string): number {
  let set = 0;
  for (const [, low = '', high = low] of members.matchAll(/(\d)(?:-(\d))?/g)) {
    for (let digit = Number(low); digit <= Number(high); digit++) set |= 1 << digit;
  }
  return set;
}
