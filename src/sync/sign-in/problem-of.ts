import { z } from 'zod';
import { entraCodes } from './entra-codes.ts';
import type { Exchange } from './network.ts';
import { numbersIn } from './oauth-fault.ts';
import { fixes, problem, type PlainKind, type SignInProblem } from './sign-in-problem.ts';

/** A clock further off than this is likely the cause; Entra allows five minutes (Kerberos' and JWT libraries' usual leeway). */
const MAX_SKEW_MS = 5 * 60_000;

export interface Circumstances {
  /** What the last request came to; null when none was made. */
  readonly seen: Exchange | null;
  readonly skewMs: number | null;
  /** How long the service still wants to be left alone, in ms. */
  readonly waitMs: number;
  readonly method: 'user' | 'certificate' | 'secret';
}

/** The part of MSAL's errors that may be looked at. `errorMessage` can hold anything: only AADSTS numbers are read from it. */
const thrownSchema = z.object({
  name: z
    .string()
    .regex(/^\w{1,64}$/)
    .catch('Error'),
  errorCode: z.string().catch('none'),
  errorMessage: z.string().catch(''),
  claims: z.string().optional().catch(undefined),
});
type Thrown = z.infer<typeof thrownSchema>;

/**
 * What a failed call of MSAL means, from what came over the wire first, then from MSAL's own codes. One line each, made
 * of our words, hosts and codes: neither the service's texts nor anything that was sent can get into it.
 */
export function problemOf(thrown: unknown, around: Circumstances): SignInProblem {
  const parsed = thrownSchema.safeParse(thrown);
  const error: Thrown = parsed.success
    ? parsed.data
    : { name: typeof thrown, errorCode: 'none', errorMessage: '' };
  const { seen } = around;
  if (seen?.kind === 'no-answer') return noAnswer(seen.host, seen.reason);
  if (seen?.kind === 'not-the-service') {
    const who = `something else answered instead of ${seen.host} (${seen.status})`;
    return problem('offline', `${who}: a public network's own page, or a proxy`);
  }
  const resting = busy(seen, around);
  if (resting !== null) return resting;
  const answered = seen?.kind === 'answer' ? seen : null;
  // The last answer may have gone well, and the browser have brought the failure.
  const fault = answered?.error === undefined && answered?.numbers.length === 0 ? null : answered;
  const where = answered?.host ?? 'sign-in';
  return (
    byNumber(fault?.numbers ?? numbersIn(error.errorMessage), where, fault?.claims ?? error.claims, around) ??
    byCode(fault?.error ?? error.errorCode, where, fault?.claims ?? error.claims, around) ??
    byClass(error, where)
  );
}

/** Untrusted or outdated certificates of the service, as Node and Chromium name them. */
const certificateDates = /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CERT_DATE_INVALID/;
const certificateTrust =
  /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|CERT_(?:AUTHORITY|COMMON_NAME)|ALTNAME|ERR_SSL/;

function noAnswer(host: string, reason: string): SignInProblem {
  const detail = `no answer from ${host} (${reason})`;
  if (certificateDates.test(reason)) {
    return problem(
      'clock-wrong',
      `the certificate of ${host} is not valid at this device's time (${reason})`,
    );
  }
  if (certificateTrust.test(reason)) {
    const fix = "let the company's network team say which CA the proxy uses, and install it on this device";
    return problem('offline', `the certificate of ${host} is not trusted here (${reason})`, fix);
  }
  return problem('offline', detail);
}

/** 429, 5xx, or nothing sent because of an earlier one. */
function busy(seen: Exchange | null, { waitMs }: Circumstances): SignInProblem | null {
  const afterMs = Math.max(waitMs, 1000);
  const seconds = Math.ceil(afterMs / 1000);
  if (seen?.kind === 'not-sent') {
    const detail = `${seen.host} asked to be left alone for another ${seconds} s`;
    return { kind: 'throttled', detail, fix: fixes.throttled, afterMs };
  }
  if (seen?.kind !== 'answer') return null;
  if (seen.status === 429) {
    const detail = `${seen.host} has had too many requests (429); it wants ${seconds} s of rest`;
    return { kind: 'throttled', detail, fix: fixes.throttled, afterMs };
  }
  if (seen.status >= 500) {
    return {
      kind: 'service',
      detail: `${seen.host} has a fault (${seen.status})`,
      fix: fixes.service,
      afterMs,
    };
  }
  return null;
}

function byNumber(
  numbers: readonly number[],
  where: string,
  claims: string | undefined,
  around: Circumstances,
): SignInProblem | null {
  const number = numbers.find((each) => entraCodes.has(each));
  const code = number === undefined ? undefined : entraCodes.get(number);
  if (code === undefined) return null;
  return made(code.kind, `${where}: ${code.means} (AADSTS${number})`, claims, around, code.fix);
}

