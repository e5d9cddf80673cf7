import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { dyingWithUs } from '../../src/sense/spy.ts';

const run = promisify(execFile);

const neededParts = ['Xvfb', 'openbox', 'xdotool', 'xclip', 'xprop', 'xev'] as const;

/** Programs that tests on a real X display need and this machine lacks; test/setup/system-parts.sh installs them. */
export function missingParts(parts: readonly string[] = neededParts): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return parts.filter((part) => !folders.some((folder) => isProgram(join(folder, part))));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A suite on a real X display. Where parts are missing its name says so and it is skipped; under CI=true it fails. */
export function describeWithX(name: string, suite: () => void, parts: readonly string[] = neededParts): void {
  const missing = missingParts(parts);
  const title = missing.length === 0 ? name : `${name} (not installed: ${missing.join(', ')})`;
  const mustRun = process.env['CI'] === 'true';
  describe.skipIf(missing.length > 0 && !mustRun)(
    title,
    missing.length > 0 && mustRun ? () => failFor(missing) : suite,
  );
}

function failFor(missing: readonly string[]): void {
  it('finds the programs it needs (test/setup/system-parts.sh installs them)', () => {
    expect(missing).toEqual([]);
  });
}

/** A window of a real program (xev) that claims to be whatever a test says. */
export interface TestWindow {
  readonly id: string;
  setTitle(title: string): Promise<void>;
  /** Resolves when the window manager has brought it to the front. */
  focus(): Promise<void>;
  close(): Promise<void>;
}

export interface WindowClaims {
  readonly title: string;
  /** Instance and class, as in WM_CLASS. */
  readonly windowClass?: readonly [string, string];
  readonly pid?: number;
}

export interface XDisplay {
  /** `:7`. */
  readonly display: string;
  /** This process's environment with this display in it. */
  readonly env: NodeJS.ProcessEnv;
  openWindow(claims: WindowClaims): Promise<TestWindow>;
  /** Copies like a program would: xclip owns the clipboard until something newer does. */
  copy(text: string, target?: string): Promise<void>;
  /** What a program that pastes would get; empty when nothing is there. */
  paste(): Promise<string>;
  /** Ids of the running programs of this name that were started for this display, oldest first. */
  running(name: string): Promise<number[]>;
  stop(): Promise<void>;
}

let started = 0;

/**
 * Left to choose its number itself, Xvfb may take one that another Xvfb is taking at the same moment, and the tests of
 * two files then share a display. So the number comes from this process's id.
 */
async function startServer(): Promise<{ server: ChildProcess; display: string }> {
  const display = `:${1000 + ((process.pid * 8 + (started++ % 8)) % 50_000)}`;
  // The server dies with this process, and all that is on it dies with the server.
  const [file, ...prefix] = [...(await dyingWithUs(process.env)), 'Xvfb'];
  // Without -noreset the server starts afresh, and drops a program just connecting, whenever its last one leaves.
  const args = [display, '-displayfd', '3', '-noreset', '-nolisten', 'tcp', '-screen', '0', '1024x768x24'];
  const server = spawn(file, [...prefix, ...args], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  // It writes its number there when it is ready.
  await firstLine(server.stdio[3] as Readable, server);
  return { server, display };
}

/** Starts an X display of its own with a window manager, on a free number. */
export async function withDisplay(options: { readonly windowManager?: boolean } = {}): Promise<XDisplay> {
  const { server, display } = await startServer();
  const { WAYLAND_DISPLAY: _wayland, XDG_SESSION_TYPE: _session, ...rest } = process.env;
  const env = { ...rest, DISPLAY: display, LC_ALL: 'C.UTF-8' };
  const children: ChildProcess[] = [];
  const start: Start = (command, ...args) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(child);
    return child;
  };
  if (options.windowManager !== false) {
    start('openbox', '--sm-disable').stdout?.resume();
    await until(async () =>
      /window id/.test((await run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env })).stdout),
    );
  }
  return {
    display,
    env,
    openWindow: (claims) => openWindow(env, claims, start),
    copy: (text, target) => copy(env, text, target),
    paste: () => paste(env),
    running: (name) => running(name, display),
    async stop() {
      const gone = ended(server);
      for (const child of children) child.kill();
      server.kill();
      await gone;
    },
  };
}

type Start = (command: string, ...args: string[]) => ChildProcess;

