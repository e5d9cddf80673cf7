import type { CaptureKind, FileLabel } from '../shared/capture.ts';
import type { Classification, FindingType } from '../shared/finding.ts';
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

/** Stands for a fact that whoever asks does not have: history, for instance, does not store every one. */
export const NOT_KNOWN = Symbol('not known');
export type Perhaps<Fact> = Fact | typeof NOT_KNOWN;

type PerhapsEach<Facts> = { readonly [Key in keyof Facts]: Perhaps<Facts[Key]> };

/** An interaction of which some facts may not be known. Every PolicyInput is one of which all are. */
export interface PartialInput {
  readonly classification: Classification;
  readonly label: Perhaps<Label | null>;
  readonly target: Target;
  readonly capture: PerhapsEach<CaptureFacts>;
  readonly circumstances: PerhapsEach<Omit<Circumstances, 'now'>> & Pick<Circumstances, 'now'>;
  /** Types (short names) that were not looked for at the time, so that not finding them says nothing. */
  readonly notLookedFor?: ReadonlySet<FindingType>;
}
