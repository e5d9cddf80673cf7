import metadata from 'libphonenumber-js/max/metadata';

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
  readonly callingCode: string;
  /** The whole national number, without the national prefix. */
  readonly number: RegExp;
  /** One of the kinds of number the country has given out; undefined where the metadata does not list them. */
  readonly kind: RegExp | undefined;
  /** How many digits a national number can have. */
  readonly lengths: readonly number[];
  /** `0` in most of Europe, `1` in North America; undefined where there is none. */
  readonly prefix: string | undefined;
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
  const prefixPattern = textOf(packed[PREFIX_PATTERN]) ?? prefix;
  return {
    callingCode: String(packed[CALLING_CODE]),
    number: whole([String(packed[NATIONAL_PATTERN])]),
    kind: kindsOf(packed[TYPES]),
    lengths: packed[POSSIBLE_LENGTHS] as readonly number[],
    prefix,
    prefixPattern: prefixPattern === undefined ? undefined : new RegExp(`^(?:${prefixPattern})`),
    prefixRule: textOf(packed[PREFIX_RULE]),
  };
}

const textOf = (field: unknown): string | undefined =>
  typeof field === 'string' && field !== '' ? field : undefined;

const whole = (patterns: readonly string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`);

function kindsOf(types: unknown): RegExp | undefined {
  if (!Array.isArray(types)) return undefined;
  const patterns = types.flatMap((type: unknown) => (Array.isArray(type) ? (textOf(type[0]) ?? []) : []));
  return patterns.length > 0 ? whole(patterns) : undefined;
}

const belongs = (plan: Plan, national: string): boolean =>
  plan.number.test(national) && (plan.kind === undefined || plan.kind.test(national));

/** Does one of the plans that share a calling code know the number, with or without the `main` one's national prefix? */
function fits(plans: readonly Plan[], main: Plan, digits: string): boolean {
  if (plans.some((plan) => belongs(plan, digits))) return true;
  const stripped = withoutPrefix(main, digits);
  return stripped !== digits && plans.some((plan) => belongs(plan, stripped));
}

function withoutPrefix({ prefixPattern, prefixRule }: Plan, digits: string): string {
  const prefix = prefixPattern?.exec(digits);
  if (prefixPattern === undefined || prefix === null || prefix === undefined) return digits;
  const captured = prefix.length > 1 && prefix.at(-1) !== undefined;
  return captured && prefixRule !== undefined
    ? digits.replace(prefixPattern, prefixRule)
    : digits.slice(prefix[0].length);
}

/** Shortest and longest number of digits in any number, the country's calling code included (E.164). */
export const FEWEST_DIGITS = 7;
export const MOST_DIGITS = 15;

/**
 * What its country says of a number: `given` when it belongs to a range that was given out, `possible` when only its length
 * is right (ranges change, and the metadata follows late). `digits` begin with the calling code and hold no `+`.
 */
export function judgeInternational(digits: string): 'given' | 'possible' | 'none' {
  for (let length = 1; length <= 3; length++) {
    const candidates = plansOf(digits.slice(0, length));
    const [main] = candidates;
    if (main === undefined) continue;
    const national = digits.slice(length);
    if (fits(candidates, main, national)) return 'given';
    return candidates.some((plan) => plan.lengths.includes(national.length)) ? 'possible' : 'none';
  }
  return 'none';
}

const sharing = new Map<string, readonly Plan[]>();

/** The plans behind a calling code; none when it is not one. */
function plansOf(callingCode: string): readonly Plan[] {
  const known = sharing.get(callingCode);
  if (known !== undefined) return known;
  const worldwide = nonGeographic[callingCode];
  const found =
    worldwide === undefined
      ? (countriesOf[callingCode] ?? []).map((country) => planOf(country))
      : [planOf(`+${callingCode}`, worldwide)];
  const plansBehind = found.filter((plan) => plan !== undefined);
  sharing.set(callingCode, plansBehind);
  return plansBehind;
}

/** Is this a number that can be dialled inside the country, with its national prefix where people write one? */
export function isNationalNumber(digits: string, country: string): boolean {
  const plan = planOf(country);
  if (plan === undefined) return false;
  return fits(plansOf(plan.callingCode), plan, digits);
}

/** The digits that go before a national number inside the country (`0`, `06`, `8`, `1`), or undefined where none do. */
export function nationalPrefix(country: string): string | undefined {
  return planOf(country)?.prefix;
}
