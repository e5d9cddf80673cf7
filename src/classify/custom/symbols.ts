import { rangesOf, type UnitSet } from '../regex/unit-set.ts';
import { CHANCE_BEYOND_ASCII, chanceOfUnit } from '../regex/windows.ts';
import { foldTable } from './folding.ts';

/**
 * Code units by what they look like, so that a set of units is a few symbols and a short row of symbols one number. Two alphabets:
 * one knows the letters, the other only that there is a letter.
 */
export interface Alphabet {
  /** Symbol of each code unit. */
  readonly of: Uint8Array;
  /** A symbol takes so many bits. */
  readonly bits: number;
  /** How often a symbol is met in a text, about. */
  readonly chances: Float64Array;
}

const ZERO = 48;
const SPACE = 32;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Letters without their case, all digits as one, all spaces as one. */
function letterOf(unit: number, folded: number): number {
  if (isDigit(unit)) return ZERO;
  // What lies beyond ASCII shares the places of the capitals, which are free.
  return folded < 128 ? folded : 65 + (folded % 26);
}

/** Small letter, capital, digit, space, beyond ASCII; marks in a few groups. */
function kindOf(unit: number, folded: number): number {
  if (unit >= 97 && unit <= 122) return 0;
  if (unit >= 65 && unit <= 90) return 1;
  if (isDigit(unit)) return 2;
  if (folded === SPACE) return 3;
  return unit >= 128 ? 4 : 5 + (unit % 27);
}

function createAlphabet(bits: number, symbolOf: (unit: number, folded: number) => number): Alphabet {
  const folded = foldTable();
  const of = new Uint8Array(folded.length);
  for (let unit = 0; unit < of.length; unit++) of[unit] = symbolOf(unit, folded[unit] ?? 0);
  const chances = new Float64Array(1 << bits);
  for (let unit = 0; unit < 128; unit++) {
    const symbol = of[unit] ?? 0;
    chances[symbol] = (chances[symbol] ?? 0) + chanceOfUnit(unit);
  }
  const beyond = new Set(of.subarray(128));
  for (const symbol of beyond) chances[symbol] = (chances[symbol] ?? 0) + CHANCE_BEYOND_ASCII / beyond.size;
  return { of, bits, chances };
}

let alphabets: readonly [letters: Alphabet, kinds: Alphabet] | undefined;

/** Made at first use: first the one that knows letters. */
export function bothAlphabets(): readonly [letters: Alphabet, kinds: Alphabet] {
  alphabets ??= [createAlphabet(7, letterOf), createAlphabet(5, kindOf)];
  return alphabets;
}

/** A set of units with its symbols in both alphabets. */
export interface KnownSet {
  readonly id: number;
  /** By ASCII unit: 1 for a member. */
  readonly ascii: Uint8Array;
  readonly units: UnitSet;
  /** Undefined when the set is too large to tell much. */
  readonly symbols: readonly [letters: readonly number[], kinds: readonly number[]] | undefined;
}

/** Sets of more units have no symbols. */
const MAX_UNITS = 1000;

/** Equal sets are made ready once. */
export function createKnownSets(): (units: UnitSet) => KnownSet {
  const known = new Map<number | string, KnownSet>();
  return (units) => {
    const key = units.length === 2 ? (units[0] ?? 0) * 0x20000 + (units[1] ?? 0) : units.join();
    let set = known.get(key);
    if (set === undefined) {
      set = makeReady(units, known.size);
      known.set(key, set);
    }
    return set;
  };
}

function makeReady(units: UnitSet, id: number): KnownSet {
  const ranges = rangesOf(units);
  const ascii = new Uint8Array(128);
  for (const { low, high } of ranges) ascii.fill(1, low, high + 1);
  const size = ranges.reduce((sum, { low, high }) => sum + high - low + 1, 0);
  if (size > MAX_UNITS) return { id, ascii, units, symbols: undefined };
  const [letters, kinds] = bothAlphabets();
  const symbolsIn = ({ of }: Alphabet): readonly number[] => [
    ...new Set(ranges.flatMap(({ low, high }) => [...of.subarray(low, high + 1)])),
  ];
  return { id, ascii, units, symbols: [symbolsIn(letters), symbolsIn(kinds)] };
}
