import { describe, expect, it } from 'vitest';
import { judgeKey, judgePassword } from '../../../src/classify/secrets/judge.ts';
import { isPlaceholder } from '../../../src/classify/secrets/placeholders.ts';
import { entropyOf, isWordy, makeOf } from '../../../src/classify/secrets/randomness.ts';

const random = ['k3V9xQ1mZ7tR', '5bW2nY8cJ6hL'].join('');
const hex = '3f9a0c7e51b8d246'.repeat(2);

describe('the randomness of a value', () => {
  it('is counted in bits per unit', () => {
    expect(entropyOf('aaaa')).toBe(0);
    expect(entropyOf('abab')).toBeCloseTo(1);
    expect(entropyOf('0123456789abcdef')).toBeCloseTo(4);
    expect(entropyOf('')).toBe(0);
  });

  it.each(['configuration', 'getUserName', 'some_long_identifier', 'PasswordValidator', 'international'])(
    'the letters of %s are those of words',
    (value) => {
      expect(isWordy(makeOf(value))).toBe(true);
    },
  );

  it.each(['xqzkvjwp', 'kqTzXbWvGf', 'zvkxwq'])('the letters of %s are not', (value) => {
    expect(isWordy(makeOf(value))).toBe(false);
  });
});

describe('placeholders', () => {
  it.each([
    'changeme',
    '<your-api-key>',
    '${TOKEN}',
    '$TOKEN',
    '$(cat token)',
    '%TOKEN%',
    '{{ token }}',
    '#{token}',
    'xxxxxxxxxxxx',
    '****************',
    '1234567890',
    'abcdefghijkl',
    'abcabcabcabc',
    'your_api_key_here',
    'contoso-secret-1',
    'sk-abc123...',
    'password123',
    'AAAAAAAAAAAAAAAA',
  ])('%s is one', (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it.each([random, hex, 'Sommer2024!', 'tr0ub4dor&3'])('%s is none', (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });
});

describe('keys', () => {
  it.each([
    [random, true, true, 'high'],
    [random, false, true, 'high'],
    [hex, true, true, 'high'],
    [hex.slice(0, 16), true, true, 'medium'],
    ['3f9a0c7e-51b8-4d24-8f6e-0c7e51b8d246', true, true, 'medium'],
    [random, true, false, 'medium'],
  ] as const)('%s (quoted: %s, strong name: %s) is one: %s', (value, quoted, strong, level) => {
    expect(judgeKey(value, quoted, strong)).toBe(level);
  });

  it.each([
    ['process.env.TOKEN2', false, true],
    ['getToken(user1)', false, true],
    ['user_token_v2', true, true],
    ['https://x.test/oauth2/token', true, true],
    ['/etc/ssl/private/server1.key', true, true],
    ['sha256', true, true],
    ['ann@mail.test', true, true],
    ['0x86E6', false, true],
    ['ABC/20240101/eu-west-1/s3/aws4_request', true, true],
    ['std-dh-sha256-scheme', true, true],
    ['required', true, true],
    [hex, true, false],
    ['3f9a0c7e-51b8-4d24-8f6e-0c7e51b8d246', true, false],
    ['two words1', true, true],
  ])('%s (quoted: %s, strong name: %s) is none', (value, quoted, strong) => {
    expect(judgeKey(value, quoted, strong)).toBeUndefined();
  });
});

describe('passwords', () => {
  it.each([
    ['Sommer2024!', false, 'high'],
    ['k1tt3ns', true, 'medium'],
    ['mySecret2024', true, 'high'],
    ['banana77', false, 'medium'],
    ['zvkxwqjz', true, 'low'],
  ] as const)('%s (quoted: %s) is one: %s', (value, quoted, level) => {
    expect(judgePassword(value, quoted)).toBe(level);
  });

  it.each([
    ['password', true],
    ['string', false],
    ['hashPassword(x1)', false],
    ['this.password2', false],
    ['args[0]', false],
    ['user1', false],
    ['$2b$10$abcdefghijkl', true],
    ['{SSHA}k3V9xQ1m', true],
    ['Enter your password', true],
    ['auth.wrong-password', true],
    ['!!value', false],
    ['12345678', true],
    ['a1b', true],
  ])('%s (quoted: %s) is none', (value, quoted) => {
    expect(judgePassword(value, quoted)).toBeUndefined();
  });
});
