import { createFinders, createTextTypes } from '../classify/company-types.ts';
import { createTypeNames } from '../classify/known-types.ts';
import { bundleVersionOf, type Bundle } from '../policy/bundle.ts';
import { loadDefaultBundle } from '../policy/default-bundle.ts';
import { compilePolicies } from '../policy/judge.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { resolveTypes } from './resolve-types.ts';
import type { Enforced } from './study.ts';

/**
 * Makes a parsed bundle ready to decide and to classify with. Pure. Refused, in one line that begins with `where`, is a
 * bundle that names a type which is not there, or whose own types cannot be used.
 */
export function enforce(bundle: Bundle, where: string): Result<Enforced> {
  const resolved = resolveTypes(bundle, createTypeNames(bundle.types));
  if (!resolved.ok) return failed(`${where}: ${firstOf(resolved.problem)}`);
  const own = createFinders(bundle.types);
  if (!own.ok) return failed(`${where}: ${firstOf(own.problem)}`);
  const { labels, mapping, dynamic_rules, policies } = resolved.value;
  const displayNames = new Map(bundle.types.map(({ type, name }) => [type, name]));
  return ok({
    version: bundleVersionOf(bundle),
    contact: bundle.contact,
    labelRules: { labels, rules: dynamic_rules.rules, mapping },
    policies: compilePolicies(policies, labels),
    own: own.value,
    displayNames,
    speaksOfText: createTextTypes(bundle.types),
  });
}

/** The built-in bundle made ready. That it cannot be used is a bug. */
export function enforceBuiltIn(): Enforced {
  const enforced = enforce(loadDefaultBundle(), 'assets/default-bundle.json');
  if (!enforced.ok) throw new Error(enforced.problem);
  return enforced.value;
}

const firstOf = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0 ? first : `${first} (and ${others.length} more)`;
