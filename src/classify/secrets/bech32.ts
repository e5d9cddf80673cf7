/** https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki and bip-0350 (bech32m). */
const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const BECH32 = 1;
const BECH32M = 0x2bc830a3;

export interface Bech32 {
  readonly variant: 'bech32' | 'bech32m';
  /** Groups of five bits, without the check. */
  readonly data: readonly number[];
}

const step = (sum: number, value: number): number => {
  const top = sum >>> 25;
  let next = ((sum & 0x1ffffff) << 5) ^ value;
  for (const [bit, generator] of GENERATOR.entries()) if ((top >> bit) & 1) next ^= generator;
  return next;
};

/** The sum over a prefix and groups of five bits. */
function sumOf(prefix: string, values: readonly number[]): number {
  let sum = 1;
  for (const unit of prefix) sum = step(sum, unit.charCodeAt(0) >> 5);
  sum = step(sum, 0);
  for (const unit of prefix) sum = step(sum, unit.charCodeAt(0) & 31);
  for (const value of values) sum = step(sum, value);
  return sum;
}

/** Reads what stands behind `prefix1`; undefined when the check does not hold. Small letters only. */
export function fromBech32(prefix: string, rest: string): Bech32 | undefined {
  if (rest.length < 7 || rest.length > 200) return undefined;
  const values = rest.split('').map((unit) => ALPHABET.indexOf(unit));
  if (values.includes(-1)) return undefined;
  const sum = sumOf(prefix, values);
  if (sum !== BECH32 && sum !== BECH32M) return undefined;
  return { variant: sum === BECH32 ? 'bech32' : 'bech32m', data: values.slice(0, -6) };
}

/** The check values of a prefix and data, as units: for examples. */
export function toBech32(prefix: string, data: readonly number[], variant: Bech32['variant']): string {
  const target = variant === 'bech32' ? BECH32 : BECH32M;
  const sum = sumOf(prefix, [...data, 0, 0, 0, 0, 0, 0]) ^ target;
  const check = Array.from({ length: 6 }, (_, index) => (sum >> (5 * (5 - index))) & 31);
  return `${prefix}1${[...data, ...check].map((value) => ALPHABET[value]).join('')}`;
}

/** The sum of Bitcoin Cash (40 bits, so as a BigInt); https://reference.cash/protocol/blockchain/encoding/cashaddr */
export function cashAddressHolds(prefix: string, rest: string): boolean {
  const values = rest.split('').map((unit) => ALPHABET.indexOf(unit));
  if (values.includes(-1)) return false;
  return cashSum(prefix, values) === 0n;
}

function cashSum(prefix: string, values: readonly number[]): bigint {
  const generator = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];
  let sum = 1n;
  for (const value of [...prefix.split('').map((unit) => unit.charCodeAt(0) & 31), 0, ...values]) {
    const top = sum >> 35n;
    sum = ((sum & 0x07ffffffffn) << 5n) ^ BigInt(value);
    for (const [bit, part] of generator.entries()) if ((top >> BigInt(bit)) & 1n) sum ^= part;
  }
  return sum ^ 1n;
}

/** An address of Bitcoin Cash without its prefix: for examples. */
export function toCashAddress(prefix: string, data: readonly number[]): string {
  const sum = cashSum(prefix, [...data, 0, 0, 0, 0, 0, 0, 0, 0]);
  const check = Array.from({ length: 8 }, (_, index) => Number((sum >> BigInt(5 * (7 - index))) & 31n));
  return [...data, ...check].map((value) => ALPHABET[value]).join('');
}
