import { COLON, DOT, isAlphanumeric, isDigit, isHexDigit, isWordUnit, SLASH } from '../characters.ts';
import type { LiteralDetector, Match, Span, View } from '../detector.ts';
import { networkWords } from './network-words.ts';

/** Eight groups of four and their colons, or six groups and a dotted IPv4 address. */
const MAX_LENGTH = 45;
const GROUPS = 8;
const V4_TAIL = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;

/** IPv6 addresses in the forms of RFC 4291, section 2.2. */
export const ipV6: LiteralDetector = {
  type: 'IP_ADDRESS',
  name: 'IPv6 address',
  purview: { name: 'IP Address v6', id: '3f691089-7413-4926-ab3b-3c5ea8a1c17e' },
  anchor: { kind: 'literal', literals: [':'], beforeHex: true },
  match: matchIpV6,
  keywords: networkWords,
  examples: {
    match: [
      { text: 'from 2001:db8::8a2e:370:7334.', value: '2001:db8::8a2e:370:7334' },
      { text: 'host fe80::1%eth0', value: 'fe80::1%eth0', confidence: 'high' },
      { text: 'http://[2001:db8:0:0:0:0:2:1]:8080/', value: '2001:db8:0:0:0:0:2:1' },
      { text: 'listen on ::1', value: '::1' },
      { text: 'x ::ffff:192.0.2.128 y', value: '::ffff:192.0.2.128' },
      { text: '2001:DB8:85A3::/64', value: '2001:DB8:85A3::' },
      { text: 'peer 2001:db8::1: connected', value: '2001:db8::1' },
      { text: 'route ::/0 via eth0', value: '::' },
      { text: 'bound to [::]:443', value: '::' },
      { text: 'the any address of ipv6 is :: as ever', value: '::' },
    ],
    noMatch: [
      'std::vector<int>',
      'dead::beef',
      'at 10:30:45',
      '00:1A:2B:3C:4D:5E',
      'a[1::2]',
      '::',
      '1:2:3:4:5:6:7:8:9',
      '2001:db8::1::2',
      'abc::def::fade()',
      'face::Cafe',
      'urn:uuid:a:b',
      '12345:db8::1',
      'ab:cd:ef:01:23:45:67:89',
      'a ::/ b',
      'crate::/0',
      'Vec::',
      '[::2]',
    ],
  },
};

function matchIpV6(view: View, at: Span): Match | undefined {
  const { text } = view;
  const next = text.charCodeAt(at.end);
  if (next !== COLON && !isHexDigit(next)) return undefined;
  const start = groupStart(text, at.start);
  if (start < 0) return undefined;
  let end = at.start;
  while (end - start <= MAX_LENGTH && isAddressUnit(text.charCodeAt(end))) end++;
  if (end - start > MAX_LENGTH || isWordUnit(text.charCodeAt(end))) return undefined;
  // A colon or dot of the sentence.
  if (text.charCodeAt(end - 1) === DOT) end--;
  if (text.charCodeAt(end - 1) === COLON && text.charCodeAt(end - 2) !== COLON) end--;
  if (end - start === 2) return matchUnspecified(view, start);
  if (end - start < SHORTEST) return undefined;
  const value = text.slice(start, end).toLowerCase();
  if (!isAddress(value) || !isTelling(value)) return undefined;
  return found(view, start, zoneEnd(text, end), value);
}

/** `::1` */
const SHORTEST = 3;

const PATTERN = ['pattern'] as const;
const WITH_KEYWORD = ['pattern', 'keyword'] as const;

function found(view: View, start: number, end: number, value: string): Match {
  const keyword = view.hasKeyword(networkWords, { start, end });
  const evidence = keyword ? WITH_KEYWORD : PATTERN;
  return { start, end, confidence: keyword ? 'high' : 'medium', evidence, value };
}

/** `::` alone, which programs are full of: only with a prefix length, in the brackets of a URL, or with a word close to it. */
function matchUnspecified(view: View, start: number): Match | undefined {
  const { text } = view;
  const end = start + 2;
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  const hasPrefixLength = after === SLASH && isDigit(text.charCodeAt(end + 1));
  const bracketed = before === OPEN_SQUARE && after === CLOSE_SQUARE;
  const spaced = !(before > 32) && !(after > 32);
  if (
    !hasPrefixLength &&
    !bracketed &&
    !(spaced && view.hasKeyword(networkWords, { start, end }, CLOSE_BY))
  ) {
    return undefined;
  }
  return found(view, start, end, '::');
}

const OPEN_SQUARE = 91;
const CLOSE_SQUARE = 93;
const CLOSE_BY = 16;

/** Where the group before the first colon begins; -1 when this is not an address's first colon. */
function groupStart(text: string, colon: number): number {
  let start = colon;
  while (colon - start <= 4 && isHexDigit(text.charCodeAt(start - 1))) start--;
  const before = text.charCodeAt(start - 1);
  if (colon - start > 4 || before === COLON || isWordUnit(before)) return -1;
  if (before === DOT && isAlphanumeric(text.charCodeAt(start - 2))) return -1;
  return start === colon && text.charCodeAt(colon + 1) !== COLON ? -1 : start;
}

/** Behind the zone, as in `fe80::1%eth0` (RFC 4007, section 11). */
function zoneEnd(text: string, end: number): number {
  if (text.charCodeAt(end) !== PERCENT) return end;
  let at = end + 1;
  while (at - end <= 16 && isAlphanumeric(text.charCodeAt(at))) at++;
  return at > end + 1 ? at : end;
}
const PERCENT = 37;

const isAddressUnit = (code: number): boolean => isHexDigit(code) || code === COLON || code === DOT;

function isAddress(value: string): boolean {
  const halves = value.split('::');
  if (halves.length > 2) return false;
  let groups = 0;
  for (const [index, half] of halves.entries()) {
    if (half === '') continue;
    const count = countGroups(half, index === halves.length - 1);
    if (count === 0) return false;
    groups += count;
  }
  return halves.length === 1 ? groups === GROUPS : groups < GROUPS;
}

/** How many groups of 16 bits; 0 when one of them is none. Only the last part of an address may end in an IPv4 address. */
function countGroups(half: string, last: boolean): number {
  const parts = half.split(':');
  const tail = parts.at(-1) ?? '';
  const dotted = tail.includes('.');
  if (dotted && !(last && V4_TAIL.test(tail))) return 0;
  const hex = dotted ? parts.slice(0, -1) : parts;
  if (!hex.every((part) => part.length > 0 && part.length <= 4 && !part.includes('.'))) return 0;
  return parts.length + (dotted ? 1 : 0);
}

/** Names such as `dead::beef` and slices such as `1::2` are written the same way: asks for a digit and some length. */
function isTelling(value: string): boolean {
  if (value === '::1') return true;
  // Eight pairs are an EUI-64.
  if (!value.includes('::')) return value.length !== EIGHT_PAIRS || value.includes('.') || !isInPairs(value);
  if (value.includes('.')) return true;
  const parts = value.split(':').filter((part) => part !== '');
  const numbered = parts.filter((part) => /\d/.test(part));
  return numbered.length > 0 && (parts.length >= 3 || numbered.some((part) => part.length >= 3));
}

const EIGHT_PAIRS = 23;
const isInPairs = (value: string): boolean => value.split(':').every((part) => part.length === 2);
