import type { AuditEvent } from '../shared/audit-event.ts';
import type { Result } from '../shared/result.ts';

/** About 10 MB. A person makes a few events an hour; this is for a flood on a full disk. */
export const WAITING_EVENTS = 10_000;

/** Events given up because too many waited: the log tells of them once it can be written again. */
export interface GivenUp {
  readonly count: number;
  /** When the first and the last of them happened. */
  readonly from: string;
  readonly to: string;
}

/** Events that the disk does not take right now (full, locked), in memory and in order. */
export interface WaitingEvents {
  readonly count: number;
  /** The oldest one is given up when there is no room. */
  add(event: AuditEvent): void;
  /** Hands all of them to `write`, oldest first, and forgets them when that succeeds. */
  drain(write: (events: readonly AuditEvent[], givenUp: GivenUp | null) => Result<void>): Result<void>;
}

export function createWaitingEvents(most = WAITING_EVENTS): WaitingEvents {
  const events: AuditEvent[] = [];
  let givenUp: GivenUp | null = null;
  return {
    get count() {
      return events.length;
    },
    add(event) {
      events.push(event);
      if (events.length <= most) return;
      const oldest = events.shift();
      if (oldest !== undefined)
        givenUp = { count: (givenUp?.count ?? 0) + 1, from: givenUp?.from ?? oldest.at, to: oldest.at };
    },
    drain(write) {
      const written = write(events, givenUp);
      if (written.ok) {
        events.length = 0;
        givenUp = null;
      }
      return written;
    },
  };
}
