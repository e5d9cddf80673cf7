import type { CustomType, Filter, FilterPlace } from '../../shared/custom-type.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Span } from '../detector.ts';
import type { BuiltInLookup } from './built-ins.ts';
import { expressionOf, keywordsOf } from './elements.ts';
import { compileExpression } from './expression.ts';
import { fold, isWordBorder } from './folding.ts';
import type { Keyword } from './keyword-matcher.ts';

/** Does the value at this place stay? Looks at the value and a bounded stretch around it. */
export type ValueFilter = (text: string, span: Span) => boolean;

/** How much of the value, or of the text beside it, an expression is run on. */
const REACH = 1024;

export function createFilter(type: CustomType, filter: Filter, builtIn: BuiltInLookup): Result<ValueFilter> {
  if (!('matching' in filter)) return ok(hasDifferentDigits);
  const [place, wanted] =
    'exclude' in filter ? ([filter.exclude, false] as const) : ([filter.require, true] as const);
  const matches = matcherOf(type, filter.matching, place, builtIn);
  if (!matches.ok) return matches;
  return ok((text, span) => matches.value(text, span) === wanted);
}

/** False for 1111-1111; true when there is no digit. */
const hasDifferentDigits: ValueFilter = (text, { start, end }) => {
  let first = -1;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) continue;
    if (first < 0) first = code;
    else if (code !== first) return true;
  }
  return first < 0;
};

function matcherOf(
  type: CustomType,
  name: string,
  place: FilterPlace,
  builtIn: BuiltInLookup,
): Result<ValueFilter> {
  const regex = Object.hasOwn(type.regexes, name) ? type.regexes[name] : undefined;
  if (regex !== undefined) return expressionMatcher(expressionOf(regex), place);
  const list = Object.hasOwn(type.keywords, name) ? type.keywords[name] : undefined;
  if (list !== undefined) return ok(keywordMatcher(keywordsOf(list), place));
  const found = builtIn(name);
  if (found?.kind === 'keywords') return ok(keywordMatcher(keywordsOf(found.words), place));
  return failed(`the filter's "${name}" is no regex or keyword list of the type; correct the name or add it`);
}

/** Which stretch of the text counts, and to which of its ends the match is bound. */
const boundTo: Readonly<Record<FilterPlace, 'start' | 'end' | 'whole'>> = {
  starts_with: 'start',
  ends_with: 'end',
  equals: 'whole',
  preceded_by: 'end',
  followed_by: 'start',
};

function expressionMatcher(expression: string, place: FilterPlace): Result<ValueFilter> {
  const pattern = compileExpression(expression, boundTo[place]);
  if (!pattern.ok) return pattern;
  return ok((text, { start, end }) => pattern.value.find(sliceAt(text, start, end, place), 0) !== undefined);
}

function sliceAt(text: string, start: number, end: number, place: FilterPlace): string {
  switch (place) {
    case 'starts_with':
      return text.slice(start, Math.min(end, start + REACH));
    case 'ends_with':
      return text.slice(Math.max(start, end - REACH), end);
    case 'equals':
      return text.slice(start, end);
    case 'preceded_by':
      return text.slice(Math.max(0, start - REACH), start);
    case 'followed_by':
      return text.slice(end, end + REACH);
  }
}

/** Keywords by length: as many look-ups as there are different lengths, however long the list. */
function keywordMatcher(keywords: readonly Keyword[], place: FilterPlace): ValueFilter {
  const byLength = new Map<number, Map<string, Keyword[]>>();
  for (const keyword of keywords) {
    const folded = fold(keyword.text);
    const same = byLength.get(folded.length) ?? new Map<string, Keyword[]>();
    same.set(folded, [...(same.get(folded) ?? []), keyword]);
    byLength.set(folded.length, same);
  }
  return (text, { start, end }) => {
    for (const [length, same] of byLength) {
      const from = place === 'ends_with' ? end - length : place === 'preceded_by' ? start - length : start;
      const begin = place === 'followed_by' ? end : from;
      const stop = begin + length;
      const outside =
        begin < 0 ||
        (place === 'equals' && stop !== end) ||
        (place === 'starts_with' && stop > end) ||
        (place === 'ends_with' && begin < start);
      if (outside) continue;
      const there = text.slice(begin, stop);
      if (same.get(fold(there))?.some((keyword) => fits(text, begin, stop, there, keyword)) === true)
        return true;
    }
    return false;
  };
}

function fits(text: string, start: number, end: number, there: string, keyword: Keyword): boolean {
  if (keyword.exactCase && there !== keyword.text) return false;
  return (
    !keyword.wholeWord ||
    (isWordBorder(text.charCodeAt(start), text.charCodeAt(start - 1)) &&
      isWordBorder(text.charCodeAt(end - 1), text.charCodeAt(end)))
  );
}
