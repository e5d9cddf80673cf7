import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { backoffMs, honourMs } from '../backoff.ts';
import { retryAfter } from '../collector.ts';
import { readCapped } from './capped-body.ts';
import { problemOfFailure, problemOfStatus, type GraphAccess, type LabelProblem } from './label-problem.ts';

/** What a token is wanted for: the v1.0 labels, or the older beta paths, which have a permission of their own. */
export interface TokenWanted {
  readonly purpose: 'labels' | 'older-labels';
  /** A claims challenge (JSON text) that the last token did not meet. */
  readonly claims?: string;
}

/** Gives a bearer token for Microsoft Graph without asking anyone. Never rejects. */
export type GetToken = (wanted: TokenWanted) => Promise<Result<string, LabelProblem>>;

export interface GraphOptions {
  /** `https://graph.microsoft.com`, or a national cloud's; see `graphUrlOf`. No path. */
  readonly origin: string;
  readonly getToken: GetToken;
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => Date;
  /** 0 to 1. */
  readonly random?: () => number;
  /** Resolves after so many ms, or at once when the signal aborts. Never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** For one request, until its answer is whole. */
  readonly timeoutMs?: number;
  /** How much waiting for a busy service is borne in one request, in ms; beyond it the problem says when to come again. */
  readonly patienceMs?: number;
}

export interface GraphRequest {
  readonly url: string;
  readonly purpose: TokenWanted['purpose'];
  /** The permission it needs, for the problem's text. */
  readonly permission: string;
  readonly access: GraphAccess;
  /** Of the answer that is already there. */
  readonly etag?: string;
  readonly signal: AbortSignal;
}

export type GraphAnswer =
  | { readonly kind: 'body'; readonly text: string; readonly etag: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'problem'; readonly problem: LabelProblem };

/** One page is far below 1 MB even with hundreds of labels. */
const MAX_PAGE_BYTES = 8 * 1024 * 1024;
const MAX_ERROR_BYTES = 64 * 1024;
const MAX_TRIES = 4;

/**
 * One GET of Microsoft Graph. Waits for a busy service as it asks (429, 503, 504 and other 5xx: `Retry-After`, else doubling
 * waits), answers a claims challenge once, follows no redirect, reads no more than 8 MB. Never rejects.
 * Sources: learn.microsoft.com/graph/throttling, /graph/errors; learn.microsoft.com/entra/identity-platform/claims-challenge.
 */
export async function graphGet(options: GraphOptions, request: GraphRequest): Promise<GraphAnswer> {
  const { random = Math.random, patienceMs = 60_000 } = options;
  let claims: string | undefined;
  let patience = patienceMs;
  for (let tries = 1; ;) {
    const token = await options.getToken({
      purpose: request.purpose,
      ...(claims === undefined ? {} : { claims }),
    });
    if (!token.ok) return { kind: 'problem', problem: token.problem };
    const answer = await send(options, request, token.value);
    if (answer.kind === 'challenge') {
      if (claims !== undefined) return { kind: 'problem', problem: answer.problem };
      claims = answer.claims;
      continue;
    }
    if (answer.kind !== 'busy') return answer;
    const { retryAfterMs } = answer.problem;
    const waitMs = retryAfterMs === undefined ? backoffMs(tries, random) : honourMs(retryAfterMs, random);
    if (tries >= MAX_TRIES || waitMs > patience) return { kind: 'problem', problem: answer.problem };
    await options.sleep(waitMs, request.signal);
    if (request.signal.aborted) return { kind: 'problem', problem: answer.problem };
    patience -= waitMs;
    tries += 1;
  }
}

type Sent =
  | GraphAnswer
  | { readonly kind: 'busy'; readonly problem: LabelProblem }
  | { readonly kind: 'challenge'; readonly claims: string; readonly problem: LabelProblem };

