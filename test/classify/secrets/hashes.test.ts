import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  fromBase58,
  fromBase58Check,
  toBase58,
  toBase58Check,
} from '../../../src/classify/secrets/base58.ts';
import { fromBase64 } from '../../../src/classify/secrets/base64.ts';
import { cashAddressHolds, fromBech32 } from '../../../src/classify/secrets/bech32.ts';
import { keccak256 } from '../../../src/classify/secrets/keccak.ts';
import { sha256 } from '../../../src/classify/secrets/sha256.ts';
import { crc16, ethereumCase } from '../../../src/classify/secrets/wallet-bytes.ts';

const bytes = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index * 73 + 5) & 0xff);
const hex = (digest: Uint8Array): string => Buffer.from(digest).toString('hex');
const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'ascii'));

describe('SHA-256', () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 200])('agrees with Node on %i bytes', (length) => {
    expect(hex(sha256(bytes(length)))).toBe(createHash('sha256').update(bytes(length)).digest('hex'));
  });
});

describe('Keccak-256', () => {
  it.each([
    // The hash of nothing is a constant of Ethereum's yellow paper; the others differ from SHA3-256 by their padding.
    ['', 'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470'],
    ['abc', '4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45'],
  ])('of %j', (text, digest) => {
    expect(hex(keccak256(ascii(text)))).toBe(digest);
  });

  it('takes in more than one block', () => {
    const one = hex(keccak256(bytes(136)));
    expect(new Set([one, hex(keccak256(bytes(135))), hex(keccak256(bytes(137)))]).size).toBe(3);
  });
});

describe('base58', () => {
  it('keeps leading zeros', () => {
    const value = Uint8Array.of(0, 0, 9, 255);
    expect(fromBase58(toBase58(value))).toEqual(value);
  });

  it('refuses units of another alphabet and texts that are too long', () => {
    expect(fromBase58('10O')).toBeUndefined();
    expect(fromBase58('2'.repeat(121))).toBeUndefined();
  });

  it('tells a wrong check value from a right one', () => {
    const right = toBase58Check(bytes(21));
    expect(fromBase58Check(right)).toEqual(bytes(21));
    expect(fromBase58Check(right.slice(0, -1) + (right.endsWith('2') ? '3' : '2'))).toBeUndefined();
  });
});

describe('bech32', () => {
  it.each([
    // BIP-173 and BIP-350, "test vectors".
    ['a', '2uel5l', undefined],
    ['abcdef', 'qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw', 'bech32'],
    ['abcdef', 'l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx', 'bech32m'],
    ['abcdef', 'qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxv', undefined],
    ['bc', 'qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'bech32'],
  ])('%s1%s is %s', (prefix, rest, variant) => {
    expect(fromBech32(prefix, rest)?.variant).toBe(variant);
  });

  it('knows the sum of Bitcoin Cash', () => {
    // The first address of the specification's table.
    expect(cashAddressHolds('bitcoincash', 'qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a')).toBe(true);
    expect(cashAddressHolds('bitcoincash', 'qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6q')).toBe(false);
  });
});

it('reads base64 and base64url with and without padding', () => {
  expect(fromBase64('aGVsbG8=')).toBe('hello');
  expect(fromBase64('aGVsbG8')).toBe('hello');
  expect(fromBase64('_-8')).toBe('\u00ff\u00ef');
  expect(fromBase64('aGVs!G8')).toBe('hel');
});

it('sets the capitals of an Ethereum address', () => {
  // EIP-55, "test cases".
  expect(ethereumCase('5aaeb6053f3e94c9b9a09f33669435e7ef1beaed')).toBe(
    '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
  );
});

it('computes CRC-16/XMODEM', () => {
  expect(crc16(ascii('123456789'))).toBe(0x31c3);
});
