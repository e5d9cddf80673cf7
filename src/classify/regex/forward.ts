import { lookReach } from './links.ts';
import { ACCEPT, BORDER, FAIL, LOOK, SPLIT, UNIT } from './program.ts';
import { createSkip } from './skip.ts';
import { createShelf, createStates, type AskLooks, type StateBase, type States } from './states.ts';
import { borderHolds, classAt, type Meter, type Tables } from './tables.ts';

/**
 * All places in the program that the text read so far may have led to, in order of preference (Perl's: what an earlier
 * start, a first alternative, a greedy repeat would try first). What comes after an accepted place is dropped: it can
 * no longer be preferred. One state for each such list, so that a unit costs one look-up.
 */
interface ForwardState extends StateBase<ForwardState> {
  /** Unit instructions. */
  readonly list: Uint16Array;
  readonly accepted: boolean;
  /** Nothing accepted so far: a match may still begin here. */
  readonly searching: boolean;
  /** Searching, and every entry of the list begins here. */
  readonly idle: boolean;
  readonly stopped: boolean;
  /** One of accepted, idle, stopped. */
  readonly special: boolean;
}

export interface Reach {
  /** Where the leftmost match ends, -1 when there is none. */
  readonly end: number;
  /** It begins here or later. */
  readonly notBefore: number;
  /** How far the text was read. */
  readonly read: number;
}

/** The first place from `at` on where a match may begin; Infinity when there is none. */
export type Starts = (at: number) => number;

export interface Forward {
  /** `starts` may leave out only places where no match begins. */
  search(text: string, from: number, to: number, starts?: Starts): Reach;
  /** Does a match begin right at this place? */
  matchesAt(text: string, at: number): boolean;
}

export function createForward(tables: Tables, askLooks: AskLooks, meter: Meter): Forward {
  const { after, pages, classes, edge } = tables;
  const skip = createSkip(tables);
  const stepper = createStepper(tables, askLooks, meter);
  const nextStart = (text: string, from: number, to: number, starts: Starts | undefined): number => {
    if (starts === undefined) return skip?.(text, from, to) ?? from;
    for (let at = from; ;) {
      const allowed = starts(at);
      if (allowed >= to) return Math.max(from, to);
      at = skip?.(text, allowed, to) ?? allowed;
      if (at === allowed) return at;
    }
  };

  return {
    search(text, from, to, starts) {
      const { length } = text;
      const contexts = after.count;
      const contextOf = after.of;
      let at = from;
      let end = -1;
      let notBefore = from;
      let state = stepper.begin(text, at, true);
      let ahead = classAt(tables, text, at);
      for (;;) {
        if (state.special) {
          if (state.accepted) end = at;
          if (state.stopped) break;
          if (state.idle) {
            const first = nextStart(text, at, to, starts);
            if (first !== at) {
              at = first;
              state = stepper.begin(text, at, true);
              ahead = classAt(tables, text, at);
            }
            notBefore = at;
          }
        }
        if (at >= to) break;
        const taken = ahead;
        at++;
        if (at < length) {
          const unit = text.charCodeAt(at);
          ahead = classes[(pages[unit >> 8] ?? 0) + (unit & 255)] ?? 0;
        } else ahead = edge;
        const index = taken * contexts + (contextOf[ahead] ?? 0);
        state = state.next[index] ?? stepper.follow(state, index, taken, ahead, text, at);
      }
      meter.steps += at - from + 1;
      return { end, notBefore, read: at };
    },
    matchesAt(text, from) {
      let at = from;
      let state = stepper.begin(text, at, false);
      let ahead = classAt(tables, text, at);
      while (!state.accepted && !state.stopped && at < text.length) {
        const taken = ahead;
        at++;
        ahead = classAt(tables, text, at);
        const index = taken * after.count + (after.of[ahead] ?? 0);
        state = state.next[index] ?? stepper.follow(state, index, taken, ahead, text, at);
      }
      meter.steps += at - from + 1;
      return state.accepted;
    },
  };
}

interface Stepper {
  /** The state at a place where nothing was read yet. */
  begin(text: string, at: number, searching: boolean): ForwardState;
  /** The state at `at`, after a unit of class `taken` and before one of class `ahead`. */
  follow(
    state: ForwardState,
    index: number,
    taken: number,
    ahead: number,
    text: string,
    at: number,
  ): ForwardState;
}

