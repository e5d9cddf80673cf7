import { describe, expect, it } from 'vitest';
import { listsOfPhrases } from '../../src/classify/look-up.ts';
import { createReader } from '../../src/classify/reader.ts';
import { createSightings } from '../../src/classify/sightings.ts';
import { createVocabularyBuilder } from '../../src/classify/vocabulary.ts';

const PHONE = ['phone', 'téléphone', 'phone number', 'телефон', '電話', 'ตู้'];
const OTHER = ['social security', 'phone', 'ssn#', 'n° de sécu', 'sec. no.', 'route 66 id'];
const builder = createVocabularyBuilder();
const lists = new Map([PHONE, OTHER].map((keywords) => [keywords, builder.list(keywords)]));
const vocabulary = builder.build();
const read = createReader({
  vocabulary,
  literals: [],
  prefixes: [],
  buckets: new Uint8Array(1 << 10),
  shortestToken: 16,
});

function near(text: string, keywords = PHONE, distances: readonly [number?, number?] = []): boolean {
  const sightings = createSightings(listsOfPhrases(vocabulary), vocabulary.lists, [...lists.values()]);
  read(text, 0, text.length, { data: new Int32Array(96), count: 0 }, sightings);
  const start = text.indexOf('@');
  const list = lists.get(keywords) ?? -1;
  const found = sightings.has(list, { start, end: start + 1 }, ...distances);
  if (found) expect((sightings.near(start).bits[list >> 5] ?? 0) & (1 << (list & 31))).not.toBe(0);
  return found;
}

describe('a keyword near a value', () => {
  it.each([
    ['in front', 'my phone: @'],
    ['behind', '@ (phone)'],
    ['in capitals', 'PHONE @'],
    ['with an accent', 'TÉLÉPHONE @'],
    ['in another script', 'Телефон @'],
    ['glued with an underscore', 'user_phone=@'],
    ['in camel case', 'userPhone=@'],
    ['as the first half of camel case', 'phoneHome=@'],
    ['300 characters in front', `phone${' '.repeat(299)}@`],
    ['300 characters behind', `@${' '.repeat(299)}phone`],
    ['over the border of a block', `${' '.repeat(253)}phone @`],
  ])('counts %s', (_, text) => {
    expect(near(text)).toBe(true);
  });

  it.each([
    ['more than 300 characters away', `phone${' '.repeat(301)}@`],
    ['more than 300 characters behind', `@${' '.repeat(305)}phone`],
    ['inside a longer word', 'telephoned @'],
    ['with more letters behind', 'phones @'],
    ['cut by a small letter and a capital', 'iPhone @'],
    ['of another list', 'social security @'],
  ])('does not count %s', (_, text) => {
    expect(near(text)).toBe(false);
  });

  it('counts phrases with one space, a dash or a change of case between their words', () => {
    for (const text of ['social security @', 'social-security @', 'socialSecurity: @', 'SOCIAL_SECURITY @']) {
      expect(near(text, OTHER)).toBe(true);
    }
    expect(near('social. In security @', OTHER)).toBe(false);
  });

  it('keeps to the distances that are asked for', () => {
    expect(near('phone   @', PHONE, [8, 0])).toBe(true);
    expect(near('phone            @', PHONE, [8, 0])).toBe(false);
    expect(near('@ phone', PHONE, [8, 0])).toBe(false);
  });

  it.each([
    ['ssn# @'],
    ['SSN #: @'],
    ['N° de sécu @'],
    ['n°de secu @'],
    ['Sec.No. @'],
    ['sec no @'],
    ['route 66 ID @'],
  ])('reads signs, digits and left-out accents in %s', (text) => {
    expect(near(text, OTHER)).toBe(true);
  });

  it.each([['ssn @'], ['n de secu @'], ['route 67 id @'], ['sec nothing @']])(
    'asks for all of a term: %s',
    (text) => {
      expect(near(text, OTHER)).toBe(false);
    },
  );

  it('finds terms of scripts without spaces inside longer runs', () => {
    expect(near('我的電話號碼@')).toBe(true);
    expect(near('我的電@')).toBe(false);
    expect(near('ตู้ @')).toBe(true);
  });

  it('tells how far the nearest keyword is, and prefers one in front', () => {
    const sightings = createSightings([[0], [1]], 2, []);
    sightings.add(0, 5, 0);
    sightings.add(30, 35, 0);
    expect(sightings.distance(0, { start: 15, end: 20 })).toBeCloseTo(10, 1);
    expect(sightings.distance(0, { start: 22, end: 29 })).toBeCloseTo(17, 1);
    expect(sightings.distance(1, { start: 15, end: 20 })).toBe(Number.POSITIVE_INFINITY);
  });

  it('lets the longer of two keywords that end at the same place decide', () => {
    const sightings = createSightings([[0], [1]], 2, []);
    sightings.add(0, 16, 0);
    sightings.add(8, 16, 1);
    const value = { start: 18, end: 26 };
    expect(sightings.distance(0, value)).toBeLessThan(sightings.distance(1, value));
  });
});
