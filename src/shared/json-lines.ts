import { z } from 'zod';
import { parseJson } from './json.ts';

/** A place inside a JSON text: keys of objects and indexes of arrays, from the top. */
export type JsonPath = readonly (string | number)[];

/** `policies[3].when.all[0]`, as errors write it; the top itself is `top level`. */
export function pathInWords(path: JsonPath): string {
  if (path.length === 0) return 'top level';
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${part}`))
    .join('');
}

/** What `pathInWords` wrote, read back; for problems that come as a line of text. */
export function pathFromWords(words: string): JsonPath {
  if (words === 'top level') return [];
  return [...words.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? '') : Number(index),
  );
}

/** Is it JSON, and not nested deeper than anything of ours is? */
export const isReadableJson = (text: string): boolean => parseJson(z.unknown(), text, '').ok;

interface Wanted {
  /** Which of the paths asked for end here. */
  readonly ends: number[];
  readonly parts: Map<string, Wanted>;
}

/**
 * The line (from 1) on which each path of a JSON text begins: where its value does. A path that is not there has the line of the deepest part of it that is. One pass over the text, which must be valid JSON.
 */
export function linesOfPaths(text: string, paths: readonly JsonPath[]): readonly number[] {
  const top: Wanted = { ends: [], parts: new Map() };
  for (const [index, path] of paths.entries()) {
    let place = top;
    for (const part of path) {
      const next = place.parts.get(String(part)) ?? { ends: [], parts: new Map() };
      place.parts.set(String(part), next);
      place = next;
    }
    place.ends.push(index);
  }
  const lines = Array.from({ length: paths.length }, () => 1);
  createWalk(text, lines).value(top);
  return lines;
}

function createWalk(text: string, lines: number[]): { value(wanted: Wanted): void } {
  let at = 0;
  let line = 1;

  const space = (): void => {
    for (let unit = text.charCodeAt(at); unit <= 0x20; unit = text.charCodeAt(++at))
      if (unit === 0x0a) line++;
  };
  /** Past the string that begins here; what it holds. A string has no line break in it. */
  const string = (): string => {
    const from = at++;
    while (at < text.length && text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1;
    at++;
    return text.slice(from, at);
  };
  const note = ({ ends, parts }: Wanted): void => {
    for (const index of ends) lines[index] = line;
    for (const part of parts.values()) note(part);
  };
  const members = (close: number, next: (index: number) => Wanted | undefined): void => {
    at++;
    for (let index = 0; at < text.length; index++) {
      space();
      if (text.charCodeAt(at) === close) break;
      const wanted = next(index);
      if (wanted === undefined) pass();
      else value(wanted);
      space();
      if (text[at] === ',') at++;
    }
    at++;
  };
  const value = (wanted: Wanted): void => {
    space();
    note(wanted);
    if (wanted.parts.size === 0) pass();
    else if (text[at] === '[') members(0x5d, (index) => wanted.parts.get(String(index)));
    else if (text[at] === '{') {
      members(0x7d, () => {
        const inner = wanted.parts.get(JSON.parse(string()) as string);
        space();
        at++;
        return inner;
      });
    } else pass();
  };
  /** Past a value of which no part is wanted. */
  const pass = (): void => {
    space();
    for (let depth = 0; at < text.length;) {
      const unit = text.charCodeAt(at);
      if (unit === 0x22) string();
      else if (unit === 0x7b || unit === 0x5b) {
        depth++;
        at++;
      } else if (unit === 0x7d || unit === 0x5d) {
        if (depth === 0) return;
        depth--;
        at++;
      } else if (unit === 0x2c && depth === 0) return;
      else {
        if (unit === 0x0a) line++;
        at++;
      }
      if (depth === 0 && (unit === 0x22 || unit === 0x7d || unit === 0x5d)) return;
    }
  };
  return { value };
}
