import type { UnitSet } from './unit-set.ts';
import { PAIR } from './unit-set.ts';

/** A condition on the units right before and right after a place. Outside the text there is no unit. */
export interface Border {
  /**
   * `before`, `after`: the unit on that side is one of `units`; `differ`: exactly one of the two is (`\b`); `same`: both
   * or none (`\B`).
   */
  readonly rule: 'before' | 'after' | 'differ' | 'same';
  readonly units: UnitSet;
  /** Does the end of the text count as one of `units`? */
  readonly edge: boolean;
}

export type Node =
  | { readonly kind: 'unit'; readonly units: UnitSet }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | { readonly kind: 'capture'; readonly item: Node }
  | { readonly kind: 'border'; readonly border: Border }
  | Repeat
  | Look;

export interface Repeat {
  readonly kind: 'repeat';
  readonly item: Node;
  readonly min: number;
  /** Infinity when unbounded. */
  readonly max: number;
  readonly greedy: boolean;
  /** Where the repeated thing begins in the source. */
  readonly at: number;
}

/** A look-around of more than one unit. */
export interface Look {
  readonly kind: 'look';
  readonly item: Node;
  readonly ahead: boolean;
  readonly negative: boolean;
  readonly at: number;
}

export const EMPTY: Node = { kind: 'sequence', items: [] };

/** How many code units a match spans. */
export interface Length {
  readonly min: number;
  readonly max: number;
}

export function lengthOf(node: Node): Length {
  switch (node.kind) {
    case 'unit':
      return unitLength(node.units);
    case 'sequence': {
      let [min, max] = [0, 0];
      for (const item of node.items) {
        const length = lengthOf(item);
        min += length.min;
        max += length.max;
      }
      return { min, max };
    }
    case 'choice': {
      const lengths = node.options.map(lengthOf);
      return {
        min: lengths.reduce((least, { min }) => Math.min(least, min), Infinity),
        max: lengths.reduce((most, { max }) => Math.max(most, max), 0),
      };
    }
    case 'capture':
      return lengthOf(node.item);
    case 'repeat': {
      const { min, max } = lengthOf(node.item);
      return { min: min * node.min, max: max === 0 || node.max === 0 ? 0 : max * node.max };
    }
    case 'border':
    case 'look':
      return { min: 0, max: 0 };
  }
}

function unitLength(units: UnitSet): Length {
  const mayBePair = units[units.length - 1] === PAIR;
  return { min: mayBePair && units[0] === PAIR ? 2 : 1, max: mayBePair ? 2 : 1 };
}

/** Does it hold a capturing group, look-arounds left out? */
export function captures(node: Node): number {
  switch (node.kind) {
    case 'capture':
      return 1 + captures(node.item);
    case 'sequence':
      return node.items.reduce((sum, item) => sum + captures(item), 0);
    case 'choice':
      return node.options.reduce((sum, option) => sum + captures(option), 0);
    case 'repeat':
      return captures(node.item);
    case 'unit':
    case 'border':
    case 'look':
      return 0;
  }
}

export function holdsLook(node: Node): boolean {
  switch (node.kind) {
    case 'look':
      return true;
    case 'sequence':
      return node.items.some(holdsLook);
    case 'choice':
      return node.options.some(holdsLook);
    case 'capture':
    case 'repeat':
      return holdsLook(node.item);
    case 'unit':
    case 'border':
      return false;
  }
}
