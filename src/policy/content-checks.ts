import { confidenceLevels } from '../shared/finding.ts';
import { listOfReferences } from '../shared/type-reference.ts';
import { leafCheck, type Check } from './check.ts';
import { atLeastLevel, type Leaf } from './condition.ts';
import type { Facts, Found } from './facts.ts';
import { NOT_KNOWN } from './interaction.ts';

/*
 * What is in the content. Reading more of it can only find more and raise the risk: that something is there, or is at least so
 * much, is settled by what was read; that it is not there, or is below a bound, never is while something is unread.
 */

type Wanted<Key extends keyof Leaf> = NonNullable<Leaf[Key]>;

const CONCEALED = 'it was not read (concealed)';

/** The score is at least `gte` and below `lt`. */
export function riskScoreCheck({ gte = 0, lt = Infinity }: Wanted<'risk_score'>): Check {
  return leafCheck(
    'risk_score',
    ({ input, unread, isConcealed }) => {
      const score = input.classification.riskScore;
      if (isConcealed || score >= lt) return false;
      if (unread === null) return score >= gte;
      return score >= gte && lt === Infinity ? true : 'unread';
    },
    ({ input, isConcealed }) => (isConcealed ? CONCEALED : `risk score is ${input.classification.riskScore}`),
  );
}

/** The level is this one or a higher one. */
export function riskLevelCheck({ at_least: bound }: Wanted<'risk_level'>): Check {
  return leafCheck(
    'risk_level',
    ({ input, unread, isConcealed }) => {
      if (isConcealed) return false;
      if (atLeastLevel(input.classification.riskLevel, bound)) return true;
      return unread === null ? false : 'unread';
    },
    ({ input, isConcealed }) => (isConcealed ? CONCEALED : `risk is ${input.classification.riskLevel}`),
  );
}

const NONE: readonly Found[] = [];

/** So many values of these types were found. `type` must hold short names: those of a bundle that was made ready. */
export function findingCheck(wanted: Wanted<'finding'>): Check {
  const { min_distinct: minDistinct, min_count: minCount, confidence } = wanted;
  const types = listOfReferences(wanted.type);
  const names = new Set(types);
  const level = confidenceLevels.indexOf(confidence);
  const [only = ''] = types;
  // One name is looked up; for several, each type that was found is looked at, so that none counts twice.
  const candidates = (facts: Facts): readonly Found[] =>
    types.length === 1 ? (facts.foundByName().get(only) ?? NONE) : facts.found();
  const isWanted = (found: Found): boolean => {
    if (found.level < level) return false;
    if (types.length === 1) return true;
    for (const name of found.names) if (names.has(name)) return true;
    return false;
  };
  return leafCheck(
    'finding',
    (facts) => {
      if (facts.isConcealed) return false;
      let distinct = 0;
      let count = 0;
      for (const found of candidates(facts)) {
        if (!isWanted(found)) continue;
        distinct += found.count.distinct;
        count += found.count.count;
      }
      if (distinct >= minDistinct && count >= minCount) return true;
      const { notLookedFor } = facts.input;
      if (notLookedFor !== undefined && types.some((type) => notLookedFor.has(type))) return 'missing';
      return facts.unread === null ? false : 'unread';
    },
    (facts) => {
      if (facts.isConcealed) return CONCEALED;
      const counts = candidates(facts).flatMap((found) => (isWanted(found) ? [found.count] : []));
      const distinct = sum(counts.map((each) => each.distinct));
      const inAll = minCount > 1 ? `, ${sum(counts.map((each) => each.count))} in all,` : '';
      const sure = confidence === 'medium' ? '' : ` with ${confidence} confidence`;
      const what =
        typeof wanted.type === 'string' || counts.length === 0 ? types : counts.map(({ type }) => type);
      return `${distinct} distinct ${typesInWords(what)}${inAll} found${sure}`;
    },
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function typesInWords(types: readonly string[]): string {
  const rest = types.length - 3;
  return `${types.slice(0, 3).join(', ')}${rest > 0 ? ` or ${rest} more` : ''}`;
}

/** The content was not wholly read, for any of these causes. */
export function unscannedCheck(wanted: Wanted<'unscanned'>): Check {
  return leafCheck(
    'unscanned',
    ({ input: { classification } }) =>
      classification.unscanned !== undefined &&
      (wanted === true || wanted.in.includes(classification.unscanned)),
    readInWords,
  );
}

const readInWords = ({ input: { classification } }: Facts): string =>
  classification.unscanned === undefined
    ? 'all of it was read'
    : `it was not fully read (${classification.unscanned})`;

const kindInWords = {
  text: 'text was copied',
  files: 'files were copied',
  image: 'an image was copied',
} as const;

/** What was copied is of one of these kinds; `unscanned` is any kind that was not wholly read. */
export function captureCheck({ in: kinds }: Wanted<'capture'>): Check {
  const wantsUnscanned = kinds.includes('unscanned');
  return leafCheck(
    'capture',
    ({ input: { capture, classification } }) => {
      if (wantsUnscanned && classification.unscanned !== undefined) return true;
      if (capture.kind === NOT_KNOWN) return kinds.every((kind) => kind === 'unscanned') ? false : 'missing';
      return kinds.includes(capture.kind);
    },
    (facts) => {
      const { kind } = facts.input.capture;
      const what = kind === NOT_KNOWN ? 'something was copied' : kindInWords[kind];
      return wantsUnscanned ? `${what} and ${readInWords(facts)}` : what;
    },
  );
}