function createStepper(tables: Tables, askLooks: AskLooks, meter: Meter): Stepper {
  const { op, x, y, members, before, after, start } = tables;
  const states: States<ForwardState> = createStates(tables.edge * after.count);
  const shelf = createShelf(states);
  const reach = lookReach(tables);
  const atStart = reach.ahead[start] ?? 0;
  const closure = createClosure(tables, meter);

  const intern = (searching: boolean, own: number): ForwardState => {
    const { accepted } = closure;
    const searchingOn = searching && !accepted;
    const idle = searchingOn && own === 0;
    const list = closure.list();
    const key = `${accepted ? 'a' : ''}${searchingOn ? 's' : ''}${idle ? 'i' : ''}:${textOf(list)}`;
    return states.intern(key, list.length, (base) => {
      const stopped = list.length === 0 && !searchingOn;
      const special = accepted || idle || stopped;
      return { ...base, list, accepted, searching: searchingOn, idle, stopped, special };
    });
  };

  const build = (
    state: ForwardState,
    index: number,
    taken: number,
    ahead: number,
    text: string,
    at: number,
  ): ForwardState => {
    const { list, searching } = state;
    let wanted = searching ? atStart : 0;
    const survivors: number[] = [];
    for (const pc of list) {
      if (op[pc] !== UNIT || members[y[pc] ?? 0]?.[taken] !== 1) continue;
      const next = x[pc] ?? 0;
      survivors.push(next);
      wanted |= reach.ahead[next] ?? 0;
    }
    meter.steps += list.length;
    const holding = wanted === 0 ? 0 : askLooks(text, at, wanted & (reach.useful[ahead] ?? 0));
    closure.open(taken, ahead, holding);
    survivors.every(closure.add);
    const own = closure.count();
    if (searching && !closure.accepted) closure.add(start);
    const to = intern(searching, own);
    states.remember(state, index, wanted, holding, to);
    return to;
  };

  return {
    begin(text, at, searching) {
      const behind = classAt(tables, text, at - 1);
      const ahead = classAt(tables, text, at);
      const holding = atStart === 0 ? 0 : askLooks(text, at, atStart & (reach.useful[ahead] ?? 0));
      const context = (before.of[behind] ?? 0) * after.count + (after.of[ahead] ?? 0);
      return shelf((holding * before.count * after.count + context) * 2 + (searching ? 1 : 0), () => {
        closure.open(behind, ahead, holding);
        closure.add(start);
        return intern(searching, 0);
      });
    },
    follow(state, index, taken, ahead, text, at) {
      const branch = state.branches.get(index);
      if (branch !== undefined) {
        const holding = askLooks(text, at, branch.wanted & (reach.useful[ahead] ?? 0));
        const known = branch.to.get(holding);
        if (known !== undefined) return known;
      }
      return build(state, index, taken, ahead, text, at);
    },
  };
}

/** A list of instruction numbers as a key: they stay below 65,536. */
export function textOf(numbers: Uint16Array): string {
  let text = '';
  for (let from = 0; from < numbers.length; from += 4096) {
    text += String.fromCharCode(...numbers.subarray(from, from + 4096));
  }
  return text;
}

interface Closure {
  /** Starts an empty list for a place between units of these classes where these look-arounds hold. */
  open(behind: number, ahead: number, holding: number): void;
  /** Adds what is met from an instruction on, in order of preference. False once accepted: nothing after it counts. */
  readonly add: (pc: number) => boolean;
  accepted: boolean;
  count(): number;
  list(): Uint16Array;
}

function createClosure(tables: Tables, meter: Meter): Closure {
  const { op, x, y, size } = tables;
  const list = new Uint16Array(size);
  const seen = new Uint32Array(size);
  const stack = new Uint16Array(2 * size + 2);
  let round = 0;
  let count = 0;
  let behind = 0;
  let ahead = 0;
  let holding = 0;

  const closure: Closure = {
    accepted: false,
    count: () => count,
    list: () => list.slice(0, count),
    open(unitBehind, unitAhead, looks) {
      round++;
      if (round === 0xffffffff) {
        seen.fill(0);
        round = 1;
      }
      count = 0;
      closure.accepted = false;
      behind = unitBehind;
      ahead = unitAhead;
      holding = looks;
    },
    add(from) {
      let depth = 1;
      stack[0] = from;
      while (depth > 0) {
        const pc = stack[--depth] ?? 0;
        meter.steps++;
        if (seen[pc] === round) continue;
        seen[pc] = round;
        const place = y[pc] ?? 0;
        switch (op[pc] ?? FAIL) {
          case UNIT:
            list[count++] = pc;
            break;
          case ACCEPT:
            closure.accepted = true;
            return false;
          case FAIL:
            break;
          case SPLIT:
            stack[depth++] = place;
            stack[depth++] = x[pc] ?? 0;
            break;
          case BORDER:
            if (borderHolds(tables, place, behind, ahead)) stack[depth++] = x[pc] ?? 0;
            break;
          case LOOK:
            if ((holding & (1 << place)) !== 0) stack[depth++] = x[pc] ?? 0;
            break;
          default:
            stack[depth++] = x[pc] ?? 0;
        }
      }
      return true;
    },
  };
  return closure;
}
