import { failed, ok, type Result } from '../../shared/result.ts';
import { captures, lengthOf, type Border, type Length, type Look, type Node, type Repeat } from './syntax.ts';
import type { UnitSet } from './unit-set.ts';

/** Instructions. Every one but `ACCEPT` and `FAIL` goes on at `x`. */
/** Takes one unit of the set `y`. */
export const UNIT = 0;
/** Goes on at `x` or, second choice, at `y`. */
export const SPLIT = 1;
/** Holds when the border `y` does. */
export const BORDER = 2;
/** Holds when the look-around `y` does. */
export const LOOK = 3;
/** The capturing group begins, ends, or has not taken part in this round of a repeat. */
export const OPEN = 4;
export const CLOSE = 5;
export const CLEAR = 6;
export const ACCEPT = 7;
export const FAIL = 8;

/**
 * A regular expression as instructions. Its non-consuming instructions never form a cycle: in a repeat whose inside may
 * be empty, an empty round fails (ECMA-262, RepeatMatcher), which is built in by having such an inside twice, once
 * for when nothing has been taken in this round yet.
 */
export interface Program {
  readonly op: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly start: number;
  readonly accept: number;
  readonly sets: readonly UnitSet[];
  readonly borders: readonly Border[];
  readonly looks: readonly LookProgram[];
  readonly length: Length;
  readonly captures: boolean;
}

export interface LookProgram {
  readonly ahead: boolean;
  readonly negative: boolean;
  readonly program: Program;
  /** Steps at one place of the text: its instructions, once for each unit it may span. */
  readonly cost: number;
  /** Where it stands in the source. */
  readonly at: number;
}

/** What one place in a text may cost: instructions, and for each look-around its own times the units it may span. */
export const MAX_SIZE = 10_000;
export const MAX_LOOK_COST = 50_000;
/** Look-arounds of more than one unit. */
export const MAX_LOOKS = 16;

export interface ProgramProblem {
  /** Where in the source what is too large begins. */
  readonly at: number;
  readonly reason: string;
}

/** Turns a pattern into instructions that cost a bounded time for each place, or says what of it would be too large. */
export function compileProgram(node: Node): Result<Program, ProgramProblem> {
  const written = writeProgram(node, MAX_SIZE);
  if (!written.ok) return written;
  const { looks } = written.value;
  const [costliest] = looks.toSorted((left, right) => right.cost - left.cost);
  const cost = looks.reduce((sum, look) => sum + look.cost, 0);
  if (costliest === undefined || (looks.length <= MAX_LOOKS && cost <= MAX_LOOK_COST)) return written;
  return failed({
    at: costliest.at,
    reason: `the look-arounds take up to ${cost} steps at each place of the text; use smaller counts to stay below ${MAX_LOOK_COST}, and at most ${MAX_LOOKS} look-arounds`,
  });
}

/** Turns a pattern into at most `maxSize` instructions, whatever its look-arounds cost. */
export function writeProgram(node: Node, maxSize: number): Result<Program, ProgramProblem> {
  const builder = createBuilder(maxSize, captures(node) === 1);
  const program = builder.finish(node);
  if (!builder.isFull) return ok(program);
  return failed({
    at: builder.fullAt,
    reason: `the pattern has more than ${maxSize} steps once its counted repeats are written out; use smaller counts`,
  });
}

/** Where to go on: when nothing was taken yet in this round of the enclosing repeat, and when something was. */
interface Entry {
  /** `NONE` when no enclosing repeat asks. */
  readonly fresh: number;
  readonly moved: number;
}

const NONE = -1;

interface Builder {
  readonly op: number[];
  readonly x: number[];
  readonly y: number[];
  readonly sets: Indexed<UnitSet>;
  readonly borders: Indexed<Border>;
  readonly looks: LookProgram[];
  readonly lookOf: Map<Look, number>;
  readonly maxSize: number;
  readonly captures: boolean;
  isFull: boolean;
  /** Where the outermost repeat that did not fit begins. */
  fullAt: number;
  emit(op: number, x: number, y: number): number;
  finish(node: Node): Program;
}

/** A list in which equal things have one place. */
interface Indexed<Item> {
  readonly items: Item[];
  indexOf(item: Item): number;
}

function createIndexed<Item>(keyOf: (item: Item) => string): Indexed<Item> {
  const items: Item[] = [];
  const places = new Map<string, number>();
  /** The very same item comes again in every round of a repeat; then no key is made. */
  const seen = new Map<Item, number>();
  return {
    items,
    indexOf(item) {
      let place = seen.get(item);
      if (place !== undefined) return place;
      const key = keyOf(item);
      place = places.get(key) ?? items.push(item) - 1;
      places.set(key, place);
      seen.set(item, place);
      return place;
    },
  };
}

function createBuilder(maxSize: number, withCaptures: boolean): Builder {
  const builder: Builder = {
    op: [],
    x: [],
    y: [],
    sets: createIndexed((set) => set.join()),
    borders: createIndexed(({ rule, units, edge }) => `${rule} ${edge} ${units.join()}`),
    looks: [],
    lookOf: new Map(),
    maxSize,
    captures: withCaptures,
    isFull: false,
    fullAt: 0,
    emit(op, x, y) {
      if (builder.op.length >= maxSize) {
        builder.isFull = true;
        return 0;
      }
      builder.x.push(x);
      builder.y.push(y);
      return builder.op.push(op) - 1;
    },
    finish(node) {
      builder.emit(FAIL, 0, 0);
      const accept = builder.emit(ACCEPT, 0, 0);
      const start = build(builder, node, { fresh: NONE, moved: accept }).moved;
      const { op, x, y, looks } = builder;
      const length = lengthOf(node);
      return {
        op,
        x,
        y,
        start,
        accept,
        sets: builder.sets.items,
        borders: builder.borders.items,
        looks,
        length,
        captures: withCaptures,
      };
    },
  };
  return builder;
}

