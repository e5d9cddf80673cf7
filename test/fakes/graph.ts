import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphContract } from './graph-contract.ts';

/** A label as Graph v1.0 tells it; anything may be in it. */
export type GraphLabel = Readonly<Record<string, unknown>> & { readonly sublabels?: readonly GraphLabel[] };

/** What Graph does with one request instead of answering it properly. */
export type GraphFault =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** An object is checked against the published description; text and bytes are sent as they are. */
      readonly body?: unknown;
    }
  /** Ends the connection without an answer. */
  | { readonly kind: 'cut' }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** So many bytes of JSON that never ends well. */
  | { readonly kind: 'flood'; readonly bytes: number };

export const graphError = (code: string, innerError?: object) => ({
  error: { code, message: 'told for people', ...(innerError === undefined ? {} : { innerError }) },
});

const V1 = /^\/v1\.0\/(?:me|security)\/dataSecurityAndGovernance\/sensitivityLabels$/;
const OLDER = /^\/beta\/(?:me\/)?security\/informationProtection\/sensitivityLabels$/;
const OLDEST = /^\/beta\/(?:me\/)?informationProtection\/policy\/labels$/;

/**
 * Microsoft Graph's label paths, on plain http of this computer. With a contract it checks each v1.0 request, and each of its own
 * v1.0 answers, against the published description. Tokens stand for tenants: `setTenant` says which labels a token sees.
 */
export class FakeGraph {
  /** Path and query of every request, in order. */
  readonly requests: { readonly url: string; readonly headers: IncomingMessage['headers'] }[] = [];
  /** What did not fit the description. Empty in a good test. */
  readonly problems: string[] = [];
  /** How many labels stand on one page. */
  pageSize = 1000;
  /** Whether answers of one page carry an ETag, and 304 is given for it. */
  etags = false;
  /** Paths that are answered with this status and a proper error. */
  readonly refused = new Map<RegExp, { readonly status: number; readonly body: unknown }>();
  /** Whose labels a token sees, as `setTenant` calls it; null: it is no good. A token is its own name unless told. */
  recognise: (token: string) => Promise<string | null> = async (token) => token.split('+')[0] ?? null;
  /** A token must have been made for these claims; others get a challenge. */
  claims: string | null = null;

  readonly #tenants = new Map<string, readonly GraphLabel[]>();
  readonly #faults: GraphFault[] = [];
  readonly #contract: GraphContract | null;
  readonly #server: Server;
  #origin = '';

  constructor(contract: GraphContract | null = null) {
    this.#contract = contract;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.problems.push(String(error));
        response.destroy();
      });
    });
  }

  /** Gives its origin. */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    this.#origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this.#origin;
  }

  setTenant(token: string, labels: readonly GraphLabel[]): void {
    this.#tenants.set(token, labels);
  }

  /** One fault for each of the next requests, in this order. */
  script(...faults: readonly GraphFault[]): void {
    this.#faults.push(...faults);
  }

  /** Only the beta paths are there, as in a tenant that does not have the new ones. */
  olderPathsOnly(): void {
    this.refused.set(V1, { status: 404, body: graphError('ResourceNotFound') });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '';
    this.requests.push({ url, headers: request.headers });
    this.#check(request, url);
    const fault = this.#faults.shift();
    if (fault?.kind === 'cut') return void request.socket.destroy();
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'flood') return flood(response, fault.bytes);
    if (fault !== undefined) return this.#answer(request, response, fault.status, fault.body, fault.headers);
    const path = url.split('?')[0] ?? url;
    for (const [pattern, { status, body }] of this.refused) {
      if (pattern.test(path)) return this.#answer(request, response, status, body);
    }
    await this.#list(request, response, path);
  }

  async #list(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const labels = this.#tenants.get((await this.recognise(token)) ?? '');
    if (labels === undefined) {
      return this.#answer(request, response, 401, graphError('InvalidAuthenticationToken'));
    }
    if (this.claims !== null && token.split('+')[1] !== this.claims)
      return this.#challenge(request, response);
    if (OLDEST.test(path)) return this.#answer(request, response, 200, { value: [] });
    if (OLDER.test(path)) return this.#answer(request, response, 200, { value: olderShape(labels) });
    if (!V1.test(path)) return this.#answer(request, response, 404, graphError('ResourceNotFound'));
    this.#page(request, response, path, labels);
  }

  #page(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    labels: readonly GraphLabel[],
  ): void {
    const skip = Number(new URL(request.url ?? '', this.#origin).searchParams.get('$skip') ?? 0);
    const value = labels.slice(skip, skip + this.pageSize);
    const next = skip + this.pageSize;
    const more = next < labels.length ? { '@odata.nextLink': `${this.#origin}${path}?$skip=${next}` } : {};
    const body = { '@odata.context': `${this.#origin}/v1.0/$metadata#labels`, ...more, value };
    const etag = `W/"${createHash('sha256').update(JSON.stringify(value)).digest('hex')}"`;
    if (!this.etags) return this.#answer(request, response, 200, body);
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    this.#answer(request, response, 200, body, { etag });
  }

  #challenge(request: IncomingMessage, response: ServerResponse): void {
    const encoded = Buffer.from(this.claims ?? '').toString('base64');
    this.#answer(request, response, 401, graphError('InvalidAuthenticationToken'), {
      'www-authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`,
    });
  }

  #check(request: IncomingMessage, url: string): void {
    if (request.headers.authorization === undefined) this.problems.push(`${url}: no token`);
    if (this.#contract === null || !url.startsWith('/v1.0/')) return;
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    );
    this.problems.push(...this.#contract.request(request.method ?? '', url, headers));
  }

  #answer(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    body: unknown = '',
    headers: Readonly<Record<string, string>> = {},
  ): void {
    const url = request.url ?? '';
    if (this.#contract !== null && url.startsWith('/v1.0/') && !isRaw(body)) {
      this.problems.push(...this.#contract.response(request.method ?? '', url, status, body));
    }
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(isRaw(body) ? body : JSON.stringify(body));
  }
}

const isRaw = (body: unknown): body is string | Buffer => typeof body === 'string' || Buffer.isBuffer(body);

/** The flat list of the older paths: `sensitivity` for `priority`, and each child with its whole parent. */
function olderShape(labels: readonly GraphLabel[], parent: unknown = null): readonly unknown[] {
  return labels.flatMap(({ sublabels = [], priority, isEnabled, applicableTo, ...rest }) => {
    const older = {
      ...rest,
      sensitivity: priority,
      isActive: isEnabled !== false,
      isAppliable: sublabels.length === 0,
      contentFormats: typeof applicableTo === 'string' ? applicableTo.split(',') : ['file', 'email'],
      parent,
    };
    return [older, ...olderShape(sublabels, older)];
  });
}

/** As fast as it is taken; the other side is expected to hang up. */
function flood(response: ServerResponse, bytes: number): void {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"value":["');
  let left = bytes;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length;
      if (!response.write(chunk)) return void response.once('drain', more);
    }
    response.end('"]}');
  };
  more();
}
