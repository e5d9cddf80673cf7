import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuditLog, type AuditLog, type OpenedAuditLog, type Who } from '../../src/audit/audit-log.ts';
import type { AuditEvent, EventDraft } from '../../src/shared/audit-event.ts';
import type { Result } from '../../src/shared/result.ts';

export const START = new Date('2026-03-01T08:00:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1000;

export const daysLater = (days: number): Date => new Date(START.getTime() + days * DAY_MS);

export const who: Who = {
  user: () => 'u-tester',
  device: 'device-1',
  agentVersion: '0.1.0',
  bundleVersion: () => 'built-in',
};

const folders: string[] = [];
process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** An empty folder that goes when this process ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clipward-audit-'));
  folders.push(folder);
  return folder;
}

export const openLog = (dataDir: string, now: () => Date = () => START): OpenedAuditLog =>
  openAuditLog({ dataDir, now, who });

type InteractionDraft = Extract<EventDraft, { kind: 'interaction' }>;

export const interaction = (fields: Partial<Omit<InteractionDraft, 'kind'>> = {}): InteractionDraft => ({
  kind: 'interaction',
  interaction_id: randomUUID(),
  trigger: 'focus',
  source_app: 'LibreOffice',
  platform_id: 'chatgpt',
  platform_recognised_by: 'url',
  platform_confidence: 'high',
  findings: [{ type: 'CREDIT_CARD', count: 2, distinct: 1, confidence: 'high' }],
  unscanned: null,
  risk_score: 0.9,
  risk_level: 'high',
  label_id: 'restricted',
  label: 'Restricted',
  policy: 'Block Restricted',
  action: 'block',
  reason: 'Restricted content may not go to ChatGPT.',
  fingerprint: null,
  ...fields,
});

export const answerTo = (interactionId: string, answer: 'cancel' | 'proceed' = 'cancel'): EventDraft => ({
  kind: 'answer',
  interaction_id: interactionId,
  answer,
  justification: answer === 'proceed' ? 'Agreed with the customer' : null,
});

export const started: EventDraft = { kind: 'agent', what: 'started', detail: 'test' };

/** The value, or an error that shows the problem. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

export const appendMany = (log: AuditLog, count: number): readonly AuditEvent[] =>
  Array.from({ length: count }, () => valueOf(log.append(interaction())));

export const storedEvents = (log: Pick<AuditLog, 'events'>): readonly AuditEvent[] =>
  valueOf(log.events({ after: 0 })).events.map(({ event }) => event);
