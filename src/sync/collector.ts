import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AuditEvent } from '../shared/audit-event.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';

const compress = promisify(gzip);

/** No server may keep us waiting longer than this by `Retry-After`. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** Some events to deliver. The same key always stands for the same events: a server answers a repeat without storing it. */
export interface EventBatch {
  readonly idempotencyKey: string;
  readonly events: readonly AuditEvent[];
}

export type SendResult =
  | { readonly kind: 'accepted' }
  /** May work later; `afterMs` is the server's wish. */
  | { readonly kind: 'retry'; readonly problem: string; readonly afterMs?: number }
  /** Fewer events at a time may work. */
  | { readonly kind: 'too-large'; readonly problem: string }
  /** Will not work until someone changes something. */
  | { readonly kind: 'refused'; readonly problem: string };

/** Delivers one batch. Never rejects; the signal gives the attempt up. */
export type Send = (batch: EventBatch, signal: AbortSignal) => Promise<SendResult>;

export interface CollectorOptions {
  readonly url: string;
  readonly token?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** For one request, from the first byte sent to the answer's headers. */
  readonly timeoutMs?: number;
  /** Needed for a `Retry-After` that is a date. */
  readonly now?: () => Date;
}

export interface Collector {
  /** Its host, for people. */
  readonly name: string;
  readonly send: Send;
}

/**
 * A company's own HTTPS collector. Each request is a POST of gzip-compressed NDJSON (one event a line) with an
 * `idempotency-key`. Plain http is for this computer only. Problems name the host, never the body or the token.
 */
export function createCollector(options: CollectorOptions): Result<Collector> {
  const url = checkUrl(options.url);
  if (!url.ok) return url;
  if (options.token !== undefined && !/^[\x21-\x7e]+$/.test(options.token)) {
    return failed('collector token: expected printable ASCII without spaces');
  }
  const name = url.value.host;
  const { fetch = globalThis.fetch, timeoutMs = 30_000, now = () => new Date() } = options;
  const send: Send = async (batch, signal) => {
    try {
      const response = await fetch(url.value, {
        method: 'POST',
        headers: headersOf(batch, options.token),
        body: await compress(batch.events.map((event) => `${JSON.stringify(event)}\n`).join('')),
        // A redirect could carry events and token to another host.
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      await response.body?.cancel();
      return resultOf(response, name, now());
    } catch (error) {
      return { kind: 'retry', problem: `${name}: ${reasonOf(error, timeoutMs)}` };
    }
  };
  return ok({ name, send });
}

function headersOf(batch: EventBatch, token: string | undefined): Record<string, string> {
  return {
    'content-type': 'application/x-ndjson',
    'content-encoding': 'gzip',
    'idempotency-key': batch.idempotencyKey,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
}

function resultOf(response: Response, name: string, now: Date): SendResult {
  const { status } = response;
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  const problem = `${name}: answered ${status}`;
  if (status >= 300 && status < 400) {
    return { kind: 'refused', problem: `${problem}; redirects are not followed, set its final address` };
  }
  if (status === 413) return { kind: 'too-large', problem };
  if (status === 408 || status === 429 || status >= 500) {
    const afterMs = retryAfter(response.headers.get('retry-after'), now);
    return { kind: 'retry', problem, ...(afterMs === null ? {} : { afterMs }) };
  }
  const credentials = status === 401 || status === 403;
  return { kind: 'refused', problem: credentials ? `${problem}; check the collector's token` : problem };
}

/** `Retry-After` is seconds or an HTTP date (RFC 9110, 10.2.3). In ms from now; null when absent or neither. */
export function retryAfter(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : httpDate(text) - now.getTime();
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
}

const httpDate = (text: string): number => (text.endsWith('GMT') ? Date.parse(text) : Number.NaN);

function checkUrl(text: string): Result<URL> {
  const url = URL.parse(text);
  if (url === null)
    return failed('collector address: not a URL; expected one such as https://siem.example.com/events');
  if (url.username !== '' || url.password !== '') {
    return failed('collector address: holds a user name or password; put the secret into the token setting');
  }
  if (url.protocol === 'https:') return ok(url);
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return ok(url);
  return failed(
    `collector address: https is required for ${url.host || 'it'}; http is for this computer only`,
  );
}

/** Is this host name or address the computer itself? */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);

/** Node's fetch puts the telling part (ECONNREFUSED, a certificate's fault) into `cause`. */
function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'could not be reached';
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs} ms`;
  if (error.name === 'AbortError') return 'given up because the agent is stopping';
  return `could not be reached (${messageOf(error.cause ?? error) || 'no reason given'})`;
}