/**
 * xev writes out its window's id only after an event, so that of its own appearance is asked for. An openbox that is
 * still starting now and then overlooks a window that wants to appear: then another one is tried.
 */
async function startXev(start: Start): Promise<{ child: ChildProcess; id: string }> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const child = start('xev', '-event', 'structure', '-name', 'xev');
    const line = await Promise.race([firstLine(child.stdout as Readable, child), delay(2000, null)]);
    const id = /Outer window is (0x[0-9a-f]+)/.exec(line ?? '')?.[1];
    if (id !== undefined) return { child, id };
    // Its end is no failure any more.
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
  }
  throw new Error('no window of xev appeared');
}

async function openWindow(
  env: NodeJS.ProcessEnv,
  { title, windowClass, pid }: WindowClaims,
  start: Start,
): Promise<TestWindow> {
  const { child, id } = await startXev(start);
  const set = (format: string, name: string, value: string): Promise<unknown> =>
    run('xprop', ['-id', id, '-f', name, format, '-set', name, value], { env });
  const setTitle = async (text: string): Promise<void> => {
    await set('8u', '_NET_WM_NAME', text);
  };
  await setTitle(title);
  // xprop cannot write two strings into one property; xdotool can.
  if (windowClass !== undefined)
    await run('xdotool', ['set_window', '--classname', windowClass[0], '--class', windowClass[1], id], {
      env,
    });
  if (pid !== undefined) await set('32c', '_NET_WM_PID', String(pid));
  return {
    id,
    setTitle,
    focus: async () =>
      void (await run('xdotool', ['windowactivate', '--sync', id], { env, timeout: 10_000 })),
    close: async () => {
      const gone = ended(child);
      child.kill();
      await gone;
    },
  };
}

async function copy(env: NodeJS.ProcessEnv, text: string, target?: string): Promise<void> {
  const before = await paste(env, target);
  const args = ['-selection', 'clipboard', '-in', ...(target === undefined ? [] : ['-target', target])];
  const child = spawn('xclip', args, { env, stdio: ['pipe', 'ignore', 'ignore'] });
  const done = ended(child);
  child.stdin.end(text);
  await done;
  // xclip's foreground process ends a moment before its background one owns the clipboard. Whoever watches may have
  // put something else there already, so any change will do, and so will none for a second.
  for (
    let attempt = 0;
    attempt < 40 && before !== text && (await paste(env, target)) === before;
    attempt += 1
  )
    await delay(25);
}

async function paste(env: NodeJS.ProcessEnv, target?: string): Promise<string> {
  // xclip waits for ever for an owner that went away before it answered: then the new owner is asked.
  return (await pasteWithin(2000, env, target)) ?? (await pasteWithin(10_000, env, target)) ?? '';
}

/** Null when nobody answered in time. */
function pasteWithin(timeout: number, env: NodeJS.ProcessEnv, target?: string): Promise<string | null> {
  const args = ['-selection', 'clipboard', '-out', ...(target === undefined ? [] : ['-target', target])];
  return new Promise((resolve) => {
    execFile('xclip', args, { env, maxBuffer: 256 * 1024 * 1024, timeout }, (error, stdout) => {
      // xclip fails when nothing, or no text, is on the clipboard.
      if (error === null) resolve(stdout);
      else resolve(error.killed === true ? null : '');
    });
  });
}

async function running(name: string, display: string): Promise<number[]> {
  const { stdout } = await run('ps', ['-eo', 'pid=,comm=', '--sort=start_time']);
  const ids = [...stdout.matchAll(/^\s*(\d+) (.+)$/gm)].filter((match) => match[2]?.trim() === name);
  return ids
    .map((match) => Number(match[1]))
    .filter((id) => environmentOf(id).includes(`DISPLAY=${display}`));
}

function environmentOf(id: number): string[] {
  try {
    return readFileSync(`/proc/${id}/environ`, 'utf8').split('\0');
  } catch {
    return []; // It ended meanwhile.
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

function firstLine(stream: Readable, child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const line = /^\s*(.+)\n/.exec(text)?.[1];
      if (line !== undefined) resolve(line);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`${child.spawnfile} ended with ${code} before it was ready`)),
    );
  });
}

/** Waits for something another program does; fails after 10 s. */
async function until(done: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await done()) return;
    await delay(50);
  }
  throw new Error('waited 10 s in vain');
}
