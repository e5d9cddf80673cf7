import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron, type ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askInstance } from '../../src/cli/instance.ts';
import { liveDesktopAvailable } from '../../src/cli/live-desktop.ts';
import { repository } from '../setup/program.ts';

/**
 * The tray app in the real Electron: what the stand-in in test/app cannot show. Run by `npm run test:electron` where the
 * binary is; not part of `npm test`, because the binary is not everywhere to be had.
 */
describe('the tray app in real Electron', () => {
  let app: ElectronApplication;
  let data: string;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'clipward-electron-'));
    const binary = createRequire(import.meta.url)('electron') as unknown as string;
    const args = [repository('dist/app/main.js'), `--data=${data}`];
    // A CI user on Linux has no setuid sandbox helper; the page sandbox is still asked for.
    if (process.platform === 'linux') args.unshift('--no-sandbox');
    app = await electron.launch({ executablePath: binary, args });
  });
  afterAll(async () => {
    await app.close();
    await rm(data, { recursive: true, force: true });
  });

  it('prepares the coaching window, hidden and locked down', async () => {
    const page = await app.firstWindow();
    await expect.poll(() => page.url()).toMatch(/^app:\/\/.*coach\.html$/);
    expect(
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isVisible()),
      ),
    ).toEqual([false]);
    expect(
      await page.evaluate(() => [
        typeof (globalThis as { require?: unknown }).require,
        typeof (globalThis as { clipward?: unknown }).clipward,
      ]),
    ).toEqual(['undefined', 'object']);
  });

  it('answers for itself where there is a desktop it can see', async () => {
    if (!(await liveDesktopAvailable()).ok) return;
    await expect.poll(() => askInstance(data), { timeout: 20_000 }).toMatchObject({ host: 'electron' });
  });
});
