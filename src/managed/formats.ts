import { z } from 'zod';
import { languageSchema } from '../shared/coaching-texts.ts';

/** What a text setting takes: its words for people and its check, whose messages begin with "expected". */
export interface Format {
  readonly takes: string;
  readonly fits: z.ZodType<string>;
}

const sized = (takes: string, most: number): Format => {
  const expected = `expected ${takes}`;
  return { takes, fits: z.string(expected).min(1, expected).max(most, expected) };
};

const shaped = (takes: string, shape: RegExp, such: string): Format => ({
  takes,
  fits: z.string(`expected ${takes}`).max(1024).regex(shape, `expected ${takes} such as ${such}`),
});

export const guid: Format = { takes: 'a GUID', fits: z.guid('expected a GUID') };

/** Something may be fetched from it or sent to it. A secret in it would stand in every list of settings. */
export const address: Format = {
  takes: 'an https address (http for this computer only)',
  fits: z
    .string('expected an https address')
    .max(2048)
    .refine(isSafeAddress, 'expected an https address without user name (http for this computer only)'),
};

function isSafeAddress(value: string): boolean {
  const url = URL.parse(value);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);

/** It must mean the same wherever the agent was started: `/etc/…`, `C:\…`, `\\server\share\…`. */
export const wholePath: Format = shaped(
  'a whole path',
  /^(?:\/|[A-Za-z]:[\\/]|\\\\[^\\]+\\)[^\0]+$/,
  '/etc/clipward/bundle.json',
);

/** 32 bytes in base64url, as RFC 8037 writes an Ed25519 public key; two bits of the last character are zero. */
export const publicKey: Format = shaped(
  'an Ed25519 public key',
  /^ed25519:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/,
  'clipward bundle keygen prints',
);

export const groupName: Format = sized('a name of 1 to 256 characters', 256);
export const ringName: Format = sized('a name of 1 to 64 characters', 64);

/** One part of a bundle: Intune takes 1,023 characters in a box, other tools far more. */
export const bundlePart: Format = sized('part of the text of a bundle', 4 * 1024 * 1024);

export const country: Format = shaped('a country by its two letters', /^[A-Z]{2}$/, 'FR');
export const language: Format = { takes: 'a language of BCP 47', fits: languageSchema };

/** The documents speak of `dcr-` and 32 digits, the API's own description of a GUID: both are let through. */
export const ruleId: Format = shaped('an immutable id', /^[A-Za-z0-9-]{8,64}$/, `dcr-${'0'.repeat(32)}`);
export const streamName: Format = shaped(
  'the name of a stream',
  /^(?:Custom|Microsoft)-[A-Za-z0-9_]{1,90}$/,
  'Custom-ClipwardEvents',
);
