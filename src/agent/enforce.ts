import { createFinders, disabledLine, type CompanyFinders } from '../classify/company-types.ts';
import { createTypeNames } from '../classify/known-types.ts';
import type { Bundle } from '../policy/bundle.ts';
import { loadDefaultBundle } from '../policy/default-bundle.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { dataOf, type EnforcedData } from './enforced.ts';
import { resolveTypes, type ResolvedTest } from './resolve-types.ts';

/** A bundle of which everything can be used. */
export interface EnforcedBundle {
  readonly data: EnforcedData;
  /** The company's own types made ready to be looked for. */
  readonly own: CompanyFinders;
  /** The bundle's own cases; whoever enforces it runs them first. */
  readonly tests: readonly ResolvedTest[];
}

/**
 * Makes a parsed bundle ready to decide and to classify with. Pure. Refused, in one line that begins with `where`, is a
 * bundle that names a type which is not there, or whose own types cannot be used.
 */
export function enforce(bundle: Bundle, where: string): Result<EnforcedBundle> {
  const resolved = resolveTypes(bundle, createTypeNames(bundle.types));
  if (!resolved.ok) return failed(`${where}: ${firstOf(resolved.problem)}`);
  const own = createFinders(bundle.types);
  if (!own.ok) return failed(`${where}: ${firstOf(own.problem)}`);
  const off = own.value.disabled.map(disabledLine);
  return ok({ data: dataOf(resolved.value, off), own: own.value, tests: resolved.value.tests });
}

/** The built-in bundle made ready. That it cannot be used is a bug. */
export function enforceBuiltIn(): EnforcedBundle {
  const enforced = enforce(loadDefaultBundle(), 'assets/default-bundle.json');
  if (!enforced.ok) throw new Error(enforced.problem);
  return enforced.value;
}

const firstOf = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0 ? first : `${first} (and ${others.length} more)`;
