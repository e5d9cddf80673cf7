import { assessRisk } from '../../classify/risk.ts';
import type { Leaf } from '../../policy/condition.ts';
import { confidenceNumber, typeCovers, type FindingType } from '../../shared/finding.ts';
import { listOfReferences } from '../../shared/type-reference.ts';
import { contentMask, ones, SCORES, type Masks, type Space } from './space.ts';

/** Facts of which several may be so at once: only that one implies another can be said of two of them. */
export type Atom =
  | { readonly kind: 'user_group' | 'device_group' | 'file_label'; readonly names: ReadonlySet<string> }
  | { readonly kind: 'finding'; readonly wanted: NonNullable<Leaf['finding']> }
  | { readonly kind: 'overrides'; readonly wanted: NonNullable<Leaf['overrides']> };

/** Names that something is one of, or (`others`) none of. */
export interface Names {
  readonly others: boolean;
  readonly names: ReadonlySet<string>;
}

/**
 * One way in which a condition can hold: every mask says what may be so, all `needs` hold and none of the `bans` does. A
 * condition is any of its boxes.
 */
export interface Box extends Masks {
  readonly app: Names;
  readonly needs: readonly Atom[];
  readonly bans: readonly Atom[];
}

export const everything = ({ all }: Space): Box => ({
  ...all,
  app: { others: true, names: new Set() },
  needs: [],
  bans: [],
});

/** The bit behind the scores. */
const MARKED = 1n << BigInt(SCORES);

const maskKeys = ['label', 'platform', 'risk', 'content', 'managed', 'time'] as const;

/** What is in both; null when nothing can be. */
export function meet(left: Box, right: Box, space: Space): Box | null {
  const joined: Box = {
    label: left.label & right.label,
    platform: left.platform & right.platform,
    risk: left.risk & right.risk,
    content: left.content & right.content,
    managed: left.managed & right.managed,
    time: left.time & right.time,
    app: meetNames(left.app, right.app),
    needs: [...left.needs, ...right.needs],
    bans: [...left.bans, ...right.bans],
  };
  return settled(joined, space);
}

/** The box with what its parts say of each other worked in; null when they exclude each other. */
export function settled(box: Box, space: Space): Box | null {
  const finding = box.needs.filter((atom) => atom.kind === 'finding');
  let { risk, content } = box;
  for (const { wanted } of finding) risk &= ones(SCORES) & ~ones(leastScore(wanted));
  const marked = contentMask(undefined, ['concealed']);
  // What a password manager marks is not looked into, and gets no label.
  if ((risk & MARKED) === 0n || (box.label & (1n << BigInt(space.labels.length))) === 0n) content &= ~marked;
  if ((content & marked) === 0n) risk &= ~MARKED;
  if ((risk & ~MARKED) === 0n) content &= marked;
  if ((content & ~marked) === 0n) risk &= MARKED;
  // In what cannot be read nothing is found.
  if ((risk & 1n) === 0n && (risk & MARKED) === 0n) content &= ~contentMask(undefined, ['unreadable']);
  if (box.needs.some(({ kind }) => kind === 'file_label')) content &= contentMask(['files']);
  const whole = { ...box, risk, content };
  if (maskKeys.some((key) => whole[key] === 0n)) return null;
  if (!box.app.others && box.app.names.size === 0) return null;
  return box.bans.some((ban) => box.needs.some((need) => implies(need, ban))) ? null : whole;
}

/** The lowest score, in hundredths, of a text in which this is found. */
function leastScore({ type, confidence, min_distinct: distinct }: NonNullable<Leaf['finding']>): number {
  const types: readonly FindingType[] = listOfReferences(type);
  // Of several types each may come with fewer values.
  const count = types.length === 1 ? distinct : 1;
  const scores = types.map((each) => assessRisk([{ type: each, count, distinct: count, confidence }]).score);
  return Math.round(Math.min(1, ...scores) * 100);
}

/** Is everything in `inner` surely in `outer` too? */
export function isWithin(inner: Box, outer: Box): boolean {
  return (
    maskKeys.every((key) => inner[key] === outer[key] || (inner[key] & ~outer[key]) === 0n) &&
    namesWithin(inner.app, outer.app) &&
    outer.needs.every((wanted) => inner.needs.some((given) => implies(given, wanted))) &&
    outer.bans.every((banned) => inner.bans.some((given) => implies(banned, given)))
  );
}

/** Where the first holds, does the second hold as well? */
function implies(first: Atom, second: Atom): boolean {
  if (first.kind === 'finding' && second.kind === 'finding')
    return findingImplies(first.wanted, second.wanted);
  if (first.kind === 'overrides' && second.kind === 'overrides') {
    const { at_least: count, hours } = first.wanted;
    const { at_least: bound, hours: within } = second.wanted;
    // Midnight is at most 25 hours ago: a day on which clocks go back.
    return count >= bound && (hours === within || (within !== undefined && (hours ?? 25) <= within));
  }
  return (
    first.kind === second.kind && 'names' in first && 'names' in second && isSubset(first.names, second.names)
  );
}

function findingImplies(first: NonNullable<Leaf['finding']>, second: NonNullable<Leaf['finding']>): boolean {
  const bounds = listOfReferences(second.type);
  return (
    confidenceNumber[first.confidence] >= confidenceNumber[second.confidence] &&
    first.min_distinct >= second.min_distinct &&
    Math.max(first.min_count, first.min_distinct) >= second.min_count &&
    listOfReferences(first.type).every((type) => bounds.some((bound) => typeCovers(bound, type)))
  );
}

function meetNames(left: Names, right: Names): Names {
  if (left.others && right.others) return { others: true, names: new Set([...left.names, ...right.names]) };
  if (left.others) return { others: false, names: chosen(right.names, (name) => !left.names.has(name)) };
  if (right.others) return { others: false, names: chosen(left.names, (name) => !right.names.has(name)) };
  return { others: false, names: chosen(left.names, (name) => right.names.has(name)) };
}

function namesWithin(inner: Names, outer: Names): boolean {
  if (inner.others) return outer.others && isSubset(outer.names, inner.names);
  if (!outer.others) return isSubset(inner.names, outer.names);
  return [...inner.names].every((name) => !outer.names.has(name));
}

const chosen = (names: ReadonlySet<string>, choose: (name: string) => boolean): ReadonlySet<string> =>
  new Set([...names].filter(choose));

const isSubset = (inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean =>
  [...inner].every((name) => outer.has(name));
