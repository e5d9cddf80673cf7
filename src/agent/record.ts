import type { EventDraft } from '../shared/audit-event.ts';
import type { Label } from '../shared/label.ts';
import { platformIdOf, type Target } from '../shared/platform.ts';
import { holds, type Verdict } from '../shared/verdict.ts';
import { canBeHeld } from './holdable.ts';
import type { Study } from './study.ts';

/** One capture facing one target, as it is put on record. */
export interface Facing {
  readonly interactionId: string;
  readonly trigger: 'focus' | 'paste';
  readonly target: Target;
  readonly verdict: Verdict;
  readonly study: Study;
  /** Null where it has none, or label metadata is off. */
  readonly label: Label | null;
}

/** As many as the event takes. */
const MOST_SIMULATED = 20;
const MOST_FILE_LABELS = 100;

/** The audit event of one interaction: types, counts, label, policy and action. Never the content or a window title. */
export function interactionDraft(facing: Facing, fingerprint: (text: string) => string): EventDraft {
  const { target, verdict, study, label } = facing;
  const { capture, facts, classification } = study;
  const recognised = target.kind === 'ai' ? target : null;
  const fileLabels = facts.fileLabels.slice(0, MOST_FILE_LABELS).map(({ id }) => id);
  const simulated = verdict.simulated.slice(0, MOST_SIMULATED);
  return {
    kind: 'interaction',
    interaction_id: facing.interactionId,
    trigger: facing.trigger,
    source_app: facts.sourceApp,
    platform_id: platformIdOf(target) ?? 'none',
    platform_recognised_by: recognised?.recognisedBy ?? null,
    platform_confidence: recognised?.confidence ?? null,
    findings: [...classification.counts],
    unscanned: classification.unscanned ?? null,
    risk_score: classification.riskScore,
    risk_level: classification.riskLevel,
    label_id: label?.id ?? null,
    label: label?.name ?? null,
    policy: verdict.policy,
    action: verdict.action,
    reason: reasonFor(verdict, study).slice(0, 1000),
    fingerprint: capture.kind === 'text' && capture.markers.length === 0 ? fingerprint(capture.text) : null,
    ...(facts.kind === 'text' ? {} : { capture_kind: facts.kind }),
    ...(fileLabels.length === 0 ? {} : { file_labels: fileLabels }),
    ...(simulated.length === 0 ? {} : { simulated }),
  };
}

/** Besides the policy's own reason: what excused from policies that would have applied, and that a verdict was not carried out. */
function reasonFor(verdict: Verdict, { capture }: Study): string {
  const decisive = verdict.considered.findIndex(({ applied }) => applied);
  const before = decisive < 0 ? verdict.considered : verdict.considered.slice(0, decisive);
  const excused = before.flatMap(({ policy, exception }) =>
    exception === undefined ? [] : [`${policy} did not apply: ${exception}.`],
  );
  const isNotHeld = holds(verdict) && !canBeHeld(capture);
  return [
    verdict.reason,
    ...(isNotHeld ? ['It was not held: taking it off the clipboard would have lost it.'] : []),
    ...excused,
  ].join(' ');
}
