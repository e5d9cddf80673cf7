import { describe, expect, it } from 'vitest';
import { createTenantConnector, labelSettingsOf } from '../../src/cli/label-connection.ts';
import { openManagedSettings } from '../../src/managed/managed-settings.ts';
import { ok } from '../../src/shared/result.ts';
import type { SecretStore } from '../../src/sync/sign-in/secret-store.ts';
import { absent, FakeSettingsSource, present } from '../fakes/fake-settings-source.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';
const CLIENT = '66666666-7777-4888-8999-000000000000';
const environment = {
  CLIPWARD_TENANT: '99999999-2222-4333-8444-555555555555',
  CLIPWARD_CLIENT: '99999999-7777-4888-8999-000000000000',
  CLIPWARD_LOGIN_URL: 'https://login.example.com',
  CLIPWARD_GRAPH_URL: 'http://127.0.0.1:9',
};
const settingsOf = (values: Record<string, unknown> | null) =>
  openManagedSettings({ forced: new FakeSettingsSource(values === null ? absent : present(values)) });

const secrets: SecretStore = {
  read: async (name) => ok(name === 'client-secret' ? 'a secret' : null),
  write: async () => ok(undefined),
  update: async () => ok(undefined),
  remove: async () => ok(undefined),
};
const options = { secrets, tell: () => undefined };

describe('the environment', () => {
  it('names tenant, app and services where nothing is forced', async () => {
    const { config, graphUrl } = labelSettingsOf(await settingsOf(null), {}, environment);
    expect(config).toMatchObject({
      value: { tenantId: environment.CLIPWARD_TENANT, loginUrl: environment.CLIPWARD_LOGIN_URL },
    });
    expect(graphUrl).toEqual(ok(environment.CLIPWARD_GRAPH_URL));
  });

  it('names no service beside a tenant that is forced', async () => {
    const settings = await settingsOf({ TenantId: TENANT, ClientId: CLIENT });
    const { config, graphUrl } = labelSettingsOf(settings, {}, environment);
    expect(config).toMatchObject({
      value: { tenantId: TENANT, clientId: CLIENT, loginUrl: 'https://login.microsoftonline.com' },
    });
    expect(graphUrl).toEqual(ok('https://graph.microsoft.com'));
  });

  it('gives a managed device no tenant', async () => {
    const managed = await settingsOf({ Country: 'FR' });
    expect(createTenantConnector(managed, options, environment)(managed.current())).toEqual(ok(null));
    const free = await settingsOf(null);
    expect(createTenantConnector(free, options, environment)(free.current())).toMatchObject({
      value: { tenantId: environment.CLIPWARD_TENANT },
    });
  });
});

it('signs in over the same network as labels are asked for', async () => {
  const hosts = new Set<string>();
  const cookies = new Set<string | undefined>();
  const settings = await settingsOf({ TenantId: TENANT, ClientId: CLIENT, SignInMethod: 'secret' });
  const connected = createTenantConnector(settings, {
    ...options,
    fetch: (input, init) => {
      cookies.add(init?.credentials);
      hosts.add(new URL(input instanceof Request ? input.url : input).host);
      return Promise.reject(new TypeError('no network in this test'));
    },
  })(settings.current());
  if (!connected.ok || connected.value === null) throw new Error('expected a connection');
  const answer = await connected.value.fetch(undefined, new AbortController().signal);
  expect(answer).toMatchObject({ kind: 'problem', problem: { kind: 'offline' } });
  expect([...hosts]).toEqual(['login.microsoftonline.com']);
  expect([...cookies]).toEqual(['omit']);
});
