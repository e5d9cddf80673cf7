import { accessOf } from '../sync/labels/tenant-labels.ts';
import { readCatalogue } from '../sync/labels/label-store.ts';
import type { TriedPath } from '../sync/labels/graph-labels.ts';
import type { LabelProblem } from '../sync/labels/label-problem.ts';
import type { SignInConfig } from '../sync/sign-in/sign-in-config.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import {
  connectFromTerminal,
  labelSettings,
  type ConnectionOptions,
  type LabelConnection,
  type LabelSettings,
} from './label-connection.ts';
import { ageOf } from './labels.ts';
import { write, writeJson } from './output.ts';
import { dataDirFor } from './paths.ts';

export interface IntegrationCommandOptions extends ConnectionOptions {
  readonly json?: boolean | undefined;
}

/** The mission's own words: people and guides look for them. */
const CONNECTED = '✓ Successfully connected to Purview';

interface Tested {
  readonly connected: boolean;
  readonly tenant: string;
  readonly client: string;
  /** Who asked: the person's name, or null for the app itself. */
  readonly account: string | null;
  readonly access: string;
  readonly graph: string;
  readonly path: string | null;
  readonly labels: number;
  readonly disabled: number;
  readonly notes: readonly string[];
  readonly tried: readonly TriedPath[];
  readonly problem: LabelProblem | null;
}

/**
 * `clipward integration test`: signs in and reads the labels once, storing nothing. Ends with 0 when that works, 1 when Microsoft or
 * the network says no, with what to mend; 2 when tenant or app are not set.
 */
export async function testIntegration(options: IntegrationCommandOptions): Promise<ExitCode> {
  const dataDir = dataDirFor(options.data);
  const settings = await labelSettings(options, dataDir);
  if (!settings.ok) return complain(settings.problem);
  const connection = connectFromTerminal(settings.value, dataDir);
  if (!connection.ok) return complain(connection.problem, exit.usage);
  const tested = await test(connection.value);
  await (options.json === true
    ? writeJson(tested)
    : write(`${testedLines(tested, settings.value.enabled).join('\n')}\n`));
  return tested.connected ? exit.ok : exit.findings;
}

async function test({ config, graphUrl, source, fetch }: LabelConnection): Promise<Tested> {
  const account = await source.account();
  const answer = await fetch(undefined, new AbortController().signal);
  const found = answer.kind === 'catalogue' ? answer : null;
  return {
    connected: found !== null,
    tenant: config.tenantId,
    client: config.clientId,
    account: account?.username ?? null,
    access: accessOf(config),
    graph: graphUrl,
    path: found?.path ?? null,
    labels: found?.labels.length ?? 0,
    disabled: found?.labels.filter(({ enabled }) => !enabled).length ?? 0,
    notes: found?.notes ?? [],
    tried: answer.tried,
    problem: answer.kind === 'problem' ? answer.problem : null,
  };
}

function testedLines(tested: Tested, enabled: boolean): readonly string[] {
  const { connected, problem, tried, path } = tested;
  const who = tested.account ?? (tested.access === 'application' ? 'the app itself' : 'nobody');
  const used = tried.find((each) => each.path === path);
  const paths = tried.map((each) => `  ${each.path} (${each.permission}): ${each.outcome}`);
  const lines = [
    connected ? CONNECTED : `✗ Not connected to Purview: ${problem?.detail ?? 'no labels'}`,
    ...(problem === null ? [] : [`  What to do: ${problem.fix}.`]),
    `  Tenant ${tested.tenant}, app ${tested.client}, signed in as ${who}.`,
  ];
  if (used !== undefined) {
    const disabled = tested.disabled === 0 ? '' : `, ${tested.disabled} of them disabled`;
    lines.push(
      `  ${tested.labels} labels${disabled}, by ${used.path} with the permission ${used.permission}.`,
    );
  }
  if (tried.length > (connected ? 1 : 0))
    lines.push('  Asked in this order:', ...paths.map((line) => `  ${line}`));
  lines.push(...tested.notes.map((note) => `  ! ${note}`));
  if (!enabled)
    lines.push('  ! The integration is switched off (setting IntegrationEnabled): labels are not synced.');
  return lines;
}

