import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createKeeper,
  readGivenBack,
  type Keeper,
  type KeeperOptions,
} from '../../src/sense/keeper-client.ts';
import { givenBackSchema } from '../../src/sense/keeper-messages.ts';
import { describeWithX, withDisplay, type XDisplay } from '../setup/x-display.ts';

const run = promisify(execFile);
const program = new URL('../../src/sense/keeper.ts', import.meta.url).pathname;
const agentProgram = new URL('../fixtures/x11/holds-then-waits.ts', import.meta.url).pathname;
const safe = { ok: true, value: undefined };

let noteDir: string;

beforeEach(() => {
  noteDir = mkdtempSync(join(tmpdir(), 'clipward-keeper-'));
  return () => rmSync(noteDir, { recursive: true });
});

/** The keepers this test process started, or those that serve a folder whoever started them. */
async function keepers(): Promise<number[]> {
  const { stdout } = await run('ps', ['-eo', 'pid=,args=']);
  const lines = stdout.split('\n').filter((line) => line.includes('keeper.ts') && line.includes(noteDir));
  return lines.map((line) => Number.parseInt(line, 10));
}

const noKeeper = (): Promise<void> => vi.waitFor(async () => expect(await keepers()).toEqual([]), 15_000);
const note = (): unknown => JSON.parse(readFileSync(join(noteDir, 'given-back.json'), 'utf8'));

