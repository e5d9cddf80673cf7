import { messageOf, type Result } from '../shared/result.ts';
import type { Replacement } from './desktop.ts';
import { writeOver, type TextClipboard } from './system-clipboard.ts';

/** What one look at the clipboard found. `units` of a text that is too large to take on (UTF-16 code units). */
export type ClipboardState =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly units: number | null };

export interface ClipboardPollerOptions {
  readonly clipboard: TextClipboard;
  /** From one look to the next, in milliseconds; `watch` chooses. Begins with `close`. */
  readonly pollMs: { readonly close: number; readonly loose: number };
  /** A state that is not the last one seen, and that was not put there by `replace`. */
  readonly onCopied: (state: ClipboardState) => void;
  /** The clipboard could not be read several times in a row, and why; null: it can be read again. */
  readonly onSight: (problem: string | null) => void;
}

export interface ClipboardPoller {
  /** Resolves after the first look. */
  start(): Promise<void>;
  /** Looks at the clipboard, tells a copy if there is one, and only then runs `next`: what was copied before is told before. */
  lookThen(next: () => void): Promise<void>;
  replace(expected: string, text: string): Promise<Replacement>;
  watch(how: 'close' | 'loose'): void;
  /** Resolves when the operation under way has ended. */
  stop(): Promise<void>;
}

/** Larger texts are told as unreadable rather than kept in memory several times over. */
export const MAX_TEXT_UNITS = 64 * 1024 * 1024;
const FAILURES_TO_TELL = 3;
/** At most this share of the time is spent reading: a clipboard of 50 MB is looked at less often. */
const REST_PER_READ = 4;

/**
 * Watches a clipboard that has no change events by reading it again and again. Copying the same text twice cannot be
 * told from leaving it there, so the second copy is not told. All operations go through one queue: a look never falls
 * between the two halves of a replacement.
 */
export function createClipboardPoller(options: ClipboardPollerOptions): ClipboardPoller {
  const { clipboard, onCopied, onSight } = options;
  let last: ClipboardState | null = null;
  /** Is `last` what `replace` put there? */
  let own = false;
  let failures = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  let watching: 'close' | 'loose' = 'close';
  let stopped = false;

  function inTurn<Value>(step: () => Promise<Value>): Promise<Value> {
    const done = queue.then(step);
    // A step that throws is a bug: it reaches the step's caller, and the next step still gets its turn.
    queue = done.catch(messageOf);
    return done;
  }

  async function look(): Promise<Result<string>> {
    const read = await clipboard.read();
    if (stopped) return read;
    if (read.ok) {
      if (failures >= FAILURES_TO_TELL) onSight(null);
      failures = 0;
      tellIfNew(stateOf(read.value));
    } else {
      failures += 1;
      if (failures === FAILURES_TO_TELL) onSight(read.problem);
      // Nobody knows what is there now, so nobody may call it clean. But while our own text was the last thing seen,
      // telling of a copy would make the guard forget what it holds for the person.
      if (failures >= FAILURES_TO_TELL && !own) tellIfNew({ kind: 'unreadable', units: null });
    }
    return read;
  }

  function tellIfNew(state: ClipboardState): void {
    if (last !== null && sameState(last, state)) return;
    last = state;
    own = false;
    onCopied(state);
  }

  async function poll(): Promise<void> {
    const started = performance.now();
    await inTurn(look);
    if (stopped) return;
    const rest = Math.max(options.pollMs[watching], REST_PER_READ * (performance.now() - started));
    pollIn(rest);
  }

  function pollIn(ms: number): void {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      void poll();
    }, ms);
    timer.unref();
  }

  async function replaceNow(expected: string, text: string): Promise<Replacement> {
    const before = await look();
    if (!before.ok) return { kind: 'failed', problem: before.problem };
    if (before.value !== expected) return { kind: 'newer' };
    if (text === expected) return { kind: 'replaced' };
    const written = await writeOver(clipboard, expected, text);
    if (!written.ok) return { kind: 'failed', problem: written.problem };
    if (written.value === 'newer') return { kind: 'newer' };
    last = stateOf(text);
    own = true;
    return { kind: 'replaced' };
  }

  return {
    start: poll,
    lookThen: (next) =>
      inTurn(async () => {
        await look();
        if (!stopped) next();
      }),
    // Lone surrogates cannot be written: U+FFFD stands for them, here as in what is read back.
    replace: (expected, text) => inTurn(() => replaceNow(expected, text.toWellFormed())),
    watch(how) {
      const closer = how === 'close' && watching === 'loose';
      watching = how;
      // No timer means that a look is under way: it sets the next one by itself.
      if (closer && timer !== null) pollIn(options.pollMs.close);
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await queue;
    },
  };
}

function stateOf(text: string): ClipboardState {
  if (text === '') return { kind: 'empty' };
  return text.length > MAX_TEXT_UNITS ? { kind: 'unreadable', units: text.length } : { kind: 'text', text };
}

function sameState(left: ClipboardState, right: ClipboardState): boolean {
  if (left.kind === 'text' && right.kind === 'text') return left.text === right.text;
  // Unread content has no more identity than its size; a second copy of it would be judged the same way.
  if (left.kind === 'unreadable' && right.kind === 'unreadable') return left.units === right.units;
  return left.kind === right.kind;
}
