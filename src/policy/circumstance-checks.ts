import { days, type LocalTime } from '../shared/local-time.ts';
import { nameOf } from '../shared/platform.ts';
import { leafCheck, type Check } from './check.ts';
import type { Leaf } from './condition.ts';
import { groupName, programName, type Facts } from './facts.ts';
import { NOT_KNOWN } from './interaction.ts';

/* Where the content would go, where it comes from, who, on what device, when. */

type Wanted<Key extends keyof Leaf> = NonNullable<Leaf[Key]>;

/** The platform in front, or a site that cannot be told, is one of these. */
export function platformIdCheck({ in: wanted }: Wanted<'platform_id'>): Check {
  const ids = new Set(wanted);
  return leafCheck(
    'platform_id',
    ({ platformId }) => platformId !== null && ids.has(platformId),
    ({ platformId, input }) =>
      platformId === null ? `${nameOf(input.target)} is not an AI platform` : `platform is ${platformId}`,
  );
}

/** It is, or is not, an AI platform of the catalogue. */
export function aiPlatformCheck(wanted: Wanted<'ai_platform'>): Check {
  return leafCheck(
    'ai_platform',
    ({ input: { target } }) => (target.kind === 'ai') === wanted,
    ({ input: { target } }) => `${nameOf(target)} is ${target.kind === 'ai' ? 'an' : 'not an'} AI platform`,
  );
}

/** It is an AI platform that the company offers, or one that it does not. */
export function sanctionedCheck(wanted: Wanted<'sanctioned'>): Check {
  return leafCheck(
    'sanctioned',
    ({ input: { target } }) => target.kind === 'ai' && target.sanctioned === wanted,
    ({ input: { target } }) =>
      target.kind === 'ai'
        ? `${target.name} is ${target.sanctioned ? '' : 'not '}sanctioned`
        : `${nameOf(target)} is not an AI platform`,
  );
}

/** The copy was made in one of these programs. One that is not known is none of them. */
export function sourceAppCheck({ in: wanted }: Wanted<'source_app'>): Check {
  const programs = new Set(wanted.map(programName));
  return leafCheck(
    'source_app',
    (facts) => {
      const program = facts.sourceApp();
      return program === NOT_KNOWN ? 'missing' : program !== null && programs.has(program);
    },
    ({ input: { capture } }) =>
      typeof capture.sourceApp === 'string'
        ? `it was copied in ${capture.sourceApp}`
        : 'the program it was copied in is not known',
  );
}

/** The person or the device is in one of these groups. The one that matches is named; the others are nobody's business. */
export function groupCheck(key: 'user_group' | 'device_group', { in: wanted }: Wanted<'user_group'>): Check {
  const groups = wanted.map((name) => [groupName(name), name] as const);
  const of = (facts: Facts) => (key === 'user_group' ? facts.userGroups() : facts.deviceGroups());
  const who = key === 'user_group' ? 'the person' : 'the device';
  return leafCheck(
    key,
    (facts) => {
      const mine = of(facts);
      if (mine === NOT_KNOWN) return 'missing';
      for (const [group] of groups) if (mine.has(group)) return true;
      return false;
    },
    (facts) => {
      const mine = of(facts);
      const match = mine === NOT_KNOWN ? undefined : groups.find(([group]) => mine.has(group));
      return match === undefined ? `${who} is in none of these groups` : `${who} is in ${match[1]}`;
    },
  );
}

/** The company manages this device, or does not. What the settings do not say counts as unmanaged. */
export function deviceManagedCheck(wanted: Wanted<'device_managed'>): Check {
  return leafCheck(
    'device_managed',
    ({ input: { circumstances } }) =>
      circumstances.deviceManaged === NOT_KNOWN
        ? 'missing'
        : (circumstances.deviceManaged === true) === wanted,
    ({ input: { circumstances } }) => {
      if (circumstances.deviceManaged === true) return 'the device is managed';
      return circumstances.deviceManaged === false
        ? 'the device is not managed'
        : 'nothing says that the device is managed';
    },
  );
}

const DAY_MINUTES = 24 * 60;

/** Local time is within the window, which may go over midnight and then belongs to the day on which it began. */
export function timeCheck({ days: wantedDays, from, to }: Wanted<'time'>): Check {
  const start = from === undefined ? 0 : minutesOf(from);
  const end = to === undefined ? DAY_MINUTES : minutesOf(to);
  const isOn = new Set(wantedDays ?? days);
  return leafCheck(
    'time',
    ({ input: { circumstances } }) => {
      const { day, minuteOfDay } = circumstances.now;
      if (start < end) return minuteOfDay >= start && minuteOfDay < end && isOn.has(day);
      // Over midnight: the early hours belong to the window that began the day before.
      return minuteOfDay >= start ? isOn.has(day) : minuteOfDay < end && isOn.has(dayBefore(day));
    },
    ({ input: { circumstances } }) => `it is ${timeInWords(circumstances.now)}`,
  );
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const dayBefore = (day: LocalTime['day']): LocalTime['day'] => days.at(days.indexOf(day) - 1) ?? day;

const two = (value: number): string => String(value).padStart(2, '0');

function timeInWords({ day, minuteOfDay }: LocalTime): string {
  return `${day} ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * The person has pasted anyway so often before this paste. Without `hours` it counts since local midnight, reckoned back from the clock on the wall: on the two days a year on which
 * clocks are moved that is an hour off.
 */
export function overridesCheck({ at_least: bound, hours }: Wanted<'overrides'>): Check {
  const countUpTo = ({ input: { circumstances } }: Facts, most: number): number => {
    const { overrides, now } = circumstances;
    if (overrides === NOT_KNOWN) return 0;
    const since =
      hours === undefined
        ? Math.floor(now.epochMs / MINUTE_MS) * MINUTE_MS - now.minuteOfDay * MINUTE_MS
        : now.epochMs - hours * HOUR_MS;
    return countBetween(overrides, since, now.epochMs, most);
  };
  return leafCheck(
    'overrides',
    (facts) =>
      facts.input.circumstances.overrides === NOT_KNOWN ? 'missing' : countUpTo(facts, bound) >= bound,
    (facts) => {
      const count = countUpTo(facts, Infinity);
      const span = hours === undefined ? 'today' : `in the last ${hours} hour${hours === 1 ? '' : 's'}`;
      return `pasted anyway ${count === 1 ? 'once' : `${count} times`} ${span}`;
    },
  );
}

/** How many of these times (oldest first) lie in `since` (inclusive) to `before` (exclusive); counting stops at `most`. */
function countBetween(times: readonly number[], since: number, before: number, most: number): number {
  let count = 0;
  for (let index = times.length - 1; index >= 0 && count < most; index -= 1) {
    const time = times[index] ?? 0;
    if (time < since) break;
    if (time < before) count += 1;
  }
  return count;
}
