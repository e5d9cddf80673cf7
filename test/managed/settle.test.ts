import { describe, expect, it } from 'vitest';
import { readValues } from '../../src/managed/read-values.ts';
import {
  defaults,
  settingKeys,
  type SettingKey,
  type SomeSettings,
} from '../../src/managed/settings-schema.ts';
import { settle, type Layer } from '../../src/managed/settle.ts';

const layer =
  (kind: Layer['kind'], origin: string) =>
  (values: Record<string, unknown>, kept: SomeSettings = {}): Layer => ({
    kind,
    read: readValues(Object.entries(values).map(([name, value]) => ({ name, value, origin }))),
    kept,
  });
const forced = layer('forced', '/etc/clipward/settings.json');
const given = layer('given', '/tmp/lab.json');
const option = (name: string, key: SettingKey, value: unknown): Layer =>
  layer('person', name)({ [key]: value });

const rowOf = (key: SettingKey, ...layers: Layer[]) => settle(layers).rows.find((row) => row.key === key);
const url = 'https://siem.example.com/';
const KEYS = [
  'ed25519:11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  'ed25519:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
];

describe('settle', () => {
  it('has the default of every key when nobody says anything', () => {
    const { settings, rows, problems } = settle([]);
    expect(settings).toEqual(defaults);
    expect(rows.map((row) => row.key)).toEqual(settingKeys);
    expect(rows.every((row) => row.source === 'default' && !row.forced)).toBe(true);
    expect(problems).toEqual([]);
  });

  it.each<[what: string, layers: Layer[], value: string, source: string, isForced: boolean]>([
    ['an option', [option('--country', 'Country', 'FR')], 'FR', '--country', false],
    ['a given file', [given({ Country: 'DE' })], 'DE', '/tmp/lab.json', false],
    ['a forced value', [forced({ Country: 'IT' })], 'IT', '/etc/clipward/settings.json', true],
    [
      'the file before the option',
      [given({ Country: 'DE' }), option('--country', 'Country', 'FR')],
      'DE',
      '/tmp/lab.json',
      false,
    ],
    [
      'what is forced before both',
      [forced({ Country: 'IT' }), given({ Country: 'DE' }), option('--country', 'Country', 'FR')],
      'IT',
      '/etc/clipward/settings.json',
      true,
    ],
    [
      'the option where the file is wrong',
      [given({ Country: 'Germany' }), option('--country', 'Country', 'FR')],
      'FR',
      '--country',
      false,
    ],
  ])('takes %s', (_, layers, value, source, isForced) => {
    expect(rowOf('Country', ...layers)).toMatchObject({ value, source, forced: isForced });
  });

  it('tells an option and a file that lose to what is forced', () => {
    const layers = [
      forced({ CollectorUrl: url }),
      given({ CollectorUrl: 'https://lab.example.com/' }),
      option('--collector', 'CollectorUrl', 'https://mine.example.com/'),
    ];
    expect(settle(layers).problems).toEqual([
      '/tmp/lab.json: CollectorUrl is ignored: CollectorUrl is forced by /etc/clipward/settings.json',
      '--collector is ignored: CollectorUrl is forced by /etc/clipward/settings.json',
    ]);
  });

  it('tells an option that loses to a file', () => {
    const layers = [given({ Country: 'DE' }), option('--country', 'Country', 'FR')];
    expect(settle(layers).problems).toEqual(['--country is ignored: Country is set by /tmp/lab.json']);
  });

  it('has nothing to tell where both say the same', () => {
    expect(settle([forced({ Country: 'FR' }), option('--country', 'Country', 'FR')]).problems).toEqual([]);
  });

  it('locks a forced key whose value cannot be used at its default', () => {
    const row = rowOf('Country', forced({ Country: 'France' }), option('--country', 'Country', 'DE'));
    expect(row).toMatchObject({ value: null, forced: true });
    expect(row?.problems).toEqual([
      '/etc/clipward/settings.json: Country: expected a country by its two letters such as FR, it is text of 6 characters; the default is used',
      '--country is ignored: Country is forced by /etc/clipward/settings.json',
    ]);
  });

  it('locks it at its last good value where there is one', () => {
    const row = rowOf('Country', forced({ Country: 'France' }, { Country: 'FR' }));
    expect(row).toMatchObject({ value: 'FR', forced: true });
    expect(row?.problems[0]).toContain('; the last good value is used');
  });

  it.each<[forcedKey: SettingKey, value: unknown]>([
    ['BundleUrl', 'https://config.example.com/b'],
    ['BundleFile', '/etc/clipward/b.json'],
    ['BundleParts', ['{}']],
  ])('lets no option put a bundle beside a forced %s', (key, value) => {
    const { settings, problems } = settle([
      forced({ [key]: value, BundleKeys: KEYS }),
      option('--bundle', 'BundleFile', '/home/me/b.json'),
    ]);
    const none = { BundleUrl: null, BundleFile: null, BundleParts: [] };
    expect(settings).toMatchObject({ ...none, [key]: value });
    expect(problems).toEqual([`--bundle is ignored: ${key} is forced by /etc/clipward/settings.json`]);
  });

  it('shows a key that another one excludes as locked too', () => {
    expect(rowOf('BundleFile', forced({ BundleUrl: url }))).toMatchObject({ value: null, forced: true });
    expect(rowOf('BundleFile', given({ BundleUrl: url }))).toMatchObject({ value: null, forced: false });
  });

  it('takes the first of two bundles in one place that can be used, and names the other', () => {
    const both = settle([forced({ BundleFile: '/b.json', BundleUrl: url, BundleKeys: KEYS })]);
    expect(both.settings).toMatchObject({ BundleUrl: url, BundleFile: null });
    expect(both.problems).toEqual([
      '/etc/clipward/settings.json: BundleFile is ignored: BundleUrl is forced by /etc/clipward/settings.json',
    ]);
    const one = settle([forced({ BundleFile: '/b.json', BundleUrl: 'nonsense' })]);
    expect(one.settings).toMatchObject({ BundleUrl: null, BundleFile: '/b.json' });
  });

  it('lets the option be where what is forced is of another kind', () => {
    const { settings, problems } = settle([
      forced({ BundleKeys: KEYS }),
      option('--bundle', 'BundleFile', '/b.json'),
    ]);
    expect(settings).toMatchObject({ BundleFile: '/b.json', BundleKeys: KEYS });
    expect(problems).toEqual([]);
  });

  it.each<[key: SettingKey, value: unknown]>([
    ['OverrideKeys', [KEYS[1]]],
    ['BundleKeys', [KEYS[1]]],
    ['BundleThreshold', 5],
    ['BundleEpoch', 7],
    ['TenantId', '11111111-2222-4333-8444-555555555555'],
    ['GraphUrl', 'http://127.0.0.1:8080'],
    ['RolloutRing', 'pilot'],
    ['DeviceManaged', true],
    ['UserGroups', ['Exempt']],
    ['DeviceGroups', ['Exempt']],
  ])('takes %s from a file or an option only where MDM forces nothing', (key, value) => {
    const lab = rowOf(key, given({ [key]: value }));
    expect(lab).toMatchObject({ value, layer: 'given', forced: false });
    const managed = rowOf(
      key,
      forced({ Language: 'de' }),
      given({ [key]: value }),
      option('--own', key, value),
    );
    expect(managed).toMatchObject({ value: defaults[key], layer: 'default', forced: true });
    expect(managed?.problems).toEqual([
      `/tmp/lab.json: ${key} is ignored: this device is managed, and MDM alone sets it`,
      `--own: ${key} is ignored: this device is managed, and MDM alone sets it`,
    ]);
  });

  it('names the keys that MDM sets to what cannot be used, and no others', () => {
    const layers = [
      forced({ BundleKeys: ['no key'], BundleThreshold: 50, Country: 'FR' }, { BundleThreshold: 2 }),
      given({ Language: 'not a language' }),
    ];
    expect(settle(layers).unusable).toEqual(['BundleKeys']);
  });

  it.each<[what: string, wrong: Record<string, unknown>, says: string, right: Record<string, unknown>]>([
    [
      'a client without a tenant',
      { ClientId: '66666666-7777-4888-8999-000000000000' },
      'TenantId: not set',
      {
        TenantId: '11111111-2222-4333-8444-555555555555',
        ClientId: '11111111-2222-4333-8444-555555555555',
      },
    ],
    [
      'a certificate without its file',
      { SignInMethod: 'certificate' },
      'CertificateFile: not set',
      { SignInMethod: 'certificate', CertificateFile: '/etc/clipward/app.pem' },
    ],
    [
      'more signatures than keys',
      { BundleKeys: [KEYS[0], KEYS[0]], BundleThreshold: 2 },
      'BundleThreshold: more than there are keys',
      { BundleKeys: KEYS, BundleThreshold: 2 },
    ],
    [
      'a bundle from the net that nobody signs',
      { BundleUrl: url },
      'BundleKeys: none, so BundleUrl is not asked',
      { BundleUrl: url, BundleKeys: KEYS },
    ],
    [
      'one key for bundles and override codes',
      { BundleKeys: KEYS, OverrideKeys: [KEYS[1]] },
      'OverrideKeys: a key of BundleKeys is among them',
      { BundleKeys: [KEYS[0]], OverrideKeys: [KEYS[1]] },
    ],
  ])('names what cannot go together: %s', (_, wrong, says, right) => {
    expect(settle([forced(wrong)]).problems.join('\n')).toContain(says);
    expect(settle([forced(right)]).problems).toEqual([]);
  });
});
