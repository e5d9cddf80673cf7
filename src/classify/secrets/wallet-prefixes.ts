import type { FindingType } from '../../shared/finding.ts';
import { isAlphanumeric } from '../characters.ts';
import type { Match, PrefixDetector, Span, TokenDetector, View } from '../detector.ts';
import { fromBase64 } from './base64.ts';
import { fromBech32, toBech32 } from './bech32.ts';
import { entropyOf } from './randomness.ts';
import { sampleOf } from './samples.ts';
import { crc16, ethereumCase, madeBytes } from './wallet-bytes.ts';

/** The longest is a shielded address with several receivers. */
const LONGEST_BECH32 = 180;
/** A hash of 20 bytes takes 32 units, and the check 6. The shortest address of all, on Bitcoin, has 2 bytes. */
const SHORTEST_BECH32 = 10;

interface Bech32Wallet {
  readonly type: FindingType;
  readonly name: string;
  /** What stands before the `1`. */
  readonly prefixes: readonly string[];
  /** Groups of five bits in a made-up address. */
  readonly groups: number;
  /** The first group is the version of a witness program; BIP-141. */
  readonly witness?: true;
}

const wallet = (kind: string, name: string, prefixes: string, groups = 32): Bech32Wallet => ({
  type: `CRYPTO_WALLET:${kind}`,
  name,
  prefixes: prefixes.split(' '),
  groups,
});

const segwit = (kind: string, name: string, prefixes: string): Bech32Wallet => ({
  ...wallet(kind, name, prefixes, 33),
  witness: true,
});

/** https://github.com/satoshilabs/slips/blob/master/slip-0173.md lists the prefixes. */
const rows: readonly Bech32Wallet[] = [
  segwit('BTC', 'Bitcoin address', 'bc'),
  segwit('BTC_TESTNET', 'Bitcoin test network address', 'tb bcrt'),
  segwit('LTC', 'Litecoin address', 'ltc tltc'),
  wallet('ADA', 'Cardano address', 'addr stake', 92),
  wallet('ATOM', 'Cosmos address', 'cosmos cosmosvaloper'),
  wallet('OSMO', 'Osmosis address', 'osmo'),
  wallet('LUNA', 'Terra address', 'terra'),
  wallet('INJ', 'Injective address', 'inj'),
  wallet('SEI', 'Sei address', 'sei'),
  wallet('TIA', 'Celestia address', 'celestia'),
  wallet('DYDX', 'dYdX address', 'dydx'),
  wallet('RUNE', 'THORChain address', 'thor'),
  wallet('KAVA', 'Kava address', 'kava'),
  wallet('AKT', 'Akash address', 'akash'),
  wallet('BNB', 'BNB Beacon Chain address', 'bnb tbnb'),
  wallet('EGLD', 'MultiversX address', 'erd', 52),
  wallet('ZIL', 'Zilliqa address', 'zil'),
  wallet('ONE', 'Harmony address', 'one'),
  wallet('AVAX', 'Avalanche address', 'avax fuji'),
  wallet('ZEC', 'Zcash shielded address', 'zs', 69),
  segwit('DGB', 'DigiByte address', 'dgb'),
  segwit('VTC', 'Vertcoin address', 'vtc'),
  wallet('IOTA', 'IOTA address', 'iota smr', 53),
  { type: 'SECRET:NOSTR_KEY', name: 'Nostr private key', prefixes: ['nsec'], groups: 52 },
  { type: 'SECRET:SUI_PRIVATE_KEY', name: 'Sui private key', prefixes: ['suiprivkey'], groups: 53 },
];

/**
 * Bitcoin's addresses may be short and are met by their prefix. The others are long runs, which are rarer in a text than words
 * that begin like `one1` or `thor1`.
 */
