import { describe, expect, it } from 'vitest';
import type { Answer, Question } from '../../src/shared/coaching.ts';
import type { DesktopEvent } from '../../src/sense/desktop.ts';
import { createRecordedDesktop } from '../../src/sense/recorded-desktop.ts';
import type { RecordedDesktop } from '../../src/sense/recorded-desktop.ts';
import { parseRecording } from '../../src/sense/recording.ts';
import type { Recording } from '../../src/sense/recording.ts';

const apps = { mail: { process: 'mail.exe' }, chat: { process: 'chrome.exe', url: 'https://chatgpt.com/' } };

function recordingOf(...steps: unknown[]): Recording {
  return read(JSON.stringify({ clipward_recording: 1, title: 'T', apps, steps }), 'test recording');
}

function read(text: string, where: string): Recording {
  const parsed = parseRecording(text, where);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}

const question: Question = {
  id: 'q1',
  title: 'Hold on',
  text: 'This holds an e-mail address.',
  platform: 'ChatGPT',
  found: [],
  label: null,
  policy: null,
  action: 'coach',
  choices: ['cancel', 'redact', 'proceed'],
  justification: 'optional',
  reasons: [],
};

const idle = (): Promise<void> => Promise.resolve();
const never = new AbortController().signal;

/** Plays a recording to a listener that only writes down what it hears. */
async function played(...steps: unknown[]): Promise<{ desktop: RecordedDesktop; heard: DesktopEvent[] }> {
  const desktop = createRecordedDesktop(recordingOf(...steps), 'test recording');
  const heard: DesktopEvent[] = [];
  await desktop.start((event) => heard.push(event));
  await desktop.play(idle);
  return { desktop, heard };
}

describe('a recorded desktop', () => {
  it('says that it sees pastes and has nothing to complain of', () => {
    const desktop = createRecordedDesktop(recordingOf(), 'recording day.json');
    expect(desktop).toMatchObject({
      name: 'recording day.json',
      seesPastes: true,
      limitations: [],
      clipboard: '',
    });
  });

  it('tells what happens in order, with the window in front as the source of a copy', async () => {
    const { heard } = await played(
      { copy: { text: 'first' } },
      { focus: 'mail' },
      { copy: { text: 'second', markers: ['concealed'] } },
      { copy: { text: '' } },
      { focus: null },
      { paste: true },
    );
    expect(heard).toEqual([
      {
        kind: 'copied',
        capture: expect.objectContaining({ kind: 'text', text: 'first', source: null, markers: [] }),
      },
      { kind: 'focused', window: apps.mail },
      {
        kind: 'copied',
        capture: expect.objectContaining({ text: 'second', source: apps.mail, markers: ['concealed'] }),
      },
      { kind: 'copied', capture: expect.objectContaining({ kind: 'empty', text: '' }) },
      { kind: 'focused', window: null },
      { kind: 'pasted' },
    ]);
  });

  it('tells copied files by their labels, from the window in front, without any text', async () => {
    const id = '0a1b2c3d-0000-4000-8000-00000000000a';
    const { heard, desktop } = await played(
      { copy: { text: 'before' } },
      { copy_files: { labels: [{ id }] } },
    );
    expect(heard.at(-1)).toMatchObject({
      kind: 'copied',
      capture: { kind: 'files', text: '', fileLabels: [{ id, tenantId: null }] },
    });
    expect(desktop.clipboard).toBe('');
  });

  it('gives every capture an id of its own', async () => {
    const { heard } = await played({ copy: { text: 'same' } }, { copy: { text: 'same' } });
    const ids = heard.flatMap((event) => (event.kind === 'copied' ? [event.capture.id] : []));
    expect(new Set(ids).size).toBe(2);
  });

  it('waits for the agent before each step and once more at the end', async () => {
    const desktop = createRecordedDesktop(
      recordingOf({ focus: 'mail' }, { copy: { text: 'x' } }),
      'test recording',
    );
    const order: string[] = [];
    await desktop.start((event) => order.push(event.kind));
    await desktop.play(
      () => {
        order.push('settled');
        return Promise.resolve();
      },
      (step, index) => order.push(`step ${index} ${step.kind}`),
    );
    expect(order).toEqual([
      'settled',
      'step 0 focus',
      'focused',
      'settled',
      'step 1 copy',
      'copied',
      'settled',
      'settled',
    ]);
  });

  it('is not played before it is started, nor twice', async () => {
    const desktop = createRecordedDesktop(recordingOf(), 'test recording');
    await expect(desktop.play(idle)).rejects.toThrow('start must come before play');
    await desktop.start(() => undefined);
    await desktop.play(idle);
    await expect(desktop.play(idle)).rejects.toThrow('played only once');
  });

  it('stops in the middle, may be stopped again, and leaves the clipboard as it is', async () => {
    const desktop = createRecordedDesktop(
      recordingOf({ copy: { text: 'kept' } }, { copy: { text: 'never copied' } }),
      'test recording',
    );
    const heard: DesktopEvent[] = [];
    await desktop.start((event) => {
      heard.push(event);
      void desktop.stop();
    });
    await desktop.play(idle);
    await desktop.stop();
    expect(heard).toHaveLength(1);
    expect(desktop.clipboard).toBe('kept');
  });
});

