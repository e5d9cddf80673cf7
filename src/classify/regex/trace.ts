import { hasPlace, type Backward, type BackState } from './backward.ts';
import { ACCEPT, CLEAR, CLOSE, FAIL, OPEN, SPLIT, UNIT } from './program.ts';
import type { Meter, Tables } from './tables.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface FoundMatch extends Span {
  readonly group?: Span;
}

/**
 * What a stretch of text was found to hold when it was read from right to left: at every place, the instructions from
 * which a match can be completed. With that no choice is ever tried in vain, so that all matches of a text
 * together cost no more than reading it.
 */
export interface Trace {
  /** The first match that begins at or after `from`; Perl's choice among those that begin there. */
  find(from: number): FoundMatch | undefined;
}

/** Places whose states are held at a time. Of all others only the first of each block is. */
const BLOCK = 1024;

export function openTrace(
  machine: Backward,
  tables: Tables,
  meter: Meter,
  text: string,
  low: number,
  high: number,
): Trace {
  const blocks = markBlocks(machine, text, low, high);
  let loaded = -1;
  let states: Uint32Array[] = [];

  const load = (block: number): void => {
    const floor = low + block * BLOCK;
    const next = blocks.firsts[block + 1];
    const from = next === undefined ? high : floor + BLOCK;
    const state = next === undefined ? machine.end(text, high) : machine.resume(next);
    states = [];
    machine.run(text, state, from, floor, (at, { places }) => {
      states[at - floor] = places;
      return true;
    });
    loaded = block;
  };

  const canMatch = (pc: number, at: number): boolean => {
    const block = Math.floor((at - low) / BLOCK);
    if (block !== loaded) load(block);
    const places = states[at - low - block * BLOCK];
    return places !== undefined && hasPlace(places, pc);
  };

  /** The first place from `from` on where a match begins. */
  const firstStart = (from: number): number | undefined => {
    for (let at = from; at <= high; at++) {
      const block = Math.floor((at - low) / BLOCK);
      meter.steps++;
      if (blocks.begins[block] !== true) at = low + (block + 1) * BLOCK - 1;
      else if (canMatch(tables.start, at)) return at;
    }
    return undefined;
  };

  return {
    find(from) {
      const start = firstStart(from);
      return start === undefined ? undefined : walk(tables, meter, start, canMatch);
    },
  };
}

interface Blocks {
  /** The state at the first place of each block but the first block. */
  readonly firsts: readonly (Uint32Array | undefined)[];
  /** Does a match begin in it? */
  readonly begins: readonly boolean[];
}

function markBlocks(machine: Backward, text: string, low: number, high: number): Blocks {
  const count = Math.floor((high - low) / BLOCK) + 1;
  const firsts = Array.from<Uint32Array | undefined>({ length: count });
  const begins = Array.from({ length: count }, () => false);
  let block = count - 1;
  let floor = low + block * BLOCK;
  machine.run(text, machine.end(text, high), high, low, (at: number, state: BackState) => {
    if (state.begins) begins[block] = true;
    if (at === floor) {
      firsts[block] = state.places;
      block--;
      floor -= BLOCK;
    }
    return true;
  });
  return { firsts, begins };
}

/** Follows the preferred way from the start of a match; every step on it is known to lead to its end. */
function walk(
  tables: Tables,
  meter: Meter,
  start: number,
  canMatch: (pc: number, at: number) => boolean,
): FoundMatch {
  let at = start;
  let pc = tables.start;
  let opened = -1;
  let group: Span | undefined;
  for (;;) {
    meter.steps++;
    const next = tables.x[pc] ?? 0;
    switch (tables.op[pc] ?? FAIL) {
      case ACCEPT:
        return { start, end: at, ...(group === undefined ? {} : { group }) };
      case UNIT:
        at++;
        pc = next;
        break;
      case SPLIT:
        pc = canMatch(next, at) ? next : (tables.y[pc] ?? 0);
        break;
      case OPEN:
        opened = at;
        pc = next;
        break;
      case CLOSE:
        group = { start: opened, end: at };
        pc = next;
        break;
      case CLEAR:
        group = undefined;
        pc = next;
        break;
      default:
        pc = next;
    }
  }
}
