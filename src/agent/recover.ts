import type { AuditLog, OpenedAuditLog } from '../audit/audit-log.ts';
import type { GivenBack } from '../sense/keeper-messages.ts';
import type { AgentEvent, EventDraft } from '../shared/audit-event.ts';
import type { Tell } from '../shared/happening.ts';
import type { Result } from '../shared/result.ts';

export interface Found {
  readonly log: AuditLog;
  readonly setAside: OpenedAuditLog['setAside'];
  readonly identityRenewed: boolean;
  readonly givenBack: Result<GivenBack | null>;
}

/**
 * What an earlier run left behind when it was killed: closes interactions that were waiting for an answer, and says and
 * records what was given back, set aside or renewed.
 */
export function recover(found: Found, record: (draft: EventDraft) => void, tell: Tell): void {
  const noteEvent = (what: AgentEvent['what'], detail: string): void => {
    record({ kind: 'agent', what, detail: detail.slice(0, 1000) });
    tell({ kind: 'recovered', detail });
  };

  // The log has written the event about a database set aside by itself.
  if (found.setAside !== undefined) {
    const { path, reason } = found.setAside;
    tell({
      kind: 'recovered',
      detail: `the audit database could not be used (${reason}); it is kept as ${path}, a new one is begun`,
    });
  }
  if (!found.log.durable) {
    tell({ kind: 'problem', detail: `events are kept in memory only: ${found.log.problem ?? 'no disk'}` });
  }
  if (found.identityRenewed) {
    noteEvent(
      'device-key-renewed',
      'the device key could not be read and was renewed; pseudonyms and fingerprints begin anew',
    );
  }
  if (!found.givenBack.ok) tell({ kind: 'problem', detail: found.givenBack.problem });
  else if (found.givenBack.value !== null) noteEvent('clipboard-given-back', wordsFor(found.givenBack.value));
  closeOpen(found.log, record, noteEvent);
}

function closeOpen(
  log: AuditLog,
  record: (draft: EventDraft) => void,
  noteEvent: (what: AgentEvent['what'], detail: string) => void,
): void {
  const open = log.openInteractions();
  if (!open.ok || open.value.interactions.length === 0) return;
  for (const { interaction_id } of open.value.interactions) {
    record({ kind: 'answer', interaction_id, answer: 'interrupted', justification: null });
  }
  const count = open.value.interactions.length;
  noteEvent(
    'recovered-after-crash',
    `${count} held ${count === 1 ? 'copy' : 'copies'} had no answer when Clipward was ended; no event was lost`,
  );
}

function wordsFor({ at, units, outcome, problem }: GivenBack): string {
  switch (outcome) {
    case 'given-back':
      return `what was held when Clipward was ended (${units} characters) was given back to the clipboard at ${at}`;
    case 'newer':
      return `what was held when Clipward was ended was not given back: something newer had been copied`;
    case 'failed':
      return `what was held when Clipward was ended (${units} characters) could not be given back: ${problem ?? 'unknown cause'}`;
  }
}
