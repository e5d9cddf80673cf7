import type { Confidence } from '../../shared/finding.ts';
import { isCountedUp, isEncodedPhrase, isPlaceholder } from './placeholders.ts';
import { isPublished } from './published.ts';
import { entropyOf, isWordy, makeOf, type Make } from './randomness.ts';

/** `0x86E6`, `0xce534356UL`: a constant of a program. */
const CONSTANT = /^0x[0-9a-f]{1,16}[ul]{0,3}$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HEX = /^(?:0x)?[0-9a-f]{1,1024}$/i;
/** What keys and tokens are written with. */
const KEY_UNITS = /^[\w./+=~:!@#$%^&*|?;,{}-]{8,1024}$/;
/** Calls, paths through objects, comparisons: a value that a program works out. */
const CODE =
  /^[\p{L}_$@][\w$]{0,80}(?:(?:\.|->|::|\?\.)[\p{L}_$][\w$]{0,80}|\[[^\]]{0,80}\]?){1,12}$|\w\(|=>|\(\)|^(?:new|await|return)$/u;
/** `$2b$10$…`, `$6$salt$…`, `{SSHA}…`, `pbkdf2_sha256$…`: what is stored instead of a password. */
const HASHED =
  /^(?:\$(?:[0-9a-z]{1,12})\$|\{[A-Z0-9]{3,10}\}|pbkdf2|scrypt:|argon2|bcrypt|sha\d{1,3}[:$-]|md5[:$])/i;
/** Names of algorithms, formats and types with digits in them. */
const TECHNICAL =
  /^(?:u?int|float|sha|hs|rs|es|ps|md|aes|des|rsa|utf|base|oauth|http|x|pkcs|varchar|char|ed|p|k|v|i|u|f)[-_]?\d{1,4}(?:[-_](?:cbc|gcm|le|be|\d{1,4}))?(?:\(\d{1,4}\))?$/i;
const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]{1,12}:\/\/|mailto:|\.{0,2}\/[\w.-]{1,40}\/|~\/|[a-z]:\\|arn:|urn:)|\.(?:json|pem|key|txt|ya?ml|js|ts|py|rb|go|java|html?|css|png|php|crt|cer|env|com|org|net|io)$/i;
const EMAIL = /^[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,60}$/;

/** Is a value of a name that means a key or a token really one, and how sure is that? */
export function judgeKey(value: string, quoted: boolean, isStrongName: boolean): Confidence | undefined {
  if (!KEY_UNITS.test(value) || isNoSecret(value, quoted)) return undefined;
  const { length } = value;
  const make = makeOf(value);
  const isHex = HEX.test(value);
  if (isMadeUp(value, make, isHex)) return undefined;
  if (UUID.test(value)) return isStrongName ? 'medium' : undefined;
  if (length < 24 && /abc123|123456/i.test(value)) return undefined;
  if (make.lower + make.upper === 0 || make.marks > length * 0.34) return undefined;
  const entropy = entropyOf(value);
  if (entropy < Math.min(3.1, Math.log2(length) * 0.72)) return undefined;
  if (isHex) return isStrongName && length >= 16 && make.digits > 0 ? levelOf(length, 32) : undefined;
  if (isWordy(make)) return undefined;
  if (make.digits === 0 && !isRandomLetters(make, length)) return undefined;
  if (!quoted && length < 20 && make.turns < 2) return undefined;
  if (!isStrongName) return length >= 20 && entropy >= 3.5 && make.digits >= 2 ? 'medium' : undefined;
  return levelOf(length, 16);
}

/** `abcd1234abcd1234`, base64 of a sentence, a key that its issuer publishes, digits of hexadecimal in both cases. */
const isMadeUp = (value: string, make: Make, isHex: boolean): boolean =>
  isCountedUp(value) ||
  (isHex && value.length >= 16 && make.lower > 0 && make.upper > 0 && !/^0x/i.test(value)) ||
  isEncodedPhrase(value) ||
  isPublished(value);

const levelOf = (length: number, sure: number): Confidence => (length >= sure ? 'high' : 'medium');

/** Letters alone are random when long, in both cases or no words. */
const isRandomLetters = ({ pairs, commonPairs, turns }: Make, length: number): boolean =>
  length >= 16 && (turns >= 4 || pairs >= 8) && commonPairs < pairs * 0.6;

/** Is a value of a name that means a password really one, and how sure is that? */
export function judgePassword(value: string, quoted: boolean): Confidence | undefined {
  const { length } = value;
  if (length < (quoted ? 5 : 6) || length > 128 || /\s/.test(value) || isNoSecret(value, quoted))
    return undefined;
  const make = makeOf(value);
  const letters = make.lower + make.upper;
  if (letters === 0 || new Set(value).size < 4) return undefined;
  const wordy = isWordy(make);
  const marks = make.marks - countOf(value, '_-.');
  if (make.digits === 0 && marks === 0) {
    return length >= 8 && !wordy && make.pairs >= 5 && make.commonPairs < make.pairs * 0.6
      ? 'low'
      : undefined;
  }
  if (make.digits === 0 && wordy && make.upper === 0) return undefined;
  if (!quoted && make.digits === 0 && (wordy || length < 8)) return undefined;
  const kinds = Number(make.lower > 0) + Number(make.upper > 0) + Number(make.digits > 0) + Number(marks > 0);
  // `banana77`: words with a number behind them are passwords where they are long, names where they are short.
  const isNumbered = make.digits >= 2 && length >= 8 && make.marks === 0;
  if (!quoted && kinds < 3 && !isNumbered && (wordy || make.turns < 2)) return undefined;
  if (kinds < 3 && make.marks > 0 && wordy) return undefined;
  return kinds >= 3 && length >= 8 ? 'high' : 'medium';
}

function countOf(value: string, units: string): number {
  let count = 0;
  for (const unit of value) if (units.includes(unit)) count++;
  return count;
}

const isNoSecret = (value: string, quoted: boolean): boolean =>
  isPlaceholder(value) ||
  HASHED.test(value) ||
  CONSTANT.test(value) ||
  isName(value) ||
  isPath(value) ||
  TECHNICAL.test(value) ||
  EMAIL.test(value) ||
  (ADDRESS.test(value) && isWordy(makeOf(value))) ||
  (!quoted && (CODE.test(value) || /[{}]|^!!|\(\)/.test(value)));

const SEVERAL_PIECES = /[_.-][^_.-]{0,300}[_.-]/;
/** `gss_krb5_lucid_key`, `std-dh-sha256-scheme`: three pieces or more, of which the letters are mostly those of words. */
function isName(value: string): boolean {
  if (!SEVERAL_PIECES.test(value)) return false;
  const { pairs, commonPairs } = makeOf(value);
  return pairs >= 6 && commonPairs >= pairs * 0.55;
}

/** Short pieces with slashes between them, such as the scope of a signature. */
const isPath = (value: string): boolean =>
  value.includes('/') && value.split('/', 4).length === 4 && !/^[A-Za-z0-9+/]{32,1024}={0,2}$/.test(value);
