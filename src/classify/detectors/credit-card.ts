import { DASH, DOT, SLASH, SPACE, standsAlone } from '../characters.ts';
import { listOf } from '../word-list.ts';
import { luhn } from '../checksums.ts';
import type { DigitsDetector, Match, View } from '../detector.ts';
import {
  commonGap,
  digitsOf,
  gapAfter,
  gapBefore,
  groupLength,
  isGrouped,
  type DigitWindow,
} from '../digit-run.ts';

const KEYWORDS = listOf(`
  card, cards, cc, visa, mastercard, amex, american express, discover, diners, maestro, jcb, unionpay,
  pan, cvv, cvc, expiry, expires, exp, debit, carte, carte bancaire, cb, karte, kreditkarte,
  kartennummer, tarjeta, carta, carta di credito, kaart, kort, karta
`);

interface Issuer {
  /** Inclusive ranges of leading digits; both ends have the same number of digits, four at most. */
  readonly from: number;
  readonly to: number;
  readonly lengths: readonly number[];
  /** Short, old or rarely issued numbers, which other numbers look like: need a word nearby when not grouped. */
  readonly doubtful?: readonly number[];
}

const MAESTRO = { lengths: [12, 13, 14, 15, 16, 17, 18, 19], doubtful: [12, 13, 14, 15, 16, 17, 18, 19] };

/** Issuer identification numbers by scheme (ISO/IEC 7812; the schemes' public BIN ranges). */
const ISSUERS: readonly Issuer[] = [
  { from: 4, to: 4, lengths: [13, 16, 19], doubtful: [13, 19] }, // Visa
  { from: 51, to: 55, lengths: [16] }, // Mastercard
  { from: 2221, to: 2720, lengths: [16] }, // Mastercard, 2-series
  { from: 34, to: 34, lengths: [15] }, // American Express
  { from: 37, to: 37, lengths: [15] },
  { from: 6011, to: 6011, lengths: [16, 19], doubtful: [19] }, // Discover
  { from: 644, to: 659, lengths: [16, 19], doubtful: [19] },
  { from: 300, to: 305, lengths: [14, 16] }, // Diners Club
  { from: 3095, to: 3095, lengths: [14, 16] },
  { from: 36, to: 36, lengths: [14, 16] },
  { from: 38, to: 39, lengths: [14, 16] },
  { from: 3528, to: 3589, lengths: [16, 19], doubtful: [19] }, // JCB
  { from: 1800, to: 1800, lengths: [15], doubtful: [15] }, // JCB, old
  { from: 2131, to: 2131, lengths: [15], doubtful: [15] },
  { from: 62, to: 62, lengths: [16, 17, 18, 19], doubtful: [17, 18, 19] }, // UnionPay
  { from: 50, to: 50, ...MAESTRO },
  { from: 56, to: 58, ...MAESTRO },
  { from: 6304, to: 6304, ...MAESTRO },
  { from: 6759, to: 6763, ...MAESTRO },
];

/** Payment card numbers: issuer range, length, grouping as printed, Luhn. One digit repeated never passes all of these. */
export const creditCard: DigitsDetector = {
  type: 'CREDIT_CARD',
  anchor: { kind: 'digits', counts: [12, 13, 14, 15, 16, 17, 18, 19], maxGroups: 5 },
  match: matchCard,
  keywords: KEYWORDS,
  examples: {
    match: [
      { text: 'It is 4111 1111 1111 1111, thanks', value: '4111 1111 1111 1111', confidence: 'high' },
      { text: '5555-5555-5555-4444', value: '5555-5555-5555-4444', confidence: 'high' },
      { text: 'Amex 3782 822463 10005 exp 12/27', value: '3782 822463 10005', confidence: 'high' },
      { text: '"pan":"2223003122003222"', value: '2223003122003222', confidence: 'high' },
      { text: '6011\u00a01111\u00a01111\u00a01117', value: '6011\u00a01111\u00a01111\u00a01117' },
      { text: '4000.0000.0000.0002', value: '4000.0000.0000.0002' },
      { text: 'diners card 30569309025904', value: '30569309025904' },
      { text: 'paid with 3056 930902 5904 today', value: '3056 930902 5904', confidence: 'high' },
      { text: '3530111333300000', value: '3530111333300000' },
      { text: 'unionpay: 6200000000000005', value: '6200000000000005' },
      { text: 'Maestro 6759649826438453', value: '6759649826438453' },
      { text: '4242424242424242/12/27/123', value: '4242424242424242' },
      { text: '4111 1111 1111 1111 12/27 123', value: '4111 1111 1111 1111' },
    ],
    noMatch: [
      '4111 1111 1111 1112',
      '4444 4444 4444 4444',
      '0000 0000 0000 0000',
      'card 5555 5555 5555 5555',
      'card 3333 333333 33333',
      '41111111111111111111111111111111',
      'id 550e8400-e29b-41d4-a716-4111111111111111',
      '0.4111111111111111',
      'ISBN 978-0-306-40615-7',
      'at 1700000000000 ms',
      'EAN 4006381333931 in stock',
      '411 11111 1111 1111',
      'order ORD-4111111111111111-7',
      'sha 4111111111111111abcdef',
      '1234 4111 1111 1111 1111 5678',
    ],
  },
};

