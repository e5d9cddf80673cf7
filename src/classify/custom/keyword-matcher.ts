import { fold, foldTable, isWordBorder } from './folding.ts';
import { isEmpty, noOccurrences, type Occurrences } from './occurrences.ts';

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
/** So many units of a keyword's beginning decide, by one look into a table, whether it is worth to look for it. */
const BEGINNING = 4;
const FILTER_BITS = 17;
/** So many code units are read between two looks at the clock. */
const BETWEEN_LOOKS = 1 << 16;

interface Ending {
  readonly list: number;
  readonly keyword: Keyword;
}

/**
 * Prepares one pass that finds the keywords of all lists. Keywords share their beginnings in a tree, and tables of how
 * keywords begin pass over nearly all places, so that the number of lists hardly matters. Of one list, the longest keyword at the
 * leftmost place counts. Cost: the length of the text times at most the length of a keyword.
 */
export function createKeywordMatcher(
  lists: readonly (readonly Keyword[])[],
): (text: string, limit: number, isOver?: () => boolean) => KeywordHits {
  const tree = treeOf(lists);
  return (text, limit, isOver = () => false) => {
    const found: Occurrences[] = lists.map(() => noOccurrences);
    const units = foldTable();
    const [, , twos, threes, fours] = tree.beginnings;
    let left = limit;
    const { length } = text;
    const unitAt = (at: number): number => (at < length ? (units[text.charCodeAt(at)] ?? 0) : 0);
    let [first, second, third] = [unitAt(0), unitAt(1), unitAt(2)];
    for (let at = 0; at < length && left > 0; at++) {
      if (at % BETWEEN_LOOKS === BETWEEN_LOOKS - 1 && isOver()) left = 0;
      const fourth = unitAt(at + 3);
      const two = mixed(mixed(0, first), second);
      const three = mixed(two, third);
      if (
        fours?.[placeOf(mixed(three, fourth))] === 1 ||
        threes?.[placeOf(three)] === 1 ||
        twos?.[placeOf(two)] === 1
      )
        left -= walk(text, at, tree, found);
      first = second;
      second = third;
      third = fourth;
    }
    return { lists: found, complete: left > 0 };
  };
}

interface Tree {
  /** Node times 65,536 plus a unit gives the next node. */
  readonly next: ReadonlyMap<number, number>;
  readonly endings: ReadonlyMap<number, readonly Ending[]>;
  /** By how many units of the beginning are told: 1 at the place of each that some keyword has. Absent where none has. */
  readonly beginnings: readonly (Uint8Array | undefined)[];
}

function treeOf(lists: readonly (readonly Keyword[])[]): Tree {
  const next = new Map<number, number>();
  const endings = new Map<number, Ending[]>();
  const beginnings: (Uint8Array | undefined)[] = [];
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
      markBeginning(folded, beginnings);
    }
  }
  return { next, endings, beginnings };
}

/** Units one after another as one number. */
const mixed = (before: number, unit: number): number => Math.imul(before + unit + 1, 0x9e3779b1);
const placeOf = (number: number): number => (number ^ (number >>> 16)) & ((1 << FILTER_BITS) - 1);

/** The beginning ends with the first space, for more may stand there. A keyword of one unit may be followed by anything. */
function markBeginning(folded: string, beginnings: (Uint8Array | undefined)[]): void {
  const space = folded.indexOf(' ', 1);
  const length = Math.min(BEGINNING, folded.length, space < 0 ? BEGINNING : space + 1);
  const table = (beginnings[Math.max(2, length)] ??= new Uint8Array(1 << FILTER_BITS));
  let number = 0;
  for (let at = 0; at < length; at++) number = mixed(number, folded.charCodeAt(at));
  if (length > 1) table[placeOf(number)] = 1;
  else for (let unit = 0; unit < 0x10000; unit++) table[placeOf(mixed(number, unit))] = 1;
}

/** Notes all keywords that begin at `at`; returns how many it noted. */
function walk(text: string, at: number, tree: Tree, found: Occurrences[]): number {
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
      if (stands(text, at, place + 1, keyword)) noted += note(found, list, at, place + 1);
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
function note(found: Occurrences[], list: number, start: number, end: number): number {
  const there = found[list];
  if (there === undefined || isEmpty(there)) {
    found[list] = { starts: [start], ends: [end] };
    return 1;
  }
  const last = there.starts.length - 1;
  if (there.starts[last] === start) {
    there.ends[last] = end;
    return 0;
  }
  if (start < (there.ends[last] ?? 0)) return 0;
  there.starts.push(start);
  there.ends.push(end);
  return 1;
}
