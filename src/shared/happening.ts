import type { AnswerEvent } from './audit-event.ts';
import type { TypeCount } from './finding.ts';
import type { Label } from './label.ts';
import type { Target } from './platform.ts';
import type { Verdict } from './verdict.ts';

/** What the agent tells its host (terminal, tray) as it happens. No pasted text in any of it. */
export type Happening =
  /** A capture met a target and was judged; `label` is null when it has none. */
  | {
      readonly kind: 'verdict';
      readonly trigger: 'focus' | 'paste';
      readonly target: Target;
      readonly verdict: Verdict;
      readonly label: Label | null;
      readonly labelWhy: string;
      readonly counts: readonly TypeCount[];
      readonly riskScore: number;
    }
  /** The clipboard shows a notice; the content is kept for the person. */
  | { readonly kind: 'held'; readonly platform: string }
  /** A redacted version is on the clipboard for this platform. */
  | { readonly kind: 'redacted'; readonly platform: string }
  /** The person's own content is on the clipboard again. */
  | { readonly kind: 'given-back' }
  | { readonly kind: 'answered'; readonly answer: AnswerEvent['answer']; readonly platform: string }
  /** Found at the start: what an earlier run left behind and what was done about it. */
  | { readonly kind: 'recovered'; readonly detail: string }
  /** Another policy bundle is enforced from now on. */
  | { readonly kind: 'bundle'; readonly detail: string }
  /** Something the person or admin should know or mend. One sentence. */
  | { readonly kind: 'problem'; readonly detail: string };

export type Tell = (happening: Happening) => void;
