import type { TypeNames } from '../classify/known-types.ts';
import type { Bundle } from '../policy/bundle.ts';
import type { BundleTest } from '../policy/bundle-test.ts';
import { withTypes } from '../policy/condition.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { listOfReferences, type TypeReferences } from '../shared/type-reference.ts';

/** A case of the bundle whose expected types are short names; of several in one place any will do. */
export interface ResolvedTest extends Omit<BundleTest, 'expect'> {
  readonly expect: Omit<BundleTest['expect'], 'findings'> & { readonly findings: readonly TypeReferences[] };
}

/** A bundle that speaks of types by short names alone. */
export interface ResolvedBundle extends Omit<Bundle, 'tests'> {
  readonly tests: readonly ResolvedTest[];
}

/**
 * The same bundle with every name of a type, in mapping, rules, policies, their exceptions and the bundle's own tests, replaced
 * by the short types it stands for: what decides, and what events and reports hold, are short names alone. Problems are one
 * line each: path, name, what may have been meant.
 */
export function resolveTypes(bundle: Bundle, names: TypeNames): Result<ResolvedBundle, readonly string[]> {
  const problems: string[] = [];
  const shortTypes = (name: string, path: string): readonly string[] => {
    const types = names.resolve(name);
    if (types === undefined) problems.push(`${path}: ${unknown(name, names.near(name))}`);
    return types ?? [];
  };
  const replace = (references: TypeReferences, path: string): TypeReferences => {
    const isList = typeof references !== 'string';
    const types = listOfReferences(references).flatMap((name, index) =>
      shortTypes(name, isList ? `${path}[${index}]` : path),
    );
    const [only, ...others] = new Set(types);
    return only !== undefined && others.length === 0 ? only : [...new Set(types)];
  };
  const ready: ResolvedBundle = {
    ...bundle,
    mapping: bundle.mapping.map((row, index) => ({
      ...row,
      types: row.types.flatMap((name, place) => shortTypes(name, `mapping[${index}].types[${place}]`)),
    })),
    dynamic_rules: {
      rules: bundle.dynamic_rules.rules.map(({ condition, label }, index) => ({
        condition:
          'classifications' in condition
            ? {
                ...condition,
                value: replace(condition.value, `dynamic_rules.rules[${index}].condition.value`),
              }
            : condition,
        label,
      })),
    },
    policies: bundle.policies.map((policy, index) => ({
      ...policy,
      when: withTypes(policy.when, replace, `policies[${index}].when`),
      exceptions: policy.exceptions.map((exception, place) => ({
        ...exception,
        when: withTypes(exception.when, replace, `policies[${index}].exceptions[${place}].when`),
      })),
    })),
    tests: bundle.tests.map((test, index) => ({
      ...test,
      expect: {
        ...test.expect,
        findings: (test.expect.findings ?? []).map((name, place) =>
          replace(name, `tests[${index}].expect.findings[${place}]`),
        ),
      },
    })),
  };
  return problems.length === 0 ? ok(ready) : failed(problems);
}

const unknown = (name: string, near: readonly string[]): string =>
  `there is no type "${name}"; ${
    near.length === 0
      ? 'expected a short name such as CREDIT_CARD, a name or GUID of Purview, or a type of this bundle'
      : `did you mean ${near.map((each) => `"${each}"`).join(' or ')}?`
  }`;
