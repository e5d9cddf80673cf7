import type { Evidence } from '../shared/finding.ts';
import { COMMA, DOT, isDigit, isWordUnit, separatorKind, DASH } from './characters.ts';
import type { Span, View } from './detector.ts';
import { firstRuns } from './first-run.ts';
import { FOREIGN_LABELS, LABEL_REACH } from './foreign-labels.ts';
import type { Need, PatternRule, PatternType } from './pattern-type.ts';
import { BUCKETS } from './reader.ts';
import type { Hit } from './scanner.ts';
import type { Sightings } from './sightings.ts';
import { KEYWORD_DISTANCE } from './sightings.ts';
import type { VocabularyBuilder } from './vocabulary.ts';

/** What a pattern is verified against. */
export interface PatternView extends View {
  readonly sightings: Sightings;
  /** Does the span stand in a row of a table that has a header? */
  isInTable(span: Span): boolean;
  /** Does a keyword of the list head the column that the span stands in? */
  isInColumnOf(list: number, span: Span): boolean;
}

/** The pattern types, ready to be asked about a run of letters and digits. */
export interface PatternBuckets {
  /** By bucket: 1 where some pattern may begin. */
  readonly used: Uint8Array;
  /** How many types there are; their places among the detectors follow those of the registry. */
  readonly size: number;
  /** Asks the types that may begin with the run of letters and digits [start, end). */
  ask(view: PatternView, bucket: number, start: number, end: number, claims: Int32Array, hits: Hit[]): void;
  /** The keyword lists of a type, by its place. */
  listsOf(place: number): readonly number[];
}

interface Compiled {
  readonly type: PatternType;
  readonly index: number;
  readonly expressions: readonly RegExp[];
  readonly lead: number;
  readonly lists: readonly number[];
  /** Bit by bucket: may a match begin so? */
  readonly buckets: Uint8Array;
  readonly rules: readonly CompiledRule[];
}

interface CompiledRule {
  readonly rule: PatternRule;
  readonly needs: readonly CompiledNeed[];
  readonly never: readonly CompiledNeed[];
}

type CompiledNeed =
  | { readonly list: number; readonly within: number }
  | { readonly expression: RegExp }
  | { readonly anyOf: readonly CompiledNeed[]; readonly atLeast: number };

const NOT_IN_WORD = String.raw`(?![\p{L}\p{N}_])`;
const NOT_IN_NUMBER = String.raw`(?![.,\-]\d)`;

/** `offset` is the place of the first type among the detectors. Builds every keyword list into the vocabulary. */
export function createPatterns(
  types: readonly PatternType[],
  builder: VocabularyBuilder,
  offset: number,
  country: string | undefined,
): PatternBuckets {
  const foreign = builder.list(FOREIGN_LABELS);
  const all = types.map((type, place) => compile(type, offset + place, builder));
  const used = new Uint8Array(BUCKETS);
  for (const { buckets } of all)
    for (let bucket = 0; bucket < BUCKETS; bucket++) if (buckets[bucket] === 1) used[bucket] = 1;
  const always = all.filter((compiled) => mayStandAlone(compiled, country));
  const gated = all.filter((compiled) => !mayStandAlone(compiled, country));
  const alwaysOf = Array.from({ length: BUCKETS }, (_, bucket) =>
    always.filter(({ buckets }) => buckets[bucket] === 1),
  );
  let active: readonly Compiled[] = [];
  let activeFor: Int32Array | undefined;

  return {
    used,
    size: all.length,
    listsOf: (place) => all[place - offset]?.lists ?? [],
    ask(view, bucket, start, end, claims, hits) {
      for (const compiled of alwaysOf[bucket] ?? [])
        attempt(view, compiled, foreign, start, end, claims, hits);
      const near = view.sightings.near(start);
      if (near.length === 0) return;
      if (near !== activeFor) {
        activeFor = near;
        active = gated.filter(({ lists }) =>
          lists.some((list) => ((near[list >> 5] ?? 0) & (1 << (list & 31))) !== 0),
        );
      }
      for (const compiled of active) {
        if (compiled.buckets[bucket] === 1) attempt(view, compiled, foreign, start, end, claims, hits);
      }
    },
  };
}

