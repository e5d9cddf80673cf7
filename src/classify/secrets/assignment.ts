import {
  BACKSLASH,
  CLOSE,
  COLON,
  COMMA,
  DASH,
  DOT,
  isAlphanumeric,
  OPEN,
  SPACE,
  UNDERSCORE,
  unitsOf,
} from '../characters.ts';
import type { Span } from '../detector.ts';

/** A value that a name is given: `DB_PASSWORD = "…"`, `<token>…</token>`, `--secret …`, `password is …`. */
export interface Assignment {
  /** The identifier around the word: `prod.db_password`. */
  readonly name: Span;
  readonly value: Span;
  readonly quoted: boolean;
  /** How name and value are tied. `words`: by nothing but a space, or by a verb. */
  readonly tie: 'operator' | 'argument' | 'element' | 'flag' | 'words';
}

const LONGEST_NAME = 48;
const LONGEST_GAP = 40;
const LONGEST_QUOTED = 2048;
/** Longer values stand in quotes, or are found by their shape. */
const LONGEST_BARE = 300;

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const APOSTROPHE = 39;
const STAR = 42;
const EQUALS = 61;
const LESS = 60;
const GREATER = 62;
const CLOSE_BRACKET = 93;
const BACKTICK = 96;
const WIDE_COLON = 0xff1a;
const WIDE_EQUALS = 0xff1d;

const isQuote = (code: number): boolean => code === QUOTE || code === APOSTROPHE || code === BACKTICK;
const isBlank = (code: number): boolean => code === SPACE || code === TAB || code === 0xa0 || code === 0x3000;
const isNameUnit = (code: number): boolean => isAlphanumeric(code) || code === UNDERSCORE;
const isGlue = (code: number): boolean => code === DASH || code === DOT;

/**
 * Reads what stands after a word such as `password` as the value that is given to it. Undefined when the word is not the name
 * of a value. Looks at most at a few hundred units, nearly always at a few.
 */
export function readAssignment(text: string, word: Span): Assignment | undefined {
  const nameEnd = endOfName(text, word.end);
  const tied = readTie(text, word.start, nameEnd);
  if (tied === undefined) return undefined;
  const value = readValue(text, tied.at, tied.tie);
  if (value === undefined) return undefined;
  return { name: { start: startOfName(text, word.start), end: nameEnd }, tie: tied.tie, ...value };
}

function endOfName(text: string, from: number): number {
  let at = from;
  while (at - from < LONGEST_NAME) {
    const code = text.charCodeAt(at);
    if (isNameUnit(code) || (isGlue(code) && isNameUnit(text.charCodeAt(at + 1)))) at++;
    else break;
  }
  return at;
}

function startOfName(text: string, from: number): number {
  let at = from;
  while (from - at < LONGEST_NAME) {
    const code = text.charCodeAt(at - 1);
    if (isNameUnit(code) || (isGlue(code) && isNameUnit(text.charCodeAt(at - 2)))) at--;
    else break;
  }
  return at;
}

interface Tied {
  readonly tie: Assignment['tie'];
  readonly at: number;
}

