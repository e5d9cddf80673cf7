import { z } from 'zod';
import { dynamicRulesSchema } from '../label/dynamic-rules.ts';
import { findLabel, labelsSchema } from '../label/label-catalogue.ts';
import { mappingSchema } from '../label/mapping.ts';
import { coachingTextsSchema } from '../shared/coaching-texts.ts';
import { companyTypesSchema } from '../shared/company-types.ts';
import { parseJson } from '../shared/json.ts';
import { oneLine } from '../shared/one-line.ts';
import { platformOverridesSchema } from '../shared/platform-override.ts';
import { type Result } from '../shared/result.ts';
import { bundleTestSchema } from './bundle-test.ts';
import { labelReferences } from './condition.ts';
import { policySchema } from './policy.ts';

export const BUNDLE_SCHEMA_VERSION = 1;

/**
 * Larger files are refused unread. This is room for 50 dictionaries of 1 MB (67 MB as JSON) with all else at its limit, or for
 * four tables of exact data (one million rows with two confirming columns are 21 MB of base64). They stand in the bundle itself,
 * not in files beside it, so that one signature, one version number and one refusal are of all that is enforced.
 */
export const MAX_BUNDLE_BYTES = 96 * 1024 * 1024;

/** ISO 8601 with a time zone. */
const moment = z.iso.datetime({ offset: true });

/** Rings are names that the managed settings give to devices; `percent` takes part of those devices, the same ones each time. */
export const rolloutSchema = z.strictObject({
  rings: z.array(z.string().min(1).max(64)).min(1).max(50).optional(),
  percent: z.int().min(1).max(100).optional(),
});

/**
 * All that a company decides, in one file: labels, mapping, dynamic rules, policies, and sensitive types of its own.
 */
export const bundleSchema = z
  .strictObject({
    schema_version: z.literal(BUNDLE_SCHEMA_VERSION),
    name: oneLine(200),
    version: z.int().nonnegative(),
    /** The Entra tenant it is for. A signed bundle must say it, and `issued` and `expires`. */
    tenant: z.guid().optional(),
    issued: moment.optional(),
    /** After it the bundle goes on being enforced, and people are told that nothing newer came. */
    expires: moment.optional(),
    /** Which devices take it; left out: all of them. */
    rollout: rolloutSchema.optional(),
    /** Whom a person may ask; shown in the coaching dialog. */
    contact: z.string().max(200).optional(),
    /** The company's own words for the coaching dialog, by language. */
    coaching: coachingTextsSchema.optional(),
    labels: labelsSchema,
    mapping: mappingSchema,
    /** The label-assignment JSON, unchanged: `{"rules":[…]}`. */
    dynamic_rules: dynamicRulesSchema.default({ rules: [] }),
    /** The label of what no rule and no row covers, and was wholly read. */
    default_label: z.string().min(1).max(257).optional(),
    policies: z.array(policySchema).max(600),
    /** Changes to the catalogue of AI platforms, and platforms of the company's own. */
    platforms: platformOverridesSchema.default([]),
    /** Cases the bundle must pass before it is enforced anywhere. */
    tests: z.array(bundleTestSchema).max(1000).default([]),
    /**
     * Sensitive types of the company's own: `clipward types import`, `edm build` and `fingerprint build` write entries,
     * `types add` puts them in.
     */
    types: companyTypesSchema.default([]),
  })
  .superRefine((bundle, context) => {
    const check = (reference: string, path: PropertyKey[]): void => {
      if (findLabel(bundle.labels, reference) === null) {
        context.addIssue({
          code: 'custom',
          path,
          message: `expected a label of this bundle, there is no "${reference}"`,
        });
      }
    };
    if (bundle.default_label !== undefined) check(bundle.default_label, ['default_label']);
    for (const [index, row] of bundle.mapping.entries()) check(row.label, ['mapping', index, 'label']);
    for (const [index, rule] of bundle.dynamic_rules.rules.entries()) {
      check(rule.label, ['dynamic_rules', 'rules', index, 'label']);
    }
    for (const [index, policy] of bundle.policies.entries()) {
      for (const reference of labelReferences(policy.when)) check(reference, ['policies', index, 'when']);
      for (const [place, { when }] of policy.exceptions.entries()) {
        const path = ['policies', index, 'exceptions', place, 'when'];
        for (const reference of labelReferences(when)) check(reference, path);
      }
      if (bundle.policies.findIndex((other) => other.name === policy.name) < index) {
        context.addIssue({
          code: 'custom',
          path: ['policies', index, 'name'],
          message: 'expected a name used once',
        });
      }
    }
  });
export type Bundle = z.infer<typeof bundleSchema>;

/** Where the millions are that a bundle may hold. */
const TERMS = { within: 'types', key: 'terms' };

/** Reads a bundle's text. The problem is one line: file, path, what was expected. */
export function parseBundle(text: string, where: string): Result<Bundle> {
  return parseJson(bundleSchema, text, where, { lists: TERMS, unique: true });
}

/** How events and people name it. */
export const bundleVersionOf = (bundle: Pick<Bundle, 'name' | 'version'>): string =>
  `${bundle.name} v${bundle.version}`.slice(0, 64);
