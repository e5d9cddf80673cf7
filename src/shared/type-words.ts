import type { FindingType } from './finding.ts';

/** One and several of a type, as people say it. */
export type OneAndSeveral = readonly [one: string, several: string];

/** By family, and by whole type where that has words of its own. */
const words: Readonly<Record<string, OneAndSeveral>> = {
  ADDRESS: ['postal address', 'postal addresses'],
  API_KEY: ['API key', 'API keys'],
  BANK_ACCOUNT: ['bank account number', 'bank account numbers'],
  COMPANY_ID: ['company number', 'company numbers'],
  CREDIT_CARD: ['credit card number', 'credit card numbers'],
  CRYPTO_WALLET: ['crypto wallet address', 'crypto wallet addresses'],
  DATE_OF_BIRTH: ['date of birth', 'dates of birth'],
  DOCUMENT_MARKING: ['confidentiality marking', 'confidentiality markings'],
  DRIVER_LICENSE: ['driving licence number', 'driving licence numbers'],
  EMAIL: ['e-mail address', 'e-mail addresses'],
  HEALTH: ['detail about health', 'details about health'],
  'HEALTH:BLOOD_TEST': ['medical test', 'medical tests'],
  'HEALTH:CONDITION': ['medical condition', 'medical conditions'],
  'HEALTH:ICD10': ['diagnosis code', 'diagnosis codes'],
  'HEALTH:ICD9': ['diagnosis code', 'diagnosis codes'],
  'HEALTH:IMPAIRMENT': ['impairment', 'impairments'],
  'HEALTH:LAB_TEST': ['medical test', 'medical tests'],
  'HEALTH:LIFESTYLE': ['detail about a way of life', 'details about a way of life'],
  'HEALTH:MEDICATION': ['medication', 'medications'],
  'HEALTH:MEDICATION_BRAND': ['medication', 'medications'],
  'HEALTH:MEDICATION_TYPE': ['medication', 'medications'],
  'HEALTH:PROCEDURE': ['medical treatment', 'medical treatments'],
  'HEALTH:SPECIALTY': ['medical specialty', 'medical specialties'],
  HEALTH_ID: ['health insurance or patient number', 'health insurance or patient numbers'],
  IBAN: ['bank account number (IBAN)', 'bank account numbers (IBAN)'],
  IP_ADDRESS: ['IP address', 'IP addresses'],
  MAC_ADDRESS: ['device address (MAC)', 'device addresses (MAC)'],
  NATIONAL_ID: ['national ID number', 'national ID numbers'],
  NIR: ['French social security number', 'French social security numbers'],
  PASSPORT: ['passport number', 'passport numbers'],
  PASSWORD: ['password', 'passwords'],
  PERSON: ["person's name", 'names of people'],
  PHONE: ['phone number', 'phone numbers'],
  PRIVATE_KEY: ['private key', 'private keys'],
  PROMPT_INJECTION: ['hidden instruction to an AI', 'hidden instructions to an AI'],
  SECRET: ['password or key', 'passwords or keys'],
  'SECRET:AUTHORIZATION': ['sign-in header', 'sign-in headers'],
  'SECRET:CLIENT_SECRET': ["application's password", 'passwords of applications'],
  'SECRET:CONNECTION_STRING': [
    'database address with its password',
    'database addresses with their passwords',
  ],
  'SECRET:DOCKER_CONFIG': ['set of sign-in data (Docker)', 'sets of sign-in data (Docker)'],
  'SECRET:ENCODED_PRIVATE_KEY': ['private key', 'private keys'],
  'SECRET:GENERIC_KEY': ['key or access token', 'keys or access tokens'],
  'SECRET:JSON_WEB_KEY': ['private key', 'private keys'],
  'SECRET:JWT': ['sign-in token', 'sign-in tokens'],
  'SECRET:LOGIN': ['user name with its password', 'user names with their passwords'],
  'SECRET:ONE_TIME_PASSWORD_SECRET': ['secret of one-time passwords', 'secrets of one-time passwords'],
  'SECRET:PASSWORD': ['password', 'passwords'],
  'SECRET:PKCS12_CERTIFICATE': ['certificate with its private key', 'certificates with their private keys'],
  'SECRET:SEED_PHRASE': ['recovery phrase of a crypto wallet', 'recovery phrases of crypto wallets'],
  'SECRET:SK_KEY': ['key of an AI service', 'keys of AI services'],
  'SECRET:SYMMETRIC_KEY': ['encryption key', 'encryption keys'],
  'SECRET:URL_LOGIN': ['web address with a password', 'web addresses with passwords'],
  SOURCE_CODE: ['piece of source code', 'pieces of source code'],
  SWIFT_CODE: ['bank code (SWIFT)', 'bank codes (SWIFT)'],
  TAX_ID: ['tax number', 'tax numbers'],
  US_SSN: ['US social security number', 'US social security numbers'],
  VEHICLE: ['vehicle registration number', 'vehicle registration numbers'],
  'VEHICLE:VIN': ['vehicle identification number', 'vehicle identification numbers'],
};

