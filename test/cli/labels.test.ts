import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FakeEntra, CLIENT_SECRET, clients, TENANT } from '../fakes/oidc.ts';
import { hasContract, loadContract } from '../fakes/graph-contract.ts';
import { FakeGraph, graphError } from '../fakes/graph.ts';
import { runClipward, type Ended } from '../setup/program.ts';

const contract = hasContract ? await loadContract() : null;
let entra: FakeEntra;
let graph: FakeGraph;
let graphUrl: string;
let folder: string;

beforeAll(async () => {
  entra = await new FakeEntra().start();
});
afterAll(() => entra.stop());
beforeEach(async () => {
  graph = new FakeGraph(contract);
  graphUrl = await graph.start();
  graph.recognise = async (token) => ((await entra.scopesOf(token)) === null ? null : 'ours');
  graph.setTenant('ours', [
    { id: 'a0', name: 'Public', priority: 0, color: '#107c10', applicableTo: 'file,email' },
    {
      id: 'a1',
      name: 'Sensitive Data',
      priority: 1,
      color: '#d13438',
      sublabels: [
        { id: 'a2', name: 'Financial', priority: 3, isEnabled: false },
        { id: 'a3', name: 'Meeting rooms', priority: 2, applicableTo: 'site,unifiedGroup' },
      ],
    },
  ]);
  folder = mkdtempSync(join(tmpdir(), 'clipward-labels-'));
  settings();
  await run(['secret', 'set', 'client-secret'], `${CLIENT_SECRET}\n`);
});
afterEach(async () => {
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
  expect(graph.problems).toEqual([]);
});

const settingsFile = (): string => join(folder, 'settings.json');
function settings(more: Record<string, unknown> = {}): void {
  const ours = {
    TenantId: TENANT,
    ClientId: clients.secret,
    SignInMethod: 'secret',
    LoginUrl: entra.origin,
    GraphUrl: graphUrl,
  };
  writeFileSync(settingsFile(), JSON.stringify({ ...ours, ...more }));
}
const run = (args: readonly string[], input = ''): Promise<Ended> =>
  runClipward(
    [...args, '--data', folder],
    {
      PATH: process.env['PATH'],
      HOME: folder,
      NODE_EXTRA_CA_CERTS: entra.caFile,
    },
    input,
  );
const labels = (...args: readonly string[]) => run(['labels', '--settings', settingsFile(), ...args]);
const integration = (...args: readonly string[]) =>
  run(['integration', ...args, '--settings', settingsFile()]);

describe('clipward labels', () => {
  it('shows the labels of the tenant as a tree, with what is disabled and what is not for files', async () => {
    const ended = await labels('--sync');
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout.split('\n')).toEqual([
      expect.stringMatching(
        new RegExp(
          `^4 labels of tenant ${TENANT}, by /v1\\.0/security/dataSecurityAndGovernance/sensitivityLabels, just now \\(`,
        ),
      ),
      '  Public           #107c10  priority 0',
      '  Sensitive Data   #d13438  priority 1',
      '    Meeting rooms  #8a8886  priority 2  not for files and e-mails',
      '    Financial      #8a8886  priority 3  disabled',
      '',
    ]);
  });

  it('shows them without network too, says how old they are and why there are none newer', async () => {
    await labels('--sync');
    await graph.close();
    const again = await labels('--sync');
    expect(again.code).toBe(3);
    expect(again.stdout).toContain('Sensitive Data');
    expect(again.stderr).toMatch(
      /^clipward: Microsoft Graph could not be reached \(ECONNREFUSED\); check the network/,
    );
    const stored = await labels();
    expect([stored.code, stored.stderr]).toEqual([0, '']);
    expect(stored.stdout).toContain('! last sync failed: Microsoft Graph could not be reached');
    graph = new FakeGraph(contract);
    await graph.start();
  });

  it('shows deleted ones when asked', async () => {
    await labels('--sync');
    graph.setTenant('ours', [{ id: 'a0', name: 'Public', priority: 0 }]);
    expect((await labels('--sync')).stdout).not.toContain('Financial');
    const all = await labels('--all');
    expect(all.stdout).toMatch(/Deleted in the tenant:\n(?: {2}.+\n)* {2}Financial {2}a2 {2}gone since /);
  });

  it('gives them as JSON', async () => {
    await labels('--sync');
    const ended = await labels('--json');
    expect(JSON.parse(ended.stdout)).toMatchObject({
      tenantId: TENANT,
      problem: null,
      labels: [
        { id: 'a0', displayPath: 'Public', forFilesAndMail: true },
        { id: 'a1', displayPath: 'Sensitive Data', enabled: true },
        { id: 'a2', displayPath: 'Sensitive Data\\Financial', enabled: false, parentId: 'a1' },
        { id: 'a3', displayPath: 'Sensitive Data\\Meeting rooms', forFilesAndMail: false },
      ],
    });
    expect(JSON.parse(ended.stdout)).not.toHaveProperty('deleted');
    expect(JSON.parse((await labels('--json', '--all')).stdout)).toHaveProperty('deleted', []);
  });

  it.each([
    { name: 'nothing is stored', args: [], settings: {}, code: 3, says: 'no labels are stored' },
    {
      name: 'the integration is off',
      args: ['--sync'],
      settings: { IntegrationEnabled: false },
      code: 3,
      says: 'switched off',
    },
    {
      name: 'Graph would be elsewhere',
      args: ['--sync'],
      settings: { GraphUrl: 'https://evil.example' },
      code: 3,
      says: 'Graph address',
    },
  ])('ends with $code when $name', async ({ args, settings: more, code, says }) => {
    settings(more);
    const ended = await labels(...args);
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toContain(says);
    expect(graph.requests).toEqual([]);
  });

  it('reads priorities the other way round by setting', async () => {
    settings({ LabelPriorityDirection: 'lower-is-stricter' });
    expect((await labels('--sync')).stdout).toMatch(/Public .+priority 3/);
  });
});

