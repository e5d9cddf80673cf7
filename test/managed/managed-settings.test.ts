import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openManagedSettings,
  type ManagedSettings,
  type ManagedSettingsOptions,
} from '../../src/managed/managed-settings.ts';
import { settingsFile } from '../../src/managed/settings-file.ts';
import type { SettingKey } from '../../src/managed/settings-schema.ts';
import type { WatchTimes } from '../../src/managed/settings-source.ts';
import { absent, FakeSettingsSource, present, unreadable } from '../fakes/fake-settings-source.ts';

/** Changes are told at once; the poll is for those tests that want it. */
const watch: WatchTimes = { debounceMs: 5, pollMs: 1e9 };

let folder: string;
let open: ManagedSettings[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipward-managed-'));
});
afterEach(() => {
  for (const settings of open) settings.stop();
  open = [];
  rmSync(folder, { recursive: true, force: true });
});

const lastGoodFile = (): string => join(folder, 'data', 'settings-last-good.json');

async function opened(options: ManagedSettingsOptions): Promise<ManagedSettings> {
  const settings = await openManagedSettings(options);
  open.push(settings);
  return settings;
}

/** Everything that listeners were told. */
function heard(settings: ManagedSettings): { changed: readonly SettingKey[]; problems: readonly string[] }[] {
  const all: { changed: readonly SettingKey[]; problems: readonly string[] }[] = [];
  settings.onChange((changed, problems) => void all.push({ changed, problems }));
  return all;
}

describe('managed settings', () => {
  it('are the defaults when nothing is set', async () => {
    const settings = await opened({ forced: new FakeSettingsSource(absent) });
    expect(settings.current().RetentionDays).toBe(90);
    expect(settings.problems()).toEqual([]);
  });

  it('name what MDM sets to something that cannot be used, until it can be', async () => {
    const forced = new FakeSettingsSource(present({ BundleKeys: ['ed25519:cut'], Country: 'IT' }));
    const settings = await opened({ forced });
    expect(settings.unusable()).toEqual(['BundleKeys']);
    forced.says = present({ Country: 'IT' });
    await settings.refresh();
    expect(settings.unusable()).toEqual([]);
  });

  it('are what is forced, then the given file, then the options', async () => {
    const settings = await opened({
      forced: new FakeSettingsSource(present({ Country: 'IT' })),
      given: new FakeSettingsSource(present({ Country: 'DE', Language: 'de' }, 'lab.json'), 'lab.json'),
      person: [
        { name: 'Language', value: 'fr', origin: '--language' },
        { name: 'BundleMinutes', value: '30', origin: '--minutes' },
      ],
    });
    expect(settings.current()).toMatchObject({ Country: 'IT', Language: 'de', BundleMinutes: 30 });
  });

  it('tell which keys changed, and nothing when nothing did', async () => {
    const forced = new FakeSettingsSource(present({ Country: 'FR', UserGroups: ['A'] }));
    const settings = await opened({ forced });
    const told = heard(settings);
    await settings.refresh();
    forced.says = present({ UserGroups: ['A'], Country: 'DE', MayQuit: false });
    await settings.refresh();
    expect(told).toEqual([{ changed: ['Country', 'MayQuit'], problems: [] }]);
    expect(settings.current().Country).toBe('DE');
  });

  it('tell a new problem once, while it lasts', async () => {
    const forced = new FakeSettingsSource(present({ Country: 'FR' }));
    const settings = await opened({ forced });
    const told = heard(settings);
    forced.says = present({ Country: 'FR', Kountry: 'DE' });
    await settings.refresh();
    await settings.refresh();
    const line = 'MDM: Kountry is no setting; did you mean Country?';
    expect(told).toEqual([{ changed: [], problems: [line] }]);
    expect(settings.problems()).toEqual([line]);
    forced.says = present({ Country: 'FR' });
    await settings.refresh();
    expect(settings.problems()).toEqual([]);
  });

  it('are cleared when they are absent', async () => {
    const forced = new FakeSettingsSource(present({ Country: 'FR' }));
    const settings = await opened({ forced });
    forced.says = absent;
    await settings.refresh();
    expect(settings.current().Country).toBeNull();
  });

  it('stay, and stay locked, while they are unreadable', async () => {
    const forced = new FakeSettingsSource(present({ Country: 'FR' }));
    const settings = await opened({
      forced,
      person: [{ name: 'Country', value: 'DE', origin: '--country' }],
    });
    forced.says = unreadable;
    await settings.refresh();
    expect(settings.current().Country).toBe('FR');
    expect(settings.explain().find((row) => row.key === 'Country')?.forced).toBe(true);
    expect(settings.problems()[0]).toBe('MDM: cannot be read (EACCES); the last good values stay');
  });

  it('keep the last good value of a key that is wrong now, and clear one that is gone', async () => {
    const forced = new FakeSettingsSource(present({ Country: 'FR', Language: 'fr', RolloutRing: 'pilot' }));
    const settings = await opened({ forced });
    forced.says = present({ Country: 'France', RolloutRing: 'broad' });
    await settings.refresh();
    await settings.refresh();
    expect(settings.current()).toMatchObject({ Country: 'FR', Language: null, RolloutRing: 'broad' });
    expect(settings.problems()[0]).toContain('Country: expected a country');
  });

  it('never let a slow read put an old state over a newer one', async () => {
    const forced = new FakeSettingsSource(present({ Country: 'FR' }));
    const settings = await opened({ forced });
    forced.says = null;
    const first = settings.refresh();
    const second = settings.refresh();
    await expect.poll(() => forced.waiting).toBe(1);
    forced.answer(present({ Country: 'DE' }));
    await first;
    await expect.poll(() => forced.waiting).toBe(1);
    forced.answer(present({ Country: 'IT' }));
    await second;
    expect(settings.current().Country).toBe('IT');
  });

  it('do not wait for a source that never answers, and do not take its answer when it comes too late', async () => {
    const forced = new FakeSettingsSource(present({ Country: 'FR' }));
    const settings = await opened({ forced, readTimeoutMs: 10 });
    forced.says = null;
    await settings.refresh();
    expect(settings.current().Country).toBe('FR');
    expect(settings.problems()).toEqual(['MDM: no answer in 10 ms; the last good values stay']);
    forced.answer(present({ Country: 'DE' }));
    forced.says = present({ Country: 'IT' });
    await settings.refresh();
    expect(settings.current().Country).toBe('IT');
  });

  it('go on after a source that throws, or a listener that does', async () => {
    const forced = new FakeSettingsSource(present({ Country: 'FR' }));
    const settings = await opened({ forced });
    forced.says = new Error('EIO');
    await settings.refresh();
    expect(settings.problems()).toEqual(['MDM: cannot be read (EIO); the last good values stay']);
    settings.onChange(() => {
      throw new Error('a bug');
    });
    forced.says = present({ Country: 'DE' });
    await expect(settings.refresh()).rejects.toThrow('a bug');
    await settings.refresh();
    expect(settings.current().Country).toBe('DE');
  });

  it('hear of a change by themselves until they are stopped', async () => {
    const forced = new FakeSettingsSource(present({ Country: 'FR' }));
    const settings = await opened({ forced, watch });
    const told = heard(settings);
    forced.change(present({ Country: 'DE' }));
    await expect.poll(() => settings.current().Country).toBe('DE');
    settings.stop();
    settings.stop();
    expect(forced.watching).toBe(false);
    forced.says = present({ Country: 'IT' });
    await settings.refresh();
    expect(told).toHaveLength(1);
  });
});

