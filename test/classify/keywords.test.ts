import { describe, expect, it } from 'vitest';
import { createKeywordIndex, createVocabulary } from '../../src/classify/keywords.ts';

const PHONE = ['phone', 'téléphone', 'phone number', 'телефон'];
const OTHER = ['social security', 'phone'];
const vocabulary = createVocabulary([PHONE, OTHER]);

function near(text: string, keywords = PHONE, distances: readonly [number?, number?] = []): boolean {
  const start = text.indexOf('#');
  return createKeywordIndex(text, vocabulary).has(keywords, { start, end: start + 1 }, ...distances);
}

describe('a keyword near a value', () => {
  it.each([
    ['in front', 'my phone: #'],
    ['behind', '# (phone)'],
    ['in capitals', 'PHONE #'],
    ['with an accent', 'TÉLÉPHONE #'],
    ['in another script', 'Телефон #'],
    ['glued with an underscore', 'user_phone=#'],
    ['in camel case', 'userPhone=#'],
    ['as the first half of camel case', 'phoneHome=#'],
    ['300 characters in front', `phone${' '.repeat(299)}#`],
    ['300 characters behind', `#${' '.repeat(299)}phone`],
    ['over the border of a block', `${' '.repeat(253)}phone #`],
  ])('counts %s', (_, text) => {
    expect(near(text)).toBe(true);
  });

  it.each([
    ['more than 300 characters away', `phone${' '.repeat(301)}#`],
    ['more than 300 characters behind', `#${' '.repeat(305)}phone`],
    ['inside a longer word', 'telephoned #'],
    ['with more letters behind', 'phones #'],
    ['cut by a small letter and a capital', 'iPhone #'],
    ['of another list', 'social security #'],
  ])('does not count %s', (_, text) => {
    expect(near(text)).toBe(false);
  });

  it('counts phrases with one space, a dash or a change of case between their words', () => {
    for (const text of ['social security #', 'social-security #', 'socialSecurity: #', 'SOCIAL_SECURITY #']) {
      expect(near(text, OTHER)).toBe(true);
    }
    expect(near('social. In security #', OTHER)).toBe(false);
  });

  it('keeps to the distances that are asked for', () => {
    expect(near('phone   #', PHONE, [8, 0])).toBe(true);
    expect(near('phone            #', PHONE, [8, 0])).toBe(false);
    expect(near('# phone', PHONE, [8, 0])).toBe(false);
  });

  it('finds nothing for a list that was not registered', () => {
    expect(near('phone #', ['phone'])).toBe(false);
  });
});
