import { describe, expect, it } from 'vitest';
import { createClassifier, createClassifierOf } from '../../src/classify/classifier.ts';
import { MAX_TEXT_UNITS } from '../../src/classify/limits.ts';
import type { Detector, WordDetector } from '../../src/classify/detector.ts';
import { createEngine, MAX_HITS } from '../../src/classify/engine.ts';
import { patternTypes, registry } from '../../src/classify/registry.ts';
import { hostileTexts } from './hostile-texts.ts';

const classifier = createClassifier({ country: 'FR' });
const typesIn = (text: string) => classifier.classify(text).findings.map(({ type }) => type);

describe('a classification', () => {
  it('of clean text is empty, scanned and without risk', () => {
    expect(classifier.classify('The meeting is moved to Thursday.')).toEqual({
      findings: [],
      counts: [],
      riskScore: 0,
      riskLevel: 'none',
      riskReasons: [],
    });
  });

  it('lists findings in order with their spans, and never the text', () => {
    const text = 'Pay 4111 1111 1111 1111, write to bob@example.com';
    const { findings } = classifier.classify(text);
    expect(findings.map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([
      ['CREDIT_CARD', '4111 1111 1111 1111'],
      ['EMAIL', 'bob@example.com'],
    ]);
    expect(JSON.stringify(classifier.classify(text))).not.toMatch(/4111|bob/);
  });

  it.each([
    ['an IBAN over the phone number and card inside it', 'GB33 BUKB 2020 1555 5555 55', ['IBAN']],
    ['a NIR over a phone number', '2 69 05 49 588 157 80', ['NIR']],
    ['a card over a phone number', 'tel 4111 1111 1111 1111', ['CREDIT_CARD']],
    ['an SSN over a phone number', 'phone or ssn 536-22-8145', ['US_SSN']],
    ['both of two that touch', 'bob@example.com,+33612345678', ['EMAIL', 'PHONE']],
  ])('keeps %s', (_, text, types) => {
    expect(typesIn(text)).toEqual(types);
  });

  it('tells distinct values apart by their normalised form, most frequent type first', () => {
    const text =
      'card 4111 1111 1111 1111, again 4111111111111111 and 4111-1111-1111-1111; ' +
      'Bob@Example.com, bob@example.com, eve@example.com, BOB@EXAMPLE.COM';
    expect(classifier.classify(text).counts).toEqual([
      { type: 'EMAIL', count: 4, distinct: 2, confidence: 'high' },
      { type: 'CREDIT_CARD', count: 3, distinct: 1, confidence: 'high' },
    ]);
  });

  it('does not count guesses among different values of a type that is sure of others', () => {
    const guess: WordDetector = {
      type: 'BADGE',
      anchor: { kind: 'word', words: ['guess', 'sure'] },
      match: ({ text }, { start, end }) => ({
        start,
        end: end + 2,
        confidence: text.startsWith('sure', start) ? 'high' : 'low',
        evidence: ['pattern'],
        value: text.slice(start, end + 2),
      }),
      keywords: [],
      examples: { match: [], noMatch: [] },
    };
    const counted = createClassifierOf([guess]);
    expect(counted.classify('guess 1 guess 2 guess 3').counts).toMatchObject([
      { distinct: 3, confidence: 'low' },
    ]);
    expect(counted.classify('guess 1 guess 2 sure 1 sure 1').counts).toMatchObject([
      { count: 4, distinct: 1, confidence: 'high' },
    ]);
  });

  it('takes the country in either case', () => {
    const text = 'at 02079460958 today';
    expect(createClassifier({ country: 'gb' }).classify(text).counts).toHaveLength(1);
    expect(createClassifier().classify(text).counts).toHaveLength(0);
  });

  it.each([
    ['one e-mail address', 'bob@example.com', 'medium'],
    ['one national phone number', '06 12 34 56 78', 'medium'],
    ['a signature', 'Bob\nbob@example.com\n+33 6 12 34 56 78', 'medium'],
    ['a card number', '4111 1111 1111 1111', 'high'],
    ['an IP address', 'host 192.168.10.25', 'low'],
  ])('calls the risk of %s %s', (_, text, level) => {
    expect(classifier.classify(text).riskLevel).toBe(level);
  });
});

describe('a text that is too large', () => {
  it('is not looked at, and says so', () => {
    const result = classifier.classify(`bob@example.com ${' '.repeat(MAX_TEXT_UNITS)}`);
    expect(result).toMatchObject({
      findings: [],
      counts: [],
      riskScore: 0,
      riskLevel: 'none',
      unscanned: 'too-large',
    });
    expect(result.riskReasons[0]).toContain('not scanned');
  });

  it('is scanned at exactly the limit', () => {
    const tail = ' bob@example.com';
    const result = classifier.classify(' '.repeat(MAX_TEXT_UNITS - tail.length) + tail);
    expect(result.unscanned).toBeUndefined();
    expect(result.counts).toHaveLength(1);
  });

  it('stops after so many findings and is then not called wholly scanned', () => {
    const result = classifier.classify('a@b.co '.repeat(MAX_HITS + 10));
    expect(result.findings).toHaveLength(MAX_HITS);
    expect(result.unscanned).toBe('too-large');
    expect(result.riskReasons.at(-1)).toContain('stopped');
  });
});

describe('hostile text', () => {
  it.each([
    ['empty', ''],
    ['one unit', '@'],
    ['NULs', '\0'.repeat(1000)],
    ['lone surrogates around a value', '\ud800bob@example.com\udc00 \udfff4111 1111 1111 1111\ud83d'],
    ['ends inside a number', '+33 6 12 34 56 '],
    ['ends after a code', 'DE89'],
    ['ends inside a BEGIN line', '-----BEGIN RSA PRIVATE'],
    ['all units', Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('')],
  ])('does no harm: %s', (_, text) => {
    expect(() => classifier.classify(text)).not.toThrow();
  });

  it('finds a card behind surrogates, NULs and a flood of digits', () => {
    expect(typesIn(`\ud800\0${'1 '.repeat(5000)}\n4111 1111 1111 1111`)).toEqual(['CREDIT_CARD']);
    expect(typesIn(`${'1 '.repeat(5000)}4111 1111 1111 1111 ${'2 '.repeat(5000)}`)).toEqual(['CREDIT_CARD']);
  });

  it('finds a card wherever in a long run of digit groups it begins', () => {
    const card = '4111 1111 1111 1111';
    const missed = Array.from({ length: 200 }, (_, groups) => groups).filter(
      (groups) => typesIn(`${'1 '.repeat(groups)}${card}${' 2'.repeat(70)}`).join() !== 'CREDIT_CARD',
    );
    expect(missed).toEqual([]);
  });

  it('finds a hundred thousand e-mail addresses', () => {
    const text = Array.from({ length: 100_000 }, (_, index) => `u${index}@example.com`).join('\n');
    const result = classifier.classify(text);
    expect(result.findings).toHaveLength(100_000);
    expect(result.counts).toEqual([{ type: 'EMAIL', count: 100_000, distinct: 100_000, confidence: 'high' }]);
    expect(result.riskLevel).toBe('high');
  });

  it('is of more than a hundred kinds, each told by its name', () => {
    expect(hostileTexts.length).toBeGreaterThan(100);
    expect(new Set(hostileTexts.map(({ name }) => name)).size).toBe(hostileTexts.length);
    expect(hostileTexts.filter(({ make }) => make(1000).length !== 1000)).toEqual([]);
  });

  it.each(hostileTexts)('of $name costs at most twice as much when it is twice as long', ({ make }) => {
    const first = workOn(make(16_384));
    const second = workOn(make(32_768));
    const third = workOn(make(65_536));
    for (const kind of ['calls', 'checks', 'sightings', 'findings'] as const) {
      expect(second[kind], kind).toBeLessThanOrEqual(first[kind] * 2.05 + 20);
      expect(third[kind], kind).toBeLessThanOrEqual(second[kind] * 2.05 + 20);
    }
    expect(third.calls).toBeLessThanOrEqual(65_536 * MOST_CALLS_PER_UNIT);
    expect(third.checks).toBeLessThanOrEqual(65_536 * MOST_CALLS_PER_UNIT);
    expect(third.sightings).toBeLessThanOrEqual(65_536);
  });
});

/** Groups of one digit and a separator are the densest candidates: six windows for each of them, for a few detectors. */
const MOST_CALLS_PER_UNIT = 8;

interface Work {
  /** How often detectors were asked. */
  readonly calls: number;
  /** How often check digits were worked out. */
  readonly checks: number;
  /** How many keywords were met. */
  readonly sightings: number;
  readonly findings: number;
}

const counter = { calls: 0, checks: 0 };
const countedEngine = createEngine({
  detectors: registry.map((detector) => {
    const match = detector.match as (...given: unknown[]) => ReturnType<Detector['match']>;
    return {
      ...detector,
      match: (...given: unknown[]) => {
        counter.calls++;
        return match(...given);
      },
    };
  }),
  patternTypes: patternTypes.map((type) => {
    const { check } = type;
    if (check === undefined) return type;
    const holds = (compact: string): boolean => {
      counter.checks++;
      return check.holds(compact);
    };
    return { ...type, check: { ...check, holds } };
  }),
  finders: [],
  country: 'FR',
});

/** What it took to classify a text, in counts: the same on every machine, whatever else it is doing. */
function workOn(text: string): Work {
  counter.calls = 0;
  counter.checks = 0;
  const { hits } = countedEngine.find(text, undefined);
  return { ...counter, sightings: countedEngine.sightings.count, findings: hits.length };
}
