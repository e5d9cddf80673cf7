import metadata from 'libphonenumber-js/max/metadata';
import { createDigitMatcher, type DigitMatcher } from './digit-automaton.ts';

/**
 * Numbering plans of all countries, from libphonenumber's metadata. Only its data is loaded (one file, about 6 ms), not its
 * code: that takes seven times as long to load, and several microseconds for each number it judges.
 * The test compares the answers with the library's own for every country.
 */

/** The fields of a plan that matter here, by their place in the packed metadata (version 4, its METADATA.md). */
const CALLING_CODE = 0;
const NATIONAL_PATTERN = 2;
const POSSIBLE_LENGTHS = 3;
const NATIONAL_PREFIX = 5;
const PREFIX_PATTERN = 7;
const PREFIX_RULE = 8;
const TYPES = 11;

type Packed = readonly unknown[];

interface Plan {
  readonly callingCode: number;
  /** One of the kinds of number the country has given out, or any national number where the metadata does not list them. */
  readonly given: DigitMatcher;
  /** How many digits a national number can have: one bit for each length. */
  readonly lengths: number;
  /** `0` in most of Europe, `1` in North America; undefined where there is none. */
  readonly prefix: string | undefined;
  /** What is taken off a national number; the first that it starts with. */
  readonly prefixes: readonly string[];
  /** The same where it takes an expression to say so, as where a carrier is dialled too. */
  readonly prefixPattern: RegExp | undefined;
  readonly prefixRule: string | undefined;
}

const countries = metadata.countries as unknown as Readonly<Record<string, Packed | undefined>>;
const nonGeographic = metadata.nonGeographic as unknown as Readonly<Record<string, Packed | undefined>>;
const countriesOf = metadata.country_calling_codes as unknown as Readonly<
  Record<string, readonly string[] | undefined>
>;

const plans = new Map<string, Plan | undefined>();

/** Compiles a plan once, when it is first needed. */
function planOf(country: string, packed = countries[country]): Plan | undefined {
  if (plans.has(country)) return plans.get(country);
  const plan = packed === undefined ? undefined : unpack(packed);
  plans.set(country, plan);
  return plan;
}

function unpack(packed: Packed): Plan {
  const prefix = textOf(packed[NATIONAL_PREFIX]);
  const prefixPattern = textOf(packed[PREFIX_PATTERN]) ?? prefix ?? '';
  const literal = /^[\d|]{0,64}$/.test(prefixPattern);
  const lengths = packed[POSSIBLE_LENGTHS] as readonly number[];
  return {
    callingCode: Number(packed[CALLING_CODE]),
    given: createDigitMatcher(kindsOf(packed[TYPES]) ?? String(packed[NATIONAL_PATTERN])),
    lengths: lengths.reduce((bits, length) => bits | (1 << length), 0),
    prefix,
    prefixes: literal && prefixPattern !== '' ? prefixPattern.split('|') : [],
    prefixPattern: literal ? undefined : new RegExp(`^(?:${prefixPattern})`),
    prefixRule: textOf(packed[PREFIX_RULE]),
  };
}

const textOf = (field: unknown): string | undefined =>
  typeof field === 'string' && field !== '' ? field : undefined;

function kindsOf(types: unknown): string | undefined {
  if (!Array.isArray(types)) return undefined;
  const patterns = types.flatMap((type: unknown) => (Array.isArray(type) ? (textOf(type[0]) ?? []) : []));
  return patterns.length > 0 ? patterns.join('|') : undefined;
}

/** Has one of the plans given out this national number? */
function belongs(candidates: readonly Plan[], digits: Uint8Array, from: number, to: number): boolean {
  const length = 1 << (to - from);
  for (const plan of candidates) {
    if ((plan.lengths & length) !== 0 && plan.given(digits, from, to)) return true;
  }
  return false;
}

