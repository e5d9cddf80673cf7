import type { FindingType } from '../../shared/finding.ts';
import { isAlphanumeric, unitsOf } from '../characters.ts';
import type { Match, Span, TokenDetector, View } from '../detector.ts';
import { BITCOIN_ALPHABET, fromBase58, RIPPLE_ALPHABET, toBase58 } from './base58.ts';
import { cashAddressHolds, toCashAddress } from './bech32.ts';
import { entropyOf } from './randomness.ts';
import {
  holdsBase58,
  holdsMonero,
  holdsStellar,
  madeBase58,
  madeBytes,
  madeMonero,
  madeStellar,
} from './wallet-bytes.ts';

/** An address that is one unbroken run of letters and digits. */
interface TokenWallet {
  readonly type: FindingType;
  readonly name: string;
  /** Least and most length. */
  readonly run: readonly [number, number];
  /** What it begins with: one of these units. */
  readonly first: string;
  readonly holds: (text: string) => boolean;
  /** Without a check value of its own an address needs one of these words nearby. */
  readonly needs?: readonly string[];
  /** An address with these words nearby whose check value is wrong is still a guess: somebody mistyped it. */
  readonly guessedNear?: readonly string[];
  readonly made: readonly string[];
}

const base58 = (
  kind: string,
  name: string,
  first: string,
  versions: readonly (readonly number[])[],
  length = 21,
  alphabet?: string,
): TokenWallet => ({
  type: `CRYPTO_WALLET:${kind}`,
  name,
  run: [length + 4, Math.ceil((length + 4) * 1.4)],
  first,
  holds: (text) => holdsBase58(text, versions, length, alphabet),
  made: versions.map((version) => madeBase58(version, length, alphabet)),
});

const secretBase58 = (
  kind: string,
  ...rest: Parameters<typeof base58> extends [string, ...infer Rest] ? Rest : never
): TokenWallet => ({
  ...base58(kind, ...rest),
  type: `SECRET:${kind}`,
});

/** Version bytes: the chain parameters of each coin's own node. */
const rows: readonly TokenWallet[] = [
  {
    ...base58('BTC', 'Bitcoin address', '13', [[0x00], [0x05]]),
    guessedNear: ['bitcoin', 'btc', 'wallet', 'crypto'],
  },
  base58('BTC_TESTNET', 'Bitcoin test network address', 'mn2', [[0x6f], [0xc4]]),
  base58('LTC', 'Litecoin address', 'LM', [[0x30], [0x32]]),
  base58('DOGE', 'Dogecoin address', 'D9A', [[0x1e], [0x16]]),
  base58('DASH', 'Dash address', 'X7', [[0x4c], [0x10]]),
  base58(
    'ZEC',
    'Zcash address',
    't',
    [
      [0x1c, 0xb8],
      [0x1c, 0xbd],
    ],
    22,
  ),
  base58('TRX', 'Tron address', 'T', [[0x41]]),
  base58('XRP', 'XRP Ledger address', 'r', [[0x00]], 21, RIPPLE_ALPHABET),
  base58(
    'XTZ',
    'Tezos address',
    'tK',
    [
      [0x06, 0xa1, 0x9f],
      [0x06, 0xa1, 0xa1],
      [0x06, 0xa1, 0xa4],
      [0x02, 0x5a, 0x79],
    ],
    23,
  ),
  base58('NEO', 'Neo address', 'AN', [[0x17], [0x35]]),
  base58('QTUM', 'Qtum address', 'Q', [[0x3a]]),
  base58('RVN', 'Ravencoin address', 'Rr', [[0x3c], [0x7a]]),
  base58('DGB', 'DigiByte address', 'S', [[0x3f]]),
  base58(
    'BTC_PUBLIC',
    'Bitcoin extended public key',
    'xyz',
    [
      [0x04, 0x88, 0xb2, 0x1e],
      [0x04, 0x9d, 0x7c, 0xb2],
      [0x04, 0xb2, 0x47, 0x46],
    ],
    78,
  ),
  secretBase58('BTC_PRIVATE_KEY', 'Bitcoin private key (WIF)', '5', [[0x80]], 33),
  secretBase58('BTC_PRIVATE_KEY', 'Bitcoin private key (WIF)', 'KL', [[0x80]], 34),
  secretBase58(
    'BTC_MASTER_KEY',
    'Bitcoin extended private key',
    'xyz',
    [
      [0x04, 0x88, 0xad, 0xe4],
      [0x04, 0x9d, 0x78, 0x78],
      [0x04, 0xb2, 0x43, 0x0c],
    ],
    78,
  ),
  {
    type: 'CRYPTO_WALLET:XMR',
    name: 'Monero address',
    run: [95, 106],
    first: '48',
    holds: holdsMonero,
    made: [madeMonero(18), madeMonero(42)],
  },
  {
    type: 'CRYPTO_WALLET:XLM',
    name: 'Stellar account',
    run: [56, 56],
    first: 'G',
    holds: (text) => holdsStellar(text, 6 << 3),
    made: [madeStellar(6 << 3)],
  },
  {
    type: 'SECRET:STELLAR_SECRET',
    name: 'Stellar secret seed',
    run: [56, 56],
    first: 'S',
    holds: (text) => holdsStellar(text, 18 << 3),
    made: [madeStellar(18 << 3)],
  },
  {
    type: 'CRYPTO_WALLET:BCH',
    name: 'Bitcoin Cash address',
    run: [42, 42],
    first: 'qp',
    holds: (text) => cashAddressHolds('bitcoincash', text),
    made: [
      toCashAddress(
        'bitcoincash',
        Array.from({ length: 34 }, (_, index) =>
          index === 0 ? 0 : (index * 11 + 3) & (index === 33 ? 28 : 31),
        ),
      ),
    ],
  },
  {
    type: 'CRYPTO_WALLET:SOL',
    name: 'Solana address',
    run: [32, 44],
    first: BITCOIN_ALPHABET,
    holds: (text) => fromBase58(text)?.length === 32 && entropyOf(text) > 4,
    needs: ['solana', 'phantom', 'spl', 'lamports', 'solscan', 'sol'],
    made: [toBase58(madeBytes(32))],
  },
  {
    type: 'CRYPTO_WALLET:DOT',
    name: 'Polkadot or Substrate address',
    run: [46, 49],
    first: '1CDEFGHJ5',
    holds: (text) => [35, 36].includes(fromBase58(text)?.length ?? 0) && entropyOf(text) > 4,
    needs: ['polkadot', 'kusama', 'substrate', 'dot', 'ksm'],
    made: [toBase58(Uint8Array.of(42, ...madeBytes(34)))],
  },
  {
    type: 'CRYPTO_WALLET:ALGO',
    name: 'Algorand address',
    run: [58, 58],
    first: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
    holds: (text) => /^[A-Z2-7]{58}$/.test(text) && entropyOf(text) > 4,
    needs: ['algorand', 'algo', 'algos'],
    made: ['KJ4QV7N2BYXC6TLEZ5GW3RHDMAOPUSIF7KJ4QV7N2BYXC6TLEZ5GW3RHDM'],
  },
  {
    type: 'CRYPTO_WALLET:ADA',
    name: 'Cardano Byron address',
    run: [59, 110],
    first: 'AD',
    holds: (text) =>
      /^(?:Ae2td[1-9A-HJ-NP-Za-km-z]{54}|DdzFF[1-9A-HJ-NP-Za-km-z]{99})$/.test(text) && entropyOf(text) > 4,
    made: [`Ae2td${toBase58(madeBytes(60)).slice(0, 54)}`],
  },
];

