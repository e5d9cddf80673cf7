import { lengthOf, type Node } from './syntax.ts';
import type { UnitSet } from './unit-set.ts';

/** Units that stand side by side in a match, one of each set. */
export interface Window {
  readonly sets: readonly UnitSet[];
  /** The match begins this many units before it: at least, and at most (Infinity when unbounded). */
  readonly least: number;
  readonly most: number;
}

/**
 * So long windows are tried, one after the other, until their cost is small enough: short ones are fewer, long ones are rarer.
 */
const LENGTHS = [
  { units: 3, enough: 1e-5 },
  { units: 4, enough: 5e-4 },
  { units: 6, enough: 5e-4 },
] as const;
/** Windows of this cost need not be bettered. */
const ENOUGH = 5e-4;
/** Windows that one expression may need. */
const MAX_WINDOWS = 16;
/** Places of an expression from which windows are tried. */
const MAX_PLACES = 32;
/** Units met more often are no good beginning of a window. */
const COMMON = 0.15;
/** That after a unit of a repeat another one follows. */
const AGAIN = 0.5;
/** Where windows are expected more often than at every fiftieth unit, looking for them saves nothing. */
const TOO_OFTEN = 0.02;
/** What a window counts that does not tell how far before it the match begins: all of the text must be searched then. */
const ANYWHERE = 1000;

/**
 * Windows of which every match holds at least one: a text without any of them has no match, and in others a match begins
 * only where they say. Those expected least often in a text are taken, from one place of the expression on. Undefined when there are
 * none that are rare. Look-arounds and borders do not count.
 */
export function requiredWindows(node: Node): readonly Window[] | undefined {
  const best = bestWindows(node);
  return isRare(best) ? best?.windows : undefined;
}

const isRare = (choice: Choice | undefined): boolean => choice !== undefined && choice.chance <= TOO_OFTEN;

interface Choice {
  readonly windows: readonly Window[];
  /** That one of them stands at a place of a text. */
  readonly chance: number;
  /** The chance times the places that a window leaves for the beginning of a match. */
  readonly cost: number;
}

const isEnough = (choice: Choice | undefined): boolean => choice !== undefined && choice.cost <= ENOUGH;

/** First of all from places where something rare stands. */
function bestWindows(node: Node): Choice | undefined {
  const best = bestOf(node, 0, 0, COMMON);
  return isRare(best) ? best : cheaper(best, bestOf(node, 0, 0, Infinity));
}

/** `least` and `most` units of the match stand before the node. Windows do not begin with units that are more than `common`. */
function bestOf(node: Node, least: number, most: number, common: number): Choice | undefined {
  let best: Choice | undefined;
  let [before, beforeAtMost] = [least, most];
  let rest: Rest | undefined = opened(node, undefined);
  for (let place = 0; rest !== undefined && place < MAX_PLACES; place++) {
    const { node: item, next } = rest;
    const { min, max } = lengthOf(item);
    // What may be left out says less than what follows it.
    if (min > 0 && chanceOfFirst(item) <= common) {
      best = cheaper(best, choiceFrom(rest, before, beforeAtMost));
      if (isEnough(best)) return best;
      if (item.kind === 'choice') best = cheaper(best, insideOf(item.options, before, beforeAtMost, common));
    }
    before += min;
    beforeAtMost += max;
    rest = next;
  }
  return best;
}

/** How often a place begins that takes one unit; 0 for what is not so simple. */
function chanceOfFirst(item: Node): number {
  if (item.kind === 'unit') return chanceOf(item.units);
  return item.kind === 'repeat' ? chanceOfFirst(item.item) : 0;
}

const cheaper = (left: Choice | undefined, right: Choice | undefined): Choice | undefined =>
  (right?.cost ?? Infinity) < (left?.cost ?? Infinity) ? right : left;

/** Of each option its own windows. */
function insideOf(options: readonly Node[], least: number, most: number, common: number): Choice | undefined {
  const windows: Window[] = [];
  let [chance, cost] = [0, 0];
  for (const option of options) {
    const own = bestOf(option, least, most, common);
    if (own === undefined) return undefined;
    windows.push(...own.windows);
    if (windows.length > MAX_WINDOWS) return undefined;
    chance += own.chance;
    cost += own.cost;
  }
  return { windows, chance, cost };
}

/** The parts of a sequence in front of `next`, groups opened. */
function opened(node: Node, next: Rest | undefined): Rest | undefined {
  if (node.kind === 'capture') return opened(node.item, next);
  if (node.kind !== 'sequence') return { node, rounds: 0, next };
  return node.items.reduceRight<Rest | undefined>((after, item) => opened(item, after), next);
}

