import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { messageOf } from '../shared/result.ts';
import { onLines } from './lines.ts';

export interface SpyOptions {
  readonly command: readonly [string, ...string[]];
  readonly env: NodeJS.ProcessEnv;
  readonly onLine: (line: string) => void;
  /** It ended though nobody stopped it; it is started again on its own. */
  readonly onDown: (problem: string) => void;
  /** It tells lines again after it was down. */
  readonly onUp: () => void;
  /** Asked when it ended on its own: true when it has nothing left to watch, and is not to be started again. */
  readonly onEnd?: (exit: { readonly code: number | null; readonly complaint: string }) => boolean;
}

export interface Spy {
  /** It lives but cannot see: it is ended, and started again after the back-off. Its owner tells why. */
  retry(): void;
  stop(): void;
}

const FIRST_DELAY_MS = 250;
const MAX_DELAY_MS = 10_000;
/** A spy that lived this long is healthy: the next restart is quick again. */
const HEALTHY_MS = 10_000;

/**
 * Runs a command that tells lines for as long as it lives, and starts it again with a growing delay when it ends.
 * The command comes from `dyingWithUs`, so that it does not outlive a killed agent.
 */
export function startSpy(options: SpyOptions): Spy {
  const [file, ...args] = options.command;
  let child: ChildProcess | null = null;
  let timer: NodeJS.Timeout | null = null;
  let delay = FIRST_DELAY_MS;
  let isDown = false;

  function start(): void {
    timer = null;
    const startedAt = performance.now();
    // Out of reach of a terminal's Ctrl+C, which would end it before its owner: that would look like a fault.
    const current = spawn(file, args, {
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    child = current;
    let complaint = '';
    current.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(0, 200)));
    onLines(current.stdout, (line) => {
      if (current === child) options.onLine(line);
      // Asked again: the line may have made its owner retry.
      if (current === child) tellUp();
    });
    const ended = (how: string, code: number | null): void => {
      if (current !== child) return;
      child = null;
      if (options.onEnd?.({ code, complaint }) === true) return;
      if (performance.now() - startedAt > HEALTHY_MS) delay = FIRST_DELAY_MS;
      tellDown(complaint.trim() === '' ? how : `${how}: ${complaint.trim().split('\n')[0]}`);
      startLater();
    };
    current.once('error', (error) => ended(`could not be run (${messageOf(error)})`, null));
    // `close`, not `exit`: by then all that it had to say has come.
    current.once('close', (code, signal) => ended(`ended (${signal ?? `exit code ${code}`})`, code));
  }

  function tellDown(problem: string): void {
    if (!isDown) options.onDown(problem);
    isDown = true;
  }

  function startLater(): void {
    timer = setTimeout(start, delay);
    timer.unref();
    delay = Math.min(delay * 2, MAX_DELAY_MS);
  }

  function tellUp(): void {
    if (isDown) options.onUp();
    isDown = false;
  }

  function end(): void {
    const current = child;
    child = null;
    current?.kill();
  }

  start();
  return {
    retry() {
      if (child === null) return;
      end();
      startLater();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      end();
    },
  };
}

/**
 * Puts `setpriv --pdeathsig` (Debian package util-linux) before a command, so that the kernel ends it with its parent,
 * even after kill -9. Without a setpriv that can do it the command runs as it is: it then ends at the first line it
 * tries to tell after its parent died (broken pipe).
 */
export async function dyingWithUs(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const prefix = ['setpriv', '--pdeathsig', 'TERM'] as const;
  const works = await new Promise<boolean>((resolve) => {
    execFile(prefix[0], [...prefix.slice(1), 'true'], { env, timeout: 2000 }, (error) =>
      resolve(error === null),
    );
  });
  return works ? prefix : [];
}
