import type { Label } from '../shared/label.ts';
import { pathOf, type CatalogueLabel } from './label-catalogue.ts';

/**
 * What is enforced with: the tenant's labels and those that only the bundle has. A tenant's label takes the place of the
 * bundle's with the same id, or the same path; what the bundle calls it (id, path, a name that is its alone) still finds
 * it, so that a label renamed or added in Purview never changes what mapping and policies mean. A label of the bundle
 * alone keeps its order among those that both have. Names stay unique below one parent: of two, the one that is enabled,
 * then stricter, keeps its name. A list stays as it is when the other is empty.
 */
export function mergeLabels(own: readonly Label[], tenant: readonly Label[]): readonly Label[] {
  if (tenant.length === 0 || own.length === 0) return tenant.length === 0 ? own : withUniquePaths(tenant);
  const matches = matchesOf(own, tenant);
  const ownOf = new Map([...matches].map(([mine, theirs]) => [theirs, mine]));
  const words = aliasesOf(own);
  const alone = own.filter((label) => !matches.has(label));
  const priorities = prioritiesOf(matches, alone, tenant);
  const placed = (label: Label): Label => ({ ...label, priority: priorities.get(label) ?? label.priority });
  const theirs = tenant.map((label): CatalogueLabel => {
    const mine = ownOf.get(label);
    return mine === undefined ? placed(label) : { ...placed(label), aliases: words(mine) };
  });
  const parents = new Map([...matches].map(([mine, { id }]) => [mine.id.toLowerCase(), id]));
  const mine = alone.map((label): CatalogueLabel => {
    const parentId = label.parentId === undefined ? undefined : parents.get(label.parentId.toLowerCase());
    return { ...placed(label), ...(parentId === undefined ? {} : { parentId }), aliases: words(label) };
  });
  return withUniquePaths([...theirs, ...mine]);
}

/** Which label of the tenant stands for which of the bundle; ids first. At most one for one. */
function matchesOf(own: readonly Label[], tenant: readonly Label[]): Map<Label, Label> {
  const byId = new Map(tenant.map((label) => [label.id.toLowerCase(), label]));
  const byPlace = new Map(tenant.toReversed().map((label) => [placeOf(label.name, label.parentId), label]));
  const matches = new Map<Label, Label>();
  const taken = new Set<Label>();
  const match = (mine: Label, theirs: Label | undefined): void => {
    if (theirs === undefined || taken.has(theirs)) return;
    matches.set(mine, theirs);
    taken.add(theirs);
  };
  for (const label of own) match(label, byId.get(label.id.toLowerCase()));
  const ownById = new Map(own.map((label) => [label.id.toLowerCase(), label]));
  const depth = (label: Label): number => pathOf(label, own).split('\\').length;
  // Parents first: a child's place is below what its parent turned out to be.
  for (const label of own.toSorted((left, right) => depth(left) - depth(right))) {
    if (matches.has(label)) continue;
    const parent = label.parentId === undefined ? undefined : ownById.get(label.parentId.toLowerCase());
    if (parent === undefined) match(label, byPlace.get(placeOf(label.name)));
    else {
      const above = matches.get(parent);
      if (above !== undefined) match(label, byPlace.get(placeOf(label.name, above.id)));
    }
  }
  return matches;
}

const placeOf = (name: string, parentId = ''): string =>
  `${parentId.toLowerCase()}\\${name.normalize('NFC').toLowerCase()}`;

/** How a bundle may write each of its labels. A name that several of them share is no way to write one. */
function aliasesOf(own: readonly Label[]): (label: Label) => readonly string[] {
  const counts = new Map<string, number>();
  for (const { name } of own) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return (label) => [
    label.id,
    pathOf(label, own),
    ...(counts.get(label.name.toLowerCase()) === 1 ? [label.name] : []),
  ];
}

/**
 * A bundle counts 0 to 3 where a tenant counts 0 to 30: a label that only the bundle has would be less strict than all of
 * them. It stands where the labels that both have put it: with its equal, else right above the strictest one it is
 * stricter than. Nothing to do where neither list has a label of its own, nor when they share none.
 */
function prioritiesOf(
  matches: ReadonlyMap<Label, Label>,
  alone: readonly Label[],
  tenant: readonly Label[],
): ReadonlyMap<Label, number> {
  if (matches.size === 0 || alone.length === 0) return new Map();
  const places = new Map<Label, readonly [above: number, then: number]>();
  for (const label of tenant) places.set(label, [label.priority, -1]);
  for (const label of alone) places.set(label, placeAmong(label, matches));
  const sorted = [...places].toSorted(([, left], [, right]) => left[0] - right[0] || left[1] - right[1]);
  const ranks = new Map<Label, number>();
  let rank = -1;
  let before = '';
  for (const [label, place] of sorted) {
    if (place.join() !== before) rank += 1;
    before = place.join();
    ranks.set(label, rank);
  }
  return ranks;
}

function placeAmong({ priority }: Label, matches: ReadonlyMap<Label, Label>): readonly [number, number] {
  let above = -1;
  let isEqual = false;
  for (const [mine, theirs] of matches) {
    if (mine.priority > priority || theirs.priority < above) continue;
    isEqual = mine.priority === priority || (isEqual && theirs.priority === above);
    above = theirs.priority;
  }
  return [above, isEqual ? -1 : priority];
}

/** Renames what would have another's path; children follow their parents. Order stays. */
function withUniquePaths(labels: readonly CatalogueLabel[]): readonly CatalogueLabel[] {
  const ids = new Set(labels.map(({ id }) => id.toLowerCase()));
  const renamed = new Map<string, CatalogueLabel>();
  const paths = new Map<string, string>();
  const used = new Set<string>();
  const children = Map.groupBy(labels, ({ parentId }) =>
    parentId !== undefined && ids.has(parentId.toLowerCase()) ? parentId.toLowerCase() : '',
  );
  const visit = (level: readonly CatalogueLabel[]): void => {
    for (const label of level.toSorted(keepsItsName)) {
      const above = label.parentId === undefined ? undefined : paths.get(label.parentId.toLowerCase());
      const pathFor = (name: string): string =>
        (above === undefined ? name : `${above}\\${name}`).toLowerCase();
      const name =
        [label.name, withId(label, 8), withId(label, 64)].find((each) => !used.has(pathFor(each))) ??
        label.id;
      used.add(pathFor(name));
      paths.set(label.id.toLowerCase(), pathFor(name));
      renamed.set(label.id, name === label.name ? label : { ...label, name });
    }
    const below = level.flatMap(({ id }) => children.get(id.toLowerCase()) ?? []);
    if (below.length > 0) visit(below);
  };
  visit(children.get('') ?? []);
  return labels.map((label) => renamed.get(label.id) ?? label);
}

/** Who comes first keeps its name. */
function keepsItsName(left: CatalogueLabel, right: CatalogueLabel): number {
  return (
    Number(right.enabled) - Number(left.enabled) ||
    right.priority - left.priority ||
    (left.id < right.id ? -1 : Number(left.id !== right.id))
  );
}

const withId = ({ name, id }: Label, length: number): string => {
  const suffix = ` (${id.slice(0, length)})`;
  return `${name.slice(0, 128 - suffix.length)}${suffix}`;
};
