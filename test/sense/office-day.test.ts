import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Answer, Question } from '../../src/shared/coaching.ts';
import { platformIdOf } from '../../src/shared/platform.ts';
import { builtInCatalogue } from '../../src/sense/catalogue.ts';
import { createIdentifier } from '../../src/sense/identify.ts';
import { createRecordedDesktop } from '../../src/sense/recorded-desktop.ts';
import type { RecordedDesktop } from '../../src/sense/recorded-desktop.ts';
import { parseRecording } from '../../src/sense/recording.ts';
import type { Recording } from '../../src/sense/recording.ts';

const CARD = '4111 1111 1111 1111';
const day = shipped();
const copies = day.steps.filter((step) => step.kind === 'copy');

const blocked: Question = {
  id: 'q1',
  title: 'Not here',
  text: 'This platform is not allowed to have it.',
  platform: 'DeepSeek',
  found: [],
  label: null,
  policy: null,
  action: 'block',
  choices: ['cancel'],
  justification: 'none',
  reasons: [],
};

describe('the recording that ships, office-day.json', () => {
  it.each<[what: string, pattern: RegExp]>([
    ['a card number', /4111 1111 1111 1111/],
    ['an e-mail address', /@example\.org/],
    ['an IBAN', /FR76 3000 6000/],
    ['a French social security number', /2 55 08 14 168 025 38/],
    ['a private key', /BEGIN PRIVATE KEY/],
    ['IP addresses', /203\.0\.113\.24/],
    ['a telephone number', /\+33 6 39 98/],
  ])('copies %s', (_, pattern) => {
    expect(copies.some((step) => pattern.test(step.text))).toBe(true);
  });

  it('copies a password that is marked as concealed', () => {
    expect(copies.some((step) => step.markers.includes('concealed'))).toBe(true);
  });

  it('visits allowed, coached, blocked and untellable places, and ordinary apps', () => {
    const identify = createIdentifier(builtInCatalogue);
    const visited = day.steps.flatMap((step) =>
      step.kind === 'focus' ? [platformIdOf(identify(step.window))] : [],
    );
    expect(new Set(visited)).toEqual(
      new Set(['chatgpt', 'deepseek', 'claude', 'perplexity', 'm365-copilot', 'unknown-site', null]),
    );
  });

  it('names nobody who could exist: every address is at a domain kept for examples', () => {
    const domains = copies.flatMap((step) =>
      [...step.text.matchAll(/@([a-z0-9.-]*[a-z])/g)].map((match) => match[1]),
    );
    expect(new Set(domains)).toEqual(new Set(['example.com', 'example.org']));
  });
});

describe('the office day, played', () => {
  it('never gives the held card number to deepseek, and gives it whole to the text editor after it', async () => {
    const { desktop, answers } = await playWithHolds();
    const took = desktop.arrivals.filter(({ text }) => text.includes(CARD));
    expect(took.map(({ platformOrApp }) => platformOrApp.process)).toEqual(['gnome-text-editor']);
    const atDeepseek = desktop.arrivals.filter(({ platformOrApp }) =>
      platformOrApp.url?.includes('deepseek'),
    );
    expect(atDeepseek.map(({ text }) => text)).toEqual(['']);
    expect(answers).toEqual([{ choice: 'cancel' }, { choice: 'cancel' }]);
  });

  it('does arrive at deepseek when nobody holds it: the proof above can fail', async () => {
    const desktop = createRecordedDesktop(day, 'office day');
    await desktop.start(() => undefined);
    await desktop.play(() => Promise.resolve());
    const took = desktop.arrivals.filter(({ text }) => text.includes(CARD));
    expect(took).toHaveLength(2);
    expect(desktop.unusedAnswers).toBeGreaterThan(0);
  });
});

/**
 * As little of an agent as can hold: on deepseek and perplexity the clipboard is emptied and the person is asked;
 * elsewhere what was taken is put back.
 */
async function playWithHolds(): Promise<{ desktop: RecordedDesktop; answers: (Answer | null)[] }> {
  const desktop = createRecordedDesktop(day, 'office day');
  const identify = createIdentifier(builtInCatalogue);
  const asked: Promise<Answer | null>[] = [];
  let work: Promise<unknown> = Promise.resolve();
  let held: string | null = null;

  const facing = async (id: string | null): Promise<void> => {
    if (id === 'deepseek' || id === 'perplexity') {
      held = desktop.clipboard;
      await desktop.replace(held, '');
      asked.push(desktop.ask(blocked, new AbortController().signal));
    } else if (held !== null) {
      await desktop.replace('', held);
      held = null;
    }
  };
  await desktop.start((event) => {
    if (event.kind === 'focused') work = work.then(() => facing(platformIdOf(identify(event.window))));
  });
  await desktop.play(async () => void (await work));
  return { desktop, answers: await Promise.all(asked) };
}

function shipped(): Recording {
  const file = new URL('../../assets/recordings/office-day.json', import.meta.url);
  const parsed = parseRecording(readFileSync(file, 'utf8'), 'office-day.json');
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}
