import { failed, ok, type Result } from '../../shared/result.ts';

/** An expression in the syntax of the linear engine. */
export interface Converted {
  readonly source: string;
  readonly ignoreCase: boolean;
}

/**
 * Reads an expression as Purview does (Boost.Regex 5.1.3, Perl syntax:
 * https://www.boost.org/doc/libs/release/libs/regex/doc/html/boost_regex/syntax/perl_syntax.html) and writes it for the linear
 * engine. What an expression of JavaScript means is left as it is. The problem names what cannot be had, and where.
 * Line anchors: `^` and `$` hold at the ends of lines in Boost; the engine is asked for that.
 */
export function fromBoost(source: string): Result<Converted> {
  const flags = /^\(\?([im]+)\)/.exec(source);
  const start = flags?.[0].length ?? 0;
  const ignoreCase = flags?.[1]?.includes('i') ?? false;
  const out: string[] = [];
  let at = start;
  while (at < source.length) {
    const step = source[at] === '[' ? readClass(source, at) : readOutside(source, at);
    if (!step.ok) return step;
    out.push(step.value.text);
    at = step.value.next;
  }
  return ok({ source: out.join(''), ignoreCase });
}

interface Step {
  readonly text: string;
  readonly next: number;
}
const step = (text: string, next: number): Result<Step> => ok({ text, next });
const refuse = (what: string, at: number, instead: string): Result<never> =>
  failed(`${what} at character ${at + 1}; ${instead}`);

/** Only at the very start or end of the text, whatever the lines in it. */
const TEXT_START = '(?<![\\s\\S])';
const TEXT_END = '(?![\\s\\S])';
/** The end of the text, or before a line break that is the last of it. */
const LAST_LINE_END = '(?![\\s\\S]{2}|[^\\n])';

const escapes: Readonly<Record<string, string>> = {
  A: TEXT_START,
  z: TEXT_END,
  Z: LAST_LINE_END,
  '<': '\\b',
  '>': '\\b',
  h: '[ \\t]',
  H: '[^ \\t]',
  R: '(?:\\r\\n|[\\n\\r])',
};
const refusedEscapes: Readonly<Record<string, string>> = {
  K: 'write a look-behind (?<=...) instead',
  G: 'leave it out',
  X: 'write the characters instead',
  C: 'write the characters instead',
};

function readOutside(source: string, at: number): Result<Step> {
  const unit = source.charAt(at);
  if (unit === '\\') return readEscape(source, at);
  if (unit === '(') return readGroupStart(source, at);
  if ('*+?}'.includes(unit) && source[at + 1] === '+' && isRepeat(source, at)) {
    return refuse(
      'a possessive repeat',
      at,
      'leave out the second "+": what it saves is saved here for every repeat',
    );
  }
  return step(unit, at + 1);
}

/** Does a repeat end here? A lone `}` is a character. */
function isRepeat(source: string, at: number): boolean {
  return source[at] !== '}' || /\{\d{1,9}(?:,\d{0,9})?\}$/.test(source.slice(Math.max(0, at - 21), at + 1));
}

function readEscape(source: string, at: number): Result<Step> {
  const next = source.charAt(at + 1);
  if (next === '') return refuse('a backslash that escapes nothing', at, 'remove it or write "\\\\"');
  if (next === 'Q') {
    const end = source.indexOf('\\E', at + 2);
    const literal = source.slice(at + 2, end < 0 ? source.length : end);
    return step(escapeLiteral(literal), end < 0 ? source.length : end + 2);
  }
  const refused = refusedEscapes[next];
  if (refused !== undefined) return refuse(`\\${next} is not supported`, at, refused);
  const hexadecimal = /^x\{([0-9a-fA-F]{1,6})\}/.exec(source.slice(at + 1, at + 11));
  if (hexadecimal !== null) return step(`\\u{${hexadecimal[1]}}`, at + 1 + hexadecimal[0].length);
  return step(escapes[next] ?? `\\${next}`, at + 2);
}