/** What the last part of a secret's name says of it. */
const secretsByEnding: Readonly<Record<string, OneAndSeveral>> = {
  KEY: ['key', 'keys'],
  PASSWORD: ['password', 'passwords'],
  PAT: ['access token', 'access tokens'],
  SECRET: ['secret key', 'secret keys'],
  SESSION: ['sign-in token', 'sign-in tokens'],
  SIGNATURE: ['access signature', 'access signatures'],
  TOKEN: ['access token', 'access tokens'],
  WEBHOOK: ['webhook address', 'webhook addresses'],
};

/** Words in a secret's name that say no more of whose it is. */
const PLAIN_PARTS: ReadonlySet<string> = new Set(
  'ACCESS API APP BOT BROWSER CLIENT DEPLOY FINE GRAINED OAUTH PERSONAL PRIVATE PUBLIC REFRESH RESTRICTED SECRET SERVICE SHARED USER'.split(
    ' ',
  ),
);

/** Names that are not written with one capital and small letters. */
const spellings: Readonly<Record<string, string>> = Object.fromEntries(
  `AWS BTC IBM JWT NVIDIA OVH SMTP SQL
  BitBucket:Bitbucket CircleCI ClickUp Cloudflare CosmosDB DeepL DeepSeek DevOps DigitalOcean GitHub GitLab HubSpot LaunchDarkly
  LinkedIn MongoDB OpenAI OpenRouter PagerDuty PayPal PlanetScale PostHog PyPI SendGrid ServiceNow SonarQube TeamCity WooCommerce
  NPM:npm NGROK:ngrok XAI:xAI ENTRA:Microsoft~Entra NEWRELIC:New~Relic ONEPASSWORD:1Password HUGGINGFACE:Hugging~Face
  WANDB:Weights~&~Biases`
    .split(/\s+/)
    .map((entry) => {
      const [name = '', spelt = name] = entry.split(':');
      return [name.toUpperCase(), spelt.replaceAll('~', ' ')];
    }),
);

/** Families whose variants begin with a country: `FR`, `FR_CNI`. */
const byCountry: ReadonlySet<string> = new Set([
  'ADDRESS',
  'BANK_ACCOUNT',
  'COMPANY_ID',
  'DRIVER_LICENSE',
  'HEALTH_ID',
  'IBAN',
  'NATIONAL_ID',
  'PASSPORT',
  'PHONE',
  'TAX_ID',
  'VEHICLE',
]);

const own = (table: Readonly<Record<string, OneAndSeveral>>, key: string): OneAndSeveral | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The words for a type, and what is said of its variant in parentheses. Undefined for a type that has no words. */
export function wordsOfType(
  type: FindingType,
): { readonly names: OneAndSeveral; readonly detail?: string } | undefined {
  const whole = own(words, type);
  if (whole !== undefined) return { names: whole };
  const [family = '', variant = ''] = type.split(':');
  const names = own(words, family);
  if (names === undefined) return undefined;
  if (family === 'SECRET') return wordsOfSecret(variant, names);
  return { names, detail: byCountry.has(family) ? countryWords(variant) : variantWords(variant) };
}

/** `GITHUB_FINE_GRAINED_PAT`: an access token of GitHub. */
function wordsOfSecret(variant: string, otherwise: OneAndSeveral) {
  const parts = variant.split('_');
  const names = own(secretsByEnding, parts.at(-1) ?? '');
  const owner = (names === undefined ? parts : parts.slice(0, -1))
    .filter((part, index) => index === 0 || !PLAIN_PARTS.has(part))
    .map(spelt)
    .join(' ');
  return { names: names ?? otherwise, ...(owner === '' ? {} : { detail: owner }) };
}

const spelt = (part: string): string =>
  Object.hasOwn(spellings, part)
    ? (spellings[part] ?? part)
    : `${part.slice(0, 1)}${part.slice(1).toLowerCase()}`;

function countryWords(variant: string): string {
  // Passports of these two are alike, and Purview has one type for both.
  if (variant === 'US_UK') return 'United States or United Kingdom';
  if (!/^[A-Z]{2}(?:_|$)/.test(variant)) return variantWords(variant);
  const code = variant.slice(0, 2);
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(code) ?? code;
}

/** Short ones are abbreviations: `JSON`, `BTC`. */
const variantWords = (variant: string): string =>
  variant.length <= 4 ? variant : variant.replaceAll('_', ' ').toLowerCase();
