import { listOf } from '../word-list.ts';
import { wordsOf, type Assignment } from './assignment.ts';

/** With one of these in the name, or right before it, the value is made up for a test or a manual. */
const UNREAL = new Set(listOf('fake, dummy, bogus, mock, mocked, example, placeholder, nonexistent'));
/** With one of these in the name, it says what the value is not: `nonMatchingToken`, `NOT_A_SECRET`. */
const NEGATION = new Set(listOf('non, not, isnt'));

const PHRASE = 24;
const LONGEST_LINE = 160;

/** Parts of all the words above: most names hold none, and are not taken apart. */
const HINT = /fake|dummy|bogus|mock|example|placeholder|non|not|isnt/i;

/** Does the name, the words right before it or the comment on the line before say that the value is no secret? */
export function isSaidUnreal(text: string, { name }: Assignment): boolean {
  const before = text.slice(Math.max(0, name.start - 2 * LONGEST_LINE), name.start);
  const own = text.slice(name.start, name.end);
  const lead = before.slice(-PHRASE);
  return (
    (HINT.test(own) && isUnrealName(wordsOf(own))) ||
    (HINT.test(lead) && isUnrealLead(lead)) ||
    isUnrealComment(commentBefore(before))
  );
}

/** `DO_NOT_SHARE_TOKEN` says the contrary. */
const isUnrealName = (words: readonly string[]): boolean =>
  words.some((word, at) => UNREAL.has(word) || (NEGATION.has(word) && words[at - 1] !== 'do'));

/** `an example API key: …` */
const isUnrealLead = (lead: string): boolean =>
  wordsOf(/[A-Za-z ]{0,24}$/.exec(lead)?.[0].trim() ?? '')
    .slice(-2)
    .some((word) => UNREAL.has(word));

const isUnrealComment = (comment: string): boolean => comment !== '' && SAYS_UNREAL.test(comment);

/** `# …`, `// …`, `/* …`, `-- …`, `; …`, `<!-- …`, `REM …`: what stands behind the mark. */
const COMMENT = /^\s{0,40}(?:#{1,3}|\/{2,3}|\/?\*{1,2}|--|;|<!--|rem\b|%)\s{0,4}(.{1,150})$/i;

/** The comment on the line before the last one of these; empty when that line is none, or one of the two is long. */
function commentBefore(before: string): string {
  const end = before.lastIndexOf('\n');
  if (end < 0 || before.length - end > LONGEST_LINE) return '';
  const start = before.lastIndexOf('\n', end - 1) + 1;
  return end - start > LONGEST_LINE ? '' : (COMMENT.exec(before.slice(start, end).trimEnd())?.[1] ?? '');
}

const SECRET = '(?:secret|key|token|password|credential|value)s?';
const SAYS_UNREAL = new RegExp(
  [
    // `this is not a real key`, `these are not secrets`, `is not the AWS secret`
    String.raw`\b(?:(?:is|are) not|isn't|aren't)(?: an?| the| any)?(?: [a-z]{1,12})? ${SECRET}\b`,
    String.raw`\bnot an? (?:real|valid|actual|working) ${SECRET}\b`,
    // `a dummy key`; `fake` and nothing else
    String.raw`\b(?:fake|dummy|bogus|mock|made[- ]up|example|sample|placeholder)(?: [a-z]{1,12})? ${SECRET}\b`,
    String.raw`^(?:an? )?(?:fake|dummy|bogus|mock|example|placeholder)[.:]?(?: ?(?:\*\/|-->))?$`,
    // What is encrypted already may be seen.
    String.raw`\b(?:this|these)(?: ${SECRET})? (?:is|are) encrypted\b`,
  ].join('|'),
  'i',
);
