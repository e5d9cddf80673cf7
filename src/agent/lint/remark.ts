import type { ResolvedBundle } from '../resolve-types.ts';
import type { Platform } from '../../sense/catalogue.ts';
import type { JsonPath } from '../../shared/json-lines.ts';

/**
 * `error`: the bundle does not do what it says, and is not signed. `warning`: it most likely does not do what was meant.
 * `hint`: worth a look.
 */
export const severities = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** One thing that lint says of a bundle. */
export interface Remark {
  /** Stable name of what was found, for scripts: `gap`, `never-applies`… */
  readonly kind: string;
  readonly severity: Severity;
  readonly path: JsonPath;
  /** The policy, label or test it is about, by the name people gave it. */
  readonly name?: string | undefined;
  readonly what: string;
  /** What to do about it. */
  readonly fix: string;
}

/** What the checks look at. */
export interface LintInput {
  /** The bundle with the names of types replaced by short ones. */
  readonly bundle: ResolvedBundle;
  /** The AI platforms as this bundle leaves them. */
  readonly platforms: readonly Platform[];
  /** The bundle's text in characters: what each device fetches and reads. */
  readonly size: number;
  /** Epoch ms: what has expired, what has lasted long. */
  readonly now: number;
}

/** One kind of check. Pure. */
export type Check = (input: LintInput) => readonly Remark[];

/** `"A", "B" and 3 more`. */
export function listed(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** `did you mean "a" or "b"?`; where nothing is near, what else to do. */
export const meant = (near: readonly string[], otherwise: string): string =>
  near.length === 0 ? otherwise : `did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`;
