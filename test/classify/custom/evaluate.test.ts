import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { BuiltInLookup } from '../../../src/classify/custom/built-ins.ts';
import { createBuiltIns } from '../../../src/classify/custom/built-ins.ts';
import { createCustomDetector } from '../../../src/classify/custom/evaluate.ts';
import { customTypesSchema, type customTypeSchema } from '../../../src/shared/custom-type.ts';

type Written = z.input<typeof customTypeSchema>;
const badge: Written = {
  type: 'CUSTOM:BADGE',
  name: 'Badge number',
  regexes: { badge: String.raw`\bB-\d{4}\b` },
  keywords: { words: ['badge', 'staff pass'], never: ['sample'], towns: ['Lyon', 'Paris', 'Rennes'] },
  patterns: [{ confidence: 'high', find: 'badge' }],
};
const detectorOf = (types: Written[], builtIn?: BuiltInLookup) =>
  createCustomDetector(customTypesSchema.parse(types), builtIn === undefined ? {} : { builtIn });

/** What a type finds, as `value level`. */
const found = (change: Partial<Written>, text: string): string[] =>
  detectorOf([{ ...badge, ...change }], createBuiltIns([]))
    .find(text)
    .hits.map(({ start, end, confidence }) => `${text.slice(start, end)} ${confidence}`);

const far = 'x '.repeat(200);

describe('needs', () => {
  const needing = (
    needs: NonNullable<Written['patterns'][number]['needs']>,
    proximity?: Written['proximity'],
  ) => ({
    patterns: [{ confidence: 'high' as const, find: 'badge', needs }],
    ...(proximity === undefined ? {} : { proximity }),
  });

  it.each([
    { needs: ['words'], text: 'badge B-1234', holds: true },
    { needs: ['words'], text: 'B-1234', holds: false },
    { needs: ['words'], text: `badge ${far} B-1234`, holds: false },
    { needs: ['words', 'towns'], text: 'badge B-1234', holds: false },
    { needs: ['words', 'towns'], text: 'badge B-1234 Lyon', holds: true },
    { needs: [{ match: 'words', min_count: 2 }], text: 'badge B-1234', holds: false },
    { needs: [{ match: 'words', min_count: 2 }], text: 'badge badge B-1234', holds: true },
    { needs: [{ match: 'words', min_count: 2, distinct: true }], text: 'badge Badge B-1234', holds: false },
    {
      needs: [{ match: 'words', min_count: 2, distinct: true }],
      text: 'badge B-1234 staff  pass',
      holds: true,
    },
    { needs: [{ match: 'words', proximity: 6 }], text: 'badge B-1234', holds: true },
    { needs: [{ match: 'words', proximity: 5 }], text: 'badge B-1234', holds: false },
    { needs: [{ match: 'words', proximity: 'unlimited' }], text: `badge ${far} B-1234`, holds: true },
    { needs: [{ any_of: ['words', 'towns'] }], text: 'Paris B-1234', holds: true },
    { needs: [{ any_of: ['words', 'towns'], at_least: 2 }], text: 'Paris Lyon B-1234', holds: false },
    { needs: [{ any_of: ['words', 'towns'], at_least: 2 }], text: 'Paris badge B-1234', holds: true },
    { needs: [{ any_of: ['words', 'towns'], at_most: 1 }], text: 'Paris badge B-1234', holds: false },
    {
      needs: [{ any_of: ['words', { any_of: ['towns', 'never'] }], at_least: 2 }],
      text: 'badge Lyon B-1234',
      holds: true,
    },
    { needs: [{ none_of: ['never'] }], text: 'B-1234', holds: true },
    { needs: [{ none_of: ['never'] }], text: 'sample B-1234', holds: false },
    { needs: [{ none_of: ['never'] }], text: `sample ${far} B-1234`, holds: true },
    { needs: [{ any_of: [{ none_of: ['never'] }, 'words'] }], text: 'sample badge B-1234', holds: true },
    { needs: ['Func_us_date'], text: 'B-1234 on 12/31/2020', holds: true },
    { needs: ['Func_us_date'], text: 'B-1234 on 31/12/2020', holds: false },
  ])('$needs hold in "$text": $holds', ({ needs, text, holds }) => {
    expect(found(needing(needs as never), text)).toEqual(holds ? ['B-1234 high'] : []);
  });

  it('count characters, not code units', () => {
    const text = `badge${'😀'.repeat(10)}B-1234`;
    expect(found(needing(['words'], 15), text)).toEqual(['B-1234 high']);
    expect(found(needing(['words'], 14), text)).toEqual([]);
  });

  it('of the element itself do not count the value', () => {
    const pair = needing([{ match: 'badge', min_count: 1 }]);
    expect(found(pair, 'B-1234')).toEqual([]);
    expect(found(pair, 'B-1234 B-5678')).toEqual(['B-1234 high', 'B-5678 high']);
    const different = needing([{ match: 'badge', min_count: 1, distinct: true }]);
    expect(found(different, 'B-1234 B-1234')).toEqual(['B-1234 high', 'B-1234 high']);
  });
});

