import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { placeIn } from '../../src/app/coach-window.ts';
import { createShell, prepareElectron, type Shell } from '../../src/app/shell.ts';
import type { Answer, Question } from '../../src/shared/coaching.ts';
import { buildWindows, type BuiltWindows } from './build-windows.ts';
import { CHROMIUM, describeWithChromium } from './describe-with-chromium.ts';
import { createElectronShim, type ShimControls } from './electron-shim.ts';
import { questionWith } from './questions.ts';
import type { ShimWindow } from './shim-window.ts';

/** As coach.ts has it: for so long nothing is taken for an answer. */
const SETTLE_MS = 400;
/** The inside of the window, in CSS pixels, with room taken for its title bar. */
const INSIDE = { width: 560, height: 510 };
const never = new AbortController().signal;

async function settle(page: Page): Promise<void> {
  await page.locator('#dialog[data-state=settling] button').first().waitFor();
  await page.clock.runFor(SETTLE_MS);
}

/** What the page gets when the main process does not take its request. */
const refuse = (): Promise<unknown> => Promise.reject(new Error('refused'));

describeWithChromium('the coaching window in Chromium', () => {
  let browser: Browser;
  let built: BuiltWindows;
  let app: Opened;
  let page: Page;
  let window: ShimWindow;

  beforeAll(async () => {
    built = await buildWindows();
    const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
    app = await open();
    ({ page, window } = app);
  });
  afterAll(async () => {
    await browser?.close();
    await built?.remove();
  });
  /** The next test finds the window as it is most of the time: hidden, with nothing asked. */
  afterEach(async () => {
    window.emit('close', { preventDefault: () => undefined });
    await page.locator('#dialog').waitFor({ state: 'hidden' });
    await page.setViewportSize(INSIDE);
  });

  interface Opened {
    readonly controls: ShimControls;
    readonly shell: Shell;
    readonly window: ShimWindow;
    readonly page: Page;
    readonly told: string[];
  }

  /** The shell with its hidden window. The page's clock stands still until a test moves it. */
  async function open(): Promise<Opened> {
    const context = await browser.newContext({ viewport: INSIDE });
    await context.clock.install();
    const { electron, controls } = createElectronShim({ context });
    const told: string[] = [];
    const tell = (problem: string): void => void told.push(problem);
    prepareElectron(electron, tell);
    await electron.app.whenReady();
    const { distDir } = built;
    const shell = await createShell({
      electron,
      platform: 'linux',
      distDir,
      iconDir: '/nowhere/icons',
      tell,
    });
    const [window] = controls.windows;
    if (window === undefined) throw new Error('There is no coaching window.');
    const page = await window.webContents.page;
    await context.clock.pauseAt(Date.now() + 60_000);
    return { controls, shell, window, page, told };
  }

  /** Asks, and waits until the dialog takes answers. */
  async function ask(question: Question, withdrawn = never, { shell, page } = app): Promise<Answered> {
    const answer = shell.ask(question, withdrawn);
    await settle(page);
    return { answer };
  }
  interface Answered {
    readonly answer: Promise<Answer | null>;
  }
  const body = (): Promise<string> => page.locator('body').innerText();

  it('is there before it is needed, hidden and empty', async () => {
    expect([window.visible, (await body()).trim(), app.told]).toEqual([false, '', []]);
  });

  it('says what was found, where it was going, the label and the policy', async () => {
    await ask(questionWith());
    const text = (await body()).replace(/\s+/g, ' ');
    expect(text).toContain('Check before it goes to DeepSeek');
    expect(text).toContain('Found 2 e-mail addresses 1 credit card number');
    expect(text).toContain('Going to DeepSeek');
    expect(text).toContain('Label Restricted');
    expect(text).toContain('Policy Keep Restricted data out of unauthorized AI platforms');
    expect(await page.locator('.chip').evaluate((chip) => getComputedStyle(chip).backgroundColor)).toBe(
      'rgb(209, 52, 56)',
    );
  });

  it('comes to the front on the screen where the person is', async () => {
    await ask(questionWith());
    expect([window.visible, window.focused, window.alwaysOnTop]).toEqual([true, true, true]);
    expect(window.bounds.x).toBeGreaterThanOrEqual(1920);
  });

  it('offers the choices in the order asked for, with the first one focused', async () => {
    await ask(questionWith());
    expect(await page.locator('button').allInnerTexts()).toEqual([
      '1\nRedact and paste',
      '2\nKeep it out',
      '3\nPaste anyway',
    ]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-choice'))).toBe('redact');
  });

  it.each<[string, Answer]>([
    ['1', { choice: 'redact' }],
    ['2', { choice: 'cancel' }],
    ['3', { choice: 'proceed' }],
    ['Escape', { choice: 'cancel' }],
    ['Enter', { choice: 'redact' }],
  ])('takes %s for an answer and goes', async (key, answer) => {
    const asked = await ask(questionWith());
    await page.keyboard.press(key);
    await expect(asked.answer).resolves.toEqual(answer);
    expect(window.visible).toBe(false);
    await vi.waitFor(async () => expect((await body()).trim()).toBe(''));
  });

  it('does nothing at other keys', async () => {
    const asked = await ask(questionWith());
    for (const key of ['4', '0', 'a', 'Control+3', 'Alt+3']) await page.keyboard.press(key);
    await page.keyboard.press('2');
    await expect(asked.answer).resolves.toEqual({ choice: 'cancel' });
  });

  it('does not take keys and clicks that were meant for the app below', async () => {
    const asked = app.shell.ask(questionWith(), never);
    await page.locator('#dialog[data-state=settling] button').first().waitFor();
    await page.clock.runFor(SETTLE_MS - 1);
    for (const key of ['3', 'Enter', 'Escape']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Paste anyway' }).click();
    await page.clock.runFor(1);
    await page.keyboard.press('1');
    await expect(asked).resolves.toEqual({ choice: 'redact' });
  });

  it('takes a click', async () => {
    const asked = await ask(questionWith());
    await page.getByRole('button', { name: 'Keep it out' }).click();
    await expect(asked.answer).resolves.toEqual({ choice: 'cancel' });
  });

  it('lets a person go on only with a reason where one is required', async () => {
    const asked = await ask(questionWith({ justification: 'required' }));
    const proceed = page.getByRole('button', { name: 'Paste anyway' });
    await page.keyboard.press('3');
    const reason = page.getByRole('textbox', { name: 'Why does it need to go there?' });
    await reason.waitFor();
    expect(await proceed.isDisabled()).toBe(true);
    await page.keyboard.type('1 ');
    await page.keyboard.press('Enter');
    expect(await proceed.isDisabled()).toBe(true);
    await page.keyboard.type('23 is a test number');
    expect(await proceed.isDisabled()).toBe(false);
    await proceed.click();
    await expect(asked.answer).resolves.toEqual({
      choice: 'proceed',
      justification: '1 23 is a test number',
    });
  });

  it.each<[string, Answer]>([
    ['', { choice: 'proceed' }],
    ['made up', { choice: 'proceed', justification: 'made up' }],
  ])('takes the reason "%s" where one is welcome', async (typed, answer) => {
    const asked = await ask(questionWith({ justification: 'optional' }));
    await page.keyboard.press('3');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await expect(asked.answer).resolves.toEqual(answer);
  });

  describe('with reasons to choose from', () => {
    const reasons = ['Agreed with  the customer', 'Public anyway'];
    const list = () => page.getByRole('combobox', { name: 'Why does it need to go there?' });
    const words = () => page.getByRole('textbox', { name: 'Or in your own words' });
    const proceed = () => page.getByRole('button', { name: 'Paste anyway' });

    it('shows them above the free text, with none chosen and the list focused', async () => {
      await ask(questionWith({ justification: 'required', reasons }));
      await page.keyboard.press('3');
      await words().waitFor();
      expect(await list().locator('option').allTextContents()).toEqual(['Choose a reason', ...reasons]);
      expect(await list().evaluate((element) => element === document.activeElement)).toBe(true);
      const tops = [await list().boundingBox(), await words().boundingBox()].map((box) => box?.y ?? 0);
      expect(tops[0]).toBeLessThan(tops[1] ?? 0);
      expect(await proceed().isDisabled()).toBe(true);
    });

    it('takes one of them, word for word, by keyboard alone', async () => {
      const asked = await ask(questionWith({ justification: 'required', reasons }));
      await page.keyboard.press('3');
      await list().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await proceed().isDisabled()).toBe(false);
      await page.keyboard.press('Enter');
      await expect(asked.answer).resolves.toEqual({ choice: 'proceed', reason: reasons[0] });
    });

    it('takes own words instead, or both', async () => {
      const first = await ask(questionWith({ justification: 'required', reasons }));
      await page.keyboard.press('3');
      await words().fill('for the audit');
      await proceed().click();
      await expect(first.answer).resolves.toEqual({ choice: 'proceed', justification: 'for the audit' });
      const second = await ask(questionWith({ id: 'question-2', justification: 'optional', reasons }));
      await page.keyboard.press('3');
      expect(await words().inputValue()).toBe('');
      await list().selectOption('Public anyway');
      await words().fill('on our site');
      await proceed().click();
      await expect(second.answer).resolves.toEqual({
        choice: 'proceed',
        reason: 'Public anyway',
        justification: 'on our site',
      });
    });

    it('does not take digits in the list for answers, and keeps nothing for the next question', async () => {
      const asked = await ask(questionWith({ justification: 'required', reasons }));
      await page.keyboard.press('3');
      await list().waitFor();
      await page.keyboard.press('1');
      await page.keyboard.press('Escape');
      await expect(asked.answer).resolves.toEqual({ choice: 'cancel' });
      await ask(questionWith({ id: 'question-2', justification: 'required' }));
      await page.keyboard.press('3');
      await page.getByRole('textbox', { name: 'Why does it need to go there?' }).waitFor();
      expect(await page.locator('select').isVisible()).toBe(false);
      expect(await page.locator('select').innerText()).not.toContain('Agreed');
    });
  });

  it('lets Escape out of a half-written reason', async () => {
    const asked = await ask(questionWith({ justification: 'required' }));
    await page.keyboard.press('3');
    await page.keyboard.type('because');
    await page.keyboard.press('Escape');
    await expect(asked.answer).resolves.toEqual({ choice: 'cancel' });
    await ask(questionWith({ id: 'question-2', justification: 'required' }));
    expect(await page.locator('#justification').inputValue()).toBe('');
  });

  it('goes when the question is withdrawn', async () => {
    const withdrawal = new AbortController();
    const asked = await ask(questionWith(), withdrawal.signal);
    withdrawal.abort();
    await expect(asked.answer).resolves.toBeNull();
    expect(window.visible).toBe(false);
    await vi.waitFor(async () => expect((await body()).trim()).toBe(''));
  });

  it('shows the next question in place of the answered one', async () => {
    const first = await ask(questionWith());
    const second = app.shell.ask(questionWith({ id: 'question-2', title: 'The second' }), never);
    await page.keyboard.press('1');
    await expect(first.answer).resolves.toEqual({ choice: 'redact' });
    await page.getByRole('heading', { name: 'The second' }).waitFor();
    expect(window.visible).toBe(true);
    await settle(page);
    await page.keyboard.press('2');
    await expect(second).resolves.toEqual({ choice: 'cancel' });
  });

  it('takes closing the window for the safe choice, and keeps the window', async () => {
    const asked = await ask(questionWith());
    const preventDefault = vi.fn<() => void>();
    window.emit('close', { preventDefault });
    await expect(asked.answer).resolves.toEqual({ choice: 'cancel' });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('shows an open question again after the page crashed', async () => {
    const fresh = await open();
    const asked = await ask(questionWith(), never, fresh);
    fresh.window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await fresh.page.waitForEvent('load');
    await settle(fresh.page);
    await fresh.page.keyboard.press('1');
    await expect(asked.answer).resolves.toEqual({ choice: 'redact' });
  });

  it('withdraws the question and says so in the tray when the page keeps crashing', async () => {
    const { controls, told, ...fresh } = await open();
    const asked = await ask(questionWith(), never, { controls, told, ...fresh });
    for (let times = 0; times < 3; times += 1) {
      fresh.window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    }
    await expect(asked.answer).resolves.toBeNull();
    expect(told.join()).toMatch(/keeps failing \(oom\)\. Restart Clipward/);
    expect(controls.trays[0]?.items.map(({ label }) => label).join(' ')).toMatch(/keeps failing \(oom\)/);
  });

  it('says that nothing was pasted when an answer is not taken, and lets the person try again', async () => {
    const asked = await ask(questionWith({ choices: ['redact', 'cancel'] }));
    const invoke = vi.spyOn(app.controls.ipcMain, 'invoke').mockImplementationOnce(refuse);
    await page.keyboard.press('1');
    await page.getByRole('alert').getByText('nothing was pasted').waitFor();
    await page.keyboard.press('2');
    await expect(asked.answer).resolves.toEqual({ choice: 'cancel' });
    expect(invoke).toHaveBeenCalledTimes(2);
    invoke.mockRestore();
  });

  it('shows every text as text, never as HTML', async () => {
    const html = '<img src=x onerror="document.title=1"><b>bold</b>';
    const label = { id: 'l', name: html, color: '#107c10', priority: 1, enabled: true };
    await ask(questionWith({ title: html, text: html, platform: html, policy: html, label }));
    expect(await page.locator('img, b').count()).toBe(0);
    expect(await page.locator('h1').innerText()).toBe(html);
    expect(await page.title()).toBe('Clipward');
  });

  it('works without one complaint of its security policy, which is in force', async () => {
    const asked = await ask(questionWith({ justification: 'required' }));
    await page.keyboard.press('3');
    await page.keyboard.type('for a test');
    await page.keyboard.press('Enter');
    await asked.answer;
    expect(window.webContents.complaints).toEqual([]);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
    });
    expect(await page.title()).toBe('Clipward');
    await vi.waitFor(() => expect(window.webContents.complaints.join()).toMatch(/Content Security Policy/));
  });

  it('gives the page one narrow bridge, which knows no other channels', async () => {
    const refusals = await page.evaluate(async () => {
      const bridge = Reflect.get(globalThis, 'clipward');
      const refused = await bridge.request('app:quit', undefined).catch((error: Error) => error.message);
      let unheard = '';
      try {
        bridge.on('constructor', () => undefined);
      } catch (error) {
        unheard = String(error);
      }
      return [Object.keys(bridge), refused, unheard, typeof Reflect.get(globalThis, 'require')];
    });
    expect(refusals).toEqual([['request', 'on'], 'no such request', 'Error: no such message', 'undefined']);
  });

  it.each([
    ['a question as long as the schema allows', 560, 510],
    ['the same at 200 % zoom', 280, 255],
  ])('keeps every button in sight, 32 pixels high and not cut off, with %s', async (_name, width, height) => {
    await page.setViewportSize({ width, height });
    const many = Array.from({ length: 12 }, (_, index) => ({
      type: `TYPE_${index}`,
      count: 1000,
      distinct: 900,
      confidence: 'low' as const,
    }));
    const long = {
      title: 'W'.repeat(60),
      text: 'word '.repeat(120),
      platform: 'P'.repeat(200),
      policy: 'Q'.repeat(200),
    };
    const reasons = Array.from({ length: 12 }, (_, index) => `${index} ${'R'.repeat(90)}`);
    await ask(questionWith({ ...long, found: many, justification: 'required', reasons }));
    await page.keyboard.press('3');
    const boxes = await page
      .locator('button')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
    for (const box of boxes) expect(box.height).toBeGreaterThanOrEqual(32);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const button of await page.locator('button').all()) {
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height + 1);
    }
  });
});

describe('where the coaching window goes', () => {
  it.each([
    [
      { x: 0, y: 0, width: 1920, height: 1040 },
      { x: 680, y: 167, width: 560, height: 540 },
    ],
    [
      { x: -1280, y: 100, width: 1280, height: 720 },
      { x: -920, y: 160, width: 560, height: 540 },
    ],
    [
      { x: 0, y: 0, width: 400, height: 300 },
      { x: 0, y: 0, width: 400, height: 300 },
    ],
  ])('on a screen %j is %j', (area, place) => {
    expect(placeIn(area)).toEqual(place);
  });
});