const escapeLiteral = (literal: string): string => literal.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Beginnings of groups that no pass over the text without stepping back can do, with what to write instead. */
const refusedGroups: readonly (readonly [RegExp, string, string])[] = [
  [/^\(\?>/, 'an atomic group (?>', 'write (?:'],
  [/^\(\?\(/, 'a conditional (?(', 'write the two cases as alternatives'],
  [/^\(\?(?:R|&|P>|[+-]?\d)/, 'a recursion', 'write the inner part out as often as it may nest'],
  [/^\(\?\|/, 'a branch reset (?|', 'write (?:'],
  [/^\(\*/, 'a control verb (*', 'leave it out'],
  [
    /^\(\?[a-zA-Z]*-?[a-zA-Z]*[:)]/,
    'a modifier inside the expression',
    'put (?i) at its very start, or write both cases as in [aA]',
  ],
];

function readGroupStart(source: string, at: number): Result<Step> {
  const rest = source.slice(at, at + 64);
  if (rest.startsWith('(?#')) {
    const end = source.indexOf(')', at);
    return end < 0 ? refuse('a comment (?# that does not end', at, 'add ")"') : step('', end + 1);
  }
  const named = /^\(\?(?:P<|')(\w{1,60})[>']/.exec(rest);
  if (named !== null) return step(`(?<${named[1]}>`, at + named[0].length);
  if (rest.startsWith('(?:')) return step('(?:', at + 3);
  const found = refusedGroups.find(([beginning]) => beginning.test(rest));
  if (found !== undefined) return refuse(`${found[1]} is not supported`, at, found[2]);
  return step('(', at + 1);
}

/** Latin letters besides ASCII: what a class of letters holds on a system of any European language. */
const LATIN_LETTERS = '\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f';
const posixClasses: Readonly<Record<string, string>> = {
  alpha: `a-zA-Z${LATIN_LETTERS}`,
  alnum: `a-zA-Z0-9${LATIN_LETTERS}`,
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '\\x21-\\x7e',
  lower: 'a-z',
  print: '\\x20-\\x7e',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  word: '\\w',
  xdigit: '0-9a-fA-F',
  d: '0-9',
  h: ' \\t',
  l: 'a-z',
  s: '\\s',
  u: 'A-Z',
  w: '\\w',
};
const negatedPosixClasses: Readonly<Record<string, string>> = {
  digit: '\\D',
  space: '\\S',
  word: '\\W',
  d: '\\D',
  s: '\\S',
  w: '\\W',
};

/** A set in brackets. A `]` that comes first is a member of it, as in Perl. */
function readClass(source: string, start: number): Result<Step> {
  let at = start + 1;
  const out = ['['];
  if (source[at] === '^') {
    out.push('^');
    at++;
  }
  if (source[at] === ']') {
    out.push('\\]');
    at++;
  }
  while (at < source.length && source[at] !== ']') {
    const member = readMember(source, at);
    if (!member.ok) return member;
    out.push(member.value.text);
    at = member.value.next;
  }
  if (at >= source.length) return refuse('a set "[" that does not end', start, 'add "]"');
  return step(`${out.join('')}]`, at + 1);
}

function readMember(source: string, at: number): Result<Step> {
  const unit = source.charAt(at);
  if (unit === '\\') {
    const next = source.charAt(at + 1);
    if (next === 'h') return step(' \\t', at + 2);
    const hexadecimal = /^x\{([0-9a-fA-F]{1,6})\}/.exec(source.slice(at + 1, at + 11));
    if (hexadecimal !== null) return step(`\\u{${hexadecimal[1]}}`, at + 1 + hexadecimal[0].length);
    return step(`\\${next}`, at + 2);
  }
  if (unit !== '[') return step(unit, at + 1);
  const posix = /^\[:(\^?)(\w{1,10}):\]/.exec(source.slice(at, at + 16));
  if (posix !== null) {
    const [whole, negated = '', name = ''] = posix;
    const set = (negated === '' ? posixClasses : negatedPosixClasses)[name];
    if (set === undefined)
      return refuse(`the class ${whole} is not supported`, at, 'write its characters instead');
    return step(set, at + whole.length);
  }
  if (/^\[[.=]/.test(source.slice(at, at + 2)))
    return refuse('a collating element [. or [= is not supported', at, 'write the characters instead');
  return step('\\[', at + 1);
}
