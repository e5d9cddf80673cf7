import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  fileSource,
  httpsSource,
  inlineSource,
  type BundleSource,
  type Fetched,
  type HttpsSourceOptions,
} from '../../src/sync/bundle-sources.ts';
import { rolloutBucket } from '../../src/sync/bundle-rollout.ts';
import { FakeBundleServer, type Behaviour } from '../fakes/bundle-server.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';

const TEXT = '{"payload":"…"}';
const never = new AbortController().signal;
let server: FakeBundleServer;
let address: string;
beforeEach(async () => {
  server = new FakeBundleServer();
  address = await server.start();
});
afterEach(() => server.close());

function source(options: HttpsSourceOptions = {}, url = address): BundleSource {
  const made = httpsSource(url, options);
  if (!made.ok) throw new Error(made.problem);
  return made.value;
}
async function problemOf(behaviour: Behaviour, options: HttpsSourceOptions = {}, tag: string | null = null) {
  server.behaviour = behaviour;
  const fetched = await source(options).fetch(tag, never);
  if (fetched.kind !== 'problem') throw new Error(`it was ${fetched.kind}`);
  return fetched.problem;
}

describe('a bundle on a web server', () => {
  it('comes with a tag by which it is known when it has not changed', async () => {
    server.offer(TEXT);
    const first = await source().fetch(null, never);
    expect(first).toEqual({ kind: 'text', text: TEXT, tag: expect.stringMatching(/^".+"$/) });
    const tag = first.kind === 'text' ? first.tag : null;
    expect(await source().fetch(tag, never)).toEqual({ kind: 'unchanged' });
    server.offer(`${TEXT} `);
    expect(await source().fetch(tag, never)).toMatchObject({ kind: 'text', text: `${TEXT} ` });
    expect(server.asked).toEqual([null, tag, tag]);
  });

  it.each<[string, string | null, string | null]>([
    ['none', null, null],
    ['one that no server needs', `"${'x'.repeat(300)}"`, null],
    ['a weak one', 'W/"5"', 'W/"5"'],
  ])('comes with the tag of the server: %s', async (_, etag, tag) => {
    server.behaviour = { kind: 'text', text: TEXT, etag };
    expect(await source().fetch(null, never)).toEqual({ kind: 'text', text: TEXT, tag });
  });

  it.each<[string, Behaviour, string]>([
    ['is not there', { kind: 'status', status: 404 }, 'answered 404'],
    [
      'is elsewhere',
      { kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:9/' } },
      'answered 302; redirects are not followed',
    ],
    ['is "not modified" though nothing was known', { kind: 'status', status: 304 }, 'answered 304'],
    ['comes in part', { kind: 'status', status: 206 }, 'answered 206'],
    ['ends too soon', { kind: 'cut', text: TEXT.repeat(1000) }, 'could not be reached'],
  ])('is a problem to try again when it %s', async (_, behaviour, says) => {
    const { kind, detail } = await problemOf(behaviour);
    expect([kind, detail]).toEqual(['unreachable', expect.stringContaining(says)]);
    expect(detail.startsWith(new URL(address).host)).toBe(true);
  });

  it.each([
    ['seconds', '90', 90_000],
    ['a date', 'Sun, 08 Mar 2026 08:02:00 GMT', 120_000],
    ['nonsense', 'soon', undefined],
  ])('is asked for again when the server wants it: %s', async (_, header, expected) => {
    const behaviour: Behaviour = { kind: 'status', status: 503, headers: { 'retry-after': header } };
    const now = (): Date => new Date('2026-03-08T08:00:00Z');
    expect((await problemOf(behaviour, { now })).retryAfterMs).toBe(expected);
  });

  it.each<[string, Behaviour, HttpsSourceOptions, string, string]>([
    [
      'without end',
      { kind: 'endless' },
      { maxBytes: 1_000_000 },
      'refused',
      'at most 1000000 bytes, more came',
    ],
    [
      'announced as too large',
      { kind: 'announces', bytes: 1001 },
      { maxBytes: 1000 },
      'refused',
      'it announces 1001',
    ],
    [
      'packed into little that is large',
      { kind: 'bytes', bytes: gzipSync(Buffer.alloc(1_000_000)), headers: { 'content-encoding': 'gzip' } },
      { maxBytes: 100_000 },
      'refused',
      'more came',
    ],
    ['not in UTF-8', { kind: 'bytes', bytes: Buffer.from([0x7b, 0xff, 0x7d]) }, {}, 'refused', 'not UTF-8'],
    ['never', { kind: 'hang' }, { idleMs: 50 }, 'unreachable', 'nothing came for 50 ms'],
    [
      'never, within the time for all',
      { kind: 'hang' },
      { deadlineMs: 50 },
      'unreachable',
      'not done within 50 ms',
    ],
    [
      'announced and then not',
      { kind: 'announces', bytes: 100 },
      { idleMs: 50 },
      'unreachable',
      'nothing came for 50 ms',
    ],
    [
      'a byte at a time',
      { kind: 'drip', everyMs: 5 },
      { idleMs: 50, leastBytesPerSecond: 10_000 },
      'unreachable',
      'is too slow',
    ],
    [
      'a byte at a time, for longer than all may take',
      { kind: 'drip', everyMs: 5 },
      { deadlineMs: 80, leastBytesPerSecond: 0 },
      'unreachable',
      'not done within 80 ms',
    ],
  ])('is given up when it comes %s', async (_, behaviour, options, kind, says) => {
    const problem = await problemOf(behaviour, options);
    expect([problem.kind, problem.detail]).toEqual([kind, expect.stringContaining(says)]);
    if (behaviour.kind !== 'bytes') await expect.poll(() => server.givenUp).toBe(1);
  });

  it('is given up when the agent stops', async () => {
    server.behaviour = { kind: 'hang' };
    const stopping = new AbortController();
    const fetching = source().fetch(null, stopping.signal);
    await expect.poll(() => server.asked.length).toBe(1);
    stopping.abort();
    expect(await fetching).toMatchObject({ kind: 'problem', problem: { kind: 'unreachable' } });
  });

  it('is a problem to try again when the server is gone, or no web server', async () => {
    const other = createServer((socket) => socket.end('220 mail.example.com\r\n', () => socket.destroy()));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const first = await source({}, `http://127.0.0.1:${port}/`).fetch(null, never);
    await new Promise((resolve) => other.close(resolve));
    const second = await source({}, `http://127.0.0.1:${port}/`).fetch(null, never);
    for (const fetched of [first, second])
      expect(fetched).toMatchObject({ kind: 'problem', problem: { kind: 'unreachable' } });
  });

  it.each([
    ['plain http', 'http://it.example.com/bundle', 'https is required for it.example.com'],
    ['a file', 'file:///etc/passwd', 'https is required'],
    ['no address', 'bundle', 'not a URL'],
    ['one with a password', 'https://me:secret@it.example.com/', 'holds a user name or password'],
  ])('is not asked for at %s', (_, url, says) => {
    const made = httpsSource(url);
    expect(made.ok ? '' : made.problem).toContain(says);
    expect(made.ok ? '' : made.problem).not.toContain('secret');
  });

  it('is named by its host and path, without what follows', () => {
    expect(source({}, 'https://it.example.com/a/b.jws?sig=secret#x')).toMatchObject({
      name: 'it.example.com/a/b.jws',
      local: false,
    });
  });
});

const again = async (one: BundleSource): Promise<[Fetched, Fetched]> => {
  const first = await one.fetch(null, never);
  return [first, await one.fetch(first.kind === 'text' ? first.tag : null, never)];
};

describe('a bundle in a file', () => {
  it('is read, and known by its content when it has not changed', async () => {
    const path = join(temporaryFolder(), 'bundle.jws');
    writeFileSync(path, TEXT);
    expect(await again(fileSource(path))).toMatchObject([
      { kind: 'text', text: TEXT },
      { kind: 'unchanged' },
    ]);
  });

  it.each<[string, (path: string) => void, number, string, string]>([
    ['is not there', () => undefined, 100, 'unreachable', 'cannot be read'],
    ['is a folder', (path) => mkdirSync(path), 100, 'refused', 'expected a file'],
    [
      'is too large',
      (path) => writeFileSync(path, 'x'.repeat(101)),
      100,
      'refused',
      'at most 100 bytes, it has 101',
    ],
    ['is not in UTF-8', (path) => writeFileSync(path, Buffer.from([0xff])), 100, 'refused', 'not UTF-8'],
  ])('is a problem when it %s', async (_, make, maxBytes, kind, says) => {
    const path = join(temporaryFolder(), 'bundle.jws');
    make(path);
    const fetched = await fileSource(path, { maxBytes }).fetch(null, never);
    expect(fetched).toEqual({ kind: 'problem', problem: { kind, detail: expect.stringContaining(says) } });
  });

  it('is not waited for when it lies on a share that does not answer', async () => {
    const hanging = fileSource('/mnt/share/b', { deadlineMs: 1, read: () => new Promise(() => undefined) });
    const given = await hanging.fetch(null, never);
    expect(given).toMatchObject({
      problem: { kind: 'unreachable', detail: '/mnt/share/b: not read within 1 ms' },
    });
    const stopping = fileSource('/mnt/share/b', { read: () => new Promise(() => undefined) });
    expect(await stopping.fetch(null, AbortSignal.abort())).toMatchObject({ kind: 'problem' });
  });

  it.skipIf(process.platform === 'win32')('is not waited for when it is a device without end', async () => {
    const fetched = await fileSource('/dev/zero').fetch(null, never);
    expect(fetched).toMatchObject({ kind: 'problem', problem: { detail: '/dev/zero: expected a file' } });
  });
});

describe('a bundle in the managed settings', () => {
  it('is its parts joined, and known when it has not changed', async () => {
    const parts = [TEXT.slice(0, 5), TEXT.slice(5, 6), TEXT.slice(6)];
    expect(await again(inlineSource(parts))).toMatchObject([
      { kind: 'text', text: TEXT },
      { kind: 'unchanged' },
    ]);
  });

  it('is refused when it is too large', async () => {
    const fetched = await inlineSource(['xx', 'xx'], 3).fetch(null, never);
    expect(fetched).toMatchObject({ kind: 'problem', problem: { kind: 'refused' } });
  });
});

describe('the part of a rollout that a device is in', () => {
  it('is the same each time, and every hundredth has its share of devices', () => {
    const counts = new Uint32Array(100);
    for (let id = 0; id < 20_000; id += 1) counts[rolloutBucket(`device-${id}`)]! += 1;
    expect([Math.min(...counts) > 140, Math.max(...counts) < 260]).toEqual([true, true]);
    expect(rolloutBucket('device-1')).toBe(rolloutBucket('device-1'));
  });
});
