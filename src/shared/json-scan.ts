import type { TextSpans } from './text-spans.ts';

/** Where long lists of strings stand in a document: `{"types":[{"terms":["…"]}]}` has them at `types` and `terms`. */
export interface ListPlace {
  readonly within: string;
  readonly key: string;
}

export interface Scanned {
  /** Deepest nesting of brackets outside strings; the scan stops at the first that is too much. */
  readonly deepest: number;
  /** The text with a mark where each list was cut out. */
  readonly rest: string;
  readonly lists: readonly TextSpans[];
}

/** Brackets around the value of a `ListPlace`: the document, the list, its entry. */
const ENTRY_DEPTH = 3;
/** Shorter lists stay: strings are as good. */
const MIN_CUT = 100;
/**
 * Stands for a list that was cut out. No JSON text holds the sign as such; an author who writes `\u0001` to forge it gets the
 * terms of his own other dictionary.
 */
const MARK = '\u0001list ';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Reads JSON text once, before it is parsed: how deep it is nested, and the long lists of plain strings at `place`, which are cut
 * out without a string being made of each entry. Lists with an escape in them, or anything but strings, stay where they are.
 */
export function scanJson(text: string, maxDepth: number, place?: ListPlace): Scanned {
  const lists: TextSpans[] = [];
  const pieces: string[] = [];
  let taken = 0;
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length && deepest <= maxDepth; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      const start = at + 1;
      at = endOfString(text, start);
      if (place === undefined || depth !== ENTRY_DEPTH || at - start !== place.key.length) continue;
      const list = text.startsWith(place.key, start) ? listAfter(text, at + 1) : undefined;
      if (list === undefined) continue;
      pieces.push(text.slice(taken, list.start), JSON.stringify(`${MARK}${lists.length}`));
      lists.push(list.spans);
      taken = list.end;
      at = taken - 1;
    } else if (unit === OPEN_OBJECT || unit === OPEN_LIST) {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) depth--;
  }
  return { deepest, lists, rest: lists.length === 0 ? text : [...pieces, text.slice(taken)].join('') };
}

/** Puts the lists that were cut out in place of their marks. */
export function putBack(value: unknown, { lists }: Scanned, { within, key }: ListPlace): void {
  if (lists.length === 0 || !isRecord(value)) return;
  const entries = value[within];
  if (!Array.isArray(entries)) return;
  for (const entry of entries) {
    const mark = isRecord(entry) ? entry[key] : undefined;
    if (!isRecord(entry) || typeof mark !== 'string' || !mark.startsWith(MARK)) continue;
    entry[key] = lists[Number(mark.slice(MARK.length))] ?? mark;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Where the closing quote of the string that begins at `start` is; the end of the text when there is none. */
function endOfString(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === QUOTE) return at;
  }
  return text.length;
}

interface CutList {
  readonly start: number;
  /** One after its bracket. */
  readonly end: number;
  readonly spans: TextSpans;
}

/** The list of plain strings that is the value of the key that ended at `from`. */
function listAfter(text: string, from: number): CutList | undefined {
  const colon = skipSpace(text, from);
  if (text.charCodeAt(colon) !== COLON) return undefined;
  const start = skipSpace(text, colon + 1);
  if (text.charCodeAt(start) !== OPEN_LIST) return undefined;
  let bounds = new Uint32Array(1024);
  let count = 0;
  for (let at = skipSpace(text, start + 1); ; at = skipSpace(text, at + 1)) {
    if (text.charCodeAt(at) !== QUOTE) return undefined;
    const end = endOfPlainString(text, at + 1);
    if (end < 0) return undefined;
    if (count === bounds.length) {
      const grown = new Uint32Array(2 * count);
      grown.set(bounds);
      bounds = grown;
    }
    bounds[count] = at + 1;
    bounds[count + 1] = end;
    count += 2;
    at = skipSpace(text, end + 1);
    const unit = text.charCodeAt(at);
    if (unit === COMMA) continue;
    if (unit !== CLOSE_LIST || count < 2 * MIN_CUT) return undefined;
    return { start, end: at + 1, spans: { within: text, bounds: bounds.slice(0, count) } };
  }
}

/** 1 for the units that stand for themselves in a string of JSON. */
const plain = new Uint8Array(0x10000).fill(1, 0x20);
plain[QUOTE] = plain[BACKSLASH] = 0;

/** Like `endOfString`; -1 for a string with an escape, or a control sign that JSON does not allow. */
function endOfPlainString(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    if (plain[text.charCodeAt(at)] === 1) continue;
    return text.charCodeAt(at) === QUOTE ? at : -1;
  }
  return -1;
}

/** The first place from `at` on that is none of JSON's four spaces. */
function skipSpace(text: string, at: number): number {
  let place = at;
  for (;;) {
    const unit = text.charCodeAt(place);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return place;
    place++;
  }
}
