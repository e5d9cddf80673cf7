import type { EventDraft } from '../shared/audit-event.ts';
import type { Tell } from '../shared/happening.ts';
import { platformIdOf, type Target } from '../shared/platform.ts';
import { holds, type Verdict } from '../shared/verdict.ts';
import { interactionDraft } from './record.ts';
import type { Study } from './study.ts';

export type Trigger = 'focus' | 'paste';

export interface InteractionParts {
  readonly record: (draft: EventDraft) => void;
  readonly tell: Tell;
  readonly fingerprint: (text: string) => string;
  readonly newId: () => string;
  /** Where pastes can be seen, what passes is recorded when it is pasted rather than when the platform is looked at. */
  readonly seesPastes: boolean;
}

export interface Interactions {
  /** This capture meets this platform. Recorded and told once; returns the interaction's id. */
  meet(study: Study, target: Target, trigger: Trigger): string;
  /** A newer capture is on the clipboard: it has met nothing yet. */
  forget(): void;
}

/** One interaction, and so one event, for each capture and platform. The event is on disk when `meet` returns. */
export function createInteractions(parts: InteractionParts): Interactions {
  const met = new Map<string, string>();
  return {
    meet(study, target, trigger) {
      const key = platformIdOf(target) ?? '';
      const known = met.get(key);
      if (known !== undefined) return known;
      const verdict = study.verdictFor(target);
      const interactionId = parts.newId();
      if (!isDue(verdict, target, trigger, parts.seesPastes)) return interactionId;
      met.set(key, interactionId);
      parts.record(interactionDraft({ interactionId, trigger, target, verdict, study }, parts.fingerprint));
      tellVerdict(parts.tell, study, target, trigger);
      return interactionId;
    },
    forget: () => met.clear(),
  };
}

function isDue(verdict: Verdict, target: Target, trigger: Trigger, seesPastes: boolean): boolean {
  if (holds(verdict)) return true;
  // Any page in any browser is an unknown site: what passes there is nobody's business.
  if (target.kind !== 'ai' && verdict.action === 'allow') return false;
  return trigger === 'paste' || !seesPastes;
}

export function tellVerdict(tell: Tell, study: Study, target: Target, trigger: Trigger): void {
  const { labelling, classification } = study;
  tell({
    kind: 'verdict',
    trigger,
    target,
    verdict: study.verdictFor(target),
    label: labelling.label,
    labelWhy: labelling.why,
    counts: classification.counts,
    riskScore: classification.riskScore,
  });
}
