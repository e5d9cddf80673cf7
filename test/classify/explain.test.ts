import { describe, expect, it } from 'vitest';
import { createClassifier, createClassifierOf } from '../../src/classify/classifier.ts';
import type { PatternType } from '../../src/classify/pattern-type.ts';

const badge: PatternType = {
  type: 'BADGE',
  name: 'Badge number',
  purview: { name: 'Contoso Badge', id: '00000000-0000-4000-8000-000000000001' },
  patterns: [String.raw`\d{4}-\d{4}`],
  check: { name: 'even last digit', holds: (compact) => Number(compact.at(-1)) % 2 === 0 },
  rules: [
    {
      confidence: 'high',
      needs: [{ keywords: ['badge number', 'badge'] }],
      never: [{ keywords: ['sample'] }],
    },
    { confidence: 'low', checked: false, needs: [{ keywords: ['entrance'] }] },
  ],
  examples: { match: [], noMatch: [] },
};
const classifier = createClassifierOf([], [badge]);

describe('an explanation', () => {
  it('names rule, check, nearest word, and what would have spoken against it', () => {
    const [told] = classifier.explain('Badge number: 1234-5678');
    expect(told).toMatchObject({
      finding: { type: 'BADGE', start: 14, end: 23, confidence: 'high' },
      rule: 'Badge number',
      purview: { name: 'Contoso Badge' },
    });
    expect(told?.because).toEqual([
      'its shape: 9 characters',
      'its check digit holds (even last digit)',
      'the word "badge number" 2 characters before it',
    ]);
    expect(told?.unless).toEqual([
      'a letter or digit touched it',
      'one digit of it were another',
      'within 300 characters there were no "badge number", "badge"',
      'within 300 characters there were "sample"',
      '(other levels of this type: low)',
    ]);
  });

  it.each([
    ['badge number 1234-5679', []],
    ['sample badge 1234-5678', []],
    ['1234-5678', []],
    ['entrance 1234-5679', ['low']],
    ['1234-5678 is a badge', ['high']],
  ])('agrees with the findings in %s', (text, levels) => {
    expect(classifier.explain(text).map(({ finding }) => finding.confidence)).toEqual(levels);
    expect(classifier.explain(text).map(({ finding }) => finding)).toEqual(
      classifier.classify(text).findings,
    );
  });

  it('tells that a value was read out of an encoding', () => {
    const hidden = Buffer.from('my address is bob@example.com').toString('base64');
    expect(createClassifier().explain(hidden)[0]?.because[0]).toContain('read out of an encoding');
  });

  it('never holds the text of a finding', () => {
    const text = 'card 4111 1111 1111 1111 of bob@example.com, tel +33 6 12 34 56 78';
    expect(JSON.stringify(createClassifier().explain(text))).not.toMatch(/4111|bob|12 34/);
  });
});
