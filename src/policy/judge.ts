import type { Label } from '../shared/label.ts';
import { actions, type Action, type Considered, type Verdict } from '../shared/verdict.ts';
import type { LeafKey } from './condition.ts';
import { factsOf, type Facts } from './facts.ts';
import type { PartialInput, PolicyInput } from './interaction.ts';
import { indexLabels } from './label-checks.ts';
import type { Policy } from './policy.ts';
import { applies, explainPolicy, readyPolicy, type Explained, type ReadyPolicy } from './ready-policy.ts';

/** Policies in the order they are looked at, with conditions compiled and labels looked up. Built once a bundle. */
export interface PolicySet {
  readonly ordered: readonly ReadyPolicy[];
}

const strictness = (action: Action): number => actions.indexOf(action);

/**
 * Orders and compiles policies once: priority, then the stricter action, then the name. Nothing depends on their order in the
 * file. Their types must be short names. A policy that names a label which is not there does not fail: that label matches
 * nothing.
 */
export function compilePolicies(policies: readonly Policy[], labels: readonly Label[]): PolicySet {
  const index = indexLabels(labels);
  const ordered = policies.toSorted(
    (left, right) =>
      left.priority - right.priority ||
      strictness(right.action) - strictness(left.action) ||
      (left.name < right.name ? -1 : 1),
  );
  return { ordered: ordered.map((policy) => readyPolicy(policy, index)) };
}

/**
 * The verdict for one capture facing one target: the first policy that applies decides. `considered` tells of every policy
 * whether it applied and why; it is worked out when it is first read, from the input as it is then. Pure.
 */
export function judge(set: PolicySet, input: PolicyInput): Verdict {
  const facts = factsOf(input);
  return verdictOf(set, facts, decide(set, facts));
}

/** A policy of which it cannot be told whether it applied, though the verdict may hang on it, and the facts that are missing. */
export interface Unjudged {
  readonly policy: string;
  readonly leaves: readonly LeafKey[];
  readonly why: string;
}

/** The verdict of those policies that can be judged, and the ones before it that cannot. */
export interface PartialVerdict {
  readonly verdict: Verdict;
  readonly unjudged: readonly Unjudged[];
}

/** As `judge`, for an interaction of which some facts are not known. Where none is missing the verdict is the same. Pure. */
export function judgePartly(set: PolicySet, input: PartialInput): PartialVerdict {
  const facts = factsOf(input);
  const decision = decide(set, facts);
  const unjudged = decision.unjudged.map((ready) => {
    const { missing, why } = explainPolicy(ready, facts);
    return { policy: ready.policy.name, leaves: missing, why };
  });
  return { verdict: verdictOf(set, facts, decision), unjudged };
}

interface Decision {
  readonly decisive: ReadyPolicy | null;
  /** Those in simulation that applied and come before the decisive one. */
  readonly simulated: readonly ReadyPolicy[];
  readonly unjudged: readonly ReadyPolicy[];
}

function decide({ ordered }: PolicySet, facts: Facts): Decision {
  const simulated: ReadyPolicy[] = [];
  const unjudged: ReadyPolicy[] = [];
  for (const ready of ordered) {
    const answer = applies(ready, facts);
    if (answer === false) continue;
    if (answer === 'missing') unjudged.push(ready);
    else if (ready.policy.mode === 'simulate') simulated.push(ready);
    else return { decisive: ready, simulated, unjudged };
  }
  return { decisive: null, simulated, unjudged };
}

function verdictOf(set: PolicySet, facts: Facts, { decisive, simulated }: Decision): Verdict {
  const outcome = outcomeOf(decisive?.policy ?? null, facts);
  let considered: readonly Considered[] | null = null;
  return {
    ...outcome,
    policy: decisive?.policy.name ?? null,
    reason:
      decisive === null
        ? 'No policy speaks against it.'
        : `${decisive.policy.name}: ${explainPolicy(decisive, facts).why}.`,
    simulated: simulated
      .filter(({ policy }) => differ(outcomeOf(policy, facts), outcome))
      .map(({ policy }) => ({ policy: policy.name, action: policy.action })),
    get considered() {
      considered ??= considerAll(set, facts, decisive);
      return considered;
    },
  };
}

type PolicyOutcome = Pick<Verdict, 'action' | 'redact' | 'justification' | 'reasons' | 'coaching'>;

/** What a policy that decides has done; null is none. */
function outcomeOf(policy: Policy | null, { input }: Facts): PolicyOutcome {
  if (policy === null) return { action: 'allow', redact: false, justification: 'none', reasons: [] };
  const { kind } = input.capture;
  const justification = policy.action === 'coach' ? policy.justification : 'none';
  return {
    action: policy.action,
    // What was not scanned would go out as it is; and there are tokens for text alone.
    redact:
      policy.redact && input.classification.unscanned === undefined && kind !== 'files' && kind !== 'image',
    justification,
    reasons: justification === 'none' ? [] : policy.reasons,
    ...(policy.coaching === undefined ? {} : { coaching: policy.coaching }),
  };
}

/** Would the person meet something else? Their own words aside. */
const differ = (left: PolicyOutcome, right: PolicyOutcome): boolean =>
  left.action !== right.action ||
  (strictness(left.action) >= strictness('coach') &&
    (left.redact !== right.redact || left.justification !== right.justification));

function considerAll({ ordered }: PolicySet, facts: Facts, decisive: ReadyPolicy | null): Considered[] {
  let isDecided = false;
  return ordered.map((ready) => {
    const explained = explainPolicy(ready, facts);
    const entry = {
      policy: ready.policy.name,
      applied: ready === decisive,
      why: `${explained.why}${afterthought(ready.policy, explained, isDecided ? decisive : null)}`,
      ...(explained.exception === undefined ? {} : { exception: explained.exception }),
    };
    if (ready === decisive) isDecided = true;
    return entry;
  });
}

/** Why a policy whose condition holds did not decide. */
function afterthought(policy: Policy, explained: Explained, earlier: ReadyPolicy | null): string {
  if (explained.applies === false) return '';
  const first = earlier === null ? '' : `, but "${earlier.policy.name}" comes first`;
  if (explained.applies === 'missing') return `: it cannot be told whether it applies${first}`;
  if (policy.mode === 'simulate') return `; in simulation: enforced it would ${policy.action}${first}`;
  return first;
}
