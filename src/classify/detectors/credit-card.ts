import { DASH, DOT, SLASH, SPACE, standsAlone } from '../characters.ts';
import { luhnOf } from '../checksums.ts';
import type { DigitsDetector, Match, View } from '../detector.ts';
import {
  commonGap,
  digitsFrom,
  digitsOf,
  gapAfter,
  gapBefore,
  groupLength,
  isGrouped,
  isOneDigitRepeated,
  isSpelledOut,
  numberAt,
  type DigitWindow,
} from '../digit-run.ts';
import { firmLengths, doubtfulLengths } from './card-issuers.ts';
import { cardWords } from './card-words.ts';

const FEWEST = 12;
const MOST = 19;

/** Payment card numbers: issuer range, length, grouping as printed, Luhn. One digit repeated never passes all of these. */
export const creditCard: DigitsDetector = {
  type: 'CREDIT_CARD',
  name: 'Payment card number',
  purview: { name: 'Credit Card Number', id: '50842eb7-edc8-4019-85dd-5a5c1f2bb085' },
  anchor: {
    kind: 'digits',
    counts: Array.from({ length: MOST + 1 - FEWEST }, (_, index) => FEWEST + index),
    // Digit by digit, too.
    maxGroups: MOST,
  },
  match: matchCard,
  keywords: cardWords,
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
      { text: 'my card 3501234567890127', value: '3501234567890127', confidence: 'medium' },
      { text: 'номер карты 2200123456789019', value: '2200123456789019', confidence: 'high' },
      { text: 'RuPay 8171 2345 6789 0125', value: '8171 2345 6789 0125' },
      { text: 'card: 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', value: '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1' },
      { text: '信用卡4111111111111111有效', value: '4111111111111111', confidence: 'high' },
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
      'device 3501234567890127',
      '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
      'card 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 2 2',
    ],
  },
};

type Grouping = 'none' | 'printed' | 'spelled' | 'odd';

function matchCard(view: View, window: DigitWindow): Match | undefined {
  const { count } = window;
  const prefix = numberAt(window, 0, 4);
  const length = 1 << count;
  const firm = ((firmLengths[prefix] ?? 0) & length) !== 0;
  const doubtful = !firm && ((doubtfulLengths[prefix] ?? 0) & length) !== 0;
  // ISO/IEC 7812 leaves 3 to 6 to travel and banks: a number of no known issuer counts where a word says card.
  const unknown = !firm && !doubtful && count === 16 && prefix >= 3000 && prefix < 7000;
  if (!firm && !doubtful && !unknown) return undefined;
  const from = digitsFrom(window);
  if (!luhnOf(window.run.digits, from, from + count)) return undefined;
  const grouping = groupingOf(window);
  if (grouping === 'odd' || !fitsRun(view.text, window, grouping)) return undefined;
  const keyword = unknown ? view.hasKeyword(cardWords, window, NEAR) : view.hasKeyword(cardWords, window);
  if (!keyword && (unknown || grouping === 'spelled' || (doubtful && grouping === 'none'))) return undefined;
  if (unknown && isOneDigitRepeated(window)) return undefined;
  return {
    start: window.start,
    end: window.end,
    confidence: unknown || (doubtful && !keyword) ? 'medium' : 'high',
    evidence: keyword ? WITH_KEYWORD : CHECKED,
    value: digitsOf(view.text, window),
  };
}

/** How near a word must be where the issuer is not known. */
const NEAR = 60;
const CHECKED = ['pattern', 'checksum'] as const;
const WITH_KEYWORD = ['pattern', 'checksum', 'keyword'] as const;

function groupingOf(window: DigitWindow): Grouping {
  if (window.groups === 1) return 'none';
  const gap = commonGap(window);
  if (gap !== SPACE && gap !== DASH && gap !== DOT) return 'odd';
  if (window.groups > 5) return isSpelledOut(window) ? 'spelled' : 'odd';
  const amexOrDiners = isGrouped(window, AMEX) || isGrouped(window, DINERS);
  return amexOrDiners || isInFours(window) ? 'printed' : 'odd';
}

const AMEX = [4, 6, 5];
const DINERS = [4, 6, 4];

/** 4-4-4-4, and 4-4-4-4-3 for 19 digits. */
function isInFours(window: DigitWindow): boolean {
  for (let index = 0; index < window.groups - 1; index++) {
    if (groupLength(window, index) !== 4) return false;
  }
  return window.groups >= 4 && groupLength(window, window.groups - 1) <= 4;
}

/** Not a slice of a longer number: the groups around it must not continue the same pattern. */
function fitsRun(text: string, window: DigitWindow, grouping: Grouping): boolean {
  if (!standsAlone(text, window.start, window.end, SLASH)) return false;
  if (grouping !== 'printed') return true;
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
