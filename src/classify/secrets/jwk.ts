import type { Match, PrefixDetector, Span, View } from '../detector.ts';
import { entropyOf } from './randomness.ts';
import { sampleOf } from './samples.ts';

/** A key of 4096 bits in JSON, with all its parts, behind the name of its type. */
const REACH = 1500;
/** The private exponent, the private scalar, or the symmetric key; RFC 7518 sections 6.2.2, 6.3.2 and 6.4. */
const PRIVATE_PART = /["'\\]{1,2}[dk]["'\\]{1,2}\s{0,4}:\s{0,4}["'\\]{1,2}([A-Za-z0-9_-]{20,1400})["'\\]/;

const part = sampleOf('[A-Za-z0-9_-]{43}', 'jwk');

/** Private parts of JSON Web Keys. */
export const jsonWebKey: PrefixDetector = {
  type: 'SECRET:JSON_WEB_KEY',
  name: 'JSON Web Key with its private part',
  anchor: { kind: 'prefix', prefixes: ['kty'] },
  match: matchKey,
  keywords: [],
  examples: {
    match: [
      { text: `{"kty":"EC","crv":"P-256","x":"abc","d":"${part}"}`, value: part, confidence: 'high' },
      { text: `{ "kty": "oct", "k": "${part}" }`, value: part },
      { text: `{"kty":"OKP","crv":"Ed25519","d":"${part}"}`, value: part },
      { text: `{\n  "kty" : "RSA",\n  "n" : "AQAB",\n  "d" : "${part}"\n}`, value: part },
      { text: `{'kty': 'EC', 'd': '${part}'}`, value: part },
    ],
    noMatch: [
      `{"kty":"EC","crv":"P-256","x":"${part}","y":"${part}"}`,
      '{"kty":"RSA","n":"AQAB","e":"AQAB"}',
      `{"d":"${part}"}`,
      '{"kty":"EC","d":"..."}',
      `{"kty":"oct","k":"${'x'.repeat(43)}"}`,
    ],
  },
};

function matchKey({ text }: View, at: Span): Match | undefined {
  const found = PRIVATE_PART.exec(text.slice(at.end, at.end + REACH));
  if (found?.[1] === undefined || entropyOf(found[1]) < 3) return undefined;
  const end = at.end + found.index + found[0].length - 1;
  const start = end - found[1].length - Number(text.charAt(end - 1) === '\\');
  return { start, end: start + found[1].length, confidence: 'high', evidence: ['pattern'], value: found[1] };
}
