import { fold, foldTable, isWordBorder } from './folding.ts';
import type { Occurrences } from './occurrences.ts';

/** A keyword of one list. */
export interface Keyword {
  readonly text: string;
  readonly wholeWord: boolean;
  readonly exactCase: boolean;
}

export interface KeywordHits {
  /** By the list's place. */
  readonly lists: readonly Occurrences[];
  /** False when there were more than `limit`, or no time was left. */
  readonly complete: boolean;
}

const SPACE = 32;
/** Between two words of a keyword up to this many spaces and line breaks may stand. */
const MAX_SPACES = 16;
const PAIRS = 1 << 16;
/** So many code units are read between two looks at the clock. */
const BETWEEN_LOOKS = 1 << 16;

interface Ending {
  readonly list: number;
  readonly keyword: Keyword;
}

/**
 * Prepares one pass that finds the keywords of all lists. Keywords share their beginnings in a tree, and a table of first pairs
 * of units passes over nearly all places, so that the number of lists hardly matters. Of one list, the longest keyword at the
 * leftmost place counts. Cost: the length of the text times at most the length of a keyword.
 */
export function createKeywordMatcher(
  lists: readonly (readonly Keyword[])[],
): (text: string, limit: number, isOver?: () => boolean) => KeywordHits {
  const tree = treeOf(lists);
  return (text, limit, isOver = () => false) => {
    const found: Occurrences[] = lists.map(() => ({ starts: [], ends: [] }));
    const units = foldTable();
    const { pairs } = tree;
    let left = limit;
    const last = text.length - 1;
    let unit = units[text.charCodeAt(0)] ?? 0;
    for (let at = 0; at <= last && left > 0; at++) {
      if (at % BETWEEN_LOOKS === BETWEEN_LOOKS - 1 && isOver()) left = 0;
      const next = at < last ? (units[text.charCodeAt(at + 1)] ?? 0) : 0;
      if (pairs[(unit * 31 + next) & (PAIRS - 1)] === 1) left -= walk(text, at, tree, found);
      unit = next;
    }
    return { lists: found, complete: left > 0 };
  };
}

interface Tree {
  /** Node times 65,536 plus a unit gives the next node. */
  readonly next: ReadonlyMap<number, number>;
  readonly endings: ReadonlyMap<number, readonly Ending[]>;
  readonly pairs: Uint8Array;
}

function treeOf(lists: readonly (readonly Keyword[])[]): Tree {
  const next = new Map<number, number>();
  const endings = new Map<number, Ending[]>();
  const pairs = new Uint8Array(PAIRS);
  let nodes = 1;
  for (const [list, keywords] of lists.entries()) {
    for (const keyword of keywords) {
      const folded = fold(keyword.text);
      if (folded === '') continue;
      let node = 0;
      for (let at = 0; at < folded.length; at++) {
        const key = node * 0x10000 + folded.charCodeAt(at);
        let child = next.get(key);
        if (child === undefined) {
          child = nodes++;
          next.set(key, child);
        }
        node = child;
      }
      const ending = { list, keyword };
      const there = endings.get(node);
      if (there === undefined) endings.set(node, [ending]);
      else there.push(ending);
      markPairs(folded, pairs);
    }
  }
  return { next, endings, pairs };
}

/** A keyword of one unit may be followed by anything. */
function markPairs(folded: string, pairs: Uint8Array): void {
  const base = folded.charCodeAt(0) * 31;
  if (folded.length > 1) pairs[(base + folded.charCodeAt(1)) & (PAIRS - 1)] = 1;
  else for (let unit = 0; unit < 0x10000; unit++) pairs[(base + unit) & (PAIRS - 1)] = 1;
}

/** Notes all keywords that begin at `at`; returns how many it noted. */
function walk(text: string, at: number, tree: Tree, found: readonly Occurrences[]): number {
  const units = foldTable();
  let node = 0;
  let noted = 0;
  let spaces = 0;
  for (let place = at; place < text.length; place++) {
    const unit = units[text.charCodeAt(place)] ?? 0;
    const child = tree.next.get(node * 0x10000 + unit);
    if (child === undefined) {
      const isExtraSpace = unit === SPACE && spaces > 0 && spaces < MAX_SPACES;
      if (!isExtraSpace) break;
      spaces++;
      continue;
    }
    node = child;
    spaces = unit === SPACE ? spaces + 1 : 0;
    for (const { list, keyword } of tree.endings.get(node) ?? []) {
      if (stands(text, at, place + 1, keyword)) noted += note(found[list], at, place + 1);
    }
  }
  return noted;
}

function stands(text: string, start: number, end: number, keyword: Keyword): boolean {
  if (keyword.exactCase && text.slice(start, end).replaceAll(/\s{1,20}/g, ' ') !== keyword.text) return false;
  return (
    !keyword.wholeWord ||
    (isWordBorder(text.charCodeAt(start), text.charCodeAt(start - 1)) &&
      isWordBorder(text.charCodeAt(end - 1), text.charCodeAt(end)))
  );
}

/** The longest at the leftmost place stays; what overlaps it is dropped. */
function note(found: Occurrences | undefined, start: number, end: number): number {
  if (found === undefined) return 0;
  const last = found.starts.length - 1;
  if (found.starts[last] === start) {
    found.ends[last] = end;
    return 0;
  }
  if (start < (found.ends[last] ?? 0)) return 0;
  found.starts.push(start);
  found.ends.push(end);
  return 1;
}
