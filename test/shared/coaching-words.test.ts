import { describe, expect, it } from 'vitest';
import { foundWords, listOfWords } from '../../src/shared/coaching-words.ts';
import { registry } from '../../src/classify/registry.ts';

describe('what was found, in words', () => {
  it.each([
    ['EMAIL', 1, 1, '1 e-mail address'],
    ['EMAIL', 2, 2, '2 e-mail addresses'],
    ['PHONE', 4, 2, '4 phone numbers, 2 different'],
    ['NATIONAL_ID:FR', 1, 1, '1 national ID number (France)'],
    ['SECRET:GITHUB_TOKEN', 3, 3, '3 passwords or keys (github token)'],
    ['NATIONAL_ID:ZZ', 1, 1, '1 national ID number (Unknown Region)'],
    ['EMPLOYEE_NUMBER', 2, 2, '2 × employee number'],
    ['CONSTRUCTOR', 1, 1, '1 × constructor'],
  ])('%s, %i times with %i different, is "%s"', (type, count, distinct, words) => {
    expect(foundWords({ type, count, distinct, confidence: 'high' })).toBe(words);
  });

  it.each([...new Set(registry.map(({ type }) => type))])('has words of its own for %s', (type) => {
    expect(foundWords({ type, count: 1, distinct: 1, confidence: 'high' })).not.toContain('×');
  });

  it.each([
    { types: [], words: '' },
    { types: ['EMAIL'], words: '1 e-mail address' },
    { types: ['EMAIL', 'NIR'], words: '1 e-mail address and 1 French social security number' },
    {
      types: ['EMAIL', 'NIR', 'IBAN', 'PHONE'],
      words:
        '1 e-mail address, 1 French social security number, 1 bank account number (IBAN) and 1 more kind',
    },
  ])('in a sentence: "$words"', ({ types, words }) => {
    expect(listOfWords(types.map((type) => ({ type, count: 1, distinct: 1, confidence: 'high' })))).toBe(
      words,
    );
  });
});
