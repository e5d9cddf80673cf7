import { z } from 'zod';
import { captureKinds } from '../shared/capture.ts';
import { confidenceSchema, riskLevels, riskLevelSchema, unscannedSchema } from '../shared/finding.ts';
import { platformIdSchema } from '../shared/platform.ts';
import { daySchema } from '../shared/local-time.ts';
import { oneLine } from '../shared/one-line.ts';
import { typeReferencesSchema, type TypeReferences } from '../shared/type-reference.ts';

const labelName = z.string().min(1).max(257);
const share = z.number().min(0).max(1);

const labelTest = z.union([
  z.strictObject({ is: labelName }),
  z.strictObject({ in: z.array(labelName).min(1) }),
  /** This label or any of higher priority. */
  z.strictObject({ at_least: labelName }),
  /** This label or any of its sub-labels. */
  z.strictObject({ under: labelName }),
]);
export type LabelTest = z.infer<typeof labelTest>;

const group = oneLine(256);
const oneOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ in: z.array(item).min(1).max(1000) });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 08:30');

/** Leaves of the condition tree: one fact each, and all its keys must hold. */
export const leafSchemas = {
  /** The capture's label, by name, path or id. */
  label: labelTest,
  /** The label that any of the copied files carries. */
  file_label: labelTest,
  /** What was copied; `unscanned`: whatever it was, not all of it could be read. */
  capture: oneOf(z.enum([...captureKinds, 'unscanned'])),
  /** The program that was in front at the copy, as its file is called; case and `.exe` do not matter. */
  source_app: oneOf(z.string().min(1).max(260)),
  /** Groups that the managed settings say this person or this device is in. */
  user_group: oneOf(group),
  device_group: oneOf(group),
  /** Do the managed settings say that the company manages this device? Not said counts as unmanaged. */
  device_managed: z.boolean(),
  /** Local time of the device, from (inclusive) to (exclusive); `to` before `from` goes over midnight. */
  time: z
    .strictObject({
      days: z.array(daySchema).min(1).optional(),
      from: clockTime.optional(),
      to: clockTime.optional(),
    })
    .refine((time) => Object.keys(time).length > 0, 'expected days, from or to')
    .refine(
      (time) =>
        (time.from === undefined) === (time.to === undefined) &&
        (time.from === undefined || time.from !== time.to),
      'expected both from and to, and two different times',
    ),
  /** How often this person has pasted anyway: in the last `hours`, or since midnight. The paste in question does not count. */
  overrides: z.strictObject({
    at_least: z.int().min(1).max(1000),
    hours: z.int().min(1).max(720).optional(),
  }),
  platform_id: z.strictObject({ in: z.array(platformIdSchema).min(1) }),
  /** true: any AI platform in the catalogue (not `unknown-site`). false: anything else. */
  ai_platform: z.boolean(),
  /** The company offers this platform to its people. Holds for AI platforms only. */
  sanctioned: z.boolean(),
  risk_score: z
    .strictObject({ gte: share.optional(), lt: share.optional() })
    .refine((range) => range.gte !== undefined || range.lt !== undefined, 'expected gte, lt or both'),
  risk_level: z.strictObject({ at_least: riskLevelSchema }),
  /**
   * Values of one type, or of several together: so many different ones, so many in all. A type has the confidence of its surest
   * value; types below `confidence` do not count.
   */
  finding: z.strictObject({
    type: typeReferencesSchema,
    min_distinct: z.int().positive().default(1),
    min_count: z.int().positive().default(1),
    confidence: confidenceSchema.default('medium'),
  }),
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
    file_label: leafSchemas.file_label.optional(),
    capture: leafSchemas.capture.optional(),
    source_app: leafSchemas.source_app.optional(),
    user_group: leafSchemas.user_group.optional(),
    device_group: leafSchemas.device_group.optional(),
    device_managed: leafSchemas.device_managed.optional(),
    time: leafSchemas.time.optional(),
    overrides: leafSchemas.overrides.optional(),
  })
  .refine((leaf) => Object.keys(leaf).length > 0, 'expected at least one condition');
export type Leaf = z.infer<typeof leafSchema>;
export type LeafKey = keyof Leaf;

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
  return [condition.label, condition.file_label].flatMap((test) => (test === undefined ? [] : namesIn(test)));
}

function namesIn(test: LabelTest): string[] {
  if ('is' in test) return [test.is];
  if ('in' in test) return test.in;
  return ['at_least' in test ? test.at_least : test.under];
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
