import type { FindingType } from '../shared/finding.ts';
import type { Detector, Span } from './detector.ts';
import type { Rule } from './explain.ts';
import type { Finder } from './finder.ts';
import { htmlText, looksLikeHtml } from './html.ts';
import { normalised } from './normalise.ts';
import { withoutOverlaps } from './overlaps.ts';
import type { PatternType } from './pattern-type.ts';
import type { PatternView } from './compiled-pattern.ts';
import { createPatterns } from './patterns.ts';
import { listsOfPhrases } from './look-up.ts';
import type { Rewritten } from './rewritten.ts';
import { createScanner, type Hit, type Scan } from './scanner.ts';
import { createSightings, type Sightings } from './sightings.ts';
import { tableOf, type Table } from './table.ts';
import { createVocabularyBuilder, type Vocabulary } from './vocabulary.ts';

export interface EngineParts {
  readonly detectors: readonly Detector[];
  readonly patternTypes: readonly PatternType[];
  readonly finders: readonly Finder[];
  /** ISO 3166 alpha-2, upper case. */
  readonly country: string | undefined;
}

/** All that was found in one text. */
export interface Found {
  /** Sorted, without overlaps; at places in the normalised text. */
  readonly hits: readonly Hit[];
  /** How the text was rewritten before it was looked at; undefined when it was taken as it is. */
  readonly folded: Rewritten | undefined;
  /** What ended the search before the text did. */
  readonly stopped: Scan['stopped'];
}

export interface Engine {
  /** Time is linear in the text. `isOver` is asked now and then whether the time is up. */
  find(text: string, isOver: (() => boolean) | undefined): Found;
  typeOf(hit: Hit): FindingType;
  /** What was looked for when it was found. */
  ruleOf(hit: Hit): Rule;
  /** The keyword lists that may speak for it. */
  listsOf(hit: Hit): readonly number[];
  /** Keywords of the text that was looked at last. */
  readonly sightings: Sightings;
  readonly vocabulary: Vocabulary;
}

/** After this many hits the search ends: memory stays bounded. */
export const MAX_HITS = 200_000;

/** Builds the tables once; `find` is used again and again, one text at a time. */
export function createEngine({ detectors, patternTypes, finders, country }: EngineParts): Engine {
  const builder = createVocabularyBuilder();
  const ownLists = detectors.map(({ keywords }) => builder.list(keywords));
  for (const [index, { anchor }] of detectors.entries()) {
    if (anchor.kind === 'word') builder.anchor(anchor.words, index, anchor.capital);
  }
  const patterns = createPatterns(patternTypes, builder, detectors.length, country);
  const vocabulary = builder.build();
  const scan = createScanner(detectors, vocabulary, patterns);
  const gates = [...patterns.gates];
  const newSightings = (): Sightings => createSightings(listsOfPhrases(vocabulary), vocabulary.lists, gates);
  const sightings = newSightings();
  const innerSightings = newSightings();

  const ruleOf = (hit: Hit): Rule => {
    if (hit.type !== undefined) return { type: hit.type, keywords: [] };
    const found = detectors[hit.detector] ?? patternTypes[hit.detector - detectors.length];
    if (found === undefined) throw new Error(`no detector ${hit.detector} in the registry`);
    return found;
  };
  const listsOf = (hit: Hit): readonly number[] => {
    if (hit.type !== undefined) return [];
    const own = ownLists[hit.detector];
    return own === undefined ? patterns.listsOf(hit.detector) : [own];
  };

  const scanned = (text: string, into: Sightings, isOver: (() => boolean) | undefined): Scan => {
    const table = tableOf(text);
    into.clear(table?.headerEnd);
    return scan(createView(text, country, vocabulary, into, table), into, { hits: MAX_HITS, isOver });
  };

  const ownIn = (text: string, isOver: (() => boolean) | undefined): Partly => {
    const found = finders.map((finder) => finder.find(text, isOver));
    const hits = found.flatMap((each) => each.hits.map((hit) => ({ ...hit, detector: OWN })));
    return { hits, stopped: found.some(({ complete }) => !complete) ? 'time' : undefined };
  };

  /** Hits in a text that was rewritten from the one looked at or hidden in it, at their places there. */
  const hidden = (inner: Rewritten, isOver: (() => boolean) | undefined): Partly => {
    const result = scanned(inner.text, innerSightings, isOver);
    const own = ownIn(inner.text, isOver);
    return {
      hits: [...result.hits, ...own.hits].map((hit) => ({
        ...hit,
        ...inner.spanOf(hit.start, hit.end),
        isHidden: true as const,
      })),
      stopped: result.stopped ?? own.stopped,
    };
  };

  const distanceOf = (hit: Hit): number =>
    hit.isHidden === true ? Number.POSITIVE_INFINITY : nearestOf(listsOf(hit), hit, sightings);

  return {
    find(text, isOver) {
      const folded = normalised(text);
      const plain = folded?.text ?? text;
      const { hits, decoded, stopped } = scanned(plain, sightings, isOver);
      const pages = looksLikeHtml(plain) ? [htmlText(plain)] : [];
      const inner = [...decoded, ...pages].map((each) => hidden(each, isOver));
      const parts = [...inner, ownIn(plain, isOver)];
      const more = parts.flatMap((part) => part.hits);
      const all = more.length === 0 ? hits : [...hits, ...more];
      // What was not wholly looked at inside leaves the whole not wholly looked at.
      const cut = stopped ?? parts.find((part) => part.stopped !== undefined)?.stopped;
      return { hits: withoutOverlaps(all, distanceOf), folded, stopped: cut };
    },
    typeOf: (hit) => hit.type ?? ruleOf(hit).type,
    ruleOf,
    listsOf,
    sightings,
    vocabulary,
  };
}

interface Partly {
  readonly hits: readonly Hit[];
  /** What ended the search early. */
  readonly stopped: Scan['stopped'];
}

/** A company's own types come before all others of the same standing. */
const OWN = -1;

const nearestOf = (lists: readonly number[], span: Span, sightings: Sightings): number =>
  lists.reduce((least, list) => Math.min(least, sightings.distance(list, span)), Number.POSITIVE_INFINITY);

function createView(
  text: string,
  country: string | undefined,
  vocabulary: Vocabulary,
  sightings: Sightings,
  table: Table | undefined,
): PatternView {
  const whole = { start: -1, end: table?.headerEnd ?? 0 };
  const isInColumnOf = (list: number, span: Span): boolean => {
    // Most lists head no column at all: then there is no need to find the column.
    if (table === undefined || !sightings.isWithin(list, whole)) return false;
    const header = table.headerOf(span.start);
    return header !== undefined && sightings.isWithin(list, header);
  };
  return {
    text,
    country,
    sightings,
    isInColumnOf,
    isInTable: (span) => table?.headerOf(span.start) !== undefined,
    hasKeyword(keywords, span, before, after) {
      const list = vocabulary.listOf(keywords);
      if (list === undefined) {
        throw new Error('a detector asked for a keyword list that it is not registered with');
      }
      return sightings.has(list, span, before, after) || isInColumnOf(list, span);
    },
  };
}
