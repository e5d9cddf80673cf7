import type { Finding } from '../shared/finding.ts';

/**
 * Replaces each finding by a token such as `[EMAIL_1]`. The same value gets the same token, so the text still makes sense.
 * Spans must be sorted and not overlap, as the classifier gives them. Everything outside them stays as it is.
 * The findings are those of values. What speaks of the text around it (source code, a marking, a passage of a known document)
 * is not among them: without its marking a secret text is as secret, and a stretch of code gives way to the values inside it,
 * so its span is not all of it. Whether the text may go with these left in place is for the verdict to say.
 */
export function redact(text: string, findings: readonly Finding[]): string {
  const tokens = new Map<string, string>();
  const lastNumber = new Map<string, number>();
  const pieces: string[] = [];
  let from = 0;
  for (const { type, start, end } of findings) {
    pieces.push(text.slice(from, start), tokenFor(type, text.slice(start, end), tokens, lastNumber));
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

function tokenFor(
  type: string,
  value: string,
  tokens: Map<string, string>,
  lastNumber: Map<string, number>,
): string {
  const key = `${type}\u0000${sameness(value)}`;
  const known = tokens.get(key);
  if (known !== undefined) return known;
  const number = (lastNumber.get(type) ?? 0) + 1;
  lastNumber.set(type, number);
  const token = `[${type.replace(':', '_')}_${number}]`;
  tokens.set(key, token);
  return token;
}

/** Two ways of writing one number or address are one value: spacing, dashes and case do not count. */
const sameness = (value: string): string => value.replace(/[\s.\-\u00a0()]/g, '').toLowerCase() || value;
