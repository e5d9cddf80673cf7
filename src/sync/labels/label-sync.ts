import type { Label } from '../../shared/label.ts';
import { messageOf } from '../../shared/result.ts';
import { backoffMs, honourMs, LONGEST_WAIT_MS } from '../backoff.ts';
import { aborted, sleepFor, unlessAborted, type Sleep } from '../sleep.ts';
import { afterAnswer } from './catalogue-change.ts';
import type { LabelsAnswer } from './graph-labels.ts';
import type { LabelProblem } from './label-problem.ts';
import { openCatalogue, writeCatalogue, type StoredCatalogue } from './label-store.ts';

/** Defender for Cloud Apps reads the tenant's list once an hour; so do we. */
const INTERVAL_MS = 60 * 60 * 1000;

export interface LabelSyncOptions {
  readonly dataDir: string;
  readonly tenantId: string;
  /** Asks the tenant: `fetchLabels` with everything but what is known already. Never rejects. */
  readonly fetch: (known: KnownAnswer | undefined, signal: AbortSignal) => Promise<LabelsAnswer>;
  /** Whether the integration is on at first. */
  readonly enabled: boolean;
  readonly intervalMs?: number;
  readonly now?: () => Date;
  /** 0 to 1. */
  readonly random?: () => number;
  readonly sleep?: Sleep;
}

/** What the last answer was and where from, for a service that says "unchanged". */
export interface KnownAnswer {
  readonly path: string;
  readonly etag: string;
}

export interface LabelSyncState {
  readonly enabled: boolean;
  readonly syncing: boolean;
  /** ISO times; null: never. */
  readonly lastSuccess: string | null;
  readonly lastAttempt: string | null;
  /** Why the last attempt failed, or what is stored could not be kept. */
  readonly problem: Omit<LabelProblem, 'retryAfterMs'> | null;
  /** How many labels there are, and how many of them are disabled. */
  readonly count: number;
  readonly disabled: number;
  readonly path: string | null;
  readonly nextAttempt: string | null;
}

/** The tenant's labels, kept up to date. Works from what is stored until the tenant can be asked. */
export interface LabelSync {
  /** Begins: at once when what is stored is older than an interval. Safe to call twice. */
  start(): void;
  /** Asks now, whatever the wait; joins a sync under way. Nothing happens while the integration is off. */
  syncNow(): Promise<void>;
  /** The integration off: nothing is asked, the stored catalogue stays, `labels` is empty. On: asked at once. */
  setEnabled(enabled: boolean): void;
  /** What the tenant offers, for mapping and policies; empty while the integration is off. */
  labels(): readonly Label[];
  /** All that is stored, whether the integration is on or off: for reading what happened. */
  catalogue(): StoredCatalogue;
  /** Called when `labels` has become others. */
  onChange(listener: () => void): void;
  state(): LabelSyncState;
  /** Gives up what is under way. */
  stop(): Promise<void>;
}

