import type { Circumstances } from '../policy/interaction.ts';
import type { EventDraft } from '../shared/audit-event.ts';
import type { Tell } from '../shared/happening.ts';
import type { Label } from '../shared/label.ts';
import { platformIdOf, type Target } from '../shared/platform.ts';
import { holds, type Verdict } from '../shared/verdict.ts';
import type { OverrideMemory } from './override-memory.ts';
import { interactionDraft } from './record.ts';
import type { Study } from './study.ts';

export type Trigger = 'focus' | 'paste';

/** All circumstances but the one the agent knows best: what the person did here before. */
export type Surroundings = Omit<Circumstances, 'overrides'>;

export interface InteractionParts {
  readonly record: (draft: EventDraft) => void;
  readonly tell: Tell;
  readonly fingerprint: (text: string) => string;
  readonly newId: () => string;
  /** Who, on what device, when; asked at each meeting. */
  readonly circumstances: () => Surroundings;
  readonly overrides: OverrideMemory;
  /** Is the Purview integration on? Off: labels decide as ever, but are neither shown nor recorded. */
  readonly integration: () => boolean;
  /** Where pastes can be seen, what passes is recorded when it is pasted rather than when the platform is looked at. */
  readonly seesPastes: boolean;
}

/** One capture facing one platform. */
export interface Met {
  readonly id: string;
  readonly verdict: Verdict;
  /** The label to show; null where there is none, or label metadata is off. */
  readonly label: Label | null;
  /** This is the first time: it was recorded and told just now. */
  readonly isNew: boolean;
}

export interface Interactions {
  /**
   * This capture meets this platform. Recorded and told once, and again, under another id, when the verdict has changed: with
   * the hour, or with the bundle. A label that alone has changed is recorded as a new label of the same interaction.
   */
  meet(study: Study, target: Target, trigger: Trigger): Met;
  /** It is pasted into something that is no AI platform: told, not recorded. */
  pass(study: Study, target: Target): void;
  /** A newer capture is on the clipboard: it has met nothing yet. */
  forget(): void;
}

/** What is on record of this capture and one platform. */
interface Known {
  readonly id: string;
  readonly verdict: Verdict;
  readonly labelId: string | null;
}

/** The event is on disk when `meet` returns. */
export function createInteractions(parts: InteractionParts): Interactions {
  const onRecord = new Map<string, Known>();
  /** As they were when this capture first met the platform: the paste in question never counts, nor what comes of it. */
  const overridesBefore = new Map<string, readonly number[]>();

  function judged(study: Study, target: Target): Verdict {
    const key = keyOf(target);
    const overrides = overridesBefore.get(key) ?? parts.overrides.times();
    overridesBefore.set(key, overrides);
    return study.verdictFor(target, { ...parts.circumstances(), overrides });
  }

  /** Off: what is on record stays as it is, and nothing new is said of labels. */
  function keepLabel(known: Known, { labelling }: Study): void {
    const { label, why } = labelling;
    if (!parts.integration() || (label?.id ?? null) === known.labelId) return;
    parts.record({
      kind: 'relabel',
      interaction_id: known.id,
      label_id: label?.id ?? null,
      label: label?.name ?? null,
      why: why.slice(0, 1000),
    });
  }

  return {
    meet(study, target, trigger) {
      const key = keyOf(target);
      const verdict = judged(study, target);
      const label = parts.integration() ? study.labelling.label : null;
      const known = onRecord.get(key);
      if (known !== undefined && isSame(known.verdict, verdict)) {
        keepLabel(known, study);
        if (parts.integration()) onRecord.set(key, { ...known, labelId: label?.id ?? null });
        return { id: known.id, verdict, label, isNew: false };
      }
      const id = parts.newId();
      if (!isDue(verdict, target, trigger, parts.seesPastes)) {
        // What was answered there is over: should the earlier verdict come back, it is another interaction.
        onRecord.delete(key);
        return { id, verdict, label, isNew: false };
      }
      onRecord.set(key, { id, verdict, labelId: label?.id ?? null });
      const facing = { interactionId: id, trigger, target, verdict, study, label };
      parts.record(interactionDraft(facing, parts.fingerprint));
      parts.tell(verdictHappening(facing, parts.integration()));
      return { id, verdict, label, isNew: true };
    },
    pass(study, target) {
      const verdict = judged(study, target);
      const label = parts.integration() ? study.labelling.label : null;
      parts.tell(verdictHappening({ trigger: 'paste', target, verdict, study, label }, parts.integration()));
    },
    forget: () => {
      onRecord.clear();
      overridesBefore.clear();
    },
  };
}

const keyOf = (target: Target): string => platformIdOf(target) ?? '';

const simulatedBy = ({ simulated }: Verdict): string => JSON.stringify(simulated);

/** Does the person meet the same thing, and would the same be recorded? The reason may tell the hour: it does not count. */
function isSame(left: Verdict, right: Verdict): boolean {
  return (
    left.action === right.action &&
    left.policy === right.policy &&
    left.redact === right.redact &&
    left.justification === right.justification &&
    simulatedBy(left) === simulatedBy(right)
  );
}

function isDue(verdict: Verdict, target: Target, trigger: Trigger, seesPastes: boolean): boolean {
  if (holds(verdict) || verdict.simulated.some(holds)) return true;
  // Any page in any browser is an unknown site: what passes there is nobody's business, unless a policy is tried out on it.
  const isSpokenOf = verdict.action !== 'allow' || verdict.simulated.length > 0;
  if (target.kind !== 'ai' && !isSpokenOf) return false;
  return trigger === 'paste' || !seesPastes;
}

function verdictHappening(
  {
    trigger,
    target,
    verdict,
    study,
    label,
  }: { trigger: Trigger; target: Target; verdict: Verdict; study: Study; label: Label | null },
  integration: boolean,
): Parameters<Tell>[0] {
  const { labelling, classification } = study;
  return {
    kind: 'verdict',
    trigger,
    target,
    verdict,
    label,
    labelWhy: integration ? labelling.why : 'label metadata is off',
    counts: classification.counts,
    riskScore: classification.riskScore,
  };
}
