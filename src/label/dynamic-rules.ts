import { z } from 'zod';
import { distinctOf, typesInWords, type Classification } from '../shared/finding.ts';
import { typeReferencesSchema } from '../shared/type-reference.ts';

const score = z.number().min(0).max(1);

/**
 * One dynamic rule, in the JSON that admins already write for label assignment:
 * `{"condition":{"classifications":"contains","value":"CREDIT_CARD"},"label":"Restricted"}` or
 * `{"condition":{"risk_score":"gte","value":0.8},"label":"Confidential"}`.
 */
export const dynamicRuleSchema = z.strictObject({
  condition: z.union([
    z.strictObject({ classifications: z.literal('contains'), value: typeReferencesSchema }),
    z.strictObject({ risk_score: z.enum(['gte', 'lt']), value: score }),
  ]),
  label: z.string().min(1).max(257),
});
export type DynamicRule = z.infer<typeof dynamicRuleSchema>;

/** The whole JSON document of dynamic label assignment: the first rule that holds gives the label. */
export const dynamicRulesSchema = z.strictObject({ rules: z.array(dynamicRuleSchema).max(1000) });

/**
 * Does this rule's condition hold? Of a text that was not wholly scanned only what was found in it is known: that it
 * contains something, or is of at least some risk, can hold; that its risk is below a bound cannot.
 */
export function ruleHolds({ condition }: DynamicRule, classification: Classification): boolean {
  if ('classifications' in condition) return distinctOf(classification, condition.value) > 0;
  const { riskScore, unscanned } = classification;
  return condition.risk_score === 'gte'
    ? riskScore >= condition.value
    : unscanned === undefined && riskScore < condition.value;
}

/** The rule that held in words, for the reason a person or an admin reads. */
export function describeRule({ condition, label }: DynamicRule, classification: Classification): string {
  const when =
    'classifications' in condition
      ? `it contains ${typesInWords(classification, condition.value)}`
      : `risk score is ${condition.risk_score === 'gte' ? 'at least' : 'below'} ${condition.value}`;
  return `rule "${when}" gives ${label}`;
}
