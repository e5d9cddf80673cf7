import type { Tell } from '../shared/happening.ts';
import { messageOf } from '../shared/result.ts';

export interface Queue {
  readonly enqueue: (step: () => Promise<void>) => void;
  /** As `enqueue`, for someone who waits for what comes of it; a bug in it reaches them too. */
  readonly inTurn: <Value>(step: () => Promise<Value>) => Promise<Value>;
  /** Resolves when there is nothing left to do. */
  readonly settled: () => Promise<void>;
}

/** Everything happens in order, one step at a time. A step that throws is a bug: it is told, and the next one runs. */
export function createQueue(tell: Tell): Queue {
  let last: Promise<void> = Promise.resolve();
  const enqueue = (step: () => Promise<void>): void => {
    last = last
      .then(step)
      .catch((error: unknown) => tell({ kind: 'problem', detail: `internal error: ${messageOf(error)}` }));
  };
  return {
    enqueue,
    inTurn: (step) =>
      new Promise((resolve, reject) => {
        enqueue(async () => {
          try {
            resolve(await step());
          } catch (error) {
            reject(error instanceof Error ? error : new Error(messageOf(error)));
            throw error;
          }
        });
      }),
    settled: async () => {
      let seen: Promise<void>;
      do {
        seen = last;
        await seen;
      } while (seen !== last);
    },
  };
}
