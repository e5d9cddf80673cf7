/**
 * The tray app's first file: hands the real Electron and this machine's desktop to `runHost` and decides nothing else.
 * It never waits at its top level: Electron becomes ready only after this file has been evaluated.
 */
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  net,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
} from 'electron';
import { join } from 'node:path';
import { openHostedAgent } from '../cli/hosted-agent.ts';
import { liveDesktopAvailable, nodeKeeper, openLiveDesktop } from '../cli/live-desktop.ts';
import { dataDirFor } from '../cli/paths.ts';
import { printable } from '../cli/output.ts';
import { wordsFor } from '../cli/words.ts';
import type { KeeperCommand } from '../sense/keeper-client.ts';
import type { Ask } from '../shared/coaching.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { KEEPER_SWITCH, readCommandLine } from './command-line.ts';
import { openAppSecrets } from './safe-storage.ts';
import { runHost, type HostedAgent } from './host.ts';

/** dist/, seen from dist/app/main.js. */
const distDir = join(import.meta.dirname, '..');
const chosen = readCommandLine(process.argv.slice(app.isPackaged ? 1 : 2));

const tell = (line: string): void => void process.stderr.write(`clipward: ${printable(line)}\n`);

/** Packaged, the binary is Clipward itself and takes a switch; in development it is Electron, which can stand in for Node. */
const keeper: KeeperCommand = app.isPackaged
  ? { command: process.execPath, args: [KEEPER_SWITCH] }
  : { ...nodeKeeper(), env: { ELECTRON_RUN_AS_NODE: '1' } };

/** Resolves once the system has been told; a page that does not come is the browser's to say. */
async function openInBrowser(url: string): Promise<Result<void>> {
  try {
    await shell.openExternal(url);
    return ok(undefined);
  } catch (error) {
    return failed(`the browser could not be opened: ${messageOf(error)}`);
  }
}

/** Chromium's network stack: it knows the system's proxies and certificates. */
const systemFetch: typeof globalThis.fetch = (input, init) =>
  net.fetch(input instanceof URL ? input.href : input, init);

async function openAgentHere(ask: Ask): Promise<Result<HostedAgent>> {
  const available = await liveDesktopAvailable();
  if (!available.ok) return available;
  const dataDir = dataDirFor(chosen.data);
  const secrets = await openAppSecrets(dataDir, safeStorage, process.platform, tell);
  const agent = await openHostedAgent({
    ...chosen,
    host: 'electron',
    desktop: openLiveDesktop(dataDir, keeper),
    ask,
    tell: (happening) => tell(wordsFor(happening)),
    dataDir,
    secrets: secrets.store,
    fetch: systemFetch,
    openBrowser: openInBrowser,
  });
  if (secrets.limitation !== null) tell(secrets.limitation);
  return agent;
}

function failAtStart(error: unknown): void {
  tell(`could not start: ${messageOf(error)}. Install Clipward again if this stays.`);
  app.exit(1);
}

if (process.argv[1] === KEEPER_SWITCH) {
  import('../sense/keeper.ts').catch(failAtStart);
} else {
  // Lasting listeners: clipboardy listens too while it reads, and ends the process if it finds itself the only listener.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  runHost({
    electron: { app, BrowserWindow, ipcMain, Menu, protocol, screen, session, Tray },
    platform: process.platform,
    distDir,
    iconDir: join(distDir, '..', 'assets', 'icons'),
    tell,
    openAgent: openAgentHere,
  }).catch(failAtStart);
}
