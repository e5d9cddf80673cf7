import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openAuditLogReadOnly } from '../../src/audit/audit-reader.ts';
import { openLog, storedEvents, valueOf } from '../fakes/audit-samples.ts';
import { writePastLog, type PastEvent } from '../fakes/past-log.ts';
import { bundleObject, TENANT } from '../fakes/signed-bundles.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';
import { repository, runClipward } from '../setup/program.ts';

const env = { ...process.env, DISPLAY: '' };
const email = {
  findings: [{ type: 'EMAIL', count: 1, distinct: 1, confidence: 'high' as const }],
  risk_score: 0.6,
  risk_level: 'medium' as const,
};
const events: readonly PastEvent[] = [
  { at: '2026-03-01T09:00:00Z' },
  { at: '2026-03-02T09:00:00Z', fields: { ...email, label: null, label_id: null } },
  { at: '2026-03-20T09:00:00Z', fields: { ...email, label: 'Public', label_id: 'public' } },
];

const relabel = (folder: string, ...args: string[]) =>
  runClipward(['relabel', '--data', folder, ...args], env);

async function relabelJson(folder: string, ...args: string[]) {
  const ended = await relabel(folder, '--json', ...args);
  expect([ended.code, ended.stderr]).toEqual([0, '']);
  return JSON.parse(ended.stdout) as Record<string, unknown>;
}

function labelsIn(folder: string): readonly (string | null)[] {
  const reader = valueOf(openAuditLogReadOnly(folder));
  const { interactions } = valueOf(reader.interactions());
  reader.close();
  return interactions.map(({ label }) => label);
}

function withLog(): string {
  const folder = temporaryFolder();
  writePastLog(folder, events);
  return folder;
}

function bundleIn(folder: string, fields: Record<string, unknown>): string {
  const path = join(folder, 'bundle.json');
  writeFileSync(path, JSON.stringify({ ...bundleObject(), ...fields }));
  return path;
}

