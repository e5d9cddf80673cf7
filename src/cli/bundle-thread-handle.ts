import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { ThreadAnswer, ThreadRequest } from './bundle-thread.ts';

/**
 * What a thread may use of memory for values (tables of numbers come besides): a bundle at all limits takes about 400 MB while it
 * is made ready. Beyond, the thread alone dies. Many short-lived values are made meanwhile, hence much room for the young ones.
 */
const LIMITS: ResourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 16 };

export type Asked =
  | { readonly kind: 'answered'; readonly answer: ThreadAnswer }
  /** The thread has ended, or did not answer in time and was ended. */
  | { readonly kind: 'lost'; readonly why: 'stuck' | 'died' };

/** A thread that answers one request after the other. */
export interface Thread {
  /** To be asked once the one before was answered. `limitMs`: the thread is given up after so long. Never rejects. */
  ask(request: ThreadRequest, limitMs: number): Promise<Asked>;
  /** Whoever waits for an answer gets `died`. Safe to call twice. */
  stop(): Promise<void>;
}

/** Starts a thread; it does not keep the process alive while nothing is asked. `onEnd` is called when it has ended. */
export function openThread(program: URL, onEnd: () => void): Thread {
  const worker = new Worker(program, { resourceLimits: LIMITS });
  let waiting: ((asked: Asked) => void) | null = null;
  let isOver = false;
  const settle = (asked: Asked): void => {
    const done = waiting;
    waiting = null;
    worker.unref();
    done?.(asked);
  };
  const end = (why: 'stuck' | 'died'): void => {
    isOver = true;
    settle({ kind: 'lost', why });
    void worker.terminate();
  };
  worker.on('message', (answer: ThreadAnswer) => settle({ kind: 'answered', answer }));
  worker.on('error', () => end('died'));
  worker.on('messageerror', () => end('died'));
  worker.on('exit', () => {
    end('died');
    onEnd();
  });
  return {
    ask: (request, limitMs) =>
      new Promise((resolve) => {
        if (isOver) {
          resolve({ kind: 'lost', why: 'died' });
          return;
        }
        const timer = setTimeout(() => end('stuck'), limitMs);
        waiting = (asked) => {
          clearTimeout(timer);
          resolve(asked);
        };
        worker.ref();
        worker.postMessage(request);
      }),
    async stop() {
      end('died');
      await worker.terminate();
    },
  };
}

/** Built, this file lies in a bundle in dist/cli or dist/app; from source, beside the thread's own. */
export function threadProgram(): URL {
  const built = new URL('../cli/bundle-thread.js', import.meta.url);
  return existsSync(fileURLToPath(built)) ? built : new URL('bundle-thread.ts', import.meta.url);
}
