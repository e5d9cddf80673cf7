import type { z } from 'zod';
import { duplicateMember } from './duplicate-members.ts';
import { putBack, scanJson, type ListPlace } from './json-scan.ts';
import { failed, messageOf, parse, type Result } from './result.ts';

/** Deeper nesting is an attack or an accident: recursive schemas would run out of stack on it. */
const MAX_DEPTH = 64;

/** Texts above this are told without line and column: finding them means parsing again a few times. */
const MAX_LOCATED_UNITS = 1024 * 1024;

export interface JsonReading {
  /** Long lists of strings that stand here are handed to the schema as `TextSpans`. */
  readonly lists?: ListPlace;
  /**
   * Refuse a member that stands twice in one object: parsers differ in which of the two they take, and a signed text must say one
   * thing to all of them.
   */
  readonly unique?: boolean;
}

/** Like `parse`, for JSON text. A syntax error is told with its line and column, and without the text around it. */
export function parseJson<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  where: string,
  { lists, unique = false }: JsonReading = {},
): Result<z.output<Schema>> {
  const scanned = scanJson(text, MAX_DEPTH, lists);
  if (scanned.deepest > MAX_DEPTH) return failed(`${where}: expected at most ${MAX_DEPTH} levels of nesting`);
  let value: unknown;
  try {
    value = JSON.parse(scanned.rest);
  } catch {
    return failed(
      text.startsWith('\uFEFF')
        ? `${where}: begins with a byte order mark; save it as UTF-8 without one`
        : `${where}: not JSON${placeOfError(text)}`,
    );
  }
  const twice = unique ? duplicateMember(scanned.rest) : null;
  if (twice !== null) {
    return failed(
      `${where}: the member "${twice.slice(0, 64)}" stands twice in one object; keep one of them`,
    );
  }
  if (lists !== undefined) putBack(value, scanned, lists);
  return parse(schema, value, where);
}

/** The engine does not always say where; the longest beginning that is merely unfinished ends there. */
function placeOfError(text: string): string {
  if (text.length > MAX_LOCATED_UNITS) return '';
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUnfinished(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  const before = text.slice(0, good);
  return ` (line ${before.split('\n').length}, column ${before.length - before.lastIndexOf('\n')})`;
}

function isUnfinished(start: string): boolean {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    const message = messageOf(error);
    const position = /position (\d+)/.exec(message)?.[1];
    return /end of JSON|Unterminated/.test(message) || Number(position) === start.length;
  }
}