describe('clipward integration test', () => {
  it('says that it works, in the very words, and how', async () => {
    const ended = await integration('test');
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout.split('\n')).toEqual([
      '✓ Successfully connected to Purview',
      `  Tenant ${TENANT}, app ${clients.secret}, signed in as the app itself.`,
      '  4 labels, 1 of them disabled, by /v1.0/security/dataSecurityAndGovernance/sensitivityLabels with the permission SensitivityLabel.Read.',
      '',
    ]);
    expect(readdirSync(folder)).not.toContain('labels.json');
  });

  it('says which older path it had to use', async () => {
    graph.olderPathsOnly();
    const ended = await integration('test');
    expect([ended.code, ended.stdout.split('\n')[0]]).toEqual([0, '✓ Successfully connected to Purview']);
    expect(ended.stdout).toContain(
      'by /beta/security/informationProtection/sensitivityLabels with the permission InformationProtectionPolicy.Read.All',
    );
    expect(ended.stdout).toContain(
      'sensitivityLabels (SensitivityLabel.Read): Microsoft Graph answered 404 (ResourceNotFound)',
    );
  });

  const refuseAll = (status: number, body: unknown): void => void graph.refused.set(/./, { status, body });
  it.each<{ name: string; break: () => unknown; says: readonly string[] }>([
    {
      name: 'a permission',
      break: () => refuseAll(403, graphError('Forbidden')),
      says: [
        'answered 403',
        'add the application permission SensitivityLabel.Read of Microsoft Graph',
        'InformationProtectionPolicy.Read.All',
      ],
    },
    {
      name: 'the licence',
      break: () =>
        refuseAll(
          403,
          graphError('Unauthorized', { diagnosticInfo: { errorCode: 'InsufficientServicePlans' } }),
        ),
      says: ['assign a licence'],
    },
    {
      name: 'the clock',
      break: () =>
        graph.script({
          kind: 'answer',
          status: 401,
          body: graphError('InvalidAuthenticationToken'),
          headers: { date: 'Tue, 19 Jan 2038 03:14:07 GMT' },
        }),
      says: ["this device's clock is", 'set the clock'],
    },
    {
      name: 'the network',
      break: () => graph.close(),
      says: ['could not be reached (ECONNREFUSED)', 'check the network'],
    },
    {
      name: 'the tenant',
      break: () => settings({ TenantId: '11111111-2222-4333-8444-555555555555' }),
      says: ['AADSTS90002', 'check the tenant id'],
    },
    {
      name: 'consent',
      break: () =>
        entra.answerInstead({
          path: '/oauth2/v2.0/token',
          status: 400,
          body: JSON.stringify({
            error: 'invalid_grant',
            error_codes: [65001],
            error_description: 'AADSTS65001: no',
          }),
        }),
      says: ['AADSTS65001', 'grant'],
    },
    {
      name: 'the secret',
      break: () => run(['secret', 'set', 'client-secret'], 'another-secret~value\n'),
      says: ['AADSTS7000215', 'secret'],
    },
  ])('names what is in the way: $name', async ({ break: breakIt, says }) => {
    await Promise.resolve(breakIt());
    const ended = await integration('test');
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/^✗ Not connected to Purview: /);
    for (const words of says) expect(ended.stdout).toContain(words);
    expect(ended.stdout + ended.stderr).not.toContain(CLIENT_SECRET);
  });

  it('says what is not set up', async () => {
    settings({ TenantId: undefined });
    const ended = await integration('test');
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain('--tenant');
  });

  it('takes tenant, app and addresses from options and environment; what the file of --settings says counts before them', async () => {
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      NODE_EXTRA_CA_CERTS: entra.caFile,
      CLIPWARD_LOGIN_URL: entra.origin,
      CLIPWARD_GRAPH_URL: graphUrl,
      CLIPWARD_CLIENT: clients.secret,
    };
    const test = (...args: readonly string[]) =>
      runClipward(['integration', 'test', '--data', folder, '--app-secret', ...args], env);
    expect((await test('--tenant', TENANT)).stdout).toContain('✓ Successfully connected to Purview');
    const elsewhere = ['--tenant', '11111111-2222-4333-8444-555555555555'];
    expect((await test(...elsewhere)).stdout).toContain('AADSTS90002');
    expect((await test(...elsewhere, '--settings', settingsFile())).code).toBe(0);
    const away = { ...env, CLIPWARD_GRAPH_URL: 'https://evil.example' };
    const refused = await runClipward(
      ['integration', 'test', '--data', folder, '--app-secret', '--tenant', TENANT],
      away,
    );
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('Graph address')]);
  });

  it('gives it as JSON, and says when the integration is off', async () => {
    settings({ IntegrationEnabled: false });
    expect(JSON.parse((await integration('test', '--json')).stdout)).toMatchObject({
      connected: true,
      problem: null,
      labels: 4,
      tried: [{ permission: 'SensitivityLabel.Read', outcome: '4 labels' }],
    });
    expect((await integration('test')).stdout).toContain('! The integration is switched off');
  });
});

