/**
 * Sets of UTF-16 code units as sorted ranges that neither overlap nor touch: [low, high, low, high, …], both inclusive.
 * One symbol more, `PAIR`, stands for every character beyond U+FFFF; only expressions with the u flag have it.
 */
export type UnitSet = readonly number[];

export const LAST_UNIT = 0xffff;
export const PAIR = 0x10000;

export const NO_UNITS: UnitSet = [];
export const DIGITS: UnitSet = [48, 57];
export const WORD: UnitSet = [48, 57, 65, 90, 95, 95, 97, 122];
/** What `^` and `$` stop at when multiline, and `.` does not match: ECMA-262, LineTerminator. */
export const LINE_ENDS: UnitSet = [10, 10, 13, 13, 0x2028, 0x2029];
/** ECMA-262, WhiteSpace and LineTerminator. */
export const SPACES: UnitSet = [
  9, 13, 32, 32, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f, 0x205f, 0x205f,
  0x3000, 0x3000, 0xfeff, 0xfeff,
];
/** `\h` of Perl and Boost: a space that stays on the line (perlrecharclass, "Whitespace"). */
export const HORIZONTAL: UnitSet = [
  9, 9, 32, 32, 0xa0, 0xa0, 0x1680, 0x1680, 0x180e, 0x180e, 0x2000, 0x200a, 0x202f, 0x202f, 0x205f, 0x205f,
  0x3000, 0x3000,
];

export const oneUnit = (unit: number): UnitSet => [unit, unit];

export function union(sets: readonly UnitSet[]): UnitSet {
  if (sets.length === 1) return sets[0] ?? NO_UNITS;
  const ranges = sets.flatMap(rangesOf).toSorted((left, right) => left.low - right.low);
  const merged: number[] = [];
  let last = -2;
  for (const { low, high } of ranges) {
    if (low <= last + 1 && merged.length > 0) merged[merged.length - 1] = Math.max(last, high);
    else merged.push(low, high);
    last = merged[merged.length - 1] ?? last;
  }
  return merged;
}

/** All units that are not in the set. */
export function complement(set: UnitSet): UnitSet {
  const rest: number[] = [];
  let next = 0;
  for (const { low, high } of rangesOf(set)) {
    if (low > next) rest.push(next, Math.min(low - 1, LAST_UNIT));
    next = high + 1;
  }
  if (next <= LAST_UNIT) rest.push(next, LAST_UNIT);
  return rest;
}

export function contains(set: UnitSet, unit: number): boolean {
  let low = 0;
  let high = set.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (unit < (set[2 * middle] ?? 0)) high = middle;
    else if (unit > (set[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

export interface UnitRange {
  readonly low: number;
  readonly high: number;
}

export function rangesOf(set: UnitSet): UnitRange[] {
  const ranges: UnitRange[] = [];
  for (let at = 0; at < set.length; at += 2) ranges.push({ low: set[at] ?? 0, high: set[at + 1] ?? 0 });
  return ranges;
}

const properties = new Map<string, UnitSet | undefined>();

/**
 * The units of a Unicode property such as `L`, `Lu` or `Script=Greek`, asked of the platform's own expressions once and
 * remembered; undefined when there is no such property. Characters beyond U+FFFF are not in it.
 */
export function propertySet(name: string): UnitSet | undefined {
  if (!properties.has(name)) properties.set(name, askProperty(name));
  return properties.get(name);
}

function askProperty(name: string): UnitSet | undefined {
  const expression = propertyExpression(name);
  if (expression === undefined) return undefined;
  // Two halves, so that no high surrogate stands before a low one and makes a character of another kind.
  return union(
    [
      { low: 0, high: 0xdbff },
      { low: 0xdc00, high: LAST_UNIT },
    ].map(({ low, high }) => {
      const units = Uint16Array.from({ length: high - low + 1 }, (_, index) => low + index);
      const text = Array.from(chunksOf(units, 4096), (chunk) => String.fromCharCode(...chunk)).join('');
      return Array.from(text.matchAll(expression), (run) => [
        low + run.index,
        low + run.index + run[0].length - 1,
      ]).flat();
    }),
  );
}

function* chunksOf(units: Uint16Array, size: number): Generator<Uint16Array> {
  for (let at = 0; at < units.length; at += size) yield units.subarray(at, at + size);
}

function propertyExpression(name: string): RegExp | undefined {
  if (!/^[A-Za-z0-9_=]{1,80}$/.test(name)) return undefined;
  try {
    return new RegExp(`\\p{${name}}+`, 'gu');
  } catch {
    return undefined;
  }
}

/** Which units count as the same when case is ignored. */
export type Folding =
  /** As an expression without the u flag does it: ECMA-262, Canonicalize. */
  | 'plain'
  /** At least as wide as the u flag's simple case folding; may join more. */
  | 'wide';

/** Of each unit that has another case, all units that count as the same. */
type Cases = ReadonlyMap<number, readonly number[]>;

const foldings = new Map<Folding, Cases>();

/** The set together with the other case of everything in it. */
export function ignoringCase(set: UnitSet, folding: Folding): UnitSet {
  // Without the u flag no ASCII letter has another case outside ASCII.
  const asciiOnly = folding === 'plain' && (set[set.length - 1] ?? 0) < 128;
  if (asciiOnly && set.length === 2 && set[0] === set[1]) return bothCases[set[0] ?? 0] ?? set;
  const cases = asciiOnly ? asciiCases : casesOf(folding);
  const size = rangesOf(set).reduce((sum, { low, high }) => sum + high - low + 1, 0);
  const own = size < cases.size ? unitsIn(set) : [...cases.keys()].filter((unit) => contains(set, unit));
  const added = own.flatMap((unit) => cases.get(unit) ?? []);
  return added.length === 0 ? set : union([set, ...added.map(oneUnit)]);
}

const unitsIn = (set: UnitSet): number[] =>
  rangesOf(set).flatMap(({ low, high }) => Array.from({ length: high - low + 1 }, (_, index) => low + index));

const asciiCases: Cases = casesOfGroups(Array.from({ length: 26 }, (_, index) => [65 + index, 97 + index]));

/** By ASCII unit, the set of it and its other case: most of what expressions are made of. */
const bothCases: readonly (UnitSet | undefined)[] = Array.from({ length: 128 }, (_, unit) => {
  const cases = asciiCases.get(unit);
  return cases === undefined ? undefined : union(cases.map(oneUnit));
});

function casesOf(folding: Folding): Cases {
  const known = foldings.get(folding);
  if (known !== undefined) return known;
  const byForm = new Map<string, number[]>();
  for (const unit of unitsIn(propertySet('Changes_When_Casemapped') ?? NO_UNITS)) {
    const form = folding === 'plain' ? plainForm(unit) : wideForm(unit);
    const group = byForm.get(form);
    if (group === undefined) byForm.set(form, [unit]);
    else group.push(unit);
  }
  const cases = casesOfGroups([...byForm.values()].filter((group) => group.length > 1));
  foldings.set(folding, cases);
  return cases;
}

function casesOfGroups(groups: readonly (readonly number[])[]): Cases {
  return new Map(groups.flatMap((group) => group.map((unit) => [unit, group] as const)));
}

function plainForm(unit: number): string {
  const own = String.fromCharCode(unit);
  const upper = own.toUpperCase();
  return upper.length !== 1 || (unit >= 128 && upper.charCodeAt(0) < 128) ? own : upper;
}

const wideForm = (unit: number): string =>
  String.fromCharCode(unit).toLowerCase().toUpperCase().toLowerCase();
