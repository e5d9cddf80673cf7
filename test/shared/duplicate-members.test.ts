import { describe, expect, it } from 'vitest';
import { duplicateMember } from '../../src/shared/duplicate-members.ts';

describe('a member that stands twice', () => {
  it.each([
    ['in the top object', '{"a":1,"b":2,"a":3}', 'a'],
    ['deep inside', '{"x":[{"y":{"k":1,"z":[],"k":2}}]}', 'k'],
    ['after an object in between', '{"a":{"b":1},"c":[{"a":2}],"a":3}', 'a'],
    ['in other letters', '{"a":1,"\\u0061":2}', 'a'],
    ['with a quote in its name', '{"a\\"b":1,"a\\"b":2}', 'a"b'],
    ['as the empty name', '{"":1,"":2}', ''],
    ['as __proto__', '{"__proto__":1,"__proto__":2}', '__proto__'],
    ['in an object of a list', '[1,{"a":1,"a":1}]', 'a'],
  ])('is told %s', (_, text, name) => {
    expect(duplicateMember(text)).toBe(name);
  });

  it.each([
    ['names once each', '{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}'],
    ['values that are like names', '{"a":"b","b":"a","c":["a","a"]}'],
    ['strings that hold objects', '{"a":"{\\"x\\":1,\\"x\\":2}","b":"\\\\"}'],
    ['no object', '["a","a"]'],
    ['a string alone', '"a"'],
    ['nothing', ''],
    ['a text that is no JSON', '{"a":1,"a'],
  ])('is not seen in %s', (_, text) => {
    expect(duplicateMember(text)).toBeNull();
  });
});
