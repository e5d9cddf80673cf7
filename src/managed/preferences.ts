import { isSettingKey } from './settings-schema.ts';
import type { SettingsReading } from './settings-source.ts';

/** One key of the preference domain, as CFPreferencesCopyAppValue and CFPreferencesAppValueIsForced tell it. */
export interface Preference {
  readonly key: string;
  /** As property lists have them: text, number, boolean, list, dictionary, date, data. */
  readonly value: unknown;
  readonly forced: boolean;
}

/**
 * What the managed preferences of macOS say. Only values that a profile forces count: any process of the signed-in person can
 * write the others. A setting that somebody wrote there without a profile is told, all else in the domain is not ours.
 */
export function readPreferences(domain: string, preferences: readonly Preference[]): SettingsReading {
  const values = preferences
    .filter(({ forced }) => forced)
    .map(({ key, value }) => ({ name: key, value, origin: `profile for ${domain}` }));
  const problems = preferences
    .filter(({ key, forced }) => !forced && isSettingKey(key))
    .map(
      ({ key }) => `${domain}: ${key} is ignored: no profile forces it; run defaults delete ${domain} ${key}`,
    );
  return values.length === 0 && problems.length === 0
    ? { kind: 'absent' }
    : { kind: 'present', values, problems };
}
