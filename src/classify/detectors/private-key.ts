import { isAlphanumeric, PLUS, SLASH, unitsOf } from '../characters.ts';
import { purviewType } from '../secrets/purview.ts';
import type { LiteralDetector, Match, Span, View } from '../detector.ts';

const BEGIN = '-----BEGIN ';
const DASHES = '-----';
/** `RSA `, `EC `, `OPENSSH `, `ENCRYPTED `, `PGP … BLOCK` and none; RFC 7468, RFC 4880 section 6.2, OpenSSH PROTOCOL.key. */
const HEADER = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/y;
const LONGEST_HEADER = 90;
/** A key of 16384 bits takes about 12,800 characters; an armoured PGP key with subkeys more. */
const LONGEST_KEY = 65_536;
/** An elliptic key of 256 bits takes 64 characters at least. Fewer are a placeholder. */
const FEWEST_UNITS = 40;
/** Shorter pieces of base64 are words. */
const SHORTEST_PIECE = 16;
/** `Proc-Type`, `DEK-Info`, `Comment` and the like between the BEGIN line and the key. */
const LONGEST_HEADERS = 1024;

/** Private keys in PEM and OpenPGP armour, also when the end was not copied. */
export const privateKey: LiteralDetector = {
  type: 'PRIVATE_KEY',
  name: 'Private key in PEM or OpenPGP armour',
  purview: purviewType('x-509-certificate-private-key'),
  anchor: { kind: 'literal', literals: [BEGIN] },
  match: matchKey,
  keywords: [],
  examples: {
    match: [
      pem('RSA PRIVATE KEY'),
      pem('EC PRIVATE KEY'),
      pem('PRIVATE KEY'),
      pem('ENCRYPTED PRIVATE KEY'),
      pem('OPENSSH PRIVATE KEY'),
      pem('PGP PRIVATE KEY BLOCK', 'Version: 2\n\n'),
      pem('RSA PRIVATE KEY', 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00FF\n\n'),
      truncated(),
    ],
    noMatch: [
      '-----BEGIN PRIVATE KEY-----',
      '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
      `-----BEGIN PUBLIC KEY-----\n${made(128)}\n-----END PUBLIC KEY-----`,
      `-----BEGIN CERTIFICATE-----\n${made(128)}\n-----END CERTIFICATE-----`,
      `-----BEGIN PGP PUBLIC KEY BLOCK-----\n${made(128)}\n-----END PGP PUBLIC KEY BLOCK-----`,
      'Files that start with -----BEGIN RSA PRIVATE KEY----- are refused, others are not.',
      '---------------------------',
    ],
  },
};

/** Made-up base64, no key: repeats so that no secret scanner takes it for one. */
function made(length: number): string {
  return 'MIIBAbCd0123'.repeat(Math.ceil(length / 12)).slice(0, length);
}

function pem(label: string, headers = ''): { text: string; value: string; confidence: 'high' } {
  const value = `-----BEGIN ${label}-----\n${headers}${made(64)}\n${made(32)}\n-----END ${label}-----`;
  return { text: `key:\n${value}\nthanks`, value, confidence: 'high' };
}

function truncated(): { text: string; value: string; confidence: 'high' } {
  const value = `-----BEGIN RSA PRIVATE KEY-----\n${made(64)}\n${made(30)}`;
  return { text: value, value, confidence: 'high' };
}

function matchKey({ text }: View, at: Span): Match | undefined {
  HEADER.lastIndex = 0;
  const header = HEADER.exec(text.slice(at.start, at.start + LONGEST_HEADER));
  if (header === null) return undefined;
  const body = at.start + header[0].length;
  const { end, units } = readBody(text, body);
  if (units < FEWEST_UNITS) return undefined;
  return { start: at.start, end, confidence: 'high', evidence: ['pattern'], value: text.slice(body, end) };
}

/**
 * Reads on to the END line, or, when it is missing, to the last piece of base64. Stops at the next run of dashes, so that
 * no stretch of text is read for two keys.
 */
function readBody(text: string, from: number): { end: number; units: number } {
  const limit = Math.min(text.length, from + LONGEST_KEY);
  let at = from;
  let end = from;
  let units = 0;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (isBase64(code)) {
      const start = at;
      while (at < limit && isBase64(text.charCodeAt(at))) at++;
      if (at - start < SHORTEST_PIECE) continue;
      units += at - start;
      end = at;
    } else if (text.startsWith(DASHES, at)) {
      return { end: endOfLine(text, at) ?? end, units };
    } else if (units > 0 ? !isBetweenLines(code) : at - from > LONGEST_HEADERS) {
      return { end, units };
    } else at++;
  }
  return { end, units };
}

const isBase64 = (code: number): boolean =>
  isAlphanumeric(code) || code === PLUS || code === SLASH || code === EQUALS;
const EQUALS = 61;

/** Line ends, indentation, quoting, and escaped line ends in source code and JSON. */
const isBetweenLines = (code: number): boolean => BETWEEN.has(code);
const BETWEEN = unitsOf(' \t\r\n\\">\'+,;');

/** Where `-----END …-----` ends when it stands at `at`. */
function endOfLine(text: string, at: number): number | undefined {
  const line = text.slice(at, at + LONGEST_HEADER);
  const found = /^-----END [A-Z0-9 ]{0,60}-----/.exec(line);
  return found === null ? undefined : at + found[0].length;
}