describe('levels', () => {
  const levels = {
    patterns: [
      { confidence: 'low' as const, find: 'badge' },
      { confidence: 'high' as const, find: 'badge', needs: ['words', 'towns'] },
      { confidence: 'medium' as const, find: 'badge', needs: ['words'] },
    ],
  };
  it.each([
    { text: 'B-1234', level: 'low' },
    { text: 'badge B-1234', level: 'medium' },
    { text: 'badge B-1234 Paris', level: 'high' },
  ])('the best that holds counts: "$text" is $level', ({ text, level }) => {
    expect(found(levels, text)).toEqual([`B-1234 ${level}`]);
  });

  it('of two expressions that find the same value, the better one counts', () => {
    const two = {
      regexes: { badge: String.raw`\d{4}`, checked: String.raw`\b\d{4}\b` },
      patterns: [
        { confidence: 'low' as const, find: 'badge' },
        { confidence: 'high' as const, find: 'checked' },
      ],
    };
    expect(found(two, '1234')).toEqual(['1234 high']);
  });
});

describe('values', () => {
  it.each([
    { expression: String.raw`(\s)(\d{4})(\s)`, text: 'a 1234 5678 b', finds: ['1234', '5678'] },
    { expression: String.raw`(?:^|[\s,])(\d{4})(?:$|[\s,])`, text: '1234,5678', finds: ['1234', '5678'] },
    { expression: String.raw`["']\d{4}["',]`, text: `"1234",`, finds: ['1234'] },
    { expression: String.raw`\s{3}`, text: 'a   b', finds: ['   '] },
  ])('$expression finds $finds without what stands around them', ({ expression, text, finds }) => {
    const values = found({ regexes: { badge: expression } }, text);
    expect(values).toEqual(finds.map((value) => `${value} high`));
  });

  it('may be keywords', () => {
    expect(found({ patterns: [{ confidence: 'medium', find: 'towns' }] }, 'in PARIS')).toEqual([
      'PARIS medium',
    ]);
  });

  it('may be those of a built-in type', () => {
    const types = { patterns: [{ confidence: 'high' as const, find: 'Func_iban', needs: ['words'] }] };
    expect(found(types, 'badge DE89 3704 0044 0532 0130 00')).toEqual(['DE89 3704 0044 0532 0130 00 high']);
  });

  it('that a validator refuses are none', () => {
    const checked = {
      regexes: { badge: { expression: String.raw`\b\d{4}\b`, validators: ['luhn', 'even'] } },
      validators: { even: { checksum: { weights: [0, 0, 0, 1], mod: 2, check_digit: 1 } } },
    };
    // 0018 passes Luhn and ends in an even digit; 0026 does too; 0091 ends in an odd one, 0019 fails Luhn.
    expect(found(checked, '0018 0026 0091 0019')).toEqual(['0018 high', '0026 high']);
  });

  it('are told apart in their normalised form', () => {
    const { hits } = detectorOf([{ ...badge, patterns: [{ confidence: 'high', find: 'words' }] }]).find(
      'Staff  pass, staff\npass',
    );
    expect(hits.map(({ value }) => value)).toEqual(['staff pass', 'staff pass']);
  });

  it('say what speaks for them', () => {
    const evidence = (change: Partial<Written>, text: string) =>
      detectorOf([{ ...badge, ...change }]).find(text).hits[0]?.evidence;
    const patterns = [{ confidence: 'high' as const, find: 'badge', needs: ['words'] }];
    const luhn = { badge: { expression: String.raw`\d{4}`, validators: ['Luhn'] } };
    expect(evidence({}, 'B-1234')).toEqual(['pattern']);
    expect(evidence({ patterns }, 'badge B-1234')).toEqual(['pattern', 'keyword']);
    expect(evidence({ regexes: luhn }, '0018')).toEqual(['pattern', 'checksum']);
    expect(evidence({ patterns: [{ confidence: 'low', find: 'words' }] }, 'badge')).toEqual(['keyword']);
  });

  it.each([
    { minimum: 1, text: 'B-1234', count: 1 },
    { minimum: 2, text: 'B-1234 B-1234', count: 0 },
    { minimum: 2, text: 'B-1234 B-5678 B-1234', count: 3 },
  ])('count when $minimum different ones are there: "$text" gives $count', ({ minimum, text, count }) => {
    expect(found({ min_count: minimum }, text)).toHaveLength(count);
  });
});

