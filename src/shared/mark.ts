import { z } from 'zod';

/**
 * How far something has come that must never go back, such as the newest bundle that was ever taken. `epoch` counts first: it is
 * raised by an admin, in the managed settings, to begin anew below a `version` that should never have been reached.
 */
export const markSchema = z.strictObject({
  epoch: z.int().nonnegative(),
  version: z.int().nonnegative(),
  /** What stood at that version: the same version with another digest is a second truth, and refused. */
  digest: z.string().max(128).nullable(),
});
export type Mark = z.infer<typeof markSchema>;

/** Below 0: `left` is behind `right`; 0: same place, whatever the digests; above 0: ahead of it. */
export const compareMarks = (left: Mark, right: Mark): number =>
  left.epoch - right.epoch || left.version - right.version;

/** The one that is further; a missing one is behind all. */
export function higherMark(left: Mark | null, right: Mark | null): Mark | null {
  if (left === null || right === null) return left ?? right;
  return compareMarks(right, left) > 0 ? right : left;
}
