import type { Guarded } from '../guard/guard.ts';
import { redact } from '../guard/redact.ts';
import type { Subject } from '../guard/wording.ts';
import type { Target } from '../shared/platform.ts';
import type { Met } from './interactions.ts';
import type { Study } from './study.ts';

/** One interaction as the person is asked about it, with the company's names and words. */
export function subjectOf(
  { id, verdict, label }: Met,
  { classification, enforced }: Study,
  target: Target,
  language: string,
): Subject {
  const { contact, coaching, displayNames } = enforced;
  const counts = classification.counts.map((count) => ({ ...count, name: displayNames.get(count.type) }));
  return { id, target, verdict, counts, label, contact, coaching, language };
}

/** The content as the guard holds it. What speaks of the text around it stays in a redacted version. */
export function guardedOf({ capture, classification, enforced }: Study): Guarded {
  return {
    text: capture.text,
    redacted: () =>
      redact(
        capture.text,
        classification.findings.filter(({ type }) => !enforced.speaksOfText(type)),
      ),
  };
}
