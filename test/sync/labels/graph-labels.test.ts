import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  graphGet,
  graphUrlOf,
  type GraphOptions,
  type TokenWanted,
} from '../../../src/sync/labels/graph-client.ts';
import { fetchLabels, type LabelsAnswer, type LabelsWanted } from '../../../src/sync/labels/graph-labels.ts';
import { failed, ok } from '../../../src/shared/result.ts';
import { exampleAnswers, hasContract, loadContract } from '../../fakes/graph-contract.ts';
import { FakeGraph, graphError, type GraphLabel } from '../../fakes/graph.ts';

const TENANT = '7d9f1c22-0000-4000-8000-000000000001';
const NEW = '/v1.0/security/dataSecurityAndGovernance/sensitivityLabels';
const MINE = '/v1.0/me/dataSecurityAndGovernance/sensitivityLabels';
const OLDER = '/beta/security/informationProtection/sensitivityLabels';

const contract = hasContract ? await loadContract() : null;
const label = (id: string, name: string, priority: number, more: GraphLabel = {}): GraphLabel => ({
  id,
  name,
  priority,
  color: '#107c10',
  ...more,
});
const usual = [
  label('a0', 'Public', 0),
  label('a1', 'Sensitive Data', 1, {
    sublabels: [label('a2', 'Financial', 2), label('a3', 'Medical', 3, { isEnabled: false })],
  }),
];

let graph: FakeGraph;
let origin: string;
let waits: number[];
let wanted: TokenWanted[];

beforeEach(async () => {
  graph = new FakeGraph(contract);
  origin = await graph.start();
  graph.setTenant('token', usual);
  waits = [];
  wanted = [];
});
afterEach(async () => {
  await graph.close();
  expect(graph.problems).toEqual([]);
});

const options = (more: Partial<GraphOptions> = {}): GraphOptions => ({
  origin,
  getToken: async (each) => {
    wanted.push(each);
    return ok(each.claims === undefined ? 'token' : `token+${each.claims}`);
  },
  sleep: async (ms) => void waits.push(ms),
  random: () => 0,
  timeoutMs: 5000,
  ...more,
});
const fetch = (more: Partial<LabelsWanted> = {}, graphOptions: Partial<GraphOptions> = {}) =>
  fetchLabels(options(graphOptions), { access: 'application', tenantId: TENANT, ...more });
const asked = (): string[] => graph.requests.map(({ url }) => url);
const namesOf = (answer: LabelsAnswer): string[] =>
  answer.kind === 'catalogue' ? answer.labels.map(({ name }) => name) : [answer.kind];
const problemOf = (answer: LabelsAnswer) => (answer.kind === 'problem' ? answer.problem : null);

