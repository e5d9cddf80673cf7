import { z } from 'zod';
import { parse, type Result } from '../../shared/result.ts';

/** Microsoft's public cloud; national clouds have their own host. */
const PUBLIC_CLOUD = 'https://login.microsoftonline.com';

/**
 * Which tenant and app registration to sign in with, and how. `user`: a person, as a public client without any secret.
 * `certificate` and `secret`: the app itself, for labs and servers; a secret is in the secret store, never here.
 */
const signInConfigSchema = z
  .strictObject({
    /** The directory's GUID, or one of its domains. `common` and `organizations` are no tenant of one company. */
    tenantId: z
      .string()
      .regex(/^(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[\w-]+(?:\.[\w-]+)+)$/, {
        error: "expected the tenant's GUID or one of its domains, such as contoso.onmicrosoft.com",
      }),
    clientId: z.guid("expected the app registration's application (client) id, a GUID"),
    loginUrl: z
      .url({ protocol: /^https$/, error: 'expected an https address without a path' })
      .refine((text) => new URL(text).pathname === '/' && new URL(text).username === '', {
        error: 'expected an https address without a path',
      })
      .default(PUBLIC_CLOUD),
    method: z.enum(['user', 'certificate', 'secret']).default('user'),
    /** PEM file with the certificate and its private key. */
    certificatePath: z.string().min(1).optional(),
  })
  .refine((config) => config.method !== 'certificate' || config.certificatePath !== undefined, {
    path: ['certificatePath'],
    error: 'expected the PEM file with certificate and key, as method is "certificate"',
  });
export type SignInConfig = z.infer<typeof signInConfigSchema>;

/** Checks tenant, client and method. `where` names their origin: a settings file, options of the command line. */
export const parseSignInConfig = (value: unknown, where: string): Result<SignInConfig> =>
  parse(signInConfigSchema, value, where);

/** The authority as MSAL wants it: host and tenant. */
export const authorityOf = (config: SignInConfig): string =>
  `${new URL(config.loginUrl).origin}/${config.tenantId}`;
