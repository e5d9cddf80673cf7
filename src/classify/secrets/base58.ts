import { sha256 } from './sha256.ts';

/** The alphabet of Bitcoin: no 0, O, I, l. */
export const BITCOIN_ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** The same letters in the order of the XRP Ledger; https://xrpl.org/docs/references/protocol/data-types/base58-encodings */
export const RIPPLE_ALPHABET = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';

/** The bytes of base58, leading zeros and all; undefined when a unit is of another alphabet. Longer than 120 units is refused. */
export function fromBase58(text: string, alphabet = BITCOIN_ALPHABET): Uint8Array | undefined {
  if (text.length > 120) return undefined;
  const bytes: number[] = [];
  for (const unit of text) {
    let carry = alphabet.indexOf(unit);
    if (carry < 0) return undefined;
    for (let index = 0; index < bytes.length; index++) {
      carry += (bytes[index] ?? 0) * 58;
      bytes[index] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff);
  }
  for (let at = 0; text[at] === alphabet[0] && at < text.length; at++) bytes.push(0);
  return Uint8Array.from(bytes.toReversed());
}

/** What base58 with a check value holds, without the check: the last four bytes are the start of a double SHA-256 of the rest. */
export function fromBase58Check(text: string, alphabet = BITCOIN_ALPHABET): Uint8Array | undefined {
  const bytes = fromBase58(text, alphabet);
  if (bytes === undefined || bytes.length < 5) return undefined;
  const payload = bytes.slice(0, -4);
  const check = sha256(sha256(payload));
  return bytes.slice(-4).every((byte, index) => byte === check[index]) ? payload : undefined;
}

/** Base58 of bytes with their check value: for examples. */
export function toBase58Check(payload: Uint8Array, alphabet = BITCOIN_ALPHABET): string {
  return toBase58(Uint8Array.of(...payload, ...sha256(sha256(payload)).slice(0, 4)), alphabet);
}

/** Base58 of bytes: for examples. */
export function toBase58(bytes: Uint8Array, alphabet = BITCOIN_ALPHABET): string {
  let rest = bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let text = '';
  for (; rest > 0n; rest /= 58n) text = `${alphabet[Number(rest % 58n)]}${text}`;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return (alphabet[0] ?? '').repeat(Math.max(zeros, 0)) + text;
}
