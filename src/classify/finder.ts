import type { FindingType } from '../shared/finding.ts';
import type { Match } from './detector.ts';

/** A finding of a company's own data. `value` is a hash, not text. */
export interface TypedMatch extends Match {
  readonly type: FindingType;
}

export interface Found {
  readonly hits: readonly TypedMatch[];
  /** False when there were too many hits or the time was up: the rest was not looked at. */
  readonly complete: boolean;
}

/** Looks for a company's exact data, documents or terms. */
export interface Finder {
  /** `deadline` answers true when the time is up; it is asked every few thousand words. */
  find(text: string, deadline?: () => boolean): Found;
}

/** How often a long text asks whether its time is up: every so many words. */
export const WORDS_PER_CHECK = 4096;

/** The deadline of those who have none. */
export const never = (): boolean => false;
