import type { AuditLog } from '../audit/audit-log.ts';
import type { Settings } from '../managed/settings-schema.ts';
import type { EventDraft } from '../shared/audit-event.ts';
import type { Tell } from '../shared/happening.ts';

export interface Recorder {
  /** On disk when it returns, or waiting in memory for a disk that takes nothing now: that is told. */
  readonly record: (draft: EventDraft) => void;
  /** Writes what waits, if the disk takes it by now, and has it uploaded. */
  readonly catchUp: () => void;
  /** Why events wait; null when none does. */
  readonly problem: () => string | null;
}

export interface RecorderParts {
  readonly log: AuditLog;
  readonly tell: Tell;
  /** There is something new to upload. */
  readonly wake: () => void;
  readonly settings: () => Settings;
}

/** Each spell in which the log cannot write is told once and is a limitation while it lasts; enforcement goes on. */
export function createRecorder({ log, tell, wake, settings }: RecorderParts): Recorder {
  let problem: string | null = null;
  const record = (draft: EventDraft): void => {
    const waitedBefore = log.waiting;
    const appended = log.append(withoutPrivate(draft, settings()));
    wake();
    if (appended.ok) return;
    problem = appended.problem;
    if (log.waiting === 0) tell({ kind: 'problem', detail: `an event could not be recorded: ${problem}` });
    else if (waitedBefore === 0) {
      tell({ kind: 'problem', detail: `events wait in memory until they can be written: ${problem}` });
    }
  };
  const catchUp = (): void => {
    if (log.waiting > 0 && log.catchUp().ok) wake();
  };
  return { record, catchUp, problem: () => (log.waiting === 0 ? log.problem : problem) };
}

/** What the company does not want to be recorded of its people is left out before anything is written. */
function withoutPrivate(draft: EventDraft, { RecordSourceApp, RecordFingerprint }: Settings): EventDraft {
  if (draft.kind !== 'interaction') return draft;
  return {
    ...draft,
    source_app: RecordSourceApp ? draft.source_app : null,
    fingerprint: RecordFingerprint ? draft.fingerprint : null,
  };
}