/**
 * `clipward integration status`: on or off, tenant and app, who is signed in, when labels came last and why not since. Asks nobody.
 * Ends with 0 only when it is on and the last sync went well.
 */
export async function integrationStatus(options: IntegrationCommandOptions): Promise<ExitCode> {
  const dataDir = dataDirFor(options.data);
  const settings = await labelSettings(options, dataDir);
  if (!settings.ok) return complain(settings.problem);
  const status = await statusOf(settings.value, dataDir);
  await (options.json === true
    ? writeJson(status)
    : write(`${statusLines(status, new Date()).join('\n')}\n`));
  const isWell = status.enabled && status.problem === null && status.lastSuccess !== null;
  return isWell ? exit.ok : exit.findings;
}

interface IntegrationStatus {
  readonly enabled: boolean;
  readonly tenant: string | null;
  readonly client: string | null;
  readonly method: SignInConfig['method'] | null;
  /** Null: nobody, or the app signs in by itself. */
  readonly account: string | null;
  readonly labels: number;
  readonly disabled: number;
  readonly path: string | null;
  readonly lastSuccess: string | null;
  readonly lastAttempt: string | null;
  readonly problem: { readonly detail: string; readonly fix: string } | null;
}

async function statusOf(settings: LabelSettings, dataDir: string): Promise<IntegrationStatus> {
  const connection = connectFromTerminal(settings, dataDir);
  const config = connection.ok ? connection.value.config : null;
  const stored = readCatalogue(dataDir);
  const found = stored.ok ? stored.value : null;
  // What another tenant left behind is not this one's.
  const isOurs = config === null || found?.tenantId === config.tenantId.toLowerCase();
  const catalogue = isOurs ? found : null;
  return {
    enabled: settings.enabled,
    tenant: config?.tenantId ?? null,
    client: config?.clientId ?? null,
    method: config?.method ?? null,
    account: connection.ok ? ((await connection.value.source.account())?.username ?? null) : null,
    labels: catalogue?.labels.length ?? 0,
    disabled: catalogue?.labels.filter(({ enabled }) => !enabled).length ?? 0,
    path: catalogue?.path ?? null,
    lastSuccess: catalogue?.fetchedAt ?? null,
    lastAttempt: catalogue?.lastAttempt ?? null,
    problem: problemIn(connection, stored) ?? catalogue?.problem ?? null,
  };
}

function problemIn(
  connection: ReturnType<typeof connectFromTerminal>,
  stored: ReturnType<typeof readCatalogue>,
): IntegrationStatus['problem'] {
  if (!connection.ok) return { detail: connection.problem, fix: 'set them, or let MDM set them' };
  return stored.ok ? null : { detail: stored.problem, fix: 'clipward labels --sync makes it anew' };
}

function statusLines(status: IntegrationStatus, now: Date): readonly string[] {
  const { enabled, tenant, client, method, account, problem, lastSuccess, path } = status;
  const who = account ?? (method === 'user' ? 'nobody is signed in' : `the app itself, by its ${method}`);
  return [
    enabled
      ? 'Integration with Microsoft Purview: on'
      : 'Integration with Microsoft Purview: off; labels that were given stay, none are synced or shown',
    ...(tenant === null ? [] : [`Tenant ${tenant}, app ${client}; ${who}`]),
    lastSuccess === null
      ? 'Labels: never synced'
      : `Labels: ${status.labels} (${status.disabled} disabled), synced ${ageOf(lastSuccess, now)} (${lastSuccess}) by ${path}`,
    ...(problem === null ? [] : [`! ${problem.detail}; ${problem.fix}`]),
  ];
}
