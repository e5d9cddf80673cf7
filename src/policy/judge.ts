import type { Label } from '../shared/label.ts';
import { actions, type Action, type Considered, type Verdict } from '../shared/verdict.ts';
import { evaluate } from './evaluate.ts';
import type { PolicyInput } from './interaction.ts';
import type { Policy } from './policy.ts';

/** Policies in the order they are looked at, and the labels they name. Built once a bundle. */
export interface PolicySet {
  readonly ordered: readonly Policy[];
  readonly labels: readonly Label[];
}

const strictness = (action: Action): number => actions.indexOf(action);

/** Orders policies once: priority, then the stricter action, then the name. Nothing depends on their order in the file. */
export function compilePolicies(policies: readonly Policy[], labels: readonly Label[]): PolicySet {
  const ordered = policies.toSorted(
    (left, right) =>
      left.priority - right.priority ||
      strictness(right.action) - strictness(left.action) ||
      (left.name < right.name ? -1 : 1),
  );
  return { ordered, labels };
}

/**
 * The verdict for one capture facing one target: the first policy that applies decides.
 * Carries every policy that was considered and why it did or did not apply. Pure.
 */
export function judge({ ordered, labels }: PolicySet, input: PolicyInput): Verdict {
  const considered: Considered[] = [];
  let decisive: { policy: Policy; why: string } | null = null;
  for (const policy of ordered) {
    if (!policy.enabled) {
      considered.push({ policy: policy.name, applied: false, why: 'it is switched off' });
      continue;
    }
    const { holds, why } = evaluate(policy.when, input, labels);
    if (holds && decisive === null) decisive = { policy, why };
    const outranked = holds && decisive !== null && decisive.policy !== policy;
    considered.push({
      policy: policy.name,
      applied: holds && !outranked,
      why: outranked ? `${why}, but "${decisive?.policy.name}" comes first` : why,
    });
  }
  return decisive === null ? passes(considered) : decided(decisive.policy, decisive.why, considered, input);
}

function passes(considered: readonly Considered[]): Verdict {
  const reason = 'No policy speaks against it.';
  return { action: 'allow', policy: null, reason, redact: false, justification: 'none', considered };
}

function decided(
  policy: Policy,
  why: string,
  considered: readonly Considered[],
  { classification }: PolicyInput,
): Verdict {
  return {
    action: policy.action,
    policy: policy.name,
    reason: `${policy.name}: ${why}.`,
    // What was not scanned would go out as it is.
    redact: policy.redact && classification.unscanned === undefined,
    justification: policy.action === 'coach' ? policy.justification : 'none',
    considered,
  };
}