describe('its clipboard', () => {
  it('is replaced while it holds what was expected, without telling a copy', async () => {
    const { desktop, heard } = await played({ copy: { text: 'secret' } });
    expect(await desktop.replace('secret', 'held')).toEqual({ kind: 'replaced' });
    expect(desktop.clipboard).toBe('held');
    expect(heard).toHaveLength(1);
  });

  it('is left alone when it holds something newer', async () => {
    const { desktop } = await played({ copy: { text: 'secret' } }, { copy: { text: 'newer' } });
    expect(await desktop.replace('secret', 'held')).toEqual({ kind: 'newer' });
    expect(desktop.clipboard).toBe('newer');
  });

  it('remembers what was handed over for safety until nothing is held any more', async () => {
    const { desktop } = await played();
    expect(await desktop.safeguard({ original: 'secret', placed: [''] })).toMatchObject({ ok: true });
    expect(desktop.safeguarded).toEqual({ original: 'secret', placed: [''] });
    await desktop.safeguard(null);
    expect(desktop.safeguarded).toBeNull();
  });

  it('is what arrives at each paste, at that moment and in that window', async () => {
    const desktop = createRecordedDesktop(
      recordingOf(
        { paste: true },
        { focus: 'mail' },
        { copy: { text: 'one' } },
        { paste: true },
        { focus: 'chat' },
        { paste: true },
      ),
      'test recording',
    );
    await desktop.start((event) => {
      if (event.kind === 'pasted') void desktop.replace('one', 'too late for this paste');
    });
    await desktop.play(idle);
    expect(desktop.arrivals).toEqual([
      { platformOrApp: apps.mail, text: 'one' },
      { platformOrApp: apps.chat, text: 'too late for this paste' },
    ]);
  });
});

describe('its person', () => {
  it('answers in the answer steps, counts the answers nobody asked for, and leaves the rest open until the end', async () => {
    const desktop = createRecordedDesktop(
      recordingOf(
        { answer: { choice: 'cancel' } },
        { focus: 'chat' },
        { answer: { choice: 'proceed', justification: 'agreed' } },
        { focus: 'mail' },
      ),
      'test recording',
    );
    const asked: Promise<Answer | null>[] = [];
    await desktop.start((event) => {
      if (event.kind === 'focused') asked.push(desktop.ask(question, never));
    });
    await desktop.play(idle);
    expect(await Promise.all(asked)).toEqual([{ choice: 'proceed', justification: 'agreed' }, null]);
    expect(desktop.unusedAnswers).toBe(1);
  });

  it('is gone once the desktop is stopped', async () => {
    const desktop = createRecordedDesktop(recordingOf(), 'test recording');
    await desktop.start(() => undefined);
    const open = desktop.ask(question, never);
    await desktop.stop();
    expect(await open).toBeNull();
    expect(await desktop.ask(question, never)).toBeNull();
  });
});
