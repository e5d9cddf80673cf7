import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createClipboardPoller,
  MAX_TEXT_UNITS,
  type ClipboardPoller,
  type ClipboardState,
} from '../../src/sense/clipboard-poller.ts';
import { systemClipboard } from '../../src/sense/system-clipboard.ts';
import { FakeTextClipboard } from '../fakes/fake-text-clipboard.ts';
import { describeWithX, withDisplay, type XDisplay } from '../setup/x-display.ts';

const run = promisify(execFile);

describe('the clipboard poller', () => {
  let clipboard: FakeTextClipboard;
  let copies: ClipboardState[];
  let sight: (string | null)[];
  let poller: ClipboardPoller;

  /** The poll itself never comes round in a test: every look is asked for. */
  const look = (): Promise<void> => poller.lookThen(() => undefined);

  beforeEach(async () => {
    clipboard = new FakeTextClipboard();
    clipboard.content = 'first';
    copies = [];
    sight = [];
    poller = createClipboardPoller({
      clipboard,
      pollMs: { close: 60_000, loose: 60_000 },
      onCopied: (state) => copies.push(state),
      onSight: (problem) => sight.push(problem),
    });
    await poller.start();
    copies.length = 0;
    return () => poller.stop();
  });

  it('tells at the start what is there', async () => {
    const another = createClipboardPoller({
      clipboard,
      pollMs: { close: 60_000, loose: 60_000 },
      onCopied: (state) => copies.push(state),
      onSight: () => undefined,
    });
    await another.start();
    expect(copies).toEqual([{ kind: 'text', text: 'first' }]);
    await another.stop();
  });

  it('tells a new text once', async () => {
    clipboard.content = 'second';
    await look();
    await look();
    expect(copies).toEqual([{ kind: 'text', text: 'second' }]);
  });

  it('tells that the clipboard became empty', async () => {
    clipboard.content = '';
    await look();
    expect(copies).toEqual([{ kind: 'empty' }]);
  });

  it('tells a text that is too large as unreadable and keeps none of it', async () => {
    clipboard.content = 'x'.repeat(MAX_TEXT_UNITS + 1);
    await look();
    await look();
    expect(copies).toEqual([{ kind: 'unreadable', units: MAX_TEXT_UNITS + 1 }]);
  });

  it('tells the copy before what it was asked to run next', async () => {
    const order: string[] = [];
    clipboard.content = 'second';
    await poller.lookThen(() => order.push(`${copies.length} copy told`));
    expect(order).toEqual(['1 copy told']);
  });

  it('never runs two operations at once', async () => {
    await Promise.all([
      look(),
      poller.replace('first', 'second'),
      look(),
      poller.replace('second', 'third'),
      look(),
    ]);
    expect(clipboard.busiest).toBe(1);
    expect(clipboard.content).toBe('third');
    expect(copies).toEqual([]);
  });

  it('tells a person copying the original again after a replacement', async () => {
    await poller.replace('first', 'notice');
    clipboard.content = 'first';
    await look();
    expect(copies).toEqual([{ kind: 'text', text: 'first' }]);
  });

  it('leaves newer content alone and tells of it', async () => {
    clipboard.content = 'newer';
    expect(await poller.replace('first', 'notice')).toEqual({ kind: 'newer' });
    expect(clipboard.content).toBe('newer');
    expect(copies).toEqual([{ kind: 'text', text: 'newer' }]);
  });

  it('tells a copy that came at the moment of its own write', async () => {
    clipboard.afterWrite = () => (clipboard.content = 'newer');
    expect(await poller.replace('first', 'notice')).toEqual({ kind: 'newer' });
    await look();
    expect(copies).toEqual([{ kind: 'text', text: 'newer' }]);
  });

  it('knows its own text again when it held half a character', async () => {
    expect(await poller.replace('first', 'cut \ud83e')).toEqual({ kind: 'replaced' });
    await look();
    expect(copies).toEqual([]);
  });

  it.each([
    ['the clipboard cannot be read', { readProblem: 'no display' }, 'no display'],
    ['the clipboard cannot be written', { writeProblem: 'no display' }, 'no display'],
    ['the clipboard takes no text', { deaf: true }, 'did not take the new text'],
  ])('says why a replacement failed: %s', async (_case, fault, problem) => {
    Object.assign(clipboard, fault);
    expect(await poller.replace('first', 'notice')).toEqual({
      kind: 'failed',
      problem: expect.stringContaining(problem),
    });
    expect(clipboard.content).toBe('first');
  });

  it('says so at the third failed read in a row, tells the content as unreadable, and says when it can read again', async () => {
    clipboard.readProblem = 'no display';
    await look();
    await look();
    expect({ copies, sight }).toEqual({ copies: [], sight: [] });
    await look();
    await look();
    expect({ copies, sight }).toEqual({
      copies: [{ kind: 'unreadable', units: null }],
      sight: ['no display'],
    });
    clipboard.readProblem = null;
    await look();
    expect(sight).toEqual(['no display', null]);
    expect(copies.at(-1)).toEqual({ kind: 'text', text: 'first' });
  });

  it('does not take failed reads for a copy while its own text was there last', async () => {
    await poller.replace('first', 'notice');
    clipboard.readProblem = 'no display';
    await look();
    await look();
    await look();
    clipboard.readProblem = null;
    await look();
    expect({ copies, sight }).toEqual({ copies: [], sight: ['no display', null] });
  });

  it('tells nothing after it was stopped', async () => {
    clipboard.content = 'second';
    const looking = look();
    await poller.stop();
    await looking;
    expect(copies).toEqual([]);
  });

  it('comes round by itself', async () => {
    const quick = createClipboardPoller({
      clipboard,
      pollMs: { close: 1, loose: 1 },
      onCopied: (state) => copies.push(state),
      onSight: () => undefined,
    });
    await quick.start();
    clipboard.content = 'second';
    await vi.waitFor(() => expect(copies.at(-1)).toEqual({ kind: 'text', text: 'second' }));
    await quick.stop();
    const { reads } = clipboard;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(clipboard.reads).toBe(reads);
  });
});

