import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { walletDetectors } from '../../../src/classify/secrets/wallets.ts';

const classifier = createClassifierOf(walletDetectors);
const found = (text: string) =>
  classifier.classify(text).findings.map(({ type, start, end }) => [type, text.slice(start, end)]);

/** Addresses that specifications print as examples, and the one that received the first block of Bitcoin. */
const addresses: readonly (readonly [string, string])[] = [
  ['BTC', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
  ['BTC', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  ['BTC', 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4'],
  ['BTC', 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0'],
  ['BTC_TESTNET', 'tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7'],
  ['ETH', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
  ['BCH', 'qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a'],
  ['XRP', 'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh'],
];

describe('wallets', () => {
  it.each(addresses)('%s %s is found with high confidence', (kind, address) => {
    const text = `please pay ${address}, thanks`;
    expect(found(text)).toEqual([[`CRYPTO_WALLET:${kind}`, address]]);
    expect(classifier.classify(text).findings[0]?.confidence).toBe('high');
  });

  it.each([
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3T4',
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD',
    `0x${'0'.repeat(40)}`,
    '/d/1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa-x/edit',
    'commit 5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
  ])('%s is none: its check value, case or surroundings are wrong', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('takes a mistyped address for a guess where the text speaks of Bitcoin', () => {
    const { findings } = classifier.classify('my bitcoin: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb');
    expect(findings.map(({ type, confidence }) => [type, confidence])).toEqual([
      ['CRYPTO_WALLET:BTC', 'low'],
    ]);
  });

  it('needs a word near an address without a check value', () => {
    const address = ['4Nd1mBQtrMJV', 'YVfKf2PJy9NZ', 'UZdTAsp7D4xW', 'LB5jx8aQ'].join('');
    expect(found(address)).toEqual([]);
  });
});
