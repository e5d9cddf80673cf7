import type { AuditLog } from '../audit/audit-log.ts';
import type { Tell } from '../shared/happening.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const CATCH_UP_MS = 5000;

/** Looks every few seconds whether a full or locked disk takes events again. Returns what ends that. */
export const keepCatchingUp = (catchUp: () => void): (() => void) => every(CATCH_UP_MS, catchUp);

/** Deletes what is past its retention, in days, now and once a day: an agent may run for months. Returns what ends that. */
export function keepRetention(log: AuditLog, days: () => number, tell: Tell): () => void {
  const expire = (): void => {
    const expired = log.deleteExpired(days());
    if (!expired.ok) tell({ kind: 'problem', detail: expired.problem });
  };
  expire();
  return every(DAY_MS, expire);
}

/** The timer does not keep the process alive. */
function every(ms: number, chore: () => void): () => void {
  const timer = setInterval(chore, ms);
  timer.unref();
  return () => clearInterval(timer);
}
