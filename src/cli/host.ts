import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';

/** Where the agent lives in this session, and why. */
export type Host =
  | { readonly kind: 'electron'; readonly binary: string; readonly why: string }
  | { readonly kind: 'terminal'; readonly why: string }
  | { readonly kind: 'none'; readonly why: string };

export interface HostFacts {
  /** Is there a live desktop Clipward can see? The problem says what is missing. */
  readonly desktop: Result<string>;
  /** Finds Electron, or fetches it where that is possible; asked for only when a desktop is there. */
  readonly electron: () => Result<string>;
  /** Asked for: no tray app even where it could run. */
  readonly terminal: boolean;
}

/** The tray app where Electron and a desktop are; else the terminal on the desktop; else none. */
export function chooseHost({ desktop, electron, terminal }: HostFacts): Host {
  if (!desktop.ok) return { kind: 'none', why: desktop.problem };
  if (terminal) return { kind: 'terminal', why: `${desktop.value} is there, and the terminal was asked for` };
  const binary = electron();
  return binary.ok
    ? { kind: 'electron', binary: binary.value, why: `Electron and ${desktop.value} are there` }
    : { kind: 'terminal', why: `${desktop.value} is there, Electron is not (${binary.problem})` };
}

const FETCH_LIMIT_MS = 180_000;

/**
 * The Electron binary: ELECTRON_OVERRIDE_DIST_PATH, or what the `electron` package has, fetched at its first use.
 * Packaged apps never come here: there Electron is what started us.
 */
export function findElectron(say: (line: string) => void): Result<string> {
  let folder: string;
  try {
    folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return failed('the electron package is not installed');
  }
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined)
    return existing(join(override, process.platform === 'win32' ? 'electron.exe' : 'electron'));
  const known = binaryOf(folder);
  if (known.ok) return known;
  say('Fetching Electron, once …');
  const fetched = spawnSync(process.execPath, [join(folder, 'install.js')], {
    timeout: FETCH_LIMIT_MS,
    stdio: 'ignore',
  });
  return fetched.status === 0 ? binaryOf(folder) : failed('its binary could not be fetched');
}

function binaryOf(folder: string): Result<string> {
  try {
    return existing(join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim()));
  } catch {
    return failed('its binary is not there');
  }
}

const existing = (path: string): Result<string> =>
  existsSync(path) ? ok(path) : failed(`${path} is not there`);

/** Runs the tray app and ends with its exit code. */
export function runElectron(binary: string, main: string, args: readonly string[]): Promise<Result<number>> {
  return new Promise((resolve) => {
    const child = spawn(binary, [main, ...args], { stdio: 'inherit' });
    child.once('error', (error) => resolve(failed(messageOf(error))));
    child.once('exit', (code) => resolve(ok(code ?? 1)));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  });
}