describe('clipward integration status', () => {
  it('says when labels came last and, later, why not since', async () => {
    const before = await integration('status');
    expect([before.code, before.stdout]).toEqual([
      1,
      `Integration with Microsoft Purview: on\nTenant ${TENANT}, app ${clients.secret}; the app itself, by its secret\nLabels: never synced\n`,
    ]);
    await labels('--sync');
    const after = await integration('status');
    expect(after.code).toBe(0);
    expect(after.stdout).toMatch(/Labels: 4 \(1 disabled\), synced just now \(.+\) by \/v1\.0\//);
    graph.script({
      kind: 'answer',
      status: 429,
      body: graphError('TooManyRequests'),
      headers: { 'retry-after': '600' },
    });
    await labels('--sync');
    const failing = await integration('status', '--json');
    expect(failing.code).toBe(1);
    expect(JSON.parse(failing.stdout)).toMatchObject({ labels: 4, problem: { kind: 'throttled' } });
  });

  it('says that it is off, and keeps the labels', async () => {
    await labels('--sync');
    settings({ IntegrationEnabled: false });
    const ended = await integration('status');
    expect([ended.code, ended.stdout.split('\n')[0]]).toEqual([
      1,
      'Integration with Microsoft Purview: off; labels that were given stay, none are synced or shown',
    ]);
    expect(ended.stdout).toContain('Labels: 4');
  });

  it('says what is missing', async () => {
    settings({ ClientId: undefined });
    const ended = await integration('status');
    expect([ended.code, ended.stderr]).toEqual([1, '']);
    expect(ended.stdout).toContain('! integration: no app (--client or CLIPWARD_CLIENT)');
  });
});

it('no token, no secret and no text of an answer is stored with the labels', async () => {
  await labels('--sync');
  expect(readFileSync(join(folder, 'labels.json'), 'utf8')).not.toMatch(/Bearer|eyJ|told for people/);
});
