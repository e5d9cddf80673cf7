import type { Program } from './program.ts';
import type { Border } from './syntax.ts';
import { contains, PAIR, rangesOf, type UnitSet } from './unit-set.ts';

/**
 * A program ready to run. Units that no instruction tells apart are one class. `edge` is the class of the places before
 * and after the text.
 */
export interface Tables {
  readonly program: Program;
  readonly size: number;
  readonly op: Uint8Array;
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly start: number;
  readonly accept: number;
  readonly edge: number;
  /** Class of a unit: `classes[pages[unit >> 8] + (unit & 255)]`. */
  readonly pages: Uint32Array;
  readonly classes: Uint16Array;
  /** Of each set, which classes are in it. */
  readonly members: readonly Uint8Array[];
  /** Of each border, which classes (`edge` too) are in its units. */
  readonly borderMembers: readonly Uint8Array[];
  /** Classes that no border tells apart when they stand before, or after, share a number. */
  readonly before: Contexts;
  readonly after: Contexts;
}

export interface Contexts {
  readonly count: number;
  /** By class, `edge` too. */
  readonly of: Uint16Array;
}

/** What it has cost so far: code units read and instructions looked at. For proving that time is linear. */
export interface Meter {
  steps: number;
}

export function createTables(program: Program): Tables {
  const sets = [...program.sets, ...program.borders.map((border) => border.units)];
  const partition = partitionUnits(sets);
  const edge = partition.count;
  const members = sets.map((set) => membersOf(set, partition));
  const borderMembers = members.slice(program.sets.length);
  for (const [index, border] of program.borders.entries()) {
    if (border.edge) borderMembers[index]?.fill(1, edge);
  }
  return {
    program,
    size: program.op.length,
    op: Uint8Array.from(program.op),
    x: Int32Array.from(program.x),
    y: Int32Array.from(program.y),
    start: program.start,
    accept: program.accept,
    edge,
    ...pagesOf(partition),
    members: members.slice(0, program.sets.length),
    borderMembers,
    before: contextsOf(program.borders, borderMembers, 'after', edge),
    after: contextsOf(program.borders, borderMembers, 'before', edge),
  };
}

/** The class of the unit at a place; `edge` outside the text. */
export function classAt(tables: Tables, text: string, at: number): number {
  if (at < 0 || at >= text.length) return tables.edge;
  const unit = text.charCodeAt(at);
  return tables.classes[(tables.pages[unit >> 8] ?? 0) + (unit & 255)] ?? 0;
}

/** Does a border hold between units of these classes? */
export function borderHolds(tables: Tables, border: number, before: number, after: number): boolean {
  const members = tables.borderMembers[border];
  const isBefore = members?.[before] === 1;
  const isAfter = members?.[after] === 1;
  switch (tables.program.borders[border]?.rule) {
    case 'before':
      return isBefore;
    case 'after':
      return isAfter;
    case 'differ':
      return isBefore !== isAfter;
    case 'same':
      return isBefore === isAfter;
    case undefined:
      return false;
  }
}

/** Units in intervals that no set tells apart. `starts[i]` is where interval i begins, `classes[i]` its class. */
export interface Partition {
  readonly starts: readonly number[];
  readonly classes: readonly number[];
  readonly count: number;
}

export function partitionUnits(sets: readonly UnitSet[]): Partition {
  const cuts = new Set([0, PAIR]);
  for (const { low, high } of sets.flatMap(rangesOf)) cuts.add(low).add(high + 1);
  cuts.delete(PAIR + 1);
  const starts = [...cuts].toSorted((left, right) => left - right);
  const places = new Map(starts.map((start, index) => [start, index]));
  const classes = starts.map(() => 0);
  let count = 1;
  for (const set of sets) {
    // Whatever of a class is in the set becomes a class of its own.
    const inside = new Map<number, number>();
    for (const { low, high } of rangesOf(set)) {
      const end = places.get(high + 1) ?? starts.length;
      for (let index = places.get(low) ?? end; index < end; index++) {
        const old = classes[index] ?? 0;
        if (!inside.has(old)) inside.set(old, count++);
        classes[index] = inside.get(old) ?? 0;
      }
    }
  }
  const numbers = new Map<number, number>();
  for (const id of classes) if (!numbers.has(id)) numbers.set(id, numbers.size);
  return { starts, classes: classes.map((id) => numbers.get(id) ?? 0), count: numbers.size };
}

/** Which classes are in a set: 1 or 0 by class, 0 for the edge. */
export function membersOf(set: UnitSet, partition: Partition): Uint8Array {
  const members = new Uint8Array(partition.count + 1);
  for (const [index, start] of partition.starts.entries()) {
    if (contains(set, start)) members[partition.classes[index] ?? 0] = 1;
  }
  return members;
}

/** Pages of 256 units; all that are of one class alone share one. */
function pagesOf({ starts, classes }: Partition): { pages: Uint32Array; classes: Uint16Array } {
  const pages = new Uint32Array(256);
  const rows: Uint16Array[] = [];
  const even = new Map<number, number>();
  let interval = 0;
  for (let page = 0; page < 256; page++) {
    const first = page << 8;
    while ((starts[interval + 1] ?? Infinity) <= first) interval++;
    const unitClass = classes[interval] ?? 0;
    const isEven = (starts[interval + 1] ?? Infinity) >= first + 256;
    const known = isEven ? even.get(unitClass) : undefined;
    pages[page] = known ?? rows.length * 256;
    if (known !== undefined) continue;
    if (isEven) even.set(unitClass, rows.length * 256);
    const row = new Uint16Array(256).fill(unitClass);
    rows.push(row);
    if (isEven) continue;
    for (let unit = 0; unit < 256; unit++) {
      while ((starts[interval + 1] ?? Infinity) <= first + unit) interval++;
      row[unit] = classes[interval] ?? 0;
    }
  }
  const all = new Uint16Array(rows.length * 256);
  for (const [index, row] of rows.entries()) all.set(row, index * 256);
  return { pages, classes: all };
}

function contextsOf(
  borders: readonly Border[],
  members: readonly Uint8Array[],
  blindRule: 'before' | 'after',
  edge: number,
): Contexts {
  const seen = members.filter((_, index) => borders[index]?.rule !== blindRule);
  const numbers = new Map<string, number>();
  const of = new Uint16Array(edge + 1);
  for (let unitClass = 0; unitClass <= edge; unitClass++) {
    const signature = seen.map((member) => member[unitClass]).join('');
    const number = numbers.get(signature) ?? numbers.size;
    numbers.set(signature, number);
    of[unitClass] = number;
  }
  return { count: numbers.size, of };
}
