import { describe, expect, it } from 'vitest';
import { readPreferences } from '../../src/managed/preferences.ts';
import { readRegistry, type RegistryKey, type RegistryValue } from '../../src/managed/registry.ts';
import { readValues } from '../../src/managed/read-values.ts';
import type { SettingsReading } from '../../src/managed/settings-source.ts';
import { systemSource } from '../../src/managed/system-source.ts';

const valuesOf = (reading: SettingsReading) =>
  reading.kind === 'present' ? readValues(reading.values).values : reading.kind;
const problemsOf = (reading: SettingsReading) => (reading.kind === 'present' ? reading.problems : []);

const value = (name: string, data: RegistryValue['data'], type = 'REG_SZ'): RegistryValue => ({
  name,
  type,
  data,
});
const key = (
  path: string,
  values: RegistryValue[],
  lists: Record<string, RegistryValue[]> = {},
): RegistryKey => ({
  path,
  values,
  subkeys: Object.entries(lists).map(([name, items]) => ({ name, values: items })),
});
const HKLM = String.raw`HKLM\Software\Policies\Clipward`;
const HKCU = String.raw`HKCU\Software\Policies\Clipward`;

describe('readRegistry', () => {
  it('is absent only when both hives have no key', () => {
    expect(readRegistry(null, null)).toEqual({ kind: 'absent' });
    expect(readRegistry(key(HKLM, []), null).kind).toBe('present');
    expect(readRegistry(null, key(HKCU, [])).kind).toBe('present');
  });

  it('reads each type that ADMX writes', () => {
    const reading = readRegistry(
      key(HKLM, [
        value('MayQuit', 0, 'REG_DWORD'),
        value('RetentionDays', 30n, 'REG_QWORD'),
        value('Country', 'FR'),
        value('BundleFile', 'C:\\ProgramData\\Clipward\\b.json', 'REG_EXPAND_SZ'),
        value('UserGroups', ['Finance', 'Legal'], 'REG_MULTI_SZ'),
      ]),
      null,
    );
    expect(valuesOf(reading)).toEqual({
      MayQuit: false,
      RetentionDays: 30,
      Country: 'FR',
      BundleFile: 'C:\\ProgramData\\Clipward\\b.json',
      UserGroups: ['Finance', 'Legal'],
    });
  });

  it('lets the machine win over the person, value by value', () => {
    const reading = readRegistry(
      key(HKLM, [value('Country', 'FR')]),
      key(HKCU, [value('country', 'DE'), value('Language', 'de')]),
    );
    expect(valuesOf(reading)).toEqual({ Country: 'FR', Language: 'de' });
    const origins = reading.kind === 'present' ? reading.values.map(({ origin }) => origin) : [];
    expect(origins).toEqual([`${HKLM}\\Country`, `${HKCU}\\Language`]);
  });

  it('knows names in any case, as the registry does', () => {
    expect(valuesOf(readRegistry(key(HKLM, [value('COUNTRY', 'FR')]), null))).toEqual({ Country: 'FR' });
  });

  it('sorts the items of a list policy by number, and free names after them', () => {
    const items = [value('10', 'ten'), value('2', 'two'), value('extra', 'free'), value('1', 'one')];
    const reading = readRegistry(key(HKLM, [], { userGroups: [...items, value('**delvals.', ' ')] }), null);
    expect(valuesOf(reading)).toEqual({ UserGroups: ['one', 'two', 'ten', 'free'] });
  });

  it('lets the list of the machine win over the value of the person', () => {
    const reading = readRegistry(
      key(HKLM, [], { UserGroups: [value('1', 'Finance')] }),
      key(HKCU, [value('UserGroups', 'Legal')]),
    );
    expect(valuesOf(reading)).toEqual({ UserGroups: ['Finance'] });
  });

  it('takes the value where one hive has a value and a list, and says so', () => {
    const reading = readRegistry(
      key(HKLM, [value('UserGroups', 'Legal')], { UserGroups: [value('1', 'Finance')] }),
      null,
    );
    expect(valuesOf(reading)).toEqual({ UserGroups: ['Legal'] });
    expect(problemsOf(reading)).toEqual([
      `${HKLM}\\UserGroups: is a value and a list; only the value counts, take one of them out`,
    ]);
  });

  it('keeps what is no setting, to be named', () => {
    const reading = readRegistry(
      key(HKLM, [value('Countri', 'FR'), value('Country', new Uint8Array(2))]),
      null,
    );
    const found = readValues(reading.kind === 'present' ? reading.values : []);
    expect(found.unknown).toEqual([`${HKLM}\\Countri: Countri is no setting; did you mean Country?`]);
    expect(found.refused.get('Country')).toContain('it is binary data');
  });
});

describe('readPreferences', () => {
  const forced = (name: string, data: unknown) => ({ key: name, value: data, forced: true });

  it('reads forced values as property lists have them', () => {
    const reading = readPreferences('app.clipward.agent', [
      forced('MayQuit', 0),
      forced('RetentionDays', 30),
      forced('UserGroups', ['Finance']),
      forced('PayloadUUID', 'A'),
      forced('_manualProfile', true),
    ]);
    expect(valuesOf(reading)).toEqual({ MayQuit: false, RetentionDays: 30, UserGroups: ['Finance'] });
    expect(problemsOf(reading)).toEqual([]);
  });

  it('never takes a value that no profile forces, and tells one of ours', () => {
    const reading = readPreferences('app.clipward.agent', [
      { key: 'MayQuit', value: true, forced: false },
      { key: 'NSWindow Frame main', value: '0 0', forced: false },
    ]);
    expect(valuesOf(reading)).toEqual({});
    expect(problemsOf(reading)).toEqual([
      'app.clipward.agent: MayQuit is ignored: no profile forces it; run defaults delete app.clipward.agent MayQuit',
    ]);
  });

  it('is absent when nothing of ours is there', () => {
    expect(readPreferences('app.clipward.agent', [])).toEqual({ kind: 'absent' });
    expect(readPreferences('app.clipward.agent', [{ key: 'NSX', value: 1, forced: false }])).toEqual({
      kind: 'absent',
    });
  });
});

describe('systemSource', () => {
  it.each(['win32', 'darwin'] as const)('says on %s that what MDM sets is not read yet', async (platform) => {
    const reading = await systemSource(platform).read();
    expect(reading).toMatchObject({ kind: 'unreadable' });
    expect(reading.kind === 'unreadable' ? reading.problem : '').toContain('not readable in this version');
  });

  it('is the file below /etc elsewhere', () => {
    expect(systemSource('linux').name).toBe('/etc/clipward/settings.json');
  });
});
