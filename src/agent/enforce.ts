import { bundleVersionOf, type Bundle } from '../policy/bundle.ts';
import { compilePolicies } from '../policy/judge.ts';
import type { Enforced } from './study.ts';

/** Makes a parsed bundle ready to decide with. Pure; the bundle's references were checked when it was parsed. */
export function enforce(bundle: Bundle): Enforced {
  return {
    version: bundleVersionOf(bundle),
    contact: bundle.contact,
    labelRules: { labels: bundle.labels, rules: bundle.dynamic_rules.rules, mapping: bundle.mapping },
    policies: compilePolicies(bundle.policies, bundle.labels),
  };
}
