import type { CompanyFinders } from '../classify/company-types.ts';
import { assessRisk } from '../classify/risk.ts';
import { assignLabel, type LabelRules } from '../label/assign.ts';
import { judge, type PolicySet } from '../policy/judge.ts';
import type { Capture } from '../shared/capture.ts';
import type { Classification, FindingType, Unscanned } from '../shared/finding.ts';
import type { Tell } from '../shared/happening.ts';
import type { Labelling } from '../shared/label.ts';
import type { Target } from '../shared/platform.ts';
import { holds, type Verdict } from '../shared/verdict.ts';

/** Large texts are classified in a thread of their own, and answered later. */
export type Classify = (text: string) => Classification | Promise<Classification>;

/** A bundle made ready to decide and to classify with. */
export interface Enforced {
  readonly version: string;
  readonly contact: string | undefined;
  readonly labelRules: LabelRules;
  readonly policies: PolicySet;
  /** The company's own types, made ready to be looked for. */
  readonly own: CompanyFinders;
  /** What people call the company's own types, by short name. */
  readonly displayNames: ReadonlyMap<FindingType, string>;
  /** Does a finding of this type say something of the text around it? Redaction leaves it in place. */
  readonly speaksOfText: (type: FindingType) => boolean;
}

/** One capture with all that was worked out when it was copied, so that nothing is worked out when it is pasted. */
export interface Study {
  readonly capture: Capture;
  readonly classification: Classification;
  readonly labelling: Labelling;
  /** Looked up from the second call for the same target on. */
  verdictFor(target: Target): Verdict;
}

/**
 * Classifies and labels a capture. What its owner marked as private is judged by that mark, not read.
 * A classifier that fails is a bug, and a bug must not wave content through: it counts as not scanned, and is told.
 */
export async function study(
  capture: Capture,
  classify: Classify,
  enforced: Enforced,
  tell: Tell,
): Promise<Study> {
  const classification = await classified(capture, classify, tell);
  const labelling = assignLabel(enforced.labelRules, classification);
  const verdicts = new Map<string, Verdict>();
  return {
    capture,
    classification,
    labelling,
    verdictFor(target) {
      const key = JSON.stringify(target);
      const known = verdicts.get(key);
      if (known !== undefined) return known;
      const verdict = offerable(
        judge(enforced.policies, { classification, label: labelling.label, target }),
        classification,
        target,
        enforced,
      );
      verdicts.set(key, verdict);
      return verdict;
    },
  };
}

/**
 * A redacted version is offered only if it may pass. Values become tokens, but what speaks of the text itself (source code, a
 * marking, a passage of a known document) stays in it; where the policies would hold the text for that alone, redacting it
 * would only carry it past them.
 */
function offerable(
  verdict: Verdict,
  classification: Classification,
  target: Target,
  { labelRules, policies, speaksOfText }: Enforced,
): Verdict {
  if (!verdict.redact || !holds(verdict)) return verdict;
  const counts = classification.counts.filter(({ type }) => speaksOfText(type));
  if (counts.length === 0) return verdict;
  const findings = classification.findings.filter(({ type }) => speaksOfText(type));
  const { score, level, reasons } = assessRisk(counts);
  const left = { findings, counts, riskScore: score, riskLevel: level, riskReasons: reasons };
  const { label } = assignLabel(labelRules, left);
  const isHeldStill = holds(judge(policies, { classification: left, label, target }));
  return isHeldStill ? { ...verdict, redact: false } : verdict;
}

async function classified(capture: Capture, classify: Classify, tell: Tell): Promise<Classification> {
  if (capture.markers.length > 0) return notScanned('concealed');
  if (capture.kind === 'unreadable') return notScanned('unreadable');
  try {
    return await classify(capture.text);
  } catch (error) {
    // The message of a foreign error could quote the text it choked on; its name cannot.
    tell({
      kind: 'problem',
      detail: `the classifier failed (${error instanceof Error ? error.name : 'unknown'})`,
    });
    return notScanned('failed');
  }
}

const notScanned = (unscanned: Unscanned): Classification => ({
  findings: [],
  counts: [],
  riskScore: 0,
  riskLevel: 'none',
  riskReasons: [`not read: ${unscanned}`],
  unscanned,
});
