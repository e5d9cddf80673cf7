import { readValues } from './read-values.ts';
import { settle, type Layer, type Settled, type SettingRow } from './settle.ts';
import { settingKeys, type SettingKey, type Settings } from './settings-schema.ts';
import type { RawSetting, SettingsSource, WatchTimes } from './settings-source.ts';
import { createSourceLayer } from './source-layer.ts';

export interface ManagedSettingsOptions {
  /** What MDM sets; `systemSource()`. */
  readonly forced: SettingsSource;
  /** The file of `--settings`: stronger than options, weaker than what is forced. */
  readonly given?: SettingsSource | undefined;
  /** Options of the command line as settings; `origin` is the option, such as `--collector`. */
  readonly person?: readonly RawSetting[];
  /** The file that keeps the last good forced values over a restart. */
  readonly lastGoodFile?: string;
  /** Left out: read once, nothing is watched and no file is written. */
  readonly watch?: WatchTimes;
  /** How long a source may take; after that it counts as unreadable. Milliseconds. */
  readonly readTimeoutMs?: number;
}

/** 15 minutes: what MDM writes does not always tell. */
export const watchTimes: WatchTimes = { debounceMs: 1500, pollMs: 15 * 60 * 1000 };

export interface ManagedSettings {
  current(): Settings;
  /** One row for each key, in the order of the table. */
  explain(): readonly SettingRow[];
  /** All that is wrong with the settings now, a line each; empty when nothing is. */
  problems(): readonly string[];
  /** Keys that MDM sets to what cannot be used, so that their defaults stand: whoever relies on one must be on the safe side. */
  unusable(): readonly SettingKey[];
  /** Called after each change with the keys that have another value now, and the problems that were not there before. */
  onChange(listener: SettingsListener): void;
  /** Reads everything now. Resolves when what was read is in force and listeners were called. */
  refresh(): Promise<void>;
  /** Listeners are not called any more. Safe to call twice. */
  stop(): void;
}
export type SettingsListener = (changed: readonly SettingKey[], newProblems: readonly string[]) => void;

/** Opens the settings: everything is read once before it resolves. Whatever is wrong, there are settings. */
export async function openManagedSettings(options: ManagedSettingsOptions): Promise<ManagedSettings> {
  const { forced, given, lastGoodFile, readTimeoutMs = 5000, watch } = options;
  const writesTo = watch === undefined ? undefined : lastGoodFile;
  const layers = [
    createSourceLayer('forced', forced, { readsFrom: lastGoodFile, writesTo }),
    ...(given === undefined ? [] : [createSourceLayer('given', given, {})]),
  ];
  const person: Layer = { kind: 'person', read: readValues(options.person ?? []), kept: {} };
  const listeners: SettingsListener[] = [];
  let stopped = false;
  let now: Settled = settle([person]);

  const readAll = async (): Promise<void> => {
    const read = await Promise.all(layers.map((layer) => layer.read(readTimeoutMs)));
    const before = now;
    const settled = settle([...read.map(({ layer }) => layer), person]);
    now = { ...settled, problems: [...read.flatMap(({ problems }) => problems), ...settled.problems] };
    if (!stopped) announce(before, now, listeners);
  };
  // One at a time and in order: a slow read must not put an old state over a newer one.
  let queue = Promise.resolve();
  const refresh = (): Promise<void> => (queue = queue.then(readAll, readAll));

  // Watched before the first read: what changes in between is read again.
  const watches =
    watch === undefined ? [] : layers.map(({ source }) => source.watch(() => void refresh(), watch));
  await refresh();
  return {
    current: () => now.settings,
    explain: () => now.rows,
    unusable: () => now.unusable,
    problems: () => [...watches.flatMap((watched) => watched.problem() ?? []), ...now.problems],
    onChange: (listener) => void listeners.push(listener),
    refresh,
    stop: () => {
      stopped = true;
      for (const watched of watches) watched.stop();
    },
  };
}

function announce(before: Settled, now: Settled, listeners: readonly SettingsListener[]): void {
  const changed = settingKeys.filter(
    (key) => JSON.stringify(before.settings[key]) !== JSON.stringify(now.settings[key]),
  );
  const newProblems = now.problems.filter((problem) => !before.problems.includes(problem));
  if (changed.length === 0 && newProblems.length === 0) return;
  for (const listener of listeners) listener(changed, newProblems);
}
