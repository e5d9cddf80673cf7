import { isHexDigit } from './characters.ts';

/** A literal that begins with a unit that is neither letter nor digit. */
export interface MarkedLiteral {
  readonly literal: string;
  readonly beforeHex: boolean;
}

/** A literal at the beginning of a word. */
export interface WatchedPrefix {
  readonly prefix: string;
  readonly beforeSpace: boolean;
}

/** May one of the literals stand at a place? Looks at the unit there, which begins one, and at the one behind it. */
export function createMarkCheck(literals: readonly MarkedLiteral[]): (text: string, at: number) => boolean {
  const behind = new Uint8Array(1 << 14);
  for (const { literal, beforeHex } of literals) {
    const row = (literal.charCodeAt(0) & 127) << 7;
    for (let unit = 0; unit < 128; unit++) {
      const fits =
        literal.length > 1
          ? unit === literal.charCodeAt(1)
          : !beforeHex || isHexDigit(unit) || unit === row >> 7;
      if (fits) behind[row | unit] = 1;
    }
  }
  return (text, at) => behind[pairAt(text, at)] === 1;
}

/**
 * May one of the prefixes stand at a place? Looks at three units; answers wrongly yes now and then. `isTelling`: the run of
 * letters and digits there is long, holds a digit or goes on with a mark.
 */
export function createPrefixCheck(
  prefixes: readonly WatchedPrefix[],
): (text: string, at: number, isTelling: boolean) => boolean {
  const pairs = new Uint8Array(1 << 14);
  const triples = new Uint8Array(1 << 15);
  for (const { prefix, beforeSpace } of prefixes) {
    const pair = pairAt(prefix, 0);
    pairs[pair] = (pairs[pair] ?? 0) | (prefix.length === 2 ? SHORT : LONG) | (beforeSpace ? ANYWHERE : 0);
    if (prefix.length > 2) triples[tripleAt(prefix, 0, pair)] = 1;
  }
  return (text, at, isTelling) => {
    const pair = pairAt(text, at);
    const known = pairs[pair] ?? 0;
    if (known === 0 || (!isTelling && (known & ANYWHERE) === 0)) return false;
    return (known & SHORT) !== 0 || triples[tripleAt(text, at, pair)] === 1;
  };
}

/** Kinds of prefixes that begin with a pair of units: of two units, of more, and such as a space may follow. */
const SHORT = 1;
const LONG = 2;
const ANYWHERE = 4;
const pairAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 127) << 7) | (text.charCodeAt(at + 1) & 127);
const tripleAt = (text: string, at: number, pair: number): number =>
  (pair ^ Math.imul(text.charCodeAt(at + 2) & 127, 331)) & 0x7fff;
