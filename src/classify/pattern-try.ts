import type { Evidence } from '../shared/finding.ts';
import { DASH, DOT, isDigit, isWordUnit, separatorKind } from './characters.ts';
import {
  expressionOf,
  isTelling,
  type Attempt,
  type Compiled,
  type CompiledNeed,
  type PatternView,
} from './compiled-pattern.ts';
import type { Span } from './detector.ts';
import { LABEL_REACH } from './foreign-labels.ts';
import type { Hit } from './scanner.ts';
import { KEYWORD_DISTANCE } from './sightings.ts';

/** Tries an expression at a run of letters and digits, and keeps what holds. */
export function tryAt(
  view: PatternView,
  attempt: Attempt,
  foreign: number,
  runStart: number,
  runEnd: number,
  claims: Int32Array,
  hits: Hit[],
): void {
  const { text } = view;
  const { of, place } = attempt;
  const expression = (attempt.expression ??= expressionOf(attempt));
  for (let start = runStart - leadBefore(text, runStart, attempt.runs.lead); start <= runStart; start++) {
    if (start < (claims[of.index] ?? 0) || !beginsAlone(text, start, of.type.digitsOnly === true)) continue;
    expression.lastIndex = start;
    if (!expression.test(text) || expression.lastIndex < runEnd) continue;
    const span = { start, end: expression.lastIndex };
    if (of.type.digitsOnly === true && isOtherNumber(view, of, foreign, span)) continue;
    const hit = verify(view, of, place, span);
    if (hit === undefined) continue;
    claims[of.index] = span.end;
    hits.push(hit);
    return;
  }
}

/** Does the word right in front of it, or the header of its column, say that it is an order or a ticket? */
function isOtherNumber(view: PatternView, { lists }: Compiled, foreign: number, span: Span): boolean {
  const { sightings } = view;
  if (view.isInTable(span)) {
    return view.isInColumnOf(foreign, span) && !lists.some((list) => view.isInColumnOf(list, span));
  }
  if (!sightings.has(foreign, span, LABEL_REACH, 0)) return false;
  const label = sightings.distance(foreign, span);
  return !lists.some((list) => sightings.distance(list, span) <= label);
}

/** How many units in front of the run, up to `most`, are neither spaces nor part of a word. */
function leadBefore(text: string, start: number, most: number): number {
  let lead = 0;
  while (lead < most && start - lead > 0 && text.charCodeAt(start - lead - 1) > 32) lead++;
  return lead;
}

function beginsAlone(text: string, start: number, digitsOnly: boolean): boolean {
  const before = text.charCodeAt(start - 1);
  if (isWordUnit(before)) return false;
  if (!digitsOnly) return true;
  const glued = before === DOT || separatorKind(before) === DASH;
  return !glued || !isDigit(text.charCodeAt(start - 2));
}

function verify(view: PatternView, compiled: Compiled, place: number, span: Span): Hit | undefined {
  const { type } = compiled;
  const compact = view.text
    .slice(span.start, span.end)
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
  let checked: boolean | undefined;
  for (const { rule, needs, never } of compiled.rules) {
    if (rule.of !== undefined && !rule.of.includes(place)) continue;
    if (needs.length === 0 && !isTelling(type, rule, view.country)) continue;
    const mustCheck = type.check !== undefined && rule.checked !== false;
    if (mustCheck && !(checked ??= type.check.holds(compact))) continue;
    if (!needs.every((need) => isMet(view, need, span)) || never.some((need) => isMet(view, need, span)))
      continue;
    return {
      ...span,
      detector: compiled.index,
      confidence: rule.confidence,
      evidence: evidenceOf(mustCheck, needs.length > 0),
      value: compact,
    };
  }
  return undefined;
}

const PATTERN: readonly Evidence[] = ['pattern'];
const WITH_CHECK: readonly Evidence[] = ['pattern', 'checksum'];
const WITH_KEYWORD: readonly Evidence[] = ['pattern', 'keyword'];
const WITH_BOTH: readonly Evidence[] = ['pattern', 'checksum', 'keyword'];
function evidenceOf(checked: boolean, keyword: boolean): readonly Evidence[] {
  if (checked) return keyword ? WITH_BOTH : WITH_CHECK;
  return keyword ? WITH_KEYWORD : PATTERN;
}

/** In a table the header of the column is the label; words in cells beside it speak of those cells. */
function isLabelled(
  view: PatternView,
  { list, within }: { readonly list: number; readonly within: number },
  span: Span,
): boolean {
  if (view.isInTable(span)) {
    return view.isInColumnOf(list, span) || view.sightings.has(list, span, LABEL_REACH, 0);
  }
  return view.sightings.has(list, span, within);
}

function isMet(view: PatternView, need: CompiledNeed, span: Span): boolean {
  if ('list' in need) return isLabelled(view, need, span);
  if ('anyOf' in need) {
    let met = 0;
    for (const member of need.anyOf) if (isMet(view, member, span) && ++met >= need.atLeast) return true;
    return false;
  }
  const { text } = view;
  const before = text.slice(Math.max(0, span.start - KEYWORD_DISTANCE), span.start);
  return (
    need.expression.test(before) || need.expression.test(text.slice(span.end, span.end + KEYWORD_DISTANCE))
  );
}
