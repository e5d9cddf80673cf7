import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/classifier.ts';
import { MAX_TEXT_UNITS } from '../../src/classify/limits.ts';
import type { Classification } from '../../src/shared/finding.ts';
import { hostileTexts } from './hostile-texts.ts';
import { createRandom } from './random.ts';

const classifier = createClassifier({ country: 'FR' });
const random = createRandom(20_260_121);

const CARD = '4111 1111 1111 1111';
const everyByte = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)).join('');
const bytes = Buffer.from(Array.from({ length: 100_000 }, () => Math.floor(random() * 256)));

/** Findings as they must be: in order, apart from each other, inside the text, and as many as are counted. */
function expectSound(text: string, { findings, counts, riskScore }: Classification): void {
  let end = 0;
  for (const finding of findings) {
    expect(finding.start).toBeGreaterThanOrEqual(end);
    expect(finding.end).toBeGreaterThan(finding.start);
    end = finding.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(findings.length);
  expect(riskScore).toBeGreaterThanOrEqual(0);
  expect(riskScore).toBeLessThanOrEqual(1);
}

describe('text that is none', () => {
  it.each([
    ['nothing', ''],
    ['one NUL', '\0'],
    ['every byte as Latin-1', everyByte.repeat(200)],
    ['random bytes as Latin-1', bytes.toString('latin1')],
    ['random bytes as UTF-16', bytes.toString('utf16le')],
    ['random bytes as broken UTF-8', bytes.toString('utf8')],
    ['random bytes as base64', bytes.toString('base64')],
    ['random bytes as hex', bytes.toString('hex')],
    [
      'every unit of UTF-16',
      Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join(''),
    ],
    [
      'every unit of UTF-16, backwards',
      Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(0xffff - code)).join(''),
    ],
    ['byte order marks', '\ufeff\ufffe'.repeat(1000)],
    ['the first half of every pair of surrogates', '\ud83d'.repeat(10_000)],
    [
      'controls around every letter',
      Array.from('password: hunter2', (letter) => `\u0007${letter}\u001b`).join(''),
    ],
  ])('is classified without harm: %s', (_, text) => {
    expectSound(text, classifier.classify(text));
    expect(classifier.explain(text)).toHaveLength(classifier.classify(text).findings.length);
  });

  it.each(hostileTexts)('is told in order and apart: $name', ({ make }) => {
    const text = make(10_000);
    expectSound(text, classifier.classify(text));
  });

  it('is clean when it is random bytes, but for a guess now and then', () => {
    const { findings } = classifier.classify(bytes.toString('latin1'));
    expect(findings.filter(({ confidence }) => confidence !== 'low')).toEqual([]);
  });
});

describe('a value among what is no text', () => {
  it.each([
    ['lone surrogates', '\ud800', '\udc00'],
    ['NULs', '\0', '\0'],
    ['controls', '\u0007\u001b[31m', '\u001b[0m'],
    ['replacement characters', '\ufffd', '\ufffd'],
    ['a byte order mark', '\ufeff', ''],
    ['every byte below the space', everyByte.slice(0, 32), everyByte.slice(0, 32)],
    ['half of an emoji', '\ud83d', '\ude00'],
  ])('is found between %s, at its place', (_, before, after) => {
    const text = `${before} ${CARD} ${after}`;
    const { findings } = classifier.classify(text);
    expect(findings.map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([
      ['CREDIT_CARD', CARD],
    ]);
  });

  it('is found behind a megabyte of random bytes', () => {
    const text = `${bytes.toString('latin1').repeat(10)}\ncard ${CARD}\n`;
    expect(classifier.classify(text).findings.at(-1)).toMatchObject({
      type: 'CREDIT_CARD',
      end: text.length - 1,
    });
  });
});

describe('text of a size', () => {
  it('is scanned up to the limit: eight million digits', () => {
    const result = classifier.classify('7'.repeat(8_000_000));
    expect(result.unscanned).toBeUndefined();
    expect(result.findings).toEqual([]);
  });

  it.each([
    ['ten million digits', '7'.repeat(10_000_000)],
    ['one line of fifty million letters', 'a'.repeat(50_000_000)],
    ['one unit too many', ' '.repeat(MAX_TEXT_UNITS + 1)],
    ['a card before too much', CARD + ' '.repeat(MAX_TEXT_UNITS)],
  ])('is not called clean beyond it: %s', (_, text) => {
    const result = classifier.classify(text);
    expect(result).toMatchObject({ findings: [], counts: [], unscanned: 'too-large' });
    expect(result.riskReasons[0]).toContain(String(text.length));
    expect(classifier.explain(text)).toEqual([]);
  });

  it('is wholly told where it holds a hundred thousand values', () => {
    const text = Array.from({ length: 100_000 }, (_, index) => `u${index}@example.com`).join('\n');
    const result = classifier.classify(text);
    expect(result.findings).toHaveLength(100_000);
    expect(result.unscanned).toBeUndefined();
    expectSound(text, result);
  });
});

describe('time that is over', () => {
  it('ends the scan, keeps what was found and says that it is not all', () => {
    let asked = 0;
    const text = `${CARD}\n${'nothing of note '.repeat(20_000)}bob@example.com`;
    const result = classifier.classify(text, () => ++asked > 1);
    expect(result.unscanned).toBe('timed-out');
    expect(result.findings.map(({ type }) => type)).toEqual(['CREDIT_CARD']);
    expect(asked).toBeLessThan(text.length / 1000);
  });
});

describe('a classifier', () => {
  it('says the same of a text whatever it was given before', () => {
    const text = 'Max Mustermann, IBAN DE89 3704 0044 0532 0130 00, tel +33 6 12 34 56 78';
    const alone = createClassifier({ country: 'FR' }).classify(text);
    for (const { make } of hostileTexts) {
      classifier.classify(make(3000));
      expect(classifier.classify(text)).toEqual(alone);
    }
  });
});
