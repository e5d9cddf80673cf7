import type { ConfidentialClientApplication } from '@azure/msal-node';
import { failed, ok, type Result } from '../../shared/result.ts';
import { readCredential } from './credential.ts';
import { createNetwork } from './network.ts';
import { authOf, tokenIn, type SignInOptions } from './person-sign-in.ts';
import { problemOf } from './problem-of.ts';
import type { SignInProblem } from './sign-in-problem.ts';
import type { TokenResult, TokenSource } from './token-source.ts';

const worthReadingAnew: ReadonlySet<SignInProblem['kind']> = new Set([
  'credential-wrong',
  'credential-expired',
  'clock-wrong',
]);

/**
 * The app's own sign-in (client credentials, RFC 6749 4.4) with a certificate or a secret, for labs and servers. Its
 * tokens stay in memory: a restart asks for a new one. After a refusal the credential is read anew, so that a new
 * secret or certificate takes effect without a restart.
 */
export function createAppSignIn(options: SignInOptions): TokenSource {
  const { config, secrets, now = () => new Date() } = options;
  const network = createNetwork(options);
  let client: ConfidentialClientApplication | null = null;

  const open = async (): Promise<Result<ConfidentialClientApplication, SignInProblem>> => {
    if (client !== null) return ok(client);
    const credential = await readCredential(config, secrets, now());
    if (!credential.ok) return credential;
    const { ConfidentialClientApplication } = await import('@azure/msal-node');
    client = new ConfidentialClientApplication({
      auth: { ...authOf(config), ...credential.value },
      system: { networkClient: network.client },
    });
    return ok(client);
  };

  const getToken = (scopes: readonly string[], claims?: string): Promise<TokenResult> =>
    network.watch(async (seen) => {
      const opened = await open();
      if (!opened.ok) return opened;
      try {
        const request = { scopes: [...scopes], ...(claims === undefined ? {} : { claims }) };
        return ok(tokenIn(await opened.value.acquireTokenByClientCredential(request)));
      } catch (error) {
        const around = { skewMs: network.skewMs(), waitMs: network.waitMs(), method: config.method };
        const problem = problemOf(error, { seen: seen(), ...around });
        if (worthReadingAnew.has(problem.kind)) client = null;
        return failed(problem);
      }
    });

  return { getToken, account: () => Promise.resolve(null), clockSkewMs: () => network.skewMs() };
}
