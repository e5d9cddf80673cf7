import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/cli/input.ts';

async function split(chunks: (string | Buffer)[]): Promise<string[]> {
  const stream = (async function* () {
    yield* chunks;
  })();
  const lines: string[] = [];
  for await (const line of linesOf(stream)) lines.push(line);
  return lines;
}

describe('lines of a stream', () => {
  const euro = Buffer.from('a€b\n');
  it.each([
    { what: 'one line', chunks: ['a\n'], lines: ['a'] },
    { what: 'a last line without newline', chunks: ['a\nb'], lines: ['a', 'b'] },
    { what: 'a line over several chunks', chunks: ['a', 'b', 'c\nd', '\n'], lines: ['abc', 'd'] },
    { what: 'empty lines', chunks: ['\n\na\n'], lines: ['', '', 'a'] },
    { what: 'nothing', chunks: [], lines: [] },
    {
      what: 'other line separators inside a line',
      chunks: ['a\u2028b\rc\u0085d\n'],
      lines: ['a\u2028b\rc\u0085d'],
    },
    {
      what: 'a character cut between chunks',
      chunks: [euro.subarray(0, 2), euro.subarray(2)],
      lines: ['a€b'],
    },
  ])('$what', async ({ chunks, lines }) => {
    expect(await split(chunks)).toEqual(lines);
  });
});
