import { openAuditLog } from '../../src/audit/audit-log.ts';
import type { EventDraft } from '../../src/shared/audit-event.ts';
import { interaction, valueOf } from './audit-samples.ts';

type Fields = NonNullable<Parameters<typeof interaction>[0]>;

export interface PastEvent {
  /** ISO 8601. */
  readonly at: string;
  readonly fields?: Fields;
  readonly answer?: Omit<Extract<EventDraft, { kind: 'answer' }>, 'kind' | 'interaction_id'>;
  /** As the bundle in force then was called; `built-in v1` when left out. */
  readonly bundle?: string;
}

/** An audit log on disk in which this happened; each interaction was answered a second later. Gives their event ids. */
export function writePastLog(dataDir: string, events: readonly PastEvent[]): readonly string[] {
  let now = new Date();
  let bundle = '';
  const { log } = openAuditLog({
    dataDir,
    now: () => now,
    who: { user: () => 'u-tester', device: 'd', agentVersion: '0.1.0', bundleVersion: () => bundle },
  });
  const ids = events.map(({ at, fields, answer, bundle: version = 'built-in v1' }) => {
    now = new Date(at);
    bundle = version;
    const draft = interaction(fields);
    const { event_id: id } = valueOf(log.append(draft));
    if (answer !== undefined) {
      now = new Date(now.getTime() + 1000);
      valueOf(log.append({ kind: 'answer', interaction_id: draft.interaction_id, ...answer }));
    }
    return id;
  });
  log.close();
  return ids;
}
