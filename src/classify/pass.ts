import type { Detector, Match, Span, View } from './detector.ts';
import { createDigitWindows, type WindowHost } from './digit-windows.ts';
import { LONGEST_TOKEN, type Dispatch } from './dispatch.ts';
import type { PatternView } from './compiled-pattern.ts';
import type { PatternBuckets } from './patterns.ts';
import { CODE, kindOf, LITERAL, payloadOf, PREFIX, RUN, SHAPE, TOKEN, WORD } from './events.ts';
import { isCapital } from './look-up.ts';
import type { Hit } from './scanner.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Asks whoever is interested in an event, and keeps what they find. Made once, used for one text after the other. */
export interface Pass {
  /** Begins with a new text; what is found goes to `hits`. */
  begin(view: PatternView, hits: Hit[]): void;
  look(event: number, start: number, end: number): void;
}

type Asked = (view: View, span: Span) => Match | undefined;

export function createPass(
  dispatch: Dispatch,
  detectors: readonly Detector[],
  patterns: PatternBuckets,
  vocabulary: Vocabulary,
): Pass {
  const claims = new Int32Array(detectors.length + patterns.size);
  const matchers = detectors.map(({ match }) => match as Asked);
  let hits: Hit[] = [];
  let runEnd = 0;

  const host: WindowHost = {
    view: NO_VIEW,
    isFree: (index, start) => start >= (claims[index] ?? 0),
    keep(index, match) {
      if (match === undefined) return;
      claims[index] = match.end;
      hits.push(hitOf(match, index));
    },
  };
  const ask = (index: number, start: number, end: number): void => {
    if (start >= (claims[index] ?? 0)) host.keep(index, matchers[index]?.(host.view, { start, end }));
  };
  const digits = createDigitWindows(dispatch, host);

  const literal = (start: number): void => {
    const { text } = host.view;
    for (const { literal: wanted, of } of dispatch.byFirstUnit.get(text.charCodeAt(start)) ?? []) {
      if (wanted.length === 1 || text.startsWith(wanted, start)) ask(of.index, start, start + wanted.length);
    }
  };

  const prefix = (start: number): void => {
    const { text } = host.view;
    const pair = (text.charCodeAt(start) << 7) | (text.charCodeAt(start + 1) & 127);
    for (const { prefix: wanted, of } of dispatch.byPair.get(pair) ?? []) {
      if (text.startsWith(wanted, start)) ask(of.index, start, start + wanted.length);
    }
  };

  const word = (place: number, start: number, end: number): void => {
    const entry = vocabulary.entries[place];
    if (entry === undefined) return;
    for (const index of entry.detectors) ask(index, start, end);
    if (entry.ofCapital.length > 0 && isCapital(host.view.text, start)) {
      for (const index of entry.ofCapital) ask(index, start, end);
    }
  };

  const token = (start: number, end: number): void => {
    for (const index of dispatch.byTokenSize[Math.min(end - start, LONGEST_TOKEN)] ?? [])
      ask(index, start, end);
  };

  return {
    begin(view, into) {
      host.view = view;
      hits = into;
      runEnd = 0;
      claims.fill(0);
    },
    look(event, start, end) {
      switch (kindOf(event)) {
        case RUN:
          if (start >= runEnd) runEnd = digits(start);
          break;
        case LITERAL:
          literal(start);
          break;
        case PREFIX:
          prefix(start);
          break;
        case WORD:
          word(payloadOf(event), start, end);
          break;
        case TOKEN:
          token(start, end);
          break;
        case SHAPE:
          patterns.ask(host.view, payloadOf(event), start, end, claims, hits);
          break;
        case CODE:
          for (const { index } of dispatch.codes) ask(index, start, start + 2);
          break;
      }
    },
  };
}

function hitOf(match: Match, detector: number): Hit {
  const { start, end, confidence, evidence, value } = match;
  return match.wide === true
    ? { start, end, confidence, evidence, value, detector, wide: true }
    : { start, end, confidence, evidence, value, detector };
}

const NO_VIEW: PatternView = {
  text: '',
  country: undefined,
  hasKeyword: () => false,
  isInTable: () => false,
  isInColumnOf: () => false,
  sightings: {
    count: 0,
    clear: () => undefined,
    add: () => undefined,
    near: () => ({ key: '', bits: new Int32Array(0) }),
    has: () => false,
    isWithin: () => false,
    nearest: () => undefined,
    distance: () => Number.POSITIVE_INFINITY,
  },
};
