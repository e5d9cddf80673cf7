import { createAppSignIn } from './app-sign-in.ts';
import { createPersonSignIn, type SignInOptions } from './person-sign-in.ts';
import type { TokenSource } from './token-source.ts';

/** The token source that the settings ask for: a person's, or the app's own. Nothing is loaded or read before its use. */
export const openTokenSource = (options: SignInOptions): TokenSource =>
  options.config.method === 'user' ? createPersonSignIn(options) : createAppSignIn(options);
