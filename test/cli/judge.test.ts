import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository, runClipward } from '../setup/program.ts';

let folder: string;
let bundle: string;

const FOREIGN = '0a1b2c3d-0000-4000-8000-0000000000ff';
const policies = [
  { name: 'Contractors', priority: 1, when: { user_group: { in: ['contractors'] } }, action: 'block' },
  { name: 'Kiosks', priority: 2, when: { device_group: { in: ['kiosks'] } }, action: 'block' },
  {
    name: 'Unmanaged',
    priority: 3,
    when: { all: [{ device_managed: false }, { platform_id: { in: ['grok'] } }] },
    action: 'block',
  },
  {
    name: 'Night',
    priority: 4,
    when: { all: [{ time: { from: '22:00', to: '06:00' } }, { platform_id: { in: ['claude'] } }] },
    action: 'block',
  },
  { name: 'From Excel', priority: 5, when: { source_app: { in: ['excel'] } }, action: 'coach' },
  { name: 'Third time', priority: 6, when: { overrides: { at_least: 2 } }, action: 'coach' },
  { name: 'Foreign files', priority: 7, when: { file_label: { is: 'Restricted' } }, action: 'block' },
  {
    name: 'Tried out',
    mode: 'simulate',
    priority: 8,
    when: { platform_id: { in: ['deepseek'] } },
    action: 'block',
  },
  {
    name: 'Excused',
    priority: 9,
    when: { platform_id: { in: ['deepseek'] } },
    action: 'block',
    exceptions: [
      { name: 'Trial', owner: 'Ada', expires: '2099-01-01T00:00:00Z', when: { ai_platform: true } },
    ],
  },
].map((policy) => ({ enabled: true, ...policy }));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipward-judge-'));
  bundle = join(folder, 'bundle.json');
  const builtIn = JSON.parse(readFileSync(repository('assets/default-bundle.json'), 'utf8')) as object;
  const platforms = [
    { platform_id: 'house-ai', name: 'House AI', hostnames: ['ai.example.com'], sanctioned: true },
  ];
  writeFileSync(bundle, JSON.stringify({ ...builtIn, policies, platforms }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What nobody asks about further: every fact is given, and none of them is what a policy speaks of. */
const known = {
  '--user-group': 'staff',
  '--device-group': 'desks',
  '--managed': null,
  '--at': '2026-11-18T12:00',
  '--source-app': 'gedit',
  '--overrides': '0',
};

async function judged(options: Record<string, string | null>) {
  const args = Object.entries(options).flatMap(([name, value]) => (value === null ? [name] : [name, value]));
  const ended = await runClipward(
    ['judge', '--json', '--bundle', bundle, ...args],
    process.env,
    'plain text',
  );
  expect(ended.stderr).toBe('');
  return { ...ended, verdict: JSON.parse(ended.stdout) as Record<string, unknown> };
}

describe('clipward judge', () => {
  it.each([
    { given: {}, policy: null, action: 'allow', code: 0 },
    { given: { '--user-group': 'Contractors' }, policy: 'Contractors', action: 'block', code: 1 },
    { given: { '--device-group': 'kiosks' }, policy: 'Kiosks', action: 'block', code: 1 },
    { given: { '--platform': 'grok' }, policy: null, action: 'allow', code: 0 },
    {
      given: { '--platform': 'claude', '--at': '2026-11-18T05:59' },
      policy: 'Night',
      action: 'block',
      code: 1,
    },
    { given: { '--platform': 'claude', '--at': '2026-11-18T06:00' }, policy: null, action: 'allow', code: 0 },
    { given: { '--source-app': 'EXCEL.EXE' }, policy: 'From Excel', action: 'coach', code: 1 },
    { given: { '--overrides': '1' }, policy: null, action: 'allow', code: 0 },
    {
      given: { '--overrides': '2', '--at': '2026-11-18T00:00' },
      policy: 'Third time',
      action: 'coach',
      code: 1,
    },
    { given: { '--file-label': 'Restricted' }, policy: 'Foreign files', action: 'block', code: 1 },
    { given: { '--file-label': FOREIGN }, policy: null, action: 'allow', code: 0 },
    { given: { '--platform': 'house-ai' }, policy: null, action: 'allow', code: 0 },
  ])('with $given decides by $policy', async ({ given, policy, action, code }) => {
    const ended = await judged({ '--platform': 'chatgpt', ...known, ...given });
    expect(ended.verdict).toMatchObject({ policy, action, could_not_be_judged: [] });
    expect(ended.code).toBe(code);
  });

  it('tells an unmanaged device from one of which nothing is said', async () => {
    const { '--managed': _managed, ...others } = known;
    const unmanaged = await judged({ '--platform': 'grok', ...others, '--no-managed': null });
    expect(unmanaged.verdict).toMatchObject({ policy: 'Unmanaged', could_not_be_judged: [] });
    const unsaid = await judged({ '--platform': 'grok', ...others });
    expect(unsaid.verdict).toMatchObject({
      policy: null,
      could_not_be_judged: [{ policy: 'Unmanaged', needs: ['device_managed'], why: expect.any(String) }],
    });
  });

  it('says what could not be judged, and which option would settle it', async () => {
    const { stdout } = await runClipward(
      ['judge', '--bundle', bundle, '--platform', 'chatgpt'],
      process.env,
      'plain text',
    );
    expect(stdout).toMatch(/^ALLOW on chatgpt\. /);
    expect(stdout).toContain('Could not be judged: Contractors; say --user-group.\n');
    expect(stdout).toContain('Could not be judged: Kiosks; say --device-group.\n');
    expect(stdout).toContain('Could not be judged: From Excel; say --source-app.\n');
    expect(stdout).toContain('Could not be judged: Third time; say --overrides.\n');
    expect(stdout).toMatch(/^ {2}\? {8}Contractors: /m);
    expect(stdout).toMatch(/^ {2}no {7}Foreign files: /m);
  });

  it('shows what a policy in simulation would have done, and which exception excused', async () => {
    const { verdict } = await judged({ '--platform': 'deepseek', ...known });
    expect(verdict).toMatchObject({
      action: 'allow',
      simulated: [{ policy: 'Tried out', action: 'block' }],
      considered: expect.arrayContaining([
        expect.objectContaining({
          policy: 'Excused',
          applied: false,
          exception: 'exception "Trial" of Ada holds until 2099-01-01T00:00:00Z',
        }),
      ]),
    });
    const { stdout } = await runClipward(
      ['judge', '--bundle', bundle, '--platform', 'deepseek'],
      process.env,
      'plain text',
    );
    expect(stdout).toContain('Would have: BLOCK by Tried out.\n');
  });

  it('reads nothing of copied files', async () => {
    const { verdict } = await judged({ '--platform': 'chatgpt', ...known, '--file-label': 'Public' });
    expect(verdict).toMatchObject({ unscanned: 'unreadable', findings: [], label: null });
  });

  it.each([
    { args: ['--at', 'noon'], says: 'Expected a local time such as 2026-11-21T14:30.' },
    { args: ['--at', '2026-13-01T10:00'], says: 'Expected a local time' },
    { args: ['--overrides', '-1'], says: 'Expected a whole number from 0 to 1000.' },
    { args: ['--overrides', '1001'], says: 'Expected a whole number from 0 to 1000.' },
    {
      args: ['--file-label', 'Sekret'],
      says: '--file-label Sekret: expected a label of the bundle or a GUID',
    },
    { args: ['--file-label', 'Public', 'some.txt'], says: 'expected no FILE with it' },
    { args: ['--platform', 'skynet'], says: 'house-ai' },
  ])('refuses $args in one line', async ({ args, says }) => {
    const ended = await runClipward(['judge', '--platform', 'chatgpt', '--bundle', bundle, ...args]);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain(says);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });
});
