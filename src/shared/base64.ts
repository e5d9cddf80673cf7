const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = 61;
/** Units joined to a string at a time: calls take only so many arguments. */
const CHUNK = 8192;

const valueOfUnit = ((): Uint8Array => {
  const values = new Uint8Array(128).fill(255);
  for (let value = 0; value < 64; value++) values[ALPHABET.charCodeAt(value)] = value;
  return values;
})();

/**
 * Is this padded base64 (RFC 4648, section 4) of whole 32-bit numbers? Linear and without a regular expression: the texts
 * that are asked about have millions of characters.
 */
export function isBase64OfNumbers(text: string): boolean {
  const bytes = byteLength(text);
  if (text.length % 4 !== 0 || bytes % 4 !== 0) return false;
  const end = text.length - padding(text);
  for (let at = 0; at < end; at++) {
    if ((valueOfUnit[text.charCodeAt(at)] ?? 255) === 255) return false;
  }
  return true;
}

/** The little-endian 32-bit numbers that `isBase64OfNumbers` has said yes to. */
export function numbersFromBase64(text: string): Uint32Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteLength(text));
  let place = 0;
  for (let at = 0; at < text.length; at += 4) {
    const bits =
      (sextet(text, at) << 18) |
      (sextet(text, at + 1) << 12) |
      (sextet(text, at + 2) << 6) |
      sextet(text, at + 3);
    // Writes beyond the end, where the padding stands, are ignored by typed arrays.
    bytes[place++] = bits >>> 16;
    bytes[place++] = bits >>> 8;
    bytes[place++] = bits;
  }
  const numbers = new Uint32Array(bytes.length / 4);
  for (let index = 0; index < numbers.length; index++) {
    const byte = index * 4;
    numbers[index] =
      (bytes[byte] ?? 0) |
      ((bytes[byte + 1] ?? 0) << 8) |
      ((bytes[byte + 2] ?? 0) << 16) |
      ((bytes[byte + 3] ?? 0) << 24);
  }
  return numbers;
}

/** 32-bit numbers, little-endian, as padded base64. */
export function base64FromNumbers(numbers: Uint32Array): string {
  const byteAt = (index: number): number => ((numbers[index >>> 2] ?? 0) >>> ((index & 3) * 8)) & 255;
  const length = numbers.length * 4;
  const parts: string[] = [];
  let units: number[] = [];
  for (let at = 0; at < length; at += 3) {
    const bits = (byteAt(at) << 16) | (byteAt(at + 1) << 8) | byteAt(at + 2);
    const left = length - at;
    units.push(
      ALPHABET.charCodeAt(bits >>> 18),
      ALPHABET.charCodeAt((bits >>> 12) & 63),
      left > 1 ? ALPHABET.charCodeAt((bits >>> 6) & 63) : PAD,
      left > 2 ? ALPHABET.charCodeAt(bits & 63) : PAD,
    );
    if (units.length >= CHUNK) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join('');
}

const sextet = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return unit === PAD ? 0 : (valueOfUnit[unit] ?? 0);
};

const padding = (text: string): number => (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);
const byteLength = (text: string): number => (text.length / 4) * 3 - padding(text);
