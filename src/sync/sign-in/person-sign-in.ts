import type { AccountInfo, AuthenticationResult, PublicClientApplication } from '@azure/msal-node';
import { failed, messageOf, ok, type Result } from '../../shared/result.ts';
import { declineSignIn, pages } from './loopback.ts';
import { createNetwork, type Exchange, type NetworkOptions } from './network.ts';
import { problemOf } from './problem-of.ts';
import type { SecretStore } from './secret-store.ts';
import { authorityOf, type SignInConfig } from './sign-in-config.ts';
import { problem, type SignInProblem } from './sign-in-problem.ts';
import { createTokenCache } from './token-cache.ts';
import type { AccessToken, Account, PersonSignIn, SignInRequest, TokenResult } from './token-source.ts';

/** How long a person may take: in the browser at hand, or with a code on another device. */
const PATIENCE_MS = { browser: 5 * 60_000, 'device-code': 15 * 60_000 } as const;
const PUBLIC_HOST = 'login.microsoftonline.com';
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface SignInOptions extends NetworkOptions {
  readonly config: SignInConfig;
  readonly secrets: SecretStore;
  /** One line about something that went wrong and was got over. */
  readonly tell: (problem: string) => void;
}

/**
 * A person's sign-in as a public client: authorization code with PKCE in the system's browser (RFC 8252, RFC 7636), or
 * device code (RFC 8628); afterwards silent. MSAL is loaded at the first use.
 */
export function createPersonSignIn(options: SignInOptions): PersonSignIn {
  const { config } = options;
  const network = createNetwork(options);
  const cache = createTokenCache(options.secrets, options.tell);
  const inTurn = oneAtATime();
  let keptClient: PublicClientApplication | null = null;

  const newClient = async (): Promise<PublicClientApplication> => {
    const msal = await import('@azure/msal-node');
    const client: PublicClientApplication = new msal.PublicClientApplication({
      auth: authOf(config),
      cache: { cachePlugin: cache.plugin(() => client.clearCache()) },
      system: { networkClient: network.client },
    });
    return client;
  };
  const sharedClient = async (): Promise<PublicClientApplication> => (keptClient ??= await newClient());

  const problemWith = (error: unknown, seen: Exchange | null): SignInProblem =>
    problemOf(error, { seen, skewMs: network.skewMs(), waitMs: network.waitMs(), method: config.method });

  const personOf = async (client: PublicClientApplication): Promise<AccountInfo | null> =>
    (await client.getAllAccounts()).find((each) => isOfTenant(each.tenantId, config)) ?? null;

  const getToken = (scopes: readonly string[], claims?: string): Promise<TokenResult> =>
    network.watch(async (seen) => {
      try {
        const client = await sharedClient();
        const account = await personOf(client);
        if (account === null) return failed(problem('sign-in-needed', 'nobody is signed in on this device'));
        const asked = { account, scopes: [...scopes], ...(claims === undefined ? {} : { claims }) };
        return ok(tokenIn(await client.acquireTokenSilent(asked)));
      } catch (error) {
        return failed(problemWith(error, seen()));
      }
    });

  const signIn = (request: SignInRequest): Promise<Result<Account, SignInProblem>> => {
    const limit = AbortSignal.timeout(patienceOf(request));
    const ended = request.signal === undefined ? limit : AbortSignal.any([request.signal, limit]);
    return network.watch(async (seen) => {
      try {
        // A client of its own: tokens go on being renewed while the person types.
        const client = await newClient();
        const arrived = await arrivalOf(client, request, ended);
        return arrived.ok ? await settle(client, arrived.value, config) : arrived;
      } catch (error) {
        return failed(ended.aborted ? givenUp(limit.aborted) : problemWith(error, seen()));
      }
    }, ended);
  };

  return {
    getToken: (scopes, claims) => inTurn(() => getToken(scopes, claims)),
    signIn,
    // Not by MSAL, which would have to read the cache first: what cannot be read any more must be forgotten too.
    signOut: () => inTurn(() => cache.forget()),
    account: () =>
      inTurn(async () => {
        const account = await personOf(await sharedClient());
        return account === null ? null : accountOf(account);
      }),
    clockSkewMs: () => network.skewMs(),
  };
}

/**
 * MSAL empties its memory before it reads the cache anew: a second call at that moment would take that for a sign-out
 * and write it down.
 */
function oneAtATime(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  };
}

/** One person is signed in at a time: whoever was before is forgotten. */
async function settle(
  client: PublicClientApplication,
  { account }: AuthenticationResult,
  config: SignInConfig,
): Promise<Result<Account, SignInProblem>> {
  if (account === null) return failed(problem('unexpected', 'sign-in: the answer names no account'));
  const fits = isOfTenant(account.tenantId, config);
  for (const each of await client.getAllAccounts()) {
    const isThisOne = each.homeAccountId === account.homeAccountId;
    if (isThisOne !== fits) await client.signOut({ account: each });
  }
  if (!fits) return failed(problem('wrong-tenant', 'the account that signed in is of another tenant'));
  return ok(accountOf(account));
}