describe('the last good settings', () => {
  const options = (forced: FakeSettingsSource): ManagedSettingsOptions => ({
    forced,
    lastGoodFile: lastGoodFile(),
    watch,
  });

  it('hold over a restart while the source is unreadable, locked as before', async () => {
    await opened(options(new FakeSettingsSource(present({ Country: 'FR', UserGroups: ['A'] }))));
    const settings = await opened(options(new FakeSettingsSource(unreadable)));
    expect(settings.current()).toMatchObject({ Country: 'FR', UserGroups: ['A'] });
    expect(settings.explain().find((row) => row.key === 'Country')).toMatchObject({
      source: 'MDM',
      forced: true,
    });
  });

  it('hold over a restart for a key that is wrong now', async () => {
    await opened(options(new FakeSettingsSource(present({ Country: 'FR' }))));
    const settings = await opened(options(new FakeSettingsSource(present({ Country: 1 }))));
    expect(settings.current().Country).toBe('FR');
  });

  it('are gone after the settings were absent', async () => {
    const forced = new FakeSettingsSource(present({ Country: 'FR' }));
    const settings = await opened(options(forced));
    forced.says = absent;
    await settings.refresh();
    const next = await opened(options(new FakeSettingsSource(unreadable)));
    expect(next.current().Country).toBeNull();
    expect(next.problems()).toEqual(['MDM: cannot be read (EACCES); the defaults hold']);
  });

  it('are nothing to another source', async () => {
    await opened(options(new FakeSettingsSource(present({ Country: 'FR' }))));
    const settings = await opened(options(new FakeSettingsSource(unreadable, 'another')));
    expect(settings.current().Country).toBeNull();
  });

  it('lie in a file that its owner alone may read', async () => {
    await opened(options(new FakeSettingsSource(present({ Country: 'FR' }))));
    expect(statSync(lastGoodFile()).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(lastGoodFile(), 'utf8'))).toEqual({
      version: 1,
      source: 'MDM',
      values: { Country: 'FR' },
    });
  });

  it.each([
    '{',
    '[]',
    '{"version":1,"source":"MDM","values":[]}',
    '{"version":2,"source":"MDM","values":{}}',
  ])('count for nothing when the file is %s, which is told', async (text) => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(lastGoodFile(), text);
    const settings = await opened(options(new FakeSettingsSource(unreadable)));
    expect(settings.current().Country).toBeNull();
    expect(settings.problems().join('\n')).toContain(`${lastGoodFile()}: `);
    expect(settings.problems().join('\n')).toContain('no last good settings');
  });

  it('are checked again like any other value', async () => {
    mkdirSync(join(folder, 'data'));
    const values = { Country: 'France', Language: 'fr', Nonsense: 1 };
    writeFileSync(lastGoodFile(), JSON.stringify({ version: 1, source: 'MDM', values }));
    const settings = await opened(options(new FakeSettingsSource(unreadable)));
    expect(settings.current()).toMatchObject({ Country: null, Language: 'fr' });
  });

  it('that cannot be kept are a problem, and the settings hold all the same', async () => {
    writeFileSync(join(folder, 'data'), 'no folder');
    const settings = await opened(options(new FakeSettingsSource(present({ Country: 'FR' }))));
    expect(settings.current().Country).toBe('FR');
    expect(settings.problems()[0]).toContain('the last good settings cannot be kept');
  });

  it('are not written by who only looks', async () => {
    const { watch: _, ...only } = options(new FakeSettingsSource(present({ Country: 'FR' })));
    await opened(only);
    expect(existsSync(lastGoodFile())).toBe(false);
  });
});

