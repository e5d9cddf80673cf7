import type { EventDraft } from '../shared/audit-event.ts';
import type { WindowContext } from '../shared/capture.ts';
import { platformIdOf, type Target } from '../shared/platform.ts';
import type { Verdict } from '../shared/verdict.ts';
import type { Study } from './study.ts';

export interface Facing {
  readonly interactionId: string;
  readonly trigger: 'focus' | 'paste';
  readonly target: Target;
  readonly verdict: Verdict;
  readonly study: Study;
}

/** The audit event of one interaction: types, counts, label, policy and action. Never the content or a window title. */
export function interactionDraft(facing: Facing, fingerprint: (text: string) => string): EventDraft {
  const { target, verdict, study } = facing;
  const { capture, classification, labelling } = study;
  const recognised = target.kind === 'ai' ? target : null;
  return {
    kind: 'interaction',
    interaction_id: facing.interactionId,
    trigger: facing.trigger,
    source_app: appName(capture.source),
    platform_id: platformIdOf(target) ?? 'none',
    platform_recognised_by: recognised?.recognisedBy ?? null,
    platform_confidence: recognised?.confidence ?? null,
    findings: [...classification.counts],
    unscanned: classification.unscanned ?? null,
    risk_score: classification.riskScore,
    risk_level: classification.riskLevel,
    label_id: labelling.label?.id ?? null,
    label: labelling.label?.name ?? null,
    policy: verdict.policy,
    action: verdict.action,
    reason: verdict.reason.slice(0, 1000),
    fingerprint: capture.kind === 'text' && capture.markers.length === 0 ? fingerprint(capture.text) : null,
  };
}

/** The program a window belongs to; its title may hold anything and is never recorded. */
const appName = (window: WindowContext | null): string | null =>
  window?.process ?? window?.bundleId ?? window?.windowClass?.at(-1) ?? null;
