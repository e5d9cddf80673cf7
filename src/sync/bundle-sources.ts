import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { MAX_SIGNED_UNITS } from './bundle-signature.ts';
import { isLoopback, retryAfter } from './collector.ts';
import { unlessAborted } from './sleep.ts';

/** What a source answers. `tag` stands for the text: who gives it back next time is told `unchanged` while it is the same. */
export type Fetched =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'text'; readonly text: string; readonly tag: string | null }
  | { readonly kind: 'problem'; readonly problem: BundleFetchProblem };

export interface BundleFetchProblem {
  /** `refused`: what is offered is too large or no text; the source could be reached. */
  readonly kind: 'unreachable' | 'refused';
  /** One line that begins with the source's name. */
  readonly detail: string;
  /** The server's wish, in ms. */
  readonly retryAfterMs?: number;
}

/** Where bundles come from: HTTPS, a managed file or the managed settings themselves. */
export interface BundleSource {
  /** For people and for what is stored; without secrets. */
  readonly name: string;
  /** It answers at once and without a network: asked at the start, before anything is guarded. */
  readonly local: boolean;
  /** Never rejects. `tag` is what the source gave with the text that is known; null asks for the text in any case. */
  fetch(tag: string | null, signal: AbortSignal): Promise<Fetched>;
}

export interface HttpsSourceOptions {
  /** From the first byte sent to the last one of the answer. */
  readonly deadlineMs?: number;
  /** The longest pause in the answer. */
  readonly idleMs?: number;
  /** The slowest the answer may be on the whole, once `idleMs` are over. */
  readonly leastBytesPerSecond?: number;
  readonly maxBytes?: number;
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => Date;
}

type Limits = Required<HttpsSourceOptions>;

/**
 * A bundle on a web server. No redirects, no credentials; the server is not trusted, whatever its certificate: the signature is.
 * Plain http is for this computer only. The problem says what is wrong with the address.
 */
export function httpsSource(address: string, options: HttpsSourceOptions = {}): Result<BundleSource> {
  const url = checkAddress(address);
  if (!url.ok) return url;
  const limits: Limits = {
    deadlineMs: 10 * 60_000,
    idleMs: 20_000,
    leastBytesPerSecond: 16 * 1024,
    maxBytes: MAX_SIGNED_UNITS,
    fetch: globalThis.fetch,
    now: () => new Date(),
    ...options,
  };
  const name = `${url.value.host}${url.value.pathname}`;
  return ok({ name, local: false, fetch: (tag, signal) => download(url.value, name, tag, signal, limits) });
}

function checkAddress(address: string): Result<URL> {
  const url = URL.parse(address);
  if (url === null)
    return failed('bundle address: not a URL; expected one such as https://it.example.com/clipward.jws');
  if (url.username !== '' || url.password !== '')
    return failed('bundle address: holds a user name or password; bundles need none, they are signed');
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return ok(url);
  return failed(`bundle address: https is required for ${url.host || 'it'}; http is for this computer only`);
}

async function download(
  url: URL,
  name: string,
  tag: string | null,
  signal: AbortSignal,
  limits: Limits,
): Promise<Fetched> {
  const giveUp = new AbortController();
  const over = AbortSignal.any([signal, giveUp.signal, AbortSignal.timeout(limits.deadlineMs)]);
  const idle = idleTimer(limits.idleMs, () => giveUp.abort(new Slow(`nothing came for ${limits.idleMs} ms`)));
  try {
    const response = await limits.fetch(url, {
      headers: {
        accept: 'application/jose+json, application/json',
        // Packed, an answer could be far larger than what is counted on the way.
        'accept-encoding': 'identity',
        ...(tag === null ? {} : { 'if-none-match': tag }),
      },
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal: over,
    });
    idle.again();
    const answered = answerOf(response, name, tag, limits);
    if (answered !== null) {
      await response.body?.cancel();
      return answered;
    }
    const bytes = await bodyOf(response, limits, idle.again);
    const text = decode(bytes);
    return text === null
      ? refused(`${name}: the answer is not UTF-8`)
      : { kind: 'text', text, tag: tagOf(response) };
  } catch (error) {
    giveUp.abort();
    if (error instanceof TooLarge) return refused(`${name}: ${error.message}`);
    return unreachable(`${name}: ${reasonOf(error, limits)}`);
  } finally {
    idle.end();
  }
}

/** What the status alone settles; null: the body is the bundle. */
function answerOf(response: Response, name: string, tag: string | null, limits: Limits): Fetched | null {
  const { status, headers } = response;
  if (status === 304 && tag !== null) return { kind: 'unchanged' };
  if (status >= 300 && status < 400 && status !== 304)
    return unreachable(`${name}: answered ${status}; redirects are not followed, set its final address`);
  if (status !== 200) {
    const wish = retryAfter(headers.get('retry-after'), limits.now());
    return unreachable(`${name}: answered ${status}`, wish);
  }
  const announced = Number(headers.get('content-length') ?? 0);
  return announced > limits.maxBytes
    ? refused(`${name}: expected at most ${limits.maxBytes} bytes, it announces ${announced}`)
    : null;
}

