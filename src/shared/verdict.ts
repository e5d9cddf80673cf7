import { z } from 'zod';
import type { CoachingTexts } from './coaching-texts.ts';

/** From mildest to strictest. */
export const actions = ['allow', 'log', 'coach', 'block'] as const;
export const actionSchema = z.enum(actions);
export type Action = z.infer<typeof actionSchema>;

export const justificationSchema = z.enum(['none', 'optional', 'required']);
export type JustificationDemand = z.infer<typeof justificationSchema>;

/** Reasons that a person may choose from when justifying. */
export const MAX_REASONS = 12;
export const MAX_REASON_UNITS = 100;

/** What a policy in simulation would have done, had it been enforced. */
export interface Simulated {
  readonly policy: string;
  readonly action: Action;
}

/** One policy that was looked at, whether it applied, and why or why not. */
export interface Considered {
  readonly policy: string;
  readonly applied: boolean;
  readonly why: string;
  /** The exception that excuses from it, who answers for that and how long it holds; left out where none does. */
  readonly exception?: string;
}

/** What the policies say of one capture facing one target. */
export interface Verdict {
  readonly action: Action;
  /** The policy that decided; null when none applied and the content passes. */
  readonly policy: string | null;
  /** One sentence for people. No pasted text. */
  readonly reason: string;
  /** May the person paste a redacted version instead? */
  readonly redact: boolean;
  readonly justification: JustificationDemand;
  /** To choose from when justifying; in the policy's own language. */
  readonly reasons: readonly string[];
  /** The deciding policy's own words for the person. */
  readonly coaching?: CoachingTexts;
  /** Policies in simulation that would have decided instead, first to last. */
  readonly simulated: readonly Simulated[];
  readonly considered: readonly Considered[];
}

/** Does this verdict keep the content from the target until the person answers? */
export const holds = ({ action }: Pick<Verdict, 'action'>): boolean =>
  action === 'coach' || action === 'block';
