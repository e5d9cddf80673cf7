import { describe, expect, it } from 'vitest';
import { fromBoost } from '../../../src/classify/custom/boost.ts';
import { compileExpression } from '../../../src/classify/custom/expression.ts';

const findAll = (expression: string, text: string): string[] => {
  const pattern = compileExpression(expression);
  if (!pattern.ok) throw new Error(pattern.problem);
  const found: string[] = [];
  let from = 0;
  for (;;) {
    const match = pattern.value.find(text, from);
    if (match === undefined) return found;
    found.push(text.slice(match.start, match.end));
    from = match.end;
  }
};

describe('an expression as Purview writes it', () => {
  it.each([
    { expression: String.raw`\bEMP-\d{4}\b`, text: 'EMP-1234 emp-1234', finds: ['EMP-1234'] },
    { expression: String.raw`(?i)\bemp-\d{4}\b`, text: 'EMP-1234 emp-1234', finds: ['EMP-1234', 'emp-1234'] },
    { expression: '[[:alpha:]]{3}[[:digit:]]', text: 'abc1 éàü2 12a3', finds: ['abc1', 'éàü2'] },
    { expression: '[[:upper:][:digit:]_]{4}', text: 'A_1B a_1b', finds: ['A_1B'] },
    { expression: '[^[:space:],]{3}', text: 'abc,d e', finds: ['abc'] },
    { expression: '[[:^digit:]]{2}', text: '1ab2', finds: ['ab'] },
    { expression: '[]x]{2}', text: ']x]', finds: [']x'] },
    { expression: '[^]x]', text: ']xy', finds: ['y'] },
    { expression: '[[a]{2}', text: '[a', finds: ['[a'] },
    { expression: String.raw`\<cat\>`, text: 'cat concat cats', finds: ['cat'] },
    { expression: String.raw`a\hb`, text: 'a b a\tb a\nb', finds: ['a b', 'a\tb'] },
    { expression: String.raw`[\h-]x`, text: ' x\tx-x', finds: [' x', '\tx', '-x'] },
    { expression: String.raw`a\Rb`, text: 'a\r\nb a\nb', finds: ['a\r\nb', 'a\nb'] },
    { expression: String.raw`\Qa.b(c\E\d`, text: 'a.b(c1 axb(c2', finds: ['a.b(c1'] },
    { expression: String.raw`\Qa+b`, text: 'a+b aab', finds: ['a+b'] },
    { expression: '^ab$', text: 'ab\nab\nxab', finds: ['ab', 'ab'] },
    { expression: String.raw`\Aab`, text: 'ab\nab', finds: ['ab'] },
    { expression: String.raw`ab\z`, text: 'ab\nab', finds: ['ab'] },
    { expression: String.raw`ab\Z`, text: 'ab\nab\n', finds: ['ab'] },
    { expression: String.raw`ab\Z`, text: 'ab\nab\n\n', finds: [] },
    { expression: String.raw`\x{41}b`, text: 'Ab', finds: ['Ab'] },
    { expression: String.raw`(?P<n>\d)x`, text: '1x', finds: ['1x'] },
    { expression: String.raw`(?'n'\d)x`, text: '1x', finds: ['1x'] },
    { expression: 'a(?#note)b', text: 'ab', finds: ['ab'] },
    { expression: 'a+?b', text: 'aab', finds: ['aab'] },
    { expression: 'a}+', text: 'a}}', finds: ['a}}'] },
    { expression: String.raw`(?<![0-9])[0-9]{3}(?![0-9])`, text: '1234 567', finds: ['567'] },
  ])('$expression finds $finds', ({ expression, text, finds }) => {
    expect(findAll(expression, text)).toEqual(finds);
  });

  it.each([
    { expression: 'ab++c', says: 'a possessive repeat at character 3' },
    { expression: 'a{2}+', says: 'a possessive repeat at character 4' },
    { expression: 'x(?>ab)', says: 'an atomic group (?> is not supported at character 2' },
    { expression: '(a)?(?(1)b|c)', says: 'a conditional (?( is not supported at character 5' },
    { expression: 'a(?R)?b', says: 'a recursion is not supported at character 2' },
    { expression: '(?|a|b)', says: 'a branch reset (?| is not supported at character 1' },
    { expression: 'a(?i)b', says: 'a modifier inside the expression is not supported at character 2' },
    { expression: 'a(?-i:b)', says: 'a modifier inside the expression is not supported at character 2' },
    { expression: 'a(*FAIL)', says: 'a control verb (* is not supported at character 2' },
    { expression: String.raw`ab\Kc`, says: String.raw`\K is not supported at character 3` },
    { expression: String.raw`\Gab`, says: String.raw`\G is not supported at character 1` },
    { expression: '[[.hyphen.]]', says: 'a collating element [. or [= is not supported at character 2' },
    { expression: '[[:klingon:]]', says: 'the class [:klingon:] is not supported at character 2' },
    { expression: '[a-z', says: 'a set "[" that does not end at character 1' },
    { expression: 'a\\', says: 'a backslash that escapes nothing at character 2' },
    { expression: 'a(?#note', says: 'a comment (?# that does not end at character 2' },
  ])('$expression is refused with the place', ({ expression, says }) => {
    expect(fromBoost(expression)).toMatchObject({ ok: false, problem: expect.stringContaining(says) });
  });

  it.each(['a*', 'x?', '(?:a|)', 'a{0,3}'])('%s is refused: it matches the empty text', (expression) => {
    expect(compileExpression(expression)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('it matches the empty text'),
    });
  });

  it.each([
    { only: 'start', text: 'ab1', matches: true },
    { only: 'start', text: '1ab', matches: false },
    { only: 'end', text: '1ab', matches: true },
    { only: 'end', text: 'ab1', matches: false },
    { only: 'whole', text: 'ab', matches: true },
    { only: 'whole', text: 'ab1', matches: false },
  ] as const)('bound to $only it matches "$text": $matches', ({ only, text, matches }) => {
    const pattern = compileExpression('ab|a', only);
    expect(pattern.ok && pattern.value.find(text, 0) !== undefined).toBe(matches);
  });
});
