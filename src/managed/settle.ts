import { checkTogether } from './check-together.ts';
import type { ReadValues } from './read-values.ts';
import {
  defaults,
  settingKeys,
  settingOf,
  type SettingKey,
  type Settings,
  type SomeSettings,
} from './settings-schema.ts';

/** Who set a value, strongest first: MDM, the file of `--settings`, an option of the command line, nobody. */
export type LayerKind = 'forced' | 'given' | 'person' | 'default';

/** What one of them says, and what of it holds still although it cannot be read now. */
export interface Layer {
  readonly kind: Exclude<LayerKind, 'default'>;
  readonly read: ReadValues;
  /** Last good values of keys that `read.refused` names. */
  readonly kept: SomeSettings;
}

/** One key: its value, who set it, and what is wrong about that. */
export interface SettingRow {
  readonly key: SettingKey;
  readonly value: Settings[SettingKey];
  readonly default: Settings[SettingKey];
  readonly layer: LayerKind;
  /** Where the value stands: a path, a registry key, an option, or `default`. */
  readonly source: string;
  /** MDM's to set: neither file nor option can change it. */
  readonly forced: boolean;
  /** `later`: this version does not act on it. */
  readonly effect: 'now' | 'later';
  /** Lines about this key. */
  readonly problems: readonly string[];
}

export interface Settled {
  readonly settings: Settings;
  readonly rows: readonly SettingRow[];
  /** Everything that is wrong, the problems of the rows among it. */
  readonly problems: readonly string[];
  /** Keys that MDM sets to what cannot be used, with no last good value either: they stand at their defaults. */
  readonly unusable: readonly SettingKey[];
}

/**
 * What bundles, labels and override codes are believed by, and what exempts a person. Where MDM forces anything at all, these come
 * from MDM alone: beside forced keys a person could else name a tenant that no bundle is for, have version numbers begin anew, be
 * of an exempt group, or sign override codes for themselves.
 */
export const FROM_MDM_ALONE: ReadonlySet<SettingKey> = new Set<SettingKey>([
  'TenantId',
  'ClientId',
  'LoginUrl',
  'GraphUrl',
  'LabelPriorityDirection',
  'ForeignLabels',
  'BundleKeys',
  'BundleThreshold',
  'BundleEpoch',
  'OverrideKeys',
  'RolloutRing',
  'DeviceManaged',
  'UserGroups',
  'DeviceGroups',
]);

const isManaged = (layers: readonly Layer[]): boolean =>
  layers.some(({ kind, read }) => kind === 'forced' && read.origins.size > 0);

/** Of these only one counts, and it is the strongest layer's: an option cannot add a bundle to the one that is forced. */
const ONE_OF: readonly SettingKey[] = ['BundleUrl', 'BundleFile', 'BundleParts'];

/**
 * Which value each key has: of the strongest layer that says one. A forced key whose value cannot be used keeps its last good
 * value, else the default, and nobody else may set it. Whoever loses is told, unless they said the same. Pure.
 */
export function settle(layers: readonly Layer[]): Settled {
  const chosen = winnerOf(ONE_OF.flatMap((key) => claimsOn(key, layers)));
  const rows = settingKeys.map((key) => {
    const rival = chosen !== null && ONE_OF.includes(key) && chosen.key !== key ? chosen : null;
    return rowFor(key, layers, rival);
  });
  const settings = Object.fromEntries(rows.map(({ key, value }) => [key, value])) as unknown as Settings;
  const problems = [
    ...layers.flatMap(({ read }) => read.unknown),
    ...rows.flatMap((row) => row.problems),
    ...checkTogether(settings),
  ];
  const unusable = settingKeys.filter((key) => isUnusable(key, layers));
  return { settings, rows, problems, unusable };
}

interface Claim {
  readonly key: SettingKey;
  readonly kind: Layer['kind'];
  readonly origin: string;
  /** Undefined: a forced key without a usable value; it is locked all the same. */
  readonly value: SomeSettings[SettingKey];
}

/** In the order of the layers. What is not forced and cannot be used claims nothing. */
function claimsOn(key: SettingKey, layers: readonly Layer[]): Claim[] {
  const isLocked = FROM_MDM_ALONE.has(key) && isManaged(layers);
  return layers.flatMap(({ kind, read, kept }) => {
    if (isLocked && kind !== 'forced') return [];
    const origin = read.origins.get(key);
    const value = read.values[key] ?? kept[key];
    if (origin === undefined || (value === undefined && kind !== 'forced')) return [];
    return [{ key, kind, origin, value }];
  });
}

const isUnusable = (key: SettingKey, layers: readonly Layer[]): boolean => {
  const [winner] = claimsOn(key, layers);
  return winner?.kind === 'forced' && winner.value === undefined;
};

/** Of claims that exclude each other: those of the strongest layer, of them the first that has a value. */
function winnerOf(claims: readonly Claim[]): Claim | null {
  const strongest = order.find((kind) => claims.some((claim) => claim.kind === kind));
  const best = claims.filter(({ kind }) => kind === strongest);
  return best.find(({ value }) => value !== undefined) ?? best[0] ?? null;
}

const order = ['forced', 'given', 'person'] as const;

function rowFor(key: SettingKey, layers: readonly Layer[], rival: Claim | null): SettingRow {
  const claims = claimsOn(key, layers);
  const [winner = null] = rival === null ? claims : [];
  const losers = rival === null ? claims.slice(1) : claims;
  const { effect } = settingOf(key);
  return {
    key,
    value: winner?.value ?? defaults[key],
    default: defaults[key],
    layer: winner?.kind ?? 'default',
    source: winner?.origin ?? 'default',
    forced: (winner ?? rival)?.kind === 'forced' || (FROM_MDM_ALONE.has(key) && isManaged(layers)),
    effect,
    problems: [
      ...refusals(key, layers),
      ...outsiders(key, layers),
      ...losers.flatMap((loser) => lostTo(winner ?? rival, loser)),
    ],
  };
}

function refusals(key: SettingKey, layers: readonly Layer[]): string[] {
  return layers.flatMap(({ kind, read, kept }) => {
    const problem = read.refused.get(key);
    if (problem === undefined) return [];
    const instead =
      kind === 'forced' ? (kept[key] === undefined ? 'the default' : 'the last good value') : null;
    const consequence = instead === null ? 'it is ignored' : `${instead} is used`;
    return [`${read.origins.get(key) ?? kind}: ${key}: ${problem}; ${consequence}`];
  });
}

/** Who sets a key that is MDM's alone here. */
function outsiders(key: SettingKey, layers: readonly Layer[]): string[] {
  if (!FROM_MDM_ALONE.has(key) || !isManaged(layers)) return [];
  return layers.flatMap(({ kind, read }) => {
    const origin = read.origins.get(key);
    if (kind === 'forced' || origin === undefined || read.refused.has(key)) return [];
    return [`${origin}: ${key} is ignored: this device is managed, and MDM alone sets it`];
  });
}

function lostTo(winner: Claim | null, loser: Claim): string[] {
  if (winner === null) return [];
  if (winner.key === loser.key && JSON.stringify(winner.value) === JSON.stringify(loser.value)) return [];
  const how = winner.kind === 'forced' ? 'forced by' : 'set by';
  const what = loser.kind === 'person' ? loser.origin : `${loser.origin}: ${loser.key}`;
  return [`${what} is ignored: ${winner.key} is ${how} ${winner.origin}`];
}
