import type { PolicySet } from '../../policy/judge.ts';
import type { Interaction } from '../../shared/audit-event.ts';
import { actions, holds, type Action } from '../../shared/verdict.ts';
import { isOverride } from '../override-memory.ts';

/** So many interactions, and what the person did at the time. */
export interface Told {
  readonly count: number;
  /** They pasted anyway, by themselves or with an admin's code. */
  readonly pastedAnyway: number;
  /** They pasted anyway and said why. */
  readonly justified: number;
}

/** From one action to another. */
export interface Change extends Told {
  readonly before: Action;
  readonly after: Action;
}

/** One interaction of those a policy is stricter with. Nothing the person wrote is in it. */
export interface Example {
  readonly eventId: string;
  readonly at: string;
  readonly platformId: string;
  readonly before: Action;
  readonly after: Action;
  readonly answer: Interaction['answer'];
}

/** What one policy of the draft does to the interactions of the past. */
export interface PolicyTally {
  readonly policy: string;
  readonly action: Action;
  /** `enforce`: it decides these. `simulate`: enforced, it would decide these, and otherwise than the draft does. */
  readonly mode: 'enforce' | 'simulate';
  readonly decides: number;
  /** It is stricter with these than was done then: more blocks, or more coaching. */
  readonly stricter: Told;
  /** It is milder with these. */
  readonly milder: number;
  /** It cannot be told whether it applies to these, and the outcome hangs on it. */
  readonly unjudged: number;
  /** Newest first. */
  readonly examples: readonly Example[];
}

type Writable<Of> = { -readonly [Key in keyof Of]: Of[Key] };
type Counting = Writable<Told>;

const nobody = (): Counting => ({ count: 0, pastedAnyway: 0, justified: 0 });

function countIn(told: Counting, interaction: Interaction): void {
  told.count += 1;
  if (!isOverride(interaction.answer)) return;
  told.pastedAnyway += 1;
  if (isJustified(interaction)) told.justified += 1;
}

/** In their own words, or by a reason from the policy's list. */
const isJustified = ({ answer, justification, chosen_reason: reason }: Interaction): boolean =>
  answer === 'proceed' && ((justification ?? '').trim() !== '' || reason !== undefined);

const strictness = (action: Action): number => actions.indexOf(action);

export const isMilder = ({ before, after }: Pick<Change, 'before' | 'after'>): boolean =>
  strictness(after) < strictness(before);

/** More than then, and the person would meet it: recording alone is none of it. */
export const isStricter = ({ before, after }: Pick<Change, 'before' | 'after'>): boolean =>
  holds({ action: after }) && strictness(after) > strictness(before);

/** Counts from which action to which. */
export function createChangeCounts() {
  const changes = new Map<string, Change & Counting>();
  return {
    note(interaction: Interaction, after: Action): void {
      const before = interaction.action;
      const key = `${before} ${after}`;
      const change = changes.get(key) ?? { before, after, ...nobody() };
      countIn(change, interaction);
      changes.set(key, change);
    },
    /** What it came to at last that is strictest first. */
    list: (): readonly Change[] =>
      [...changes.values()].toSorted(
        (left, right) =>
          strictness(right.after) - strictness(left.after) ||
          strictness(right.before) - strictness(left.before),
      ),
  };
}

/** All of them together. */
export const sumOf = (told: readonly Told[]): Told =>
  told.reduce(
    (sum, each) => ({
      count: sum.count + each.count,
      pastedAnyway: sum.pastedAnyway + each.pastedAnyway,
      justified: sum.justified + each.justified,
    }),
    nobody(),
  );

interface Tally extends Writable<Omit<PolicyTally, 'stricter' | 'examples'>> {
  readonly stricter: Counting;
  readonly examples: Example[];
}

export interface PolicyTallies {
  /** Undefined: there is no such policy, or it is switched off. */
  of(policy: string): Pick<PolicyTally, 'action' | 'mode'> | undefined;
  /** It decides this interaction; one in simulation: it would. */
  decides(policy: string, interaction: Interaction): void;
  isUnjudged(policy: string): void;
  /** In the order in which they are looked at. */
  list(): readonly PolicyTally[];
}

/** Counts what each enabled policy does. At most so many examples of each: the newest of what was noted last. */
export function createPolicyTallies({ ordered }: PolicySet, mostExamples: number): PolicyTallies {
  const tallies = new Map(
    ordered.filter(({ policy }) => policy.enabled).map(({ policy }) => [policy.name, newTally(policy)]),
  );
  return {
    of: (policy) => tallies.get(policy),
    decides: (policy, interaction) => {
      const tally = tallies.get(policy);
      if (tally === undefined) return;
      const change = { before: interaction.action, after: tally.action };
      tally.decides += 1;
      if (isMilder(change)) tally.milder += 1;
      if (!isStricter(change)) return;
      countIn(tally.stricter, interaction);
      tally.examples.push(exampleOf(interaction, tally.action));
      if (tally.examples.length > mostExamples) tally.examples.shift();
    },
    isUnjudged: (policy) => {
      const tally = tallies.get(policy);
      if (tally !== undefined) tally.unjudged += 1;
    },
    list: () => [...tallies.values()].map((tally) => ({ ...tally, examples: tally.examples.toReversed() })),
  };
}

const newTally = ({ name, action, mode }: PolicySet['ordered'][number]['policy']): Tally => ({
  policy: name,
  action,
  mode,
  decides: 0,
  stricter: nobody(),
  milder: 0,
  unjudged: 0,
  examples: [],
});

const exampleOf = (interaction: Interaction, after: Action): Example => ({
  eventId: interaction.event_id,
  at: interaction.at,
  platformId: interaction.platform_id,
  before: interaction.action,
  after,
  answer: interaction.answer,
});
