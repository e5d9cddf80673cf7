import type { Classification, Finding } from '../shared/finding.ts';
import { countByType } from './counts.ts';
import type { Detector, Span } from './detector.ts';
import { explain, type Explanation } from './explain.ts';
import { htmlText, looksLikeHtml } from './html.ts';
import { normalised } from './normalise.ts';
import { withoutOverlaps } from './overlaps.ts';
import type { PatternType } from './pattern-type.ts';
import { createPatterns, type PatternView } from './patterns.ts';
import { listsOfPhrases } from './reader.ts';
import { patternTypes, registry } from './registry.ts';
import type { Rewritten } from './rewritten.ts';
import { assessRisk } from './risk.ts';
import { createScanner, type Hit, type Scan } from './scanner.ts';
import { createSightings, type Sightings } from './sightings.ts';
import { tableOf, type Table } from './table.ts';
import { createVocabularyBuilder, type Vocabulary } from './vocabulary.ts';

export interface Classifier {
  /** Looks for everything in the registry. Never throws, whatever the string holds; time grows linearly with its length. */
  classify(text: string, isOver?: () => boolean): Classification;
  /** Why each finding was found, in the same order as `classify` tells them. */
  explain(text: string): readonly Explanation[];
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
  const sightings = createSightings(listsOfPhrases(vocabulary));
  const innerSightings = createSightings(listsOfPhrases(vocabulary));
  const ruleOf = (hit: Hit): Detector | PatternType => {
    const found = detectors[hit.detector] ?? types[hit.detector - detectors.length];
    if (found === undefined) throw new Error(`no detector ${hit.detector} in the registry`);
    return found;
  };
  const typeOf = (hit: Hit): Finding['type'] => ruleOf(hit).type;
  const listsOf = (hit: Hit): readonly number[] => {
    const own = ownLists[hit.detector];
    return own === undefined ? patterns.listsOf(hit.detector) : [own];
  };

  /** Hits in a text that was rewritten from `text` or hidden in it, at their places there. */
  const scanInner = (inner: Rewritten, isOver: (() => boolean) | undefined): readonly Hit[] => {
    const table = tableOf(inner.text);
    innerSightings.clear(table?.headerEnd);
    const view = createView(inner.text, country, vocabulary, innerSightings, table);
    const { hits } = scan(view, innerSightings, { hits: MAX_HITS, isOver });
    return hits.map((hit) => ({ ...hit, ...inner.spanOf(hit.start, hit.end), isHidden: true as const }));
  };

  const distanceOf = (hit: Hit): number =>
    hit.isHidden === true
      ? Number.POSITIVE_INFINITY
      : listsOf(hit).reduce(
          (least, list) => Math.min(least, sightings.distance(list, hit)),
          Number.POSITIVE_INFINITY,
        );

  const hitsIn = (text: string, isOver: (() => boolean) | undefined): Scanned => {
    const folded = normalised(text);
    const plain = folded?.text ?? text;
    const table = tableOf(plain);
    sightings.clear(table?.headerEnd);
    const view = createView(plain, country, vocabulary, sightings, table);
    const { hits, decoded, stopped } = scan(view, sightings, { hits: MAX_HITS, isOver });
    const hidden = looksLikeHtml(plain) ? [...decoded, htmlText(plain)] : decoded;
    const inner = hidden.flatMap((each) => scanInner(each, isOver));
    return {
      kept: withoutOverlaps(inner.length === 0 ? hits : [...hits, ...inner], distanceOf),
      folded,
      stopped,
    };
  };

  return {
    classify(text, isOver) {
      if (text.length > MAX_TEXT_UNITS) return tooLarge(text.length);
      const { kept, folded, stopped } = hitsIn(text, isOver);
      const counts = countByType(kept, typeOf);
      const { score, level, reasons } = assessRisk(counts);
      return {
        findings: kept.map((hit) => findingOf(hit, typeOf(hit), folded)),
        counts,
        riskScore: score,
        riskLevel: level,
        riskReasons: stopped === undefined ? reasons : [...reasons, WHY_STOPPED[stopped]],
        ...(stopped === undefined ? {} : { unscanned: UNSCANNED[stopped] }),
      };
    },
    explain(text) {
      if (text.length > MAX_TEXT_UNITS) return [];
      const { kept, folded } = hitsIn(text, undefined);
      return kept.map((hit) => {
        const finding = findingOf(hit, typeOf(hit), folded);
        const isHidden = hit.isHidden === true;
        return explain(
          { finding, of: ruleOf(hit), lists: listsOf(hit), scanned: hit, isHidden },
          sightings,
          vocabulary,
        );
      });
    },
  };
}

interface Scanned {
  readonly kept: readonly Hit[];
  readonly folded: Rewritten | undefined;
  readonly stopped: Scan['stopped'];
}

function createView(
  text: string,
  country: string | undefined,
  vocabulary: Vocabulary,
  sightings: Sightings,
  table: Table | undefined,
): PatternView {
  const isInColumnOf = (list: number, span: Span): boolean => {
    const header = table?.headerOf(span.start);
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

/** A hit as it is told: at its place in the text that was given, without its value. */
function findingOf(hit: Hit, type: Finding['type'], folded: Rewritten | undefined): Finding {
  const { start, end } = folded?.spanOf(hit.start, hit.end) ?? hit;
  return { type, start, end, confidence: hit.confidence, evidence: [...hit.evidence] };
}

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
