import { type FindingType, findingTypeSchema, typeCovers } from '../../shared/finding.ts';
import { bundles } from './bundles.ts';

/** What a detector, pattern type or custom type says of its name. */
export interface NamedType {
  readonly type: FindingType;
  readonly purview?: { readonly name: string; readonly id: string };
}

/** The short types that a text names; undefined when it names none. */
export type TypeResolver = (text: string) => readonly FindingType[] | undefined;

/**
 * Prepares the look-up of the types that people name in policies: by a short name (`NATIONAL_ID:FR_CNI`, or `NATIONAL_ID` for
 * all of them), by Purview's name or by its GUID, in any case. A bundle of Purview's answers its members. `entries` are all
 * that is looked for: a short name that none of them has, or begins with, is unknown.
 */
export function createTypeResolver(entries: readonly NamedType[]): TypeResolver {
  const types = new Set(entries.map(({ type }) => type));
  const byName = new Map<string, Set<FindingType>>();
  const add = (name: string, type: FindingType): void => {
    const key = keyOf(name);
    const named = byName.get(key) ?? new Set();
    byName.set(key, named.add(type));
  };
  for (const { type, purview } of entries) {
    if (purview === undefined) continue;
    add(purview.name, type);
    add(purview.id, type);
  }
  for (const bundle of bundles) {
    for (const type of bundle.types) {
      add(bundle.name, type);
      add(bundle.id, type);
    }
  }
  const isKnown = (wanted: FindingType): boolean =>
    types.has(wanted) || [...types].some((type) => typeCovers(wanted, type));

  return (text) => {
    const named = byName.get(keyOf(text));
    if (named !== undefined) return [...named];
    const short = findingTypeSchema.safeParse(text.trim().toUpperCase());
    return short.success && isKnown(short.data) ? [short.data] : undefined;
  };
}

/** Small letters, single spaces, straight apostrophes, no braces around a GUID. */
const keyOf = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .replaceAll(/\s+/g, ' ')
    .replace(/^\{(.{1,60})\}$/, '$1');
