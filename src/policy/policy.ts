import { z } from 'zod';
import { actionSchema, justificationSchema } from '../shared/verdict.ts';
import { conditionSchema } from './condition.ts';

/** One policy as an admin writes it. Lower `priority` is looked at first, as in 0 to 1000. */
export const policySchema = z.strictObject({
  name: z.string().min(1).max(200),
  description: z.string().max(1000).optional(),
  enabled: z.boolean().default(false),
  priority: z.int().min(0).max(1000).default(500),
  when: conditionSchema,
  action: actionSchema,
  /** Offer the person a redacted version. Off means the content stays out altogether. */
  redact: z.boolean().default(true),
  /** Asked of a person who pastes anyway. Only for `coach`: a block has no way past it. */
  justification: justificationSchema.default('optional'),
});
export type Policy = z.infer<typeof policySchema>;
