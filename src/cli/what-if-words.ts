import type { WhatIf } from '../agent/past/what-if.ts';
import type { Change, Example, PolicyTally, Told } from '../agent/past/what-if-counts.ts';
import type { LeafKey } from '../policy/condition.ts';

/** The draft a replay was of. */
export interface TriedDraft {
  readonly file: string;
  readonly version: string;
  readonly isSigned: boolean;
}

/** What came of it, first of all what people would notice. */
export function headlines(whatIf: WhatIf): readonly string[] {
  const { moreBlocks, fewerBlocks, moreCoaching, fewerCoaching, unjudged } = whatIf;
  const lines = [
    ...more(moreBlocks, 'more block'),
    ...more(moreCoaching, 'more coaching dialog'),
    ...(fewerBlocks === 0 ? [] : [`${plural(fewerBlocks, 'fewer block')}.`]),
    ...(fewerCoaching === 0 ? [] : [`${plural(fewerCoaching, 'fewer coaching dialog')}.`]),
  ];
  const told = lines.length === 0 ? ['Nobody would have been blocked or coached more or less.'] : lines;
  return unjudged === 0 ? told : [...told, `${plural(unjudged, 'interaction')} could not be judged.`];
}

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const were = (count: number): string => (count === 1 ? 'was' : 'were');

function more({ count, justified, pastedAnyway }: Told, what: string): string[] {
  if (count === 0) return [];
  if (pastedAnyway === 0) return [`${plural(count, what)}.`];
  const others = pastedAnyway - justified;
  const anyway = `${others} pasted anyway without a word`;
  if (justified === 0)
    return [`${plural(count, what)}, ${others} of them ${were(others)} pasted anyway at the time.`];
  const why = `${justified} of them ${were(justified)} justified by the person at the time`;
  return [`${plural(count, what)}, ${why}${others === 0 ? '' : ` and ${anyway}`}.`];
}

/** For people, in lines. */
export function whatIfWords(draft: TriedDraft, whatIf: WhatIf): string {
  const { interactions, from, to, unchanged, changes, policies } = whatIf;
  const about = `${draft.file}: ${draft.version}${draft.isSigned ? ', signature not checked' : ''}`;
  if (interactions === 0) return `${about}\nNo interactions in that time.\n`;
  const enforced = policies.filter(({ mode }) => mode === 'enforce');
  const simulated = policies.filter(({ mode }) => mode === 'simulate');
  const idle = enforced.filter(isIdle).map(({ policy }) => `"${policy}"`);
  const lines = [
    about,
    `${plural(interactions, 'interaction')} from ${from} to ${to}`,
    '',
    ...headlines(whatIf),
    '',
    `Unchanged: ${unchanged}${changes.length === 0 ? '' : `; ${changes.map(changeInWords).join('; ')}`}`,
    ...whatIf.notWatched.map(
      ({ platformId, count }) => `The draft does not watch ${platformId}: ${plural(count, 'interaction')}.`,
    ),
    ...section('Policies', enforced.filter((tally) => !isIdle(tally)).flatMap(policyInWords)),
    ...(idle.length === 0 ? [] : [`  Decide nothing: ${idle.join(', ')}.`]),
    ...section('In simulation; each, if it were enforced', simulated.flatMap(policyInWords)),
    ...section('Labels', labelLines(whatIf)),
    ...section('Could not be judged', missingLines(whatIf)),
    '',
    ...NOTES,
  ];
  return `${lines.join('\n')}\n`;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines];

const isIdle = ({ decides, unjudged }: PolicyTally): boolean => decides === 0 && unjudged === 0;

const changeInWords = ({ before, after, count }: Change): string => `${before} → ${after}: ${count}`;

function policyInWords(tally: PolicyTally): string[] {
  const { policy, action, decides, stricter, milder, unjudged } = tally;
  const anyway =
    stricter.pastedAnyway === 0
      ? ''
      : ` (${stricter.pastedAnyway} pasted anyway then, ${stricter.justified} justified)`;
  const parts = [
    `decides ${decides}`,
    ...(stricter.count === 0 ? [] : [`${stricter.count} stricter than then${anyway}`]),
    ...(milder === 0 ? [] : [`${milder} milder`]),
    ...(unjudged === 0 ? [] : [`${unjudged} could not be judged`]),
  ];
  return [`  ${policy} (${action}): ${parts.join(', ')}`, ...tally.examples.map(exampleInWords)];
}

