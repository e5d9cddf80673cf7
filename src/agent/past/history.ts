import type { LabelRules } from '../../label/assign.ts';
import { NOT_KNOWN, type PartialInput } from '../../policy/interaction.ts';
import type { Catalogue } from '../../sense/catalogue.ts';
import type { Interaction } from '../../shared/audit-event.ts';
import type { FindingType } from '../../shared/finding.ts';
import type { Labelling } from '../../shared/label.ts';
import type { Target } from '../../shared/platform.ts';
import type { Result } from '../../shared/result.ts';
import { targetOf } from '../bundle/bundle-tests.ts';
import { localTimeOf } from '../local-clock.ts';
import { isOverride } from '../override-memory.ts';
import { createLabelOfPast, storedClassification, type NotLookedFor } from './past-labels.ts';

/** What no event says, and whoever asks may assume of all of them. What is left out is not known. */
export interface Assumed {
  readonly userGroups?: readonly string[] | undefined;
  readonly deviceGroups?: readonly string[] | undefined;
  readonly deviceManaged?: boolean | undefined;
}

export interface HistoryParts {
  readonly labelRules: LabelRules;
  /** The platforms as the draft has them. */
  readonly catalogue: Catalogue;
  readonly notLookedFor: NotLookedFor;
  readonly assumed: Assumed;
}

/** A past interaction as policies may be asked about it. */
export interface Recalled {
  readonly input: PartialInput;
  readonly labelling: Result<Labelling, readonly FindingType[]>;
  /** False: the draft has this platform switched off, and nobody would look. */
  readonly isWatched: boolean;
}

/**
 * Recalls stored interactions, oldest first: what was found, the platform and the app it came from as stored, the label by these
 * rules, the time in this machine's time zone, and how often the person had pasted anyway by then, of what it recalled before.
 * Groups and whether the device is managed are not stored: only what is assumed of them is known. Pure but for that memory.
 */
export function createHistory(parts: HistoryParts): (interaction: Interaction) => Recalled {
  const labelOfPast = createLabelOfPast(parts.labelRules);
  const { userGroups = NOT_KNOWN, deviceGroups = NOT_KNOWN, deviceManaged = NOT_KNOWN } = parts.assumed;
  const overrides = createOverrideCount();
  return (interaction) => {
    const classification = storedClassification(interaction);
    const notLookedFor = parts.notLookedFor(interaction.bundle_version);
    const labelling = labelOfPast(classification, notLookedFor);
    const now = localTimeOf(new Date(interaction.at));
    const target = targetThen(interaction, parts.catalogue);
    const before = overrides.before(now.epochMs);
    overrides.note(interaction);
    const input: PartialInput = {
      classification,
      label: labelling.ok ? labelling.value.label : NOT_KNOWN,
      target,
      capture: {
        kind: interaction.capture_kind ?? 'text',
        // Null: it was not known, or the company does not have it recorded.
        sourceApp: interaction.source_app ?? NOT_KNOWN,
        fileLabels: (interaction.file_labels ?? []).map((id) => ({ id, tenantId: null })),
      },
      circumstances: { userGroups, deviceGroups, deviceManaged, now, overrides: before },
      ...(notLookedFor.size === 0 ? {} : { notLookedFor }),
    };
    return { input, labelling, isWatched: target.kind === 'ai' || target.kind === 'unknown-site' };
  };
}

/** A platform that is in no catalogue any more counts as an AI platform that the company does not offer. */
function targetThen(interaction: Interaction, catalogue: Catalogue): Target {
  const id = interaction.platform_id;
  const target = targetOf(id, catalogue);
  if (target !== null && target.kind !== 'ai') return target;
  return {
    ...(target ?? { kind: 'ai', platformId: id, name: id, sanctioned: false }),
    recognisedBy: interaction.platform_recognised_by ?? 'title',
    confidence: interaction.platform_confidence ?? 'low',
  };
}

/** A condition counts no further. */
const MOST_COUNTED = 1000;

/** When the person pasted anyway, of the interactions noted so far; ms since 1970 UTC, oldest first. */
function createOverrideCount() {
  const times: number[] = [];
  const placeOf = (moment: number): number => {
    let place = times.length;
    while (place > 0 && (times[place - 1] ?? 0) >= moment) place -= 1;
    return place;
  };
  return {
    before: (moment: number): readonly number[] => {
      const place = placeOf(moment);
      return times.slice(Math.max(0, place - MOST_COUNTED), place);
    },
    note: ({ answer, answered_at: at }: Interaction): void => {
      if (!isOverride(answer) || at === null) return;
      const moment = Date.parse(at);
      times.splice(placeOf(moment), 0, moment);
    },
  };
}
