import { describe, expect, it } from 'vitest';
import { foundWords, listOfWords } from '../../src/shared/coaching-words.ts';
import { patternTypes, registry } from '../../src/classify/registry.ts';

describe('what was found, in words', () => {
  it.each([
    ['EMAIL', 1, 1, '1 e-mail address'],
    ['EMAIL', 2, 2, '2 e-mail addresses'],
    ['PHONE', 4, 2, '4 phone numbers, 2 different'],
    ['NATIONAL_ID:FR', 1, 1, '1 national ID number (France)'],
    ['NATIONAL_ID:FR_CNI', 1, 1, '1 national ID number (France)'],
    ['NATIONAL_ID:CA_BC_PHN', 2, 2, '2 national ID numbers (Canada)'],
    ['PASSPORT:US_UK', 1, 1, '1 passport number (United States or United Kingdom)'],
    ['COMPANY_ID:DE_VAT', 1, 1, '1 company number (Germany)'],
    ['COMPANY_ID:EU_OSS', 1, 1, '1 company number (European Union)'],
    ['DRIVER_LICENSE:AT', 2, 2, '2 driving licence numbers (Austria)'],
    ['SECRET:GITHUB_FINE_GRAINED_PAT', 3, 3, '3 access tokens (GitHub)'],
    ['SECRET:AWS_SECRET_KEY', 1, 1, '1 key (AWS)'],
    ['SECRET:AZURE_STORAGE_KEY', 2, 2, '2 keys (Azure Storage)'],
    ['SECRET:SLACK_WEBHOOK', 1, 1, '1 webhook address (Slack)'],
    ['SECRET:TWILIO_ACCOUNT', 1, 1, '1 password or key (Twilio Account)'],
    ['SECRET:PASSWORD', 2, 2, '2 passwords'],
    ['SECRET:CONNECTION_STRING', 1, 1, '1 database address with its password'],
    ['SECRET', 2, 1, '2 passwords or keys, 1 different'],
    ['CRYPTO_WALLET:BTC', 1, 1, '1 crypto wallet address (BTC)'],
    ['HEALTH', 2, 2, '2 details about health'],
    ['HEALTH:MEDICATION_BRAND', 1, 1, '1 medication'],
    ['HEALTH_ID:US_DEA', 1, 1, '1 health insurance or patient number (United States)'],
    ['PERSON', 1, 1, "1 person's name"],
    ['PERSON', 3, 3, '3 names of people'],
    ['VEHICLE:DE', 1, 1, '1 vehicle registration number (Germany)'],
    ['VEHICLE:VIN', 1, 1, '1 vehicle identification number'],
    ['DOCUMENT_MARKING', 1, 1, '1 confidentiality marking'],
    ['SOURCE_CODE:JSON', 1, 1, '1 piece of source code (JSON)'],
    ['SOURCE_CODE:TYPESCRIPT', 2, 2, '2 pieces of source code (typescript)'],
    ['PROMPT_INJECTION', 1, 1, '1 hidden instruction to an AI'],
    ['MAC_ADDRESS', 2, 2, '2 device addresses (MAC)'],
    ['SWIFT_CODE', 1, 1, '1 bank code (SWIFT)'],
    ['NATIONAL_ID:ZZ', 1, 1, '1 national ID number (Unknown Region)'],
    ['EMPLOYEE_NUMBER', 2, 2, '2 × employee number'],
    ['CONSTRUCTOR', 1, 1, '1 × constructor'],
    ['SECRET:CONSTRUCTOR', 1, 1, '1 password or key (Constructor)'],
    ['CUSTOM:EMPLOYEE_ID', 2, 2, '2 × employee id'],
  ])('%s, %i times with %i different, is "%s"', (type, count, distinct, words) => {
    expect(foundWords({ type, count, distinct, confidence: 'high' })).toBe(words);
  });

  it('are the name that a company gave its type, cut where it is long', () => {
    const one = { type: 'CUSTOM:EMPLOYEE_ID', count: 2, distinct: 1, confidence: 'high' } as const;
    expect(foundWords({ ...one, name: 'Employee number' })).toBe('2 × Employee number, 1 different');
    expect(foundWords({ ...one, name: 'n'.repeat(61) })).toBe(`2 × ${'n'.repeat(59)}…, 1 different`);
  });

  it.each([...new Set([...registry, ...patternTypes].map(({ type }) => type.split(':')[0] ?? ''))])(
    'has words of its own for %s',
    (type) => {
      expect(foundWords({ type, count: 1, distinct: 1, confidence: 'high' })).not.toContain('×');
    },
  );

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
