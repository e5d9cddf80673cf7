import { builtInData, type EnforcedData } from '../agent/enforced.ts';
import type { Ready } from '../agent/bundle/ready-bundle.ts';
import type { BundleCandidate } from '../agent/bundle/prepare-bundle.ts';
import { PREPARE_BUDGET_MS } from '../agent/bundle/ready-bundle.ts';
import { MAX_TEXT_UNITS } from '../classify/limits.ts';
import { notScanned } from '../agent/study.ts';
import type { BundleFacts, BundleRefusal } from '../policy/admission.ts';
import type { Classification } from '../shared/finding.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { openThread, threadProgram, type Asked, type Thread } from './bundle-thread-handle.ts';

/** What one text may take; what could not be scanned by then is `unscanned`, never clean. */
const BUDGET_MS = 2000;
/** A thread that has not answered so long after its time is stuck, and is ended. */
const GRACE_MS = 3000;

/** Makes bundles ready, each in a thread of its own that then classifies for it: this thread never reads a bundle or a text. */
export interface Workshop {
  /** Never rejects: a thread that hangs is refused as `too-slow`, one that dies as `crashed`. A refusal leaves nothing running. */
  prepare(candidate: BundleCandidate): Promise<Result<Ready, BundleRefusal>>;
  /** Never fails: what decides is made here, and a thread that cannot be had makes texts `failed`, never clean. */
  builtIn(): Promise<Ready>;
  /** Ends all threads, also those of bundles that are ready. Safe to call twice. */
  stop(): Promise<void>;
}

export interface WorkshopOptions {
  /** ISO 3166 alpha-2, as the classifier takes it. */
  readonly country?: string | undefined;
  /** Milliseconds for one text, for one bundle, and what a thread may take beyond before it is ended. */
  readonly budgetMs?: number;
  readonly prepareMs?: number;
  readonly graceMs?: number;
  /** The thread's program; its own file when left out. */
  readonly program?: URL;
}

export function createWorkshop(options: WorkshopOptions = {}): Workshop {
  const { budgetMs = BUDGET_MS, prepareMs = PREPARE_BUDGET_MS, graceMs = GRACE_MS, country } = options;
  const program = options.program ?? threadProgram();
  const threads = new Set<Thread>();

  const start = async (candidate: BundleCandidate | null): Promise<Started> => {
    const where = candidate?.where ?? 'built in';
    const thread = opened(program, threads);
    if (thread === null) return { kind: 'refused', refusal: died(where) };
    const region = country === undefined ? {} : { country };
    const asked = await thread.ask(
      { kind: 'prepare', candidate, budgetMs: prepareMs, ...region },
      prepareMs + graceMs,
    );
    if (asked.kind === 'answered' && asked.answer.kind === 'prepared') {
      const { facts, data } = asked.answer;
      return { kind: 'started', thread, facts, data };
    }
    await thread.stop();
    return { kind: 'refused', refusal: refusalOf(asked, where, prepareMs) };
  };
  const startBuiltIn = (): Promise<Thread | null> => restart(start(null));
  const classifying = { budgetMs, limitMs: budgetMs + graceMs };

  return {
    async prepare(candidate) {
      const started = await start(candidate);
      if (started.kind === 'refused') return failed(started.refusal);
      const { thread, facts, data } = started;
      const again = onceAdmitted(candidate);
      return ok({
        facts,
        data,
        ...createTexts(Promise.resolve(thread), () => restart(start(again)), classifying),
      });
    },
    async builtIn() {
      const texts = createTexts(startBuiltIn(), startBuiltIn, classifying);
      return { facts: null, data: builtInData(), ...texts };
    },
    async stop() {
      await Promise.all([...threads].map((thread) => thread.stop()));
    },
  };
}

type Started =
  | {
      readonly kind: 'started';
      readonly thread: Thread;
      readonly facts: BundleFacts | null;
      readonly data: EnforcedData;
    }
  | { readonly kind: 'refused'; readonly refusal: BundleRefusal };

const restart = async (starting: Promise<Started>): Promise<Thread | null> => {
  const started = await starting;
  return started.kind === 'started' ? started.thread : null;
};

/** Null where the system has no room for another thread: Node throws then. */
function opened(program: URL, threads: Set<Thread>): Thread | null {
  try {
    const thread = openThread(program, () => threads.delete(thread));
    threads.add(thread);
    return thread;
  } catch {
    return null;
  }
}

const died = (where: string): BundleRefusal => ({
  kind: 'crashed',
  detail: `${where}: the thread that made it ready died; take out types, and report it if that does not help`,
});

function refusalOf(asked: Asked, where: string, prepareMs: number): BundleRefusal {
  if (asked.kind === 'answered' && asked.answer.kind === 'refused') return asked.answer.refusal;
  return asked.kind === 'lost' && asked.why === 'stuck'
    ? {
        kind: 'too-slow',
        detail: `${where}: takes more than ${prepareMs} ms to make ready; take out types or cases`,
      }
    : died(where);
}

/** The same bundle for a new thread: it was admitted, and what it is measured by may have moved on with it. */
const onceAdmitted = (candidate: BundleCandidate): BundleCandidate => ({
  ...candidate,
  admission: {
    ...candidate.admission,
    arrival: 'stored',
    mark: null,
    floor: null,
    inForce: null,
    quarantined: [],
  },
});

interface TextLimits {
  readonly budgetMs: number;
  /** After so long the thread is given up. */
  readonly limitMs: number;
}

/**
 * Classifies one text after the other. A text whose thread hangs or dies is `timed-out` or `failed`, and a new thread is made
 * ready at once, so that the next text need not wait for all of it.
 */
function createTexts(
  first: Promise<Thread | null>,
  again: () => Promise<Thread | null>,
  { budgetMs, limitMs }: TextLimits,
): Pick<Ready, 'classify' | 'stop'> {
  let thread = first;
  let last: Promise<unknown> = Promise.resolve();
  let stopping = false;
  let ids = 0;

  const next = async (text: string): Promise<Classification> => {
    let own = await thread;
    if (own === null && !stopping) own = await (thread = again());
    if (own === null) return notScanned('failed');
    const id = ++ids;
    const asked = await own.ask({ kind: 'classify', id, text, budgetMs }, limitMs);
    if (asked.kind === 'answered' && asked.answer.kind === 'classified' && asked.answer.id === id) {
      return asked.answer.classification;
    }
    await own.stop();
    thread = stopping ? Promise.resolve(null) : again();
    return notScanned(asked.kind === 'lost' && asked.why === 'stuck' ? 'timed-out' : 'failed');
  };

  return {
    classify(text) {
      if (text.length > MAX_TEXT_UNITS) return Promise.resolve(notScanned('too-large'));
      if (stopping) return Promise.resolve(notScanned('failed'));
      const answer = last.then(() => next(text));
      last = answer;
      return answer;
    },
    async stop() {
      stopping = true;
      await last;
      await (await thread)?.stop();
    },
  };
}
