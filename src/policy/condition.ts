import { z } from 'zod';
import { riskLevels, riskLevelSchema, unscannedSchema } from '../shared/finding.ts';
import { platformIdSchema } from '../shared/platform.ts';
import { typeReferencesSchema, type TypeReferences } from '../shared/type-reference.ts';

const labelName = z.string().min(1).max(257);
const share = z.number().min(0).max(1);

/** Leaves of the condition tree: one fact each, and all its keys must hold. */
export const leafSchemas = {
  /** The capture's label, by name, path or id. */
  label: z.union([
    z.strictObject({ is: labelName }),
    z.strictObject({ in: z.array(labelName).min(1) }),
    /** This label or any of higher priority. */
    z.strictObject({ at_least: labelName }),
  ]),
  platform_id: z.strictObject({ in: z.array(platformIdSchema).min(1) }),
  /** true: any AI platform in the catalogue (not `unknown-site`). false: anything else. */
  ai_platform: z.boolean(),
  /** The company offers this platform to its people. Holds for AI platforms only. */
  sanctioned: z.boolean(),
  risk_score: z
    .strictObject({ gte: share.optional(), lt: share.optional() })
    .refine((range) => range.gte !== undefined || range.lt !== undefined, 'expected gte, lt or both'),
  risk_level: z.strictObject({ at_least: riskLevelSchema }),
  /** Distinct values of one type, or of several together, found with at least medium confidence. */
  finding: z.strictObject({ type: typeReferencesSchema, min_distinct: z.int().positive().default(1) }),
  /** The content was not fully read; true means for any cause. */
  unscanned: z.union([z.literal(true), z.strictObject({ in: z.array(unscannedSchema).min(1) })]),
} as const;

const leafSchema = z
  .strictObject({
    label: leafSchemas.label.optional(),
    platform_id: leafSchemas.platform_id.optional(),
    ai_platform: leafSchemas.ai_platform.optional(),
    sanctioned: leafSchemas.sanctioned.optional(),
    risk_score: leafSchemas.risk_score.optional(),
    risk_level: leafSchemas.risk_level.optional(),
    finding: leafSchemas.finding.optional(),
    unscanned: leafSchemas.unscanned.optional(),
  })
  .refine((leaf) => Object.keys(leaf).length > 0, 'expected at least one condition');
export type Leaf = z.infer<typeof leafSchema>;

export type Condition = Leaf | { all: Condition[] } | { any: Condition[] } | { not: Condition };

const MAX_BRANCHES = 200;

/** `{"all":[…]}`, `{"any":[…]}`, `{"not":…}` or a leaf such as `{"label":{"is":"Restricted"}}`. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1).max(MAX_BRANCHES) }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(MAX_BRANCHES) }),
    z.strictObject({ not: conditionSchema }),
    leafSchema,
  ]),
);

/** Every label that a condition names, with where it names it; the bundle checks that each exists. */
export function labelReferences(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(labelReferences);
  if ('any' in condition) return condition.any.flatMap(labelReferences);
  if ('not' in condition) return labelReferences(condition.not);
  const { label } = condition;
  if (label === undefined) return [];
  if ('is' in label) return [label.is];
  return 'in' in label ? label.in : [label.at_least];
}

/** What a type reference of a condition is made into; `path` is where it stands, from the condition on. */
export type ReplaceTypes = (types: TypeReferences, path: string) => TypeReferences;

/** The same condition with each of its type references replaced. */
export function withTypes(condition: Condition, replace: ReplaceTypes, path: string): Condition {
  const within = (branches: readonly Condition[], key: string): Condition[] =>
    branches.map((branch, index) => withTypes(branch, replace, `${path}.${key}[${index}]`));
  if ('all' in condition) return { all: within(condition.all, 'all') };
  if ('any' in condition) return { any: within(condition.any, 'any') };
  if ('not' in condition) return { not: withTypes(condition.not, replace, `${path}.not`) };
  const { finding } = condition;
  if (finding === undefined) return condition;
  return { ...condition, finding: { ...finding, type: replace(finding.type, `${path}.finding.type`) } };
}

export const atLeastLevel = (
  level: (typeof riskLevels)[number],
  bound: (typeof riskLevels)[number],
): boolean => riskLevels.indexOf(level) >= riskLevels.indexOf(bound);
