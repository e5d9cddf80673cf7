import { messageOf } from '../shared/result.ts';
import { readLastGood, writeLastGood } from './last-good.ts';
import { readValues, type ReadValues } from './read-values.ts';
import { settingKeys, type SettingKey, type SomeSettings } from './settings-schema.ts';
import type { SettingsReading, SettingsSource } from './settings-source.ts';
import type { Layer } from './settle.ts';

/** A layer that has a source behind it. */
export interface SourceLayer {
  readonly source: SettingsSource;
  /** Never rejects. A source that does not answer in time counts as unreadable. */
  read(timeoutMs: number): Promise<{ readonly layer: Layer; readonly problems: readonly string[] }>;
}

/**
 * A source with its memory: what it said last stays in force while it cannot be read, key by key. `readsFrom` and `writesTo` are
 * the file that keeps that over a restart; without them it is in memory alone.
 */
export function createSourceLayer(
  kind: 'forced' | 'given',
  source: SettingsSource,
  files: { readonly readsFrom?: string | undefined; readonly writesTo?: string | undefined },
): SourceLayer {
  let lastGood: SomeSettings | null | undefined;
  let kept: string | undefined;
  const remembered = (problems: string[]): SomeSettings => {
    if (lastGood === undefined && files.readsFrom !== undefined) {
      const read = readLastGood(files.readsFrom, source.name);
      if (!read.ok) problems.push(read.problem);
      lastGood = read.ok ? read.value : null;
    }
    return lastGood ?? {};
  };
  const keep = (values: SomeSettings | null, problems: string[]): void => {
    lastGood = values;
    const text = JSON.stringify(values);
    if (files.writesTo === undefined || text === kept) return;
    const written = writeLastGood(files.writesTo, source.name, values);
    if (written.ok) kept = text;
    else problems.push(written.problem);
  };
  const read: SourceLayer['read'] = async (timeoutMs) => {
    const reading = await withinTime(source, timeoutMs);
    const problems: string[] = [];
    switch (reading.kind) {
      case 'absent':
        keep(null, problems);
        return { layer: { kind, read: readValues([]), kept: {} }, problems };
      case 'unreadable': {
        const values = remembered(problems);
        const stays = Object.keys(values).length === 0 ? 'the defaults hold' : 'the last good values stay';
        return {
          layer: { kind, read: allOf(values, source.name), kept: {} },
          problems: [`${reading.problem}; ${stays}`, ...problems],
        };
      }
      case 'present': {
        const found = readValues(reading.values);
        const before = found.refused.size > 0 ? remembered(problems) : {};
        const still = only(before, found.refused);
        keep({ ...still, ...found.values }, problems);
        return {
          layer: { kind, read: found, kept: still },
          problems: [...(reading.problems ?? []), ...problems],
        };
      }
    }
  };
  return { source, read };
}

/** Values that nobody can read now as if they stood there still. */
const allOf = (values: SomeSettings, origin: string): ReadValues => ({
  values,
  origins: new Map(settingKeys.filter((key) => key in values).map((key) => [key, origin])),
  refused: new Map(),
  unknown: [],
});

const only = (values: SomeSettings, keys: ReadonlyMap<SettingKey, unknown>): SomeSettings =>
  Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key as SettingKey)));

async function withinTime(source: SettingsSource, timeoutMs: number): Promise<SettingsReading> {
  const { promise, resolve } = Promise.withResolvers<SettingsReading>();
  const tooLate = { kind: 'unreadable', problem: `${source.name}: no answer in ${timeoutMs} ms` } as const;
  const timer = setTimeout(resolve, timeoutMs, tooLate);
  const failure = (error: unknown): SettingsReading => ({
    kind: 'unreadable',
    problem: `${source.name}: cannot be read (${messageOf(error)})`,
  });
  source.read().then(resolve, (error: unknown) => resolve(failure(error)));
  const reading = await promise;
  clearTimeout(timer);
  return reading;
}
