import { parentPort, workerData } from 'node:worker_threads';
import { createClassifier } from '../classify/classifier.ts';
import { createFinders } from '../classify/company-types.ts';
import type { CompanyType } from '../shared/company-types.ts';
import type { Classification } from '../shared/finding.ts';

/** What the thread is started with. */
export interface ThreadTask {
  readonly country?: string;
  /** The company's own types; whoever starts the thread has made finders of them before, so they can be used. */
  readonly types: readonly CompanyType[];
}

/** What the thread is told: one text at a time, and the milliseconds it may take. Both sides are this program's own. */
export interface ThreadRequest {
  readonly text: string;
  readonly budgetMs: number;
}
export type ThreadAnswer = Classification;

/** Classifies large texts off the main thread, so that windows and the tray stay alive meanwhile. */
const { types, ...options } = workerData as ThreadTask;
const own = createFinders(types);
if (!own.ok) throw new Error('the types of the bundle cannot be used');
const classifier = createClassifier({ ...options, finders: own.value.finders });

parentPort?.on('message', ({ text, budgetMs }: ThreadRequest) => {
  const end = performance.now() + budgetMs;
  const answer: ThreadAnswer = classifier.classify(text, () => performance.now() > end);
  parentPort?.postMessage(answer);
});
