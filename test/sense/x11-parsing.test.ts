import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { onLines } from '../../src/sense/lines.ts';
import { processName } from '../../src/sense/process-name.ts';
import { parseProperty, parseStrings, parseWindowId, windowFrom } from '../../src/sense/xprop-output.ts';
import { windowContextSchema } from '../../src/shared/capture.ts';

describe('a line of xprop', () => {
  it.each([
    ['_NET_WM_PID(CARDINAL) = 1234', { name: '_NET_WM_PID', state: 'set', value: '1234' }],
    [
      'WM_CLASS(STRING) = "Navigator", "firefox"',
      { name: 'WM_CLASS', state: 'set', value: '"Navigator", "firefox"' },
    ],
    ['WM_CLASS(STRING) = ', { name: 'WM_CLASS', state: 'set', value: '' }],
    [
      '_NET_ACTIVE_WINDOW(WINDOW): window id # 0x400001',
      { name: '_NET_ACTIVE_WINDOW', state: 'set', value: 'window id # 0x400001' },
    ],
    ['_NET_WM_NAME:  not found.', { name: '_NET_WM_NAME', state: 'not-set' }],
    ['_NET_ACTIVE_WINDOW:  no such atom on any window.', { name: '_NET_ACTIVE_WINDOW', state: 'unknown' }],
    ['WM_NAME(UTF8_STRING) = "a: not found."', { name: 'WM_NAME', state: 'set', value: '"a: not found."' }],
    ['X Error of failed request:  BadWindow (invalid Window parameter)', null],
    ['', null],
  ])('%s', (line, property) => {
    expect(parseProperty(line)).toEqual(property);
  });

  it.each([
    ['window id # 0x400001', '0x400001'],
    ['window id # 0x400001, 0x0', '0x400001'],
    ['window id # 0x0', null],
    ['something else', null],
  ])('names a window: %s', (value, id) => {
    expect(parseWindowId(value)).toBe(id);
  });

  it.each([
    ['plain', '"ChatGPT"', ['ChatGPT']],
    ['two strings', '"google-chrome", "Google-chrome"', ['google-chrome', 'Google-chrome']],
    ['UTF-8 as octal', String.raw`"T\303\257tle \342\200\224 \360\237\246\204"`, ['Tïtle — 🦄']],
    ['Latin-1 as octal', String.raw`"caf\351"`, ['café']],
    ['quotes and backslashes', String.raw`"say \"hi\" C:\\new"`, ['say "hi" C:\\new']],
    ['a quoted comma', String.raw`"a\", \"b", "c"`, ['a", "b', 'c']],
    ['line end and tab', String.raw`"a\nb\tc\012d"`, ['a\nb\tc\nd']],
    ['a backslash before digits', String.raw`"\\303\\257"`, [String.raw`\303\257`]],
    ['an empty string', '""', ['']],
    ['nothing', '', []],
  ])('holds strings: %s', (_case, value, strings) => {
    expect(parseStrings(value)).toEqual(strings);
  });
});

const name = (pid: number): string | undefined => (pid === 7 ? 'firefox' : undefined);
const properties = (entries: Record<string, string>): ReadonlyMap<string, string> =>
  new Map(Object.entries(entries));

describe('a window from its properties', () => {
  it.each([
    [
      'all of them',
      { WM_CLASS: '"Navigator", "firefox"', _NET_WM_NAME: '"New"', WM_NAME: '"Old"', _NET_WM_PID: '7' },
      { process: 'firefox', windowClass: ['Navigator', 'firefox'], title: 'New', pid: 7 },
    ],
    ['only the old title', { WM_NAME: '"Old"' }, { title: 'Old' }],
    ['an empty new title', { _NET_WM_NAME: '""', WM_NAME: '"Old"' }, { title: '' }],
    ['a process that is gone', { _NET_WM_PID: '8' }, { pid: 8 }],
    ['an impossible pid', { _NET_WM_PID: '4294967295' }, {}],
    ['pid 0', { _NET_WM_PID: '0' }, {}],
    ['a third class', { WM_CLASS: '"a", "b", "c"' }, { windowClass: ['a', 'b'] }],
    ['none', {}, {}],
  ])('with %s', (_case, entries, window) => {
    expect(windowFrom(properties(entries), name)).toEqual(window);
  });

  it('fits the contract however long a window makes them', () => {
    const long = `"${'x'.repeat(10_000)}"`;
    const window = windowFrom(
      properties({ WM_CLASS: `${long}, ${long}`, WM_NAME: long, _NET_WM_PID: '7' }),
      () => 'p'.repeat(500),
    );
    expect(windowContextSchema.safeParse(window).success).toBe(true);
  });
});

describe.skipIf(process.platform !== 'linux')('the name of a process (on Linux)', () => {
  it('is the file name of its program', () => {
    expect(processName(process.pid)).toMatch(/^node/);
  });

  it('is not known for a process that does not exist', () => {
    expect(processName(2 ** 22 - 1)).toBeUndefined();
  });
});

describe('lines of a stream', () => {
  it('end at a line feed only, wherever the pieces are cut', async () => {
    const bytes = Buffer.from('é one\r\u2028still\n\ntwo\nnever ended');
    for (let size = 1; size <= bytes.length; size += 1) {
      const stream = new PassThrough();
      const lines: string[] = [];
      onLines(stream, (line) => lines.push(line));
      for (let at = 0; at < bytes.length; at += size) stream.write(bytes.subarray(at, at + size));
      stream.end();
      await new Promise((resolve) => stream.once('close', resolve));
      expect(lines).toEqual(['é one\r\u2028still', '', 'two']);
    }
  });
});
