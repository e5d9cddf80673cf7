import {
  COLON,
  COMMA,
  DASH,
  HASH,
  isAlphanumeric,
  isAsciiLetter,
  OPEN,
  SLASH,
  SPACE,
  UNDERSCORE,
  unitsOf,
} from '../characters.ts';
import type { View } from '../detector.ts';
import {
  codeLanguages,
  languagesOf,
  nextLetter,
  rulesOf,
  wordNumber,
  type CodeLanguage,
} from './code-lines.ts';

/** A stretch of lines: the language that most of them speak for, and how many do. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly language: CodeLanguage | undefined;
  readonly telling: number;
  /** Lines that look like sentences. */
  readonly prose: number;
}

/** So many lines of prose in a row end a region. */
const MOST_PROSE = 4;
const MOST_BLANK = 3;
/** Longer lines are minified: only their beginning is looked at. */
const LONGEST_LINE = 240;
/** The more special one wins a draw. A TypeScript line must be there that JavaScript has not. */
const SPECIFIC: readonly CodeLanguage[] = [
  'JAVASCRIPT',
  'TYPESCRIPT',
  'CSHARP',
  'KOTLIN',
  'SWIFT',
  'PHP',
  'RUST',
  'GO',
  ...codeLanguages,
];

/** The last region read in each text: every language asks at its own words, the lines are read once. */
const lastRead = new WeakMap<View, Region>();

/** The last region read in this text, where it covers `at`. */
export function knownRegion(view: View, at: number): Region | undefined {
  const known = lastRead.get(view);
  return known !== undefined && at >= known.start && at < known.end ? known : undefined;
}

/** The region around the line that begins at `start`; reads on from there when no earlier call has. */
export function regionAt(view: View, start: number): Region {
  const known = knownRegion(view, start);
  if (known !== undefined) return known;
  const read = readRegion(view.text, start);
  lastRead.set(view, read);
  return read;
}

/** After so many telling lines the language is known: what is indented is taken for code unread. */
const ENOUGH = 40;
/** After so many no line is asked for its language any more, only whether it is code at all. */
const DECIDED = 160;

function isIndented(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === SPACE && text.charCodeAt(at + 1) === SPACE) || code === 9;
}

function readRegion(text: string, start: number): Region {
  const votes = new Map<CodeLanguage, number>();
  const spoken = new Set<CodeLanguage>();
  let at = start;
  let end = start;
  let first = start;
  let telling = 0;
  let prose = 0;
  let proseInRow = 0;
  let blankInRow = 0;
  while (at < text.length && proseInRow < MOST_PROSE && blankInRow < MOST_BLANK) {
    const stop = lineEnd(text, at);
    const kind =
      telling > ENOUGH && isIndented(text, at)
        ? 'code'
        : telling > DECIDED
          ? readDecided(text, at, stop, spoken)
          : readLine(text, at, stop, spoken);
    if (kind === 'blank') blankInRow++;
    else blankInRow = 0;
    if (kind === 'prose') proseInRow++;
    else if (kind !== 'blank') {
      // Prose after the last line of code is not part of it; once no line is asked any more, neither sort is counted.
      if (telling <= DECIDED) prose += proseInRow;
      proseInRow = 0;
      end = stop;
    }
    if (kind === 'telling') {
      if (telling === 0) {
        first = at;
        prose = 0;
      }
      telling++;
      for (const language of spoken) votes.set(language, (votes.get(language) ?? 0) + 1);
    }
    at = stop + 1;
  }
  const from = best(votes) === undefined ? start : readBack(text, first, votes, spoken);
  const language = best(votes);
  // What was read without finding code is not read again.
  return {
    start: from,
    end: Math.max(end, language === undefined ? at : end),
    language,
    telling: votes.get(language ?? 'C') ?? 0,
    prose,
  };
}

/** Lines before the first anchor that are code too, at most so many. */
const MOST_BACK = 30;

