import type { AnswerEvent } from '../shared/audit-event.ts';

/** A condition looks back at most 720 hours (`overrides` in condition.ts). In milliseconds. */
export const OVERRIDE_MEMORY_MS = 720 * 60 * 60 * 1000;

/** When this person pasted anyway: what adaptive policies count. */
export interface OverrideMemory {
  /** Milliseconds since 1970 UTC, oldest first; nothing older than 30 days. A list that was handed out never changes. */
  times(): readonly number[];
  /** It happened now. */
  add(): void;
}

/** `seed`: the times in the audit log, in any order, so that counting goes on after a restart. `now`: in the same unit. */
export function createOverrideMemory(seed: readonly number[], now: () => number): OverrideMemory {
  let times: readonly number[] = seed.toSorted(ascending);
  return {
    times() {
      const oldest = now() - OVERRIDE_MEMORY_MS;
      if ((times[0] ?? oldest) < oldest) times = times.filter((time) => time >= oldest);
      return times;
    },
    add() {
      // Sorted anew: a clock may have been put back.
      times = [...times, now()].toSorted(ascending);
    },
  };
}

const ascending = (left: number, right: number): number => left - right;

/** Does an interaction that ended like this count? The person went past a policy: by themselves, or with an admin's code. */
export const isOverride = (answer: AnswerEvent['answer'] | null): boolean =>
  answer === 'proceed' || answer === 'overridden';