/** Does one of the plans that share a calling code know the number, with or without the `main` one's national prefix? */
function fits(
  candidates: readonly Plan[],
  main: Plan,
  digits: Uint8Array,
  from: number,
  to: number,
): boolean {
  if (belongs(candidates, digits, from, to)) return true;
  for (const prefix of main.prefixes) {
    if (startsWith(digits, from, to, prefix)) return belongs(candidates, digits, from + prefix.length, to);
  }
  if (main.prefixPattern === undefined) return false;
  const stripped = withoutPrefix(main.prefixPattern, main.prefixRule, textFrom(digits, from, to));
  return stripped !== undefined && belongs(candidates, digitsIn(stripped), 0, stripped.length);
}

function startsWith(digits: Uint8Array, from: number, to: number, prefix: string): boolean {
  if (to - from < prefix.length) return false;
  for (let at = 0; at < prefix.length; at++) {
    if (digits[from + at] !== prefix.charCodeAt(at) - 48) return false;
  }
  return true;
}

function withoutPrefix(pattern: RegExp, rule: string | undefined, digits: string): string | undefined {
  const prefix = pattern.exec(digits);
  if (prefix === null) return undefined;
  const captured = prefix.length > 1 && prefix.at(-1) !== undefined;
  return captured && rule !== undefined ? digits.replace(pattern, rule) : digits.slice(prefix[0].length);
}

const textFrom = (digits: Uint8Array, from: number, to: number): string => digits.subarray(from, to).join('');

const digitsIn = (text: string): Uint8Array => Uint8Array.from(text, Number);

/** Shortest and longest number of digits in any number, the country's calling code included (E.164). */
export const FEWEST_DIGITS = 7;
export const MOST_DIGITS = 15;

/**
 * What its country says of a number: `given` when it belongs to a range that was given out, `possible` when only its length
 * is right (ranges change, and the metadata follows late), `foreign` when there is such a country but no such length, `none`
 * when there is no such country. digits[from, to) are numbers from 0 to 9 that begin with the calling code; 24 at most.
 */
export function judgeInternational(
  digits: Uint8Array,
  from: number,
  to: number,
): 'given' | 'possible' | 'foreign' | 'none' {
  // No calling code begins with 0.
  if (digits[from] === 0) return 'none';
  let code = 0;
  for (let at = from; at < Math.min(from + 3, to); at++) {
    code = code * 10 + (digits[at] ?? 0);
    const candidates = plansOf(code);
    const [main] = candidates;
    if (main === undefined) continue;
    const national = at + 1;
    if (fits(candidates, main, digits, national, to)) return 'given';
    const length = 1 << (to - national);
    return candidates.some((plan) => (plan.lengths & length) !== 0) ? 'possible' : 'foreign';
  }
  return 'none';
}

const sharing: (readonly Plan[] | undefined)[] = Array.from({ length: 1000 }, () => undefined);

/** The plans behind a calling code; none when it is not one. */
function plansOf(callingCode: number): readonly Plan[] {
  const known = sharing[callingCode];
  if (known !== undefined) return known;
  const worldwide = nonGeographic[callingCode];
  const found =
    worldwide === undefined
      ? (countriesOf[callingCode] ?? []).map((country) => planOf(country))
      : [planOf(`+${callingCode}`, worldwide)];
  const plansBehind = found.filter((plan) => plan !== undefined);
  sharing[callingCode] = plansBehind;
  return plansBehind;
}

/** Can digits[from, to) be dialled inside the country, with its national prefix where people write one? 24 digits at most. */
export function isNationalNumber(digits: Uint8Array, from: number, to: number, country: string): boolean {
  const plan = planOf(country);
  if (plan === undefined) return false;
  return fits(plansOf(plan.callingCode), plan, digits, from, to);
}

/** The digits that go before a national number inside the country (`0`, `06`, `8`, `1`), or undefined where none do. */
export function nationalPrefix(country: string): string | undefined {
  return planOf(country)?.prefix;
}
