import { failed, ok, type Result } from '../../shared/result.ts';

/**
 * The text of an XML file: by its byte order mark, else by what its first bytes can only be, else by its declaration. Files that
 * say utf-16 but are UTF-8 exist (copied and pasted), so that a declaration counts only where the bytes can be what it says.
 * XML 1.0, appendix F. The byte order mark is not part of the text.
 */
export function decodeXml(bytes: Uint8Array): Result<string> {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes, 2, LITTLE);
  if (first === 0xfe && second === 0xff) return utf16(bytes, 2, BIG);
  if (first === 0xef && second === 0xbb && third === 0xbf) return utf8(bytes, 3);
  if (first === 0x3c && second === 0) return utf16(bytes, 0, LITTLE);
  if (first === 0 && second === 0x3c) return utf16(bytes, 0, BIG);
  const declared = /^<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w.-]{1,40})["']/i.exec(
    ascii(bytes),
  )?.[1];
  const known = /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|ucs-2|unicode)$/i;
  if (declared !== undefined && !known.test(declared))
    return failed(`the encoding "${declared}" is not supported; save the file as UTF-8 or UTF-16`);
  return utf8(bytes, 0);
}

const ascii = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, 200), (byte) => String.fromCharCode(byte)).join('');

/** So many units are made into a string at once: more arguments than that a call may not take. */
const CHUNK = 8192;

/** The place of the higher byte in a pair. */
const LITTLE = 1;
const BIG = 0;

function utf16(bytes: Uint8Array, from: number, high: typeof LITTLE | typeof BIG): Result<string> {
  if ((bytes.length - from) % 2 === 1)
    return failed('it is UTF-16 that ends in the middle of a character; export the file again');
  const units: number[] = [];
  for (let at = from; at < bytes.length; at += 2)
    units.push(((bytes[at + high] ?? 0) << 8) | (bytes[at + 1 - high] ?? 0));
  return ok(textOf(units));
}

function utf8(bytes: Uint8Array, from: number): Result<string> {
  const units: number[] = [];
  let at = from;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length =
      lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    let code = length === 1 ? lead : lead & (0x7f >> length);
    let valid = length > 0 && at + length <= bytes.length;
    for (let place = 1; place < length && valid; place++) {
      const byte = bytes[at + place] ?? 0;
      valid = (byte & 0xc0) === 0x80;
      code = (code << 6) | (byte & 0x3f);
    }
    const isOverlong = (length === 3 && code < 0x800) || (length === 4 && code < 0x10000);
    if (!valid || isOverlong || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
      return failed(`byte ${at + 1} is not UTF-8; save the file as UTF-8 or UTF-16`);
    if (code > 0xffff) units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    else units.push(code);
    at += length;
  }
  return ok(textOf(units));
}

function textOf(units: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += CHUNK)
    parts.push(String.fromCharCode(...units.slice(at, at + CHUNK)));
  return parts.join('');
}
