import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { auditEventSchema, type AuditEvent } from '../../src/shared/audit-event.ts';
import { parseJson } from '../../src/shared/json.ts';
import { messageOf } from '../../src/shared/result.ts';

/** What the collector does with one request instead of answering it properly. */
export type Fault =
  /** Answers without storing. */
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Record<string, string> }
  /** Ends the connection while the request is still coming in. */
  | { readonly kind: 'cut' }
  /** Stores everything, then ends the connection without an answer. */
  | { readonly kind: 'accept-then-drop' }
  /** Stores everything, answers only when `release` is called. */
  | { readonly kind: 'hang' };

/**
 * An HTTPS collector's behaviour, over plain http on this computer. It checks every request as a strict server would,
 * answers a repeated key without storing again, and does what it was told to do wrong.
 */
export class FakeCollector {
  /** Distinct events, in the order they first arrived. */
  readonly stored = new Map<string, AuditEvent>();
  /** Every request that came in whole: its key, how many events, its authorization. */
  readonly requests: {
    readonly key: string;
    readonly events: number;
    readonly authorization: string | undefined;
  }[] = [];
  /** Event ids that came again under another key: a collector without look-up would hold them twice. */
  readonly twice: string[] = [];
  /** What was wrong with requests. Empty in a good test. */
  readonly problems: string[] = [];
  /** Requests answered from memory because their key was known. */
  replays = 0;
  /** More than this many bytes of NDJSON is answered 413. */
  maxBytes = Infinity;

  readonly #bodies = new Map<string, string>();
  readonly #faults: Fault[] = [];
  readonly #server: Server;
  #release = Promise.withResolvers<void>();
  #arrived = Promise.withResolvers<void>();

  constructor() {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        // A connection that the other side gave up is no fault of the request.
        if (request.complete) this.problems.push(messageOf(error));
        response.destroy();
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/events`;
  }

  /** One fault for each of the next requests, in this order. */
  script(...faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  /** Resolves once a request hangs. */
  async hanging(): Promise<void> {
    await this.#arrived.promise;
  }

  release(): void {
    this.#release.resolve();
  }

  async close(): Promise<void> {
    this.release();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = this.#faults.shift();
    if (fault?.kind === 'cut') return void request.socket.destroy();
    const body = await bodyOf(request);
    if (fault?.kind === 'status') return answer(response, fault.status, fault.headers);
    const status = this.#take(request, body);
    if (fault?.kind === 'accept-then-drop') return void request.socket.destroy();
    if (fault?.kind === 'hang') {
      this.#arrived.resolve();
      await this.#release.promise;
    }
    answer(response, status);
  }

  /** Checks and stores; gives the status to answer. */
  #take(request: IncomingMessage, body: Buffer): number {
    const { headers } = request;
    const key = headers['idempotency-key'];
    if (request.method !== 'POST') return this.#refuse(405, `method ${request.method}`);
    if (headers['content-type'] !== 'application/x-ndjson') return this.#refuse(415, 'content-type');
    if (headers['content-encoding'] !== 'gzip') return this.#refuse(415, 'content-encoding');
    if (typeof key !== 'string' || key === '') return this.#refuse(400, 'no idempotency-key');
    const text = gunzipSync(body).toString('utf8');
    const lines = text.split('\n');
    if (lines.pop() !== '' || lines.length === 0) return this.#refuse(400, 'not NDJSON');
    this.requests.push({ key, events: lines.length, authorization: headers.authorization });
    if (text.length > this.maxBytes) return 413;
    return this.#store(key, text, lines);
  }

  #store(key: string, text: string, lines: readonly string[]): number {
    const known = this.#bodies.get(key);
    if (known !== undefined && known !== text) return this.#refuse(409, 'same key, other body');
    if (known !== undefined) {
      this.replays += 1;
      return 200;
    }
    const events: AuditEvent[] = [];
    for (const [index, line] of lines.entries()) {
      const event = parseJson(auditEventSchema, line, `line ${index + 1}`);
      if (!event.ok) return this.#refuse(400, event.problem);
      events.push(event.value);
    }
    this.#bodies.set(key, text);
    for (const event of events) {
      if (this.stored.has(event.event_id)) this.twice.push(event.event_id);
      else this.stored.set(event.event_id, event);
    }
    return 202;
  }

  #refuse(status: number, problem: string): number {
    this.problems.push(problem);
    return status;
  }
}

function answer(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end('answer of the collector');
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