/** CP1: tokens may be revoked at once, as we pass claims challenges on (continuous access evaluation). */
export const authOf = (config: SignInConfig) => ({
  clientId: config.clientId,
  authority: authorityOf(config),
  // Microsoft's own hosts are known to MSAL; another one is to be trusted because the settings say so.
  knownAuthorities: new URL(config.loginUrl).host === PUBLIC_HOST ? [] : [new URL(config.loginUrl).host],
  clientCapabilities: ['CP1'],
});

/** Throws where the service's answer held none: a failure without a code. */
export function tokenIn(result: AuthenticationResult | null): AccessToken {
  if (result === null || result.expiresOn === null || result.accessToken === '') {
    throw new Error('the answer holds no token');
  }
  return { token: result.accessToken, expiresOn: result.expiresOn };
}

/** A tenant that is told by its domain cannot be compared; its own authority has then checked the account. */
const isOfTenant = (tenantId: string, config: SignInConfig): boolean =>
  !guid.test(config.tenantId) || tenantId.toLowerCase() === config.tenantId.toLowerCase();

const accountOf = ({ username, tenantId, homeAccountId }: AccountInfo): Account => ({
  username,
  tenantId,
  homeAccountId,
});

const givenUp = (late: boolean): SignInProblem =>
  problem('cancelled', late ? 'sign-in: nobody finished it in time' : 'sign-in: it was cancelled');

type Arrived = Result<AuthenticationResult, SignInProblem>;

function arrivalOf(
  client: PublicClientApplication,
  request: SignInRequest,
  ended: AbortSignal,
): Promise<Arrived> {
  return request.way.kind === 'browser'
    ? byBrowser(client, request, request.way.openBrowser, ended)
    : byDeviceCode(client, request, request.way.showCode, ended);
}

const patienceOf = ({ way, timeoutMs }: SignInRequest): number => timeoutMs ?? PATIENCE_MS[way.kind];

async function byBrowser(
  client: PublicClientApplication,
  { scopes, claims }: SignInRequest,
  openBrowser: (url: string) => Promise<Result<void>>,
  ended: AbortSignal,
): Promise<Arrived> {
  const browser: { problem?: string; address?: string } = {};
  const decline = (): void => {
    if (browser.address !== undefined) void declineSignIn(browser.address);
  };
  ended.addEventListener('abort', decline, { once: true });
  try {
    return ok(
      await client.acquireTokenInteractive({
        scopes: [...scopes],
        prompt: 'select_account',
        ...(claims === undefined ? {} : { claims }),
        successTemplate: pages.success,
        errorTemplate: pages.error,
        openBrowser: async (url) => {
          ended.throwIfAborted();
          browser.address = url;
          const opened = await openBrowser(url);
          if (opened.ok) return;
          browser.problem = opened.problem;
          throw new Error('no browser');
        },
      }),
    );
  } catch (error) {
    if (browser.problem === undefined) throw error;
    const fix = 'run "clipward sign-in --device-code" and finish in the browser of any device';
    return failed(problem('misconfigured', `no browser could be opened (${browser.problem})`, fix));
  } finally {
    ended.removeEventListener('abort', decline);
  }
}

async function byDeviceCode(
  client: PublicClientApplication,
  request: SignInRequest,
  showCode: Extract<SignInRequest['way'], { kind: 'device-code' }>['showCode'],
  ended: AbortSignal,
): Promise<Arrived> {
  const { scopes, claims } = request;
  const asked = {
    scopes: [...scopes],
    ...(claims === undefined ? {} : { claims }),
    cancel: false,
    deviceCodeCallback: (code: { userCode: string; verificationUri: string; expiresIn: number }): void =>
      showCode({
        code: code.userCode,
        url: code.verificationUri,
        expiresInMs: Math.min(code.expiresIn * 1000, patienceOf(request)),
      }),
  };
  const result = client.acquireTokenByDeviceCode(asked);
  const stopped = new Promise<never>((_resolve, reject) => {
    ended.addEventListener(
      'abort',
      () => {
        // Read before each question to the service; the wait between two of them cannot be cut short.
        asked.cancel = true;
        reject(new Error(messageOf(ended.reason)));
      },
      { once: true },
    );
  });
  const arrived = await Promise.race([result, stopped]);
  if (arrived === null) return failed(problem('unexpected', 'sign-in: the answer holds no token'));
  return ok(arrived);
}
