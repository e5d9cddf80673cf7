import { describe, expect, it } from 'vitest';
import { companyWords, filledIn, reasonsInWords } from '../../src/guard/company-words.ts';

describe("the company's own words", () => {
  const policy = { de: { title: 'policy de' }, en: { title: 'policy en', text: 'policy en' } };
  const bundle = { 'de-AT': { title: 'bundle de-AT', text: 'bundle de-AT' }, en: { contact: 'bundle en' } };

  it.each([
    { language: 'de', title: 'policy de', text: 'bundle de-AT', contact: 'bundle en' },
    { language: 'de-AT', title: 'bundle de-AT', text: 'bundle de-AT', contact: 'bundle en' },
    { language: 'de_CH.UTF-8', title: 'policy de', text: 'bundle de-AT', contact: 'bundle en' },
    { language: 'fr', title: 'policy en', text: 'policy en', contact: 'bundle en' },
    { language: 'en-GB', title: 'policy en', text: 'policy en', contact: 'bundle en' },
  ])('come from the first place that has them, for who reads $language', ({ language, ...words }) => {
    expect(companyWords({ policy, bundle, language })).toMatchObject(words);
  });

  it('come in English of any country where there is no other English', () => {
    expect(companyWords({ policy: { 'en-US': { title: 'US' } }, language: 'fr' }).title).toBe('US');
  });

  it('are none where nobody wrote any', () => {
    expect(companyWords({ language: 'de', bundle: { fr: { title: 'fr' } } })).toEqual({
      title: undefined,
      text: undefined,
      contact: undefined,
      reasons: undefined,
    });
  });

  it("take reasons from the policy alone: the bundle's would stand in the order of nothing", () => {
    const reasons = ['un', 'deux'];
    expect(companyWords({ bundle: { fr: { reasons } }, language: 'fr' }).reasons).toBeUndefined();
    expect(companyWords({ policy: { fr: { reasons } }, language: 'fr' }).reasons).toEqual(reasons);
  });
});

describe('reasons', () => {
  it.each([
    { what: 'translated', translated: ['un', 'deux'], shown: ['un', 'deux'] },
    { what: 'translated in part', translated: ['un'], shown: ['un', 'two'] },
    { what: 'not translated', translated: undefined, shown: ['one', 'two'] },
    { what: 'translated alike', translated: ['un', 'un'], shown: ['un', 'two'] },
    { what: 'translated into each other', translated: ['two', 'one'], shown: ['one', 'two'] },
    { what: 'translated too often', translated: ['un', 'deux', 'trois'], shown: ['un', 'deux'] },
  ])('$what keep their order and can be told apart', ({ translated, shown }) => {
    expect(reasonsInWords(['one', 'two'], translated)).toEqual(shown);
  });
});

describe('names in words', () => {
  const names = { platform: '{label}', label: 'Restricted', policy: '$&' };

  it('stand where the braces are, once and as they are', () => {
    expect(filledIn('{platform}, {label}, {policy}; {label}', names)).toBe(
      '{label}, Restricted, $&; Restricted',
    );
  });

  it('leave other braces alone', () => {
    expect(filledIn('{ platform } {Platform} {constructor} {', names)).toBe(
      '{ platform } {Platform} {constructor} {',
    );
  });
});