/** `:`, `=`, `:=`, `=>`, `?=`, `+=`, `==`, `!==`, `||=` and the like, one to four units. */
const OPERATOR_UNITS = unitsOf(':=?+.|!>~');
/** A type between the name and the operator: `password: str = "…"`, `var token string = "…"`, `char pw[] = "…"`. */
const TYPE_AND_EQUALS = /[ \t]{0,8}:?[ \t]{0,8}(?:const )?[A-Za-z[][\w.<>[\]|?*]{0,24}[ \t]{1,8}=(?![=>])/y;
/** The value of a name that stands in an attribute or field of its own. */
const NAMED_VALUE = /["'`]?[ \t,]{0,8}\r?\n?[ \t]{0,24}["']?value["']?[ \t]{0,4}[:=][ \t]{0,4}/iy;
const VERB =
  /[ \t]{0,4}(?:(?:is|was|are|to|by|est|ist|lautet|es|è|é|jest|to|är|er|on)[ \t:]{1,3}|是|为|は|が|는|은|[ \t]{0,2}[–—-][ \t]{1,2})[ \t]{0,4}/iy;
/** Words between a label and its colon: `password for the host (prod):`. */
const REST_OF_LABEL =
  /[ \t][\p{L}\d(][\p{L}\d._@()/-]{0,20}(?:[ \t][\p{L}\d(][\p{L}\d._@()/-]{0,20}){0,3}[ \t]?:(?!\/\/)/uy;

function readTie(text: string, wordStart: number, nameEnd: number): Tied | undefined {
  let at = nameEnd;
  let wasQuoted = false;
  // Closing quotes and brackets, stars of Markdown, an escaped quote.
  while (at - nameEnd < 6) {
    const code = text.charCodeAt(at);
    if (isQuote(code)) wasQuoted = true;
    else if (code !== CLOSE_BRACKET && code !== CLOSE && code !== STAR && !isEscape(text, at)) break;
    at++;
  }
  const closed = at;
  while (at - closed < LONGEST_GAP && isBlank(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  if (code === COMMA) {
    if (!wasQuoted) return undefined;
    const named = matchEnd(NAMED_VALUE, text, nameEnd);
    if (named > 0) return { tie: 'operator', at: named };
    return opensCall(text, wordStart) ? { tie: 'argument', at: at + 1 } : undefined;
  }
  if (
    code === GREATER &&
    (wasQuoted || text.charCodeAt(wordStart - 1) === LESS || opensElement(text, wordStart))
  )
    return { tie: 'element', at: at + 1 };
  const afterOperator = endOfOperator(text, at);
  if (afterOperator > at) {
    const typed = matchEnd(TYPE_AND_EQUALS, text, at);
    return { tie: 'operator', at: typed > 0 ? typed : afterOperator };
  }
  if (code === LINE_FEED || code === RETURN || wasQuoted) {
    const named = matchEnd(NAMED_VALUE, text, nameEnd);
    return named > 0 ? { tie: 'operator', at: named } : undefined;
  }
  if (Number.isNaN(code)) return undefined;
  return readLooseTie(text, wordStart, nameEnd, at);
}

/** A name and a value with only words or blanks between them. */
function readLooseTie(text: string, wordStart: number, nameEnd: number, at: number): Tied | undefined {
  const typed = matchEnd(TYPE_AND_EQUALS, text, nameEnd);
  if (typed > 0) return { tie: 'operator', at: typed };
  const verb = matchEnd(VERB, text, nameEnd);
  if (verb > 0) return { tie: 'words', at: verb };
  if (at === nameEnd) return undefined;
  const label = matchEnd(REST_OF_LABEL, text, nameEnd);
  if (label > 0) return { tie: 'words', at: label };
  const before = text.slice(Math.max(0, startOfName(text, wordStart) - 8), wordStart);
  const isFlag = /(?:^|[\s"'`(])--?[\w-]{0,8}$/.test(before) || /[#%]define[ \t]{1,2}\w{0,8}$/.test(before);
  return { tie: isFlag ? 'flag' : 'words', at };
}

/** Where an operator that starts at `at` ends; `at` when there is none. */
function endOfOperator(text: string, at: number): number {
  let end = at;
  let ties = false;
  while (end - at < 4) {
    const code = text.charCodeAt(end);
    if (code === COLON || code === EQUALS || code === WIDE_COLON || code === WIDE_EQUALS) ties = true;
    else if (!OPERATOR_UNITS.has(code)) break;
    end++;
  }
  return ties ? end : at;
}

const opensElement = (text: string, wordStart: number): boolean =>
  text.charCodeAt(startOfName(text, wordStart) - 1) === LESS;

/** `("` before the name: the first of the arguments of a call, not one string of a list. */
function opensCall(text: string, wordStart: number): boolean {
  const start = startOfName(text, wordStart);
  return isQuote(text.charCodeAt(start - 1)) && text.charCodeAt(start - 2) === OPEN;
}

const isEscape = (text: string, at: number): boolean =>
  text.charCodeAt(at) === BACKSLASH && isQuote(text.charCodeAt(at + 1));

function matchEnd(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : 0;
}

/** `b"…"`, `@"…"`, `("…"`, `["…"`, `Bearer …` in front of the value itself. */
const WRAPPERS = /(?:[([{]{1,2}[ \t]{0,2})?(?:[bBrRuULfF@$]{1,2}(?=["'`]))?/y;
const SCHEME = /(?:Bearer|Basic|Token|ApiKey|Api-Token|Digest|SSWS|Key)[ \t]{1,3}(?=\S{8})/iy;

type Value = Pick<Assignment, 'value' | 'quoted'>;

function readValue(text: string, from: number, tie: Assignment['tie']): Value | undefined {
  let at = from;
  const spansLines = tie === 'element' || tie === 'argument';
  while (at - from < LONGEST_GAP) {
    const code = text.charCodeAt(at);
    if (!isBlank(code) && code !== STAR && !(spansLines && (code === LINE_FEED || code === RETURN))) break;
    at++;
  }
  at = Math.max(at, matchEnd(WRAPPERS, text, at));
  if (isEscape(text, at)) return quotedValue(text, at + 2, text.charCodeAt(at + 1), true);
  const code = text.charCodeAt(at);
  if (isQuote(code)) return quotedValue(text, at + 1, code, false);
  if (tie === 'argument' || at >= text.length || text.charCodeAt(at - 1) === OPEN) return undefined;
  return bareValue(text, Math.max(at, matchEnd(SCHEME, text, at)));
}

/** Up to the closing quote on the same line. */
function quotedValue(text: string, from: number, quote: number, escaped: boolean): Value | undefined {
  const start = Math.max(from, matchEnd(SCHEME, text, from));
  const limit = Math.min(text.length, start + LONGEST_QUOTED);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === RETURN) return undefined;
    if (code === quote) return { value: { start, end: at }, quoted: true };
    if (code !== BACKSLASH) continue;
    if (escaped && isQuote(text.charCodeAt(at + 1))) return { value: { start, end: at }, quoted: true };
    at++;
  }
  return undefined;
}

const BARE_ENDS = unitsOf(' \t\r\n"\'`<>;,\\\u00a0\u3000\u001b，。；、）');
const ASCII_BARE_ENDS = Uint8Array.from({ length: 128 }, (_, code) => (BARE_ENDS.has(code) ? 1 : 0));
const endsBare = (code: number): boolean => (code < 128 ? ASCII_BARE_ENDS[code] === 1 : BARE_ENDS.has(code));

/** Up to a blank, a quote or a mark that ends values; closing brackets and a full stop behind it are the sentence's. */
function bareValue(text: string, start: number): Value | undefined {
  const limit = Math.min(text.length, start + LONGEST_BARE);
  let end = start;
  while (end < limit && !endsBare(text.charCodeAt(end)) && !startsParameter(text, end)) end++;
  if (end === start || (end === limit && limit < text.length)) return undefined;
  // A value that trails off is an example that was cut.
  if (text.charCodeAt(end - 1) === DOT && text.charCodeAt(end - 2) === DOT) return undefined;
  const hasOpen = text.slice(start, end).includes('(');
  while (end > start && isClosing(text.charCodeAt(end - 1), hasOpen)) end--;
  return end === start ? undefined : { value: { start, end }, quoted: false };
}

/** `&name=`, the next parameter of an address, and `&quot;` and the like. */
const PARAMETER = /&(?:[\w.%[\]-]{1,40}=|amp;|quot;|lt;|gt;|#\d)/y;
const startsParameter = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 38 && matchEnd(PARAMETER, text, at) > 0;

const isClosing = (code: number, hasOpen: boolean): boolean =>
  code === DOT || code === COLON || (!hasOpen && (code === CLOSE || code === CLOSE_BRACKET || code === 125));

/** The words of an identifier in small letters: `AwsSecretKey2` is aws, secret, key. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]{1,48}/u);