describe('filters', () => {
  const lists = { keywords: { list: { anywhere: ['00', 'No. '] }, words: ['B'] } };
  it.each([
    { filter: { exclude: 'same_digits' }, text: 'B-1111 B-1112', finds: ['B-1112'] },
    { filter: { exclude: 'starts_with', matching: 'lead' }, text: 'B-1234 B-9234', finds: ['B-1234'] },
    { filter: { require: 'starts_with', matching: 'lead' }, text: 'B-1234 B-9234', finds: ['B-9234'] },
    { filter: { exclude: 'starts_with', matching: 'words' }, text: 'B-1234', finds: [] },
    { filter: { exclude: 'ends_with', matching: 'list' }, text: 'B-1200 B-1201', finds: ['B-1201'] },
    { filter: { require: 'ends_with', matching: 'tail' }, text: 'B-1200 B-1277', finds: ['B-1277'] },
    { filter: { exclude: 'equals', matching: 'whole' }, text: 'B-1234 B-1235', finds: ['B-1235'] },
    { filter: { require: 'preceded_by', matching: 'list' }, text: 'no. B-1234, B-1235', finds: ['B-1234'] },
    {
      filter: { exclude: 'preceded_by', matching: 'before' },
      text: 'ref 77 B-1234, B-1235',
      finds: ['B-1235'],
    },
    { filter: { exclude: 'followed_by', matching: 'after' }, text: 'B-1234/A B-1235', finds: ['B-1235'] },
    { filter: { require: 'followed_by', matching: 'after' }, text: 'B-1234/A B-1235', finds: ['B-1234'] },
  ])('$filter keeps $finds of "$text"', ({ filter, text, finds }) => {
    const regexes = {
      badge: String.raw`\bB-\d{4}\b`,
      lead: 'B-9',
      tail: '77',
      whole: 'B-123[34]',
      before: String.raw`\d\d `,
      after: '/[A-Z]',
    };
    const expected = finds.map((value) => `${value} high`);
    expect(found({ ...lists, regexes, filters: [filter as never] }, text)).toEqual(expected);
    const patterns = [{ confidence: 'high' as const, find: 'badge', filters: [filter as never] }];
    expect(found({ ...lists, regexes, patterns }, text)).toEqual(expected);
  });
});

