import { enforce, enforceBuiltIn } from '../../src/agent/enforce.ts';
import { makeEnforced, type Enforced } from '../../src/agent/enforced.ts';
import type { Bundle } from '../../src/policy/bundle.ts';

/** A bundle made ready to decide with, as the agent makes it. One that cannot be used fails the test. */
export function readyBundle(bundle: Bundle): Enforced {
  const enforced = enforce(bundle, 'bundle.json');
  if (!enforced.ok) throw new Error(enforced.problem);
  return makeEnforced(enforced.value.data);
}

export const readyBuiltIn = (): Enforced => makeEnforced(enforceBuiltIn().data);
