import { z } from 'zod';

/** From mildest to strictest. */
export const actions = ['allow', 'log', 'coach', 'block'] as const;
export const actionSchema = z.enum(actions);
export type Action = z.infer<typeof actionSchema>;

export const justificationSchema = z.enum(['none', 'optional', 'required']);
export type JustificationDemand = z.infer<typeof justificationSchema>;

/** One policy that was looked at, whether it applied, and why or why not. */
export interface Considered {
  readonly policy: string;
  readonly applied: boolean;
  readonly why: string;
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
  readonly considered: readonly Considered[];
}

/** Does this verdict keep the content from the target until the person answers? */
export const holds = (verdict: Verdict): boolean => verdict.action === 'coach' || verdict.action === 'block';
