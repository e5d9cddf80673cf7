import { describe, expect, it } from 'vitest';
import { linesOfPaths, pathFromWords, pathInWords, type JsonPath } from '../../src/shared/json-lines.ts';

const text = `{
  "name": "a \\"quoted\\" {name} [1]",
  "list": [
    { "deep": [1, 2,
      3] },
    "two",
    {
      "key": null, "other":
        true
    }
  ],
  "last": -1.5e3
}
`;

describe('the line of a path in a JSON text', () => {
  it.each<[JsonPath, number]>([
    [[], 1],
    [['name'], 2],
    [['list'], 3],
    [['list', 0], 4],
    [['list', 0, 'deep', 1], 4],
    [['list', 0, 'deep', 2], 5],
    [['list', 1], 6],
    [['list', 2], 7],
    [['list', 2, 'key'], 8],
    [['list', 2, 'other'], 9],
    [['last'], 12],
  ])('%j begins on line %i', (path, line) => {
    expect(linesOfPaths(text, [path])).toEqual([line]);
  });

  it('finds many in one pass, in the order asked for', () => {
    expect(linesOfPaths(text, [['last'], ['list', 2, 'key'], ['name'], ['last']])).toEqual([12, 8, 2, 12]);
  });

  it('falls back to the deepest part that is there', () => {
    expect(linesOfPaths(text, [['list', 2, 'missing', 3], ['nothing'], ['list', 9]])).toEqual([7, 1, 3]);
  });

  it('reads a text without line breaks or spaces', () => {
    expect(linesOfPaths('{"a":[[1],{"b":"\\\\"}],"c":{}}', [['c'], ['a', 1, 'b']])).toEqual([1, 1]);
  });
});

describe('paths in words', () => {
  it.each<[JsonPath, string]>([
    [[], 'top level'],
    [['policies', 3, 'when', 'all', 0], 'policies[3].when.all[0]'],
    [['mapping'], 'mapping'],
  ])('%j is %s, and back', (path, words) => {
    expect(pathInWords(path)).toBe(words);
    expect(pathFromWords(words)).toEqual(path);
  });
});
