import { execFile } from 'node:child_process';
import { dyingWithUs, startSpy, type Spy } from './spy.ts';
import { parseProperty, type PropertyLine } from './xprop-output.ts';

/** Runs xprop on one display. */
export interface Xprop {
  spyOn(options: PropertySpyOptions): Spy;
}

export interface PropertySpyOptions {
  /** `-root`, or `-id` and a window. */
  readonly target: readonly string[];
  readonly properties: readonly string[];
  /** Each property once at the start, then again when it changes; an unchanged one may be told twice. */
  readonly onProperty: (property: PropertyLine) => void;
  readonly onDown: (problem: string) => void;
  readonly onUp: () => void;
  /** The window is closed: the spy has ended and is not started again. */
  readonly onClosed?: () => void;
}

/** xprop reads a window's properties before it listens for changes: what changes in that moment takes a second look. */
const SECOND_LOOK_MS = 200;

export async function createXprop(display: string): Promise<Xprop> {
  // LC_ALL=C: xprop then escapes every byte that is not printable ASCII, whatever the session's language.
  const env = { ...process.env, DISPLAY: display, LC_ALL: 'C' };
  const prefix = await dyingWithUs(env);
  return {
    spyOn(options) {
      const [file, ...before] = [...prefix, 'xprop'];
      const look = createSecondLook(options, env);
      const spy = startSpy({
        command: [file, ...before, ...options.target, '-spy', ...options.properties],
        env,
        onLine: (line) => {
          look.spyTold();
          tell(options, line);
        },
        onDown: (problem) => {
          look.cancel();
          options.onDown(problem);
        },
        onUp: options.onUp,
        onEnd: ({ code, complaint }) => {
          // It ends in peace when its window closes, and with BadWindow when that was closed before.
          const closed = options.onClosed !== undefined && (code === 0 || complaint.includes('BadWindow'));
          if (closed) {
            look.cancel();
            options.onClosed?.();
          }
          return closed;
        },
      });
      return {
        retry() {
          look.cancel();
          spy.retry();
        },
        stop() {
          look.cancel();
          spy.stop();
        },
      };
    },
  };
}

function tell(options: PropertySpyOptions, line: string): void {
  const property = parseProperty(line);
  if (property !== null) options.onProperty(property);
}

/** Reads the properties once more, a moment after a spy first told them. */
function createSecondLook(
  options: PropertySpyOptions,
  env: NodeJS.ProcessEnv,
): { spyTold: () => void; cancel: () => void } {
  let lines = 0;
  let timer: NodeJS.Timeout | null = null;

  function plan(): void {
    timer = setTimeout(look, SECOND_LOOK_MS);
    timer.unref();
  }

  function look(): void {
    const planned = timer;
    const before = lines;
    execFile('xprop', [...options.target, ...options.properties], { env, timeout: 2000 }, (error, stdout) => {
      // Cancelled, or planned anew, meanwhile. A failure is the spy's to tell: it sees the same.
      if (timer !== planned || error !== null) return;
      // What the spy told meanwhile may be newer than what was read.
      if (lines !== before) plan();
      else for (const line of stdout.split('\n')) tell(options, line);
    });
  }

  return {
    spyTold() {
      if (lines === 0) plan();
      lines += 1;
    },
    cancel() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      lines = 0;
    },
  };
}
