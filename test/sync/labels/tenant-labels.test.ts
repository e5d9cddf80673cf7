import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed, ok } from '../../../src/shared/result.ts';
import {
  graphResourceOf,
  tenantLabels,
  type TenantLabelsOptions,
} from '../../../src/sync/labels/tenant-labels.ts';
import { problem, type SignInProblem } from '../../../src/sync/sign-in/sign-in-problem.ts';
import { hasContract, loadContract } from '../../fakes/graph-contract.ts';
import { FakeGraph } from '../../fakes/graph.ts';

const contract = hasContract ? await loadContract() : null;
let graph: FakeGraph;
let graphUrl: string;
let asked: (readonly [scopes: readonly string[], claims: string | undefined])[];

beforeEach(async () => {
  graph = new FakeGraph(contract);
  graphUrl = await graph.start();
  graph.setTenant('token', [{ id: 'a', name: 'Public', priority: 0 }]);
  asked = [];
});
afterEach(async () => {
  await graph.close();
  expect(graph.problems).toEqual([]);
});

const fetch = (method: 'user' | 'secret', more: Partial<TenantLabelsOptions> = {}) =>
  tenantLabels({
    source: {
      getToken: async (scopes, claims) => {
        asked.push([scopes, claims]);
        return ok({ token: claims === undefined ? 'token' : `token+${claims}`, expiresOn: new Date(0) });
      },
    },
    config: { method, tenantId: 'tenant' },
    graphUrl,
    direction: 'greater-is-stricter',
    ...more,
  })(undefined, new AbortController().signal);

describe('the labels of the tenant are asked for', () => {
  it.each([
    { graph: 'https://graph.microsoft.us', resource: 'https://graph.microsoft.us' },
    { graph: 'http://127.0.0.1:4711', resource: undefined },
  ])('with tokens for their own cloud: $graph', ({ graph: address, resource }) => {
    expect(graphResourceOf(address)).toBe(resource);
  });

  it('with nothing that a browser session has gathered', async () => {
    const sent: (RequestInit | undefined)[] = [];
    await fetch('secret', {
      fetch: (_input, init) => {
        sent.push(init);
        return Promise.reject(new TypeError('no network in this test'));
      },
    });
    expect(sent).toMatchObject([{ credentials: 'omit', redirect: 'manual' }]);
  });

  it.each([
    {
      method: 'user',
      path: '/v1.0/security/dataSecurityAndGovernance/sensitivityLabels',
      scopes: ['https://graph.microsoft.com/SensitivityLabel.Read'],
    },
    {
      method: 'secret',
      path: '/v1.0/security/dataSecurityAndGovernance/sensitivityLabels',
      scopes: ['https://graph.microsoft.com/.default'],
    },
  ] as const)('as $method, with the least that is needed', async ({ method, path, scopes }) => {
    expect(await fetch(method)).toMatchObject({ kind: 'catalogue', path, labels: [{ tenantId: 'tenant' }] });
    expect(asked).toEqual([[scopes, undefined]]);
  });

  it('by an older path with its own permission, only after the new one was refused', async () => {
    graph.olderPathsOnly();
    expect(await fetch('user')).toMatchObject({ kind: 'catalogue' });
    expect(asked.map(([scopes]) => scopes)).toEqual([
      ['https://graph.microsoft.com/SensitivityLabel.Read'],
      ['https://graph.microsoft.com/SensitivityLabel.Read'],
      ['https://graph.microsoft.com/InformationProtectionPolicy.Read'],
    ]);
  });

  it('once more with the claims that are demanded', async () => {
    graph.claims = '{"access_token":{}}';
    expect(await fetch('user')).toMatchObject({ kind: 'catalogue' });
    expect(asked.map(([, claims]) => claims)).toEqual([undefined, graph.claims]);
  });

  it('in a national cloud by its own name', async () => {
    const refuse = async () => new Response('', { status: 401 });
    await fetch('secret', { graphUrl: 'https://graph.microsoft.us', fetch: refuse });
    expect(asked).toEqual([[['https://graph.microsoft.us/.default'], undefined]]);
  });
});

describe('what the sign-in says is passed on', () => {
  it.each<{ told: SignInProblem; expected: object }>([
    {
      told: problem('consent-missing', 'no consent', 'grant it'),
      expected: { kind: 'consent-missing', detail: 'no consent', fix: 'grant it' },
    },
    {
      told: { kind: 'throttled', detail: 'busy', fix: 'wait', afterMs: 7000 },
      expected: { kind: 'throttled', detail: 'busy', fix: 'wait', retryAfterMs: 7000 },
    },
    {
      told: { kind: 'sign-in-needed', detail: 'expired', fix: 'sign in', claims: '{"secret":1}' },
      expected: { kind: 'sign-in-needed', detail: 'expired', fix: 'sign in' },
    },
  ])('$told.kind', async ({ told, expected }) => {
    const answer = await fetch('user', { source: { getToken: async () => failed(told) } });
    expect(answer).toMatchObject({ kind: 'problem', tried: [{ outcome: told.detail }] });
    expect(answer.kind === 'problem' && answer.problem).toEqual(expected);
    expect(graph.requests).toEqual([]);
  });
});
