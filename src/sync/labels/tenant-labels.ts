import { setTimeout as delay } from 'node:timers/promises';
import { failed, ok } from '../../shared/result.ts';
import { labelScopes, olderLabelScopes } from '../sign-in/scopes.ts';
import type { SignInConfig } from '../sign-in/sign-in-config.ts';
import type { SignInProblem } from '../sign-in/sign-in-problem.ts';
import type { TokenSource } from '../sign-in/token-source.ts';
import type { GetToken } from './graph-client.ts';
import { fetchLabels, type LabelsAnswer } from './graph-labels.ts';
import type { GraphAccess, LabelProblem } from './label-problem.ts';
import type { PriorityDirection } from './label-shape.ts';
import type { KnownAnswer } from './label-sync.ts';

export interface TenantLabelsOptions {
  readonly source: Pick<TokenSource, 'getToken'>;
  readonly config: Pick<SignInConfig, 'method' | 'tenantId'>;
  /** Checked by `graphUrlOf`. */
  readonly graphUrl: string;
  readonly direction: PriorityDirection;
  /** Electron's `net.fetch` in the app: it knows the system's proxies and certificates. */
  readonly fetch?: typeof globalThis.fetch;
  /** How long a busy service is waited for in one request, in ms. */
  readonly patienceMs?: number;
}

/** Asks one tenant for its labels, signed in as the settings say. What `createLabelSync` fetches with. */
export function tenantLabels(
  options: TenantLabelsOptions,
): (known: KnownAnswer | undefined, signal: AbortSignal) => Promise<LabelsAnswer> {
  const { config, graphUrl: origin, fetch, patienceMs } = options;
  const graph = {
    origin,
    getToken: tokensFrom(options),
    sleep,
    ...(fetch === undefined ? {} : { fetch }),
    ...(patienceMs === undefined ? {} : { patienceMs }),
  };
  return (known, signal) =>
    fetchLabels(graph, {
      access: accessOf(config),
      tenantId: config.tenantId,
      direction: options.direction,
      signal,
      ...(known === undefined ? {} : { known }),
    });
}

/** Whom Graph sees: the person, or the app itself. */
export const accessOf = ({ method }: Pick<SignInConfig, 'method'>): GraphAccess =>
  method === 'user' ? 'delegated' : 'application';

/** Tokens for a cloud are asked for by its own name; a Graph on this computer stands for the public one (undefined). */
export const graphResourceOf = (graphUrl: string): string | undefined =>
  graphUrl.startsWith('https:') ? graphUrl : undefined;

function tokensFrom({ source, config, graphUrl }: TenantLabelsOptions): GetToken {
  const resource = graphResourceOf(graphUrl);
  return async ({ purpose, claims }) => {
    const scopes = purpose === 'labels' ? labelScopes : olderLabelScopes;
    const token = await source.getToken(scopes(config.method, resource), claims);
    return token.ok ? ok(token.value.token) : failed(fromSignIn(token.problem));
  };
}

const fromSignIn = (problem: SignInProblem): LabelProblem => ({
  kind: problem.kind,
  detail: problem.detail,
  fix: problem.fix,
  ...('afterMs' in problem ? { retryAfterMs: problem.afterMs } : {}),
});

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal }).catch(() => undefined);
