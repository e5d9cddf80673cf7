import type { Choice } from './coaching.ts';
import type { TypeCount } from './finding.ts';
import { wordsOfType } from './type-words.ts';

/** Verbs on the buttons. */
export const choiceWords: Readonly<Record<Choice, string>> = {
  cancel: 'Keep it out',
  redact: 'Redact and paste',
  proceed: 'Paste anyway',
};

/** What was found, and for a company's own type how the company calls it. */
export type FoundCount = TypeCount & { readonly name?: string | undefined };

/** Longer names of a company's own types are cut: they stand in a sentence. */
const MAX_NAME = 60;

/**
 * `2 e-mail addresses`, `3 phone numbers, 2 different`, `1 national ID number (France)`, `2 access tokens (GitHub)`.
 * A company's own type is called by its name, else spelt out; we know no plural of either: `2 × Employee number`.
 */
export function foundWords({ type, count, distinct, name }: FoundCount): string {
  const repeats = distinct < count ? `, ${distinct} different` : '';
  const known = name === undefined ? wordsOfType(type) : undefined;
  if (known === undefined) return `${count} × ${name === undefined ? speltOut(type) : cut(name)}${repeats}`;
  const { names, detail = '' } = known;
  return `${count} ${names[count === 1 ? 0 : 1]}${detail === '' ? '' : ` (${detail})`}${repeats}`;
}

const speltOut = (type: string): string =>
  type
    .replace(/^CUSTOM:/, '')
    .replaceAll(/[_:]/g, ' ')
    .toLowerCase();

const cut = (name: string): string => (name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - 1)}…`);

/** `2 e-mail addresses and 1 phone number`; the kinds beyond `most` are only counted. */
export function listOfWords(counts: readonly FoundCount[], most = 3): string {
  const shown = counts.slice(0, most).map(foundWords);
  const others = counts.length - shown.length;
  if (others > 0) shown.push(`${others} more ${others === 1 ? 'kind' : 'kinds'}`);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
