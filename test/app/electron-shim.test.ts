import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type * as Electron from 'electron';
import type { WebPreferences } from 'electron';
import type { ElectronFace } from '../../src/app/electron-face.ts';
import { createElectronShim, ShimApp, ShimIpcMain, ShimSession, ShimTray } from './electron-shim.ts';
import { ShimContents, ShimWindow } from './shim-window.ts';

const secure: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webviewTag: false,
  webSecurity: true,
  preload: '/preload.cjs',
  partition: 'clipward',
};

describe('the stand-in for Electron', () => {
  it('is typed as a part of the real one', () => {
    expectTypeOf<typeof Electron>().toExtend<ElectronFace>();
  });

  it('takes a window with secure preferences', () => {
    const { electron } = createElectronShim();
    expect(() => new electron.BrowserWindow({ webPreferences: secure })).not.toThrow();
  });

  it.each<[string, WebPreferences]>([
    ['nothing stated', {}],
    ['node integration', { ...secure, nodeIntegration: true }],
    ['no sandbox', { ...secure, sandbox: false }],
    ['no context isolation', { ...secure, contextIsolation: false }],
    ['webviews', { ...secure, webviewTag: true }],
    ['no web security', { ...secure, webSecurity: false }],
    ['insecure content', { ...secure, allowRunningInsecureContent: true }],
    ['node in workers', { ...secure, nodeIntegrationInWorker: true }],
    ['a profile on disk', { ...secure, partition: 'persist:clipward' }],
  ])('refuses %s', (_name, webPreferences) => {
    const { electron } = createElectronShim();
    expect(() => new electron.BrowserWindow({ webPreferences })).toThrow(/webPreferences/);
  });

  it('refuses what Electron takes only before it is ready', async () => {
    const { electron } = createElectronShim();
    await electron.app.whenReady();
    expect(() => electron.app.enableSandbox()).toThrow(/before the app is ready/);
    expect(() => electron.protocol.registerSchemesAsPrivileged([])).toThrow(/before the app is ready/);
  });
});

const methodsOf = (prototype: object): string[] =>
  Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');

/** For the code under test the compiler hides what the faces do not name. This is about what the shim's own code claims. */
describe('a name the stand-in offers as Electron’s', () => {
  let declarations: string;
  beforeAll(() => {
    declarations = readFileSync(
      join(import.meta.dirname, '../../node_modules/electron/electron.d.ts'),
      'utf8',
    );
  });

  /** Member names of an interface or class of electron.d.ts. */
  const declared = (kind: string, name: string): string[] => {
    const start = declarations.search(new RegExp(`^  ${kind} ${name}\\b`, 'm'));
    if (start === -1) throw new Error(`electron.d.ts declares no ${kind} ${name}`);
    const block = declarations.slice(start, declarations.indexOf('\n  }\n', start));
    return [...block.matchAll(/^    (?:readonly )?(\w+)\??[(:]/gm)].map((match) => match[1] ?? '');
  };

  /** Doors for tests; the faces do not have them. */
  const forTests = ['mustNotBeReady', 'invoke', 'load', 'page', 'eventOfPage'];

  it.each<[string, string, object]>([
    ['interface', 'App', ShimApp.prototype],
    ['class', 'BrowserWindow', ShimWindow.prototype],
    ['class', 'WebContents', ShimContents.prototype],
    ['class', 'Session', ShimSession.prototype],
    ['class', 'Tray', ShimTray.prototype],
    ['interface', 'IpcMain', ShimIpcMain.prototype],
  ])('in %s %s is declared there', (kind, name, prototype) => {
    const known = declared(kind, name);
    const offered = methodsOf(prototype).filter((method) => !forTests.includes(method));
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.filter((method) => !known.includes(method))).toEqual([]);
  });

  it('at the top level is exported by Electron', () => {
    const start = declarations.indexOf('  namespace CrossProcessExports {');
    const main = declarations.slice(start, declarations.indexOf('\n  }\n', start));
    const exported = [...main.matchAll(/^    (?:const|class) (\w+)/gm)].map((match) => match[1]);
    const offered = Object.keys(createElectronShim().electron);
    expect(offered.filter((name) => !exported.includes(name))).toEqual([]);
  });
});