describe('a type that cannot be used', () => {
  it.each([
    {
      why: 'an expression that is refused',
      change: { regexes: { badge: '(a)++' } },
      says: 'regex "badge": a possessive repeat at character 4',
    },
    {
      why: 'an expression that matches nothing',
      change: { regexes: { badge: 'a*' } },
      says: 'regex "badge": it matches the empty text',
    },
    {
      why: 'a function that there is not',
      change: { patterns: [{ confidence: 'high', find: 'Func_none' }] },
      says: 'pattern 1: "Func_none" is neither',
    },
    {
      why: 'a list of Microsoft that there is not',
      change: { patterns: [{ confidence: 'high', find: 'badge', needs: ['Keyword_none'] }] },
      says: 'pattern 1: "Keyword_none" is neither',
    },
    {
      why: 'an unknown validator',
      change: { regexes: { badge: { expression: 'a', validators: ['Func_none'] } } },
      says: 'regex "badge": the validator "Func_none" is not known',
    },
    {
      why: 'a filter on a function',
      change: { filters: [{ exclude: 'equals', matching: 'Func_us_date' }] },
      says: `filters: the filter's "Func_us_date" is no regex`,
    },
  ])('is told and left out: $why', ({ change, says }) => {
    const detector = detectorOf([
      { ...badge, ...(change as object) },
      { ...badge, type: 'CUSTOM:OTHER' },
    ]);
    expect(detector.problems).toHaveLength(1);
    expect(detector.problems[0]).toContain(`CUSTOM:BADGE: ${says}`);
    expect(detector.find('badge B-1234').hits.map(({ type }) => type)).toEqual(['CUSTOM:OTHER']);
  });

  it('is off while names are missing, and says which', () => {
    const waiting: Written = {
      ...badge,
      missing: ['dictionary'],
      patterns: [{ confidence: 'high', find: 'badge', needs: ['dictionary'] }],
    };
    const off = detectorOf([waiting]);
    expect(off.disabled).toEqual([{ type: 'CUSTOM:BADGE', missing: ['dictionary'] }]);
    expect(off.find('B-1234 Lyon').hits).toEqual([]);
    const on = detectorOf([{ ...waiting, keywords: { dictionary: ['Lyon'] } }]);
    expect([on.disabled, on.find('B-1234 Lyon').hits.length]).toEqual([[], 1]);
  });

  it('is refused while it is off, too, when its expression is', () => {
    expect(detectorOf([{ ...badge, missing: ['x'], regexes: { badge: 'a(?>b)' } }]).problems).toHaveLength(1);
  });
});

describe('limits', () => {
  it('are told when the time is over', () => {
    const detector = detectorOf([badge]);
    expect(detector.find('B-1234', () => true)).toEqual({ hits: [], complete: false });
    expect(detector.find('B-1234', () => false).complete).toBe(true);
  });

  it.each([
    { why: 'one type', types: ['A'], values: 200_001 },
    { why: 'all types together', types: ['A', 'B'], values: 100_001 },
  ])('are told when there are too many values of $why', ({ types, values }) => {
    const many = types.map((letter): Written => ({ ...badge, type: `CUSTOM:${letter}` }));
    const { hits, complete } = detectorOf(many).find('B-1234 '.repeat(values));
    expect([hits.length, complete]).toEqual([200_000, false]);
  });

  it('hold for a text of nothing and for no types', () => {
    expect(detectorOf([badge]).find('')).toEqual({ hits: [], complete: true });
    expect(detectorOf([]).find('B-1234')).toEqual({ hits: [], complete: true });
  });

  it('look for an expression once, however many types use it', () => {
    let looks = 0;
    const builtIn: BuiltInLookup = () => ({
      kind: 'function',
      find: () => {
        looks++;
        return [{ start: 0, end: 1 }];
      },
    });
    const types = ['A', 'B', 'C'].map((letter): Written => ({
      ...badge,
      type: `CUSTOM:${letter}`,
      patterns: [{ confidence: 'high', find: 'Func_x', needs: [{ none_of: ['FUNC_X'] }] }],
    }));
    expect(detectorOf(types, builtIn).find('x').hits).toHaveLength(3);
    expect(looks).toBe(1);
  });

  it('are not reached by what no keyword in the text calls for', () => {
    let looks = 0;
    const builtIn: BuiltInLookup = () => ({ kind: 'function', find: () => (looks++, []) });
    const type: Written = { ...badge, patterns: [{ confidence: 'high', find: 'Func_x', needs: ['words'] }] };
    detectorOf([type], builtIn).find('nothing of it here');
    expect(looks).toBe(0);
    detectorOf([type], builtIn).find('a badge');
    expect(looks).toBe(1);
  });
});
