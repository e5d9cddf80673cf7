import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createCollector,
  type EventBatch,
  retryAfter,
  type Send,
  type SendResult,
} from '../../src/sync/collector.ts';
import { appendMany, newFolder, openLog, START, valueOf } from '../fakes/audit-samples.ts';
import { FakeCollector, type Fault } from '../fakes/collector.ts';

const never = new AbortController().signal;
let server: FakeCollector;
let url: string;
beforeEach(async () => {
  server = new FakeCollector();
  url = await server.start();
});
afterEach(async () => server.close());

function batchOf(count: number): EventBatch {
  const { log } = openLog(newFolder());
  const events = appendMany(log, count);
  log.close();
  return { idempotencyKey: 'key-1', events };
}

const sender = (options: { readonly token?: string; readonly timeoutMs?: number } = {}): Send =>
  valueOf(createCollector({ url, now: () => START, ...options })).send;

describe('the collector', () => {
  it('gets the events as gzip NDJSON with key and token', async () => {
    const batch = batchOf(3);
    expect(await sender({ token: 't0ken' })(batch, never)).toEqual({ kind: 'accepted' });
    expect(server.problems).toEqual([]);
    expect(server.requests).toEqual([{ key: 'key-1', events: 3, authorization: 'Bearer t0ken' }]);
    expect([...server.stored.values()]).toEqual(batch.events);
  });

  it('gets no authorization without a token', async () => {
    await sender()(batchOf(1), never);
    expect(server.requests).toEqual([{ key: 'key-1', events: 1, authorization: undefined }]);
  });

  const status = (code: number, headers?: Record<string, string>): Fault => ({
    kind: 'status',
    status: code,
    ...(headers === undefined ? {} : { headers }),
  });
  const answers: readonly (readonly [name: string, fault: Fault, result: Partial<SendResult>])[] = [
    ['500 as retry', status(500), { kind: 'retry' }],
    [
      '503 with seconds as retry after them',
      status(503, { 'retry-after': '7' }),
      { kind: 'retry', afterMs: 7000 },
    ],
    [
      '429 with a date as retry at that time',
      status(429, { 'retry-after': 'Sun, 01 Mar 2026 08:02:00 GMT' }),
      { kind: 'retry', afterMs: 120_000 },
    ],
    ['408 as retry', status(408), { kind: 'retry' }],
    ['413 as too large', status(413), { kind: 'too-large' }],
    ['400 as refused', status(400), { kind: 'refused' }],
    ['401 as refused', status(401), { kind: 'refused' }],
    ['a redirect as refused', status(307, { location: 'http://127.0.0.1:9/' }), { kind: 'refused' }],
    ['a cut connection as retry', { kind: 'cut' }, { kind: 'retry' }],
    ['a connection dropped after the request as retry', { kind: 'accept-then-drop' }, { kind: 'retry' }],
  ];
  it.each(answers)('understands %s', async (_name, fault, result) => {
    server.script(fault);
    const token = 'very-secret';
    const answered = await sender({ token })(batchOf(1), never);
    expect(answered).toMatchObject(result);
    expect(JSON.stringify(answered)).toContain('127.0.0.1');
    expect(JSON.stringify(answered)).not.toMatch(/very-secret|Restricted|answer of the collector/);
  });

  it('does not wait for an answer for ever', async () => {
    server.script({ kind: 'hang' });
    expect(await sender({ timeoutMs: 50 })(batchOf(1), never)).toEqual({
      kind: 'retry',
      problem: expect.stringContaining('no answer within 50 ms'),
    });
  });

  it('can be given up', async () => {
    server.script({ kind: 'hang' });
    const stop = new AbortController();
    const sending = sender()(batchOf(1), stop.signal);
    await server.hanging();
    stop.abort();
    expect(await sending).toMatchObject({ kind: 'retry', problem: expect.stringContaining('stopping') });
  });

  it('that is not there is a retry that says why', async () => {
    await server.close();
    expect(await sender()(batchOf(1), never)).toMatchObject({
      kind: 'retry',
      problem: expect.stringContaining('ECONNREFUSED'),
    });
    server = new FakeCollector();
    await server.start();
  });

  it('sends events and token nowhere but to its own address', async () => {
    const visited: string[] = [];
    const other = createServer((request, response) => {
      visited.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    server.script({ kind: 'status', status: 308, headers: { location } });
    expect(await sender({ token: 't' })(batchOf(1), never)).toMatchObject({ kind: 'refused' });
    expect(visited).toEqual([]);
    await new Promise((resolve) => other.close(resolve));
  });
});

describe('the settings of a collector', () => {
  it.each([
    'https://siem.example.com/in',
    'http://localhost:8080/',
    'http://127.0.0.1/',
    'http://127.1:9/',
    'http://[::1]:9/',
  ])('may be %s', (address) => expect(createCollector({ url: address }).ok).toBe(true));

  it.each([
    ['http://siem.example.com/', 'https is required for siem.example.com'],
    ['http://127.0.0.1.example.com/', 'https is required'],
    ['http://localhost.example.com/', 'https is required'],
    ['ftp://siem.example.com/', 'https is required'],
    ['file:///etc/passwd', 'https is required'],
    ['siem.example.com', 'not a URL'],
    ['https://user:hidden@siem.example.com/', 'token setting'],
  ])('may not be %s', (address, problem) => {
    const result = createCollector({ url: address });
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
    expect(JSON.stringify(result)).not.toContain('hidden');
  });

  it.each(['se cret', 'se\r\ncret', '', 'sécret'])(
    'may not hold the token %j, which is not repeated',
    (token) => {
      const result = createCollector({ url: 'https://siem.example.com/', token });
      expect(result).toMatchObject({ ok: false, problem: expect.stringContaining('printable ASCII') });
      expect(JSON.stringify(result)).not.toContain('cret');
    },
  );
});

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    [' 5 ', 5000],
    ['999999999', 3_600_000],
    ['Sun, 01 Mar 2026 08:00:30 GMT', 30_000],
    ['Sun, 01 Mar 2026 07:00:00 GMT', 0],
    ['Tue, 01 Mar 2033 07:00:00 GMT', 3_600_000],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%j is %j ms', (header, ms) => expect(retryAfter(header, START)).toBe(ms));
});
