import { parentPort, workerData } from 'node:worker_threads';
import { createClassifier, type ClassifierOptions } from '../classify/classifier.ts';
import type { Classification } from '../shared/finding.ts';

/** What the thread is told: one text at a time, and the milliseconds it may take. Both sides are this program's own. */
export interface ThreadRequest {
  readonly text: string;
  readonly budgetMs: number;
}
export type ThreadAnswer = Classification;

/** Classifies large texts off the main thread, so that windows and the tray stay alive meanwhile. */
const classifier = createClassifier(workerData as ClassifierOptions);

parentPort?.on('message', ({ text, budgetMs }: ThreadRequest) => {
  const end = performance.now() + budgetMs;
  const answer: ThreadAnswer = classifier.classify(text, () => performance.now() > end);
  parentPort?.postMessage(answer);
});
