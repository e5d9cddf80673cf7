/** What stands between Clipward and a token. Each kind is something else to do; see `fixes`. */
export type SignInProblemKind =
  /** Nobody is signed in, or the sign-in has ended (expired, revoked, password changed, more is demanded). */
  | 'sign-in-needed'
  /** A permission was not granted, by the person or by the admin, or the person may not use the app. */
  | 'consent-missing'
  /** The tenant does not exist, or the account belongs to another one. */
  | 'wrong-tenant'
  /** The tenant has no such app registration, or it is switched off. */
  | 'app-unknown'
  /** The secret or the certificate is not one of the registration's. */
  | 'credential-wrong'
  | 'credential-expired'
  /** This device's clock is off by so much that the service refuses what was made here. */
  | 'clock-wrong'
  /** No answer from the service: no network, a proxy, or a page of the network that wants a sign-in of its own. */
  | 'offline'
  | 'throttled'
  /** The service has a fault. */
  | 'service'
  /** The person gave up, took too long, or was refused by a rule that only the admin can change. */
  | 'cancelled'
  | 'blocked'
  /** The registration or Clipward's settings do not fit together. */
  | 'misconfigured'
  /** This device cannot keep or read what signing in needs. */
  | 'storage'
  | 'unexpected';

interface Words {
  /** What is wrong and where, in one line; a code such as AADSTS65001, never the service's text. */
  readonly detail: string;
  /** What to do, in one line. */
  readonly fix: string;
}

export type SignInProblem = Words &
  (
    | {
        readonly kind: 'sign-in-needed';
        /** To be passed on to the next sign-in: what the service demands this time. */
        readonly claims?: string;
      }
    | {
        readonly kind: 'throttled' | 'service';
        /** Not before so many ms from now. */
        readonly afterMs: number;
      }
    | { readonly kind: Exclude<SignInProblemKind, 'sign-in-needed' | 'throttled' | 'service'> }
  );

export type PlainKind = Exclude<SignInProblemKind, 'throttled' | 'service'>;

/** What to do about each kind, unless a code says it better. */
export const fixes: Readonly<Record<SignInProblemKind, string>> = {
  'sign-in-needed': 'run "clipward sign-in", or choose "Sign in to Microsoft…" in the tray',
  'consent-missing':
    'let an admin open the app registration in Entra, "API permissions", and grant what docs/sign-in.md lists',
  'wrong-tenant':
    'check the tenant id in the settings (Entra, "Overview", "Tenant ID") and sign in with an account of that tenant',
  'app-unknown':
    'check the client id in the settings (Entra, "App registrations", "Application (client) ID")',
  'credential-wrong':
    'put in the secret\'s value, not its id ("clipward secret set client-secret"), or upload this certificate to the app registration',
  'credential-expired':
    'make a new secret or certificate in the app registration ("Certificates & secrets") and set it here',
  'clock-wrong': "set this device's clock (switch automatic time on), then try again",
  offline: 'check the network and the proxy; where a public network asks for a sign-in, open a browser first',
  throttled: 'wait: it is tried again by itself',
  service: 'wait: it is tried again by itself; status.azure.com tells of faults at Microsoft',
  cancelled: 'sign in once more, and finish in time',
  blocked:
    'ask the admin which Conditional Access rule refuses this device, this place or this way to sign in',
  misconfigured: 'compare the settings with the app registration',
  storage: 'make the data folder readable and writable for its owner, then sign in again',
  unexpected: 'try again; if it stays, report it with this code',
};

/** A problem of a kind that carries nothing else. `fix` where this case has a better one than its kind. */
export const problem = (kind: PlainKind, detail: string, fix: string = fixes[kind]): SignInProblem => ({
  kind,
  detail,
  fix,
});
