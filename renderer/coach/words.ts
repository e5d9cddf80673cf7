import type { Choice, Question } from '../../src/shared/coaching.ts';
import type { TypeCount } from '../../src/shared/finding.ts';

/** Verbs on the buttons. */
export const choiceWords: Readonly<Record<Choice, string>> = {
  cancel: 'Keep it out',
  redact: 'Redact and paste',
  proceed: 'Paste anyway',
};

export const reasonWords: Readonly<Record<Question['justification'], string>> = {
  none: '',
  optional: 'Why does it need to go there? (if you like)',
  required: 'Why does it need to go there?',
};

/** One and several of a type, as people say it. */
const typeWords: Readonly<Record<string, readonly [one: string, several: string]>> = {
  ADDRESS: ['postal address', 'postal addresses'],
  API_KEY: ['API key', 'API keys'],
  BANK_ACCOUNT: ['bank account number', 'bank account numbers'],
  CREDIT_CARD: ['credit card number', 'credit card numbers'],
  CRYPTO_ADDRESS: ['crypto wallet address', 'crypto wallet addresses'],
  DATE_OF_BIRTH: ['date of birth', 'dates of birth'],
  EMAIL: ['e-mail address', 'e-mail addresses'],
  IBAN: ['bank account number (IBAN)', 'bank account numbers (IBAN)'],
  IP_ADDRESS: ['IP address', 'IP addresses'],
  NATIONAL_ID: ['national ID number', 'national ID numbers'],
  NIR: ['French social security number', 'French social security numbers'],
  PASSPORT: ['passport number', 'passport numbers'],
  PASSWORD: ['password', 'passwords'],
  PHONE: ['phone number', 'phone numbers'],
  PRIVATE_KEY: ['private key', 'private keys'],
  SECRET: ['password or key', 'passwords or keys'],
  US_SSN: ['US social security number', 'US social security numbers'],
  TAX_ID: ['tax number', 'tax numbers'],
};

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/**
 * `2 e-mail addresses`, `3 phone numbers, 2 different`, `1 national ID number (France)`.
 * A company's own type is spelt out from its name, which has no plural we know: `2 × employee number`.
 */
export function foundWords({ type, count, distinct }: TypeCount): string {
  const [name = '', variant] = type.split(':');
  const spelt = `× ${name.replaceAll('_', ' ').toLowerCase()}`;
  const [one, several] = typeWords[name] ?? [spelt, spelt];
  const detail = variant === undefined ? '' : ` (${variantWords(variant)})`;
  const repeats = distinct < count ? `, ${distinct} different` : '';
  return `${count} ${count === 1 ? one : several}${detail}${repeats}`;
}

const variantWords = (variant: string): string =>
  /^[A-Z]{2}$/.test(variant) ? (regions.of(variant) ?? variant) : variant.replaceAll('_', ' ').toLowerCase();