describe('clipward relabel', () => {
  it('gives what happened the labels of the mapping, and says how many changed from which to which', async () => {
    const folder = withLog();
    const { code, stdout, stderr } = await relabel(folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      [
        'Labels by built-in v1:',
        '  no label → Confidential: 1',
        '  Public → Confidential: 1',
        '2 got another label, 1 keep theirs, 0 cannot be told.',
        '',
      ].join('\n'),
    );
    expect(labelsIn(folder)).toEqual(['Restricted', 'Confidential', 'Confidential']);
  });

  it('records each as an event of its own, with the bundle and why; what was recorded first stays', async () => {
    const folder = withLog();
    await relabel(folder, '--bundle', bundleIn(folder, {}));
    const reader = valueOf(openAuditLogReadOnly(folder));
    const relabels = storedEvents(reader).filter(({ kind }) => kind === 'relabel');
    expect(relabels).toMatchObject([
      {
        label: 'Confidential',
        label_id: 'confidential',
        bundle_version: 'acme v5',
        user: expect.stringMatching(/^u-/) as string,
        why: 'medium risk gives Confidential: Contains personal data',
      },
      { label: 'Confidential' },
    ]);
    expect(
      valueOf(reader.interactions()).interactions.map(({ relabelled }) => relabelled?.from ?? 'never'),
    ).toEqual(['never', 'never', 'Public']);
    reader.close();
  });

  it('does nothing more the second time', async () => {
    const folder = withLog();
    expect(await relabelJson(folder)).toMatchObject({ changed: 2, same: 1 });
    expect(await relabelJson(folder)).toMatchObject({ changed: 0, same: 3, changes: [] });
  });

  it('writes nothing with --dry-run', async () => {
    const folder = withLog();
    const { stdout } = await relabel(folder, '--dry-run');
    expect(stdout).toContain('2 would get another label, 1 keep theirs');
    expect(stdout).toContain('Nothing was written.\n');
    expect(await relabelJson(folder, '--dry-run')).toMatchObject({ changed: 2, dry_run: true });
    expect(labelsIn(folder)).toEqual(['Restricted', null, 'Public']);
  });

  it('begins at --since', async () => {
    const folder = withLog();
    expect(await relabelJson(folder, '--since', '2026-03-10')).toMatchObject({ changed: 1, same: 0 });
    expect(labelsIn(folder)).toEqual(['Restricted', null, 'Confidential']);
  });

  it('leaves alone what hangs on types that nobody looked for, and names them', async () => {
    const folder = withLog();
    const bundle = bundleIn(folder, {
      types: [{ type: 'CUSTOM:PROJECT', kind: 'dictionary', name: 'Projects', terms: ['Brume Nord'] }],
      dynamic_rules: {
        rules: [{ condition: { classifications: 'contains', value: 'CUSTOM:PROJECT' }, label: 'Restricted' }],
      },
    });
    const { stdout } = await relabel(folder, '--bundle', bundle);
    expect(stdout).toContain('0 got another label, 1 keep theirs, 2 cannot be told.\n');
    expect(stdout).toContain('not looked for when they were recorded: CUSTOM:PROJECT.\n');
  });

  it.each([
    { by: 'the bundle in force', args: () => [] },
    { by: 'a file', args: (folder: string) => ['--bundle', bundleIn(folder, {})] },
  ])("knows the tenant's labels that are stored, by $by", async ({ args }) => {
    const folder = withLog();
    const label = { id: 'c0ffee00-0000-4000-8000-000000000001', name: 'Confidential', color: '#ff8c00' };
    const catalogue = {
      version: 1,
      tenantId: TENANT,
      fetchedAt: null,
      path: null,
      etag: null,
      labels: [{ ...label, priority: 7, enabled: true, tenantId: TENANT }],
      deleted: [],
      notes: [],
      lastAttempt: null,
      problem: null,
    };
    writeFileSync(join(folder, 'labels.json'), JSON.stringify(catalogue));
    const settings = join(folder, 'settings.json');
    writeFileSync(settings, JSON.stringify({ TenantId: TENANT }));
    await relabel(folder, '--settings', settings, ...args(folder));
    const reader = valueOf(openAuditLogReadOnly(folder));
    const ids = valueOf(reader.interactions()).interactions.map(({ label_id: id }) => id);
    reader.close();
    expect(ids).toEqual(['restricted', label.id, label.id]);
  });

  it('goes by the bundle that the agent of the folder has in force', async () => {
    const folder = withLog();
    const unsigned = { tenant: undefined, issued: undefined, expires: undefined };
    const own = { ...unsigned, mapping: [{ risk_level: 'medium', label: 'Internal', justification: 'so' }] };
    const bundle = bundleIn(folder, { ...own, dynamic_rules: { rules: [] }, default_label: 'Restricted' });
    await runClipward(
      ['replay', repository('assets/recordings/office-day.json'), '--data', folder, '--bundle', bundle],
      env,
    );
    const settings = join(folder, 'settings.json');
    writeFileSync(settings, JSON.stringify({ BundleFile: bundle }));
    const { stdout } = await relabel(folder, '--settings', settings);
    expect(stdout).toContain('Labels by acme v5:\n');
    expect(labelsIn(folder).slice(0, 3)).toEqual(['Restricted', 'Internal', 'Internal']);
  });

  it('changes nothing while the integration is off', async () => {
    const folder = withLog();
    const settings = join(folder, 'settings.json');
    writeFileSync(settings, JSON.stringify({ IntegrationEnabled: false }));
    const ended = await relabel(folder, '--settings', settings);
    expect([ended.code, ended.stdout]).toEqual([3, '']);
    expect(ended.stderr).toContain('the integration is switched off (setting IntegrationEnabled)');
    expect(labelsIn(folder)).toEqual(['Restricted', null, 'Public']);
  });

  it('works beside an agent that has the log open, and both go on writing', async () => {
    const folder = withLog();
    const { log } = openLog(folder);
    expect(await relabelJson(folder)).toMatchObject({ changed: 2 });
    expect(valueOf(log.interactions()).interactions.map(({ label }) => label)).toEqual([
      'Restricted',
      'Confidential',
      'Confidential',
    ]);
    valueOf(log.append({ kind: 'agent', what: 'started', detail: 'test' }));
    log.close();
  });

  it('says what it could not write while another program holds the database', async () => {
    const folder = withLog();
    const { log } = openLog(folder);
    const other = new SqliteDatabase(join(folder, 'clipward.db'));
    other.exec('BEGIN IMMEDIATE');
    const ended = await relabel(folder);
    other.exec('ROLLBACK');
    other.close();
    log.close();
    expect(ended.code).toBe(3);
    expect(ended.stdout).toContain('0 got another label');
    expect(ended.stderr).toContain('another program holds the database');
    expect(ended.stderr).toContain('what is listed is done, try again');
    expect(labelsIn(folder)).toEqual(['Restricted', null, 'Public']);
  });

  it('labels a recorded day as it was labelled', async () => {
    const folder = temporaryFolder();
    await runClipward(['replay', repository('assets/recordings/office-day.json'), '--data', folder], env);
    expect(await relabelJson(folder)).toMatchObject({ changed: 0, cannot_be_told: { count: 0 } });
  });

  it.each([
    { args: ['--data', '@nowhere'], code: 3, says: 'there is no audit log yet' },
    { args: ['--bundle', '@missing.json'], code: 3, says: 'missing.json: cannot be read' },
    { args: ['--bundle', '@bad.json'], code: 1, says: 'bad.json: ' },
    { args: ['--since', 'never'], code: 2, says: 'Expected an ISO date' },
  ])('ends with $code and one line: $args', async ({ args, code, says }) => {
    const folder = withLog();
    writeFileSync(join(folder, 'bad.json'), '{}');
    const given = args.map((arg) => arg.replace('@', `${folder}/`));
    const ended = await runClipward(['relabel', ...given], { ...env, CLIPWARD_DATA: folder });
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toContain(says);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });
});
