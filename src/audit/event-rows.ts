import type { z } from 'zod';
import {
  answerEventSchema,
  type AuditEvent,
  auditEventSchema,
  type Interaction,
  type InteractionEvent,
  interactionEventSchema,
} from '../shared/audit-event.ts';
import { parseJson } from '../shared/json.ts';

/** The parameters of the one INSERT. The columns repeat what questions are asked by; `body` is the event itself. */
export interface EventRow {
  readonly event_id: string;
  readonly kind: string;
  readonly at: string;
  readonly interaction_id: string | null;
  readonly label: string | null;
  readonly platform_id: string | null;
  readonly action: string | null;
  readonly risk_level: string | null;
  readonly body: string;
}

export const INSERT_EVENT = `INSERT INTO event
  (event_id, kind, at, interaction_id, label, platform_id, action, risk_level, body)
  VALUES (:event_id, :kind, :at, :interaction_id, :label, :platform_id, :action, :risk_level, :body)`;

export function rowOf(event: AuditEvent): EventRow {
  const interaction = event.kind === 'interaction' ? event : null;
  return {
    event_id: event.event_id,
    kind: event.kind,
    at: event.at,
    interaction_id: event.kind === 'agent' ? null : event.interaction_id,
    label: interaction?.label ?? null,
    platform_id: interaction?.platform_id ?? null,
    action: interaction?.action ?? null,
    risk_level: interaction?.risk_level ?? null,
    body: JSON.stringify(event),
  };
}

/** Null for a row that is no event any more (damaged, or written by another version). */
export const eventOf = (body: string): AuditEvent | null => parsed(auditEventSchema, body);

export interface InteractionRow {
  readonly body: string;
  readonly answer_body: string | null;
}

/** `unreadable` counts the rows left out: an interaction, or only its answer. */
export interface InteractionsRead {
  readonly interactions: readonly Interaction[];
  readonly unreadable: number;
}

/** Folds each answer into its interaction. Keeps the order. */
export function foldAnswers(rows: readonly InteractionRow[]): InteractionsRead {
  const interactions: Interaction[] = [];
  let unreadable = 0;
  for (const row of rows) {
    const asked = parsed(interactionEventSchema, row.body);
    const answer = row.answer_body === null ? null : parsed(answerEventSchema, row.answer_body);
    if (asked === null) unreadable += 1;
    else interactions.push(fold(asked, answer));
    if (row.answer_body !== null && answer === null) unreadable += 1;
  }
  return { interactions, unreadable };
}

function fold(asked: InteractionEvent, answer: z.infer<typeof answerEventSchema> | null): Interaction {
  const { kind: _kind, ...interaction } = asked;
  return {
    ...interaction,
    answer: answer?.answer ?? null,
    justification: answer?.justification ?? null,
    answered_at: answer?.at ?? null,
  };
}

function parsed<Schema extends z.ZodType>(schema: Schema, body: string): z.output<Schema> | null {
  const result = parseJson(schema, body, 'event');
  return result.ok ? result.value : null;
}
