import { settingKeys } from './settings-schema.ts';
import type { RawSetting, SettingsReading } from './settings-source.ts';

/** A value as the Windows registry has it. Texts are without their final zero, REG_EXPAND_SZ is expanded already. */
export interface RegistryValue {
  readonly name: string;
  readonly type: string;
  readonly data: string | number | bigint | readonly string[] | Uint8Array;
}

/** The policy key of one hive; a list policy is a subkey of its name. */
export interface RegistryKey {
  /** For people, such as `HKLM\Software\Policies\Clipward`. */
  readonly path: string;
  readonly values: readonly RegistryValue[];
  readonly subkeys: readonly { readonly name: string; readonly values: readonly RegistryValue[] }[];
}

/**
 * What the policy keys of the machine and of the person say; null: the key is not there. HKLM wins over HKCU value by value
 * (learn.microsoft.com, "Implementing Registry-based Policy"); only administrators can write below Software\Policies in either.
 * Names are compared without regard to case, as the registry does.
 */
export function readRegistry(machine: RegistryKey | null, person: RegistryKey | null): SettingsReading {
  if (machine === null && person === null) return { kind: 'absent' };
  const found = new Map<string, RawSetting>();
  const problems: string[] = [];
  for (const key of [machine, person]) {
    if (key === null) continue;
    const own = new Map<string, RawSetting>();
    for (const setting of settingsIn(key)) {
      const name = setting.name.toLowerCase();
      const other = own.get(name);
      if (other === undefined) own.set(name, setting);
      else
        problems.push(
          `${setting.origin}: is a value and a list; only the value counts, take one of them out`,
        );
    }
    for (const [name, setting] of own) if (!found.has(name)) found.set(name, setting);
  }
  return { kind: 'present', values: [...found.values()], problems };
}

const names = new Map<string, string>(settingKeys.map((key) => [key.toLowerCase(), key]));

function settingsIn({ path, values, subkeys }: RegistryKey): RawSetting[] {
  const setting = (name: string, value: unknown): RawSetting => ({
    name: names.get(name.toLowerCase()) ?? name,
    value,
    origin: `${path}\\${name}`,
  });
  return [
    ...values.map(({ name, data }) => setting(name, data)),
    ...subkeys.map(({ name, values: items }) => setting(name, listOf(items))),
  ];
}

/** List policies number their items from "1" on; free names come after them, in the order of the registry. */
const listOf = (items: readonly RegistryValue[]): unknown[] =>
  items
    .filter(({ name }) => name !== '' && !name.startsWith('**'))
    .toSorted((left, right) => placeOf(left.name) - placeOf(right.name))
    .map(({ data }) => data);

const placeOf = (name: string): number => (/^\d{1,9}$/.test(name) ? Number(name) : Number.MAX_SAFE_INTEGER);
