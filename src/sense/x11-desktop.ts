import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Capture, WindowContext } from '../shared/capture.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { createClipboardPoller, type ClipboardState } from './clipboard-poller.ts';
import type { Desktop, DesktopEvent } from './desktop.ts';
import { createKeeper, type KeeperCommand } from './keeper-client.ts';
import { systemClipboard, type TextClipboard } from './system-clipboard.ts';
import { watchWindows, x11Available, type WindowWatch } from './x11-windows.ts';

export interface X11DesktopOptions {
  /** As in DISPLAY, and the same as there: clipboardy takes the display from the environment. */
  readonly display: string;
  readonly keeperCommand: KeeperCommand;
  /** Where the keeper leaves its note after it gave something back (`readGivenBack`). */
  readonly noteDir: string;
  /** Between two looks at the clipboard, while it is watched closely and while it is not. */
  readonly pollMs?: { readonly close: number; readonly loose: number };
  readonly now?: () => Date;
  /** In place of the system's clipboard; the keeper always uses the system's. */
  readonly clipboard?: TextClipboard;
}

/** Each look is a process (about 5 ms of CPU): four a second only while a copy would meet an AI platform at once. */
const POLL_MS = { close: 250, loose: 1000 };
/** How long `start` waits for the window in front to be told. */
const FIRST_WINDOW_MS = 2000;

/**
 * A live X11 desktop in its simple form: windows through xprop's events, the clipboard by polling through clipboardy.
 * It sees text only (an image reads as empty), no privacy markers, and no pastes.
 */
export function createX11Desktop(options: X11DesktopOptions): Desktop {
  const { display, now = () => new Date() } = options;
  const limitations = new Map<string, string>();
  let listener: ((event: DesktopEvent) => void) | null = null;
  let front: WindowContext | null = null;
  let windows: WindowWatch | null = null;
  let phase: 'new' | 'started' | 'stopped' = 'new';

  function limit(what: string, problem: string | null): void {
    if ((limitations.get(what) ?? null) === problem) return;
    if (problem === null) limitations.delete(what);
    else limitations.set(what, problem);
    listener?.({ kind: 'limitations' });
  }

  const stopped = (): boolean => phase === 'stopped';

  const poller = createClipboardPoller({
    clipboard: options.clipboard ?? systemClipboard(),
    pollMs: options.pollMs ?? POLL_MS,
    onCopied: (state) => listener?.({ kind: 'copied', capture: captureOf(state, front, now()) }),
    onSight: (problem) =>
      limit('clipboard', problem && `Copies cannot be seen: ${problem}. Clipward keeps trying.`),
  });

  const keeper = createKeeper({
    ...options.keeperCommand,
    noteDir: options.noteDir,
    onLost: (problem) =>
      limit('keeper', `What is held now would be lost if Clipward were killed: ${problem}.`),
  });

  const teller = createWindowTeller(
    (window) => {
      front = window;
      listener?.({ kind: 'focused', window });
    },
    (next) => poller.lookThen(next),
  );

  async function start(tell: (event: DesktopEvent) => void): Promise<Result<void>> {
    if (phase !== 'new') return failed(`X11 display ${display}: already ${phase}`);
    const available = await x11Available({ ...process.env, DISPLAY: display });
    if (!available.ok) return available;
    if (options.clipboard === undefined && process.env['DISPLAY'] !== display)
      return failed(`X11: DISPLAY of this process must be ${display}: the clipboard is read from there`);
    phase = 'started';
    if (isWayland(process.env)) limitations.set('wayland', WAYLAND);
    listener = tell;
    await poller.start();
    windows = await watchWindows({ display, onWindow: teller.see, onSight: limit });
    if (stopped()) windows.stop();
    await Promise.race([
      teller.first,
      new Promise((resolve) => setTimeout(resolve, FIRST_WINDOW_MS).unref()),
    ]);
    return ok(undefined);
  }

  return {
    name: `X11 display ${display}`,
    seesPastes: false,
    get limitations() {
      return [...limitations.values()];
    },
    start,
    watch: (how) => poller.watch(how),
    expectHold: () => keeper.warm(),
    async stop() {
      phase = 'stopped';
      listener = null;
      windows?.stop();
      await poller.stop();
      await keeper.stop();
    },
    replace: (expected, text) => poller.replace(expected, text),
    async safeguard(held) {
      const done = await (held === null ? keeper.forget() : keeper.hold(held));
      if (done.ok) limit('keeper', null);
      return done;
    },
  };
}

/**
 * Tells windows one after another, each after a look at the clipboard. Windows that come while a look is under way are
 * folded into the newest: a title that changes many times a second costs no more than one look at a time.
 */
function createWindowTeller(
  tell: (window: WindowContext | null) => void,
  lookThen: (next: () => void) => Promise<void>,
): { see: (window: WindowContext | null) => void; first: Promise<void> } {
  const { promise: first, resolve } = Promise.withResolvers<void>();
  let told: WindowContext | null | undefined;
  let waiting: { newest: WindowContext | null } | null = null;

  function see(window: WindowContext | null): void {
    if (waiting !== null) {
      waiting.newest = window;
      return;
    }
    waiting = { newest: window };
    void lookThen(() => {
      const newest = waiting?.newest ?? null;
      waiting = null;
      if (told !== undefined && isDeepStrictEqual(told, newest)) return;
      told = newest;
      tell(newest);
      resolve();
    });
  }

  return { see, first };
}

function captureOf(state: ClipboardState, source: WindowContext | null, at: Date): Capture {
  const text = state.kind === 'text' ? state.text : '';
  return { id: randomUUID(), at, kind: state.kind, text, source, markers: [] };
}

/** The signs by which clipboardy turns to the Wayland clipboard (package is-wayland). */
const isWayland = (env: NodeJS.ProcessEnv): boolean =>
  (env['WAYLAND_DISPLAY'] ?? '') !== '' || env['XDG_SESSION_TYPE'] === 'wayland';

const WAYLAND =
  'This is a Wayland session: it does not tell which window is in front unless that window runs under X11, and copies may be missed. Sign in to an X11 session (often called "Xorg" on the sign-in screen) to be protected.';
