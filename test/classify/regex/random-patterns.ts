/** Numbers from 0 to below `bound`, the same ones for the same seed (mulberry32). */
export type Random = (bound: number) => number;

export function seeded(seed: number): Random {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

const pick = <Item>(random: Random, items: readonly [Item, ...Item[]]): Item =>
  items[random(items.length)] ?? items[0];

const units = [
  'a',
  'b',
  'c',
  'A',
  '\\d',
  '.',
  '[ab]',
  '[^a]',
  '[b-c1]',
  '\\w',
  '\\W',
  '\\s',
  'é',
  '\\u00c9',
] as const;
const borders = ['^', '$', '\\b', '\\B', '(?=a)', '(?!b)', '(?<=b)', '(?<![ac])'] as const;
const looks = ['(?=ab)', '(?!a.)', '(?<=ab?)', '(?<!a[bc]|\\d)', '(?=[ab]{1,3}c)', '(?<=^a|b\\b.)'] as const;
const repeats = [
  '*',
  '+',
  '?',
  '{2}',
  '{0,2}',
  '{1,3}',
  '{2,}',
  '*?',
  '+?',
  '??',
  '{0,2}?',
  '{1,}?',
] as const;

export interface Grammar {
  /** Look-arounds of more than one unit too. */
  readonly looks: boolean;
  /** At most one capturing group. */
  readonly group: boolean;
}

/** A random pattern of a few terms, repeats of what may be empty among them. */
export function randomPattern(random: Random, grammar: Grammar): string {
  let groups = grammar.group ? 1 : 0;
  const atom = (depth: number): string => {
    if (depth === 0 || random(3) > 0) return pick(random, units);
    const capturing = groups > 0 && random(2) === 0;
    if (capturing) groups--;
    return `${capturing ? '(' : '(?:'}${choice(depth - 1)})`;
  };
  const term = (depth: number): string => {
    const kind = random(12);
    if (kind === 0) return pick(random, borders);
    if (kind === 1 && grammar.looks) return pick(random, looks);
    return atom(depth) + (random(3) === 0 ? pick(random, repeats) : '');
  };
  const sequence = (depth: number): string => Array.from({ length: random(4) }, () => term(depth)).join('');
  const choice = (depth: number): string =>
    Array.from({ length: 1 + (random(3) === 0 ? 1 + random(2) : 0) }, () => sequence(depth)).join('|');
  return choice(3);
}

export const randomText = (random: Random, length: number): string =>
  Array.from({ length }, () => pick(random, ['a', 'b', 'c', 'a', 'b', 'A', '1', ' ', '\n', 'é', 'É'])).join(
    '',
  );