describe('settings in a watched file', () => {
  const path = (): string => join(folder, 'etc', 'clipward', 'settings.json');
  const write = (text: string): void => {
    mkdirSync(join(folder, 'etc', 'clipward'), { recursive: true });
    // As tools replace files: written beside it, then renamed.
    writeFileSync(`${path()}.new`, text);
    renameSync(`${path()}.new`, path());
  };
  const country = (settings: ManagedSettings) =>
    expect.poll(() => settings.current().Country, { timeout: 5000 });

  it('are noticed when the file changes, goes, and comes again', async () => {
    write('{"Country": "FR"}');
    const settings = await opened({ forced: settingsFile(path()), watch });
    expect(settings.current().Country).toBe('FR');
    write('{"Country": "DE"}');
    await country(settings).toBe('DE');
    rmSync(path());
    await country(settings).toBeNull();
    write('{"Country": "IT"}');
    await country(settings).toBe('IT');
  });

  it('are noticed when their folders come later, go, and come again', async () => {
    const settings = await opened({ forced: settingsFile(path()), watch });
    write('{"Country": "FR"}');
    await country(settings).toBe('FR');
    write('{"Country": "DE"}');
    await country(settings).toBe('DE');
    rmSync(join(folder, 'etc'), { recursive: true });
    await country(settings).toBeNull();
    write('{"Country": "IT"}');
    await country(settings).toBe('IT');
    write('{"Country": "ES"}');
    await country(settings).toBe('ES');
  });

  it('are noticed when another folder takes the place of theirs', async () => {
    write('{"Country": "FR"}');
    const settings = await opened({ forced: settingsFile(path()), watch });
    rmSync(join(folder, 'etc', 'clipward'), { recursive: true });
    write('{"Country": "DE"}');
    await country(settings).toBe('DE');
    write('{"Country": "IT"}');
    await country(settings).toBe('IT');
  });

  it('keep their value while the file is half written', async () => {
    write('{"Country": "FR"}');
    const settings = await opened({ forced: settingsFile(path()), watch });
    writeFileSync(path(), '{"Country": ');
    await expect.poll(() => settings.problems().join('\n')).toContain('not JSON');
    expect(settings.current().Country).toBe('FR');
    writeFileSync(path(), '{"Country": "DE"}');
    await country(settings).toBe('DE');
    expect(settings.problems()).toEqual([]);
  });

  it('are looked for at each poll when the system tells nothing', async () => {
    // What a link leads to elsewhere is not watched.
    const target = join(folder, 'elsewhere.json');
    writeFileSync(target, '{"Country": "FR"}');
    mkdirSync(join(folder, 'etc', 'clipward'), { recursive: true });
    symlinkSync(target, path());
    const settings = await opened({ forced: settingsFile(path()), watch: { debounceMs: 5, pollMs: 20 } });
    writeFileSync(target, '{"Country": "DE"}');
    await country(settings).toBe('DE');
  });
});