/** An ETag longer than any real one is not worth keeping. */
const MAX_TAG_UNITS = 256;

function tagOf(response: Response): string | null {
  const tag = response.headers.get('etag');
  return tag === null || tag.length > MAX_TAG_UNITS ? null : tag;
}

async function bodyOf(response: Response, limits: Limits, came: () => void): Promise<Buffer> {
  const { idleMs, leastBytesPerSecond, maxBytes } = limits;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const start = performance.now();
  for await (const chunk of response.body ?? []) {
    came();
    bytes += chunk.length;
    if (bytes > maxBytes) throw new TooLarge(`expected at most ${maxBytes} bytes, more came`);
    const ms = performance.now() - start;
    if (ms > idleMs && bytes < (leastBytesPerSecond * ms) / 1000) {
      throw new Slow(`${bytes} bytes in ${Math.round(ms)} ms is too slow`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

class TooLarge extends Error {}
class Slow extends Error {}

function idleTimer(ms: number, over: () => void): { readonly again: () => void; readonly end: () => void } {
  const timer = setTimeout(over, ms);
  timer.unref();
  return { again: () => void timer.refresh(), end: () => clearTimeout(timer) };
}

/** Node's fetch puts the telling part (ECONNREFUSED, a certificate's fault) into `cause`. */
function reasonOf(error: unknown, { deadlineMs }: Limits): string {
  if (error instanceof Slow) return error.message;
  if (!(error instanceof Error)) return 'could not be reached';
  if (error.name === 'TimeoutError') return `not done within ${deadlineMs} ms`;
  if (error.name === 'AbortError') return 'given up because the agent is stopping';
  return `could not be reached (${messageOf(error.cause ?? error) || 'no reason given'})`;
}

const unreachable = (detail: string, wish: number | null = null): Fetched => ({
  kind: 'problem',
  problem: { kind: 'unreachable', detail, ...(wish === null ? {} : { retryAfterMs: wish }) },
});
const refused = (detail: string): Fetched => ({ kind: 'problem', problem: { kind: 'refused', detail } });

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

export interface FileSourceOptions {
  readonly maxBytes?: number;
  /** For all of it. */
  readonly deadlineMs?: number;
  /** Gives the file's bytes, or why it is refused; rejects as the file system does. */
  readonly read?: (path: string, maxBytes: number) => Promise<Result<Uint8Array>>;
}

/**
 * A bundle in a file that device management or a person puts there. Too large a file is refused unread. Reading from a share whose
 * server is gone may never end: it is given up, as nothing is guarded before the first answer at a start.
 */
export function fileSource(path: string, options: FileSourceOptions = {}): BundleSource {
  const { maxBytes = MAX_SIGNED_UNITS, deadlineMs = 10_000, read = readWhole } = options;
  return {
    name: path,
    local: true,
    fetch: async (tag, signal) => {
      const over = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
      try {
        const bytes = await unlessAborted(read(path, maxBytes), over);
        if (bytes === null) return unreachable(`${path}: not read within ${deadlineMs} ms`);
        if (!bytes.ok) return refused(`${path}: ${bytes.problem}`);
        const text = decode(bytes.value);
        return text === null ? refused(`${path}: is not UTF-8`) : known(text, tag);
      } catch (error) {
        return unreachable(`${path}: cannot be read (${messageOf(error)})`);
      }
    },
  };
}

async function readWhole(path: string, maxBytes: number): Promise<Result<Uint8Array>> {
  const about = await stat(path);
  // A pipe or a device may never end.
  if (!about.isFile()) return failed('expected a file');
  const { size } = about;
  return size > maxBytes
    ? failed(`expected at most ${maxBytes} bytes, it has ${size}`)
    : ok(await readFile(path));
}

/** A bundle in the managed settings themselves; long values are cut into parts there. */
export function inlineSource(parts: readonly string[], maxUnits = MAX_SIGNED_UNITS): BundleSource {
  const name = 'managed settings';
  return {
    name,
    local: true,
    fetch: async (tag) => {
      const text = parts.join('');
      return text.length > maxUnits
        ? refused(`${name}: expected at most ${maxUnits} characters, the bundle has ${text.length}`)
        : known(text, tag);
    },
  };
}

function known(text: string, tag: string | null): Fetched {
  const own = createHash('sha256').update(text).digest('base64url');
  return own === tag ? { kind: 'unchanged' } : { kind: 'text', text, tag: own };
}