describe('the labels of a tenant', () => {
  it('come from the tenant list of v1.0 for an app, with parents, order and what is disabled', async () => {
    const answer = await fetch();
    expect(answer).toMatchObject({ kind: 'catalogue', path: NEW, notes: [], etag: null });
    expect(answer.kind === 'catalogue' && answer.labels).toEqual([
      { id: 'a0', name: 'Public', color: '#107c10', priority: 0, enabled: true, tenantId: TENANT },
      { id: 'a1', name: 'Sensitive Data', color: '#107c10', priority: 1, enabled: true, tenantId: TENANT },
      {
        id: 'a2',
        name: 'Financial',
        color: '#107c10',
        priority: 2,
        enabled: true,
        tenantId: TENANT,
        parentId: 'a1',
      },
      {
        id: 'a3',
        name: 'Medical',
        color: '#107c10',
        priority: 3,
        enabled: false,
        tenantId: TENANT,
        parentId: 'a1',
      },
    ]);
    expect(asked()).toEqual([NEW]);
    expect(graph.requests[0]?.headers).toMatchObject({
      accept: 'application/json',
      'client-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });

  it("come from the tenant's list for a person too, for which the least permission is enough", async () => {
    expect(await fetch({ access: 'delegated' })).toMatchObject({ kind: 'catalogue', path: NEW });
    expect(asked()).toEqual([NEW]);
  });

  it('come from what is published to the person, where the list is refused', async () => {
    graph.refused.set(/^\/v1\.0\/security/, { status: 403, body: graphError('Forbidden') });
    expect(await fetch({ access: 'delegated' })).toMatchObject({ kind: 'catalogue', path: MINE });
    expect(asked()).toEqual([NEW, MINE]);
  });

  it('are read page by page, as the links say', async () => {
    graph.setTenant(
      'token',
      Array.from({ length: 25 }, (_, index) => label(`id${index}`, `L${index}`, index)),
    );
    graph.pageSize = 10;
    expect(namesOf(await fetch())).toHaveLength(25);
    expect(asked()).toEqual([NEW, `${NEW}?$skip=10`, `${NEW}?$skip=20`]);
  });

  it('may be ten thousand', async () => {
    graph.setTenant(
      'token',
      Array.from({ length: 10_000 }, (_, index) => label(`id${index}`, `L${index}`, index)),
    );
    expect(namesOf(await fetch())).toHaveLength(10_000);
  });

  it('may be none', async () => {
    graph.setTenant('token', []);
    expect(await fetch()).toMatchObject({ kind: 'catalogue', labels: [] });
  });

  it('are not sent again when the service says that nothing changed', async () => {
    graph.etags = true;
    const first = await fetch();
    const etag = first.kind === 'catalogue' ? (first.etag ?? '') : '';
    expect(etag).toMatch(/^W\//);
    expect(await fetch({ known: { path: NEW, etag } })).toMatchObject({ kind: 'unchanged', path: NEW });
    graph.setTenant('token', [label('b', 'New', 1)]);
    expect(namesOf(await fetch({ known: { path: NEW, etag } }))).toEqual(['New']);
  });

  it('are asked for without the ETag of another path, and no ETag of several pages is kept', async () => {
    graph.etags = true;
    graph.pageSize = 1;
    expect(await fetch({ known: { path: MINE, etag: '"x"' } })).toMatchObject({
      kind: 'catalogue',
      etag: null,
    });
    expect(graph.requests[0]?.headers['if-none-match']).toBeUndefined();
  });

  it('are asked for with a fresh token when the service demands claims, once', async () => {
    graph.claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
    expect(namesOf(await fetch())).toHaveLength(4);
    expect(wanted).toEqual([{ purpose: 'labels' }, { purpose: 'labels', claims: graph.claims }]);
    const stubborn = options({ getToken: async (each) => (wanted.push(each), ok('token')) });
    wanted = [];
    const answer = await fetchLabels(stubborn, { access: 'application', tenantId: TENANT });
    expect([problemOf(answer)?.kind, wanted.length]).toEqual(['sign-in-needed', 2]);
  });
});

describe('where the new path does not work, an older one', () => {
  it.each([
    { status: 400, code: 'BadRequest' },
    { status: 403, code: 'Forbidden' },
    { status: 404, code: 'ResourceNotFound' },
  ])('is used after $status, and said', async ({ status, code }) => {
    graph.refused.set(/^\/v1\.0/, { status, body: graphError(code) });
    const answer = await fetch();
    expect(answer).toMatchObject({ kind: 'catalogue', path: OLDER });
    expect(namesOf(answer)).toEqual(['Public', 'Sensitive Data', 'Financial', 'Medical']);
    expect(answer.tried.map(({ outcome }) => outcome)).toEqual([
      `Microsoft Graph answered ${status} (${code})`,
      '4 labels',
    ]);
    expect(wanted).toEqual([{ purpose: 'labels' }, { purpose: 'older-labels' }]);
  });

  it('is not believed when it is empty: it was switched off', async () => {
    graph.refused.set(/^\/v1\.0/, { status: 403, body: graphError('Forbidden') });
    graph.refused.set(/^\/beta\/security/, { status: 404, body: graphError('ResourceNotFound') });
    const answer = await fetch();
    expect(asked()).toEqual([NEW, OLDER, '/beta/informationProtection/policy/labels']);
    expect(problemOf(answer)).toEqual({
      kind: 'permission',
      detail: 'Microsoft Graph answered 403 (Forbidden)',
      fix: 'add the application permission SensitivityLabel.Read of Microsoft Graph to the app registration, and give admin consent',
    });
  });

  it('whose own consent is missing does not hide why the new one was refused', async () => {
    graph.refused.set(/^\/v1\.0/, { status: 403, body: graphError('Forbidden') });
    const answer = await fetch(
      { access: 'delegated' },
      {
        getToken: async ({ purpose }) =>
          purpose === 'labels'
            ? ok('token')
            : failed({ kind: 'consent-missing', detail: 'no consent', fix: 'consent' }),
      },
    );
    expect(problemOf(answer)).toMatchObject({
      kind: 'permission',
      fix: 'add the delegated permission SensitivityLabel.Read of Microsoft Graph to the app registration, and let the person, or an admin, consent to it',
    });
    expect(answer.tried).toHaveLength(4);
  });

  it('is not asked when nothing is wrong with the path', async () => {
    graph.script({ kind: 'answer', status: 401, body: graphError('InvalidAuthenticationToken') });
    expect(problemOf(await fetch())?.kind).toBe('sign-in-needed');
    expect(asked()).toEqual([NEW]);
  });
});

describe('a busy service', () => {
  const busy = (status: number, headers?: Record<string, string>) =>
    ({
      kind: 'answer',
      status,
      body: graphError('Busy'),
      ...(headers === undefined ? {} : { headers }),
    }) as const;

  it.each([
    { name: '429 with Retry-After', faults: [busy(429, { 'retry-after': '7' })], waits: [7000] },
    { name: '503 with Retry-After', faults: [busy(503, { 'retry-after': '2' })], waits: [2000] },
    { name: '504 without', faults: [busy(504)], waits: [500] },
    { name: '429 without, twice', faults: [busy(429), busy(429)], waits: [500, 1000] },
  ])('is waited for: $name', async ({ faults, waits: expected }) => {
    graph.script(...faults);
    expect(namesOf(await fetch())).toHaveLength(4);
    expect(waits).toEqual(expected);
  });

  it('in the middle of pages is waited for too', async () => {
    graph.pageSize = 1;
    graph.script(
      {
        kind: 'answer',
        status: 200,
        body: { value: [label('p', 'First', 0)], '@odata.nextLink': `${origin}${NEW}?$skip=1` },
      },
      busy(429),
    );
    expect(namesOf(await fetch())).toEqual(['First', 'Sensitive Data', 'Financial', 'Medical']);
  });

  it.each([
    {
      name: 'four times',
      faults: [busy(503), busy(503), busy(503), busy(503)],
      kind: 'service',
      requests: 4,
    },
    {
      name: 'for longer than is borne',
      faults: [busy(429, { 'retry-after': '300' })],
      kind: 'throttled',
      requests: 1,
    },
  ])('is left alone $name', async ({ faults, kind, requests }) => {
    graph.script(...faults);
    expect(problemOf(await fetch())?.kind).toBe(kind);
    expect(graph.requests).toHaveLength(requests);
  });

  it('says when to come again', async () => {
    graph.script(busy(429, { 'retry-after': '300' }));
    expect(problemOf(await fetch())?.retryAfterMs).toBe(300_000);
  });
});

describe('what is in the way is named, with what to do', () => {
  it.each([
    {
      name: 'a licence',
      fault: {
        status: 403,
        body: graphError('Unauthorized', { diagnosticInfo: { errorCode: 'InsufficientServicePlans' } }),
      },
      kind: 'licence',
      fix: 'assign a licence',
    },
    {
      name: 'a token',
      fault: { status: 401, body: graphError('InvalidAuthenticationToken') },
      kind: 'sign-in-needed',
      fix: 'sign in again',
    },
    {
      name: 'the clock',
      fault: {
        status: 401,
        body: graphError('InvalidAuthenticationToken'),
        headers: { date: 'Tue, 19 Jan 2038 03:14:07 GMT' },
      },
      kind: 'clock-wrong',
      fix: 'set the clock',
    },
    {
      name: 'a redirect',
      fault: { status: 302, headers: { location: 'https://evil.example/' } },
      kind: 'answer-invalid',
      fix: 'check the network',
    },
    {
      name: 'a sign-in page of the network',
      fault: { status: 200, body: '<html>Welcome</html>' },
      kind: 'answer-invalid',
      fix: 'proxy',
    },
    {
      name: 'another kind of JSON',
      fault: { status: 200, body: '[]' },
      kind: 'answer-invalid',
      fix: 'proxy',
    },
    {
      name: 'a 304 that was not asked for',
      fault: { status: 304 },
      kind: 'answer-invalid',
      fix: 'check the network',
    },
    {
      name: 'JSON without end',
      fault: { status: 200, body: '['.repeat(100_000) },
      kind: 'answer-invalid',
      fix: 'proxy',
    },
    {
      name: 'another encoding',
      fault: { status: 200, body: Buffer.from('{"value":[{"id":"\xff"}]}', 'latin1') },
      kind: 'answer-invalid',
      fix: 'proxy',
    },
  ])('$name', async ({ fault, kind, fix }) => {
    const every = { kind: 'answer', ...fault } as const;
    graph.script(every, every, every);
    const problem = problemOf(await fetch());
    expect(problem).toMatchObject({ kind, fix: expect.stringContaining(fix) });
    expect(JSON.stringify(problem)).not.toMatch(/told for people|Welcome|evil|token-|Bearer/);
  });

  it.each([
    { name: 'a connection that breaks', fault: { kind: 'cut' }, detail: 'could not be reached' },
    { name: 'no answer', fault: { kind: 'hang' }, detail: 'no whole answer within 0.2 s' },
  ] as const)('$name', async ({ fault, detail }) => {
    graph.script(fault);
    const problem = problemOf(await fetch({}, { timeoutMs: 200 }));
    expect(problem).toMatchObject({ kind: 'offline', detail: expect.stringContaining(detail) });
  });

  it('no network', async () => {
    await graph.close();
    expect(problemOf(await fetch())).toMatchObject({
      kind: 'offline',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
    graph = new FakeGraph(contract);
    await graph.start();
  });

  it('no token, in the words of the sign-in', async () => {
    const problem = { kind: 'wrong-tenant', detail: 'another tenant', fix: 'set the tenant id' } as const;
    expect(problemOf(await fetch({}, { getToken: async () => failed(problem) }))).toEqual(problem);
    expect(graph.requests).toEqual([]);
  });

  it('that it was stopped', async () => {
    graph.script({ kind: 'hang' });
    const stop = new AbortController();
    const answer = fetch({ signal: stop.signal });
    await expect.poll(() => graph.requests.length).toBe(1);
    stop.abort();
    expect(problemOf(await answer)?.detail).toContain('stopped');
  });
});

describe('an answer that means harm', () => {
  const page = (next: string) =>
    ({ kind: 'answer', status: 200, body: { value: [], '@odata.nextLink': next } }) as const;

  it.each([
    { name: 'another host', next: () => 'https://evil.example/v1.0/labels', says: 'leads to another host' },
    {
      name: 'the same host by another scheme',
      next: () => origin.replace('http:', 'https:'),
      says: 'another host',
    },
    { name: 'another port', next: () => 'http://127.0.0.1:1/', says: 'another host' },
    { name: 'a host that only looks the same', next: () => `${origin}@evil.example/`, says: 'another host' },
    { name: 'a name and password', next: () => origin.replace('//', '//a:b@'), says: 'another host' },
    { name: 'no address', next: () => '/v1.0/relative', says: 'another host' },
    { name: 'the same page', next: () => `${origin}${NEW}`, says: 'in a circle' },
  ])('with a next page at $name is refused', async ({ next, says }) => {
    graph.script({ ...page(next()), body: JSON.stringify({ value: [], '@odata.nextLink': next() }) });
    expect(problemOf(await fetch())).toMatchObject({
      kind: 'answer-invalid',
      detail: expect.stringContaining(says),
    });
    expect(graph.requests).toHaveLength(1);
  });

  it('with pages without end is given up', async () => {
    graph.script(...Array.from({ length: 300 }, (_, index) => page(`${origin}${NEW}?$skip=${index + 1}`)));
    expect(problemOf(await fetch())?.detail).toContain('expected at most 200 pages');
    expect(graph.requests).toHaveLength(200);
  });

  it('of 50 MB is not read to its end', async () => {
    graph.script({ kind: 'flood', bytes: 50 * 1024 * 1024 });
    expect(problemOf(await fetch())?.detail).toContain('expected at most 8388608 bytes');
  });

  it('of a 50 MB error is not read to its end either', async () => {
    graph.script({ kind: 'answer', status: 403, body: 'x'.repeat(1024 * 1024) });
    expect(namesOf(await fetch())).toHaveLength(4);
  });

  it('of too many labels is refused as a whole', async () => {
    graph.setTenant('token', [
      label('top', 'Top', 1, {
        sublabels: Array.from({ length: 20_001 }, (_, index) => label(`id${index}`, `L${index}`, index)),
      }),
    ]);
    expect(problemOf(await fetch())?.detail).toContain('expected at most 20000 labels');
  });
});

describe('the address of Graph', () => {
  it.each([
    ['https://graph.microsoft.com', 'https://graph.microsoft.com'],
    ['https://graph.microsoft.us/', 'https://graph.microsoft.us'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:1', 'http://localhost:1'],
    [undefined, 'https://graph.microsoft.com'],
  ])('may be %s', (text, expected) => expect(graphUrlOf(text)).toEqual(ok(expected)));

  it.each([
    'http://graph.microsoft.com',
    'https://graph.microsoft.com.evil.example',
    'https://graph.microsoft.com:8443',
    'https://a:b@graph.microsoft.com',
    'https://evil.example',
    'http://192.168.0.1',
    'graph',
  ])('may not be %s: tokens go there', (text) => expect(graphUrlOf(text).ok).toBe(false));
});

describe.skipIf(!hasContract)("Microsoft's own examples (../shared/specs)", () => {
  it('fit the published description, and give labels', async () => {
    const [example] = hasContract
      ? exampleAnswers('GET /security/dataSecurityAndGovernance/sensitivityLabels')
      : [];
    graph.script({ kind: 'answer', status: 200, body: example });
    const answer = await fetch();
    expect(answer.kind === 'catalogue' && answer.labels).toEqual([
      {
        id: '4e4234dd-377b-42a3-935b-0e42f138fa23',
        name: 'General',
        description: 'General data, not for public use.',
        color: '#000000',
        priority: 10,
        enabled: true,
        tenantId: TENANT,
        scopes: ['email', 'teamwork', 'file'],
      },
    ]);
  });

  it('of the older path give labels with their parents', async () => {
    const [example] = hasContract
      ? exampleAnswers('GET /beta/users/{user-id}/security/informationProtection/sensitivityLabels')
      : [];
    graph.olderPathsOnly();
    graph.script(
      { kind: 'answer', status: 404, body: graphError('ResourceNotFound') },
      { kind: 'answer', status: 200, body: example },
    );
    const answer = await fetch();
    expect(answer.kind === 'catalogue' && answer.labels).toMatchObject([
      { name: 'Contoso Public', priority: 1, enabled: true, color: '#8a8886' },
      {
        name: 'Full Time Employees',
        priority: 4,
        enabled: true,
        parentId: '8cf764ac-ef2b-4787-8ccd-0a8a65e7bafa',
      },
      { name: 'Contoso Confidential', priority: 4, enabled: false },
    ]);
  });

  it('are what requests and answers are held against', async () => {
    const strict = await loadContract();
    expect(strict.request('GET', NEW, { 'client-request-id': 'no uuid' })).toHaveLength(1);
    expect(strict.request('GET', '/v1.0/security/labels', {})).toHaveLength(1);
    expect(strict.response('GET', NEW, 200, { value: [{ id: 5 }] })).toHaveLength(1);
    const other = new FakeGraph(strict);
    const there = await other.start();
    other.setTenant('token', [{ id: 5 }]);
    const request = {
      purpose: 'labels',
      permission: '',
      access: 'application',
      signal: new AbortController().signal,
    } as const;
    await graphGet(options(), { ...request, url: `${there}${NEW}?$oops=1` });
    expect(other.problems).toHaveLength(2);
    await other.close();
  });
});
