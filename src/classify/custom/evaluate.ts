import { missingNames, type CustomPattern, type CustomType } from '../../shared/custom-type.ts';
import { confidenceNumber, type Confidence, type Evidence, type FindingType } from '../../shared/finding.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Match } from '../detector.ts';
import type { BuiltInLookup } from './built-ins.ts';
import { createCharacterSteps } from './character-steps.ts';
import { createElementTable, type ElementTable } from './elements.ts';
import { createFilter, type ValueFilter } from './filters.ts';
import { createGate } from './gate.ts';
import { createKeywordMatcher } from './keyword-matcher.ts';
import { canHold, createNeedCheck, reachOf, resolveNeed, type ReadyNeed } from './needs.ts';
import { createSightings, type Sightings } from './sightings.ts';

/** A value of a custom type. `value` is its normalised text, which tells distinct values apart; it never leaves the classifier. */
export interface CustomHit extends Match {
  readonly type: FindingType;
}

export interface CustomScan {
  /** Type by type; within one type by place. Hits of different patterns may overlap. */
  readonly hits: readonly CustomHit[];
  /** False when the deadline or a limit cut the search short. */
  readonly complete: boolean;
}

export interface CustomDetector {
  /**
   * All values of all types. `deadline` answers true once there is no time left. Time grows linearly with the text;
   * never throws.
   */
  find(text: string, deadline?: () => boolean): CustomScan;
  /** Types that are off because of names that are used but not there. */
  readonly disabled: readonly { readonly type: FindingType; readonly missing: readonly string[] }[];
  /** Why types cannot be used as they are written, one line each; they are left out. A bundle with such types is refused. */
  readonly problems: readonly string[];
}

export interface CustomDetectorOptions {
  /** Microsoft's functions and keyword lists by name. */
  readonly builtIn?: BuiltInLookup;
}

/** Hits of all types together; the search ends there. */
const MAX_HITS = 200_000;
/** Keywords that are noted in one text; more are left, and the scan is not complete. */
const MAX_KEYWORD_HITS = 500_000;

/** Makes custom types ready to be looked for. */
export function createCustomDetector(
  types: readonly CustomType[],
  { builtIn = () => undefined }: CustomDetectorOptions = {},
): CustomDetector {
  const table = createElementTable(builtIn);
  const ready: ReadyType[] = [];
  const problems: string[] = [];
  const disabled: CustomDetector['disabled'][number][] = [];
  for (const type of types) {
    const missing = missingNames(type);
    if (missing.length > 0) disabled.push({ type: type.type, missing });
    const compiled = compileType(type, new Set(missing), table, builtIn);
    if (!compiled.ok) problems.push(...compiled.problem);
    else if (missing.length === 0) ready.push(compiled.value);
  }
  const matchKeywords = createKeywordMatcher(table.keywordLists);
  const gate = createGate(
    table.elements.map((element) => (element.kind === 'regex' ? element.pattern.windows : undefined)),
  );
  const keywordElements = table.elements.flatMap((element, place) =>
    element.kind === 'keywords' ? [{ place, list: element.list }] : [],
  );

  return {
    disabled,
    problems,
    find(text, deadline = () => false) {
      if (ready.length === 0 || text === '') return { hits: [], complete: true };
      const keywords = matchKeywords(text, MAX_KEYWORD_HITS, deadline);
      const opened = gate.open(text, deadline);
      const { mayBeThere } = opened;
      for (const { place, list } of keywordElements) {
        if (keywords.lists[list]?.starts.length === 0) mayBeThere[place] = 0;
      }
      const sightings = createSightings(text, table, keywords, opened, deadline);
      const holds = createNeedCheck(sightings, createCharacterSteps(text));
      const isThere = (element: number): boolean => mayBeThere[element] === 1;
      const hits: CustomHit[] = [];
      for (const type of ready) {
        if (!hasAny(type.primaries, mayBeThere)) continue;
        if (hits.length >= MAX_HITS || sightings.isOver()) break;
        for (const hit of findType(type, sightings, isThere, holds)) hits.push(hit);
      }
      return { hits: hits.slice(0, MAX_HITS), complete: hits.length < MAX_HITS && sightings.isComplete() };
    },
  };
}

/** Asked of every type for every text: most have nothing there. */
function hasAny(elements: Int32Array, isThere: Uint8Array): boolean {
  for (const element of elements) if (isThere[element] === 1) return true;
  return false;
}

interface ReadyPattern {
  readonly confidence: Confidence;
  readonly primary: number;
  readonly needs: readonly ReadyNeed[];
  readonly filters: readonly ValueFilter[];
  readonly evidence: readonly Evidence[];
}

