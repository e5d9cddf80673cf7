import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { purviewSlugs, purviewType } from '../../../src/classify/secrets/purview.ts';
import { secretDetectors } from '../../../src/classify/secrets/secrets.ts';
import { walletDetectors } from '../../../src/classify/secrets/wallets.ts';
import { findingTypeSchema } from '../../../src/shared/finding.ts';

const detectors = [...secretDetectors, ...walletDetectors];
const classifier = createClassifierOf(detectors);
const named = detectors.map((detector, place) => ({ detector, title: `${detector.type} (${place})` }));

describe('the detectors of secrets and wallets', () => {
  it('know at least 250 kinds of secrets and 40 of wallets', () => {
    const kinds = (list: typeof detectors): number => new Set(list.map(({ type }) => type)).size;
    expect(kinds(secretDetectors.slice())).toBeGreaterThanOrEqual(250);
    expect(kinds(walletDetectors.slice())).toBeGreaterThanOrEqual(40);
  });

  it('carry every credential type of Purview', () => {
    const carried = new Set(detectors.map(({ purview }) => purview?.id));
    expect(purviewSlugs.filter((slug) => !carried.has(purviewType(slug).id))).toEqual([]);
  });

  it.each(named)('have a type, a name and five examples of each sort: $title', ({ detector }) => {
    expect(findingTypeSchema.safeParse(detector.type).success).toBe(true);
    expect(detector.name).toBeTruthy();
    expect(detector.examples.match.length).toBeGreaterThanOrEqual(5);
    expect(detector.examples.noMatch.length).toBeGreaterThanOrEqual(5);
  });

  it.each(named)('find their own examples: $title', ({ detector }) => {
    const wrong = detector.examples.match.flatMap(({ text, value, confidence }) => {
      const found = classifier
        .classify(text)
        .findings.filter(
          ({ type, start, end }) => type === detector.type && text.slice(start, end) === value,
        );
      const isRight = found.some((finding) => confidence === undefined || finding.confidence === confidence);
      return isRight ? [] : [text];
    });
    expect(wrong).toEqual([]);
  });

  it.each(named)('pass over what only looks alike: $title', ({ detector }) => {
    const wrong = detector.examples.noMatch
      .map((example) => (typeof example === 'string' ? example : example.text))
      .filter((text) => classifier.classify(text).findings.some(({ type }) => type === detector.type));
    expect(wrong).toEqual([]);
  });
});