function bech32Detector(row: Bech32Wallet): PrefixDetector | TokenDetector {
  const { type, name, prefixes, groups, witness } = row;
  const starts = prefixes.map((prefix) => `${prefix}1`);
  const made = prefixes.map((prefix) => madeBech32(prefix, groups));
  const [value = ''] = made;
  const shared = {
    type,
    name,
    keywords: [],
    examples: {
      match: [
        ...made.map((each) => ({ text: `to ${each}.`, value: each, confidence: 'high' as const })),
        { text: `"${value.toUpperCase()}"`, value: value.toUpperCase() },
        { text: `(${value})`, value },
        { text: `at ${value},`, value },
        { text: `${value}\n`, value },
        { text: `pay:${value}?amount=1`, value },
      ],
      noMatch: [
        `x${value}`,
        `${value}q`,
        value.slice(0, -1),
        value.slice(0, 12),
        value.slice(0, -6) + value.slice(-6).toUpperCase(),
      ],
    },
  } satisfies Partial<PrefixDetector>;
  const isWitness = witness === true;
  if (isShort(row)) {
    const anchor = {
      kind: 'prefix',
      prefixes: [...starts, ...starts.map((start) => start.toUpperCase())],
    } as const;
    return { ...shared, anchor, match: ({ text }, at) => matchBech32(text, at, isWitness) };
  }
  const match: TokenDetector['match'] = ({ text }, run) => {
    for (const start of starts) {
      const end = run.start + start.length;
      // Nearly every run is refused by one look: the prefix ends in a 1.
      if (text.charCodeAt(end - 1) !== ONE || text.slice(run.start, end).toLowerCase() !== start) continue;
      return matchBech32(text, { start: run.start, end }, isWitness);
    }
    return undefined;
  };
  return { ...shared, anchor: { kind: 'token', min: SHORTEST_RUN, max: LONGEST_BECH32 }, match };
}

const ONE = 49;
const SHORTEST_RUN = 38;
const isShort = ({ type }: Bech32Wallet): boolean => type.startsWith('CRYPTO_WALLET:BTC');

/** A made-up address of version 0: the first group is zero. */
const madeBech32 = (prefix: string, groups: number): string =>
  toBech32(
    prefix,
    Array.from({ length: groups }, (_, index) =>
      index === 0 || index === groups - 1 ? 0 : (index * 13 + 5) & 31,
    ),
    'bech32',
  );

function matchBech32(text: string, at: Span, isWitness: boolean): Match | undefined {
  let end = at.end;
  while (end - at.end < LONGEST_BECH32 && isAlphanumeric(text.charCodeAt(end))) end++;
  const raw = text.slice(at.start, end);
  const value = raw.toLowerCase();
  if (end - at.end < SHORTEST_BECH32 || (raw !== value && raw !== raw.toUpperCase())) return undefined;
  const prefix = value.slice(0, at.end - at.start - 1);
  const read = fromBech32(prefix, value.slice(prefix.length + 1));
  if (read === undefined || (isWitness && !isWitnessProgram(read.data))) return undefined;
  return { start: at.start, end, confidence: 'high', evidence: ['pattern', 'checksum'], value };
}

/** A version up to 16 and 2 to 40 bytes, 20 or 32 in version 0; bits left over are few and zero. BIP-173. */
function isWitnessProgram(data: readonly number[]): boolean {
  const [version = 99] = data;
  const bits = (data.length - 1) * 5;
  const bytes = bits >> 3;
  if (version > 16 || bytes < 2 || bytes > 40 || bits % 8 > 4) return false;
  if (version === 0 && bytes !== 20 && bytes !== 32) return false;
  return ((data.at(-1) ?? 0) & ((1 << (bits % 8)) - 1)) === 0;
}

const HEX_40 = /[0-9a-fA-F]{40}(?![0-9a-zA-Z_])/y;
const ethereumWords = [
  'ethereum',
  'eth',
  'ether',
  'wallet',
  'address',
  'erc',
  'metamask',
  'polygon',
  'bsc',
  'usdt',
  'usdc',
  'token',
  'contract',
];
const hex = sampleOf('[0-9a-f]{40}', 'ethereum');
const checked = `0x${ethereumCase(hex)}`;
/** One letter with its case turned, so that the check no longer holds. */
const turned = checked.replace(/[a-f](?=[^a-f]{0,39}$)/i, (unit) =>
  unit === unit.toLowerCase() ? unit.toUpperCase() : unit.toLowerCase(),
);

/** Addresses of Ethereum and of the chains built like it. */
const ethereum: PrefixDetector = {
  type: 'CRYPTO_WALLET:ETH',
  name: 'Ethereum address',
  anchor: { kind: 'prefix', prefixes: ['0x'] },
  match: matchEthereum,
  keywords: ethereumWords,
  examples: {
    match: [
      { text: checked, value: checked, confidence: 'high' },
      { text: `to: "${checked}"`, value: checked, confidence: 'high' },
      { text: `wallet 0x${hex}`, value: `0x${hex}`, confidence: 'high' },
      { text: `0x${hex}`, value: `0x${hex}`, confidence: 'medium' },
      { text: `0x${hex.toUpperCase()},`, value: `0x${hex.toUpperCase()}`, confidence: 'medium' },
    ],
    noMatch: [turned, `0x${hex}ab`, `0x${'0'.repeat(40)}`, `0x${hex.slice(1)}`, hex],
  },
};

