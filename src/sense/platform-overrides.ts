import type { PlatformOverride } from '../shared/platform-override.ts';
import { UNKNOWN_SITE } from '../shared/platform.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import {
  identifierFields,
  identifierKey,
  identifiersOf,
  type Browser,
  type Catalogue,
  type Platform,
} from './catalogue.ts';

/** What everything is told by so far: a key of `identifierKey`, and the name of whose it is. */
type Owners = Map<string, { readonly id: string; readonly name: string }>;

/**
 * The catalogue with a bundle's changes: platforms sanctioned, switched off or on, renamed, told by more, and new ones (a name
 * and one thing to know it by; in use and unsanctioned unless they say otherwise). What an override repeats of its own platform
 * changes nothing. The problem is one line that begins with the override's place in the bundle: a new platform without a name or
 * anything to know it by, or a claim on what belongs to another platform or browser, with both names.
 */
export function mergeCatalogue(
  catalogue: Catalogue,
  overrides: readonly PlatformOverride[],
): Result<Catalogue> {
  const owners = ownersIn(catalogue);
  const platforms = new Map(catalogue.platforms.map((platform) => [platform.platform_id, platform]));
  for (const [index, override] of overrides.entries()) {
    const id = override.platform_id;
    const known = platforms.get(id);
    const problem = problemWith(override, known, owners);
    if (problem !== null) return failed(`platforms[${index}] (${id}): ${problem}`);
    const merged = apply(known ?? newPlatform(override), override);
    for (const key of keysOf(merged)) owners.set(key, { id, name: merged.name });
    platforms.set(id, merged);
  }
  return ok({ ...catalogue, platforms: [...platforms.values()] });
}

function ownersIn(catalogue: Catalogue): Owners {
  const owners: Owners = new Map();
  const add = (id: string, owner: Platform | Browser): void => {
    for (const key of keysOf(owner)) owners.set(key, { id, name: owner.name });
  };
  for (const browser of catalogue.browsers) add(`browser ${browser.browser_id}`, browser);
  for (const platform of catalogue.platforms) add(platform.platform_id, platform);
  return owners;
}

/** Its name too: people and window classes call a platform by it. */
const keysOf = (owner: Platform | Browser): string[] => [
  nameKey(owner.name),
  ...identifiersOf(owner).map(({ key }) => key),
];

const nameKey = (name: string): string => `name ${name.toLowerCase()}`;

function problemWith(override: PlatformOverride, known: Platform | undefined, owners: Owners): string | null {
  const { platform_id: id, name } = override;
  if (id === UNKNOWN_SITE) return 'no platform; policies speak of sites that cannot be told by that word';
  if (known === undefined && (name === undefined || identifiersOf(override).length === 0)) {
    return `expected a platform of the catalogue, or a name and one of ${identifierFields.join(', ')}`;
  }
  const claims = [
    ...(name === undefined ? [] : [{ field: 'name', value: name, key: nameKey(name) }]),
    ...identifierFields.flatMap((field) =>
      (override[field] ?? []).map((value) => ({ field, value, key: identifierKey(field, value) })),
    ),
  ];
  for (const { field, value, key } of claims) {
    const owner = owners.get(key);
    if (owner !== undefined && owner.id !== id) {
      return `${field}: "${value}" belongs to ${owner.name} and cannot be ${name ?? known?.name ?? id} too`;
    }
  }
  return null;
}

const newPlatform = ({ platform_id, name = platform_id }: PlatformOverride): Platform => ({
  platform_id,
  name,
  vendor: name,
  hostnames: [],
  url_prefixes: [],
  title_patterns: [],
  windows_processes: [],
  macos_bundle_ids: [],
  x11_classes: [],
  windows_packages: [],
  sanctioned: false,
  enabled: true,
});

function apply(platform: Platform, override: PlatformOverride): Platform {
  const { name = platform.name, sanctioned = platform.sanctioned, enabled = platform.enabled } = override;
  const merged = { ...platform, name, sanctioned, enabled };
  for (const field of identifierFields) {
    const seen = new Set(platform[field].map((value) => value.toLowerCase()));
    const added = (override[field] ?? []).filter((value) => {
      const isNew = !seen.has(value.toLowerCase());
      seen.add(value.toLowerCase());
      return isNew;
    });
    merged[field] = [...platform[field], ...added];
  }
  return merged;
}
