import type {
  CodeDetector,
  Detector,
  DigitsDetector,
  LiteralDetector,
  Match,
  PrefixDetector,
  Span,
  TokenDetector,
  View,
} from './detector.ts';
import { decodedIn, encodedAround, percentDecoded, type Decoded } from './encoded.ts';
import { createRunReader, MAX_GROUPS, type DigitRun, type DigitWindow } from './digit-run.ts';
import type { PatternBuckets, PatternView } from './patterns.ts';
import {
  CODE,
  createReader,
  kindOf,
  LITERAL,
  payloadOf,
  PREFIX,
  RUN,
  SHAPE,
  TOKEN,
  WORD,
  type Events,
} from './reader.ts';
import type { Sightings } from './sightings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A match and the place of its detector in the registry. */
export interface Hit extends Match {
  readonly detector: number;
}

export interface Scan {
  readonly hits: readonly Hit[];
  /** Readable text that stands in it in an encoding. */
  readonly decoded: readonly Decoded[];
  /** What ended the scan before the text did. */
  readonly stopped?: 'hits' | 'time';
}

export interface Limits {
  /** The scan ends after so many hits. */
  readonly hits: number;
  /** Asked between stretches of text: is it time to stop? */
  readonly isOver?: (() => boolean) | undefined;
}

export type Scanner = (view: PatternView, sightings: Sightings, limits: Limits) => Scan;

interface Placed<Entry extends Detector> {
  readonly index: number;
  readonly entry: Entry;
}

