import { stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COACH_URL, servePages } from '../../src/app/app-protocol.ts';
import { buildWindows, type BuiltWindows } from './build-windows.ts';

let windows: BuiltWindows;
beforeAll(async () => void (windows = await buildWindows()));
afterAll(() => windows.remove());

const told: string[] = [];
const get = (url: string, method = 'GET', rendererDir = `${windows.distDir}/renderer`): Promise<Response> =>
  servePages(rendererDir, (problem) => told.push(problem))({ url, method });

describe('the app protocol', () => {
  it.each([
    [COACH_URL, 'text/html; charset=utf-8'],
    ['app://clipward/coach/coach.css', 'text/css; charset=utf-8'],
    ['app://clipward/coach/coach.js', 'text/javascript; charset=utf-8'],
  ])('serves %s as %s, under a policy that starts from nothing', async (url, type) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await response.text()).length).toBeGreaterThan(100);
  });

  it.each([
    ['app://clipward/', 'GET'],
    ['app://clipward/preload/preload.cjs', 'GET'],
    ['app://clipward/coach/../../preload/preload.cjs', 'GET'],
    ['app://clipward/coach/%2e%2e/%2e%2e/preload/preload.cjs', 'GET'],
    ['app://clipward/constructor', 'GET'],
    ['app://clipward/__proto__', 'GET'],
    ['app://elsewhere/coach/coach.html', 'GET'],
    [COACH_URL, 'POST'],
  ])('has nothing at %s for %s', async (url, method) => {
    expect((await get(url, method)).status).toBe(404);
  });

  it('says so when a part of the installation is missing', async () => {
    expect((await get(COACH_URL, 'GET', '/nowhere')).status).toBe(500);
    expect(told.join()).toMatch(/install Clipward again/);
  });

  it('serves a page whose own policy is the one in its header', async () => {
    const response = await get(COACH_URL);
    const stated = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(
      await response.text(),
    )?.[1];
    expect(stated).toBe(response.headers.get('content-security-policy'));
  });
});

describe('the bundles of the windows', () => {
  it('stay small: neither holds the validator', async () => {
    const sizes = await Promise.all(
      ['preload/preload.cjs', 'renderer/coach/coach.js'].map(
        async (file) => (await stat(`${windows.distDir}/${file}`)).size,
      ),
    );
    expect(Math.max(...sizes)).toBeLessThan(20_000);
  });
});
