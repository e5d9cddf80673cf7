import { z } from 'zod';

export const platformIdSchema = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a platform id such as chatgpt or meta-ai');

/** A browser whose page cannot be told. Policies may name it like a platform. */
export const UNKNOWN_SITE = 'unknown-site';

/** How the app or site in front was recognised, strongest first. A title is only what a window says of itself. */
export const recognisedBySchema = z.enum(['process', 'bundle-id', 'window-class', 'url', 'title']);
export type RecognisedBy = z.infer<typeof recognisedBySchema>;

/** What is in front, as far as policies care. */
export type Target =
  | {
      readonly kind: 'ai';
      readonly platformId: string;
      readonly name: string;
      /** Does the company offer this platform to its people? */
      readonly sanctioned: boolean;
      readonly recognisedBy: RecognisedBy;
      readonly confidence: 'low' | 'medium' | 'high';
    }
  | { readonly kind: 'unknown-site'; readonly browser: string }
  | { readonly kind: 'app'; readonly name: string }
  /** No window, or a desktop that does not say (Wayland). */
  | { readonly kind: 'unknown' };

/** The id a policy or event uses; null for an app that is no AI platform and for nothing in front. */
export function platformIdOf(target: Target): string | null {
  switch (target.kind) {
    case 'ai':
      return target.platformId;
    case 'unknown-site':
      return UNKNOWN_SITE;
    case 'app':
    case 'unknown':
      return null;
  }
}

/** What to call the target in front of a person. */
export function nameOf(target: Target): string {
  switch (target.kind) {
    case 'ai':
    case 'app':
      return target.name;
    case 'unknown-site':
      return `a site in ${target.browser} that cannot be told`;
    case 'unknown':
      return 'an unknown window';
  }
}