/** Opens the stored catalogue (`openCatalogue`) and keeps it up to date. */
export function createLabelSync(options: LabelSyncOptions): LabelSync {
  const { dataDir, now = () => new Date(), random = Math.random, sleep = sleepFor } = options;
  const { intervalMs = INTERVAL_MS } = options;
  const opened = openCatalogue(dataDir, options.tenantId, now());
  const stopping = new AbortController();
  const listeners: (() => void)[] = [];
  let { catalogue } = opened;
  let storage = opened.problem === null ? null : storageProblem(opened.problem);
  let enabled = options.enabled;
  let failures = 0;
  let wished: number | undefined;
  let nextAttempt: Date | null = null;
  let running: Promise<void> | null = null;
  let loop: Promise<void> | null = null;
  let pause = new AbortController();

  const tell = (): void => listeners.forEach((listener) => listener());
  const run = async (): Promise<void> => {
    const { path, etag } = catalogue;
    const known = path === null || etag === null ? undefined : { path, etag };
    const asked = options.fetch(known, stopping.signal).catch(unexpected);
    // A sign-in service that does not answer is waited for a long time, and cannot be told to stop.
    const answer = await unlessAborted(asked, stopping.signal);
    // What was asked before the integration was switched off is not wanted any more.
    if (answer === null || !enabled) return;
    const after = afterAnswer(catalogue, answer, now());
    catalogue = after.catalogue;
    failures = answer.kind === 'problem' ? failures + 1 : 0;
    wished = answer.kind === 'problem' ? answer.problem.retryAfterMs : undefined;
    const written = writeCatalogue(dataDir, catalogue);
    storage = written.ok ? null : storageProblem(written.problem);
    if (after.changed) tell();
  };
  const syncNow = async (): Promise<void> => {
    if (!enabled || stopping.signal.aborted) return;
    running ??= run().finally(() => {
      running = null;
      pause.abort();
    });
    await running;
  };
  const waitMs = (): number =>
    failures > 0
      ? afterFailure(catalogue.problem, failures, wished, random)
      : untilDue(catalogue.fetchedAt, intervalMs * (0.9 + 0.2 * random()), now());
  const runLoop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      pause = new AbortController();
      if (!enabled) {
        await aborted(pause.signal);
        continue;
      }
      const wait = running === null ? waitMs() : Infinity;
      nextAttempt = wait === Infinity ? null : new Date(now().getTime() + wait);
      const mine = pause.signal;
      await (wait === Infinity ? aborted(mine) : sleep(wait, mine));
      nextAttempt = null;
      if (!mine.aborted) await syncNow();
    }
  };
  return {
    start: () => void (loop ??= runLoop()),
    syncNow,
    setEnabled: (on) => {
      if (on === enabled) return;
      enabled = on;
      if (catalogue.labels.length > 0) tell();
      // Someone who switches it on wants to see whether it works.
      if (on) void syncNow();
      else pause.abort();
    },
    labels: () => (enabled ? catalogue.labels : NONE),
    catalogue: () => catalogue,
    onChange: (listener) => void listeners.push(listener),
    state: () => stateOf(catalogue, { enabled, syncing: running !== null, storage, nextAttempt }),
    stop: async () => {
      stopping.abort();
      pause.abort();
      await running;
      await loop;
    },
  };
}

/** One list that never changes, so that looking it up is made ready once. */
const NONE: readonly Label[] = [];

function stateOf(
  catalogue: StoredCatalogue,
  now: Pick<LabelSyncState, 'enabled' | 'syncing'> & {
    readonly storage: LabelSyncState['problem'];
    readonly nextAttempt: Date | null;
  },
): LabelSyncState {
  return {
    enabled: now.enabled,
    syncing: now.syncing,
    lastSuccess: catalogue.fetchedAt,
    lastAttempt: catalogue.lastAttempt,
    problem: catalogue.problem ?? now.storage,
    count: catalogue.labels.length,
    disabled: catalogue.labels.filter((label) => !label.enabled).length,
    path: catalogue.path,
    nextAttempt: now.nextAttempt?.toISOString() ?? null,
  };
}

/** In ms. A time that is still to come was written under another clock: due now. */
function untilDue(fetchedAt: string | null, intervalMs: number, now: Date): number {
  const age = fetchedAt === null ? Infinity : now.getTime() - Date.parse(fetchedAt);
  return age < 0 ? 0 : Math.max(0, intervalMs - age);
}

/** What someone must mend is looked at again, but not often; what mends itself sooner. */
function afterFailure(
  problem: StoredCatalogue['problem'],
  failures: number,
  wished: number | undefined,
  random: () => number,
): number {
  if (wished !== undefined) return honourMs(wished, random);
  const mendsItself = ['offline', 'service', 'throttled', 'unexpected'].includes(problem?.kind ?? '');
  return mendsItself ? backoffMs(failures, random) : honourMs(LONGEST_WAIT_MS, random);
}

const storageProblem = (detail: string): Omit<LabelProblem, 'retryAfterMs'> => ({
  kind: 'storage',
  detail,
  fix: 'nothing to do when the next sync works; else make the data folder writable',
});

/** A bug in here must not end the agent: it is shown, and tried again. */
const unexpected = (error: unknown): LabelsAnswer => ({
  kind: 'problem',
  problem: { kind: 'unexpected', detail: `unexpected: ${messageOf(error)}`, fix: 'report it' },
  tried: [],
});
