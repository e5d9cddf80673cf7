import type { LeafKey } from './condition.ts';
import type { Facts } from './facts.ts';

/**
 * A condition holds, does not hold, or nobody can tell: `unread`, as it speaks of content that was not wholly read and what was
 * read does not settle it; `missing`, as a fact is not at hand (a replay of history).
 */
export type Truth = boolean | 'unread' | 'missing';

/** What came of a condition, and the fact that settled it, in words without any pasted text. */
export interface Outcome {
  readonly truth: Truth;
  readonly why: string;
  /** The leaves whose facts are missing; empty unless `truth` is `missing`. */
  readonly missing: readonly LeafKey[];
}

/** A condition made ready. `truth` is the quick answer, `explain` the same one with its reason. */
export interface Check {
  /** How much work `truth` is, roughly, next to other checks. */
  readonly cost: number;
  readonly truth: (facts: Facts) => Truth;
  readonly explain: (facts: Facts) => Outcome;
}

/** What it costs to look something up, next to comparing one fact; roughly, as measured. */
const costs: Partial<Record<LeafKey, number>> = { user_group: 4, device_group: 4, overrides: 2, finding: 8 };

/** A check of one fact. */
export function leafCheck(
  key: LeafKey,
  truth: (facts: Facts) => Truth,
  why: (facts: Facts) => string,
): Check {
  return {
    cost: costs[key] ?? 1,
    truth,
    explain: (facts) => {
      const answer = truth(facts);
      if (answer === 'missing')
        return { truth: answer, why: `${key} is not known of this interaction`, missing: [key] };
      const doubt = answer === 'unread' ? `, but it was not fully read (${facts.unread})` : '';
      return { truth: answer, why: `${why(facts)}${doubt}`, missing: [] };
    },
  };
}

/** Kleene's strong "and" and "or": `decisive` is the answer that settles it whatever the others are, false for "and". */
export function combined(checks: readonly Check[], decisive: boolean): Check {
  const [only] = checks;
  if (only !== undefined && checks.length === 1) return only;
  // In whatever order they are asked, the answer is the same; the reason is told in the order that the admin wrote.
  const cheapestFirst = checks.toSorted((left, right) => left.cost - right.cost);
  return {
    cost: checks.reduce((sum, { cost }) => sum + cost, 0),
    truth: (facts) => {
      let doubt: Truth | null = null;
      for (const check of cheapestFirst) {
        const truth = check.truth(facts);
        if (truth === decisive) return decisive;
        if (truth === 'missing' || (truth === 'unread' && doubt === null)) doubt = truth;
      }
      return doubt ?? !decisive;
    },
    explain: (facts) => {
      const outcomes: Outcome[] = [];
      for (const check of checks) {
        const outcome = check.explain(facts);
        if (outcome.truth === decisive) return outcome;
        outcomes.push(outcome);
      }
      return together(outcomes, !decisive);
    },
  };
}

/** None of several outcomes settled it: the reason is what is in doubt, or else all of them. */
function together(outcomes: readonly Outcome[], otherwise: boolean): Outcome {
  const missing = outcomes.filter(({ truth }) => truth === 'missing');
  const doubts = missing.length > 0 ? missing : outcomes.filter(({ truth }) => truth === 'unread');
  const speaking = doubts.length > 0 ? doubts : outcomes;
  return {
    truth: doubts[0]?.truth ?? otherwise,
    why: inWords(speaking.map(({ why }) => why)),
    missing: [...new Set(missing.flatMap((outcome) => outcome.missing))],
  };
}

const MAX_REASONS_TOLD = 5;

function inWords(reasons: readonly string[]): string {
  const different = [...new Set(reasons)];
  const rest = different.length - MAX_REASONS_TOLD;
  return `${different.slice(0, MAX_REASONS_TOLD).join(' and ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

const turned = (truth: Truth): Truth => (typeof truth === 'boolean' ? !truth : truth);

/** The opposite of a check; what cannot be told stays so. */
export function opposite(check: Check): Check {
  return {
    cost: check.cost,
    truth: (facts) => turned(check.truth(facts)),
    explain: (facts) => {
      const outcome = check.explain(facts);
      return { ...outcome, truth: turned(outcome.truth) };
    },
  };
}
