import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/classifier.ts';
import { registry } from '../../src/classify/registry.ts';

const matches = registry.flatMap(({ type, examples }) =>
  examples.match.map((example) => ({ type, ...example })),
);
const graded = matches.flatMap((row) =>
  row.confidence === undefined ? [] : [{ ...row, confidence: row.confidence }],
);
const noMatches = registry.flatMap(({ type, examples }) =>
  examples.noMatch.map((example) => ({
    type,
    ...(typeof example === 'string' ? { text: example, country: undefined } : example),
  })),
);

interface Row {
  readonly type: string;
  readonly text: string;
  readonly country?: string | undefined;
}

function findingsOf({ type, text, country }: Row) {
  const { findings } = createClassifier(country === undefined ? {} : { country }).classify(text);
  return findings.filter((finding) => finding.type === type);
}

describe('the registry', () => {
  it('holds every type that is promised', () => {
    const types = [...new Set(registry.map(({ type }) => type))].toSorted();
    expect(types).toEqual([
      'CREDIT_CARD',
      'EMAIL',
      'IBAN',
      'IP_ADDRESS',
      'NIR',
      'PHONE',
      'PRIVATE_KEY',
      'US_SSN',
    ]);
  });

  it.each(registry.map(({ type, examples }) => ({ type, examples })))(
    'has five examples of each kind for $type',
    ({ examples }) => {
      expect(examples.match.length).toBeGreaterThanOrEqual(5);
      expect(examples.noMatch.length).toBeGreaterThanOrEqual(5);
    },
  );

  it.each(registry.flatMap(({ type, keywords }) => keywords.map((keyword) => ({ type, keyword }))))(
    'writes the keyword "$keyword" of $type as it is looked up: small letters, single spaces',
    ({ keyword }) => {
      expect(keyword).toMatch(/^\p{Ll}+(?: \p{Ll}+)*$/u);
    },
  );
});

describe('each detector', () => {
  it.each(matches)('finds $type in $text', (row) => {
    const found = findingsOf(row);
    expect(found.map(({ start, end }) => row.text.slice(start, end))).toEqual([row.value]);
    expect(found[0]?.evidence[0]).toBe('pattern');
  });

  it.each(graded)('is $confidence about $type in $text', (row) => {
    expect(findingsOf(row)[0]?.confidence).toBe(row.confidence);
  });

  it.each(noMatches)('finds no $type in $text', (row) => {
    expect(findingsOf(row)).toEqual([]);
  });
});
