/**
 * What an admin's one-use override code allows: once, one copy past the policies that hold it. Read from a code whose signature
 * was checked; the code itself is never kept.
 */
export interface Permit {
  /** Unique for ever: a code is used once. */
  readonly id: string;
  /** Who gave it, as the code says. */
  readonly issuer: string;
  /** Names of the policies it may go past. */
  readonly policies: 'all' | readonly string[];
  /** Ids of the platforms it may go to; `unknown-site` is one. */
  readonly platforms: 'all' | readonly string[];
  /** The last moment it can be used, in milliseconds since 1970 UTC. */
  readonly expires: number;
}
