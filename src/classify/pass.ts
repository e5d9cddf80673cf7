import type { Detector, Match, Span, View } from './detector.ts';
import { createDigitWindows } from './digit-windows.ts';
import type { Dispatch } from './dispatch.ts';
import type { PatternBuckets, PatternView } from './patterns.ts';
import { CODE, isCapital, kindOf, LITERAL, payloadOf, PREFIX, RUN, SHAPE, TOKEN, WORD } from './reader.ts';
import type { Hit } from './scanner.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Looks at one event: asks whoever is interested in it and keeps what they find. */
export type Pass = (event: number, start: number, end: number) => void;

export function createPass(
  view: PatternView,
  dispatch: Dispatch,
  detectors: readonly Detector[],
  patterns: PatternBuckets,
  vocabulary: Vocabulary,
  claims: Int32Array,
  hits: Hit[],
): Pass {
  const { text } = view;
  let runEnd = 0;

  const keep = (index: number, match: Match | undefined): void => {
    if (match === undefined) return;
    claims[index] = match.end;
    hits.push({ ...match, detector: index });
  };
  const isFree = (index: number, start: number): boolean => start >= (claims[index] ?? 0);

  const digits = createDigitWindows(view, dispatch, isFree, keep);

  const literal = (start: number): void => {
    for (const { literal: wanted, of } of dispatch.byFirstUnit.get(text.charCodeAt(start)) ?? []) {
      if (!isFree(of.index, start) || !text.startsWith(wanted, start)) continue;
      keep(of.index, of.entry.match(view, { start, end: start + wanted.length }));
    }
  };

  const prefix = (start: number): void => {
    const pair = (text.charCodeAt(start) << 7) | (text.charCodeAt(start + 1) & 127);
    for (const { prefix: wanted, of } of dispatch.byPair.get(pair) ?? []) {
      if (!isFree(of.index, start) || !text.startsWith(wanted, start)) continue;
      keep(of.index, of.entry.match(view, { start, end: start + wanted.length }));
    }
  };

  const askAt = (index: number, span: Span): void => {
    const match = detectors[index]?.match as ((view: View, span: Span) => Match | undefined) | undefined;
    if (isFree(index, span.start)) keep(index, match?.(view, span));
  };

  const word = (place: number, span: Span): void => {
    const entry = vocabulary.entries[place];
    if (entry === undefined) return;
    for (const index of entry.detectors) askAt(index, span);
    if (entry.ofCapital.length > 0 && isCapital(text, span.start)) {
      for (const index of entry.ofCapital) askAt(index, span);
    }
  };

  const token = (span: Span): void => {
    const size = span.end - span.start;
    for (const { index, entry } of dispatch.tokens) {
      if (size < entry.anchor.min || size > entry.anchor.max || !isFree(index, span.start)) continue;
      keep(index, entry.match(view, span));
    }
  };

  const code = (start: number): void => {
    const span = { start, end: start + 2 };
    for (const { index, entry } of dispatch.codes) {
      if (isFree(index, start)) keep(index, entry.match(view, span));
    }
  };

  return (event, start, end) => {
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
        word(payloadOf(event), { start, end });
        break;
      case TOKEN:
        token({ start, end });
        break;
      case SHAPE:
        patterns.ask(view, payloadOf(event), start, end, claims, hits);
        break;
      case CODE:
        code(start);
        break;
    }
  };
}