/** OAuth's codes (RFC 6749 4.1.2.1 and 5.2, RFC 8628 3.5, OpenID Connect Core 3.1.2.6), Entra's few more, and MSAL's own. */
const oauthCodes: Readonly<
  Record<string, readonly [kind: PlainKind | 'service' | 'throttled', means: string]>
> = {
  invalid_grant: ['sign-in-needed', 'the sign-in is no longer valid'],
  interaction_required: ['sign-in-needed', 'something is asked of the person'],
  login_required: ['sign-in-needed', 'the person has to sign in'],
  bad_token: ['sign-in-needed', 'the sign-in is no longer valid'],
  no_tokens_found: ['sign-in-needed', 'nobody is signed in'],
  no_account_found: ['sign-in-needed', 'nobody is signed in'],
  refresh_token_expired: ['sign-in-needed', 'the sign-in has expired'],
  consent_required: ['consent-missing', 'consent is missing'],
  unauthorized_client: ['app-unknown', 'the tenant has no such app, or does not allow it this'],
  access_denied: ['cancelled', 'the person, or a rule, said no'],
  authorization_declined: ['cancelled', 'the person said no'],
  expired_token: ['cancelled', 'the code was not used in time'],
  device_code_expired: ['cancelled', 'the code was not used in time'],
  device_code_polling_cancelled: ['cancelled', 'given up'],
  user_timeout_reached: ['cancelled', 'the code was not used in time'],
  user_canceled: ['cancelled', 'given up'],
  invalid_scope: ['misconfigured', 'a scope is not known there'],
  invalid_target: ['misconfigured', 'the resource is not known there'],
  invalid_resource: ['misconfigured', 'the resource is not known there'],
  invalid_request: ['misconfigured', 'the request is not valid'],
  unsupported_grant_type: ['misconfigured', 'this way to sign in is not offered'],
  openid_config_error: ['misconfigured', 'there is no sign-in service at this address'],
  endpoints_resolution_error: ['misconfigured', 'there is no sign-in service at this address'],
  temporarily_unavailable: ['service', 'not available for now'],
  server_error: ['service', 'a fault at the service'],
  slow_down: ['throttled', 'asked too often'],
};

function byCode(
  code: string,
  where: string,
  claims: string | undefined,
  around: Circumstances,
): SignInProblem | null {
  if (code === 'invalid_client') {
    if (around.method === 'user')
      return made('app-unknown', `${where}: the app is not known (${code})`, claims, around);
    return made(
      'credential-wrong',
      `${where}: the app's ${around.method} was refused (${code})`,
      claims,
      around,
    );
  }
  const row = Object.hasOwn(oauthCodes, code) ? oauthCodes[code] : undefined;
  return row === undefined ? null : made(row[0], `${where}: ${row[1]} (${code})`, claims, around);
}

function byClass({ name, errorCode }: Thrown, where: string): SignInProblem {
  const code = /^\w{1,64}$/.test(errorCode) ? errorCode : 'no code';
  if (name === 'ClientConfigurationError')
    return problem('misconfigured', `${where}: refused by MSAL (${code})`);
  if (name === 'InteractionRequiredAuthError') {
    return problem('sign-in-needed', `${where}: something is asked of the person (${code})`);
  }
  return problem('unexpected', `${where}: unexpected (${name}, ${code})`);
}

function made(
  kind: PlainKind | 'service' | 'throttled',
  detail: string,
  claims: string | undefined,
  { skewMs, waitMs, method }: Circumstances,
  fix?: string,
): SignInProblem {
  if (kind === 'service' || kind === 'throttled') {
    return { kind, detail, fix: fixes[kind], afterMs: Math.max(waitMs, 1000) };
  }
  const isOff = skewMs !== null && Math.abs(skewMs) > MAX_SKEW_MS;
  // A signed request of another time is refused like one with a wrong key.
  if (isOff && (kind === 'clock-wrong' || (kind === 'credential-wrong' && method === 'certificate'))) {
    return problem('clock-wrong', `${detail}; ${skewWords(skewMs)}`);
  }
  const told = isOff ? `${detail}; ${skewWords(skewMs)}` : detail;
  if (kind === 'sign-in-needed' && claims !== undefined && claims !== '') {
    return { kind, detail: told, fix: fix ?? fixes[kind], claims };
  }
  return problem(kind, told, fix);
}

/** How far this device's clock is off, for people: the service's time is taken for the right one. */
function skewWords(skewMs: number): string {
  const minutes = Math.round(Math.abs(skewMs) / 60_000);
  return `this device's clock is ${minutes} minutes ${skewMs > 0 ? 'behind' : 'ahead'}`;
}
