import type { z } from 'zod';
import {
  type AnswerEvent,
  answerEventSchema,
  type AuditEvent,
  auditEventSchema,
  type Interaction,
  type InteractionEvent,
  interactionEventSchema,
  type RelabelEvent,
  relabelEventSchema,
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
    label: event.kind === 'relabel' ? event.label : (interaction?.label ?? null),
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
  readonly relabel_body?: string | null;
}

/** `unreadable` counts the rows left out: an interaction, or only its answer or its new label. */
export interface InteractionsRead {
  readonly interactions: readonly Interaction[];
  readonly unreadable: number;
}

/** Folds each answer and each new label into its interaction. Keeps the order. */
export function foldAnswers(rows: readonly InteractionRow[]): InteractionsRead {
  const interactions: Interaction[] = [];
  let unreadable = 0;
  const read = <Schema extends z.ZodType>(schema: Schema, body: string | null | undefined) => {
    if (body === null || body === undefined) return null;
    const event = parsed(schema, body);
    if (event === null) unreadable += 1;
    return event;
  };
  for (const row of rows) {
    const asked = read(interactionEventSchema, row.body);
    const answer = read(answerEventSchema, row.answer_body);
    const relabel = read(relabelEventSchema, row.relabel_body);
    if (asked !== null) interactions.push(fold(asked, answer, relabel));
  }
  return { interactions, unreadable };
}

function fold(
  { kind: _kind, ...asked }: InteractionEvent,
  answer: AnswerEvent | null,
  relabel: RelabelEvent | null,
): Interaction {
  return {
    ...asked,
    ...(relabel === null ? {} : { label: relabel.label, label_id: relabel.label_id }),
    relabelled: relabel === null ? null : { at: relabel.at, from: asked.label },
    answer: answer?.answer ?? null,
    justification: answer?.justification ?? null,
    answered_at: answer?.at ?? null,
    ...(answer?.reason === undefined ? {} : { chosen_reason: answer.reason }),
    ...(answer?.override === undefined ? {} : { override: answer.override }),
  };
}

function parsed<Schema extends z.ZodType>(schema: Schema, body: string): z.output<Schema> | null {
  const result = parseJson(schema, body, 'event');
  return result.ok ? result.value : null;
}
