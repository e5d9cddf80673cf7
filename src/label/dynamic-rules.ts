import { z } from 'zod';
import { distinctOf, findingTypeSchema, type Classification } from '../shared/finding.ts';

const score = z.number().min(0).max(1);

/**
 * One dynamic rule, in the JSON that admins already write for label assignment:
 * `{"condition":{"classifications":"contains","value":"CREDIT_CARD"},"label":"Restricted"}` or
 * `{"condition":{"risk_score":"gte","value":0.8},"label":"Confidential"}`.
 */
export const dynamicRuleSchema = z.strictObject({
  condition: z.union([
    z.strictObject({ classifications: z.literal('contains'), value: findingTypeSchema }),
    z.strictObject({ risk_score: z.enum(['gte', 'lt']), value: score }),
  ]),
  label: z.string().min(1).max(257),
});
export type DynamicRule = z.infer<typeof dynamicRuleSchema>;

/** The whole JSON document of dynamic label assignment: the first rule that holds gives the label. */
export const dynamicRulesSchema = z.strictObject({ rules: z.array(dynamicRuleSchema).max(1000) });

/** Does this rule's condition hold? A text that was not scanned meets no condition: nothing is known of it. */
export function ruleHolds({ condition }: DynamicRule, classification: Classification): boolean {
  if (classification.unscanned !== undefined) return false;
  if ('classifications' in condition) return distinctOf(classification, condition.value) > 0;
  return condition.risk_score === 'gte'
    ? classification.riskScore >= condition.value
    : classification.riskScore < condition.value;
}

/** The rule in words, for the reason a person or an admin reads. */
export function describeRule({ condition, label }: DynamicRule): string {
  const when =
    'classifications' in condition
      ? `it contains ${condition.value}`
      : `risk score is ${condition.risk_score === 'gte' ? 'at least' : 'below'} ${condition.value}`;
  return `rule "${when}" gives ${label}`;
}
