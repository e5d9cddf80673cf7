import { judgePartly, type PartialVerdict, type PolicySet } from '../../policy/judge.ts';
import type { Interaction } from '../../shared/audit-event.ts';
import type { FindingType } from '../../shared/finding.ts';
import type { Action } from '../../shared/verdict.ts';
import { createHistory, type HistoryParts, type Recalled } from './history.ts';
import {
  createChangeCounts,
  createPolicyTallies,
  isMilder,
  isStricter,
  sumOf,
  type Change,
  type PolicyTally,
  type Told,
} from './what-if-counts.ts';
import { createMissingFacts, type MissingFact } from './what-if-missing.ts';

export interface LabelChange {
  readonly from: string | null;
  readonly to: string | null;
  readonly count: number;
}

/** What a draft does to the interactions of the past. */
export interface WhatIf {
  readonly interactions: number;
  /** When the oldest and the newest happened; null where there are none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly unchanged: number;
  /** The outcome hangs on what is not known: they are in no other count. */
  readonly unjudged: number;
  readonly changes: readonly Change[];
  readonly moreBlocks: Told;
  readonly fewerBlocks: number;
  /** More coaching dialogs, for what was let pass then. */
  readonly moreCoaching: Told;
  /** Coached then, and let pass now. */
  readonly fewerCoaching: number;
  /** In the order in which they are looked at; those that are switched off are left out. */
  readonly policies: readonly PolicyTally[];
  readonly missing: readonly MissingFact[];
  /** Company types that conditions, rules or rows name, and that were not looked for at the time. */
  readonly typesNotLookedFor: readonly FindingType[];
  readonly labels: readonly LabelChange[];
  /** Their label hangs on such a type. */
  readonly labelsNotKnown: number;
  /** Interactions with platforms that the draft switches off. */
  readonly notWatched: readonly { readonly platformId: string; readonly count: number }[];
}

export interface WhatIfParts extends HistoryParts {
  readonly policies: PolicySet;
  /** Interactions before this moment are only remembered, for how often the person had pasted anyway. */
  readonly since: Date | undefined;
  /** At most so many examples of each policy: the newest. */
  readonly examples: number;
}

/** Replays stored interactions under a draft, one after the other, oldest first. */
export interface Replay {
  add(interaction: Interaction): void;
  result(): WhatIf;
}

/** Pure but for what it counts. */
export function createReplay(parts: WhatIfParts): Replay {
  const recall = createHistory(parts);
  const since = parts.since?.toISOString() ?? '';
  const tallies = createPolicyTallies(parts.policies, parts.examples);
  const missing = createMissingFacts(parts.policies);
  const changes = createChangeCounts();
  const labels = createLabelCounts();
  const notWatched = new Map<string, number>();
  const count = { interactions: 0, unchanged: 0, unjudged: 0 };
  let from: string | null = null;
  let to: string | null = null;

  function note(interaction: Interaction, after: Action): void {
    if (interaction.action === after) count.unchanged += 1;
    else changes.note(interaction, after);
  }

  function judged(
    interaction: Interaction,
    { verdict, unjudged }: PartialVerdict,
    { input }: Recalled,
  ): void {
    // A policy that would do the same changes nothing, whether it applies or not.
    const open = unjudged.filter(({ policy }) => tallies.of(policy)?.action !== verdict.action);
    for (const { policy } of open) tallies.isUnjudged(policy);
    if (open.length > 0) missing.note(open, input.notLookedFor ?? NO_TYPES);
    if (open.some(({ policy }) => tallies.of(policy)?.mode === 'enforce')) {
      count.unjudged += 1;
      return;
    }
    note(interaction, verdict.action);
    if (verdict.policy !== null) tallies.decides(verdict.policy, interaction);
    for (const { policy } of verdict.simulated) tallies.decides(policy, interaction);
  }

  return {
    add: (interaction) => {
      const recalled = recall(interaction);
      if (interaction.at < since) return;
      count.interactions += 1;
      from ??= interaction.at;
      to = interaction.at;
      labels.note(interaction, recalled);
      if (recalled.isWatched) {
        judged(interaction, judgePartly(parts.policies, recalled.input), recalled);
      } else {
        const id = interaction.platform_id;
        notWatched.set(id, (notWatched.get(id) ?? 0) + 1);
        note(interaction, 'allow');
      }
    },
    result: () => ({
      ...count,
      from,
      to,
      ...totalsOf(changes.list()),
      policies: tallies.list(),
      missing: missing.list(),
      typesNotLookedFor: [...new Set([...missing.types(), ...labels.types])].toSorted(),
      labels: labels.list(),
      labelsNotKnown: labels.notKnown,
      notWatched: [...notWatched].map(([platformId, times]) => ({ platformId, count: times })),
    }),
  };
}

const NO_TYPES: ReadonlySet<FindingType> = new Set();

function totalsOf(changes: readonly Change[]) {
  const more = (action: Action): Told =>
    sumOf(changes.filter((change) => change.after === action && isStricter(change)));
  const fewer = (action: Action): number =>
    sumOf(changes.filter((change) => change.before === action && isMilder(change))).count;
  return {
    changes,
    moreBlocks: more('block'),
    fewerBlocks: fewer('block'),
    moreCoaching: more('coach'),
    fewerCoaching: fewer('coach'),
  };
}

/** Counts from which label to which. */
function createLabelCounts() {
  const changes = new Map<string, LabelChange>();
  const types = new Set<FindingType>();
  let notKnown = 0;
  return {
    note({ label: from }: Interaction, { labelling }: Recalled): void {
      if (!labelling.ok) {
        notKnown += 1;
        for (const type of labelling.problem) types.add(type);
        return;
      }
      const to = labelling.value.label?.name ?? null;
      if (from === to) return;
      const key = JSON.stringify([from, to]);
      changes.set(key, { from, to, count: (changes.get(key)?.count ?? 0) + 1 });
    },
    types,
    get notKnown() {
      return notKnown;
    },
    list: (): readonly LabelChange[] =>
      [...changes.values()].toSorted((left, right) => right.count - left.count),
  };
}
