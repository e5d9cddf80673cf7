import { createPublicKey, X509Certificate } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import OpenIdProvider, { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { makeCertificate, trust, type CertificateFiles } from './tls.ts';

/** Ids of the fake tenant; any GUIDs. */
export const TENANT = '7d9c5f1e-3f0a-4a53-9f5e-0c1b2d3e4f50';
export const clients = {
  /** People's sign-in: public, with refresh tokens. */
  desktop: 'a1000000-0000-4000-8000-000000000001',
  secret: 'a1000000-0000-4000-8000-000000000002',
  certificate: 'a1000000-0000-4000-8000-000000000003',
} as const;
export const CLIENT_SECRET = 'fake-app-secret~Zq8.Lk3_7wXyT5vB1nM9pR2sD4';
/** Who signs in, whatever they type as their name. */
export interface Person {
  readonly username: string;
  readonly objectId: string;
}
const ALICE: Person = { username: 'alice@contoso.example', objectId: '5b6c7d8e-0000-4000-8000-00000000a11c' };

/** What the server answers instead of doing its work. `path` is part of the address. */
export interface Fault {
  readonly path: string;
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How many times; once unless told. */
  readonly times?: number;
}

/**
 * Entra's sign-in service over real TLS on loopback: a complete OpenID provider (npm oidc-provider) behind Entra's
 * paths, with its small differences: grant type `device_code`, `client_info`, `prompt=select_account`, `.default`, AADSTS
 * numbers in errors. It checks codes, PKCE, secrets and signed assertions for real.
 */
export class FakeEntra {
  /** How long access tokens live, in s. MSAL renews 300 s before the end: less than that is never used twice. */
  accessTokenSeconds = 3600;
  person: Person = ALICE;
  /** How often a device should ask whether the person is done, in s. Entra says 5; here a test should not wait. */
  deviceIntervalSeconds = 0.05;
  /** The tenant the signed-in account says it is of. */
  accountTenant: string = TENANT;
  /** The server's clock against this computer's, in ms: told in `Date`, and used for what was signed. */
  clockAheadMs = 0;
  /** False: errors carry OAuth's codes alone, as other providers' do. */
  tellsNumbers = true;
  /** AADSTS numbers by OAuth code, where a test wants others. */
  readonly numbers: Record<string, number> = { invalid_grant: 50173, invalid_client: 7000215 };
  /** Every request: method and path. */
  readonly requests: string[] = [];
  readonly #faults: (Fault & { left: number })[] = [];
  readonly #grants = new Set<{ destroy(): Promise<unknown> }>();
  #server: Server | null = null;
  #provider: OpenIdProvider | null = null;
  #tls: CertificateFiles | null = null;
  #origin = '';
  /** The public half of what the certificate client signs with. */
  readonly clientCertificate: CertificateFiles;

  constructor() {
    this.clientCertificate = makeCertificate('client', 'clipward-lab');
  }

  /** Starts, and makes this process trust it. */
  async start(): Promise<this> {
    // It says on every start that its forms and keys are for tests only.
    const say = { warn: console.warn, info: console.info };
    for (const level of ['warn', 'info'] as const) {
      console[level] = (...said: unknown[]) =>
        String(said[0]).startsWith('oidc-provider ') ? undefined : say[level](...said);
    }
    this.#tls = makeCertificate('server');
    trust(this.#tls.certificate);
    this.#server = createServer({ key: this.#tls.key, cert: this.#tls.certificate }, (request, response) =>
      this.#serve(request, response),
    );
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    this.#origin = `https://localhost:${(this.#server.address() as AddressInfo).port}`;
    this.#provider = this.#createProvider();
    return this;
  }

  /** For `loginUrl` in the settings. */
  get origin(): string {
    return this.#origin;
  }

  /** A file that a program of its own needs to trust this server (NODE_EXTRA_CA_CERTS). */
  get caFile(): string {
    return this.#tls?.certificatePath ?? '';
  }

  /** Where a person types in a device code. */
  get deviceUrl(): string {
    return `${this.#origin}/device`;
  }

  /** As new, but for the addresses and the certificate. */
  reset(): void {
    this.accessTokenSeconds = 3600;
    this.person = ALICE;
    this.deviceIntervalSeconds = 0.05;
    this.accountTenant = TENANT;
    this.clockAheadMs = 0;
    this.tellsNumbers = true;
    this.requests.length = 0;
    this.#faults.length = 0;
  }

  /** How many tokens were asked for since the last reset. */
  get tokenRequests(): number {
    return this.requests.filter((request) => request.endsWith('/oauth2/v2.0/token')).length;
  }

  answerInstead(fault: Fault): void {
    this.#faults.push({ ...fault, left: fault.times ?? 1 });
  }

  /** As an admin who revokes sessions: refresh tokens and consent of everyone are gone. */
  async revokeEverything(): Promise<void> {
    for (const grant of this.#grants) await grant.destroy();
    this.#grants.clear();
  }

  /** What a service that is sent this token may rely on; null when it is none of ours, or over. */
  async scopesOf(token: string): Promise<readonly string[] | null> {
    const found =
      (await this.#provider?.AccessToken.find(token)) ??
      (await this.#provider?.ClientCredentials.find(token));
    return found === undefined ? null : (found.scope ?? '').split(' ');
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
    this.#tls?.remove();
    this.clientCertificate.remove();
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.#origin);
    this.requests.push(`${request.method} ${url.pathname}`);
    response.setHeader('date', new Date(Date.now() + this.clockAheadMs).toUTCString());
    const fault = this.#faults.find((each) => each.left > 0 && url.pathname.includes(each.path));
    if (fault !== undefined) {
      fault.left -= 1;
      request.resume();
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      response.end(fault.body);
      return;
    }
    if (url.pathname === `/${TENANT}/v2.0/.well-known/openid-configuration`) {
      request.url = '/.well-known/openid-configuration';
    } else if (url.pathname.endsWith('/.well-known/openid-configuration')) {
      response.writeHead(400, { 'content-type': 'application/json' });
      const said = 'AADSTS90002: Tenant not found. Check to make sure you have the correct tenant ID.';
      response.end(
        JSON.stringify({ error: 'invalid_tenant', error_description: said, error_codes: [90002] }),
      );
      return;
    } else if (url.pathname.endsWith('/oauth2/v2.0/authorize')) {
      // The provider knows no "select_account"; its form asks for a name anyway. It gives offline access only with consent.
      url.searchParams.set('prompt', 'consent');
      request.url = `${url.pathname}${url.search}`;
    }
    void this.#provider?.callback()(request, response);
  }

  #createProvider(): OpenIdProvider {
    const provider = new OpenIdProvider(this.#origin, this.#configuration());
    provider.use(async (ctx, next) => {
      if (ctx.method === 'POST' && ctx.path.endsWith('/oauth2/v2.0/token')) await translateGrant(ctx.req);
      await next();
      const oidc = ctx as KoaContextWithOIDC;
      if (oidc.oidc?.route === 'token') this.#imitate(oidc);
      if (oidc.oidc?.route === 'device_authorization') this.#imitateDeviceCode(oidc);
    });
    provider.on('grant.saved', (grant) => this.#grants.add(grant));
    provider.on('refresh_token.saved', (token) => this.#grants.add(token));
    return provider;
  }

  #configuration(): Configuration {
    const jwk = createPublicKey(this.clientCertificate.certificate).export({ format: 'jwk' });
    const entra = `/${TENANT}/oauth2/v2.0`;
    return {
      clients: [
        {
          client_id: clients.desktop,
          application_type: 'native',
          token_endpoint_auth_method: 'none',
          redirect_uris: ['http://localhost'],
          response_types: ['code'],
          grant_types: [
            'authorization_code',
            'refresh_token',
            'urn:ietf:params:oauth:grant-type:device_code',
          ],
        },
        { client_id: clients.secret, client_secret: CLIENT_SECRET, ...appOnly('client_secret_post') },
        {
          client_id: clients.certificate,
          jwks: { keys: [{ ...jwk, kty: 'RSA', use: 'sig' }] },
          ...appOnly('private_key_jwt'),
        },
      ],
      clientAuthMethods: ['none', 'client_secret_post', 'private_key_jwt'],
      scopes: [
        'openid',
        'offline_access',
        'profile',
        'https://graph.microsoft.com/SensitivityLabel.Read',
        'https://graph.microsoft.com/InformationProtectionPolicy.Read',
        'https://graph.microsoft.com/.default',
      ],
      features: {
        clientCredentials: { enabled: true },
        deviceFlow: { enabled: true },
        devInteractions: { enabled: true },
        resourceIndicators: { enabled: false },
      },
      routes: {
        authorization: `${entra}/authorize`,
        token: `${entra}/token`,
        device_authorization: `${entra}/devicecode`,
        code_verification: '/device',
        jwks: `/${TENANT}/discovery/v2.0/keys`,
      },
      claims: { openid: ['sub', 'oid', 'tid', 'preferred_username', 'name'] },
      conformIdTokenClaims: false,
      findAccount: (_ctx, id) => ({
        accountId: id,
        claims: () => ({
          sub: id,
          oid: this.person.objectId,
          tid: this.accountTenant,
          preferred_username: this.person.username,
          name: this.person.username,
        }),
      }),
      issueRefreshToken: () => true,
      rotateRefreshToken: true,
      clockTolerance: 60,
      ttl: {
        AccessToken: () => this.accessTokenSeconds,
        ClientCredentials: () => this.accessTokenSeconds,
        DeviceCode: 600,
        Grant: 86_400,
        IdToken: 3600,
        Interaction: 600,
        RefreshToken: 86_400,
        Session: 86_400,
      },
      assertJwtClientAuthClaimsAndHeader: (_ctx, claims, header) => {
        // By this Entra finds the certificate.
        const { fingerprint256 } = new X509Certificate(this.clientCertificate.certificate);
        const thumbprint = Buffer.from(fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
        if (header['x5t#S256'] !== thumbprint) throw new errors.InvalidClientAuth('unknown certificate');
        const now = (Date.now() + this.clockAheadMs) / 1000;
        if (Number(claims['nbf']) > now + 300 || Number(claims['exp']) < now - 300) {
          throw new errors.InvalidClientAuth('the assertion is not within its valid time range');
        }
      },
      cookies: { keys: ['only for tests'] },
    };
  }

  /** What Entra's token endpoint adds: who the person is in which tenant, and numbers in errors. */
  #imitate(ctx: KoaContextWithOIDC): void {
    const body = ctx.body as { error?: string };
    if (body.error === undefined) {
      // An app of its own stands for no person.
      if (ctx.oidc.params?.['grant_type'] === 'client_credentials') return;
      const info = { uid: this.person.objectId, utid: this.accountTenant };
      ctx.body = { ...body, client_info: Buffer.from(JSON.stringify(info)).toString('base64url') };
      return;
    }
    const number = this.#numberFor(body.error, ctx);
    if (!this.tellsNumbers || number === null) return;
    // Entra's texts name people and requests; ours must never repeat them.
    const said = `AADSTS${number}: something about ${this.person.username}. Trace ID: 0000 Correlation ID: 0000`;
    ctx.body = { ...body, error_description: said, error_codes: [number] };
  }

  #imitateDeviceCode(ctx: KoaContextWithOIDC): void {
    const body = ctx.body as Record<string, unknown>;
    if (body['error'] !== undefined) return;
    ctx.body = { ...body, interval: this.deviceIntervalSeconds, message: 'Open the page and type the code.' };
  }

  #numberFor(error: string, ctx: KoaContextWithOIDC): number | null {
    if (error === 'invalid_client' && ctx.oidc.client === undefined) return 700016;
    const signed = ctx.oidc.params?.['client_assertion'] !== undefined;
    if (error === 'invalid_client' && signed) return this.clockAheadMs === 0 ? 700027 : 700024;
    return this.numbers[error] ?? null;
  }
}

const appOnly = (method: 'client_secret_post' | 'private_key_jwt') => ({
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
  token_endpoint_auth_method: method,
});

/** Entra takes the grant type by its short name, which is what MSAL sends. */
async function translateGrant(request: IncomingMessage & { body?: unknown }): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
  if (form['grant_type'] === 'device_code') {
    form['grant_type'] = 'urn:ietf:params:oauth:grant-type:device_code';
  }
  request.body = form;
}