/** What comes after a place of an expression: a node, of a repeat so many rounds of which are over. */
interface Rest {
  readonly node: Node;
  readonly rounds: number;
  readonly next: Rest | undefined;
}

const restOf = (items: readonly Node[], next: Rest | undefined): Rest | undefined =>
  items.reduceRight<Rest | undefined>((after, node) => ({ node, rounds: 0, next: after }), next);

/** The windows that begin at a place, of the shortest length that makes them rare, or else of the best. */
function choiceFrom(rest: Rest, least: number, most: number): Choice | undefined {
  const spread = most === Infinity ? ANYWHERE : 1 + most - least;
  let best: Choice | undefined;
  for (const { units, enough } of LENGTHS) {
    const found = setsFrom(rest, units);
    if (found === undefined) break;
    const cost = found.chance * spread;
    if (best !== undefined && cost >= best.cost) continue;
    const windows = found.all.map((sets) => ({ sets, least, most }));
    best = { windows, chance: found.chance, cost };
    if (cost <= enough) break;
  }
  return best;
}

interface SetsFrom {
  readonly all: readonly (readonly UnitSet[])[];
  readonly chance: number;
}

/** All sequences of sets that a match may go on with, each cut off at `units`. Undefined when there are too many, or an empty one. */
function setsFrom(rest: Rest, units: number): SetsFrom | undefined {
  const all: (readonly UnitSet[])[] = [];
  let chance = 0;
  const sets: UnitSet[] = [];
  let isUseless = false;
  const end = (): void => {
    isUseless = sets.length === 0 || all.push(sets.slice()) > MAX_WINDOWS;
    chance += chanceOfAll(sets);
  };
  const walkNode = (node: Node, rounds: number, next: Rest | undefined): void => {
    switch (node.kind) {
      case 'unit':
        sets.push(node.units);
        walk(next);
        sets.pop();
        return;
      case 'sequence':
        walk(restOf(node.items, next));
        return;
      case 'capture':
        walkNode(node.item, 0, next);
        return;
      case 'border':
      case 'look':
        walk(next);
        return;
      case 'choice':
        for (const option of node.options) if (!isUseless) walkNode(option, 0, next);
        return;
      case 'repeat':
        if (rounds >= node.max) walk(next);
        // Rounds that take nothing could go on for ever.
        else if (node.item.kind !== 'unit' && lengthOf(node.item).min === 0) end();
        else {
          walkNode(node.item, 0, { node, rounds: rounds + 1, next });
          if (rounds >= node.min) walk(next);
        }
    }
  };
  const walk = (at: Rest | undefined): void => {
    if (isUseless) return;
    if (at === undefined || sets.length === units) end();
    else walkNode(at.node, at.rounds, at.next);
  };
  walk(rest);
  return isUseless ? undefined : { all, chance };
}

/**
 * How often units stand in the texts of offices, about: a letter at every fortieth place, a capital seldom, digits as often as in
 * tables. Wrong guesses cost time, never a match.
 */
export function chanceOfUnit(unit: number): number {
  if (unit >= 97 && unit <= 122) return 0.025;
  if (unit >= 65 && unit <= 90) return 0.004;
  if (unit >= 48 && unit <= 57) return 0.02;
  if (unit === 32) return 0.15;
  return unit < 128 ? 0.002 : 0;
}

/** Of all units beyond ASCII together. */
export const CHANCE_BEYOND_ASCII = 0.05;

/** The chances of all units of ASCII below a unit, together. */
const chancesBelow = Array.from({ length: 129 }, () => 0);
for (let unit = 0; unit < 128; unit++)
  chancesBelow[unit + 1] = (chancesBelow[unit] ?? 0) + chanceOfUnit(unit);

/** A unit of a repeat is mostly followed by another: digits, spaces and letters stand in rows. */
function chanceOfAll(sets: readonly UnitSet[]): number {
  let chance = 1;
  let last: UnitSet | undefined;
  for (const set of sets) {
    const own = chanceOf(set);
    chance *= set === last ? Math.max(own, AGAIN) : own;
    last = set;
  }
  return chance;
}

function chanceOf(set: UnitSet): number {
  let chance = (set.at(-1) ?? 0) >= 128 ? CHANCE_BEYOND_ASCII : 0;
  for (let at = 0; at < set.length; at += 2) {
    const low = Math.min(set[at] ?? 0, 128);
    const high = Math.min((set[at + 1] ?? 0) + 1, 128);
    chance += (chancesBelow[high] ?? 0) - (chancesBelow[low] ?? 0);
  }
  return Math.min(1, chance);
}
