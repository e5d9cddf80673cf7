import { request } from 'node:http';

/**
 * Ends MSAL's wait for the browser. It listens on a loopback port without limit and offers no way to stop it, so it gets
 * the answer that a person who declines would send: an error for the state it waits for. Resolves in any case.
 */
export function declineSignIn(authorizeUrl: string): Promise<void> {
  const query = new URL(authorizeUrl).searchParams;
  const back = URL.parse(query.get('redirect_uri') ?? '');
  const state = query.get('state');
  if (back === null || state === null) return Promise.resolve();
  const body = new URLSearchParams({ error: 'access_denied', state }).toString();
  return new Promise((resolve) => {
    // It listens on 127.0.0.1, whatever "localhost" means on this device.
    const declining = request(
      {
        host: '127.0.0.1',
        port: back.port,
        method: 'POST',
        path: '/',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      (response) => response.resume().on('close', resolve),
    );
    // Nobody listens any more: that is what was wanted.
    declining.on('error', () => resolve());
    declining.end(body);
  });
}

/** What the browser shows at the end. No script, no picture, nothing from elsewhere. */
export const pages = {
  success: page('Signed in', 'Clipward is signed in. You can close this page.'),
  error: page('Not signed in', 'Clipward is not signed in. You can close this page; Clipward says why.'),
} as const;

function page(title: string, text: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Clipward: ${title}</title><body style="font:1.1rem system-ui;margin:4rem auto;max-width:32rem"><h1>${title}</h1><p>${text}</p></body></html>`;
}
