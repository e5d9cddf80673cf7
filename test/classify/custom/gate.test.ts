import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/classify/custom/expression.ts';
import { createGate } from '../../../src/classify/custom/gate.ts';
import type { Starts } from '../../../src/classify/regex/forward.ts';
import { compileLinear, compileMetered, type LinearPattern } from '../../../src/classify/regex/linear.ts';
import { randomPattern, randomText, seeded, type Random } from '../regex/random-patterns.ts';

const never = (): boolean => false;

function compiled(expression: string): LinearPattern {
  const pattern = compileExpression(expression);
  if (!pattern.ok) throw new Error(`${expression}: ${pattern.problem}`);
  return pattern.value;
}

function matchesOf(pattern: LinearPattern, text: string, starts?: Starts): string[] {
  const found: string[] = [];
  for (let from = 0; from <= text.length;) {
    const match = pattern.find(text, from, text.length, starts);
    if (match === undefined) break;
    found.push(`${match.start}-${match.end} ${match.group?.start ?? ''}`);
    from = Math.max(match.end, match.start + 1);
  }
  return found;
}

/** What is found of each pattern behind one gate for all of them. */
function matchesBehindGate(patterns: readonly LinearPattern[], text: string): string[][] {
  const opened = createGate(patterns.map(({ windows }) => windows)).open(text, never);
  return patterns.map((pattern, place) =>
    opened.mayBeThere[place] === 0 ? [] : matchesOf(pattern, text, opened.startsOf(place)),
  );
}

/** Random text with pieces in it that the windows ask for. */
function likelyText(random: Random, { windows = [] }: LinearPattern): string {
  const piece = (): string => {
    const window = windows[random(windows.length)];
    return window === undefined
      ? ''
      : window.sets.map((set) => String.fromCharCode(set[random(set.length)] ?? 0)).join('');
  };
  return Array.from({ length: random(6) }, () => randomText(random, random(6)) + piece()).join('');
}

describe('behind a gate', () => {
  it.each([
    ['(?i)strasse', 'STRASSE Straſſe straße'],
    ['(?i)key-kit', 'KEY-KIT \u212aey-kit key-kit'],
    ['(?i)straße', 'STRAßE STRASSE straße'],
    ['(?i)İzmir|xız', 'İZMİR İzmir izmir XıZ xIz'],
    ['(?i)élan|ÖL', 'ÉLAN Élan öl ÖL el'],
    ['АКТ-[0-9]', 'АКТ-1 акт-2'],
    ['合同[0-9]{2}', '合同12合同3'],
    ['\\x{1F600}x', 'a😀x😀'],
    ['AB(?:|-|/)[0-9]', 'AB1 AB-2 AB/3 AB 4'],
    ['(?:no\\. )?QX[0-9]', 'no. QX1 QX2'],
    ['(?<=ref )QX[0-9]', 'ref QX1 QX2'],
    ['(?<![\\w-])QX[0-9](?!\\d)', 'QX1 -QX2 QX34'],
    ['^\\s*total:\\s+([0-9]+)$', 'total: 1\n  total: 22\nx total: 3\n\n\ttotal:\n 44'],
    ['[a-z]+@quay', 'bob@quay @quay ann@quays'],
    ['QX.*?Z', 'QX1Z QXZ QX\nZ'],
    ['[A-Z]{1,2}[0-9]{2}[ /]?QX[0-9a-f]{2}', 'A12QX00 AB12 QXff B1QX00'],
    ['\\d{3}-\\d{2}-\\d{4}', '123-45-6789 12-34-5678'],
  ])('%s finds the same in %j', (expression, text) => {
    const pattern = compiled(expression);
    const expected = matchesOf(pattern, text);
    expect(expected.length).toBeGreaterThan(0);
    expect(pattern.windows).toBeDefined();
    expect(matchesBehindGate([pattern], text)).toEqual([expected]);
  });

  it('600 random patterns find the same as without it, one by one and all at once', () => {
    const differences: unknown[] = [];
    const all: LinearPattern[] = [];
    let [matches, left] = [0, 0];
    for (let seed = 1; all.length < 600; seed++) {
      const random = seeded(seed);
      const source = randomPattern(random, { looks: seed % 2 === 0, group: true });
      const result = compileLinear(source, { ignoreCase: random(3) === 0, multiline: true });
      if (!result.ok || result.value.windows === undefined) continue;
      const pattern = result.value;
      all.push(pattern);
      for (let round = 0; round < 4; round++) {
        const text = likelyText(random, pattern);
        const expected = matchesOf(pattern, text);
        const [found = []] = matchesBehindGate([pattern], text);
        matches += expected.length;
        if (expected.length === 0) left++;
        if (found.join() !== expected.join()) differences.push({ seed, source, text, found, expected });
      }
    }
    const text = Array.from({ length: 40 }, (_, place) =>
      likelyText(seeded(place), all[place * 7] as never),
    ).join('');
    const together = matchesBehindGate(all, text);
    for (const [place, pattern] of all.entries()) {
      const expected = matchesOf(pattern, text);
      if (together[place]?.join() !== expected.join()) differences.push({ source: pattern.source, text });
    }
    expect(differences).toEqual([]);
    expect(matches).toBeGreaterThan(1500);
    expect(left).toBeGreaterThan(100);
  });

  it('only expressions of which a window is there, or that have none, may be there', () => {
    const patterns = ['QX-[0-9]', 'contract', '\\w+', '[0-9]{9}', '(?i)Quay'].map(compiled);
    const gate = createGate(patterns.map(({ windows }) => windows));
    const there = (text: string): string => gate.open(text, never).mayBeThere.join('');
    expect(there('Meeting at the QUAY with no one')).toBe('00101');
    expect(there('a contract, qx-1 and QX 1')).toBe('01100');
    expect(there('QX-1, 123456789')).toBe('10110');
    expect(there('')).toBe('00100');
  });

  it('an expression is tried only where a window says', () => {
    const pattern = compiled('[0-9]{2}-QX');
    const text = '12-34-QX 77-QX';
    const starts = createGate([pattern.windows]).open(text, never).startsOf(0);
    expect([0, 3, 4, 10, 12].map((at) => starts?.(at))).toEqual([3, 3, 9, Infinity, Infinity]);
  });

  it('one more often there than is noted is found to the end', () => {
    const pattern = compiled('QX[0-9]');
    const text = 'QX1 '.repeat(10_000);
    expect(matchesBehindGate([pattern], text)[0]).toHaveLength(10_000);
  });

  it('what cannot be there costs no more where the text is made of nearly it, twice as long twice as much', () => {
    const meter = { steps: 0 };
    const pattern = compileMetered('QX[0-9]{4}.*Z', { multiline: true }, meter);
    if (!pattern.ok) throw new Error(pattern.problem);
    const stepsFor = (text: string): number => {
      const starts = createGate([pattern.value.windows]).open(text, never).startsOf(0);
      meter.steps = 0;
      expect(pattern.value.find(text, 0, text.length, starts)).toBeUndefined();
      return meter.steps;
    };
    stepsFor('QX1234 '.repeat(10));
    const short = stepsFor('QX1234 '.repeat(1000));
    expect(stepsFor('QX1234 '.repeat(2000))).toBeLessThan(2.1 * short);
  });

  it('says that it was not seen to the end when the time is up', () => {
    const pattern = compiled('QX[0-9]');
    const gate = createGate([pattern.windows]);
    const text = `${'-'.repeat(200_000)}QX1`;
    expect(gate.open(text, () => true)).toMatchObject({ complete: false });
    expect(gate.open(text, never)).toMatchObject({ complete: true });
  });
});
