import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { BrowserWindowConstructorOptions, Rectangle, WebPreferences } from 'electron';
import type { BrowserContext, Page } from 'playwright-core';
import type { ContentsFace, InvokeEvent, WindowFace } from '../../src/app/electron-face.ts';
import { messageOf } from '../../src/shared/result.ts';
import type { ShimIpcMain, ShimSession } from './electron-shim.ts';

/** Chromium does not know our scheme; the page gets this origin and our handler sees the real address. */
const STAND_IN = 'https://clipward.app.test';
const REAL = 'app://clipward';

export interface ShimWorld {
  readonly id: number;
  readonly context: BrowserContext | undefined;
  sessionOf(partition: string): ShimSession;
  readonly ipcMain: ShimIpcMain;
}

/** A BrowserWindow that is a Chromium page. */
export class ShimWindow extends EventEmitter implements WindowFace {
  readonly webContents: ShimContents;
  visible: boolean;
  focused = false;
  bounds: Partial<Rectangle> = {};
  alwaysOnTop: boolean;

  constructor(options: BrowserWindowConstructorOptions, world: ShimWorld) {
    super();
    this.webContents = new ShimContents(securePreferences(options.webPreferences), world);
    this.visible = options.show ?? true;
    this.alwaysOnTop = options.alwaysOnTop ?? false;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.load(url);
  }

  show(): void {
    this.visible = true;
  }

  hide(): void {
    this.visible = false;
    this.focused = false;
  }

  focus(): void {
    this.focused = true;
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds = bounds;
  }

  setAlwaysOnTop(flag: boolean): void {
    this.alwaysOnTop = flag;
  }

  setVisibleOnAllWorkspaces(): void {}
}

/** What this product never leaves to a default. */
function securePreferences(
  given: WebPreferences = {},
): WebPreferences & { preload: string; partition: string } {
  const demanded = {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  };
  for (const [name, value] of Object.entries(demanded)) {
    if (given[name as keyof typeof demanded] !== value)
      throw new Error(`insecure webPreferences: ${name} must be ${value}`);
  }
  for (const name of [
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'enableBlinkFeatures',
  ] as const) {
    if (given[name] !== undefined) throw new Error(`insecure webPreferences: ${name} must not be set`);
  }
  const { preload, partition } = given;
  if (preload === undefined || partition === undefined)
    throw new Error('webPreferences: preload and partition are needed');
  if (partition.startsWith('persist:'))
    throw new Error('webPreferences: the partition would be kept on disk');
  return { ...given, preload, partition };
}

export class ShimContents extends EventEmitter implements ContentsFace {
  readonly id: number;
  /** What the page wrote to its console or threw, and what its security policy refused. */
  readonly complaints: string[] = [];
  openHandler: Parameters<ContentsFace['setWindowOpenHandler']>[0] | undefined;
  readonly #preferences: { readonly preload: string; readonly partition: string };
  readonly #world: ShimWorld;
  #page: Promise<Page> | undefined;

  constructor(preferences: { preload: string; partition: string }, world: ShimWorld) {
    super();
    this.id = world.id;
    this.#preferences = preferences;
    this.#world = world;
  }

  /** The page behind the window, for tests to look at and type into. */
  get page(): Promise<Page> {
    if (this.#page === undefined) throw new Error('This window has loaded nothing yet.');
    return this.#page;
  }

  async load(url: string): Promise<void> {
    const page = await (this.#page ??= this.#open());
    await page.goto(url.replace(REAL, STAND_IN), { waitUntil: 'load' });
  }

  send(channel: string, ...args: unknown[]): void {
    void this.#deliver(channel, args);
  }

  setWindowOpenHandler(handler: Parameters<ContentsFace['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler;
  }

  /** As Electron tells of a page's own request. */
  eventOfPage(url: string): InvokeEvent {
    return { sender: { id: this.id }, senderFrame: { url: url.replace(STAND_IN, REAL), parent: null } };
  }

  async #deliver(channel: string, args: readonly unknown[]): Promise<void> {
    const page = await this.#page;
    try {
      await page?.evaluate(([name, values]) => Reflect.get(window, '__push')(name, ...values), [
        channel,
        args,
      ] as const);
    } catch (error) {
      // Electron, too, drops what is sent to a page that is gone or leaving.
      if (page?.isClosed() === false && !/context was destroyed/.test(messageOf(error))) throw error;
    }
  }

  async #open(): Promise<Page> {
    if (this.#world.context === undefined) throw new Error('This shim was made without a browser.');
    const page = await this.#world.context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    await page.route('**', async (route) => {
      const handler = this.#world.sessionOf(this.#preferences.partition).handlers.get('app');
      const response = await handler?.(new Request(route.request().url().replace(STAND_IN, REAL)));
      if (response === undefined) return route.abort();
      const body = Buffer.from(await response.arrayBuffer());
      return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
    });
    await page.exposeFunction('__invoke', (channel: string, ...args: unknown[]) =>
      this.#world.ipcMain.invoke(channel, this.eventOfPage(page.url()), ...args),
    );
    await page.addInitScript({ content: asPreload(await readFile(this.#preferences.preload, 'utf8')) });
    return page;
  }
}

/** Runs a sandboxed preload: CommonJS, and of all modules only the part of `electron` it may have. */
const asPreload = (code: string): string => `{
  const listeners = new Map();
  const invoke = window.__invoke;
  delete window.__invoke;
  Object.defineProperty(window, '__push', {
    value: (channel, ...args) => { for (const each of listeners.get(channel) ?? []) each({}, ...args); },
  });
  const frozen = (value) => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
    return Object.freeze(value);
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: frozen(api) }),
    },
    ipcRenderer: {
      invoke,
      on: (channel, heard) => void listeners.set(channel, [...(listeners.get(channel) ?? []), heard]),
      off: (channel, heard) => void listeners.set(channel, (listeners.get(channel) ?? []).filter((each) => each !== heard)),
    },
  };
  const module = { exports: {} };
  const require = (name) => {
    if (name !== 'electron') throw new Error('module not found: ' + name);
    return electron;
  };
  ((module, exports, require) => {
${code}
  })(module, module.exports, require);
}`;
