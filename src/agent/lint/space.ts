import { findLabel } from '../../label/label-catalogue.ts';
import type { Leaf, LabelTest } from '../../policy/condition.ts';
import { captureKinds, type CaptureKind } from '../../shared/capture.ts';
import { riskLevels, unscannedSchema, type RiskLevel, type Unscanned } from '../../shared/finding.ts';
import type { Label } from '../../shared/label.ts';
import { days } from '../../shared/local-time.ts';
import { UNKNOWN_SITE } from '../../shared/platform.ts';

/** What conditions rely on about one AI platform. */
export interface PlatformFact {
  readonly platform_id: string;
  /** false: it is no AI platform. */
  readonly enabled: boolean;
  readonly sanctioned: boolean;
}

/**
 * Everything a policy's condition may meet, as finite sets: bit n of a mask is the n-th thing that may be so. Scores are
 * hundredths, since the classifier gives two decimals; times are the minutes of a week.
 */
export interface Space {
  readonly labels: readonly Label[];
  readonly platforms: readonly PlatformFact[];
  readonly all: Masks;
}

export interface Masks {
  /** One for each label, and last: no label. */
  readonly label: bigint;
  /** One for each known AI platform that is on, then one of the managed settings' own (sanctioned or not), a site that cannot be told, an app. */
  readonly platform: bigint;
  /** One for each score, and last: a password manager's flag, of which no test about risk holds. */
  readonly risk: bigint;
  /** What was copied, times how it was read. */
  readonly content: bigint;
  /** Bit 0: the company manages the device. */
  readonly managed: bigint;
  readonly time: bigint;
}

const DAY = 24 * 60;
const WEEK = 7 * DAY;
/** Scores from 0 to 1 in hundredths. */
export const SCORES = 101;

/** `read` first: all of it was. */
const readings = ['read', ...unscannedSchema.options] as const;

export const ones = (count: number): bigint => (1n << BigInt(count)) - 1n;

export function createSpace(labels: readonly Label[], facts: readonly PlatformFact[]): Space {
  const platforms = facts.filter(({ enabled }) => enabled);
  return {
    labels,
    platforms,
    all: {
      label: ones(labels.length + 1),
      platform: ones(platforms.length + 4),
      risk: ones(SCORES + 1),
      content: ones(captureKinds.length * readings.length),
      managed: ones(2),
      time: ones(WEEK),
    },
  };
}

/** The labels that a test accepts; having none is never among them. */
export function labelMask(test: LabelTest, { labels }: Space): bigint {
  const accepted = acceptedBy(test, labels);
  return labels.reduce((mask, label, index) => (accepted(label) ? mask | bit(index) : mask), 0n);
}

/** Which labels a test accepts, as `evaluate` has it. */
export function acceptedBy(test: LabelTest, labels: readonly Label[]): (label: Label) => boolean {
  if ('at_least' in test) {
    const bound = findLabel(labels, test.at_least);
    return ({ priority }) => bound !== null && priority >= bound.priority;
  }
  if ('under' in test) {
    const top = findLabel(labels, test.under);
    return (label) => top !== null && isUnder(label, top, labels);
  }
  const ids = new Set(('is' in test ? [test.is] : test.in).map((name) => findLabel(labels, name)?.id));
  return ({ id }) => ids.has(id);
}

function isUnder(label: Label, top: Label, labels: readonly Label[]): boolean {
  let above: Label | null | undefined = label;
  // Parents do not go round in a circle: the schema sees to it.
  while (above !== null && above !== undefined) {
    if (above.id === top.id) return true;
    above = above.parentId === undefined ? null : findLabel(labels, above.parentId);
  }
  return false;
}

export function platformMask(ids: readonly string[], { platforms }: Space): bigint {
  const known = platforms.reduce(
    (mask, { platform_id: id }, index) => (ids.includes(id) ? mask | bit(index) : mask),
    0n,
  );
  return ids.includes(UNKNOWN_SITE) ? known | bit(platforms.length + 2) : known;
}

export function aiMask(wanted: boolean, { platforms, all }: Space): bigint {
  const ai = ones(platforms.length + 2);
  return wanted ? ai : all.platform & ~ai;
}

export function sanctionedMask(wanted: boolean, { platforms }: Space): bigint {
  const own = bit(platforms.length + (wanted ? 0 : 1));
  return platforms.reduce(
    (mask, { sanctioned }, index) => (sanctioned === wanted ? mask | bit(index) : mask),
    own,
  );
}

export function riskMask({ gte = 0, lt }: NonNullable<Leaf['risk_score']>): bigint {
  let mask = 0n;
  for (let score = 0; score < SCORES; score++) {
    if (score / 100 >= gte && (lt === undefined || score / 100 < lt)) mask |= bit(score);
  }
  return mask;
}

/** The lowest score of each level: `none` is 0 alone. */
const lowestOf: Readonly<Record<RiskLevel, number>> = { none: 0, low: 1, medium: 50, high: 80 };

export const levelOfScore = (hundredths: number): RiskLevel =>
  riskLevels.findLast((level) => hundredths >= lowestOf[level]) ?? 'none';

export const levelMask = (atLeast: RiskLevel): bigint => ones(SCORES) & ~ones(lowestOf[atLeast]);

/** Content of these kinds, or read in these ways; each left out: any. */
export function contentMask(
  kinds: readonly CaptureKind[] = captureKinds,
  read: readonly (Unscanned | 'read')[] = readings,
): bigint {
  let mask = 0n;
  for (const [row, kind] of captureKinds.entries()) {
    for (const [column, reading] of readings.entries()) {
      if (kinds.includes(kind) && read.includes(reading)) mask |= bit(row * readings.length + column);
    }
  }
  return mask;
}

/** The minutes of the week in a window; one that goes over midnight belongs to the day on which it begins. */
export function timeMask({ days: wanted, from, to }: NonNullable<Leaf['time']>): bigint {
  const begin = from === undefined ? 0 : minuteOf(from);
  const end = to === undefined ? DAY : minuteOf(to);
  const length = end > begin ? end - begin : end + DAY - begin;
  let mask = 0n;
  for (const day of wanted ?? days) {
    const run = ones(length) << BigInt(days.indexOf(day) * DAY + begin);
    mask |= (run & ones(WEEK)) | (run >> BigInt(WEEK));
  }
  return mask;
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

const bit = (index: number): bigint => 1n << BigInt(index);
