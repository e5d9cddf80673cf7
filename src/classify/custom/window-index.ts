import type { UnitSet } from '../regex/unit-set.ts';
import { contains } from '../regex/unit-set.ts';
import { bothAlphabets, createKnownSets, type Alphabet, type KnownSet } from './symbols.ts';

/** Gathers windows into one index. */
export interface WindowIndexBuilder {
  /** The number of a window; equal ones have one. Undefined when the index cannot find it quickly. */
  readonly add: (sets: readonly UnitSet[]) => number | undefined;
  finish(): FindWindows;
}

/**
 * Calls `note` for each window at each place, places of one window from left to right, in a few passes over the text however many
 * windows there are. False when `isOver` ended it.
 */
export type FindWindows = (
  text: string,
  note: (window: number, start: number) => void,
  isOver: () => boolean,
) => boolean;

/** Rows of symbols that are looked up: alphabet (0 knows letters) and length. A row is a number of at most 30 bits. */
const ROWS = [
  [0, 4],
  [0, 3],
  [0, 2],
  [1, 6],
  [1, 4],
  [1, 3],
] as const;
/** Different rows by which one window may be found. */
const MAX_ROWS = 16;
/** A row of letters that is met this seldom need not be bettered by one of kinds. */
const ENOUGH = 1e-3;
/** Places of a table that tells most rows that no window has. */
const FILTER_BITS = 17;
/** So many code units are read between two looks at the clock. */
const BETWEEN_LOOKS = 1 << 16;

interface Entry {
  readonly window: number;
  /** From the start of the window to the last unit of the row. */
  readonly back: number;
  readonly sets: readonly KnownSet[];
}

interface RowTable {
  readonly alphabet: Alphabet;
  readonly length: number;
  readonly filter: Uint8Array;
  readonly entries: Map<number, Entry[]>;
}

/** Makes an empty index. */
export function createWindowIndex(): WindowIndexBuilder {
  const knownSet = createKnownSets();
  const windows = new Map<string, number | undefined>();
  const tables = new Map<number, RowTable>();
  let count = 0;

  const place = (sets: readonly KnownSet[]): number | undefined => {
    const row = rarestRow(sets);
    if (row === undefined) return undefined;
    let table = tables.get(row.kind);
    if (table === undefined) {
      const [which, length] = ROWS[row.kind] ?? [0, 0];
      table = {
        alphabet: bothAlphabets()[which],
        length,
        filter: new Uint8Array(1 << FILTER_BITS),
        entries: new Map(),
      };
      tables.set(row.kind, table);
    }
    const entry: Entry = { window: count++, back: row.from + table.length - 1, sets };
    for (const number of rowsOf(sets, row)) {
      const there = table.entries.get(number);
      if (there === undefined) table.entries.set(number, [entry]);
      else there.push(entry);
      table.filter[placeInFilter(number)] = 1;
    }
    return entry.window;
  };

  return {
    add(units) {
      const sets = units.map(knownSet);
      const key = sets.map(({ id }) => id).join();
      if (!windows.has(key)) windows.set(key, place(sets));
      return windows.get(key);
    },
    finish: () => createFind([...tables.values()]),
  };
}

/** Made apart from what only the building needs, so that it does not keep it. */
const createFind =
  (tables: readonly RowTable[]): FindWindows =>
  (text, note, isOver) =>
    tables.every((table) => findRows(table, text, note, isOver));

const placeInFilter = (row: number): number => Math.imul(row, 0x9e3779b1) >>> (32 - FILTER_BITS);

/** A part of a window as a row of symbols. */
interface Row {
  /** Place in `ROWS`. */
  readonly kind: number;
  /** Place in the window. */
  readonly from: number;
}

/** The row that is met least often. */
function rarestRow(sets: readonly KnownSet[]): Row | undefined {
  const alphabets = bothAlphabets();
  let best: Row | undefined;
  let least = Infinity;
  for (const [kind, [which, length]] of ROWS.entries()) {
    if (which === 1 && least <= ENOUGH) break;
    const { chances } = alphabets[which];
    for (let from = 0; from + length <= sets.length; from++) {
      let rows = 1;
      let chance = 1;
      for (let at = from; at < from + length; at++) {
        const symbols = sets[at]?.symbols?.[which];
        rows *= symbols?.length ?? Infinity;
        if (rows > MAX_ROWS) break;
        chance *= symbols?.reduce((sum, symbol) => sum + (chances[symbol] ?? 0), 0) ?? 1;
      }
      // Units of one kind stand together, so that a row of kinds is met far more often than its parts make it.
      const expected = which === 0 ? chance : Math.sqrt(chance);
      if (rows > MAX_ROWS || expected >= least) continue;
      least = expected;
      best = { kind, from };
    }
  }
  return best;
}

/** All rows of symbols that the part of the window may be. */
function rowsOf(sets: readonly KnownSet[], { kind, from }: Row): readonly number[] {
  const [which, length] = ROWS[kind] ?? [0, 0];
  const { bits } = bothAlphabets()[which];
  let rows = [0];
  for (const set of sets.slice(from, from + length)) {
    const symbols = set.symbols?.[which] ?? [];
    rows = rows.flatMap((row) => symbols.map((symbol) => (row << bits) | symbol));
  }
  return rows;
}

function findRows(
  { alphabet, length, filter, entries }: RowTable,
  text: string,
  note: (window: number, start: number) => void,
  isOver: () => boolean,
): boolean {
  const { of, bits } = alphabet;
  const mask = 2 ** (bits * length) - 1;
  let row = 0;
  for (let at = 0; at < text.length; at++) {
    row = ((row << bits) | (of[text.charCodeAt(at)] ?? 0)) & mask;
    if (at % BETWEEN_LOOKS === BETWEEN_LOOKS - 1 && isOver()) return false;
    if (filter[placeInFilter(row)] === 0) continue;
    for (const { window, back, sets } of entries.get(row) ?? []) {
      if (stands(text, at - back, sets)) note(window, at - back);
    }
  }
  return true;
}

/** Does the window stand here? Symbols tell less than units. */
function stands(text: string, start: number, sets: readonly KnownSet[]): boolean {
  if (start < 0 || start + sets.length > text.length) return false;
  return sets.every(({ ascii, units }, index) => {
    const unit = text.charCodeAt(start + index);
    return unit < 128 ? ascii[unit] === 1 : contains(units, unit);
  });
}
