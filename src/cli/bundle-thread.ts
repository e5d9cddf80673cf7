import { parentPort } from 'node:worker_threads';
import { enforceBuiltIn } from '../agent/enforce.ts';
import type { EnforcedData } from '../agent/enforced.ts';
import { prepareBundle, type BundleCandidate } from '../agent/bundle/prepare-bundle.ts';
import { createClassifier, type Classifier } from '../classify/classifier.ts';
import type { BundleFacts, BundleRefusal } from '../policy/admission.ts';
import type { Classification } from '../shared/finding.ts';
import { ok, type Result } from '../shared/result.ts';

/** What the thread is asked: first to make one bundle ready, then texts, one at a time. Both sides are this program's own. */
export type ThreadRequest =
  | {
      readonly kind: 'prepare';
      /** Null: the built-in bundle. */
      readonly candidate: BundleCandidate | null;
      /** ISO 3166 alpha-2, as the classifier takes it. */
      readonly country?: string;
      /** Milliseconds it may take. */
      readonly budgetMs: number;
    }
  | {
      readonly kind: 'classify';
      readonly id: number;
      readonly text: string;
      /** Milliseconds it may take; what was not looked at by then is `unscanned`. */
      readonly budgetMs: number;
    };

/** One for each request. A thread that has refused its bundle is of no further use. */
export type ThreadAnswer =
  | { readonly kind: 'prepared'; readonly facts: BundleFacts | null; readonly data: EnforcedData }
  | { readonly kind: 'refused'; readonly refusal: BundleRefusal }
  | { readonly kind: 'classified'; readonly id: number; readonly classification: Classification };

interface Prepared {
  readonly facts: BundleFacts | null;
  readonly data: EnforcedData;
  readonly classifier: Classifier;
}

type Prepare = Extract<ThreadRequest, { kind: 'prepare' }>;

async function prepare({
  candidate,
  budgetMs,
  ...options
}: Omit<Prepare, 'kind'>): Promise<Result<Prepared, BundleRefusal>> {
  if (candidate !== null) return prepareBundle(candidate, { ...options, budgetMs });
  const { data, own } = enforceBuiltIn();
  return ok({ facts: null, data, classifier: createClassifier({ ...options, finders: own.finders }) });
}

const answer = (message: ThreadAnswer): void => parentPort?.postMessage(message);
let classifier: Classifier | undefined;

async function handle(request: ThreadRequest): Promise<void> {
  if (request.kind === 'classify') {
    if (classifier === undefined) throw new Error('a text came before a bundle');
    const { id, text, budgetMs } = request;
    const end = performance.now() + budgetMs;
    answer({
      kind: 'classified',
      id,
      classification: classifier.classify(text, () => performance.now() > end),
    });
    return;
  }
  const prepared = await prepare(request);
  if (!prepared.ok) {
    answer({ kind: 'refused', refusal: prepared.problem });
    return;
  }
  const { facts, data } = prepared.value;
  ({ classifier } = prepared.value);
  answer({ kind: 'prepared', facts, data });
  // What is made at first need is made now, so that no copy waits for it.
  classifier.classify(FIRST_TEXT);
}

/** Words, digits and signs, and nothing that is anybody's. */
const FIRST_TEXT = 'A first text: 12 words, one number (2), one-and-a-half signs @ most.\n';

// What goes wrong here is a bug, and ends the thread: whoever asked takes that for an answer.
parentPort?.on('message', (request: ThreadRequest) => void handle(request));
