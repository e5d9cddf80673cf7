import { setTimeout as delay } from 'node:timers/promises';

/** Resolves after so many ms, or at once when the signal aborts. Never rejects. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Resolves when the signal aborts; never, if it does not. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** By the system's timer, which does not keep the process alive. */
export const sleepFor: Sleep = (ms, signal) =>
  Promise.race([aborted(signal), delay(ms, undefined, { ref: false, signal }).catch(() => undefined)]);
