import type { FindingType } from '../shared/finding.ts';
import type { Detector, Match } from './detector.ts';
import { dispatchOf } from './dispatch.ts';
import type { Decoded } from './encoded.ts';
import { createDecoder, PERCENT_SIGN, SHORTEST_TOKEN } from './hidden-text.ts';
import { createPass } from './pass.ts';
import type { PatternView } from './compiled-pattern.ts';
import type { PatternBuckets } from './patterns.ts';
import { kindOf, LITERAL, TOKEN, type Events } from './events.ts';
import { createReader } from './reader.ts';
import type { Sightings } from './sightings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A match and the place of its detector in the registry. */
export interface Hit extends Match {
  readonly detector: number;
  /** The company's own type that it is of; it has no place in the registry then. */
  readonly type?: FindingType;
  /** It was read out of an encoding or of HTML. */
  readonly isHidden?: true;
}

export interface Scan {
  readonly hits: readonly Hit[];
  /** Readable text that stands in it in an encoding. */
  readonly decoded: readonly Decoded[];
  /** What ended the scan before the text did; `decoded`: so much text stood in encodings that some was not looked at. */
  readonly stopped?: 'hits' | 'time' | 'decoded';
}

export interface Limits {
  /** The scan ends after hits at so many places, or twice as many hits. */
  readonly hits: number;
  /** Asked between stretches of text: is it time to stop? */
  readonly isOver?: (() => boolean) | undefined;
}

export type Scanner = (view: PatternView, sightings: Sightings, limits: Limits) => Scan;

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
    literals: [
      ...[...dispatch.byFirstUnit.values()].flatMap((asked) =>
        asked.map(({ literal, of }) => ({ literal, beforeHex: of.entry.anchor.beforeHex === true })),
      ),
      { literal: PERCENT_SIGN, beforeHex: true },
    ],
    prefixes: [...dispatch.byPair.values()].flatMap((list) =>
      list.map(({ prefix, of }) => ({ prefix, beforeSpace: of.entry.anchor.beforeSpace === true })),
    ),
    buckets: patterns.used,
    shortestToken: SHORTEST_TOKEN,
  });
  const pass = createPass(dispatch, detectors, patterns, vocabulary);
  let ahead: Events = { data: new Int32Array(3 * 256), count: 0 };
  let behind: Events = { data: new Int32Array(3 * 256), count: 0 };

  return (view, sightings, limits) => {
    const { text } = view;
    const hits: Hit[] = [];
    pass.begin(view, hits);
    const decoder = createDecoder(text);
    behind.count = 0;
    let at = 0;
    let places = 0;
    // Many types may claim one value until overlaps are settled.
    const isFull = (): boolean => places >= limits.hits || hits.length >= limits.hits * 2;
    let stopped: Scan['stopped'];
    while (stopped === undefined && (at < text.length || behind.count > 0)) {
      ahead.count = 0;
      at = read(text, at, Math.min(text.length, at + STRETCH), ahead, sightings);
      if (at >= text.length && behind.count === 0) [ahead, behind] = [behind, ahead];
      const { data, count } = behind;
      for (let place = 0; place < count * 3; place += 3) {
        if (isFull()) break;
        const before = hits.length;
        const event = data[place] ?? 0;
        const start = data[place + 1] ?? 0;
        const end = data[place + 2] ?? 0;
        pass.look(event, start, end);
        if (hits.length > before) places++;
        if (kindOf(event) === TOKEN || kindOf(event) === LITERAL) decoder.look(event, start, end);
      }
      if (isFull()) stopped = 'hits';
      else if (limits.isOver?.() === true && (at < text.length || ahead.count > 0)) stopped = 'time';
      behind.count = 0;
      [ahead, behind] = [behind, ahead];
    }
    const { decoded } = decoder;
    if (decoder.isCut) stopped ??= 'decoded';
    return stopped === undefined ? { hits, decoded } : { hits, decoded, stopped };
  };
}
