import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettings } from '../../src/cli/settings-layers.ts';
import { settingsTable } from '../../src/cli/settings.ts';
import { settingKeys } from '../../src/managed/settings-schema.ts';
import { FakeSettingsSource, present } from '../fakes/fake-settings-source.ts';
import { runClipward } from '../setup/program.ts';

let folder: string;
let lab: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipward-settings-cli-'));
  lab = join(folder, 'lab.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const explain = (...args: string[]) => runClipward(['settings', 'explain', '--data', folder, ...args]);
const write = (settings: unknown): void => writeFileSync(lab, JSON.stringify(settings));
const line = (text: string, key: string): string =>
  text
    .split('\n')
    .find((row) => row.startsWith(`${key} `))
    ?.replaceAll(/ {2,}/g, ' | ') ?? 'no such line';

describe('clipward settings explain', () => {
  it('shows every key, its value and where it comes from', async () => {
    write({ UserGroups: 'Finance, Legal', RetentionDays: '30', PowerAutomateEnabled: true });
    const { code, stdout, stderr } = await explain('--settings', lab, '--country', 'fr');
    expect([code, stderr]).toEqual([0, '']);
    expect(line(stdout, 'UserGroups')).toBe(`UserGroups | Finance, Legal | ${lab}`);
    expect(line(stdout, 'RetentionDays')).toBe(`RetentionDays | 30 | ${lab}`);
    expect(line(stdout, 'Country')).toBe('Country | FR | --country');
    expect(line(stdout, 'Language')).toBe('Language | not set | default');
    expect(line(stdout, 'BundleKeys')).toBe('BundleKeys | none | default');
    expect(line(stdout, 'PowerAutomateEnabled')).toBe(
      `PowerAutomateEnabled | true | ${lab} (no effect in this version)`,
    );
  });

  it('ends with 1 and names what is wrong', async () => {
    write({ Country: 'DE', RetentionDays: 'long', Langauge: 'de' });
    const { code, stdout } = await explain('--settings', lab, '--country', 'FR');
    expect(code).toBe(1);
    expect(stdout).toContain(`\n! ${lab}: Langauge is no setting; did you mean Language?\n`);
    expect(stdout).toContain(
      `\n! ${lab}: RetentionDays: expected a whole number from 1 to 3650, it is text of 4 characters; it is ignored\n`,
    );
    expect(stdout).toContain(`\n! --country is ignored: Country is set by ${lab}\n`);
  });

  it('answers in JSON', async () => {
    write({ BundleFile: 'b.json' });
    const { code, stdout } = await explain('--settings', lab, '--bundle', 'b.json', '--json');
    const { settings, problems } = JSON.parse(stdout) as { settings: { key: string }[]; problems: string[] };
    expect(code).toBe(1);
    expect(settings.map(({ key }) => key)).toEqual(settingKeys);
    expect(problems).toHaveLength(1);
    expect(settings.find(({ key }) => key === 'BundleFile')).toEqual({
      key: 'BundleFile',
      value: join(process.cwd(), 'b.json'),
      default: null,
      layer: 'person',
      source: '--bundle',
      forced: false,
      effect: 'now',
      problems,
    });
  });

  it('ends with 3 when the file is not there', async () => {
    const { code, stdout, stderr } = await explain('--settings', lab);
    expect([code, stdout, stderr]).toEqual([3, '', `clipward: ${lab}: there is no such file\n`]);
  });

  it('ends with 1 when the file is no settings file', async () => {
    writeFileSync(lab, 'Country=FR');
    const { code, stdout } = await explain('--settings', lab);
    expect(code).toBe(1);
    expect(stdout).toContain(`! ${lab}: not JSON (line 1, column 1); the defaults hold`);
  });

  it('says what is forced and what loses to it', async () => {
    const opened = await openSettings({ collector: 'https://mine.example.com/' }, folder, {
      forced: new FakeSettingsSource(
        present(
          { CollectorUrl: 'https://siem.example.com/', BundleParts: ['{"a"', ':1}'] },
          '/etc/clipward/settings.json',
        ),
      ),
    });
    if (!opened.ok) throw new Error(opened.problem);
    const text = settingsTable(opened.value.explain(), opened.value.problems());
    expect(line(text, 'CollectorUrl')).toBe(
      'CollectorUrl | https://siem.example.com/ | /etc/clipward/settings.json (forced)',
    );
    expect(line(text, 'BundleParts')).toBe(
      'BundleParts | 2 parts, 7 characters | /etc/clipward/settings.json (forced)',
    );
    expect(text).toMatch(
      /\n\n! --collector is ignored: CollectorUrl is forced by \/etc\/clipward\/settings\.json\n$/,
    );
  });

  it('shortens a long value', async () => {
    write({ UserGroups: ['x'.repeat(200)] });
    const { stdout } = await explain('--settings', lab);
    expect(line(stdout, 'UserGroups')).toBe(`UserGroups | ${'x'.repeat(47)}… | ${lab}`);
  });
});

describe('clipward settings keys', () => {
  it('lists what can be set, for people and for programs', async () => {
    const words = await runClipward(['settings', 'keys']);
    expect(words.code).toBe(0);
    expect(words.stdout).toMatch(/^RetentionDays {2,}1 to 3650 {2,}How long events are kept/m);
    const json = await runClipward(['settings', 'keys', '--json']);
    const keys = JSON.parse(json.stdout) as Record<string, unknown>[];
    expect(keys.map(({ key }) => key)).toEqual(settingKeys);
    expect(keys.find(({ key }) => key === 'RetentionDays')).toMatchObject({
      section: 'Events',
      type: 'integer',
      range: { from: 1, to: 3650 },
      default: 90,
      since: '0.1.0',
    });
  });
});
