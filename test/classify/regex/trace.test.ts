import { describe, expect, it } from 'vitest';
import { createBackward } from '../../../src/classify/regex/backward.ts';
import { createLooks } from '../../../src/classify/regex/looks.ts';
import { parsePattern } from '../../../src/classify/regex/parse.ts';
import { compileProgram } from '../../../src/classify/regex/program.ts';
import { createTables } from '../../../src/classify/regex/tables.ts';
import { openTrace, type FoundMatch } from '../../../src/classify/regex/trace.ts';
import { randomPattern, randomText, seeded } from './random-patterns.ts';

function allByTrace(source: string, text: string): FoundMatch[] {
  const options = {
    ignoreCase: false,
    multiline: false,
    dotAll: false,
    unicode: false,
    dialect: 'linear',
  } as const;
  const node = parsePattern(source, options);
  if (!node.ok) throw new Error(node.problem);
  const program = compileProgram(node.value);
  if (!program.ok) throw new Error(program.problem.reason);
  const meter = { steps: 0 };
  const tables = createTables(program.value);
  const machine = createBackward(tables, createLooks(program.value, meter), meter, true);
  const trace = openTrace(machine, tables, meter, text, 0, text.length);
  const found: FoundMatch[] = [];
  for (let from = 0; from <= text.length;) {
    const match = trace.find(from);
    if (match === undefined) break;
    found.push(match);
    from = match.end > match.start ? match.end : match.end + 1;
  }
  return found;
}

const allOfV8 = (source: string, text: string): FoundMatch[] =>
  Array.from(text.matchAll(new RegExp(source, 'gd')), (match) => {
    const group = match.indices?.[1];
    const span = { start: match.index, end: match.index + match[0].length };
    return group === undefined ? span : { ...span, group: { start: group[0], end: group[1] } };
  });

describe('reading a text from right to left', () => {
  it('finds what a regular expression of JavaScript finds, in 600 random patterns', () => {
    const differences: unknown[] = [];
    let matches = 0;
    for (let seed = 5001; seed <= 5600; seed++) {
      const random = seeded(seed);
      const source = randomPattern(random, { looks: true, group: true });
      for (let round = 0; round < 4; round++) {
        const text = randomText(random, random(14));
        const expected = allOfV8(source, text);
        const found = allByTrace(source, text);
        matches += found.length;
        if (JSON.stringify(found) !== JSON.stringify(expected))
          differences.push({ seed, source, text, found, expected });
      }
    }
    expect(differences).toEqual([]);
    expect(matches).toBeGreaterThan(2000);
  });

  it.each([
    ['a match across several blocks', 'b.*c', `${'a'.repeat(1500)}b${'a'.repeat(4000)}c${'a'.repeat(900)}`],
    ['a match that ends where a block does', 'a{1024}', 'a'.repeat(4096)],
    ['matches on both sides of blocks without any', '\\d+', `12${'a'.repeat(5000)}34`],
    ['an empty match at the very end', '$', 'a'.repeat(2048)],
    ['nothing', 'x', 'a'.repeat(3000)],
  ])('finds %s', (_, source, text) => {
    expect(allByTrace(source, text)).toEqual(allOfV8(source, text));
  });
});