/** The instruction that every builder writes first. */
const FAILED = 0;

/** Writes the instructions of `node` in front of `next`; answers where they begin. */
function build(builder: Builder, node: Node, next: Entry): Entry {
  if (builder.isFull) return next;
  switch (node.kind) {
    case 'unit': {
      const pc = builder.emit(UNIT, next.moved, builder.sets.indexOf(node.units));
      return { fresh: pc, moved: pc };
    }
    case 'sequence':
      return node.items.reduceRight((entry, item) => build(builder, item, entry), next);
    case 'choice':
      return buildChoice(
        builder,
        node.options.map((option) => build(builder, option, next)),
      );
    case 'capture': {
      if (!builder.captures) return build(builder, node.item, next);
      const close = both(next, (to) => builder.emit(CLOSE, to, 0));
      return both(build(builder, node.item, close), (to) => builder.emit(OPEN, to, 0));
    }
    case 'border': {
      const border = builder.borders.indexOf(node.border);
      return both(next, (to) => builder.emit(BORDER, to, border));
    }
    case 'look': {
      const look = buildLook(builder, node);
      return both(next, (to) => builder.emit(LOOK, to, look));
    }
    case 'repeat':
      return buildRepeat(builder, node, next);
  }
}

/** One instruction in front of both ways on; the same one when they are the same. */
function both(next: Entry, emit: (to: number) => number): Entry {
  const moved = emit(next.moved);
  const fresh = next.fresh === NONE ? NONE : next.fresh === next.moved ? moved : emit(next.fresh);
  return { fresh, moved };
}

function buildChoice(builder: Builder, options: readonly Entry[]): Entry {
  return options.reduceRight((rest, option) => {
    const moved = builder.emit(SPLIT, option.moved, rest.moved);
    if (option.fresh === NONE || rest.fresh === NONE) return { fresh: NONE, moved };
    const same = option.fresh === option.moved && rest.fresh === rest.moved;
    return { fresh: same ? moved : builder.emit(SPLIT, option.fresh, rest.fresh), moved };
  });
}

function buildRepeat(builder: Builder, node: Repeat, next: Entry): Entry {
  const { item, min, max } = node;
  if (max === 0) return next;
  const mayBeEmpty = lengthOf(item).min === 0;
  const clears = builder.captures && max > 1 && captures(item) > 0;
  const round = (to: Entry): Entry => {
    const entry = build(builder, item, to);
    return clears ? both(entry, (pc) => builder.emit(CLEAR, pc, 0)) : entry;
  };
  /** One round that must take something. */
  const taking = (to: number): number =>
    mayBeEmpty ? round({ fresh: FAILED, moved: to }).fresh : round({ fresh: NONE, moved: to }).moved;

  // Rounds that can take nothing: the first is like all others, and optional ones fail.
  const pointless = lengthOf(item).max === 0;
  if (pointless && min === 0) return next;

  let entry = next;
  let left = min;
  if (pointless) {
    left = 1;
  } else if (max === Infinity && min > 0 && !mayBeEmpty) {
    const loop = split(builder, node, NONE, next.moved);
    const body = taking(loop);
    aim(builder, node, loop, body);
    entry = { fresh: body, moved: body };
    left--;
  } else if (max === Infinity) {
    const loop = split(builder, node, NONE, next.moved);
    const body = taking(loop);
    aim(builder, node, loop, body);
    entry = { fresh: freshSplit(builder, node, body, next, loop), moved: loop };
  } else {
    for (let rounds = max - min; rounds > 0 && !builder.isFull; rounds--) {
      const body = taking(entry.moved);
      const moved = split(builder, node, body, next.moved);
      const last = rounds === 1;
      entry = { fresh: last ? freshSplit(builder, node, body, next, moved) : NONE, moved };
    }
  }
  for (; left > 0 && !builder.isFull; left--) entry = round(entry);
  if (builder.isFull) builder.fullAt = node.at;
  return entry;
}

/** Another round at `body`, or on to `exit`. */
function split(builder: Builder, node: Repeat, body: number, exit: number): number {
  return node.greedy ? builder.emit(SPLIT, body, exit) : builder.emit(SPLIT, exit, body);
}

function aim(builder: Builder, node: Repeat, loop: number, body: number): void {
  (node.greedy ? builder.x : builder.y)[loop] = body;
}

function freshSplit(builder: Builder, node: Repeat, body: number, next: Entry, moved: number): number {
  if (next.fresh === NONE) return NONE;
  return next.fresh === next.moved ? moved : split(builder, node, body, next.fresh);
}

function buildLook(builder: Builder, node: Look): number {
  const known = builder.lookOf.get(node);
  if (known !== undefined) return known;
  const inner = createBuilder(builder.maxSize, false);
  const program = inner.finish(node.item);
  builder.isFull ||= inner.isFull;
  builder.fullAt = Math.max(builder.fullAt, inner.fullAt);
  const cost = program.op.length * (program.length.max + 1);
  const index =
    builder.looks.push({ ahead: node.ahead, negative: node.negative, program, cost, at: node.at }) - 1;
  builder.lookOf.set(node, index);
  return index;
}
