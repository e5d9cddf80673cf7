import type { Result } from '../../shared/result.ts';
import type { SignInProblem } from './sign-in-problem.ts';

/** A bearer token for one resource. The token itself goes into an `authorization` header and nowhere else. */
export interface AccessToken {
  readonly token: string;
  readonly expiresOn: Date;
}

/** Who is signed in on this device. */
export interface Account {
  /** The name people sign in with, mostly an e-mail address. */
  readonly username: string;
  readonly tenantId: string;
  /** Stable id of the person across tenants: `<object id>.<tenant id>`. */
  readonly homeAccountId: string;
}

export type TokenResult = Result<AccessToken, SignInProblem>;

/**
 * Gives tokens without asking anyone: from the cache, by the refresh token, or by the app's own certificate or secret.
 * This interface is all that the rest of Clipward knows of sign-in, so that the library behind it can be replaced.
 */
export interface TokenSource {
  /**
   * Scopes are those of one resource (`scopes.ts`). `claims` is what a service demanded in its 401 answer (a claims
   * challenge, JSON text): the cached token is then not good enough. Never rejects.
   */
  getToken(scopes: readonly string[], claims?: string): Promise<TokenResult>;
  /** Null: nobody is signed in, or the app signs in by itself and stands for no person. */
  account(): Promise<Account | null>;
  /** How far the sign-in service's clock is ahead of this device's, in ms, as last seen; null before the first answer. */
  clockSkewMs(): number | null;
}

/** What a person types in on another device to sign in here. */
export interface DeviceCode {
  readonly code: string;
  /** Where they type it. */
  readonly url: string;
  readonly expiresInMs: number;
}

/** How a person signs in: in this device's browser, or by a code on any other device. */
export type SignInWay =
  | { readonly kind: 'browser'; readonly openBrowser: (url: string) => Promise<Result<void>> }
  | { readonly kind: 'device-code'; readonly showCode: (code: DeviceCode) => void };

export interface SignInRequest {
  readonly way: SignInWay;
  readonly scopes: readonly string[];
  /** Given up when it aborts. */
  readonly signal?: AbortSignal;
  /** How long a person may take, in ms; unless told 5 minutes in the browser and 15 with a code. */
  readonly timeoutMs?: number;
  /** From a `sign-in-needed` problem: what the service demands this time. */
  readonly claims?: string;
}

/** A token source that stands for a person, who signs in once and stays so across restarts. */
export interface PersonSignIn extends TokenSource {
  /** Replaces whoever was signed in. Never rejects. */
  signIn(request: SignInRequest): Promise<Result<Account, SignInProblem>>;
  /** Forgets the person's tokens on this device. Being signed out already is fine. */
  signOut(): Promise<Result<void>>;
}
