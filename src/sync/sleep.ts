import { setTimeout as delay } from 'node:timers/promises';

/** Resolves after so many ms, or at once when the signal aborts. Never rejects. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Resolves when the signal aborts; never, if it does not. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** What the work comes to, or null at once when the signal aborts. Rejects as the work does. */
export function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Value | null>();
  const giveUp = (): void => resolve(null);
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  // Taken away again: the signal lives as long as the agent, and would gather one for each piece of work.
  void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  return promise;
}

/** By the system's timer, which does not keep the process alive. */
export const sleepFor: Sleep = (ms, signal) =>
  delay(ms, undefined, { ref: false, signal }).catch(() => undefined);