describe('a clipboard that is watched loosely', () => {
  it('is looked at rarely, and at once when it is to be watched closely again', async () => {
    const clipboard = new FakeTextClipboard();
    const copies: ClipboardState[] = [];
    const poller = createClipboardPoller({
      clipboard,
      pollMs: { close: 1, loose: 60_000 },
      onCopied: (state) => copies.push(state),
      onSight: () => undefined,
    });
    await poller.start();
    poller.watch('loose');
    // The look that was due already may still come; the one after it is a minute away.
    await new Promise((resolve) => setTimeout(resolve, 50));
    clipboard.content = 'second';
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(copies).not.toContainEqual({ kind: 'text', text: 'second' });
    poller.watch('close');
    await vi.waitFor(() => expect(copies.at(-1)).toEqual({ kind: 'text', text: 'second' }));
    await poller.stop();
  });
});

describeWithX('the system clipboard on X11', () => {
  let x: XDisplay;
  const before = process.env['DISPLAY'];

  beforeAll(async () => {
    x = await withDisplay({ windowManager: false });
    process.env['DISPLAY'] = x.display;
  });

  afterAll(async () => {
    if (before === undefined) delete process.env['DISPLAY'];
    else process.env['DISPLAY'] = before;
    await x.stop();
  });

  it.each([
    ['plain', 'hello'],
    ['line ends of every kind', 'one\ntwo\r\nthree\r\u2028four\n\n'],
    ['other scripts', 'naïve Straße 日本語 العربية 🦄 é'],
    ['a byte order mark', '\ufeffstart'],
    ['only spaces', '  \t '],
    ['one megabyte', '0123456789abcdé\n'.repeat(64 * 1024)],
  ])('hands a text on and takes it back unchanged: %s', async (_case, text) => {
    const clipboard = systemClipboard();
    expect(await clipboard.write(text)).toEqual({ ok: true, value: undefined });
    await vi.waitFor(async () => expect((await x.paste()) === text).toBe(true));
    await x.copy('something else');
    await x.copy(text);
    const read = await clipboard.read();
    expect(read.ok && read.value === text).toBe(true);
  });

  it('gives up on a program that owns the clipboard and hangs, and leaves no process behind', async () => {
    await x.copy('never told');
    const [owner = 0] = await x.running('xclip');
    process.kill(owner, 'SIGSTOP');
    try {
      const read = await systemClipboard({ limitsMs: [200, 300] }).read();
      expect(read).toEqual({ ok: false, problem: expect.stringContaining('does not answer') });
      const children = (await run('ps', ['-o', 'args=', '--ppid', String(process.pid)])).stdout;
      expect(children).not.toContain('xsel');
    } finally {
      process.kill(owner, 'SIGCONT');
    }
    await x.copy('told again');
    expect(await systemClipboard().read()).toEqual({ ok: true, value: 'told again' });
  });

  it('reads an image as empty', async () => {
    await x.copy('PNG', 'image/png');
    expect(await systemClipboard().read()).toEqual({ ok: true, value: '' });
  });

  it('refuses a text it would cut', async () => {
    expect(await systemClipboard().write('a\0b')).toEqual({
      ok: false,
      problem: expect.stringContaining('U+0000'),
    });
  });
});
