import type { WebPreferences } from 'electron';
import type { Question } from '../shared/coaching.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { COACH_URL } from './app-protocol.ts';
import { createCoaching, type Coaching } from './coaching.ts';
import type { ElectronFace, WindowFace } from './electron-face.ts';
import { push, serveRequests, type ChannelOf, type Handlers } from './ipc-router.ts';
import { PARTITION } from './lock-down.ts';

/** In DIP. Room for three buttons in a row and, above them, a reason and what it is about. */
const SIZE = { width: 560, height: 540 };

/** Crashes of the page without an answer in between, after which it is taken for broken. */
const MAX_CRASHES = 3;

export interface CoachWindow {
  readonly coaching: Coaching;
  /** Loads the page into the hidden window, so that a question is shown at once. */
  load(): Promise<Result<void>>;
}

/** Creates the coaching window, hidden. `lost` is told once when it can no longer show anything. */
export function createCoachWindow(
  electron: ElectronFace,
  preload: string,
  tell: (problem: string) => void,
  lost: (problem: string) => void,
): CoachWindow {
  const window = new electron.BrowserWindow({ ...shape, webPreferences: webPreferences(electron, preload) });
  floatAboveAll(window);
  const coaching = createCoaching(
    {
      show: (question) => show(electron, window, question),
      hide: (id) => {
        push(window.webContents, 'coach:withdraw', { id });
        window.hide();
      },
    },
    tell,
  );
  window.on('close', (event) => {
    // Kept for the next question. Closing it is an answer.
    event.preventDefault();
    coaching.closed();
  });
  const load = async (): Promise<Result<void>> => {
    try {
      await window.loadURL(COACH_URL);
      return ok(undefined);
    } catch (error) {
      coaching.giveUp();
      return failed(`the coaching window does not load: ${messageOf(error)}. Restart or reinstall Clipward`);
    }
  };
  const crashes = reloadAfterCrash(window, coaching, load, lost);
  const page = { contents: window.webContents, url: COACH_URL };
  serveRequests(electron.ipcMain, page, handlersFor(coaching, crashes.forget), tell);
  return { coaching, load };
}

const shape = {
  ...SIZE,
  title: 'Clipward',
  show: false,
  alwaysOnTop: true,
  resizable: false,
  minimizable: false,
  maximizable: false,
  fullscreenable: false,
  autoHideMenuBar: true,
};

/** All of it is Electron's default today but the last four; stated, because a default can change. */
const webPreferences = (electron: ElectronFace, preload: string): WebPreferences => ({
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  preload,
  partition: PARTITION,
  webviewTag: false,
  // The spell checker fetches dictionaries from the network.
  spellcheck: false,
  devTools: !electron.app.isPackaged,
});

/** Also over full-screen apps: what was pasted into one must not go unanswered behind it. */
function floatAboveAll(window: WindowFace): void {
  window.setAlwaysOnTop(true, 'screen-saver');
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
}

function show(electron: ElectronFace, window: WindowFace, question: Question): Result<void> {
  const pushed = push(window.webContents, 'coach:show', question);
  if (!pushed.ok) return pushed;
  const { workArea } = electron.screen.getDisplayNearestPoint(electron.screen.getCursorScreenPoint());
  window.setBounds(placeIn(workArea));
  window.show();
  window.focus();
  return ok(undefined);
}

/** Where the dialog goes: in the middle and a little high, wholly on that screen even if it is a small one. In DIP. */
export function placeIn(area: { x: number; y: number; width: number; height: number }) {
  const width = Math.min(SIZE.width, area.width);
  const height = Math.min(SIZE.height, area.height);
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 3),
    width,
    height,
  };
}

const handlersFor = (coaching: Coaching, answered: () => void): Handlers<ChannelOf<'coach'>> => ({
  'coach:question': () => ok(coaching.current()),
  'coach:answer': ({ id, answer }) => {
    answered();
    return coaching.answer(id, answer);
  },
});

/** A page that comes back asks for the open question itself, so the person only sees it drawn again. */
function reloadAfterCrash(
  window: WindowFace,
  coaching: Coaching,
  load: CoachWindow['load'],
  lost: (problem: string) => void,
): { forget: () => void } {
  let crashes = 0;
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    crashes += 1;
    if (crashes >= MAX_CRASHES) {
      coaching.giveUp();
      lost(
        `The coaching window keeps failing (${reason}). Restart Clipward; until then nothing held can be asked about.`,
      );
      return;
    }
    const loaded = await load();
    if (!loaded.ok) lost(`After a failure (${reason}) ${loaded.problem}.`);
  });
  return { forget: () => (crashes = 0) };
}
