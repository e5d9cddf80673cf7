import type { Classification } from '../shared/finding.ts';
import type { Label } from '../shared/label.ts';
import type { Target } from '../shared/platform.ts';

/** Everything a policy may speak of: one capture facing one target. */
export interface PolicyInput {
  readonly classification: Classification;
  readonly label: Label | null;
  readonly target: Target;
}
