import { join } from 'node:path';
import { z } from 'zod';

/** What the agent tells the keeper, one JSON line each on the keeper's stdin. Content goes no other way. */
export const keeperRequestSchema = z.union([
  z.strictObject({
    hold: z.strictObject({ original: z.string(), placed: z.array(z.string()).min(1) }),
  }),
  z.strictObject({ forget: z.literal(true) }),
]);
export type KeeperRequest = z.infer<typeof keeperRequestSchema>;

/** The keeper's answer to each request, in order, one JSON line each on its stdout. Never any content. */
export const keeperAnswerSchema = z.union([
  z.strictObject({ ack: z.enum(['hold', 'forget']) }),
  z.strictObject({ problem: z.string() }),
]);
export type KeeperAnswer = z.infer<typeof keeperAnswerSchema>;

/** What a keeper did after its agent died, left for the agent's next start. No content. */
export const givenBackSchema = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  /** Length of what was held, in UTF-16 code units. */
  units: z.int().nonnegative(),
  /** `newer`: something else was on the clipboard, and was left alone. */
  outcome: z.enum(['given-back', 'newer', 'failed']),
  problem: z.string().max(1000).optional(),
});
export type GivenBack = z.infer<typeof givenBackSchema>;

export const noteFile = (noteDir: string): string => join(noteDir, 'given-back.json');