/** Takes in the lines of code right before `start`; answers where they begin. */
function readBack(
  text: string,
  start: number,
  votes: Map<CodeLanguage, number>,
  spoken: Set<CodeLanguage>,
): number {
  let from = start;
  let at = start;
  for (let lines = 0; lines < MOST_BACK && at > 0; lines++) {
    const previous = text.lastIndexOf('\n', at - 2) + 1;
    if (at - previous > LONGEST_LINE) break;
    const kind = readLine(text, previous, at - 1, spoken);
    if (kind === 'prose') break;
    at = previous;
    if (kind !== 'telling') continue;
    from = previous;
    for (const language of spoken) votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  return from;
}

function best(votes: ReadonlyMap<CodeLanguage, number>): CodeLanguage | undefined {
  let winner: CodeLanguage | undefined;
  for (const language of SPECIFIC) {
    if ((votes.get(language) ?? 0) > (winner === undefined ? 0 : (votes.get(winner) ?? 0))) winner = language;
  }
  return winner;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

type LineKind = 'telling' | 'code' | 'prose' | 'blank';

/** Looks at one line; fills `spoken` with the languages it speaks for. */
function readLine(text: string, start: number, end: number, spoken: Set<CodeLanguage>): LineKind {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  if (at >= end) return 'blank';
  if (spoken.size > 0) spoken.clear();
  const long = Math.min(end, at + LONGEST_LINE);
  const stop = text.charCodeAt(long - 1) === 13 ? long - 1 : long;
  const word = firstWord(text, at, stop);
  const rules = word === 0 ? undefined : rulesOf(word);
  const first = text.charCodeAt(at);
  if (rules !== undefined || first === DOLLAR || first === QUOTE || isAssigned(text, at, stop)) {
    const line = text.slice(at, stop);
    if (rules !== undefined) languagesOf(rules, line, spoken);
    if (first === DOLLAR) languagesOf(VARIABLE, line, spoken);
    else if (first === QUOTE && JSON_LINE.test(line)) spoken.add('JSON');
    else if (word !== 0 && GO_LINE.test(line)) spoken.add('GO');
    if (spoken.size > 0) return 'telling';
  }
  return isCode(text, at, stop) ? 'code' : 'prose';
}

/** The same where the language is known: no line is `telling`. */
function readDecided(text: string, start: number, end: number, spoken: Set<CodeLanguage>): LineKind {
  if (start < end && isCode(text, start, Math.min(end, start + LONGEST_LINE))) return 'code';
  const kind = readLine(text, start, end, spoken);
  return kind === 'telling' ? 'code' : kind;
}

const DOLLAR = 36;
const QUOTE = 34;
const VARIABLE = rulesOf(wordNumber('this')) ?? [];
const JSON_LINE = /^"[^"\n]{1,60}": ?(?:["{[\d-]|true|false|null)/;
const GO_LINE = /^\w{1,30}(?:, \w{1,30})? := /;

/** Does ` := ` stand where the names of an assignment in Go end? */
function isAssigned(text: string, start: number, end: number): boolean {
  const stop = Math.min(end, start + 64);
  for (let at = start; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON) return text.charCodeAt(at + 1) === EQUALS && text.charCodeAt(at - 1) === SPACE;
    if (code !== SPACE && code !== COMMA && !isNameUnit(code)) return false;
  }
  return false;
}

const isBlank = (code: number): boolean => code === SPACE || code === 9 || code === 13 || code === 0xa0;

/** The number of the first word of a line, without the mark in front: `#include`, `<div`, `@Override`, `- name`. 0: none. */
function firstWord(text: string, start: number, end: number): number {
  let from = start;
  while (from - start < 4 && from < end && !isAsciiLetter(text.charCodeAt(from))) from++;
  if (from - start === 4) return 0;
  let hash = 0;
  for (let at = from; at - from < 20 && at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isAsciiLetter(code) && code !== UNDERSCORE) break;
    hash = nextLetter(hash, code);
  }
  return hash;
}

/** Braces alone, a comment, an assignment or call, or an end that no sentence has. */
function isCode(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  if (first === HASH || first === STAR) return true;
  if (start + 1 < end && first === SLASH && (second === SLASH || second === STAR)) return true;
  if (start + 1 < end && first === DASH && second === DASH) return true;
  let last = end - 1;
  while (last > start && isWhite(text.charCodeAt(last))) last--;
  if (isEnding(text.charCodeAt(last))) return true;
  if (last - start < 6 && areBrackets(text, start, last)) return true;
  return isStatement(text, start, end) || hasArrow(text, start, end);
}

/** White space of any kind, as `\s` has it, but for the spaces of typesetting. */
const isWhite = (code: number): boolean =>
  code === SPACE || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000;

const isEnding = (code: number): boolean => code < 128 && ENDINGS[code] === 1;
const ENDINGS = new Uint8Array(128);
for (const mark of ';{}(,\\]>') ENDINGS[mark.charCodeAt(0)] = 1;

const BRACKETS = unitsOf('{}()[];,');
function areBrackets(text: string, start: number, last: number): boolean {
  for (let at = start; at <= last; at++) if (!BRACKETS.has(text.charCodeAt(at))) return false;
  return true;
}

/** Does the line begin with a name of up to 60 units and a bracket or an assignment behind it? */
function isStatement(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && at - start <= 60 && isNameUnit(text.charCodeAt(at))) at++;
  if (at === start || at - start > 60 || at >= end) return false;
  const code = text.charCodeAt(at);
  if (code === OPEN || code === OPEN_SQUARE) return true;
  if (code !== SPACE) return false;
  const sign = OPERATORS.has(text.charCodeAt(at + 1)) ? at + 2 : at + 1;
  return sign + 1 < end && text.charCodeAt(sign) === EQUALS && text.charCodeAt(sign + 1) === SPACE;
}

const OPERATORS = unitsOf('-+*/|&');
const isNameUnit = (code: number): boolean => code < 128 && NAME_UNITS[code] === 1;
const NAME_UNITS = Uint8Array.from({ length: 128 }, (_, code) => (isAlphanumeric(code) ? 1 : 0));
for (const mark of '_.$>-') NAME_UNITS[mark.charCodeAt(0)] = 1;

function hasArrow(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) {
    if (text.charCodeAt(at) === GREATER && text.charCodeAt(at - 1) === EQUALS) return true;
  }
  return false;
}

const STAR = 42;
const EQUALS = 61;
const GREATER = 62;
const OPEN_SQUARE = 91;
