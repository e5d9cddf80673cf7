import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, closeSync, ftruncateSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_TEXT_UNITS } from '../../src/classify/limits.ts';
import { repository } from '../setup/program.ts';

const CARD = '4111 1111 1111 1111';
const MEBIBYTE = 1024 * 1024;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipward-bad-input-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Tells the most memory that a program ever had, in KiB, as its last words. */
const TELL_MEMORY =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('kib='+process.resourceUsage().maxRSS))";

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly mebibytes: number;
}

/** Runs the built `clipward classify` on what the pieces hold, one after the other. */
async function classify(args: readonly string[], pieces: Iterable<Uint8Array | string> = []): Promise<Ended> {
  const program = repository('dist', 'cli', 'clipward.js');
  const child = spawn(process.execPath, ['--import', TELL_MEMORY, program, 'classify', ...args]);
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  // It may end before it has read everything: then the rest is nobody's.
  await pipeline(Readable.from(pieces), child.stdin).catch(() => undefined);
  if (child.exitCode === null) await once(child, 'close');
  const [stderr = '', kibibytes = ''] = said.stderr.split('kib=');
  return { code: child.exitCode, stdout: said.stdout, stderr, mebibytes: Number(kibibytes) / 1024 };
}

const answersOf = ({ stdout }: Ended): readonly Record<string, unknown>[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A file of so many NULs that takes no room on the disk. */
function sparseFile(name: string, bytes: number): string {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  ftruncateSync(file, bytes);
  closeSync(file);
  return path;
}

function* repeat(piece: string, times: number): Generator<string> {
  for (let index = 0; index < times; index++) yield piece;
}

describe('clipward classify', () => {
  it.each([
    ['nothing', '', 0],
    ['NULs', '\0'.repeat(10_000), 0],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x80, 0xc3, 0x28, 0xf8, 0xed, 0xa0, 0x80]), 0],
    [
      'a card among bytes that are no UTF-8',
      Buffer.concat([Buffer.from([0xff, 0x20]), Buffer.from(CARD), Buffer.from([0x20, 0xc3])]),
      1,
    ],
    ['a card behind NULs', `\0\0 ${CARD}\0`, 1],
  ])('reads %s', async (_, content, code) => {
    const ended = await classify(['--json', fileOf('input', content)]);
    expect([ended.code, ended.stderr]).toEqual([code, '']);
    expect(JSON.parse(ended.stdout)).toMatchObject({ findings: code === 0 ? [] : [{ type: 'CREDIT_CARD' }] });
  });

  it('does not read a file of a gigabyte to its end, and does not call it clean', async () => {
    const ended = await classify(['--json', sparseFile('sparse', 1024 * MEBIBYTE)]);
    expect(ended.stderr).toBe('');
    expect(JSON.parse(ended.stdout)).toMatchObject({ findings: [], unscanned: 'too-large' });
    expect(ended.code).toBe(1);
    expect(ended.mebibytes).toBeLessThan(400);
  });

  it('does not read a gigabyte of stdin to its end', async () => {
    const ended = await classify(['--json', '-'], repeat('x'.repeat(MEBIBYTE), 1024));
    expect(JSON.parse(ended.stdout)).toMatchObject({ unscanned: 'too-large' });
    expect(ended.mebibytes).toBeLessThan(400);
  });

  it('takes three bytes for each unit before it says that a text is too large', async () => {
    const text = '€'.repeat(MAX_TEXT_UNITS - CARD.length - 1);
    const ended = await classify(['--json', fileOf('euros', `${text} ${CARD}`)]);
    expect(JSON.parse(ended.stdout)).toMatchObject({ findings: [{ type: 'CREDIT_CARD' }] });
    expect(JSON.parse(ended.stdout)).not.toHaveProperty('unscanned');
  });

  it.each([['--explain'], ['--explain', '--json']])(
    'says that there is more than it explains: %s',
    async (...args) => {
      const ended = await classify([...args, sparseFile('sparse', 30 * MEBIBYTE)]);
      expect([ended.code, ended.stdout]).toEqual([1, '']);
      expect(ended.stderr).toContain('not scanned, and not treated as clean');
    },
  );

  it.each([
    [[], 'classify'],
    [['--json'], 'classify --json'],
  ])('tells a person too that a text was too large: %s', async (args) => {
    const ended = await classify([...args, sparseFile('sparse', 30 * MEBIBYTE)]);
    expect(ended.stdout).toContain('too-large');
  });

  it('answers a folder with one line', async () => {
    const ended = await classify([folder]);
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain('cannot be read');
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('clipward classify --jsonl', () => {
  const good = `{"id":"good","text":"card ${CARD}"}`;
  const isGood = { id: 'good', findings: [{ type: 'CREDIT_CARD' }] };

  it.each([
    ['broken JSON', ['{"id":1,"text":"a', '{"id":1 "text":"a"}', '[1,2', '"', '}{', 'null', '[]', '1'], 8],
    [
      'JSON of another shape',
      ['{"id":{},"text":"a"}', '{"id":1,"text":7}', '{"text":"a"}', '{"id":null,"text":""}'],
      4,
    ],
    ['NULs and controls', ['\0', `{"id":1,"text":"\0"}`, '\u0007\u001b'], 3],
    ['deep nesting', ['['.repeat(100_000), `{"id":1,"text":${'{"a":'.repeat(10_000)}`], 2],
    ['a name that is no own property', ['{"__proto__":{"id":1,"text":"a"}}'], 1],
  ])('answers %s line by line and goes on', async (_, lines, count) => {
    const ended = await classify(['--jsonl'], [[...lines, good].join('\n')]);
    const answers = answersOf(ended);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(answers).toHaveLength(count + 1);
    for (const answer of answers.slice(0, -1))
      expect(answer).toMatchObject({ id: null, error: expect.any(String) });
    expect(answers.at(-1)).toMatchObject(isGood);
  });

  it('reads bytes that are no UTF-8 as what they may have been', async () => {
    const broken = Buffer.concat([
      Buffer.from('{"id":1,"text":"'),
      Buffer.from([0xff, 0xc3]),
      Buffer.from(`${CARD}"}\n`),
    ]);
    const answers = answersOf(await classify(['--jsonl'], [broken, good]));
    expect(answers).toMatchObject([{ id: 1 }, isGood]);
  });

  it('says of a text above the limit that it was not scanned', async () => {
    const line = `{"id":"big","text":"${'a'.repeat(50_000_000)}"}\n`;
    const answers = answersOf(await classify(['--jsonl'], [line, good]));
    expect(answers).toMatchObject([{ id: 'big', findings: [], unscanned: 'too-large' }, isGood]);
  });

  it('reads the longest text that is looked at where each of its units is escaped', async () => {
    const text = String.raw`\u0041`.repeat(MAX_TEXT_UNITS - CARD.length - 1);
    const [answer] = answersOf(await classify(['--jsonl'], [`{"id":1,"text":"${text} ${CARD}"}`]));
    expect(answer).toMatchObject({ id: 1, findings: [{ type: 'CREDIT_CARD' }] });
    expect(answer).not.toHaveProperty('unscanned');
  });

  it('throws an enormous line away as it comes, says so, and goes on', async () => {
    const ended = await classify(['--jsonl'], [...repeat('x'.repeat(MEBIBYTE), 600), `\n${good}`]);
    const answers = answersOf(ended);
    expect(answers).toMatchObject([
      { id: null, error: expect.stringContaining('line 1: more than') },
      isGood,
    ]);
    expect(ended.mebibytes).toBeLessThan(600);
  });
});
