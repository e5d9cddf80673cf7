import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createClassifier, MAX_TEXT_UNITS } from '../classify/classifier.ts';
import type { CompanyFinders } from '../classify/company-types.ts';
import type { Classification, Unscanned } from '../shared/finding.ts';
import type { ThreadAnswer, ThreadRequest, ThreadTask } from './classifier-thread.ts';

/** Longer texts (UTF-16 code units) go to the thread; shorter ones take about a millisecond and stay. */
export const MAX_INLINE_UNITS = 64 * 1024;
/** What one text may take; what could not be scanned by then is `unscanned`, never clean. */
export const BUDGET_MS = 2000;
/** A thread that has not answered so long after its budget is stuck: it is ended, and the next text gets a new one. */
const GRACE_MS = 3000;

export interface ThreadedClassifier {
  classify(text: string): Classification | Promise<Classification>;
  /** Ends the thread. Safe to call twice. */
  stop(): Promise<void>;
}

export interface ThreadedOptions {
  /** ISO 3166 alpha-2, as the classifier takes it. */
  readonly country?: string;
  /** The company's own types. They go to the thread as plain data, which makes its own finders of them. */
  readonly own?: CompanyFinders;
  readonly budgetMs?: number;
  readonly graceMs?: number;
  /** The thread's program; its own file next to this one when left out. */
  readonly program?: URL;
}

/**
 * A classifier that keeps its caller's thread free: large texts are classified in a thread of their own, started with the
 * first of them. One text at a time, as the agent asks. A thread that dies or gets stuck makes the text `failed` or
 * `timed-out`; nothing throws.
 */
export function createThreadedClassifier(options: ThreadedOptions = {}): ThreadedClassifier {
  const { budgetMs = BUDGET_MS, graceMs = GRACE_MS, program = besideThis(), own } = options;
  const country = options.country === undefined ? {} : { country: options.country };
  const inline = createClassifier({ ...country, finders: own?.finders ?? [] });
  let thread: Worker | null = null;

  const start = (): Worker => {
    const worker = new Worker(program, {
      workerData: { ...country, types: own?.types ?? [] } satisfies ThreadTask,
    });
    // Waiting for work must not keep the process alive.
    worker.unref();
    worker.once('exit', () => {
      if (thread === worker) thread = null;
    });
    return worker;
  };

  const inThread = (text: string): Promise<Classification> =>
    new Promise((resolve) => {
      const worker = (thread ??= start());
      worker.ref();
      const done = (classification: Classification): void => {
        clearTimeout(timer);
        worker.removeAllListeners('message');
        worker.removeAllListeners('error');
        worker.off('exit', gone);
        worker.unref();
        resolve(classification);
      };
      const giveUp = (why: Unscanned): void => {
        if (thread === worker) thread = null;
        done(notScanned(why));
        void worker.terminate();
      };
      const gone = (): void => giveUp('failed');
      const timer = setTimeout(() => giveUp('timed-out'), budgetMs + graceMs);
      worker.once('message', (answer: ThreadAnswer) => done(answer));
      worker.once('error', () => giveUp('failed'));
      worker.once('exit', gone);
      worker.postMessage({ text, budgetMs } satisfies ThreadRequest);
    });

  return {
    classify(text) {
      if (text.length > MAX_INLINE_UNITS && text.length <= MAX_TEXT_UNITS) return inThread(text);
      const end = performance.now() + budgetMs;
      return inline.classify(text, () => performance.now() > end);
    },
    async stop() {
      const worker = thread;
      thread = null;
      await worker?.terminate();
    },
  };
}

/** Built, this file lies in a bundle in dist/cli or dist/app; from source, beside the thread's own. */
function besideThis(): URL {
  const built = new URL('../cli/classifier-thread.js', import.meta.url);
  return existsSync(fileURLToPath(built)) ? built : new URL('classifier-thread.ts', import.meta.url);
}

const notScanned = (unscanned: Unscanned): Classification => ({
  findings: [],
  counts: [],
  riskScore: 0,
  riskLevel: 'none',
  riskReasons: [`not scanned: ${unscanned}`],
  unscanned,
});
