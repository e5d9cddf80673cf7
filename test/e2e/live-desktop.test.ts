import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Interaction } from '../../src/shared/audit-event.ts';
import { FakeCollector } from '../fakes/collector.ts';
import { runningAgent, runClipward, type RunningProgram } from '../setup/program.ts';
import { describeWithX, withDisplay, type TestWindow, type XDisplay } from '../setup/x-display.ts';

const CARD = '4111 1111 1111 1111';
const NOTICE = 'Clipward is keeping what you copied';

describeWithX('on a real X desktop, the built program', () => {
  let screen: XDisplay;
  let deepseek: TestWindow;
  let chatgpt: TestWindow;
  let editor: TestWindow;
  let data: string;
  let agent: RunningProgram;

  beforeAll(async () => {
    screen = await withDisplay();
    deepseek = await screen.openWindow({
      title: 'DeepSeek - Into the Unknown — Mozilla Firefox',
      windowClass: ['Navigator', 'firefox-esr'],
    });
    chatgpt = await screen.openWindow({ title: 'ChatGPT', windowClass: ['chatgpt', 'chatgpt'] });
    editor = await screen.openWindow({ title: 'notes.txt - Text Editor', windowClass: ['gedit', 'Gedit'] });
  });
  afterAll(() => screen.stop());

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'clipward-e2e-'));
    await editor.focus();
    await screen.copy('nothing to see');
    agent = await runningAgent(['run', '--terminal', '--data', data], screen.env);
  });
  afterEach(async () => {
    await agent.kill();
    await rm(data, { recursive: true, force: true });
  });

  const shows = (text: string): Promise<void> =>
    expect.poll(() => screen.paste(), { timeout: 10_000 }).toContain(text);
  const exactly = (text: string): Promise<void> =>
    expect.poll(() => screen.paste(), { timeout: 10_000 }).toBe(text);
  const events = async (): Promise<Interaction[]> => {
    const { stdout, code } = await runClipward(['events', '--json', '--data', data], screen.env);
    expect(code).toBe(0);
    return JSON.parse(stdout) as Interaction[];
  };

  it('keeps a card number from DeepSeek and gives it to an editor', async () => {
    await screen.copy(CARD);
    await deepseek.focus();
    await shows(NOTICE);
    await editor.focus();
    await exactly(CARD);
    const [event, ...others] = await events();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      platform_id: 'deepseek',
      platform_recognised_by: 'title',
      action: 'block',
      label: 'Restricted',
      risk_level: 'high',
      findings: [{ type: 'CREDIT_CARD', count: 1, distinct: 1, confidence: 'high' }],
      source_app: 'Gedit',
      answer: null,
    });
  });

  it('asks in the terminal before an e-mail address goes to ChatGPT, and pastes it redacted', async () => {
    await screen.copy('Write to zoe.martin@example.org tomorrow');
    await chatgpt.focus();
    await shows(NOTICE);
    await agent.said('Check before it goes to ChatGPT');
    agent.type('1\n');
    await exactly('Write to [EMAIL_1] tomorrow');
    await editor.focus();
    await exactly('Write to zoe.martin@example.org tomorrow');
    expect(await events()).toEqual([
      expect.objectContaining({ platform_id: 'chatgpt', action: 'coach', answer: 'redact' }),
    ]);
  });

  it('lets it go with a reason, which is on record', async () => {
    await screen.copy('Write to zoe.martin@example.org tomorrow');
    await chatgpt.focus();
    await agent.said('Check before it goes to ChatGPT');
    agent.type('3\nshe asked me to\n');
    await exactly('Write to zoe.martin@example.org tomorrow');
    expect(await events()).toEqual([
      expect.objectContaining({ answer: 'proceed', justification: 'she asked me to' }),
    ]);
  });

  it('sees a page change in the same window', async () => {
    const browser = await screen.openWindow({
      title: 'News — Mozilla Firefox',
      windowClass: ['Navigator', 'firefox-esr'],
    });
    await browser.focus();
    await screen.copy(CARD);
    await exactly(CARD);
    await browser.setTitle('Perplexity — Mozilla Firefox');
    await shows(NOTICE);
    await browser.setTitle('News — Mozilla Firefox');
    await exactly(CARD);
    await browser.close();
  });

  it('leaves alone what was copied while it held something', async () => {
    await screen.copy(CARD);
    await deepseek.focus();
    await shows(NOTICE);
    await screen.copy('something newer');
    await editor.focus();
    await agent.said('withdrawn');
    await exactly('something newer');
  });

  it('gives everything back when it is told to stop', async () => {
    await screen.copy(`${CARD}\n\n`);
    await deepseek.focus();
    await shows(NOTICE);
    expect(await agent.stop('SIGTERM')).toBe(0);
    await exactly(`${CARD}\n\n`);
  });

  it('guards without anyone to ask and without a window manager, and ends in good order whenever it is told to', async () => {
    const bare = await withDisplay({ windowManager: false });
    const headless = await runningAgent(['run', '--headless', '--data', join(data, 'bare')], bare.env);
    await headless.said('No window manager tells the window in front');
    expect(await headless.stop('SIGTERM')).toBe(0);
    await bare.stop();
  });

  it('loses nothing to kill -9: content, event and word of it', async () => {
    await screen.copy(`${CARD} — für Zoë\n`);
    await deepseek.focus();
    await shows(NOTICE);
    await agent.kill();
    await exactly(`${CARD} — für Zoë\n`);
    await editor.focus();
    agent = await runningAgent(['run', '--terminal', '--data', data], screen.env);
    await agent.said('was given back to the clipboard');
    await agent.said('1 held copy had no answer');
    expect(await events()).toEqual([
      expect.objectContaining({ platform_id: 'deepseek', action: 'block', answer: 'interrupted' }),
    ]);
  });

  it('gives the content back whenever it is killed', { timeout: 120_000 }, async () => {
    const recorded = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const text = `${CARD} round ${round}`;
      await screen.copy(text);
      await deepseek.focus();
      // From before the agent has seen anything to well after the notice stands.
      await delay(round * 40);
      await agent.kill();
      for (const { event_id } of await events()) recorded.add(event_id);
      await exactly(text);
      await delay(300);
      expect(await screen.paste()).toBe(text);
      await editor.focus();
      agent = await runningAgent(['run', '--terminal', '--data', data], screen.env);
      expect((await events()).map(({ event_id }) => event_id)).toEqual(expect.arrayContaining([...recorded]));
    }
    expect(recorded.size).toBeGreaterThan(3);
  });

  it('redacts the clipboard in place when asked to, and prints counts alone', async () => {
    await agent.stop('SIGTERM');
    await screen.copy(`card ${CARD}, mail zoe.martin@example.org\n`);
    const { stdout, code } = await runClipward(['redact', '--clipboard'], screen.env);
    expect([stdout, code]).toEqual([
      'Redacted 1 credit card number and 1 e-mail address on the clipboard.\n',
      0,
    ]);
    await exactly('card [CREDIT_CARD_1], mail [EMAIL_1]\n');
  });

  it('is the only one for its data folder, and says how it is', async () => {
    const second = await runClipward(['run', '--terminal', '--data', data], screen.env);
    expect(second).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^clipward: Clipward already runs .*\n$/),
    });
    const status = await runClipward(['status', '--json', '--data', data], screen.env);
    expect(status.code).toBe(0);
    expect(JSON.parse(status.stdout)).toMatchObject({
      agent: { host: 'terminal', holding: false, limitations: [], bundle: { version: 'built-in v1' } },
    });
  });

  it('enforces the built-in bundle when the one it is given is refused, and says so', async () => {
    await agent.stop('SIGTERM');
    const bundle = join(data, 'bundle.json');
    await writeFile(bundle, '{"schema_version":1,"name":"x","version":"one"}');
    agent = await runningAgent(['run', '--terminal', '--data', data, '--bundle', bundle], screen.env);
    await agent.said('bundle.json: version: ');
    await screen.copy(CARD);
    await deepseek.focus();
    await shows(NOTICE);
  });

  it('sets a broken database aside, begins a new one, says so and goes on', async () => {
    await agent.stop('SIGTERM');
    await writeFile(
      join(data, 'clipward.db'),
      'this is no database, and long enough to be looked at as if it were one',
    );
    agent = await runningAgent(['run', '--terminal', '--data', data], screen.env);
    await agent.said('a new one is begun');
    await screen.copy(CARD);
    await deepseek.focus();
    await shows(NOTICE);
    expect(await events()).toHaveLength(1);
    expect(readdirSync(data).filter((name) => /clipward\.db\..*\d/.test(name))).not.toEqual([]);
  });

  it('uploads each event once', async () => {
    await agent.stop('SIGTERM');
    const collector = new FakeCollector();
    const url = await collector.start();
    agent = await runningAgent(['run', '--terminal', '--data', data, '--collector', url], screen.env);
    await screen.copy(CARD);
    await deepseek.focus();
    await shows(NOTICE);
    const kinds = (): string[] => [...collector.stored.values()].map(({ kind }) => kind);
    await expect.poll(kinds, { timeout: 10_000 }).toContain('interaction');
    await editor.focus();
    await agent.stop('SIGTERM');
    await collector.close();
    expect([collector.twice, collector.problems]).toEqual([[], []]);
  });

  it('leaves no trace of the content in its data folder, in any encoding', async () => {
    for (const text of [CARD, `mail zoe.martin@example.org and ${CARD.replaceAll(' ', '-')}`]) {
      await screen.copy(text);
      await deepseek.focus();
      await shows(NOTICE);
      await chatgpt.focus();
      await shows('ChatGPT');
      await editor.focus();
      await exactly(text);
    }
    await agent.kill();
    const found = tracesIn(data, [
      CARD,
      CARD.replaceAll(' ', ''),
      CARD.replaceAll(' ', '-'),
      'zoe.martin@example.org',
    ]);
    expect(found).toEqual([]);
    expect(readdirSync(data)).toContain('clipward.db');
  });
});

/** Every file of a folder that holds one of the texts: plain, UTF-16 of both orders, base64 at any offset, hex, reversed. */
function tracesIn(folder: string, texts: readonly string[]): string[] {
  const encodings = texts.flatMap((text) => {
    const utf16 = Buffer.from(text, 'utf16le');
    // Base64 of the text at each offset in a group of three, without the characters its neighbours decide.
    const base64 = [0, 1, 2].map((shift) =>
      Buffer.from('\0'.repeat(shift) + text)
        .toString('base64')
        .slice(shift === 0 ? 0 : 4, -4),
    );
    const reversed = Array.from(text).toReversed().join('');
    const hex = Buffer.from(text).toString('hex');
    return [
      Buffer.from(text),
      utf16,
      Buffer.from(utf16).swap16(),
      ...base64.map((part) => Buffer.from(part)),
      Buffer.from(hex),
      Buffer.from(hex.toUpperCase()),
      Buffer.from(reversed),
    ];
  });
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return encodings.some((encoding) => encoding.length >= 4 && bytes.includes(encoding));
    });
}
