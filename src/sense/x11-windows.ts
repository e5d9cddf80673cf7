import { execFile } from 'node:child_process';
import type { WindowContext } from '../shared/capture.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { processName } from './process-name.ts';
import type { Spy } from './spy.ts';
import { parseWindowId, windowFrom, windowProperties } from './xprop-output.ts';
import { createXprop } from './xprop-spy.ts';

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
  const xprop = await createXprop(options.display);
  let active: string | null | undefined;
  let details: Spy | null = null;
  let emptied: NodeJS.Timeout | null = null;

  function follow(id: string | null): void {
    if (id === active) return;
    active = id;
    forget();
    onSight('window-details', null);
    if (id === null) nothingInFront();
    else details = spyOnDetails(id);
  }

  function forget(): void {
    if (emptied !== null) clearTimeout(emptied);
    emptied = null;
    details?.stop();
    details = null;
  }

  function nothingInFront(): void {
    emptied = setTimeout(() => onWindow(null), EMPTY_MS);
    emptied.unref();
  }

  function spyOnDetails(id: string): Spy {
    const seen = new Set<string>();
    const values = new Map<string, string>();
    return xprop.spyOn({
      target: ['-id', id],
      properties: windowProperties,
      onProperty: (property) => {
        seen.add(property.name);
        if (property.state === 'set') values.set(property.name, property.value);
        else values.delete(property.name);
        if (seen.size === windowProperties.length) onWindow(windowFrom(values, processName));
      },
      onDown: (problem) => onSight('window-details', blindTo('A change of title or tab', problem)),
      onUp: () => onSight('window-details', null),
      // Some window managers leave a closed window's id behind when no other comes to the front.
      onClosed: nothingInFront,
    });
  }

  const root = xprop.spyOn({
    target: ['-root'],
    properties: ['_NET_SUPPORTING_WM_CHECK', '_NET_ACTIVE_WINDOW'],
    onProperty: ({ name, ...property }) => {
      const value = property.state === 'set' ? property.value : null;
      if (name === '_NET_ACTIVE_WINDOW') follow(value === null ? null : parseWindowId(value));
      else onSight('window-manager', value === null ? NO_WINDOW_MANAGER : null);
      if (property.state !== 'unknown') return;
      follow(null);
      root.retry();
    },
    onDown: (problem) => onSight('active-window', blindTo('The window in front', problem)),
    onUp: () => onSight('active-window', null),
  });

  return {
    stop() {
      root.stop();
      forget();
    },
  };
}

/** How long nothing must be in front before it is told, in ms: one window leaves a moment before the next one comes. */
const EMPTY_MS = 200;

const blindTo = (what: string, problem: string): string =>
  `${what} cannot be seen: xprop ${problem}. Clipward tries again by itself; if this stays, check that xprop (package x11-utils) runs in this session.`;

const NO_WINDOW_MANAGER =
  'No window manager tells the window in front (_NET_ACTIVE_WINDOW): use one that follows the Extended Window Manager Hints.';

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