/**
 * Can a value be told without a word near it? One of nothing but digits, or without a check digit, only in its own country:
 * elsewhere too many other numbers look like it.
 */
function mayStandAlone({ type, rules, lists }: Compiled, country: string | undefined): boolean {
  // Without any list of words there is no gate to wait at.
  return (
    lists.length === 0 || rules.some(({ rule }) => rule.needs.length === 0 && isTelling(type, rule, country))
  );
}

const isTelling = (type: PatternType, rule: PatternRule, country: string | undefined): boolean =>
  (type.digitsOnly !== true && type.check !== undefined && rule.checked !== false) ||
  (country !== undefined && type.country === country);

function compile(type: PatternType, index: number, builder: VocabularyBuilder): Compiled {
  const border = NOT_IN_WORD + (type.digitsOnly === true ? NOT_IN_NUMBER : '');
  const runs = type.patterns.map(firstRuns);
  const buckets = new Uint8Array(BUCKETS);
  for (const run of runs) for (const bucket of run.buckets) buckets[bucket] = 1;
  const lists = new Set<number>();
  const compileNeed = (need: Need): CompiledNeed => {
    if ('expression' in need) return need;
    if ('anyOf' in need) return { anyOf: need.anyOf.map(compileNeed), atLeast: need.atLeast ?? 1 };
    const list = builder.list(need.keywords);
    lists.add(list);
    return { list, within: need.within ?? KEYWORD_DISTANCE };
  };
  const rules = type.rules.map((rule) => ({
    rule,
    needs: rule.needs.map(compileNeed),
    never: [] as readonly CompiledNeed[],
  }));
  // What must not stand near opens no gate: it is compiled after the lists of the gate are known.
  const gate = [...lists];
  return {
    type,
    index,
    expressions: type.patterns.map(
      (pattern) => new RegExp(`(?:${pattern})${border}`, type.exactCase === true ? 'uy' : 'iuy'),
    ),
    lead: Math.max(...runs.map(({ lead }) => lead)),
    lists: gate,
    buckets,
    rules: rules.map((entry) => ({ ...entry, never: (entry.rule.never ?? []).map(compileNeed) })),
  };
}

/** Tries the expressions at a run of letters and digits, and keeps what holds. */
function attempt(
  view: PatternView,
  compiled: Compiled,
  foreign: number,
  runStart: number,
  runEnd: number,
  claims: Int32Array,
  hits: Hit[],
): void {
  const { text } = view;
  for (let start = runStart - leadBefore(text, runStart, compiled.lead); start <= runStart; start++) {
    if (start < (claims[compiled.index] ?? 0) || !beginsAlone(text, start, compiled.type.digitsOnly === true))
      continue;
    for (const [place, expression] of compiled.expressions.entries()) {
      expression.lastIndex = start;
      if (!expression.test(text) || expression.lastIndex < runEnd) continue;
      const span = { start, end: expression.lastIndex };
      if (compiled.type.digitsOnly === true && isOtherNumber(view, compiled, foreign, span)) continue;
      const hit = verify(view, compiled, place, span);
      if (hit === undefined) continue;
      claims[compiled.index] = span.end;
      hits.push(hit);
      return;
    }
  }
}

/** Does the word right in front of it, or the header of its column, say that it is an order or a ticket? */
function isOtherNumber(view: PatternView, { lists }: Compiled, foreign: number, span: Span): boolean {
  const { sightings } = view;
  if (view.isInColumnOf(foreign, span)) return !lists.some((list) => view.isInColumnOf(list, span));
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
  const glued = before === DOT || before === COMMA || separatorKind(before) === DASH;
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
