import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/classifier.ts';
import { matchBound, type MatchBound } from '../../src/classify/regex/bound.ts';
import { parsePattern } from '../../src/classify/regex/parse.ts';
import { writeProgram } from '../../src/classify/regex/program.ts';
import { patternTypes } from '../../src/classify/registry.ts';
import { allowed, type Allowed } from './allowed-expressions.ts';
import { recordUses, writtenExpressions, type Written } from './expressions-in-source.ts';
import { hostileTexts } from './hostile-texts.ts';
import { everyEntry } from './whole-registry.ts';

/** What a backtracking matcher may do at one place of a text. */
const MOST_STEPS = 20_000;
/** An expression that is tried at every place may be let loose on so many units, a stretch around an anchor. */
const LONGEST_STRETCH = 4096;

/** Folders whose expressions read what an admin wrote, when it is imported, and never a text that was copied. */
const AT_IMPORT = /^(?:rule-package|regex|custom)\//;

const bounds = new Map<string, MatchBound>();
function boundOf({ source, flags }: Omit<Written, 'file'>): MatchBound {
  const key = `/${source}/${flags}`;
  const known = bounds.get(key) ?? matchBound(source, flags);
  bounds.set(key, known);
  return known;
}
const isCheap = (expression: Omit<Written, 'file'>): boolean => {
  const { maxLength, steps } = boundOf(expression);
  return maxLength < Infinity && steps <= MOST_STEPS;
};
const rowFor = (source: string): Allowed | undefined => allowed.find(({ holds }) => source.includes(holds));
/** Neither cheap nor told of. To judge the expressions that are told of takes long. */
const isOffender = (expression: Omit<Written, 'file'>): boolean =>
  rowFor(expression.source) === undefined && !isCheap(expression);

/** How far a match may reach; an expression of a value is small enough to be written out. */
function reachOf({ source, flags }: Omit<Written, 'file'>): number {
  const options = {
    ignoreCase: flags.includes('i'),
    multiline: false,
    dotAll: false,
    unicode: flags.includes('u'),
  };
  const node = parsePattern(source, { ...options, dialect: 'backtracking' });
  const program = node.ok ? writeProgram(node.value, 50_000) : node;
  if (!program.ok) throw new Error(`cannot be read: /${source}/`);
  return program.value.length.max;
}

describe("the expressions of the registry's pattern types", () => {
  const patterns = patternTypes.flatMap(({ name, patterns, exactCase }) =>
    patterns.map((source) => ({ name, source, flags: exactCase === true ? 'u' : 'iu' })),
  );

  it('are there to be judged', () => {
    expect(patterns.length).toBeGreaterThan(400);
  });

  it('are bounded: at most 100 units long, found or given up in at most 20,000 steps', () => {
    const offenders = patterns.filter((pattern) => !isCheap(pattern) || boundOf(pattern).maxLength > 100);
    expect(offenders).toEqual([]);
  });

  it('read at least one unit', () => {
    expect(patterns.filter((pattern) => boundOf(pattern).minLength === 0)).toEqual([]);
  });
});

describe('the expressions written out in src/classify', () => {
  const written = writtenExpressions().filter(({ file }) => !AT_IMPORT.test(file));

  it('are there to be judged', () => {
    expect(written.length).toBeGreaterThan(300);
  });

  it('are bounded, or run on short stretches only, for a reason that is told', () => {
    const offenders = written.filter(isOffender);
    expect(offenders).toEqual([]);
  });
});

describe('the expressions that classifying runs', () => {
  const texts = [
    ...everyEntry.flatMap(({ examples }) => [
      ...examples.match.map(({ text }) => text),
      ...examples.noMatch.map((example) => (typeof example === 'string' ? example : example.text)),
    ]),
    ...hostileTexts.map(({ make }) => make(8192)),
  ];
  const classifier = createClassifier({ country: 'FR' });
  const uses = recordUses(texts, (text) => classifier.classify(text));

  it('are seen at work', () => {
    expect(uses.length).toBeGreaterThan(500);
  });

  it('are bounded, or run on short stretches only, for a reason that is told', () => {
    const offenders = uses.filter(isOffender);
    expect(offenders.map(({ source, flags }) => `/${source}/${flags}`)).toEqual([]);
  });

  it('are tried at every place of a short stretch only, but for those that read a text once', () => {
    const offenders = uses.filter(({ source, longest, perUnit }) => {
      const row = rowFor(source);
      if (row?.once === true) return perUnit > 1;
      return longest > (row?.within ?? LONGEST_STRETCH);
    });
    expect(offenders).toEqual([]);
  });

  it('reach no further than is told when they begin where they must', () => {
    const offenders = uses.filter(({ source, flags, room }) => {
      const row = rowFor(source);
      return (
        row !== undefined && flags.includes('y') && Math.min(room, reachOf({ source, flags })) > row.within
      );
    });
    expect(offenders).toEqual([]);
  });

  it.each(allowed)('need the exception for $holds', ({ holds }) => {
    const sources = [...uses, ...writtenExpressions()].map(({ source }) => source);
    expect(sources.some((source) => source.includes(holds))).toBe(true);
  });
});
