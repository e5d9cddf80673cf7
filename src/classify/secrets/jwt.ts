import { DASH, UNDERSCORE } from '../characters.ts';
import type { Match, PrefixDetector, Span, View } from '../detector.ts';
import { fromBase64 } from './base64.ts';
import { purviewType } from './purview.ts';

/** A header of a few fields; RFC 7515 headers with a certificate chain are longer and rare. */
const LONGEST_HEADER = 800;
const LONGEST_PAYLOAD = 12_000;
const LONGEST_SIGNATURE = 1400;

/** Three parts of base64url with dots between them, the last of which may be missing; RFC 7519, RFC 7515 section 7.1. */
const PARTS = new RegExp(
  `eyJ[A-Za-z0-9_-]{10,${LONGEST_HEADER}}\\.[A-Za-z0-9_-]{10,${LONGEST_PAYLOAD}}={0,2}` +
    `(?:\\.[A-Za-z0-9_-]{0,${LONGEST_SIGNATURE}}={0,2}(?:\\.[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{10,40})?)?(?![A-Za-z0-9_])`,
  'y',
);

/** `{"typ":"JWT","alg":"none"}` and the like in base64url, without looking like a token in the source. */
const HEADER = ['eyJhbGci', 'OiJIUzI1NiIsInR5cCI6IkpXVCJ9'].join('');
const PAYLOAD = ['eyJzdWIi', 'OiIxMjM0In0'].join('');
const SIGNATURE = 'Sig0nature-9_'.repeat(3);
const token = `${HEADER}.${PAYLOAD}.${SIGNATURE}`;

/** JSON Web Tokens: the first part must be JSON that names an algorithm. */
export const jwt: PrefixDetector = {
  type: 'SECRET:JWT',
  name: 'JSON Web Token',
  purview: purviewType('azure-ad-client-access-token'),
  anchor: { kind: 'prefix', prefixes: ['eyJ'] },
  match: matchJwt,
  keywords: [],
  examples: {
    match: [
      { text: token, value: token, confidence: 'high' },
      { text: `Authorization: Bearer ${token}`, value: token },
      { text: `{"id_token":"${token}"}`, value: token },
      { text: `cookie: session=${token}; Path=/`, value: token },
      { text: `${HEADER}.${PAYLOAD}`, value: `${HEADER}.${PAYLOAD}`, confidence: 'medium' },
    ],
    noMatch: [
      HEADER,
      `${HEADER}.`,
      `x${token}`,
      `eyJhZ2UiOjMwLCJuYW1lIjoiSm8ifQ.${PAYLOAD}.${SIGNATURE}`,
      `eyJub3Qganson.${PAYLOAD}.${SIGNATURE}`,
    ],
  },
};

function matchJwt({ text }: View, at: Span): Match | undefined {
  // In the middle of base64url no token begins.
  const before = text.charCodeAt(at.start - 1);
  if (before === DASH || before === UNDERSCORE) return undefined;
  PARTS.lastIndex = at.start;
  if (!PARTS.test(text)) return undefined;
  const end = PARTS.lastIndex;
  const value = text.slice(at.start, end);
  const dot = value.indexOf('.');
  const header = fromBase64(value.slice(0, dot), LONGEST_HEADER);
  if (!header.startsWith('{"') || !/"(?:alg|typ|enc)"\s{0,2}:/.test(header)) return undefined;
  const isSigned = value.includes('.', dot + 1);
  return { start: at.start, end, confidence: isSigned ? 'high' : 'medium', evidence: ['pattern'], value };
}
