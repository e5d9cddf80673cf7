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
  /** An expression for the kinds of number the country has given out, or for any where the metadata does not list them. */
  readonly given: string;
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

/** All countries behind one calling code. Its first one's rules for the prefix hold for all. */
interface Zone {
  readonly main: Plan;
  readonly given: DigitMatcher;
  readonly lengths: number;
}

const countries = metadata.countries as unknown as Readonly<Record<string, Packed | undefined>>;
const nonGeographic = metadata.nonGeographic as unknown as Readonly<Record<string, Packed | undefined>>;
const countriesOf = metadata.country_calling_codes as unknown as Readonly<
  Record<string, readonly string[] | undefined>
>;

const plans = new Map<string, Plan | undefined>();

/** Unpacks a plan once, when it is first needed. */
function planOf(country: string): Plan | undefined {
  if (plans.has(country)) return plans.get(country);
  const packed = countries[country];
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
    given: kindsOf(packed[TYPES]) ?? String(packed[NATIONAL_PATTERN]),
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

/** By calling code; null where there is none, undefined until first asked for. */
const zones: (Zone | null | undefined)[] = Array.from({ length: 1000 }, () => undefined);

function zoneOf(callingCode: number): Zone | null {
  const known = zones[callingCode];
  if (known !== undefined) return known;
  const zone = createZone(callingCode);
  zones[callingCode] = zone;
  return zone;
}

function createZone(callingCode: number): Zone | null {
  const worldwide = nonGeographic[callingCode];
  const members =
    worldwide === undefined
      ? (countriesOf[callingCode] ?? [])
          .map((country) => planOf(country))
          .filter((plan) => plan !== undefined)
      : [unpack(worldwide)];
  const [main] = members;
  if (main === undefined) return null;
  let matcher: DigitMatcher | undefined;
  return {
    main,
    // Compiled at the first number that could be one: that takes a millisecond, for North America eight.
    given: (digits, from, to) =>
      (matcher ??= createDigitMatcher(members.map(({ given }) => given).join('|')))(digits, from, to),
    lengths: members.reduce((bits, { lengths }) => bits | lengths, 0),
  };
}

const belongs = ({ given, lengths }: Zone, digits: Uint8Array, from: number, to: number): boolean =>
  (lengths & (1 << (to - from))) !== 0 && given(digits, from, to);

/** Is it a national number of the zone, with or without the national prefix? */
function fits(
  zone: Zone,
  { prefixes, prefixPattern, prefixRule }: Plan,
  digits: Uint8Array,
  from: number,
  to: number,
): boolean {
  if (belongs(zone, digits, from, to)) return true;
  for (const prefix of prefixes) {
    if (startsWith(digits, from, to, prefix)) return belongs(zone, digits, from + prefix.length, to);
  }
  if (prefixPattern === undefined) return false;
  const stripped = withoutPrefix(prefixPattern, prefixRule, digits.subarray(from, to).join(''));
  return stripped !== undefined && belongs(zone, Uint8Array.from(stripped, Number), 0, stripped.length);
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
    const zone = zoneOf(code);
    if (zone === null) continue;
    if (fits(zone, zone.main, digits, at + 1, to)) return 'given';
    return (zone.lengths & (1 << (to - at - 1))) !== 0 ? 'possible' : 'foreign';
  }
  return 'none';
}

/** Can digits[from, to) be dialled inside the country, with its national prefix where people write one? 24 digits at most. */
export function isNationalNumber(digits: Uint8Array, from: number, to: number, country: string): boolean {
  const plan = planOf(country);
  if (plan === undefined) return false;
  const zone = zoneOf(plan.callingCode);
  return zone !== null && fits(zone, plan, digits, from, to);
}

/** Do some digits make a number of one of these countries, as it is dialled inside it? */
export type NationalMatcher = (digits: Uint8Array, from: number, to: number) => boolean;

/**
 * A matcher for the national numbers of several countries. A prefix that begins with 0 must stand in front when it is
 * `needed`, as people who write one always do; any other prefix may.
 */
export function createNationalMatcher(
  among: readonly string[],
  prefix: 'needed' | 'optional',
): NationalMatcher {
  const members = among.flatMap((country) => {
    const plan = planOf(country);
    const zone = plan === undefined ? null : zoneOf(plan.callingCode);
    if (plan === undefined || zone === null) return [];
    return [{ zone, first: plan.prefix ?? '', needed: prefix === 'needed' && plan.prefix?.startsWith('0') }];
  });
  // Most runs of digits have a length that no number has.
  const lengths = members.reduce(
    (bits, { zone, first, needed }) =>
      bits | (zone.lengths << first.length) | (needed === true ? 0 : zone.lengths),
    0,
  );
  return (digits, from, to) => {
    if ((lengths & (1 << (to - from))) === 0) return false;
    for (const { zone, first, needed } of members) {
      if (first !== '' && startsWith(digits, from, to, first)) {
        if (belongs(zone, digits, from + first.length, to)) return true;
      }
      if (needed !== true && belongs(zone, digits, from, to)) return true;
    }
    return false;
  };
}

/** The digits that go before a national number inside the country (`0`, `06`, `8`, `1`), or undefined where none do. */
export function nationalPrefix(country: string): string | undefined {
  return planOf(country)?.prefix;
}
