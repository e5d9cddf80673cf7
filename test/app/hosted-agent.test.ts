import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { runHost } from '../../src/app/host.ts';
import { wordsFor } from '../../src/cli/words.ts';
import { openHostedAgent } from '../../src/cli/hosted-agent.ts';
import { askInstance } from '../../src/cli/instance.ts';
import { createRecordedDesktop, type RecordedDesktop } from '../../src/sense/recorded-desktop.ts';
import type { Recording } from '../../src/sense/recording.ts';
import { buildWindows, type BuiltWindows } from './build-windows.ts';
import { CHROMIUM, describeWithChromium } from './describe-with-chromium.ts';
import { createElectronShim, type ShimControls } from './electron-shim.ts';

/** A number of the card industry's own test range. */
const copied = 'Please charge 4111 1111 1111 1111, receipt to camille@example.com.';
const copyThenDeepSeek: Recording = {
  title: 'a card number on its way to DeepSeek',
  steps: [
    { kind: 'focus', app: 'editor', window: { process: 'gedit', title: 'notes.txt' } },
    { kind: 'copy', text: copied, markers: [] },
    {
      kind: 'focus',
      app: 'deepseek',
      window: { process: 'chrome.exe', title: 'DeepSeek - Google Chrome', url: 'https://chat.deepseek.com/' },
    },
  ],
};

/** Everything real but Electron and the desktop: agent, database, policies, shell, router, preload, page. */
describeWithChromium('the tray app with a real agent', () => {
  let browser: Browser;
  let built: BuiltWindows;
  let dataDir: string;
  let desktop: RecordedDesktop;
  let controls: ShimControls;
  let page: Page;

  beforeAll(async () => {
    built = await buildWindows();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    await built?.remove();
  });

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'clipward-tray-'));
    const shim = createElectronShim({ context: await browser.newContext() });
    controls = shim.controls;
    desktop = createRecordedDesktop(copyThenDeepSeek, 'a recorded desk');
    const told: string[] = [];
    const tell = (line: string): void => void told.push(line);
    await runHost({
      electron: shim.electron,
      platform: 'linux',
      distDir: built.distDir,
      iconDir: '/nowhere/icons',
      tell,
      openAgent: (ask) =>
        openHostedAgent({
          host: 'electron',
          desktop,
          ask,
          dataDir,
          tell: (happening) => tell(wordsFor(happening)),
        }),
    });
    const window = controls.windows[0];
    if (window === undefined) throw new Error('There is no coaching window.');
    page = await window.webContents.page;
    await desktop.play(async () => undefined);
  });
  afterEach(async () => {
    controls.app.quit();
    await vi.waitUntil(() => controls.app.exitCode !== undefined);
    await rm(dataDir, { recursive: true, force: true });
  });

  const trayLine = (): string | undefined => controls.trays[0]?.items[0]?.label;

  it('holds a card number before DeepSeek, asks in the window and pastes a redacted version', async () => {
    await page.getByRole('button', { name: 'Redact and paste' }).waitFor();
    expect(desktop.clipboard).not.toContain('4111');
    expect(await page.locator('dd').allInnerTexts()).toContain('1 credit card number');
    await vi.waitFor(() => expect(trayLine()).toBe('Clipward is keeping something you copied'), 5_000);

    await page.locator('#dialog[data-state=ready]').waitFor();
    await page.keyboard.press('1');
    await vi.waitFor(() => expect(desktop.clipboard).toContain('[CREDIT_CARD_1]'));
    expect(controls.windows[0]?.visible).toBe(false);
  });

  it('gives back what is held when the person quits in the middle of a question', async () => {
    await page.getByRole('button', { name: 'Redact and paste' }).waitFor();
    controls.chooseInTray('Quit Clipward');
    await vi.waitFor(() => expect(controls.app.exitCode).toBe(0));
    expect(desktop.clipboard).toBe(copied);
  });

  it('answers for itself while it runs, and is the only one of its data folder', async () => {
    await page.getByRole('button', { name: 'Redact and paste' }).waitFor();
    expect(await askInstance(dataDir)).toMatchObject({
      host: 'electron',
      desktop: 'a recorded desk',
      holding: true,
    });
    const second = createRecordedDesktop(copyThenDeepSeek, 'another desk');
    const opened = await openHostedAgent({
      host: 'electron',
      desktop: second,
      ask: () => Promise.resolve(null),
      dataDir,
      tell: () => undefined,
    });
    expect(opened).toMatchObject({ ok: false, problem: expect.stringMatching(/already runs/) });
  });
});