describeWithX('content that is held when the agent is killed', () => {
  let x: XDisplay;
  let agent: ChildProcess | null = null;

  beforeAll(async () => {
    x = await withDisplay();
  });

  afterAll(() => x.stop());
  afterEach(() => agent?.kill('SIGKILL'));

  /** A small agent that took what is on the clipboard and put `placed` there. */
  async function agentHolding(placed: string): Promise<ChildProcess> {
    const child = spawn(process.execPath, [agentProgram, noteDir, placed], {
      env: x.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    agent = child;
    const said = await new Promise((resolve) =>
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())),
    );
    expect(said).toBe('held\n');
    expect(await x.paste()).toBe(placed);
    return child;
  }

  it.each([
    ['plain text', 'secret'],
    ['line ends of every kind', 'one\ntwo\r\nthree\u2028four\n\n\n'],
    ['other scripts', 'Ärger 日本語 🦄 é'],
    ['one megabyte', '0123456789 é\n'.repeat(80_000)],
  ])('is given back unchanged: %s', async (_case, original) => {
    await x.copy(original);
    const child = await agentHolding('Held by Clipward\n');
    child.kill('SIGKILL');
    await vi.waitFor(async () => expect((await x.paste()) === original).toBe(true), 20_000);
    await noKeeper();
    expect(readGivenBack(noteDir)).toEqual({
      ok: true,
      value: { at: expect.any(String), units: original.length, outcome: 'given-back' },
    });
  });

  it('is given back when the whole process group is killed', async () => {
    await x.copy('secret');
    const child = await agentHolding('notice');
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await vi.waitFor(async () => expect(await x.paste()).toBe('secret'), 10_000);
    await noKeeper();
  });

  it('stays away when something newer was copied', async () => {
    await x.copy('secret');
    const child = await agentHolding('notice');
    child.kill('SIGSTOP');
    await x.copy('newer');
    child.kill('SIGKILL');
    await noKeeper();
    expect(await x.paste()).toBe('newer');
    expect(note()).toMatchObject({ units: 6, outcome: 'newer' });
  });

  it('is nowhere on the command line, in the environment or on disk', async () => {
    await x.copy('very-secret-original');
    await agentHolding('notice');
    const [keeper] = await keepers();
    const seen = ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${keeper}/${file}`, 'utf8')).join();
    expect(seen).toContain(noteDir);
    expect(seen).not.toContain('very-secret');
    agent?.kill('SIGKILL');
    await noKeeper();
    expect(readFileSync(join(noteDir, 'given-back.json'), 'utf8')).not.toContain('very-secret');
  });

  it('is given back whichever of several placed texts stands there', async () => {
    await x.copy('placed second');
    const keeper = createKeeper(options({ env: { DISPLAY: x.display } }));
    await keeper.hold({ original: 'secret', placed: ['placed first', 'placed second'] });
    await keeper.stop();
    await noKeeper();
    expect(await x.paste()).toBe('secret');
  });

  it('counts as given back when it never left the clipboard', async () => {
    await x.copy('secret');
    const keeper = createKeeper(options({ env: { DISPLAY: x.display } }));
    await keeper.hold({ original: 'secret', placed: ['notice'] });
    await keeper.stop();
    await noKeeper();
    expect(note()).toMatchObject({ outcome: 'given-back' });
    expect(await x.paste()).toBe('secret');
  });
});

function options(more: Partial<KeeperOptions> = {}): KeeperOptions {
  return {
    command: process.execPath,
    args: [program],
    noteDir,
    onLost: () => undefined,
    // A slow machine must not fail a test that is not about slowness.
    answerMs: 20_000,
    ...more,
  };
}

describe.skipIf(process.platform !== 'linux')('the keeper (on Linux)', () => {
  let keeper: Keeper;
  /** No display: what it cannot give back it must say. */
  const blind = { DISPLAY: ':4711', WAYLAND_DISPLAY: '' };

  afterEach(async () => {
    await keeper.forget();
    await keeper.stop();
  });

  it('is not running before the first hold, and one runs for all holds', async () => {
    keeper = createKeeper(options());
    expect(await keeper.forget()).toEqual(safe);
    expect(await keepers()).toEqual([]);
    expect(await keeper.hold({ original: 'a', placed: ['b'] })).toEqual(safe);
    expect(await keeper.hold({ original: 'c', placed: ['d'] })).toEqual(safe);
    expect(await keepers()).toHaveLength(1);
  });

  it('ignores signals while it holds something', async () => {
    keeper = createKeeper(options());
    await keeper.hold({ original: 'a', placed: ['b'] });
    const [pid = 0] = await keepers();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(pid, signal);
    expect(await keeper.hold({ original: 'c', placed: ['d'] })).toEqual(safe);
    expect(await keepers()).toEqual([pid]);
    await keeper.forget();
    process.kill(pid, 'SIGTERM');
    await noKeeper();
  });

  it('runs in a session of its own, out of reach of Ctrl+C', async () => {
    keeper = createKeeper(options());
    await keeper.hold({ original: 'a', placed: ['b'] });
    const [pid] = await keepers();
    expect((await run('ps', ['-o', 'sid=', '-p', String(pid)])).stdout.trim()).toBe(String(pid));
  });

  it('leaves no note and ends when it holds nothing any more', async () => {
    keeper = createKeeper(options());
    await keeper.hold({ original: 'a', placed: ['b'] });
    expect(await keeper.forget()).toEqual(safe);
    await keeper.stop();
    await keeper.stop();
    await noKeeper();
    expect(existsSync(join(noteDir, 'given-back.json'))).toBe(false);
  });

  it('ends after it was idle, and starts again for the next hold', async () => {
    keeper = createKeeper(options({ idleMs: 10 }));
    await keeper.hold({ original: 'a', placed: ['b'] });
    await keeper.forget();
    await noKeeper();
    expect(await keeper.hold({ original: 'a', placed: ['b'] })).toEqual(safe);
    expect(await keepers()).toHaveLength(1);
  });

  it('can be started before the first hold, and ends when none comes', async () => {
    keeper = createKeeper(options({ idleMs: 300 }));
    keeper.warm();
    keeper.warm();
    await vi.waitFor(async () => expect(await keepers()).toHaveLength(1));
    await noKeeper();
  });

  it('stays for what it holds, however long ago it was made ready', async () => {
    keeper = createKeeper(options({ idleMs: 10 }));
    const held = keeper.hold({ original: 'a', placed: ['b'] });
    keeper.warm();
    expect(await held).toEqual(safe);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await keepers()).toHaveLength(1);
  });

  it('says that it is lost when it is killed while holding, and starts again for the next hold', async () => {
    const lost: string[] = [];
    keeper = createKeeper(options({ onLost: (problem) => lost.push(problem) }));
    await keeper.hold({ original: 'a', placed: ['b'] });
    const [pid = 0] = await keepers();
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(lost).toEqual([expect.stringContaining('SIGKILL')]));
    expect(await keeper.hold({ original: 'a', placed: ['b'] })).toEqual(safe);
  });

  it('says in its note that it could not give back, and why', async () => {
    keeper = createKeeper(options({ env: blind }));
    await keeper.hold({ original: 'secret', placed: ['b'] });
    await keeper.stop();
    await vi.waitFor(() => expect(existsSync(join(noteDir, 'given-back.json'))).toBe(true), 20_000);
    expect(note()).toMatchObject({ outcome: 'failed', units: 6, problem: expect.stringMatching(/display/) });
    expect(givenBackSchema.safeParse(note()).success).toBe(true);
    await noKeeper();
  });

  it.each([
    ['cannot be started', { command: '/no/such/node' }, /could not be started/],
    ['ends at once', { args: ['-e', 'process.exit(3)'] }, /ended \(exit code 3\)/],
    [
      'does not answer',
      { args: ['-e', 'setInterval(() => {}, 1000)'], answerMs: 300 },
      /did not answer within 0.3 s/,
    ],
    [
      'answers nonsense',
      { args: ['-e', 'console.log("nonsense"); setInterval(() => {}, 1000)'] },
      /answer of the keeper/,
    ],
  ])('is a problem for the one who holds when it %s', async (_case, more, problem) => {
    keeper = createKeeper(options(more));
    expect(await keeper.hold({ original: 'secret', placed: ['b'] })).toEqual({
      ok: false,
      problem: expect.stringMatching(problem),
    });
    await keeper.stop();
  });

  it('refuses a request it does not know, without repeating it', async () => {
    keeper = createKeeper(options());
    const child = execFile(process.execPath, [program, noteDir]);
    child.stdin?.write('{"hold":{"original":"secret"}}\nnot JSON: secret\n{"forget":true}\n');
    let answers = '';
    child.stdout?.on('data', (chunk: string) => (answers += chunk));
    await vi.waitFor(() => expect(answers.trim().split('\n')).toHaveLength(3), 10_000);
    expect(answers).not.toContain('secret');
    const shapes = answers
      .trim()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line) as object));
    expect(shapes).toEqual([['problem'], ['problem'], ['ack']]);
    child.stdin?.end();
    await noKeeper();
  });
});

describe('the note of a keeper', () => {
  const file = (): string => join(noteDir, 'given-back.json');
  const good = { at: '2026-01-02T03:04:05.678Z', units: 12, outcome: 'newer' };

  it('is read once', () => {
    writeFileSync(file(), JSON.stringify(good));
    expect(readGivenBack(noteDir)).toEqual({ ok: true, value: good });
    expect(readGivenBack(noteDir)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['not JSON', '{'],
    ['an unknown outcome', JSON.stringify({ ...good, outcome: 'lost' })],
    ['content in it', JSON.stringify({ ...good, original: 'secret' })],
  ])('is a problem, told once, with %s', (_case, text) => {
    writeFileSync(file(), text);
    expect(readGivenBack(noteDir)).toEqual({
      ok: false,
      problem: expect.stringContaining('given-back.json'),
    });
    expect(readGivenBack(noteDir)).toEqual({ ok: true, value: null });
  });
});
