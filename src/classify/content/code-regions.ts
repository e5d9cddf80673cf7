import { isAsciiLetter, SPACE } from '../characters.ts';
import type { View } from '../detector.ts';
import { codeLanguages, languagesOf, type CodeLanguage } from './code-lines.ts';

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

/** The region around the line that begins at `start`; reads on from there when no earlier call has. */
export function regionAt(view: View, start: number): Region {
  const known = lastRead.get(view);
  if (known !== undefined && start >= known.start && start < known.end) return known;
  const read = readRegion(view.text, start);
  lastRead.set(view, read);
  return read;
}

/** After so many telling lines the language is known: what is indented is taken for code unread. */
const ENOUGH = 40;

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
    const kind = telling > ENOUGH && isIndented(text, at) ? 'code' : readLine(text, at, stop, spoken);
    if (kind === 'blank') blankInRow++;
    else blankInRow = 0;
    if (kind === 'prose') proseInRow++;
    else if (kind !== 'blank') {
      // Prose after the last line of code is not part of it.
      prose += proseInRow;
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
  spoken.clear();
  const stop = Math.min(end, at + LONGEST_LINE);
  const line = text.slice(at, text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop);
  const word = firstWord(line);
  if (word !== '') languagesOf(word, line, spoken);
  const first = line.charCodeAt(0);
  if (first === DOLLAR) languagesOf('this', line, spoken);
  else if (first === QUOTE && JSON_LINE.test(line)) spoken.add('JSON');
  else if (word !== '' && line.includes(' := ') && GO_LINE.test(line)) spoken.add('GO');
  if (spoken.size > 0) return 'telling';
  return CODE_LINE.test(line) ? 'code' : 'prose';
}

const DOLLAR = 36;
const QUOTE = 34;
const JSON_LINE = /^"[^"\n]{1,60}": ?(?:["{[\d-]|true|false|null)/;
const GO_LINE = /^\w{1,30}(?:, \w{1,30})? := /;

const isBlank = (code: number): boolean => code === SPACE || code === 9 || code === 13 || code === 0xa0;

/** The first word of a line, small, without the mark in front: `#include`, `<div`, `@Override`, `- name`. */
function firstWord(line: string): string {
  let from = 0;
  while (from < 4 && !isAsciiLetter(line.charCodeAt(from))) from++;
  let to = from;
  while (to - from < 20 && (isAsciiLetter(line.charCodeAt(to)) || line.charCodeAt(to) === 95)) to++;
  return from === 4 ? '' : line.slice(from, to).toLowerCase();
}

/** Braces alone, a comment, an assignment or call, or an end that no sentence has. */
const CODE_LINE =
  /^(?:[{}()[\];,]{1,6}\s*$|\/\/|\/\*|\*|#|--|[\w.$>-]{1,60}(?:\(|\[| [-+*/|&]?= ))|[;{}(,\\\]>]\s*$|=>/;
