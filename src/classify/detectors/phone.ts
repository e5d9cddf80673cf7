import { CLOSE, DASH, DOT, isDigit, OPEN, PLUS, SLASH, SPACE, standsAlone } from '../characters.ts';
import type { DigitsDetector, Match, Span, View } from '../detector.ts';
import { digitsFrom, digitsOf, gapAfter, type DigitWindow } from '../digit-run.ts';
import { FEWEST_DIGITS, judgeInternational, MOST_DIGITS } from '../phone-plans.ts';
import { phoneExamples } from './phone-examples.ts';
import { hasMark, hasOtherLabel, labelOf } from './phone-labels.ts';
import { isEpoch, isOtherNumber, isPlainlyCut } from './phone-lookalikes.ts';
import { isClear, isFromSomewhere, isKnownAnywhere, likenessOf, MOST_NATIONAL } from './phone-shapes.ts';
import { phoneWords } from './phone-words.ts';

/** Phone numbers by the world's numbering plans: international ones, and national ones of the view's country or with a label. */
export const phone: DigitsDetector = {
  type: 'PHONE',
  name: 'Phone number',
  anchor: {
    kind: 'digits',
    // Two more than a number has, for the 00 in front.
    counts: Array.from({ length: MOST_DIGITS + 3 - FEWEST_DIGITS }, (_, index) => FEWEST_DIGITS + index),
    maxGroups: 7,
    fromStart: true,
  },
  match: matchPhone,
  keywords: phoneWords,
  examples: phoneExamples,
};

function matchPhone(view: View, window: DigitWindow): Match | undefined {
  // A number that goes on from another one is none.
  if (window.first !== 0) return undefined;
  const { text } = view;
  if (text.charCodeAt(window.start - 1) === PLUS) return matchInternational(view, window, 1);
  if (text.charCodeAt(window.start) === ZERO && text.charCodeAt(window.start + 1) === ZERO) {
    return matchInternational(view, window, 0);
  }
  if (window.count > MOST_DIGITS || !isPlainlyCut(text, window) || isOtherNumber(window)) return undefined;
  return matchNational(view, window);
}

/** `+33…` and `0033…`. `plus` is the length of the sign in front of the window. */
function matchInternational(view: View, window: DigitWindow, plus: 0 | 1): Match | undefined {
  const { text } = view;
  const start = window.start - plus;
  const after = gapAfter(window);
  const count = plus === 1 ? window.count : window.count - 2;
  if (count > MOST_DIGITS || after === DOT || after === DASH) return undefined;
  if (!standsAlone(text, start, window.end, SLASH)) return undefined;
  const to = digitsFrom(window) + window.count;
  const verdict = judgeInternational(window.run.digits, to - count, to);
  if (verdict === 'none') return undefined;
  // `(+33) 6…`: the bracket belongs to the number.
  const span = { start: text.charCodeAt(start - 1) === OPEN ? start - 1 : start, end: window.end };
  if (verdict === 'given') {
    const keyword = view.hasKeyword(phoneWords, span);
    if (plus === 0 && !keyword && count < 10) return undefined;
    return found(view, window, span, plus === 1 || keyword ? 'high' : 'medium', keyword);
  }
  if (after !== 0 || (plus === 1 && isSum(text, start))) return undefined;
  const labelled = labelOf(view, span) !== 'none';
  if (!labelled && (plus === 0 || count < (verdict === 'possible' ? 9 : 10))) return undefined;
  return found(
    view,
    window,
    span,
    labelled ? 'medium' : 'low',
    labelled || view.hasKeyword(phoneWords, span),
  );
}

/** Does a bracket close within the window? */
function hasBracket(text: string, { start, end }: DigitWindow): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === CLOSE) return true;
  return false;
}

/** Is the plus an operator: `5 +441234567`? */
const isSum = (text: string, plus: number): boolean =>
  text.charCodeAt(plus - 1) === SPACE && isDigit(text.charCodeAt(plus - 2));

function matchNational(view: View, window: DigitWindow): Match | undefined {
  const { text } = view;
  const bracketed = text.charCodeAt(window.start - 1) === OPEN && hasBracket(text, window);
  const span = { start: bracketed ? window.start - 1 : window.start, end: window.end };
  const clear = isClear(view, window, bracketed);
  if (clear && window.groups > 1) {
    const keyword = view.hasKeyword(phoneWords, span);
    return found(view, window, span, keyword ? 'high' : 'medium', keyword);
  }
  // Long bare digits are told by a plan or not at all: to ask it costs less than to look for a label.
  if (!clear && window.groups === 1 && window.count > MOST_NATIONAL && !isKnownAnywhere(view, window))
    return undefined;
  const label = labelOf(view, span);
  // Bare digits: most are looked at no further.
  if (!clear && window.groups === 1 && label === 'none') return undefined;
  if (isEpoch(window) && label !== 'direct') return undefined;
  // The head of a column says more than what stands in the cell before.
  const inColumn = () => view.hasKeyword(phoneWords, span, 0);
  if (window.groups === 1 && hasOtherLabel(text, span.start) && !inColumn()) return undefined;
  if (clear) {
    const keyword = label !== 'none' || view.hasKeyword(phoneWords, span);
    return found(view, window, span, keyword ? 'high' : 'medium', keyword);
  }
  if (label === 'direct' && isFromSomewhere(window)) return found(view, window, span, 'medium', true);
  if (label !== 'none' && isKnownAnywhere(view, window)) return found(view, window, span, 'medium', true);
  return matchUnlabelled(view, window, span, bracketed);
}

function matchUnlabelled(view: View, window: DigitWindow, span: Span, bracketed: boolean): Match | undefined {
  const likeness = likenessOf(window, bracketed);
  if (likeness === 'none') return undefined;
  const keyword = view.hasKeyword(phoneWords, span);
  if (!keyword && likeness === 'low' && hasMark(view.text, span.start)) return undefined;
  return found(view, window, span, keyword || likeness === 'medium' ? 'medium' : 'low', keyword);
}

const ZERO = 48;
const PATTERN = ['pattern'] as const;
const WITH_KEYWORD = ['pattern', 'keyword'] as const;

const found = (
  { text }: View,
  window: DigitWindow,
  { start, end }: Span,
  confidence: Match['confidence'],
  keyword: boolean,
): Match => ({
  start,
  end,
  confidence,
  evidence: keyword ? WITH_KEYWORD : PATTERN,
  value: digitsOf(text, window),
});
