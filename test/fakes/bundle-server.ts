import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with requests: gives a text with its ETag, or something hostile. */
export type Behaviour =
  | { readonly kind: 'text'; readonly text: string; readonly etag?: string | null }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Record<string, string> }
  /** Bytes without end, as fast as they are taken. */
  | { readonly kind: 'endless' }
  /** Announces so many bytes, and gives none of them. */
  | { readonly kind: 'announces'; readonly bytes: number }
  /** A byte at a time, for ever. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Half of the text, then the connection ends. */
  | { readonly kind: 'cut'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly headers?: Record<string, string> };

/** A web server with a bundle, on this computer. */
export class FakeBundleServer {
  behaviour: Behaviour = { kind: 'status', status: 404 };
  /** `if-none-match` of each request. */
  readonly asked: (string | null)[] = [];
  /** How many answers were given up by whoever asked. */
  givenUp = 0;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => this.#serve(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/clipward.jws`;
  }

  offer(text: string): void {
    this.behaviour = { kind: 'text', text };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const known = request.headers['if-none-match'] ?? null;
    this.asked.push(known);
    response.on('close', () => {
      if (!response.writableFinished) this.givenUp += 1;
    });
    const { behaviour } = this;
    switch (behaviour.kind) {
      case 'text': {
        const { text, etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"` } =
          behaviour;
        if (etag !== null && etag === known) return void response.writeHead(304).end();
        return void response.writeHead(200, etag === null ? {} : { etag }).end(text);
      }
      case 'status':
        return void response.writeHead(behaviour.status, behaviour.headers).end('not a bundle');
      case 'endless':
        return endless(response);
      case 'announces':
        return response.writeHead(200, { 'content-length': behaviour.bytes }).flushHeaders();
      case 'drip':
        return drip(response, behaviour.everyMs);
      case 'hang':
        return;
      case 'cut':
        response.writeHead(200, { 'content-length': behaviour.text.length });
        return void response.write(behaviour.text.slice(0, behaviour.text.length / 2), () =>
          response.destroy(),
        );
      case 'bytes':
        return void response.writeHead(200, behaviour.headers).end(behaviour.bytes);
    }
  }
}

function endless(response: ServerResponse): void {
  const block = Buffer.alloc(64 * 1024, ' ');
  response.writeHead(200);
  const more = (): void => {
    while (!response.destroyed && response.write(block));
  };
  response.on('drain', more);
  more();
}

function drip(response: ServerResponse, everyMs: number): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), everyMs);
  response.on('close', () => clearInterval(timer));
}
