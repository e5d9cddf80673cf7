import { isAlphanumeric, isLetter } from './characters.ts';
import { createRewriter, type Rewritten } from './rewritten.ts';

/**
 * Marks that are not seen: soft hyphen, combining accents and joiners, direction marks, zero-width spaces, variation
 * selectors, byte order mark (Unicode, Default_Ignorable_Code_Point, and the accents of U+0300 to U+036F).
 */
const UNSEEN = String.raw`\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\uffa0`;
/** Full-width ASCII, and the decimal digits of the scripts that have their own in the Basic Multilingual Plane. */
const WIDE = String.raw`\uff01-\uff5e`;
const OTHER_DIGITS = String.raw`\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0b66-\u0b6f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0e50-\u0e59\u0ed0-\u0ed9\u0f20-\u0f29\u1040-\u1049\u17e0-\u17e9\u1810-\u1819`;
/** U+1D400 to U+1D7FF: bold, italic, double-struck and monospace letters and digits. Their first unit is U+D835. */
const MATHEMATICAL = String.raw`\ud835`;
/** A Greek or Cyrillic letter beside a Latin one or a digit: one of them is likely in disguise. */
const MIXED = String.raw`[A-Za-z0-9][\u0370-\u03ff\u0400-\u045f]|[\u0370-\u03ff\u0400-\u045f][A-Za-z0-9]`;

const TO_FOLD = new RegExp(`[${UNSEEN}${WIDE}${OTHER_DIGITS}${MATHEMATICAL}]|${MIXED}`);
const UNSEEN_UNIT = new RegExp(`[${UNSEEN}]`);
const OTHER_DIGIT = new RegExp(`[${OTHER_DIGITS}]`);

/** Letters of other scripts that look like a Latin one (Unicode confusables, single letters). */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    АΑ: 'A',
    ВΒ: 'B',
    СϹ: 'C',
    ЕΕ: 'E',
    НΗ: 'H',
    ІΙ: 'I',
    ЈͿ: 'J',
    КΚ: 'K',
    МΜ: 'M',
    Ν: 'N',
    ОΟ: 'O',
    РΡ: 'P',
    Ѕ: 'S',
    ТΤ: 'T',
    ХΧ: 'X',
    ΥҮ: 'Y',
    Ζ: 'Z',
    аα: 'a',
    сϲ: 'c',
    е: 'e',
    іι: 'i',
    јϳ: 'j',
    оο: 'o',
    рρ: 'p',
    ѕ: 's',
    х: 'x',
    у: 'y',
    ν: 'v',
  }).flatMap(([letters, latin]) => letters.split('').map((letter) => [letter, latin] as const)),
);

/**
 * The text as it is meant: without unseen marks, full-width and mathematical characters as ASCII, digits of other scripts as
 * 0 to 9, look-alike letters inside Latin words as the Latin letter. Undefined when there is nothing to fold, which one search
 * over the text tells.
 */
export function normalised(text: string): Rewritten | undefined {
  const first = text.search(TO_FOLD);
  if (first < 0) return undefined;
  const rewriter = createRewriter(text);
  const latin = createWordCheck(text);
  let copied = 0;
  let at = wordStart(text, first);
  while (at < text.length) {
    const fold = foldAt(text, at, latin);
    if (fold === undefined) {
      at++;
      continue;
    }
    rewriter.copy(copied, at);
    rewriter.replace(at, fold.end, fold.as);
    at = fold.end;
    copied = at;
  }
  rewriter.copy(copied, text.length);
  return rewriter.done();
}

interface Fold {
  readonly end: number;
  readonly as: string;
}

function foldAt(text: string, at: number, isInLatinWord: (at: number) => boolean): Fold | undefined {
  const code = text.charCodeAt(at);
  if (code < 0xad) return undefined;
  if (code >= 0xff01 && code <= 0xff5e) return { end: at + 1, as: String.fromCharCode(code - 0xfee0) };
  if (code === 0xd835) return foldMathematical(text, at);
  const unit = text.charAt(at);
  if (UNSEEN_UNIT.test(unit)) return { end: at + 1, as: '' };
  // The digits of each script stand ten in a row, the zero at a multiple of sixteen or at 6 or at none: Unicode tells.
  if (OTHER_DIGIT.test(unit)) return { end: at + 1, as: String(digitValue(code)) };
  const latin = LOOKALIKES.get(unit);
  return latin !== undefined && isInLatinWord(at) ? { end: at + 1, as: latin } : undefined;
}

/** NFKC turns mathematical letters and digits into plain ones. */
function foldMathematical(text: string, at: number): Fold | undefined {
  const plain = text.slice(at, at + 2).normalize('NFKC');
  return plain.length === 1 ? { end: at + 2, as: plain } : undefined;
}

/** In all these scripts the zero's code ends in 0 or 6 (hexadecimal), and the nine follow it. */
const digitValue = (code: number): number =>
  (code & 15) >= 6 && isZeroAtSix(code) ? (code & 15) - 6 : code & 15;
const isZeroAtSix = (code: number): boolean => code >= 0x0966 && code <= 0x0d6f;

/** Longest stretch in front of the first fold that may belong to its word. */
const REACH = 40;

/**
 * Are all letters of the word that holds a place Latin, digits, or look-alikes, and one of them plainly Latin or a digit? Places
 * asked for rise; each word is read once.
 */
function createWordCheck(text: string): (at: number) => boolean {
  let readTo = 0;
  let answer = false;
  return (at) => {
    if (at < readTo) return answer;
    let start = at;
    while (start > readTo && isOfWord(text, start - 1)) start--;
    let plain = false;
    let mixed = true;
    let end = start;
    for (; isOfWord(text, end); end++) {
      if (isAlphanumeric(text.charCodeAt(end))) plain = true;
      else if (!LOOKALIKES.has(text.charAt(end))) mixed = false;
    }
    readTo = end;
    answer = plain && mixed;
    return answer;
  };
}

function isOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isAlphanumeric(code) || isLetter(code);
}

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < REACH && text.charCodeAt(start - 1) > 32) start--;
  return start;
}
