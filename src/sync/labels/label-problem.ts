/** What kind of thing stands between the tenant's labels and this device. Scripts and texts branch on it. */
export const labelProblemKinds = [
  'permission',
  'licence',
  'not-found',
  'answer-invalid',
  // Those of the sign-in (`SignInProblemKind`).
  'sign-in-needed',
  'consent-missing',
  'wrong-tenant',
  'app-unknown',
  'credential-wrong',
  'credential-expired',
  'clock-wrong',
  'offline',
  'throttled',
  'service',
  'cancelled',
  'blocked',
  'misconfigured',
  'storage',
  'unexpected',
] as const;
export type LabelProblemKind = (typeof labelProblemKinds)[number];

/** Why labels could not be had, and who can do what about it. Each text is one line, without any answer's text or token. */
export interface LabelProblem {
  readonly kind: LabelProblemKind;
  readonly detail: string;
  readonly fix: string;
  /** The service's wish: not again before, in ms from now. */
  readonly retryAfterMs?: number;
}

/** Whom the app asks as: itself, or the person who is signed in. */
export type GraphAccess = 'application' | 'delegated';

/** Larger differences make tokens invalid: Entra allows five minutes. */
const MAX_SKEW_MS = 5 * 60 * 1000;

/** What an answer other than 200 and 304 means. `code` is the error's own, null where it has none. */
export function problemOfStatus(answer: {
  readonly status: number;
  readonly code: string | null;
  readonly isLicence: boolean;
  /** How far the service's clock is ahead of this device's, in ms; null when it did not say. */
  readonly skewMs: number | null;
  readonly retryAfterMs: number | null;
  readonly permission: string;
  readonly access: GraphAccess;
}): LabelProblem {
  const { status, code, permission, access } = answer;
  const detail = `Microsoft Graph answered ${status}${code === null ? '' : ` (${code})`}`;
  const wait = answer.retryAfterMs === null ? {} : { retryAfterMs: answer.retryAfterMs };
  if (status === 401) return unauthorised(detail, answer.skewMs);
  if (status === 403 && answer.isLicence) {
    const fix =
      'assign a licence that includes Microsoft Purview Information Protection to the person or the tenant';
    return { kind: 'licence', detail, fix };
  }
  if (status === 403) return { kind: 'permission', detail, fix: grantFix(permission, access) };
  if (status === 400 || status === 404) {
    const fix = 'check the tenant and its cloud: this path is not offered there';
    return { kind: 'not-found', detail, fix };
  }
  if (status === 429)
    return { kind: 'throttled', detail, fix: 'nothing to do: it is tried again later', ...wait };
  if (status >= 300 && status < 400) {
    const fix = 'check the network: a sign-in page or proxy answers in place of Microsoft Graph';
    return { kind: 'answer-invalid', detail: `${detail}, a redirect; none is followed`, fix };
  }
  return { kind: 'service', detail, fix: 'nothing to do: it is tried again later', ...wait };
}

function unauthorised(detail: string, skewMs: number | null): LabelProblem {
  if (skewMs !== null && Math.abs(skewMs) > MAX_SKEW_MS) {
    const minutes = Math.round(Math.abs(skewMs) / 60_000);
    const clock = `this device's clock is ${minutes} minutes ${skewMs > 0 ? 'behind' : 'ahead'}`;
    return { kind: 'clock-wrong', detail: `${detail}; ${clock}`, fix: 'set the clock of this device' };
  }
  return { kind: 'sign-in-needed', detail, fix: 'sign in again' };
}

function grantFix(permission: string, access: GraphAccess): string {
  const consent =
    access === 'application' ? 'and give admin consent' : 'and let the person, or an admin, consent to it';
  return `add the ${access} permission ${permission} of Microsoft Graph to the app registration, ${consent}`;
}

/** Node's fetch puts the telling part into `cause`; only its code is told. */
export function problemOfFailure(error: unknown, timeoutMs: number): LabelProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError') {
    return { kind: 'offline', detail: 'given up because it was stopped', fix: 'try again' };
  }
  if (name === 'TimeoutError') {
    const detail = `Microsoft Graph gave no whole answer within ${timeoutMs / 1000} s`;
    return { kind: 'offline', detail, fix: 'check the network and the proxy' };
  }
  const code = codeOf(error);
  const detail = `Microsoft Graph could not be reached (${code})`;
  if (code === 'CERT_NOT_YET_VALID' || code === 'CERT_HAS_EXPIRED') {
    return {
      kind: 'clock-wrong',
      detail,
      fix: 'set the clock of this device; else look for a proxy on the way',
    };
  }
  if (code.includes('CERT') || code.includes('SIGNATURE')) {
    const fix = 'let the network pass graph.microsoft.com unopened, or trust the certificate of its proxy';
    return { kind: 'offline', detail, fix };
  }
  return {
    kind: 'offline',
    detail,
    fix: 'check the network, the proxy and the firewall for graph.microsoft.com',
  };
}

function codeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'no reason given';
}
