import type { Evidence } from '../shared/finding.ts';
import { DOT, isDigit, isWordUnit, separatorKind, DASH } from './characters.ts';
import type { Span, View } from './detector.ts';
import { FOLLOW_ANY, firstRuns, followOf, type FirstRuns } from './first-run.ts';
import { FOREIGN_LABELS, LABEL_REACH } from './foreign-labels.ts';
import type { Need, PatternRule, PatternType } from './pattern-type.ts';
import { ALL_DIGITS, BUCKETS } from './reader.ts';
import type { Hit } from './scanner.ts';
import { isDecimalOrDate } from './skips.ts';
import type { NearLists, Sightings } from './sightings.ts';
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
  /** The lists of keywords without one of which near it some type is not looked for. */
  readonly gates: Iterable<number>;
  /** The keyword lists of a type, by its place. */
  listsOf(place: number): readonly number[];
}

interface Compiled {
  readonly type: PatternType;
  readonly index: number;
  readonly lists: readonly number[];
  readonly rules: readonly CompiledRule[];
}

/** One expression of a type. */
interface Attempt {
  readonly of: Compiled;
  readonly place: number;
  readonly runs: FirstRuns;
  /** Sticky, with its border on the right; made when it is first tried, as most never are. */
  expression: RegExp | undefined;
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
const NOT_IN_NUMBER = String.raw`(?![.\-]\d)`;

/** `offset` is the place of the first type among the detectors. Builds every keyword list into the vocabulary. */
export function createPatterns(
  types: readonly PatternType[],
  builder: VocabularyBuilder,
  offset: number,
  country: string | undefined,
): PatternBuckets {
  const foreign = builder.list(FOREIGN_LABELS);
  const all = types.map((type, place) => compile(type, offset + place, builder));
  const attempts = all.flatMap(attemptsOf);
  const used = new Uint8Array(BUCKETS);
  for (const { runs } of attempts) for (const bucket of runs.buckets.keys()) used[bucket] = 1;
  const alone = createFastChoice(attempts.filter((attempt) => mayStandAlone(attempt, country)));
  const byList = new Map<number, Attempt[]>();
  for (const attempt of attempts.filter((one) => !mayStandAlone(one, country))) {
    for (const list of attempt.of.lists) byList.set(list, [...(byList.get(list) ?? []), attempt]);
  }
  const choices = new Map<string, Choice>();
  let near: NearLists | undefined;
  let active: Choice = chooseNone;

  return {
    used,
    size: all.length,
    gates: byList.keys(),
    listsOf: (place) => all[place - offset]?.lists ?? [],
    ask(view, bucket, start, end, claims, hits) {
      const { text } = view;
      const first = text.charCodeAt(start);
      const follow = followOf(text.charCodeAt(end));
      const lists = view.sightings.near(start);
      const free = alone(bucket, follow, first);
      if (free.length === 0 && lists.key === '') return;
      if ((bucket & 3) === ALL_DIGITS && isDecimalOrDate(text, start, end)) return;
      const letters = lettersIn(text, start, end, bucket);
      const digits = ~letters & firstBits(end - start);
      for (const attempt of free) {
        if (fits(attempt, letters, digits)) tryAt(view, attempt, foreign, start, end, claims, hits);
      }
      if (lists.key === '') return;
      if (lists !== near) {
        near = lists;
        active = choiceFor(lists, byList, choices);
      }
      for (const attempt of active(bucket, follow, first)) {
        if (fits(attempt, letters, digits)) tryAt(view, attempt, foreign, start, end, claims, hits);
      }
    },
  };
}

/** Bit i: there is a letter at place i of the run. The bits beyond its end are 0. */
function lettersIn(text: string, start: number, end: number, bucket: number): number {
  const make = bucket & 3;
  if (make === ALL_DIGITS) return 0;
  let letters = 0;
  for (let place = 0; place < 32 && start + place < end; place++) {
    if (!isDigit(text.charCodeAt(start + place))) letters |= 1 << place;
  }
  return letters;
}

/** Are digits and letters where the expression has them? Tells most runs apart before the expression is run. */
function fits(
  { runs: { mustBeDigit, mustBeLetter, lead } }: Attempt,
  letters: number,
  digits: number,
): boolean {
  return lead > 0 || ((letters & mustBeDigit) | (digits & mustBeLetter)) === 0;
}

const firstBits = (count: number): number => (count >= 32 ? -1 : (1 << count) - 1);

function attemptsOf(of: Compiled): readonly Attempt[] {
  return of.type.patterns.map((pattern, place) => ({
    of,
    place,
    runs: firstRuns(pattern),
    expression: undefined,
  }));
}

/** So many sets of lists are remembered; texts of one kind have few. */
const MOST_CHOICES = 512;

/** The choice among the attempts that one of the lists lets in. */
function choiceFor(
  { key, bits }: NearLists,
  byList: ReadonlyMap<number, readonly Attempt[]>,
  known: Map<string, Choice>,
): Choice {
  let choice = known.get(key);
  if (choice === undefined) {
    const attempts = new Set<Attempt>();
    for (const [list, ofList] of byList) {
      if (((bits[list >> 5] ?? 0) & (1 << (list & 31))) === 0) continue;
      for (const attempt of ofList) attempts.add(attempt);
    }
    if (known.size >= MOST_CHOICES) known.clear();
    known.set(key, (choice = createChoice([...attempts])));
  }
  return choice;
}

/** Which attempts a run of letters and digits calls for, by its bucket, what follows it, and its first unit. */
type Choice = (bucket: number, follow: number, first: number) => readonly Attempt[];

const chooseNone: Choice = () => NONE;

/** Each answer is worked out once. */
function createChoice(attempts: readonly Attempt[]): Choice {
  if (attempts.length === 0) return chooseNone;
  const known = new Map<number, readonly Attempt[]>();
  return (bucket, follow, first) => {
    const key = keyOf(bucket, follow, first);
    let chosen = known.get(key);
    if (chosen === undefined) known.set(key, (chosen = chosenFrom(attempts, bucket, follow, first)));
    return chosen;
  };
}

/** The same for the one choice that every run asks: faster, for 250 KB. */
function createFastChoice(attempts: readonly Attempt[]): Choice {
  const known = Array.from<readonly Attempt[] | null>({ length: keyOf(BUCKETS, 0, 0) }).fill(null);
  return (bucket, follow, first) => {
    const key = keyOf(bucket, follow, first);
    return (known[key] ??= chosenFrom(attempts, bucket, follow, first));
  };
}

/** First units apart as far as expressions tell them apart: digits, letters of either case, all others. */
const FIRSTS = 37;
const firstIndexes = new Uint8Array(128).fill(FIRSTS - 1);
for (let digit = 0; digit < 10; digit++) firstIndexes[48 + digit] = digit;
for (let letter = 0; letter < 26; letter++) {
  firstIndexes[65 + letter] = 10 + letter;
  firstIndexes[97 + letter] = 10 + letter;
}
const FOLLOWS = 5;
const keyOf = (bucket: number, follow: number, first: number): number =>
  (bucket * FOLLOWS + (31 - Math.clz32(follow >> 1))) * FIRSTS +
  (first < 128 ? (firstIndexes[first] ?? 0) : FIRSTS - 1);

function chosenFrom(
  attempts: readonly Attempt[],
  bucket: number,
  follow: number,
  first: number,
): readonly Attempt[] {
  const unit = String.fromCharCode(first).toUpperCase();
  return attempts.filter(({ runs: { buckets, firsts } }) => {
    const follows = buckets.get(bucket) ?? 0;
    return (follows & (FOLLOW_ANY | follow)) !== 0 && (firsts === undefined || firsts.has(unit));
  });
}

const NONE: readonly Attempt[] = [];

/**
 * Can a value be told without a word near it? One of nothing but digits, or without a check digit, only in its own country:
 * elsewhere too many other numbers look like it.
 */
function mayStandAlone({ of: { type, rules, lists }, place }: Attempt, country: string | undefined): boolean {
  // Without any list of words there is no gate to wait at.
  if (lists.length === 0) return true;
  return rules.some(
    ({ rule }) =>
      rule.needs.length === 0 && (rule.of?.includes(place) ?? true) && isTelling(type, rule, country),
  );
}

const isTelling = (type: PatternType, rule: PatternRule, country: string | undefined): boolean =>
  (type.digitsOnly !== true && type.check !== undefined && rule.checked !== false) ||
  (country !== undefined && type.country === country);

function compile(type: PatternType, index: number, builder: VocabularyBuilder): Compiled {
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

function expressionOf({ of: { type }, place }: Attempt): RegExp {
  const border = NOT_IN_WORD + (type.digitsOnly === true ? NOT_IN_NUMBER : '');
  return new RegExp(`(?:${type.patterns[place]})${border}`, type.exactCase === true ? 'uy' : 'iuy');
}

/** Tries an expression at a run of letters and digits, and keeps what holds. */
function tryAt(
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
