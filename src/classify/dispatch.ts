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
  /** By `windowKey`: who asks for so many groups with so many digits at the start of a run, and who further on in it. */
  readonly atStart: readonly (readonly Placed<DigitsDetector>[] | null)[];
  readonly later: readonly (readonly Placed<DigitsDetector>[] | null)[];
  /** The same for those that want a letter beside the digits, wherever in the run. */
  readonly besideLetter: readonly (readonly Placed<DigitsDetector>[] | null)[];
  /** Who wants to see dates. */
  readonly ofDates: readonly Placed<DigitsDetector>[];
  readonly byFirstUnit: ReadonlyMap<
    number,
    readonly { readonly literal: string; readonly of: Placed<LiteralDetector> }[]
  >;
  readonly byPair: ReadonlyMap<
    number,
    readonly { readonly prefix: string; readonly of: Placed<PrefixDetector> }[]
  >;
  readonly codes: readonly Placed<CodeDetector>[];
  /** By the length of a run of letters and digits: places of the detectors that ask for it. */
  readonly byTokenSize: readonly (readonly number[])[];
  readonly maxGroups: number;
}

export function dispatchOf(detectors: readonly Detector[]): Dispatch {
  const atStart = emptyWindows();
  const later = emptyWindows();
  const besideLetter = emptyWindows();
  const ofDates: Placed<DigitsDetector>[] = [];
  const byFirstUnit = new Map<number, { literal: string; of: Placed<LiteralDetector> }[]>();
  const byPair = new Map<number, { prefix: string; of: Placed<PrefixDetector> }[]>();
  const codes: Placed<CodeDetector>[] = [];
  const byTokenSize: number[][] = Array.from({ length: LONGEST_TOKEN + 1 }, () => []);
  let maxGroups = 1;
  for (const [index, entry] of detectors.entries()) {
    if (isDigits(entry)) {
      if (entry.anchor.dates === true) ofDates.push({ index, entry });
      for (const key of windowKeys(entry)) {
        if (entry.anchor.besideLetter === true) (besideLetter[key] ??= []).push({ index, entry });
        else {
          (atStart[key] ??= []).push({ index, entry });
          if (entry.anchor.fromStart !== true) (later[key] ??= []).push({ index, entry });
        }
      }
      maxGroups = Math.max(maxGroups, entry.anchor.maxGroups);
    } else if (isLiteral(entry)) {
      for (const literal of entry.anchor.literals) {
        addTo(byFirstUnit, literal.charCodeAt(0), { literal, of: { index, entry } });
      }
    } else if (isPrefix(entry)) {
      for (const prefix of entry.anchor.prefixes)
        addTo(byPair, pairOf(prefix), { prefix, of: { index, entry } });
    } else if (isCode(entry)) codes.push({ index, entry });
    else if (isToken(entry)) {
      const { min, max } = entry.anchor;
      for (let size = min; size <= Math.min(max, LONGEST_TOKEN); size++) byTokenSize[size]?.push(index);
    }
  }
  return {
    atStart,
    later,
    besideLetter,
    ofDates,
    byFirstUnit,
    byPair,
    codes,
    byTokenSize,
    maxGroups,
  };
}

/** Longer tokens are all treated alike. */
export const LONGEST_TOKEN = 4096;

/** Detectors ask for no more digits than fit here. */
export const COUNTS = 64;
const MOST_GROUPS = 24;
export const windowKey = (groups: number, count: number): number => groups * COUNTS + count;

const emptyWindows = (): (Placed<DigitsDetector>[] | null)[] =>
  Array.from<null>({ length: MOST_GROUPS * COUNTS }).fill(null);

function windowKeys({ anchor: { counts, maxGroups, groups } }: DigitsDetector): readonly number[] {
  const wanted = groups ?? Array.from({ length: maxGroups }, (_, index) => index + 1);
  return wanted.flatMap((group) =>
    counts.filter((count) => count >= group).map((count) => windowKey(group, count)),
  );
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
