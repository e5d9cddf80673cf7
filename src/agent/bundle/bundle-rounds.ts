import { messageOf } from '../../shared/result.ts';
import { backoffMs, honourMs } from '../../sync/backoff.ts';
import type { BundleSource } from '../../sync/bundle-sources.ts';
import type { Sleep } from '../../sync/sleep.ts';
import type { Asked } from './bundle-arrivals.ts';
import type { BundleReports } from './bundle-reports.ts';

export interface RoundParts {
  /** Asks these sources one after the other. */
  readonly askAll: (sources: readonly BundleSource[]) => Promise<readonly Asked[]>;
  readonly sources: () => readonly BundleSource[];
  readonly reports: BundleReports;
  readonly sleep: Sleep;
  /** Between two rounds, give or take a tenth. */
  readonly intervalMs: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly stopping: AbortSignal;
}

/** When the sources are asked: one round at a time. */
export interface BundleRounds {
  /** Asks the local sources, and then all of them again and again. Resolves when the local ones were asked. */
  begin(): Promise<void>;
  /** Asks all of them now, or as soon as a round under way is over. */
  check(): Promise<void>;
  /** Resolves after `stopping` when no round is under way any more. */
  ended(): Promise<void>;
}

export function createBundleRounds(parts: RoundParts): BundleRounds {
  const { sources, sleep, intervalMs, random, stopping } = parts;
  let running: Promise<readonly Asked[]> | null = null;
  /** A round that begins when the one under way is over. */
  let next: Promise<readonly Asked[]> | null = null;
  let loop: Promise<void> | null = null;

  const round = (asked: readonly BundleSource[]): Promise<readonly Asked[]> => {
    running ??= parts
      .askAll(asked)
      .catch((error: unknown) => [unexpected(error, parts.reports)])
      .finally(() => (running = null));
    return running;
  };
  const poll = async (): Promise<void> => {
    let failures = 0;
    while (!stopping.aborted) {
      const unreachable = (await round(sources())).filter((asked) => asked.unreachable);
      failures = unreachable.length > 0 ? failures + 1 : 0;
      await sleep(waitMs(unreachable, failures, intervalMs(), random), stopping);
    }
  };
  /** Where there is nothing to ask, a change of the settings begins it. */
  const keepAsking = (): void => {
    if (sources().length > 0 && !stopping.aborted) loop ??= poll();
  };
  return {
    begin: async () => {
      await round(sources().filter(({ local }) => local));
      keepAsking();
    },
    check: async () => {
      next ??= Promise.resolve(running).then(() => {
        next = null;
        return round(sources());
      });
      await next;
      keepAsking();
    },
    ended: async () => void (await Promise.allSettled([loop, running, next])),
  };
}

/** A bug in one round must end neither the rounds nor the agent. */
function unexpected(error: unknown, reports: BundleReports): Asked {
  reports.problem(`internal error while a bundle was fetched: ${messageOf(error)}`);
  return { good: false, unreachable: false };
}

/** The usual interval, or sooner when a source could not be reached, but never before a server wants to be asked again. */
function waitMs(
  unreachable: readonly Asked[],
  failures: number,
  intervalMs: number,
  random: () => number,
): number {
  const usual = Math.round(intervalMs * (0.9 + 0.2 * random()));
  if (unreachable.length === 0) return usual;
  const wishes = unreachable.flatMap(({ retryAfterMs }) => retryAfterMs ?? []);
  const soon = Math.min(backoffMs(failures, random), usual);
  return wishes.length === 0 ? soon : Math.max(soon, honourMs(Math.max(...wishes), random));
}
