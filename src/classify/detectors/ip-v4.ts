import { DOT, isAsciiLetter, isDigit, isWordUnit, SLASH, UNDERSCORE } from '../characters.ts';
import type { DigitsDetector, Match, View } from '../detector.ts';
import { commonGap, digitsOf, gapAfter, gapBefore, groupLength, type DigitWindow } from '../digit-run.ts';

const KEYWORDS = [
  'ip',
  'ipv',
  'host',
  'server',
  'dns',
  'address',
  'addr',
  'gateway',
  'subnet',
  'ping',
  'connect',
  'connection',
  'peer',
  'remote',
  'client',
  'listen',
];

/** Public resolvers whose numbers are all single digits, as versions' are. */
const KNOWN = new Set([
  '1.1.1.1',
  '8.8.8.8',
  '8.8.4.4',
  '9.9.9.9',
  '1.0.0.1',
  '0.0.0.0',
  '4.2.2.1',
  '4.2.2.2',
]);

/** A word that says that what follows is a version or a number of a chapter. Read on the 24 units before the value. */
const VERSION_BEFORE =
  /(?:^|[^a-z])(?:version|ver|v|release|rev|revision|build|firmware|driver|section|chapter|clause|oid|§)[\s:=.#"']*$/i;
const LOOK_BACK = 24;

/** IPv4 addresses in dotted decimal. */
export const ipV4: DigitsDetector = {
  type: 'IP_ADDRESS',
  anchor: { kind: 'digits', counts: [4, 5, 6, 7, 8, 9, 10, 11, 12], maxGroups: 4 },
  match: matchIpV4,
  keywords: KEYWORDS,
  examples: {
    match: [
      { text: 'from 192.168.10.25 port 22', value: '192.168.10.25', confidence: 'medium' },
      { text: 'server 203.0.113.7', value: '203.0.113.7', confidence: 'high' },
      { text: 'http://10.0.0.12:8080/x', value: '10.0.0.12' },
      { text: 'allow 10.20.0.0/16', value: '10.20.0.0' },
      { text: 'resolver 8.8.8.8.', value: '8.8.8.8' },
      { text: '[172.16.254.1]', value: '172.16.254.1' },
      { text: 'ip 1.2.3.4', value: '1.2.3.4', confidence: 'high' },
      { text: 'root@203.0.113.9', value: '203.0.113.9' },
    ],
    noMatch: [
      'version 10.15.7.1',
      'v1.22.33.44',
      'Chrome/120.0.6099.109',
      'Chrome/12.0.60.10',
      'OID 1.3.6.1.4.1.311',
      '256.1.1.1',
      '1.2.3.4',
      '192.168.001.010',
      '192.168.1',
      '192.168.1.1.5',
      'lib-10.12.13.14.jar',
      '12.34.56.78ms',
    ],
  },
};

function matchIpV4(view: View, window: DigitWindow): Match | undefined {
  if (window.groups !== 4 || commonGap(window) !== DOT) return undefined;
  if (gapBefore(window) === DOT || gapAfter(window) === DOT) return undefined;
  const { text } = view;
  const { start, end } = window;
  if (!isOctets(text, window) || isPieceOfName(text, start, end)) return undefined;
  if (VERSION_BEFORE.test(text.slice(Math.max(0, start - LOOK_BACK), start))) return undefined;
  const value = text.slice(start, end);
  const keyword = view.hasKeyword(KEYWORDS, window);
  if (!keyword && digitsOf(text, window).length === 4 && !KNOWN.has(value)) return undefined;
  const evidence = keyword ? (['pattern', 'keyword'] as const) : (['pattern'] as const);
  return { start, end, confidence: keyword ? 'high' : 'medium', evidence, value };
}

/** Four numbers from 0 to 255 without leading zeros (RFC 6943, section 3.1.1, on why those are no dotted decimal). */
function isOctets(text: string, window: DigitWindow): boolean {
  for (let index = 0; index < 4; index++) {
    const start = window.run.starts[window.first + index] ?? 0;
    const length = groupLength(window, index);
    if (length > 3 || (length > 1 && text.charCodeAt(start) === 48)) return false;
    if (length === 3 && Number(text.slice(start, start + 3)) > 255) return false;
  }
  return true;
}

/** `Chrome/12.0.60.10`, `lib-10.1.2.3`, `10.1.2.3.jar`, `12.34.56.78ms`. */
function isPieceOfName(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (isWordUnit(before)) return true;
  const beforeThat = text.charCodeAt(start - 2);
  if ((before === SLASH || before === 45 || before === DOT) && isAsciiLetter(beforeThat)) return true;
  const after = text.charCodeAt(end);
  if (isAsciiLetter(after) || after === UNDERSCORE || isDigit(after)) return true;
  return after === DOT && isAsciiLetter(text.charCodeAt(end + 1));
}
