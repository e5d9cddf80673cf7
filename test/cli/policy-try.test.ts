import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePastLog, type PastEvent } from '../fakes/past-log.ts';
import { bundleObject, bundleText, newSigner, signedText } from '../fakes/signed-bundles.ts';
import { filesHolding, temporaryFolder } from '../fakes/temporary-folder.ts';
import { repository, runClipward } from '../setup/program.ts';

const env = { ...process.env, DISPLAY: '' };
const proceed = { answer: 'proceed', justification: 'Agreed with the customer' } as const;
const coached = { action: 'coach', policy: 'Coach', platform_id: 'claude' } as const;

/** A folder with a log, and a draft that blocks what the built-in bundle coaches. */
function folderWith(events: readonly PastEvent[], fields: Record<string, unknown> = {}) {
  const folder = temporaryFolder();
  const ids = writePastLog(folder, events);
  const draft = join(folder, 'NEW.json');
  writeFileSync(draft, JSON.stringify({ ...bundleObject(), ...fields }));
  return { folder, draft, ids };
}

const blockAll = {
  policies: [
    { name: 'Block Restricted', enabled: true, when: { label: { is: 'Restricted' } }, action: 'block' },
  ],
};

const tried = (draft: string, folder: string, ...args: string[]) =>
  runClipward(['policy', 'try', draft, '--data', folder, ...args], env);

async function triedJson(draft: string, folder: string, ...args: string[]) {
  const ended = await tried(draft, folder, '--json', ...args);
  expect([ended.code, ended.stderr]).toEqual([0, '']);
  return JSON.parse(ended.stdout) as Record<string, unknown>;
}

const days = (count: number, event: Omit<PastEvent, 'at'>, from = 1): PastEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    at: `2026-03-${String(from + index).padStart(2, '0')}T09:00:00Z`,
    ...event,
  }));