interface ReadyType {
  readonly type: FindingType;
  readonly minCount: number;
  /** What its patterns find, each once. */
  readonly primaries: Int32Array;
  /** Best first. */
  readonly patterns: readonly ReadyPattern[];
}

/** Compiles every expression of the type, used or not, so that none is refused later. */
function compileType(
  type: CustomType,
  missing: ReadonlySet<string>,
  table: ElementTable,
  builtIn: BuiltInLookup,
): Result<ReadyType, readonly string[]> {
  const problems: string[] = [];
  const note = <Value>(where: string, result: Result<Value>): Value | undefined => {
    if (result.ok) return result.value;
    const line = `${type.type}: ${where}: ${result.problem}`;
    if (!problems.includes(line)) problems.push(line);
    return undefined;
  };
  for (const name of Object.keys(type.regexes)) note(`regex "${name}"`, table.place(type, name));
  if (problems.length > 0) return { ok: false, problem: problems };
  if (missing.size > 0)
    return ok({ type: type.type, minCount: type.min_count, primaries: new Int32Array(0), patterns: [] });

  const filtersOf = (filters: CustomType['filters'], where: string): ValueFilter[] =>
    filters.flatMap((filter) => note(where, createFilter(type, filter, builtIn)) ?? []);
  const shared = filtersOf(type.filters, 'filters');
  const patterns = type.patterns.flatMap((pattern, index): ReadyPattern[] => {
    const where = `pattern ${index + 1}`;
    const primary = note(where, table.place(type, pattern.find));
    const reach = reachOf(pattern.proximity ?? type.proximity);
    const needs = pattern.needs.flatMap((need) => note(where, resolveNeed(type, need, reach, table)) ?? []);
    const filters = [...shared, ...filtersOf(pattern.filters, where)];
    if (primary === undefined) return [];
    return [
      {
        confidence: pattern.confidence,
        primary,
        needs,
        filters,
        evidence: evidenceOf(pattern, primary, table),
      },
    ];
  });
  if (problems.length > 0) return { ok: false, problem: problems };
  return ok({
    type: type.type,
    minCount: type.min_count,
    primaries: Int32Array.from(new Set(patterns.map(({ primary }) => primary))),
    patterns: patterns.toSorted(
      (left, right) => confidenceNumber[right.confidence] - confidenceNumber[left.confidence],
    ),
  });
}

function evidenceOf({ needs }: CustomPattern, primary: number, table: ElementTable): readonly Evidence[] {
  const element = table.elements[primary];
  const isChecked =
    (element?.kind === 'regex' && element.checks.length > 0) ||
    (element?.kind === 'function' && element.checked);
  const hasNeed = needs.some((need) => typeof need === 'string' || !('none_of' in need));
  return [
    ...(element?.kind === 'keywords' ? [] : (['pattern'] as const)),
    ...(isChecked ? (['checksum'] as const) : []),
    ...(hasNeed || element?.kind === 'keywords' ? (['keyword'] as const) : []),
  ];
}

/** Every hit of each primary element, at the best level that one of its patterns gives it. */
function findType(
  { type, minCount, patterns }: ReadyType,
  sightings: Sightings,
  isThere: (element: number) => boolean,
  holds: (need: ReadyNeed, around: { start: number; end: number; element: number; place: number }) => boolean,
): readonly CustomHit[] {
  const possible = patterns.filter(
    ({ primary, needs }) => isThere(primary) && needs.every((need) => canHold(need, isThere)),
  );
  const best = new Map<string, CustomHit>();
  for (const primary of new Set(possible.map((pattern) => pattern.primary))) {
    const itsPatterns = possible.filter((pattern) => pattern.primary === primary);
    const { starts, ends } = sightings.of(primary);
    for (const [place, start] of starts.entries()) {
      const end = ends[place] ?? start;
      const around = { start, end, element: primary, place };
      const pattern = itsPatterns.find(
        ({ filters, needs }) =>
          filters.every((stays) => stays(sightings.text, around)) &&
          needs.every((need) => holds(need, around)),
      );
      if (pattern === undefined) continue;
      const { confidence, evidence } = pattern;
      const key = `${start} ${end}`;
      const there = best.get(key);
      if (there !== undefined && confidenceNumber[there.confidence] >= confidenceNumber[confidence]) continue;
      best.set(key, { type, start, end, confidence, evidence, value: sightings.valueAt(primary, place) });
    }
  }
  const hits = [...best.values()];
  if (minCount > 1 && new Set(hits.map(({ value }) => value)).size < minCount) return [];
  return hits.toSorted((left, right) => left.start - right.start || left.end - right.end);
}
