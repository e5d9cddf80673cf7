import type { CaptureKind, FileLabel } from '../shared/capture.ts';
import type { Classification } from '../shared/finding.ts';
import type { Label } from '../shared/label.ts';
import type { LocalTime } from '../shared/local-time.ts';
import type { Target } from '../shared/platform.ts';

/** Everything a policy may speak of: one capture facing one target, and the circumstances. */
export interface PolicyInput {
  readonly classification: Classification;
  readonly label: Label | null;
  readonly target: Target;
  readonly capture: CaptureFacts;
  readonly circumstances: Circumstances;
}

export interface CaptureFacts {
  readonly kind: CaptureKind;
  /** File name of the program that was in front at the copy; null where it is not known. */
  readonly sourceApp: string | null;
  readonly fileLabels: readonly FileLabel[];
}

/** Who, on what device, when. */
export interface Circumstances {
  readonly userGroups: readonly string[];
  readonly deviceGroups: readonly string[];
  /** Null where the managed settings do not say. */
  readonly deviceManaged: boolean | null;
  readonly now: LocalTime;
  /** When this person pasted anyway (epoch ms), oldest first; at least the last 30 days of it. */
  readonly overrides: readonly number[];
}
