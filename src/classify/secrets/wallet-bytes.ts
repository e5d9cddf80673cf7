import { fromBase58, fromBase58Check, toBase58, toBase58Check } from './base58.ts';
import { keccak256 } from './keccak.ts';

/** Bytes 7, 14, 21, …: stands for the hash of a key in made-up addresses. */
export const madeBytes = (length: number, seed = 7): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index * 37 + seed * 11 + 5) & 0xff);

/** Does base58 with a check value hold one of these versions, and as many bytes in all? */
export function holdsBase58(
  text: string,
  versions: readonly (readonly number[])[],
  length: number,
  alphabet?: string,
): boolean {
  const payload = fromBase58Check(text, alphabet);
  if (payload?.length !== length) return false;
  return versions.some((version) => version.every((byte, index) => payload[index] === byte));
}

/** A made-up address with a right check value. */
export const madeBase58 = (version: readonly number[], length: number, alphabet?: string): string =>
  toBase58Check(Uint8Array.of(...version, ...madeBytes(length - version.length)), alphabet);

/** Monero writes eight bytes as eleven units, and the last five as seven; https://docs.getmonero.org/cryptography/base58/ */
const MONERO_BLOCK = 11;

function moneroBytes(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += MONERO_BLOCK) {
    const block = text.slice(at, at + MONERO_BLOCK);
    const size = MONERO_SIZES[block.length];
    const part = fromBase58(block.replace(/^1{1,11}(?=.)/, ''));
    if (size === undefined || size === 0 || part === undefined) return undefined;
    const value = part.at(0) === 0 && part.length === 1 ? [] : [...part];
    if (value.length > size) return undefined;
    bytes.push(...Array.from({ length: size - value.length }, () => 0), ...value);
  }
  return Uint8Array.from(bytes);
}

/** Bytes by the length of their block, 0 where no block has that length. */
const MONERO_SIZES = [0, 0, 1, 2, 0, 3, 4, 5, 0, 6, 7, 8];

/** A standard address, a subaddress, or an integrated one; the check is the start of Keccak-256. */
export function holdsMonero(text: string): boolean {
  const bytes = moneroBytes(text);
  if (bytes === undefined || (bytes.length !== 69 && bytes.length !== 77)) return false;
  const [network = 0] = bytes;
  if (network !== 18 && network !== 19 && network !== 42) return false;
  const check = keccak256(bytes.slice(0, -4));
  return bytes.slice(-4).every((byte, index) => byte === check[index]);
}

/** A made-up Monero address. */
export function madeMonero(network: number): string {
  const payload = Uint8Array.of(network, ...madeBytes(64));
  const bytes = Uint8Array.of(...payload, ...keccak256(payload).slice(0, 4));
  let text = '';
  for (let at = 0; at < bytes.length; at += 8) {
    const block = toBase58(bytes.slice(at, at + 8));
    text += block.padStart(at + 8 <= bytes.length ? MONERO_BLOCK : 7, '1');
  }
  return text;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** CRC-16/XMODEM: polynomial 0x1021, start 0. */
export function crc16(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x8000 ? ((sum << 1) ^ 0x1021) & 0xffff : sum << 1;
  }
  return sum;
}

/** A Stellar key: base32 of a version byte, 32 bytes and their CRC; https://stellar.org/protocol/sep-23 */
export function holdsStellar(text: string, version: number): boolean {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const unit of text) {
    const value = BASE32.indexOf(unit);
    if (value < 0) return false;
    bits = ((bits << 5) | value) & 0xffff;
    held += 5;
    if (held < 8) continue;
    held -= 8;
    bytes.push((bits >> held) & 0xff);
  }
  const [first, low = 0, high = 0] = [bytes[0], bytes[33], bytes[34]];
  return (
    bytes.length === 35 &&
    first === version &&
    crc16(Uint8Array.from(bytes.slice(0, 33))) === low + high * 256
  );
}

/** A made-up Stellar key. */
export function madeStellar(version: number): string {
  const payload = Uint8Array.of(version, ...madeBytes(32));
  const sum = crc16(payload);
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of [...payload, sum & 0xff, sum >> 8]) {
    bits = ((bits << 8) | byte) & 0xfff;
    held += 8;
    for (; held >= 5; held -= 5) text += BASE32[(bits >> (held - 5)) & 31];
  }
  return text;
}

/** The capitals of an Ethereum address are a check value; https://eips.ethereum.org/EIPS/eip-55 */
export function ethereumCase(hex: string): string {
  const small = hex.toLowerCase();
  const digest = keccak256(Uint8Array.from(small, (unit) => unit.charCodeAt(0)));
  return small
    .split('')
    .map((unit, at) => {
      const byte = digest[at >> 1] ?? 0;
      return (at % 2 === 0 ? byte >> 4 : byte & 15) >= 8 ? unit.toUpperCase() : unit;
    })
    .join('');
}
