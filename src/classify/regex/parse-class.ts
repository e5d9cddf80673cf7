import { readEscape } from './escapes.ts';
import { EMPTY, type Node } from './syntax.ts';
import { complement, ignoringCase, oneUnit, PAIR, union, type Folding, type UnitSet } from './unit-set.ts';

const HYPHEN = 45;

/** How single characters are to be understood. */
export interface CharacterMode {
  /** The u flag: a character beyond U+FFFF is one symbol, not two units. */
  readonly pairs: boolean;
  readonly folding: Folding | undefined;
}

export type ClassRead =
  | { readonly kind: 'read'; readonly node: Node; readonly end: number }
  | { readonly kind: 'refused'; readonly at: number; readonly reason: string };

type Part =
  | { readonly kind: 'character'; readonly code: number; readonly end: number }
  | { readonly kind: 'units'; readonly units: UnitSet; readonly end: number };

/** Reads the class at `at`, where `[` stands. */
export function readClass(source: string, at: number, mode: CharacterMode): ClassRead {
  const negated = source[at + 1] === '^';
  const sets: UnitSet[] = [];
  const beyond: (readonly [number, number])[] = [];
  const add = (low: number, high: number): void => {
    if (low <= 0xffff) sets.push([low, Math.min(high, 0xffff)]);
    if (high > 0xffff) beyond.push([Math.max(low, PAIR), high]);
  };
  let next = at + (negated ? 2 : 1);
  for (;;) {
    if (next >= source.length)
      return refuse(at, 'the class has no end; add ], or write \\[ for a bracket itself');
    if (source[next] === ']') break;
    if (/^\[[:.=]/.test(source.slice(next, next + 2)) && source.includes(']', next + 2)) {
      return refuse(
        next,
        'named classes such as [:alpha:] are not supported; write \\p{L}, \\d, \\s or the range',
      );
    }
    const first = readPart(source, next, mode);
    if (first.kind === 'refused') return first;
    next = first.end;
    const isRange = source[next] === '-' && next + 1 < source.length && source[next + 1] !== ']';
    if (!isRange) {
      if (first.kind === 'units') sets.push(first.units);
      else add(first.code, first.code);
      continue;
    }
    const last = readPart(source, next + 1, mode);
    if (last.kind === 'refused') return last;
    if (first.kind === 'character' && last.kind === 'character') {
      if (first.code > last.code) return refuse(next, 'the range runs backwards; swap its ends');
      add(first.code, last.code);
    } else {
      // No range: `[\w-.]` names a hyphen, as in every dialect.
      for (const part of [first, last]) {
        if (part.kind === 'units') sets.push(part.units);
        else add(part.code, part.code);
      }
      add(HYPHEN, HYPHEN);
    }
    next = last.end;
  }
  const end = next + 1;
  if (mode.pairs || beyond.length === 0) {
    return { kind: 'read', node: unitsNode(sets, negated, beyond.length > 0, mode), end };
  }
  if (negated) {
    return refuse(at, 'a negated class cannot name characters beyond U+FFFF; leave them out');
  }
  const pairs = beyond.flatMap(([low, high]) => pairsBetween(low, high));
  return {
    kind: 'read',
    node: { kind: 'choice', options: [unitsNode(sets, false, false, mode), ...pairs] },
    end,
  };
}

const refuse = (at: number, reason: string): ClassRead & { kind: 'refused' } => ({
  kind: 'refused',
  at,
  reason,
});

function readPart(source: string, at: number, mode: CharacterMode): Part | (ClassRead & { kind: 'refused' }) {
  if (source[at] !== '\\') {
    const code = source.codePointAt(at) ?? 0;
    return { kind: 'character', code, end: at + (code > 0xffff ? 2 : 1) };
  }
  const escape = readEscape(source, at, true, mode.pairs);
  switch (escape.kind) {
    case 'refused':
      return refuse(at, escape.reason);
    case 'reference':
      return refuse(at, 'a class cannot refer to a group; write the character itself');
    case 'border':
      return refuse(at, '\\B means nothing in a class; leave it out');
    case 'character':
    case 'units':
      return escape;
  }
}

function unitsNode(sets: readonly UnitSet[], negated: boolean, beyond: boolean, mode: CharacterMode): Node {
  const named = mode.folding === undefined ? union(sets) : ignoringCase(union(sets), mode.folding);
  const units = negated ? complement(named) : named;
  // Of the characters beyond U+FFFF it is only known whether some may match.
  const mayPair = mode.pairs && (negated || beyond);
  return { kind: 'unit', units: mayPair ? union([units, oneUnit(PAIR)]) : units };
}

/** One character as it stands in the pattern. */
export function characterNode(code: number, mode: CharacterMode): Node {
  if (code > 0xffff)
    return mode.pairs ? { kind: 'unit', units: oneUnit(PAIR) } : pairNode(code, code & 0x3ff);
  const units = oneUnit(code);
  return { kind: 'unit', units: mode.folding === undefined ? units : ignoringCase(units, mode.folding) };
}

/** All characters with the high surrogate of `code` whose low surrogate goes from that of `code` to `lastLow`. */
const pairNode = (code: number, lastLow: number): Node => ({
  kind: 'sequence',
  items: [
    { kind: 'unit', units: oneUnit(0xd800 + ((code - 0x10000) >> 10)) },
    { kind: 'unit', units: [0xdc00 + (code & 0x3ff), 0xdc00 + lastLow] },
  ],
});

/** The characters from `low` to `high`, both beyond U+FFFF, as sequences of two units. */
function pairsBetween(low: number, high: number): Node[] {
  const lastOfFirst = low | 0x3ff;
  if (high <= lastOfFirst) return [pairNode(low, high & 0x3ff)];
  const firstOfLast = high & ~0x3ff;
  const whole: Node =
    lastOfFirst + 1 < firstOfLast
      ? {
          kind: 'sequence',
          items: [
            {
              kind: 'unit',
              units: [
                0xd800 + ((lastOfFirst + 1 - 0x10000) >> 10),
                0xd800 + ((firstOfLast - 1 - 0x10000) >> 10),
              ],
            },
            { kind: 'unit', units: [0xdc00, 0xdfff] },
          ],
        }
      : EMPTY;
  const ends = [pairNode(low, 0x3ff), pairNode(firstOfLast, high & 0x3ff)];
  return whole === EMPTY ? ends : [...ends, whole];
}
