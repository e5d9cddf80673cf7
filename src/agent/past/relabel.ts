import type { LabelRules } from '../../label/assign.ts';
import type { EventDraft, Interaction } from '../../shared/audit-event.ts';
import type { FindingType } from '../../shared/finding.ts';
import { createLabelOfPast, storedClassification, type NotLookedFor } from './past-labels.ts';

/** What comes of the label of one past interaction when it is worked out again. */
export type Relabelling =
  | { readonly kind: 'same' }
  | {
      readonly kind: 'changed';
      readonly from: string | null;
      readonly to: string | null;
      readonly draft: Extract<EventDraft, { kind: 'relabel' }>;
    }
  /** It hangs on company types that were not looked for at the time. */
  | { readonly kind: 'unknown'; readonly types: readonly FindingType[] };

const MOST_UNITS = 1000;

/**
 * Works out the labels of past interactions by today's rules and mapping, from what is stored of what was found. An interaction
 * whose newest label is the same already is left alone: doing it twice changes nothing. Pure.
 */
export function createRelabelling(
  rules: LabelRules,
  notLookedFor: NotLookedFor,
): (interaction: Interaction) => Relabelling {
  const labelOfPast = createLabelOfPast(rules);
  return (interaction) => {
    const { interaction_id, label_id: id, label: from, bundle_version: version } = interaction;
    const labelling = labelOfPast(storedClassification(interaction), notLookedFor(version));
    if (!labelling.ok) return { kind: 'unknown', types: labelling.problem };
    const { label, why } = labelling.value;
    const to = label?.name ?? null;
    if ((label?.id ?? null) === id && to === from) return { kind: 'same' };
    const draft = {
      kind: 'relabel',
      interaction_id,
      label_id: label?.id ?? null,
      label: to,
      why: why.slice(0, MOST_UNITS),
    } as const;
    return { kind: 'changed', from, to, draft };
  };
}
