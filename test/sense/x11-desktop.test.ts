import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desktop, DesktopEvent } from '../../src/sense/desktop.ts';
import { createX11Desktop, type X11DesktopOptions } from '../../src/sense/x11-desktop.ts';
import { x11Available } from '../../src/sense/x11-windows.ts';
import { FakeTextClipboard } from '../fakes/fake-text-clipboard.ts';
import { describeWithX, withDisplay, type XDisplay } from '../setup/x-display.ts';

const run = promisify(execFile);
const keeper = new URL('../../src/sense/keeper.ts', import.meta.url).pathname;

/** xprop processes that watch for this test process. */
async function spies(): Promise<number[]> {
  const { stdout } = await run('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)]);
  return [...stdout.matchAll(/^\s*(\d+) xprop .*-spy/gm)].map((match) => Number(match[1]));
}

/** The events in short: what was copied, what is in front. */
const brief = (event: DesktopEvent): string => {
  if (event.kind === 'copied') return `copied ${event.capture.text}`;
  if (event.kind === 'focused') return `focused ${event.window?.title ?? 'nothing'}`;
  return event.kind;
};

describeWithX('a live X11 desktop', () => {
  let x: XDisplay;
  let desktop: Desktop;
  let told: string[];
  let events: DesktopEvent[];
  let limitationsTold: (readonly string[])[];
  let noteDir: string;
  const before = process.env['DISPLAY'];

  const create = (options: Partial<X11DesktopOptions> = {}): Desktop =>
    createX11Desktop({
      display: x.display,
      keeperCommand: { command: process.execPath, args: [keeper] },
      noteDir,
      ...options,
    });
  const start = async (): Promise<void> => {
    const started = await desktop.start((event) => {
      events.push(event);
      told.push(brief(event));
      if (event.kind === 'limitations') limitationsTold.push(desktop.limitations);
    });
    expect(started).toEqual({ ok: true, value: undefined });
  };
  const tells = (...expected: string[]): Promise<void> =>
    vi.waitFor(() => expect(told).toEqual(expected), { timeout: 10_000, interval: 20 });

  const tellsLast = (expected: string): Promise<void> =>
    vi.waitFor(() => expect(told.at(-1)).toBe(expected), { timeout: 10_000, interval: 20 });
  const copied = (): string[] => told.filter((what) => what.startsWith('copied'));

  beforeAll(async () => {
    x = await withDisplay();
    process.env['DISPLAY'] = x.display;
  });

  afterAll(async () => {
    if (before === undefined) delete process.env['DISPLAY'];
    else process.env['DISPLAY'] = before;
    await x.stop();
  });

  beforeEach(async () => {
    noteDir = mkdtempSync(join(tmpdir(), 'clipward-x11-'));
    told = [];
    events = [];
    limitationsTold = [];
    await x.copy('before');
    desktop = create();
  });

  afterEach(async () => {
    await desktop.stop();
    rmSync(noteDir, { recursive: true });
  });

  it('tells first what is on the clipboard and what is in front', async () => {
    const window = await x.openWindow({ title: 'Notes', windowClass: ['gedit', 'Gedit'], pid: process.pid });
    await window.focus();
    await start();
    expect(told).toEqual(['copied before', 'focused Notes']);
    expect(events[0]).toMatchObject({ capture: { kind: 'text', source: null, markers: [] } });
    expect(events[1]).toEqual({
      kind: 'focused',
      window: {
        process: expect.stringMatching(/^node/),
        windowClass: ['gedit', 'Gedit'],
        title: 'Notes',
        pid: process.pid,
      },
    });
    expect(desktop).toMatchObject({ name: `X11 display ${x.display}`, seesPastes: false, limitations: [] });
    await window.close();
  });

  it('tells each change of window, of a title, and that nothing is in front', async () => {
    await start();
    const notes = await x.openWindow({ title: 'Notes' });
    await tellsLast('focused Notes');
    const chat = await x.openWindow({ title: 'ChatGPT — "new" 聊天 🦄' });
    await tellsLast('focused ChatGPT — "new" 聊天 🦄');
    await notes.focus();
    await tellsLast('focused Notes');
    await notes.setTitle('Notes 2');
    await tellsLast('focused Notes 2');
    await chat.close();
    await notes.close();
    await tellsLast('focused nothing');
    expect(told).not.toContain('limitations');
  });

  it('tells a copy with the window it was made in, and only once', async () => {
    const notes = await x.openWindow({ title: 'Notes' });
    await notes.focus();
    await start();
    await x.copy('secret\n');
    await tells('copied before', 'focused Notes', 'copied secret\n');
    expect(events.at(-1)).toMatchObject({ capture: { source: { title: 'Notes' } } });
    await notes.setTitle('still here');
    await tells('copied before', 'focused Notes', 'copied secret\n', 'focused still here');
    await notes.close();
  });

  it('tells a copy made just before a change of window before that change', async () => {
    // Polling would not see it for a minute: the look before the change of window must.
    desktop = create({ pollMs: { close: 60_000, loose: 60_000 } });
    const notes = await x.openWindow({ title: 'Notes' });
    const chat = await x.openWindow({ title: 'Chat' });
    await notes.focus();
    await start();
    await x.copy('secret');
    await chat.focus();
    await tells('copied before', 'focused Notes', 'copied secret', 'focused Chat');
    expect(events[2]).toMatchObject({ capture: { source: { title: 'Notes' } } });
    await chat.close();
    await notes.close();
  });

  it('replaces what it expects, does not tell its own text, and leaves newer content alone', async () => {
    await start();
    expect(await desktop.replace('before', 'notice')).toEqual({ kind: 'replaced' });
    expect(await x.paste()).toBe('notice');
    const window = await x.openWindow({ title: 'look again' });
    await tellsLast('focused look again');
    expect(copied()).toEqual(['copied before']);
    await x.copy('newer');
    expect(await desktop.replace('notice', 'before')).toEqual({ kind: 'newer' });
    expect(await x.paste()).toBe('newer');
    expect(copied()).toEqual(['copied before', 'copied newer']);
    await window.close();
  });

  it('says that it is blind while xprop is gone, and sees again by itself', async () => {
    const window = await x.openWindow({ title: 'one' });
    await window.focus();
    await start();
    for (const pid of await spies()) process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(limitationsTold).toHaveLength(4), 10_000);
    expect(limitationsTold.flat()).toContainEqual(
      expect.stringMatching(/window in front cannot be seen: .*SIGKILL/),
    );
    expect(limitationsTold.flat()).toContainEqual(
      expect.stringMatching(/title or tab cannot be seen: .*SIGKILL/),
    );
    expect(desktop.limitations).toEqual([]);
    await window.setTitle('seen again');
    await tellsLast('focused seen again');
    await window.close();
  });

  it('says that titles cannot be seen while only their xprop is gone', async () => {
    const window = await x.openWindow({ title: 'one' });
    await window.focus();
    await start();
    const [newest] = (await spies()).toSorted((left, right) => right - left);
    process.kill(newest ?? 0, 'SIGKILL');
    await tells('copied before', 'focused one', 'limitations', 'limitations');
    expect(desktop.limitations).toEqual([]);
    await window.setTitle('two');
    await tells('copied before', 'focused one', 'limitations', 'limitations', 'focused two');
    await window.close();
  });

  it('says that the clipboard cannot be read', async () => {
    const clipboard = new FakeTextClipboard();
    desktop = create({ clipboard, pollMs: { close: 5, loose: 5 } });
    await start();
    clipboard.readProblem = 'the owner hangs';
    await vi.waitFor(() => expect(desktop.limitations).toEqual([expect.stringContaining('the owner hangs')]));
    clipboard.readProblem = null;
    await vi.waitFor(() => expect(desktop.limitations).toEqual([]));
    expect(told.filter((what) => what === 'limitations')).toHaveLength(2);
  });

  it('says that a keeper died while it held something, until something is safe again', async () => {
    await start();
    expect(await desktop.safeguard({ original: 'before', placed: ['notice'] })).toEqual({
      ok: true,
      value: undefined,
    });
    const { stdout } = await run('pgrep', ['-P', String(process.pid), '-f', 'keeper.ts']);
    process.kill(Number(stdout), 'SIGKILL');
    await vi.waitFor(() => expect(desktop.limitations).toEqual([expect.stringContaining('would be lost')]));
    expect(await desktop.safeguard({ original: 'before', placed: ['notice'] })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(desktop.limitations).toEqual([]);
    await desktop.safeguard(null);
  });

  it('tells nothing after it was stopped, and can be stopped twice', async () => {
    await start();
    expect(await spies()).not.toEqual([]);
    await desktop.stop();
    await desktop.stop();
    await vi.waitFor(async () => expect(await spies()).toEqual([]));
    told.length = 0;
    await x.copy('later');
    const window = await x.openWindow({ title: 'later' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(told).toEqual([]);
    await window.close();
  });

  it('starts once', async () => {
    await start();
    expect(await desktop.start(() => undefined)).toEqual({
      ok: false,
      problem: expect.stringContaining('already'),
    });
  });

  it('does not read the clipboard of another display', async () => {
    process.env['DISPLAY'] = `${x.display}.0`;
    const started = await desktop.start(() => undefined);
    process.env['DISPLAY'] = x.display;
    expect(started).toEqual({ ok: false, problem: expect.stringContaining('DISPLAY') });
  });

  it('says what a Wayland session cannot show', async () => {
    process.env['XDG_SESSION_TYPE'] = 'wayland';
    desktop = create({ clipboard: new FakeTextClipboard() });
    await start();
    delete process.env['XDG_SESSION_TYPE'];
    expect(desktop.limitations).toEqual([expect.stringContaining('Wayland')]);
  });

  it('leaves no xprop behind when its process is killed', async () => {
    const program = new URL('../fixtures/x11/holds-then-waits.ts', import.meta.url).pathname;
    const agent = execFile(process.execPath, [program, noteDir, 'notice'], { env: x.env });
    await vi.waitFor(async () => expect(await x.running('xprop')).not.toEqual([]), 10_000);
    agent.kill('SIGKILL');
    await vi.waitFor(async () => expect(await x.running('xprop')).toEqual([]), 5000);
    await vi.waitFor(async () => expect(await x.paste()).toBe('before'), 5000);
  });
});

describeWithX('an X display without a window manager', () => {
  it('is a limitation that ends when a window manager starts', async () => {
    const x = await withDisplay({ windowManager: false });
    const desktop = createX11Desktop({
      display: x.display,
      keeperCommand: { command: process.execPath, args: [keeper] },
      noteDir: tmpdir(),
      clipboard: new FakeTextClipboard(),
    });
    const told: string[] = [];
    expect((await desktop.start((event) => told.push(brief(event)))).ok).toBe(true);
    await vi.waitFor(() =>
      expect(desktop.limitations).toContainEqual(expect.stringContaining('window manager')),
    );
    const manager = execFile('openbox', ['--sm-disable'], { env: x.env });
    await vi.waitFor(() => expect(desktop.limitations).toEqual([]), 10_000);
    const window = await x.openWindow({ title: 'managed' });
    await vi.waitFor(() => expect(told.at(-1)).toBe('focused managed'), 10_000);
    await window.close();
    await desktop.stop();
    manager.kill();
    await x.stop();
  });
});

describe('whether X11 can be used', () => {
  it.each([
    ['there is no display', {}, 'DISPLAY is not set'],
    ['xprop is missing', { DISPLAY: ':0', PATH: '/nowhere' }, 'x11-utils'],
  ])('says when %s', async (_case, env, problem) => {
    expect(await x11Available(env)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
  });
});

describeWithX('whether an X display answers', () => {
  it('says so, and says when it does not any more', async () => {
    const x = await withDisplay({ windowManager: false });
    expect(await x11Available(x.env)).toEqual({ ok: true, value: x.display });
    await x.stop();
    expect(await x11Available(x.env)).toEqual({
      ok: false,
      problem: expect.stringContaining('cannot be opened'),
    });
  });
});
