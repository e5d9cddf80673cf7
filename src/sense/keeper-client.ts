import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parseJson } from '../shared/json.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import type { Placed } from './desktop.ts';
import {
  givenBackSchema,
  keeperAnswerSchema,
  noteFile,
  type GivenBack,
  type KeeperAnswer,
  type KeeperRequest,
} from './keeper-messages.ts';
import { onLines } from './lines.ts';

/** How to run the keeper: Node and the path of keeper.js, say; `env` is added to this process's own. */
export interface KeeperCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface KeeperOptions extends KeeperCommand {
  /** Where a keeper that gave something back leaves its note. */
  readonly noteDir: string;
  /** The keeper ended while it held something: that would be lost if the agent died now. */
  readonly onLost: (problem: string) => void;
  readonly idleMs?: number;
  readonly answerMs?: number;
}

export interface Keeper {
  /** Starts the process if it does not run, so that the next hold need not wait for that. */
  warm(): void;
  /** Resolves once the content is safe. A second hold takes the place of the first. */
  hold(placed: Placed): Promise<Result<void>>;
  /** Nothing is held any more. */
  forget(): Promise<Result<void>>;
  /** Ends the keeper. If it still holds something it gives that back first, as if the agent had died. Safe to call twice. */
  stop(): Promise<void>;
}

interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<void>;
  readonly waiting: ((answer: Result<void>) => void)[];
  holding: boolean;
}

const IDLE_MS = 10 * 60_000;
const ANSWER_MS = 2000;

/** The agent's side of the keeper: starts it at the first hold, again if it died, and ends it when long unused. */
export function createKeeper(options: KeeperOptions): Keeper {
  const { idleMs = IDLE_MS, answerMs = ANSWER_MS } = options;
  let running: Running | null = null;
  let idle: NodeJS.Timeout | null = null;

  function start(): Running {
    const child = spawn(options.command, [...options.args, options.noteDir], {
      // Its own session: Ctrl+C in the terminal, or a kill of the agent's process group, does not reach it.
      detached: true,
      stdio: 'pipe',
      env: { ...process.env, ...options.env },
    });
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const current: Running = { child, ended, waiting: [], holding: false };
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(0, 300)));
    // A write to a keeper that died: `exit` tells the same with a reason.
    child.stdin.on('error', messageOf);
    onLines(child.stdout, (line) => {
      const answer = parseJson(keeperAnswerSchema, line, 'answer of the keeper');
      if (!answer.ok) giveUp(current);
      current.waiting.shift()?.(answer.ok ? resultOf(answer.value) : answer);
    });
    const end = (how: string): void => {
      const problem = `the keeper process ${how}${complaint.trim() === '' ? '' : `: ${complaint.trim()}`}`;
      if (running === current) running = null;
      for (const answer of current.waiting.splice(0)) answer(failed(problem));
      if (current.holding) options.onLost(problem);
      resolve();
    };
    child.once('error', (error) => end(`could not be started (${messageOf(error)})`));
    child.once('exit', (code, signal) => end(`ended (${signal ?? `exit code ${code}`})`));
    doNotWaitFor(child);
    return current;
  }

  /** What this keeper holds is unknown: the next hold starts with a fresh one. */
  function giveUp(keeper: Running): void {
    if (running === keeper) running = null;
    keeper.child.kill('SIGKILL');
  }

  async function request(to: Running, message: KeeperRequest): Promise<Result<void>> {
    const { promise: answered, resolve } = Promise.withResolvers<Result<void>>();
    to.waiting.push(resolve);
    to.child.stdin.write(`${JSON.stringify(message)}\n`);
    const timer = setTimeout(() => {
      resolve(failed(`the keeper process did not answer within ${answerMs / 1000} s`));
      giveUp(to);
    }, answerMs);
    const result = await answered;
    clearTimeout(timer);
    return result;
  }

  function release(): void {
    const current = running;
    running = null;
    if (idle !== null) clearTimeout(idle);
    idle = null;
    current?.child.stdin.end();
  }

  function endWhenIdle(): void {
    if (idle !== null) clearTimeout(idle);
    idle = setTimeout(() => {
      // A hold may have been asked for since: its content must not be given back for want of work.
      if (running?.holding !== true && running?.waiting.length === 0) release();
    }, idleMs);
    idle.unref();
  }

  return {
    warm() {
      running ??= start();
      if (!running.holding) endWhenIdle();
    },
    async hold(placed) {
      if (idle !== null) clearTimeout(idle);
      const keeper = (running ??= start());
      const held = await request(keeper, { hold: { original: placed.original, placed: [...placed.placed] } });
      keeper.holding = held.ok;
      return held;
    },
    async forget() {
      if (running === null) return ok(undefined);
      running.holding = false;
      const forgotten = await request(running, { forget: true });
      endWhenIdle();
      return forgotten;
    },
    async stop() {
      const current = running;
      if (current === null) return;
      current.holding = false;
      release();
      await Promise.race([current.ended, delay(answerMs, undefined, { ref: false })]);
    },
  };
}

const resultOf = (answer: KeeperAnswer): Result<void> =>
  'ack' in answer ? ok(undefined) : failed(answer.problem);

/** A keeper that waits for work must not keep the agent's process alive. */
function doNotWaitFor(child: ChildProcessWithoutNullStreams): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr])
    if ('unref' in stream && typeof stream.unref === 'function') stream.unref();
}

/**
 * What a keeper did since the agent's last run, or null when there was nothing to do. The note is removed: it is told
 * once. A note that cannot be read or does not fit is a problem, and is removed too.
 */
export function readGivenBack(noteDir: string): Result<GivenBack | null> {
  const file = noteFile(noteDir);
  try {
    const text = readFileSync(file, 'utf8');
    rmSync(file);
    return parseJson(givenBackSchema, text, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(null);
    return failed(`${file}: cannot be read and removed (${messageOf(error)})`);
  }
}
