import { isHexDigit } from './characters.ts';
import type { Span } from './detector.ts';
import { createRewriter, stringOf } from './rewritten.ts';

/** Text that was hidden in an encoding, and how places in it map back. */
export interface Decoded {
  readonly text: string;
  readonly encoded: Span;
  /** The span of the original text that a span of the decoded one came from. */
  spanOf(start: number, end: number): Span;
}

/** Shorter stretches hold too little to matter. */
const SHORTEST_BASE64 = 20;
const SHORTEST_HEX = 24;
/** Longer ones are images and archives; what they begin with would have told. */
const LONGEST = 1 << 20;
/** So much of the beginning must be readable before the rest is decoded. */
const SAMPLE = 12;

/** The stretch of base64 units around a run of letters and digits; places before `from` were looked at already. */
export function encodedAround(text: string, { start, end }: Span, from: number): Span {
  let first = start;
  while (first > from && start - first < LONGEST && isBase64(text.charCodeAt(first - 1))) first--;
  let last = end;
  while (last - first < LONGEST && isBase64(text.charCodeAt(last))) last++;
  return { start: first, end: last };
}

/** Decodes a stretch of base64 (RFC 4648, both alphabets) or hexadecimal digits, if it holds readable text. */
export function decodedIn(text: string, { start, end }: Span): Decoded | undefined {
  const size = end - start;
  if (size >= SHORTEST_HEX && size % 2 === 0 && isHex(text, start, end)) return decodedHex(text, start, end);
  return size >= SHORTEST_BASE64 ? decodedBase64(text, start, end) : undefined;
}

function isHex(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isHexDigit(text.charCodeAt(at))) return false;
  return true;
}

function decodedHex(text: string, start: number, end: number): Decoded | undefined {
  const byteAt = (index: number): number =>
    Number.parseInt(text.slice(start + index * 2, start + index * 2 + 2), 16);
  const bytes = readable((end - start) / 2, byteAt);
  return bytes === undefined
    ? undefined
    : decoded(
        bytes,
        { start, end },
        (byte) => start + byte * 2,
        (byte) => start + byte * 2,
      );
}

function decodedBase64(text: string, start: number, end: number): Decoded | undefined {
  const size = Math.floor(((end - start) * 6) / 8);
  const sextet = (index: number): number => SEXTETS[text.charCodeAt(start + index) & 127] ?? 0;
  const byteAt = (index: number): number => {
    const group = Math.floor(index / 3) * 4;
    const place = index % 3;
    const high = sextet(group + place);
    const low = sextet(group + place + 1);
    return ((high << (2 + place * 2)) | (low >> (4 - place * 2))) & 255;
  };
  const bytes = readable(size, byteAt);
  if (bytes === undefined) return undefined;
  return decoded(
    bytes,
    { start, end },
    (byte) => start + Math.floor((byte * 4) / 3),
    (byte) => Math.min(end, start + Math.ceil((byte * 4) / 3)),
  );
}

/** By ASCII code: the value of a base64 digit, 255 for anything else. `-` and `_` stand for 62 and 63 in URLs. */
const SEXTETS = new Uint8Array(128).fill(255);
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (const [value, unit] of DIGITS.split('').entries()) {
  SEXTETS[unit.charCodeAt(0)] = value;
}
SEXTETS[45] = 62;
SEXTETS[95] = 63;

const isBase64 = (code: number): boolean => code < 128 && SEXTETS[code] !== 255;

/** The bytes, when they are readable text all through; the first few decide before the rest is looked at. */
function readable(size: number, byteAt: (index: number) => number): Uint8Array | undefined {
  const sample = Math.min(SAMPLE, size);
  let plain = 0;
  for (let index = 0; index < sample; index++) {
    const byte = byteAt(index);
    if (isReadable(byte)) plain += byte < 128 ? 1 : 0;
    else return undefined;
  }
  if (plain < sample * PLAIN_SHARE) return undefined;
  const bytes = new Uint8Array(size);
  for (let index = 0; index < size; index++) {
    bytes[index] = byteAt(index);
    // The last byte may be cut: base64 without padding, or a copied part.
    if (!isReadable(bytes[index] ?? 0) && index < size - 1) return undefined;
  }
  return bytes;
}

