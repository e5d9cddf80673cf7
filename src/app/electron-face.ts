import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Display,
  MenuItemConstructorOptions,
  SafeStorage,
  Session,
  WebContents,
  WebFrameMain,
} from 'electron';

/**
 * The part of Electron that Clipward uses. `main.ts` hands in the real one, so the compiler checks that Electron
 * has every name with this signature; tests hand in one that drives a browser.
 */
export interface ElectronFace {
  readonly app: AppFace;
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => WindowFace;
  readonly ipcMain: { handle(channel: string, listener: InvokeListener): void };
  readonly Menu: {
    buildFromTemplate(template: MenuItemConstructorOptions[]): object;
    setApplicationMenu(menu: null): void;
  };
  readonly protocol: {
    registerSchemesAsPrivileged(
      schemes: { scheme: string; privileges: { standard: true; secure: true } }[],
    ): void;
  };
  readonly screen: {
    getCursorScreenPoint(): Point;
    getDisplayNearestPoint(point: Point): Pick<Display, 'workArea'>;
  };
  readonly session: { fromPartition(partition: string): SessionFace };
  readonly Tray: new (imagePath: string) => TrayFace;
}

export interface AppFace extends Pick<
  App,
  'enableSandbox' | 'exit' | 'isPackaged' | 'quit' | 'requestSingleInstanceLock' | 'whenReady'
> {
  on(event: 'before-quit', listener: (event: Preventable) => void): unknown;
  on(event: 'window-all-closed', listener: () => void): unknown;
  on(event: 'web-contents-created', listener: (event: unknown, contents: ContentsFace) => void): unknown;
}

export interface WindowFace extends Pick<
  BrowserWindow,
  'focus' | 'hide' | 'loadURL' | 'setAlwaysOnTop' | 'setBounds' | 'setVisibleOnAllWorkspaces' | 'show'
> {
  readonly webContents: ContentsFace;
  on(event: 'close', listener: (event: Preventable) => void): unknown;
}

export interface ContentsFace extends Pick<WebContents, 'id' | 'send' | 'setWindowOpenHandler'> {
  on(event: 'will-frame-navigate' | 'will-redirect', listener: (details: Preventable) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  on(event: 'render-process-gone', listener: (event: unknown, details: { reason: string }) => void): unknown;
}

export type SessionFace = Pick<
  Session,
  'setDevicePermissionHandler' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler'
> & {
  readonly protocol: { handle(scheme: string, handler: (request: Request) => Promise<Response>): void };
};

export type SafeStorageFace = Pick<
  SafeStorage,
  'decryptStringAsync' | 'encryptStringAsync' | 'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable'
>;

export interface TrayFace {
  setImage(imagePath: string): void;
  setToolTip(text: string): void;
  /** Takes what `Menu.buildFromTemplate` returned. */
  setContextMenu(menu: object | null): void;
}

/** Who called: which window, and which frame in it (null once that frame is gone). */
export interface InvokeEvent {
  readonly sender: Pick<WebContents, 'id'>;
  readonly senderFrame: (Pick<WebFrameMain, 'url'> & { readonly parent: object | null }) | null;
}
export type InvokeListener = (event: InvokeEvent, ...args: unknown[]) => Promise<unknown>;

interface Preventable {
  preventDefault(): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}
