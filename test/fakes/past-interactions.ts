import { randomUUID } from 'node:crypto';
import type { Interaction } from '../../src/shared/audit-event.ts';

/** An interaction as the log gives it back: a card in a text for ChatGPT, coached, and nobody answered. */
export const past = (fields: Partial<Interaction> = {}): Interaction => ({
  schema_version: 1,
  event_id: randomUUID(),
  at: '2026-11-18T12:00:00.000Z',
  user: 'u-tester',
  device: 'device-1',
  agent_version: '0.1.0',
  bundle_version: 'acme v1',
  interaction_id: randomUUID(),
  trigger: 'focus',
  source_app: 'OUTLOOK.EXE',
  platform_id: 'chatgpt',
  platform_recognised_by: 'url',
  platform_confidence: 'high',
  findings: [{ type: 'CREDIT_CARD', count: 2, distinct: 1, confidence: 'high' }],
  unscanned: null,
  risk_score: 0.9,
  risk_level: 'high',
  label_id: 'restricted',
  label: 'Restricted',
  policy: 'Coach',
  action: 'coach',
  reason: 'Coach: label is Restricted.',
  fingerprint: null,
  relabelled: null,
  answer: null,
  justification: null,
  answered_at: null,
  ...fields,
});

/** The person pasted it anyway at that moment. */
export const pastedAnyway = (at: string, justification: string | null = null): Partial<Interaction> => ({
  at,
  answer: 'proceed',
  justification,
  answered_at: at,
});
