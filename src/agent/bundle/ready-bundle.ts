import type { BundleFacts } from '../../policy/admission.ts';
import type { Classification } from '../../shared/finding.ts';
import type { EnforcedData } from '../enforced.ts';

/** A bundle that can be enforced, with the thread that classifies for it. */
export interface Ready {
  /** Null: the built-in one. */
  readonly facts: BundleFacts | null;
  readonly data: EnforcedData;
  readonly classify: (text: string) => Promise<Classification>;
  /** Ends the thread; what is being classified may end before. */
  stop(): Promise<void>;
}

/** A full-limit bundle takes about two seconds; the rest is for its own cases and slow machines. */
export const PREPARE_BUDGET_MS = 30_000;
