import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseJson } from '../../src/shared/json.ts';
import { parse } from '../../src/shared/result.ts';

const schema = z.strictObject({
  name: z.string(),
  list: z
    .array(
      z.union([z.strictObject({ a: z.number() }), z.strictObject({ b: z.strictObject({ c: z.boolean() }) })]),
    )
    .default([]),
});

describe('a parse problem is one line that says', () => {
  it.each([
    {
      what: 'where the value came from and which member is wrong',
      value: { name: 1 },
      says: /^file\.json: name: .*expected string/,
    },
    {
      what: 'the path through lists',
      value: { name: 'x', list: [{ a: 1 }, { a: 'one' }] },
      says: /^file\.json: list\[1\]\.a: /,
    },
    {
      what: 'the branch of a union that got deepest',
      value: { name: 'x', list: [{ b: { c: 'yes' } }] },
      says: /^file\.json: list\[0\]\.b\.c: /,
    },
    { what: 'an unknown member', value: { name: 'x', nam: 1 }, says: /^file\.json: top level: .*nam/ },
    { what: 'that there are more', value: { list: 1 }, says: /\(and 1 more\)$/ },
  ])('$what', ({ value, says }) => {
    const parsed = parse(schema, value, 'file.json');
    expect(parsed).toMatchObject({ ok: false, problem: expect.stringMatching(says) });
    expect(JSON.stringify(parsed)).not.toContain('\\n');
  });

  it.each([
    { text: '', place: '(line 1, column 1)' },
    { text: '{', place: '(line 1, column 1)' },
    { text: '{"name": nope}', place: '(line 1, column 11)' },
    { text: '{\n"name": "x",\n}', place: '(line 3, column 1)' },
    { text: '{"name":"x"} trailing', place: '(line 1, column 14)' },
  ])('where JSON breaks off: $text', ({ text, place }) => {
    expect(parseJson(schema, text, 'file.json')).toEqual({
      ok: false,
      problem: `file.json: not JSON ${place}`,
    });
  });

  it('nothing of the value itself: it may be pasted text', () => {
    const secret = 'hunter2-4111111111111111';
    const texts = [`{"name": ${secret}}`, `{"name": "x", "list": "${secret}"}`, `{"name": ["${secret}"]}`];
    for (const text of texts) expect(JSON.stringify(parseJson(schema, text, 'f'))).not.toContain('hunter2');
  });
});

describe('JSON text', () => {
  it("is parsed to the schema's output", () => {
    expect(parseJson(schema, '{"name":"x"}', 'f')).toEqual({ ok: true, value: { name: 'x', list: [] } });
  });

  it.each([
    { what: 'deeper than anything meant', text: `${'['.repeat(100_000)}${']'.repeat(100_000)}` },
    { what: 'deep in objects', text: `${'{"a":'.repeat(65)}1${'}'.repeat(65)}` },
  ])('is refused when nested $what', ({ text }) => {
    expect(parseJson(z.unknown(), text, 'f')).toEqual({
      ok: false,
      problem: 'f: expected at most 64 levels of nesting',
    });
  });

  it('may hold brackets inside strings', () => {
    const text = JSON.stringify({ name: `"\\${'[{'.repeat(1000)}` });
    expect(parseJson(schema, text, 'f').ok).toBe(true);
  });
});

describe('JSON that an editor put a byte order mark before', () => {
  it('is refused with what to do', () => {
    expect(parseJson(schema, '\uFEFF{"name": "x"}', 'file.json')).toEqual({
      ok: false,
      problem: 'file.json: begins with a byte order mark; save it as UTF-8 without one',
    });
  });
});
