import { topDown, exitsOf } from './links.ts';
import { parsePattern } from './parse.ts';
import { LOOK, UNIT, writeProgram, type Program } from './program.ts';
import { createTables, type Tables } from './tables.ts';

export interface MatchBound {
  /** Code units a match spans. */
  readonly minLength: number;
  /** Infinity when unbounded. */
  readonly maxLength: number;
  /** Upper bound of what a backtracking matcher does at one place, whatever the text. Infinity above ten million. */
  readonly steps: number;
}

/** Instructions of an expression with its counted repeats written out. */
const MAX_SIZE = 50_000;

/**
 * Proves what a built-in expression may cost. `source` and `flags` are those of a RegExp; an expression that this cannot
 * read (a flag v, unknown syntax) is a bug in the caller and throws.
 *
 * Method. The expression is written out as an automaton; a step is one instruction visited on one way through it. In
 * the worst case a backtracking matcher tries every way that the text allows before it gives up, so its steps are the
 * number of all partial ways that read a prefix of the text. All texts are followed at once, unit by unit, over the
 * classes of units that the expression tells apart: for each kind of text, how many ways stand at which instruction
 * (a vector of counts). Kinds with equal vectors are one, and the answer is exact for the automaton. Where there are too
 * many, kinds are joined to one with the larger count of each; more ways can only mean more steps, so that the answer
 * stays an upper bound. Borders and look-arounds are taken to hold every time and to cost their own worst case; a
 * back-reference is taken to match whatever its group may.
 */
export function matchBound(source: string, flags: string): MatchBound {
  const unknown = /[^dgimsuy]/.exec(flags);
  if (unknown !== null) throw new Error(`matchBound cannot judge the flag ${unknown[0]} of /${source}/`);
  const node = parsePattern(source, {
    ignoreCase: flags.includes('i'),
    multiline: flags.includes('m'),
    dotAll: flags.includes('s'),
    unicode: flags.includes('u'),
    dialect: 'backtracking',
  });
  if (!node.ok) throw new Error(`matchBound cannot read /${source}/: ${node.problem}`);
  const program = writeProgram(node.value, MAX_SIZE);
  if (!program.ok) throw new Error(`matchBound cannot judge /${source}/: ${program.problem.reason}`);
  const { min, max } = program.value.length;
  return { minLength: min, maxLength: max, steps: worstSteps(program.value) };
}

/** How many ways through the automaton stand at which instruction, for texts of one kind. */
type Ways = ReadonlyMap<number, number>;

/** Beyond this the exact number no longer matters: the answer is Infinity. */
const HOPELESS = 1e7;

function worstSteps(program: Program): number {
  if (program.length.max === Infinity) return Infinity;
  const tables = createTables(program);
  const go = createGo(tables);
  const start: Ways = new Map([[tables.start, 1]]);
  const steps = exactSteps(go, start) ?? joinedSteps(go, start);
  return steps > HOPELESS ? Infinity : steps;
}

/** The steps of some ways up to their next unit, and where they stand after it, once for each class of units. */
type Go = (ways: Ways) => { readonly steps: number; readonly after: readonly Ways[] };

const MAX_EXACT = 5000;

/**
 * What each kind costs from there on is worked out once, however many texts lead to it; kinds follow each other without
 * a cycle because the pattern is bounded. Undefined when there are too many kinds.
 */
function exactSteps(go: Go, start: Ways): number | undefined {
  interface Open {
    readonly key: string;
    readonly steps: number;
    readonly after: readonly Ways[];
    next: number;
    worst: number;
  }
  const known = new Map<string, number>();
  const open = (key: string, ways: Ways): Open => ({ key, ...go(ways), next: 0, worst: 0 });
  const stack = [open('', start)];
  let result = 0;
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.after[top.next];
    if (next === undefined) {
      stack.pop();
      result = top.steps + top.worst;
      known.set(top.key, result);
      if (result > HOPELESS) return result;
      if (known.size > MAX_EXACT) return undefined;
      continue;
    }
    const key = keyOf(next, true);
    const worst = known.get(key);
    if (worst === undefined) {
      stack.push(open(key, next));
      continue;
    }
    top.worst = Math.max(top.worst, worst);
    top.next++;
  }
  return result;
}

interface Kind {
  readonly ways: Ways;
  /** Steps so far. */
  readonly steps: number;
}

const MAX_KINDS = 200;

