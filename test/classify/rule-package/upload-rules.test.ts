import { describe, expect, it } from 'vitest';
import { uploadRefusal } from '../../../src/classify/rule-package/upload-rules.ts';

describe('an expression that Purview takes at upload', () => {
  it.each([
    String.raw`(\s)(\d{9})(\s)`,
    String.raw`(?:^|[\s,;:()\[\]"'])([0-9]{4}[ _-][0-9]{4})(?:$|[\s,;:()\[\]"'])`,
    String.raw`(?<![0-9])[0-9]{4} ?(?!sa|sd|ss)[a-zA-Z]{2}(?![a-zA-Z])`,
    String.raw`([a-zA-Z0-9][-a-zA-Z0-9_\+\.]{3,50}[a-zA-Z0-9])@([a-z]{2,40}\.(com|nl))`,
    String.raw`(?:^|(?<=\s|_))x`,
    String.raw`\Ax{0,5}y.{0,9}z`,
    '(a|b|)c',
    '(ab){2,5}c',
    '(a+b)c',
    String.raw`a\|`,
    String.raw`(\(.\*)x`,
    'a.b+',
    'a|b',
    '[|.*(]x',
  ])('%s', (expression) => {
    expect(uploadRefusal(expression)).toBeUndefined();
  });
});

describe('an expression that Purview refuses at upload', () => {
  it.each([
    { expression: '|abc', says: 'starts or ends with "|"' },
    { expression: 'abc|', says: 'starts or ends with "|"' },
    { expression: '.{0,50}abc', says: 'starts or ends with a dot that repeats' },
    { expression: 'abc.{1,50}', says: 'starts or ends with a dot that repeats' },
    { expression: 'abc.*', says: 'starts or ends with a dot that repeats' },
    { expression: 'a(b.*)c', says: 'a dot repeats inside a group, such as .* or .{0,50} (at character 4)' },
    { expression: 'a(b.+)c', says: 'a dot repeats inside a group' },
    { expression: 'a(?:b.{0,5})c', says: 'a dot repeats inside a group' },
    { expression: 'a((.{1,5}b))c', says: 'a dot repeats inside a group' },
    { expression: '(a*b)c', says: 'a single character repeats inside a group' },
    { expression: '(a{0,9}b)c', says: 'a single character repeats inside a group' },
    { expression: String.raw`(\-{1,9}b)c`, says: 'a single character repeats inside a group' },
    { expression: '(xx)*c', says: 'a group repeats without an upper bound (at character 1)' },
    { expression: 'c(xx)+', says: 'a group repeats without an upper bound (at character 2)' },
    { expression: 'c(?:xx){1,}', says: 'a group repeats without an upper bound' },
    {
      expression: String.raw`(?<=^|\s|_)x`,
      says: 'a look-behind matches texts of different lengths (at character 1)',
    },
    { expression: '(?<!ab?)x', says: 'a look-behind matches texts of different lengths' },
  ])('$expression', ({ expression, says }) => {
    const refusal = uploadRefusal(expression);
    expect(refusal?.what).toContain(says);
    expect(refusal?.advice).not.toBe('');
  });
});
