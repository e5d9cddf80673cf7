import type { Condition, Leaf } from '../../policy/condition.ts';
import type { CaptureKind } from '../../shared/capture.ts';
import { everything, isWithin, meet, settled, type Atom, type Box } from './box.ts';
import {
  acceptedBy,
  aiMask,
  contentMask,
  labelMask,
  levelMask,
  platformMask,
  riskMask,
  sanctionedMask,
  timeMask,
  type Masks,
  type Space,
} from './space.ts';

/** Conditions with more ways than this are not reasoned about: too long a list for what it could tell. */
const MOST_WAYS = 500;

/** Every way in which a condition can hold; none: it never does. Null when there are too many to say. */
export function waysOf(condition: Condition, space: Space, negated = false): readonly Box[] | null {
  if ('not' in condition) return waysOf(condition.not, space, !negated);
  if ('all' in condition)
    return negated ? union(condition.all, space, true) : product(condition.all, space, false);
  if ('any' in condition)
    return negated ? product(condition.any, space, true) : union(condition.any, space, false);
  const parts = Object.keys(condition).flatMap((key) => partOf(key as keyof Leaf, condition, space, negated));
  if (negated) return parts.flatMap((part) => settled(part, space) ?? []);
  const whole = parts.reduce<Box | null>(
    (box, part) => (box === null ? null : meet(box, part, space)),
    everything(space),
  );
  return whole === null ? [] : [whole];
}

function union(branches: readonly Condition[], space: Space, negated: boolean): readonly Box[] | null {
  const ways: Box[] = [];
  for (const branch of branches) {
    const found = waysOf(branch, space, negated);
    if (found === null || ways.length + found.length > MOST_WAYS) return null;
    ways.push(...found);
  }
  return ways;
}

function product(branches: readonly Condition[], space: Space, negated: boolean): readonly Box[] | null {
  let ways: readonly Box[] = [everything(space)];
  let unsaid = false;
  for (const branch of branches) {
    const found = waysOf(branch, space, negated);
    if (found === null || ways.length * found.length > MOST_WAYS * 10) {
      // The other branches may still exclude each other.
      unsaid = true;
      continue;
    }
    ways = widest(ways.flatMap((way) => found.flatMap((other) => meet(way, other, space) ?? [])));
    if (ways.length === 0) return [];
    if (ways.length > MOST_WAYS) return null;
  }
  return unsaid ? null : ways;
}

/** Without those that are within another. */
function widest(ways: readonly Box[]): readonly Box[] {
  if (ways.length < 2 || ways.length > 100) return ways;
  return ways.filter(
    (way, place) =>
      !ways.some(
        (other, index) => index !== place && isWithin(way, other) && (index < place || !isWithin(other, way)),
      ),
  );
}

type Part = Partial<Masks> | { readonly atom: Atom } | { readonly apps: readonly string[] };
type Read<Key extends keyof Leaf> = (wanted: NonNullable<Leaf[Key]>, space: Space) => Part;

const lower = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => name.toLowerCase()));

/** What one key of a leaf asks for; a new key without a reading is a compile error. */
const readings: { readonly [Key in keyof Required<Leaf>]: Read<Key> } = {
  label: (wanted, space) => ({ label: labelMask(wanted, space) }),
  platform_id: (wanted, space) => ({ platform: platformMask(wanted.in, space) }),
  ai_platform: (wanted, space) => ({ platform: aiMask(wanted, space) }),
  sanctioned: (wanted, space) => ({ platform: sanctionedMask(wanted, space) }),
  risk_score: (wanted) => ({ risk: riskMask(wanted) }),
  risk_level: (wanted) => ({ risk: levelMask(wanted.at_least) }),
  finding: (wanted) => ({ atom: { kind: 'finding', wanted } }),
  unscanned: (wanted, { all }) => ({
    content:
      wanted === true ? all.content & ~contentMask(undefined, ['read']) : contentMask(undefined, wanted.in),
  }),
  file_label: (wanted, { labels }) => {
    const accepts = acceptedBy(wanted, labels);
    const names = new Set(labels.filter(accepts).map(({ id }) => id));
    return { atom: { kind: 'file_label', names } };
  },
  capture: (wanted, { all }) => {
    const kinds = wanted.in.filter((kind): kind is CaptureKind => kind !== 'unscanned');
    const unread = wanted.in.includes('unscanned') ? all.content & ~contentMask(undefined, ['read']) : 0n;
    return { content: contentMask(kinds) | unread };
  },
  source_app: (wanted) => ({ apps: wanted.in.map((app) => app.replace(/\.exe$/i, '')) }),
  user_group: (wanted) => ({ atom: { kind: 'user_group', names: lower(wanted.in) } }),
  device_group: (wanted) => ({ atom: { kind: 'device_group', names: lower(wanted.in) } }),
  device_managed: (wanted) => ({ managed: wanted ? 1n : 2n }),
  time: (wanted) => ({ time: timeMask(wanted) }),
  overrides: (wanted) => ({ atom: { kind: 'overrides', wanted } }),
};

function partOf(key: keyof Leaf, leaf: Leaf, space: Space, negated: boolean): Box[] {
  if (leaf[key] === undefined) return [];
  const part = readKey(key, leaf, space);
  const all = everything(space);
  if ('atom' in part) return [negated ? { ...all, bans: [part.atom] } : { ...all, needs: [part.atom] }];
  if ('apps' in part) return [{ ...all, app: { others: negated, names: lower(part.apps) } }];
  if (!negated) return [{ ...all, ...part }];
  const without = Object.entries(part).map(([name, mask]) => [name, all[name as keyof Masks] & ~mask]);
  return [{ ...all, ...(Object.fromEntries(without) as Partial<Masks>) }];
}

function readKey<Key extends keyof Leaf>(key: Key, leaf: Leaf, space: Space): Part {
  const read: Read<Key> = readings[key];
  return read(leaf[key] as NonNullable<Leaf[Key]>, space);
}
