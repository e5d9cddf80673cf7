import type { ConnectTenant } from '../agent/labels-in-use.ts';
import type { ManagedSettings } from '../managed/managed-settings.ts';
import type { SettingKey, Settings } from '../managed/settings-schema.ts';
import type { SettingRow } from '../managed/settle.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { graphUrlOf } from '../sync/labels/graph-client.ts';
import { tenantLabels } from '../sync/labels/tenant-labels.ts';
import { openKeyFileStore } from '../sync/sign-in/key-file-seal.ts';
import { openTokenSource } from '../sync/sign-in/open-token-source.ts';
import type { SecretStore } from '../sync/sign-in/secret-store.ts';
import type { SignInConfig } from '../sync/sign-in/sign-in-config.ts';
import type { TokenSource } from '../sync/sign-in/token-source.ts';
import { complain } from './exit.ts';
import { integrationConfig } from './integration-config.ts';
import type { IntegrationOptions } from './integration-options.ts';
import { openSettings } from './settings-layers.ts';

export interface ConnectionOptions extends IntegrationOptions {
  readonly data?: string | undefined;
  readonly settings?: string | undefined;
}

/** What is set about the integration, whether or not it can be signed in with. */
export interface LabelSettings {
  readonly enabled: boolean;
  readonly settings: Settings;
  /** Tenant, app and how to sign in, or what is missing for it. */
  readonly config: Result<SignInConfig>;
  /** Where Graph is, or why not there. */
  readonly graphUrl: Result<string>;
}

/**
 * What is forced or stands in the file of `--settings` counts before options and environment (CLIPWARD_TENANT, CLIPWARD_CLIENT,
 * CLIPWARD_LOGIN_URL, CLIPWARD_GRAPH_URL); where anything is forced the environment says nothing. The problem: that file is not there.
 */
export async function labelSettings(
  options: ConnectionOptions,
  dataDir: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Result<LabelSettings>> {
  const opened = await openSettings({ settings: options.settings }, dataDir);
  if (!opened.ok) return opened;
  opened.value.stop();
  return ok(labelSettingsOf(opened.value, options, env));
}

/** The same from settings that are open. */
export function labelSettingsOf(
  managed: Pick<ManagedSettings, 'current' | 'explain'>,
  options: IntegrationOptions = {},
  environment: NodeJS.ProcessEnv = process.env,
): LabelSettings {
  const settings = managed.current();
  const rows = new Map(managed.explain().map((row) => [row.key, row]));
  const env = environmentOf(managed, environment);
  return {
    enabled: settings.IntegrationEnabled,
    settings,
    config: integrationConfig(
      optionsWith(settings, rows, options),
      envWith(env, 'CLIPWARD_LOGIN_URL', isSet(rows, 'LoginUrl') ? settings.LoginUrl : undefined),
    ),
    graphUrl: graphUrlOf(isSet(rows, 'GraphUrl') ? settings.GraphUrl : env['CLIPWARD_GRAPH_URL']),
  };
}

/**
 * On a managed device the environment names no tenant and no service: labels decide, and whoever started the program could else
 * have it take labels, in which the strict ones are disabled, from a service of their own.
 */
const environmentOf = (
  managed: Pick<ManagedSettings, 'explain'>,
  environment: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv => (managed.explain().some(({ layer }) => layer === 'forced') ? {} : environment);

type Rows = ReadonlyMap<SettingKey, SettingRow>;
const isSet = (rows: Rows, key: SettingKey): boolean => (rows.get(key)?.layer ?? 'default') !== 'default';

function optionsWith(settings: Settings, rows: Rows, options: IntegrationOptions): IntegrationOptions {
  const how = isSet(rows, 'SignInMethod')
    ? {
        certificate: settings.SignInMethod === 'certificate' ? (settings.CertificateFile ?? '') : undefined,
        appSecret: settings.SignInMethod === 'secret',
      }
    : { certificate: options.certificate, appSecret: options.appSecret };
  return {
    ...how,
    tenant: settings.TenantId ?? options.tenant,
    client: settings.ClientId ?? options.client,
  };
}

const envWith = (env: NodeJS.ProcessEnv, name: string, value: string | undefined): NodeJS.ProcessEnv =>
  value === undefined ? env : { ...env, [name]: value };

export interface LabelConnection {
  readonly config: SignInConfig;
  readonly graphUrl: string;
  readonly source: TokenSource;
  readonly fetch: ReturnType<typeof tenantLabels>;
}

export interface ConnectOptions {
  readonly secrets: SecretStore;
  readonly tell: (problem: string) => void;
  /** How long a busy service is waited for in one request, in ms. */
  readonly patienceMs?: number;
  /** Electron's `net.fetch` in the app: it knows the system's proxies and certificates. */
  readonly fetch?: typeof globalThis.fetch;
}

/** A way to the tenant's labels. The problem says what is not set, or set wrong. */
export function connectLabels(
  { config, graphUrl, settings }: LabelSettings,
  { secrets, tell, ...how }: ConnectOptions,
): Result<LabelConnection> {
  if (!config.ok) return config;
  if (!graphUrl.ok) return failed(graphUrl.problem);
  const source = openTokenSource({
    config: config.value,
    secrets,
    tell,
    ...(how.fetch === undefined ? {} : { fetch: how.fetch }),
  });
  const fetch = tenantLabels({
    source,
    config: config.value,
    graphUrl: graphUrl.value,
    direction: settings.LabelPriorityDirection,
    ...how,
  });
  return ok({ config: config.value, graphUrl: graphUrl.value, source, fetch });
}

/** A command waits less for a busy service than an agent does. */
const PATIENCE_MS = 20_000;

const complainOf = (problem: string): void => void complain(problem);

/** For a command in a terminal. */
export function connectFromTerminal(settings: LabelSettings, dataDir: string): Result<LabelConnection> {
  const secrets = openKeyFileStore(dataDir, complainOf);
  return connectLabels(settings, { secrets, tell: complainOf, patienceMs: PATIENCE_MS });
}

/** For an agent: where no tenant is named at all, there is nothing to connect to, and nothing wrong. */
export function createTenantConnector(
  managed: Pick<ManagedSettings, 'current' | 'explain'>,
  options: ConnectOptions,
  env: NodeJS.ProcessEnv = process.env,
): ConnectTenant {
  return ({ TenantId, ClientId }) => {
    const { CLIPWARD_TENANT: tenant, CLIPWARD_CLIENT: client } = environmentOf(managed, env);
    const named = [TenantId, ClientId, tenant, client];
    if (named.every((id) => id === null || id === undefined)) return ok(null);
    const connected = connectLabels(labelSettingsOf(managed, {}, env), options);
    if (!connected.ok) return connected;
    const { config, fetch } = connected.value;
    return ok({ tenantId: config.tenantId, fetch });
  };
}