function matchCard(view: View, window: DigitWindow): Match | undefined {
  const grouping = groupingOf(window);
  if (grouping === 'odd' || !fitsRun(view.text, window, grouping)) return undefined;
  const digits = digitsOf(view.text, window);
  const issuer = issuerOf(digits);
  if (issuer === undefined || !luhn(digits)) return undefined;
  const { start, end } = window;
  const keyword = view.hasKeyword(KEYWORDS, window);
  const doubtful = issuer.doubtful?.includes(digits.length) === true;
  if (doubtful && !keyword && grouping === 'none') return undefined;
  return {
    start,
    end,
    confidence: doubtful && !keyword ? 'medium' : 'high',
    evidence: keyword ? ['pattern', 'checksum', 'keyword'] : ['pattern', 'checksum'],
    value: digits,
  };
}

function groupingOf(window: DigitWindow): 'none' | 'printed' | 'odd' {
  if (window.groups === 1) return 'none';
  const gap = commonGap(window);
  if (gap !== SPACE && gap !== DASH && gap !== DOT) return 'odd';
  const amexOrDiners = isGrouped(window, [4, 6, 5]) || isGrouped(window, [4, 6, 4]);
  return amexOrDiners || isInFours(window) ? 'printed' : 'odd';
}

/** 4-4-4-4, and 4-4-4-4-3 for 19 digits. */
function isInFours(window: DigitWindow): boolean {
  for (let index = 0; index < window.groups - 1; index++) {
    if (groupLength(window, index) !== 4) return false;
  }
  return window.groups >= 4 && groupLength(window, window.groups - 1) <= 4;
}

/** Not a slice of a longer number: the groups around it must not continue the same pattern. */
function fitsRun(text: string, window: DigitWindow, grouping: 'none' | 'printed'): boolean {
  if (!standsAlone(text, window.start, window.end, SLASH)) return false;
  if (grouping === 'none') return true;
  const gap = commonGap(window);
  const before = gapBefore(window) === gap && isSameRow(window, -1, 0);
  const after = gapAfter(window) === gap && isSameRow(window, window.groups, 1);
  // Several cards in a row stand at multiples of four groups.
  return (
    (!before && !after) || (window.first % 4 === 0 && window.run.groups % 4 === 0 && window.groups === 4)
  );
}

/** Is the neighbour a group of four of its own, and not the edge of a number with another separator? */
function isSameRow(window: DigitWindow, offset: number, far: 0 | 1): boolean {
  const { run, first } = window;
  const group = first + offset;
  if ((run.ends[group] ?? 0) - (run.starts[group] ?? 0) !== 4) return false;
  const beyond = group + far < run.groups ? (run.gaps[group + far] ?? 0) : 0;
  return beyond === 0 || beyond === commonGap(window) || beyond === SPACE;
}

/** The ranges with both ends drawn out to four digits: 4 becomes 4000 to 4999. */
const RANGES = ISSUERS.map((issuer) => ({
  issuer,
  from: Number(String(issuer.from).padEnd(4, '0')),
  to: Number(String(issuer.to).padEnd(4, '9')),
}));

function issuerOf(digits: string): Issuer | undefined {
  const prefix = Number(digits.slice(0, 4));
  return RANGES.find(
    ({ issuer, from, to }) => prefix >= from && prefix <= to && issuer.lengths.includes(digits.length),
  )?.issuer;
}
