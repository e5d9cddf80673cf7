import type { Classification, Finding } from '../shared/finding.ts';
import { countByType } from './counts.ts';
import type { Detector } from './detector.ts';
import { createEngine, MAX_HITS, type Engine } from './engine.ts';
import { explain, type Explanation } from './explain.ts';
import type { Finder } from './finder.ts';
import { MOST_DECODED } from './hidden-text.ts';
import type { PatternType } from './pattern-type.ts';
import { patternTypes, registry } from './registry.ts';
import type { Rewritten } from './rewritten.ts';
import { MAX_TEXT_UNITS } from './limits.ts';
import { assessRisk } from './risk.ts';
import type { Hit, Scan } from './scanner.ts';

export interface Classifier {
  /**
   * Looks for everything in the registry. Never throws, whatever the string holds; time grows linearly with its length.
   * `isOver` is asked now and then whether the time is up; what was not looked at by then is `unscanned`.
   */
  classify(text: string, isOver?: () => boolean): Classification;
  /** Why each finding was found, in the same order as `classify` tells them. */
  explain(text: string): readonly Explanation[];
}

export interface ClassifierOptions {
  /** ISO 3166 alpha-2: the region whose national phone numbers and identity numbers are expected even without a word near them. */
  readonly country?: string;
  /** What else is looked for: a company's own types. */
  readonly finders?: readonly Finder[];
}

export function createClassifier(options: ClassifierOptions = {}): Classifier {
  return createClassifierOf(registry, patternTypes, options);
}

/** A classifier of some detectors and pattern types only, or of other ones. */
export function createClassifierOf(
  detectors: readonly Detector[],
  types: readonly PatternType[] = [],
  { country, finders = [] }: ClassifierOptions = {},
): Classifier {
  const engine = createEngine({
    detectors,
    patternTypes: types,
    finders,
    country: country?.toUpperCase(),
  });
  return {
    classify(text, isOver) {
      if (text.length > MAX_TEXT_UNITS) return tooLarge(text.length);
      const { hits, folded, stopped } = engine.find(text, isOver);
      const counts = countByType(hits, (hit) => engine.typeOf(hit));
      const { score, level, reasons } = assessRisk(counts);
      return {
        findings: hits.map((hit) => findingOf(engine, hit, folded)),
        counts,
        riskScore: score,
        riskLevel: level,
        riskReasons: stopped === undefined ? reasons : [...reasons, WHY_STOPPED[stopped]],
        ...(stopped === undefined ? {} : { unscanned: UNSCANNED[stopped] }),
      };
    },
    explain(text) {
      if (text.length > MAX_TEXT_UNITS) return [];
      const { hits, folded } = engine.find(text, undefined);
      return hits.map((hit) => {
        const subject = { of: engine.ruleOf(hit), lists: engine.listsOf(hit), scanned: hit };
        const isHidden = hit.isHidden === true;
        return explain(
          { ...subject, finding: findingOf(engine, hit, folded), isHidden },
          engine.sightings,
          engine.vocabulary,
        );
      });
    },
  };
}

const WHY_STOPPED = {
  hits: `stopped after ${MAX_HITS} findings; the rest of the text was not scanned`,
  decoded: `not all of what stands in encodings was scanned: it is more than ${MOST_DECODED} characters`,
  time: 'stopped when the time for one text was over; the rest of it was not scanned',
} as const satisfies Record<NonNullable<Scan['stopped']>, string>;
const UNSCANNED = { hits: 'too-large', decoded: 'too-large', time: 'timed-out' } as const;

/** A hit as it is told: at its place in the text that was given, without its value. */
function findingOf(engine: Engine, hit: Hit, folded: Rewritten | undefined): Finding {
  const { start, end } = folded?.spanOf(hit.start, hit.end) ?? hit;
  return { type: engine.typeOf(hit), start, end, confidence: hit.confidence, evidence: hit.evidence };
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