const exampleInWords = ({ eventId, at, platformId, before, after, answer }: Example): string =>
  `    ${eventId}  ${at}  ${platformId}  ${before} → ${after}${answer === null ? '' : `  (${answer})`}`;

const MOST_LABELS = 10;

function labelLines({ labels, labelsNotKnown }: WhatIf): readonly string[] {
  const rest = labels.slice(MOST_LABELS).reduce((sum, { count }) => sum + count, 0);
  return [
    ...labels
      .slice(0, MOST_LABELS)
      .map(({ from, to, count }) => `  ${from ?? 'no label'} → ${to ?? 'no label'}: ${count}`),
    ...(rest === 0 ? [] : [`  others: ${rest}`]),
    ...(labelsNotKnown === 0 ? [] : [`  cannot be told: ${labelsNotKnown}`]),
  ];
}

/** Why a fact is missing, and how to say it. The others are stored. */
const reasons: Partial<Record<LeafKey, string>> = {
  user_group: 'events do not hold groups; assume some with --user-group',
  device_group: 'events do not hold groups; assume some with --device-group',
  device_managed: 'events do not hold it; assume it with --managed or --no-managed',
  source_app: 'it was not known, or is not recorded here',
  finding: 'types of the draft that were not looked for then',
  label: 'it hangs on types of the draft that were not looked for then',
};

const reasonFor = (leaf: LeafKey): string => reasons[leaf] ?? 'it is not stored';

const MOST_TYPES = 10;

function missingLines({ missing, typesNotLookedFor: types }: WhatIf): readonly string[] {
  const more = types.length - MOST_TYPES;
  return [
    ...missing.map(
      ({ leaf, interactions, policies }) =>
        `  ${leaf} (${plural(interactions, 'interaction')}): ${reasonFor(leaf)}; for ${policies
          .map((policy) => `"${policy}"`)
          .join(', ')}`,
    ),
    ...(types.length === 0
      ? []
      : [
          `  not looked for then: ${types.slice(0, MOST_TYPES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
        ]),
  ];
}

const NOTES: readonly string[] = [
  'No content is stored: nothing was classified anew. Types, counts and risk are those found at the time; labels',
  "are worked out by the draft. Times are in this machine's time zone; what was pasted anyway counts as it happened.",
  'What passed unrecorded then (sites that cannot be told, ordinary apps) is not here.',
];

/** For programs. */
export const whatIfJson = (draft: TriedDraft, whatIf: WhatIf) => ({
  draft: { file: draft.file, version: draft.version, signature_checked: false, signed: draft.isSigned },
  headlines: headlines(whatIf),
  interactions: whatIf.interactions,
  from: whatIf.from,
  to: whatIf.to,
  unchanged: whatIf.unchanged,
  more_blocks: toldJson(whatIf.moreBlocks),
  fewer_blocks: whatIf.fewerBlocks,
  more_coaching: toldJson(whatIf.moreCoaching),
  fewer_coaching: whatIf.fewerCoaching,
  changes: whatIf.changes.map((change) => ({
    before: change.before,
    after: change.after,
    ...toldJson(change),
  })),
  policies: whatIf.policies.map((tally) => ({
    policy: tally.policy,
    action: tally.action,
    mode: tally.mode,
    decides: tally.decides,
    stricter: toldJson(tally.stricter),
    milder: tally.milder,
    could_not_be_judged: tally.unjudged,
    examples: tally.examples.map(({ eventId, platformId, ...rest }) => ({
      event_id: eventId,
      platform_id: platformId,
      ...rest,
    })),
  })),
  could_not_be_judged: {
    interactions: whatIf.unjudged,
    missing: whatIf.missing.map((fact) => ({ ...fact, why: reasonFor(fact.leaf) })),
    types_not_looked_for: whatIf.typesNotLookedFor,
  },
  labels: { changes: whatIf.labels, cannot_be_told: whatIf.labelsNotKnown },
  not_watched: whatIf.notWatched.map(({ platformId, count }) => ({ platform_id: platformId, count })),
  notes: [NOTES.join(' ')],
});

const toldJson = ({ count, pastedAnyway, justified }: Told) => ({
  count,
  pasted_anyway: pastedAnyway,
  justified,
});
