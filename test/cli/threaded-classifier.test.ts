import { afterEach, describe, expect, it } from 'vitest';
import {
  createThreadedClassifier,
  MAX_INLINE_UNITS,
  type ThreadedClassifier,
  type ThreadedOptions,
} from '../../src/cli/threaded-classifier.ts';
import { MAX_TEXT_UNITS } from '../../src/classify/classifier.ts';
import { createFinders } from '../../src/classify/company-types.ts';
import { DOCUMENT, parsedTypes } from '../fakes/company-types.ts';

const program = (source: string): URL => new URL(`data:text/javascript,${encodeURIComponent(source)}`);
const LARGE = `bob@example.com ${'word '.repeat(MAX_INLINE_UNITS)}`;

let classifier: ThreadedClassifier | undefined;
const open = (options: ThreadedOptions = {}): ThreadedClassifier =>
  (classifier = createThreadedClassifier(options));
afterEach(() => classifier?.stop());

describe('a classifier with a thread', () => {
  it('answers a small text at once', () => {
    expect(open().classify('bob@example.com')).toMatchObject({ counts: [{ type: 'EMAIL' }] });
  });

  it('answers a large text from the thread, with the same findings', async () => {
    const answer = open({ country: 'FR' }).classify(LARGE);
    expect(answer).toBeInstanceOf(Promise);
    expect(await answer).toMatchObject({ findings: [{ type: 'EMAIL', start: 0, end: 15 }] });
    expect(await classifier?.classify(`${LARGE} 06 12 34 56 78`)).toMatchObject({
      counts: [{ type: 'EMAIL' }, { type: 'PHONE' }],
    });
  });

  it("finds the company's own types inline and in the thread alike", async () => {
    const own = createFinders(parsedTypes());
    if (!own.ok) throw new Error(own.problem.join('; '));
    const text = `B-204816, customer KD-77310-X. Grey Heron. ${DOCUMENT}\n`;
    const both = open({ own: own.value });
    const inline = await both.classify(text);
    const threaded = await both.classify(text + ' '.repeat(MAX_INLINE_UNITS));
    expect(
      inline.counts
        .map(({ type }) => type)
        .filter((type) => type.startsWith('CUSTOM:'))
        .toSorted(),
    ).toEqual(['CUSTOM:BERTH', 'CUSTOM:CODE_NAME', 'CUSTOM:CUSTOMER', 'CUSTOM:HANDBOOK']);
    expect(threaded).toEqual(inline);
  });

  it('keeps the main thread free meanwhile', async () => {
    const answer = Promise.resolve(open().classify('a@b.co 4111 1111 1111 1111 '.repeat(40_000)));
    let beats = 0;
    let done = false;
    void answer.then(() => (done = true));
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve));
      beats++;
    }
    expect(beats).toBeGreaterThan(10);
    expect((await answer).findings).toHaveLength(80_000);
  });

  it('refuses a text beyond the cap without starting a thread', () => {
    expect(open().classify(' '.repeat(MAX_TEXT_UNITS + 1))).toMatchObject({ unscanned: 'too-large' });
  });

  it('says what could not be scanned in time, and keeps what was found until then', async () => {
    const late = await open({ budgetMs: 0 }).classify(`bob@example.com ${'word '.repeat(MAX_INLINE_UNITS)}`);
    expect(late).toMatchObject({ unscanned: 'timed-out' });
  });

  it.each([
    ['is stuck', 'for (;;) ;', 'timed-out'],
    ['ends', 'process.exit(1)', 'failed'],
    ['throws', 'throw new Error("4111 1111 1111 1111")', 'failed'],
  ])('never calls a text clean when its thread %s', async (_, source, unscanned) => {
    const broken = open({ program: program(source), budgetMs: 20, graceMs: 200 });
    const answer = await broken.classify(LARGE);
    expect(answer).toMatchObject({ findings: [], unscanned });
    expect(JSON.stringify(answer)).not.toContain('4111');
  });

  it('starts a new thread after one was lost', async () => {
    const source = `
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ text }) => {
        if (text.includes('die')) process.exit(1);
        parentPort.postMessage({ findings: [], counts: [], riskScore: 0, riskLevel: 'none', riskReasons: ['alive'] });
      });`;
    const mortal = open({ program: program(source) });
    expect(await mortal.classify(`die ${LARGE}`)).toMatchObject({ unscanned: 'failed' });
    expect(await mortal.classify(LARGE)).toMatchObject({ riskReasons: ['alive'] });
  });
});
