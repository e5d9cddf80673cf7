/** The value of one unit of base64 or base64url; -1 for any other. */
function valueOf(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  if (code === 43 || code === 45) return 62;
  return code === 47 || code === 95 ? 63 : -1;
}

/**
 * The bytes of base64 or base64url as characters U+0000 to U+00FF; padding may be missing. Stops at the first unit of neither
 * alphabet. `limit`: how many units are read at most.
 */
export function fromBase64(text: string, limit = 400): string {
  let bits = 0;
  let held = 0;
  let bytes = '';
  const end = Math.min(text.length, limit);
  for (let at = 0; at < end; at++) {
    const value = valueOf(text.charCodeAt(at));
    if (value < 0) break;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += String.fromCharCode((bits >> held) & 0xff);
  }
  return bytes;
}

/** Is it the base64 of `user:password` in printable ASCII, as in HTTP Basic authentication (RFC 7617)? */
export const isBasicLogin = (base64: string): boolean =>
  /^[ -9;-~]{0,100}:[ -~]{1,200}$/.test(fromBase64(base64));
