import type { PlainKind } from './sign-in-problem.ts';

/** What one of Entra's AADSTS numbers means for us. */
export interface EntraCode {
  readonly kind: PlainKind | 'throttled' | 'service';
  readonly means: string;
  /** Where it says more than the fix of its kind. */
  readonly fix?: string;
}

const consentFix = 'let an admin grant consent: Entra, "App registrations", this app, "API permissions"';
const publicClientFix =
  'in the app registration, "Authentication", set "Allow public client flows" to Yes for people\'s sign-in';

/**
 * Entra's error numbers (learn.microsoft.com/entra/identity-platform/reference-error-codes), as far as this app can meet
 * them. They were not provoked on a real tenant: the tests answer with them. A number that is not here is judged by its
 * OAuth code.
 */
export const entraCodes: ReadonlyMap<number, EntraCode> = new Map<number, EntraCode>([
  // The sign-in has ended, or more is demanded of the person.
  [16000, needed('the account has to be chosen')],
  [50055, needed('the password has expired')],
  [50058, needed('no session')],
  [50072, needed('a second factor has to be set up')],
  [50074, needed('a second factor is demanded')],
  [50076, needed('a second factor is demanded')],
  [50078, needed('the second factor has expired')],
  [50079, needed('a second factor has to be set up')],
  [50085, needed('the refresh token needs a sign-in')],
  [50089, needed('the sign-in has expired')],
  [50097, needed('the device has to identify itself')],
  [50132, needed('the session was revoked, or the password changed')],
  [50133, needed('the session was revoked, or the password changed')],
  [50158, needed('another check is demanded')],
  [50173, needed('the sign-in was revoked, or the password changed')],
  [65002, { kind: 'consent-missing', means: 'consent between the two apps is missing', fix: consentFix }],
  [70000, needed('the refresh token is not valid')],
  [70008, needed('the refresh token has expired')],
  [70043, needed('the refresh token has expired by a rule of the company')],
  [70044, needed('the session has expired')],
  [700081, needed('the refresh token has reached its longest life')],
  [700082, needed('the refresh token was not used for too long')],
  [700084, needed('the refresh token has reached its longest life')],
  // Permissions.
  [65001, { kind: 'consent-missing', means: 'nobody has consented to what is asked for', fix: consentFix }],
  [65004, { kind: 'consent-missing', means: 'the person declined to consent' }],
  [90008, { kind: 'consent-missing', means: 'the app must ask for a permission of Graph', fix: consentFix }],
  [90094, { kind: 'consent-missing', means: 'an admin has to consent', fix: consentFix }],
  [900941, { kind: 'consent-missing', means: 'an admin has to consent', fix: consentFix }],
  [
    50105,
    {
      kind: 'consent-missing',
      means: 'the person is not assigned to the app',
      fix: 'let an admin assign the person: Entra, "Enterprise applications", this app, "Users and groups"',
    },
  ],
  // Tenant and account.
  [50020, { kind: 'wrong-tenant', means: 'the account is of another tenant' }],
  [50034, { kind: 'wrong-tenant', means: 'the tenant has no such account' }],
  [50059, { kind: 'wrong-tenant', means: 'the tenant is not told' }],
  [50128, { kind: 'wrong-tenant', means: 'the domain belongs to no tenant' }],
  [50194, { kind: 'wrong-tenant', means: 'the app is for one tenant and was asked for through another' }],
  [51004, { kind: 'wrong-tenant', means: 'the tenant has no such account' }],
  [90002, { kind: 'wrong-tenant', means: 'there is no such tenant' }],
  [90013, { kind: 'misconfigured', means: 'the request is not valid' }],
  [90019, { kind: 'wrong-tenant', means: 'the tenant is not told' }],
  [90023, { kind: 'wrong-tenant', means: 'the tenant is not told' }],
  [90072, { kind: 'wrong-tenant', means: 'the account is of another tenant' }],
  [900021, { kind: 'wrong-tenant', means: 'the tenant is not told' }],
  [900023, { kind: 'wrong-tenant', means: 'neither a GUID nor a domain of a tenant' }],
  // The registration.
  [70001, { kind: 'app-unknown', means: 'the tenant has no such app' }],
  [700016, { kind: 'app-unknown', means: 'the tenant has no such app' }],
  [7000112, { kind: 'app-unknown', means: 'the app is switched off in the tenant' }],
  [
    500011,
    { kind: 'misconfigured', means: 'the resource asked for is unknown in the tenant', fix: consentFix },
  ],
  [500014, { kind: 'misconfigured', means: 'the resource asked for is switched off in the tenant' }],
  [650052, { kind: 'misconfigured', means: 'the tenant has no licence for the resource asked for' }],
  [
    650057,
    { kind: 'misconfigured', means: "the resource is not among the app's permissions", fix: consentFix },
  ],
  [70011, { kind: 'misconfigured', means: 'a scope is not valid' }],
  [1002012, { kind: 'misconfigured', means: 'an app must ask for ".default"' }],
  [
    50011,
    {
      kind: 'misconfigured',
      means: 'the address to come back to is not registered',
      fix: 'in the app registration, "Authentication", add the platform "Mobile and desktop" with http://localhost',
    },
  ],
  [500113, { kind: 'misconfigured', means: 'no address to come back to is registered' }],
  [7000218, { kind: 'misconfigured', means: 'the app may not sign people in', fix: publicClientFix }],
  [700025, { kind: 'misconfigured', means: 'the app is registered without a secret or certificate' }],
  // The app's own credential.
  [70002, { kind: 'credential-wrong', means: 'the credential is not valid' }],
  [50012, { kind: 'credential-wrong', means: 'the credential is not valid' }],
  [700027, { kind: 'credential-wrong', means: 'the certificate is not one of the app registration' }],
  [7000215, { kind: 'credential-wrong', means: 'the secret is wrong' }],
  [7000222, { kind: 'credential-expired', means: 'the secret has expired' }],
  [7000214, { kind: 'credential-expired', means: 'the certificate has expired' }],
  // Times.
  [50013, { kind: 'clock-wrong', means: 'the signed request is not valid now' }],
  [500133, { kind: 'clock-wrong', means: 'the signed request is not valid now' }],
  [700024, { kind: 'clock-wrong', means: 'the signed request is not valid now' }],
  // Refused by rule.
  [50053, { kind: 'blocked', means: 'the account is locked for now' }],
  [50057, { kind: 'blocked', means: 'the account is switched off' }],
  [50126, { kind: 'sign-in-needed', means: 'name or password is wrong' }],
  [53000, { kind: 'blocked', means: 'the device does not meet the rules of the company' }],
  [53001, { kind: 'blocked', means: 'the device is not joined' }],
  [53002, { kind: 'blocked', means: 'the app is not approved' }],
  [53003, { kind: 'blocked', means: 'Conditional Access refuses it' }],
  [53004, { kind: 'blocked', means: 'a second factor has to be set up elsewhere' }],
  [530032, { kind: 'blocked', means: 'a rule of the tenant refuses it' }],
  [530034, { kind: 'blocked', means: 'a rule refuses this way to sign in' }],
  [
    50199,
    { kind: 'blocked', means: 'the sign-in needs to be confirmed in the browser', fix: 'sign in once more' },
  ],
  // Given up.
  [50121, { kind: 'cancelled', means: 'the second factor was not given' }],
  [500121, { kind: 'cancelled', means: 'the second factor was not given' }],
  [70019, { kind: 'cancelled', means: 'the code has expired' }],
  [70020, { kind: 'cancelled', means: 'the code has expired' }],
  // The service.
  [50196, { kind: 'throttled', means: 'the same request came too often' }],
  [90055, { kind: 'throttled', means: 'too many requests' }],
  [70012, { kind: 'service', means: 'a fault at the service' }],
  [90006, { kind: 'service', means: 'an external server did not answer' }],
  [90024, { kind: 'service', means: 'the service is busy' }],
  [90033, { kind: 'service', means: 'a passing fault at the service' }],
]);

function needed(means: string): EntraCode {
  return { kind: 'sign-in-needed', means };
}