async function send(options: GraphOptions, request: GraphRequest, token: string): Promise<Sent> {
  const { fetch = globalThis.fetch, now = () => new Date(), timeoutMs = 30_000 } = options;
  try {
    const response = await fetch(request.url, {
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'client-request-id': randomUUID(),
        ...(request.etag === undefined ? {} : { 'if-none-match': request.etag }),
      },
      // A redirect could carry the token to another host.
      redirect: 'manual',
      // Chromium would send what its session has gathered, and keep what it is given.
      credentials: 'omit',
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (response.status === 200) return await bodyOf(response);
    if (response.status === 304 && request.etag !== undefined) return { kind: 'unchanged' };
    return await refusalOf(response, request, now());
  } catch (error) {
    return { kind: 'problem', problem: problemOfFailure(error, timeoutMs) };
  }
}

async function bodyOf(response: Response): Promise<Sent> {
  const text = await readCapped(response, MAX_PAGE_BYTES);
  if (text.ok) return { kind: 'body', text: text.value, etag: etagOf(response) };
  const fix = 'check the network for a proxy that changes answers; else report it';
  return {
    kind: 'problem',
    problem: { kind: 'answer-invalid', detail: `Microsoft Graph's answer: ${text.problem}`, fix },
  };
}

/** Kept for the next request, so it must be a plain header value. */
function etagOf(response: Response): string | null {
  const etag = response.headers.get('etag');
  return etag !== null && /^(?:W\/)?"[\x21\x23-\x7e]{0,200}"$/.test(etag) ? etag : null;
}

async function refusalOf(response: Response, request: GraphRequest, now: Date): Promise<Sent> {
  const { status, headers } = response;
  const body = await readCapped(response, MAX_ERROR_BYTES);
  const error = body.ok ? errorOf(body.value) : NO_ERROR;
  const date = Date.parse(headers.get('date') ?? '');
  const problem = problemOfStatus({
    status,
    ...error,
    skewMs: Number.isNaN(date) ? null : date - now.getTime(),
    retryAfterMs: retryAfter(headers.get('retry-after'), now),
    permission: request.permission,
    access: request.access,
  });
  if (status === 429 || status >= 500) return { kind: 'busy', problem };
  const claims = status === 401 ? challengeOf(headers.get('www-authenticate')) : null;
  return claims === null ? { kind: 'problem', problem } : { kind: 'challenge', claims, problem };
}

const errorSchema = z.object({
  error: z.object({
    code: z.string().optional().catch(undefined),
    innerError: z
      .object({ diagnosticInfo: z.union([z.string(), z.object({ errorCode: z.string() })]).optional() })
      .optional()
      .catch(undefined),
  }),
});

const NO_ERROR = { code: null, isLicence: false };

/** The code is the service's own word and safe to tell; the message may name anything and is not read. */
function errorOf(body: string): { readonly code: string | null; readonly isLicence: boolean } {
  const parsed = parseJson(errorSchema, body, 'error');
  if (!parsed.ok) return NO_ERROR;
  const { code = '', innerError } = parsed.value.error;
  const diagnostic = innerError?.diagnosticInfo ?? '';
  const inner = typeof diagnostic === 'string' ? diagnostic : diagnostic.errorCode;
  return {
    code: /^[\w.-]{1,80}$/.test(code) ? code : null,
    isLicence: [code, inner].some((word) => word.includes('InsufficientServicePlans')),
  };
}

/** The claims of a challenge are base64 of JSON text, in `claims="…"` of the header. Null where there are none. */
function challengeOf(header: string | null): string | null {
  const [, encoded] = /\bclaims="([A-Za-z0-9+/=_-]{1,8192})"/.exec(header ?? '') ?? [];
  if (encoded === undefined) return null;
  const claims = Buffer.from(encoded, 'base64').toString('utf8');
  return parseJson(z.record(z.string(), z.unknown()), claims, 'claims').ok ? claims : null;
}

/** Microsoft's clouds, by the host that their Graph has (learn.microsoft.com/graph/deployments). */
const CLOUDS = [
  'graph.microsoft.com',
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
];

/** The origin to ask: one of Microsoft's clouds over https, or this computer for tests. A token must go nowhere else. */
export function graphUrlOf(text = `https://${CLOUDS[0]}`): Result<string> {
  const url = URL.parse(text);
  const isCloud = url?.protocol === 'https:' && url.port === '' && CLOUDS.includes(url.hostname);
  const isHere = url?.protocol === 'http:' && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url === null || url.username !== '' || url.password !== '' || (!isCloud && !isHere)) {
    return failed(`Graph address: expected https:// and one of ${CLOUDS.join(', ')}`);
  }
  return ok(url.origin);
}
