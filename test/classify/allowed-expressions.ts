/** An expression without a bound of its own, or with a high one, and why it does no harm. */
export interface Allowed {
  /** A piece of its source that no other expression has. */
  readonly holds: string;
  /** The most UTF-16 code units that it is run on, or may reach from where it must begin. */
  readonly within: number;
  /** It is built when the classifier is made, and stands in no source file as it is. */
  readonly made?: true;
  /** It searches a whole text, once. */
  readonly once?: true;
  readonly why: string;
}
export const allowed: readonly Allowed[] = [];
