import { z } from 'zod';
import { coachingTextsSchema } from '../shared/coaching-texts.ts';
import { oneLine } from '../shared/one-line.ts';
import { actionSchema, justificationSchema, MAX_REASON_UNITS, MAX_REASONS } from '../shared/verdict.ts';
import { conditionSchema } from './condition.ts';

/** Someone answers for every exception, and none lasts for ever. */
export const exceptionSchema = z.strictObject({
  name: oneLine(200),
  /** Who answers for it: a person or a team. */
  owner: oneLine(200),
  /** The last moment it holds, with time zone. */
  expires: z.iso.datetime({ offset: true }),
  reason: z.string().max(1000).optional(),
  when: conditionSchema,
});
export type Exception = z.infer<typeof exceptionSchema>;

/** One policy as an admin writes it. Lower `priority` is looked at first, as in 0 to 1000. */
export const policySchema = z.strictObject({
  name: oneLine(200),
  description: z.string().max(1000).optional(),
  enabled: z.boolean().default(false),
  /** `simulate`: never decides; what it would have done is recorded. */
  mode: z.enum(['enforce', 'simulate']).default('enforce'),
  priority: z.int().min(0).max(1000).default(500),
  when: conditionSchema,
  action: actionSchema,
  /** Offer the person a redacted version. Off means the content stays out altogether. */
  redact: z.boolean().default(true),
  /** Asked of a person who pastes anyway. Only for `coach`: a block has no way past it. */
  justification: justificationSchema.default('optional'),
  /** To choose from when justifying; own words are always possible. */
  reasons: z.array(z.string().trim().min(1).max(MAX_REASON_UNITS)).max(MAX_REASONS).default([]),
  /**
   * What happens when its condition speaks of content that could not be read to its end, and what was read does not settle
   * it: `closed` applies the policy, `open` does not.
   */
  on_failure: z.enum(['open', 'closed']).default('open'),
  exceptions: z.array(exceptionSchema).max(50).default([]),
  /** Shown to the person instead of Clipward's own words. */
  coaching: coachingTextsSchema.optional(),
});
export type Policy = z.infer<typeof policySchema>;
