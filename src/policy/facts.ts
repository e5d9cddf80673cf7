import { confidenceLevels, type FindingType, type TypeCount, type Unscanned } from '../shared/finding.ts';
import { platformIdOf } from '../shared/platform.ts';
import { NOT_KNOWN, type PartialInput, type Perhaps } from './interaction.ts';

/** One type that was found, made ready for tests by name. */
export interface Found {
  readonly count: TypeCount;
  /** Place in `confidenceLevels`. */
  readonly level: number;
  readonly names: readonly FindingType[];
}

/** An interaction as checks read it. What several checks ask for is worked out once, and only when one asks. */
export interface Facts {
  readonly input: PartialInput;
  readonly platformId: string | null;
  /** Why the content was not wholly read; null when it was, or when its owner asked that it not be. */
  readonly unread: Exclude<Unscanned, 'concealed'> | null;
  /** A password manager's flag: the content is judged by the flag alone, and is no failure to read. */
  readonly isConcealed: boolean;
  readonly found: () => readonly Found[];
  /** The same by each of their names. */
  readonly foundByName: () => ReadonlyMap<FindingType, readonly Found[]>;
  readonly sourceApp: () => Perhaps<string | null>;
  readonly userGroups: () => Perhaps<ReadonlySet<string>>;
  readonly deviceGroups: () => Perhaps<ReadonlySet<string>>;
}

/** Once a verdict. The input must not change while its facts are in use. */
export function factsOf(input: PartialInput): Facts {
  const { classification, capture, circumstances } = input;
  const { unscanned } = classification;
  const found = once(() => classification.counts.map(foundOf));
  return {
    input,
    platformId: platformIdOf(input.target),
    unread: unscanned === undefined || unscanned === 'concealed' ? null : unscanned,
    isConcealed: unscanned === 'concealed',
    found,
    foundByName: once(() => byName(found())),
    sourceApp: once(() => {
      const { sourceApp } = capture;
      return typeof sourceApp === 'string' ? programName(sourceApp) : sourceApp;
    }),
    userGroups: once(() => groupSet(circumstances.userGroups)),
    deviceGroups: once(() => groupSet(circumstances.deviceGroups)),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

const foundOf = (count: TypeCount): Found => ({
  count,
  level: confidenceLevels.indexOf(count.confidence),
  names: namesOf(count.type),
});

function byName(all: readonly Found[]): ReadonlyMap<FindingType, readonly Found[]> {
  const named = new Map<FindingType, Found[]>();
  for (const found of all) {
    for (const name of found.names) {
      const others = named.get(name);
      if (others === undefined) named.set(name, [found]);
      else others.push(found);
    }
  }
  return named;
}

/** A found type and all wider names that `typeCovers` says cover it: `NATIONAL_ID:FR_CNI`, `NATIONAL_ID:FR`, `NATIONAL_ID`. */
export function namesOf(type: FindingType): readonly FindingType[] {
  const colon = type.indexOf(':');
  if (colon === -1) return [type];
  const names = [type, type.slice(0, colon)];
  if (type.startsWith('CUSTOM:')) return names;
  for (let at = type.indexOf('_', colon); at !== -1; at = type.indexOf('_', at + 1)) {
    names.push(type.slice(0, at));
  }
  return names;
}

/** A program's file name as it is compared: without case, without `.exe`, accents as one character (macOS writes two). */
export const programName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.exe$/, '');

/** A group's name or id as it is compared: without case, and however its accents are written. */
export const groupName = (name: string): string => name.trim().normalize('NFC').toLowerCase();

/** Made once for each list: the managed settings give the same one to interaction after interaction. */
const groupSets = new WeakMap<readonly string[], ReadonlySet<string>>();

function groupSet(groups: Perhaps<readonly string[]>): Perhaps<ReadonlySet<string>> {
  if (groups === NOT_KNOWN) return groups;
  const known = groupSets.get(groups);
  if (known !== undefined) return known;
  const made = new Set(groups.map(groupName));
  groupSets.set(groups, made);
  return made;
}
