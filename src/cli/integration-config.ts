import { failed, type Result } from '../shared/result.ts';
import type { IntegrationOptions } from './integration-options.ts';
import { parseSignInConfig, type SignInConfig } from '../sync/sign-in/sign-in-config.ts';

/**
 * Which tenant and app to sign in with: options first, then the environment (CLIPWARD_TENANT, CLIPWARD_CLIENT,
 * CLIPWARD_LOGIN_URL for national clouds). None of them is a secret. The only place that decides it.
 */
export function integrationConfig(
  options: IntegrationOptions,
  env: NodeJS.ProcessEnv = process.env,
): Result<SignInConfig> {
  const tenantId = options.tenant ?? env['CLIPWARD_TENANT'];
  const clientId = options.client ?? env['CLIPWARD_CLIENT'];
  const loginUrl = env['CLIPWARD_LOGIN_URL'];
  if (tenantId === undefined || clientId === undefined) {
    const missing =
      tenantId === undefined ? 'tenant (--tenant or CLIPWARD_TENANT)' : 'app (--client or CLIPWARD_CLIENT)';
    return failed(`integration: no ${missing}; both ids are in Entra, "App registrations", "Overview"`);
  }
  return parseSignInConfig(
    {
      tenantId,
      clientId,
      method: methodOf(options),
      ...(loginUrl === undefined ? {} : { loginUrl }),
      ...(options.certificate === undefined ? {} : { certificatePath: options.certificate }),
    },
    'integration',
  );
}

function methodOf(options: IntegrationOptions): SignInConfig['method'] {
  if (options.certificate !== undefined) return 'certificate';
  return options.appSecret === true ? 'secret' : 'user';
}
