import { assessRisk } from '../classify/risk.ts';
import { assignLabel } from '../label/assign.ts';
import type { CaptureFacts, Circumstances } from '../policy/interaction.ts';
import { judge } from '../policy/judge.ts';
import type { Capture, WindowContext } from '../shared/capture.ts';
import type { Classification, Unscanned } from '../shared/finding.ts';
import type { Tell } from '../shared/happening.ts';
import type { Label, Labelling } from '../shared/label.ts';
import type { Target } from '../shared/platform.ts';
import { holds, type Verdict } from '../shared/verdict.ts';
import type { Enforced } from './enforced.ts';

/** Large texts are classified in a thread of their own, and answered later. */
export type Classify = (text: string) => Classification | Promise<Classification>;

/** One capture with all that was worked out when it was copied, so that little is left to do when it is pasted. */
export interface Study {
  readonly capture: Capture;
  /** What it is labelled and judged by. */
  readonly enforced: Enforced;
  readonly facts: CaptureFacts;
  readonly classification: Classification;
  readonly labelling: Labelling;
  /** Judged each time: verdicts hang on the hour, on groups and on what the person did before. Well below a millisecond. */
  verdictFor(target: Target, circumstances: Circumstances): Verdict;
}

/**
 * Classifies and labels a capture. What its owner marked as private is judged by that mark, not read; files and images are not
 * read at all. A classifier that fails is a bug, and a bug must not wave content through: it counts as not scanned, and is told.
 */
export async function study(
  capture: Capture,
  classify: Classify,
  enforced: Enforced,
  tell: Tell,
): Promise<Study> {
  const classification = await classified(capture, classify, tell);
  const labelling = assignLabel(enforced.labelRules, classification);
  const facts = captureFactsOf(capture, enforced);
  const judged = (read: Judged, target: Target, circumstances: Circumstances): Verdict =>
    judge(enforced.policies, { ...read, target, capture: facts, circumstances });
  const read: Judged = { classification, label: labelling.label };
  const left = leftByRedaction(classification, enforced);
  return {
    capture,
    enforced,
    facts,
    classification,
    labelling,
    verdictFor(target, circumstances) {
      const verdict = judged(read, target, circumstances);
      if (!verdict.redact || left === null || !holds(verdict)) return verdict;
      return holds(judged(left, target, circumstances)) ? withoutRedaction(verdict) : verdict;
    },
  };
}

type Judged = Readonly<{ classification: Classification; label: Label | null }>;

/**
 * What policies would see of a redacted version; null where nothing would be left. Values become tokens, but what speaks of the
 * text itself (source code, a marking, a passage of a known document) stays in it; where the policies would hold the text for
 * that alone, redacting it would only carry it past them, and it is not offered.
 */
function leftByRedaction(
  { findings, counts }: Classification,
  { labelRules, speaksOfText }: Enforced,
): Judged | null {
  const leftCounts = counts.filter(({ type }) => speaksOfText(type));
  if (leftCounts.length === 0) return null;
  const { score, level, reasons } = assessRisk(leftCounts);
  const classification: Classification = {
    findings: findings.filter(({ type }) => speaksOfText(type)),
    counts: leftCounts,
    riskScore: score,
    riskLevel: level,
    riskReasons: reasons,
  };
  return { classification, label: assignLabel(labelRules, classification).label };
}

/** Not a spread: that would work out `considered`, which hardly anyone reads. */
function withoutRedaction(verdict: Verdict): Verdict {
  const properties = Object.getOwnPropertyDescriptors(verdict);
  return Object.defineProperties({} as Verdict, {
    ...properties,
    redact: { value: false, enumerable: true },
  });
}

/** What policies may ask of a capture besides what is in it. */
function captureFactsOf(
  { kind, source, fileLabels = [] }: Capture,
  { seesFileLabel }: Enforced,
): CaptureFacts {
  return {
    // What is there and cannot be read is not known to be anything but text; `unscanned` says the rest.
    kind: kind === 'files' || kind === 'image' ? kind : 'text',
    sourceApp: programOf(source),
    fileLabels: fileLabels.filter(seesFileLabel),
  };
}

/** The program a window belongs to; its title may hold anything and is never used. */
const programOf = (window: WindowContext | null): string | null =>
  window?.process ?? window?.bundleId ?? window?.windowClass?.at(-1) ?? null;

async function classified(capture: Capture, classify: Classify, tell: Tell): Promise<Classification> {
  if (capture.markers.length > 0) return notScanned('concealed');
  if (capture.kind !== 'text') return notScanned('unreadable');
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

/** What is known of content that was not read at all, and why it was not. */
export const notScanned = (unscanned: Unscanned): Classification => ({
  findings: [],
  counts: [],
  riskScore: 0,
  riskLevel: 'none',
  riskReasons: [`not read: ${unscanned}`],
  unscanned,
});
