import { z } from 'zod';
import { choiceSchema, MAX_JUSTIFICATION } from './coaching.ts';
import { riskLevelSchema, typeCountSchema, unscannedSchema } from './finding.ts';
import { recognisedBySchema } from './platform.ts';
import { actionSchema, MAX_REASON_UNITS } from './verdict.ts';

export const EVENT_SCHEMA_VERSION = 1;

/** ISO 8601 in UTC with milliseconds; sorts as text. */
const timestamp = z.iso.datetime({ precision: 3 });

const common = {
  schema_version: z.literal(EVENT_SCHEMA_VERSION),
  /** Unique for ever: servers tell duplicates by it. */
  event_id: z.uuid(),
  at: timestamp,
  /** Keyed pseudonym of the signed-in person. */
  user: z.string().max(64),
  /** Random id of this installation. */
  device: z.string().max(64),
  agent_version: z.string().max(32),
  bundle_version: z.string().max(64),
};

/** A capture faced an AI platform and a verdict was made. Written before the verdict takes effect. */
export const interactionEventSchema = z.strictObject({
  ...common,
  kind: z.literal('interaction'),
  interaction_id: z.uuid(),
  /** `focus`: the platform came to the front with this on the clipboard. `paste`: a paste was seen. */
  trigger: z.enum(['focus', 'paste']),
  /** Name of the app that was in front at the copy; never a window title. */
  source_app: z.string().max(260).nullable(),
  platform_id: z.string().max(64),
  platform_recognised_by: recognisedBySchema.nullable(),
  platform_confidence: z.enum(['low', 'medium', 'high']).nullable(),
  findings: z.array(typeCountSchema),
  unscanned: unscannedSchema.nullable(),
  risk_score: z.number().min(0).max(1),
  risk_level: riskLevelSchema,
  label_id: z.string().max(64).nullable(),
  label: z.string().max(128).nullable(),
  policy: z.string().max(200).nullable(),
  action: actionSchema,
  reason: z.string().max(1000),
  /** HMAC-SHA-256 of the content with the device's key; null for content marked private. */
  fingerprint: z.string().max(64).nullable(),
  /** Left out for text. */
  capture_kind: z.enum(['files', 'image']).optional(),
  /** GUIDs of the labels that copied files carry; left out when there are none. */
  file_labels: z.array(z.string().max(64)).max(100).optional(),
  /** What policies in simulation would have done; left out when none would have decided. */
  simulated: z
    .array(z.strictObject({ policy: z.string().max(200), action: actionSchema }))
    .max(20)
    .optional(),
});

/** What the person chose, or that no answer came. Follows its interaction. */
export const answerEventSchema = z.strictObject({
  ...common,
  kind: z.literal('answer'),
  interaction_id: z.uuid(),
  answer: z.union([choiceSchema, z.enum(['withdrawn', 'interrupted', 'overridden'])]),
  justification: z.string().max(MAX_JUSTIFICATION).nullable(),
  /** The reason chosen from the policy's list; left out when none was. */
  reason: z.string().max(MAX_REASON_UNITS).optional(),
  /** `overridden`: the id and the issuer of the admin's one-use code. */
  override: z.strictObject({ id: z.string().max(64), issuer: z.string().max(200) }).optional(),
});

/**
 * An interaction's label was worked out again, by today's mapping: the newest of these counts instead of the interaction's own.
 */
export const relabelEventSchema = z.strictObject({
  ...common,
  kind: z.literal('relabel'),
  interaction_id: z.uuid(),
  label_id: z.string().max(64).nullable(),
  label: z.string().max(128).nullable(),
  /** Which rule or row gave it. */
  why: z.string().max(1000),
});

/** Something about the agent itself that an admin must be able to prove later. */
export const agentEventSchema = z.strictObject({
  ...common,
  kind: z.literal('agent'),
  what: z.enum([
    'started',
    'stopped',
    'recovered-after-crash',
    'clipboard-given-back',
    'database-set-aside',
    'device-key-renewed',
    'bundle-applied',
    'bundle-refused',
    'bundle-reverted',
    'bundle-mark-repaired',
    'integration-on',
    'integration-off',
    'labels-changed',
    'settings-changed',
    'settings-problem',
    'override-refused',
    'sense-limited',
    'expired-events-deleted',
    'events-lost',
  ]),
  detail: z.string().max(1000),
});

export const auditEventSchema = z.discriminatedUnion('kind', [
  interactionEventSchema,
  answerEventSchema,
  relabelEventSchema,
  agentEventSchema,
]);
export type AuditEvent = z.infer<typeof auditEventSchema>;
export type InteractionEvent = z.infer<typeof interactionEventSchema>;
export type AnswerEvent = z.infer<typeof answerEventSchema>;
export type RelabelEvent = z.infer<typeof relabelEventSchema>;
export type AgentEvent = z.infer<typeof agentEventSchema>;

/** An interaction with its answer and its newest label folded in: what people and reports read. */
export type Interaction = Omit<InteractionEvent, 'kind'> & {
  /** When its label was worked out again, and what it was at first; null when it never was. */
  readonly relabelled: { readonly at: string; readonly from: string | null } | null;
  readonly answer: AnswerEvent['answer'] | null;
  readonly justification: string | null;
  readonly answered_at: string | null;
  /** The reason chosen from the policy's list. */
  readonly chosen_reason?: string;
  readonly override?: AnswerEvent['override'];
};

type Without<Event, Keys extends PropertyKey> = Event extends unknown ? Omit<Event, Keys> : never;

/** An event as the agent states it; the audit log adds who, where, when and which versions. */
export type EventDraft = Without<AuditEvent, keyof typeof common>;
