import type { CompanyType } from '../shared/company-types.ts';
import { nearNames } from '../shared/near-names.ts';
import { patternTypes, registry } from './registry.ts';
import { bundles } from './types/bundles.ts';
import { createTypeResolver, type NamedType, type TypeResolver } from './types/names.ts';

/** All types that a bundle may name: the built-in ones and its own. */
export interface TypeNames {
  /** The short types that a name stands for; undefined when it stands for none. */
  readonly resolve: TypeResolver;
  /** Up to three names that may have been meant, likeliest first. */
  near(text: string): readonly string[];
}

/** `own` are the company's types: known by short name, display name, and GUID where they have one. */
export function createTypeNames(own: readonly CompanyType[]): TypeNames {
  return createTypeNamesOf([...registry, ...patternTypes, ...own.map(asNamed)]);
}

/** The names of some types only. */
export function createTypeNamesOf(entries: readonly NamedType[]): TypeNames {
  return {
    resolve: createTypeResolver(entries),
    near: (text) => nearNames(text, namesOf(entries)),
  };
}

const asNamed = (type: CompanyType): NamedType => ({
  type: type.type,
  purview: { name: type.name, id: 'id' in type && type.id !== undefined ? type.id : type.type },
});

function* namesOf(entries: readonly NamedType[]): Iterable<string> {
  for (const { type, purview } of entries) {
    yield type;
    yield type.split(':')[0] ?? type;
    if (purview !== undefined) yield purview.name;
  }
  for (const { name } of bundles) yield name;
}
