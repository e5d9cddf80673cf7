import type { AuditLog } from '../audit/audit-log.ts';
import { messageOf } from '../shared/result.ts';
import { backoffMs, honourMs, LONGEST_WAIT_MS } from './backoff.ts';
import type { Send } from './collector.ts';
import { createDrain, type Drained } from './drain.ts';
import { aborted, sleepFor, type Sleep } from './sleep.ts';

export interface UploaderOptions {
  readonly log: Pick<AuditLog, 'delivery'>;
  readonly destinationName: string;
  readonly send: Send;
  readonly now?: () => Date;
  /** 0 to 1. */
  readonly random?: () => number;
  readonly sleep?: Sleep;
  /** How long `stop` lets a request under way end by itself. */
  readonly graceMs?: number;
}

export interface UploaderState {
  readonly destination: string;
  /** `idle`: all delivered. `waiting`: until `nextAttemptAt`, because of `problem`. */
  readonly phase: 'idle' | 'sending' | 'waiting' | 'stopped';
  readonly nextAttemptAt: Date | null;
  /** Attempts in a row that failed. */
  readonly failures: number;
  readonly problem: string | null;
}

/** Delivers the queue to one destination, for ever. Cursor, last error and skips are in `AuditReader.stats`. */
export interface Uploader {
  /** Begins; safe to call twice. */
  start(): void;
  /** There is something new to send. Does not cut a back-off short. */
  wake(): void;
  /** One run through the queue now, back-off or not; joins one that is under way. */
  flush(): Promise<Drained>;
  /** Ends the loop; a request under way may end, then it is given up. Its batch is repeated at the next start. */
  stop(): Promise<void>;
  state(): UploaderState;
}

export function createUploader(options: UploaderOptions): Uploader {
  const { now = () => new Date(), random = Math.random, sleep = sleepFor, graceMs = 2000 } = options;
  const drain = createDrain(options.log.delivery(options.destinationName), options.send);
  const [stopping, giveUp] = [new AbortController(), new AbortController()];
  let running: Promise<Drained> | null = null;
  let loop: Promise<void> | null = null;
  let stopped: Promise<void> | null = null;
  /** Ends the loop's present wait; each wait has its own. */
  let pause = new AbortController();
  let wakened = false;
  let failures = 0;
  let problem: string | null = null;
  let nextAttemptAt: Date | null = null;

  const run = async (): Promise<Drained> => {
    const end = await drain(stopping.signal, giveUp.signal).catch(unexpected);
    const failing = end.kind === 'retry' || end.kind === 'refused';
    if (end.delivered > 0 || end.kind === 'empty') failures = 0;
    if (failing) failures += 1;
    problem = failing ? end.problem : null;
    // A flush from outside may have ended what the loop is waiting for, or begun what it should wait for.
    if (!failing || nextAttemptAt === null) pause.abort();
    return end;
  };
  const flush = (): Promise<Drained> => {
    running ??= run().finally(() => (running = null));
    return running;
  };
  const waitAfter = async (end: Drained): Promise<void> => {
    pause = new AbortController();
    const waitMs = waitMsAfter(end, failures, random);
    if (stopping.signal.aborted || (waitMs === null && wakened)) return;
    if (waitMs === null) return aborted(pause.signal);
    nextAttemptAt = new Date(now().getTime() + waitMs);
    await sleep(waitMs, pause.signal);
    nextAttemptAt = null;
  };
  const runLoop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      wakened = false;
      await waitAfter(await flush());
    }
  };
  const stop = async (): Promise<void> => {
    stopping.abort();
    pause.abort();
    if (running !== null) await letEnd(running, graceMs, sleep, giveUp);
    await loop;
  };
  const phase = (): UploaderState['phase'] => {
    if (running !== null) return 'sending';
    if (stopped !== null) return 'stopped';
    return nextAttemptAt === null ? 'idle' : 'waiting';
  };
  return {
    start: () => void (loop ??= runLoop()),
    wake: () => {
      wakened = true;
      if (nextAttemptAt === null) pause.abort();
    },
    flush,
    stop: () => (stopped ??= stop()),
    state: () => ({ destination: options.destinationName, phase: phase(), nextAttemptAt, failures, problem }),
  };
}

/** Null: nothing to wait for but new events. What was refused is for someone to mend: no hurry. */
function waitMsAfter(end: Drained, failures: number, random: () => number): number | null {
  switch (end.kind) {
    case 'empty':
    case 'stopped':
      return null;
    case 'refused':
      return honourMs(LONGEST_WAIT_MS, random);
    case 'retry':
      return end.afterMs === undefined ? backoffMs(failures, random) : honourMs(end.afterMs, random);
  }
}

/** A bug in the upload must not end it, nor the agent: it is shown, and tried again. */
const unexpected = (error: unknown): Drained => ({
  kind: 'retry',
  delivered: 0,
  problem: `unexpected: ${messageOf(error)}`,
});

async function letEnd(
  run: Promise<unknown>,
  graceMs: number,
  sleep: Sleep,
  giveUp: AbortController,
): Promise<void> {
  const ended = new AbortController();
  await Promise.race([run.finally(() => ended.abort()), sleep(graceMs, ended.signal)]);
  giveUp.abort();
  await run;
}
