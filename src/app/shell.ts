import { join } from 'node:path';
import type { Ask } from '../shared/coaching.ts';
import { messageOf } from '../shared/result.ts';
import { APP_SCHEME, servePages } from './app-protocol.ts';
import { createCoachWindow } from './coach-window.ts';
import type { ElectronFace } from './electron-face.ts';
import { denyPermissions, lockDownPages, PARTITION } from './lock-down.ts';
import type { ShellState, TrayCommand } from './tray-menu.ts';
import { createTray } from './tray.ts';

/** Milliseconds to wait for the last work before leaving anyway; what is held then is given back by the safeguard. */
const QUIT_PATIENCE_MS = 5_000;

/** What the agent's host can do with Electron. */
export interface Shell {
  /** Shows a question in the coaching window. null when it was withdrawn or cannot be shown. */
  readonly ask: Ask;
  /** What is done when the person chooses this in the tray; quitting needs none. */
  onCommand(command: 'sign-in', action: () => void): void;
  /** Tells the person how the agent is, in the tray. */
  setState(state: ShellState): void;
  /** `work` is awaited before the process ends. Failing or taking longer than a few seconds, it is told and left. */
  onQuit(work: () => Promise<void>): void;
}

export interface ShellOptions {
  readonly electron: ElectronFace;
  readonly platform: NodeJS.Platform;
  /** The folder with `preload/` and `renderer/` in it. */
  readonly distDir: string;
  readonly iconDir: string;
  /** One sentence for the log about something that went wrong. */
  readonly tell: (problem: string) => void;
  readonly quitPatienceMs?: number;
}

/** What Electron only takes before it is ready. Call once, first thing. */
export function prepareElectron({ app, protocol }: ElectronFace, tell: (problem: string) => void): void {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true } },
  ]);
  lockDownPages(app, tell);
  // Without a listener Electron quits with its last window. The tray is what keeps Clipward here.
  app.on('window-all-closed', () => undefined);
}

/** Puts up the tray and the hidden coaching window. Call when Electron is ready, after `prepareElectron`. */
export async function createShell(options: ShellOptions): Promise<Shell> {
  const { electron, platform, distDir, iconDir, tell } = options;
  // First: from here on there is something that refuses to close, and quitting must get past it.
  const onQuit = quitWork(options);
  const actions: Partial<Record<TrayCommand, () => void>> = { quit: () => electron.app.quit() };
  const tray = createTray(electron, iconDir, platform, (command) => actions[command]?.());
  const state = rememberedState((shown) => tray.show(shown));

  const session = electron.session.fromPartition(PARTITION);
  denyPermissions(session);
  session.protocol.handle(APP_SCHEME, servePages(join(distDir, 'renderer'), tell));
  // The default menu has entries to reload a page and open its tools. On macOS it is also what makes Cmd+C and Cmd+V work.
  if (platform !== 'darwin') electron.Menu.setApplicationMenu(null);

  const lost = (problem: string): void => {
    tell(problem);
    state.addNote(problem);
  };
  const window = createCoachWindow(electron, join(distDir, 'preload', 'preload.cjs'), tell, lost);
  const loaded = await window.load();
  if (!loaded.ok) lost(`People cannot be asked: ${loaded.problem}.`);

  return {
    ask: window.coaching.ask,
    onCommand: (command, action) => void (actions[command] = action),
    setState: state.set,
    onQuit,
  };
}

/** The agent's state with the shell's own troubles added, which outlast every new state. */
function rememberedState(show: (state: ShellState) => void) {
  const own: string[] = [];
  let told: ShellState = { kind: 'starting', notes: [] };
  const refresh = (): void => {
    const kind = own.length > 0 && told.kind === 'guarding' ? 'limited' : told.kind;
    show({ ...told, kind, notes: [...told.notes, ...own] });
  };
  refresh();
  return {
    set: (state: ShellState): void => {
      told = state;
      refresh();
    },
    addNote: (note: string): void => {
      own.push(note);
      refresh();
    },
  };
}

/** Quitting waits once for the work, then ends the process without asking the windows again. */
function quitWork({
  electron: { app },
  tell,
  quitPatienceMs = QUIT_PATIENCE_MS,
}: ShellOptions): Shell['onQuit'] {
  const work: (() => Promise<void>)[] = [];
  let quitting = false;
  const finish = async (): Promise<boolean> => {
    const results = await Promise.allSettled(work.map((each) => each()));
    const problems = results.flatMap((each) => (each.status === 'rejected' ? [messageOf(each.reason)] : []));
    for (const problem of problems) tell(`Something failed while Clipward was quitting: ${problem}.`);
    return problems.length === 0;
  };
  app.on('before-quit', async (event) => {
    event.preventDefault();
    if (quitting) return;
    quitting = true;
    const patience = new Promise<false>((resolve) => setTimeout(resolve, quitPatienceMs, false).unref());
    const finished = await Promise.race([finish(), patience]);
    app.exit(finished ? 0 : 1);
  });
  return (each) => {
    work.push(each);
  };
}
