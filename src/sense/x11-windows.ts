import { execFile } from 'node:child_process';
import type { WindowContext } from '../shared/capture.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { processName } from './process-name.ts';
import { dyingWithUs, startSpy, type Spy } from './spy.ts';
import { parseProperty, parseWindowId, windowFrom, windowProperties } from './xprop-output.ts';

/** What window watching may be unable to see; each is lost and found again on its own. */
export type WindowSight = 'active-window' | 'window-manager' | 'window-details';

export interface WindowWatchOptions {
  readonly display: string;
  /** The window in front and each change of it; null when none is. */
  readonly onWindow: (window: WindowContext | null) => void;
  /** `problem` is one sentence with the way to mend it; null: this can be seen again. */
  readonly onSight: (sight: WindowSight, problem: string | null) => void;
}

export interface WindowWatch {
  stop(): void;
}

/**
 * Watches the active window without polling: one `xprop -spy` on the root window, and one on the active window for its
 * title (a browser's tab change), class and process. The facts are what the window says of itself
 * (Extended Window Manager Hints, "Root Window Properties" and "Application Window Properties").
 */
export async function watchWindows(options: WindowWatchOptions): Promise<WindowWatch> {
  const { onWindow, onSight } = options;
  const env = xpropEnv(options.display);
  const prefix = await dyingWithUs(env);
  const command = (...args: string[]): [string, ...string[]] => {
    const [file = 'xprop', ...rest] = [...prefix, 'xprop', ...args];
    return [file, ...rest];
  };
  let active: string | null | undefined;
  let details: Spy | null = null;
  let stopped = false;

  function follow(id: string | null): void {
    if (id === active) return;
    active = id;
    details?.stop();
    details = null;
    onSight('window-details', null);
    if (id === null) onWindow(null);
    else details = spyOnDetails(id);
  }

  /** Some window managers leave a closed window's id behind when nothing else comes to the front. */
  function gone(id: string): void {
    const stillNamed = setTimeout(() => active === id && !stopped && onWindow(null), CLOSED_MS);
    stillNamed.unref();
  }

  function spyOnDetails(id: string): Spy {
    const seen = new Set<string>();
    const values = new Map<string, string>();
    return startSpy({
      command: command('-id', id, '-spy', ...windowProperties),
      env,
      onLine: (line) => {
        const property = parseProperty(line);
        if (property === null) return;
        seen.add(property.name);
        if (property.state === 'set') values.set(property.name, property.value);
        else values.delete(property.name);
        if (seen.size === windowProperties.length) onWindow(windowFrom(values, processName));
      },
      onEnd: ({ code, complaint }) => {
        // xprop ends in peace when its window closes, and with BadWindow when it was closed before.
        const closed = code === 0 || complaint.includes('BadWindow');
        if (closed) gone(id);
        return closed;
      },
      onDown: (problem) =>
        onSight(
          'window-details',
          `A change of title or tab in the present window cannot be seen: xprop ${problem}. Clipward tries again by itself.`,
        ),
      onUp: () => onSight('window-details', null),
    });
  }

  const root = startSpy({
    command: command('-root', '-spy', '_NET_SUPPORTING_WM_CHECK', '_NET_ACTIVE_WINDOW'),
    env,
    onLine: (line) => {
      const property = parseProperty(line);
      if (property === null) return;
      if (property.name === '_NET_SUPPORTING_WM_CHECK')
        onSight('window-manager', property.state === 'set' ? null : NO_WINDOW_MANAGER);
      else follow(property.state === 'set' ? parseWindowId(property.value) : null);
      if (property.state === 'unknown') root.retry('cannot tell it yet');
    },
    onDown: (problem) =>
      onSight(
        'active-window',
        `The window in front cannot be seen: xprop ${problem}. Clipward tries again by itself; if this stays, check that the package x11-utils is installed and the display answers.`,
      ),
    onUp: () => onSight('active-window', null),
  });

  return {
    stop() {
      stopped = true;
      root.stop();
      details?.stop();
    },
  };
}

/** How long the window manager has to name another window after one closed, in ms. */
const CLOSED_MS = 250;

const NO_WINDOW_MANAGER =
  'No window manager tells the window in front (_NET_ACTIVE_WINDOW): use one that follows the Extended Window Manager Hints.';

/** LC_ALL=C: xprop then escapes every byte that is not printable ASCII, whatever the session's language. */
const xpropEnv = (display: string): NodeJS.ProcessEnv => ({ ...process.env, DISPLAY: display, LC_ALL: 'C' });

/**
 * Is there an X display that answers, and an xprop to ask it with? The value is the display's name.
 * A problem says what is missing and how to mend it.
 */
export async function x11Available(env: NodeJS.ProcessEnv): Promise<Result<string>> {
  const display = env['DISPLAY'] ?? '';
  if (display === '')
    return failed('X11: no display (DISPLAY is not set): start Clipward inside a graphical X11 session');
  return new Promise((resolve) => {
    execFile('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env, timeout: 2000 }, (error) => {
      if (error === null) resolve(ok(display));
      else if (error.code === 'ENOENT')
        resolve(failed('X11: xprop is missing: install it (Debian and Ubuntu: apt install x11-utils)'));
      else if (error.killed === true) resolve(failed(`X11: display ${display} did not answer within 2 s`));
      else
        resolve(
          failed(`X11: display ${display} cannot be opened: check that it runs and that XAUTHORITY fits it`),
        );
    });
  });
}
