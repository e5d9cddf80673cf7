import { COLON, DASH, DOT, isHexDigit, isLetter, isWordUnit, SPACE } from '../characters.ts';
import type { LiteralDetector, Match, Span, View, WordDetector } from '../detector.ts';
import { listOf } from '../word-list.ts';

const KEYWORDS = listOf(`
  mac, macs, mac address, mac addr, macaddr, macaddress, hwaddr, hw address, ether, ethernet, hardware address, physical address,
  bssid, wifi, wi-fi, wlan, bluetooth, lladdr, station, arp, nic, eui-64, eui-48, dirección mac, adresse mac, mac-adresse,
  indirizzo mac, endereço mac, adres mac, mac-адрес, macアドレス, mac地址
`);

/** EUI-48 and EUI-64 in bytes. */
const BYTES = [6, 8] as const;

/** Hardware addresses in pairs with colons or dashes (IEEE 802), and in fours with dots (Cisco). EUI-48 and EUI-64. */
export const mac: LiteralDetector = {
  type: 'MAC_ADDRESS',
  name: 'MAC address',
  anchor: { kind: 'literal', literals: [':', '-', '.'], beforeHex: true },
  match: matchMac,
  keywords: KEYWORDS,
  examples: {
    match: [
      { text: 'MAC 3c:5a:b4:01:9f:e2', value: '3c:5a:b4:01:9f:e2', confidence: 'high' },
      { text: 'it is 3C-5A-B4-01-9F-E2.', value: '3C-5A-B4-01-9F-E2', confidence: 'medium' },
      { text: 'arp 3c5a.b401.9fe2 vlan 4', value: '3c5a.b401.9fe2', confidence: 'high' },
      { text: '3c:5a:b4:ff:fe:01:9f:e2', value: '3c:5a:b4:ff:fe:01:9f:e2' },
      { text: '3c5a.b4ff.fe01.9fe2', value: '3c5a.b4ff.fe01.9fe2' },
      { text: '{"bssid":"3c:5a:b4:01:9f:e2"}', value: '3c:5a:b4:01:9f:e2', confidence: 'high' },
      { text: 'mac=02:42:11:00:35:07,ip', value: '02:42:11:00:35:07' },
      { text: 'at 3c:5a:b4:01:9f:e2: up', value: '3c:5a:b4:01:9f:e2' },
      { text: 'MAC:3c:5a:b4:01:9f:e2', value: '3c:5a:b4:01:9f:e2' },
      { text: '设备3c:5a:b4:01:9f:e2', value: '3c:5a:b4:01:9f:e2' },
    ],
    noMatch: [
      '3c:5a:b4:01:9f',
      '3c:5a:b4:01:9f:e2:77',
      '3c:5a:b4:01:9f:e2:77:01:9f:e2:77:01:9f:e2:77:01',
      '3c:5a-b4:01:9f:e2',
      '3c:5a:b4:01:9f:e2g',
      '3c:5a:b4:01:9f:123',
      'mac 00:00:00:00:00:00',
      'ff:ff:ff:ff:ff:ff',
      '2001:db8:3c:5a:b4:01:9f:e2',
      '10:30:45',
      '12-10-30-45',
      '1234.5678.9012',
      'b401-9fe2-3c5a',
      'dead.beef.cafe',
      '550e8400-e2-9b-41-d4-a7-16',
    ],
  },
};

function matchMac(view: View, at: Span): Match | undefined {
  const { text } = view;
  const mark = text.charCodeAt(at.start);
  const size = mark === DOT ? 4 : 2;
  if (text.charCodeAt(at.end + size) !== mark) return undefined;
  const start = at.start - size;
  const before = text.charCodeAt(start - 1);
  if (isWordUnit(before) || (isJoint(before) && !isLabel(text, start - 1))) return undefined;
  const groups = groupsFrom(text, start, size, mark);
  const bytes = (groups * size) / 2;
  if (!BYTES.some((known) => known === bytes)) return undefined;
  const end = start + groups * (size + 1) - 1;
  const after = text.charCodeAt(end);
  if (isWordUnit(after) || (isJoint(after) && isWordUnit(text.charCodeAt(end + 1)))) return undefined;
  return judge(view, start, end, mark);
}

const isJoint = (code: number): boolean => code === COLON || code === DASH || code === DOT;