function matchEthereum(view: View, at: Span): Match | undefined {
  HEX_40.lastIndex = at.end;
  if (!HEX_40.test(view.text)) return undefined;
  const end = at.end + 40;
  const digits = view.text.slice(at.end, end);
  const small = digits.toLowerCase();
  if (entropyOf(small) < 2.6) return undefined;
  const span = { start: at.start, end };
  if (digits !== small && digits !== digits.toUpperCase()) {
    if (ethereumCase(digits) !== digits) return undefined;
    return { ...span, confidence: 'high', evidence: ['pattern', 'checksum'], value: small };
  }
  const isNamed = view.hasKeyword(ethereumWords, span);
  return {
    ...span,
    confidence: isNamed ? 'high' : 'medium',
    evidence: isNamed ? ['pattern', 'keyword'] : ['pattern'],
    value: small,
  };
}

const TON = /[A-Za-z0-9_-]{46}(?![\w-])/y;
const tonAddress = madeTon();

/** A made-up address: a flag, a workchain, 32 bytes, and their CRC; https://docs.ton.org/v3/documentation/smart-contracts/addresses */
function madeTon(): string {
  const payload = Uint8Array.of(0x11, 0, ...madeBytes(32));
  const sum = crc16(payload);
  const bytes = [...payload, sum >> 8, sum & 0xff];
  const units = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const triple = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) text += units[(triple >> shift) & 63];
  }
  return text;
}

const ton: PrefixDetector = {
  type: 'CRYPTO_WALLET:TON',
  name: 'TON address',
  anchor: { kind: 'prefix', prefixes: ['EQ', 'UQ', 'kQ', '0Q'] },
  match: ({ text }, at) => {
    TON.lastIndex = at.end;
    if (!TON.test(text)) return undefined;
    const value = text.slice(at.start, at.end + 46);
    const bytes = Uint8Array.from(fromBase64(value), (unit) => unit.charCodeAt(0));
    const [high = 0, low = 0] = bytes.slice(34);
    if (bytes.length !== 36 || crc16(bytes.slice(0, 34)) !== high * 256 + low) return undefined;
    return {
      start: at.start,
      end: at.end + 46,
      confidence: 'high',
      evidence: ['pattern', 'checksum'],
      value,
    };
  },
  keywords: [],
  examples: {
    match: ['', 'to ', '"', '(', 'ton://'].map((lead) => ({
      text: `${lead}${tonAddress}"`,
      value: tonAddress,
    })),
    noMatch: [
      `x${tonAddress}`,
      `${tonAddress}x`,
      tonAddress.slice(0, -2),
      `${tonAddress.slice(0, -1)}_`,
      'EQUALS',
    ],
  },
};

const NANO = /[13][13-9a-km-uw-z]{59}(?![a-z0-9])/y;
const nanoAddress = `nano_1${sampleOf('[13-9a-km-uw-z]{59}', 'nano')}`;

const nano: PrefixDetector = {
  type: 'CRYPTO_WALLET:XNO',
  name: 'Nano address',
  anchor: { kind: 'prefix', prefixes: ['nano_', 'xrb_'] },
  match: ({ text }, at) => {
    NANO.lastIndex = at.end;
    if (!NANO.test(text)) return undefined;
    const value = text.slice(at.start, at.end + 60);
    if (entropyOf(value) < 3.5) return undefined;
    return { start: at.start, end: at.end + 60, confidence: 'high', evidence: ['pattern'], value };
  },
  keywords: [],
  examples: {
    match: ['', 'to ', '"', '(', 'at: '].map((lead) => ({
      text: `${lead}${nanoAddress}`,
      value: nanoAddress,
    })),
    noMatch: [
      `x${nanoAddress}`,
      `${nanoAddress}a`,
      nanoAddress.slice(0, -1),
      'nano_second',
      `nano_${'1'.repeat(60)}`,
    ],
  },
};

/** Addresses, and private keys of wallets, that begin with letters of their own. */
export const prefixWallets: readonly (PrefixDetector | TokenDetector)[] = [
  ...rows.map(bech32Detector),
  ethereum,
  ton,
  nano,
];
