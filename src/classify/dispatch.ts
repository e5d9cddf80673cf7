import type {
  CodeDetector,
  Detector,
  DigitsDetector,
  LiteralDetector,
  PrefixDetector,
  TokenDetector,
} from './detector.ts';

export interface Placed<Entry extends Detector> {
  readonly index: number;
  readonly entry: Entry;
}

/** The registry turned into tables that are looked up by what the reader meets. */
export interface Dispatch {
  readonly byCount: readonly (readonly Placed<DigitsDetector>[])[];
  readonly byFirstUnit: ReadonlyMap<
    number,
    readonly { readonly literal: string; readonly of: Placed<LiteralDetector> }[]
  >;
  readonly byPair: ReadonlyMap<
    number,
    readonly { readonly prefix: string; readonly of: Placed<PrefixDetector> }[]
  >;
  readonly codes: readonly Placed<CodeDetector>[];
  readonly tokens: readonly Placed<TokenDetector>[];
  readonly maxGroups: number;
}

export function dispatchOf(detectors: readonly Detector[]): Dispatch {
  const byCount: Placed<DigitsDetector>[][] = [];
  const byFirstUnit = new Map<number, { literal: string; of: Placed<LiteralDetector> }[]>();
  const byPair = new Map<number, { prefix: string; of: Placed<PrefixDetector> }[]>();
  const codes: Placed<CodeDetector>[] = [];
  const tokens: Placed<TokenDetector>[] = [];
  let maxGroups = 1;
  for (const [index, entry] of detectors.entries()) {
    if (isDigits(entry)) {
      for (const count of entry.anchor.counts) (byCount[count] ??= []).push({ index, entry });
      maxGroups = Math.max(maxGroups, entry.anchor.maxGroups);
    } else if (isLiteral(entry)) {
      for (const literal of entry.anchor.literals) {
        addTo(byFirstUnit, literal.charCodeAt(0), { literal, of: { index, entry } });
      }
    } else if (isPrefix(entry)) {
      for (const prefix of entry.anchor.prefixes)
        addTo(byPair, pairOf(prefix), { prefix, of: { index, entry } });
    } else if (isCode(entry)) codes.push({ index, entry });
    else if (isToken(entry)) tokens.push({ index, entry });
  }
  return {
    byCount: Array.from(byCount, (list) => list ?? []),
    byFirstUnit,
    byPair,
    codes,
    tokens,
    maxGroups,
  };
}

function addTo<Value>(map: Map<number, Value[]>, key: number, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const pairOf = (prefix: string): number => (prefix.charCodeAt(0) << 7) | (prefix.charCodeAt(1) & 127);

const isDigits = (entry: Detector): entry is DigitsDetector => entry.anchor.kind === 'digits';
const isLiteral = (entry: Detector): entry is LiteralDetector => entry.anchor.kind === 'literal';
const isPrefix = (entry: Detector): entry is PrefixDetector => entry.anchor.kind === 'prefix';
const isCode = (entry: Detector): entry is CodeDetector => entry.anchor.kind === 'code';
const isToken = (entry: Detector): entry is TokenDetector => entry.anchor.kind === 'token';
