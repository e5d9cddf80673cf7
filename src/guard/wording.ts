import { listOfWords, type FoundCount } from '../shared/coaching-words.ts';
import type { Choice, Question } from '../shared/coaching.ts';
import { nameOf, type Target } from '../shared/platform.ts';
import type { Label } from '../shared/label.ts';
import type { Verdict } from '../shared/verdict.ts';

/** What stands on the clipboard while content is held. Short, kind, and it says how to get the content back. */
export const noticeFor = (target: Target): string =>
  `[Clipward is keeping what you copied: it should not go to ${nameOf(target)} as it is. ` +
  'It is back on your clipboard when you leave this app.]';

/** One interaction as the person is asked about it. */
export interface Subject {
  /** The interaction's id; the question and its answer carry it. */
  readonly id: string;
  readonly target: Target;
  readonly verdict: Verdict;
  readonly counts: readonly FoundCount[];
  readonly label: Label | null;
  /** Whom to ask; from the bundle. */
  readonly contact: string | undefined;
}

const TITLE_LIMIT = 60;

/** The coaching question: what was found, where it was going, which policy, what to do instead. Never the content. */
export function questionFor({ id, target, verdict, counts, label, contact }: Subject): Question {
  const platform = nameOf(target);
  const choices = choicesFor(verdict, counts);
  return {
    id,
    title: titleFor(verdict, platform),
    text: [
      sentenceFor(counts, label, platform),
      adviceFor(choices),
      contact === undefined ? '' : `Questions? Ask ${contact}.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
    platform,
    found: [...counts],
    label,
    policy: verdict.policy,
    action: verdict.action,
    choices,
    justification: verdict.justification,
  };
}

/** Redaction comes first where it helps: it lets the person go on with their work. A block offers no way past it. */
function choicesFor(verdict: Verdict, counts: readonly FoundCount[]): Choice[] {
  const redact: Choice[] = verdict.redact && counts.length > 0 ? ['redact'] : [];
  const proceed: Choice[] = verdict.action === 'coach' ? ['proceed'] : [];
  return [...redact, 'cancel', ...proceed];
}

function titleFor(verdict: Verdict, platform: string): string {
  const title =
    verdict.action === 'block' ? `This stays out of ${platform}` : `Check before it goes to ${platform}`;
  return title.length <= TITLE_LIMIT ? title : `${title.slice(0, TITLE_LIMIT - 1)}…`;
}

function sentenceFor(counts: readonly FoundCount[], label: Label | null, platform: string): string {
  const labelled = label === null ? '' : `, so it is ${label.name}`;
  if (counts.length === 0) return `What you copied could not be fully checked before going to ${platform}.`;
  return `You copied ${listOfWords(counts)}${labelled}.`;
}

function adviceFor(choices: readonly Choice[]): string {
  if (choices.includes('redact')) return 'Paste a redacted version, or keep it out.';
  return choices.includes('proceed')
    ? 'Keep it out, or paste it if your work needs it.'
    : 'It can be pasted anywhere else.';
}
