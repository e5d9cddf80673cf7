import { holds } from '../shared/verdict.ts';
import type { Check, Truth } from './check.ts';
import type { LeafKey } from './condition.ts';
import { compileCondition } from './evaluate.ts';
import type { Facts } from './facts.ts';
import type { LabelIndex } from './label-checks.ts';
import { epochMsOf } from './moment.ts';
import type { Exception, Policy } from './policy.ts';

/** A policy with its conditions compiled. */
export interface ReadyPolicy {
  readonly policy: Policy;
  readonly when: Check;
  readonly exceptions: readonly ReadyException[];
  /** What is not known must not let a paste pass: in doubt an exception excuses from `allow` and `log`, never from more. */
  readonly excusesInDoubt: boolean;
}

interface ReadyException {
  readonly exception: Exception;
  /** The last moment it holds. */
  readonly expiresMs: number;
  readonly when: Check;
}

/** Once a policy and bundle. */
export function readyPolicy(policy: Policy, labels: LabelIndex): ReadyPolicy {
  const speaksAgainst = holds(policy);
  return {
    policy,
    when: compileCondition(policy.when, { labels, speaksAgainst }),
    exceptions: policy.exceptions.map((exception) => ({
      exception,
      expiresMs: epochMsOf(exception.expires),
      when: compileCondition(exception.when, { labels, speaksAgainst: !speaksAgainst }),
    })),
    excusesInDoubt: !speaksAgainst,
  };
}

/** Does it apply? `missing` where that hangs on a fact that is not at hand. The quick twin of `explainPolicy`. */
export function applies(ready: ReadyPolicy, facts: Facts): boolean | 'missing' {
  if (!ready.policy.enabled) return false;
  const truth = inDoubt(ready.when.truth(facts), ready.policy.on_failure === 'closed');
  if (truth === false || ready.exceptions.length === 0) return truth;
  let answer: boolean | 'missing' = truth;
  for (const each of ready.exceptions) {
    if (isExpired(each, facts)) continue;
    const excused = inDoubt(each.when.truth(facts), ready.excusesInDoubt);
    if (excused === true) return false;
    if (excused === 'missing') answer = 'missing';
  }
  return answer;
}

const inDoubt = (truth: Truth, otherwise: boolean): boolean | 'missing' =>
  truth === 'unread' ? otherwise : truth;

const isExpired = ({ expiresMs }: ReadyException, { input }: Facts): boolean =>
  input.circumstances.now.epochMs > expiresMs;

/** Whether a policy applies, why, and the leaves whose facts are missing where that cannot be told. */
export interface Explained {
  readonly applies: boolean | 'missing';
  readonly why: string;
  readonly missing: readonly LeafKey[];
  /** The exception that excuses from it, in words. */
  readonly exception?: string;
}

/** The slower twin of `applies`: the same answer with its reason. */
export function explainPolicy(ready: ReadyPolicy, facts: Facts): Explained {
  const { policy } = ready;
  if (!policy.enabled) return { applies: false, why: 'it is switched off', missing: [] };
  const { truth, why, missing } = ready.when.explain(facts);
  const doubt = `; in doubt it ${policy.on_failure === 'closed' ? 'applies' : 'does not apply'} (on_failure is ${policy.on_failure})`;
  const own: Explained = {
    applies: inDoubt(truth, policy.on_failure === 'closed'),
    why: truth === 'unread' ? `${why}${doubt}` : why,
    missing,
  };
  return own.applies === false ? own : withExceptions(own, ready, facts);
}

function withExceptions(own: Explained, ready: ReadyPolicy, facts: Facts): Explained {
  let explained = own;
  for (const each of ready.exceptions) {
    const outcome = each.when.explain(facts);
    const excused = inDoubt(outcome.truth, ready.excusesInDoubt);
    if (excused === false) continue;
    const { name, owner, expires } = each.exception;
    const who = `exception "${name}" of ${owner}`;
    if (isExpired(each, facts)) {
      explained = { ...explained, why: `${explained.why} (${who} expired ${expires})` };
    } else if (excused === true) {
      const exception = `${who} holds until ${expires}`;
      return { applies: false, why: `${own.why}, but ${exception}: ${outcome.why}`, missing: [], exception };
    } else {
      const why = `${explained.why}, and whether ${who} holds cannot be told: ${outcome.why}`;
      explained = { applies: 'missing', why, missing: [...explained.missing, ...outcome.missing] };
    }
  }
  return explained;
}
