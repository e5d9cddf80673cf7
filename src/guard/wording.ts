import type { CoachingTexts } from '../shared/coaching-texts.ts';
import { listOfWords, type FoundCount } from '../shared/coaching-words.ts';
import type { Choice, Question } from '../shared/coaching.ts';
import { nameOf, type Target } from '../shared/platform.ts';
import type { Label } from '../shared/label.ts';
import type { Verdict } from '../shared/verdict.ts';
import { companyWords, filledIn, reasonsInWords } from './company-words.ts';

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
  /** The label to show; null where there is none, or label metadata is off. */
  readonly label: Label | null;
  /** Whom to ask; from the bundle. */
  readonly contact: string | undefined;
  /** The bundle's own words for every policy. */
  readonly coaching: CoachingTexts | undefined;
  /** The person's language as BCP 47 writes it. */
  readonly language: string;
}

const TITLE_LIMIT = 60;
const TEXT_LIMIT = 600;

/**
 * The coaching question: what was found, where it was going, which policy, what to do instead. In the company's own words where
 * it has written some: the deciding policy's, then the bundle's. Never the content.
 */
export function questionFor(subject: Subject): Question {
  const { id, target, verdict, counts, label } = subject;
  const platform = nameOf(target);
  const choices = choicesFor(verdict, counts);
  const words = companyWords({
    policy: verdict.coaching,
    bundle: subject.coaching,
    language: subject.language,
  });
  const names = { platform, label: label?.name ?? 'not labelled', policy: verdict.policy ?? '' };
  const own = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : filledIn(text, names);
  const contact = words.contact ?? subject.contact;
  const text = own(words.text) ?? `${sentenceFor(counts, label, platform)} ${adviceFor(choices)}`;
  return {
    id,
    title: cut(own(words.title) ?? titleFor(verdict, platform), TITLE_LIMIT),
    text: withContact(text, contact),
    platform,
    found: [...counts],
    label: label === null ? null : shown(label),
    policy: verdict.policy,
    action: verdict.action,
    choices,
    justification: verdict.justification,
    reasons: reasonsInWords(verdict.reasons, words.reasons),
  };
}

/** Which of the policy's reasons the person chose, in the policy's own words: what is recorded does not change with the language. */
export function recordedReason(
  { reasons }: Question,
  verdict: Pick<Verdict, 'reasons'>,
  chosen: string | undefined,
): string | undefined {
  return chosen === undefined ? undefined : verdict.reasons[reasons.indexOf(chosen)];
}

/** What a window shows of a label; a tenant's may carry more. */
const shown = ({ id, name, color, priority, enabled }: Label): Label => ({
  id,
  name,
  color,
  priority,
  enabled,
});

/** Redaction comes first where it helps: it lets the person go on with their work. A block offers no way past it. */
function choicesFor(verdict: Verdict, counts: readonly FoundCount[]): Choice[] {
  const redact: Choice[] = verdict.redact && counts.length > 0 ? ['redact'] : [];
  const proceed: Choice[] = verdict.action === 'coach' ? ['proceed'] : [];
  return [...redact, 'cancel', ...proceed];
}

const titleFor = (verdict: Verdict, platform: string): string =>
  verdict.action === 'block' ? `This stays out of ${platform}` : `Check before it goes to ${platform}`;

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

/** Whom to ask stays in sight, however long the rest is. */
function withContact(text: string, contact: string | undefined): string {
  if (contact === undefined) return cut(text, TEXT_LIMIT);
  const sentence = ` Questions? Ask ${contact}.`;
  return `${cut(text, TEXT_LIMIT - sentence.length)}${sentence}`;
}

const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