/** Is the colon at `colon` that of a label, as in `MAC:3c…`: does a letter beyond F stand in the word before it? */
function isLabel(text: string, colon: number): boolean {
  if (text.charCodeAt(colon) !== COLON) return false;
  for (let at = colon - 1; colon - at <= LONGEST_LABEL && isWordUnit(text.charCodeAt(at)); at--) {
    if (isLetter(text.charCodeAt(at)) && !isHexDigit(text.charCodeAt(at))) return true;
  }
  return false;
}

const LONGEST_LABEL = 12;

/** How many groups of `size` hexadecimal digits stand here, with the mark between them; more than fit are not counted. */
function groupsFrom(text: string, start: number, size: number, mark: number): number {
  let groups = 0;
  for (let at = start; groups * size <= 16; at += size + 1) {
    for (let unit = at; unit < at + size; unit++) if (!isHexDigit(text.charCodeAt(unit))) return groups;
    groups++;
    if (text.charCodeAt(at + size) !== mark) return groups;
  }
  return groups;
}

/** Fours are words and numbers too: some of both digits and letters must be there, or a word near it. */
function judge(view: View, start: number, end: number, mark: number): Match | undefined {
  const value = bareOf(view.text, start, end);
  if (value === NOBODY || value === EVERYBODY) return undefined;
  const keyword = view.hasKeyword(KEYWORDS, { start, end });
  if (!keyword && mark === DOT && !(HAS_DIGIT.test(value) && HAS_LETTER.test(value))) return undefined;
  const evidence = keyword ? WITH_KEYWORD : PATTERN;
  return { start, end, confidence: keyword ? 'high' : 'medium', evidence, value };
}

const NOBODY = '000000000000';
const EVERYBODY = 'ffffffffffff';
const HAS_DIGIT = /\d/;
const HAS_LETTER = /[a-f]/;
const PATTERN = ['pattern'] as const;
const WITH_KEYWORD = ['pattern', 'keyword'] as const;

const bareOf = (text: string, start: number, end: number): string =>
  text
    .slice(start, end)
    .replaceAll(/[^0-9A-Fa-f]/g, '')
    .toLowerCase();

/** The same right behind its label without marks, or with spaces: `MAC: 3C5AB4019FE2`. */
export const labelledMac: WordDetector = {
  type: 'MAC_ADDRESS',
  name: 'MAC address with a label',
  anchor: { kind: 'word', words: ['mac', 'macaddr', 'macaddress', 'hwaddr', 'bssid', 'lladdr'] },
  match: matchLabelled,
  keywords: KEYWORDS,
  examples: {
    match: [
      { text: 'MAC: 3C5AB4019FE2', value: '3C5AB4019FE2', confidence: 'high' },
      { text: 'mac address 3c 5a b4 01 9f e2', value: '3c 5a b4 01 9f e2', confidence: 'high' },
      { text: '"macAddress": "3c5ab4019fe2"', value: '3c5ab4019fe2' },
      { text: 'HWaddr 3C 5A B4 FF FE 01 9F E2', value: '3C 5A B4 FF FE 01 9F E2' },
      { text: 'bssid=3c5ab4019fe2', value: '3c5ab4019fe2' },
    ],
    noMatch: [
      'MAC: 3C5AB4019FE',
      'MAC: 3C5AB4019FE21',
      'mac os 10 15 07 12 04',
      'mac computed over 3c5ab4019fe2',
      'mac 000000000000',
      'HMAC: 3c5ab4019fe2',
    ],
  },
};

function matchLabelled(view: View, at: Span): Match | undefined {
  const { text } = view;
  LABEL_END.lastIndex = at.end;
  const start = at.end + (LABEL_END.exec(text)?.[0].length ?? 0);
  if (!isHexDigit(text.charCodeAt(start)) || isWordUnit(text.charCodeAt(start - 1))) return undefined;
  let digits = 0;
  let end = start;
  while (digits < 17) {
    if (isHexDigit(text.charCodeAt(end))) digits++;
    else if (text.charCodeAt(end) !== SPACE || digits % 2 !== 0 || !isHexDigit(text.charCodeAt(end + 1)))
      break;
    end++;
  }
  if (!BYTES.some((bytes) => bytes * 2 === digits) || isWordUnit(text.charCodeAt(end))) return undefined;
  const value = bareOf(text, start, end);
  if (value === NOBODY || value === EVERYBODY) return undefined;
  return { start, end, confidence: 'high', evidence: WITH_KEYWORD, value };
}

/** What stands between the label and the value: `: `, `Address="`, `_addr = `. */
const LABEL_END = /(?:[ _-]?(?:address|addr|id)\b)?["']?[ \t]{0,3}[:=]?[ \t]{0,3}["']?/iy;
