import type { Classification, Finding } from '../shared/finding.ts';
import { countByType } from './counts.ts';
import type { Detector, View } from './detector.ts';
import { createKeywordIndex, createVocabulary } from './keywords.ts';
import { withoutOverlaps } from './overlaps.ts';
import { registry } from './registry.ts';
import { assessRisk } from './risk.ts';
import { createScanner, type Hit } from './scanner.ts';

export interface Classifier {
  /** Looks for everything in the registry. Never throws, whatever the string holds; time grows linearly with its length. */
  classify(text: string): Classification;
}

export interface ClassifierOptions {
  /** ISO 3166 alpha-2: the region whose national phone numbers are expected. Without it, only telling shapes are found. */
  readonly country?: string;
}

/** Longer texts (UTF-16 code units) are not looked at and say so with `unscanned`. */
export const MAX_TEXT_UNITS = 8 * 1024 * 1024;
/** After this many hits the scan ends: memory stays bounded. What was found stands, and `unscanned` tells of the rest. */
export const MAX_HITS = 200_000;

export function createClassifier(options: ClassifierOptions = {}): Classifier {
  return createClassifierOf(registry, options);
}

/** A classifier of some detectors only, or of other ones. */
export function createClassifierOf(
  detectors: readonly Detector[],
  options: ClassifierOptions = {},
): Classifier {
  const scan = createScanner(detectors);
  const vocabulary = createVocabulary(detectors.map(({ keywords }) => keywords));
  const country = options.country?.toUpperCase();
  const typeOf = (hit: Hit): Finding['type'] => {
    const detector = detectors[hit.detector];
    if (detector === undefined) throw new Error(`no detector ${hit.detector} in the registry`);
    return detector.type;
  };

  return {
    classify(text) {
      if (text.length > MAX_TEXT_UNITS) return tooLarge(text.length);
      const keywordIndex = createKeywordIndex(text, vocabulary);
      const view: View = { text, country, hasKeyword: (...query) => keywordIndex.has(...query) };
      const { hits, complete } = scan(view, MAX_HITS);
      const kept = withoutOverlaps(hits);
      const counts = countByType(kept, typeOf);
      const { score, level, reasons } = assessRisk(counts);
      return {
        findings: kept.map((hit) => findingOf(hit, typeOf(hit))),
        counts,
        riskScore: score,
        riskLevel: level,
        riskReasons: complete ? reasons : [...reasons, STOPPED],
        ...(complete ? {} : { unscanned: 'too-large' as const }),
      };
    },
  };
}

const STOPPED = `stopped after ${MAX_HITS} findings; the rest of the text was not scanned`;

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
