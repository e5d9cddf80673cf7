import { LOOK, SPLIT, UNIT, ACCEPT, FAIL } from './program.ts';
import type { Tables } from './tables.ts';

/** Where which look-arounds matter, as sets of bits, one for each: they are tried only there. */
export interface LookReach {
  /** Those that may be met from an instruction on before a unit is taken. */
  readonly ahead: Int32Array;
  /** Those from which an instruction may be met before a unit is taken. */
  readonly back: Int32Array;
  /** By class of the unit that stands after the place: those behind which a match can go on with it. */
  readonly useful: Int32Array;
}

/** Instructions by what leads to them without taking a unit, and by the unit instructions that lead to them. */
export interface Predecessors {
  /** Those of pc are `list[from[pc]]` up to, not including, `list[from[pc + 1]]`. */
  readonly from: Int32Array;
  readonly list: Int32Array;
}

/** Where an instruction may go without taking a unit. */
export function exitsOf(tables: Tables, pc: number): number[] {
  switch (tables.op[pc] ?? FAIL) {
    case UNIT:
    case ACCEPT:
    case FAIL:
      return [];
    case SPLIT:
      return [tables.x[pc] ?? 0, tables.y[pc] ?? 0];
    default:
      return [tables.x[pc] ?? 0];
  }
}

/** The instructions in an order in which each comes before those it goes on to without taking a unit. */
export function topDown(tables: Tables): Int32Array {
  const order = new Int32Array(tables.size);
  const state = new Uint8Array(tables.size);
  let free = tables.size;
  const stack: number[] = [];
  for (let root = 0; root < tables.size; root++) {
    if (state[root] !== 0) continue;
    stack.push(root);
    while (stack.length > 0) {
      const pc = stack[stack.length - 1] ?? 0;
      if (state[pc] === 0) {
        state[pc] = 1;
        for (const next of exitsOf(tables, pc)) if (state[next] === 0) stack.push(next);
      } else {
        stack.pop();
        if (state[pc] === 1) order[--free] = pc;
        state[pc] = 2;
      }
    }
  }
  return order;
}

export function lookReach(tables: Tables): LookReach {
  const ahead = new Int32Array(tables.size);
  const back = new Int32Array(tables.size);
  const useful = new Int32Array(tables.edge + 1);
  if (tables.program.looks.length === 0) return { ahead, back, useful };
  const order = topDown(tables);
  for (const pc of order.toReversed()) {
    let mask = tables.op[pc] === LOOK ? 1 << (tables.y[pc] ?? 0) : 0;
    for (const next of exitsOf(tables, pc)) mask |= ahead[next] ?? 0;
    ahead[pc] = mask;
  }
  for (const pc of order) {
    const own = tables.op[pc] === LOOK ? 1 << (tables.y[pc] ?? 0) : 0;
    for (const next of exitsOf(tables, pc)) {
      back[next] = (back[next] ?? 0) | (back[pc] ?? 0) | own;
    }
  }
  for (let pc = 0; pc < tables.size; pc++) {
    if (tables.op[pc] !== LOOK) continue;
    const first = firstClasses(tables, pc);
    for (let unitClass = 0; unitClass <= tables.edge; unitClass++) {
      if (first === undefined || first[unitClass] === 1) {
        useful[unitClass] = (useful[unitClass] ?? 0) | (1 << (tables.y[pc] ?? 0));
      }
    }
  }
  return { ahead, back, useful };
}

/** By class: the units that may be taken first from an instruction on. Undefined when none need be taken. */
export function firstClasses(tables: Tables, from: number): Uint8Array | undefined {
  const first = new Uint8Array(tables.edge + 1);
  const seen = new Uint8Array(tables.size);
  const open = [from];
  for (let pc = open.pop(); pc !== undefined; pc = open.pop()) {
    if (seen[pc] === 1) continue;
    seen[pc] = 1;
    if (tables.op[pc] === ACCEPT) return undefined;
    if (tables.op[pc] === UNIT) {
      for (const [unitClass, isMember] of tables.members[tables.y[pc] ?? 0]?.entries() ?? []) {
        if (isMember === 1) first[unitClass] = 1;
      }
    }
    open.push(...exitsOf(tables, pc));
  }
  return first;
}

/** Instructions that go on to each one: `units` by taking a unit, `empty` without. */
export function predecessorsOf(tables: Tables): {
  readonly units: Predecessors;
  readonly empty: Predecessors;
} {
  const units: (readonly [number, number])[] = [];
  const empty: (readonly [number, number])[] = [];
  for (let pc = 0; pc < tables.size; pc++) {
    if (tables.op[pc] === UNIT) units.push([tables.x[pc] ?? 0, pc]);
    for (const next of exitsOf(tables, pc)) empty.push([next, pc]);
  }
  return { units: listed(units, tables.size), empty: listed(empty, tables.size) };
}

function listed(edges: readonly (readonly [number, number])[], size: number): Predecessors {
  const from = new Int32Array(size + 1);
  for (const [to] of edges) from[to + 1] = (from[to + 1] ?? 0) + 1;
  for (let pc = 0; pc < size; pc++) from[pc + 1] = (from[pc + 1] ?? 0) + (from[pc] ?? 0);
  const next = from.slice();
  const list = new Int32Array(edges.length);
  for (const [to, pc] of edges) {
    const place = next[to] ?? 0;
    list[place] = pc;
    next[to] = place + 1;
  }
  return { from, list };
}
