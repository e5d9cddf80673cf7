import type { z } from 'zod';
import { failed, messageOf, parse, type Result } from './result.ts';

/** Deeper nesting is an attack or an accident: recursive schemas would run out of stack on it. */
const MAX_DEPTH = 64;

/** Texts above this are told without line and column: finding them means parsing again a few times. */
const MAX_LOCATED_UNITS = 1024 * 1024;

/** Like `parse`, for JSON text. A syntax error is told with its line and column, and without the text around it. */
export function parseJson<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  where: string,
): Result<z.output<Schema>> {
  if (depthOf(text) > MAX_DEPTH) return failed(`${where}: expected at most ${MAX_DEPTH} levels of nesting`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed(`${where}: not JSON${placeOfError(text)}`);
  }
  return parse(schema, value, where);
}

/** Deepest nesting of brackets outside strings. One pass; stops at the first depth that is too much. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length && deepest <= MAX_DEPTH; index += 1) {
    const unit = text.charCodeAt(index);
    if (inString) {
      if (unit === 0x5c) index += 1;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x7b || unit === 0x5b) deepest = Math.max(deepest, (depth += 1));
    else if (unit === 0x7d || unit === 0x5d) depth -= 1;
  }
  return deepest;
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
