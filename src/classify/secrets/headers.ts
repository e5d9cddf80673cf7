import type { Confidence } from '../../shared/finding.ts';
import type { Match, Span, View, WordDetector } from '../detector.ts';
import { isBasicLogin } from './base64.ts';
import { judgeKey } from './judge.ts';
import { isPlaceholder } from './placeholders.ts';
import { purviewType } from './purview.ts';
import { sampleOf } from './samples.ts';

/** The header's name as it ends, what ties it to its value, the scheme, and the value. */
const HEADER =
  /["'`\])]{0,3}[ \t]{0,4}(?:[:=,]|=>)[ \t]{0,4}["'`]?[ \t]{0,2}(?:([A-Za-z][A-Za-z0-9_-]{1,24})[ \t]{1,3})?["']?([\w+/=.~:@!#$%^&*|-]{8,4096})/y;
/** A scheme and the value behind it, where no header is named. */
const SCHEME_VALUE = /[ \t]{1,3}([A-Za-z0-9._~+/-]{12,4096}={0,2})(?![\w])/y;
/** Schemes whose value is base64 of user and password. */
const isBasic = (scheme: string): boolean => scheme.toLowerCase() === 'basic';

const bearer = sampleOf('[A-Za-z0-9]{32}', 'bearer');
/** `ann:s3cretWord` in base64. */
const basic = ['YW5uOnMz', 'Y3JldFdvcmQ='].join('');

/** The value of an HTTP Authorization header; RFC 9110 section 11.6.2. */
export const authorizationHeader: WordDetector = {
  type: 'SECRET:AUTHORIZATION',
  name: 'HTTP Authorization header',
  purview: purviewType('http-authorization-header'),
  anchor: { kind: 'word', words: ['authorization', 'authorisation', 'bearer', 'basic'] },
  match: matchHeader,
  keywords: [],
  examples: {
    match: [
      { text: `Authorization: Bearer ${bearer}`, value: bearer, confidence: 'high' },
      { text: `curl -H "Authorization: Basic ${basic}" https://x`, value: basic, confidence: 'high' },
      { text: `headers: { 'Authorization': 'Token ${bearer}' }`, value: bearer },
      { text: `"authorization" => "${bearer}"`, value: bearer },
      { text: `use Bearer ${bearer} for now`, value: bearer },
    ],
    noMatch: [
      'Authorization: Bearer $TOKEN',
      'Authorization: Bearer <token>',
      'Authorization: Basic ...',
      'authorization: required for all requests',
      'basic authentication is off',
      'Authorization: Bearer XXXXXXXXXXXXXXXX',
    ],
  },
};

function matchHeader({ text }: View, word: Span): Match | undefined {
  const said = text.slice(word.start, word.end).toLowerCase();
  const isHeader = said.startsWith('auth');
  const expression = isHeader ? HEADER : SCHEME_VALUE;
  expression.lastIndex = word.end;
  const found = expression.exec(text);
  if (found === null) return undefined;
  const value = (isHeader ? found[2] : found[1]) ?? '';
  const confidence = judgeHeader(value, isHeader ? (found[1] ?? '') : said, isHeader);
  if (confidence === undefined) return undefined;
  const end = expression.lastIndex;
  return { start: end - value.length, end, confidence, evidence: ['pattern', 'keyword'], value };
}

/** So much of a value shows what it is; tokens may be much longer. */
const TELLING_UNITS = 256;
/** `authorization=authorization=…`: another name where the value should be. */
const ANOTHER_NAME = /^[A-Za-z-]{4,24}[=:]/;

function judgeHeader(whole: string, scheme: string, isHeader: boolean): Confidence | undefined {
  if (ANOTHER_NAME.test(whole)) return undefined;
  const value = whole.slice(0, TELLING_UNITS);
  if (isPlaceholder(value) || value.startsWith('$')) return undefined;
  if (isBasic(scheme)) {
    if (/^[A-Za-z0-9+/]{8,4096}={0,2}$/.test(whole) && isBasicLogin(whole)) return 'high';
    return isHeader ? judgeKey(value, true, true) : undefined;
  }
  const judged = judgeKey(value, scheme !== '', true);
  return isHeader ? judged : judged && 'medium';
}
