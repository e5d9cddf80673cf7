import { DOT, isAsciiLetter, isDigit, isWordUnit, SLASH, UNDERSCORE } from '../characters.ts';
import type { DigitsDetector, Match, View } from '../detector.ts';
import {
  commonGap,
  digitAt,
  gapAfter,
  gapBefore,
  groupLength,
  numberAt,
  type DigitWindow,
} from '../digit-run.ts';
import { networkWords } from './network-words.ts';

/** Addresses whose four numbers are single digits, as versions' are: the public resolvers, and none. */
const KNOWN: ReadonlySet<number> = new Set([1111, 8888, 8844, 9999, 1001, 0, 4221, 4222]);

/** A word that says that what follows is a version or a number of a chapter. Read on the 24 units before the value. */
const VERSION_BEFORE =
  /(?:^|[^a-z])(?:version|ver|v|release|rev|revision|build|firmware|driver|section|chapter|clause|oid|§)[\s:=.#"']*$/i;
const LOOK_BACK = 24;

/** IPv4 addresses in dotted decimal. */
export const ipV4: DigitsDetector = {
  type: 'IP_ADDRESS',
  name: 'IPv4 address',
  purview: { name: 'IP Address v4', id: 'a7dd5e5f-e7f9-4626-a2c6-86a8cb6830d2' },
  anchor: { kind: 'digits', counts: [4, 5, 6, 7, 8, 9, 10, 11, 12], maxGroups: 4, groups: [4] },
  match: matchIpV4,
  keywords: networkWords,
  examples: {
    match: [
      { text: 'from 192.168.10.25 port 22', value: '192.168.10.25', confidence: 'medium' },
      { text: 'server 198.18.7.7', value: '198.18.7.7', confidence: 'high' },
      { text: 'http://10.0.0.12:8080/x', value: '10.0.0.12' },
      { text: 'allow 10.20.0.0/16', value: '10.20.0.0' },
      { text: 'resolver 8.8.8.8.', value: '8.8.8.8' },
      { text: '[172.16.254.1]', value: '172.16.254.1' },
      { text: 'ip 1.2.3.4', value: '1.2.3.4', confidence: 'high' },
      { text: 'root@198.18.7.9', value: '198.18.7.9' },
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
      'package~amd64~~16.11.12.10, address',
      '12.34.56.78ms',
      'documentation says 192.0.2.10',
      'server 198.51.100.7',
      'host 203.0.113.255',
    ],
  },
};

function matchIpV4(view: View, window: DigitWindow): Match | undefined {
  if (window.groups !== 4 || commonGap(window) !== DOT) return undefined;
  if (gapBefore(window) === DOT || gapAfter(window) === DOT) return undefined;
  const { text } = view;
  const { start, end } = window;
  if (!isOctets(window) || isPieceOfName(text, start, end) || isForDocumentation(text, start))
    return undefined;
  if (VERSION_BEFORE.test(text.slice(Math.max(0, start - LOOK_BACK), start))) return undefined;
  const keyword = view.hasKeyword(networkWords, window);
  if (!keyword && window.count === 4 && !KNOWN.has(numberAt(window, 0, 4))) return undefined;
  const evidence = keyword ? WITH_KEYWORD : PATTERN;
  return { start, end, confidence: keyword ? 'high' : 'medium', evidence, value: text.slice(start, end) };
}

const PATTERN = ['pattern'] as const;
const WITH_KEYWORD = ['pattern', 'keyword'] as const;

/** Four numbers from 0 to 255 without leading zeros (RFC 6943, section 3.1.1, on why those are no dotted decimal). */
function isOctets(window: DigitWindow): boolean {
  let from = 0;
  for (let index = 0; index < 4; index++) {
    const length = groupLength(window, index);
    if (length > 3 || (length > 1 && digitAt(window, from) === 0)) return false;
    if (length === 3 && numberAt(window, from, from + 3) > 255) return false;
    from += length;
  }
  return true;
}

/** 192.0.2.0/24, 198.51.100.0/24 and 203.0.113.0/24 are for examples and nobody's (RFC 5737). */
const isForDocumentation = (text: string, start: number): boolean =>
  text.startsWith('192.0.2.', start) ||
  text.startsWith('198.51.100.', start) ||
  text.startsWith('203.0.113.', start);

const TILDE = 126;

/** `Chrome/12.0.60.10`, `lib-10.1.2.3`, `10.1.2.3.jar`, `package~6.1.7.2`, `12.34.56.78ms`. */
function isPieceOfName(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (isWordUnit(before) || before === TILDE) return true;
  const beforeThat = text.charCodeAt(start - 2);
  if ((before === SLASH || before === 45 || before === DOT) && isAsciiLetter(beforeThat)) return true;
  const after = text.charCodeAt(end);
  if (isAsciiLetter(after) || after === UNDERSCORE || isDigit(after)) return true;
  return after === DOT && isAsciiLetter(text.charCodeAt(end + 1));
}
