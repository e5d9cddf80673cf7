import { describe, expect, expectTypeOf, it } from 'vitest';
import { readValues } from '../../src/managed/read-values.ts';
import {
  defaults,
  isSettingKey,
  sections,
  settingKeys,
  settingOf,
  type SettingKey,
  type Settings,
} from '../../src/managed/settings-schema.ts';

const read = (key: SettingKey, value: unknown) => readValues([{ name: key, value, origin: 'MDM' }]);

const wrong = {
  guid: ['contoso.onmicrosoft.com', 'expected a GUID'],
  address: ['http://example.com', 'expected an https address'],
  path: ['bundle.json', 'expected a whole path'],
  boolean: ['yes', 'expected true or false'],
  key: [['ed25519:11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp'], 'item 1: expected an Ed25519 public key'],
  group: [['x'.repeat(257)], 'item 1: expected a name of 1 to 256'],
} as const;

/** At least one value that each key refuses, and what is said. */
const refused: Readonly<Record<SettingKey, readonly [value: unknown, says: string]>> = {
  IntegrationEnabled: wrong.boolean,
  TenantId: wrong.guid,
  ClientId: wrong.guid,
  SignInMethod: ['password', 'expected one of user, certificate, secret'],
  CertificateFile: wrong.path,
  LoginUrl: ['https://someone:pass@login.example.com', 'without user name'],
  GraphUrl: wrong.address,
  LabelSyncMinutes: [14, 'expected a whole number from 15 to 1440'],
  LabelPriorityDirection: ['up', 'expected one of greater-is-stricter'],
  ForeignLabels: ['maybe', 'expected one of keep, ignore'],
  BundleUrl: wrong.address,
  BundleFile: wrong.path,
  BundleParts: [['{', ''], 'item 2: expected part of the text'],
  BundleKeys: wrong.key,
  BundleThreshold: [0, 'from 1 to 10'],
  BundleEpoch: [-1, 'from 0'],
  BundleMinutes: [1441, 'from 5 to 1440'],
  OverrideKeys: [['rsa:AAAA'], 'item 1: expected an Ed25519'],
  RolloutRing: ['x'.repeat(65), 'expected a name of 1 to 64'],
  DeviceManaged: wrong.boolean,
  UserGroups: wrong.group,
  DeviceGroups: wrong.group,
  Country: ['FRA', 'expected a country by its two letters such as FR'],
  Language: ['german', 'expected a language such as de'],
  LogLevel: ['debug', 'expected one of problems'],
  MayPause: wrong.boolean,
  MayQuit: wrong.boolean,
  KeyListener: wrong.boolean,
  RetentionDays: [3651, 'from 1 to 3650'],
  RecordSourceApp: wrong.boolean,
  RecordFingerprint: wrong.boolean,
  RecordPlainUser: wrong.boolean,
  CollectorUrl: ['siem.example.com', 'expected an https address'],
  SentinelEndpoint: wrong.address,
  SentinelRuleId: ['my rule', 'expected an immutable id'],
  SentinelStream: ['ClipwardEvents', 'expected the name of a stream such as Custom-'],
  PowerAutomateEnabled: wrong.boolean,
  PurviewUpload: wrong.boolean,
};

describe('the table of settings', () => {
  it.each(settingKeys)('knows %s with all that templates and docs need', (key) => {
    const setting = settingOf(key);
    expect(key).toMatch(/^[A-Z][A-Za-z]{2,40}$/);
    expect(setting.since).toMatch(/^\d+\.\d+\.\d+$/);
    for (const text of [setting.description, setting.risk]) expect(text).toMatch(/^.{15,400}[.?]$/s);
    expect(setting.choices !== undefined).toBe(setting.type === 'choice');
    expect(setting.range !== undefined).toBe(setting.type === 'integer');
    expect(setting.splits !== undefined).toBe(setting.type === 'list');
  });

  it.each(settingKeys)('takes the example of %s, which is not its default', (key) => {
    const { example, default: usual } = settingOf(key);
    expect(example).not.toEqual(usual);
    expect(read(key, example)).toMatchObject({ values: { [key]: example }, refused: new Map() });
  });

  it.each(settingKeys)('has a default of %s that would be taken, or none', (key) => {
    const usual = defaults[key];
    if (usual !== null) expect(read(key, usual).values).toEqual({ [key]: usual });
  });

  it.each(settingKeys)('refuses a wrong value of %s and says what was expected', (key) => {
    const [value, says] = refused[key];
    const { values, refused: problems } = read(key, value);
    expect(values).toEqual({});
    expect(problems.get(key)).toContain(says);
  });

  it.each(settingKeys)('refuses a dictionary for %s', (key) => {
    expect(read(key, { value: 1 }).refused.get(key)).toMatch(/^expected .+, it is something else$/);
  });

  it('shows each key in one section', () => {
    expect(sections.flatMap(({ table }) => Object.keys(table))).toEqual(settingKeys);
  });

  it('takes no inherited name for a key', () => {
    expect(isSettingKey('Country')).toBe(true);
    expect(isSettingKey('toString')).toBe(false);
  });

  it('gives every value its type, null only where there is no default', () => {
    expectTypeOf<Settings['IntegrationEnabled']>().toEqualTypeOf<boolean>();
    expectTypeOf<Settings['DeviceManaged']>().toEqualTypeOf<boolean | null>();
    expectTypeOf<Settings['RetentionDays']>().toEqualTypeOf<number>();
    expectTypeOf<Settings['TenantId']>().toEqualTypeOf<string | null>();
    expectTypeOf<Settings['LoginUrl']>().toEqualTypeOf<string>();
    expectTypeOf<Settings['SignInMethod']>().toEqualTypeOf<'user' | 'certificate' | 'secret'>();
    expectTypeOf<Settings['BundleKeys']>().toEqualTypeOf<readonly string[]>();
  });
});
