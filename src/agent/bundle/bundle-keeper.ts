import type { BundleSource } from '../../sync/bundle-sources.ts';
import type { Sleep } from '../../sync/sleep.ts';
import { latestTime, type BundleSettings } from './bundle-admission.ts';
import { createArrivals, type Asked } from './bundle-arrivals.ts';
import { describeBundles, type BundleState } from './bundle-health.ts';
import { createInForce, type InForceParts } from './bundle-in-force.ts';
import { openMarks, type SecondPlace } from './bundle-marks.ts';
import { createBundleReports, createSaving, type ReportParts } from './bundle-reports.ts';
import { createBundleRounds } from './bundle-rounds.ts';
import type { Ready } from './ready-bundle.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export interface BundleKeeperParts
  extends Pick<InForceParts, 'prepare' | 'builtIn' | 'store' | 'settings'>, ReportParts {
  /** Asked in this order. Without any, the built-in bundle is enforced, whatever is on disk. */
  readonly sources: () => readonly BundleSource[];
  /** The audit log. */
  readonly secondPlace: SecondPlace;
  readonly sleep: Sleep;
  readonly now?: () => Date;
  /** 0 to 1. */
  readonly random?: () => number;
  /** Between two questions to the sources, give or take a tenth. */
  readonly intervalMs?: () => number;
  /** A bundle that ran so long, or to a clean stop, is good. */
  readonly provedAfterMs?: number;
  /** Without a good answer for so long, `state` warns that nothing newer can come. */
  readonly frozenAfterMs?: number;
}

/** Which bundle is in force. Something always is, from `start` on: at worst the built-in one. */
export interface BundleKeeper {
  /** Resolves when a bundle is in force and the local sources were asked; then goes on asking all of them until `stop`. */
  start(): Promise<void>;
  /** What is enforced now. To be asked each time, or again after `onChange`. Before `start` it throws. */
  current(): Ready;
  /** Asks the sources now, or as soon as a round under way is over. Settings that changed count from here on. */
  check(): Promise<void>;
  /** Called when another bundle has come into force; the earlier one is ended after all have been called. */
  onChange(listener: () => void): void;
  state(): BundleState;
  /** The clean end, which proves what is in force. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Keeps a bundle in force: the last good one from disk, and whatever newer the sources offer that is admitted. A new one is made
 * ready first, then stored, then enforced; until then, and whenever anything goes wrong, the one before stays.
 */
export async function createBundleKeeper(parts: BundleKeeperParts): Promise<BundleKeeper> {
  const { sources, store, settings, sleep } = parts;
  const { now = () => new Date(), intervalMs = () => 60 * MINUTE_MS } = parts;
  const { provedAfterMs = 10 * MINUTE_MS } = parts;
  const reports = createBundleReports(parts);
  const { marks, repaired } = await openMarks(store, parts.secondPlace);
  const save = createSaving(store, marks, (detail) => reports.problem(detail));
  const shared = { ...parts, marks, save, reports, now };
  const inForce = createInForce({ ...shared, sources: () => sources().map(({ name }) => name) });
  const arrivals = createArrivals({ ...shared, inForce });
  const stopping = new AbortController();
  const began = new Date(latestTime(marks, settings(), now()));
  let loadedUnder = '';
  let checked: Date | null = null;
  let stopped: Promise<void> | null = null;

  const load = async (how: 'starting' | 'again'): Promise<void> => {
    loadedUnder = trustKeyOf(settings(), sources());
    await inForce.load(how);
  };
  const askAll = async (asked: readonly BundleSource[]): Promise<readonly Asked[]> => {
    if (trustKeyOf(settings(), sources()) !== loadedUnder) {
      await load('again');
      arrivals.forget();
    }
    const answers: Asked[] = [];
    for (const source of asked) answers.push(await arrivals.ask(source, stopping.signal));
    if (stopping.signal.aborted || asked.length === 0) return answers;
    checked = now();
    const time = latestTime(marks, settings(), checked);
    const clock = { epoch: settings().epoch, version: Math.max(0, time), digest: null };
    const isGood = answers.every(({ good }) => good);
    await save({
      marks: marks.raised({ clock }),
      ...(isGood ? { answered: new Date(time).toISOString() } : {}),
    });
    return answers;
  };
  const rounds = createBundleRounds({
    askAll,
    sources,
    reports,
    sleep,
    intervalMs,
    random: parts.random ?? Math.random,
    stopping: stopping.signal,
  });
  const held = (): NonNullable<typeof inForce.held> => {
    if (inForce.held === null) throw new Error('the bundle keeper has not been started');
    return inForce.held;
  };
  const proof = createProof(sleep, provedAfterMs, () => inForce.prove());
  inForce.onChange(proof.again);
  const stop = async (): Promise<void> => {
    stopping.abort();
    proof.end();
    await rounds.ended();
    await inForce.prove();
    await inForce.held?.ready.stop();
  };
  return {
    start: async () => {
      if (store.problem !== null) reports.problem(store.problem);
      for (const line of repaired) reports.repaired(line);
      await load('starting');
      await rounds.begin();
    },
    current: () => held().ready,
    check: () => rounds.check(),
    onChange: (listener) => inForce.onChange(listener),
    stop: () => (stopped ??= stop()),
    state: () =>
      describeBundles(held(), store.state, arrivals.problems(sources()), checked, {
        expected: sources().length > 0,
        began,
        now: new Date(latestTime(marks, settings(), now())),
        clock: now(),
        frozenAfterMs: parts.frozenAfterMs ?? 7 * DAY_MS,
      }),
  };
}

/** What decides whether a stored bundle may be enforced. */
const trustKeyOf = ({ trust, tenant }: BundleSettings, sources: readonly BundleSource[]): string =>
  JSON.stringify([trust, tenant, sources.map(({ name }) => name)]);

/** Each bundle that comes into force has its own time to prove itself. */
function createProof(sleep: Sleep, afterMs: number, prove: () => Promise<void>) {
  let pending = new AbortController();
  const watch = async (own: AbortController): Promise<void> => {
    await sleep(afterMs, own.signal);
    if (!own.signal.aborted) await prove();
  };
  return {
    again: (): void => {
      pending.abort();
      pending = new AbortController();
      void watch(pending);
    },
    end: (): void => pending.abort(),
  };
}
