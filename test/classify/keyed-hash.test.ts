import { describe, expect, it } from 'vitest';
import { createKeyedHash, hexOf } from '../../src/classify/keyed-hash.ts';

const KEY = '000102030405060708090a0b0c0d0e0f';
const input = Uint8Array.from({ length: 64 }, (_, index) => index);

describe('SipHash-2-4', () => {
  // The authors' test vectors: the hash of the bytes 0, 1, 2, … of so many, as a number.
  it.each([
    { bytes: 0, hash: '726fdb47dd0e0e31' },
    { bytes: 1, hash: '74f839c593dc67fd' },
    { bytes: 2, hash: '0d6c8009d9a94f5a' },
    { bytes: 3, hash: '85676696d7fb7e2d' },
    { bytes: 4, hash: 'cf2794e0277187b7' },
    { bytes: 5, hash: '18765564cd99a68d' },
    { bytes: 6, hash: 'cbc9466e58fee3ce' },
    { bytes: 7, hash: 'ab0200f58b01d137' },
    { bytes: 8, hash: '93f5f5799a932462' },
    { bytes: 9, hash: '9e0082df0ba9e4b0' },
    { bytes: 15, hash: 'a129ca6149be45e5' },
    { bytes: 16, hash: '3f2acc7f57c29bdb' },
    { bytes: 17, hash: '699ae9f52cbe4794' },
    { bytes: 31, hash: '32d892fad841c342' },
    { bytes: 62, hash: 'e51b38608ef25f57' },
    { bytes: 63, hash: '958a324ceb064572' },
  ])('gives the published value for $bytes bytes', ({ bytes, hash }) => {
    const keyed = createKeyedHash(KEY);
    keyed.hash(input, 0, bytes);
    expect(hexOf(keyed.low, keyed.high)).toBe(hash);
  });

  it('hashes a part of an array like the same bytes alone', () => {
    const keyed = createKeyedHash(KEY);
    keyed.hash(Uint8Array.from([9, 9, 0, 1, 2, 9]), 2, 5);
    expect(hexOf(keyed.low, keyed.high)).toBe('85676696d7fb7e2d');
  });

  it('gives another value under another key', () => {
    const keyed = createKeyedHash('100102030405060708090a0b0c0d0e0f');
    keyed.hash(input, 0, 8);
    expect(hexOf(keyed.low, keyed.high)).not.toBe('93f5f5799a932462');
  });

  it.each(['', '00', `${KEY}00`, 'z'.repeat(32)])('refuses the key "%s"', (key) => {
    expect(() => createKeyedHash(key)).toThrow('32 hexadecimal digits');
  });
});