/** Addresses, and private keys of wallets, that are one run of letters and digits. */
export const tokenWallets: readonly TokenDetector[] = rows.map(detectorOf);

function detectorOf(row: TokenWallet): TokenDetector {
  const keywords = row.needs ?? row.guessedNear ?? [];
  const firsts = new Uint8Array(128);
  for (const unit of unitsOf(row.first)) firsts[unit] = 1;
  const match = (view: View, run: Span): Match | undefined => {
    const { text } = view;
    if (firsts[text.charCodeAt(run.start)] !== 1 || !isFree(text, run)) return undefined;
    const value = text.slice(run.start, run.end);
    if (row.needs !== undefined && !view.hasKeyword(keywords, run)) return undefined;
    if (row.holds(value)) {
      return {
        ...run,
        confidence: row.needs === undefined ? 'high' : 'medium',
        evidence: row.needs === undefined ? ['pattern', 'checksum'] : ['pattern', 'keyword'],
        value,
      };
    }
    const isGuess = row.guessedNear !== undefined && isMistyped(value) && view.hasKeyword(keywords, run);
    return isGuess ? { ...run, confidence: 'low', evidence: ['pattern', 'keyword'], value } : undefined;
  };
  return {
    type: row.type,
    name: row.name,
    anchor: { kind: 'token', min: row.run[0], max: row.run[1] },
    match,
    keywords,
    examples: examplesOf(row),
  };
}

/** An underscore, a dash or a slash at either end makes it a piece of an identifier or a path. */
const isFree = (text: string, { start, end }: Span): boolean =>
  !isJoint(text.charCodeAt(start - 1)) && !isJoint(text.charCodeAt(end));

const isJoint = (code: number): boolean => code < 128 && (isAlphanumeric(code) || JOINTS.has(code));
const JOINTS = unitsOf('_%+=-');

/** All of base58, both cases and digits, 30 units or more: an address but for its check value. */
const isMistyped = (value: string): boolean =>
  value.length >= 30 &&
  value.length <= 35 &&
  /^[1-9A-HJ-NP-Za-km-z]{30,35}$/.test(value) &&
  /[a-z]/.test(value) &&
  /[A-Z]/.test(value) &&
  entropyOf(value) > 4;

function examplesOf({ made, needs, holds }: TokenWallet): TokenDetector['examples'] {
  const lead = needs === undefined ? '' : `${needs[0]} `;
  const [value = ''] = made;
  /** With a wrong check value; or, where there is none, without the word it needs. */
  const unlike = (wrong: string): string => {
    if (!holds(wrong)) return wrong;
    return needs === undefined ? value.slice(0, -2) : value;
  };
  const wrong = value
    .split('')
    .with(20, value[20] === 'x' ? 'y' : 'x')
    .join('');
  return {
    match: [
      ...made.map((each) => ({ text: `${lead}send it to ${each}.`, value: each })),
      { text: `${lead}${value}`, value },
      { text: `${lead}"${value}"`, value },
      { text: `${lead}address=${value.slice(0, 0)} ${value};`, value },
      { text: `${lead}(${value})`, value },
      { text: `${lead}\n${value}\r\n`, value },
    ],
    noMatch: [
      `a${value}`,
      `${value}_x`,
      `${lead}${value.slice(0, -3)}`,
      unlike(wrong),
      `x-${value}`,
      `${lead}${'1'.repeat(value.length)}`,
    ],
  };
}