/** So much of the sample must be ASCII: random bytes hardly ever are. */
const PLAIN_SHARE = 0.6;
const isReadable = (byte: number): boolean =>
  byte >= 32 ? byte !== 127 : byte === 9 || byte === 10 || byte === 13;

function decoded(
  bytes: Uint8Array,
  encoded: Span,
  startOf: (byte: number) => number,
  endOf: (byte: number) => number,
): Decoded | undefined {
  const units = new Uint16Array(bytes.length);
  const byteOfUnit = new Int32Array(bytes.length + 1);
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const size = utf8Length(bytes[at] ?? 0);
    const point = size === 1 ? (bytes[at] ?? 0) : utf8Point(bytes, at, size);
    if (point === undefined) {
      // The last character may be cut.
      if (at >= bytes.length - 4) break;
      return undefined;
    }
    if (point > 0xffff) {
      byteOfUnit[length] = at;
      units[length++] = 0xd800 + ((point - 0x10000) >> 10);
    }
    byteOfUnit[length] = at;
    units[length++] = point > 0xffff ? 0xdc00 + (point & 0x3ff) : point;
    at += size;
  }
  byteOfUnit[length] = bytes.length;
  return {
    text: stringOf(units, length),
    encoded,
    spanOf: (start, end) => ({
      start: startOf(byteOfUnit[start] ?? 0),
      end: endOf(byteOfUnit[end] ?? bytes.length),
    }),
  };
}

function utf8Length(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}

/** Longest stretch with percent signs that is decoded at once. */
const LONGEST_URL = 8192;

/** Decodes the stretch without spaces around a percent sign (RFC 3986, section 2.1) when it holds two hexadecimal digits. */
export function percentDecoded(text: string, at: number, from: number): Decoded | undefined {
  if (!isEscape(text, at)) return undefined;
  let start = at;
  while (start > from && at - start < LONGEST_URL && isUrlUnit(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (end - at < LONGEST_URL && isUrlUnit(text.charCodeAt(end))) end++;
  const rewriter = createRewriter(text);
  let copied = start;
  for (let place = at; place < end;) {
    if (!isEscape(text, place)) {
      place++;
      continue;
    }
    let stop = place + 3;
    while (stop < end && isEscape(text, stop)) stop += 3;
    rewriter.copy(copied, place);
    unescape(text, place, stop, (from, to, character) => rewriter.replace(from, to, character));
    copied = stop;
    place = stop;
  }
  rewriter.copy(copied, end);
  return { ...rewriter.done(), encoded: { start, end } };
}

const isEscape = (text: string, at: number): boolean =>
  text.charCodeAt(at) === PERCENT &&
  isHexDigit(text.charCodeAt(at + 1)) &&
  isHexDigit(text.charCodeAt(at + 2));
const PERCENT = 37;
const isUrlUnit = (code: number): boolean =>
  code > 32 && code < 127 && code !== 34 && code !== 60 && code !== 62;

/** Tells the characters of a row of escapes one by one; what is no UTF-8 becomes U+FFFD. */
function unescape(
  text: string,
  start: number,
  end: number,
  tell: (from: number, to: number, character: string) => void,
): void {
  const bytes = new Uint8Array((end - start) / 3);
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = Number.parseInt(text.slice(start + index * 3 + 1, start + index * 3 + 3), 16);
  }
  for (let index = 0; index < bytes.length;) {
    const size = utf8Length(bytes[index] ?? 0);
    const point = size === 1 ? bytes[index] : utf8Point(bytes, index, size);
    const taken = point === undefined ? 1 : size;
    tell(start + index * 3, start + (index + taken) * 3, String.fromCodePoint(point ?? 0xfffd));
    index += taken;
  }
}

/** RFC 3629. Undefined when the bytes are no character. */
function utf8Point(bytes: Uint8Array, at: number, size: number): number | undefined {
  let point = (bytes[at] ?? 0) & (0xff >> (size + 1));
  for (let index = 1; index < size; index++) {
    const byte = bytes[at + index] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  const least = size === 2 ? 0x80 : size === 3 ? 0x800 : 0x10000;
  return point < least || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? undefined : point;
}
