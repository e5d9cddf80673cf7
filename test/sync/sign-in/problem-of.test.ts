import { describe, expect, it } from 'vitest';
import { entraCodes } from '../../../src/sync/sign-in/entra-codes.ts';
import type { Exchange } from '../../../src/sync/sign-in/network.ts';
import { problemOf, type Circumstances } from '../../../src/sync/sign-in/problem-of.ts';
import { fixes } from '../../../src/sync/sign-in/sign-in-problem.ts';

const around = (more: Partial<Circumstances> = {}): Circumstances => ({
  seen: null,
  skewMs: 0,
  waitMs: 0,
  method: 'user',
  ...more,
});
const unanswered = (reason: string): Exchange => ({ kind: 'no-answer', host: 'login.example', reason });
const answered = (more: Partial<Extract<Exchange, { kind: 'answer' }>>): Exchange => ({
  kind: 'answer',
  host: 'login.example',
  status: 400,
  numbers: [],
  ...more,
});
/** An error as MSAL throws them. */
const thrown = (errorCode: string, name = 'AuthError', errorMessage = ''): Error =>
  Object.assign(new Error(errorMessage), { name, errorCode, errorMessage });

describe('what a failed sign-in means', () => {
  it.each([
    ['ENOTFOUND', 'offline'],
    ['ECONNRESET', 'offline'],
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'offline'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'offline'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'offline'],
    ['CERT_NOT_YET_VALID', 'clock-wrong'],
    ['CERT_HAS_EXPIRED', 'clock-wrong'],
    ['net::ERR_CERT_DATE_INVALID', 'clock-wrong'],
  ])('without an answer (%s) is %s', (reason, kind) => {
    expect(problemOf(thrown('network_error'), around({ seen: unanswered(reason) })).kind).toBe(kind);
  });

  it.each([
    ['invalid_grant', 'sign-in-needed'],
    ['login_required', 'sign-in-needed'],
    ['consent_required', 'consent-missing'],
    ['unauthorized_client', 'app-unknown'],
    ['authorization_declined', 'cancelled'],
    ['expired_token', 'cancelled'],
    ['invalid_scope', 'misconfigured'],
    ['temporarily_unavailable', 'service'],
    ['slow_down', 'throttled'],
    ['toString', 'unexpected'],
  ])('with the OAuth code %s is %s', (error, kind) => {
    expect(problemOf(thrown('x'), around({ seen: answered({ error }) })).kind).toBe(kind);
  });

  it.each([
    ['user', 'app-unknown'],
    ['secret', 'credential-wrong'],
    ['certificate', 'credential-wrong'],
  ] as const)('with invalid_client for a sign-in by %s is %s', (method, kind) => {
    const seen = answered({ error: 'invalid_client' });
    expect(problemOf(thrown('x'), around({ seen, method })).kind).toBe(kind);
  });

  it.each([
    ['no_tokens_found', 'InteractionRequiredAuthError', 'sign-in-needed'],
    ['something_new', 'InteractionRequiredAuthError', 'sign-in-needed'],
    ['openid_config_error', 'ClientAuthError', 'misconfigured'],
    ['authority_uri_insecure', 'ClientConfigurationError', 'misconfigured'],
    ['device_code_expired', 'ClientAuthError', 'cancelled'],
    ['state_mismatch', 'ClientAuthError', 'unexpected'],
  ])('from MSAL itself (%s, %s) is %s', (code, name, kind) => {
    expect(problemOf(thrown(code, name), around()).kind).toBe(kind);
  });

  it.each([new Error('token eyJhbGciOi'), 'eyJhbGciOi', null, { errorCode: 'eyJhb GciOi!' }])(
    'of whatever is thrown repeats no text (%#)',
    (error) => {
      const found = problemOf(error, around());
      expect(found.kind).toBe('unexpected');
      expect(JSON.stringify(found)).not.toContain('eyJ');
    },
  );

  it('takes the number before the code, and the first known of several', () => {
    const seen = answered({ error: 'invalid_grant', numbers: [1, 65001, 50173] });
    const found = problemOf(thrown('x'), around({ seen }));
    expect(found.kind).toBe('consent-missing');
    expect(found.detail).toBe('login.example: nobody has consented to what is asked for (AADSTS65001)');
  });

  it('passes on what the service demands, from its answer or from MSAL', () => {
    const seen = answered({ error: 'interaction_required', claims: '{"b":2}' });
    expect(problemOf(thrown('x'), around({ seen }))).toMatchObject({ claims: '{"b":2}' });
    const error = Object.assign(thrown('interaction_required'), { claims: '{"c":3}' });
    expect(problemOf(error, around())).toMatchObject({ kind: 'sign-in-needed', claims: '{"c":3}' });
  });

  it.each([
    [299_000, 'credential-wrong'],
    [301_000, 'clock-wrong'],
    [-301_000, 'clock-wrong'],
    [null, 'credential-wrong'],
  ])('blames the clock when it is off by more than five minutes (%s ms)', (skewMs, kind) => {
    const seen = answered({ error: 'invalid_client', numbers: [700027] });
    expect(problemOf(thrown('x'), around({ seen, skewMs, method: 'certificate' })).kind).toBe(kind);
  });

  it('does not blame the clock for a wrong secret, but mentions it', () => {
    const seen = answered({ error: 'invalid_client', numbers: [7000215] });
    const found = problemOf(thrown('x'), around({ seen, skewMs: 600_000, method: 'secret' }));
    expect(found.kind).toBe('credential-wrong');
    expect(found.detail).toContain('10 minutes behind');
  });

  it('tells how long to wait', () => {
    const found = problemOf(thrown('x'), around({ seen: answered({ status: 429 }), waitMs: 42_000 }));
    expect(found).toMatchObject({ kind: 'throttled', afterMs: 42_000 });
  });

  it('has one line and a fix for every number that it knows', () => {
    for (const [number, { kind }] of entraCodes) {
      const found = problemOf(thrown('x'), around({ seen: answered({ numbers: [number] }) }));
      expect(found.kind, String(number)).toBe(kind);
      expect(found.fix, String(number)).toMatch(/^[^\n]{10,200}$/);
      expect(found.detail).toContain(`AADSTS${number}`);
    }
    for (const fix of Object.values(fixes)) expect(fix).toMatch(/^[^\n]{10,200}$/);
  });
});