/** An upper bound by following all kinds at once, one unit at a time, with at most `MAX_KINDS` kept apart. */
function joinedSteps(go: Go, start: Ways): number {
  let kinds: readonly Kind[] = [{ ways: start, steps: 0 }];
  let worst = 0;
  while (kinds.length > 0 && worst <= HOPELESS) {
    const next = new Map<string, Kind>();
    for (const kind of kinds) {
      const { steps, after } = go(kind.ways);
      const sum = kind.steps + steps;
      worst = Math.max(worst, sum);
      for (const ways of after) {
        const key = keyOf(ways, false);
        const known = next.get(key);
        next.set(key, known === undefined ? { ways, steps: sum } : joined(known, { ways, steps: sum }));
      }
    }
    kinds = fewer([...next.values()]);
  }
  return worst;
}

/** The heaviest as they are, all others as one. */
function fewer(kinds: readonly Kind[]): readonly Kind[] {
  if (kinds.length <= MAX_KINDS) return kinds;
  const heaviestFirst = kinds.toSorted((left, right) => weightOf(right) - weightOf(left));
  return [...heaviestFirst.slice(0, MAX_KINDS - 1), heaviestFirst.slice(MAX_KINDS - 1).reduce(joined)];
}

const weightOf = ({ ways, steps }: Kind): number =>
  [...ways.values()].reduce((sum, count) => sum + count, steps);

function joined(left: Kind, right: Kind): Kind {
  const ways = new Map(left.ways);
  for (const [pc, count] of right.ways) ways.set(pc, Math.max(ways.get(pc) ?? 0, count));
  return { ways, steps: Math.max(left.steps, right.steps) };
}

function keyOf(ways: Ways, withCounts: boolean): string {
  const places = Int32Array.from(ways.keys()).toSorted();
  if (!withCounts) return places.join();
  return `${places.join()};${Float64Array.from(places, (pc) => ways.get(pc) ?? 0).join()}`;
}

function createGo(tables: Tables): Go {
  const spreadFrom = createSpread(tables);
  return (ways) => {
    let steps = 0;
    const open = new Map<number, number>();
    for (const [pc, count] of ways) {
      const { units, visited } = spreadFrom(pc);
      steps += count * visited;
      for (const [unit, each] of units) open.set(unit, (open.get(unit) ?? 0) + count * each);
    }
    return { steps, after: readings(tables, open) };
  };
}

interface Spread {
  /** The unit instructions met, and in how many ways. */
  readonly units: readonly (readonly [number, number])[];
  /** Steps on all of these ways together. */
  readonly visited: number;
}

/** What is met from an instruction on before a unit is read. Each is worked out once. */
function createSpread(tables: Tables): (from: number) => Spread {
  const looks = tables.program.looks.map((look) => worstSteps(look.program));
  const order = topDown(tables);
  const rank = new Int32Array(tables.size);
  for (const [place, pc] of order.entries()) rank[pc] = place;
  const known = new Map<number, Spread>();
  const spread = (from: number): Spread => {
    const counts = new Map([[from, 1]]);
    const units: (readonly [number, number])[] = [];
    let visited = 0;
    // Neighbours in the order are mostly neighbours in the pattern, so that few places are passed in vain.
    for (let place = rank[from] ?? 0, open = 1; open > 0 && place < order.length; place++) {
      const pc = order[place] ?? 0;
      const count = counts.get(pc);
      if (count === undefined) continue;
      open--;
      visited += count * (1 + (tables.op[pc] === LOOK ? (looks[tables.y[pc] ?? 0] ?? 0) : 0));
      if (tables.op[pc] === UNIT) units.push([pc, count]);
      for (const next of exitsOf(tables, pc)) {
        if (!counts.has(next)) open++;
        counts.set(next, (counts.get(next) ?? 0) + count);
      }
    }
    return { units, visited };
  };
  return (from) => {
    const spreadOut = known.get(from) ?? spread(from);
    known.set(from, spreadOut);
    return spreadOut;
  };
}

/** Where the ways stand after a unit, once for each class of units that some way can take. */
function readings(tables: Tables, open: Ways): Ways[] {
  const after: Ways[] = [];
  for (let unitClass = 0; unitClass < tables.edge; unitClass++) {
    const at = new Map<number, number>();
    for (const [pc, count] of open) {
      if (tables.members[tables.y[pc] ?? 0]?.[unitClass] !== 1) continue;
      const next = tables.x[pc] ?? 0;
      at.set(next, (at.get(next) ?? 0) + count);
    }
    if (at.size > 0) after.push(at);
  }
  return after;
}
