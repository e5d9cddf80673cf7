import type { Confidence } from '../../shared/finding.ts';
import type { Match, Span, View, WordDetector } from '../detector.ts';
import { readAssignment, wordsOf, type Assignment } from './assignment.ts';
import { fromBase64, isBasicLogin } from './base64.ts';
import { isHarmless, keyStrength, passwordPhrases, weakPasswordWords } from './key-names.ts';
import { judgeKey, judgePassword } from './judge.ts';
import { isNear } from './named.ts';
import { isPlaceholder } from './placeholders.ts';
import { purviewType, type PurviewSlug } from './purview.ts';
import { isSaidUnreal } from './said.ts';

/** A name that is given a value which is a secret. */
interface Assigned {
  readonly assignment: Assignment;
  readonly value: string;
  readonly confidence: Confidence;
}

/** A kind of secret that only its name or its surroundings tell from others. The first that fits takes the value. */
interface AssignedKind {
  readonly kind: string;
  readonly name: string;
  readonly purview?: PurviewSlug;
  /** Does it fit the value and its name, in small letters? */
  readonly fits?: (value: string, name: string) => boolean;
  /** One of these, in small letters, must stand within 300 units. */
  readonly near?: readonly string[];
  readonly examples: WordDetector['examples'];
}

type Read = (text: string, word: Span) => Assigned | undefined;

/** The answer to the last question of the detectors of one family, and which of them takes it. */
interface Answer {
  /** A weak reference, so that no text is kept from being thrown away. */
  view: WeakRef<View> | undefined;
  at: number;
  kind: number;
  match: Match | undefined;
}

/** Detectors that share words: the name and the value are read once for all of them. */
export function familyOf(
  words: readonly string[],
  kinds: readonly AssignedKind[],
  read: Read,
): readonly WordDetector[] {
  const last: Answer = { view: undefined, at: -1, kind: -1, match: undefined };

  const ask = (view: View, word: Span): void => {
    if (last.view?.deref() === view) {
      if (last.at === word.start) return;
    } else last.view = new WeakRef(view);
    last.at = word.start;
    last.kind = -1;
    const found = read(view.text, word);
    if (found === undefined || isSaidUnreal(view.text, found.assignment)) return;
    const { assignment, value, confidence } = found;
    const name = view.text.slice(assignment.name.start, assignment.name.end).toLowerCase();
    const { start, end } = assignment.value;
    last.kind = kinds.findIndex(
      ({ fits, near }) =>
        (fits === undefined || fits(value, name)) &&
        (near === undefined || isNear(view.text, start, end, near)),
    );
    last.match = { start, end, confidence, evidence: ['pattern', 'keyword'], value };
  };

  return kinds.map((entry, index) => ({
    type: `SECRET:${entry.kind}`,
    name: entry.name,
    ...(entry.purview === undefined ? {} : { purview: purviewType(entry.purview) }),
    anchor: { kind: 'word', words },
    match: (view, word) => {
      ask(view, word);
      return last.kind === index ? last.match : undefined;
    },
    keywords: [],
    examples: entry.examples,
  }));
}

/** The logins of a Docker or npm configuration. */
const isLoginInBase64 = (value: string): boolean =>
  /^[A-Za-z0-9+/]{8,400}={0,2}$/.test(value) && isBasicLogin(value) && !isPlaceholder(fromBase64(value));

const PHRASE = 24;

/** The value that a word for a password names. */
export function readPassword(text: string, word: Span): Assigned | undefined {
  const assignment = readAssignment(text, word);
  if (assignment === undefined) return undefined;
  const value = text.slice(assignment.value.start, assignment.value.end);
  let confidence = judgePassword(value, assignment.quoted);
  if (confidence === undefined || (assignment.tie === 'words' && confidence !== 'high')) return undefined;
  if (assignment.tie === 'words') confidence = 'medium';
  const said = text.slice(word.start, word.end).toLowerCase();
  const after = tailOf(text, assignment, word);
  if (weakPasswordWords.has(said) && (assignment.tie === 'words' || after.some((one) => one !== '')))
    return undefined;
  if (said === 'identified' && !isSqlPassword(text, word, assignment)) return undefined;
  const before = text.slice(Math.max(0, word.start - PHRASE), word.start);
  if (passwordPhrases[said]?.test(before) === false) return undefined;
  if (isHarmless(headOf(text, assignment, word), after)) return undefined;
  return { assignment, value, confidence };
}

/** `IDENTIFIED BY '…'`, but not `nodes are identified by …`. */
const isSqlPassword = (text: string, word: Span, { quoted, value }: Assignment): boolean =>
  (quoted || text.startsWith('IDENTIFIED', word.start)) && /\sby\s/i.test(text.slice(word.end, value.start));

/** The value that a word for a key or a token names. */
export function readKey(text: string, word: Span): Assigned | undefined {
  const assignment = readAssignment(text, word);
  if (assignment === undefined) return undefined;
  const value = text.slice(assignment.value.start, assignment.value.end);
  if (value.length < 8) return undefined;
  const said = text.slice(word.start, word.end).toLowerCase();
  const strength = keyStrength(said, headOf(text, assignment, word), tailOf(text, assignment, word));
  if (strength === 'none') return undefined;
  if (said === 'auth' && isLoginInBase64(value)) return { assignment, value, confidence: 'high' };
  const confidence = judgeKey(value, assignment.quoted, strength === 'strong');
  if (confidence === undefined || (assignment.tie === 'words' && confidence !== 'high')) return undefined;
  return { assignment, value, confidence: assignment.tie === 'words' ? 'medium' : confidence };
}

/** The words before the word in its identifier, or before it on the line: `API key`. */
function headOf(text: string, { name }: Assignment, word: Span): readonly string[] {
  const from = name.start === word.start ? Math.max(0, name.start - PHRASE) : name.start;
  const head = text.slice(from, word.start);
  return wordsOf(name.start === word.start ? (/[\p{L} ]{0,24}$/u.exec(head)?.[0] ?? '') : head);
}

const tailOf = (text: string, { name }: Assignment, word: Span): readonly string[] =>
  wordsOf(text.slice(word.end, name.end));
