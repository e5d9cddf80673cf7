import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/cli/input.ts';

async function split(chunks: (string | Buffer)[], most?: number): Promise<string[]> {
  const stream = (async function* () {
    yield* chunks;
  })();
  const lines: string[] = [];
  for await (const line of linesOf(stream, most)) lines.push(line);
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

  it.each([
    { what: 'as long as they may be', chunks: ['abcd\nef\n'], lines: ['abcd', 'ef'] },
    { what: 'cut to one unit more', chunks: ['abcdefgh\nij\n'], lines: ['abcde', 'ij'] },
    { what: 'cut over several chunks', chunks: ['abc', 'defgh', 'ijk', 'l\nm'], lines: ['abcde', 'm'] },
    { what: 'cut where they end the stream', chunks: ['a\nbcdefg', 'hij'], lines: ['a', 'bcdef'] },
  ])('are $what', async ({ chunks, lines }) => {
    expect(await split(chunks, 4)).toEqual(lines);
  });
});
