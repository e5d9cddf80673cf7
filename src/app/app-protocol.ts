import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../shared/result.ts';

/** Pages come from this scheme and never from file://, whose pages may read other files. */
export const APP_SCHEME = 'app';
const HOST = 'clipward';

export const COACH_URL = `${APP_SCHEME}://${HOST}/coach/coach.html`;

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** Everything a window can load. What is not named here does not exist for it. */
const FILES: Readonly<Record<string, string>> = {
  '/coach/coach.html': 'text/html; charset=utf-8',
  '/coach/coach.css': 'text/css; charset=utf-8',
  '/coach/coach.js': 'text/javascript; charset=utf-8',
};

/** Answers requests for pages out of `rendererDir`, the folder with `coach/coach.html` in it. */
export function servePages(rendererDir: string, tell: (problem: string) => void) {
  return async (request: Pick<Request, 'url' | 'method'>): Promise<Response> => {
    const { host, pathname } = new URL(request.url);
    const type = Object.hasOwn(FILES, pathname) ? FILES[pathname] : undefined;
    if (request.method !== 'GET' || host !== HOST || type === undefined)
      return new Response(null, { status: 404 });
    try {
      const body = await readFile(join(rendererDir, pathname));
      return new Response(body, { headers: headersFor(type) });
    } catch (error) {
      tell(`A part of Clipward's windows cannot be read; install Clipward again: ${messageOf(error)}.`);
      return new Response(null, { status: 500 });
    }
  };
}

const headersFor = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
});
