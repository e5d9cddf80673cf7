import { describe, expect, it } from 'vitest';
import { customTypesSchema, missingNames, typeNameFrom } from '../../src/shared/custom-type.ts';
import { parse } from '../../src/shared/result.ts';

const short = {
  type: 'CUSTOM:BADGE',
  name: 'Badge number',
  regexes: { badge: 'B-[0-9]{6}' },
  patterns: [{ confidence: 'high', find: 'badge' }],
};
const changed = (change: (type: any) => void): unknown[] => {
  const copy = structuredClone(short);
  change(copy);
  return [copy];
};

describe('a custom type', () => {
  it('is taken in its shortest form, and the rest has defaults', () => {
    expect(parse(customTypesSchema, [short], 'types')).toMatchObject({
      ok: true,
      value: [{ proximity: 300, min_count: 1, recommended_confidence: 'high', missing: [] }],
    });
  });

  it.each([
    {
      why: 'a name without CUSTOM:',
      change: (t: any) => (t.type = 'BADGE'),
      says: '[0].type: expected a name such as',
    },
    { why: 'an unknown key', change: (t: any) => (t.regex = {}), says: '[0]: ' },
    { why: 'an id that is no GUID', change: (t: any) => (t.id = '17'), says: '[0].id: expected a GUID' },
    { why: 'no pattern', change: (t: any) => (t.patterns = []), says: '[0].patterns: ' },
    {
      why: 'a primary element that is not there',
      change: (t: any) => (t.patterns[0].find = 'bagde'),
      says: `[0].patterns[0].find: expected a name of this type's regexes or keywords or a built-in one, there is no "bagde"`,
    },
    {
      why: 'a nested need that is not there',
      change: (t: any) => (t.patterns[0].needs = ['badge', { any_of: [{ none_of: [{ match: 'x' }] }] }]),
      says: '[0].patterns[0].needs[1].any_of[0].none_of[0].match: expected a name',
    },
    {
      why: 'a validator that is not there',
      change: (t: any) => (t.regexes.badge = { expression: 'a', validators: ['mod9'] }),
      says: `[0].regexes.badge.validators[0]: expected a name of this type's validators`,
    },
    {
      why: 'a filter that names nothing',
      change: (t: any) => (t.filters = [{ exclude: 'equals', matching: 'samples' }]),
      says: '[0].filters[0].matching: expected a name',
    },
    {
      why: 'a name of a regex and of keywords',
      change: (t: any) => (t.keywords = { badge: ['badge'] }),
      says: '[0].keywords.badge: expected a name that no regex has',
    },
    {
      why: 'more needed than there are',
      change: (t: any) => (t.patterns[0].needs = [{ any_of: ['badge'], at_least: 2 }]),
      says: 'at_least: expected no more than there are in any_of',
    },
    {
      why: 'a check digit without a weight',
      change: (t: any) => (t.validators = { sum: { checksum: { weights: [1, 2], mod: 9, check_digit: 3 } } }),
      says: 'check_digit: expected a place that has a weight',
    },
    {
      why: 'an expression longer than Purview takes',
      change: (t: any) => (t.regexes.badge = 'a'.repeat(1025)),
      says: '[0].regexes.badge',
    },
    {
      why: 'more expressions than Purview takes',
      change: (t: any) => {
        for (let index = 0; index < 20; index++) t.regexes[`r${index}`] = 'a';
      },
      says: '[0].regexes: expected at most 20',
    },
    { why: 'a proximity of nothing', change: (t: any) => (t.proximity = 0), says: '[0].proximity' },
  ])('is refused with path and reason for $why', ({ change, says }) => {
    const parsed = parse(customTypesSchema, changed(change), 'types');
    expect(parsed.ok ? 'taken' : parsed.problem).toContain(says);
  });

  it.each(['type', 'id'])('is refused when another has the same %s', (key) => {
    const one = { ...short, id: '5b2f0c1e-0000-4000-8000-00000000000a' };
    const two = { ...one, type: 'CUSTOM:OTHER', id: '5b2f0c1e-0000-4000-8000-00000000000b' };
    const same = { ...two, [key]: key === 'id' ? one.id.toUpperCase() : one.type };
    expect(parse(customTypesSchema, [one, two], 'types').ok).toBe(true);
    expect(parse(customTypesSchema, [one, same], 'types')).toMatchObject({
      ok: false,
      problem: expect.stringContaining(`[1].${key}: expected it used once`),
    });
  });

  it('waits for names that are missing until they are among its keywords', () => {
    const waiting = { ...short, missing: ['towns'], patterns: [{ ...short.patterns[0], needs: ['towns'] }] };
    const [off] = customTypesSchema.parse([waiting]);
    const [on] = customTypesSchema.parse([{ ...waiting, keywords: { towns: ['Utrecht'] } }]);
    expect([off && missingNames(off), on && missingNames(on)]).toEqual([['towns'], []]);
  });
});

describe('a short name', () => {
  it.each([
    { display: 'Employee ID', name: 'CUSTOM:EMPLOYEE_ID' },
    { display: 'Numéro de licence (v2)', name: 'CUSTOM:NUMERO_DE_LICENCE_V2' },
    { display: 'Custom - Dutch passport', name: 'CUSTOM:DUTCH_PASSPORT' },
    { display: 'Custom', name: 'CUSTOM:CUSTOM' },
    { display: 'x'.repeat(80), name: `CUSTOM:${'X'.repeat(60)}` },
    { display: '社外秘', name: undefined },
  ])('of "$display" is $name', ({ display, name }) => {
    expect(typeNameFrom(display)).toBe(name);
  });
});
