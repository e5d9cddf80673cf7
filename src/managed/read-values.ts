import { nearNames } from '../shared/near-names.ts';
import { coerce } from './coerce.ts';
import {
  isSettingKey,
  settingKeys,
  settingOf,
  type SettingKey,
  type SomeSettings,
} from './settings-schema.ts';
import type { RawSetting } from './settings-source.ts';

/** What a source's values come to. */
export interface ReadValues {
  readonly values: SomeSettings;
  /** Where each key that the source names stands there, whether its value could be used or not. */
  readonly origins: ReadonlyMap<SettingKey, string>;
  /** Keys whose value cannot be used, with what was expected. The value itself is never repeated: it may be a secret. */
  readonly refused: ReadonlyMap<SettingKey, string>;
  /** Lines about names that are no keys. */
  readonly unknown: readonly string[];
}

/**
 * Checks what a source says. A value of the wrong type and a name that is no key are told and left out; the rest counts.
 * Names that MDM tools put there for themselves are passed over; a null is as good as nothing.
 */
export function readValues(raw: readonly RawSetting[]): ReadValues {
  const values: Record<string, unknown> = {};
  const origins = new Map<SettingKey, string>();
  const refused = new Map<SettingKey, string>();
  const unknown: string[] = [];
  for (const { name, value, origin } of raw) {
    if (value === null || value === undefined || BOOKKEEPING.test(name)) continue;
    if (!isSettingKey(name)) {
      unknown.push(`${origin}: ${unknownName(name)}`);
      continue;
    }
    origins.set(name, origin);
    const read = readValue(name, value);
    if ('problem' in read) refused.set(name, read.problem);
    else values[name] = read.value;
  }
  return { values, origins, refused, unknown };
}

/** Profiles and their tools (Payload…, PFC_…), hand-made profiles (_manualProfile), registry leftovers (**del…). */
const BOOKKEEPING = /^(?:Payload|PFC_|_|\*\*|$)/;

function readValue(
  key: SettingKey,
  raw: unknown,
): { readonly value: unknown } | { readonly problem: string } {
  const setting = settingOf(key);
  const coerced = coerce(setting, raw);
  if ('expected' in coerced) return { problem: `expected ${coerced.expected}, it is ${kindOf(raw)}` };
  const parsed = setting.schema.safeParse(coerced.value);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  const at = typeof issue?.path[0] === 'number' ? `item ${issue.path[0] + 1}: ` : '';
  return { problem: `${at}${issue?.message ?? `expected ${setting.takes}`}, it is ${kindOf(raw)}` };
}

/** What a value is, without saying it. */
function kindOf(raw: unknown): string {
  if (typeof raw === 'string') return raw.trim() === '' ? 'empty' : `text of ${raw.length} characters`;
  if (Array.isArray(raw)) return `a list of ${raw.length}`;
  if (ArrayBuffer.isView(raw)) return 'binary data';
  if (typeof raw === 'number' || typeof raw === 'bigint') return `the number ${raw}`;
  return typeof raw === 'boolean' ? String(raw) : 'something else';
}

const LONGEST_NAME = 60;
/** What people look for among the settings and must not put there. */
const SECRET = /secret|token|password|passphrase|private_?key|credential/i;

function unknownName(name: string): string {
  const told = name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, LONGEST_NAME);
  if (SECRET.test(name)) {
    return `${told} is no setting: secrets are never settings, see clipward secret set; take it out there`;
  }
  const [near] = nearNames(name, settingKeys, 1);
  return `${told} is no setting${near === undefined ? '' : `; did you mean ${near}?`}`;
}
