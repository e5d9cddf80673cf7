import { z } from 'zod';

const line = z.string();
const moment = z.string().nullable();

const bundleSchema = z.strictObject({
  version: z.string(),
  source: z.string().nullable(),
  signedBy: z.array(z.string()),
  since: z.string(),
  expires: moment,
  lastCheck: moment,
  lastAnswer: moment,
  problems: z.array(line),
  warnings: z.array(line),
  quarantined: z.array(line),
});

const labelsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off'), why: line }),
  z.strictObject({
    kind: z.literal('tenant'),
    tenantId: z.string(),
    enabled: z.boolean(),
    syncing: z.boolean(),
    lastSuccess: moment,
    lastAttempt: moment,
    problem: z.strictObject({ kind: z.string(), detail: line, fix: line }).nullable(),
    count: z.int(),
    disabled: z.int(),
    path: z.string().nullable(),
    nextAttempt: moment,
  }),
]);

/** What a running agent says of itself to `clipward status`. */
export const agentStateSchema = z.strictObject({
  pid: z.int().positive(),
  host: z.enum(['electron', 'terminal', 'headless', 'recording']),
  version: z.string(),
  started_at: z.string(),
  desktop: z.string(),
  holding: z.boolean(),
  /** What it cannot see or do now, with the way to mend it. */
  limitations: z.array(line),
  upload: z.string(),
  /** Null while it is starting; so are those below. */
  bundle: bundleSchema.nullable(),
  labels: labelsSchema.nullable(),
  user: z.string().nullable(),
  device: z.string().nullable(),
});
type Written = z.input<typeof agentStateSchema>;

/** Lists may be read-only: they are only written down. */
type DeepReadonly<Value> = { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> };
export type AgentState = DeepReadonly<Written>;
