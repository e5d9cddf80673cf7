import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions } from 'electron';
import type { BrowserContext } from 'playwright-core';
import type {
  AppFace,
  ElectronFace,
  InvokeListener,
  SessionFace,
  TrayFace,
} from '../../src/app/electron-face.ts';
import { ShimWindow } from './shim-window.ts';

/** What a test looks at and does from outside; none of it can be reached through `electron`. */
export interface ShimControls {
  readonly windows: readonly ShimWindow[];
  readonly trays: readonly ShimTray[];
  readonly app: ShimApp;
  readonly ipcMain: ShimIpcMain;
  readonly sessions: ReadonlyMap<string, ShimSession>;
  /** Chooses a tray row by its label. */
  chooseInTray(label: string): void;
}

export interface ShimOptions {
  /** Where windows become pages. Without one they cannot be loaded; enough for tests of tray and life cycle. */
  readonly context?: BrowserContext;
  readonly firstInstance?: boolean;
}

/** An Electron whose windows are pages of a real Chromium. It proves our code, not Electron. */
export function createElectronShim(options: ShimOptions = {}): {
  electron: ElectronFace;
  controls: ShimControls;
} {
  const windows: ShimWindow[] = [];
  const trays: ShimTray[] = [];
  const sessions = new Map<string, ShimSession>();
  const app = new ShimApp(options.firstInstance ?? true);
  const ipcMain = new ShimIpcMain();
  const sessionOf = (partition: string): ShimSession => {
    const known = sessions.get(partition) ?? new ShimSession();
    sessions.set(partition, known);
    return known;
  };
  const electron: ElectronFace = {
    app,
    ipcMain,
    BrowserWindow: class extends ShimWindow {
      constructor(windowOptions: ConstructorParameters<ElectronFace['BrowserWindow']>[0]) {
        super(windowOptions, { id: windows.length + 1, context: options.context, sessionOf, ipcMain });
        windows.push(this);
        app.emit('web-contents-created', {}, this.webContents);
      }
    },
    Tray: class extends ShimTray {
      constructor(imagePath: string) {
        super(imagePath);
        trays.push(this);
      }
    },
    Menu: { buildFromTemplate: (template) => ({ items: template }), setApplicationMenu: () => undefined },
    protocol: { registerSchemesAsPrivileged: () => app.mustNotBeReady('registerSchemesAsPrivileged') },
    screen: {
      getCursorScreenPoint: () => ({ x: 2000, y: 10 }),
      getDisplayNearestPoint: ({ x }) => ({
        workArea: { x: x < 1920 ? 0 : 1920, y: 0, width: 1920, height: 1040 },
      }),
    },
    session: { fromPartition: sessionOf },
  };
  const chooseInTray = (label: string): void => {
    const row = trays.at(-1)?.items.find((item) => item.label === label);
    if (row?.click === undefined) throw new Error(`The tray has nothing to choose called "${label}".`);
    Reflect.apply(row.click, undefined, []);
  };
  return { electron, controls: { windows, trays, app, ipcMain, sessions, chooseInTray } };
}

export class ShimApp extends EventEmitter implements AppFace {
  readonly isPackaged = true;
  /** Set once the process would have ended. */
  exitCode: number | undefined;
  quits = 0;
  #ready = false;
  readonly #first: boolean;

  constructor(first: boolean) {
    super();
    this.#first = first;
  }

  enableSandbox(): void {
    this.mustNotBeReady('enableSandbox');
  }

  async whenReady(): Promise<void> {
    this.#ready = true;
  }

  requestSingleInstanceLock(): boolean {
    return this.#first;
  }

  quit(): void {
    this.quits += 1;
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) this.exit();
  }

  exit(code = 0): void {
    this.exitCode = code;
  }

  /** Electron throws the same way. */
  mustNotBeReady(call: string): void {
    if (this.#ready) throw new Error(`${call} must be called before the app is ready`);
  }
}

export class ShimIpcMain {
  readonly #listeners = new Map<string, InvokeListener>();

  handle(channel: string, listener: InvokeListener): void {
    if (this.#listeners.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#listeners.set(channel, listener);
  }

  async invoke(channel: string, ...[event, ...args]: Parameters<InvokeListener>): Promise<unknown> {
    const listener = this.#listeners.get(channel);
    if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
    return listener(event, ...args);
  }
}

export class ShimSession implements SessionFace {
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>();
  permissionRequest: Parameters<SessionFace['setPermissionRequestHandler']>[0] = null;
  permissionCheck: Parameters<SessionFace['setPermissionCheckHandler']>[0] = null;
  devicePermission: Parameters<SessionFace['setDevicePermissionHandler']>[0] = null;
  readonly protocol: SessionFace['protocol'] = {
    handle: (scheme, handler) => void this.handlers.set(scheme, handler),
  };

  setPermissionRequestHandler(handler: ShimSession['permissionRequest']): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: ShimSession['permissionCheck']): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: ShimSession['devicePermission']): void {
    this.devicePermission = handler;
  }
}

export class ShimTray implements TrayFace {
  image: string;
  toolTip = '';
  items: readonly MenuItemConstructorOptions[] = [];

  constructor(image: string) {
    this.image = image;
  }

  setImage(image: string): void {
    this.image = image;
  }

  setToolTip(text: string): void {
    this.toolTip = text;
  }

  setContextMenu(menu: object | null): void {
    this.items = menu !== null && 'items' in menu ? (menu.items as MenuItemConstructorOptions[]) : [];
  }
}
