import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { judgeKey } from '../../../src/classify/secrets/judge.ts';
import { isCountedUp, isEncodedPhrase, isPlaceholder } from '../../../src/classify/secrets/placeholders.ts';
import { isPublished } from '../../../src/classify/secrets/published.ts';
import { sampleOf } from '../../../src/classify/secrets/samples.ts';
import { secretDetectors } from '../../../src/classify/secrets/secrets.ts';

const classifier = createClassifierOf(secretDetectors);
const typesIn = (text: string) => classifier.classify(text).findings.map(({ type }) => type);

const hex = '3f9a0c7e51b8d246'.repeat(2);
const base64Of = (text: string): string => btoa(text);

describe('values that were counted up', () => {
  it.each([
    'abcd1234abcd1234abcd1234',
    'abc123xyz-456def789ghij-klmnop',
    'aBcDeFgHiJkLmNoPqRsT',
    '1234567890abcdef1234567890abcdef',
    '12345678-ABCD-ABCD-ABCD-1234567890AB',
    'k3V9xQ1mZ7abcdefghtR5bW2nY8c',
    '890-901-890',
  ])('%s is one', (value) => {
    expect(isCountedUp(value)).toBe(true);
  });

  it.each(['k3V9xQ1mZ7tR5bW2nY8c', hex, 'stuvw-9f8k2q7x', 'zyxwvutsrqponml', 'first-definition', ''])(
    '%j is none',
    (value) => {
      expect(isCountedUp(value)).toBe(false);
    },
  );

  it.each([
    '[a-f0-9]{32}',
    '[A-Za-z0-9]{20}',
    '[a-z0-9]{16}',
    '[A-Z2-7]{52}',
    '[0-9]{16}',
    '[A-Za-z0-9_-]{43}',
  ])('none of a thousand values drawn from %s is one', (shape) => {
    const drawn = Array.from({ length: 1000 }, (_, at) => sampleOf(shape, `drawn ${at}`));
    expect(new Set(drawn).size).toBe(1000);
    expect(drawn.filter(isCountedUp)).toEqual([]);
  });

  it.each([
    ['a prefix', (value: string) => ['gsk', value].join('_'), 'A1b2C3d4'.repeat(7).slice(0, 52)],
    ['a name', (value: string) => `api_key = "${value}"`, hex],
    ['a bare name', (value: string) => `ACCESS_TOKEN=${value}`, hex],
  ])('are no secret behind %s, where drawn ones are', (_, textOf, drawn) => {
    const counted = 'xyz456-ABC123-mno567-'.repeat(3).slice(0, drawn.length);
    expect(typesIn(textOf(counted))).toEqual([]);
    expect(typesIn(textOf(sampleOf(`[A-Za-z0-9]{${drawn.length}}`, 'counted')))).not.toEqual([]);
  });
});

describe('base64 of plain words', () => {
  it.each(['some plain words', 'This is only a text.', 'one more line of words\n'])('%j', (text) => {
    expect(isEncodedPhrase(base64Of(text))).toBe(true);
    expect(judgeKey(base64Of(text), true, true)).toBeUndefined();
  });

  it.each(['ann:k1tt3nsX9-login', '{"user":"ann","id":7}', 'zkqv xwpb jqtz vkwx', 'longsinglewordhere'])(
    'is not what %j is',
    (text) => {
      expect(isEncodedPhrase(base64Of(text))).toBe(false);
    },
  );

  it('is not what random bytes are', () => {
    expect(isEncodedPhrase(`${sampleOf('[A-Za-z0-9]{43}', 'bytes')}=`)).toBe(false);
  });
});

describe('hexadecimal digits', () => {
  const mixed = `${hex.slice(0, 16)}${hex.slice(16).toUpperCase()}`;

  it.each([hex, hex.toUpperCase()])('are a key in one case: %s', (value) => {
    expect(judgeKey(value, true, true)).toBe('high');
    expect(typesIn(`twilio_token = "${value}"`)).toEqual(['SECRET:TWILIO_KEY']);
  });

  it('are made up where both cases are mixed, also for a vendor', () => {
    expect(judgeKey(mixed, true, true)).toBeUndefined();
    expect(typesIn(`meraki_api_key: ${mixed}${mixed.slice(0, 8)}`)).toEqual([]);
    expect(typesIn(`meraki_api_key: ${hex}${hex.slice(0, 8)}`)).toEqual(['SECRET:MERAKI_KEY']);
  });
});

describe('keys that their issuer publishes', () => {
  /** The account key of Azurite, the same on every machine, in pieces for the scanners that read source. */
  const emulator = [
    'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50u',
    'SRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
  ].join('');
  const settings = (key: string): string =>
    `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=${key};`;

  it('are known by their hash', () => {
    expect(isPublished(emulator)).toBe(true);
    expect(isPublished(emulator.toLowerCase())).toBe(false);
  });

  it('are no secret behind a prefix or a name, where others of the same shape are', () => {
    const other = `${sampleOf('[A-Za-z0-9]{86}', 'storage')}==`;
    expect(typesIn(settings(emulator))).toEqual([]);
    expect(typesIn(settings(other))).toEqual(['SECRET:AZURE_STORAGE_KEY']);
    expect(typesIn(`account_key = "${emulator}"`)).toEqual([]);
    expect(typesIn(`account_key = "${other}"`)).toEqual(['SECRET:SYMMETRIC_KEY']);
  });
});

describe('addresses', () => {
  it.each([
    'https://user:password@files.internal/x',
    'https://user:pass@files.internal/x',
    'https://user:secret@files.internal/x',
    'ftp://user:changeme@files.internal/x',
    'https://user:1111@files.internal/x',
    'https://user:aaaa@files.internal/x',
    'https://user:REPLACE_WITH_PASSWORD@files.internal/x',
    'https://user:replace-with-token@files.internal/x',
    'https://user:MY_PASSWORD@files.internal/x',
    'postgres://user:REPLACE_WITH_PASSWORD@db.internal/x',
    'postgres://user:aaa@db.internal/x',
  ])('hold no password in %s', (text) => {
    expect(typesIn(text)).toEqual([]);
  });

  it.each([
    ['https://ann:secret123@files.internal/x', 'low'],
    ['https://ann:k1tt3nsX9@files.internal/x', 'high'],
    ['https://ann:zebracrossing@files.internal/x', 'medium'],
  ] as const)('hold one in %s, so surely: %s', (text, confidence) => {
    expect(classifier.classify(text).findings).toMatchObject([{ type: 'SECRET:URL_LOGIN', confidence }]);
  });

  it.each(['11', 'aaaa', 'replace_with_your_own'])('%s stands for a password', (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });
});
