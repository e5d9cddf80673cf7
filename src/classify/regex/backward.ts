import { lookReach, predecessorsOf } from './links.ts';
import { BORDER, LOOK } from './program.ts';
import { createShelf, createStates, type AskLooks, type StateBase, type States } from './states.ts';
import { borderHolds, classAt, type Meter, type Tables } from './tables.ts';

/**
 * All instructions from which, at one place in the text, a match can still be completed. A bit for each instruction.
 * Reading leftwards keeps this up to date with one look-up for each unit.
 */
export interface BackState extends StateBase<BackState> {
  readonly places: Uint32Array;
  /** A match may begin here. */
  readonly begins: boolean;
  /** None: nothing further left changes that. */
  readonly stopped: boolean;
}

export interface Backward {
  /** The state at the right end of what is looked at. */
  end(text: string, at: number): BackState;
  /** The state with these places again. */
  resume(places: Uint32Array): BackState;
  /** Reads leftwards from `at` to `floor`; `visit` sees every state, that at `at` too, and stops the run with false. */
  run(
    text: string,
    state: BackState,
    at: number,
    floor: number,
    visit: (at: number, state: BackState) => boolean,
  ): void;
}

/** `everywhere`: a match may end at any place read, and not only at the right end. */
export function createBackward(
  tables: Tables,
  askLooks: AskLooks,
  meter: Meter,
  everywhere: boolean,
): Backward {
  const { before, after } = tables;
  const states: States<BackState> = createStates(tables.edge * before.count);
  const shelf = createShelf(states);
  const reach = lookReach(tables).back;
  const { units } = predecessorsOf(tables);
  const closure = createReverseClosure(tables, meter);

  const intern = (places: Uint32Array): BackState =>
    states.intern(keyOf(places), places.length, (base) => ({
      ...base,
      places,
      begins: hasPlace(places, tables.start),
      stopped: !everywhere && places.every((word) => word === 0),
    }));

  const build = (state: BackState, text: string, at: number, index: number, taken: number): BackState => {
    const targets = everywhere ? [tables.accept] : [];
    for (let pc = 0; pc < tables.size; pc++) {
      if (!hasPlace(state.places, pc)) continue;
      for (let place = units.from[pc] ?? 0; place < (units.from[pc + 1] ?? 0); place++) {
        const unit = units.list[place] ?? 0;
        if (tables.members[tables.y[unit] ?? 0]?.[taken] === 1) targets.push(unit);
      }
    }
    meter.steps += tables.size;
    const wanted = targets.reduce((looks, pc) => looks | (reach[pc] ?? 0), 0);
    const holding = wanted === 0 ? 0 : askLooks(text, at, wanted);
    const to = intern(closure(targets, classAt(tables, text, at - 1), taken, holding));
    states.remember(state, index, wanted, holding, to);
    return to;
  };

  /** The state at `at`, where a unit of class `taken` stands, from that right of it. */
  const step = (state: BackState, text: string, at: number, index: number, taken: number): BackState => {
    const branch = state.branches.get(index);
    const known = branch?.to.get(askLooks(text, at, branch.wanted));
    return known ?? build(state, text, at, index, taken);
  };

  return {
    end(text, at) {
      const behind = classAt(tables, text, at - 1);
      const ahead = classAt(tables, text, at);
      const wanted = reach[tables.accept] ?? 0;
      const holding = wanted === 0 ? 0 : askLooks(text, at, wanted);
      const context = (before.of[behind] ?? 0) * after.count + (after.of[ahead] ?? 0);
      return shelf(holding * before.count * after.count + context, () =>
        intern(closure([tables.accept], behind, ahead, holding)),
      );
    },
    resume: intern,
    run(text, first, from, floor, visit) {
      let at = from;
      let state = first;
      let behind = classAt(tables, text, at - 1);
      while (visit(at, state) && at > floor && !state.stopped) {
        const taken = behind;
        at--;
        behind = classAt(tables, text, at - 1);
        const index = taken * before.count + (before.of[behind] ?? 0);
        state = state.next[index] ?? step(state, text, at, index, taken);
      }
      meter.steps += from - at + 1;
    },
  };
}

/** The leftmost place from `floor` on where a match that ends exactly at `end` begins; -1 when there is none. */
export function startOf(exact: Backward, text: string, end: number, floor: number): number {
  let start = -1;
  exact.run(text, exact.end(text, end), end, floor, (at, state) => {
    if (state.begins) start = at;
    return true;
  });
  return start;
}

/** Does a match end exactly at this place? */
export function endsAt(exact: Backward, text: string, end: number): boolean {
  let found = false;
  exact.run(text, exact.end(text, end), end, 0, (_, state) => {
    found = state.begins;
    return !found;
  });
  return found;
}

export const hasPlace = (places: Uint32Array, pc: number): boolean =>
  ((places[pc >> 5] ?? 0) & (1 << (pc & 31))) !== 0;

function keyOf(places: Uint32Array): string {
  const halves = new Uint16Array(places.buffer);
  let key = '';
  for (let from = 0; from < halves.length; from += 4096) {
    key += String.fromCharCode(...halves.subarray(from, from + 4096));
  }
  return key;
}

type ReverseClosure = (
  targets: readonly number[],
  behind: number,
  ahead: number,
  holding: number,
) => Uint32Array;

/** Everything from which one of `targets` is reached without taking a unit, between units of these classes. */
function createReverseClosure(tables: Tables, meter: Meter): ReverseClosure {
  const { op, y, size } = tables;
  const { empty } = predecessorsOf(tables);
  const stack: number[] = [];
  return (targets, behind, ahead, holding) => {
    const places = new Uint32Array((size + 31) >> 5);
    const add = (pc: number): void => {
      if (hasPlace(places, pc)) return;
      places[pc >> 5] = (places[pc >> 5] ?? 0) | (1 << (pc & 31));
      stack.push(pc);
    };
    targets.forEach(add);
    for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
      for (let at = empty.from[pc] ?? 0; at < (empty.from[pc + 1] ?? 0); at++) {
        const from = empty.list[at] ?? 0;
        const place = y[from] ?? 0;
        meter.steps++;
        if (op[from] === BORDER && !borderHolds(tables, place, behind, ahead)) continue;
        if (op[from] === LOOK && (holding & (1 << place)) === 0) continue;
        add(from);
      }
    }
    return places;
  };
}
