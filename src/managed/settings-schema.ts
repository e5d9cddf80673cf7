import { bundle } from './sections/bundle.ts';
import { device } from './sections/device.ts';
import { events } from './sections/events.ts';
import { purview } from './sections/purview.ts';
import type { Setting, ValueOf } from './setting.ts';

/** Everything MDM can set, in the order in which it is shown. docs/config-keys.md is made from it. */
export const sections = [
  { title: 'Microsoft Purview', table: purview },
  { title: 'Policy bundle', table: bundle },
  { title: 'Device and person', table: device },
  { title: 'Events', table: events },
] as const;

const table = { ...purview, ...bundle, ...device, ...events };

export type SettingKey = keyof typeof table;
/** The value of every key; null where nobody set one and there is no default. */
export type Settings = { readonly [Key in SettingKey]: ValueOf<(typeof table)[Key]> };
/** Values of some keys. */
export type SomeSettings = { readonly [Key in SettingKey]?: Exclude<Settings[Key], null> };

export const settingKeys = Object.keys(table) as SettingKey[];
export const settingOf = (key: SettingKey): Setting<unknown, unknown> => table[key];

export const isSettingKey = (name: string): name is SettingKey => Object.hasOwn(table, name);

export const defaults: Settings = Object.fromEntries(
  settingKeys.map((key) => [key, table[key].default]),
) as Settings;
