import type { Span, View } from './detector.ts';
import { firstRuns, type FirstRuns } from './first-run.ts';
import type { Need, PatternRule, PatternType } from './pattern-type.ts';
import { KEYWORD_DISTANCE, type Sightings } from './sightings.ts';
import type { VocabularyBuilder } from './vocabulary.ts';

/** What a pattern is verified against. */
export interface PatternView extends View {
  readonly sightings: Sightings;
  /** Does the span stand in a row of a table that has a header? */
  isInTable(span: Span): boolean;
  /** Does a keyword of the list head the column that the span stands in? */
  isInColumnOf(list: number, span: Span): boolean;
}

/** A type with its keyword lists by number. */
export interface Compiled {
  readonly type: PatternType;
  readonly index: number;
  readonly lists: readonly number[];
  readonly rules: readonly CompiledRule[];
}

/** One expression of a type. */
export interface Attempt {
  readonly of: Compiled;
  readonly place: number;
  readonly runs: FirstRuns;
  /** Sticky, with its border on the right; made when it is first tried, as most never are. */
  expression: RegExp | undefined;
}

export interface CompiledRule {
  readonly rule: PatternRule;
  readonly needs: readonly CompiledNeed[];
  readonly never: readonly CompiledNeed[];
}

export type CompiledNeed =
  | { readonly list: number; readonly within: number }
  | { readonly expression: RegExp }
  | { readonly anyOf: readonly CompiledNeed[]; readonly atLeast: number };

const NOT_IN_WORD = String.raw`(?![\p{L}\p{N}_])`;
const NOT_IN_NUMBER = String.raw`(?![.\-]\d)`;

/**
 * Can a value be told without a word near it? One of nothing but digits, or without a check digit, only in its own country:
 * elsewhere too many other numbers look like it.
 */
export function mayStandAlone(
  { of: { type, rules, lists }, place }: Attempt,
  country: string | undefined,
): boolean {
  // Without any list of words there is no gate to wait at.
  if (lists.length === 0) return true;
  return rules.some(
    ({ rule }) =>
      rule.needs.length === 0 && (rule.of?.includes(place) ?? true) && isTelling(type, rule, country),
  );
}

export const isTelling = (type: PatternType, rule: PatternRule, country: string | undefined): boolean =>
  (type.digitsOnly !== true && type.check !== undefined && rule.checked !== false) ||
  (country !== undefined && type.country === country);

/** Builds every keyword list of a type into the vocabulary. */
export function compile(type: PatternType, index: number, builder: VocabularyBuilder): Compiled {
  const lists = new Set<number>();
  const compileNeed = (need: Need): CompiledNeed => {
    if ('expression' in need) return need;
    if ('anyOf' in need) return { anyOf: need.anyOf.map(compileNeed), atLeast: need.atLeast ?? 1 };
    const list = builder.list(need.keywords);
    lists.add(list);
    return { list, within: need.within ?? KEYWORD_DISTANCE };
  };
  const needs = type.rules.map((rule) => rule.needs.map(compileNeed));
  // What must not stand near opens no gate: it is compiled after the lists of the gate are known.
  const gate = [...lists];
  const rules = type.rules.map((rule, place) => ({
    rule,
    needs: needs[place] ?? [],
    never: (rule.never ?? []).map(compileNeed),
  }));
  return { type, index, lists: gate, rules };
}

export function expressionOf({ of: { type }, place }: Attempt): RegExp {
  const border = NOT_IN_WORD + (type.digitsOnly === true ? NOT_IN_NUMBER : '');
  return new RegExp(`(?:${type.patterns[place]})${border}`, type.exactCase === true ? 'uy' : 'iuy');
}

/** One for each expression of a type. */
export function attemptsOf(of: Compiled): readonly Attempt[] {
  return of.type.patterns.map((pattern, place) => ({
    of,
    place,
    runs: firstRuns(pattern),
    expression: undefined,
  }));
}