describe('clipward policy try', () => {
  it('says how many more blocks, and how many of them the person had justified', async () => {
    const events = [
      ...days(9, { fields: coached, answer: proceed }),
      ...days(2, { fields: coached, answer: { answer: 'proceed', justification: null } }, 11),
      ...days(3, { fields: coached, answer: { answer: 'cancel', justification: null } }, 14),
    ];
    const { folder, draft, ids } = folderWith(events, blockAll);
    const { code, stdout, stderr } = await tried(draft, folder, '--examples', '2');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('NEW.json: acme v5\n');
    expect(stdout).toContain('14 interactions from 2026-03-01T09:00:00.000Z to 2026-03-16T09:00:00.000Z\n');
    expect(stdout).toContain(
      '14 more blocks, 9 of them were justified by the person at the time and 2 pasted anyway without a word.\n',
    );
    expect(stdout).toContain('Unchanged: 0; coach → block: 14\n');
    expect(stdout).toContain(
      '  Block Restricted (block): decides 14, 14 stricter than then (11 pasted anyway then, 9 justified)\n',
    );
    expect(ids.filter((id) => stdout.includes(id))).toEqual(ids.slice(-2));
    expect(stdout).toContain('No content is stored: nothing was classified anew.');
    expect(stdout).not.toContain('Agreed with');
  });

  it('tells the same to programs', async () => {
    const { folder, draft, ids } = folderWith(days(1, { fields: coached, answer: proceed }), blockAll);
    expect(await triedJson(draft, folder)).toMatchObject({
      draft: { file: draft, version: 'acme v5', signed: false },
      headlines: ['1 more block, 1 of them was justified by the person at the time.'],
      interactions: 1,
      more_blocks: { count: 1, pasted_anyway: 1, justified: 1 },
      changes: [{ before: 'coach', after: 'block', count: 1 }],
      policies: [
        {
          policy: 'Block Restricted',
          mode: 'enforce',
          examples: [{ event_id: ids[0], platform_id: 'claude', before: 'coach', after: 'block' }],
        },
      ],
      could_not_be_judged: { interactions: 0, missing: [], types_not_looked_for: [] },
    });
  });

  it('takes --since and --until, and counts what was pasted anyway shortly before', async () => {
    const adaptive = {
      policies: [
        {
          name: 'Third time',
          enabled: true,
          when: { overrides: { at_least: 2, hours: 72 } },
          action: 'block',
        },
      ],
    };
    const { folder, draft } = folderWith(days(6, { fields: coached, answer: proceed }), adaptive);
    const span = ['--since', '2026-03-03', '--until', '2026-03-04'];
    expect(await triedJson(draft, folder, ...span)).toMatchObject({
      interactions: 2,
      from: '2026-03-03T09:00:00.000Z',
      to: '2026-03-04T09:00:00.000Z',
      more_blocks: { count: 2 },
    });
    expect(await triedJson(draft, folder)).toMatchObject({ interactions: 6, more_blocks: { count: 4 } });
  });

  it.each([
    { args: [], unjudged: 1, blocks: 0 },
    { args: ['--managed'], unjudged: 0, blocks: 0 },
    { args: ['--no-managed'], unjudged: 0, blocks: 1 },
  ])('judges an unmanaged device with $args: $blocks', async ({ args, unjudged, blocks }) => {
    const policies = [{ name: 'Unmanaged', enabled: true, when: { device_managed: false }, action: 'block' }];
    const { folder, draft } = folderWith(days(1, { fields: { action: 'allow' } }), { policies });
    expect(await triedJson(draft, folder, ...args)).toMatchObject({
      more_blocks: { count: blocks },
      could_not_be_judged: { interactions: unjudged },
    });
  });

  it.each([
    {
      args: [],
      says: 'user_group (1 interaction): events do not hold groups; assume some with --user-group; for "HR"',
    },
    { args: ['--user-group', 'HR'], says: '1 more block.' },
    { args: ['--user-group', 'Sales', '--user-group', 'hr'], says: '1 more block.' },
    { args: ['--user-group', 'Sales'], says: 'Nobody would have been blocked' },
  ])('judges groups with $args', async ({ args, says }) => {
    const policies = [{ name: 'HR', enabled: true, when: { user_group: { in: ['HR'] } }, action: 'block' }];
    const { folder, draft } = folderWith(days(1, { fields: { action: 'allow' } }), { policies });
    expect((await tried(draft, folder, ...args)).stdout).toContain(says);
  });

  it('knows device groups that are assumed', async () => {
    const policies = [
      { name: 'Desks', enabled: true, when: { device_group: { in: ['desks'] } }, action: 'block' },
    ];
    const { folder, draft } = folderWith(days(1, { fields: { action: 'allow' } }), { policies });
    expect(await triedJson(draft, folder, '--device-group', 'desks')).toMatchObject({
      more_blocks: { count: 1 },
    });
  });

  it("cannot judge the draft's own types that nobody looked for, and can under the bundle that had them", async () => {
    const own = {
      types: [{ type: 'CUSTOM:PROJECT', kind: 'dictionary', name: 'Projects', terms: ['Brume Nord'] }],
      policies: [
        { name: 'Projects', enabled: true, when: { finding: { type: 'CUSTOM:PROJECT' } }, action: 'block' },
      ],
    };
    const { folder, draft } = folderWith(days(1, { fields: { action: 'allow' }, bundle: 'acme v5' }), own);
    const { stdout } = await tried(draft, folder);
    expect(stdout).toContain('1 interaction could not be judged.\n');
    expect(stdout).toContain('not looked for then: CUSTOM:PROJECT\n');
    expect(await triedJson(draft, folder, '--bundle', draft)).toMatchObject({
      unchanged: 1,
      could_not_be_judged: { interactions: 0 },
    });
  });

  it('tells what a policy in simulation would do, and what the draft does not watch', async () => {
    const { folder, draft } = folderWith(
      [...days(1, { fields: coached }), ...days(1, { fields: { ...coached, platform_id: 'grok' } }, 2)],
      {
        policies: [
          {
            name: 'Trial',
            mode: 'simulate',
            enabled: true,
            when: { platform_id: { in: ['claude'] } },
            action: 'block',
          },
        ],
        platforms: [{ platform_id: 'grok', enabled: false }],
      },
    );
    const { stdout } = await tried(draft, folder);
    expect(stdout).toContain(
      'In simulation; each, if it were enforced:\n  Trial (block): decides 1, 1 stricter than then\n',
    );
    expect(stdout).toContain('The draft does not watch grok: 1 interaction.\n');
    expect(stdout).toContain('2 fewer coaching dialogs.\n');
  });

  it('reads a signed draft without asking who signed it, and says so', async () => {
    const { folder } = folderWith(days(1, { fields: coached }));
    const signed = join(folder, 'signed.json');
    writeFileSync(signed, await signedText(bundleText(), await newSigner()));
    expect((await tried(signed, folder)).stdout).toContain('signed.json: acme v5, signature not checked\n');
  });

  it('works on what a recorded day left behind, and leaves no content anywhere', async () => {
    const folder = temporaryFolder();
    const replayed = await runClipward(
      ['replay', repository('assets/recordings/office-day.json'), '--data', folder],
      env,
    );
    expect(replayed.code).toBe(0);
    const draft = join(folder, 'NEW.json');
    writeFileSync(draft, JSON.stringify({ ...bundleObject(), policies: [] }));
    const whatIf = await triedJson(draft, folder);
    expect(whatIf).toMatchObject({ fewer_blocks: 1, fewer_coaching: 6, more_blocks: { count: 0 } });
    const same = await triedJson(repository('assets/default-bundle.json'), folder);
    expect(same).toMatchObject({ changes: [], unchanged: whatIf['interactions'], labels: { changes: [] } });
    const recording = readFileSync(repository('assets/recordings/office-day.json'), 'utf8');
    const { steps } = JSON.parse(recording) as { steps: { copy?: { text?: string } }[] };
    const copied = steps.flatMap(({ copy }) => copy?.text ?? []);
    expect(copied.length).toBeGreaterThan(5);
    for (const text of copied) {
      const beginning = text.slice(0, 24);
      expect(filesHolding(folder, beginning)).toEqual([]);
      expect(JSON.stringify([whatIf, same])).not.toContain(beginning);
    }
  });

  it('changes nothing', async () => {
    const { folder, draft } = folderWith(days(2, { fields: coached }), blockAll);
    const before = readFileSync(join(folder, 'clipward.db'));
    await tried(draft, folder);
    expect(readFileSync(join(folder, 'clipward.db')).equals(before)).toBe(true);
  });

  it('ends well where nothing happened in that time', async () => {
    const { folder, draft } = folderWith(days(1, { fields: coached }));
    const ended = await tried(draft, folder, '--since', '2026-04-01');
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout).toContain('No interactions in that time.\n');
  });

  it.each<{ what: string; fields: Record<string, unknown>; says: string }>([
    { what: 'does not fit', fields: { version: -1 }, says: 'NEW.json: version: ' },
    {
      what: 'names a type that is not there',
      fields: {
        policies: [{ name: 'P', when: { finding: { type: 'CUSTOM:NONE' } }, action: 'block' }],
      },
      says: 'NEW.json: policies[0].when.finding.type: there is no type "CUSTOM:NONE"',
    },
    {
      what: 'claims what belongs to another platform',
      fields: { platforms: [{ platform_id: 'claude', hostnames: ['chatgpt.com'] }] },
      says: 'NEW.json: platforms[0] (claude): ',
    },
  ])('refuses a draft that $what', async ({ fields, says }) => {
    const { folder, draft } = folderWith([], fields);
    const ended = await tried(draft, folder);
    expect([ended.code, ended.stdout]).toEqual([1, '']);
    expect(ended.stderr).toContain(says);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    { args: ['@NEW.json', '--data', '@nowhere'], code: 3, says: 'there is no audit log yet' },
    { args: ['@missing.json'], code: 3, says: 'missing.json: cannot be read' },
    { args: ['@NEW.json', '--since', 'yesterday'], code: 2, says: 'Expected an ISO date' },
    { args: ['@NEW.json', '--examples', '0'], code: 2, says: 'Expected a whole number from 1' },
    { args: ['@NEW.json', '--settings', '@none.json'], code: 3, says: 'there is no such file' },
  ])('ends with $code and one line: $args', async ({ args, code, says }) => {
    const { folder } = folderWith([]);
    const given = args.map((arg) => arg.replace('@', `${folder}/`));
    const ended = await runClipward(['policy', 'try', ...given], { ...env, CLIPWARD_DATA: folder });
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toContain(says);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });
});
