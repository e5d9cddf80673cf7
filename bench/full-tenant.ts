import { loadDefaultBundle } from '../src/policy/default-bundle.ts';

/** The limits of Purview: https://learn.microsoft.com/purview/sit-limits. */
const POLICIES = 600;
const PATTERN_TYPES = 500;
const PATTERNS = 20;
export const DICTIONARIES = 50;
/** Ten characters each, which is 1 MB. */
const TERMS = 100_000;

/** Numbers that look random and are the same each time (xorshift, Marsaglia 2003). */
function createDraw(): (below: number) => number {
  let state = 2_463_534_242;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
const draw = createDraw();
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const word = (length: number): string =>
  Array.from({ length }, () => LETTERS.charAt(draw(LETTERS.length))).join('');
const upper = (length: number): string => word(length).toUpperCase();

/** Of each kind some: single words, names of two words, words with accents, product numbers. */
function term(): string {
  switch (draw(8)) {
    case 0:
      return `${word(5)} ${word(4)}`;
    case 1:
      return `${word(4)}é${word(5)}`;
    case 2:
      return `${upper(4)}-${10_000 + draw(89_999)}`;
    default:
      return word(10);
  }
}

const dictionary = (index: number): object => ({
  kind: 'dictionary',
  type: `CUSTOM:DICTIONARY_${index}`,
  name: `Dictionary ${index}`,
  terms: Array.from({ length: TERMS }, term),
});

/** Expressions as rule packages have them, no two alike. */
const expressions: readonly (() => string)[] = [
  () => String.raw`\b${upper(2)}-?[0-9]{${4 + draw(5)}}\b`,
  () => String.raw`\b(?:${upper(3)}|${upper(3)}|${upper(2)})[ -]?\d{3}[ -]?\d{${2 + draw(4)}}\b`,
  () => String.raw`(?<![\w-])[A-Z]{2}\d{2}(?:${word(3)}|${word(4)})?[ ]?\d{4,${5 + draw(6)}}(?![\w-])`,
  () => String.raw`(?i)\b${word(4)}[a-z0-9._-]{3,${10 + draw(20)}}@${word(6)}\.example\b`,
  () =>
    String.raw`\b[A-Z${upper(1)}]{1,2}[0-9]{2}[\s/.-]?[0-9]{${2 + draw(3)}}[\s/.-]?${upper(2)}[0-9a-f]{4}\b`,
  () => String.raw`^\s*${word(5)}:\s+([A-Z0-9]{6,${8 + draw(8)}})$`,
];

function patternType(index: number): object {
  const names = Array.from({ length: PATTERNS }, (_, place) => `expression ${place}`);
  return {
    type: `CUSTOM:TYPE_${index}`,
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: `Type ${index}`,
    regexes: Object.fromEntries(names.map((name) => [name, expressions[draw(expressions.length)]?.() ?? ''])),
    keywords: {
      near: Array.from({ length: 20 }, () => word(4 + draw(8))),
      other: { words: Array.from({ length: 10 }, () => `${word(6)} ${word(5)}`), anywhere: [word(7)] },
    },
    patterns: names.map((find, place) => ({
      confidence: (['high', 'medium', 'low'] as const)[place % 3],
      find,
      needs:
        place % 3 === 0
          ? ['near', { any_of: ['other', 'near'], at_least: 1 }]
          : place % 3 === 1
            ? ['near']
            : [],
    })),
  };
}

const platforms = ['chatgpt', 'claude', 'gemini', 'deepseek', 'perplexity', 'grok'];
const leaves: readonly (() => object)[] = [
  () => ({ label: { at_least: 'Confidential' } }),
  () => ({ platform_id: { in: [platforms[draw(platforms.length)], platforms[draw(platforms.length)]] } }),
  () => ({ finding: { type: `CUSTOM:TYPE_${draw(PATTERN_TYPES)}`, min_distinct: 1 + draw(5) } }),
  () => ({ finding: { type: ['Credit Card Number', 'EMAIL', `Type ${draw(PATTERN_TYPES)}`] } }),
  () => ({ risk_score: { gte: 0.5 }, sanctioned: false }),
  () => ({ user_group: { in: [word(8), word(8)] } }),
  () => ({ time: { days: ['mon', 'tue'], from: '08:00', to: '18:00' } }),
  () => ({ overrides: { at_least: 1 + draw(5) } }),
  () => ({ unscanned: true }),
];
const leaf = (): object => leaves[draw(leaves.length)]?.() ?? {};

const policy = (index: number): object => ({
  name: `Policy ${index}`,
  enabled: true,
  priority: draw(1001),
  when: { all: [leaf(), { any: [leaf(), leaf(), { not: leaf() }] }, leaf()] },
  action: (['log', 'coach', 'block'] as const)[index % 3],
  exceptions:
    index % 4 === 0
      ? [{ name: 'For now', owner: 'security@example.com', expires: '2030-01-01T00:00:00Z', when: leaf() }]
      : [],
});

/** The JSON of a bundle at every limit: policies, types with patterns, and dictionaries. Made up, the same each time. */
export function fullTenant(dictionaries = DICTIONARIES): string {
  const { labels, mapping, dynamic_rules } = loadDefaultBundle();
  return JSON.stringify({
    schema_version: 1,
    name: 'Full tenant',
    version: 1,
    labels,
    mapping,
    dynamic_rules,
    policies: Array.from({ length: POLICIES }, (_, index) => policy(index)),
    types: [
      ...Array.from({ length: PATTERN_TYPES }, (_, index) => patternType(index)),
      ...Array.from({ length: dictionaries }, (_, index) => dictionary(index)),
    ],
  });
}
