import clipboard from 'clipboardy';
import type { Enforced } from '../agent/enforced.ts';
import { redact as redactText } from '../guard/redact.ts';
import { listOfWords, type FoundCount } from '../shared/coaching-words.ts';
import type { Classification } from '../shared/finding.ts';
import { messageOf } from '../shared/result.ts';
import { bundleFor, classifierFor } from './bundle-option.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { writeLine } from './output.ts';

export interface RedactOptions {
  readonly bundle?: string | undefined;
  readonly country?: string | undefined;
}

/** `clipward redact --clipboard`: replaces what is sensitive in the clipboard's text by tokens, in place. Prints counts only. */
export async function redact(options: RedactOptions): Promise<ExitCode> {
  const enforced = bundleFor(options.bundle);
  if (!enforced.ok) return enforced.problem;
  try {
    const text = await clipboard.read();
    const classification = classifierFor(enforced.value, options.country).classify(text);
    if (classification.unscanned !== undefined) {
      return complain(`the clipboard was not fully read (${classification.unscanned}) and is left as it is`);
    }
    const { redacted, lines } = redactedVersion(text, classification, enforced.value);
    if (redacted !== text) await clipboard.write(redacted);
    for (const line of lines) await writeLine(line);
    return exit.ok;
  } catch (error) {
    return complain(`the clipboard cannot be reached: ${messageOf(error)}`);
  }
}

export interface RedactedVersion {
  readonly redacted: string;
  /** What was done and what was not, for the person. Counts only. */
  readonly lines: readonly string[];
}

/** The text with its values replaced. What speaks of the text as a whole is told and left: it cannot be taken out of it. */
export function redactedVersion(
  text: string,
  { findings, counts }: Classification,
  { displayNames, speaksOfText }: Enforced,
): RedactedVersion {
  const named = counts.map((count): FoundCount => ({ ...count, name: displayNames.get(count.type) }));
  const values = named.filter(({ type }) => !speaksOfText(type));
  const left = named.filter(({ type }) => speaksOfText(type));
  const redacted = redactText(
    text,
    findings.filter(({ type }) => !speaksOfText(type)),
  );
  return {
    redacted,
    lines: [
      values.length === 0
        ? 'Nothing to redact on the clipboard.'
        : `Redacted ${listOfWords(values)} on the clipboard.`,
      ...(left.length === 0
        ? []
        : [
            `Left in place: ${listOfWords(left)}. This speaks of the text itself; leave the text out if it must not go.`,
          ]),
    ],
  };
}
