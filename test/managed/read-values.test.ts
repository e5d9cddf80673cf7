import { describe, expect, it } from 'vitest';
import { readValues } from '../../src/managed/read-values.ts';
import type { SettingKey } from '../../src/managed/settings-schema.ts';

const read = (name: string, value: unknown) => readValues([{ name, value, origin: 'MDM' }]);

describe('readValues', () => {
  it.each<[key: SettingKey, raw: unknown, value: unknown]>([
    ['MayQuit', true, true],
    ['MayQuit', 1, true],
    ['MayQuit', 0, false],
    ['MayQuit', 1n, true],
    ['MayQuit', '1', true],
    ['MayQuit', '0', false],
    ['MayQuit', ' True ', true],
    ['MayQuit', 'FALSE', false],
    ['RetentionDays', 30, 30],
    ['RetentionDays', 30n, 30],
    ['RetentionDays', ' 30 ', 30],
    ['RolloutRing', ' pilot ', 'pilot'],
    ['LogLevel', 'Problems', 'problems'],
    ['UserGroups', ['Finance', ' Legal ', ''], ['Finance', 'Legal']],
    ['UserGroups', 'Finance, Legal,', ['Finance', 'Legal']],
    ['UserGroups', 'Finance\r\nLegal, Tax\n', ['Finance', 'Legal, Tax']],
    ['UserGroups', '["Finance", "Legal, Tax"]', ['Finance', 'Legal, Tax']],
    ['UserGroups', 'Finance', ['Finance']],
    ['UserGroups', '', []],
    ['UserGroups', [], []],
    ['BundleParts', [' {"a": ', '"b, c"}'], [' {"a": ', '"b, c"}']],
    ['BundleParts', '{"a": 1,\n"b": 2}', ['{"a": 1,\n"b": 2}']],
    ['BundleParts', '["{", "}"]', ['{', '}']],
    ['BundleParts', '[1, 2]', ['[1, 2]']],
  ])('reads %s from %o as %o', (key, raw, value) => {
    expect(read(key, raw)).toMatchObject({ values: { [key]: value }, refused: new Map(), unknown: [] });
  });

  it.each<[key: SettingKey, raw: unknown, says: string]>([
    ['MayQuit', 2, 'expected true or false, it is the number 2'],
    ['MayQuit', 'yes', 'expected true or false, it is text of 3 characters'],
    ['MayQuit', [true], 'expected true or false, it is a list of 1'],
    ['RetentionDays', '30 days', 'expected a whole number from 1 to 3650, it is text of 7 characters'],
    ['RetentionDays', 30.5, 'expected a whole number from 1 to 3650, it is the number 30.5'],
    ['RetentionDays', 0x1_0000_0000n, 'expected a whole number from 1 to 3650, it is the number 4294967296'],
    ['RetentionDays', true, 'expected a whole number from 1 to 3650, it is true'],
    ['RetentionDays', '', 'expected a whole number from 1 to 3650, it is empty'],
    ['RolloutRing', 1, 'expected a name of 1 to 64 characters, it is the number 1'],
    ['RolloutRing', '  ', 'expected a name of 1 to 64 characters, it is empty'],
    ['RolloutRing', new Uint8Array(3), 'expected a name of 1 to 64 characters, it is binary data'],
    ['LogLevel', 1, 'expected one of problems, verdicts, it is the number 1'],
    ['UserGroups', ['Finance', 1], 'expected names of groups, each of them text, it is a list of 2'],
    ['UserGroups', '["Finance", 1]', 'it begins like JSON and is no list of texts'],
    ['UserGroups', true, 'expected names of groups, it is true'],
    ['UserGroups', Array.from({ length: 1001 }, () => 'x'), 'expected at most 1000 items'],
  ])('refuses %s of %o', (key, raw, says) => {
    const found = read(key, raw);
    expect(found.values).toEqual({});
    expect(found.refused.get(key)).toContain(says);
    expect(found.origins.get(key)).toBe('MDM');
  });

  it.each<[name: string, says: string]>([
    ['BundelUrl', 'MDM: BundelUrl is no setting; did you mean BundleUrl?'],
    ['bundleurl', 'MDM: bundleurl is no setting; did you mean BundleUrl?'],
    ['Colour', 'MDM: Colour is no setting'],
    ['__proto__x', ''],
    ['toString', 'MDM: toString is no setting'],
    ['x'.repeat(500), `MDM: ${'x'.repeat(60)} is no setting`],
    ['Bad\nname', 'MDM: Bad?name is no setting'],
  ])('names %s, which is no key', (name, says) => {
    expect(read(name, 'v').unknown.join()).toBe(says);
  });

  it.each(['ClientSecret', 'CollectorToken', 'Password'])('says where %s belongs', (name) => {
    expect(read(name, 'hunter2').unknown[0]).toContain(`${name} is no setting: secrets are never settings`);
  });

  it.each(['PayloadUUID', 'PayloadVersion', '_manualProfile', 'PFC_SegmentedControl_0', '**delvals.', ''])(
    'passes over %j, which tools write for themselves',
    (name) => {
      expect(read(name, 'v')).toEqual({ values: {}, origins: new Map(), refused: new Map(), unknown: [] });
    },
  );

  it('takes null for a key that is left out', () => {
    expect(read('Country', null).origins.size).toBe(0);
  });

  it('never repeats a value: somebody may have put a secret there', () => {
    const secret = 'Xy8Q~geheim-geheim-geheim-geheim-geheim.';
    for (const name of [
      'TenantId',
      'MayQuit',
      'RetentionDays',
      'LogLevel',
      'BundleKeys',
      'ClientSecret',
      'Tennant',
    ]) {
      const { refused, unknown } = read(name, secret);
      const told = [...refused.values(), ...unknown].join('\n');
      expect(told).not.toBe('');
      expect(told).not.toContain('geheim');
    }
  });

  it('goes on with the rest when one value is wrong', () => {
    const raw = { Country: 'France', RetentionDays: 30, Nonsense: 1, MayQuit: false };
    const found = readValues(Object.entries(raw).map(([name, value]) => ({ name, value, origin: 'MDM' })));
    expect(found.values).toEqual({ RetentionDays: 30, MayQuit: false });
    expect([...found.refused.keys()]).toEqual(['Country']);
    expect(found.unknown).toHaveLength(1);
  });
});
