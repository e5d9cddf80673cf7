import { COLON, DOT, isAlphanumeric, isHexDigit, isWordUnit } from '../characters.ts';
import type { LiteralDetector, Match, Span, View } from '../detector.ts';

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

/** Eight groups of four and their colons, or six groups and a dotted IPv4 address. */
const MAX_LENGTH = 45;
const GROUPS = 8;
const V4_TAIL = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;

/** IPv6 addresses in the forms of RFC 4291, section 2.2. */
export const ipV6: LiteralDetector = {
  type: 'IP_ADDRESS',
  anchor: { kind: 'literal', literals: [':'] },
  match: matchIpV6,
  keywords: KEYWORDS,
  examples: {
    match: [
      { text: 'from 2001:db8::8a2e:370:7334.', value: '2001:db8::8a2e:370:7334' },
      { text: 'host fe80::1%eth0', value: 'fe80::1%eth0', confidence: 'high' },
      { text: 'http://[2001:db8:0:0:0:0:2:1]:8080/', value: '2001:db8:0:0:0:0:2:1' },
      { text: 'listen on ::1', value: '::1' },
      { text: 'x ::ffff:192.0.2.128 y', value: '::ffff:192.0.2.128' },
      { text: '2001:DB8:85A3::/64', value: '2001:DB8:85A3::' },
      { text: 'peer 2001:db8::1: connected', value: '2001:db8::1' },
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
    ],
  },
};

function matchIpV6(view: View, at: Span): Match | undefined {
  const { text } = view;
  const start = groupStart(text, at.start);
  if (start < 0) return undefined;
  let end = at.start;
  while (end - start <= MAX_LENGTH && isAddressUnit(text.charCodeAt(end))) end++;
  if (end - start > MAX_LENGTH || isWordUnit(text.charCodeAt(end))) return undefined;
  // A colon or dot of the sentence.
  if (text.charCodeAt(end - 1) === DOT) end--;
  if (text.charCodeAt(end - 1) === COLON && text.charCodeAt(end - 2) !== COLON) end--;
  const value = text.slice(start, end).toLowerCase();
  const span = { start, end: zoneEnd(text, end) };
  if (!isAddress(value) || !isTelling(value)) return undefined;
  const keyword = view.hasKeyword(KEYWORDS, span);
  const evidence = keyword ? (['pattern', 'keyword'] as const) : (['pattern'] as const);
  return { ...span, confidence: keyword ? 'high' : 'medium', evidence, value };
}

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
  if (!value.includes('::') || value.includes('.')) return true;
  const parts = value.split(':').filter((part) => part !== '');
  const numbered = parts.filter((part) => /\d/.test(part));
  return numbered.length > 0 && (parts.length >= 3 || numbered.some((part) => part.length >= 3));
}
