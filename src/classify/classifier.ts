import type { Classification, Finding } from '../shared/finding.ts';
import { countByType } from './counts.ts';
import type { Detector, Span } from './detector.ts';
import { withoutOverlaps } from './overlaps.ts';
import type { PatternType } from './pattern-type.ts';
import { createPatterns, type PatternView } from './patterns.ts';
import { listsOfPhrases } from './reader.ts';
import { patternTypes, registry } from './registry.ts';
import { assessRisk } from './risk.ts';
import { createScanner, type Hit, type Scan } from './scanner.ts';
import { createSightings, type Sightings } from './sightings.ts';
import { tableOf, type Table } from './table.ts';
import { createVocabularyBuilder, type Vocabulary } from './vocabulary.ts';

export interface Classifier {
  /** Looks for everything in the registry. Never throws, whatever the string holds; time grows linearly with its length. */
  classify(text: string, isOver?: () => boolean): Classification;
}

export interface ClassifierOptions {
  /** ISO 3166 alpha-2: the region whose national phone numbers and identity numbers are expected even without a word near them. */
  readonly country?: string;
}

/** Longer texts (UTF-16 code units) are not looked at and say so with `unscanned`. */
export const MAX_TEXT_UNITS = 8 * 1024 * 1024;
/** After this many hits the scan ends: memory stays bounded. What was found stands, and `unscanned` tells of the rest. */
export const MAX_HITS = 200_000;

export function createClassifier(options: ClassifierOptions = {}): Classifier {
  return createClassifierOf(registry, patternTypes, options);
}

/** A classifier of some detectors only, or of other ones. */
export function createClassifierOf(
  detectors: readonly Detector[],
  types: readonly PatternType[] = [],
  options: ClassifierOptions = {},
): Classifier {
  const country = options.country?.toUpperCase();
  const builder = createVocabularyBuilder();
  const ownLists = detectors.map(({ keywords }) => builder.list(keywords));
  for (const [index, { anchor }] of detectors.entries()) {
    if (anchor.kind === 'word') builder.anchor(anchor.words, index);
  }
  const patterns = createPatterns(types, builder, detectors.length, country);
  const vocabulary = builder.build();
  const scan = createScanner(detectors, vocabulary, patterns);
  const sightings = createSightings(listsOfPhrases(vocabulary), vocabulary.lists);
  const typeOf = (hit: Hit): Finding['type'] => {
    const found = detectors[hit.detector] ?? types[hit.detector - detectors.length];
    if (found === undefined) throw new Error(`no detector ${hit.detector} in the registry`);
    return found.type;
  };
  const listsOf = (hit: Hit): readonly number[] => {
    const own = ownLists[hit.detector];
    return own === undefined ? patterns.listsOf(hit.detector) : [own];
  };

  return {
    classify(text, isOver) {
      if (text.length > MAX_TEXT_UNITS) return tooLarge(text.length);
      sightings.clear();
      const view = createView(text, country, vocabulary, sightings);
      const { hits, stopped } = scan(view, sightings, { hits: MAX_HITS, isOver });
      const kept = withoutOverlaps(hits, (hit) =>
        listsOf(hit).reduce(
          (least, list) => Math.min(least, sightings.distance(list, hit)),
          Number.POSITIVE_INFINITY,
        ),
      );
      const counts = countByType(kept, typeOf);
      const { score, level, reasons } = assessRisk(counts);
      return {
        findings: kept.map((hit) => findingOf(hit, typeOf(hit))),
        counts,
        riskScore: score,
        riskLevel: level,
        riskReasons: stopped === undefined ? reasons : [...reasons, WHY_STOPPED[stopped]],
        ...(stopped === undefined ? {} : { unscanned: UNSCANNED[stopped] }),
      };
    },
  };
}

function createView(
  text: string,
  country: string | undefined,
  vocabulary: Vocabulary,
  sightings: Sightings,
): PatternView {
  let table: Table | undefined | 'unknown' = 'unknown';
  const isInColumnOf = (list: number, span: Span): boolean => {
    if (table === 'unknown') table = tableOf(text);
    const header = table?.headerOf(span.start);
    return header !== undefined && sightings.isWithin(list, header);
  };
  return {
    text,
    country,
    sightings,
    isInColumnOf,
    hasKeyword(keywords, span, before, after) {
      const list = vocabulary.listOf(keywords);
      if (list === undefined)
        throw new Error('a detector asked for a keyword list that it is not registered with');
      return sightings.has(list, span, before, after) || isInColumnOf(list, span);
    },
  };
}

const WHY_STOPPED = {
  hits: `stopped after ${MAX_HITS} findings; the rest of the text was not scanned`,
  time: 'stopped when the time for one text was over; the rest of it was not scanned',
} as const satisfies Record<NonNullable<Scan['stopped']>, string>;
const UNSCANNED = { hits: 'too-large', time: 'timed-out' } as const;

const findingOf = ({ start, end, confidence, evidence }: Hit, type: Finding['type']): Finding => ({
  type,
  start,
  end,
  confidence,
  evidence: [...evidence],
});

function tooLarge(length: number): Classification {
  const reason = `not scanned: ${length} characters are more than the ${MAX_TEXT_UNITS} that are looked at`;
  return {
    findings: [],
    counts: [],
    riskScore: 0,
    riskLevel: 'none',
    riskReasons: [reason],
    unscanned: 'too-large',
  };
}
