import type { Guard } from '../guard/guard.ts';
import type { Subject } from '../guard/wording.ts';
import type { EventDraft } from '../shared/audit-event.ts';
import type { Permit } from '../shared/permit.ts';
import { nameOf, platformIdOf } from '../shared/platform.ts';
import { failed, ok, type Result } from '../shared/result.ts';

export interface PermitParts {
  readonly guard: Pick<Guard, 'kept' | 'override'>;
  readonly record: (draft: EventDraft) => void;
  /** Was a code with this id used before, in any run? */
  readonly usedPermits: (id: string) => boolean;
  /** Keeps that it is used now; on disk when it comes back ok. */
  readonly spendPermit: (id: string) => Result<void>;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/**
 * Uses an admin's one-use code on what is kept out: of the platform in front, else of the one that was in front last. The answer
 * says what passes; a problem says why nothing does, and is on record without the code.
 */
export function createPermits({ guard, record, usedPermits, spendPermit, now }: PermitParts) {
  /** The log may be waiting for its disk: what was used in this run is known without it. */
  const used = new Set<string>();

  /** Spent before it takes effect: a code whose use cannot be kept, or that a crash forgot, could be used again and again. */
  const spend = (permit: Permit): Result<Subject> => {
    const { id } = permit;
    if (used.has(id) || usedPermits(id)) return failed('this code was used before');
    const subject = subjectFor(permit, guard.kept(), now());
    const spent = subject.ok ? spendPermit(id) : subject;
    return spent.ok ? subject : failed(spent.problem);
  };

  return async (permit: Permit): Promise<Result<string>> => {
    const { id, issuer } = permit;
    const subject = spend(permit);
    if (!subject.ok) {
      const detail = `code ${id} of ${issuer}: ${subject.problem}`;
      record({ kind: 'agent', what: 'override-refused', detail: detail.slice(0, 1000) });
      return subject;
    }
    used.add(id);
    await guard.override(subject.value, { id, issuer });
    return ok(`${issuer} lets this copy go to ${nameOf(subject.value.target)}, this once`);
  };
}

/** What the permit lets pass: of all that is kept out, the first in its scope. */
function subjectFor(permit: Permit, kept: readonly Subject[], now: number): Result<Subject> {
  if (now > permit.expires) {
    return failed(`this code expired at ${new Date(permit.expires).toISOString()}; ask for a new one`);
  }
  const [first] = kept;
  if (first === undefined)
    return failed('nothing is held now; copy it again, and use the code while it is held');
  const inScope = kept.find((subject) => outOfScope(permit, subject) === null);
  return inScope === undefined ? failed(outOfScope(permit, first) ?? 'it is out of scope') : ok(inScope);
}

function outOfScope({ policies, platforms }: Permit, { target, verdict }: Subject): string | null {
  const platform = platformIdOf(target) ?? '';
  if (platforms !== 'all' && !platforms.includes(platform)) {
    return `this code is not for ${platform}, only for ${platforms.join(', ')}`;
  }
  if (policies !== 'all' && !policies.includes(verdict.policy ?? '')) {
    return `this code is not for the policy "${verdict.policy ?? ''}" that holds it`;
  }
  return null;
}
