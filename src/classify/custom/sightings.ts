import type { Span } from '../detector.ts';
import type { Starts } from '../regex/forward.ts';
import type { LinearPattern } from '../regex/linear.ts';
import type { Element, ElementTable } from './elements.ts';
import { fold } from './folding.ts';
import type { OpenGate } from './gate.ts';
import { noOccurrences, occurrencesOf, type Occurrences } from './occurrences.ts';
import type { ValueCheck } from './validators.ts';

/** Values of one element that are looked at in one text; more are left, and the scan is not complete. */
export const MAX_OCCURRENCES = 200_000;
/** How many matches of an expression are taken between two looks at the deadline. */
const BETWEEN_LOOKS = 64;
/** Longer values are told apart by this much of them. */
const MAX_VALUE_UNITS = 256;

/** Where the elements stand in one text. Each is looked for when it is first asked for. */
export interface Sightings {
  readonly text: string;
  of(element: number): Occurrences;
  /** The normalised text of one occurrence. */
  valueAt(element: number, place: number): string;
  /** False when something was cut short: by the deadline or by a limit. */
  isComplete(): boolean;
  isOver(): boolean;
}

export function createSightings(
  text: string,
  { elements }: ElementTable,
  keywords: { readonly lists: readonly Occurrences[]; readonly complete: boolean },
  gate: OpenGate,
  deadline: () => boolean,
): Sightings {
  const seen = new Map<number, Occurrences>();
  let complete = keywords.complete && gate.complete;
  const isOver = (): boolean => {
    if (!deadline()) return false;
    complete = false;
    return true;
  };
  const look = (element: Element, place: number): Occurrences => {
    if (element.kind === 'keywords') return keywords.lists[element.list] ?? noOccurrences;
    if (gate.mayBeThere[place] === 0 || isOver()) return noOccurrences;
    if (element.kind === 'function') return occurrencesOf(element.find(text));
    const found = findAll(text, element, gate.startsOf(place), isOver);
    complete &&= found.starts.length < MAX_OCCURRENCES;
    return found;
  };
  const of = (place: number): Occurrences => {
    let found = seen.get(place);
    const element = elements[place];
    if (found === undefined && element !== undefined) {
      found = look(element, place);
      seen.set(place, found);
    }
    return found ?? noOccurrences;
  };
  return {
    text,
    of,
    isOver,
    isComplete: () => complete,
    valueAt(element, place) {
      const { starts, ends } = of(element);
      const value = text.slice(
        starts[place],
        Math.min(ends[place] ?? 0, (starts[place] ?? 0) + MAX_VALUE_UNITS),
      );
      return elements[element]?.kind === 'keywords' ? fold(value).replaceAll(/ {2,}/g, ' ') : value;
    },
  };
}

function findAll(
  text: string,
  { pattern, checks }: { readonly pattern: LinearPattern; readonly checks: readonly ValueCheck[] },
  starts: Starts | undefined,
  isOver: () => boolean,
): Occurrences {
  const found: Occurrences = { starts: [], ends: [] };
  let taken = 0;
  let from = 0;
  let last = 0;
  while (from <= text.length && found.starts.length < MAX_OCCURRENCES) {
    const match = pattern.find(text, from, text.length, starts);
    if (match === undefined) break;
    const { start, end } = valueSpan(text, match);
    const value = text.slice(start, end);
    if (start >= last && checks.every((holds) => holds(value))) {
      found.starts.push(start);
      found.ends.push(end);
      last = end;
    }
    // Two values may share the one space or comma between them that the expression asks for on both sides.
    from = Math.max(end, match.end - 1, match.start + 1);
    taken++;
    if (taken % BETWEEN_LOOKS === 0 && isOver()) break;
  }
  return found;
}

/** The value inside a match: its only group, or else all of it without the spaces and marks that stand around it. */
export function valueSpan(text: string, match: Span & { readonly group?: Span | undefined }): Span {
  if (match.group !== undefined && match.group.end > match.group.start) return match.group;
  let { start, end } = match;
  while (start < end && isMargin(text.charCodeAt(start))) start++;
  while (end > start && isMargin(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : { start: match.start, end: match.end };
}

const margin = new Set(
  ' \t\n\v\f\r\u00a0\u2028\u2029\u202f\ufeff,;:"\''.split('').map((mark) => mark.charCodeAt(0)),
);
const isMargin = (code: number): boolean => margin.has(code);
