import type { BundleFacts } from '../../policy/admission.ts';
import type { Held } from './bundle-in-force.ts';
import { bundleInWords } from './bundle-reports.ts';
import type { BundleStoreState } from '../../sync/bundle-store.ts';

/** What an admin may want to know; no secrets in it. Times are ISO 8601. */
export interface BundleState {
  /** Name and version, as events name it. */
  readonly version: string;
  /** Null: built in. */
  readonly source: string | null;
  /** Ids of the pinned keys that signed it. */
  readonly signedBy: readonly string[];
  readonly since: string;
  readonly expires: string | null;
  readonly lastCheck: string | null;
  /** When all sources last answered as they should. */
  readonly lastAnswer: string | null;
  /** One line for each source that has a problem now. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
  /** Bundles that were given up after crashes. */
  readonly quarantined: readonly string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** People are told so long before a bundle expires. */
const EXPIRY_NOTICE_MS = 7 * DAY_MS;

export interface BundleHealth {
  readonly facts: BundleFacts | null;
  /** Are there any sources? */
  readonly expected: boolean;
  /** When all sources last answered as they should; null: never. */
  readonly answered: string | null;
  /** When the agent began to ask. */
  readonly began: Date;
  /** The latest time ever seen, which counts; and what the clock says. */
  readonly now: Date;
  readonly clock: Date;
  /** Without an answer for so long it is said that nothing newer can come. */
  readonly frozenAfterMs: number;
}

/** The state of bundles in the words of `status`. */
export function describeBundles(
  { ready, since, source }: Held,
  { answered, quarantined }: BundleStoreState,
  problems: readonly string[],
  checked: Date | null,
  health: Omit<BundleHealth, 'facts' | 'answered'>,
): BundleState {
  const { facts, data } = ready;
  return {
    version: data.version,
    source,
    signedBy: facts?.signedBy ?? [],
    since: since.toISOString(),
    expires: facts?.expires ?? null,
    lastCheck: checked?.toISOString() ?? null,
    lastAnswer: answered,
    problems,
    warnings: bundleWarnings({ ...health, facts, answered }),
    quarantined: quarantined.map(bundleInWords),
  };
}

/** One line each: what an admin should know of the bundle in force. Empty when all is well. */
export function bundleWarnings(health: BundleHealth): readonly string[] {
  const { facts, expected, answered, began, now, clock, frozenAfterMs } = health;
  const warnings: string[] = [];
  if (facts === null && expected) warnings.push('no bundle of the company is in force, but the built-in one');
  const expires = facts?.expires ?? null;
  const expiry = expires === null ? null : expiryLine(expires, now, answered);
  if (expiry !== null) warnings.push(expiry);
  const silentMs = now.getTime() - (answered === null ? began : new Date(answered)).getTime();
  if (expected && silentMs >= frozenAfterMs) {
    const since = answered === null ? `for ${inDays(silentMs)}` : `since ${answered} (${inDays(silentMs)})`;
    warnings.push(`no bundle source has answered as it should ${since}: newer policies cannot arrive`);
  }
  const behindMs = now.getTime() - clock.getTime();
  if (behindMs >= DAY_MS) {
    warnings.push(
      `the clock is ${inDays(behindMs)} behind a time that was seen before (${now.toISOString()}), which counts; if that time was wrong, raise the bundle epoch in the managed settings`,
    );
  }
  return warnings;
}

function expiryLine(expires: string, now: Date, answered: string | null): string | null {
  const leftMs = Date.parse(expires) - now.getTime();
  if (leftMs > EXPIRY_NOTICE_MS) return null;
  if (leftMs > 0) return `the bundle expires in ${inDays(leftMs)} (${expires}); issue a newer one`;
  const last = answered === null ? '' : `; last good answer: ${answered}`;
  return `the bundle expired on ${expires} and is still enforced: nothing newer has come${last}`;
}

function inDays(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  if (days >= 1) return days === 1 ? '1 day' : `${days} days`;
  const hours = Math.max(1, Math.ceil(ms / (60 * 60 * 1000)));
  return hours === 1 ? '1 hour' : `${hours} hours`;
}
