import { AsyncLocalStorage } from 'node:async_hooks';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { messageOf } from '../../shared/result.ts';
import { retryAfter } from '../collector.ts';
import { entraNumbers, oauthFaultSchema } from './oauth-fault.ts';

const TIMEOUT_MS = 30_000;
/** How long a service is left alone that said 429 or 5xx without a `Retry-After`, as MSAL does where it keeps no cache. */
const UNTOLD_WAIT_MS = 60_000;
/** An answer of the service has some kilobytes; what is larger is no answer of it. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** What one request to the sign-in service came to: codes and numbers, nothing that was sent or granted. */
export type Exchange =
  | {
      readonly kind: 'no-answer';
      readonly host: string;
      /** Node's or Chromium's code, such as ENOTFOUND, or a few words. */
      readonly reason: string;
    }
  /** Something answered that is not the service: a page of the network or of a proxy, or a redirect. */
  | { readonly kind: 'not-the-service'; readonly host: string; readonly status: number }
  /** The service wants to be left alone for now: nothing was sent. */
  | { readonly kind: 'not-sent'; readonly host: string }
  | {
      readonly kind: 'answer';
      readonly host: string;
      readonly status: number;
      /** OAuth's `error` and Entra's numbers; absent and empty when it went well. */
      readonly error?: string;
      readonly numbers: readonly number[];
      readonly claims?: string;
      /** From `Retry-After`, in ms. */
      readonly afterMs?: number;
    };

export interface Network {
  /** What MSAL sends its requests with. Never logs. */
  readonly client: INetworkModule;
  /** Runs `work`; `seen` gives what the last of its requests came to, null when it made none. The signal ends requests. */
  watch<Value>(work: (seen: () => Exchange | null) => Promise<Value>, signal?: AbortSignal): Promise<Value>;
  /** How far the service's clock is ahead of ours, in ms, by the `Date` of its last answer; null before one. */
  skewMs(): number | null;
  /** How long the service still wants to be left alone, in ms. */
  waitMs(): number;
}

export interface NetworkOptions {
  /** Electron's `net.fetch` in the app: it knows the system's proxies and certificates. */
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => Date;
  /** For one request, in ms. */
  readonly timeoutMs?: number;
}

interface Watch {
  last: Exchange | null;
  readonly signal: AbortSignal | undefined;
}

/**
 * The way to the sign-in service. MSAL's errors say too little (no status, no `Retry-After`, no clock), so what really
 * came over the wire is noted here, for each piece of work by itself.
 */
export function createNetwork(options: NetworkOptions = {}): Network {
  const { fetch = globalThis.fetch, now = () => new Date(), timeoutMs = TIMEOUT_MS } = options;
  const watches = new AsyncLocalStorage<Watch>();
  let skewMs: number | null = null;
  let notBefore = 0;

  const send = async <Body>(
    method: 'GET' | 'POST',
    url: string,
    request: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<Body>> => {
    const watch = watches.getStore();
    const { host } = new URL(url);
    const note = (exchange: Exchange): void => {
      if (watch !== undefined) watch.last = exchange;
    };
    if (method === 'POST' && now().getTime() < notBefore) {
      note({ kind: 'not-sent', host });
      throw new Error(`${host} asked to be left alone`);
    }
    const limit = AbortSignal.timeout(timeoutMs);
    let response: Response;
    let text: string | null;
    try {
      response = await fetch(url, {
        method,
        ...(request.headers === undefined ? {} : { headers: request.headers }),
        ...(method === 'POST' ? { body: request.body ?? '' } : {}),
        // What is sent holds codes, tokens or a secret: nobody may point it elsewhere.
        redirect: 'error',
        // Chromium would send what its session has gathered, and keep what it is given.
        credentials: 'omit',
        signal: watch?.signal === undefined ? limit : AbortSignal.any([watch.signal, limit]),
      });
      text = await readLimited(response);
    } catch (error) {
      const reason = reasonOf(error, timeoutMs);
      note(
        /redirect/i.test(reason)
          ? { kind: 'not-the-service', host, status: 302 }
          : { kind: 'no-answer', host, reason },
      );
      throw new Error(`no answer from ${host} (${reason})`, { cause: error });
    }
    const body = jsonObject(text);
    if (body === null) {
      note({ kind: 'not-the-service', host, status: response.status });
      throw new Error(`${host} did not answer as a sign-in service`);
    }
    skewMs = skewOf(response, now()) ?? skewMs;
    const answer = answerOf(host, response, body, now());
    note(answer);
    if (isBusy(answer)) notBefore = now().getTime() + (answer.afterMs ?? UNTOLD_WAIT_MS);
    return { status: response.status, headers: Object.fromEntries(response.headers), body: body as Body };
  };

  return {
    client: {
      sendGetRequestAsync: (url, request) => send('GET', url, request),
      sendPostRequestAsync: (url, request) => send('POST', url, request),
    },
    watch: (work, signal) => {
      const watch: Watch = { last: null, signal };
      return watches.run(watch, () => work(() => watch.last));
    },
    skewMs: () => skewMs,
    waitMs: () => Math.max(0, notBefore - now().getTime()),
  };
}

type Answer = Extract<Exchange, { kind: 'answer' }>;

const isBusy = ({ status, afterMs }: Answer): boolean =>
  status === 429 || status >= 500 || (status >= 400 && afterMs !== undefined);

function answerOf(host: string, response: Response, body: object, now: Date): Answer {
  const fault = oauthFaultSchema.parse(body);
  const afterMs = retryAfter(response.headers.get('retry-after'), now);
  return {
    kind: 'answer',
    host,
    status: response.status,
    numbers: entraNumbers(fault),
    ...(fault.error === undefined ? {} : { error: fault.error }),
    ...(fault.claims === undefined ? {} : { claims: fault.claims }),
    ...(afterMs === null ? {} : { afterMs }),
  };
}

/** `Date` has whole seconds (RFC 9110, 6.6.1), and the answer took a while: good to a few seconds. */
function skewOf(response: Response, now: Date): number | null {
  const date = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(date) ? null : date - now.getTime();
}

/** Null when it is longer than any answer of the service. */
async function readLimited(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_ANSWER_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonObject(text: string | null): object | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** Node's fetch puts the telling part into `cause`; Chromium's has it in the message (`net::ERR_...`). */
function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'no reason given';
  if (error.name === 'TimeoutError') return `nothing within ${timeoutMs} ms`;
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return messageOf(cause ?? error).slice(0, 100);
}
