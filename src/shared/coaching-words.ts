import type { Choice } from './coaching.ts';
import type { TypeCount } from './finding.ts';

/** Verbs on the buttons. */
export const choiceWords: Readonly<Record<Choice, string>> = {
  cancel: 'Keep it out',
  redact: 'Redact and paste',
  proceed: 'Paste anyway',
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

function variantWords(variant: string): string {
  if (!/^[A-Z]{2}$/.test(variant)) return variant.replaceAll('_', ' ').toLowerCase();
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(variant) ?? variant;
}

/** `2 e-mail addresses and 1 phone number`; the kinds beyond `most` are only counted. */
export function listOfWords(counts: readonly TypeCount[], most = 3): string {
  const shown = counts.slice(0, most).map(foundWords);
  const others = counts.length - shown.length;
  if (others > 0) shown.push(`${others} more ${others === 1 ? 'kind' : 'kinds'}`);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