/** The registry turned into tables that are looked up by what the reader meets. */
interface Dispatch {
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

/** Units of text that are read before what was met in them is looked at; more than the reach of keywords. */
const STRETCH = 1 << 15;

/**
 * Prepares one pass over a text: the reader meets every keyword and every anchor, the detectors are asked only there, one
 * stretch behind the reader, so that keywords on both sides of a value are known. A detector is not asked again inside a span
 * it has already claimed. Cost: the reader's, plus a bounded number of detector calls for each event.
 */
export function createScanner(
  detectors: readonly Detector[],
  vocabulary: Vocabulary,
  patterns: PatternBuckets,
): Scanner {
  const dispatch = dispatchOf(detectors);
  const read = createReader({
    vocabulary,
    marks: [...dispatch.byFirstUnit.keys(), PERCENT],
    prefixes: pairTable([...dispatch.byPair.keys()]),
    buckets: patterns.used,
    shortestToken: SHORTEST_TOKEN,
  });
  const claims = new Int32Array(detectors.length + patterns.size);
  let ahead: Events = { data: new Int32Array(3 * 256), count: 0 };
  let behind: Events = { data: new Int32Array(3 * 256), count: 0 };

  return (view, sightings, limits) => {
    const { text } = view;
    const hits: Hit[] = [];
    const decoded: Decoded[] = [];
    claims.fill(0);
    const pass = createPass(view, dispatch, detectors, patterns, vocabulary, claims, hits);
    const decode = createDecoder(text, decoded);
    behind.count = 0;
    let at = 0;
    let stopped: Scan['stopped'];
    while (stopped === undefined && (at < text.length || behind.count > 0)) {
      ahead.count = 0;
      at = read(text, at, Math.min(text.length, at + STRETCH), ahead, sightings);
      if (at >= text.length && behind.count === 0) [ahead, behind] = [behind, ahead];
      const { data, count } = behind;
      for (let place = 0; place < count * 3; place += 3) {
        if (hits.length >= limits.hits) break;
        const event = data[place] ?? 0;
        const start = data[place + 1] ?? 0;
        const end = data[place + 2] ?? 0;
        pass(event, start, end);
        if (kindOf(event) === TOKEN || kindOf(event) === LITERAL) decode(event, start, end);
      }
      if (hits.length >= limits.hits) stopped = 'hits';
      else if (limits.isOver?.() === true && (at < text.length || ahead.count > 0)) stopped = 'time';
      behind.count = 0;
      [ahead, behind] = [behind, ahead];
    }
    return stopped === undefined ? { hits, decoded } : { hits, decoded, stopped };
  };
}

function dispatchOf(detectors: readonly Detector[]): Dispatch {
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

function pairTable(pairs: readonly number[]): Uint8Array {
  const table = new Uint8Array(1 << 14);
  for (const pair of pairs) table[pair] = 1;
  return table;
}

const isDigits = (entry: Detector): entry is DigitsDetector => entry.anchor.kind === 'digits';
const isLiteral = (entry: Detector): entry is LiteralDetector => entry.anchor.kind === 'literal';
const isPrefix = (entry: Detector): entry is PrefixDetector => entry.anchor.kind === 'prefix';
const isCode = (entry: Detector): entry is CodeDetector => entry.anchor.kind === 'code';
const isToken = (entry: Detector): entry is TokenDetector => entry.anchor.kind === 'token';

const NO_RUN: DigitRun = createRunReader()('', 0);

type Movable = { -readonly [Key in keyof DigitWindow]: DigitWindow[Key] };

const PERCENT = 37;
/** No token is anchored at a shorter run. */
const SHORTEST_TOKEN = 16;
/** So many units of decoded text at most come out of one text. */
const MOST_DECODED = 1 << 20;

/** Collects what stands in the text in base64, hexadecimal digits or URL encoding; no stretch is tried twice. */
function createDecoder(text: string, into: Decoded[]): (event: number, start: number, end: number) => void {
  let triedTo = 0;
  let total = 0;
  return (event, start, end) => {
    if (start < triedTo || total > MOST_DECODED) return;
    let found: Decoded | undefined;
    if (kindOf(event) === TOKEN) {
      const stretch = encodedAround(text, { start, end }, triedTo);
      triedTo = stretch.end;
      found = decodedIn(text, stretch);
    } else if (text.charCodeAt(start) === PERCENT) {
      found = percentDecoded(text, start, triedTo);
      triedTo = found?.encoded.end ?? end;
    }
    if (found === undefined) return;
    total += found.text.length;
    into.push(found);
  };
}

/** Looks at one event: asks whoever is interested in it and keeps what they find. */
type Pass = (event: number, start: number, end: number) => void;

function createPass(
  view: PatternView,
  dispatch: Dispatch,
  detectors: readonly Detector[],
  patterns: PatternBuckets,
  vocabulary: Vocabulary,
  claims: Int32Array,
  hits: Hit[],
): Pass {
  const { text } = view;
  const readRun = createRunReader();
  const window: Movable = { run: NO_RUN, first: 0, groups: 0, count: 0, start: 0, end: 0 };
  let runEnd = 0;

  const keep = (index: number, match: Match | undefined): void => {
    if (match === undefined) return;
    claims[index] = match.end;
    hits.push({ ...match, detector: index });
  };
  const isFree = (index: number, start: number): boolean => start >= (claims[index] ?? 0);

  const askFrom = (run: DigitRun, first: number): void => {
    window.run = run;
    const start = run.starts[first] ?? 0;
    const base = run.digitsBefore[first] ?? 0;
    for (let groups = Math.min(dispatch.maxGroups, run.groups - first); groups > 0; groups--) {
      const count = (run.digitsBefore[first + groups] ?? 0) - base;
      const interested = dispatch.byCount[count];
      if (interested === undefined || interested.length === 0) continue;
      const end = run.ends[first + groups - 1] ?? start;
      window.first = first;
      window.groups = groups;
      window.count = count;
      window.start = start;
      window.end = end;
      for (const { index, entry } of interested) {
        if (groups > entry.anchor.maxGroups || !isFree(index, start)) continue;
        keep(index, entry.match(view, window));
      }
    }
  };

  const digits = (at: number): void => {
    let run = readRun(text, at);
    let first = 0;
    while (run.cut) {
      const last = MAX_GROUPS - dispatch.maxGroups;
      for (; first < last; first++) askFrom(run, first);
      // One group of context stays in front, so that the next window still knows what precedes it.
      run = readRun(text, run.starts[last - 1] ?? at);
      first = 1;
    }
    for (; first < run.groups; first++) askFrom(run, first);
    runEnd = run.ends[run.groups - 1] ?? at + 1;
  };

  const literal = (start: number): void => {
    for (const { literal: wanted, of } of dispatch.byFirstUnit.get(text.charCodeAt(start)) ?? []) {
      if (!isFree(of.index, start) || !text.startsWith(wanted, start)) continue;
      keep(of.index, of.entry.match(view, { start, end: start + wanted.length }));
    }
  };

  const prefix = (start: number): void => {
    const pair = (text.charCodeAt(start) << 7) | (text.charCodeAt(start + 1) & 127);
    for (const { prefix: wanted, of } of dispatch.byPair.get(pair) ?? []) {
      if (!isFree(of.index, start) || !text.startsWith(wanted, start)) continue;
      keep(of.index, of.entry.match(view, { start, end: start + wanted.length }));
    }
  };

  const word = (place: number, span: Span): void => {
    for (const index of vocabulary.entries[place]?.detectors ?? []) {
      const match = detectors[index]?.match as ((view: View, span: Span) => Match | undefined) | undefined;
      if (isFree(index, span.start)) keep(index, match?.(view, span));
    }
  };

  const token = (span: Span): void => {
    const size = span.end - span.start;
    for (const { index, entry } of dispatch.tokens) {
      if (size < entry.anchor.min || size > entry.anchor.max || !isFree(index, span.start)) continue;
      keep(index, entry.match(view, span));
    }
  };

  const code = (start: number): void => {
    const span = { start, end: start + 2 };
    for (const { index, entry } of dispatch.codes) {
      if (isFree(index, start)) keep(index, entry.match(view, span));
    }
  };

  return (event, start, end) => {
    switch (kindOf(event)) {
      case RUN:
        if (start >= runEnd) digits(start);
        break;
      case LITERAL:
        literal(start);
        break;
      case PREFIX:
        prefix(start);
        break;
      case WORD:
        word(payloadOf(event), { start, end });
        break;
      case TOKEN:
        token({ start, end });
        break;
      case SHAPE:
        patterns.ask(view, payloadOf(event), start, end, claims, hits);
        break;
      case CODE:
        code(start);
        break;
    }
  };
}
